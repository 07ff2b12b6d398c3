"""Quotations that no cue brings in: whose words they are, by a name behind them or by who acts in the sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kg.doc import Columns
from kg.extractors.attribution.cues import CueIndex
from kg.extractors.attribution.sources import Source, source_of
from kg.extractors.attribution.speech import Spoken
from kg.extractors.attribution.syntax import DASHES, read_before, starts_paragraph
from kg.extractors.drafts import Quote

_STOPS = frozenset({".", "?", "!", "...", "…"})
_VERBS = frozenset({"VERB", "AUX"})
_LEAST = 4
"""Tokens of the shortest quotation that is a sentence, and the last token of a signature at which its name may begin."""
_LABEL = 12
"""Tokens of the longest signature."""


class Voice(Struct, frozen=True):
    """Quotations of one speaker, one behind the other, that stand without a cue."""

    source: Source
    quotes: tuple[Quote, ...]


def find_voices(s: Columns, quotes: Sequence[Quote], spoken: Sequence[Spoken], index: CueIndex) -> list[Voice]:
    """The quotations that are whole sentences, belong to no cue, and whose speaker is plain from where they stand."""
    taken = {x.quote.start for x in spoken}
    voices: list[Voice] = []
    for quote in quotes:
        if quote.start in taken or not _is_whole(s, quote):
            continue
        source = _signed(s, quote)
        if source is None and voices and _goes_on(s, voices[-1].quotes[-1], quote):
            voices[-1] = Voice(voices[-1].source, (*voices[-1].quotes, quote))
        elif (source := source or _acting_before(s, quote, index)) is not None:
            voices.append(Voice(source, (quote,)))
    return voices


def _goes_on(s: Columns, before: Quote, quote: Quote) -> bool:
    """Whether nothing but the closing mark, if there is one, stands between two quotations."""
    return _last_before(s, quote) == before.end - before.continues


def _is_whole(s: Columns, quote: Quote) -> bool:
    """Whether a quotation begins and ends as a sentence does."""
    mark = quote.start - 1
    begins = starts_paragraph(s, mark) or s.sentence[mark] == mark or s.sentence[quote.start] == quote.start
    return begins and quote.end - quote.start >= _LEAST and (quote.continues or s.words[quote.end - 1] in _STOPS)


def _last_before(s: Columns, quote: Quote) -> int:
    """The last token of news before the opening mark, in the same or the paragraph before; -1 where there is none."""
    last = read_before(s, quote.start - 1)
    return last if last >= 0 and s.paragraph[quote.start] - s.paragraph[last] <= 1 else -1


def _signed(s: Columns, quote: Quote) -> Source | None:
    """The name behind a quotation, after a dash or as the paragraph below it: "“We won.” — Anna Berg, coach"."""
    first, paragraph = quote.end + 1, s.paragraph[quote.start]
    dashed = first < len(s) and s.words[first] in DASHES and s.paragraph[first] == paragraph
    if not dashed:
        if not starts_paragraph(s, quote.start - 1) or (first < len(s) and s.paragraph[first] == paragraph):
            return None
        while first < len(s) and s.paragraph[first] < 0:
            first += 1
    end = first
    while end < len(s) and s.paragraph[end] == s.paragraph[first] and end - first <= _LABEL:
        end += 1
    label = range(first, end)
    if not label or end - first > _LABEL or any(s.pos[i] in _VERBS for i in label):
        return None
    named = [i for i in label if s.entities[i] == "PERSON" and s.pos[i] != "PUNCT"]
    if not named or named[0] > first + _LEAST:
        return None
    last = named[0]
    while last + 1 in named:
        last += 1
    return Source(named[0], last + 1, last)


def _acting_before(s: Columns, quote: Quote, index: CueIndex) -> Source | None:
    """The person or body that is the subject of the sentence before: "Lund laughed. “Ask me in May.”"."""
    last = _last_before(s, quote)
    if last < 0 or s.words[last] not in _STOPS:
        return None
    before = range(s.sentence[last], last)
    verb = next((i for i in before if s.deps[i] == "ROOT" and s.pos[i] in _VERBS), None)
    subject = s.child(verb, "nsubj", "nsubjpass") if verb is not None else None
    if subject is None:
        return None
    source = source_of(s, subject, index)
    return source if index.may_speak(s, source.head) else None
