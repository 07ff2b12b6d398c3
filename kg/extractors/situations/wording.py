"""Words for people: the label of a situation and the sentence that tells of it."""

from __future__ import annotations

import re
from typing import Final

from kg.doc import Token
from kg.extractors.situations.moods import NEGATIVES
from kg.extractors.situations.phrases import phrase_of
from kg.extractors.situations.reality import Factuality
from kg.extractors.situations.roles import Argument
from kg.extractors.situations.triggers import Trigger
from kg.model import Span
from kg.parsing import ParsedArticle

LONGEST: Final = 14
"""Words of a label; a longer one is cut."""
NEAR: Final = 6
"""Tokens between two parts of a label that are shown, not left out."""
AUXILIARIES: Final = frozenset({"aux", "auxpass", "neg"})
CORE: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp", "prt"})
AFTER_NOUNS: Final = frozenset({"of", "on", "against", "with", "between", "to", "in"})
MARKS: Final = {"“": "”", "‘": "’", "«": "»", '"': '"'}
_MARK: Final = re.compile(f"[{''.join({*MARKS, *MARKS.values()})}]")
Stretch = tuple[int, int]


def evidence_of(parsed: ParsedArticle, trigger: Trigger) -> Span:
    """The sentence that tells of it."""
    sentence = trigger.token.sent
    return parsed.span(sentence.start, sentence.end)


def label_of(parsed: ParsedArticle, trigger: Trigger, arguments: list[Argument], fact: Factuality) -> str:
    """ "Libyan missile strike on Faya", "Norway … will order ferries": a slice of the text, never words put together anew.

    It holds the negation and the auxiliaries, and what makes an event noun unreal ("called off the match").
    """
    stretches = [_noun_stretch(trigger.token, fact)] if trigger.verb is None else _clause(trigger, trigger.verb, arguments)
    text = " … ".join(" ".join(_slice(parsed, *s).split()) for s in stretches)
    words = text.split()
    return text if len(words) <= LONGEST else " ".join(words[: LONGEST - 1]).rstrip(",;") + " …"


def _slice(parsed: ParsedArticle, start: int, end: int) -> str:
    """The words with both marks of a quotation that begins or ends in them, or with none."""
    text, span = parsed.article.text, parsed.span(start, end)
    words = span.of(text)
    if _MARK.search(words) is None:
        return words
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 2]
    if before in MARKS and MARKS[before] in words:
        return before + words
    for opening, closing in MARKS.items():
        if words.count(opening) > words.count(closing):
            return words + after[: after.index(closing) + 1] if closing in after else words.replace(opening, "")
    return words


def _noun_stretch(noun: Token, fact: Factuality) -> Stretch:
    """The noun with what it is of; where it is no fact, with the verb that says so."""
    start, end = phrase_of(noun)
    while start < noun.i and (noun.doc[start].is_punct or (noun.doc[start].dep_ == "det" and noun.doc[start].lower_ not in NEGATIVES)):
        start += 1
    for preposition in noun.children:
        if preposition.i > noun.i and preposition.dep_ == "prep" and preposition.lower_ in AFTER_NOUNS:
            item = next((c for c in preposition.children if c.dep_ == "pobj"), None)
            if item is not None and item.i - end < NEAR:
                end = item.i + 1
            break
    if fact == Factuality():
        return start, end
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if above.pos_ in ("VERB", "NOUN", "ADJ") and start - NEAR <= above.i < start:
        return min(above.i, *(c.i for c in above.lefts if c.dep_ in AUXILIARIES), above.i), end
    if above.pos_ == "VERB" and end <= above.i < end + NEAR:
        particle = next((c.i for c in above.children if c.dep_ == "prt"), above.i)
        return start, max(above.i, particle) + 1
    return start, end


def _clause(trigger: Trigger, verb: Token, arguments: list[Argument]) -> list[Stretch]:
    """From the subject to what it is done to; what stands far apart is joined by an ellipsis."""
    auxiliaries = [c.i for c in verb.children if c.dep_ in AUXILIARIES and abs(c.i - verb.i) < NEAR]
    start, end = min(trigger.start, verb.i, *auxiliaries, verb.i), max(trigger.end, verb.i + 1)
    if trigger.verb != trigger.token:
        noun = _noun_stretch(trigger.token, Factuality())
        start, end = min(start, noun[0]), max(end, noun[1])
    own = [c for c in verb.children if c.dep_ in CORE]
    after = next((phrase for phrase in map(phrase_of, [a.head for a in arguments] + own) if phrase[0] >= end), None)
    if after is not None and after[1] - end <= NEAR + 2:
        end = after[1]
    end = _with_whole(verb, end)
    if verb.dep_ == "pcomp":  # "accused the firm of hiding a loss": the firm is no subject here
        return [(start, end)]
    before = next((a for a in reversed(arguments) if a.head.i < start), None)
    if before is None:
        subject = next((o for o in map(phrase_of, own) if o[1] <= start and start - o[1] <= NEAR), (start, end))
        return [(subject[0], end)]
    first = before.tokens[0], max(before.tokens[1], min(before.head.i + 1, start))
    if start - first[1] <= NEAR or (end - first[0] <= LONGEST and not _is_second(verb)):
        return [(first[0], end)]
    return [first, (start, end)] if before.head.head == verb or _is_second(verb) else [(start, end)]


def _with_whole(verb: Token, end: int) -> int:
    """The end of "one of the bridges" where the words end with "one"."""
    if end >= len(verb.doc) or verb.doc[end].lower_ != "of" or verb.doc[end].head.i != end - 1:
        return end
    return next((phrase_of(c)[1] for c in verb.doc[end].children if c.dep_ == "pobj"), end)


def _is_second(verb: Token) -> bool:
    """A second verb of one subject that says its own tense: "the firm sold its yard and will move"."""
    return verb.dep_ == "conj" and (verb.tag_ in ("VBD", "VBZ") or any(c.dep_ == "aux" for c in verb.lefts))
