"""Words that point back to a claim: "these allegations", "the report", "it", "the ministry" that said so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from kg.ledger.statements import REACH, WORD, Ledger, Statement, singular
from kg.model import Span

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

PLAIN = _TOLD
"""Acts of claims that may be of anything."""
PLAIN_NOUNS = frozenset({"say", "claim", "report", "accuse", "predict"})
"""Acts of nouns that may point to them; of others only where a word points too ("this idea")."""
_SHOWING = frozenset({"this", "that", "these", "those", "such"})
_BARE = frozenset({"it", "this", "that", "these", "those"})
_POINTER = re.compile(r"\b(?:this|that|these|those|the|such|any|all|his|her|their|its|\w+[’']s?)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_APPOSED = re.compile(r"\b(?:an?|the|this|that)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_OWN_CONTENT = re.compile(r"\s+(?:that\b|to\b|of\s+(?:an?\b|\w+ing\b))", re.I)
_HAPPENED = frozenset({"", "happened", "occurred", "was so", "was true", "was the case", "took place"})
_THAT_IS = r"(?:well|no|oh|look)?\W*(?:it|this|that|these|those)(?:[’']s|\s+(?:is|are|was|were))"
_UNTRUE = re.compile(
    _THAT_IS + r"(?:n[’']t|(?:\s+\w+ly|\s+just)?\s+(?:not|never))(?:\s+\w+ly|\s+at all|\s+even|\s+just|\s+quite)*"
    r"\s+(?:true|right|correct|accurate|so|the case|the truth)(?=\W*$|[.,;:!?”\"’]|\s+(?:and|but|at|that)\b)",
    re.I,
)
_REJOINDER = re.compile(_THAT_IS + r"((?:\s+[\w-]+){1,4}?)(?=\W*$|[.,;:!?”\"’]|\s+(?:and|but|at|to)\b)", re.I)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_BARE_OBJECT = re.compile(r"\s+(?:it|this|that)\s*[“\"‘']", re.I)
_NOT = frozenset({"not", "no", "never", "hardly", "being"})
_EVERYTHING = re.compile(r"(?:(?:any|all)\s+)?(?!an?\b|the\b|his\b|her\b|its\b|their\b)[\w-]+(?:\s+(?:in|of|for)\b.*)?", re.I)


_OWNING = frozenset({"his", "her", "their", "its", "your", "my", "our"})
_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_OPENING, _HEAD = 8, 4
"""How many words of a content may hold a noun that points, and one that what follows hangs on."""
_AUTHOR = re.compile(r"\s+(?:by|from)\s+(?:the\s+|an?\s+)?", re.I)

SENTENCE_ENDS = re.compile(r"[.!?][”\"’']?\s|\n")
MOST_BETWEEN = 6
"""Words of a sentence that may stand before somebody who denies "it": with more, the sentence tells what he denies."""
NAME_LENGTH = 4
NEAR = REACH // 3


class Pointer(NamedTuple):
    """A noun for a kind of claim in a statement, the speech act that it stands for, whether it is plural, and whose it is.

    `owner` are the words for whose it is ("Lund" of "Lund's claim", "the AP report", "the claim by Lund"), `owners` the entities.
    """

    noun: str
    act: str
    plural: bool
    shows: bool = False
    owner: str | None = None
    owners: frozenset[str] = frozenset()


def pointer_of(statement: Statement, ledger: Ledger) -> Pointer | None:
    """The noun by which a statement takes up a claim of somebody.

    It begins the content ("these allegations baseless"), or stands right before the cue ("a demand rejected by"). A noun that
    brings its own content ("the report that ...") points to nothing else; behind one, no other noun points ("criticism of his remarks").
    """
    text, content, cue = statement.article.text, statement.claim.content_spans[0], statement.claim.cue_span
    opening = [*islice(WORD.finditer(text, content.start, content.end), _OPENING)]
    speaker = statement.claim.speaker_span
    spoken_for = cue is None or (speaker is not None and speaker.end <= cue.start)  # "a report defending": it speaks itself
    before_cue = [] if cue is None or spoken_for else [*WORD.finditer(text, max(0, cue.start - 60), cue.start)][-3:]
    found = _find_noun(text, opening, _POINTER, ledger) or _find_noun(text, before_cue, _APPOSED, ledger)
    if found is None:
        return None
    word, noun, shows, owner = found
    owners = ledger.entities_at(statement, owner) if owner else frozenset[str]()
    return Pointer(word, ledger.nouns[noun], noun != word.lower(), shows, owner and owner.of(text), owners)


def _find_noun(
    text: str, words: Sequence[re.Match[str]], determiner: re.Pattern[str], ledger: Ledger
) -> tuple[str, str, bool, Span | None] | None:
    """The first noun for a claim among the words, if it points: as it stands, its entry, is it "this", and whose it is."""
    for number, match in enumerate(words):
        if match.group().lower() in _RELATIVES:
            break
        noun = singular(match.group().lower(), ledger.nouns)
        if noun is not None:
            before = "".join(f"{word.group()} " for word in words[:number])
            points = determiner.search(before) and not _OWN_CONTENT.match(text, match.end())
            shows = not _SHOWING.isdisjoint(before.lower().split())
            return (match.group(), noun, shows, _owner(text, words[max(0, number - 3) : number], match.end())) if points else None
    return None


def _owner(text: str, before: Sequence[re.Match[str]], end: int) -> Span | None:
    """The words for whose claim it is, before or behind the noun that ends at a character."""
    for number, word in enumerate(reversed(before)):
        if word.group().lower() in _OWNING or re.search(r"[’'](?:s|$)", word.group()):
            return Span(word.start(), word.start() + len(re.sub(r"[’']s?$", "", word.group())))
        if number == 0 and len(before) > 1 and word.group()[0].isupper():
            return Span(*word.span())
    by = _AUTHOR.match(text, end)
    author = WORD.match(text, by.end()) if by else None
    return Span(*author.span()) if author else None


def pointed_to(pointer: Pointer, statement: Statement, nearest_first: Sequence[Statement], ledger: Ledger) -> Iterator[Statement]:
    """The claims that a noun points to: the nearest of the kind that fits best; of a plural the others beside it too."""
    theirs = [s for s in nearest_first if pointer.owner is None or _is_by(s, pointer, ledger)]
    for acts in POINTS_TO.get(pointer.act, (frozenset({pointer.act}),)):
        fitting = [s for s in theirs if s.claim.speech_act in acts and not s.denies and _is_meant(s, statement, pointer)]
        if fitting:
            yield from _all_of_its_speaker(fitting) if pointer.plural else fitting[:1]
            return


def _is_meant(other: Statement, statement: Statement, pointer: Pointer) -> bool:
    """May the noun mean this claim: whose speaker is named, or of the speaker, or close by and of no looser kind than "this idea"?"""
    act = other.claim.speech_act
    distance = statement.start - other.claim.content_spans[-1].end
    if (pointer.owners and distance < REACH // 2) or act in ACCUSATIONS & {pointer.act} or statement.voice in other.claim.about:
        return True
    near = distance < NEAR and not pointer.owners
    right_before = len(other.text_until(statement).split()) < NAME_LENGTH
    return near and (act == pointer.act or act not in PLAIN or pointer.act in PLAIN_NOUNS or pointer.shows or right_before)


def _is_by(statement: Statement, pointer: Pointer, ledger: Ledger) -> bool:
    """Is the claim by the owner of the noun, or by who speaks for the owner?"""
    if statement.voice in pointer.owners or {ledger.side_of(statement.voice)} & {ledger.side_of(owner) for owner in pointer.owners}:
        return True
    words = f"{statement.voice} {statement.claim.speaker_text}".lower()
    if pointer.owner is None or pointer.owner.lower() in _OWNING:
        return not pointer.owners
    return (not pointer.owners or statement.claim.speaker is None) and pointer.owner.lower() in words


def is_of_a_claim(statement: Statement, ledger: Ledger) -> bool:
    """Does the content begin with a noun for a claim: "his claim that ...", "criticism from the mayor, who said ..."?"""
    content = statement.claim.content_spans[0]
    opening = islice(WORD.finditer(statement.article.text, content.start, content.end), _HEAD)
    return any(singular(word.group().lower(), ledger.nouns) for word in opening)


def is_bare_pronoun(content: str) -> bool:
    """Is the content no more than "it", "this" or "that it happened"?"""
    first, _, rest = content.strip().lower().partition(" ")
    return first in _BARE and rest in _HAPPENED


def is_rejoinder(content: str, verdicts: frozenset[str]) -> bool:
    """Does the content call what was said before untrue: "That is simply not true", "This is nonsense"?"""
    if _UNTRUE.match(content):
        return True
    found = _REJOINDER.match(content)
    words = found.group(1).lower().split() if found else [""]
    return words[-1] in verdicts and not _NOT.intersection(words)


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


def is_of_a_pronoun(statement: Statement) -> bool:
    """Does a bare pronoun stand between the cue and what is said of it: "called that “idle talk”"?"""
    cue = statement.claim.cue_span
    return cue is not None and bool(_BARE_OBJECT.fullmatch(statement.article.text[cue.end : max(cue.end, statement.start)]))


def tells_itself(other: Statement, statement: Statement) -> bool:
    """Does the article itself tell something in the sentence, to which "this" points: "The hill is a park, although Rome disputes this"?"""
    first = min(x.start for x in (statement.claim.speaker_span, statement.claim.cue_span, *statement.claim.content_spans) if x)
    before = statement.article.text[other.claim.content_spans[-1].end : first]
    return len(SENTENCE_ENDS.split(before)[-1].split()) > MOST_BETWEEN and bool(SENTENCE_ENDS.search(before))


def may_be_of_one_number(one: Statement, other: Statement) -> bool:
    """Not so where each counts, and they share no number: "43 people had died", "120 people had died"."""
    mine, theirs = (frozenset(_NUMBER.findall(s.content)) for s in (one, other))
    return not mine or not theirs or bool(mine & theirs)
