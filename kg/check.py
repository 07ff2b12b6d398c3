"""Does a built graph hold what it promises? Its shapes, and every quoted word against the texts of the articles.

The shapes are core SHACL, run by pySHACL over everything but the spans; the spans, nine tenths of a graph, are compared
with the texts in plain Python.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pyshacl
import rdflib
from msgspec import Struct
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, serialize

from kg.errors import CheckError, QueryError
from kg.folder import folder_of, text_file
from kg.lexicon import ontology_folder
from kg.sentences import sentence_at
from kg.store import load, value
from kg.vocab import NK, PROV, RDF, RDFS, SCHEMA

Term = NamedNode | BlankNode | Literal | Triple
_PYSHACL_PATH: Final = re.compile(r" on <.*")
_SPAN_IRI: Final = re.compile(r"(?P<document>.*/doc/[^#]*)#c(?P<begin>\d+)-(?P<end>\d+)")


class Problem(Struct, frozen=True):
    """Something that does not hold: in which document, at which character of its text, in which sentence, and what."""

    message: str
    document: str | None = None
    offset: int | None = None
    sentence: str | None = None

    def __str__(self) -> str:
        where = ", ".join([*([self.document] if self.document else []), *([f"character {self.offset}"] if self.offset is not None else [])])
        return (f"{where}: " if where else "") + self.message + (f" In: “{self.sentence}”" if self.sentence else "")


class SpanRow(NamedTuple):
    """A span as the graph has it; what is missing is None."""

    iri: str
    document: str | None
    begin: int | None
    end: int | None
    exact: str | None


def check(file: Path) -> list[Problem]:
    """Everything in a graph file that does not hold, documents first, then spans in the order of the text, then shapes.

    The texts are looked for in `texts/{document id}.txt` beside the file. Raises CheckError where the file cannot be read.
    """
    try:
        store = load([file])
    except QueryError as error:
        raise CheckError(str(error)) from None
    if next(_instances(store, NK.Document, PROV.Activity), None) is None:
        raise CheckError(f"{file}: it is no graph that kg built")
    texts, problems = _read_texts(store, folder_of(file))
    return [*problems, *_check_spans(store, texts), *_check_evidence(store), *_check_shapes(store, texts)]


# ---------------------------------------------------------------- texts
def _read_texts(store: Store, folder: Path) -> tuple[dict[str, str], list[Problem]]:
    """The text of each document by its IRI, as far as it is the one that the graph was made from."""
    texts, problems = {}, []
    for document in _instances(store, NK.Document):
        iri = document.value
        path = folder / text_file(_local(iri))
        expected = value(store, iri, SCHEMA.sha256)
        if not path.is_file():
            problems.append(Problem(f"its text is not at {path}: words and offsets cannot be compared", _local(iri)))
        elif hashlib.sha256(content := path.read_bytes()).hexdigest() != expected:
            problems.append(Problem(f"{path} is not the text that the graph was made from: its SHA-256 differs", _local(iri)))
        else:
            texts[iri] = content.decode("utf-8", "surrogatepass")
    return texts, sorted(problems, key=str)


# ---------------------------------------------------------------- spans
def _check_spans(store: Store, texts: Mapping[str, str]) -> Iterator[Problem]:
    documents = {document.value for document in _instances(store, NK.Document)}
    for row in sorted(_spans(store), key=lambda r: (r.document or "", r.begin or 0, r.end or 0, r.iri)):
        fault = _fault(row, documents) or _misquote(row, texts)
        if fault:
            text = texts.get(row.document or "")
            sentence = sentence_at(text, row.begin) if text is not None and row.begin is not None else None
            yield Problem(fault, _local(row.document or row.iri), row.begin, sentence)


def _spans(store: Store) -> Iterator[SpanRow]:
    for span in _instances(store, NK.Span, NK.Mention):
        about = {quad.predicate.value: quad.object for quad in store.quads_for_pattern(span, None, None, None)}
        document, exact = about.get(NK.inDocument), about.get(NK.exact)
        yield SpanRow(
            iri=span.value,
            document=document.value if isinstance(document, NamedNode) else None,
            begin=_whole(about.get(NK.begin)),
            end=_whole(about.get(NK.end)),
            exact=exact.value if isinstance(exact, Literal) else None,
        )


def _fault(row: SpanRow, documents: set[str]) -> str | None:
    """What is wrong with a span in itself."""
    if row.document is None or row.document not in documents:
        return f"the span {row.iri} is in no document of the graph."
    if row.begin is None or row.end is None or not 0 <= row.begin < row.end:
        return f"the span {row.iri} has no proper offsets."
    named = _SPAN_IRI.fullmatch(row.iri)
    if named is None or (named["document"], int(named["begin"]), int(named["end"])) != (row.document, row.begin, row.end):
        return f"the span {row.iri} is named after another place than {row.begin}-{row.end} of its document."
    return None


def _misquote(row: SpanRow, texts: Mapping[str, str]) -> str | None:
    """Does the text say something else there?"""
    text = texts.get(row.document or "")
    if text is None or row.begin is None or row.end is None:
        return None
    if row.end > len(text):
        return f"the span {row.begin}-{row.end} ends after the text, which has {len(text)} characters."
    if row.exact is not None and text[row.begin : row.end] != row.exact:
        return f"the graph quotes “{row.exact}” for {row.begin}-{row.end}, the text has “{text[row.begin : row.end]}”."
    return None


def _check_evidence(store: Store) -> Iterator[Problem]:
    """Everything that is said points at its words; in a graph without any spans there is nothing to ask for."""
    if next(_instances(store, NK.Span, NK.Mention), None) is None:
        return
    asked = [(NK.evidence, (NK.Claim, NK.Narration, NK.Situation, NK.Quantity)), (NK.contentSpan, (NK.Claim,))]
    for predicate, classes in asked:
        for node in sorted(_instances(store, *classes), key=str):
            if value(store, node.value, predicate) is None:
                yield Problem(f"{_local(node.value)} points at no words ({predicate.rpartition('#')[2]}).", _place(store, node.value)[0])


# ---------------------------------------------------------------- shapes
def _check_shapes(store: Store, texts: Mapping[str, str]) -> list[Problem]:
    ontology = ontology_folder()
    data = rdflib.Graph()
    data.parse(data=_without_spans(store), format="nt")
    for name in ("news.ttl", "vocab.ttl"):
        data.parse(data=(ontology / name).read_text("utf-8"), format="turtle")
    shapes = rdflib.Graph().parse(data=(ontology / "shapes.ttl").read_text("utf-8"), format="turtle")
    shapes.remove((rdflib.URIRef("https://newskg.example/shapes#Span"), rdflib.SH.targetClass, None))  # `_check_spans` does that
    conforms, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    return [] if conforms else sorted(_violations(report, store, texts), key=str)


def _without_spans(store: Store) -> bytes:
    """The triples as N-Triples; of a span only its type and label."""
    spans = set(_instances(store, NK.Span, NK.Mention))
    told = {NamedNode(RDF.type), NamedNode(RDFS.label)}
    kept = (quad.triple for quad in store if quad.subject not in spans or quad.predicate in told)
    return serialize(kept, format=RdfFormat.N_TRIPLES) or b""


def _violations(report: rdflib.Graph, store: Store, texts: Mapping[str, str]) -> Iterator[Problem]:
    for result in report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult):
        focus, path = str(report.value(result, rdflib.SH.focusNode)), report.value(result, rdflib.SH.resultPath)
        message, wrong = _PYSHACL_PATH.sub("", str(report.value(result, rdflib.SH.resultMessage))), report.value(result, rdflib.SH.value)
        about = f"{_local(focus)}: " + (f"{path.fragment or _local(path)}: " if isinstance(path, rdflib.URIRef) else "")
        shown = f" ({_local(str(wrong))})" if isinstance(wrong, rdflib.URIRef) and str(wrong) != focus else ""
        document, begin = _place(store, focus)
        text = texts.get(document or "")
        sentence = sentence_at(text, begin) if text is not None and begin is not None else None
        yield Problem(f"{about}{message}{shown}.", _local(document) if document else None, begin, sentence)


def _place(store: Store, node: str) -> tuple[str | None, int | None]:
    """The document of a node and the first character of its evidence, as far as the graph knows them."""
    document = node.partition("#")[0] if "/doc/" in node else None
    evidence = value(store, node, NK.evidence)
    begin = value(store, evidence, NK.begin) if evidence else None
    return document, int(begin) if begin and begin.isdecimal() else None


# ---------------------------------------------------------------- look-ups
def _instances(store: Store, *classes: str) -> Iterator[NamedNode]:
    for kind in classes:
        for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(kind), None):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _whole(term: Term | None) -> int | None:
    return int(term.value) if isinstance(term, Literal) and term.value.isdecimal() else None


def _local(iri: str) -> str:
    """The part of an IRI that people know a node by."""
    return iri.rpartition("/")[2]
