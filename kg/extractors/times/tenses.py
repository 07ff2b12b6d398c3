"""Whether a time expression lies behind or ahead, read from the verb that it hangs on."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.modals import MODALS
from kg.extractors.times.calendars import Direction

PLANNED: Final = frozenset({"set", "schedule", "plan", "due", "slate", "expect", "bind", "book", "pencil", "earmark"})
POSTPONED: Final = frozenset({"postpone", "delay", "adjourn", "reschedule", "suspend", "defer", "move", "push", "shift"})
PROPOSING: Final = frozenset({
    "call", "urge", "demand", "announce", "propose", "promise", "vow", "pledge", "threaten", "order", "want", "request", "approve", "agree",
    "declare", "impose", "ban", "suspend", "halt", "advise", "recommend", "seek", "plan", "schedule",
})
"""Verbs whose object, where it is "from" or "for" a day, lies ahead ("called for a strike from Monday")."""
COMING: Final = frozenset({"ahead", "upcoming", "forthcoming", "planned", "scheduled"})
DONE_INFINITIVES: Final = frozenset(
    {"manage", "fail", "have", "use", "go", "force", "begin", "start", "continue", "decline", "refuse", "help"}
)
OTHER_DAYS: Final = frozenset({"when", "whenever", "until", "till", "before", "after", "once", "if", "unless", "by"})
"""Marks of clauses in the present tense that do not speak of now."""
SCHEDULED: Final = frozenset({
    "end", "expire", "begin", "start", "open", "close", "finish", "conclude", "arrive", "leave", "depart", "return", "resume", "launch",
    "take", "meet", "play", "face", "kick", "vote", "mature", "retire", "sail", "fly", "air", "premiere", "release", "travel", "visit",
    "host", "enter", "join", "compete", "run", "turn", "become", "die", "win", "lose",
})
"""Verbs whose simple present may speak of what lies ahead or behind ("the contract ends", "the fair opens", "he enters")."""
LASTING_PASSIVES: Final = frozenset({
    "expect", "believe", "consider", "know", "regard", "see", "think", "rumor", "rumour", "require", "need", "base", "locate", "aim",
    "make", "use", "own", "design", "intend",
})
MAX_CLIMB: Final = 12


def holds_now(verb: Token) -> bool:
    """Whether a finite verb says what holds on the day of writing: "runs", "does not run", "is running", "has been running".

    Of simple passives only those of views and states: "is found dead" tells the past as if it were present.
    """
    tag = verb.tag_
    auxiliaries = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    words = [a.lower_ for a in auxiliaries]
    if verb.dep_ == "advcl" and any(c.lower_ in OTHER_DAYS for c in verb.lefts):
        return False
    if tag in ("VBZ", "VBP"):
        return not auxiliaries and verb.lemma_ not in SCHEDULED
    finite = next((a for a in auxiliaries if a.tag_ in ("VBZ", "VBP", "VBD", "MD")), None)
    if finite is None or finite.tag_ not in ("VBZ", "VBP"):
        return False
    if tag == "VBN" and finite.lemma_ == "be" and verb.lemma_ in LASTING_PASSIVES:
        return "been" not in words
    return (tag == "VB" and finite.lemma_ == "do") or (tag == "VBG" and (finite.lemma_ != "have" or "been" in words)) or "being" in words


def direction_of(token: Token, headline: bool = False) -> Direction:
    """`past` or `future`, seen from the day on which the article was written; `unknown` where the grammar is silent."""
    if token.i > 1 and token.nbor(-1).lower_ in ("of", "from") and token.nbor(-2).lower_ == "as":
        return "past"
    if _is_behind_past(token):
        return "past"
    if _is_proposed(token):
        return "future"
    node = token
    for _ in range(MAX_CLIMB):
        if node.lower_ in COMING and node.i < token.i and not any(c.lower_ == "had" for c in node.lefts):
            return "future"
        if node.dep_ == "prep" and node.lower_ in ("to", "until", "till") and node.head.lemma_ in POSTPONED:
            return "future"
        if node.pos_ in ("VERB", "AUX") or node.tag_.startswith("VB"):
            found = _of_verb(node, headline)
            if found is not None:
                return found
        if node.pos_ == "ADJ" and node.lemma_ == "due":
            return "future"
        if node.pos_ in ("NOUN", "PROPN") and any(c.lower_ in COMING and c.dep_ == "amod" for c in node.lefts):
            return "future"
        if node.head is node:
            break
        node = node.head
    return "past" if headline or _is_caption(token) else "unknown"


def _is_behind_past(token: Token) -> bool:
    """ "Said on Tuesday it would pay": the day right behind a verb is its own, whatever clause the parse gave it to."""
    if token.i < 2 or token.head.lower_ != "on" or token.head.i != token.i - 1:
        return False
    return token.nbor(-2).tag_ == "VBD"


def _is_proposed(token: Token) -> bool:
    """ "Called for a strike from Monday", "urged a boycott starting Friday"."""
    opening = token.head
    if not (opening.lower_ in ("from", "for") and opening.dep_ == "prep") and opening.lower_ not in ("starting", "beginning"):
        return False
    noun = opening.head
    is_noun = noun.pos_ in ("NOUN", "PROPN")
    if not is_noun and opening.lower_ == "for":
        return False
    verb = noun.head if is_noun else noun
    verb = verb.head if verb.dep_ == "prep" else verb
    return verb.lemma_ in PROPOSING and not any(c.lower_ == "had" for c in verb.lefts)


def _is_caption(token: Token) -> bool:
    """ "Visitors queuing on Friday": what a picture shows is over."""
    tags = {t.tag_ for t in token.sent}
    return bool(tags & {"VBG", "VBN"}) and not tags & {"VBD", "VBZ", "VBP", "VB", "MD"}


def _of_verb(verb: Token, headline: bool) -> Direction | None:
    """What the form of one verb says; None: ask the verb above."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {a.lower_ for a in auxiliaries}
    if words & MODALS.keys():
        return "past" if "have" in words else "future"
    if verb.lemma_ in PLANNED and verb.tag_ == "VBN":
        return "past" if "had" in words else "future"
    if "to" in words:
        return "past" if "have" in words else _of_infinitive(verb)
    if verb.tag_ == "VB" and verb.head.lemma_ == "let":
        return "future"
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries) or words & {"has", "have", "'ve"}:
        return "past"
    if verb.tag_ == "VBN":
        return "past" if not auxiliaries else "future" if words & {"is", "are"} and not headline else "past"
    if verb.tag_ == "VBG" and not auxiliaries:
        return None
    if verb.tag_ in ("VBZ", "VBP") or words & {"is", "are", "'s", "'re", "am", "'m"}:
        return "past" if headline else "future"
    return None


def _of_infinitive(verb: Token) -> Direction | None:
    head = verb.head
    if verb.dep_ == "advcl" or head.lemma_ in DONE_INFINITIVES or head.pos_ == "ADJ":
        return None
    return "future"
