"""RDF as plain tuples: an IRI is a string, a whole number an int, any other literal a tuple of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from math import isfinite
from typing import NamedTuple

from kg.iri import slug
from kg.vocab import XSD, Act, Code, Kind


class Literal(NamedTuple):
    """Words, a number or a date; one with a `language` is an `rdf:langString`, and its datatype is left unsaid."""

    text: str
    datatype: str = XSD.string
    language: str | None = None


Object = str | int | Literal
Pair = tuple[str, Object]
"""Predicate and object."""


class Node(NamedTuple):
    """A subject with everything that is said of it, each thing once."""

    iri: str
    pairs: list[Pair]


class Triple(NamedTuple):
    """A statement of RDF; an object that is a plain `str` is an IRI."""

    subject: str
    predicate: str
    object: Object


class Section(NamedTuple):
    """Nodes that belong together: `name` is the IRI of their named graph, `title` words for people."""

    name: str
    title: str
    nodes: list[Node]


def node(iri: str, pairs: Iterable[Pair]) -> Node:
    """A node; what is said twice is kept once."""
    return Node(iri, list(dict.fromkeys(pairs)))


def words(text: str, language: str | None = None) -> Literal:
    """A string, with a language tag where one is given."""
    return Literal(text, XSD.string, language)


def day(value: date) -> Literal:
    """A calendar day."""
    return Literal(value.isoformat(), XSD.date)


def number(value: float) -> Object:
    """A number, whole where it is. Raises ValueError for infinity and NaN."""
    if not isfinite(value):
        raise ValueError(f"no number: {value}")
    return int(value) if value == int(value) else Literal(format(Decimal(repr(value)), "f"), XSD.decimal)


def code(value: str) -> str:
    """IRI of a code of the shorter lists, such as `affirmed` or `more-than`."""
    return Code.BASE + value


@cache
def kind(value: str) -> str:
    """IRI of a situation type, of the project's own or of a user's lexicon."""
    return Kind.BASE + slug(value)


@cache
def act(value: str) -> str:
    """IRI of a speech act, of the project's own or of a user's lexicon."""
    return Act.BASE + slug(value)
