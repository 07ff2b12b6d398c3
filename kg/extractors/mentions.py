"""Candidate mentions: names, descriptions, pronouns and nationality adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extractors.coreference.pronouns import ALL
from kg.extractors.descriptions import find_descriptions
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import gazetteer
from kg.extractors.naming import find_names
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle

PRONOUN_TAGS: Final = frozenset({"PRP", "PRP$"})


def find_mentions(parsed: ParsedArticle, lexicon: Lexicon) -> tuple[NounPhrase, ...]:
    """Everything in the article that may stand for an entity, in the order of the text."""
    words = gazetteer(lexicon)
    names = find_names(parsed, words)
    phrases = (*names, *find_descriptions(parsed, words, names), *_pronouns(parsed))
    return tuple(sorted(phrases, key=lambda p: (p.start, p.end)))


def _pronouns(parsed: ParsedArticle) -> Iterator[NounPhrase]:
    for token in [t for t in parsed.doc if t.tag_ in PRONOUN_TAGS and t.lower_ in ALL]:
        i = token.i
        yield NounPhrase(i, i + 1, i, "pronoun", ALL[token.lower_], parsed.span(i, i + 1))
