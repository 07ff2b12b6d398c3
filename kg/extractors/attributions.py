"""Who is said to have said what: cue, source and content by grammar alone, before it is known who is who."""

from __future__ import annotations

from kg.extractors.attribution.contents import find_content
from kg.extractors.attribution.cues import find_cues, index_cues
from kg.extractors.attribution.joining import join, link_nested
from kg.extractors.attribution.mending import mend
from kg.extractors.attribution.speech import Spoken, assign_quotes, fit_to_quotes
from kg.extractors.attribution.syntax import read_syntax
from kg.extractors.drafts import Attribution, Quote
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle


def find_attributions(parsed: ParsedArticle, quotes: tuple[Quote, ...], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Cues, then their contents, then the quotations they carry, then sources; in the order of the text."""
    s = read_syntax(parsed)
    matches = list(find_cues(s, index_cues(lexicon)))
    mend(s, matches)
    contents = {m.token: content for m in matches if (content := find_content(s, m)) is not None}
    contents = fit_to_quotes(s, contents, quotes, matches)
    spoken: dict[int, list[Spoken]] = {}
    for x in assign_quotes(s, quotes, matches, contents):
        spoken.setdefault(x.cue, []).append(x)
    joined = [join(s, m, contents.get(m.token), spoken.get(m.token, []), quotes) for m in matches]
    return link_nested([a for a in joined if a is not None], s)
