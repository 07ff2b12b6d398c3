"""The page as one file: our own autoescaped template, vis-network from pyvis' package, and a policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
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
    "words", "data", "dom", "drawing", "cards", "panel", "reader", "search", "filters", "paths", "board", "timeline", "table", "main",
)  # fmt: skip
ESCAPED: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
COMPRESS_ABOVE: Final = 400_000
"""Data of more bytes than this is compressed; below, it stays readable in the source of the page."""


def write_html(graph: Graph) -> bytes:
    """The whole page as UTF-8. It loads nothing, from nowhere, and runs no script but its own."""
    picture = draw(build_network(graph))
    data = payload_of(graph) | rows_of(picture)
    encoded = _encode(data)
    compressed = len(encoded) > COMPRESS_ABOVE
    script, style = _script(), _read("page.css")
    page: str = _template().render(
        title=_title(graph),
        policy=_policy(script, style),
        style=Markup(style),
        script=Markup(script),
        data=Markup(base64.b64encode(zlib.compress(encoded, 9)).decode() if compressed else encoded.decode()),
        encoding="deflate" if compressed else "none",
    )
    return page.encode("utf-8")


def _title(graph: Graph) -> str:
    count = len(graph.articles)
    return f"Who says what: {count} article{'' if count == 1 else 's'}"


def _encode(data: dict[str, Any]) -> bytes:
    """JSON that can stand inside a script element: no `<`, no `&`, lone surrogates as their escape."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.translate(ESCAPED).encode("utf-8", "backslashreplace")


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _script() -> str:
    vis = (files("pyvis") / VIS).read_text("utf-8")
    own = "\n".join(_read(f"scripts/{name}.js") for name in SCRIPTS)
    # A script element ends at the first "</script" and turns odd at "<!--", wherever they stand.
    return f"{vis}\n(() => {{\n'use strict';\n{own}\n}})();\n".replace("</script", "<\\/script").replace("<!--", "<\\!--")


@cache
def _template() -> Template:
    environment = Environment(loader=PackageLoader("kg.exporters.html", ""), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("page.html.jinja")


@cache
def _read(name: str) -> str:
    return (files("kg.exporters.html") / name).read_text("utf-8")
