"""What a careful reader of an article agrees on, as checks: each takes the `Reading` of an article and gives what is wrong, or None.

Words of an article stand in the checks as the article has them; a word between asterisks is the one that a situation or a
mention hangs on ("will *visit* the region").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from kg.model import Article, Claim, Entity, Quantity, Record, Situation, Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and what the build found in it."""

    article: Article
    record: Record

    def words(self, *spans: Span | None) -> str:
        return " ".join(" ".join(s.of(self.article.text) for s in spans if s).split())

    def name(self, entity_id: str | None) -> str | None:
        return next((e.name for e in self.record.entities if e.id == entity_id), None)

    def named(self, name: str) -> Entity | None:
        """The entity that goes by a name, else the one that has a mention of these words."""
        by_name = (e for e in self.record.entities if name == e.name or name in e.aliases)
        mentioned = {m.entity for m in self.record.mentions if m.kind == "name" and self.words(m.span) == name}
        return next(by_name, None) or next((e for e in self.record.entities if e.id in mentioned), None)

    def claims_with(self, words: str) -> list[Claim]:
        return [c for c in self.record.claims if words in self.words(*c.content_spans)]

    def span(self, marked: str) -> Span:
        """Where the word between asterisks stands; the words around it must stand in the article once."""
        before, word, _ = marked.split("*")
        phrase = marked.replace("*", "")
        assert self.article.text.count(phrase) == 1, f"“{phrase}” stands {self.article.text.count(phrase)} times in the article"
        start = self.article.text.index(phrase) + len(before)
        return Span(start, start + len(word))

    def situations_at(self, marked: str) -> list[Situation]:
        span = self.span(marked)
        return [s for s in self.record.situations if any(t.overlaps(span) for t in (s.trigger, *s.other_triggers))]


@dataclass(frozen=True, slots=True)
class Must:
    """A check with what it says."""

    says: str
    wrong: Callable[[Reading], str | None]


# ---------------------------------------------------------------- who says what
def says(speaker: str, words: str) -> Must:
    """Somebody with a name is the speaker of a claim that holds the words."""

    def wrong(r: Reading) -> str | None:
        entity = r.named(speaker)
        if entity is None:
            return f"nobody goes by the name {speaker}"
        claims = r.claims_with(words)
        return None if any(c.speaker == entity.id for c in claims) else f"claims with “{words}”: {_said(r, claims)}"

    return Must(f"{speaker} says “{words}”", wrong)


def spoken(words: str, source: str) -> Must:
    """The speaker of a claim that holds the words is worded so; it need not have a name."""

    def wrong(r: Reading) -> str | None:
        claims = r.claims_with(words)
        return None if any(source in (c.speaker_text or "") for c in claims) else f"claims with “{words}”: {_said(r, claims)}"

    return Must(f"“{source}” says “{words}”", wrong)


def denial(speaker: str, words: str) -> Must:
    """Somebody denies what the words say."""

    def wrong(r: Reading) -> str | None:
        claims = [c for c in r.claims_with(words) if c.polarity == "negated" or c.speech_act in ("deny", "reject")]
        fits = any(r.name(c.speaker) == speaker or speaker in (c.speaker_text or "") for c in claims)
        return None if fits else f"denials with “{words}”: {_said(r, claims)}; claims: {_said(r, r.claims_with(words))}"

    return Must(f"{speaker} denies “{words}”", wrong)


def denies(speaker: str, words: str) -> Must:
    """Somebody's denial is linked to the claim, by somebody else, that holds the words."""

    def wrong(r: Reading) -> str | None:
        targets = {c.id for c in r.claims_with(words)}
        links = [(c, d) for c in r.record.claims for d in c.denies]
        fits = any(d in targets and (r.name(c.speaker) == speaker or speaker in (c.speaker_text or "")) for c, d in links)
        return None if fits else f"claims with “{words}”: {_said(r, r.claims_with(words))}; links: {[(c.speaker, d) for c, d in links]}"

    return Must(f"{speaker} denies the claim “{words}”", wrong)


def no_denial(speaker: str, words: str) -> Must:
    """Nobody's denial is linked to the claim that holds the words, where it was not meant."""

    def wrong(r: Reading) -> str | None:
        targets = {c.id for c in r.claims_with(words)}
        found = [c for c in r.record.claims if r.name(c.speaker) == speaker and targets & set(c.denies)]
        return f"denied by: {_said(r, found)}" if found else None

    return Must(f"{speaker} does not deny “{words}”", wrong)


def silent(words: str) -> Must:
    """Nothing is claimed where somebody keeps silent."""

    def wrong(r: Reading) -> str | None:
        start = r.article.text.index(words)
        span = Span(start, start + len(words))
        claims = [c for c in r.record.claims if c.cue_span and c.cue_span.overlaps(span)]
        return f"a claim of silence: {_said(r, claims)}" if claims else None

    return Must(f"“{words}” is no claim", wrong)


def _said(r: Reading, claims: list[Claim]) -> str:
    return "; ".join(f"{c.speaker} ({c.speaker_text}) {r.words(c.cue_span)}: {r.words(*c.content_spans)}" for c in claims) or "none"


# ---------------------------------------------------------------- what is told as a fact
def no_fact(marked: str) -> Must:
    """No situation that hangs on the word is told as an affirmed fact in the article's own voice."""

    def wrong(r: Reading) -> str | None:
        told = [s for s in r.situations_at(marked) if _is_fact(s)]
        return f"told as a fact: {[(s.kind, s.label) for s in told]}" if told else None

    return Must(f"no fact: “{marked}”", wrong)


def is_fact(marked: str) -> Must:
    """The article itself tells that it happened."""

    def wrong(r: Reading) -> str | None:
        found = r.situations_at(marked)
        return None if any(_is_fact(s) for s in found) else f"situations: {_described(found)}"

    return Must(f"a fact: “{marked}”", wrong)


