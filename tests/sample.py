"""A graph made by hand: two made-up articles that hold what is awkward in news, without any model in between.

The first has Windows line ends and a character beyond U+FFFF; the second answers a claim of the first.
"""

from __future__ import annotations

from datetime import date

from kg.iri import document_id, sha256_of
from kg.model import (
    Article,
    ArticleInfo,
    Claim,
    Entity,
    Graph,
    Link,
    Mention,
    Merge,
    Quantity,
    Record,
    Relation,
    Role,
    Side,
    Situation,
    Skipped,
    Span,
    Time,
)

HARBOUR = (
    "Share\r\n"
    "Valmora’s mayor opens 🚢 harbour\r\n"
    "By Lena Okafor\r\n"
    "Mayor Ana Ruiz opened the new harbour of Valmora on Saturday, 4 May 2024. "
    "Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk. "
    "“We will pay nothing,” Ruiz said.\r\n"
    "Her brother Milo Ruiz leads the Tesk Boat Union. "
    "Corvian engineer Ida Holm said Dr Paul Brandt, head of the Lake Board, had resigned.\r\n"
)
ANSWER = (
    "Valmora denies oil claims\n"
    "VALMORA — The government of Valmora called Corvia’s accusation of oil dumping false. "
    'It wants talks next month, said former minister Jo "Bo" Lind in a radio interview. '
    "A ferry sank near Port Tesk, killing at least three people. "
    "An alleged leak is being studied.\n"
)


def find(text: str, words: str, after: str = "") -> Span:
    """The span of some words of a text, the first after some other words."""
    start = text.index(words, text.index(after))
    return Span(start, start + len(words))


def _article(text: str, **known: object) -> Article:
    sha = sha256_of(text)
    info = {"id": document_id(sha), "sha256": sha, "language": "en", **known}
    return Article(text, ArticleInfo(**info), (Skipped(Span(0, 5), "navigation"),) if text is HARBOUR else ())  # type: ignore[arg-type]


def _h(words: str, after: str = "") -> Span:
    return find(HARBOUR, words, after)


def _a(words: str, after: str = "") -> Span:
    return find(ANSWER, words, after)


FIRST = _article(
    HARBOUR,
    source="news/harbour.txt",
    title="Valmora’s mayor opens 🚢 harbour",
    title_span=_h("Valmora’s mayor opens 🚢 harbour"),
    authors=("Lena Okafor",),
    publisher="The Tesk Courier",
    published=date(2024, 5, 5),
    published_basis="inferred",
    url="https://courier.example/harbour?id=1&x=%20y",
)
SECOND = _article(ANSWER, source="answer.txt", title="Valmora denies oil claims", title_span=_a("Valmora denies oil claims"))

ENTITIES = (
    Entity("person/ana-ruiz", "Person", "Ana Ruiz", ("Ruiz",)),
    Entity("person/milo-ruiz", "Person", "Milo Ruiz"),
    Entity("person/ida-holm", "Person", "Ida Holm"),
    Entity("person/paul-brandt", "Person", "Paul Brandt"),
    Entity("person/jo-lind", "Person", 'Jo "Bo" Lind'),
    Entity("organization/tesk-boat-union", "Organization", "Tesk Boat Union"),
    Entity("organization/lake-board", "Organization", "Lake Board"),
    Entity("gpe/valmora", "GeopoliticalEntity", "Valmora", ("government of Valmora",), ("https://www.geonames.org/1",), ("https://data.example/valmora",)),
    Entity("gpe/corvia", "GeopoliticalEntity", "Corvia"),
    Entity("place/lake-tesk", "Place", "Lake Tesk"),
    Entity("place/port-tesk", "Place", "Port Tesk"),
    Entity("topic/new-harbour-of-valmora", "Topic", "new harbour of Valmora"),
)

