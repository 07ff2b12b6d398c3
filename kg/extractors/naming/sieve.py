"""Marks that are no names: what runs on over a verb or a second name, and common words with the capital of a sentence's beginning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.doc import Doc, Token
from kg.extractors.naming.candidates import Name, words_of
from kg.extractors.naming.weights import MARKED
from kg.spelling import GENERATIONS

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONG: Final = 5
"""From how many words on a mark with a finite verb is a headline and no name."""


def sifted(doc: Doc, names: list[Name]) -> list[Name]:
    """The names without those that are none; the true names inside one that runs on are found again by their other uses."""
    people = frozenset(words_of(doc, n) for n in names if n.type == "Person" and 1 < n.end - n.start < 4)
    common = _common(doc, names)
    return [n for n in names if not _runs_on(doc, n, people) and (n.end - n.start > 1 or doc[n.start].text not in common)]


def _runs_on(doc: Doc, name: Name, people: Iterable[str]) -> bool:
    """ "Ann Ray Beats Omar Diallo", "Marsh Tower Rent Doubled As He Watched"."""
    size = name.end - name.start
    whole = doc[name.end - 1].lower_.rstrip(".") in GENERATIONS or any(t.text == "-" for t in doc[name.start : name.end])
    if size < LONG - 1 or name.type == "Topic" or whole:
        return False
    if size >= LONG and any(t.tag_ in FINITE for t in doc[name.start : name.end]):
        return True
    text = words_of(doc, name)
    return name.type == "Person" and any(text.startswith(f"{p} ") or text.endswith(f" {p}") for p in people if p != text)


def _opens(token: Token) -> bool:
    """Whether a word stands first in its sentence and is not one who does something."""
    return token.is_sent_start and not (token.dep_ == "nsubj" and token.head.pos_ == "VERB" and token.head.tag_ != "VBG")


def _common(doc: Doc, names: list[Name]) -> frozenset[str]:
    """Single words that the text has without a capital too, and that are marked only where they open a sentence and do nothing in it."""
    single = [n for n in names if n.end - n.start == 1]
    inside = {doc[n.start].text for n in single if n.weight != MARKED or n.title or n.adjective or not _opens(doc[n.start])}
    opening = {doc[n.start].text: doc[n.start].lower_ for n in single if doc[n.start].text not in inside}
    if not opening:
        return frozenset()
    plain = {t.text for t in doc if t.text.islower()}
    return frozenset(text for text, lower in opening.items() if lower in plain)
