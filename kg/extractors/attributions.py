"""Who is said to have said what: cue, source and content by grammar alone, before it is known who is who."""

from __future__ import annotations

from kg.extractors.attribution.contents import find_content
from kg.extractors.attribution.cues import find_cues, index_cues
from kg.extractors.attribution.joining import join, link_nested
from kg.extractors.attribution.mending import mend
from kg.extractors.attribution.parentheses import widen
from kg.extractors.attribution.sources import find_source
from kg.extractors.attribution.speech import Spoken, assign_quotes, fit_to_quotes
from kg.extractors.attribution.syntax import read_syntax
from kg.extractors.drafts import Attribution, Quote
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle


def find_attributions(parsed: ParsedArticle, quotes: tuple[Quote, ...], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Cues, then their sources, contents and the quotations they carry, in the order of the text."""
    s = read_syntax(parsed)
    cues = {match.token: match for match in find_cues(s, index_cues(lexicon))}
    mend(s, cues)
    sources = {token: find_source(s, match) for token, match in cues.items()}
    found = {token: widen(s, match, sources[token], find_content(s, match), cues) for token, match in cues.items()}
    said, contents = assign_quotes(s, quotes, cues, fit_to_quotes(s, found, quotes, cues))
    spoken: dict[int, list[Spoken]] = {}
    for x in said:
        spoken.setdefault(x.cue, []).append(x)
    joined = (join(s, match, sources[token], contents.get(token), spoken.get(token, []), quotes) for token, match in cues.items())
    return link_nested([a for a in joined if a is not None], s)
