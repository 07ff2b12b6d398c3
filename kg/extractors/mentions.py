"""Candidate mentions: names, descriptions, pronouns and nationality adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import gazetteer
from kg.extractors.names import find_names
from kg.lexicon import Lexicon
from kg.model import EntityType
from kg.parsing import ParsedArticle

PRONOUNS: Final[dict[str, EntityType | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself", "i", "me", "my", "mine", "myself"), "Person"),
    **dict.fromkeys(("it", "its", "itself", "they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves")),
}


def find_mentions(parsed: ParsedArticle, lexicon: Lexicon) -> tuple[NounPhrase, ...]:
    """Everything in the article that may stand for an entity, in the order of the text."""
    words = gazetteer(lexicon)
    names = find_names(parsed, words)
    return tuple(sorted((*names, *_pronouns(parsed)), key=lambda p: (p.start, p.end)))


def _pronouns(parsed: ParsedArticle) -> Iterator[NounPhrase]:
    for start, end in parsed.paragraphs:
        for token in parsed.doc[start:end]:
            if token.tag_ in ("PRP", "PRP$") and token.lower_ in PRONOUNS and token.dep_ != "expl":
                yield NounPhrase(token.i, token.i + 1, token.i, "pronoun", PRONOUNS[token.lower_], parsed.span(token.i, token.i + 1))
