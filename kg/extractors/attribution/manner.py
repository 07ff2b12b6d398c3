"""Verbs of any meaning that carry a quotation: "“Land ahead,” bellowed the sailor"; "The crowd had a message: “Go home.”"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.cues import ANY_VERB, CueIndex, CueMatch
from kg.extractors.attribution.sources import source_of
from kg.extractors.attribution.syntax import FINITE, read_before
from kg.extractors.drafts import Quote

_OPEN_ENDS = frozenset({",", "?", "!", "—", "--", "-"})
_NEAR = 12
"""Tokens behind a quotation among which its verb stands."""


def find_manner_cues(s: Columns, quotes: Sequence[Quote], cues: Mapping[int, CueMatch], index: CueIndex) -> dict[int, CueMatch]:
    """Cues for quotations that no row of the lexicon carries, by the row that stands for any verb."""
    row = index.row("verb", ANY_VERB)
    if row is None:
        return {}
    verbs = (_behind(s, quote, cues) or _leading(s, quote, cues, index) for quote in quotes if quote.end - quote.start > 1)
    return {verb: _carrying(cues[verb]) if verb in cues else CueMatch(row, verb, verb) for verb in verbs if verb is not None}


def _carrying(match: CueMatch) -> CueMatch:
    """The cue of a verb that usually carries no quotation, and here does."""
    return replace(match, row=replace(match.row, frames=(*match.row.frames, "quote")))


def _behind(s: Columns, quote: Quote, cues: Mapping[int, CueMatch]) -> int | None:
    """The verb of the clause right behind a quotation that ends with a comma, a question or an exclamation mark."""
    first = quote.end + 1
    if first >= len(s) or s.words[quote.end - 1] not in _OPEN_ENDS or s.paragraph[first] != s.paragraph[quote.start]:
        return None
    end = min(first + _NEAR, s.sentence_end[first])
    if any(_carries(cues.get(i)) for i in range(first, end)):
        return None
    verb = next((i for i in range(first, end) if s.pos[i] == "VERB"), None)
    if verb is None or s.tags[verb] not in FINITE:
        return None
    subject = s.child(verb, "nsubj")
    if subject is None:
        return verb if verb == first and s.child(verb, "dobj") is not None and _opens_sentence(s, quote) else None
    if subject < quote.start:
        return None
    return verb if verb == first or s.subtree(subject) >= set(range(first, verb)) else None


def _opens_sentence(s: Columns, quote: Quote) -> bool:
    return s.sentence[quote.start] >= quote.start - 1


def _leading(s: Columns, quote: Quote, cues: Mapping[int, CueMatch], index: CueIndex) -> int | None:
    """The main verb of the sentence that ends in a colon before a quotation."""
    colon = read_before(s, quote.start - 1)
    if colon < 1 or s.words[colon] != ":" or s.paragraph[quote.start] - s.paragraph[colon] > 1:
        return None
    before = range(s.sentence[colon], colon)
    if any(_carries(cues.get(i)) for i in before):
        return None
    verb = next((i for i in before if s.heads[i] == i or s.heads[i] not in before), None)
    subject = s.child(verb, "nsubj") if verb is not None and verb not in cues and s.tags[verb] in FINITE else None
    return verb if subject is not None and index.may_speak(s, source_of(s, subject, index).head) else None


def _carries(match: CueMatch | None) -> bool:
    return match is not None and match.row.pos != "mark" and "quote" in match.row.frames
