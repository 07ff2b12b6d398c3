"""What the extractors hand to one another: positions in the parse, before it is known who is who.

Token ranges are half-open `[start, end)` indices into `ParsedArticle.doc`; `Span`s are characters of the article's text.
"""

from __future__ import annotations

from msgspec import Struct, field

from kg.model import Certainty, Entity, EntityType, Mention, MentionKind, Polarity, Quotation, Relation, Span


class Quote(Struct, frozen=True):
    """Words between quotation marks. `span` holds the marks, `content` does not; tokens cover the content.

    `continues`: the mark is not closed, the quotation runs on in the next paragraph.
    """

    span: Span
    content: Span
    start: int
    end: int
    continues: bool = False


class Attribution(Struct, frozen=True):
    """Somebody is said to have said, thought or wanted something; purely grammatical, no identities yet.

    `speaker` is the token range of the words that name the source and `speaker_head` its head token. `parent` is the
    index of the attribution whose content holds this one. `medium` and the addressee are as the text words them.
    A quotation may stand without a cue, its speaker plain from the sentence before or a name behind it.
    """

    cue: Span | None
    cue_token: int | None
    lemma: str | None
    contents: tuple[Span, ...]
    evidence: Span
    speaker: tuple[int, int] | None = None
    speaker_head: int | None = None
    quotation: Quotation = "indirect"
    speech_act: str = "say"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"
    addressee_head: int | None = None
    medium: Span | None = None
    parent: int | None = None


class NounPhrase(Struct, frozen=True):
    """A candidate mention: `[start, end)` without title, determiner of names, or possessive 's.

    `nation` is the name of the country that the words stand for or belong to ("Ukrainian", "the French leader"), and
    `title` the tokens of an office or form of address before a name ("Deputy Foreign Minister").
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    type: EntityType | None
    span: Span
    nation: str | None = None
    title: tuple[int, int] | None = None


class Identities(Struct, frozen=True):
    """Who is who inside one article: the mentions with their entity, and a look-up by token."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    by_token: dict[int, str] = field(default_factory=dict)
    """Every token of a mention -> entity id; inside nested mentions the one whose head the token is, else the innermost."""

    def of(self, token: int | None) -> str | None:
        """The entity that a token stands for, if any."""
        return None if token is None else self.by_token.get(token)

    def entity(self, entity_id: str) -> Entity:
        return next(e for e in self.entities if e.id == entity_id)
