"""Offices, memberships and kin, in the text's own words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Record

Extract = Callable[..., Record]


def relations_of(record: Record) -> set[tuple[str, str, str | None, str | None, str]]:
    names = {e.id: e.name for e in record.entities}
    return {(r.type, names[r.subject], r.title, names[r.object] if r.object else None, r.tense) for r in record.relations}


@pytest.mark.parametrize(
    ("text", "person", "title", "owner", "tense"),
    [
        ("Polish Foreign Minister Jan Nowak resigned.", "Jan Nowak", "Foreign Minister", "Poland", "current"),
        ("U.S. Secretary of State Paul Reyes landed.", "Paul Reyes", "Secretary of State", "United States", "current"),
        ("Former Duluth Mayor Raymond Ortega was jailed.", "Raymond Ortega", "Mayor", "Duluth", "former"),
        ("Norvia Chief Executive Ingrid Solberg spoke.", "Ingrid Solberg", "Chief Executive", "Norvia", "current"),
        ("Ingrid Solberg, 54, chief executive of Norvia, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Norvia's chief executive, Ingrid Solberg, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("The chief executive of Norvia, Ingrid Solberg, spoke.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Ingrid Solberg was named chief executive of Norvia.", "Ingrid Solberg", "chief executive", "Norvia", "current"),
        ("Ingrid Solberg resigned as chief executive of Norvia.", "Ingrid Solberg", "chief executive", "Norvia", "former"),
        ("Peter Hahn is the director of the Harlow Museum.", "Peter Hahn", "director", "Harlow Museum", "current"),
        ("Chile's navy spokesman, Luis Vega, said the ship was safe.", "Luis Vega", "spokesman", "Chilean navy", "current"),
        ("Canadian Prime Minister-elect Mary Holt spoke in Ottawa.", "Mary Holt", "Prime Minister-elect", "Canada", "future"),
        ("Ayse Demir, a 34-year-old teacher, heard screams.", "Ayse Demir", "teacher", None, "current"),
        ("The mayor of Leeds, Pavel Orlov, resigned.", "Pavel Orlov", "mayor", "Leeds", "current"),
        ("The Chancellor of the Exchequer, Rupert Hale, spoke.", "Rupert Hale", "Chancellor of the Exchequer", None, "current"),
        ("Halberg AG shares fell. Chief Executive Wei Zhang resigned.", "Wei Zhang", "Chief Executive", "Halberg AG", "current"),
        ("Rovers striker Kwame Mensah scored twice.", "Kwame Mensah", "striker", "Rovers", "current"),
        (
            "In the Orsk region, two people died, regional governor Oleg Panin said.",
            "Oleg Panin",
            "regional governor",
            "Orsk region",
            "current",
        ),
    ],
)
def test_office(text: str, person: str, title: str, owner: str | None, tense: str, extract_text: Extract) -> None:
    assert ("holds-role", person, title, owner, tense) in relations_of(extract_text(text))


@pytest.mark.parametrize(
    ("text", "person", "title", "owner"),
    [
        ("Raymond Ortega wept beside his wife, Elena Ortega.", "Elena Ortega", "wife", "Raymond Ortega"),
        ("Jared Stone, the son-in-law of Ana Lopez, spoke.", "Jared Stone", "son-in-law", "Ana Lopez"),
        ("Dale Brandt's daughter Susan Brandt testified.", "Susan Brandt", "daughter", "Dale Brandt"),
    ],
)
def test_kin(text: str, person: str, title: str, owner: str, extract_text: Extract) -> None:
    assert ("kin", person, title, owner, "current") in relations_of(extract_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lopez told French leaders that she would go.",
        "Ingrid Solberg is not the chief executive of Norvia.",
        "Ingrid Solberg wants to become the chief executive of Norvia.",
        "The coach praised Nils Larsson, a fan favorite.",
    ],
)
def test_no_office(text: str, extract_text: Extract) -> None:
    assert not [r for r in relations_of(extract_text(text)) if r[0] == "holds-role"]


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("The fire began in Superior, Wisconsin, on Monday.", "Superior", "Wisconsin"),
        ("The village of Velmora in the Orsk region was hit.", "Velmora", "Orsk region"),
        ("He was born in Heidelberg, Germany.", "Heidelberg", "Germany"),
    ],
)
def test_place_lies_in(text: str, inner: str, outer: str, extract_text: Extract) -> None:
    assert ("located-in", inner, None, outer, "current") in relations_of(extract_text(text))
