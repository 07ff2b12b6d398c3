"""National teams: in a report of a match "Norway beat Peru" speaks of two teams, organizations with their country as home."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.metonyms import PLACE
from kg.extractors.naming.candidates import Name, head_of, words_of
from kg.extractors.naming.marks import SCORE
from kg.extractors.naming.weights import CERTAIN

ENOUGH: Final = 2
"""How many different words of play make a text a report of sport."""
SIDES: Final = {"against", "over", "to", "for", "with", "by", "between", "versus", "vs", "v", "of", "than", "past"}
PIECE: Final = re.compile(r"-|[^\s-]+")
DASHES: Final = {"-", "–", "—", ":"}
CLUB: Final = {"side", "club"}
"""With a town before it and a name behind it such a noun is that of the club of the town: "Lagos side Eko FC"."""
INNER: Final = {"compound", "nmod", "amod", "poss", "appos", "conj", "dep"}


def as_teams(doc: Doc, names: list[Name], words: Gazetteer) -> list[Name]:
    """The names, with those of countries as organizations where the text speaks of their teams."""
    homes = [n for n in names if _is_home(n)]
    if not homes or not (_is_sport(doc, words) or any(_has_score(doc, n) for n in names)):
        return names
    certain = {id(n) for n in homes if _acts_as_team(doc, n, words)}
    sides = {_home(doc, n) for n in homes if id(n) in certain}
    teams = certain | {id(n) for n in homes if _home(doc, n) in sides and n.type != "Group" and _may_be_team(doc, n, words)}
    return [_team(doc, n) if id(n) in teams else n for n in names]


def _is_home(name: Name) -> bool:
    """Whether a name is of a country, a people or a town, which may have a team."""
    if name.adjective or name.part is not None:
        return False
    return name.type == "GeopoliticalEntity" or (name.nation is not None and name.type in ("Place", "Group"))


def _home(doc: Doc, name: Name) -> str:
    return name.nation or words_of(doc, name)


def game_of(doc: Doc, words: Gazetteer) -> str | None:
    """The one game that a text names most, of "hockey" and "ice hockey" the longer."""
    text = _lower(doc)
    named = {game: n for game in words.sports["game"] if (n := text.count(_pieces(game)))}
    whole = {game: n for game, n in named.items() if not any(game != other and game in other and n <= m for other, m in named.items())}
    most = Counter(whole).most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _team(doc: Doc, name: Name) -> Name:
    """ "Team Norvia" with the word before it."""
    start = name.start - (name.start > 0 and doc[name.start - 1].text == "Team")
    return replace(name, start=start, type="Organization", weight=CERTAIN)


def _lower(doc: Doc) -> str:
    """All words in lower case, a blank on either side of each."""
    return f" {' '.join(doc.columns.words)} "


@cache
def _pieces(phrase: str) -> str:
    """A phrase as it stands in a text as `_lower` gives it."""
    return f" {' '.join(PIECE.findall(phrase))} "


@cache
def _of_several_words(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(pieces for pieces in map(_pieces, sorted(phrases)) if " " in pieces[1:-1])


def _is_sport(doc: Doc, words: Gazetteer) -> bool:
    text = _lower(doc)
    several = any(pieces in text for pieces in _of_several_words(words.sports["play"]))
    played = len(words.sports["play"].intersection(doc.columns.words)) + 2 * several
    return played >= ENOUGH or (played > 0 and game_of(doc, words) is not None)


def _has_score(doc: Doc, name: Name) -> bool:
    """A result right before or behind a name: "Norvia 2 - 1 Peru", "beat Peru 3-1"."""
    after, before = doc[name.end : name.end + 3], doc[max(0, name.start - 3) : name.start]
    return _is_score(after) or _is_score(before) or (len(before) > 0 and _is_score(before[-1:]))


def _is_score(tokens: list[Token]) -> bool:
    if len(tokens) and SCORE.fullmatch(tokens[0].text):
        return True
    return len(tokens) == 3 and tokens[0].is_digit and tokens[1].text in DASHES and tokens[2].is_digit


def _acts_as_team(doc: Doc, name: Name, words: Gazetteer) -> bool:
    """Whether the words around a country's name leave no doubt: it wins, has a striker, or a result stands beside it."""
    if name.start > 0 and doc[name.start - 1].text == "Team" and name.type != "Group":
        return True
    head = doc[head_of(doc, name.start, name.end)]
    if _is_local(head):
        return False
    return _has_score(doc, name) or _in_play(head, words)


def _in_play(head: Token, words: Gazetteer) -> bool:
    governor, dep = head.head, head.dep_
    if dep == "conj":
        return _in_play(governor, words) if governor.pos_ == "PROPN" else False
    if dep in ("poss", "compound", "nmod"):
        home = governor.lower_ in CLUB and governor.dep_ in INNER and governor.head.pos_ == "PROPN" and governor.head.i > governor.i
        return governor.lower_ in words.sports["team"] and not home
    if dep == "pobj" and governor.lower_ in SIDES:
        upper = governor.head
        return upper.lemma_ in words.sports["action"] or upper.lower_ in words.sports["team"]
    return dep in ("nsubj", "nsubjpass", "dobj", "agent", "npadvmod") and governor.lemma_ in words.sports["action"]


def _may_be_team(doc: Doc, name: Name, words: Gazetteer) -> bool:
    """Not where people are or come from, and not the country of an office or a body."""
    head = doc[head_of(doc, name.start, name.end)]
    if _is_local(head):
        return False
    if head.dep_ in INNER and head.head.i >= name.end:
        return not (words.is_title(head.head.lower_) or words.bodies.get(head.head.lower_)) or head.head.lower_ in words.sports["team"]
    return not (head.dep_ == "pobj" and head.head.lower_ == "of") or head.head.head.lower_ in words.sports["team"]


def _is_local(head: Token) -> bool:
    if head.dep_ == "pobj" and (head.head.lower_ in PLACE or head.head.lower_ == "from"):
        return True
    listed = head.dep_ in ("appos", "npadvmod") and head.i > 0 and head.nbor(-1).text == ","
    return listed and head.head.ent_type_ in ("GPE", "FAC", "LOC")
