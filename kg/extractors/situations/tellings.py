"""What the words of one situation show about which event they tell of, and what an article has told of an event so far."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from msgspec import Struct

from kg.doc import Token
from kg.extractors.drafts import Identities
from kg.extractors.situations.roles import Argument
from kg.extractors.situations.triggers import Trigger
from kg.lexicon import Lexicon
from kg.model import Polarity, Quantity, Situation, Time
from kg.parsing import ParsedArticle

DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
UNDERGOING: Final = frozenset({"patient", "recipient"})
PRONOUNS: Final = frozenset({"it", "this", "that"})
LEAD: Final = 600
"""Characters after the headline in which it is told again."""
SENTENCE_ENDS: Final = frozenset({".", "!", "?", '"', "'", ":"})
NAMED_ALIKE: Final = frozenset({"Organization", "Topic", "Group"})


class Telling(Struct, frozen=True):
    """One situation with what its words show about identity.

    `pointed`: "the deal", "this attack"; `definite`: so, or "their deal", "talks". `versions` are words that tell one of several
    from the others ("the 1991 agreement", "a second strike"). `things` are nouns that take part, `objects` those to which it is
    done. `is_it`: "it", "this" or "that" takes part. `takes_up` are the kinds that the words can mean. `plural` says whether a noun is
    ("campaigns" are not "the campaign"; of talks it tells nothing), `wide` that the verb can be anything ("he got").
    """

    situation: Situation
    lemma: str
    is_noun: bool
    definite: bool
    pointed: bool
    plan: bool
    qualifiers: frozenset[str]
    versions: frozenset[str]
    things: frozenset[str]
    objects: frozenset[str]
    agents: frozenset[str]
    participants: frozenset[str]
    patients: frozenset[str]
    everybody: frozenset[str]
    headline: bool
    lead: bool
    sentence: int
    is_it: bool
    takes_up: frozenset[str]
    plural: bool | None
    wide: bool

    @property
    def kind(self) -> str:
        return self.situation.kind

    @property
    def key(self) -> str:
        """What only tellings of one event share."""
        return self.kind if self.kind != "other" else f"other {self.lemma}"

    @property
    def actual(self) -> bool:
        return self.situation.modality == "actual" and self.situation.polarity == "affirmed"


@dataclass(slots=True, eq=False)
class Group:
    """What the article has told of one event so far."""

    kind: str
    plan: bool
    actual: bool
    polarity: Polarity
    headline: bool
    words: str
    members: list[int] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    versions: set[str] = field(default_factory=set)
    agents: set[str] = field(default_factory=set)
    patients: set[str] = field(default_factory=set)
    everybody: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    numbers: dict[str, set[float]] = field(default_factory=dict)
    time: Time | None = None
    sentence: int = 0
    plural: dict[str, bool] = field(default_factory=dict)
    """Lemma of a noun that told of it -> whether it was the first time in the plural."""

    def add(self, telling: Telling, number: int) -> None:
        self.members.append(number)
        self.sentence = telling.sentence
        self.lemmas.add(telling.lemma)
        if telling.plural is not None:
            self.plural.setdefault(telling.lemma, telling.plural)
        self.qualifiers |= telling.qualifiers
        self.versions |= telling.versions
        self.agents |= telling.agents | telling.participants
        self.patients |= telling.patients
        self.everybody |= telling.everybody
        self.things |= telling.things
        self.objects |= telling.objects
        for quantity in telling.situation.quantities:
            if quantity.value is not None:
                self.numbers.setdefault(counted(quantity), set()).add(quantity.value)
        time = telling.situation.time
        if time is not None and time.start and self.time is None:
            self.time = time


class Company(Struct, frozen=True):
    """Who is who for identity: names for people to read, and whom an entity can stand for (her firm, the group of a subsidiary)."""

    names: dict[str, str]
    stand_ins: dict[str, frozenset[str]]

    def with_stand_ins(self, entities: Set[str]) -> Set[str]:
        if self.stand_ins.keys().isdisjoint(entities):
            return entities
        return {*entities, *(other for e in entities for other in self.stand_ins.get(e, ()))}


def company_of(identities: Identities) -> Company:
    """ "Ruiz, head of Brix": what Ruiz does Brix does; "Brix" and "Brix Motors" can be one firm."""
    stand_ins: dict[str, set[str]] = {}
    for relation in identities.relations:
        if relation.type in ("holds-role", "member-of") and relation.object is not None:
            stand_ins.setdefault(relation.subject, set()).add(relation.object)
    first: dict[str, str] = {}
    for entity in identities.entities:
        if entity.type in NAMED_ALIKE:
            short = entity.name.partition(" ")[0].lower()
            other = first.setdefault(short, entity.id)
            if other != entity.id and " " not in min((e.name for e in identities.entities if e.id in (other, entity.id)), key=len):
                stand_ins.setdefault(entity.id, set()).add(other)
                stand_ins.setdefault(other, set()).add(entity.id)
    return Company({e.id: e.name for e in identities.entities}, {e: frozenset(others) for e, others in stand_ins.items()})


def tellings_of(
    parsed: ParsedArticle, drafts: list[tuple[Trigger, list[Argument]]], situations: list[Situation], lexicon: Lexicon
) -> list[Telling]:
    """What each situation shows about identity, in the order of the text."""
    headline, anaphors, starts = headline_end(parsed), anaphors_of(lexicon), [s.start for s in parsed.sentences]
    found, sentence = [], 0
    for (trigger, arguments), situation in zip(drafts, situations, strict=True):
        while sentence + 1 < len(starts) and starts[sentence + 1] <= trigger.token.i:
            sentence += 1
        found.append(_telling(trigger, arguments, situation, headline, sentence, anaphors))
    return found


def with_antecedents(triggers: Iterable[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """The triggers without nouns that only take up what was told, where nothing of their kinds was."""
    anaphors, told, kept = anaphors_of(lexicon), set[str](), list[Trigger]()
    for trigger in triggers:
        if not trigger.pointing or not told.isdisjoint(anaphors.kinds.get(trigger.token.lemma_.lower(), frozenset())):
            kept.append(trigger)
            told.add(trigger.frame.kind)
    return kept


class Anaphors(Struct, frozen=True):
    """The nouns that take up what was told: lemma -> kinds; those that do so without an article; what tells one from another."""

    kinds: dict[str, frozenset[str]]
    bare: frozenset[str]
    of_verbs: dict[str, frozenset[str]]
    """The same of verbs whose subject is "it": "it took place"."""
    versions: frozenset[str]
    wide: frozenset[str]


@cache
def anaphors_of(lexicon: Lexicon) -> Anaphors:
    """The table as look-ups; a word of several rows takes up the kinds of all."""
    kinds: dict[str, frozenset[str]] = {}
    for row in lexicon.anaphors:
        for word in row.words:
            kinds[word] = kinds.get(word, frozenset()) | frozenset(row.kinds)
    of_verbs = {verb: frozenset(row.kinds) for row in lexicon.anaphors for verb in row.verbs}
    bare = frozenset(word for row in lexicon.anaphors if row.bare for word in row.words)
    versions = frozenset(word for row in lexicon.anaphors for word in row.versions)
    return Anaphors(kinds, bare, of_verbs, versions, frozenset(word for row in lexicon.anaphors for word in row.wide))


def _telling(
    trigger: Trigger, arguments: list[Argument], situation: Situation, headline: int, sentence: int, anaphors: Anaphors
) -> Telling:
    token = trigger.token
    noun, lemma = token.pos_ in ("NOUN", "PROPN"), token.lemma_.lower()
    lefts = token.lefts if noun else ()
    articles = [c.lower_ for c in lefts if c.dep_ == "det"]
    pointed = not DEFINITE.isdisjoint(articles)
    taken_up = noun and (any(c.dep_ == "poss" for c in lefts) or (lemma in anaphors.bare and not articles))
    start = situation.trigger.start
    things = [a for a in arguments if a.head.pos_ == "NOUN" and a.part != "place"]
    parts = [(role.role, role.entity) for role in situation.roles if role.entity]
    return Telling(
        situation=situation,
        lemma=lemma,
        is_noun=noun,
        definite=pointed or taken_up,
        pointed=pointed,
        plan=trigger.frame.plan,
        qualifiers=frozenset([c.lemma_.lower() for c in lefts if c.dep_ == "compound" and c.pos_ != "PROPN" and not c.ent_type_]),
        versions=frozenset([c.lower_ for c in lefts if _is_version(c, anaphors.versions)]),
        things=frozenset([a.head.lemma_.lower() for a in things]),
        objects=frozenset([
            a.head.lemma_.lower() for a in things if a.part in UNDERGOING and DEFINITE.isdisjoint([c.lower_ for c in a.head.lefts])
        ]),
        agents=frozenset([entity for role, entity in parts if role == "agent"]),
        participants=frozenset([entity for role, entity in parts if role == "participant"]),
        patients=frozenset([entity for role, entity in parts if role in UNDERGOING]),
        everybody=frozenset([entity for _, entity in parts]),
        headline=start < headline,
        lead=headline <= start < headline + LEAD,
        sentence=sentence,
        is_it=not noun and any(a.head.lower_ in PRONOUNS and a.head.pos_ == "PRON" for a in arguments),
        takes_up=_kinds_meant(trigger, lemma, noun, anaphors),
        plural=token.tag_ in ("NNS", "NNPS") if noun and lemma not in anaphors.bare else None,
        wide=situation.kind == "other" and lemma in anaphors.wide,
    )


def _kinds_meant(trigger: Trigger, lemma: str, noun: bool, anaphors: Anaphors) -> frozenset[str]:
    token = trigger.token
    if not noun:
        return anaphors.of_verbs.get(" ".join([lemma, *(t.lower_ for t in token.doc[token.i + 1 : trigger.end])]), frozenset())
    return anaphors.kinds.get(lemma, frozenset()) if token.tag_ != "NNS" or lemma in anaphors.bare else frozenset()


def _is_version(word: Token, versions: frozenset[str]) -> bool:
    """ "The 1991 agreement", "the second strike", "another deal", "the new contract"."""
    if word.dep_ in ("nummod", "compound"):
        return word.like_num and len(word) == 4
    return word.lower_ in versions


def headline_end(parsed: ParsedArticle) -> int:
    """Where the headline ends: the title, or a first line that is no sentence."""
    title = parsed.article.info.title_span
    if title is not None:
        return title.end
    if len(parsed.paragraphs) < 2:
        return 0
    start, end = parsed.paragraphs[0]
    return parsed.span(start, end).end if parsed.doc[end - 1].text not in SENTENCE_ENDS else 0


def counted(quantity: Quantity) -> str:
    """What is counted, by its last word: attack drones are drones."""
    return (quantity.counted or quantity.unit or "").rsplit(" ", 1)[-1]
