"""Cues, contents, quotations and sources put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extractors.attribution.contents import Content
from kg.extractors.attribution.cues import CueMatch, cue_tokens
from kg.extractors.attribution.screening import is_report
from kg.extractors.attribution.sources import Source
from kg.extractors.attribution.speech import Spoken
from kg.extractors.attribution.syntax import Syntax, runs
from kg.extractors.drafts import Attribution, Quote
from kg.model import Quotation, Span

_PRONOUNS = frozenset({
    "he", "she", "it", "they", "i", "we", "you", "who", "which", "that", "his", "her", "their", "its", "my", "our", "your",
})
_EDGES = frozenset({"PUNCT", "SPACE"})
_EDGE_WORDS = frozenset({"and", "but", "or"})


def join(
    s: Syntax, match: CueMatch, source: Source | None, content: Content | None, spoken: Sequence[Spoken], quotes: Sequence[Quote]
) -> Attribution | None:
    """One cue with all that it carries; None where nothing is left to be said."""
    contents = _content_spans(s, content, spoken)
    if not contents or not is_report(s, match, content, source, bool(spoken)):
        return None
    start, end = cue_tokens(s, match)
    if content is not None and content.last >= end and content.last - end < 3:
        end = content.last + 1
    cue = s.chars(start, end)
    spans = [*contents, cue] + ([s.chars(source.start, source.end)] if source else [])
    return Attribution(
        cue=cue,
        cue_token=match.token,
        lemma=match.row.lemma,
        contents=contents,
        evidence=Span(min(x.start for x in spans), max(x.end for x in spans)),
        speaker=(source.start, source.end) if source else None,
        speaker_head=source.head if source else None,
        quotation=_quotation(s, contents, content, spoken, quotes),
        speech_act=match.row.act,
        polarity=match.row.polarity,
        certainty=match.row.certainty,
    )


def _content_spans(s: Syntax, content: Content | None, spoken: Sequence[Spoken]) -> tuple[Span, ...]:
    """What is said, as spans: quotations alone where they stand alone, else the clause with its quoted words."""
    tokens: set[int] = set()
    if content is not None and (not spoken or any(x.fragment for x in spoken)):
        tokens |= content.tokens
    spans = []
    for x in spoken:
        if x.fragment:
            tokens |= set(range(x.quote.start, x.quote.end))
        else:
            tokens -= set(range(x.quote.start - 1, x.quote.end + 1))
            spans.append(x.quote.content)
    spans += _trimmed_runs(s, tokens)
    return tuple(sorted(spans))


def _trimmed_runs(s: Syntax, tokens: Iterable[int]) -> list[Span]:
    """Runs of tokens as spans, closed over punctuation between them, without punctuation, "that" and "and" at the edges."""
    merged: list[tuple[int, int]] = []
    for start, end in runs(tokens):
        if merged and all(s.pos[i] == "PUNCT" for i in range(merged[-1][1], start)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    trimmed = (_trimmed(s, start, end) for start, end in merged)
    return [s.chars(start, end) for start, end in trimmed if start < end]


def _trimmed(s: Syntax, start: int, end: int) -> tuple[int, int]:
    while start < end and (s.pos[start] in _EDGES or s.words[start] in _EDGE_WORDS or _introduces(s, start)):
        start += 1
    while end > start and (s.pos[end - 1] in _EDGES or s.pos[end - 1] == "CCONJ"):
        end -= 1
    return start, end


def _introduces(s: Syntax, token: int) -> bool:
    return s.words[token] == "that" and s.deps[token] == "mark"


def _quotation(s: Syntax, spans: Sequence[Span], content: Content | None, spoken: Sequence[Spoken], quotes: Sequence[Quote]) -> Quotation:
    if spoken and not any(x.fragment for x in spoken):
        return "direct"
    inside = [q for q in quotes if any(x.overlaps(q.content) for x in spans)]
    return "mixed" if inside else "indirect"


def link_nested(found: Sequence[Attribution], s: Syntax) -> tuple[Attribution, ...]:
    """Attributions in the order of the text, each with the index of the one that it is said in."""
    ordered = sorted(found, key=lambda a: (a.cue, a.contents))
    parents = [_parent(a, ordered) for a in ordered]
    kept = [k for k, a in enumerate(ordered) if parents[k] is None or _is_reported(s, a, ordered[parents[k]])]
    index = {k: n for n, k in enumerate(kept)}
    out = []
    for k in kept:
        parent = parents[k]
        while parent is not None and parent not in index:
            parent = parents[parent]
        out.append(replace(ordered[k], parent=None if parent is None else index[parent]))
    return tuple(out)


def _parent(a: Attribution, others: Sequence[Attribution]) -> int | None:
    """The attribution with the shortest content that holds this one's cue."""
    holding = [
        (sum(c.end - c.start for c in b.contents), k)
        for k, b in enumerate(others)
        if b is not a and any(c.contains(a.cue) for c in b.contents) and not any(c.contains(b.cue) for c in a.contents)
    ]
    return min(holding)[1] if holding else None


def _is_reported(s: Syntax, a: Attribution, parent: Attribution) -> bool:
    """Whether a nested attribution is somebody else's: what speakers say of themselves is part of what they say."""
    if a.speaker is None:
        return False
    start, end = a.speaker
    return not (end - start == 1 and s.words[start] in _PRONOUNS)
