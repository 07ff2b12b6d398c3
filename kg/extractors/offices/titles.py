"""The words of a title: where "former deputy prime minister" begins, whose it is, and whether it is held still."""

from __future__ import annotations

from typing import Final

from kg.doc import Doc, Token
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import Tense

FORMER: Final = {"former", "ex", "then", "late", "ousted", "onetime", "previous", "retired", "outgoing", "erstwhile"}
FUTURE: Final = {"elect", "designate", "incoming", "nominee", "designated"}
OWNED_BY: Final = {"of", "at", "for", "with", "in", "to"}
NO_PARTS: Final = {"old", "sure", "new", "fellow", "own", "another", "longtime", "likely", "first-time", "certain"}
"""Adjectives before a title that are no part of it."""
PARTICIPLES: Final = {
    "acting", "presiding", "ruling", "commanding", "founding", "leading", "managing", "visiting", "sitting", "serving", "elected",
    "appointed",
}


def title_at(doc: Doc, i: int, words: Gazetteer) -> tuple[int, str] | None:
    """The title whose last token is `i`: its first token and its head noun ("son-in-law", "president-elect")."""
    if i < 0:
        return None
    word, start = doc[i].lower_, i
    while start > 1 and doc[start - 1].text == "-" and i - start < 4 and not doc[start - 1].whitespace_:
        start -= 2
        word = doc[start].lower_ + "-" + word
    for first, text in ((start, word), (i, doc[i].lower_)):
        if is_office(text, words) and (doc[i].text[0].isupper() or words.titles[text] != {"rank"}):
            return first, text
    if word.endswith(("-elect", "-designate")) and is_office(doc[start].lower_, words):
        return start, doc[start].lower_
    return None


def is_office(word: str, words: Gazetteer) -> bool:
    """Whether a lower-case word is the head of an office, a calling, a rank or a word for kin."""
    return bool(words.titles.get(word, frozenset()) & {"office", "profession", "rank", "kin"})


def title_start(doc: Doc, start: int, cover: dict[int, NounPhrase], words: Gazetteer) -> int:
    """The first token of a title: over adjectives, nouns and portfolios, up to a name, an article or a possessive."""
    i = start
    while i > 0 and not doc[i - 1].is_sent_end:
        token = doc[i - 1]
        hyphen = token.text == "-" and i > 1 and not token.whitespace_ and doc[i - 2].is_alpha and doc[i].lower_ != "old"
        joined = token.lower_ == "and" and doc[i].lower_ in words.portfolios and not token.is_sent_start
        if (i - 1 in cover and token.lower_ not in words.portfolios) or not (hyphen or joined or _is_part(token, doc[i], words)):
            break
        i -= 1
    return i


def _is_part(token: Token, after: Token, words: Gazetteer) -> bool:
    """Whether a word before a title belongs to it; "candidate" before "Sen." is another title."""
    if (token.tag_ == "NNS" and token.lower_ not in words.portfolios) or token.lower_ in NO_PARTS or token.tag_ in ("POS", "CC"):
        return False
    if token.text.islower() and after.text[0].isupper() and words.is_title(token.lower_):
        return False
    return token.pos_ in ("ADJ", "NOUN", "PROPN") or token.lower_ in FORMER or token.lower_ in PARTICIPLES


def owner_before(doc: Doc, start: int, cover: dict[int, NounPhrase]) -> tuple[int | None, int]:
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


def owner_after(doc: Doc, end: int, cover: dict[int, NounPhrase], limit: int) -> tuple[int | None, int]:
    """Whose office, by what follows: "of Norvia", "at the University of Oslo", "for the ministry"."""
    i = end
    if i >= limit or doc[i].lower_ not in OWNED_BY:
        return None, end
    for j in range(i + 1, min(limit, i + 10)):
        if j in cover:
            if cover[j].kind == "adjective" and j + 1 < limit and doc[j + 1].pos_ in ("NOUN", "PROPN", "ADJ"):
                continue
            if cover[j].type == "Person" and _has_a_body(doc, cover[j].end, cover, limit):
                continue
            return cover[j].head, cover[j].end
        if doc[j].pos_ in ("VERB", "AUX") or doc[j].text in (",", ".", ";", "(", '"'):
            return (j - 1, j) if doc[j - 1].pos_ == "NOUN" else (None, end)
    return None, end


def _has_a_body(doc: Doc, end: int, cover: dict[int, NounPhrase], limit: int) -> bool:
    """Whether what a person has is named: "President Lund's Council of Advisers"."""
    behind = end + 1 if end + 1 < limit and doc[end].tag_ == "POS" else None
    return behind in cover and cover[behind].type == "Organization" if behind is not None else False


def told_tense(doc: Doc, start: int, end: int) -> Tense:
    """Whether the words of a title and the two before it say that it is held no more, or not yet."""
    around = {doc[i].lower_ for i in range(max(0, start - 2), end)}
    if around & FORMER:
        return "former"
    return "future" if around & FUTURE else "current"


def preposition_before(doc: Doc, end: int, cover: dict[int, NounPhrase], words: Gazetteer) -> int:
    """The "of" of "Secretary of State" and "Mayor of London" before a name; 0 where there is none."""
    for i in range(end - 1, max(0, end - 6), -1):
        if doc[i].lower_ in ("of", "for", "in", "at", "to") and i < end - 1:
            return i
        person = (i in cover and cover[i].type == "Person") or doc[i].text in words.leanings or words.is_title(doc[i].lower_)
        if person or not doc[i].text[0].isalpha() or (doc[i].text[0].islower() and doc[i].pos_ != "DET"):
            return 0
    return 0


def with_complement(doc: Doc, end: int, cover: dict[int, NounPhrase], limit: int, words: Gazetteer) -> int:
    """The end of a title with what it is a title of, where that is no name: "Chancellor of the Exchequer", "professor of law"."""
    if end >= limit or doc[end].lower_ not in ("of", "for"):
        return end
    of = end + 1 + (end + 1 < limit and doc[end + 1].lower_ == "the")
    stop = of
    while stop < limit and stop not in cover and (_is_proper(doc[stop]) or (of == end + 1 and _is_field(doc[stop], words))):
        stop += 1
    if stop < limit and stop in cover and cover[stop].type == "Person":
        return end
    return stop if stop > of else end


def _is_proper(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ == "PROPN"


def _is_field(token: Token, words: Gazetteer) -> bool:
    """A field that somebody is in charge of or learned in, and no body: "head of sales"."""
    return token.tag_ in ("NN", "NNS", "JJ") and token.lemma_ not in words.bodies and token.dep_ in ("pobj", "compound", "amod")


def ends_title(token: Token) -> bool:
    """Whether no title can reach over a word: verbs, clauses, most prepositions."""
    if token.pos_ in ("VERB", "AUX"):
        return token.dep_ not in ("amod", "compound")
    return (token.pos_ in ("SCONJ", "PRON") and token.tag_ != "PRP$") or (token.pos_ == "ADP" and token.text != "in")
