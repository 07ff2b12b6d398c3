"""What the rules of the ledger look at: every claim with its voice, its words, and what it says to be so or not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType

from kg.lexicon import Lexicon, claim_nouns
from kg.model import GENERAL_KINDS, Article, Claim, Graph, Mention, Record, Role, Side, Situation, Span

REACH = 900
"""How many characters back a noun or a reply may point."""

DENIALS = frozenset({"deny", "reject"})
WISHES = frozenset({"ask", "demand", "propose", "promise", "recommend", "want"})
"""Acts that say what should be, not what is."""
REFUSED = frozenset({"agree", "believe", "support"})
"""Acts that deny where they are negated: "does not believe it"; who did not say or confirm it denies nothing."""

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "we", "i", "you", "one", "others", "some", "many", "another"})
_ARTICLE = re.compile(r"^(?:an?|the|this|that|these|those|his|her|their|its)\s+", re.I)
SHORT = 12
"""Words of a content that a single negation turns as a whole."""
_NEW = re.compile(r"(?:an?|another|one|two|some|several|other|many)\b", re.I)
_NEGATION = re.compile(r"\b(?:not|no|never|nobody|none|nothing|neither|nor|without|cannot)\b|n[’']t\b", re.I)
_EMPTY = frozenset(
    WORD.findall("""
    a an the this that these those it its he his him she her they their them we our us i my me you your who whom whose which what
    and or but if of in on at by to for from with as about into over under after before during since until than then there here
    be is are was were been being am do does did have has had will would shall should can could may might must
    not no never any all some such so very more most said say
    """)
)
_SENTENCES = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"]")
_ENDINGS = re.compile(r"(?:[’']s|ings?|ies|ed|es|s|y|e)$")
_OBJECT = re.compile(r"^\s+(the|its|his|her|their|this|that|any|such)\s+(?:[\w-]+\s+){0,2}$", re.I)
_THE = re.compile(r"\b(the)\s+(?:[\w-]+\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with what the rules look at: its reference `ARTICLE#claim-N`, its words, and what it says to be so.

    `voice` is the entity that speaks, or else the words for it, None where that can be anybody. `asserted` are the references
    `ARTICLE#situation-N` of what the claim stands or falls with, `at_stake` those in dispute once somebody denies it, `events` the
    identities of those of a specific kind, `head` that of the first, `deeds` their kinds, `things` whom or what they happen to: who denies
    that the firm
    hid a theft denies the hiding, not the theft.
    `unclaimed` are those that it denies without saying who claims them: "denied that it hid losses", "reports that it hid losses were
    false". `stems` are the words of the content that tell it from others. `negated`: it says that something is not so; `ahead`: what it
    speaks of has not come about. `named` are the entities for which the content is but the words ("contradicted the ministry").
    """

    ref: str
    article: Article
    claim: Claim
    voice: str | None
    content: str
    asserted: frozenset[str]
    at_stake: frozenset[str]
    events: frozenset[str]
    head: str | None
    things: frozenset[str]
    deeds: frozenset[str]
    unclaimed: frozenset[str]
    stems: frozenset[str]
    negated: bool
    ahead: bool
    named: frozenset[str]

    @property
    def start(self) -> int:
        return self.claim.content_spans[0].start

    @property
    def voice_stems(self) -> frozenset[str]:
        """The words for the speaker, which others need to name and the speaker need not."""
        return frozenset(stems((self.voice or "").rpartition("/")[2].replace("-", " ")))

    @property
    def evidence(self) -> str:
        return self.claim.evidence.of(self.article.text)

    @property
    def denies(self) -> bool:
        """Is it a denial by its cue?"""
        return self.claim.polarity == "negated" and self.claim.speech_act in DENIALS | REFUSED

    def differs_from(self, other: Statement) -> bool:
        """Another voice: two that are known and not one, or one that can be anybody, or is brought in as new ("a second team")."""
        later = self if self.start > other.start else other
        return self.ref != other.ref and (later.is_new or not is_one_voice(self.voice, other.voice))

    @property
    def is_new(self) -> bool:
        """Is the speaker brought in as somebody not yet spoken of?"""
        return self.claim.speaker is None and bool(_NEW.match(self.claim.speaker_text or ""))

    def surely_differs_from(self, other: Statement) -> bool:
        """Both voices are known, and are not one."""
        return self.voice is not None and other.voice is not None and self.differs_from(other)

    def overlaps(self, other: Statement) -> bool:
        """Is the content of one part of that of the other?"""
        inside = (mine.overlaps(its) for mine in self.claim.content_spans for its in other.claim.content_spans)
        return self.article.info.id == other.article.info.id and any(inside)

    def text_until(self, other: Statement) -> str:
        """The text between the evidence of this statement and of a later one."""
        return self.article.text[self.claim.evidence.end : other.claim.evidence.start]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The statements of each article in the order of the text, and all of them by event and by reference."""

    by_article: Mapping[str, Sequence[Statement]]
    by_event: Mapping[str, Sequence[Statement]]
    by_ref: Mapping[str, Statement]
    nouns: Mapping[str, str]
    """Noun that stands for a claim ("allegation") -> its speech act."""
    verdicts: frozenset[str]
    """Words that reject what they are said of ("baseless")."""
    sides: Mapping[str, Side]
    named_at: Mapping[str, Mapping[int, str]]
    """Article -> where a mention ends -> whom it means."""

    def side_of(self, voice: str | None) -> str:
        """Whom somebody speaks for: himself, where nobody else."""
        return self.sides[voice].side if voice and voice in self.sides else voice or ""

    def entities_at(self, statement: Statement, words: Span) -> frozenset[str]:
        """Whom words of the statement's article mean, if anybody is known."""
        entity = self.named_at[statement.article.info.id].get(words.end)
        return frozenset({entity} if entity else ())

    def is_told_by(self, statement: Statement, ref: str) -> bool:
        """Does the claim of this reference report the statement: "A said that B denies it"?"""
        outer = statement.claim.embedded_in
        if outer is None:
            return False
        around = f"{statement.article.info.id}#{outer}"
        return around == ref or self.is_told_by(self.by_ref[around], ref)

    def is_own_side(self, one: Statement, other: Statement) -> bool:
        """Does one speak for the body or the person that the other is, or both for the same? Officials of a country may differ."""
        side = self.side_of(one.voice)
        return bool(side) and side == self.side_of(other.voice) and not side.startswith("gpe/")

    def of(self, article: str) -> Sequence[Statement]:
        return self.by_article[article]

    def earlier(self, statement: Statement, reach: int = REACH) -> Iterator[Statement]:
        """The statements up to `reach` characters before this one, by anybody, the nearest first."""
        said = self.of(statement.article.info.id)
        for other in reversed(said[: bisect_left(said, statement.start, key=attrgetter("start"))]):
            if other.claim.evidence.end < statement.claim.evidence.start - reach:
                return
            yield other

    def before(self, statement: Statement, reach: int = REACH) -> Iterator[Statement]:
        """Those of other voices among them."""
        return (other for other in self.earlier(statement, reach) if other.differs_from(statement))

    def outermost(self, statement: Statement) -> Statement:
        """The statement, or the one that reports it: of "A said that B wants peace" the words of A."""
        outer = statement.claim.embedded_in
        return self.outermost(self.by_ref[f"{statement.article.info.id}#{outer}"]) if outer else statement


