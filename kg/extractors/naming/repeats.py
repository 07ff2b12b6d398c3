"""Uses of a name that the model overlooked."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extractors.gazetteer import acronyms
from kg.extractors.naming.candidates import Name
from kg.extractors.tokens import string_ids, tokens_with
from kg.model import EntityType


def overlooked(doc: Doc, types: dict[str, EntityType], taken: set[int]) -> Iterator[Name]:
    """Uses, without a mark of the model, of names that it marked elsewhere."""
    begins: dict[str, list[tuple[str, ...]]] = {}
    types = {a: kind for text, kind in types.items() if kind == "Organization" for a in sorted(acronyms(text)) if len(a) > 2} | types
    for text in types:
        pieces = tuple(text.split(" "))
        begins.setdefault(pieces[0], []).append(pieces)
    for i in tokens_with(doc, "ORTH", string_ids(b for b in begins if b[0].isupper())):
        if i not in taken:
            yield from _repeat(doc, i, begins[doc[i].text], types, taken)


def _repeat(doc: Doc, i: int, options: list[tuple[str, ...]], types: dict[str, EntityType], taken: set[int]) -> Iterator[Name]:
    for pieces in sorted(options, key=lambda p: (-len(p), p)):
        stop = i + len(pieces)
        if (
            stop <= len(doc)
            and taken.isdisjoint(range(i, stop))
            and all(doc[i + k].text == p for k, p in enumerate(pieces))
            and _proper_use(doc[i], len(pieces), person=types[" ".join(pieces)] == "Person")
        ):
            taken |= set(range(i, stop))
            yield Name(i, stop, types[" ".join(pieces)])
            return


def _proper_use(token: Token, size: int, *, person: bool) -> bool:
    return size > 1 or token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "ADJ", "X") and (person or not token.is_sent_start))
