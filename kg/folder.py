"""What the folder of a build holds, for all that write it or read it: the graph, the page, the texts that offsets count in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

GRAPH: Final = "graph.ttl"
PAGE: Final = "graph.html"


def folder_of(build: Path) -> Path:
    """The folder of a build, given as such or by any file in it."""
    return build if _is_folder(build) else build.parent


def graph_of(build: Path) -> Path:
    """The graph of a build, given by its folder or as a file."""
    return build / GRAPH if _is_folder(build) else build


def _is_folder(build: Path) -> bool:
    """Of what is not there, a name without an ending is a folder's."""
    return build.is_dir() or not (build.exists() or build.suffix)


def text_file(document: str) -> str:
    """Where the text of a document lies in the folder; its id is the part of the IRI after `{base}doc/`."""
    return f"texts/{document}.txt"
