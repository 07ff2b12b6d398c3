"""Pronouns: the candidates before them that agree, the most salient first; nobody where two are equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Protocol, TypeVar

from kg.extractors.drafts import Attribution, NounPhrase
from kg.model import EntityType
from kg.parsing import ParsedArticle

FIRST: Final = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
SINGULAR: Final = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
THING: Final = {"it", "its", "itself"}
REACH: Final = 3


class Candidate(Protocol):
    """What a pronoun may stand for."""

    type: EntityType
    phrases: list[NounPhrase]


C = TypeVar("C", bound=Candidate)




def resolve_pronouns(
    parsed: ParsedArticle, phrases: tuple[NounPhrase, ...], of_phrase: Mapping[NounPhrase, C], attributions: tuple[Attribution, ...]
) -> Iterator[tuple[NounPhrase, C]]:
    """Each pronoun that can be resolved, with what it stands for."""
    sentence_of = _sentence_numbers(parsed)
    resolved: dict[NounPhrase, C] = dict(of_phrase)
    by_token = {p.head: c for p, c in of_phrase.items()}
    for phrase in phrases:
        if phrase.kind != "pronoun":
            continue
        word = parsed.doc[phrase.head].lower_
        found = _speaker(phrase, attributions, by_token) if word in FIRST else _antecedent(parsed, phrase, word, resolved, sentence_of)
        if found is not None:
            resolved[phrase] = found
            by_token[phrase.head] = found
            yield phrase, found


def _speaker(phrase: NounPhrase, attributions: tuple[Attribution, ...], by_token: Mapping[int, C]) -> C | None:
    inside = [a for a in attributions if a.quotation != "indirect" and any(c.contains(phrase.span) for c in a.contents)]
    return by_token.get(inside[-1].speaker_head) if inside and inside[-1].speaker_head is not None else None


def _sentence_numbers(parsed: ParsedArticle) -> dict[int, int]:
    return {i: n for n, sentence in enumerate(parsed.sentences) for i in range(sentence.start, sentence.end)}


def _antecedent(parsed: ParsedArticle, phrase: NounPhrase, word: str, resolved: Mapping[NounPhrase, C], sentence_of: Mapping[int, int]) -> C | None:
    here = sentence_of.get(phrase.start, 0)
    scores: dict[int, tuple[float, C]] = {}
    for other, candidate in resolved.items():
        gap = here - sentence_of.get(other.start, -99)
        if other.start >= phrase.start or not 0 <= gap <= REACH or not _agrees(word, candidate) or other.kind == "adjective":
            continue
        score = 10 - 3 * gap + SALIENCE.get(parsed.doc[other.head].dep_, 0) + 0.2 * min(len(candidate.phrases), 10)
        best = scores.get(id(candidate), (0.0, candidate))[0]
        scores[id(candidate)] = (max(best, score), candidate)
    ranked = sorted(scores.values(), key=lambda s: -s[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


SALIENCE: Final = {"nsubj": 3, "nsubjpass": 2.5, "dobj": 1, "poss": 0.5, "pobj": 0.5}


def _agrees(word: str, candidate: C) -> bool:
    if word in SINGULAR:
        return candidate.type == "Person"
    if word in THING:
        return candidate.type in ("Organization", "GeopoliticalEntity", "Place", "Topic")
    return candidate.type in ("Group", "Organization")
