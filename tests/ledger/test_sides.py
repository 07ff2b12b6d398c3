"""How many speakers say so, and how many independent sides they are: by the real pipeline, on short made-up articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Graph


@pytest.mark.parametrize(
    ("text", "trigger", "voices"),
    [
        ("Police said the bridge collapsed on Sunday.", "collapsed", (1, 1)),
        ("The bridge collapsed on Sunday.", "collapsed", (0, 0)),
        ("Anna Berg said that Ola Lund told her that the bridge collapsed.", "collapsed", (1, 1)),
    ],
)
def test_voices_of_a_situation(build_text: Callable[..., Graph], text: str, trigger: str, voices: tuple[int, int]) -> None:
    (record,) = build_text(text).records
    found = {(s.speakers, s.sides) for s in record.situations if s.trigger.of(text) == trigger}
    assert found == {voices}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Norwegian President Ana Ruiz said taxes would fall.", {("person/ana-ruiz", "gpe/norway")}),
        ("Former Norwegian President Ana Ruiz said taxes would fall.", set()),
        ("Norwegian Senator Ana Ruiz said taxes would fall.", set()),
        (
            "Jon Asker, a spokesman for Norvik Mining, said the mine was safe.",
            {("person/jon-asker", "organization/norvik-mining")},
        ),
        ("Denmark is a kingdom. The Danish air force said a jet had crashed.", {("organization/danish-air-force", "gpe/denmark")}),
    ],
)
def test_who_speaks_for_whom(build_text: Callable[..., Graph], text: str, sides: set[tuple[str, str]]) -> None:
    graph = build_text(text)
    assert {(side.entity, side.side) for side in graph.sides} == sides
    assert all(side.reason for side in graph.sides)
