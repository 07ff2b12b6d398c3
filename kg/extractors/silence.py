"""Who says nothing: "declined to comment", "could not be reached", "asked not to be named" tell of no event and of no claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from kg.doc import Token

SPEAKING: Final = frozenset({
    "say", "comment", "answer", "respond", "discuss", "speak", "talk", "elaborate", "explain", "disclose", "reveal", "tell",
})
"""Verbs that with a refusal before them tell only that nothing was said."""
UNSAID: Final = frozenset({"comment", "respond", "reply", "elaborate", "answer"})
"""Verbs that do so with a mere "not"."""
NAMING: Final = frozenset({"name", "identify", "quote"})
GIVING: Final = frozenset({"give", "provide", "offer", "grant"})
WORDS: Final = frozenset({"detail", "comment", "interview", "information", "explanation", "statement"})
REFUSING: Final = frozenset({"decline", "refuse"})
LETTING: Final = frozenset({"authorize", "authorise", "allow", "permit"})
TOO_SOON: Final = frozenset({"early", "soon"})
ASKING: Final = frozenset({"ask", "request", "want", "wish", "prefer"})
REACHING: Final = frozenset({"reach", "contact"})
PRESS: Final = frozenset({
    "reporter", "journalist", "press", "media", "medium", "request", "question", "inquiry", "enquiry", "call", "message", "email", "e-mail",
})
"""Whom or what is left without an answer; one who will not talk to anybody else does tell something by it."""


def silences(tokens: Iterable[Token]) -> frozenset[int]:
    """The verbs among the tokens that only tell that somebody says nothing."""
    return frozenset(i for token in tokens if token.pos_ == "VERB" for i in _silence(token))


def _silence(verb: Token) -> Iterator[int]:
    lemma, above = verb.lemma_, verb.head
    if lemma in REACHING:
        if _is_negated(verb) and any(c.dep_ == "auxpass" for c in verb.lefts):
            yield verb.i
    elif lemma in NAMING:
        if _is_negated(verb) and above.lemma_ in ASKING and any(c.lower_ == "to" for c in verb.lefts):
            yield from (verb.i, above.i)
    elif (lemma in SPEAKING and not _has_partner(verb)) or _gives_words(verb):
        too_soon = above.lemma_ in TOO_SOON and any(c.lower_ == "too" for c in above.lefts)
        if too_soon or (lemma in UNSAID and _is_negated(verb)):
            yield verb.i
        elif verb.dep_ == "xcomp" and (above.lemma_ in REFUSING or (above.lemma_ in LETTING and _is_negated(above))):
            yield from (verb.i, above.i)


def _is_negated(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.lefts):
        return True
    return any(c.dep_ in ("nsubj", "nsubjpass") and any(w.lower_ in ("neither", "no") for w in c.lefts) for c in verb.lefts)


def _gives_words(verb: Token) -> bool:
    return verb.lemma_ in GIVING and any(c.dep_ == "dobj" and c.lemma_ in WORDS for c in verb.rights)


def _has_partner(verb: Token) -> bool:
    """ "Refused to talk to the rebels", "did not respond to the drug"."""
    items = [item for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("to", "with") for item in c.rights if item.dep_ == "pobj"]
    items += [c for c in verb.rights if c.dep_ == "dobj"] if verb.lemma_ == "tell" else []
    return any(item.lemma_ not in PRESS or _asks_for_more(item) for item in items)


def _asks_for_more(request: Token) -> bool:
    """ "A request for help", not "for comment"."""
    wishes = [item for c in request.rights if c.dep_ == "prep" and c.lower_ == "for" for item in c.rights if item.dep_ == "pobj"]
    return any(item.lemma_ not in WORDS for item in wishes)
