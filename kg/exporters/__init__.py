"""Exporters: each writes one file; they copy what projection or the network decided, and decide nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import msgspec

from kg.model import Graph

Exporter = Callable[[Graph], bytes]


def write_jsonl(graph: Graph) -> bytes:
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(record) + b"\n" for record in graph.records)


EXPORTERS: Mapping[str, tuple[str, Exporter]] = MappingProxyType({"jsonl": ("articles.jsonl", write_jsonl)})
"""Format -> file name in the output folder, and the function that makes its bytes."""


def export(graph: Graph, folder: Path, formats: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in formats:
        file, make = EXPORTERS[name]
        (folder / file).write_bytes(make(graph))
