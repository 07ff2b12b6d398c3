"""Files appear whole or not at all, written piece by piece."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.exporters import EXPORTERS, export_all, make_files, plan
from kg.exporters.output import write_files
from sample import SAMPLE


def test_pieces_of_a_file_stand_one_behind_the_other(tmp_path: Path) -> None:
    written = write_files(tmp_path, [("a.txt", b"one "), ("sub/b.txt", b"B"), ("a.txt", b"two")])
    assert written == (tmp_path / "a.txt", tmp_path / "sub/b.txt")
    assert ((tmp_path / "a.txt").read_bytes(), (tmp_path / "sub/b.txt").read_bytes()) == (b"one two", b"B")


def test_nothing_is_replaced_where_a_later_piece_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("of the last build")

    def pieces() -> Iterator[tuple[str, bytes]]:
        yield "a.txt", b"new"
        yield "b.txt", b"new"
        raise OutputError("no more")

    with pytest.raises(OutputError, match="no more"):
        write_files(tmp_path, pieces())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "of the last build")]


def test_what_a_killed_process_left_is_no_part_of_a_file(tmp_path: Path) -> None:
    (tmp_path / f".a.txt.{os.getpid()}.tmp").write_text("half of ")
    write_files(tmp_path, [("a.txt", b"whole")])
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "whole")]


def test_every_file_is_what_its_format_makes(tmp_path: Path) -> None:
    export_all(SAMPLE, tmp_path)
    for name, content in make_files(SAMPLE, plan(None)).items():
        assert (tmp_path / EXPORTERS[name].file).read_bytes() == content == make_files(SAMPLE, [name])[name]


def test_a_watch_sees_what_is_made_together(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def watch(steps: object) -> Iterator[list[str]]:
        for step in steps:  # type: ignore[attr-defined]
            seen.append(step)
            yield step

    export_all(SAMPLE, tmp_path, ["html", "trig", "jsonl", "turtle"], watch=watch)
    assert seen == [["trig", "turtle"], ["html"], ["jsonl"]]
