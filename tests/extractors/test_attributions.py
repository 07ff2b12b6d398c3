"""Who is said to have said what, by tables of single made-up sentences; and every cue of the lexicon by its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extractors.attributions import find_attributions
from kg.extractors.drafts import Attribution
from kg.extractors.quotations import find_quotations
from kg.lexicon import Cue, Lexicon, load_lexicon
from kg.parsing import ParsedArticle

Parse = Callable[..., ParsedArticle]


def attributions_of(parsed: ParsedArticle, lexicon: Lexicon) -> tuple[Attribution, ...]:
    return find_attributions(parsed, find_quotations(parsed), lexicon)


def told(parsed: ParsedArticle, a: Attribution) -> tuple[str, str, str]:
    """Source, cue and content in words; contents of several spans joined by " / "."""
    source = parsed.words(parsed.span(*a.speaker)) if a.speaker else "-"
    return source, parsed.words(a.cue), " / ".join(parsed.words(span) for span in a.contents)


@pytest.mark.parametrize("row", load_lexicon().cues, ids=lambda row: f"{row.lemma}-{row.pos}")
def test_every_cue_is_found_in_its_example(row: Cue, parse_text: Parse, lexicon: Lexicon) -> None:
    found = attributions_of(parse_text(row.example), lexicon)
    if row.pos == "verdict":
        assert [(a.speech_act, a.polarity) for a in found] == [(row.act, row.polarity)]
    else:
        assert (row.lemma, row.act, row.polarity) in [(a.lemma, a.speech_act, a.polarity) for a in found], found
