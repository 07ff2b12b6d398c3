"""Offices, memberships and kinship: "Russian Foreign Minister Sergei Lavrov", "Ana Lopez, 54, chief executive of Norvia"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import RelationType, Tense
from kg.parsing import ParsedArticle

FORMER: Final = {"former", "ex", "then", "late", "ousted", "onetime", "previous", "retired", "outgoing", "erstwhile"}
FUTURE: Final = {"elect", "designate", "incoming", "nominee", "designated"}
OWNED_BY: Final = {"of", "at", "for", "with", "in", "to"}
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
    "succeed": "current",
    "install": "current",
    "crown": "current",
}
PARTICIPLES: Final = {
    "acting", "presiding", "ruling", "commanding", "founding", "leading", "managing", "visiting", "sitting", "serving", "elected",
    "appointed",
}
UNREAL: Final = {"to", "would", "could", "may", "might", "should", "must", "can"}
STOPS: Final = {",", ".", ";", ":", '"', "(", ")"}
MEMBER: Final = {"member", "fellow"}


@dataclass(frozen=True, slots=True)
class Office:
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
    for finder in (_before, _after, _apposed_to, _verbal):
        yield from finder(doc, name, cover, words)


# ---------------------------------------------------------------- the words of a title
def title_at(doc: Doc, i: int, words: Gazetteer) -> tuple[int, str] | None:
    """The title whose last token is `i`: its first token and its head noun ("son-in-law", "president-elect")."""
    if i < 0:
        return None
    word, start = doc[i].lower_, i
    while start > 1 and doc[start - 1].text == "-" and i - start < 4 and not doc[start - 1].whitespace_:
        start -= 2
        word = doc[start].lower_ + "-" + word
    for first, text in ((start, word), (i, doc[i].lower_)):
        if _is_office(text, words) and (doc[i].text[0].isupper() or words.titles[text] != {"rank"}):
            return first, text
    if word.endswith(("-elect", "-designate")) and _is_office(doc[start].lower_, words):
        return start, doc[start].lower_
    return None


def _is_office(word: str, words: Gazetteer) -> bool:
    return bool(words.titles.get(word, frozenset()) & {"office", "profession", "rank", "kin"})


def _extended(doc: Doc, start: int, cover: dict[int, NounPhrase], words: Gazetteer) -> int:
    """The first token of a title: over adjectives, nouns and portfolios, up to a name, an article or a possessive."""
    i = start
    while i > 0 and not doc[i - 1].is_sent_end:
        token = doc[i - 1]
        hyphen = token.text == "-" and i > 1 and not token.whitespace_ and doc[i - 2].is_alpha and doc[i].lower_ != "old"
        joined = token.lower_ == "and" and doc[i].lower_ in words.portfolios
        if (i - 1 in cover and token.lower_ not in words.portfolios) or not (hyphen or joined or _is_part(token, doc[i], words)):
            break
        i -= 1
    return i


def _is_part(token: Token, after: Token, words: Gazetteer) -> bool:
    """Whether a word before a title belongs to it; "candidate" before "Sen." is another title."""
    if (token.tag_ == "NNS" and token.lower_ not in words.portfolios) or token.lower_ == "old" or token.tag_ == "POS":
        return False
    if token.text.islower() and after.text[0].isupper() and words.is_title(token.lower_):
        return False
    return token.pos_ in ("ADJ", "NOUN", "PROPN") or token.lower_ in FORMER or token.lower_ in PARTICIPLES


def _owner_before(doc: Doc, start: int, cover: dict[int, NounPhrase]) -> tuple[int | None, int]:
    """Whose office, by what stands before the title: a country, a body, a possessive; and where the evidence begins."""
    i = start - 1
    if i < 0:
        return None, start
    if doc[i].tag_ == "POS":
        i -= 1
        return (cover[i].head, cover[i].start) if i in cover else (i, i)
    if doc[i].tag_ == "PRP$":
        return i, i
    if i in cover and cover[i].type != "Person" and not doc[i].is_sent_end:
        return cover[i].head, cover[i].start
    return None, start


def _owner_after(doc: Doc, end: int, cover: dict[int, NounPhrase], limit: int) -> tuple[int | None, int]:
    """Whose office, by what follows: "of Norvia", "at the University of Oslo", "for the ministry"."""
    i = end
    if i >= limit or doc[i].lower_ not in OWNED_BY:
        return None, end
    for j in range(i + 1, min(limit, i + 10)):
        if j in cover:
            if cover[j].kind == "adjective" and j + 1 < limit and doc[j + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
                continue
            return cover[j].head, cover[j].end
        if doc[j].pos_ in ("VERB", "AUX") or doc[j].text in (",", ".", ";", "(", '"'):
            return (j - 1, j) if doc[j - 1].pos_ == "NOUN" else (None, end)
    return None, end


def _tense(doc: Doc, start: int, end: int, words: tuple[str, ...] = ()) -> Tense:
    around = {doc[i].lower_ for i in range(max(0, start - 2), end)}
    if around & FORMER:
        return "former"
    return "future" if around & FUTURE else "current"


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
        name, (start, title[1]), head, word, relation, tense or _tense(doc, min(title[0], evidence[0]), title[1]), owner, *evidence, phrase
    )


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
        of = _preposition(doc, end, cover)
        found = title_at(doc, of - 1, words) if of else None
    if found is None:
        return
    head, word = found
    start = _extended(doc, head, cover, words)
    owner, begin = _owner_before(doc, start, cover)
    if owner is None and of < end and end - 1 in cover:
        owner, end = cover[end - 1].head, of
    if owner is None:
        owner, _ = _owner_after(doc, name.end, cover, min(name.end + 4, len(doc)))
    if "kin" in words.titles[word] and owner is None:
        return
    yield _office(doc, name, (start, end), head, word, owner, (begin, name.end), words)


def _preposition(doc: Doc, end: int, cover: dict[int, NounPhrase]) -> int:
    """The "of" of "Secretary of State" and "Mayor of London" before a name; 0 where there is none."""
    for i in range(end - 1, max(0, end - 6), -1):
        if doc[i].lower_ in ("of", "for", "in", "at", "to") and i < end - 1:
            return i
        person = i in cover and cover[i].type == "Person"
        if person or not doc[i].text[0].isalpha() or (doc[i].text[0].islower() and doc[i].pos_ != "DET"):
            return 0
    return 0


def _with_complement(doc: Doc, end: int, cover: dict[int, NounPhrase], limit: int) -> int:
    """The end of a title with what it is a title of, where that is no name: "Chancellor of the Exchequer"."""
    i = end
    if i >= limit or doc[i].lower_ not in ("of", "for"):
        return end
    i += 1 + (i + 1 < limit and doc[i + 1].lower_ == "the")
    stop = i
    while stop < limit and stop not in cover and doc[stop].text[0].isupper() and doc[stop].pos_ == "PROPN":
        stop += 1
    return stop if stop > i else end


def _after(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Ana Lopez, 54, the chief executive of Norvia, said"."""
    i, sentence_end = name.end, doc[name.head].sent.end
    if i >= sentence_end or doc[i].text not in (",", "(", "-", "–", "—"):
        return
    i += 1
    if i + 1 < sentence_end and doc[i].like_num and doc[i + 1].text == ",":
        i += 2
    if i + 2 < sentence_end and doc[i].lower_ == "who" and doc[i + 1].lemma_ == "be":
        i += 2
    yield from _title_from(doc, name, i, sentence_end, cover, words)


