"""Parsing: offsets of the parse are offsets of the text, whatever the text holds; skipped text yields nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from spacy.language import Language

from kg.errors import ModelError
from kg.model import Article, Skipped, Span
from kg.parsing import BATCH, MAX_BLOCK, ParsedArticle, load_model, parse
from making import article_of

Parser = Callable[..., ParsedArticle]

TEXTS = [
    "The mayor said “no”.\r\nThe council’s answer — on X — came late.\r\n",
    "Fans 😀 cheered. “Well played 🏆,” the coach said.\n\n\nThe end.",
    "  Indented.\n\tTabbed.\u2028Separated.\u00a0Hard space.",
    "\ufeffA mark in front. ‘Single’ „low“ «guillemets» – 5–10 km.",
    "One line without an end",
    "\n\n",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_is_where_the_text_has_it(parse_text: Parser, text: str) -> None:
    parsed = parse_text(text)
    assert len(parsed.doc.text) == len(text)
    for token in parsed.doc:
        if not token.is_space:
            words = parsed.words(parsed.span(token.i, token.i + 1))
            assert len(words) == len(token)
            assert words.isalnum() == token.text.isalnum()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(max_size=200), cuts=st.lists(st.integers(0, 200), max_size=6))
def test_any_text_with_any_skipped_parts_keeps_its_offsets(nlp: Language, text: str, cuts: list[int]) -> None:
    edges = sorted({min(c, len(text)) for c in cuts})
    skipped = tuple(Skipped(Span(a, b), "caption") for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b)
    parsed = next(parse([replace(article_of(text), skipped=skipped)], nlp))
    assert len(parsed.doc.text) == len(text)
    inside = [parsed.span(start, end) for start, end in parsed.paragraphs]
    assert not any(s.span.overlaps(span) for s in skipped for span in inside)
    assert [t.i for sentence in parsed.sentences for t in sentence] == [i for a, b in parsed.paragraphs for i in range(a, b)]


def test_skipped_text_has_no_words_to_extract(nlp: Language) -> None:
    text = "By Ana Ruiz\nThe bridge in Lyon collapsed."
    parsed = next(parse([replace(article_of(text), skipped=(Skipped(Span(0, 11), "byline"),))], nlp))
    assert parsed.doc[0].text == "By Ana Ruiz\n"
    assert not any("Ruiz" in e.text for e in parsed.doc.ents)
    assert [e.text for e in parsed.doc.ents] == ["Lyon"]


def test_a_headline_does_not_run_into_the_sentence_below(parse_text: Parser) -> None:
    parsed = parse_text("Storm closes port\nThe harbour master said ships must wait.")
    assert [s.text for s in parsed.sentences] == ["Storm closes port", "The harbour master said ships must wait."]


def test_a_paragraph_that_no_parser_bears_is_cut_between_words(parse_text: Parser) -> None:
    text = "The dam held. " * (MAX_BLOCK // 14 + 200)
    parsed = parse_text(text)
    assert len(parsed.doc.text) == len(text)
    assert len(parsed.paragraphs) == 2
    assert {s.text for s in parsed.sentences} <= {"The dam held.", "The dam", "The", "held.", "dam held."}


@pytest.mark.parametrize("text", ["He said,“Look at this.”", 'She answered:"Look."'])
def test_a_quotation_without_a_blank_before_it_is_words_of_its_own(parse_text: Parser, text: str) -> None:
    assert "Look" in [token.text for token in parse_text(text).doc]


def test_articles_come_out_in_their_order_over_several_batches(nlp: Language) -> None:
    articles: list[Article] = [article_of(f"The team scored {n} goals.\n\nThe crowd left.") for n in range(2 * BATCH + 3)]
    assert [p.article for p in parse(articles, nlp)] == articles


def test_a_model_that_is_missing_or_does_not_fit_is_named() -> None:
    with pytest.raises(ModelError, match="pip install en-core-web-huge"):
        load_model("en_core_web_huge")


@pytest.mark.parametrize(("text", "sentences"), [
    ("The van was found empty, Sgt. Mark Dillon said.", 1),
    ("The dam was built by Ostrava Works Ltd. Papers found by the paper show it.", 2),
    ("The flat was sold to Lund & Co. Police searched it on Friday.", 2),
    ("The dam was built by Ostrava Works Ltd. in May.", 1),
    ("It got the first call at 9:10 p.m. but sent no boat.", 1),
    ("The mill caught fire at 11 p.m. It burned all night.", 2),
    ("Polls in the state close at 8 p.m. Eastern time.", 1),
    ("The ferry left port at dawn, Coast Guard Capt. Ines Magno told reporters.", 1),
    ("The harvest is late, Prof. Ann Lund said. Ms. Lund grows pears.", 2),
    ("The club sold its goalkeeper for £3.5m. “We are sad,” the coach said.", 2),
])  # fmt: skip
def test_a_full_stop_behind_a_rank_ends_no_sentence_and_one_behind_a_unit_does(parse_text: Parser, text: str, sentences: int) -> None:
    assert len(parse_text(text).sentences) == sentences
