"""Candidate mentions: names, descriptions, pronouns and nationality adjectives."""

from __future__ import annotations

from kg.extractors.drafts import NounPhrase
from kg.lexicon import Lexicon
from kg.parsing import ParsedArticle


def find_mentions(parsed: ParsedArticle, lexicon: Lexicon) -> tuple[NounPhrase, ...]:
    return ()
