"""Words for people: the label of a situation and the sentence that tells of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from spacy.tokens import Token

from kg.extractors.situations.grammar import phrase_of
from kg.extractors.situations.roles import Argument
from kg.extractors.situations.triggers import Trigger
from kg.model import Span
from kg.parsing import ParsedArticle

LONGEST: Final = 12


def evidence_of(parsed: ParsedArticle, trigger: Trigger) -> Span:
    """The sentence that tells of it."""
    sentences = parsed.sentences
    sentence = sentences[bisect_right(sentences, trigger.token.i, key=lambda s: s.start) - 1]
    return parsed.span(sentence.start, sentence.end)


def label_of(parsed: ParsedArticle, trigger: Trigger, arguments: list[Argument]) -> str:
    """ "Libyan missile strike on Faya", "Norway orders ferries": the text's own words."""
    text, doc = parsed.article.text, parsed.doc
    words = _noun_label(trigger.token) if trigger.token.pos_ in ("NOUN", "PROPN") else _verb_label(trigger, arguments)
    return " ".join(text[t.idx : t.idx + len(t)] for t in (doc[i] for i in words[:LONGEST])).replace(" '", "'").replace(" ’", "’")


def _noun_label(noun: Token) -> list[int]:
    start, end = phrase_of(noun)
    words = [i for i in range(start, end) if noun.doc[i].dep_ not in ("det",) and not noun.doc[i].is_punct]
    after = next(
        (
            c
            for c in noun.children
            if c.i > noun.i and c.dep_ == "prep" and c.lower_ in ("of", "on", "against", "with", "between", "to", "in")
        ),
        None,
    )
    if after is not None:
        item = next((c for c in after.children if c.dep_ == "pobj"), None)
        if item is not None and item.i - after.i <= 5:
            words += range(after.i, item.i + 1)
    return words


def _verb_label(trigger: Trigger, arguments: list[Argument]) -> list[int]:
    before = [a for a in arguments if a.head.i < trigger.start][-1:]
    after = [a for a in arguments if a.head.i >= trigger.end][:1]
    words: list[int] = []
    for argument in before:
        words += _short(argument)
    words += range(trigger.start, trigger.end)
    for argument in after:
        words += _short(argument)
    return words


def _short(argument: Argument) -> list[int]:
    start, end = argument.tokens
    return list(range(max(start, end - 5), end))
