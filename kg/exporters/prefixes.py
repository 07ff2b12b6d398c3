"""Short names for IRIs: the same in every file of a build, so that what is copied from one can be found in another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kg.iri import namespaces
from kg.model import Graph

_LOCAL: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_MEMORY: Final = 20_000


class Prefixes(dict[str, str]):
    """IRI -> its short form, such as `person:ana-ruiz`, or the IRI itself where no prefix fits; worked out when asked for.

    `spaces` is prefix -> namespace.
    """

    def __init__(self, spaces: Mapping[str, str]) -> None:
        super().__init__()
        self.spaces = spaces
        self._by_space = {space: prefix for prefix, space in spaces.items()}

    def __missing__(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix, local = self._by_space.get(iri[:cut]), iri[cut:]
        short = f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else iri
        if len(self) > _MEMORY:  # a large build has millions of IRIs, most of them seen once
            self.clear()
        self[iri] = short
        return short


def prefixes_of(graph: Graph) -> Prefixes:
    """The prefixes of a build: the vocabularies, each type of entity, and each document under its own id."""
    spaces = namespaces(graph.base_iri)
    del spaces["rdf"]  # every format has its own word for `rdf:type`
    return Prefixes(spaces | {record.article.id: f"{spaces['doc']}{record.article.id}#" for record in graph.records})
