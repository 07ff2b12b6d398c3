"""Days that no words of the clause give: by which rule they are inferred, and where none is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace
from spacy.language import Language

from kg.extractors import extract
from kg.lexicon import Lexicon
from kg.model import Record, Skipped, Span, Time
from kg.parsing import parse
from making import article_of, cases

WEDNESDAY = date(2023, 3, 15)
LEAD = "Officials published a report. "

# text after a first sentence | trigger | day | rule
INFERRED = """
Lena Vik resigned on Monday, leaving the board without a chair. | leaving | 2023-03-13 | same-clause
The keeper stumbled on Sunday, conceding a late goal to Ravensdorf. | conceding | 2023-03-12 | same-clause
On Friday the plant began to pump water from Lake Orta. | pump | 2023-03-10 | same-clause
The Kestrel Orchestra opened the Halden festival on Friday. The festival drew 3,000 people. | festival | 2023-03-10 | told-again
An earthquake shook Lima on Tuesday. The earthquake damaged 40 houses. | earthquake | 2023-03-14 | told-again
A court convicted Anna Berg of fraud on Monday. Berg said the conviction was unfair. | conviction | 2023-03-13 | told-again
Engineers are pumping water into the core. | pumping | 2023-03-15 | present-tense
The airline has been losing customers. | losing | 2023-03-15 | present-tense
The foundation owns 12 museums. | owns | 2023-03-15 | present-tense
Norway does not own the mine. | own | 2023-03-15 | present-tense
The road is used by trucks from Chile. | used | 2023-03-15 | present-tense
The earthquake that shook Aru on Monday cut a road. | earthquake | 2023-03-13 | same-clause
The delay came on Friday. | delay | 2023-03-10 | same-clause
A new roof is being fitted in Bergen. | fitted | 2023-03-15 | present-tense
"""

# text after a first sentence | trigger
UNDATED = """
The minister resigned on Monday, having lost a vote. | lost
The board promised on Monday to rebuild the bridge. | rebuild
The court said on Monday that Berg had forged the letters. | forged
Rebels attacked Aru on Monday. Rebels may attack Bunia. | attack
The contract ends in the summer. | ends
The fair opens in a week. | opens
The lease expires. | expires
When the core cools, divers enter the hall. | cools
Norway would pay if it owns the mine. | owns
In 1912 the captain is writing a letter. | writing
"We are losing customers," the chairman said. | losing
Two hikers are found dead in a hut. | found
Norway built a dam. | built
"""

# headline // lead and body | trigger
NEWS = """
Brix buys rival Tolvo // Brix has bought Tolvo for 40 million euros, its largest deal. | buys
Brix buys rival Tolvo // Brix has bought Tolvo for 40 million euros, its largest deal. | bought
Judge frees banker // A judge in Lima freed Carlos Vega. He walked out of the prison on Tuesday. | freed
Ravensdorf win the cup // Ravensdorf beat Halden 3-1 in the final. The keeper saved two penalties on Sunday. | beat
Comet passes the Sun // A probe photographed the comet on Tuesday. Its camera then failed. It sent a last picture. | sent
Miners end strike // Miners at the Orta pit voted on Monday to end their strike. Their union thanked the town. | thanked
Fire guts mill // A fire destroyed an old mill in Aru on Monday. Firefighters were called from three towns. | called
Aru gets a bridge // The mayor opened the bridge at a ceremony, cutting a ribbon. He spoke on Tuesday. | ceremony
Aru gets a bridge // The mayor opened the bridge at a ceremony, cutting a ribbon. He spoke on Tuesday. | cutting
A storm hit Lima // A storm hit Lima on Tuesday evening, police said. The storm sank two boats. Nobody was on the boats. | sank
"""

# headline // lead and body | trigger
NO_NEWS = """
The long road of Lena Vik // Lena Vik opened her first shop with a loan from an aunt. She sold hats and gloves in it. | opened
Talks on Tolvo open // Brix had bought Tolvo from its founders before the talks on Tuesday. | bought
Brix buys rival Tolvo // Brix bought Tolvo on Tuesday. In 2011 Tolvo built a mill. It hired 300 people in the town. | hired
Brix buys rival Tolvo // Brix, which built the port of Aru, said little on Tuesday about the deal. | built
Brix buys rival Tolvo // Brix led the market for ten years, a spokesman said on Tuesday of the deal. | led
Brix buys rival Tolvo // Brix once sued Tolvo over a patent, it said on Tuesday of the deal. | sued
Brix buys rival Tolvo // Brix bought Tolvo on Tuesday. It has sold three million pumps in all. It does not make pumps any more. | sold
Judge frees banker // A judge freed Carlos Vega on Tuesday. Vega was born in Cali but moved to Lima as a child. | moved
Vote looms in Aru // Aru was set to vote on the dam, its mayor said on Tuesday in a letter. | vote
Brix buys rival Tolvo // Brix did not close any plant of the firm on Tuesday or before that. | close
"""


def _told(record: Record, text: str, trigger: str) -> list[tuple[str | None, str | None]]:
    told = [s.time for s in record.situations if s.trigger.of(text) == trigger]
    assert told, f"no situation {trigger!r}"
    return [(t.start.isoformat() if t.start else None, t.rule) if t else (None, None) for t in told]


@pytest.mark.parametrize(("text", "trigger", "day", "rule"), cases(INFERRED))
def test_a_day_is_inferred(extract_text: Callable[..., Record], text: str, trigger: str, day: str, rule: str) -> None:
    text = LEAD + text
    assert (day, rule) in _told(extract_text(text, WEDNESDAY), text, trigger)


@pytest.mark.parametrize(("text", "trigger"), cases(UNDATED))
def test_no_day_is_inferred(extract_text: Callable[..., Record], text: str, trigger: str) -> None:
    text = LEAD + text
    assert {rule for _, rule in _told(extract_text(text, WEDNESDAY), text, trigger)} == {None}


@pytest.mark.parametrize(("text", "trigger"), cases(NEWS))
def test_what_is_told_as_news_was_in_the_month_of_its_week(extract_text: Callable[..., Record], text: str, trigger: str) -> None:
    text = text.replace(" // ", "\n")
    told = [s.time for s in extract_text(text, WEDNESDAY).situations if s.trigger.of(text) == trigger]
    month = Time(None, date(2023, 3, 1), date(2023, 3, 31), "month", "inferred", "news-of-the-week")
    assert month in told


@pytest.mark.parametrize(("text", "trigger"), cases(NO_NEWS))
def test_what_is_told_of_other_times_is_no_news(extract_text: Callable[..., Record], text: str, trigger: str) -> None:
    text = text.replace(" // ", "\n")
    assert ("2023-03-01", "news-of-the-week") not in _told(extract_text(text, WEDNESDAY), text, trigger)


@pytest.mark.parametrize(
    ("published", "first", "precision"),
    [(date(2023, 3, 7), "2023-03-01", "month"), (date(2023, 3, 4), "2023-01-01", "year"), (date(2023, 1, 3), None, None)],
)
def test_a_week_in_two_months_is_of_a_year_and_one_in_two_years_of_none(
    extract_text: Callable[..., Record], published: date, first: str | None, precision: str | None
) -> None:
    text = "Brix buys Tolvo\nBrix has bought Tolvo for 40 million euros."
    time = next(s.time for s in extract_text(text, published).situations if s.trigger.of(text) == "bought")
    assert (time and time.start and time.start.isoformat(), time and time.precision) == (first, precision)


def test_a_day_that_is_told_is_kept(extract_text: Callable[..., Record]) -> None:
    text = "Earthquake shakes Lima\nAn earthquake shook Lima. The earthquake hit on Tuesday."
    days = {s.time.start for s in extract_text(text, WEDNESDAY).situations if s.time}
    assert days == {date(2023, 3, 14)}


def test_an_inferred_day_says_so_and_shows_the_words_that_give_it(extract_text: Callable[..., Record]) -> None:
    text = LEAD + "An earthquake shook Lima on Tuesday. The earthquake damaged 40 houses."
    again = next(s.time for s in extract_text(text, WEDNESDAY).situations if s.time and s.time.rule == "told-again")
    assert again.basis == "inferred"
    assert again.span and again.span.of(text) == "Tuesday"


def test_the_present_without_a_date_of_publication_has_no_day(extract_text: Callable[..., Record]) -> None:
    assert not any(s.time for s in extract_text(LEAD + "The foundation owns 12 museums.").situations)


def test_a_headline_tells_the_past_in_the_present(extract_text: Callable[..., Record]) -> None:
    assert not any(s.time for s in extract_text("Bank is selling its mine\nThe bank gave no reason.", WEDNESDAY).situations)


def test_the_present_points_at_the_day_that_is_printed(nlp: Language, lexicon: Lexicon) -> None:
    stamp = "March 15, 2023"
    text = f"Foundation expands\n{stamp}\nThe foundation owns 12 museums."
    span = Span(text.index(stamp), text.index(stamp) + len(stamp))
    article = replace(article_of(text, WEDNESDAY), skipped=(Skipped(span, "timestamp"),))
    record = extract(next(parse([article], nlp)), lexicon)
    owns = next(s for s in record.situations if s.trigger.of(text) == "owns")
    assert owns.time and owns.time.span == span


# text after a first sentence | trigger | modality | first day | last day
SEEN_FROM = """
Her tour opens in Oslo on May 3. | tour | future | None | None
It cut its growth estimate for 2023 to 0.9 percent. | cut | actual | None | None
Her tour opens in Oslo on May 3. | opens | future | 2023-05-03 | 2023-05-03
The lease on the quarry expires in 2028. | expires | future | 2028-01-01 | 2028-12-31
The pilots called for a strike from Monday. | strike | desired | 2023-03-20 | 2023-03-20
The bishop urged a boycott starting Friday. | starting | desired | 2023-03-17 | 2023-03-17
The dam is unlikely to open before 2027. | open | possible | 2027-01-01 | None
The bakery was founded in 1998 and employs 40 people. | employs | actual | None | None
Wages have fallen since their peak in 2019. | fallen | actual | None | None
She always wore black and died in 2011. | wore | actual | None | None
The icon, attributed to a sixteenth-century master, was found in Basel. | attributed | actual | None | None
A picture shows the couple at a ball in 2011. | shows | actual | None | None
Last month he threatened to close the ferry. | close | possible | None | None
"""


@pytest.mark.parametrize(("text", "trigger", "modality", "start", "end"), cases(SEEN_FROM))
def test_a_day_is_of_what_the_tense_bears(
    extract_text: Callable[..., Record], text: str, trigger: str, modality: str, start: str, end: str
) -> None:
    text = LEAD + text
    told = next(s for s in extract_text(text, WEDNESDAY).situations if s.trigger.of(text) == trigger)
    days = [str(day) for day in (told.time.start, told.time.end)] if told.time else ["None", "None"]
    assert (told.modality, *days) == (modality, start, end)


def test_a_headline_does_not_put_a_coming_month_in_the_year_before(extract_text: Callable[..., Record]) -> None:
    text = "Bank holds rates, hints at cut in June\nThe bank said little of its plans on Tuesday."
    assert all(s.time is None or s.time.start is None or s.time.start.year == 2023 for s in extract_text(text, WEDNESDAY).situations)
