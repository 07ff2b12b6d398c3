"""Offices that articles give, beside those of the user's reference data: which are flagged, and which are not."""

from __future__ import annotations

from datetime import date

import pytest

from kg.audit import audit_offices
from kg.lexicon import Lexicon
from kg.model import ArticleInfo, Entity, Graph, Record, Relation, Span, Tense
from kg.reference import Entry, Office, Reference
from kg.resolution.titles import same_office

RUIZ, LEAGUE = "https://data.example/ruiz", "https://data.example/league"
OFFICES = (
    Office("prime minister", "Valmora", date(2023, 12, 13)),
    Office("prime minister", "Valmora", date(2007, 11, 16), date(2014, 9, 22)),
    Office("president", LEAGUE, date(2014, 12, 1), date(2019, 11, 30)),
)
NOW, THEN, BETWEEN = date(2025, 12, 30), date(2016, 3, 1), date(2021, 1, 1)
PM = "prime minister, Valmora, since 2023-12-13"
PMS = f"prime minister, Valmora, 2007-11-16 to 2014-09-22; {PM}"


def audited(
    title: str, body: str | None, published: date | None, lexicon: Lexicon, tense: Tense = "current", offices: tuple[Office, ...] = OFFICES
) -> str | None:
    """The flag on an office that an article of some day gives to Ana Ruiz."""
    entities = (
        Entity("person/ana-ruiz", "Person", "Ana Ruiz", same_as=(RUIZ,)),
        Entity("gpe/valmora", "GeopoliticalEntity", "Valmora"),
        Entity("organization/lake-league", "Organization", "Lake League", same_as=(LEAGUE,)),
        Entity("organization/union", "Organization", "Boat Union"),
    )
    relation = Relation("holds-role", "person/ana-ruiz", body, Span(0, 9), title, tense)
    record = Record(ArticleInfo("d0", "a.txt", "0", published=published), entities=entities, relations=(relation,))
    reference = Reference((Entry(RUIZ, "Ana Ruiz", "Person", offices=offices),))
    (found,) = audit_offices(Graph(records=(record,), entities=entities), reference, lexicon).records[0].relations
    assert (found.title, found.subject, found.object) == (title, "person/ana-ruiz", body)
    return found.reference_title


@pytest.mark.parametrize(
    ("title", "body", "published", "flag"),
    [
        ("President", "gpe/valmora", NOW, PM),
        ("President", None, NOW, PM),
        ("deputy prime minister", "gpe/valmora", NOW, PM),
        ("Prime Minister", "gpe/valmora", BETWEEN, PMS),
        ("President", "organization/lake-league", NOW, f"president, {LEAGUE}, 2014-12-01 to 2019-11-30"),
        ("President", "gpe/valmora", None, PMS),
        ("Prime Minister", "gpe/valmora", NOW, None),
        ("premier", "gpe/valmora", NOW, None),
        ("PM", "gpe/valmora", NOW, None),
        ("minister", "gpe/valmora", NOW, None),
        ("president", "organization/lake-league", THEN, None),
        ("Prime Minister", "gpe/valmora", None, None),
        ("leader", "gpe/valmora", NOW, None),
        ("economist", None, NOW, None),
        ("chairwoman", "organization/union", NOW, None),
    ],
)
def test_a_flag_stands_only_where_the_reference_has_another(
    title: str, body: str | None, published: date | None, flag: str | None, lexicon: Lexicon
) -> None:
    assert audited(title, body, published, lexicon) == flag


def test_former_offices_are_held_against_the_past_and_future_ones_against_nothing(lexicon: Lexicon) -> None:
    assert audited("president", "organization/lake-league", NOW, lexicon, "former") is None
    assert audited("mayor", "gpe/valmora", NOW, lexicon, "former") == PMS
    assert audited("prime minister", "gpe/valmora", date(2000, 1, 1), lexicon, "former") == PMS
    assert audited("president", "gpe/valmora", NOW, lexicon, "future") is None


def test_without_reference_or_offices_nothing_is_flagged(lexicon: Lexicon) -> None:
    assert audited("President", "gpe/valmora", NOW, lexicon, offices=()) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("chief executive", "CEO"),
        ("chief executive", "chief executive officer"),
        ("Chairwoman", "chairman of the board"),
        ("Defense Minister", "minister of defence"),
        ("acting mayor", "mayor"),
        ("Secretary of State", "secretary of state"),
    ],
)
def test_words_for_one_office(one: str, other: str) -> None:
    assert same_office(one, other)
    assert same_office(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("president", "vice president"),
        ("president", "prime minister"),
        ("Foreign Minister", "finance minister"),
        ("deputy mayor", "mayor"),
        ("", "mayor"),
    ],
)
def test_words_for_two_offices(one: str, other: str) -> None:
    assert not same_office(one, other)
    assert not same_office(other, one)
