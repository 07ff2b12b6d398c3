"""Mistakes that parsers make around cues, put right before anything is read off the tree."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.doc import Columns
from kg.extractors.attribution.cues import CueIndex, CueMatch
from kg.extractors.attribution.sources import channel_of
from kg.extractors.attribution.syntax import CLOSING, FINITE, TENSED

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "MD": "present"}
_BEHIND_QUOTATION = frozenset({"in", "on", "via", "during", "before"})
_COMMAS = frozenset({",", '"', "''"})
_PREFIXES = frozenset({"re", "co", "pre"})
_POINTING = frozenset({"referring", "alluding"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_TURNS = frozenset({"but", "though", "although", "while", "whereas"})
_TIMES = frozenset({"after", "before", "when", "while", "as", "since"})


def mend(s: Columns, matches: Mapping[int, CueMatch], index: CueIndex) -> None:
    """Reattach, in place, cues that were hung into the content of the cue that they stand beside."""
    _join_prefixes(s)
    speech = {token for token, m in matches.items() if m.row.pos == "verb" and {"clause", "predicate"} & set(m.row.frames)}
    for token in sorted(speech):
        _raise_main_verb(s, token)
        _give_back_subject(s, token)
        _give_back_day(s, token)
        if matches[token].row.tells:
            _free_told_clause(s, token)
    for token in sorted(t for t, m in matches.items() if m.row.pos == "verb"):
        _gather_list(s, token)
        _gather_gerunds(s, token)
        if token in speech:
            _gather_clauses(s, token, matches)
    for token in sorted(t for t, m in matches.items() if m.row.pos == "verb" and _may_stand_beside(s, m)):
        outer = _beside(s, token, speech)
        if outer is not None:
            reattach(s, token, outer)
    for token in sorted(speech):
        _cut_background(s, token, matches)
    for mark in [i for i, word in enumerate(s.words) if word in CLOSING and i + 1 < len(s) and s.words[i + 1] in _BEHIND_QUOTATION]:
        _free_adjunct(s, mark + 1, speech, index)


def _join_prefixes(s: Columns) -> None:
    """Hang the verb behind a prefix and its hyphen from the prefix: "would re-examine the case"."""
    for hyphen in [i for i, word in enumerate(s.words) if word == "-" and i + 1 < len(s) and s.words[i - 1] in _PREFIXES]:
        prefix, verb = hyphen - 1, hyphen + 1
        if s.ends[prefix] == s.starts[hyphen] and s.ends[hyphen] == s.starts[verb] and s.heads[hyphen] == s.heads[verb] == s.heads[prefix]:
            reattach(s, hyphen, prefix)
            reattach(s, verb, prefix)


def restore_verbs(s: Columns, index: CueIndex) -> None:
    """Make a verb again, in place, of the last word of a sentence that was taken for a noun: ", analysts at Brightwater estimate."."""
    for token in [i for i, tag in enumerate(s.tags) if tag == "NN" and s.deps[i] == "pobj" and i + 2 == s.sentence_end[i]]:
        prep = s.heads[token]
        people = s.heads[prep]
        parts = [c for c in s.children[token] if s.deps[c] == "compound"]
        spoken = s.tags[people] == "NNS" and s.deps[people] == "npadvmod" and index.may_speak(s, people)
        first = min(s.subtree(people))
        if spoken and parts and "," in s.words[first - 1 : first + 1] and index.row("verb", s.lemmas[token]) is not None:
            s.pos[token], s.tags[token], s.deps[token] = "VERB", "VBP", "parataxis"
            _make_object(s, parts[-1], token, prep)
            reattach(s, token, s.heads[people])
            if s.words[first] == ",":
                reattach(s, first, s.heads[people])
            reattach(s, people, token)
            s.deps[people] = "nsubj"


def _make_object(s: Columns, noun: int, old: int, prep: int) -> None:
    """Hang a noun, with what stood beside it on its old head, from the preposition."""
    for c in [c for c in s.children[old] if c < noun]:
        reattach(s, c, noun)
    reattach(s, noun, prep)
    s.deps[noun] = "pobj"


def _raise_main_verb(s: Columns, token: int) -> None:
    """Make a finite cue that was hung on the last noun of a relative clause the verb of its sentence, which else has none.

    "A group of parents that opposes vaccines claimed that ...".
    """
    if s.deps[token] != "acl" or s.tags[token] not in FINITE or s.child(token, "ccomp") is None:
        return
    clause = next((i for i in s.ancestors(token) if s.deps[i] == "relcl"), None)
    subject = s.heads[clause] if clause is not None else token
    if s.heads[subject] == subject != token:
        s.children[s.heads[token]] = [c for c in s.children[s.heads[token]] if c != token]
        s.heads[token], s.deps[token] = token, "ROOT"
        s.heads[subject], s.deps[subject] = token, "nsubj"
        s.children[token] = sorted([*s.children[token], subject])


def _give_back_subject(s: Columns, cue: int) -> None:
    """Make a participle a modifier again where it was taken for what is said: "said anyone caught looting would be fined"."""
    clauses = [c for c in s.children[cue] if c > cue and s.deps[c] == "ccomp"]
    for participle, verb in pairwise(clauses):
        subject = s.child(participle, "nsubj")
        lone = s.tags[participle] in ("VBN", "VBD", "VBG") and s.child(participle, "aux", "auxpass", "mark") is None
        tensed = any(s.tags[c] in TENSED and participle < c for c in s.children[verb] if s.deps[c] in ("aux", "auxpass"))
        if lone and tensed and subject is not None and subject < participle and not _has_subject(s, verb):
            reattach(s, subject, verb)
            reattach(s, participle, subject)
            s.deps[participle] = "acl"


def _give_back_day(s: Columns, cue: int) -> None:
    """Hang the day right behind a cue from it, where it went into what was said: "said on Tuesday it would pay"."""
    day = cue + 1
    if day >= len(s) or s.heads[day] not in s.children[cue] or s.deps[s.heads[day]] != "ccomp":
        return
    bare = s.deps[day] == "npadvmod" and s.entities[day] == "DATE"
    dated = s.words[day] == "on" and (date := s.child(day, "pobj")) is not None and s.entities[date] == "DATE"
    behind = max(s.subtree(day)) + 1
    if (bare or dated) and behind < s.heads[day] and s.words[behind] != ",":
        reattach(s, day, cue)


def _free_told_clause(s: Columns, cue: int) -> None:
    """Make what was told a clause again where it was taken for a relative one: "told the court the man had been killed"."""
    told = s.child(cue, "dobj")
    if told is None or s.child(cue, "ccomp", "xcomp", "prep") is not None:
        return
    clause = next((c for c in s.children[told] if s.deps[c] == "relcl" and s.tags[c] in ("VBN", "VBD", "VB")), None)
    first = min(s.subtree(clause)) if clause is not None else 0
    if clause is not None and s.pos[first] != "PRON" and s.words[first] not in _RELATIVES and s.words[first - 1] != ",":
        reattach(s, clause, cue)
        s.deps[clause] = "ccomp"


def _gather_list(s: Columns, cue: int) -> None:
    """Hang the later members of a list on the first, where the parser hung them on the cue.

    "pledged to cut taxes, build roads and ..."; "praised the cook, the wine, and the view".
    """
    first = None
    for c in [c for c in s.children[cue] if c > cue]:
        infinitive = s.deps[c] == "conj" and s.tags[c] == "VB" and s.tags[cue] in FINITE
        listed = s.deps[c] == "dobj" and s.child(c, "conj") is not None
        if first is not None and (infinitive or listed) and s.words[min(s.subtree(c)) - 1] in _COMMAS:
            for finite in [k for k in s.children[c] if s.deps[k] == "conj" and s.tags[k] in FINITE]:
                reattach(s, finite, cue)
            reattach(s, c, first)
        elif s.deps[c] == "dobj" or (s.deps[c] == "xcomp" and s.tags[c] == "VB"):
            first = c


def _gather_gerunds(s: Columns, cue: int) -> None:
    """Hang a later gerund on the first: "denied lying, which is a crime, and stealing a ring"."""
    first = next((c for c in s.children[cue] if c > cue and s.deps[c] == "xcomp" and s.tags[c] == "VBG"), None)
    for c in [c for c in s.children[cue] if first is not None and c > first and s.deps[c] == "conj"]:
        if first is not None and s.tags[c] == "VBG" and s.tags[cue] in FINITE:
            reattach(s, c, first)


def _gather_clauses(s: Columns, cue: int, matches: Mapping[int, CueMatch]) -> None:
    """Hang the later verbs of a list on the first: "said the boat hit a rock, rolled over and sank"."""
    said = next((c for c in s.children[cue] if c > cue and s.deps[c] == "ccomp"), None)
    if said is None:
        return
    astray = False
    for c in [c for c in _joined(s, cue) if c > said and c not in matches and not _has_subject(s, c)]:
        astray |= s.deps[c] == "dobj"  # no clause stands before an object of its verb: "said he had lied, hidden debts and fled"
        listed = s.heads[c] == cue and _is_listed(s, c, matches) and _tense(s, c) == _tense(s, said)
        if astray or _is_interrupted(s, c) or (s.deps[c] == "conj" and listed):
            reattach(s, c, said)


def _joined(s: Columns, cue: int) -> list[int]:
    """What hangs on a cue, and on the verb that it is joined to: "kept its plan but said that wages, should it fail, would fall"."""
    above = s.children[s.heads[cue]] if s.deps[cue] == "conj" else []
    own = [c for c in s.children[cue] if s.deps[c] in ("conj", "ccomp", "dobj")]
    return sorted([*own, *(c for c in above if s.deps[c] == "conj" and c != cue)])


def _is_interrupted(s: Columns, verb: int) -> bool:
    """Whether a verb goes on behind a condition set off by commas: "said the tax, should it rise, would cost jobs"."""
    first = min(i for i in s.subtree(verb) if s.pos[i] != "PUNCT")
    return s.tags[first] == "MD" and s.words[first - 1] == ","


def _is_listed(s: Columns, verb: int, matches: Mapping[int, CueMatch]) -> bool:
    """Whether a verb is the middle one of "hit a rock, rolled over and sank"."""
    first = min(s.subtree(verb))
    goes_on = any(s.deps[k] == "conj" and k not in matches for k in s.children[verb])
    return goes_on and not _COMMAS.isdisjoint(s.words[first - 1 : first + 1])


def _may_stand_beside(s: Columns, match: CueMatch) -> bool:
    calls_on = match.row.act == "demand" and match.last != match.token
    return calls_on or bool({"quote", "predicate"} & set(match.row.frames)) or s.words[match.token] in _POINTING


def _free_adjunct(s: Columns, first: int, cues: set[int], index: CueIndex) -> None:
    """Give back to the cue what stands right behind a quotation and tells of the saying: "called it “a lie” in a post"."""
    if channel_of(s, first, index) is None and not any(s.deps[c] == "pcomp" for c in s.children[first]):
        return
    cue = next((i for i in s.ancestors(first) if i in cues), None)
    if cue is None or cue > first:
        return
    day = max(s.subtree(first)) + 1
    for token in [first] + [day] * (day < len(s) and s.deps[day] == "npadvmod"):
        if s.heads[token] != cue:
            reattach(s, token, cue)


def _cut_background(s: Columns, cue: int, matches: Mapping[int, CueMatch]) -> None:
    """Take from what was said the clauses that are the author's.

    "said A after it accused B of C": a clause of time that holds a cue; "says he is tired but left early": a verb in the
    tense of the cue behind one in another tense; "said A, and the coach said B": the next report.
    """
    said = s.child(cue, "ccomp")
    if said is None or said < cue:
        return
    for c in [c for c in s.children[said] if c > said]:
        told_apart = s.deps[c] == "conj" and not _has_subject(s, c) and _is_finite_again(s, c, said, cue) and not _is_listed(s, c, matches)
        if told_apart or (c in matches and (_is_timed(s, c, said, cue) or _is_another(s, c, cue))):
            reattach(s, c, cue)


def _is_finite_again(s: Columns, verb: int, said: int, cue: int) -> bool:
    """Whether a conjunct has the tense of the cue and what was said another one: "says he is tired but left early"."""
    return _tense(s, verb) == _tense(s, cue) != _tense(s, said)


def _is_another(s: Columns, verb: int, cue: int) -> bool:
    """Whether a clause after a comma is the next report: ", and the coach said", ", though the coach says"."""
    subject = next((c for c in s.children[verb] if s.deps[c] in _SUBJECTS), None)
    if subject is None or s.deps[verb] not in ("conj", "advcl") or s.tags[verb] not in FINITE:
        return False
    first = min(s.subtree(verb))
    joint = first - 1 if s.deps[verb] == "conj" else first
    if joint < 1 or s.words[joint - 1] != ",":
        return False
    turned = s.words[joint] in _TURNS and s.pos[subject] != "PRON"
    return turned or (s.pos[joint] == "CCONJ" and s.tags[verb] == s.tags[cue])


def _is_timed(s: Columns, clause: int, said: int, cue: int) -> bool:
    """Whether a clause says when, in the tense of the cue: "after it accused", "when he announced".

    Not of whom the words are too: "claimed that she was sacked after she raised concerns".
    """
    if s.deps[clause] != "advcl" or s.tags[clause] not in FINITE or _tense(s, clause) != _tense(s, cue):
        return False
    subject, of_said = s.child(clause, *_SUBJECTS), s.child(said, *_SUBJECTS)
    if subject is not None and of_said is not None and s.words[subject] == s.words[of_said]:
        return False
    return any(s.words[m] in _TIMES and s.deps[m] in ("mark", "advmod") for m in s.children[clause])


def _tense(s: Columns, verb: int) -> str:
    """`past`, `present` or, where the verb is not finite, nothing."""
    first = next((c for c in s.children[verb] if s.deps[c] in ("aux", "auxpass") and c < verb), verb)
    return _TENSES.get(s.tags[first], "")


def _has_subject(s: Columns, verb: int) -> bool:
    return any(s.deps[c] in _SUBJECTS for c in s.children[verb])


def _beside(s: Columns, token: int, cues: set[int]) -> int | None:
    """The cue that a subjectless one really goes with: "said A and noted B", "said A, adding B"."""
    if _has_subject(s, token):
        return None
    head = s.heads[token]
    if s.deps[token] == "conj":
        return _governing(s, head, cues, s.tags[token]) or _repeated(s, token, cues)
    if s.deps[token] in ("advcl", "acl") and s.tags[token] == "VBG" and _is_after_comma(s, token):
        return _governing(s, head, cues, None)
    return None


def _is_after_comma(s: Columns, token: int) -> bool:
    """Whether a comma stands before a token, also inside a closing mark: "won “a seat,” adding"."""
    before = token - 2 if token > 1 and s.words[token - 1] in CLOSING else token - 1
    return before > 0 and s.words[before] == ","


def _governing(s: Columns, content: int, cues: set[int], tag: str | None) -> int | None:
    """The cue before a content verb, of the same verb form where one is asked for."""
    if content in cues and (tag is None or s.tags[content] == tag) and s.deps[content] not in ("ccomp", "xcomp"):
        return None
    for i in s.ancestors(content):
        if i in cues:
            same = tag is None or s.tags[i] == tag
            return i if same and i < content else None
        if s.pos[i] not in ("VERB", "AUX") and tag is not None:
            return None
    return None


def _repeated(s: Columns, token: int, cues: set[int]) -> int | None:
    """The same cue again: "reported that windows broke but did not report injuries"."""
    return next((i for i in s.ancestors(token) if i in cues and s.lemmas[i] == s.lemmas[token]), None)


def reattach(s: Columns, token: int, head: int) -> None:
    """Hang a token with all below it from another head, in place."""
    s.children[s.heads[token]] = [c for c in s.children[s.heads[token]] if c != token]
    s.heads[token] = head
    s.children[head] = sorted([*s.children[head], token])
    if s.deps[token] == "acl":
        s.deps[token] = "advcl"