def _ends_title(token: Token) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound")
    return (token.pos_ in ("SCONJ", "PRON") and token.tag_ != "PRP$") or (token.pos_ == "ADP" and token.text != "in")


def _title_from(
    doc: Doc, name: NounPhrase, first: int, limit: int, cover: dict[int, NounPhrase], words: Gazetteer, tense: Tense | None = None
) -> Iterator[Office]:
    """The office that a noun phrase beginning at a token words, if it does."""
    head = None
    for j in range(first, min(limit, first + 9)):
        token = doc[j]
        if token.text in STOPS or _ends_title(token):
            break
        if (found := title_at(doc, j, words)) is not None and not (j in cover and cover[j].type != "Person" and j != cover[j].end - 1):
            head = (*found, j)
    if head is None or (head[2] + 1 < limit and head[2] + 1 in cover and cover[head[2] + 1].type == "Person"):
        return
    start_of_head, word, last = head
    start = max(first, _extended(doc, start_of_head, cover, words))
    owner, begin = _owner_before(doc, start, cover) if start > first else (None, start)
    title_end = _with_complement(doc, last + 1, cover, limit)
    end = title_end
    if owner is None:
        owner, end = _owner_after(doc, title_end, cover, limit)
    if "kin" in words.titles[word] and owner is None:
        return
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
        start = _extended(doc, head, cover, words)
        owner, begin = _owner_before(doc, start, cover)
        definite = owner is not None or (start > 0 and doc[start - 1].lower_ == "the")
        if definite and (doc[name.head].dep_ == "appos" or (name.end < len(doc) and doc[name.end].text == ",")):
            yield _office(doc, name, (start, comma), comma - 1, word, owner, (begin, name.end), words, (begin, comma))
        return
    yield from _apposed_with_owner(doc, name, comma, cover, words)


def _apposed_with_owner(doc: Doc, name: NounPhrase, comma: int, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "The chief executive of Norvia, Ana Lopez, ...", "The Chancellor of the Exchequer, Ana Lopez, ..."."""
    of = _preposition(doc, comma, cover)
    if not of or (found := title_at(doc, of - 1, words)) is None:
        return
    if doc[name.head].dep_ != "appos" and (name.end >= len(doc) or doc[name.end].text != ","):
        return
    head, word = found
    start = _extended(doc, head, cover, words)
    owner, begin = _owner_before(doc, start, cover)
    end = of if comma - 1 in cover else comma
    if owner is None and comma - 1 in cover:
        owner = cover[comma - 1].head
    yield _office(doc, name, (start, end), of - 1, word, owner, (min(begin, start), name.end), words, (start, of))


def _verbal(doc: Doc, name: NounPhrase, cover: dict[int, NounPhrase], words: Gazetteer) -> Iterator[Office]:
    """ "Ana Lopez is the chief executive of Norvia", "was named chief executive", "resigned as mayor"."""
    token = doc[name.head]
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return
    around = {c.lower_ for c in verb.children if c.dep_ in ("neg", "aux")}
    if around & UNREAL or any(c.dep_ == "neg" for c in verb.children):
        return
    tense: Tense | None = "future" if around & {"will", "shall"} else CHANGES.get(verb.lemma_)
    if verb.lemma_ == "be":
        tense = "former" if verb.tag_ == "VBD" else tense
    elif tense is None:
        return
    for child in verb.children:
        noun = _complement(child)
        vague = verb.lemma_ == "be" and noun is not None and any(c.lower_ in ("a", "an") for c in noun.children)
        if noun is not None and not vague and noun.i > verb.i and title_at(doc, noun.i, words) is not None:
            first = max(noun.left_edge.i, verb.i + 1)
            yield from _title_from(doc, name, first, doc[name.head].sent.end, cover, words, tense)
            return


def _complement(child: Token) -> Token | None:
    if child.dep_ in ("attr", "oprd", "acomp"):
        return child
    if child.dep_ == "prep" and child.lower_ == "as":
        return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
