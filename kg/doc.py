"""A parse as plain Python objects, under the names that spaCy gives things.

spaCy's own tokens look every string up in its vocabulary and search for their children whenever they are asked. The rules ask
a hundred times for each word, so a parse is read once, column by column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import wraps
from itertools import accumulate, pairwise
from operator import add
from typing import Any, Final, NamedTuple, TypeVar

import spacy.tokens
from spacy.attrs import DEP, ENT_TYPE, HEAD, IS_PUNCT, IS_QUOTE, LEMMA, LIKE_NUM, LOWER, ORTH, POS, SENT_START, SPACY, TAG

from kg.model import Span

T = TypeVar("T")
_STRINGS: Final[list[int | str]] = [ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE]
_NUMBERS: Final[list[int | str]] = [HEAD, SPACY, SENT_START, LIKE_NUM, IS_PUNCT, IS_QUOTE]


class Token:
    """A word of a parse: `i` is its number in `doc`, `idx` and `end` the characters that it covers; a root is its own head.

    `lefts` and `rights` are the children before and behind it, `left_edge` and `right_edge` the first and last tokens of its subtree.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "end",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_quote",
        "left_edge",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "right_edge",
        "rights",
        "sent",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Doc
    head: Token
    sent: TokenSpan

    def __init__(
        self, doc: Doc, i: int, idx: int, text: str, lower: str, lemma: str, pos: str, tag: str, dep: str, entity: str, spaced: int,
        numeric: int, punctuation: int, quotation: int,
    ) -> None:  # fmt: skip
        self.doc, self.i, self.idx, self.end = doc, i, idx, idx + len(text)
        self.text, self.lower_, self.lemma_ = text, lower, lemma
        self.pos_, self.tag_, self.dep_, self.ent_type_ = pos, tag, dep, entity
        self.whitespace_ = " " if spaced else ""
        self.like_num, self.is_punct, self.is_quote = bool(numeric), bool(punctuation), bool(quotation)
        self.children: Sequence[Token] = ()
        self.lefts: Sequence[Token] = ()
        self.rights: Sequence[Token] = ()
        self.left_edge: Token = self
        self.right_edge: Token = self

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def is_title(self) -> bool:
        return self.text.istitle()

    @property
    def is_alpha(self) -> bool:
        return self.text.isalpha()

    @property
    def is_digit(self) -> bool:
        return self.text.isdigit()

    @property
    def is_space(self) -> bool:
        return self.text.isspace()

    @property
    def is_sent_start(self) -> bool:
        return self.sent.start == self.i

    @property
    def is_sent_end(self) -> bool:
        return self.sent.end == self.i + 1

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in the order of the text."""
        for child in self.lefts:
            yield from child.subtree
        yield self
        for child in self.rights:
            yield from child.subtree

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens above, from the head to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, distance: int = 1) -> Token:
        """The token that many places on; raises IndexError behind the last one."""
        return self.doc[self.i + distance]


class TokenSpan:
    """The tokens `[start, end)` of a parse."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def start_char(self) -> int:
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        return self.doc[self.end - 1].end

    @property
    def text(self) -> str:
        """Their words, with the typography of the parse."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The root of a sentence where it is among them, else the word that the fewest steps lead up from, the first of several."""
        tokens = self.doc[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        outer = [t for t in tokens if not self.start <= t.head.i < self.end]
        return min(outer, key=lambda t: ((t.is_punct or t.is_space) and not t.children, sum(1 for _ in t.ancestors)))


class Ent(NamedTuple):
    """What the model marked as a name or number."""

    start: int
    end: int
    label_: str
    text: str


@dataclass(slots=True)
class Columns:
    """All tokens, field by field, for rules that run over whole articles by numbers of tokens; a root is its own head.

    `words` and `lemmas` are in lower case. `sentence` gives for every token the first token of its sentence, `sentence_end` the
    token after its last, `paragraph` the number of its paragraph (-1 in skipped text), `entities` the model's type of the name
    that it is part of. `starts` and `ends` are characters of the article's text. Only a `mendable` copy may be changed.
    """

    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    entities: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    children: list[Sequence[int]] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    sentence_end: list[int] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def mendable(self) -> Columns:
        """A copy whose tokens can be hung elsewhere."""
        return replace(
            self, pos=self.pos.copy(), tags=self.tags.copy(), deps=self.deps.copy(), heads=self.heads.copy(), children=self.children.copy()
        )

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
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

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


class Doc(list[Token]):
    """The tokens of an article; `doc[a:b]` is a list of them, `doc.span(a, b)` has their text and root."""

    __slots__ = ("columns", "ents", "known", "text")

    def __init__(self, text: str = "", columns: Columns | None = None) -> None:
        super().__init__()
        self.text = text
        self.columns = columns or Columns()
        self.ents: tuple[Ent, ...] = ()
        self.known: defaultdict[object, dict[int, Any]] = defaultdict(dict)

    def span(self, start: int, end: int) -> TokenSpan:
        return TokenSpan(self, start, end)


def once(find: Callable[[Token], T]) -> Callable[[Token], T]:
    """The function, computed once for each token: a parse does not change. What it gives is shared, so not to be changed either."""

    @wraps(find)
    def found(token: Token) -> T:
        known = token.doc.known[find]
        if token.i not in known:
            known[token.i] = find(token)
        result: T = known[token.i]
        return result

    return found


def read_doc(parse: spacy.tokens.Doc, paragraphs: Sequence[tuple[int, int]]) -> Doc:
    """The parse in plain objects; no sentence crosses the edge of a paragraph, given as ranges of tokens."""
    if not len(parse):
        return Doc()
    texts, lower, lemmas, pos, tags, deps, entities = (_strings(parse, column) for column in parse.to_array(_STRINGS).T.tolist())
    distances, spaced, begins, *flags = parse.to_array(_NUMBERS).astype("int64").T.tolist()
    sizes = [len(text) for text in texts]
    starts = [0, *accumulate(map(add, sizes, spaced))][:-1]
    heads = [i + distance for i, distance in enumerate(distances)]
    doc = Doc(parse.text)
    for i, fields in enumerate(zip(starts, texts, lower, lemmas, pos, tags, deps, entities, spaced, *flags, strict=True)):
        doc.append(Token(doc, i, *fields))
    children = _hang(doc, heads)
    sentence, sentence_end = _divide(doc, {i for i, begin in enumerate(begins) if begin == 1}.union(*paragraphs))
    ends, numbers = [*map(add, starts, sizes)], _numbered(paragraphs, len(doc))
    doc.columns = Columns(
        lower, _lowered(lemmas), pos, tags, deps, entities, heads, children, sentence, sentence_end, numbers, starts, ends
    )
    doc.ents = tuple(Ent(e.start, e.end, e.label_, e.text) for e in parse.ents)
    return doc


def _strings(parse: spacy.tokens.Doc, column: list[int]) -> list[str]:
    known = {key: parse.vocab.strings[key] for key in set(column)}
    return [known[key] for key in column]


def _lowered(column: list[str]) -> list[str]:
    lower = {word: word.lower() for word in set(column)}
    return [lower[word] for word in column]


def _numbered(paragraphs: Sequence[tuple[int, int]], size: int) -> list[int]:
    """The number of every token's paragraph."""
    numbers = [-1] * size
    for number, (start, end) in enumerate(paragraphs):
        numbers[start:end] = [number] * (end - start)
    return numbers


def _hang(doc: Doc, heads: list[int]) -> list[Sequence[int]]:
    """Heads, children and the edges of subtrees; gives the numbers of the children."""
    children: list[Sequence[int]] = [()] * len(doc)
    below: dict[int, list[int]] = {}
    for token, head in zip(doc, heads, strict=True):
        token.head = doc[head]
        if head != token.i:
            below.setdefault(head, []).append(token.i)
    for i, numbers in below.items():
        children[i] = numbers
        token, split = doc[i], bisect_left(numbers, i)
        token.children = [doc[c] for c in numbers]
        token.lefts, token.rights = token.children[:split], token.children[split:]
    _widen(doc)
    return children


def _widen(doc: Doc) -> None:
    """Each token widens the subtrees above it, up to the first that holds it already."""
    for token in doc:
        head = token.head
        while head.left_edge.i > token.i:
            head.left_edge = token
            head = head.head
    for token in reversed(doc):
        head = token.head
        while head.right_edge.i < token.i:
            head.right_edge = token
            head = head.head


def _divide(doc: Doc, starts: set[int]) -> tuple[list[int], list[int]]:
    """Give each token its sentence; gives the first tokens of the sentences, and the tokens after their last, for every token."""
    first, behind = list[int](), list[int]()
    for start, end in pairwise(sorted(starts | {0, len(doc)})):
        sentence = TokenSpan(doc, start, end)
        for token in doc[start:end]:
            token.sent = sentence
        first += [start] * (end - start)
        behind += [end] * (end - start)
    return first, behind
