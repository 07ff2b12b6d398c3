"""On whose word a situation stands: the article's own, that of speakers, or that of speakers whom others deny."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kg.ledger.statements import Ledger, Statement
from kg.model import Record, Side, Situation, Standing


class _Voices(NamedTuple):
    """How many speakers say so, and how many sides they speak for."""

    speakers: int = 0
    sides: int = 0


def with_standing(records: Sequence[Record], ledger: Ledger, denied: frozenset[str]) -> tuple[Record, ...]:
    """The records with the standing of every situation; `denied` are the references of claims that somebody denies."""
    statements = list(ledger.by_ref.values())
    standings, voices = _standings(records, statements, denied), _voices(records, statements, ledger)
    return tuple(replace(r, situations=tuple(_settled(r, s, standings, voices) for s in r.situations)) for r in records)


def _settled(record: Record, situation: Situation, standings: Mapping[str, Standing], voices: Mapping[str, _Voices]) -> Situation:
    ref = f"{record.article.id}#{situation.id}"
    speakers, sides = voices.get(situation.event or ref, _Voices())
    return replace(situation, standing=standings[ref], speakers=speakers, sides=sides)


def _standings(records: Sequence[Record], statements: Sequence[Statement], denied: frozenset[str]) -> Mapping[str, Standing]:
    """`ARTICLE#situation-N` -> standing.

    A situation in a denied claim is disputed, and with it every claim of the same event in any article. In the article that
    holds the denied claim not even the article's own words narrate it: what is disputed in one sentence is no fact in the next.
    What somebody denies to be so, without a word on who says so, is disputed too, by itself: others may tell of the same event.
    """
    claimed = {f"{s.article.info.id}#{situation}" for s in statements for situation in s.claim.content}
    disputed = {ref for s in statements if s.ref in denied for ref in s.at_stake}
    event_of = {f"{r.article.id}#{s.id}": s.event for r in records for s in r.situations}
    unclaimed = {ref for s in statements for ref in s.unclaimed}
    events = {event for ref in disputed if (event := event_of[ref])}
    standings: dict[str, Standing] = {}
    for record in records:
        for event, situations in _by_event(record).items():
            refs = [f"{record.article.id}#{s.id}" for s in situations]
            disputed_here = any(ref in disputed for ref in refs)
            for ref, situation in zip(refs, situations, strict=True):
                standing: Standing = "attributed" if ref in claimed else situation.standing
                spread = disputed_here or (event in events and standing == "attributed")
                in_dispute = spread or (ref in unclaimed and _is_fact(situation))
                standings[ref] = "disputed" if in_dispute else standing
    return standings


def _is_fact(situation: Situation) -> bool:
    """Is it told as something that is so, neither ahead nor asked for?"""
    return situation.polarity == "affirmed" and situation.modality == "actual"


def _by_event(record: Record) -> Mapping[str, list[Situation]]:
    groups: dict[str, list[Situation]] = defaultdict(list)
    for situation in record.situations:
        groups[situation.event or situation.id].append(situation)
    return groups


def _voices(records: Sequence[Record], statements: Sequence[Statement], ledger: Ledger) -> Mapping[str, _Voices]:
    """Event, or `ARTICLE#situation-N` where it has none -> who says so, in any article.

    A claim that another one reports ("A said that B wants peace") stands on the word of the outer speaker. Somebody whom the
    article does not name adds no voice to those that it names, and is one where there is no other.
    """
    events = {f"{r.article.id}#{s.id}": s.event for r in records for s in r.situations}
    speakers: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        voice = ledger.outermost(statement).voice or ""
        for situation in () if statement.denies else statement.claim.content:
            ref = f"{statement.article.info.id}#{situation}"
            speakers[events[ref] or ref].add(voice)
    return {key: _counted(voices, ledger.sides) for key, voices in speakers.items()}


def _counted(voices: Iterable[str], sides: Mapping[str, Side]) -> _Voices:
    named = {voice for voice in voices if voice}
    return _Voices(len(named), len({sides[voice].side if voice in sides else voice for voice in named})) if named else _Voices(1, 1)
