"""Programs that tests start: on loopback, on a free port, and stopped whatever happens."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

HOST = "127.0.0.1"
PATIENCE = 60
"""Seconds that a program may take to start."""
ANSWER = 60
"""Seconds that it may take to answer."""


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(command: Sequence[str | Path], folder: Path, **streams: Any) -> Iterator[subprocess.Popen[str]]:
    """A program while it runs; it is told to end when the block is left, and killed where it does not."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "errors.txt").open("w") as errors, subprocess.Popen(command, cwd=folder, text=True, stderr=errors, **streams) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(port: int, process: subprocess.Popen[str]) -> None:
    """Until somebody listens on the port. Raises RuntimeError where the program ends before, or takes too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"{process.args!r} does not listen on {port}; exit code {process.poll()}")


def ask_over_http(endpoint: str, sparql: str) -> dict[str, Any]:
    """The answer of a SPARQL endpoint, as the protocol has it: a form by POST, results in JSON."""
    request = Request(endpoint, urlencode({"query": sparql}).encode(), {"Accept": "application/sparql-results+json"})
    try:
        with urlopen(request, timeout=ANSWER) as response:
            return dict(json.load(response))
    except URLError as error:
        text = error.read().decode("utf-8", "replace") if hasattr(error, "read") else ""
        raise RuntimeError(f"{endpoint}: {error}: {text[:500]}") from None


class Worker:
    """A program that reads one JSON request a line, and answers each with a line: `{"load": file}` or `{"ask": query}`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def put(self, **request: str) -> dict[str, Any]:
        """The answer; raises RuntimeError with the program's own words where it failed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline() or '{"error": "the program has ended"}')
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer
