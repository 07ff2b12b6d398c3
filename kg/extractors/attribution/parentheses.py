"""Cues set off by commas: "The train, she said, was late"; "The train was late, the company said on Friday"."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.contents import Content
from kg.extractors.attribution.cues import CueIndex, CueMatch
from kg.extractors.attribution.sources import Source
from kg.extractors.attribution.syntax import MARKS

_SET_OFF = frozenset({",", '"', "''", "-", "--", "—", "–"})
_PARTING = frozenset({";", "--", "—", "–"})
_ASIDE = frozenset({"who", "which", "whose", "where", "when", "while", "as", "according", "citing", "though", "although", "and", "but"})
_DEPENDENT = frozenset({"relcl", "acl", "advcl", "xcomp"})
_LONG = 25
"""Tokens of the longest cue with its source that is taken for an insertion."""
_DESCRIPTION = 12
"""Tokens of the longest description between commas before the name of a speaker."""
_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN", "NUM"})
_SUBORDINATORS = frozenset({"because", "that", "and", "but", "since", "while", "which", "who", "if", "as", "although", "though"})
_ADJUNCTS = frozenset({"advmod", "npadvmod", "prep", "dobj", "dative", "prt", "advcl"})


def widen(s: Columns, match: CueMatch, source: Source | None, content: Content | None, cues: Mapping[int, CueMatch]) -> Content | None:
    """The content of a cue that is set off by commas: the whole sentence around it, whatever the parse made of it."""
    if match.row.pos == "mark" or not {"clause", "quote"} <= set(match.row.frames) or source is None or s.deps[match.token] in _DEPENDENT:
        return content
    left, right = min(source.start, match.token), max(source.end - 1, match.last)
    start, end = _frame(s, left)
    quoted = _cut_off_quotation(s, left, start)
    if quoted is not None:
        return Content(frozenset(range(quoted + 1, left - 1)), "clause", match.last)
    own = s.child(match.token, "nsubj")
    if content is not None and own is not None and start <= own < match.token < source.start:
        return replace(content, tokens=(content.tokens | frozenset(range(start, left - 1))) - frozenset(range(left - 1, right + 1)))
    if left <= start + 2 or right - left > _LONG or s.words[left - 1] not in _SET_OFF or source.start < start:
        return content
    right = _with_adjuncts(s, match, right, end)
    if content is None and (right + 1 < end - 1 or s.words[end - 1] == ":"):
        return None
    if content is not None and (content.frame != "clause" or min(content.tokens) > left or s.pos[min(right + 1, end - 1)] != "PUNCT"):
        return content
    if content is not None and s.words[left - 2] in _SUBORDINATORS:
        return replace(content, tokens=frozenset(i for i in content.tokens if i > right)) if max(content.tokens) > right else content
    tokens = (content.tokens if content else frozenset()) | frozenset(range(start, left - 1))
    if source.start < match.token and _goes_on(s, right + 1, end, cues, content):
        tokens |= frozenset(range(right + 2, end))
    tokens = frozenset(i for i in tokens if not left - 1 <= i <= right)
    return replace(content, tokens=tokens) if content else Content(tokens, "clause", match.last)


def with_description(s: Columns, match: CueMatch, source: Source | None, index: CueIndex) -> Source | None:
    """The source with what the text says of a person before the name: ", a neighbour, Tom Bell, told the paper"."""
    verb = match.token
    if match.row.pos != "verb" or s.words[verb - 1] != "," or s.entities[verb - 2] != "PERSON" or verb - 2 <= s.sentence[verb]:
        return source
    first = verb - 2
    while first > s.sentence[verb] and s.entities[first - 1] == "PERSON":
        first -= 1
    opening = next((i for i in range(first - 2, max(first - _DESCRIPTION, s.sentence[verb]), -1) if s.words[i] == ","), None)
    if opening is None or s.words[first - 1] != "," or s.pos[opening + 1] not in ("DET", "PRON"):
        return source
    noun = opening + 1
    while noun + 1 < first and s.pos[noun + 1] in _NOMINAL:
        noun += 1
    return Source(opening + 1, verb - 1, verb - 2) if s.pos[noun] == "NOUN" and index.may_speak(s, noun) else source


def _frame(s: Columns, token: int) -> tuple[int, int]:
    """The sentence of a token, or the brackets that it stands in."""
    start, end = s.sentence[token], s.sentence_end[token]
    opened = next((i for i in range(token, start - 1, -1) if s.words[i] in "()"), None)
    if opened is None or s.words[opened] == ")":
        return start, end
    return opened + 1, next((i for i in range(token, end) if s.words[i] == ")"), end)


def _cut_off_quotation(s: Columns, left: int, start: int) -> int | None:
    """The opening mark of the quotation right before a cue, where a dash or semicolon parts it from the author's words."""
    closing = next((i for i in range(left - 1, max(left - 3, start), -1) if s.words[i] in MARKS), None)
    if closing is None or any(s.words[i] not in _SET_OFF for i in range(closing, left)):
        return None
    opening = next((i for i in range(closing - 1, start, -1) if s.words[i] in MARKS), None)
    if opening is None:
        return None
    spaced = s.words[opening - 1] == "-" and s.ends[opening - 2] < s.starts[opening - 1]
    return opening if spaced or s.words[opening - 1] in _PARTING else None


def _with_adjuncts(s: Columns, match: CueMatch, right: int, end: int) -> int:
    """The last token of what belongs to the cue behind it: to whom, when and where it was said."""
    for c in s.children[match.token]:
        if c > match.token and s.deps[c] in _ADJUNCTS and c <= right + 2:
            right = max(right, *s.subtree(c))
    return min(right, end - 1)


def _goes_on(s: Columns, comma: int, end: int, cues: Mapping[int, CueMatch], content: Content | None) -> bool:
    """Whether the sentence behind the inserted cue and its comma is still what is said."""
    first = comma + 1
    if end - first < 3 or s.words[comma] not in (",", ";"):
        return False
    if content is not None and any(i >= first for i in content.tokens):
        return True
    if s.words[first] in _ASIDE or s.tags[first] in ("VBG", "VBN"):
        return False
    return not any(i in cues and cues[i].row.pos == "verb" for i in range(first, end))


def untangle(s: Columns, contents: Mapping[int, Content]) -> dict[int, Content]:
    """Of two cues that each stand in the other's content, the lower in the parse holds only what the higher one holds too."""
    out = dict(contents)
    for cue, content in contents.items():
        for other in s.ancestors(cue):
            if other in content.tokens and other in contents and cue in contents[other].tokens:
                out[cue] = replace(content, tokens=content.tokens & contents[other].tokens)
    return out
