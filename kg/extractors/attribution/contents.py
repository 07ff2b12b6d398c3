"""What is said: the complements of a cue that hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.cues import CueMatch
from kg.extractors.attribution.sources import is_passive
from kg.extractors.attribution.syntax import NAMED, TENSED

_SPEAKERS = frozenset({
    "poll", "study", "report", "survey", "police", "minister", "mayor", "official", "officials", "source", "expert", "experts",
    "scientists",
})
UNSURE = "object?"
"""The frame of a plain object where the row wants a predicate: trusted only with quotation marks in it."""
_OF_NOUNS = frozenset({"of", "for", "from", "to", "with", "against", "between", "over", "about", "into", "toward", "towards"})
_OF_SOMETHING = frozenset({"accuse", "criticize", "describe", "oppose", "praise", "support"})
"""Acts whose object is what somebody takes a stand on, and not the words that are said."""
_COMMAS = frozenset({",", "-", "--", "—", "–"})
_HELD = frozenset({"say", "report", "claim", "believe"})
_MEANWHILE = frozenset({"as", "while", "after"})
_INSERTED = frozenset({"parataxis", "ccomp", "dep"})


class Content(Struct, frozen=True):
    """Tokens of what is said, the frame that found them, and the last token that belongs to the cue (a preposition)."""

    tokens: frozenset[int]
    frame: str
    last: int


def find_content(s: Columns, match: CueMatch) -> Content | None:
    """The content of a cue by its frames; None where the cue brings in nothing."""
    if match.row.pos == "phrase":
        return _around_phrase(s, match)
    if match.row.pos == "mark":
        return _after_name(s, match)
    if match.row.pos == "noun":
        return _of_noun(s, match)
    found = _with_antecedent(s, match, _of_verb(s, match))
    if found is not None and is_free_relative(s, match.token):
        tokens = frozenset(range(match.token, _main_verb(s, match.token))) & found.tokens
        return Content(tokens, found.frame, found.last) if tokens else None
    if found is None and match.row.pos == "verb" and "clause" in match.row.frames:
        return _inserted(s, match) or _astray(s, match)
    return found


def _with_antecedent(s: Columns, match: CueMatch, content: Content | None) -> Content | None:
    """The content with what a relative pronoun stands for in its place: "Lund, whom Orr accused of theft"; "a plan that they oppose"."""
    whom = next((i for i in s.children[match.token] if s.tags[i] in ("WDT", "WP") and s.deps[i] in ("dobj", "pobj")), None)
    if content is None or whom not in content.tokens or s.deps[match.token] != "relcl" or match.row.act not in _OF_SOMETHING:
        return content
    noun = s.heads[match.token]
    named = s.subtree(noun, frozenset({match.token, *(c for c in s.children[noun] if s.pos[c] == "PUNCT")}))
    return replace(content, tokens=content.tokens - {whom} | {i for i in named if i < whom})


def is_free_relative(s: Columns, verb: int) -> bool:
    """ "what the mayor calls a failure": what is said ends before the verb of the sentence."""
    return any(s.words[c] == "what" and c < verb for c in s.children[verb])


def _main_verb(s: Columns, verb: int) -> int:
    """The finite verb without a subject of its own behind a free relative clause, else the end of the sentence."""
    end = s.sentence_end[verb]
    return next((i for i in range(verb + 1, end) if s.tags[i] in TENSED and s.child(i, "nsubj", "nsubjpass", "aux", "mark") is None), end)


def _of_verb(s: Columns, match: CueMatch) -> Content | None:
    row, verb = match.row, match.token
    passive = row.pos == "verb" and is_passive(s, verb)
    target = s.child(verb, "nsubjpass") if passive else s.child(verb, "dobj") or s.child(verb, "dative")
    if target is not None and (target == match.last or s.words[target] == "what"):
        target = None
    for c in sorted(_below(s, match), key=lambda c: (not _has_that(s, c), c < verb)):
        if s.deps[c] in ("ccomp", "xcomp") or (s.deps[c] == "advcl" and clause_form(s, c) == "infinitive" and c > verb):
            form = clause_form(s, c)
            if form == "infinitive" and any(s.words[i] == "what" and i < verb for i in s.children[c]):
                return None
            known = form in row.frames or is_held(s, match, form)
            if known and (s.deps[c] != "advcl" or _calls_on(s, match, c)):
                return _clause(s, match, c, form, target, passive)
    return _particle(s, match) or _predicate(s, match, target) or _object(s, match, target, passive) or _preposition(s, match)


def is_held(s: Columns, match: CueMatch, form: str) -> bool:
    """ "The firm is reported to have paid": what is said of somebody, on nobody's word in particular."""
    row = match.row
    says = row.pos == "verb" and row.act in _HELD and "clause" in row.frames and row.by == "anybody" and not row.tells
    return says and form == "infinitive" and is_passive(s, match.token)


