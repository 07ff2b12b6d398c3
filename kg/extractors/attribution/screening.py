"""Which cues really report that somebody said or thought something: no-comments, the author's own voice and the like do not."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.contents import UNSURE, Content, find_content, is_held
from kg.extractors.attribution.cues import CueIndex, CueMatch, is_negated
from kg.extractors.attribution.sources import Source, is_passive
from kg.extractors.silence import GIVING, SPEAKING, WORDS

_AUTHOR = frozenset({"you", "one", "let"})
_EMPTY = frozenset({
    "it", "this", "that", "so", "them", "him", "her", "what", "which", "who", "me", "us", "you", "anything", "nothing", "something",
    "one", "as", "is", "was",
})
_DEPENDENT = frozenset({"ccomp", "xcomp", "acl", "pcomp"})
_PEOPLE = frozenset({"he", "she", "they", "who"})
_SOMEBODY = _PEOPLE | {"i", "we"}
_MUTE = frozenset({"say", "respond", "discuss", "explain", "report", "announce"})
_STILL_TO_DO = frozenset({
    "agree", "support", "oppose", "reject", "confirm", "demand", "predict", "promise", "threaten", "announce", "refuse", "accuse",
})
_OPEN_MODALS = frozenset({"must", "should", "could", "may", "might", "can", "ought"})
_DONE_TO_PEOPLE = frozenset({"accuse", "criticize", "praise", "thank"})
_NOBODY = frozenset({"nobody", "no", "none"})
_POINTERS = frozenset({"it", "this", "that", "these", "those"})
# Somebody takes a stand with these even where the object only points back: "denied it".
_STANDS = frozenset({"deny", "reject", "confirm"})
_PLAY = frozenset({"goal", "goals", "penalty", "penalties", "corner", "kick", "try", "tries", "wicket", "points", "run", "runs"})
_NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_DOERS = ("er", "or", "ist", "ian", "ant")
_HIDDEN = frozenset({"anonymous", "anonymity", "identified", "named", "quoted"})
# "went on to say" tells that it was said; "hoped to say" does not.
_GOING_ON = frozenset({
    "go", "continue", "begin", "start", "proceed", "appear", "seem", "use", "hasten", "rush", "come", "take", "quick", "likely", "prompt",
    "lead", "force", "cause",
})


def is_report(
    s: Columns,
    match: CueMatch,
    content: Content | None,
    source: Source | None,
    quoted: bool,
    cues: Mapping[int, CueMatch],
    index: CueIndex,
) -> bool:
    """Whether a cue with this content and source tells of a claim; `quoted`: its content holds a quotation."""
    if quoted and match.row.pos == "mark":
        return source is not None and (_may_speak(s, source) or _speaks_before(s, source, cues))
    if quoted:
        return True
    return not (
        content is None
        or content.frame == UNSURE
        or _is_mute(s, match, content)
        or _is_authors(s, source, match.row.act)
        or _is_empty(s, match, content)
        or _is_no_saying(s, match, content)
        or _is_intended(s, match)
        or _is_to_come(s, match)
        or _is_done_by_nobody(s, match, source)
        or _is_of_a_thing(s, match, source, index)
        or _is_wished_back(s, match)
        or _is_light(s, match, content, cues, index)
        or (match.row.by == "texts" and _is_person(s, source) and not _has_that(s, content))
        or (source is None and not _needs_no_source(s, match, content))
    )


def _needs_no_source(s: Columns, match: CueMatch, content: Content) -> bool:
    """ "According to a leaflet", "it was alleged that", "is reported to have left", "the crew was told that", "after reports that"."""
    if match.row.pos == "phrase":
        return True
    if match.row.pos == "noun":
        return match.row.passive and content.frame == "clause" and not is_negated(s, match.token)
    told = match.row.tells and content.frame == "clause" and is_passive(s, match.token)
    return (match.row.passive or told or is_held(s, match, content.frame)) and not is_negated(s, match.token)


def _may_speak(s: Columns, source: Source) -> bool:
    """Whether who is named before a colon is a name or a person, or the text that is cited ("From the report: ...")."""
    if source.start > 0 and s.words[source.start - 1] == "from":
        return True
    return bool(s.entities[source.head]) or s.words[source.head] in _PEOPLE or s.pos[source.head] == "PROPN"


def _speaks_before(s: Columns, source: Source, cues: Mapping[int, CueMatch]) -> bool:
    """Whether the subject of a sentence before a colon says something in it: "The clinic dismissed the claim: “...”"."""
    verb = cues.get(s.heads[source.head])
    return verb is not None and verb.row.pos == "verb" and s.deps[source.head] == "nsubj"


def _is_mute(s: Columns, match: CueMatch, content: Content) -> bool:
    """ "did not say whether", "said nothing", "would not comment on", "neither confirmed nor denied", "declined to answer"."""
    subject, said = s.child(match.token, "nsubj"), s.child(match.token, "dobj")
    if match.row.act in _MUTE and said is not None and s.words[said] == "nothing":
        return True
    two = (match.token, subject) if subject is not None and content.frame != "clause" else (match.token,)
    if (match.token > 0 and s.words[match.token - 1] == "nor") or any(s.words[i] == "neither" for head in two for i in s.children[head]):
        return True
    if match.row.act == "refuse":
        return any(s.deps[c] == "xcomp" and _is_speaking(s, c) for c in s.children[match.token])
    return match.row.act in _MUTE and is_negated(s, match.token)


def _is_speaking(s: Columns, verb: int) -> bool:
    """ "Declined to comment", "declined to give details"."""
    given = s.child(verb, "dobj") if s.lemmas[verb] in GIVING else None
    return s.lemmas[verb] in SPEAKING or (given is not None and s.lemmas[given] in WORDS)


def _is_no_saying(s: Columns, match: CueMatch, content: Content) -> bool:
    """Goals given away, and words that give or hide a name: "a sect calling itself Dawn", "asked not to be identified"."""
    words = [s.words[i] for i in sorted(content.tokens)]
    if words == ["comment"] or (len(words) < 6 and not _HIDDEN.isdisjoint(words)):
        return match.row.act in ("ask", "demand", "want")
    if match.row.act == "acknowledge" and content.frame == "object":
        return any(s.words[i] in _PLAY for i in content.tokens)
    if match.row.lemma == "put":
        return not any(s.entities[i] in _NUMBERS for i in content.tokens if i > match.token)
    if match.row.act == "deny" and content.frame == "object":
        return s.child(match.token, "dative") is not None
    if match.row.act == "describe" and content.frame == "predicate" and _only_names(s, match.token):
        return True
    if match.row.lemma == "call" and _rings(words, content.frame):
        return True
    if match.row.act != "describe" or s.deps[match.token] not in ("acl", "amod"):
        return False
    by = any(s.deps[c] == "agent" for c in s.children[match.token])
    return (s.tags[match.token] == "VBN" and not by) or any(s.words[i].endswith(("self", "selves")) for i in content.tokens)


def _rings(words: list[str], frame: str) -> bool:
    """ "called a donor", "called a strike": one bare noun is who is rung up or what is summoned, and nothing is said of it."""
    if frame not in ("predicate", "object") or words[0] not in ("a", "an", "the"):
        return False
    return len(words) == 2 or (frame == "object" and words[2] == "to")


def _only_names(s: Columns, verb: int) -> bool:
    """Whether a verb of naming has a name and nobody who is named: "the elite unit called the Blue Guard"."""
    return s.deps[verb] in ("csubj", "csubjpass", "acl", "amod") and s.child(verb, "dobj", "dative", "agent") is None


def _is_light(s: Columns, match: CueMatch, content: Content, cues: Mapping[int, CueMatch], index: CueIndex) -> bool:
    """ "They share the belief that ...", "raised doubts about ...": it is the noun that brings in the claim."""
    noun = s.child(match.token, "dobj") if s.lemmas[match.token] in index.making and content.frame == "object" else None
    return noun is not None and noun in cues and cues[noun].row.pos == "noun" and find_content(s, cues[noun]) is not None


def _is_authors(s: Columns, source: Source | None, act: str) -> bool:
    """ "I", "we" and "you" outside quotation marks are the author's; "that" and empty "it" are nobody."""
    if source is None or source.end - source.start > 1:
        return False
    word = s.words[source.start]
    return word in _AUTHOR or word in ("that", "there", "this") or (word == "it" and act == "believe")


