"""Whatever a text holds, reading keeps every character in its place."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.articles import read_articles
from kg.articles.page import read_page
from kg.model import Article
from kg.parsing import TYPOGRAPHY, parse

FURNITURE = ["News", "By Jane Doe", "12/30/2025Updated: 12/30/2025", "Share This Article:", "© 2025 Harbour Gazette", "___"]
NEWS = [
    "The harbour board said on Tuesday that the ferry “Ada” will be sold 🚢, and that the money will go to the new pier.",
    "LORIN (AP) — The orchestra’s roof came down, the conductor said. (Jane Doe/Getty Images)",
    "Jane Doe is a reporter based in Oslo who covers the sea.",
    "Ferry to be sold in June",
]
CHARACTERS = st.text(st.characters(codec="utf-8"), max_size=30)
LINES = st.lists(st.one_of(st.sampled_from(FURNITURE + NEWS), CHARACTERS), min_size=1, max_size=10)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x85", "\x0b"])
TEXTS = st.builds(lambda newline, lines: newline.join(lines), NEWLINES, LINES)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_spans_of_a_page_are_in_order_apart_and_inside(text: str) -> None:
    page = read_page(text)
    spans = [s.span for s in page.skipped]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.reason for s in page.skipped)
    if page.title_span is not None:
        assert page.title_span.of(text).strip() == page.title_span.of(text) != ""
        assert not any(page.title_span.overlaps(s) for s in spans)


@given(TEXTS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_token_of_the_parse_is_where_the_text_has_it(nlp: Language, text: str) -> None:
    article = read_back(text)
    if article is None:
        return
    assert article.text == text.removeprefix("\ufeff")
    (parsed,) = parse([article], nlp)
    assert len(parsed.doc.text) == len(article.text)
    assert all(article.text[t.idx : t.idx + len(t)].translate(TYPOGRAPHY) == t.text.translate(TYPOGRAPHY) for t in parsed.doc)
    for skipped in article.skipped:
        inside = [t for t in parsed.doc if t.idx < skipped.span.end and skipped.span.start < t.idx + len(t)]
        assert len(inside) == 1, "skipped text is one token, which no extractor can take news from"
        sentences = [s for s in parsed.sentences if s.start <= inside[0].i < s.end]
        assert not sentences


def read_back(text: str) -> Article | None:
    """The text through a file; None where the reader turns it down."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(text.encode("utf-8"))
        return next(read_articles(path, any_language=True, on_error=lambda _: None), None)
