"""When, where and how many: what hangs on a trigger besides its participants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from kg.extractors.drafts import Identities
from kg.extractors.quantities import QuantityMention
from kg.extractors.situations.grammar import is_passive, prepositions_of
from kg.extractors.situations.roles import PLACES, Argument
from kg.extractors.situations.triggers import Trigger
from kg.extractors.times import TimeMention
from kg.model import EntityType, Quantity, Time
from kg.parsing import ParsedArticle

MAX_CLIMB: Final = 8
LOCATED: Final[frozenset[EntityType]] = frozenset({"Place", "GeopoliticalEntity"})


def owner_of(token: Token, triggers: dict[int, int], barrier: bool = True) -> int | None:
    """The situation on whose words a token hangs: the first trigger on the way up."""
    node = token
    for _ in range(MAX_CLIMB):
        if (owner := triggers.get(node.i)) is not None:
            return owner
        if node.head is node or (barrier and node is not token and node.pos_ in ("VERB", "AUX")):
            return None
        node = node.head
    return None


def times_of(parsed: ParsedArticle, times: tuple[TimeMention, ...], triggers: dict[int, int]) -> dict[int, Time]:
    """Situation -> the time expression that hangs on it; the first one counts."""
    found: dict[int, Time] = {}
    for mention in times:
        tokens = parsed.doc[mention.start : mention.end]
        head = next((t for t in tokens if not mention.start <= t.head.i < mention.end), tokens[-1])
        owner = owner_of(head, triggers)
        if owner is not None and (owner not in found or found[owner].precision == "unanchored"):
            found[owner] = mention.time
    return found


def quantities_of(parsed: ParsedArticle, quantities: tuple[QuantityMention, ...], triggers: dict[int, int]) -> dict[int, list[Quantity]]:
    """Situation -> the numbers that measure it or its participants."""
    found: dict[int, list[Quantity]] = {}
    for mention in quantities:
        owner = owner_of(parsed.doc[mention.head], triggers)
        if owner is None:
            owner = owner_of(parsed.doc[mention.start], triggers)
        if owner is not None:
            found.setdefault(owner, []).append(mention.quantity)
    return found


def place_of(trigger: Trigger, arguments: list[Argument], identities: Identities, kinds: dict[str, EntityType]) -> str | None:
    """The innermost place named beside the trigger, its verb or its participants; else, where the frame says so, what it was done to."""
    for token in (trigger.token, *([trigger.verb] if trigger.verb is not None and trigger.verb is not trigger.token else [])):
        if place := _beside(token, identities, kinds):
            return place
    for argument in arguments:
        if place := _beside(argument.head, identities, kinds):
            return place
    if trigger.frame.site:
        for argument in arguments:
            entity = identities.of(argument.head.i)
            if argument.part in ("patient", "place") and entity and kinds.get(entity) in LOCATED:
                return entity
    return None


def _beside(token: Token, identities: Identities, kinds: dict[str, EntityType]) -> str | None:
    for preposition, head in prepositions_of(token):
        if preposition.split()[0] in PLACES - {"on", "from", "over"}:
            for node in _inwards(head):
                entity = identities.of(node.i)
                if entity and kinds.get(entity) in LOCATED:
                    return entity
    return None


def _inwards(head: Token) -> Iterator[Token]:
    """ "the village of Aru in the north": the name first. """
    for preposition, item in prepositions_of(head):
        if preposition == "of" and item.pos_ == "PROPN":
            yield item
    yield head
    for preposition, item in prepositions_of(head):
        if preposition in PLACES:
            yield item


def is_effect(trigger: Trigger) -> bool:
    return trigger.verb is trigger.token and not is_passive(trigger.token)
