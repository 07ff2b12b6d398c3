"""The values that flow through the pipeline: frozen, typed, and free of any library for language or RDF.

`Article` goes in; `Record` is what one article says (the contract of `articles.jsonl`); `Graph` is all of it together.
Every fact carries the `Span` of the words that say it, counted in Unicode code points into the text exactly as read.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal, NamedTuple

from msgspec import Struct

from kg.iri import BASE

SCHEMA = "article-record/1"

EntityType = Literal["Person", "Organization", "Group", "Place", "GeopoliticalEntity", "Topic"]
MentionKind = Literal["name", "nominal", "pronoun", "adjective"]
RelationType = Literal["holds-role", "member-of", "kin", "located-in"]
Tense = Literal["current", "former", "future"]
RoleName = Literal["agent", "patient", "recipient", "instrument", "participant"]
Precision = Literal["day", "week", "month", "year", "range", "unanchored"]
Basis = Literal["text", "inferred", "given"]
RoleRule = Literal["at-war"]
DateRule = Literal["told-again", "same-clause", "present-tense", "news-of-the-week"]
Bound = Literal["exact", "about", "more-than", "fewer-than", "at-least", "at-most"]
Modality = Literal["actual", "future", "possible", "obliged", "desired", "conditional"]
Polarity = Literal["affirmed", "negated"]
Standing = Literal["narrated", "attributed", "disputed"]
Quotation = Literal["direct", "indirect", "mixed"]
Certainty = Literal["stated", "confirmed", "believed", "claimed", "alleged"]

AGENTS: Final[frozenset[EntityType]] = frozenset({"Person", "Organization", "Group", "GeopoliticalEntity"})
"""Types of who can act and speak."""
PLACES: Final[frozenset[EntityType]] = frozenset({"Place", "GeopoliticalEntity"})
"""Types of what has its place on a map."""
GENERAL_KINDS: Final = frozenset({"other", "communication"})
"""Kinds of situations so wide that two of one kind need have nothing to do with each other."""


def full_id(article: str, local: str) -> str:
    """`claim-2` or `situation-2` of an article as `ARTICLE_ID#claim-2`; an id that names its article stays as it is."""
    return local if "#" in local else f"{article}#{local}"


class Span(NamedTuple):
    """A run of characters `[start, end)` of one article's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Skipped(Struct, frozen=True, gc=False):
    """A stretch of text that is no news (a byline, a caption, an advertisement) and yields nothing."""

    span: Span
    reason: str


class ArticleInfo(Struct, frozen=True, gc=False):
    """What is known of an article besides its text.

    `source` is the path relative to the input folder, or a URL. `published_basis` says where the date is from: given by
    the user, printed in the text, or inferred from facts in the text; null together with `published`.
    """

    id: str
    source: str
    sha256: str
    language: str = "en"
    title: str | None = None
    title_span: Span | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    published_basis: Basis | None = None
    url: str | None = None


class Article(Struct, frozen=True, gc=False):
    """One news article: its text exactly as read, what is known of it, and the parts of it that are no news."""

    text: str
    info: ArticleInfo
    skipped: tuple[Skipped, ...] = ()


class Entity(Struct, frozen=True, gc=False):
    """Somebody or something that articles speak of. `id` is the part of the IRI after `{base}id/`.

    Inside one article, before resolution, ids are local (`entity-3`). `links` are found by the build and only close matches;
    `same_as` are addresses that the user's reference data gives.
    """

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


class Mention(Struct, frozen=True, gc=False):
    """Words that stand for an entity. Spans of names hold no title and no possessive 's."""

    span: Span
    kind: MentionKind
    entity: str
    metonym: bool = False


class Relation(Struct, frozen=True, gc=False):
    """An office, a membership, kinship or a location, in the article's own words (`title`), right or wrong.

    `reference_title` is what the user's reference data has in place of an office, where it disagrees on the day of the article.
    """

    type: RelationType
    subject: str
    object: str | None
    span: Span
    title: str | None = None
    tense: Tense = "current"
    reference_title: str | None = None


class Time(Struct, frozen=True, gc=False):
    """A time expression, resolved to first and last day as far as the text allows; null beats a guess.

    An open interval has only `start` ("since 2014") or only `end`. `basis` is null where nothing could be anchored.
    `rule` says by what a date was inferred that no words of the clause give; `span` then holds the words elsewhere that give
    the day, or is null. The news of the week up to publication has the month or year that holds that week.
    """

    span: Span | None
    start: date | None = None
    end: date | None = None
    precision: Precision = "unanchored"
    basis: Basis | None = None
    rule: DateRule | None = None


class Quantity(Struct, frozen=True, gc=False):
    """A number with what it counts; a range has `min` and `max` in place of `value`."""

    span: Span
    value: float | None = None
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    counted: str | None = None
    bound: Bound = "exact"


