"""Short names for IRIs: the same in every file of a build, so that what is copied from one can be found in another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kg.iri import BASE
from kg.model import Graph
from kg.vocab import DCT, NK, PROV, RDFS, SCHEMA, SKOS, XSD, Act, Code, Kind

_LOCAL: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*")
_ENTITIES: Final = {"org": "organization"} | {name: name for name in ("person", "group", "gpe", "place", "topic", "event")}


@dataclass(frozen=True)
class Prefixes:
    """Prefix -> namespace, and the short form of any IRI under them."""

    spaces: Mapping[str, str]
    _by_space: Mapping[str, str] = field(init=False)
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_space", {space: prefix for prefix, space in self.spaces.items()})

    def compact(self, iri: str) -> str:
        """`person:ana-ruiz`, or the IRI itself where no prefix fits."""
        short = self._known.get(iri)
        if short is None:
            cut = max(iri.rfind("#"), iri.rfind("/")) + 1
            prefix, local = self._by_space.get(iri[:cut]), iri[cut:]
            short = self._known[iri] = f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else iri
        return short

    def short(self, iri: str) -> str:
        """As `compact`, with angle brackets around an IRI that stays whole."""
        short = self.compact(iri)
        return f"<{iri}>" if short is iri or short == iri else short

    def turtle(self) -> str:
        """The head of a Turtle file."""
        return "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in self.spaces.items())


def prefixes_of(graph: Graph) -> Prefixes:
    """The prefixes of a build: the vocabularies, each type of entity, and each document under its own id."""
    base = graph.base_iri or BASE
    spaces = {"nk": NK.BASE, "nkv": Code.BASE, "kind": Kind.BASE, "act": Act.BASE}
    spaces |= {"rdfs": RDFS.BASE, "xsd": XSD.BASE, "dct": DCT.BASE, "skos": SKOS.BASE, "prov": PROV.BASE, "schema": SCHEMA.BASE}
    spaces |= {prefix: f"{base}id/{folder}/" for prefix, folder in _ENTITIES.items()}
    spaces |= {"doc": f"{base}doc/", "graph": f"{base}graph/", "run": f"{base}run/", "agent": f"{base}agent/"}
    return Prefixes(spaces | {record.article.id: f"{base}doc/{record.article.id}#" for record in graph.records})