def _below(s: Columns, match: CueMatch) -> Sequence[int]:
    """Children of the cue; of all its words where it has several ("made it clear that")."""
    return s.children[match.token] if match.last == match.token else [*s.children[match.token], *s.children[match.last]]


def _particle(s: Columns, match: CueMatch) -> Content | None:
    """What a preposition governs that is itself part of the cue: "called for talks", "called for the road to be closed"."""
    if match.last != match.token and s.deps[match.last] == "mark" and s.heads[s.heads[match.last]] == match.token:
        return Content(frozenset(s.subtree(s.heads[match.last]) - {match.last}), "infinitive", match.last)
    if match.last == match.token or s.deps[match.last] != "prep":
        return None
    tokens = s.subtree(match.last) - {match.last}
    return Content(frozenset(tokens | _complements(s, match, max(tokens))), "object", match.last) if tokens else None


def _calls_on(s: Columns, match: CueMatch, clause: int) -> bool:
    """ "called on them to go": the infinitive hangs on the verb like a purpose, but is what is asked for."""
    return any(s.words[c] in match.row.frames for c in s.children[match.token] if s.deps[c] == "prep" and c < clause)


def clause_form(s: Columns, head: int) -> str:
    """`infinitive`, `gerund`, `predicate` (no verb of its own) or `clause`."""
    auxiliaries = [c for c in s.children[head] if s.deps[c] in ("aux", "auxpass", "mark") and c < head]
    if any(s.words[c] == "to" for c in auxiliaries):
        return "infinitive"
    if any(s.tags[c] in TENSED for c in auxiliaries) or s.tags[head] in TENSED:
        return "clause"
    if s.tags[head] == "VBG":
        return "gerund"
    return "clause" if s.pos[head] in ("VERB", "AUX") or s.child(head, "nsubj") is None else "predicate"


def _clause(s: Columns, match: CueMatch, head: int, form: str, target: int | None, passive: bool) -> Content:
    tokens = s.subtree(head, frozenset({match.token}))
    if target is not None and form != "clause" and not match.row.tells and (passive or target < head):
        tokens |= s.subtree(target)
    for c in s.children[match.token]:
        if s.deps[c] == "prep" and match.token < c < head and form == "infinitive" and s.words[c] in match.row.frames:
            tokens |= s.subtree(c) - {c}
    return Content(_without_aside(s, tokens) if form == "clause" else _without_meanwhile(s, head, tokens), form, match.last)


def _without_aside(s: Columns, tokens: set[int]) -> frozenset[int]:
    """The tokens of a clause without a relative clause behind a comma at its end, which is the author's more often than not."""
    first = min(tokens)
    last = max([i for i in tokens if s.pos[i] != "PUNCT"], default=first)
    for i in sorted(tokens):
        aside = s.subtree(i) if s.deps[i] == "relcl" else (i,)
        start = min(aside)
        behind_comma = start - first > 3 and s.words[start - 1] in _COMMAS
        if s.words[start] in ("who", "which") and behind_comma and max(aside) >= last and not _is_cleft(s, i):
            return frozenset(t for t in tokens if t < start - 1)
    return frozenset(tokens)


def _without_meanwhile(s: Columns, head: int, tokens: set[int]) -> frozenset[int]:
    """The tokens of a deed without what goes on beside it: "deny taking cash as police search the hall"."""
    for c in s.children[head]:
        beside = s.deps[c] == "advcl" and s.tags[c] in TENSED and s.child(c, "nsubj", "nsubjpass") is not None
        if beside and any(s.words[m] in _MEANWHILE and s.deps[m] == "mark" for m in s.children[c]):
            tokens = tokens - s.subtree(c)
    return frozenset(tokens)


def _is_cleft(s: Columns, clause: int) -> bool:
    """ "it was the pilot, not the crew, who decided": the relative clause is what is said."""
    copula = next((i for i in s.ancestors(clause) if s.lemmas[i] == "be"), None)
    subject = s.child(copula, "nsubj") if copula is not None else None
    return subject is not None and s.words[subject] == "it" and "not" in s.words[subject + 2 : clause]


