"""The commands by which the README loads the export into stores are run as they stand there; only ports are others."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from stores.engines import ENGINES, Store, Virtuoso, oxigraph_program
from stores.processes import HOST, free_port

ROOT = Path(__file__).resolve().parent.parent.parent
SECTION = re.compile(r"^## In your triple store\n.*?^```bash\n(.*?)^```", re.M | re.S)


def commands() -> list[str]:
    found = SECTION.search((ROOT / "README.md").read_text("utf-8"))
    return [line for line in found[1].splitlines() if line and not line.startswith("#")] if found else []


@pytest.fixture
def workplace(exports: Path, tmp_path: Path) -> Path:
    """A folder as a reader has it."""
    (tmp_path / "kg").mkdir()
    (tmp_path / "exports").symlink_to(exports)
    (tmp_path / "kg" / "questions").symlink_to(ROOT / "kg" / "questions")
    return tmp_path


def run(command: str, folder: Path) -> str:
    """What a command prints as it stands, where `python` is the one that runs the tests."""
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False, env=env)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def about(*words: str) -> list[str]:
    found = [command for command in commands() if any(word in command for word in words)]
    if not found:
        pytest.skip("the README has no such command")
    return found


def lines_of(answer: str) -> int:
    """Rows of an answer in CSV; words in it may hold line ends."""
    return len(re.findall(r"\.txt", answer))


def test_oxigraph(workplace: Path) -> None:
    if (reason := ENGINES["oxigraph-server"].missing()) is not None:
        pytest.skip(reason)
    port = str(free_port())
    load, serve, ask = (c.replace("7878", port).replace("oxigraph ", f"{oxigraph_program()} ", 1) for c in about("oxigraph", ":7878/"))
    run(load, workplace)
    with subprocess.Popen(["bash", "-c", f"exec {serve.removesuffix('&')}"], cwd=workplace, stderr=subprocess.DEVNULL) as server:
        try:
            time.sleep(1)
            assert lines_of(run(ask, workplace)) >= 1
        finally:
            server.terminate()


def test_virtuoso(engine: Callable[[str], Store], workplace: Path) -> None:
    store = engine("virtuoso")
    assert isinstance(store, Virtuoso)
    load, ask = about("isql-vt", "/sparql ")
    assert "*** Error" not in run(load.replace(f"{HOST}:1111", f"{HOST}:{store.port}"), workplace)
    assert lines_of(run(ask.replace(f"http://{HOST}:8890/sparql", store.endpoint), workplace)) >= 1


def test_rdflib(workplace: Path) -> None:
    for command in about("import rdflib"):
        assert int(run(command, workplace)) >= 1


@pytest.mark.parametrize("parser", ["rapper", "serdi"])
def test_parsers(parser: str, workplace: Path) -> None:
    if shutil.which(parser) is None:
        pytest.skip(f"needs {parser}")
    for command in about(f"{parser} "):
        run(command, workplace)
