"""Cues, contents, quotations and sources put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.contents import Content
from kg.extractors.attribution.cues import ANY_VERB, CueIndex, CueMatch, cue_tokens
from kg.extractors.attribution.kinds import Kind, addressee_of, medium_of
from kg.extractors.attribution.screening import is_report
from kg.extractors.attribution.sources import Source
from kg.extractors.attribution.speech import Spoken
from kg.extractors.attribution.syntax import runs
from kg.extractors.attribution.voices import Voice
from kg.extractors.drafts import Attribution, Quote
from kg.model import Quotation, Span

_PRONOUNS = frozenset({
    "he", "she", "it", "they", "i", "we", "you", "who", "which", "that", "his", "her", "their", "its", "my", "our", "your",
})
_RELATIVES = frozenset({"who", "which"})
_THIRD = frozenset({"he", "she", "they"})
_ATTITUDES = frozenset({"believe", "want", "hope", "fear", "intend", "doubt", "support", "oppose", "praise"})
_STRONG = frozenset({"deny", "reject", "accuse"})
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})
_EDGES = frozenset({"PUNCT", "SPACE"})
_FOCUS = frozenset({"only", "just", "merely", "simply"})
_EDGE_WORDS = frozenset({"and", "but", "or"})


class Finding(Struct, frozen=True):
    """A cue with its source, its content by grammar and the quotations that it carries."""

    match: CueMatch
    source: Source | None
    content: Content | None
    spoken: tuple[Spoken, ...] = ()


def join(
    s: Columns, finding: Finding, kind: Kind, quotes: Sequence[Quote], cues: Mapping[int, CueMatch], index: CueIndex
) -> Attribution | None:
    """The attribution of one cue; None where it tells of no claim."""
    if not is_report(s, finding.match, finding.content, finding.source, bool(finding.spoken), cues, index):
        return None
    contents = tuple(_with_marks(s, span, quotes) for span in _content_spans(s, finding))
    return _attribution(s, finding, contents, kind, quotes, index) if contents else None


def _attribution(
    s: Columns, finding: Finding, contents: tuple[Span, ...], kind: Kind, quotes: Sequence[Quote], index: CueIndex
) -> Attribution:
    match, source, content = finding.match, finding.source, finding.content
    cue = s.chars(*_cue_range(s, match, content))
    spans = [*contents, cue] + ([s.chars(source.start, source.end)] if source else [])
    medium = medium_of(s, match, source, content, index)
    addressee = addressee_of(s, match, content)
    return Attribution(
        cue=cue,
        cue_token=match.token,
        lemma=s.lemmas[match.token] if match.row.lemma == ANY_VERB else match.row.lemma,
        contents=contents,
        evidence=Span(min(x.start for x in spans), max(x.end for x in spans)),
        speaker=(source.start, source.end) if source else None,
        speaker_head=source.head if source else None,
        quotation=_quotation(contents, finding.spoken, quotes),
        speech_act=kind.act,
        polarity=kind.polarity,
        certainty=match.row.certainty,
        addressee_head=addressee if source is None or addressee not in range(source.start, source.end) else None,
        medium=s.chars(*medium) if medium else None,
    )


def voiced(s: Columns, voice: Voice) -> Attribution:
    """The attribution of quotations without a cue."""
    source, contents = voice.source, tuple(quote.content for quote in voice.quotes)
    named = s.chars(source.start, source.end)
    evidence = Span(min(named.start, contents[0].start), max(named.end, contents[-1].end))
    return Attribution(
        None, None, None, contents, evidence, speaker=(source.start, source.end), speaker_head=source.head, quotation="direct",
    )


def _cue_range(s: Columns, match: CueMatch, content: Content | None) -> tuple[int, int]:
    start, end = cue_tokens(s, match)
    return (start, content.last + 1) if content is not None and end <= content.last < end + 3 else (start, end)


def _said_before(s: Columns, content: Content, left: int) -> set[int]:
    """The clause before a cue set off by commas, where a quotation follows: "The dam held, she said, and “it will hold”"."""
    before = {i for i in content.tokens if i < left}
    is_clause = any(s.tags[i] in _VERBS and s.deps[i] not in ("relcl", "acl", "advcl") for i in before)
    return before if is_clause and s.words[left - 1] == "," else set()


def _with_marks(s: Columns, span: Span, quotes: Sequence[Quote]) -> Span:
    """The span with both marks of a quotation that ends or begins it, where other words stand in it too: never one mark alone."""
    for quote in _touching(quotes, span):
        first, last = quote.start, _last_word(s, quote)
        breaks_off = quote.content.start < span.start < quote.content.end < span.end
        if first > last or not (breaks_off or span.contains(Span(s.starts[first], s.ends[last]))):
            continue
        if span.start < quote.span.start or span.end > quote.span.end:
            return _with_marks(s, _joined(span, quote.span), [q for q in quotes if q is not quote])
    return span


def _touching(quotes: Sequence[Quote], span: Span) -> list[Quote]:
    """The quotations that a span overlaps."""
    return [q for q in quotes if q.span.start < span.end and span.start < q.span.end]


def _joined(a: Span, b: Span) -> Span:
    return Span(min(a.start, b.start), max(a.end, b.end))


def _last_word(s: Columns, quote: Quote) -> int:
    """The last token of a quotation that is no punctuation."""
    return next((i for i in range(quote.end - 1, quote.start - 1, -1) if s.pos[i] != "PUNCT"), quote.start - 1)


def _content_spans(s: Columns, finding: Finding) -> tuple[Span, ...]:
    """What is said, as spans: quotations alone where they stand alone, else the clause with its quoted words."""
    content, cue = finding.content, finding.match.token
    spoken = tuple(x for x in finding.spoken if not _names(finding.source, x))
    tokens: set[int] = set()
    if content is not None and (any(x.fragment for x in spoken) or all(x.follows for x in spoken)):
        tokens |= content.tokens
    elif content is not None and finding.source is not None and all(x.quote.start > cue for x in spoken):
        tokens |= _said_before(s, content, min(cue, finding.source.start))
    spans = []
    for x in spoken:
        if x.fragment:
            tokens |= set(range(x.quote.start, x.quote.end))
        else:
            tokens -= set(range(x.quote.start - 1, x.quote.end + 1))
            spans.append(x.quote.content)
    spans += _trimmed_runs(s, tokens - set(range(*_cue_range(s, finding.match, content))) - _agent(s, finding))
    return tuple(sorted(spans))


def _agent(s: Columns, finding: Finding) -> set[int]:
    """The words "by X" and "according to X, Y," that name the source: no part of what X says."""
    source = finding.source
    if source is None or (finding.match.row.pos != "phrase" and s.words[source.start - 1] != "by"):
        return set()
    return set(range(source.start - 1, source.end))


def _names(source: Source | None, spoken: Spoken) -> bool:
    """Whether a quotation is part of the words for the speaker: "said Lund, the author of “Salt Road”"."""
    return source is not None and source.start < spoken.quote.start < source.end


def _trimmed_runs(s: Columns, tokens: Iterable[int]) -> list[Span]:
    """Runs of tokens as spans, closed over punctuation between them, without punctuation, "that" and "and" at the edges."""
    merged: list[tuple[int, int]] = []
    for start, end in runs(tokens):
        if merged and all(s.pos[i] == "PUNCT" for i in range(merged[-1][1], start)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    trimmed = [(start, end) for start, end in (_trimmed(s, *run) for run in merged) if start < end]
    telling = [(start, end) for start, end in trimmed if end - start > 1 or s.words[start] not in _PRONOUNS]
    return [s.chars(start, end) for start, end in telling or trimmed]


def _trimmed(s: Columns, start: int, end: int) -> tuple[int, int]:
    if end - start > 2 and s.words[start] in _FOCUS and s.words[start + 1] == "that":
        start += 2
    while start < end and (s.pos[start] in _EDGES or s.words[start] in _EDGE_WORDS or _introduces(s, start)):
        start += 1
    while end > start and (s.pos[end - 1] in _EDGES or s.pos[end - 1] == "CCONJ"):
        end -= 1
    return start, end + _closes_a_bracket(s, start, end)


def _closes_a_bracket(s: Columns, start: int, end: int) -> bool:
    """Whether the words would lose the second bracket of a pair: "310 million pounds ($395 million)"."""
    return end < len(s) and s.words[end] == ")" and s.words[start:end].count("(") > s.words[start:end].count(")")


def _introduces(s: Columns, token: int) -> bool:
    return s.words[token] == "that" and (s.deps[token] == "mark" or s.tags[token] == "IN")


def _quotation(spans: Sequence[Span], spoken: Sequence[Spoken], quotes: Sequence[Quote]) -> Quotation:
    quoted = [(c, q.content) for c in spans for q in _touching(quotes, c)]
    if spoken and not any(x.fragment for x in spoken) and all(any(d is c and q.contains(c) for d, q in quoted) for c in spans):
        return "direct"
    return "mixed" if any(c.overlaps(q) for c, q in quoted) else "indirect"


def link_nested(found: Sequence[Attribution], s: Columns) -> tuple[Attribution, ...]:
    """Attributions in the order of the text, each with the index of the one that it is said in."""
    ordered = sorted(found, key=lambda a: (a.cue or a.contents[0], a.contents))
    spans = [(c, sum(x.end - x.start for x in a.contents), k) for k, a in enumerate(ordered) for c in a.contents]
    parents = [_parent(a, ordered, spans) for a in ordered]
    kept = [k for k, a in enumerate(ordered) if (parent := parents[k]) is None or _is_reported(s, a, ordered[parent])]
    index = {k: n for n, k in enumerate(kept)}
    out = []
    for k in kept:
        parent = parents[k]
        while parent is not None and parent not in index:
            parent = parents[parent]
        out.append(replace(ordered[k], parent=None if parent is None else index[parent]))
    return tuple(out)


def _parent(a: Attribution, ordered: Sequence[Attribution], spans: Sequence[tuple[Span, int, int]]) -> int | None:
    """The attribution with the shortest content that holds this one's cue."""
    if a.cue is None:
        return None
    start, end = a.cue
    holding = [(length, k) for c, length, k in spans if c.start <= start and end <= c.end]
    return min(((n, k) for n, k in holding if not any(_holds_cue(c, ordered[k]) for c in a.contents)), default=(0, None))[1]


