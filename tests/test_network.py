"""The network: what becomes a node, what an edge, and with which words."""

from __future__ import annotations

import msgspec
import pytest

from kg.model import Claim, Graph, Span
from kg.network import Network, build_network, shorten, to_networkx
from sample import FIRST, SAMPLE, SECOND

ACCUSATION = f"{FIRST.info.id}#claim-1"
DENIAL = f"{SECOND.info.id}#claim-1"


@pytest.fixture(scope="module")
def network() -> Network:
    return build_network(SAMPLE)


def ends(network: Network, relation: str) -> set[tuple[str, str]]:
    return {(edge.source, edge.target) for edge in network.edges if edge.relation == relation}


def test_every_entity_claim_and_event_is_one_node(network: Network) -> None:
    ids = [node.id for node in network.nodes]
    assert len(ids) == len(set(ids))
    kinds = [node.kind for node in network.nodes]
    # Two articles tell of the dumping: ten situations, nine events.
    assert (kinds.count("entity"), kinds.count("claim"), kinds.count("event")) == (len(SAMPLE.entities), len(SAMPLE.claims), 9)


def test_a_claim_runs_from_its_speaker_to_what_it_is_about(network: Network) -> None:
    assert ("gpe/corvia", ACCUSATION) in ends(network, "says")
    assert {(ACCUSATION, "gpe/valmora"), (ACCUSATION, "place/lake-tesk")} <= ends(network, "about")
    assert (ACCUSATION, "event/dumping-lake-tesk-0a1b2c") in ends(network, "tells-of")


def test_a_denial_joins_claims_of_two_articles_and_makes_the_denied_one_disputed(network: Network) -> None:
    assert ends(network, "denies") == {(DENIAL, ACCUSATION)}
    standing = {node.id: node.attributes.get("standing") for node in network.nodes}
    assert (standing[ACCUSATION], standing[DENIAL]) == ("disputed", "attributed")


def test_a_claim_carries_its_words_its_place_and_its_day(network: Network) -> None:
    node = next(node for node in network.nodes if node.id == ACCUSATION)
    known = node.attributes
    assert known["content"] == "Valmora of dumping about 40 tons of oil in Lake Tesk"
    assert FIRST.text[int(known["from_char"]) : int(known["to_char"])] == known["words"]
    assert (known["published"], known["speech_act"], known["speaker"]) == ("2024-05-05", "accuse", "Corvia")


def test_roles_places_offices_and_kin_are_edges(network: Network) -> None:
    assert ("person/ana-ruiz", "event/opening-valmora-2024-05-04-aaaaaa") in ends(network, "agent")
    assert ("event/opening-valmora-2024-05-04-aaaaaa", "gpe/valmora") in ends(network, "in")
    assert ("person/ana-ruiz", "gpe/valmora") in ends(network, "holds-role")
    assert ("person/milo-ruiz", "person/ana-ruiz") in ends(network, "kin")
    assert (f"{SECOND.info.id}#situation-4", f"{SECOND.info.id}#situation-3") in ends(network, "part-of")
    assert (f"{SECOND.info.id}#situation-6", f"{SECOND.info.id}#situation-5") in ends(network, "on-condition-of")


@pytest.mark.parametrize(("told", "shown"), [
    (["attributed actual", "narrated actual"], "narrated actual"),
    (["narrated actual", "disputed actual"], "disputed actual"),
    (["attributed possible", "attributed actual"], "attributed actual"),
    # That somebody says it happened does not make what the article only expects happen.
    (["attributed actual", "narrated future"], "narrated future"),
])  # fmt: skip
def test_an_event_is_shown_as_the_best_word_for_it_tells_it(told: list[str], shown: str) -> None:
    record = SAMPLE.records[0]
    situations = []
    for number, words in enumerate(told):
        standing, modality = words.split()
        changes = {"id": f"situation-{number}", "standing": standing, "modality": modality, "event": "event/one"}
        situations.append(msgspec.structs.replace(record.situations[0], **changes))
    graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(record, situations=tuple(situations), claims=()),))
    (event,) = (node for node in build_network(graph).nodes if node.kind == "event")
    assert f"{event.attributes['standing']} {event.attributes['modality']}" == shown
    assert event.attributes["tellings"] == len(told)


def test_an_edge_to_something_unknown_is_left_out() -> None:
    first = SAMPLE.records[0]
    claim = first.claims[0]
    stray = msgspec.structs.replace(claim, about=("person/nobody",), denies=("d0000000000000000#claim-9",), content=("situation-99",))
    graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(first, claims=(stray,)), *SAMPLE.records[1:]))
    ids = {node.id for node in build_network(graph).nodes}
    assert all(edge.source in ids and edge.target in ids for edge in build_network(graph).edges)


def twice_about(graph: Graph) -> Graph:
    """The graph with one office told a second time, as a second article would tell it."""
    first = graph.records[0]
    return msgspec.structs.replace(graph, records=(msgspec.structs.replace(first, relations=first.relations * 2), *graph.records[1:]))


def test_parallel_edges_are_kept() -> None:
    network = to_networkx(twice_about(SAMPLE))
    assert network.number_of_edges("person/ana-ruiz", "gpe/valmora") == 2
    assert network.number_of_edges() == to_networkx(SAMPLE).number_of_edges() + len(SAMPLE.records[0].relations)


def test_attributes_are_plain_and_known() -> None:
    network = to_networkx(SAMPLE)
    rows = [data for _, data in network.nodes(data=True)] + [data for _, _, data in network.edges(data=True)]
    values = [value for row in rows for value in row.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}
    assert "" not in values


def test_a_claim_of_several_stretches_shows_that_words_are_left_out() -> None:
    text = FIRST.text
    spans = (Span(text.index("Corvia"), text.index("Corvia") + 6), Span(text.index("oil"), text.index("oil") + 3))
    claim = Claim("claim-1", None, None, None, None, spans, spans[0])
    record = msgspec.structs.replace(SAMPLE.records[0], claims=(claim,))
    graph = msgspec.structs.replace(SAMPLE, records=(record,))
    assert next(n for n in build_network(graph).nodes if n.kind == "claim").attributes["content"] == "Corvia … oil"


@pytest.mark.parametrize(("words", "label"), [
    ("short", "short"),
    ("two\r\nlines", "two lines"),
    ("the council will meet again on Thursday, and nobody will come", "the council will meet again on Thursday, and nobody will…"),
    ("x" * 90, "x" * 59 + "…"),
    ("Ana " + "Bartholomew-Featherstonehaugh" * 3, "Ana Bartholomew-FeatherstonehaughBartholomew-Featherstoneha…"),
])  # fmt: skip
def test_labels_are_one_line_cut_at_a_word(words: str, label: str) -> None:
    assert shorten(words) == label


def test_nothing_makes_an_empty_network() -> None:
    assert build_network(Graph()) == Network((), ())


def test_an_event_of_no_kind_that_nothing_is_joined_to_is_no_node() -> None:
    record = msgspec.structs.replace(SAMPLE.records[0], claims=(), relations=())
    lone = msgspec.structs.replace(record.situations[0], id="situation-8", event=None, kind="other", roles=(), place=None)
    tied = msgspec.structs.replace(lone, id="situation-9", place="gpe/valmora")
    named = msgspec.structs.replace(lone, id="situation-10", kind="opening")
    graph = msgspec.structs.replace(SAMPLE, records=(msgspec.structs.replace(record, situations=(lone, tied, named)),))
    events = {node.id.split("#")[1] for node in build_network(graph).nodes if node.kind == "event"}
    assert events == {"situation-9", "situation-10"}