_DUMPING = "event/dumping-lake-tesk-0a1b2c"
_FIRST_RECORD = Record(
    article=FIRST.info,
    skipped=FIRST.skipped,
    entities=ENTITIES,
    mentions=(
        Mention(_h("Ana Ruiz"), "name", "person/ana-ruiz"),
        Mention(_h("Valmora", "harbour of"), "name", "gpe/valmora"),
        Mention(_h("Corvia"), "name", "gpe/corvia", metonym=True),
        Mention(_h("Valmora", "accused"), "name", "gpe/valmora", metonym=True),
        Mention(_h("Lake Tesk"), "name", "place/lake-tesk"),
        Mention(_h("We"), "pronoun", "person/ana-ruiz"),
        Mention(_h("Ruiz", "nothing"), "name", "person/ana-ruiz"),
        Mention(_h("Milo Ruiz"), "name", "person/milo-ruiz"),
        Mention(_h("Tesk Boat Union"), "name", "organization/tesk-boat-union"),
        Mention(_h("Ida Holm"), "name", "person/ida-holm"),
        Mention(_h("Corvian", "Union"), "adjective", "gpe/corvia"),
        Mention(_h("Paul Brandt"), "name", "person/paul-brandt"),
        Mention(_h("Lake Board"), "name", "organization/lake-board"),
    ),
    relations=(
        Relation("holds-role", "person/ana-ruiz", "gpe/valmora", _h("Mayor Ana Ruiz"), title="Mayor"),
        Relation("kin", "person/milo-ruiz", "person/ana-ruiz", _h("Her brother Milo Ruiz"), title="brother"),
        Relation("holds-role", "person/milo-ruiz", "organization/tesk-boat-union", _h("leads the Tesk Boat Union"), title="leader"),
        Relation("holds-role", "person/paul-brandt", "organization/lake-board", _h("head of the Lake Board"), title="head"),
    ),
    situations=(
        Situation(
            "situation-1",
            "opening",
            _h("opened"),
            _h("Mayor Ana Ruiz opened the new harbour of Valmora on Saturday, 4 May 2024"),
            "Ana Ruiz opens the new harbour of Valmora",
            event="event/opening-valmora-2024-05-04-aaaaaa",
            roles=(
                Role("agent", "person/ana-ruiz", _h("Ana Ruiz")),
                Role("patient", "topic/new-harbour-of-valmora", _h("the new harbour of Valmora")),
            ),
            place="gpe/valmora",
            time=Time(_h("Saturday, 4 May 2024"), date(2024, 5, 4), date(2024, 5, 4), "day", "text"),
        ),
        Situation(
            "situation-2",
            "pollution",
            _h("dumping"),
            _h("dumping about 40 tons of oil in Lake Tesk"),
            "Valmora dumps oil in Lake Tesk",
            event=_DUMPING,
            roles=(Role("agent", "gpe/valmora", _h("Valmora", "accused")), Role("patient", None, _h("oil"))),
            place="place/lake-tesk",
            standing="disputed",
            speakers=1,
            sides=1,
            quantities=(Quantity(_h("about 40 tons of oil"), 40.0, unit="ton", counted="oil", bound="about"),),
        ),
        Situation(
            "situation-3",
            "payment",
            _h("pay"),
            _h("We will pay nothing"),
            "Ana Ruiz pays",
            roles=(Role("agent", "person/ana-ruiz", _h("We")),),
            modality="future",
            polarity="negated",
            standing="attributed",
            speakers=1,
            sides=1,
        ),
        Situation(
            "situation-4",
            "resignation",
            _h("resigned"),
            _h("Dr Paul Brandt, head of the Lake Board, had resigned"),
            "Paul Brandt resigns",
            roles=(Role("agent", "person/paul-brandt", _h("Paul Brandt")),),
            standing="attributed",
            speakers=1,
            sides=1,
        ),
    ),
    claims=(
        Claim(
            "claim-1",
            "gpe/corvia",
            "Corvia",
            _h("Corvia"),
            _h("accused"),
            (_h("Valmora of dumping about 40 tons of oil in Lake Tesk"),),
            _h("Corvia accused Valmora of dumping about 40 tons of oil in Lake Tesk"),
            speech_act="accuse",
            content=("situation-2",),
            about=("gpe/valmora", "place/lake-tesk"),
        ),
        Claim(
            "claim-2",
            "person/ana-ruiz",
            "Ruiz",
            _h("Ruiz", "nothing"),
            _h("said"),
            (_h("We will pay nothing,"),),
            _h("“We will pay nothing,” Ruiz said"),
            quotation="direct",
            polarity="negated",
            modality="future",
            content=("situation-3",),
        ),
        Claim(
            "claim-3",
            "person/ida-holm",
            "Ida Holm",
            _h("Ida Holm"),
            _h("said", "Holm"),
            (_h("Dr Paul Brandt, head of the Lake Board, had resigned"),),
            _h("Corvian engineer Ida Holm said Dr Paul Brandt"),
            content=("situation-4",),
            about=("person/paul-brandt",),
        ),
    ),
)
_SECOND_RECORD = Record(
    article=SECOND.info,
    entities=ENTITIES,
    mentions=(
        Mention(_a("The government of Valmora"), "nominal", "gpe/valmora"),
        Mention(_a("Corvia"), "name", "gpe/corvia"),
        Mention(_a("It wants") and Span(_a("It wants").start, _a("It wants").start + 2), "pronoun", "gpe/valmora"),
        Mention(_a('Jo "Bo" Lind'), "name", "person/jo-lind"),
        Mention(_a("Port Tesk"), "name", "place/port-tesk"),
    ),
    relations=(
        Relation(
            "holds-role", "person/jo-lind", "gpe/valmora", _a('former minister Jo "Bo" Lind'), title="minister", tense="former",
            reference_title="deputy minister, Valmora, 2019-01-01 to 2023-06-30",
        ),
        Relation("located-in", "place/port-tesk", "gpe/valmora", _a("near Port Tesk")),
    ),
    situations=(
        Situation(
            "situation-1",
            "pollution",
            _a("dumping"),
            _a("oil dumping"),
            "oil dumping by Valmora",
            event=_DUMPING,
            roles=(Role("agent", "gpe/valmora", _a("Valmora", "government of")),),
            standing="disputed",
            speakers=1,
            sides=1,
            polarity="negated",
        ),
        Situation(
            "situation-2",
            "talks",
            _a("talks"),
            _a("talks next month"),
            "talks next month",
            time=Time(_a("next month")),
            modality="desired",
            standing="attributed",
            speakers=1,
            sides=1,
        ),
        Situation(
            "situation-3",
            "accident",
            _a("sank"),
            _a("A ferry sank near Port Tesk"),
            "a ferry sinks near Port Tesk",
            roles=(Role("patient", None, _a("A ferry")),),
            place="place/port-tesk",
        ),
        Situation(
            "situation-4",
            "death",
            _a("killing"),
            _a("killing at least three people"),
            "at least three people die",
            part_of="situation-3",
            quantities=(
                Quantity(_a("at least three people"), 3.0, counted="people", bound="at-least"),
                Quantity(_a("three"), min=2.5, max=3.75),
            ),
        ),
        Situation("situation-5", "leak-of-water", _a("leak"), _a("An alleged leak"), "an alleged leak", standing="attributed"),
        Situation(
            "situation-6",
            "research",
            _a("studied"),
            _a("is being studied"),
            "a leak is studied",
            condition="situation-5",
            modality="conditional",
        ),
    ),
    claims=(
        Claim(
            "claim-1",
            "gpe/valmora",
            "The government of Valmora",
            _a("The government of Valmora"),
            _a("called"),
            (_a("Corvia’s accusation of oil dumping false"),),
            _a("The government of Valmora called Corvia’s accusation of oil dumping false"),
            speech_act="deny",
            polarity="negated",
            content=("situation-1",),
            about=("gpe/corvia",),
            denies=(f"{FIRST.info.id}#claim-1",),
        ),
        Claim(
            "claim-2",
            "person/jo-lind",
            'Jo "Bo" Lind',
            _a('Jo "Bo" Lind'),
            _a("said"),
            (_a("It wants talks next month"),),
            _a('It wants talks next month, said former minister Jo "Bo" Lind in a radio interview'),
            medium="a radio interview",
            addressee="gpe/corvia",
            said_on=date(2024, 5, 7),
            modality="desired",
            content=("situation-2",),
            about=("gpe/valmora",),
            responds_to=("claim-1",),
        ),
        Claim(
            "claim-3",
            None,
            "officials",
            None,
            None,
            (_a("wants talks next month"),),
            _a("wants talks next month"),
            certainty="alleged",
            embedded_in="claim-2",
            supports=("claim-2",),
        ),
    ),
)

SAMPLE = Graph(
    articles=(FIRST, SECOND),
    records=(_FIRST_RECORD, _SECOND_RECORD),
    entities=ENTITIES,
    merges=(
        Merge("gpe/valmora", FIRST.info.id, "Valmora", "first article to name it"),
        Merge("gpe/valmora", SECOND.info.id, "government of Valmora", "a government stands for its country: “The government of Valmora”"),
        Merge(_DUMPING, SECOND.info.id, "oil dumping by Valmora", "same kind, same agent"),
    ),
    links=(
        Link(f"{SECOND.info.id}#claim-1", "denies", f"{FIRST.info.id}#claim-1", "“accusation” points back to what Corvia says"),
        Link(f"{SECOND.info.id}#claim-2", "responds-to", f"{SECOND.info.id}#claim-1", "it goes on from the denial"),
    ),
    sides=(Side("person/ana-ruiz", "gpe/valmora", "Ana Ruiz is Mayor of Valmora"),),
)
