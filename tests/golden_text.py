"""What the build finds in one article, as lines that a person can read and `diff` can compare."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Claim, Entity, Quantity, Situation, Span, Time
from musts import Reading

TAKEN_FOR_GRANTED = frozenset({"affirmed", "actual", "stated", "attributed"})


def golden_text(reading: Reading) -> str:
    """The article, its entities, relations, claims and situations, each with the words that say it."""
    parts = [_article(reading), _entities(reading), _relations(reading), _claims(reading), _situations(reading)]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _article(r: Reading) -> list[str]:
    info = r.record.article
    known = [info.title, info.publisher, ", ".join(info.authors), info.published and f"{info.published} ({info.published_basis})"]
    skipped = [f"  not read ({s.reason}): {r.words(s.span)}" for s in r.record.skipped]
    return [" | ".join(str(k) for k in known if k), *skipped]


def _entities(r: Reading) -> list[str]:
    return ["ENTITIES", *(f"  {e.id}  {e.name}: {', '.join(_mentions(r, e))}" for e in r.record.entities)]


def _mentions(r: Reading, entity: Entity) -> Iterator[str]:
    """The words of the mentions, each once, with how often they stand in the article."""
    words = [r.words(m.span) + (" (government)" if m.metonym else "") for m in r.record.mentions if m.entity == entity.id]
    return (word + (f" ×{words.count(word)}" if words.count(word) > 1 else "") for word in dict.fromkeys(words))


def _relations(r: Reading) -> list[str]:
    return ["RELATIONS", *(f"  {x.subject} {x.type} {x.title or '-'} {x.object or '-'} {x.tense}" for x in r.record.relations)]


def _claims(r: Reading) -> list[str]:
    return ["CLAIMS", *(line for c in r.record.claims for line in (_claim(r, c), f"      {_content(r, c)}"))]


def _claim(r: Reading, c: Claim) -> str:
    marks = [c.speech_act, c.quotation, *_unusual(c.polarity, c.modality, c.certainty)]
    links = {
        "denies": c.denies, "supports": c.supports, "answers": c.responds_to,
        "inside": c.embedded_in, "to": c.addressee, "in": c.medium, "on": c.said_on,
    }  # fmt: skip
    ends = [f"{name} {' '.join(end) if isinstance(end, tuple) else end}" for name, end in links.items() if end]
    return f"  {c.id} {c.speaker or '?'} “{c.speaker_text or ''}” [{r.words(c.cue_span)}] {', '.join([*marks, *ends])}"


def _content(r: Reading, c: Claim) -> str:
    told = f"  -> {' '.join(s.removeprefix('situation-') for s in c.content)}" if c.content else ""
    return " … ".join(r.words(s) for s in c.content_spans) + told


def _situations(r: Reading) -> list[str]:
    return ["SITUATIONS", *(_situation(r, s) for s in r.record.situations)]


def _situation(r: Reading, s: Situation) -> str:
    roles = [f"{x.role}={x.entity or _quoted(r, x.naming)}" for x in s.roles]
    circumstances = [s.place and f"at {s.place}", s.time and _time(r, s.time), *(_quantity(r, q) for q in s.quantities)]
    ties = [s.event, s.part_of and f"part of {s.part_of}", s.condition and f"if {s.condition}"]
    marks = _unusual(s.standing, s.modality, s.polarity)
    fields = [f"{s.id.removeprefix('situation-')} {s.kind}", *marks, f"[{s.label}]", *roles, *circumstances, *ties]
    return "  " + " ".join(f for f in fields if f)


def _unusual(*values: str) -> list[str]:
    """Of what a claim or a situation is marked with, what need not be taken for granted."""
    return [v for v in values if v not in TAKEN_FOR_GRANTED]


def _time(r: Reading, time: Time) -> str:
    by = f" by {time.rule}" if time.rule else ""
    return f"when {_quoted(r, time.span)} {time.start or ''}..{time.end or ''}{by}"


def _quantity(r: Reading, q: Quantity) -> str:
    value = f"{q.value:g}" if q.value is not None else f"{q.min}..{q.max}"
    return f"count {_quoted(r, q.span)} {' '.join(x for x in (q.bound, value, q.unit, q.counted) if x)}"


def _quoted(r: Reading, span: Span) -> str:
    return f"“{r.words(span)}”"
