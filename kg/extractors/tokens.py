"""Tokens by one attribute, read in one go instead of token by token."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.strings import get_string_id
from spacy.tokens import Doc


def string_ids(words: Iterable[str]) -> frozenset[int]:
    """The numbers by which spaCy knows words."""
    return frozenset(get_string_id(word) for word in words)


def tokens_with(doc: Doc, attribute: str, ids: frozenset[int]) -> list[int]:
    """The tokens whose attribute ("ORTH", "LOWER", "TAG" ...) is one of these, in order."""
    values: list[int] = doc.to_array(attribute).tolist() if len(doc) and ids else []
    return [i for i, value in enumerate(values) if value in ids]
