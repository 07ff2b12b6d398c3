"""IRIs that every triple store can read, whatever a name looks like."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.iri import MAX_SLUG, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Volodymyr Zelenskyy", "volodymyr-zelenskyy"),
        ("U.S. Congress", "us-congress"),
        ("Lech Wałęsa", "lech-walesa"),
        ("Søren Kierkegård", "soren-kierkegard"),
        ("O’Hara & Sons", "ohara-sons"),
        ("Mar-a-Lago", "mar-a-lago"),
    ],
)
def test_a_plain_name_reads_as_it_is_spelt(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["東京", "Владимир", "123", "—", "", "7-Eleven", "Café 東"])
def test_a_name_that_loses_letters_gets_a_hash(name: str) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*[0-9a-f]{6}", slug(name))


def test_two_scripts_never_share_a_slug() -> None:
    names = ["東京", "京都", "Москва", "Киев", "Ж", "Ж."]
    assert len({slug(name) for name in names}) == len(names)


@given(st.text())
def test_every_slug_is_a_safe_local_name(name: str) -> None:
    local = slug(name)
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", local)
    assert len(local) <= MAX_SLUG
