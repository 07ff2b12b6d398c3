"""Why the graph is as it is: the reason of every merge, link between claims, side, inferred day, and flag on an office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.model import DateRule, Link, Merge, Side, Situation
from kg.triples.pages import Page
from kg.triples.states import State
from kg.triples.terms import Node, Pair, node, words
from kg.vocab import NK, PROV, RDF, RDFS

REASONS: Mapping[DateRule, str] = MappingProxyType({
    "told-again": "Another telling of the same event gives the day",
    "same-clause": "It shares the day of the clause that it is part of",
    "news-of-the-week": "Told as the news, it was in the week up to publication, which this month or year holds",
    "present-tense": "Told in the present tense, it holds on the day of publication",
})  # fmt: skip


def describe_merges(merges: Sequence[Merge], page: Page) -> Iterator[Node]:
    """What this document calls an entity or event, and why it is held for that node of the graph."""
    for n, merge in enumerate(merges, start=1):
        named = (RDFS.label, page.label(merge.name))
        why: list[Pair] = [(NK.concerns, page.entity(merge.id)), (NK.reason, words(merge.reason)), (PROV.wasDerivedFrom, page.iri)]
        yield node(page.node(f"merge-{n}"), [(RDF.type, NK.Decision), named, *why])


def describe_links(links: Sequence[Link], page: Page) -> Iterator[Node]:
    """Why a claim of this document is held to deny, support or answer another."""
    for n, link in enumerate(links, start=1):
        named = (RDFS.label, words(link.relation, "en"))
        ends: list[Pair] = [(NK.concerns, page.node(link.source)), (NK.concerns, page.node(link.target))]
        yield node(page.node(f"link-{n}"), [(RDF.type, NK.Decision), named, *ends, (NK.reason, words(link.reason))])


def describe_sides(sides: Sequence[Side], base: str) -> Iterator[Node]:
    """Why two speakers count as one side."""
    for side in sides:
        ends: list[Pair] = [(NK.concerns, f"{base}id/{side.entity}"), (NK.concerns, f"{base}id/{side.side}")]
        named = (RDFS.label, words("side", "en"))
        yield node(f"{base}side/{side.entity.replace('/', '-')}", [(RDF.type, NK.Decision), named, *ends, (NK.reason, words(side.reason))])


def describe_flags(states: Sequence[State], page: Page) -> Iterator[Node]:
    """Offices that the user's reference data has otherwise: the label is what it has."""
    for state in states:
        if other := state.relation.reference_title:
            reason = f"The article says “{state.relation.title}”; the reference data has “{other}”."
            why: list[Pair] = [(NK.concerns, page.node(state.id)), (NK.reason, words(reason)), (PROV.wasDerivedFrom, page.iri)]
            yield node(page.node(f"flag-{state.id.removeprefix('state-')}"), [(RDF.type, NK.Decision), (RDFS.label, words(other)), *why])


def describe_days(situations: Sequence[Situation], page: Page) -> Iterator[Node]:
    """By which rule a situation has a day that no words of its own clause give, with the words elsewhere that give it."""
    for situation in situations:
        if (time := situation.time) and time.rule:
            reason = REASONS[time.rule] + (f": “{time.span.of(page.text)}”." if time.span else ".")
            why: list[Pair] = [(NK.concerns, page.node(situation.id)), (NK.reason, words(reason)), (PROV.wasDerivedFrom, page.iri)]
            name = page.node(f"day-{situation.id.removeprefix('situation-')}")
            yield node(name, [(RDF.type, NK.Decision), (RDFS.label, words(time.rule.replace("-", " "), "en")), *why])