class Role(Struct, frozen=True, gc=False):
    """Who takes part in a situation, and as what; `entity` is null where the words name nobody in the graph.

    `antecedent` are then the words that a relative pronoun stands for ("ferries, which"). `rule` says by what it was inferred that
    somebody takes part whom the sentence does not name; `span` then holds the words elsewhere that speak for it.
    """

    role: RoleName
    entity: str | None
    span: Span
    antecedent: Span | None = None
    rule: RoleRule | None = None

    @property
    def naming(self) -> Span:
        """The words that say most of who it is."""
        return self.antecedent or self.span


class Situation(Struct, frozen=True, gc=False):
    """Something described as happening or holding; being described does not mean that it happened.

    `kind` is a code of the ontology. `evidence` is the clause that tells of it. `condition` is the id of the situation
    that this one depends on. `standing` is derived by the ledger. `event` is its identity across articles, and `joined` says
    why it is held for the same event as what the article told before.
    """

    id: str
    kind: str
    trigger: Span
    evidence: Span
    label: str
    event: str | None = None
    other_triggers: tuple[Span, ...] = ()
    roles: tuple[Role, ...] = ()
    place: str | None = None
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()
    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    standing: Standing = "narrated"
    speakers: int = 0
    sides: int = 0
    part_of: str | None = None
    condition: str | None = None
    joined: str | None = None


class Claim(Struct, frozen=True, gc=False):
    """What the article attributes to a speaker. Content spans exclude quotation marks.

    `content` are the situations that the content describes; an opinion may describe none. `asserts` are those among them that
    its main clauses tell of: with them the claim stands or falls. `speaker_text` are the words at `speaker_span`, but for a "who" that
    is nobody known the words that it stands for. `responds_to`, `denies` and `supports` hold ids of claims:
    `claim-2` of this article or `ARTICLE_ID#claim-2` of another.
    """

    id: str
    speaker: str | None
    speaker_text: str | None
    speaker_span: Span | None
    cue_span: Span | None
    content_spans: tuple[Span, ...]
    evidence: Span
    quotation: Quotation = "indirect"
    speech_act: str = "say"
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    certainty: Certainty = "stated"
    cue: str | None = None
    content: tuple[str, ...] = ()
    asserts: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    addressee: str | None = None
    medium: str | None = None
    said_on: date | None = None
    embedded_in: str | None = None
    responds_to: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


class Record(Struct, frozen=True, gc=False):
    """What one article says: one line of `articles.jsonl`."""

    article: ArticleInfo
    skipped: tuple[Skipped, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    situations: tuple[Situation, ...] = ()
    claims: tuple[Claim, ...] = ()
    schema: str = SCHEMA


class Merge(Struct, frozen=True, gc=False):
    """Why two descriptions are held to be one: an entity (or event) of one article joined to a node of the graph.

    `name` is what the article calls it; `reason` is a sentence for people, with the words that decided.
    """

    id: str
    article: str
    name: str
    reason: str


class Link(Struct, frozen=True, gc=False):
    """Why two claims are linked: `relation` is `denies`, `supports` or `responds-to`; ends are `ARTICLE_ID#claim-N`."""

    source: str
    relation: str
    target: str
    reason: str


class Side(Struct, frozen=True, gc=False):
    """Whom a speaker speaks for, and why: both are ids of entities, `reason` names each step from one to the other."""

    entity: str
    side: str
    reason: str


class AttributedClaim(Struct, frozen=True, gc=False):
    """A claim as a person reads it: who, in which words, where."""

    article: ArticleInfo
    claim: Claim
    speaker: Entity | None
    content: str
    cue: str | None


class Graph(Struct, frozen=True, gc=False):
    """All articles of a build, their records with identities resolved, and the reasons of every merge, link and side."""

    articles: tuple[Article, ...] = ()
    records: tuple[Record, ...] = ()
    entities: tuple[Entity, ...] = ()
    merges: tuple[Merge, ...] = ()
    links: tuple[Link, ...] = ()
    sides: tuple[Side, ...] = ()
    base_iri: str = BASE

    def __repr__(self) -> str:
        """How much it holds: what it holds would fill a notebook."""
        situations = sum(len(record.situations) for record in self.records)
        claims = sum(len(record.claims) for record in self.records)
        return f"<Graph: articles={len(self.articles)} entities={len(self.entities)} claims={claims} situations={situations}>"

    @property
    def claims(self) -> tuple[AttributedClaim, ...]:
        """Every claim of every article, in the order of the text."""
        entities = {e.id: e for e in self.entities}
        texts = {a.info.id: a.text for a in self.articles}
        return tuple(
            AttributedClaim(
                article=record.article,
                claim=claim,
                speaker=entities[claim.speaker] if claim.speaker else None,
                content=" ".join(s.of(texts[record.article.id]) for s in claim.content_spans),
                cue=claim.cue_span.of(texts[record.article.id]) if claim.cue_span else None,
            )
            for record in self.records
            for claim in record.claims
        )
