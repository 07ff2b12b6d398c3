"""Terms and statements as N-Triples and Turtle write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kg.exporters.prefixes import Prefixes
from kg.triples import Literal, Object, Triple
from kg.vocab import RDF, XSD

_SPECIAL: Final = re.compile('[\\\\"\x00-\x1f\x7f]')
_HALF: Final = re.compile('[\ud800-\udfff]')
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPAN: Final = re.compile(r".*[#:]c\d+-\d+")


def storable(text: str) -> str:
    """Words that any file can hold: half a surrogate pair becomes U+FFFD."""
    return _HALF.sub("\ufffd", text)


def quoted(text: str) -> str:
    """A string between quotation marks."""
    return f'"{_SPECIAL.sub(_escaped, storable(text))}"'


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def ntriple(triple: Triple) -> str:
    """A line of N-Triples."""
    value = triple.object
    if not isinstance(value, Literal):
        written = f"<{value}>"
    elif value.language:
        written = f"{quoted(value.text)}@{value.language}"
    else:
        written = quoted(value.text) + ("" if value.datatype == XSD.string else f"^^<{value.datatype}>")
    return f"<{triple.subject}> <{triple.predicate}> {written} .\n"


def turtle_term(value: Object, prefixes: Prefixes) -> str:
    """An object in Turtle; whole numbers and decimals stand without quotation marks."""
    if not isinstance(value, Literal):
        return prefixes.short(value)
    if value.language:
        return f"{quoted(value.text)}@{value.language}"
    if value.datatype == XSD.string:
        return quoted(value.text)
    if value.datatype in {XSD.integer, XSD.decimal}:
        return value.text
    return f"{quoted(value.text)}^^{prefixes.short(value.datatype)}"


def subject_block(subject: str, properties: Mapping[str, list[Object]], prefixes: Prefixes) -> str:
    """All that is said of one subject: a line for each property, or one line in all for a span."""
    name = prefixes.short(subject)
    lines = [
        f"{'a' if predicate == RDF.type else prefixes.short(predicate)} {', '.join(turtle_term(value, prefixes) for value in values)}"
        for predicate, values in properties.items()
    ]
    if _SPAN.fullmatch(subject):
        return f"{name} {' ; '.join(lines)} .\n"
    return name + " " + " ;\n  ".join(lines) + " .\n"
