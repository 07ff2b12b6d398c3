"""From what a person types to nodes of a stored graph: names in any case, parts of names, short ids, whole IRIs."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.vocab import RDFS, SKOS

_ENTITY: Final = re.compile(r"/id/(?!event/)")
_WORD: Final = re.compile(r"[^\W_]+")


def find_nodes(store: Store, text: str) -> list[NamedNode]:
    """The entities that are called so: by id, else by whole name or alias, else by words of the name. Sorted by IRI."""
    names = names_of(store)
    wanted = _folded(text)
    if not wanted:
        return []
    by_id = [iri for iri in names if is_called(iri, text.strip())]
    whole = [iri for iri, called in names.items() if wanted in map(_folded, called)]
    parts = [iri for iri, called in names.items() if any(set(wanted.split()) <= set(_folded(name).split()) for name in called)]
    return [NamedNode(iri) for iri in sorted(by_id or whole or parts)]


def close_names(store: Store, text: str, limit: int = 3) -> list[str]:
    """Names in the graph that are spelt like the text, or of which a word is: whole names first."""
    names = [name for called in names_of(store).values() for name in called]
    spelt: dict[str, list[str]] = {}
    for name in names:
        for form in dict.fromkeys((_folded(name), *_folded(name).split())):
            spelt.setdefault(form, []).append(name)
    whole = get_close_matches(_folded(text), {_folded(name) for name in names}, limit)
    words = get_close_matches(_folded(text), spelt, limit, cutoff=0.75)
    return list(dict.fromkeys(name for form in (*whole, *words) for name in sorted(spelt[form])))[:limit]


def names_of(store: Store) -> dict[str, list[str]]:
    """IRI of each entity -> its names, the main one first."""
    found: dict[str, list[str]] = {}
    for predicate in (RDFS.label, SKOS.altLabel):
        for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and _ENTITY.search(quad.subject.value):
                found.setdefault(quad.subject.value, []).append(quad.object.value)
    return found


def is_called(iri: str, text: str) -> bool:
    """Is the text this IRI, or the short id at its end, such as `person/ana-ruiz` or `d0123456789abcdef#claim-3`?"""
    return iri == text or iri.endswith((f"/id/{text}", f"/doc/{text}"))


def _folded(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))
