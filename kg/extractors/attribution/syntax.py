"""A parse as plain lists: rules over hundreds of words stay fast when they never touch a token object."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Span
from kg.parsing import ParsedArticle

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
"""The model's types of names whose bearers can speak."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
TENSED = FINITE | {"MD"}
"""Tags of verbs that a clause of its own has."""
MARKS = frozenset({'"', "``", "''"})
CLOSING = frozenset({'"', "''"})
"""Quotation marks, and those of them that can close a quotation."""
DASHES = frozenset({"-", "--", "—", "–"})
PAUSES = frozenset({",", "?", "!", "...", "…", "-", "--", "—"})
"""What ends the words before a cue without ending the sentence."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """One article's tokens, field by field; `heads` are token indices, a root is its own head.

    `sentence` gives for every token the first token of its sentence, `sentence_end` the token after its last, `paragraph` the
    number of its paragraph (-1 in skipped text), `entities` the model's type of the name that it is part of. `starts` and `ends`
    are characters of the article's text.
    """

    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    entities: list[str]
    heads: list[int]
    children: list[Sequence[int]]
    sentence: list[int]
    sentence_end: list[int]
    paragraph: list[int]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def subtree(self, token: int, without: frozenset[int] = frozenset()) -> set[int]:
        """The token and all below it, less the branches in `without`."""
        found, stack = set[int](), [token]
        while stack:
            i = stack.pop()
            if i not in without:
                found.add(i)
                stack += self.children[i]
        return found

    def child(self, token: int, *deps: str) -> int | None:
        """The first child with one of these dependencies."""
        return next((c for c in self.children[token] if self.deps[c] in deps), None)

    def ancestors(self, token: int) -> Iterator[int]:
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def chars(self, start: int, end: int) -> Span:
        """Characters of the tokens `[start, end)`."""
        return Span(self.starts[start], self.ends[end - 1])

    def tokens(self, span: Span) -> tuple[int, int]:
        """The range of tokens that lie inside a span of characters; empty where none does."""
        start = bisect_left(self.starts, span.start)
        return start, max(start, bisect_right(self.ends, span.end))


def read_syntax(parsed: ParsedArticle) -> Syntax:
    """The parse of an article, field by field."""
    doc, columns = parsed.doc, parsed.doc.columns
    sentence, sentence_end, paragraph = _frames(parsed)
    lower = {lemma: lemma.lower() for lemma in set(columns.lemmas)}
    return Syntax(
        words=columns.lower,
        lemmas=[lower[lemma] for lemma in columns.lemmas],
        pos=columns.pos,
        tags=columns.tags,
        deps=columns.deps.copy(),
        entities=columns.entities,
        heads=columns.heads.copy(),
        children=[[c.i for c in t.children] if t.children else () for t in doc],
        sentence=sentence,
        sentence_end=sentence_end,
        paragraph=paragraph,
        starts=columns.starts,
        ends=columns.ends,
    )


def _frames(parsed: ParsedArticle) -> tuple[list[int], list[int], list[int]]:
    """Sentence and paragraph of every token; a token outside all paragraphs is a sentence of its own."""
    size = len(parsed.doc)
    sentence, sentence_end, paragraph = list(range(size)), list(range(1, size + 1)), [-1] * size
    for sent in parsed.sentences:
        sentence[sent.start : sent.end] = [sent.start] * (sent.end - sent.start)
        sentence_end[sent.start : sent.end] = [sent.end] * (sent.end - sent.start)
    for number, (start, end) in enumerate(parsed.paragraphs):
        paragraph[start:end] = [number] * (end - start)
    return sentence, sentence_end, paragraph


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Token indices as ranges `[start, end)` in order."""
    out: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return out
