"""Who is said to have said what: cue, source and content by grammar alone, before it is known who is who.

The steps, in the order in which `find_attributions` takes them: `cues` the words of the lexicon, `manner` any verb beside a
quotation; `mending` what parsers get wrong around them; `asides` what others hold of a claim in the same breath; `sources` who says it;
`contents` what is said by grammar, `parentheses` around cues set off by commas, `speech` with quotations; `kinds` the speech act,
addressee and medium; `screening` what is no claim; `joining` all of it as `Attribution`s; `voices` quotations without a cue. `syntax` is
what several know.
"""

from __future__ import annotations

from kg.extractors.attribution.asides import part_asides, taken_up
from kg.extractors.attribution.contents import find_content
from kg.extractors.attribution.cues import find_cues, index_cues
from kg.extractors.attribution.joining import Finding, join, link_nested, voiced
from kg.extractors.attribution.kinds import kind_of
from kg.extractors.attribution.manner import find_manner_cues
from kg.extractors.attribution.mending import mend, restore_verbs
from kg.extractors.attribution.parentheses import untangle, widen, with_description
from kg.extractors.attribution.screening import with_frames_of_people
from kg.extractors.attribution.sources import find_source
from kg.extractors.attribution.speech import assign_quotes, fit_to_quotes
from kg.extractors.attribution.voices import find_voices
from kg.extractors.drafts import Attribution, Quote
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle

__all__ = ["find_attributions"]


def find_attributions(parsed: ParsedArticle, quotes: tuple[Quote, ...], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Cues, then their sources, contents and the quotations they carry, in the order of the text."""
    s = parsed.doc.columns.mendable()
    index = index_cues(lexicon)
    restore_verbs(s, index)
    known = {match.token: match for match in find_cues(s, index)}
    cues = dict(sorted({**known, **find_manner_cues(s, quotes, known, index)}.items()))
    mend(s, cues, index)
    asides = part_asides(s, cues, index)
    sources = {token: with_description(s, match, find_source(s, match, index), index) for token, match in cues.items()}
    cues = {token: with_frames_of_people(s, match, sources[token]) for token, match in cues.items()}
    by_grammar = {token: find_content(s, match) for token, match in cues.items()}
    told = {token: taken_up(s, match, by_grammar[token], asides.get(token), index) for token, match in cues.items()}
    found = {token: widen(s, match, sources[token], told[token], cues) for token, match in cues.items()}
    spoken, contents = assign_quotes(s, quotes, cues, fit_to_quotes(s, found, quotes, cues), index)
    contents = untangle(s, contents)
    findings = (
        Finding(match, sources[token], contents.get(token), tuple(x for x in spoken if x.cue == token)) for token, match in cues.items()
    )
    joined = (join(s, f, kind_of(s, f.match, f.source, f.content, index, cues), quotes, cues, index) for f in findings)
    claims = [attribution for attribution in joined if attribution is not None]
    return link_nested([*claims, *(voiced(s, voice) for voice in find_voices(s, quotes, spoken, index))], s)
