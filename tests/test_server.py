"""`kg serve`: a read-only endpoint on loopback that answers as the store does, and ends cleanly."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from kg import server
from kg.errors import QueryError
from kg.exporters import export_all
from kg.questions import question
from kg.server import addresses, serving
from kg.store import load, query
from sample import SAMPLE
from stores.engines import ENGINES
from stores.processes import HOST, ask_over_http, free_port
from stores.rows import rows_of

LACKING = ENGINES["oxigraph-server"].missing()
needs_server = pytest.mark.skipif(LACKING is not None, reason=str(LACKING))


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    export_all(SAMPLE, folder, ["turtle", "html", "trig"])
    return folder


@needs_server
@pytest.mark.parametrize("file", ["", "graph.ttl", "graph.trig"])
def test_it_answers_as_the_store_does(build: Path, file: str) -> None:
    port, sparql = free_port(), question("denials").sparql
    with serving(build / file, port):
        rows = rows_of(ask_over_http(f"http://{HOST}:{port}/query", sparql), ["claimant", "denier"])
    expected = query(load([build]), sparql)
    assert rows == [("“Corvia”", "“Valmora”")]
    assert len(rows) == len(expected.rows)


@needs_server
def test_nobody_can_write_and_nothing_is_left_behind(build: Path) -> None:
    port = free_port()
    with serving(build, port) as process:
        update = Request(f"http://{HOST}:{port}/update", urlencode({"update": "CLEAR ALL"}).encode())
        with pytest.raises(HTTPError, match="403") as refused:
            urlopen(update, timeout=10)
        refused.value.close()
        location = Path(str(process.args[process.args.index("--location") + 1]))  # type: ignore[union-attr, arg-type]
        assert location.exists()
    assert process.poll() is not None
    assert not location.parent.exists()
    with pytest.raises(URLError):
        urlopen(f"http://{HOST}:{port}/", timeout=10)


@needs_server
@pytest.mark.parametrize("signal_number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_prints_its_addresses_and_ends_on_a_signal(build: Path, signal_number: int) -> None:
    port = free_port()
    command = [sys.executable, "-m", "kg", "serve", str(build), "--port", str(port)]
    with subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(4)]
        assert f"http://{HOST}:{port}/query" in lines[1]
        assert (build / "graph.html").resolve().as_uri() in lines[2]
        assert ask_over_http(f"http://{HOST}:{port}/query", "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1")["results"]["bindings"]
        process.send_signal(signal_number)
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == "stopped\n"
    time.sleep(0.1)
    with pytest.raises(URLError):
        urlopen(f"http://{HOST}:{port}/", timeout=10)


@needs_server
def test_a_port_in_use_is_a_clear_error(build: Path) -> None:
    port = free_port()
    with (
        serving(build, port),
        pytest.raises(QueryError, match=rf"port {port} cannot be had .*in use.*; choose another with --port"),
        serving(build, port),
    ):
        pass


@needs_server
def test_a_file_that_is_no_graph_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.ttl"
    bad.write_text("<x:a> <x:b> .")
    for file, cause in ((bad, "cannot be loaded"), (tmp_path / "none.ttl", "no such file"), (tmp_path, "no such file")):
        with pytest.raises(QueryError, match=cause), serving(file, free_port()):
            pass


def test_without_the_server_the_pip_command_is_told(build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server.shutil, "which", lambda *_, **__: None)
    with pytest.raises(QueryError, match=r"pip install 'newskg\[serve\]'"), serving(build, free_port()):
        pass


def test_the_view_is_only_told_of_where_it_is(tmp_path: Path) -> None:
    assert not any("view" in line for line in addresses(tmp_path, 7878))