def _predicate(s: Columns, match: CueMatch, target: int | None) -> Content | None:
    """ "called it a lie", "labelled the plan dangerous and a mistake"."""
    verb = match.token
    if "predicate" not in match.row.frames:
        return None
    told, given = s.child(verb, "oprd"), s.child(verb, "dative")
    if told is None and given is not None and target is not None and given != target:
        told = max(given, target)
        target = min(given, target)
    if told is None:
        return None
    tokens = s.subtree(told) | (s.subtree(target) if target is not None else set())
    for c in s.children[verb]:
        if s.deps[c] == "conj" and c > told and s.pos[c] in ("NOUN", "ADJ", "PROPN"):
            tokens |= s.subtree(c) | set(range(told, c))
    return Content(frozenset(tokens), "predicate", match.last)


def _object(s: Columns, match: CueMatch, target: int | None, passive: bool) -> Content | None:
    """The object, with the prepositions of the row that follow it: "accused them of lying"."""
    row = match.row
    if target is None or (row.tells and not passive):
        return None
    behind = [c for c in _prepositions(s, match) if c > match.token and (c > target or passive)]
    wanted = [c for c in behind if s.words[c] in row.frames]
    if wanted or "object" in row.frames:
        tokens = s.subtree(target).union(*(s.subtree(c) for c in wanted))
        return Content(frozenset(tokens | _complements(s, match, max(tokens))), s.words[wanted[0]] if wanted else "object", match.last)
    return Content(frozenset(s.subtree(target)), UNSURE, match.last) if "predicate" in row.frames else None


def _complements(s: Columns, match: CueMatch, last: int) -> set[int]:
    """What the parser hung on the cue but belongs to the noun phrase right before it: "demanded access to ports"."""
    tokens = set[int]()
    for c in s.children[match.token]:
        below = s.subtree(c) if c > last else set[int]()
        if not below or min(below) != last + 1:
            continue
        infinitive = s.deps[c] == "advcl" and clause_form(s, c) == "infinitive"
        if infinitive or (s.deps[c] == "prep" and s.words[c] in _OF_NOUNS):
            tokens |= below
            last = max(below)
    return tokens


def _preposition(s: Columns, match: CueMatch) -> Content | None:
    """What follows a preposition of the row: "called for talks"; the preposition belongs to the cue."""
    wanted = [c for c in _prepositions(s, match) if s.words[c] in match.row.frames and c > match.token]
    if not wanted:
        return None
    tokens = s.subtree(wanted[0]) - {wanted[0]}
    if "as" in match.row.frames:
        tokens |= {i for c in wanted[1:] if s.words[c] == "as" for i in s.subtree(c)}
    return Content(frozenset(tokens), s.words[wanted[0]], wanted[0]) if tokens else None


def _prepositions(s: Columns, match: CueMatch) -> Iterator[int]:
    """Prepositions that hang on the cue, then those that the parser hung on its object."""
    anchors = [*sorted({match.token, match.last}), s.child(match.token, "dobj", "nsubjpass")]
    for anchor in anchors:
        if anchor is not None:
            yield from (c for c in s.children[anchor] if s.deps[c] in ("prep", "agent") and c != match.last)


def _inserted(s: Columns, match: CueMatch) -> Content | None:
    """ "The train, she said, was late"; "as the coach put it, the team was tired": the clause around the cue."""
    verb = match.token
    as_clause = s.deps[verb] == "advcl" and any(s.words[c] == "as" for c in s.children[verb])
    subject = s.child(verb, "nsubj", "agent") if as_clause else s.child(verb, "nsubj")
    if subject is None:
        return None
    set_off = s.deps[verb] in _INSERTED and _is_set_off(s, min(subject, verb))
    if not (as_clause or set_off or _is_between(s, verb, subject)):
        return None
    host = s.heads[verb]
    if s.pos[host] not in ("VERB", "AUX") or host == verb:
        return None
    later = {c for c in s.children[host] if s.deps[c] == "conj" and c > verb} if s.deps[verb] == "conj" else set[int]()
    return Content(frozenset(s.subtree(host, frozenset({verb, *later}))), "clause", match.last)


def _is_between(s: Columns, verb: int, subject: int) -> bool:
    """ "The drug works, study finds, but critics doubt it": a subject and its verb alone between commas, joined by no "and"."""
    first = min(s.subtree(subject))
    alone = s.deps[verb] == "conj" and subject + 1 == verb and first > 0 and s.words[first - 1] == ","
    return alone and (verb + 1 >= s.sentence_end[verb] or s.words[verb + 1] in (",", "."))


def _is_set_off(s: Columns, token: int) -> bool:
    """Whether the noun phrase or verb of a token has a mark before it, or begins a sentence or bracket."""
    first = min(s.subtree(token)) if s.pos[token] not in ("VERB", "AUX") else token
    return first == s.sentence[token] or s.pos[first - 1] in ("PUNCT", "SPACE", "CCONJ", "ADV")


