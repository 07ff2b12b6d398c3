"""Which organizations and places of different articles are one, and where places lie."""

from __future__ import annotations

import pytest

from kg.lexicon import load_lexicon
from kg.model import Entity, EntityType, Graph, Mention, Record, Relation, Span
from kg.resolution import resolve
from kg.resolution.places import locate
from records import article, record


def resolved(*articles: list[tuple[EntityType, str]]) -> Graph:
    records = tuple(record(n, [(kind, name, ()) for kind, name in entities]) for n, entities in enumerate(articles))
    return resolve(tuple(map(article, records)), records, load_lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Organization", "Norvia ASA"), ("Organization", "Norvia")),
        (("Organization", "The Harlow Museum"), ("Organization", "Harlow Museum")),
        (("Organization", "Federal Maritime Agency"), ("Organization", "FMA")),
        (("Organization", "Nordic Marine Fuel Company"), ("Organization", "NMF")),
        (("Organization", "Nordic Defence Centre"), ("Organization", "Nordic Defense Center")),
        (("Organization", "Velm Tube and Wire Ltd"), ("Organization", "Velm Tube & Wire")),
        (("Place", "Lake Orsk"), ("GeopoliticalEntity", "Lake Orsk")),
        (("Organization", "Norvia"), ("Topic", "Norvia")),
        (("Group", "Peruvian officials"), ("Group", "Peruvian officials")),
    ],
)
def test_one_body(one: tuple[EntityType, str], other: tuple[EntityType, str]) -> None:
    assert len(resolved([one], [other]).entities) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Group", "investigators"), ("Group", "investigators")),
        (("Group", "Officials"), ("Group", "officials")),
        (("Organization", "Norvia"), ("Organization", "Norvia Marine")),
        (("Organization", "Supreme Court of Peru"), ("Organization", "Supreme Court of Chile")),
        (("GeopoliticalEntity", "Orsk"), ("GeopoliticalEntity", "Orsk region")),
    ],
)
def test_two_bodies(one: tuple[EntityType, str], other: tuple[EntityType, str]) -> None:
    assert len(resolved([one], [other]).entities) == 2


def test_members_of_a_party_are_one_group_and_officials_are_those_of_their_article() -> None:
    graph = resolved([("Group", "Democrats"), ("Group", "Officials")], [("Group", "Democratic"), ("Group", "Officials")])
    assert sorted(e.name for e in graph.entities) == ["Democrats", "Officials", "Officials"]


def named_for_short(number: int, *entities: tuple[str, tuple[str, ...]]) -> Record:
    """An article that names organizations, each with other names for it."""
    found = tuple(Entity(f"entity-{n}", "Organization", name, aliases) for n, (name, aliases) in enumerate(entities))
    mentions = tuple(Mention(Span(50 * n, 50 * n + 5), "name", e.id) for n, e in enumerate(found))
    return Record(article=record(number, []).article, entities=found, mentions=mentions)


@pytest.mark.parametrize(("using", "nodes"), [(1, 2), (3, 1)])
def test_usual_short_name_is_one_with_the_long_name_though_an_article_tells_them_apart(using: int, nodes: int) -> None:
    records = [named_for_short(n, ("Norvia Marine", ("Norvia",))) for n in range(using)]
    records += [named_for_short(9, ("Norvia", ()), ("Norvia Marine", ())), named_for_short(10, ("Norvia", ()))]
    assert len(resolve(tuple(map(article, records)), tuple(records), load_lexicon()).entities) == nodes


def test_acronym_of_two_bodies_stays_open() -> None:
    graph = resolved(
        [("Organization", "Federal Maritime Agency")], [("Organization", "French Medical Association")], [("Organization", "FMA")]
    )
    assert len(graph.entities) == 3


def placed(*names: tuple[str, str | None]) -> Graph:
    """One article that names places, each with the place that it lies in."""
    entities, mentions, relations = [], [], []
    for n, (name, within) in enumerate(names):
        entities.append(Entity(f"entity-{n}", "GeopoliticalEntity", name))
        mentions.append(Mention(Span(20 * n, 20 * n + 5), "name", f"entity-{n}"))
        if within is not None:
            outer = next(i for i, (other, _) in enumerate(names) if other == within)
            relations.append(Relation("located-in", f"entity-{n}", f"entity-{outer}", Span(20 * n, 20 * n + 9)))
    made = record(0, [])
    made = Record(article=made.article, entities=tuple(entities), mentions=tuple(mentions), relations=tuple(relations))
    return resolve((article(made),), (made,), load_lexicon())


def links(graph: Graph, name: str) -> tuple[str, ...]:
    return next(e.links for e in graph.entities if e.name == name)


def test_country_has_its_geonames_id() -> None:
    assert links(placed(("Peru", None)), "Peru") == ("https://sws.geonames.org/3932488/",)


def test_town_is_the_one_in_the_state_that_is_told() -> None:
    illinois = links(placed(("Springfield", "Illinois"), ("Illinois", None)), "Springfield")
    missouri = links(placed(("Springfield", "Missouri"), ("Missouri", None)), "Springfield")
    assert illinois
    assert missouri
    assert illinois != missouri


def test_town_of_many_places_stays_open() -> None:
    assert links(placed(("Springfield", None)), "Springfield") == ()


def test_town_lies_in_its_country() -> None:
    graph = placed(("Stuttgart", None), ("Germany", None))
    relation = next(r for r in graph.records[0].relations if r.type == "located-in")
    assert (relation.subject, relation.object) == ("gpe/stuttgart", "gpe/germany")


def test_country_that_the_users_data_renames_keeps_its_geonames_id() -> None:
    entity = Entity("gpe/bharat", "GeopoliticalEntity", "Bharat", ("India",), same_as=("https://data.example/bharat",))
    linked, _ = locate({entity.id: entity}, (), load_lexicon().nations, load_lexicon().regions)
    assert linked[entity.id].links == ("https://sws.geonames.org/1269750/",)


def test_washington_dc_is_washington() -> None:
    assert len(resolved([("GeopoliticalEntity", "Washington")], [("GeopoliticalEntity", "Washington D.C.")]).entities) == 1
