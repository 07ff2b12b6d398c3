"""Whom a pronoun or a description stands for, in passages of two to four sentences from many fields of news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.model import Record

# passage | words = entity; words#2 = entity of their second use; words = - where it is nobody named, or nobody for sure
PASSAGES = Path(__file__).with_name("passages.txt").read_text(encoding="utf-8")


def cases() -> Iterator[tuple[str, str, str]]:
    for row in PASSAGES.strip().split("\n"):
        text, _, targets = row.rpartition(" | ")
        for target in targets.split("; "):
            words, _, name = target.partition(" = ")
            yield text, words, name


def start_of(text: str, words: str) -> tuple[int, int]:
    """The characters of "words#2": the second use of the words."""
    plain, _, nth = words.partition("#")
    return list(re.finditer(rf"\b{re.escape(plain)}\b", text))[int(nth or 1) - 1].span()


@pytest.fixture(scope="module")
def records(extract_text: Callable[..., Record]) -> dict[str, Record]:
    return {text: extract_text(text) for text in dict.fromkeys(text for text, _, _ in cases())}


@pytest.mark.parametrize(("text", "words", "name"), list(cases()))
def test_stands_for(text: str, words: str, name: str, records: dict[str, Record]) -> None:
    record = records[text]
    names = {e.id: e.name for e in record.entities}
    found = [names[m.entity] for m in record.mentions if (m.span.start, m.span.end) == start_of(text, words)]
    assert (found or ["-"]) == [name]