def lay_out(graph: Graph, lexicon: Lexicon, sides: Mapping[str, Side]) -> Ledger:
    """The statements of a graph, ready for the rules; `sides` as in `find_sides`."""
    nouns = claim_nouns(lexicon)
    by_article: dict[str, list[Statement]] = {}
    by_event: dict[str, list[Statement]] = defaultdict(list)
    for article, record in zip(graph.articles, graph.records, strict=True):
        statements = sorted(_statements(article, record, nouns), key=lambda s: s.start)
        by_article[article.info.id] = statements
        for statement in statements:
            for event in statement.events:
                by_event[event].append(statement)
    return Ledger(
        by_article=MappingProxyType(by_article),
        by_event=MappingProxyType(by_event),
        by_ref=MappingProxyType({s.ref: s for statements in by_article.values() for s in statements}),
        nouns=MappingProxyType(nouns),
        verdicts=frozenset(cue.lemma for cue in lexicon.cues if cue.pos == "verdict" and cue.polarity == "negated"),
        sides=sides,
        named_at=MappingProxyType({r.article.id: MappingProxyType({m.span.end: m.entity for m in r.mentions}) for r in graph.records}),
    )


def _statements(article: Article, record: Record, nouns: Mapping[str, str]) -> Iterator[Statement]:
    situations = {s.id: s for s in record.situations}
    ending: dict[int, list[Mention]] = defaultdict(list)
    for mention in record.mentions:
        ending[mention.span.end].append(mention)
    for claim in record.claims:
        asserted = _asserted(article.text, [situations[name] for name in claim.asserts])
        content = " ".join(s.of(article.text) for s in claim.content_spans)
        yield Statement(
            ref=f"{article.info.id}#{claim.id}",
            article=article,
            claim=claim,
            voice=claim.speaker or _voice(claim.speaker_text),
            content=content,
            asserted=frozenset(f"{article.info.id}#{s.id}" for s in asserted),
            at_stake=frozenset(f"{article.info.id}#{s.id}" for s in _at_stake(article.text, claim, asserted)),
            events=frozenset(s.event for s in asserted if s.event and s.kind not in GENERAL_KINDS),
            head=asserted[0].event if asserted and asserted[0].kind not in GENERAL_KINDS else None,
            things=frozenset(_thing(role, article.text) for s in asserted if s.modality == "actual" for role in _undergoing(s)),
            deeds=frozenset(s.kind for s in asserted if s.kind not in GENERAL_KINDS),
            unclaimed=frozenset(f"{article.info.id}#{s.id}" for s in _denied(article.text, claim, asserted, nouns)),
            stems=_telling(article.text, content, asserted),
            negated=_is_negated(asserted, content),
            ahead=bool(asserted) and all(s.modality != "actual" for s in asserted),
            named=_named(article.text, ending, claim),
        )


