"""What kind of claim it is: denials by their words, to whom and by which medium it was said."""

from __future__ import annotations

from msgspec import Struct

from kg.doc import Columns
from kg.extractors.attribution.contents import UNSURE, Content
from kg.extractors.attribution.cues import CueIndex, CueMatch, is_negated
from kg.extractors.attribution.sources import Source, channel_of
from kg.model import Polarity

# Negated, these take no side; with all others somebody who is said not to hold or claim it takes the other one.
_OPEN = frozenset({"say", "respond", "doubt", "refuse"})
# Negated, these take no side either: "did not play down the risk".
_TURNED = frozenset({"deny", "reject"})
_NOBODY = frozenset({"nobody", "none", "neither", "no", "nothing"})
# Who accuses a report of being false accuses, and denies nothing.
_BLAMING = frozenset({"accuse", "criticize"})
_CALLING = frozenset({"predicate", "as", UNSURE})
_PEOPLE = frozenset({"he", "him", "she", "her", "them", "me", "us"})
_SPEAKERS = frozenset({"i", "we"})
_POINTERS = frozenset({"it", "this", "that", "these", "those", "they", "them"})


class Kind(Struct, frozen=True):
    """Speech act and polarity of a claim; a negated one denies or rejects its content."""

    act: str
    polarity: Polarity


def kind_of(
    s: Columns, match: CueMatch, source: Source | None, content: Content | None, index: CueIndex, cues: dict[int, CueMatch]
) -> Kind:
    """The act of the row, unless its words make it a rejection or a negation takes a denial back."""
    row = match.row
    negated = is_negated(s, match.token)
    if row.polarity == "negated":
        return Kind("say", "affirmed") if negated or _is_nobody(s, source) else Kind(row.act, row.polarity)
    if negated and row.act in _TURNED:
        return Kind("say", "affirmed")
    if (negated and row.act not in _OPEN) or _is_nobody(s, source) or _finds_nothing(s, match, content):
        return Kind(row.act, "negated")
    if row.tells and row.act == "say" and content is not None and content.frame == "infinitive":
        return Kind("demand", row.polarity)
    if content is not None and not negated and row.act not in _BLAMING:
        verdict = _verdict(s, content, index) or _explained(s, match, content, cues) or _performed(s, content, cues)
        if verdict is not None:
            return verdict
    return Kind(row.act, row.polarity)


def _is_nobody(s: Columns, source: Source | None) -> bool:
    """ "Nobody said", "no minister claimed", "neither the club nor the player thinks"."""
    return source is not None and any(s.words[i] in _NOBODY for i in (source.start, *s.children[source.head]))


def _finds_nothing(s: Columns, match: CueMatch, content: Content | None) -> bool:
    """ "found no evidence that": the content hangs on a noun that is not there."""
    if content is None or content.frame != "clause" or min(content.tokens, default=0) <= match.token:
        return False
    return any(s.words[i] in _NOBODY and s.deps[i] == "det" for i in range(match.last + 1, min(content.tokens)))


def _verdict(s: Columns, content: Content, index: CueIndex) -> Kind | None:
    """ "called these allegations baseless", "said the report was not true": claims about a claim."""
    verdicts = index.verdicts
    for i in sorted([i for i in content.tokens if s.lemmas[i] in verdicts or s.words[i] in verdicts]):
        row = verdicts.get(s.lemmas[i]) or verdicts[s.words[i]]
        if row.polarity == "negated" and content.frame in _CALLING and not _is_of_people(s, content):
            return Kind(row.act, row.polarity)
        verb = i if s.child(i, "auxpass") is not None else s.heads[i]
        if _is_about_claim(s, verb, index):
            if not is_negated(s, verb):
                return Kind(row.act, row.polarity)
            if row.polarity == "affirmed":
                return Kind("reject", "negated")
    return None


def _is_of_people(s: Columns, content: Content) -> bool:
    """ "called him wrong": what is called so is somebody, and no claim."""
    first = min(content.tokens)
    return s.words[first] in _PEOPLE or (s.entities[first] == "PERSON" and not any(s.words[i] in ("'s", "’s") for i in content.tokens))


def _is_about_claim(s: Columns, verb: int, index: CueIndex) -> bool:
    """Whether the subject of a verdict is a claim or points to one: "is false", "was fabricated"."""
    subject = s.child(verb, "nsubj" if s.lemmas[verb] == "be" else "nsubjpass")
    if subject is None:
        return False
    return s.words[subject] in _POINTERS or index.is_claim_noun(s.lemmas[subject])


def _explained(s: Columns, match: CueMatch, content: Content, cues: dict[int, CueMatch]) -> Kind | None:
    """ "rejected the plan, saying it was unfair": the reason of a rejection rejects too."""
    outer = cues.get(s.heads[match.token])
    if outer is None or s.deps[match.token] != "advcl" or outer.row.polarity != "negated" or is_negated(s, outer.token):
        return None
    head = next((i for i in sorted(content.tokens) if s.heads[i] not in content.tokens and s.lemmas[i] == "be"), None)
    subject = s.child(head, "nsubj") if head is not None else None
    return Kind(outer.row.act, "negated") if subject is not None and s.words[subject] in _POINTERS else None


def _performed(s: Columns, content: Content, cues: dict[int, CueMatch]) -> Kind | None:
    """ "“We deny these allegations,” said the firm": who says that he denies denies."""
    for token in sorted(content.tokens & cues.keys()):
        row, subject = cues[token].row, s.child(token, "nsubj")
        main = s.heads[token] == token or s.heads[token] not in content.tokens
        if main and row.polarity == "negated" and row.pos == "verb" and subject is not None and not is_negated(s, token):
            return Kind(row.act, "negated") if s.words[subject] in _SPEAKERS else None
    return None


def addressee_of(s: Columns, match: CueMatch, content: Content | None) -> int | None:
    """The head of who is told: the object of "told", else what follows "to"."""
    inside = content.tokens if content is not None else frozenset[int]()
    told = (s.child(match.token, "dobj") or s.child(match.token, "dative")) if match.row.tells else None
    if told is None:
        to = next((c for c in s.children[match.token] if s.words[c] == "to" and s.deps[c] in ("prep", "dative") and c != match.last), None)
        told = s.child(to, "pobj") if to is not None else None
    return told if told is not None and told not in inside else None


def medium_of(
    s: Columns, match: CueMatch, source: Source | None, content: Content | None, index: CueIndex
) -> tuple[int, int] | None:
    """Token range of where it was said: "in a statement", "on Telegram", or the document that speaks for its author."""
    inside = content.tokens if content is not None else frozenset[int]()
    for c in s.children[match.token]:
        channel = channel_of(s, c, index)
        if channel is not None and channel not in inside:
            tokens = [i for i in s.subtree(channel) if i not in inside]
            return min(tokens), max(tokens) + 1
    if source is not None and source.document:
        return source.start, source.end
    return None
