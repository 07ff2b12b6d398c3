"""Words that point back to a claim: "these allegations", "the report", "it", "the ministry" that said so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kg.ledger.statements import WORD, Ledger, Statement, singular

ACCUSATIONS = frozenset({"accuse", "criticize"})
_TOLD = frozenset({"claim", "say", "report", "predict", "warn", "believe", "suggest"})

POINTS_TO: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType({
    "accuse": (ACCUSATIONS, _TOLD - {"predict"}),
    "claim": (frozenset({"claim"}) | ACCUSATIONS, _TOLD),
    "say": (frozenset({"say", "claim", "report"}) | ACCUSATIONS,),
    "demand": (frozenset({"demand", "ask", "want"}), frozenset({"propose", "say"})),
    "ask": (frozenset({"ask", "demand"}),),
    "propose": (frozenset({"propose", "promise", "demand"}), frozenset({"say"})),
    "promise": (frozenset({"promise", "propose"}),),
    "criticize": (ACCUSATIONS, frozenset({"say", "claim"})),
    "report": (frozenset({"report", "claim", "say"}),),
    "suggest": (_TOLD,),
    "predict": (frozenset({"predict"}), frozenset({"say", "believe", "warn"})),
})  # fmt: skip
"""Act of a noun -> what kind of claim it may point back to, best first. A noun of any other act points to its own act only."""

_BARE = frozenset({"it", "this", "that", "these", "those"})
_POINTER = re.compile(r"\b(?:this|that|these|those|the|such|any|all|his|her|their|its|\w+[’']s?)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_APPOSED = re.compile(r"\b(?:an?|the|this|that)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_OWN_CONTENT = re.compile(r"\s+(?:that\b|to\b|of\s+(?:an?\b|\w+ing\b))", re.I)
_UNTRUE = re.compile(r"(?:\bnot|n[’']t|\bnever)\b.*\b(?:true|right|correct|accurate|so|happened|the case)\b", re.I)
_REJOINDER = re.compile(r"(?:it|this|that|these|those|they)(?:[’'](?:s|re)|\s+(?:is|are|was|were)(?:n[’']t)?)\b", re.I)
_EVERYTHING = re.compile(r"(?:(?:any|all)\s+)?(?!an?\b|the\b|his\b|her\b|its\b|their\b)[\w-]+(?:\s+(?:in|of|for)\b.*)?", re.I)


NAME_LENGTH = 4


class Pointer(NamedTuple):
    """A noun for a kind of claim in a statement, the speech act that it stands for, whether it is plural, and whose it is by name."""

    noun: str
    act: str
    plural: bool
    of: str | None = None


def pointer_of(statement: Statement, nouns: Mapping[str, str]) -> Pointer | None:
    """The noun by which a statement takes up a claim of somebody.

    It begins the content ("these allegations baseless"), or stands right before the cue ("a demand rejected by"). A noun that
    brings its own content ("the report that ...") points to nothing else.
    """
    opening = " ".join(WORD.findall(statement.content)[:8])
    before_cue = ""
    if cue := statement.claim.cue_span:
        before_cue = " ".join(WORD.findall(statement.article.text[max(0, cue.start - 60) : cue.start])[-3:])
    for words, determiner in ((opening, _POINTER), (before_cue, _APPOSED)):
        for match in WORD.finditer(words):
            noun = singular(match.group().lower(), nouns)
            if noun and determiner.search(words[: match.start()]) and not _OWN_CONTENT.match(words, match.end()):
                return Pointer(match.group(), nouns[noun], noun != match.group().lower(), _name_before(words[: match.start()]))
    return None


def pointed_to(pointer: Pointer, nearest_first: Sequence[Statement]) -> Iterator[Statement]:
    """The claims that a noun points to: the nearest of the kind that fits best; of a plural the others beside it too."""
    theirs = [s for s in nearest_first if pointer.of is None or _is_by(s, pointer.of)]
    for acts in POINTS_TO.get(pointer.act, (frozenset({pointer.act}),)):
        fitting = [s for s in theirs if s.claim.speech_act in acts and not s.denies]
        if fitting:
            yield from _all_of_its_speaker(fitting) if pointer.plural else fitting[:1]
            return


def _name_before(words: str) -> str | None:
    """The name right before a noun ("the AP report"), none where it is a possessive, which can be by another name ("Oslo's claim")."""
    last = words.split()[-1:] or [""]
    return last[0] if last[0][:1].isupper() and len(words.split()) > 1 and not re.search(r"[’']s?$", last[0]) else None


def _is_by(statement: Statement, name: str) -> bool:
    return name.lower() in f"{statement.voice} {statement.claim.speaker_text}".lower()


def is_bare_pronoun(content: str) -> bool:
    """Is the content no more than "it" or "this"?"""
    return content.strip().lower() in _BARE


def is_rejoinder(content: str, verdicts: frozenset[str]) -> bool:
    """Does the content call what was said before untrue: "That is simply not true", "This is nonsense"?"""
    opening = " ".join(content.split()[:9])
    return bool(_REJOINDER.match(opening)) and bool(verdicts.intersection(WORD.findall(opening.lower())) or _UNTRUE.search(opening))


def is_of_everything(content: str) -> bool:
    """Is what is denied named by a bare noun: "wrongdoing", "any discrimination", "involvement in the theft"?"""
    return bool(_EVERYTHING.fullmatch(content.strip())) and len(content.split()) <= 8


def is_called_in(voice: str | None, content: str) -> bool:
    """Does the content hold the words for a speaker who is no entity: "the ministry" in "contradicted the ministry"?"""
    return bool(voice) and "/" not in (voice or "") and bool(re.search(rf"\b{re.escape((voice or '').split()[-1])}\b", content, re.I))


def is_name_only(content: str) -> bool:
    """Is the content no more than the words for somebody: "the ministry", "her coach"?"""
    return len(content.split()) <= NAME_LENGTH and not re.search(r"[’']s?\s", content)


def _all_of_its_speaker(nearest_first: Sequence[Statement]) -> Iterator[Statement]:
    """The nearest claim, and the others of its speaker in the same paragraph; of somebody unknown only the one."""
    nearest = nearest_first[0]
    yield nearest
    for other in nearest_first[1:]:
        if nearest.voice is not None and other.voice == nearest.voice and "\n" not in other.text_until(nearest):
            yield other


def outermost_before(statement: Statement, ledger: Ledger, reach: int) -> Iterator[Statement]:
    """What others said before, the nearest first, each as the outermost claim that reports it."""
    seen = set()
    for other in ledger.before(statement, reach):
        outer = ledger.outermost(other)
        outer = outer if outer.differs_from(statement) else other
        if outer.ref not in seen:
            seen.add(outer.ref)
            yield outer
