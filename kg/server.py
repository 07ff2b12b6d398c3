"""A read-only SPARQL endpoint over a build, on this machine only: Oxigraph's own server, started and stopped for the user."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from kg.errors import QueryError
from kg.folder import PAGE, folder_of, graph_of
from kg.store import FORMATS

HOST: Final = "127.0.0.1"
_CAUSE: Final = re.compile(r"Parser error .*", re.DOTALL)
PATIENCE: Final = 20
"""Seconds that the server may take to listen."""


@contextmanager
def serving(build: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """Serve a graph file, or the `graph.ttl` of an output folder, while the block lasts; then stop, and leave nothing behind.

    Raises QueryError where the server is not installed, the port is in use or the file is no graph.
    """
    program, graph = _program(), graph_of(build)
    _check_port(port)
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
        database = str(Path(folder) / "database")
        _load(program, graph, database)
        command = [program, "serve-read-only", "--location", database, "--union-default-graph", "--bind", f"{HOST}:{port}"]
        with _running(command) as process:
            _wait(process, port)
            yield process


def addresses(build: Path, port: int) -> Iterator[str]:
    """Lines that tell a person where to go: the query page, the endpoint, the view, and how to ask a saved question."""
    yield f"query page   http://{HOST}:{port}/"
    yield f"endpoint     http://{HOST}:{port}/query  (SPARQL 1.1, read-only)"
    view = folder_of(build) / PAGE
    if view.is_file():
        yield f"view         {view.resolve().as_uri()}"
    yield f"a question   curl http://{HOST}:{port}/query -H 'Accept: text/csv' --data-urlencode query@kg/questions/denials.rq"


@contextmanager
def stopping_on_sigterm() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl-C does, so that the server never outlives the command."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


def _program() -> str:
    """Path of the `oxigraph` program: beside this Python, or else on the PATH."""
    found = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if found is None:
        raise QueryError("the Oxigraph server is not installed; install it with: pip install 'newskg[serve]'")
    return found


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError) as error:
            raise QueryError(f"port {port} cannot be had ({error}); choose another with --port") from None


def _load(program: str, graph: Path, database: str) -> None:
    if not graph.is_file():
        raise QueryError(f"{graph}: cannot be read: no such file")
    if graph.suffix not in FORMATS:
        raise QueryError(f"{graph}: no graph file; known endings: {', '.join(FORMATS)}")
    done = subprocess.run([program, "load", "--location", database, "--file", graph], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        cause = _CAUSE.search(done.stderr)
        raise QueryError(f"{graph}: cannot be loaded: {' '.join((cause[0] if cause else done.stderr).split())}")


@contextmanager
def _running(command: Sequence[str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(command, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[str], port: int) -> None:
    """Until the server listens."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise QueryError(f"the Oxigraph server does not listen on port {port}")
