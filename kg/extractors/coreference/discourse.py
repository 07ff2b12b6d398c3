"""What a reader has in mind at a point of the text: who was mentioned, how lately and how prominently."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from msgspec import Struct

from kg.doc import Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import NounPhrase
from kg.lexicon import Gender
from kg.model import EntityType

REACH: Final = 3
FOREVER: Final = 100_000
MARGIN: Final = 0.4
PROMINENCE: Final = {"nsubj": 2.0, "nsubjpass": 1.6, "dobj": 0.6, "poss": 0.4, "pobj": 0.3, "agent": 0.5, "appos": 0.5, "attr": 0.3}


class Entry(Struct, frozen=True):
    """One noun phrase passed on the way: of an entity, or of something that is none (`cluster` null)."""

    token: int
    sentence: int
    dep: str
    cluster: Cluster | None
    plural: bool = False
    person: bool = False
    quoted: bool = False
    adjective: bool = False
    gender: Gender | None = None
    """Of a noun that is no entity's: "the woman"."""


@dataclass(slots=True)
class Discourse:
    """The noun phrases passed so far, the latest last, and the entities among them with how often each was named."""

    entries: list[Entry] = field(default_factory=list)
    clusters: dict[int, Cluster] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        if entry.cluster is not None:
            self.clusters[id(entry.cluster)] = entry.cluster
            self.counts[id(entry.cluster)] = self.counts.get(id(entry.cluster), 0) + 1

    def held_by(self, tokens: list[int]) -> list[Cluster]:
        """The entities that these tokens stand for."""
        return [e.cluster for e in self.entries if e.token in tokens and e.cluster is not None] if tokens else []

    def topic(self, kind: EntityType) -> Cluster | None:
        """The entity of a type that has been mentioned clearly most, if there is one."""
        ranked = sorted((c for c, cluster in self.clusters.items() if cluster.type == kind), key=lambda c: -self.counts[c])
        if not ranked or (len(ranked) > 1 and self.counts[ranked[0]] < self.counts[ranked[1]] + 2):
            return None
        return self.clusters[ranked[0]]

    def recent(self, sentence: int, reach: int = REACH) -> list[Entry]:
        """What was passed no more than so many sentences ago, the latest first."""
        first = bisect_left(self.entries, sentence - reach, key=_sentence_of)
        return self.entries[first:][::-1]

    def best(
        self,
        token: Token,
        sentence: int,
        fits: Callable[[Entry], bool],
        *,
        reach: int = REACH,
        margin: float = MARGIN,
        prefers: Callable[[Entry], float] = lambda _: 0.0,
    ) -> Cluster | None:
        """The most salient entity that fits; null where something else is as salient, or nothing fits."""
        commanders = subjects_above(token)
        scores: dict[int, tuple[float, Cluster | None]] = {}
        for entry in self.recent(sentence, reach):
            if entry.token >= token.i or not fits(entry):
                continue
            score = self._score(entry, token, sentence, commanders) + prefers(entry)
            key = id(entry.cluster) if entry.cluster is not None else -entry.token - 1
            if key not in scores or scores[key][0] < score:
                scores[key] = (score, entry.cluster)
        ranked = sorted(scores.values(), key=lambda s: -s[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
            return None
        return ranked[0][1]

    def _score(self, entry: Entry, token: Token, sentence: int, commanders: list[int]) -> float:
        gap = sentence - entry.sentence
        dep = "nsubj" if entry.token in commanders else entry.dep
        score = PROMINENCE.get(dep, 0.0) - 2.0 * gap - 0.004 * min(token.i - entry.token, 100)
        if entry.token in commanders:
            score += 3.0 - 0.5 * commanders.index(entry.token)
        if entry.cluster is not None:
            score += 0.15 * min(self.counts.get(id(entry.cluster), 0), 8)
        if gap and entry.dep in ("nsubj", "nsubjpass") and token.dep_ in ("nsubj", "nsubjpass"):
            score += 0.5
        return score - (1.0 if entry.quoted else 0.0)


_sentence_of: Final = attrgetter("sentence")


def subjects_above(token: Token) -> list[int]:
    """The subjects of the clauses that a token lies in, the nearest first; not the token itself."""
    found = []
    node = token
    while node.head.i != node.i:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            subjects = [c for c in node.children if c.dep_ in ("nsubj", "nsubjpass")] or _controllers(node)
            found += [_referent(c, node).i for c in subjects if c.i != token.i and not _within(token, c)]
    return found


def _referent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for: "Ann Ray, who"."""
    return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject


def _controllers(verb: Token) -> list[Token]:
    """The object that an infinitive is said of: "she urged Ray to resign"."""
    if verb.dep_ != "xcomp" or not any(c.tag_ == "TO" for c in verb.children):
        return []
    objects = [c for c in verb.head.children if c.i < verb.i and c.dep_ in ("dobj", "dative", "prep")]
    return [o for c in objects for o in ([c] if c.dep_ != "prep" else c.children if c.lower_ == "on" else []) if o.pos_ != "VERB"]


def _within(token: Token, other: Token) -> bool:
    return other.left_edge.i <= token.i <= other.right_edge.i


def entry_of(phrase: NounPhrase, token: Token, sentence: int, cluster: Cluster, *, quoted: bool) -> Entry:
    """What a mention leaves in the reader's mind; an apposition or the second of two counts as the first."""
    dep, node = token.dep_, token
    while dep in ("appos", "conj") and node.head.i != node.i and node.head.pos_ in ("PROPN", "NOUN"):
        node = node.head
        dep = node.dep_
    plural = cluster.plural or cluster.type == "Group"
    return Entry(token.i, sentence, dep, cluster, plural, cluster.type == "Person", quoted, phrase.kind == "adjective")
