"""Offices, memberships and kinship: "Russian Foreign Minister Sergei Lavrov", "Ana Lopez, 54, chief executive of Norvia"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.modals import MODALS
from kg.extractors.offices.titles import (
    FORMER,
    ends_title,
    owner_after,
    owner_before,
    preposition_before,
    title_at,
    title_start,
    told_tense,
    with_complement,
)
from kg.model import RelationType, Tense
from kg.parsing import ParsedArticle

STOPS: Final = {",", ".", ";", ":", '"', "(", ")"}
# Verbs that give or take an office, with the tense that they leave the holder in.
CHANGES: Final[dict[str, Tense]] = {
    "name": "current",
    "appoint": "current",
    "elect": "current",
    "hire": "current",
    "promote": "current",
    "become": "current",
    "serve": "current",
    "work": "current",
    "reelect": "current",
    "remain": "current",
    "nominate": "future",
    "pick": "future",
    "resign": "former",
    "quit": "former",
    "retire": "former",
    "oust": "former",
    "replace": "former",
    "dismiss": "former",
    "fire": "former",
    "sack": "former",
    "remove": "former",
    "step down": "former",
    "step aside": "former",
    "stand down": "former",
    "leave": "former",
    "depart": "former",
    "succeed": "current",
    "choose": "current",
    "install": "current",
    "crown": "current",
}
UNREAL: Final = {"to", *(word for word, modality in MODALS.items() if modality != "future")}
MEMBER: Final = {"member", "fellow"}


class Office(Struct, frozen=True):
    """A person's office as the text words it. Tokens: `start` to `end` is the evidence, `owner` whose office it is.

    `title` are the tokens of the title, `head` its head noun; `phrase` the noun phrase that words the office, where it
    stands apart from the name ("the president's son-in-law").
    """

    person: NounPhrase
    title: tuple[int, int]
    head: int
    word: str
    type: RelationType
    tense: Tense
    owner: int | None
    start: int
    end: int
    phrase: tuple[int, int] | None = None


def find_offices(parsed: ParsedArticle, names: tuple[NounPhrase, ...], words: Gazetteer) -> tuple[Office, ...]:
    """Every office, membership or kinship that the text gives to a named person."""
    cover = _cover(names)
    found: list[Office] = []
    for name in names:
        if name.kind == "name" and name.type == "Person":
            found += _of(parsed.doc, name, cover, words)
    return tuple(found)


def _cover(names: tuple[NounPhrase, ...]) -> dict[int, NounPhrase]:
    """Token -> the longest name that holds it."""
    return {i: n for n in sorted(names, key=lambda n: n.end - n.start) for i in range(n.start, n.end)}


def _of(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    for finder in (_before, _after, _apposed_to, _verbal, _appointed):
        yield from finder(doc, name, cover, words)


def _office(
    doc: Doc,
    name: NounPhrase,
    title: tuple[int, int],
    head: int,
    word: str,
    owner: int | None,
    evidence: tuple[int, int],
    words: Gazetteer,
    phrase: tuple[int, int] | None = None,
    tense: Tense | None = None,
) -> Office:
    kinds = words.titles.get(word, frozenset())
    relation: RelationType = "kin" if "kin" in kinds else "member-of" if word in MEMBER and owner is not None else "holds-role"
    start = title[0]
    while start < title[1] - 1 and (doc[start].lower_ in FORMER or doc[start].text == "-"):
        start += 1
    return Office(
        name, (start, title[1]), head, word, relation, tense or told_tense(doc, min(title[0], evidence[0]), title[1]),
        owner, *evidence, phrase,
    )  # fmt: skip


# ---------------------------------------------------------------- where offices stand
def _before(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Polish Prime Minister Donald Tusk", "Secretary of State Ann Ray", "his wife Eva"."""
    end = name.start
    while end > 1 and words.titles.get(doc[end - 1].lower_, frozenset()) and words.titles[doc[end - 1].lower_] <= {"honorific", "gendered"}:
        end -= 1
    if end == 0 or doc[end - 1].is_sent_end:
        return
    found = title_at(doc, end - 1, words)
    of = end
    if found is None:
        of = preposition_before(doc, end, cover, words)
        named = any(t.pos_ != "DET" for t in doc[of + 1 : end])
        found = title_at(doc, of - 1, words) if of and named else None
    if found is None:
        return
    head, word = found
    start = title_start(doc, head, cover, words)
    owner, begin = owner_before(doc, start, cover)
    if owner is None and of < end and end - 1 in cover:
        owner, end = cover[end - 1].head, of
    if owner is None and name.end < len(doc) and doc[name.end].lower_ == "of":
        owner, _ = owner_after(doc, name.end, cover, min(name.end + 4, len(doc)))
    if "kin" in words.titles[word] and owner is None:
        return
    yield _office(doc, name, (start, end), head, word, owner, (begin, name.end), words, tense=_dismissed(doc[name.head]))


