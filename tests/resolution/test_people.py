"""Which people of different articles are one."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.lexicon import load_lexicon
from kg.model import Entity, Graph, Mention, Record, Relation, Span
from kg.resolution import resolve
from records import article, record


def people(graph: Graph) -> dict[str, set[str]]:
    """Global id -> the names that articles use."""
    return {e.id: {e.name, *e.aliases} for e in graph.entities if e.type == "Person"}


def resolved(*articles: list[tuple[str, ...]]) -> Graph:
    records = tuple(record(n, [("Person", name, rest) for name, *rest in names]) for n, names in enumerate(articles))
    return resolve(tuple(article(r) for r in records), records, load_lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lebedev", "Sergey Lebedev"),
        ("Yuri Havrylenko", "Yuriy Havrylenko"),
        ("Taras Koval'sky", "Taras Kovalskyy"),
        ("Donald J. Brandt", "Donald Brandt"),
        ("José Marín", "Jose Marin"),
        ("Paul Reyes Jr.", "Paul Reyes"),
        ("Timothy D. Marsh", "Tim Marsh"),
        ("Elizabeth Orr", "Liz Orr"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert len(people(resolved([(one,)], [(other,)]))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lebedev", "Sergei Ryazanov"),
        ("Anna Berg", "Hanna Berg"),
        ("George W. Stone", "George H. Stone"),
        ("Maria Keller", "Mario Keller"),
    ],
)
def test_different_people(one: str, other: str) -> None:
    assert len(people(resolved([(one,)], [(other,)]))) == 2


def test_bare_surname_needs_one_bearer() -> None:
    assert len(people(resolved([("Ingrid Solberg",)], [("Solberg",)]))) == 1
    assert len(people(resolved([("Ingrid Solberg",)], [("Erna Solberg",)], [("Solberg",)]))) == 3


@pytest.mark.parametrize(
    ("articles", "number"),
    [
        ([[("Ansel Gary Powers", "pilot", "Air Force")], [("Ansel", "Pope", "Velm")]], 2),  # a first name of another
        ([[("Edwin Marsh", "fellow", "Orsk Institute")], [("Marsh", "President", "Peru")]], 2),  # another office
        ([[("Tom Barrack",)], [("Barack",)]], 2),  # another spelling, and no company known
        ([[("Eva Diallo",)], [("Omar Diallo",), ("Eva",)]], 2),  # a first name beside the family
        ([[("Francis", "Pope", "Velm")], [("Francis", "Pope", "Velm")]], 1),  # a first name with an office
        ([[("Sarah",)], [("Sarah",)]], 2),  # a first name, and no more
        ([[("Omar Lund", "President", "Peru")], [("Ann Lund", "singer", "Orsk Opera")], [("Lund", "President", "Peru")]], 2),
        ([[("Steve Marsh", "CEO", "Orsk Inc")], [("Steve Marsh", "Chief Executive Officer", "Orsk")]], 1),
        ([[("Steve Marsh", "CEO", "Orsk")], [("Steve Marsh", "striker", "Velm Rovers")]], 2),
    ],
)
def test_a_name_needs_ground(articles: list[list[tuple[str, ...]]], number: int) -> None:
    assert len(people(resolved(*articles))) == number


def test_a_surname_alone_is_whom_other_articles_call_so() -> None:
    def news(n: int, *found: tuple[str, str]) -> Record:
        names = [Entity(f"entity-{i}", "Person", name, (alias,) if alias else ()) for i, (name, alias) in enumerate(found)]
        mentions = tuple(Mention(Span(20 * i, 20 * i + 5), "name", e.id) for i, e in enumerate(names))
        return replace(record(n, []), entities=tuple(names), mentions=mentions)

    often = [news(n, ("Omar Lund", "Lund"), ("Ana Ruiz", ""), ("Eva Lund", "Eva")) for n in range(6)]
    graph = resolve((), (*often, news(9, ("Lund", ""), ("Ana Ruiz", ""))), load_lexicon())
    assert {frozenset(names) for names in people(graph).values()} == {
        frozenset({"Omar Lund", "Lund"}), frozenset({"Eva Lund", "Eva"}), frozenset({"Ana Ruiz"}),
    }  # fmt: skip


def test_people_named_side_by_side_stay_apart() -> None:
    graph = resolved([("Sergei Lebedev",), ("Sergey Lebedev",)], [("Sergei Lebedev",)])
    assert len(people(graph)) == 2


def test_homonyms_get_two_nodes() -> None:
    graph = resolved([("John Marsh", "mayor", "Leeds")], [("John Marsh", "striker", "Ashford Rovers")])
    ids = sorted(people(graph))
    assert len(ids) == 2
    assert all(i.startswith("person/john-marsh-") for i in ids)


def test_same_office_makes_no_homonyms() -> None:
    graph = resolved([("John Marsh", "mayor", "Leeds")], [("John Marsh", "mayor", "Leeds")])
    assert list(people(graph)) == ["person/john-marsh"]


def test_every_merge_says_why() -> None:
    graph = resolved([("Sergei Lebedev", "Foreign Minister", "Russia")], [("Sergey Lebedev", "Foreign Minister", "Russia")])
    reasons = [m.reason for m in graph.merges if m.id.startswith("person/")]
    assert any("spell one name" in r and "Foreign Minister" in r for r in reasons)


def test_all_ids_are_rewritten() -> None:
    local = record(0, [("Person", "Ana Lopez", ("president", "Peru"))])
    graph = resolve((article(local),), (local,), load_lexicon())
    known = {e.id for e in graph.entities}
    assert {m.entity for m in graph.records[0].mentions} <= known
    assert {r.subject for r in graph.records[0].relations} | {r.object for r in graph.records[0].relations} <= known
    assert isinstance(graph.records[0].mentions[0], Mention)
    assert isinstance(graph.records[0].relations[0], Relation)
    assert isinstance(graph.records[0].entities[0], Entity)
    assert Span(0, 1) < Span(1, 2)


NAMES = st.sampled_from(
    [
        "Ana Lopez",
        "Anna Lopez",
        "Lopez",
        "Sergei Lebedev",
        "Sergey Lebedev",
        "S. Lebedev",
        "Lebedev",
        "Paul Reyes",
        "Paul A. Reyes",
        "Paul B. Reyes",
        "Reyes",
        "Paul",
    ]
)
ARTICLES = st.lists(st.lists(NAMES, min_size=1, max_size=4, unique=True), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_of_articles_plays_no_part(articles: list[list[str]], random: Random) -> None:
    records: list[Record] = [record(n, [("Person", name, ()) for name in names]) for n, names in enumerate(articles)]
    shuffled = random.sample(records, len(records))
    one = resolve(tuple(map(article, records)), tuple(records), load_lexicon())
    other = resolve(tuple(map(article, shuffled)), tuple(shuffled), load_lexicon())
    assert one.entities == other.entities
    assert one.merges == other.merges
    assert {r.article.id: r for r in one.records} == {r.article.id: r for r in other.records}


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_two_names_of_one_article_are_never_joined(articles: list[list[str]]) -> None:
    records = tuple(record(n, [("Person", name, ()) for name in names]) for n, names in enumerate(articles))
    graph = resolve(tuple(map(article, records)), records, load_lexicon())
    assert all(
        len({m.entity for m in after.mentions}) == len(before.entities) for before, after in zip(records, graph.records, strict=True)
    )


def test_the_users_own_short_names_count(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('[[nicknames]]\nname = "Ingeborg"\nshort = ["Ibba"]\n', "utf-8")
    records = (record(0, [("Person", "Ingeborg Holm", [])]), record(1, [("Person", "Ibba Holm", [])]))
    articles = tuple(map(article, records))
    assert len(resolve(articles, records, load_lexicon()).entities) == 2
    assert len(resolve(articles, records, load_lexicon(mine)).entities) == 1