def with_frames_of_people(s: Columns, match: CueMatch, source: Source | None) -> CueMatch:
    """The cue with the frames that its row trusts only of people, where a person is the source and the clause stands alone."""
    row = match.row
    if not row.people or s.deps[match.token] in _DEPENDENT or source is None:
        return match
    if s.entities[source.head] != "PERSON" and s.words[source.head] not in _SOMEBODY:
        return match
    return replace(match, row=replace(row, frames=row.frames + row.people))


def _has_that(s: Columns, content: Content) -> bool:
    return content.frame == "clause" and s.words[min(content.tokens)] == "that"


def _is_person(s: Columns, source: Source | None) -> bool:
    """Whether the source is one person by name or pronoun."""
    return source is not None and (s.entities[source.head] == "PERSON" or s.words[source.head] in ("he", "she", "who"))


def _is_empty(s: Columns, match: CueMatch, content: Content) -> bool:
    """Contents of one pronoun: "said so", "criticized him"; not "denied it", which takes a stand on what was said before."""
    if match.row.act in _STANDS and match.row.pos == "verb" and any(s.words[i] in _POINTERS for i in content.tokens):
        return False
    return all(s.words[i] in _EMPTY or s.pos[i] == "PUNCT" for i in content.tokens)


def _is_to_come(s: Columns, match: CueMatch) -> bool:
    """"must be approved by", "could be rejected by", "could order the firm to": what somebody has still to do."""
    if match.row.act not in _STILL_TO_DO or is_negated(s, match.token):
        return False
    return any(s.tags[c] == "MD" and s.words[c] in _OPEN_MODALS for c in s.children[match.token])


