"""Which words a noun phrase holds: with the name in apposition, with what it is a part of, with both quotation marks or none."""

from __future__ import annotations

from typing import Final

from kg.doc import Token, once
from kg.extractors.situations.words import PARTITIVE

OPENING: Final = frozenset({"“", "‘", "«", '"', "``"})
CLOSING: Final = frozenset({"”", "’", "»", '"', "''"})


@once
def name_after(noun: Token) -> Token | None:
    """ "The runner Ada Obi", "its rival Arvo", "the coach, Ada Obi,": the name in apposition to a common noun, however it hangs."""
    if noun.pos_ != "NOUN":
        return None
    for child in noun.rights:
        if child.dep_ == "appos":
            return child if child.pos_ == "PROPN" else None
    following = noun.i + 1
    return next((t for t in noun.head.children if t.pos_ == "PROPN" and t.dep_ == noun.dep_ and t.left_edge.i == following), None)


def is_scale(token: Token) -> bool:
    """The "m" of "$40m", which the parser may take for a verb."""
    before = token.doc[token.i - 1] if token.i else token
    return before.like_num and not before.whitespace_ and token.is_alpha


def _is_part(head: Token) -> bool:
    return head.pos_ == "NUM" or head.ent_type_ in ("QUANTITY", "PERCENT") or head.lemma_.lower() in PARTITIVE


@once
def phrase_of(head: Token) -> tuple[int, int]:
    """Tokens of a noun phrase from its first word to its head, the name in apposition or what it is a part of; no clause before it.

    No mark stands before it, and none is left without the other.
    """
    start, end = _bare_phrase(head)
    while start < head.i and head.doc[start].is_punct and head.doc[start].text not in OPENING:
        start += 1
    marks = [t.text for t in head.doc[start:end] if t.text in OPENING or t.text in CLOSING]
    if len(marks) % 2 == 0:
        return start, end
    if end < len(head.doc) and head.doc[end].text in CLOSING:
        return start, end + 1
    return start + (start < head.i and head.doc[start].text in OPENING), end


def _bare_phrase(head: Token) -> tuple[int, int]:
    start = head.i if head.dep_ == "amod" else max(head.left_edge.i, head.i - 10)
    end = head.i + 1
    if end < len(head.doc) and head.pos_ == "NUM" and is_scale(head.doc[end]):
        end += 1
    following = head.doc[end].lower_ if end < len(head.doc) else ""
    if (following == "of" and _is_part(head)) or (following == "in" and head.pos_ == "NUM"):
        return start, next((c.i + 1 for c in head.doc[end].children if c.dep_ == "pobj"), end)
    name = name_after(head)
    if name is None or name.left_edge.i != end:
        return start, end
    while end < len(head.doc) and (end <= name.i or head.doc[end].pos_ == "PROPN"):
        end += 1
    return start, end
