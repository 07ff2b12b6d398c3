"""Triples as plain tuples: an IRI is a string, a literal a tuple of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import NamedTuple

from kg.iri import slug
from kg.vocab import XSD, Act, Code, Kind


class Literal(NamedTuple):
    """Words, a number or a date; `language` only where the datatype is `rdf:langString`, which is then left unsaid."""

    text: str
    datatype: str = XSD.string
    language: str | None = None


Object = str | Literal


class Triple(NamedTuple):
    """A statement of RDF; an object that is a plain `str` is an IRI."""

    subject: str
    predicate: str
    object: Object


class Section(NamedTuple):
    """Triples that belong together: `name` is the IRI of their named graph, `title` words for people."""

    name: str
    title: str
    triples: Sequence[Triple]


def words(text: str, language: str | None = None) -> Literal:
    """A string, with a language tag where one is given."""
    return Literal(text, XSD.string, language)


def day(value: date) -> Literal:
    """A calendar day."""
    return Literal(value.isoformat(), XSD.date)


def whole(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), XSD.integer)


def number(value: float) -> Literal:
    """A number as `xsd:integer` where it is whole, else as `xsd:decimal`. Raises ValueError for infinity and NaN."""
    if not isfinite(value):
        raise ValueError(f"no number: {value}")
    if value == int(value):
        return whole(int(value))
    return Literal(format(Decimal(repr(value)), "f"), XSD.decimal)


def code(value: str) -> str:
    """IRI of a code of the shorter lists, such as `affirmed` or `more-than`."""
    return Code.BASE + value


def kind(value: str) -> str:
    """IRI of a situation type, of the project's own or of a user's lexicon."""
    return Kind.BASE + slug(value)


def act(value: str) -> str:
    """IRI of a speech act, of the project's own or of a user's lexicon."""
    return Act.BASE + slug(value)
