"""Questions about figures: parts against the whole, and two tellings of one event that disagree."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.exporters import export_all
from kg.model import Bound, Claim, Entity, Graph, Quantity, Record, Situation, Span
from kg.questions import ask
from kg.store import load
from making import article_of

FIRST = "Police said 40 miners were trapped. By night 25 miners were rescued and 9 miners were found dead."
SECOND = "The union said 46 miners were trapped."


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def counted(
    text: str, number: int, words: str, situation: int, bound: Bound = "exact", event: str | None = None, part_of: str | None = None
) -> Situation:
    quantity = Quantity(span(text, f"{number} miners"), float(number), counted="miner", bound=bound)
    trigger = span(text, words)
    return Situation(
        f"situation-{situation}",
        "accident",
        trigger,
        trigger,
        f"{number} miners {words}",
        event=event,
        quantities=(quantity,),
        part_of=part_of,
    )


def told(text: str, speaker: str, words: str) -> Claim:
    content = span(text, words)
    return Claim("claim-1", speaker, None, None, None, (content,), content, content=("situation-1",))


def graph(second_bound: Bound = "exact") -> Graph:
    one, two = article_of(FIRST), article_of(SECOND)
    accident = "event/accident-mine"
    first = Record(
        one.info,
        entities=(Entity("organization/police", "Organization", "Police"),),
        situations=(
            counted(FIRST, 40, "trapped", 1, event=accident),
            counted(FIRST, 25, "rescued", 2, part_of="situation-1"),
            counted(FIRST, 9, "found dead", 3, part_of="situation-1"),
        ),
        claims=(told(FIRST, "organization/police", "40 miners were trapped"),),
    )
    second = Record(
        two.info,
        entities=(Entity("organization/union", "Organization", "Union"),),
        situations=(counted(SECOND, 46, "trapped", 1, second_bound, accident),),
        claims=(told(SECOND, "organization/union", "46 miners were trapped"),),
    )
    return Graph((one, two), (first, second), (*first.entities, *second.entities))


def answer(made: Graph, folder: Path, name: str) -> list[dict[str, object]]:
    export_all(made, folder, ["turtle"])
    table = ask(load([folder]), name)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_parts_that_do_not_add_up_leave_a_rest(tmp_path: Path) -> None:
    (row,) = answer(graph(), tmp_path, "sums")
    assert (row["whole"], row["parts"], row["sum"], row["unaccounted"]) == (40, 2, 34, 6)


def test_two_tellings_of_one_event_with_different_figures(tmp_path: Path) -> None:
    (row,) = answer(graph(), tmp_path, "number-conflicts")
    assert (row["number"], row["according_to"], row["other_number"], row["other_according_to"]) == (40, "Police", 46, "Union")


@pytest.mark.parametrize("bound", ["about", "more-than", "at-least"])
def test_a_hedged_figure_conflicts_with_nothing(tmp_path: Path, bound: Bound) -> None:
    assert answer(graph(bound), tmp_path, "number-conflicts") == []