def _named(text: str, ending: Mapping[int, Sequence[Mention]], claim: Claim) -> frozenset[str]:
    """The entities whose mention is all that a content consists of, but for an article before it; `ending` has mentions by their ends."""
    if len(claim.content_spans) > 1:
        return frozenset()
    content = claim.content_spans[0]
    inside = (m for m in ending.get(content.end, ()) if content.start <= m.span.start)
    return frozenset(m.entity for m in inside if not _ARTICLE.sub("", text[content.start : m.span.start]).strip())


def _asserted(text: str, situations: Sequence[Situation]) -> Sequence[Situation]:
    """The situations that a content stands or falls with, without those that it takes for granted, if any are left then."""
    free = [s for s in situations if not any(_is_named_by(s, other, text) for other in situations if other is not s)]
    told = [s for s in free if not _is_noun_after(_THE, text, Span(max(0, s.trigger.start - 30), s.trigger.start), s)] or free
    return sorted(told, key=lambda s: s.trigger)


def _at_stake(text: str, claim: Claim, asserted: Sequence[Situation]) -> Iterator[Situation]:
    """What is said to be so, not what is asked for or known already ("blamed the attack on"); of a speech only what is of some kind."""
    if claim.speech_act in WISHES:
        return
    spans = [span.of(text) for span in claim.content_spans]
    speech = any(map(_SENTENCES.search, spans)) or any(words[0].isupper() for words in spans[1:])
    for situation in asserted:
        known = _is_noun_after(_THE, text, Span(max(0, situation.trigger.start - 30), situation.trigger.start), situation)
        if not known and situation.modality not in ("desired", "obliged") and not (speech and situation.kind in GENERAL_KINDS):
            yield situation


