"""Global ids in place of local ones, everywhere in a record."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from kg.model import Claim, Entity, Record, Situation


def with_entities(record: Record, entities: Mapping[str, Entity]) -> Record:
    """The record with its entities as the graph has them; nobody but a person keeps an office."""
    kept = tuple(r for r in record.relations if r.type == "located-in" or entities[r.subject].type == "Person")
    return replace(record, entities=tuple(entities[e.id] for e in record.entities), relations=kept)


def rename(record: Record, ids: Mapping[str, str]) -> Record:
    """The record with every entity id taken from `ids`."""

    def new(entity: str | None) -> str | None:
        return None if entity is None else ids[entity]

    return replace(
        record,
        entities=tuple({ids[e.id]: replace(e, id=ids[e.id]) for e in record.entities}[i] for i in sorted(set(ids.values()))),
        mentions=tuple(replace(m, entity=ids[m.entity]) for m in record.mentions),
        relations=tuple(replace(r, subject=ids[r.subject], object=new(r.object)) for r in record.relations),
        situations=tuple(_situation(s, ids) for s in record.situations),
        claims=tuple(_claim(c, ids) for c in record.claims),
    )


def _situation(situation: Situation, ids: Mapping[str, str]) -> Situation:
    return replace(
        situation,
        roles=tuple(replace(r, entity=ids[r.entity]) if r.entity else r for r in situation.roles),
        place=ids[situation.place] if situation.place else None,
    )


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        speaker=ids[claim.speaker] if claim.speaker else None,
        addressee=ids[claim.addressee] if claim.addressee else None,
        about=tuple(dict.fromkeys(ids[a] for a in claim.about)),
    )
