"""The page as one file: our own autoescaped template, vis-network from pyvis' package, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from kg.exporters.html.payload import payload_of
from kg.exporters.html.picture import draw, rows_of
from kg.model import Graph
from kg.network import build_network

VIS: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
SCRIPTS: Final = (
    "words", "data", "dom", "communities", "looks", "drawing", "keys", "saving",
    "cards", "panel", "reader", "search", "filters", "paths", "board", "brush", "timeline", "table", "main",
)  # fmt: skip


def write_html(graph: Graph, *, texts: bool = True) -> bytes:
    """The whole page as UTF-8. It loads nothing, from nowhere, and runs no script but its own.

    Without `texts` it holds of each article the words that it quotes and no others.
    """
    picture = draw(build_network(graph))
    data = payload_of(graph, texts=texts) | rows_of(picture)
    vis, script, style = _vis(), page_script(), _read("page.css")
    page: str = _template().render(
        title=_title(graph),
        policy=_policy([vis, script], style),
        licence=Markup(vis[: vis.index("*/") + 2]),
        style=Markup(style),
        script=Markup(script),
        vis=_packed(vis.encode()),
        data=_packed(_encode(data)),
    )
    return page.encode("utf-8")


def _title(graph: Graph) -> str:
    count = len(graph.articles)
    return f"Who says what: {count} article{'' if count == 1 else 's'}"


def _encode(data: dict[str, Any]) -> bytes:
    """JSON as UTF-8, lone surrogates as their escape."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def _packed(content: bytes) -> str:
    """Bytes that the page unpacks itself: a third of their size, and nothing in them that could end an element."""
    return base64.b64encode(zlib.compress(content, 9)).decode()


def _policy(scripts: Sequence[str], style: str) -> str:
    """Only these scripts and this style, known by their digests, whether they stand in the page or are unpacked by it."""
    allowed = " ".join(f"'{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{_digest(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _vis() -> str:
    return (files("pyvis") / VIS).read_text("utf-8")


@cache
def page_script() -> str:
    """All of the page's own scripts as the one that it runs."""
    own = "\n".join(_read(f"scripts/{name}.js") for name in SCRIPTS)
    return f"(() => {{\n'use strict';\n{own}\n}})();\n"


@cache
def _template() -> Template:
    environment = Environment(loader=PackageLoader("kg.exporters.html", ""), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("page.html.jinja")


@cache
def _read(name: str) -> str:
    return (files("kg.exporters.html") / name).read_text("utf-8")
