"""What a person sees of a build that takes long."""

from __future__ import annotations

import pytest
from rich.console import Console

from kg.progress import TerminalWatch


def test_a_log_gets_a_line_every_hundred_articles(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(TerminalWatch().over("extracting", range(1, 1201), 1200)) == list(range(1, 1201))
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[0], lines[-1]) == (11, "extracting 100 of 1,200", "extracting 1,100 of 1,200")


@pytest.mark.parametrize(("quiet", "total", "many"), [(True, 300, 300), (False, None, 300), (False, 100, 100)])
def test_a_quiet_a_short_and_an_uncounted_stage_get_none(
    capsys: pytest.CaptureFixture[str], quiet: bool, total: int | None, many: int
) -> None:
    assert len(list(TerminalWatch(quiet).over("reading", range(many), total))) == many
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_that_goes(capsys: pytest.CaptureFixture[str]) -> None:
    watch = TerminalWatch()
    watch.console = Console(force_terminal=True, width=80)
    assert list(watch.over("writing", "abc", 3)) == ["a", "b", "c"]
    assert "3/3" in capsys.readouterr().out