def _denied(text: str, claim: Claim, asserted: Sequence[Situation], nouns: Mapping[str, str]) -> Sequence[Situation]:
    """What a denial says not to be so.

    Who rejects rejects things too ("a drug made by a rival"): what is so or not stands there behind a noun for a claim.
    """
    performed = claim.speech_act == "deny" and claim.quotation == "direct"  # "“We deny it”": denying is what they do
    if claim.speech_act not in DENIALS or performed or not asserted:
        return ()
    begins = claim.content_spans[0].start
    before = [word.lower() for word in WORD.findall(text[begins : asserted[0].trigger.start])]
    told = "that" in before and any(singular(word, nouns) for word in before[: before.index("that")])
    if claim.speech_act != "deny" and not told:
        return ()
    return asserted


def _is_named_by(situation: Situation, other: Situation, text: str) -> bool:
    """Do words for who takes part in the other, or its object, name this one?"""
    if any(role.naming.contains(situation.trigger) and not role.naming.contains(other.trigger) for role in other.roles):
        return True
    return _is_noun_after(_OBJECT, text, Span(other.trigger.end, situation.trigger.start), situation)


def _is_noun_after(determiner: re.Pattern[str], text: str, before: Span, situation: Situation) -> bool:
    """Does the determiner before a trigger belong to it ("the theft"), and not to its subject ("the mayor resigned")?"""
    found = determiner.search(before.of(text)) if before.start < before.end else None
    begins = before.start + found.start(1) if found else -1
    return found is not None and not any(role.span.start == begins for role in situation.roles)


def _telling(text: str, content: str, asserted: Sequence[Situation]) -> frozenset[str]:
    """The stems of a content, where the kind of what it tells of stands for the word for it ("shot down", "downing")."""
    telling = [s for s in asserted if s.kind not in GENERAL_KINDS]
    triggers = {stem for s in telling for stem in stems(s.trigger.of(text))}
    return frozenset({*stems(content)} - triggers | {s.kind for s in telling})


def _undergoing(situation: Situation) -> Sequence[Role]:
    """To whom or what it happens: of what has no object, its subject ("the town fell")."""
    patients = [role for role in situation.roles if role.role == "patient"]
    return patients or [role for role in situation.roles if role.role == "agent"]


def _thing(role: Role, text: str) -> str:
    """Who or what fills a role: an entity, or the last of its words."""
    return role.entity or stem(role.span.of(text).split()[-1].lower())


def _is_negated(asserted: Sequence[Situation], content: str) -> bool:
    if asserted:
        return all(s.polarity == "negated" for s in asserted)
    return len(content.split()) <= SHORT and bool(_NEGATION.search(content))


def _voice(text: str | None) -> str | None:
    """The words for a speaker who is no entity, without their article; None where they can mean anybody."""
    words = _ARTICLE.sub("", " ".join((text or "").lower().split()))
    return words if words and words not in PRONOUNS else None


def is_one_voice(one: str | None, other: str | None) -> bool:
    """Are both known, and one: the same entity, or "the union" after "the miners' union"?"""
    if one is None or other is None:
        return False
    return one == other or one.endswith(f" {other}") or other.endswith(f" {one}")


def stems(content: str) -> Iterator[str]:
    """The words of a content that tell it from others, without their endings."""
    for match in WORD.finditer(content.lower()):
        if match.group() not in _EMPTY:
            yield stem(match.group())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its endings, so that "warnings", "warned" and "warn" are one."""
    shorter = _ENDINGS.sub("", word)
    return stem(shorter) if len(shorter) >= 3 and shorter != word else word


def singular(word: str, nouns: Mapping[str, str]) -> str | None:
    """The entry of the lexicon that a noun is a form of."""
    endings = (("", ""), ("s", ""), ("ies", "y"), ("es", ""))
    forms = (word.removesuffix(ending) + singular for ending, singular in endings if word.endswith(ending))
    return next((form for form in forms if form in nouns), None)
