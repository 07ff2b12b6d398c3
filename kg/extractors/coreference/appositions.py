"""Names in apposition: "the poet Malik Diouf", "the operator, Tarn Mobility", "a group calling itself Grey Lantern"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import PLACES

NAMING: Final = frozenset({"call", "name", "dub", "title"})
SINGULAR: Final = frozenset({"NN", "NNP"})


def names_beside(doc: Doc, of_phrase: Mapping[NounPhrase, Cluster], words: Gazetteer) -> dict[int, Cluster]:
    """The head of each common noun phrase that a name in apposition names -> the entity of that name."""
    found: dict[int, Cluster] = {}
    for phrase, cluster in of_phrase.items():
        if phrase.kind != "name" or any(c.dep_ == "conj" for c in doc[phrase.head].children):
            continue
        for noun in _nouns(doc[phrase.head]):
            if noun.i not in range(phrase.start, phrase.end) and _agrees(noun, cluster, words):
                found.setdefault(noun.i, cluster)
    return found


def _nouns(name: Token) -> Iterator[Token]:
    """The nouns that a name may stand in apposition to, the nearest first; also over "the director of the institute, Ann Ray"."""
    if name.dep_ == "oprd" and name.head.lemma_ in NAMING and name.head.dep_ == "acl":
        yield name.head.head
    before = name.doc[name.left_edge.i - 1] if name.left_edge.i else name
    if before.dep_ == name.dep_ == "nsubj" and before.head.i == name.head.i:
        yield before
    noun = name
    while noun.dep_ == "appos" and noun.head.i != noun.i:
        noun = noun.head
        yield noun
    if noun.i != name.i and noun.dep_ == "pobj" and noun.head.dep_ == "prep" and name.doc[name.left_edge.i - 1].text == ",":
        yield noun.head.head


def _agrees(noun: Token, cluster: Cluster, words: Gazetteer) -> bool:
    if noun.pos_ != "NOUN" or noun.tag_ not in SINGULAR:
        return False
    if cluster.type == "Person":
        return bool(words.titles.get(noun.lower_)) and words.titles[noun.lower_] != {"honorific"}
    kinds = words.bodies.get(noun.lower_, frozenset())
    if cluster.type == "Organization":
        return bool(kinds & {"organization", "company", "institution", "organ"})
    return cluster.type in PLACES and bool(kinds & {"place", "country"})
