"""A parse in plain objects says what spaCy's own objects say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.doc import read_doc

TEXTS = [
    "The court in Lyon, which had heard both sides, fined the bank €4.5m on Tuesday; its shares fell 3%.",
    'Is the dam safe? "It is," said Ana Ruiz, the minister who\'d visited it, "as far as we know."',
    "𝄞 Music: who says that the choir, despite 2,000 letters, won't sing again? No one does.",
    "",
]
FIELDS = ["i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_"]
FLAGS = ["is_title", "is_alpha", "is_digit", "is_punct", "is_quote", "like_num", "is_sent_start", "is_sent_end"]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_hold_what_spacy_says(nlp: Language, text: str) -> None:
    parse = nlp(text)
    doc = read_doc(parse, [(0, len(parse))])
    assert doc.text == parse.text
    assert len(doc) == len(parse)
    for ours, theirs in zip(doc, parse, strict=True):
        assert [getattr(ours, name) for name in FIELDS] == [getattr(theirs, name) for name in FIELDS]
        assert [getattr(ours, name) for name in FLAGS] == [bool(getattr(theirs, name)) for name in FLAGS]
        assert ours.head.i == theirs.head.i
        for relatives in ("children", "lefts", "rights", "subtree", "ancestors"):
            assert [t.i for t in getattr(ours, relatives)] == [t.i for t in getattr(theirs, relatives)]
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)


@pytest.mark.parametrize("text", TEXTS)
def test_spans_have_the_root_and_text_that_spacy_says(nlp: Language, text: str) -> None:
    parse = nlp(text)
    doc = read_doc(parse, [(0, len(parse))])
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            ours, theirs = doc.span(start, end), parse[start:end]
            assert (ours.text, ours.root.i) == (theirs.text, theirs.root.i)
            assert (ours.start_char, ours.end_char, len(ours)) == (theirs.start_char, theirs.end_char, len(theirs))


def test_no_sentence_crosses_a_paragraph(nlp: Language) -> None:
    parse = nlp("Prices rose again last week in every town")
    doc = read_doc(parse, [(0, 2), (3, 8)])
    assert sorted({(t.sent.start, t.sent.end) for t in doc}) == [(0, 2), (2, 3), (3, 8)]
