"""Nodes as N-Triples, Turtle and JSON-LD write them.

The writers are our own: rdflib's sort 21,000 triples a second, and none of the fast ones keeps the order of the text,
which is what makes the Turtle readable and its diffs small.
"""

from __future__ import annotations

import re
from typing import Final

from kg.exporters.prefixes import Prefixes
from kg.triples import Node, Object
from kg.vocab import NODE_PROPERTIES, RDF, XSD

_SPECIAL: Final = re.compile('[\\\\"\x00-\x1f\x7f]')
_HALF: Final = re.compile("[\ud800-\udfff]")
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def storable(text: str) -> str:
    """Words that any file can hold: half a surrogate pair becomes U+FFFD."""
    return text if text.isprintable() else _HALF.sub("\ufffd", text)


def quoted(text: str) -> str:
    """A string between quotation marks."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{_SPECIAL.sub(_escaped, storable(text))}"'


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


# ---------------------------------------------------------------- N-Triples
def ntriples(node: Node) -> str:
    """A line for each triple."""
    subject = f"<{node.iri}> <"
    return "".join([f"{subject}{predicate}> {_ntriples_term(value)} .\n" for predicate, value in node.pairs])


def _ntriples_term(value: Object) -> str:
    if isinstance(value, str):
        return f"<{value}>"
    if isinstance(value, int):
        return f'"{value}"^^<{XSD.integer}>'
    if value.language:
        return f"{quoted(value.text)}@{value.language}"
    return quoted(value.text) if value.datatype == XSD.string else f"{quoted(value.text)}^^<{value.datatype}>"


# ---------------------------------------------------------------- Turtle
def turtle(node: Node, prefixes: Prefixes) -> str:
    """All that is said of one node: a line for each property; one line in all where the node is a span."""
    lines: list[str] = []
    last = ""
    for predicate, value in node.pairs:
        term = _turtle_term(value, prefixes)
        if predicate == last:
            lines[-1] += f", {term}"
        else:
            lines.append(f"a {term}" if predicate == RDF.type else f"{prefixes[predicate]} {term}")
        last = predicate
    joint = " ; " if _is_span(node.iri) else " ;\n  "
    return f"{_turtle_term(node.iri, prefixes)} {joint.join(lines)} .\n"


def _turtle_term(value: Object, prefixes: Prefixes) -> str:
    if isinstance(value, str):
        short = prefixes[value]
        return f"<{value}>" if short == value else short
    if isinstance(value, int):
        return str(value)
    if value.language:
        return f"{quoted(value.text)}@{value.language}"
    if value.datatype == XSD.string:
        return quoted(value.text)
    return value.text if value.datatype == XSD.decimal else f"{quoted(value.text)}^^{prefixes[value.datatype]}"


def _is_span(iri: str) -> bool:
    """Is the local name `c` and an offset, as in `#c12-34`?"""
    cut = iri.rfind("#c") + 2
    return cut > 1 and iri[cut : cut + 1].isdecimal()


# ---------------------------------------------------------------- JSON-LD
def json_ld(node: Node, prefixes: Prefixes) -> dict[str, object]:
    """A node object under the context of `json_ld_context`."""
    found: dict[str, object] = {"@id": prefixes[node.iri]}
    for predicate, value in node.pairs:
        key = "@type" if predicate == RDF.type else prefixes[predicate]
        plain = isinstance(value, str) and (predicate in NODE_PROPERTIES or predicate == RDF.type)
        written = prefixes[str(value)] if plain else _json_ld_value(value, prefixes)
        before = found.get(key)
        if before is None:
            found[key] = written
        elif isinstance(before, list):
            before.append(written)
        else:
            found[key] = [before, written]
    return found


def json_ld_context(prefixes: Prefixes) -> dict[str, object]:
    """The prefixes, and that the values of own object properties are nodes."""
    return dict(prefixes.spaces) | {prefixes[iri]: {"@id": iri, "@type": "@id"} for iri in sorted(NODE_PROPERTIES)}


def _json_ld_value(value: Object, prefixes: Prefixes) -> object:
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return {"@id": prefixes[value]}
    text = storable(value.text)
    if value.language:
        return {"@value": text, "@language": value.language}
    return text if value.datatype == XSD.string else {"@value": text, "@type": prefixes[value.datatype]}
