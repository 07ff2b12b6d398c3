"""Every block of the README and of the page of questions is run, or found in what a build writes: documentation cannot drift."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main
from kg.questions import questions

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
REST = "…"
PAGES = ("README.md", "kg/questions/README.md")


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its text, and the page and line where it begins."""

    language: str
    text: str
    page: str
    line: int


def every_block() -> Iterator[Block]:
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        yield from (Block(m[1], m[2], page, text.count("\n", 0, m.start()) + 1) for m in BLOCK.finditer(text))


def blocks(language: str) -> list[Block]:
    return [b for b in every_block() if b.language == language]


def name(block: Block) -> str:
    return f"{block.page}:{block.line}"


def commands(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Each `$ command` of a console block with the lines of output below it."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, _, output = part.partition("\n")
        yield command.strip(), output.rstrip("\n").splitlines()


def run(command: str) -> list[str]:
    """What `kg ...` prints, both streams together."""
    words = shlex.split(command, comments=True)
    assert words[0] == "kg", f"only kg is run: {command}"
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed), pytest.raises(SystemExit) as ended:
        main(words[1:])
    assert ended.value.code in (0, None), printed.getvalue()
    return [line.rstrip() for line in printed.getvalue().rstrip("\n").splitlines()]


def same(expected: list[str], got: list[str]) -> bool:
    """Equal line by line; a line `…` stands for any lines, a trailing `…` for the rest of a line."""
    pattern = "\n".join(
        r"(?:.*\n)*?.*" if line.strip() == REST else re.escape(line.removesuffix(REST)) + (".*" if line.endswith(REST) else "")
        for line in expected
    )
    return re.fullmatch(pattern, "\n".join(got)) is not None


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the seeds, and exports built from them by the first console block."""
    folder = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    with contextlib.chdir(folder):
        run("kg build seeds -o exports")
    return folder


@pytest.mark.parametrize("block", blocks("console"), ids=name)
def test_commands_print_what_the_readme_shows(block: Block, workplace: Path) -> None:
    with contextlib.chdir(workplace):
        for command, expected in commands(block):
            got = run(command)
            assert not expected or same(expected, got), f"{name(block)}: {command} prints\n" + "\n".join(got)


@pytest.mark.parametrize("block", blocks("python"), ids=name)
def test_python_prints_what_the_readme_shows(block: Block, workplace: Path) -> None:
    shown = next(b for b in blocks("text") if b.page == block.page and b.line > block.line)
    printed = io.StringIO()
    with contextlib.chdir(workplace), contextlib.redirect_stdout(printed):
        exec(compile(block.text, f"README.md:{block.line}", "exec"), {})
    assert same(shown.text.rstrip("\n").splitlines(), printed.getvalue().rstrip("\n").splitlines()), printed.getvalue()


@pytest.mark.parametrize("block", blocks("turtle"), ids=name)
def test_turtle_stands_in_the_graph(block: Block, workplace: Path) -> None:
    written = {line.strip() for line in (workplace / "exports" / "graph.ttl").read_text("utf-8").splitlines()}
    missing = [line for line in block.text.splitlines() if line.strip() and not line.startswith("#") and line.strip() not in written]
    assert missing == []


def test_every_kind_of_block_was_run() -> None:
    assert len(blocks("console")) >= 2
    assert len(blocks("python")) >= 1
    assert len(blocks("turtle")) >= 1
    assert {b.language for b in every_block()} == {"console", "python", "text", "turtle", "bash"}


def test_every_question_is_documented_with_an_example() -> None:
    asked = [command.split()[2] for block in blocks("console") if block.page != "README.md" for command, _ in commands(block)]
    assert asked == [q.name for q in questions()]


def test_links_and_pictures_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", readme) if not t.startswith("http")]
    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []
