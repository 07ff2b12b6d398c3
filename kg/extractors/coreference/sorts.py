"""What sort of body an organization is known to be, by its name and by the nouns beside it; and whether "the NOUN" can be it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.doc import Doc, Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer


def learn_sorts(doc: Doc, clusters: list[Cluster], beside: dict[int, Cluster], words: Gazetteer) -> None:
    """Note with each organization the nouns that tell what it is: "the clinic chain Tarnel Care", "Vesta, a bank"."""
    for noun, cluster in beside.items():
        if cluster.type in ("Organization", "GeopoliticalEntity"):
            cluster.sorts.add(doc[noun].lower_)
    for cluster in clusters:
        if cluster.nation and words.names[cluster.nation].capitals and not words.names[cluster.nation].code:
            cluster.sorts.add("bloc")
        if cluster.type != "Organization":
            continue
        parts = cluster.key.split(" ")
        cluster.sorts |= {w for w in parts if w in words.bodies and w not in words.sorts["any"] and w not in words.legal}
        if not words.sorts["media-name"].isdisjoint(parts):
            cluster.sorts.add("outlet")
        for phrase in cluster.phrases:
            cluster.sorts |= {t.lower_ for t in _nouns(doc, phrase) if words.is_organization(t.lower_)}


def _nouns(doc: Doc, phrase: NounPhrase) -> Iterator[Token]:
    before = doc[phrase.start - 1] if phrase.start else None
    head = doc[phrase.head]
    if before is not None and before.pos_ == "NOUN" and before.text.islower() and phrase.start <= before.head.i < phrase.end:
        yield before
    yield from (c for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= phrase.end)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (c for c in head.head.children if c.dep_ == "attr" and c.pos_ == "NOUN")


def is_source(doc: Doc, cluster: Cluster) -> bool:
    """Whether an organization only passes on what others say: each of its mentions is told something or cited."""
    return all(_hears(doc[p.head]) for p in cluster.phrases if p.kind == "name")


def _hears(token: Token) -> bool:
    if token.dep_ in ("dobj", "dative", "iobj") and token.head.lemma_ == "tell":
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def agrees(word: str, cluster: Cluster, words: Gazetteer) -> bool | None:
    """Whether "the WORD" can be an organization: True where it is known to be one, None where nothing is known of it."""
    sorts = cluster.sorts
    if word in sorts or any(word in alike and not sorts.isdisjoint(alike) for alike in words.alike_bodies):
        return True
    if not sorts:
        return None
    if not sorts.isdisjoint(words.sorts["media"]):
        return word in words.sorts["media"]
    if not sorts.isdisjoint(words.sorts["side"]):
        return word in words.sorts["side"]
    trade = any("company" in words.bodies.get(s, ()) and s != "group" for s in sorts)
    if word in words.sorts["trade"]:
        return trade
    if word in words.sorts["maker"]:
        return any(s.endswith(tuple(words.sorts["maker"])) for s in sorts)
    return word in words.sorts["any"] and not trade
