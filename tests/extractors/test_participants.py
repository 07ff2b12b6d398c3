"""Who did what to whom, where and how many: `participants.txt` holds made-up sentences from the fields of news."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Quantity, Record, Role
from making import cases

TABLE = Path(__file__).with_name("participants.txt").read_text(encoding="utf-8")
# the sentence | trigger | all its roles | its place | all its numbers


def _number(quantity: Quantity) -> str:
    largest = "" if quantity.max is None else f"{quantity.max:.0f}"
    value = f"{quantity.min:.0f}..{largest}" if quantity.min is not None else f"{quantity.value:.12g}"
    return f"{value} {quantity.unit or quantity.counted}"


def _role(role: Role, text: str) -> str:
    """ "agent: that (a phone)": the pronoun, and what it stands for where that is nobody in the graph."""
    meant = f" ({role.antecedent.of(text)})" if role.antecedent else ""
    return f"{role.role}: {role.span.of(text)}{meant}"


def _parts(cell: str) -> set[str]:
    return set() if cell == "-" else {part.strip() for part in cell.split(";")}


@pytest.mark.parametrize(("text", "words", "roles", "place", "numbers"), cases(TABLE))
def test_who_where_and_how_many(extract_text: Callable[..., Record], text: str, words: str, roles: str, place: str, numbers: str) -> None:
    record = extract_text(text)
    found = next(s for s in record.situations if any(words in (t.of(text), *t.of(text).split()) for t in (s.trigger, *s.other_triggers)))
    assert {_role(r, text) for r in found.roles} == _parts(roles)
    assert next((e.name for e in record.entities if e.id == found.place), "-") == place
    assert {_number(q) for q in found.quantities} == _parts(numbers)


def test_who_is_named_in_apposition_takes_part(extract_text: Callable[..., Record]) -> None:
    for text in (
        "The Kenyan runner Juma Otieno won the race.",
        "The coach, Henrik Falk, won the race.",
        "Her husband, the poet Malik Diop, won the race.",
    ):
        record = extract_text(text)
        names = {e.id: e.name for e in record.entities}
        won = next(s for s in record.situations if s.trigger.of(text) == "won")
        agents = {names.get(r.entity or "") for r in won.roles if r.role == "agent"}
        assert agents & {"Juma Otieno", "Henrik Falk", "Malik Diop"}, text