def _after(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Ana Lopez, 54, the chief executive of Norvia, said"."""
    i, sentence_end = name.end, doc[name.head].sent.end
    if i >= sentence_end or doc[i].text not in (",", "(", "-", "–", "—") or (doc[i].text == "-" and not doc[i - 1].whitespace_):
        return
    i += 1
    if i + 1 < sentence_end and doc[i].like_num and doc[i + 1].text == ",":
        i += 2
    if i >= sentence_end or doc[i].lower_ == "and":
        return
    tense: Tense | None = None
    if i + 2 < sentence_end and doc[i].lower_ == "who" and doc[i + 1].lemma_ == "be":
        tense = "former" if doc[i + 1].tag_ == "VBD" else None
        i += 2
    yield from _title_from(doc, name, i, sentence_end, cover, words, tense)


def _title_from(
    doc: Doc, name: NounPhrase, first: int, limit: int, cover: dict[int, NounPhrase], words: Gazetteer, tense: Tense | None = None
) -> Iterator[Office]:
    """The office that a noun phrase beginning at a token words, if it does."""
    heads = []
    for j in range(first, min(limit, first + 9)):
        token = doc[j]
        if token.text in STOPS or ends_title(token):
            break
        if (found := title_at(doc, j, words)) is not None and not (j in cover and cover[j].type != "Person" and j != cover[j].end - 1):
            heads.append((*found, j))
    if not heads or (heads[-1][2] + 1 < limit and heads[-1][2] + 1 in cover and cover[heads[-1][2] + 1].type == "Person"):
        return
    start_of_head, word, last = heads[-1]
    start = max(first, title_start(doc, start_of_head, cover, words))
    owner, begin = owner_before(doc, start, cover) if start > first else (None, start)
    title_end = with_complement(doc, last + 1, cover, limit, words)
    end = title_end
    if owner is None:
        owner, end = owner_after(doc, title_end, cover, limit)
    if "kin" in words.titles[word] and owner is None:
        return
    for began, other, j in heads[:-1]:
        if doc[j + 1].lower_ == "and" and "kin" not in words.titles[other]:
            own = (max(first, title_start(doc, began, cover, words)), j + 1)
            yield _office(doc, name, own, j, other, owner, (min(name.start, own[0]), max(end, name.end)), words, tense=tense)
    yield _office(
        doc, name, (start, title_end), last, word, owner, (min(name.start, begin), max(end, name.end)), words, (first, last + 1), tense
    )


def _apposed_to(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Norvia's chief executive, Ana Lopez": the name explains the phrase before its comma."""
    comma = name.start - 1
    if (
        comma < 1
        or doc[comma].text not in (",", ":")
        or doc[name.head].dep_ not in ("appos", "conj", "nsubj", "ROOT", "pobj", "dobj", "npadvmod")
    ):
        return
    if (found := title_at(doc, comma - 1, words)) is not None:
        head, word = found
        start = title_start(doc, head, cover, words)
        owner, begin = owner_before(doc, start, cover)
        definite = owner is not None or (start > 0 and doc[start - 1].lower_ == "the")
        if definite and (doc[name.head].dep_ == "appos" or (name.end < len(doc) and doc[name.end].text == ",")):
            evidence, tense = (begin, name.end), _dismissed(doc[comma - 1])
            yield _office(doc, name, (start, comma), comma - 1, word, owner, evidence, words, (begin, comma), tense)
        return
    yield from _apposed_with_owner(doc, name, comma, cover, words)


def _apposed_with_owner(doc: Doc, name: NounPhrase, comma: int, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "The chief executive of Norvia, Ana Lopez, ...", "The Chancellor of the Exchequer, Ana Lopez, ..."."""
    of = preposition_before(doc, comma, cover, words)
    if not of or (found := title_at(doc, of - 1, words)) is None:
        return
    if doc[name.head].dep_ != "appos" and (name.end >= len(doc) or doc[name.end].text != ","):
        return
    head, word = found
    start = title_start(doc, head, cover, words)
    owner, begin = owner_before(doc, start, cover)
    end = of if comma - 1 in cover else comma
    if owner is None and comma - 1 in cover:
        owner = cover[comma - 1].head
    yield _office(doc, name, (start, end), of - 1, word, owner, (min(begin, start), name.end), words, (start, of))


def _verbal(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Ana Lopez is the chief executive of Norvia", "was named chief executive", "founded Norvia and remains its chairman"."""
    token = doc[name.head]
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.pos_ not in ("VERB", "AUX"):
        return
    for verb in (token.head, *(c for c in token.head.children if c.dep_ == "conj" and _shares_subject(c))):
        if _is_real(verb) and (change := _change(verb)) is not None:
            yield from _complements(doc, name, verb, change, cover, words)


def _appointed(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Norvia named Ana Lopez chief executive", "hired Ana Lopez as its finance chief"."""
    verb = next((t for t in (doc[name.head].head, doc[name.head].head.head) if t.lemma_ in CHANGES and t.pos_ == "VERB"), None)
    if verb is None or verb.i > name.start or not _is_real(verb) or any(c.dep_ == "nsubjpass" for c in verb.children):
        return
    first, limit = name.end, doc[name.head].sent.end
    if first >= limit or not (doc[first].lower_ == "as" or title_at(doc, first, words) or doc[first].pos_ in ("NOUN", "ADJ")):
        return
    giver = next((c.i for c in verb.children if c.dep_ == "nsubj" and c.i in cover and cover[c.i].type != "Person"), None)
    for office in _title_from(doc, name, first + (doc[first].lower_ == "as"), limit, cover, words, CHANGES[verb.lemma_]):
        yield replace(office, owner=giver) if office.owner is None else office


def _shares_subject(verb: Token) -> bool:
    return verb.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_real(verb: Token) -> bool:
    return not any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in UNREAL) for c in verb.children)


def _change(verb: Token) -> Tense | None:
    """What a verb says of the office in its complement; None where it does not give or take one. Of "is" it is whatever the title says."""
    if any(c.dep_ == "aux" and c.lower_ in ("will", "shall") for c in verb.children):
        return "future"
    if verb.lemma_ in ("be", "serve", "work"):
        return "former" if verb.tag_ == "VBD" else "current"
    particle = next((f" {c.lower_}" for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("down", "aside")), "")
    return CHANGES.get(verb.lemma_ + particle)


def _complements(
    doc: Doc, name: NounPhrase, verb: Token, change: Tense, cover: dict[int, NounPhrase], words: Gazetteer
) -> Iterator[Office]:
    for child in verb.children:
        noun = _complement(child)
        vague = verb.lemma_ == "be" and noun is not None and any(c.lower_ in ("a", "an") for c in noun.children)
        if noun is not None and not vague and noun.i > verb.i and title_at(doc, noun.i, words) is not None:
            first = max(noun.left_edge.i, verb.i + 1)
            tense = None if verb.lemma_ == "be" and change == "current" else change
            yield from _title_from(doc, name, first, doc[name.head].sent.end, cover, words, tense)
            return


def _complement(child: Token) -> Token | None:
    if child.dep_ in ("attr", "oprd", "acomp"):
        return child
    if child.dep_ == "prep" and child.lower_ == "as":
        return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _dismissed(token: Token) -> Tense | None:
    """Whether a verb takes the office of its object: "fired its chief executive, Ana Lopez"."""
    while token.dep_ == "appos" and token.head.i != token.i:
        token = token.head
    taken = token.dep_ == "dobj" and CHANGES.get(token.head.lemma_) == "former" and token.head.lemma_ not in ("leave", "replace")
    return "former" if taken and _is_real(token.head) else None