def _astray(s: Columns, match: CueMatch) -> Content | None:
    """The clause with "that" where the parser hung it on a noun in between: "told us in an interview that", "put it to him that"."""
    awaited = s.words[match.last] == "it"
    for c in s.children[match.token]:
        if c > match.token and s.deps[c] in ("prep", "dobj", "dative"):
            for i in sorted(s.subtree(c)):
                if s.deps[i] in ("acl", "relcl", "ccomp") and (_has_that(s, i) or (awaited and s.words[min(s.subtree(i))] == "that")):
                    return Content(frozenset(s.subtree(i)), "clause", match.last)
    return None


def _around_phrase(s: Columns, match: CueMatch) -> Content | None:
    """ "The plant will close, according to the union": the clause that the phrase hangs on, without the phrase."""
    top = match.token
    if top == match.last and top > 0 and s.words[top - 1] not in (",", "("):
        return None
    host = s.heads[top]
    if host == top:
        host = match.last
    while s.pos[host] not in ("VERB", "AUX") and s.heads[host] != host:
        top, host = host, s.heads[host]
    if s.pos[host] not in ("VERB", "AUX"):
        return None
    if s.lemmas[host] == "be" and host < match.token <= host + 2 and s.words[host - 1] in ("that", "this", "it"):
        return _sentence_before(s, match)
    tokens = s.subtree(host, frozenset({match.token})) | _strayed(s, match, host)
    later = [c for c in s.children[host] if s.deps[c] == "conj" and c > match.token > host and s.child(c, "nsubj", "nsubjpass") is not None]
    for c in later:
        tokens -= s.subtree(c)
    return Content(frozenset(tokens), "clause", match.last)


def _sentence_before(s: Columns, match: CueMatch) -> Content | None:
    """ "That is according to the union": the sentence before."""
    last = s.sentence[match.token] - 1
    if last < 0 or s.paragraph[last] != s.paragraph[match.token]:
        return None
    return Content(frozenset(range(s.sentence[last], last + 1)), "clause", match.last)


def _strayed(s: Columns, match: CueMatch, host: int) -> set[int]:
    """The words between the comma behind a phrase and its clause, which the parser gave to the name: "according to Lund, the tax ..."."""
    if s.sentence[match.token] != match.token or host <= match.last:
        return set()
    comma = next((i for i in range(match.last + 1, host) if s.words[i] == ","), None)
    first = min(s.subtree(host, frozenset({match.token})))
    if comma is None or first <= comma or s.words[first - 1] == "," or s.child(host, "nsubj", "nsubjpass") is not None:
        return set()
    return set(range(comma + 1, first))


def _after_name(s: Columns, match: CueMatch) -> Content | None:
    """ "Rossi: we will race in May": the paragraph behind a name and a colon."""
    start = match.token
    while start > 0 and s.paragraph[start - 1] == s.paragraph[match.token]:
        start -= 1
    if not is_label(s, start, match.token):
        return None
    end = match.token + 1
    while end < len(s) and s.paragraph[end] == s.paragraph[match.token]:
        end += 1
    tokens = range(match.token + 1, end)
    has_verb = any(s.pos[i] in ("VERB", "AUX") for i in tokens)
    return Content(frozenset(tokens), "clause", match.token) if has_verb and len(tokens) > 2 else None


def is_label(s: Columns, start: int, end: int) -> bool:
    """Whether the tokens `[start, end)` are the short name of a speaker, and nothing but."""
    if not 0 < end - start <= 6 or any(s.pos[i] not in ("PROPN", "NOUN", "ADJ", "PART", "ADP", "DET") for i in range(start, end)):
        return False
    return s.lemmas[end - 1] in _SPEAKERS or any(s.entities[i] in NAMED for i in range(start, end))


def _of_noun(s: Columns, match: CueMatch) -> Content | None:
    """ "the claim that ...", "his promise to ...", "criticism of ..."; also "her view is that ..."."""
    noun, row = match.token, match.row
    for c in s.children[noun]:
        if s.deps[c] in ("acl", "ccomp", "relcl") and c > noun:
            form = clause_form(s, c)
            if form in row.frames and (form != "clause" or _has_that(s, c)):
                tokens = s.subtree(c)
                return Content(_without_aside(s, tokens) if form == "clause" else frozenset(tokens), form, match.last)
    copula = s.heads[noun]
    if s.deps[noun] == "nsubj" and s.lemmas[copula] == "be" and "clause" in row.frames:
        said = s.child(copula, "ccomp")
        if said is not None and said > copula:
            return Content(frozenset(s.subtree(said)), "clause", copula)
    return _preposition(s, match)


def _has_that(s: Columns, head: int) -> bool:
    return any(s.words[c] == "that" and s.deps[c] == "mark" for c in s.children[head])
