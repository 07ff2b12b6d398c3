"""The projection: what may be asserted, what is only described, and where the words stand."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from kg.model import Claim, Graph, Modality, Polarity, Quantity, Quotation, Record, Relation, Role, Span, Standing
from kg.triples import Literal, Triple, project, to_triples
from kg.triples.terms import code, day, number
from kg.vocab import DCT, NK, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, Code, Kind
from sample import ANSWER, FIRST, HARBOUR, SAMPLE, SECOND, find

BASE = "https://newskg.example/"
ONE, TWO = (f"{BASE}doc/{article.info.id}" for article in (FIRST, SECOND))


def ask(graph: Graph, subject: str | None, predicate: str | None, value: object = None) -> list[Triple]:
    asked = (subject, predicate, value)
    return [t for t in to_triples(graph) if all(want in (None, is_) for want, is_ in zip(asked, t, strict=True))]


def objects(graph: Graph, subject: str, predicate: str) -> list[object]:
    return [t.object for t in ask(graph, subject, predicate)]


def with_situation(**changes: object) -> Graph:
    """The sample with the first situation of the first article changed."""
    first, second = SAMPLE.records
    situation = replace(first.situations[0], **changes)
    return replace(SAMPLE, records=(replace(first, situations=(situation, *first.situations[1:])), second))


@pytest.mark.parametrize(("standing", "modality", "polarity"), [*product(get_args(Standing), get_args(Modality), get_args(Polarity))])
def test_only_what_the_article_says_in_its_own_voice_is_an_event(standing: Standing, modality: Modality, polarity: Polarity) -> None:
    graph = with_situation(standing=standing, modality=modality, polarity=polarity)
    types = objects(graph, f"{ONE}#situation-1", RDF.type)
    assert NK.Situation in types
    assert (NK.Event in types) == ((standing, modality, polarity) == ("narrated", "actual", "affirmed"))
    assert bool(ask(graph, f"{ONE}#narration-1", NK.content)) == (standing == "narrated")


def test_a_claim_says_with_what_it_stands_or_falls() -> None:
    first, second = SAMPLE.records
    position = next(i for i, claim in enumerate(first.claims) if claim.content)
    claim = replace(first.claims[position], content=("situation-1", "situation-2"), asserts=("situation-2",))
    claims = (*first.claims[:position], claim, *first.claims[position + 1 :])
    graph = replace(SAMPLE, records=(replace(first, claims=claims), second))
    assert objects(graph, f"{ONE}#{claim.id}", SCHEMA.mainEntity) == [f"{ONE}#situation-2"]
    assert {f"{ONE}#situation-1", f"{ONE}#situation-2"} <= set(objects(graph, f"{ONE}#{claim.id}", NK.content))


def test_a_lasting_kind_is_a_state() -> None:
    assert objects(with_situation(kind="membership"), f"{ONE}#situation-1", RDF.type) == [NK.Situation, NK.State]


def test_every_event_has_an_affirmed_and_actual_narration() -> None:
    committed = {t.subject for kind in (NK.Event, NK.State) for t in ask(SAMPLE, None, RDF.type, kind)}
    assert len(committed) == 8
    for situation in committed:
        narrations = [t.subject for t in ask(SAMPLE, None, NK.content, situation) if ask(SAMPLE, t.subject, RDF.type, NK.Narration)]
        assert any(
            objects(SAMPLE, n, NK.polarity) == [Code.AFFIRMED] and objects(SAMPLE, n, NK.modality) == [Code.ACTUAL] for n in narrations
        )


# ---------------------------------------------------------------- the user's reference data
def test_only_addresses_that_the_user_gave_are_the_same() -> None:
    valmora = f"{BASE}id/gpe/valmora"
    assert ask(SAMPLE, None, OWL.sameAs) == [Triple(valmora, OWL.sameAs, "https://data.example/valmora")]
    assert objects(SAMPLE, valmora, SKOS.closeMatch) == ["https://www.geonames.org/1"]


def test_an_office_that_the_reference_has_otherwise_keeps_its_words_and_is_flagged() -> None:
    (flagged,) = [t.subject for t in ask(SAMPLE, None, NK.concerns) if "#state-" in str(t.object)]
    (state,) = objects(SAMPLE, flagged, NK.concerns)
    assert objects(SAMPLE, str(state), SCHEMA.roleName) == [Literal("minister")]
    assert objects(SAMPLE, flagged, RDFS.label) == [Literal("deputy minister, Valmora, 2019-01-01 to 2023-06-30")]
    assert objects(SAMPLE, flagged, RDF.type) == [NK.Decision]


# ---------------------------------------------------------------- relations
def test_an_office_in_the_articles_voice_is_a_state_with_a_direct_edge() -> None:
    state = next(
        s
        for s, _, _ in ask(SAMPLE, None, SCHEMA.roleName)
        if objects(SAMPLE, s, NK.recipient) == [f"{BASE}id/organization/tesk-boat-union"]
    )
    assert objects(SAMPLE, state, RDF.type) == [NK.Situation, NK.State]
    assert objects(SAMPLE, state, NK.situationType) == [Kind.HOLDING_OFFICE]
    assert ask(SAMPLE, f"{BASE}id/person/milo-ruiz", NK.memberOf, f"{BASE}id/organization/tesk-boat-union")


def test_an_office_in_the_words_of_a_speaker_is_attributed_without_a_direct_edge() -> None:
    state = next(t.subject for t in ask(SAMPLE, None, NK.agent, f"{BASE}id/person/paul-brandt") if "#state-" in t.subject)
    assert objects(SAMPLE, state, RDF.type) == [NK.Situation]
    assert objects(SAMPLE, state, NK.standing) == [Code.ATTRIBUTED]
    assert [t.subject for t in ask(SAMPLE, None, NK.content, state)] == [f"{ONE}#claim-3"]
    assert not ask(SAMPLE, f"{BASE}id/person/paul-brandt", NK.memberOf)


def test_a_former_office_keeps_its_tense_and_draws_no_edge() -> None:
    state = next(t.subject for t in ask(SAMPLE, None, NK.agent, f"{BASE}id/person/jo-lind") if "#state-" in t.subject)
    assert objects(SAMPLE, state, NK.tense) == [Code.FORMER]
    assert objects(SAMPLE, state, RDFS.label) == [Literal('Jo "Bo" Lind: former minister, Valmora', language="en")]


def test_a_place_lies_in_another() -> None:
    assert ask(SAMPLE, f"{BASE}id/place/port-tesk", NK.locatedIn, f"{BASE}id/gpe/valmora")


@pytest.mark.parametrize(
    ("relation", "edge"),
    [
        (Relation("member-of", "person/milo-ruiz", "organization/lake-board", Span(3, 5)), NK.memberOf),
        (Relation("member-of", "person/milo-ruiz", "organization/lake-board", Span(3, 5), tense="former"), None),
        (Relation("holds-role", "person/milo-ruiz", "gpe/valmora", Span(3, 5), title="mayor"), None),
        (Relation("holds-role", "person/milo-ruiz", "organization/lake-board", Span(3, 5), title="head", tense="future"), None),
        (Relation("holds-role", "person/milo-ruiz", None, Span(3, 5), title="engineer"), None),
        (Relation("kin", "person/milo-ruiz", "person/ana-ruiz", Span(3, 5), title="brother"), None),
        (Relation("located-in", "person/milo-ruiz", "gpe/valmora", Span(3, 5)), None),
        (Relation("member-of", "topic/new-harbour-of-valmora", "organization/lake-board", Span(3, 5)), None),
    ],
)
def test_direct_edges_follow_from_current_relations_of_the_right_types(relation: Relation, edge: str | None) -> None:
    first, second = SAMPLE.records
    graph = replace(SAMPLE, records=(replace(first, relations=(relation,)), replace(second, relations=())))
    edges = [t.predicate for t in to_triples(graph) if t.predicate in {NK.memberOf, NK.locatedIn}]
    assert edges == ([edge] if edge else [])


def test_a_relation_told_twice_is_one_state_with_two_pieces_of_evidence() -> None:
    first, second = SAMPLE.records
    relation = Relation("member-of", "person/milo-ruiz", "organization/lake-board", Span(3, 5))
    graph = replace(SAMPLE, records=(replace(first, relations=(replace(relation, span=Span(7, 9)), relation)), second))
    assert objects(graph, f"{ONE}#state-1", NK.evidence) == [f"{ONE}#c3-5", f"{ONE}#c7-9"]
    assert not ask(graph, f"{ONE}#state-2", None)


# ---------------------------------------------------------------- words
@pytest.mark.parametrize(("iri", "text"), [(ONE, HARBOUR), (TWO, ANSWER)])
def test_spans_quote_the_text(iri: str, text: str) -> None:
    spans = [t.subject for t in ask(SAMPLE, None, NK.inDocument, iri)]
    assert len(spans) >= 20
    for span in spans:
        (begin,), (end,) = objects(SAMPLE, span, NK.begin), objects(SAMPLE, span, NK.end)
        assert objects(SAMPLE, span, NK.exact) == [Literal(text[begin:end])]  # type: ignore[misc]
        assert span == f"{iri}#c{begin}-{end}"


def test_everything_said_points_at_words_and_at_its_document() -> None:
    said = {t.subject for kind in (NK.Claim, NK.Narration, NK.Situation) for t in ask(SAMPLE, None, RDF.type, kind)}
    assert len(said) > 25
    for node in said:
        assert objects(SAMPLE, node, PROV.wasDerivedFrom) == [node.partition("#")[0]]
        assert ask(SAMPLE, node, NK.evidence)


def test_spans_can_be_lean_or_left_out() -> None:
    full, lean, none = (Counter(t.predicate for t in to_triples(SAMPLE, detail)) for detail in ("full", "lean", "none"))
    assert full[NK.exact] == full[NK.begin] > 0
    assert (lean[NK.exact], lean[NK.begin]) == (0, full[NK.begin])
    assert not any(none[p] for p in (NK.exact, NK.begin, NK.evidence, NK.contentSpan, NK.denotes))
    assert none[SCHEMA.text] == full[SCHEMA.text] == 6


def test_a_role_without_an_entity_is_filled_by_its_words() -> None:
    (span,) = objects(SAMPLE, f"{TWO}#situation-3", NK.patient)
    assert objects(SAMPLE, str(span), RDFS.label) == [Literal("A ferry", language="en")]


def test_a_role_of_a_pronoun_is_filled_by_what_it_stands_for() -> None:
    pronoun, meant = find(HARBOUR, "We"), find(HARBOUR, "Mayor Ana Ruiz")
    graph = with_situation(roles=(Role("patient", None, pronoun, antecedent=meant),))
    (span,) = objects(graph, f"{ONE}#situation-1", NK.patient)
    assert objects(graph, str(span), RDFS.label) == [Literal("Mayor Ana Ruiz", language="en")]


def test_a_metonym_is_a_second_kind_of_its_mention() -> None:
    span = find(HARBOUR, "Corvia")
    assert objects(SAMPLE, f"{ONE}#c{span.start}-{span.end}", NK.mentionKind) == [Code.NAME, Code.METONYM]


def test_a_trigger_denotes_its_situation() -> None:
    span = find(ANSWER, "sank")
    assert objects(SAMPLE, f"{TWO}#c{span.start}-{span.end}", NK.denotes) == [f"{TWO}#situation-3"]


# ---------------------------------------------------------------- the rest
def test_a_denial_points_at_a_claim_of_another_article_with_its_reason() -> None:
    assert objects(SAMPLE, f"{TWO}#claim-1", NK.denies) == [f"{ONE}#claim-1"]
    assert objects(SAMPLE, f"{TWO}#link-1", NK.concerns) == [f"{TWO}#claim-1", f"{ONE}#claim-1"]
    assert objects(SAMPLE, f"{TWO}#link-1", NK.reason) == [Literal("“accusation” points back to what Corvia says")]


def test_merges_keep_their_reasons() -> None:
    reasons = {t.object.text for t in ask(SAMPLE, None, NK.reason) if isinstance(t.object, Literal)}
    assert {merge.reason for merge in SAMPLE.merges} <= reasons


def test_a_claim_without_a_speaker_keeps_the_words() -> None:
    assert not ask(SAMPLE, f"{TWO}#claim-3", NK.speaker)
    assert objects(SAMPLE, f"{TWO}#claim-3", NK.speakerText) == [Literal("officials")]


def test_an_unanchored_time_keeps_its_words_and_no_date() -> None:
    iri = f"{TWO}#situation-2"
    assert objects(SAMPLE, iri, NK.timeText) == [Literal("next month")]
    assert objects(SAMPLE, iri, NK.datePrecision) == [Code.UNANCHORED]
    assert not ask(SAMPLE, iri, NK.startDate)


def test_a_document_is_described() -> None:
    assert objects(SAMPLE, ONE, SCHEMA.datePublished) == [day(date(2024, 5, 5))]
    assert objects(SAMPLE, ONE, NK.dateBasis) == [Code.INFERRED]
    assert objects(SAMPLE, ONE, DCT.source) == [Literal("news/harbour.txt")]
    assert objects(SAMPLE, ONE, SCHEMA.sha256) == [Literal(FIRST.info.sha256)]


def test_an_occurrence_joins_situations_of_several_articles_and_is_disputed_where_one_is() -> None:
    event = f"{BASE}id/event/dumping-lake-tesk-0a1b2c"
    assert [t.subject for t in ask(SAMPLE, None, NK.occurrence, event)] == [f"{ONE}#situation-2", f"{TWO}#situation-1"]
    assert objects(SAMPLE, event, NK.standing) == [Code.DISPUTED]
    assert NK.Event not in objects(SAMPLE, event, RDF.type)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.0, 3),
        (500e9, 500_000_000_000),
        (-4.0, -4),
        (2.5, Literal("2.5", XSD.decimal)),
        (1e-7, Literal("0.0000001", XSD.decimal)),
    ],
)
def test_numbers_are_written_plainly(value: float, expected: object) -> None:
    assert number(value) == expected
    assert isinstance(number(value), type(expected))


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="no number"):
        number(value)


def test_a_quantity_of_two_situations_is_one_node() -> None:
    first, second = SAMPLE.records
    quantity = Quantity(Span(0, 4), 7.0)
    situations = tuple(replace(s, quantities=(quantity,)) for s in first.situations)
    graph = replace(SAMPLE, records=(replace(first, situations=situations), second))
    assert {t.object for t in ask(graph, None, NK.quantity) if t.subject.startswith(ONE)} == {f"{ONE}#quantity-1"}


def test_iris_are_safe_in_every_store_and_nothing_is_blank() -> None:
    ours = {term for triple in to_triples(SAMPLE) for term in triple if isinstance(term, str) and term.startswith(BASE)}
    assert len(ours) > 150
    for iri in ours:
        assert re.fullmatch(r"https://newskg\.example/[a-z/]+(/[a-z][a-z0-9-]*)?(#[A-Za-z][A-Za-z0-9-]*)?", iri), iri
    assert all(":" in t.subject and not t.subject.startswith("_:") for t in to_triples(SAMPLE))


def test_unsafe_links_are_left_out() -> None:
    entity = replace(SAMPLE.entities[0], links=("https://ok.example/a", "javascript alert(1)", "http://x/<y>", "no-iri"))
    graph = replace(SAMPLE, entities=(entity, *SAMPLE.entities[1:]))
    assert objects(graph, f"{BASE}id/person/ana-ruiz", SKOS.closeMatch) == ["https://ok.example/a"]


def test_another_base_moves_the_data_and_not_the_ontology() -> None:
    moved = to_triples(replace(SAMPLE, base_iri="https://desk.example/kg/"))
    assert {t.subject.startswith("https://desk.example/kg/") for t in moved if not t.subject.startswith(Kind.BASE)} == {True}
    assert {t.predicate for t in moved} == {t.predicate for t in to_triples(SAMPLE)}
    assert len(moved) == len(to_triples(SAMPLE))


def test_sections_are_documents_and_one_that_is_shared() -> None:
    sections = list(project(SAMPLE))
    assert [s.name for s in sections] == [ONE, TWO, f"{BASE}graph/entities"]
    nodes = [node.iri for section in sections for node in section.nodes]
    assert len(set(nodes)) == len(nodes) > 100
    assert all(len(set(node.pairs)) == len(node.pairs) > 0 for section in sections for node in section.nodes)


def test_the_run_is_named_without_a_clock() -> None:
    run = next(t.subject for t in ask(SAMPLE, None, RDF.type, PROV.Activity))
    assert objects(SAMPLE, ONE, PROV.wasGeneratedBy) == [run]
    assert not any("Time" in t.predicate.rpartition("#")[2] for t in to_triples(SAMPLE) if t.predicate.startswith(PROV.BASE))


def test_codes_are_concepts() -> None:
    assert code("more-than") == Code.MORE_THAN


@pytest.mark.parametrize(
    ("quotation", "told", "title", "narrated"),
    [
        ("indirect", "Lake Board chief Ida Holm", "chief", True),
        ("indirect", "Senator Ida Holm", "Senator", True),
        ("indirect", "Ida Holm is the best chief", "chief", False),
        ("indirect", "chief is Ida Holm", "chief", False),
        ("direct", "Senator Ida Holm", "Senator", False),
        ("mixed", "Senator Ida Holm", "Senator", False),
    ],
)
def test_a_title_before_a_name_is_the_articles_own_naming(quotation: Quotation, told: str, title: str, narrated: bool) -> None:
    text = f"She said that {told} will come."
    article = replace(FIRST, text=text)
    span = find(text, told)
    claim = Claim("claim-1", None, None, None, None, (Span(14, len(text)),), Span(0, len(text)), quotation=quotation)
    record = Record(FIRST.info, relations=(Relation("holds-role", "person/ida-holm", None, span, title=title),), claims=(claim,))
    graph = Graph(articles=(article,), records=(record,), entities=SAMPLE.entities)
    assert (NK.State in objects(graph, f"{ONE}#state-1", RDF.type)) == narrated
    assert bool(ask(graph, f"{ONE}#claim-1", NK.content)) != narrated