def _is_done_by_nobody(s: Columns, match: CueMatch, source: Source | None) -> bool:
    """"Nobody has accused her": what is done to somebody, and by no one, was not said."""
    if source is None or match.row.act not in _DONE_TO_PEOPLE:
        return False
    return s.words[source.start] in _NOBODY and s.words[source.head] in _NOBODY | {"one"}


def _is_of_a_thing(s: Columns, match: CueMatch, source: Source | None, index: CueIndex) -> bool:
    """ "Their smiles said", "the case echoes another", "the rules encourage firms to hire": nobody says or wants anything."""
    if source is None or s.pos[source.head] != "NOUN" or index.may_speak(s, source.head):
        return False
    lemma = s.lemmas[source.head]
    return lemma in index.mute or (match.row.by == "people" and lemma not in index.persons and not lemma.endswith(_DOERS))


def _is_wished_back(s: Columns, match: CueMatch) -> bool:
    """ "Had the board wanted to wait, it would have": the verb before its subject tells of what was not."""
    subject = s.child(match.token, "nsubj", "nsubjpass")
    had = s.child(match.token, "aux")
    return had is not None and subject is not None and s.words[had] in ("had", "should", "were") and had < subject < match.token


def _is_intended(s: Columns, match: CueMatch) -> bool:
    """ "in order to say", "refused to say": an infinitive that does not tell that anything was said."""
    token = match.token
    if match.row.pos != "verb" or not any(s.words[c] == "to" and s.deps[c] == "aux" for c in s.children[token]):
        return False
    return s.deps[token] not in ("xcomp", "advcl") or s.lemmas[s.heads[token]] not in _GOING_ON
