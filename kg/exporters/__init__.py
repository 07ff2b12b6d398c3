"""Exporters: each makes one file; they copy what the projection or the network decided, and decide nothing themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from kg.errors import OutputError
from kg.exporters.annotations import write_annotations
from kg.exporters.csv_tables import TABLES, write_table
from kg.exporters.gexf import write_gexf
from kg.exporters.graphml import write_graphml
from kg.exporters.html import write_html
from kg.exporters.network_json import write_network_json
from kg.exporters.output import check_folder, write_files
from kg.exporters.rdf import DIALECTS, rdf_pieces, write_jsonld, write_ntriples, write_trig, write_turtle
from kg.exporters.schema_org import write_schema_org
from kg.folder import GRAPH, PAGE, text_file
from kg.model import Graph
from kg.triples import Detail

__all__ = [
    "EXPORTERS", "Exporter", "Format",
    "check_folder", "export", "export_all", "left_over", "make_file", "make_files", "plan", "write_jsonl",
]  # fmt: skip

Exporter = Callable[[Graph], bytes]
Watch = Callable[[Sequence[Sequence[str]]], Iterable[Sequence[str]]]


class Format(NamedTuple):
    """A row of the table: name of the file in the output folder, what makes its bytes, and what it is good for."""

    file: str
    write: Exporter
    about: str


def write_jsonl(graph: Graph) -> bytes:
    """The article records, one JSON object a line."""
    encoder = msgspec.json.Encoder()
    return b"".join(encoder.encode(record) + b"\n" for record in graph.records)


EXPORTERS: Mapping[str, Format] = MappingProxyType({
    "turtle": Format(GRAPH, write_turtle, "Turtle: for any triple store, and to read"),
    "trig": Format("graph.trig", write_trig, "TriG: the same, with a named graph for each document"),
    "ntriples": Format("graph.nt", write_ntriples, "N-Triples: one triple a line"),
    "jsonld": Format("graph.jsonld", write_jsonld, "JSON-LD: the same as JSON"),
    "graphml": Format("graph.graphml", write_graphml, "GraphML: the network, for Gephi, Cytoscape, yEd and igraph"),
    "gexf": Format("graph.gexf", write_gexf, "GEXF: the network, for Gephi"),
    "network-json": Format("graph.json", write_network_json, "node-link JSON: the network, for NetworkX and D3"),
    "html": Format(PAGE, write_html, "a page for people: network, disputes, timeline; opens offline in any browser"),
    "jsonl": Format("articles.jsonl", write_jsonl, "article records: plain JSON, one article a line"),
    "annotations": Format("annotations.jsonld", write_annotations, "Web Annotations: for tools that mark words in the articles"),
    "schema-org": Format("schema.jsonld", write_schema_org, "schema.org: NewsArticle and Claim as JSON-LD"),
} | {
    f"csv-{name}": Format(f"tables/{name}.csv", partial(write_table, table=table), f"CSV for spreadsheets: {table.about}")
    for name, table in TABLES.items()
})
"""Every format. An exporter is added by a row here."""


def plan(formats: Sequence[str] | None) -> tuple[str, ...]:
    """The formats to write, each once, all of them where None; raises OutputError naming one that is not known."""
    wanted = tuple(dict.fromkeys(formats or EXPORTERS))
    for name in wanted:
        if name not in EXPORTERS:
            raise OutputError(f"unknown format {name!r}; known: {', '.join(EXPORTERS)}")
    return wanted


def make_file(graph: Graph, name: str, detail: Detail = "full", *, texts: bool = True) -> bytes:
    """The bytes of one format; see `make_files`. Raises OutputError where the format is not known."""
    return make_files(graph, plan([name]), detail, texts=texts)[name]


def make_files(graph: Graph, names: Sequence[str], detail: Detail = "full", *, texts: bool = True) -> dict[str, bytes]:
    """The bytes of some formats by their names.

    `detail` says how much the RDF formats tell of spans; without `texts` the page has the quotations, not the articles.
    """
    made: dict[str, list[bytes]] = {name: [] for name in names}
    for name, piece in _pieces(graph, names, detail, texts, iter):
        made[name].append(piece)
    return {name: b"".join(pieces) for name, pieces in made.items()}


def _pieces(graph: Graph, names: Sequence[str], detail: Detail, texts: bool, watch: Watch) -> Iterator[tuple[str, bytes]]:
    """Some formats, piece by piece, each piece with the name of its format; the RDF formats share one projection, so go together."""
    steps = [[name for name in names if name in DIALECTS], *([name] for name in names if name not in DIALECTS)]
    for step in watch([step for step in steps if step]):
        if step[0] in DIALECTS:
            yield from rdf_pieces(graph, step, detail)
        elif step[0] == "html":
            yield "html", write_html(graph, texts=texts)
        else:
            yield step[0], EXPORTERS[step[0]].write(graph)


def left_over(folder: Path, written: Collection[Path]) -> list[str]:
    """What an earlier build left in a folder and this one, which wrote some files, did not renew: names of files, a count of texts."""
    known = [folder / row.file for row in EXPORTERS.values()]
    files = [path.relative_to(folder).as_posix() for path in known if path.is_file() and path not in written]
    texts = [path for path in (folder / text_file("*")).parent.glob("d*.txt") if path not in written]
    return files + ([f"{len(texts)} {'text' if len(texts) == 1 else 'texts'} in texts/"] if texts else [])


def export(graph: Graph, file: str | Path, *, texts: bool = True) -> Path:
    """Write one file, in the format that has a file of that name, or else of that ending: `export(graph, "out/graph.ttl")`.

    `texts=False` keeps the articles themselves out of the page, for copyright; what is quoted stays.
    Raises OutputError where no format has such a name or ending, or the file cannot be written.
    """
    path = Path(file)
    names = {Path(row.file).name: name for name, row in EXPORTERS.items()}
    endings = {Path(row.file).suffix: name for name, row in reversed(list(EXPORTERS.items())) if not name.startswith("csv-")}
    name = names.get(path.name) or endings.get(path.suffix)
    if name is None:
        raise OutputError(f"{path}: no format has files that end so; known: {', '.join([*endings, *names])}")
    return write_files(path.parent, [(path.name, make_file(graph, name, texts=texts))])[0]


def export_all(
    graph: Graph, folder: Path, formats: Sequence[str] | None = None, detail: Detail = "full", *, texts: bool = True, watch: Watch = iter
) -> tuple[Path, ...]:
    """Write the files of some formats (all where None) and, with `texts`, the texts that their offsets count in; gives the paths.

    `watch` is given the formats, those together that are made together, and gives them back as they are made.
    Raises OutputError where a format is not known or a file cannot be written; then nothing has been replaced.
    """
    made = _pieces(graph, plan(formats), detail, texts, watch)
    articles = graph.articles if texts else ()
    read = ((text_file(article.info.id), article.text.encode("utf-8", "surrogatepass")) for article in articles)
    return write_files(folder, chain(((EXPORTERS[name].file, piece) for name, piece in made), read))
