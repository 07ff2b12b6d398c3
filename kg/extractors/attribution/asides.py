"""What others hold of a claim, said in the same breath: "profits had doubled, a claim that analysts doubt"."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.contents import Content
from kg.extractors.attribution.cues import CueIndex, CueMatch
from kg.extractors.attribution.mending import reattach
from kg.extractors.attribution.sources import is_passive
from kg.extractors.attribution.syntax import DASHES

_PARTING = DASHES | {","}
_OPENING = frozenset({"a", "an", "something", "one"})
_MODIFYING = frozenset({"relcl", "acl", "advcl", "ccomp"})
_COMMENTING = frozenset({
    "deny", "reject", "doubt", "confirm", "describe", "criticize", "believe", "agree", "acknowledge", "oppose", "support",
})
_OF_CLAIMS = frozenset({"deny", "doubt", "confirm"})
_STANDS = _OF_CLAIMS | {"reject"}
_RELATIVES = frozenset({"which", "that"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that"})


def part_asides(s: Columns, cues: Mapping[int, CueMatch], index: CueIndex) -> dict[int, frozenset[int]]:
    """Hang comments of others out of the clauses that they comment on, in place: cue of the comment -> what it is about."""
    about: dict[int, frozenset[int]] = {}
    for verb, match in cues.items():
        if match.row.act not in _COMMENTING or s.deps[verb] not in _MODIFYING or not _is_of_another(s, match):
            continue
        top = _top(s, match, index)
        said = _said_before(s, top, cues) if top is not None else None
        if top is not None and said is not None:
            about[verb] = frozenset(s.subtree(said, frozenset({top})))
            reattach(s, top, s.heads[said])
            s.deps[top] = "parataxis"
    return about


def taken_up(
    s: Columns, match: CueMatch, content: Content | None, about: frozenset[int] | None, index: CueIndex
) -> Content | None:
    """The content of a comment: what it is about, and what it says of that where it says more than yes or no; else as by grammar."""
    if about is None:
        return _antecedent(s, match, content, index)
    own = frozenset(i for i in content.tokens if s.words[i] not in _RELATIVES) if content is not None else frozenset[int]()
    return replace(content, tokens=own | about) if content is not None else Content(about, "clause", match.last)


def _antecedent(s: Columns, match: CueMatch, content: Content | None, index: CueIndex) -> Content | None:
    """The content of a relative clause that takes a stand on a claim: "allegations that he lied, which he has denied"."""
    verb = match.token
    clause = s.heads[verb] if s.deps[verb] == "conj" else verb
    bare = content is None or all(s.words[i] in _RELATIVES for i in content.tokens)
    if not bare or s.deps[clause] != "relcl" or match.row.act not in _STANDS:
        return content
    noun = next((i for i in s.ancestors(clause) if s.pos[i] == "NOUN" and index.is_claim_noun(s.lemmas[i])), None)
    subject = s.child(verb, "nsubj") or s.child(clause, "nsubj")
    if noun is None or subject is None or s.words[subject] in _RELATIVES:
        return content
    return Content(frozenset(s.subtree(noun, frozenset({clause}))), "object", match.last)


def _is_of_another(s: Columns, match: CueMatch) -> bool:
    """Whether it is somebody else's: "the pilots rejected", "rejected by the pilots"; nobody denies himself ("a charge he denies")."""
    if is_passive(s, match.token):
        return s.child(match.token, "agent") is not None
    subject = s.child(match.token, "nsubj")
    others = _RELATIVES | {"who"} if match.row.act == "deny" else _PRONOUNS
    return subject is not None and s.words[subject] not in others


def _top(s: Columns, match: CueMatch, index: CueIndex) -> int | None:
    """The noun or verb that a comment hangs from: "a claim" behind a comma, or the verb of ", which analysts doubt"."""
    verb, noun = match.token, s.heads[match.token]
    first = min(s.subtree(verb))
    if s.words[first] == "which":
        of_claim = s.deps[verb] != "relcl" or match.row.act in _OF_CLAIMS
        return verb if _is_parted(s, first) and of_claim else None
    takes_up = s.lemmas[noun] == "something" or s.lemmas[noun] in index.remarks or index.is_claim_noun(s.lemmas[noun])
    if s.deps[verb] not in ("relcl", "acl") or not takes_up:
        return None
    first = min(s.subtree(noun))
    return noun if s.words[first] in _OPENING and _is_parted(s, first) else None


def _is_parted(s: Columns, token: int) -> bool:
    """Whether a comma or dash stands before a token; nothing does before the first of the article."""
    return token > 0 and s.words[token - 1] in _PARTING


def _said_before(s: Columns, top: int, cues: Mapping[int, CueMatch]) -> int | None:
    """The clause that a cue brings in and that a comment ends, or stands beside: the nearest one above it."""
    if s.heads[top] in cues:
        return next((c for c in s.children[s.heads[top]] if s.deps[c] == "ccomp" and s.heads[top] < c < top), None)
    for i in s.ancestors(top):
        if s.deps[i] == "ccomp" and s.heads[i] in cues and s.heads[i] < i < top:
            return i if max(s.subtree(top)) == max(s.subtree(i)) else None
    return None
