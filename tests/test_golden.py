"""What the build finds in the articles of `tests/golden/articles` is what stands in `tests/golden/*.txt`, line by line.

The goldens say what is found, not what is right: `test_musts.py` says that. A change of theirs is for reading before it is
committed: `pytest tests/test_golden.py --refresh-golden` writes them, `git diff tests/golden` shows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from golden_text import golden_text
from musts import Reading

GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(p for p in (GOLDEN / "articles").iterdir() if not p.name.endswith(".meta.json"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_the_build_finds_what_the_golden_says(golden_readings: Mapping[str, Reading], article: Path, pytestconfig: pytest.Config) -> None:
    golden = GOLDEN / f"{article.stem}.txt"
    found = golden_text(golden_readings[article.name])
    if pytestconfig.getoption("--refresh-golden"):
        golden.write_bytes(found.encode())
    assert found.splitlines() == golden.read_bytes().decode().splitlines(), (
        "read the difference; if it is right: pytest tests/test_golden.py --refresh-golden"
    )


def test_every_golden_has_its_article() -> None:
    assert sorted(p.stem for p in GOLDEN.glob("*.txt")) == [p.stem for p in ARTICLES]


def test_spans_of_every_golden_article_lie_in_its_text(golden_readings: Mapping[str, Reading]) -> None:
    for reading in golden_readings.values():
        end = len(reading.article.text)
        spans = [m.span for m in reading.record.mentions] + [s.trigger for s in reading.record.situations]
        assert [s for s in spans if not 0 <= s.start < s.end <= end] == []