def _holds_cue(content: Span, a: Attribution) -> bool:
    return a.cue is not None and content.contains(a.cue)


def _is_reported(s: Columns, a: Attribution, parent: Attribution) -> bool:
    """Whether a nested attribution is a claim of its own: somebody else's, and a proposition or a rejection.

    What speakers say of themselves ("he said he hoped") is part of what they say, and so is what they think others want.
    """
    if parent.quotation == "direct" and a.speech_act in _ATTITUDES:
        return False
    if a.speaker is None or (_is_pronoun(s, a) and not _is_another(s, a, parent)):
        return False
    if s.words[a.speaker[0]] in _RELATIVES and a.speaker_head == parent.speaker_head:
        return False
    said = (i for span in a.contents for i in range(*s.tokens(span)))
    return a.speech_act in _STRONG or any(s.tags[i] in _VERBS for i in said)


def _is_pronoun(s: Columns, a: Attribution) -> bool:
    return a.speaker is not None and a.speaker[1] - a.speaker[0] == 1 and s.words[a.speaker[0]] in _PRONOUNS - _RELATIVES


def _is_another(s: Columns, a: Attribution, parent: Attribution) -> bool:
    """Whether a pronoun cannot stand for the speaker of the outer claim, who is named only behind it: "He lied, said two guests"."""
    if a.speaker is None or parent.speaker is None or s.words[a.speaker[0]] not in _THIRD:
        return False
    return a.speaker[0] < parent.speaker[0] and not _is_pronoun(s, parent) and parent.quotation != "direct"