def _is_fact(situation: Situation) -> bool:
    return (situation.standing, situation.modality, situation.polarity) == ("narrated", "actual", "affirmed")


def _described(situations: list[Situation]) -> str:
    return "; ".join(f"{s.kind} {s.label} {s.standing} {s.modality} {s.polarity}" for s in situations) or "none"


def dated(marked: str, start: str, end: str | None = None) -> Must:
    """A situation that hangs on the word has this first and last day."""
    expected = (date.fromisoformat(start), date.fromisoformat(end or start))

    def wrong(r: Reading) -> str | None:
        found = [s.time and (s.time.start, s.time.end) for s in r.situations_at(marked)]
        return None if expected in found else f"times: {found}"

    return Must(f"{start}: “{marked}”", wrong)


def no_kind(marked: str, kind: str) -> Must:
    """No situation that hangs on the word is of the kind."""

    def wrong(r: Reading) -> str | None:
        found = [s.label for s in r.situations_at(marked) if s.kind == kind]
        return f"of the kind {kind}: {found}" if found else None

    return Must(f"no {kind}: “{marked}”", wrong)


def counts(words: str, bound: str, *values: float) -> Must:
    """A quantity of the article has the words, the bound, and one value, or the least and the most."""

    def wrong(r: Reading) -> str | None:
        found = [q for s in r.record.situations for q in s.quantities if words.startswith(r.words(q.span)) or r.words(q.span) in words]
        fits = any(q.bound == bound and _values(q) == values for q in found)
        return None if fits else f"quantities: {[(r.words(q.span), q.bound, *_values(q)) for q in found]}"

    return Must(f"{bound} {values}: “{words}”", wrong)


def _values(quantity: Quantity) -> tuple[float, ...]:
    return tuple(v for v in (quantity.value, quantity.min, quantity.max) if v is not None)


# ---------------------------------------------------------------- who is who
def differ(first: str, second: str) -> Must:
    """Two names, two entities."""

    def wrong(r: Reading) -> str | None:
        one, other = r.named(first), r.named(second)
        if one is None or other is None:
            return f"{first if one is None else second} is not found"
        return f"both are {one.id}" if one.id == other.id else None

    return Must(f"{first} is not {second}", wrong)


def same(first: str, second: str) -> Must:
    """Two names, one entity."""

    def wrong(r: Reading) -> str | None:
        one, other = r.named(first), r.named(second)
        return None if one and other and one.id == other.id else f"{one and one.id} and {other and other.id}"

    return Must(f"{first} is {second}", wrong)


def refers(marked: str, name: str) -> Must:
    """The words between asterisks stand for the entity of that name."""

    def wrong(r: Reading) -> str | None:
        span, entity = r.span(marked), r.named(name)
        found = {m.entity for m in r.record.mentions if m.span.overlaps(span)}
        return None if entity and entity.id in found else f"they stand for {sorted(found)}"

    return Must(f"“{marked}” is {name}", wrong)


def metonym(marked: str) -> Must:
    """The place stands for its government."""

    def wrong(r: Reading) -> str | None:
        found = [m for m in r.record.mentions if m.span == r.span(marked)]
        return None if any(m.metonym for m in found) else f"mentions: {[(m.kind, m.entity) for m in found]}"

    return Must(f"“{marked}” is a government", wrong)


def typed(name: str, *types: str) -> Must:
    """The entity of that name has one of the types."""

    def wrong(r: Reading) -> str | None:
        entity = r.named(name)
        return None if entity and entity.type in types else f"{entity and entity.type}"

    return Must(f"{name} is of type {' or '.join(types)}", wrong)


def no_entity(name: str) -> Must:
    """Nobody in the graph goes by the name, or by a part of it."""

    def wrong(r: Reading) -> str | None:
        found = [e.name for e in r.record.entities if name in e.name or e.name in name.split()]
        return f"found: {found}" if found else None

    return Must(f"no entity {name}", wrong)


def holds(subject: str, title: str, tense: str = "current") -> Must:
    """Somebody has an office, by the words of its title."""

    def wrong(r: Reading) -> str | None:
        mine = [x for x in r.record.relations if r.name(x.subject) == subject]
        fits = any(x.type == "holds-role" and title in (x.title or "").lower() and x.tense == tense for x in mine)
        return None if fits else f"relations of {subject}: {[(x.type, x.title, x.tense, x.object) for x in mine]}"

    return Must(f"{subject}: {tense} {title}", wrong)


def kin(subject: str, title: str, other: str) -> Must:
    """Somebody is kin to somebody: "Her son, Hugo" is the son of her."""

    def wrong(r: Reading) -> str | None:
        mine = [x for x in r.record.relations if x.type == "kin" and r.name(x.subject) == subject]
        fits = any(title in (x.title or "") and r.name(x.object) == other for x in mine)
        return None if fits else f"kin of {subject}: {[(x.title, x.object) for x in mine]}"

    return Must(f"{subject} is {title} of {other}", wrong)


# ---------------------------------------------------------------- what is no news
def absent(words: str) -> Must:
    """Nothing is read out of these words."""

    def wrong(r: Reading) -> str | None:
        if words not in r.article.text:
            return None
        start = r.article.text.index(words)
        found = [r.words(s) for s in _spans(r.record) if s.overlaps(Span(start, start + len(words)))]
        return f"read out of it: {found}" if found else None

    return Must(f"nothing from “{words}”", wrong)


def _spans(record: Record) -> Iterator[Span]:
    yield from (m.span for m in record.mentions)
    yield from (s.trigger for s in record.situations)
    yield from (span for c in record.claims for span in c.content_spans)
