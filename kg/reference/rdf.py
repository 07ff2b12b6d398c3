"""Reference data as RDF: schema.org, FOAF, SKOS, ORG and the project's own terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.errors import ReferenceFileError
from kg.model import EntityType
from kg.reference.rows import checked_iri, checked_label, checked_office, text_of
from kg.reference.values import Entry, Office
from kg.vocab import NK, PROV, RDF, RDFS, SCHEMA, SKOS

RDF_FORMATS: Mapping[str, RdfFormat] = MappingProxyType({
    ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".jsonld": RdfFormat.JSON_LD, ".rdf": RdfFormat.RDF_XML,
})  # fmt: skip
"""End of a file's name -> the form of RDF it holds."""
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ORG: Final = "http://www.w3.org/ns/org#"
LABELS: Final = (RDFS.label, SKOS.prefLabel, f"{SCHEMA.BASE}name", f"{FOAF}name")
ALIASES: Final = (SKOS.altLabel, f"{SCHEMA.BASE}alternateName")
OWNERS: Final = tuple(f"{SCHEMA.BASE}{name}" for name in ("memberOf", "worksFor", "affiliation"))
TITLE, START, END = (f"{SCHEMA.BASE}{name}" for name in ("roleName", "startDate", "endDate"))
TYPES: Mapping[str, EntityType] = MappingProxyType({
    NK.Person: "Person", f"{SCHEMA.BASE}Person": "Person", f"{FOAF}Person": "Person",
    NK.Organization: "Organization", f"{SCHEMA.BASE}Organization": "Organization", f"{FOAF}Organization": "Organization",
    f"{SCHEMA.BASE}Corporation": "Organization", f"{SCHEMA.BASE}GovernmentOrganization": "Organization",
    f"{SCHEMA.BASE}NewsMediaOrganization": "Organization", f"{SCHEMA.BASE}SportsTeam": "Organization",
    f"{ORG}Organization": "Organization", f"{ORG}FormalOrganization": "Organization",
    NK.Group: "Group", f"{FOAF}Group": "Group",
    NK.GeopoliticalEntity: "GeopoliticalEntity", f"{SCHEMA.BASE}Country": "GeopoliticalEntity", f"{SCHEMA.BASE}State": "GeopoliticalEntity",
    f"{SCHEMA.BASE}City": "GeopoliticalEntity", f"{SCHEMA.BASE}AdministrativeArea": "GeopoliticalEntity",
    NK.Place: "Place", f"{SCHEMA.BASE}Place": "Place", NK.Topic: "Topic",
})  # fmt: skip
OTHERS: Final = tuple(f"<{base}" for base in (NK.BASE, PROV.BASE, SKOS.BASE))
"""Types of what a graph of the build holds besides: a graph of an earlier build is reference data too."""

Node = NamedNode | BlankNode
Term = object
Facts = Mapping[Node, Mapping[str, list[Term]]]


def read_rdf(file: Path) -> tuple[Entry, ...]:
    """Everybody and everything of a known type in an RDF file. Raises ReferenceFileError with file, line or node, and cause."""
    facts = _facts(file)
    within = {term for about in facts.values() for terms in about.values() for term in terms}
    entries = tuple(entry for node in facts if node not in within or _types(facts, node) for entry in _entries(file, facts, node))
    if not entries:
        raise ReferenceFileError(f"{file}: nobody and nothing of a known type in it, such as schema:Person or nk:Organization")
    return entries


def _facts(file: Path) -> Facts:
    found: dict[Node, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    try:
        for quad in parse(text_of(file), format=RDF_FORMATS[file.suffix.lower()]):
            if isinstance(quad.subject, NamedNode | BlankNode):
                found[quad.subject][quad.predicate.value.replace("http://schema.org/", SCHEMA.BASE)].append(quad.object)
    except SyntaxError as error:
        raise ReferenceFileError(f"{file}, line {error.lineno}: {error.msg}") from None
    return found


def _types(facts: Facts, node: Node) -> list[EntityType]:
    named = (term.value.replace("http://schema.org/", SCHEMA.BASE) for term in facts[node].get(RDF.type, []) if isinstance(term, NamedNode))
    return sorted({TYPES[name] for name in named if name in TYPES})


def _entries(file: Path, facts: Facts, node: Node) -> Iterator[Entry]:
    """The entry of a node; none for what only belongs to others."""
    if not isinstance(node, NamedNode):
        return
    where, about, types = f"{file}, <{node.value}>", facts[node], _types(facts, node)
    labels = _words(about, LABELS)
    given = [str(term) for term in about.get(RDF.type, [])]
    if not types and (not labels or any(kind.startswith(OTHERS) for kind in given)):
        return
    if len(types) != 1:
        problem = "more than one type" if types else "no known type"
        raise ReferenceFileError(f"{where}: {problem} ({', '.join(given) or 'none'}); it takes one such as schema:Person")
    label = checked_label(labels[0] if labels else "", node.value, where)
    aliases = tuple(dict.fromkeys(name for name in (*labels[1:], *_words(about, ALIASES)) if name != label))
    yield Entry(checked_iri(node.value, where), label, types[0], aliases, tuple(_offices(facts, node, where)), file.name, f"<{node.value}>")


def _words(about: Mapping[str, list[Term]], predicates: tuple[str, ...]) -> list[str]:
    """The words of some properties: without a language first, then English, then the others."""
    found = [term for predicate in predicates for term in about.get(predicate, []) if isinstance(term, Literal)]
    ranked = sorted(found, key=lambda term: (bool(term.language), not (term.language or "").startswith("en")))
    return [" ".join(term.value.split()) for term in ranked]


def _offices(facts: Facts, node: Node, where: str) -> Iterator[Office]:
    roles = dict.fromkeys(term for terms in facts[node].values() for term in terms if isinstance(term, NamedNode | BlankNode))
    for role in roles:
        about = facts.get(role, {})
        for title in _words(about, (TITLE,)):
            days = (*_words(about, (START,)), ""), (*_words(about, (END,)), "")
            if office := checked_office(title, _owner(facts, about), (days[0][0], days[1][0]), where):
                yield office


def _owner(facts: Facts, about: Mapping[str, list[Term]]) -> str:
    """Whose office: a name, the label of a node of the file, or an address."""
    for term in (term for predicate in OWNERS for term in about.get(predicate, [])):
        if isinstance(term, Literal):
            return term.value
        if isinstance(term, NamedNode):
            return next(iter(_words(facts.get(term, {}), LABELS)), term.value)
    return ""
