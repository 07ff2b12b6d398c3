"""Uses of a name that the model overlooked, and the acronym in brackets behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name
from kg.extractors.naming.weights import SHAPED
from kg.model import EntityType
from kg.spelling import acronyms

NOT_OWNED: Final = frozenset({"VERB", "AUX", "ADP", "CCONJ", "PUNCT"})
"""What nobody has."""


def overlooked(doc: Doc, types: dict[str, EntityType], taken: set[int], words: Gazetteer) -> Iterator[Name]:
    """Uses, without a mark of the model, of names that it marked elsewhere."""
    begins: dict[str, list[tuple[str, ...]]] = {}
    bodies = sorted(text for text, kind in types.items() if kind == "Organization")
    short = {a for text in bodies for a in acronyms(text) if len(a) > 2} | {last for text in bodies if (last := _creed(text, words))}
    organization: EntityType = "Organization"
    types = dict.fromkeys(sorted(short), organization) | types
    for text in types:
        pieces = tuple(text.split(" "))
        begins.setdefault(pieces[0], []).append(pieces)
    for token in doc:
        if token.text in begins and token.text[0].isupper() and token.i not in taken:
            yield from _repeat(doc, token.i, begins[token.text], types, taken)


def _creed(name: str, words: Gazetteer) -> str | None:
    """What a "Church of Velmism" is of, which the text goes on to call so alone."""
    noun, _, rest = name.partition(" of ")
    return rest if noun.lower() in words.sorts["creed"] and " " not in rest else None


def _repeat(doc: Doc, i: int, options: list[tuple[str, ...]], types: dict[str, EntityType], taken: set[int]) -> Iterator[Name]:
    for pieces in sorted(options, key=lambda p: (-len(p), p)):
        stop = i + len(pieces)
        if (
            stop <= len(doc)
            and taken.isdisjoint(range(i, stop))
            and all(doc[i + k].text == p for k, p in enumerate(pieces))
            and _proper_use(doc[i], len(pieces), person=types[" ".join(pieces)] == "Person")
        ):
            taken |= set(range(i, stop))
            yield Name(i, stop, types[" ".join(pieces)])
            return


def _proper_use(token: Token, size: int, *, person: bool) -> bool:
    """Whether a word is the name and no common noun; the first word of a sentence, which has a capital anyway, if it never goes without."""
    if size > 1 or token.pos_ == "PROPN":
        return True
    if token.is_sent_start and not person:
        return not any(t.text == token.lower_ for t in token.doc)
    return token.pos_ in ("NOUN", "ADJ", "X")


def with_acronyms(doc: Doc, names: list[Name]) -> list[Name]:
    """The names, and the capitals in brackets behind that of a body as its name too: "Singha Airways (SIA)"."""
    short = [
        Name(n.end + 1, n.end + 2, "Organization", weight=SHAPED)
        for n in names
        if n.type == "Organization" and n.end - n.start > 1 and abbreviates(doc, n.end + 1, n.start, n.end)
    ]
    taken = {n.start for n in short}
    return [*(n for n in names if n.start not in taken), *short]


def with_possessives(doc: Doc, names: list[Name], words: Gazetteer) -> list[Name]:
    """The names, "Macer's" whole where the text has it nowhere without the "'s", and once with nothing behind that it could have."""
    owned = [n for n in names if n.end - n.start == 1 and n.type in ("Person", "Organization") and n.end + 1 < len(doc) and not n.title]
    owned = [n for n in owned if doc[n.end].tag_ == "POS" and doc[n.start].text not in words.given]
    alone = {doc[n.start].text for n in owned if doc[n.end + 1].pos_ in NOT_OWNED and doc[n.start - 1].lower_ != "of"}
    bare = {t.text for t in doc if t.text in alone and (t.i + 1 == len(doc) or doc[t.i + 1].tag_ != "POS")} if alone else set()
    shops = {id(n) for n in owned if doc[n.start].text in alone - bare}
    return [replace(n, end=n.end + 1, type="Organization", weight=SHAPED) if id(n) in shops else n for n in names]


def abbreviates(doc: Doc, short: int, start: int, end: int) -> bool:
    """Whether a token is capitals in brackets right behind a name, which has their letters in that order."""
    if short != end + 1 or short + 1 >= len(doc) or doc[end].text != "(" or doc[short + 1].text != ")":
        return False
    text, letters = doc[short].text, iter(doc.span(start, end).text.lower())
    if not text.isupper() or not 1 < len(text) < 8 or any(t.text == text for t in doc[start:end]):
        return False
    initials = Counter(t.text[0].upper() for t in doc[start:end])
    return all(c in letters for c in text.lower()) or (text[0] == doc[start].text[0] and Counter(text) <= initials)
