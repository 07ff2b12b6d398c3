"""Who says it: the subject of the cue, looked for where grammar lets it be shared, controlled or moved."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.cues import CueIndex, CueMatch
from kg.extractors.attribution.syntax import CLOSING, DASHES, FINITE, MARKS, NAMED, PAUSES

_LABEL = 8
"""Tokens of the longest name that stands alone before a colon or between commas."""
_ARTICLES = frozenset({"a", "an", "the"})
_WHEN = frozenset({"when", "once", "if", "until"})
_CLOSING = CLOSING | {"'"}
_BEHIND = frozenset({"nsubj", "dobj", "attr", "oprd"})
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = frozenset({"who", "which", "that"})
_WHOM = frozenset({"whom", "which"})
_ALL = frozenset({"all", "both", "each", "neither", "none"})
_ASIDES = frozenset({"who", "which", "whose", "where"})
_DETACHED = frozenset({"relcl", "appos", "acl", "advcl", "parataxis", "punct", "ccomp"})
_TELLING_WHO = frozenset({"appos", "relcl", "acl"})
_DETACHED_BEFORE = frozenset({"relcl", "advcl", "cc", "preconj", "predet", "ccomp"})
_NAMING = frozenset({"DET", "PROPN", "NOUN", "ADJ"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
# A verb in one of these relations shares the subject of what it hangs on.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "dep", "prep", "acl", "relcl", "acomp", "attr", "oprd"})
_DOERS = ("er", "or", "ist", "ian", "ant", "agent", "ident")
_BY_WAY_OF = frozenset({"in", "on", "via", "by", "during", "at", "through"})


class Source(Struct, frozen=True):
    """The words of a source as a token range, and the token that stands for the entity (of "who": its antecedent).

    `document`: the words name a statement or post, the head its author.
    """

    start: int
    end: int
    head: int
    document: bool = False


def source_of(s: Columns, head: int, index: CueIndex, cue: int = -1) -> Source:
    """The noun phrase of a head, with the clauses and appositions that tell who is meant, unless they hold the cue."""
    whole = _whole_of(s, head)
    if s.words[head] in _RELATIVES or whole is not None:
        clause = next((i for i in s.ancestors(head) if s.deps[i] == "relcl"), None)
        return Source(head, (head if whole is None else whole) + 1, s.heads[clause] if clause is not None else head)
    tokens = _phrase(s, head, cue)
    start, end = head, head + 1
    while start - 1 in tokens:
        start -= 1
    while (end in tokens or (end + 1 in tokens and s.words[end] == ",")) and not _is_aside(s, end):
        end += 1
    opened = next((i for i in range(end - 1, head, -1) if s.words[i] in "()"), end)
    if opened < end and s.words[opened] == "(":
        end = end + 1 if s.words[end : end + 1] == [")"] else opened
    while end - 1 > head and s.pos[end - 1] == "PUNCT" and s.words[end - 1] != ")":
        end -= 1
    while start < head and s.pos[start] == "PUNCT":
        start += 1
    if sum(s.words[i] in MARKS for i in range(start, end)) % 2:
        end = next((i + 1 for i in range(end, min(end + 2, len(s))) if s.words[i] in MARKS), end)
    speaking = _speaking(s, head, index)
    return Source(start, end, speaking, speaking != head and s.lemmas[head] in index.documents)


def _whole_of(s: Columns, head: int) -> int | None:
    """The relative pronoun of "both of whom", which stands for all that it points to as "who" does; not that of "some of whom"."""
    of = s.child(head, "prep") if s.words[head] in _ALL else None
    whom = s.child(of, "pobj") if of is not None else None
    return whom if whom is not None and s.words[whom] in _WHOM else None


def _is_aside(s: Columns, comma: int) -> bool:
    return s.words[comma] == "," and s.words[comma + 1] in _ASIDES


def _speaking(s: Columns, head: int, index: CueIndex) -> int:
    """The token that stands for who speaks: the author of a statement or post, the name behind "the envoy, Ann Berg"."""
    if s.lemmas[head] in index.documents:
        for c in s.children[head]:
            if s.deps[c] == "poss":
                return c
            if s.deps[c] == "compound" and (named := [i for i in sorted(s.subtree(c)) if s.entities[i] in NAMED]):
                return named[0]
            if s.deps[c] == "prep" and s.words[c] in ("by", "from") and (author := s.child(c, "pobj")) is not None:
                return author
    return _name_behind(s, head) if s.pos[head] == "NOUN" else head


def _name_behind(s: Columns, noun: int) -> int:
    """The person's name in apposition: "the envoy, Ann Berg", "her husband, the poet Malik Diop"; else the noun."""
    name = s.child(noun, "appos")
    if name is not None and s.pos[name] == "NOUN":
        name = s.child(name, "appos") or name
    if name is None:
        end = max(s.subtree(noun)) + 1
        last = end - 1 if s.entities[end - 1] == "PERSON" else noun
        first = last
        while first > noun and s.pos[first] == "PROPN":
            first -= 1
        name = last if first > noun and s.words[first] == "," else None
    named = name is not None and (s.entities[name] == "PERSON" or (s.entities[name] == "ORG" and s.words[name - 1] not in _ARTICLES))
    return name if name is not None and named else noun


def _phrase(s: Columns, head: int, cue: int) -> set[int]:
    loose = {c for c in s.children[head] if s.deps[c] in _DETACHED and c > head and not _belongs(s, c, cue)}
    before = {c for c in s.children[head] if s.deps[c] in _DETACHED_BEFORE and c < head}
    return s.subtree(head, frozenset({cue} | loose | before | set(s.ancestors(cue)) - {head} if cue >= 0 else loose | before))


def _belongs(s: Columns, modifier: int, cue: int) -> bool:
    """Whether what stands behind a noun tells who is meant: an apposition, or a clause set off by nothing ("a team led by Lund")."""
    if s.deps[modifier] not in _TELLING_WHO:
        return False
    tokens = s.subtree(modifier)
    return cue not in tokens and (s.deps[modifier] == "appos" or s.words[min(tokens) - 1] not in PAUSES)


def find_source(s: Columns, match: CueMatch, index: CueIndex) -> Source | None:
    """The source of a cue, or None where the text names none."""
    token = match.token
    if match.row.pos == "phrase":
        return _object_source(s, match.last, index)
    if match.row.pos == "noun":
        return _noun_source(s, token, index) or _taken_for_noun(s, token)
    if match.row.pos == "mark":
        return _named_before(s, token, index)
    if match.row.pos == "adjective" and s.deps[token] in ("acomp", "oprd", "attr"):
        token = s.heads[token]
    passive = match.row.pos == "verb" and is_passive(s, token)
    head = _agent(s, token) if passive else _inverted(s, token) or _subject(s, token, index)
    if head is not None and head < token and (closed := _closing_between(s, head, token)) is not None:
        head = next((i for i in range(closed + 1, token) if not closed < s.heads[i] < token and s.pos[i] in _NOUNS), None)
    if head is None and s.tags[token] in FINITE and not passive:
        head = _beside(s, token)
    return _with_body(s, source_of(s, head, index, match.token)) if head is not None else None


def _with_body(s: Columns, source: Source) -> Source:
    """The source from the comma before it on, where only names stand between: ", Coast Guard Capt. Ines Magno"."""
    start = source.start
    while start > s.sentence[source.head] and s.pos[start - 1] == "PROPN":
        start -= 1
    behind_comma = s.sentence[source.head] < start < source.start and s.words[start - 1] == ","
    return replace(source, start=start) if behind_comma else source


def _closing_between(s: Columns, head: int, token: int) -> int | None:
    """The mark that closes a quotation with `head` in it before a token; None where the head stands in none."""
    marks = [i for i in range(head + 1, token) if s.words[i] in MARKS]
    if len(marks) % 2 == 0:
        return None
    first = next((i for i in range(head, 0, -1) if s.paragraph[i - 1] != s.paragraph[head]), 0)
    open_before = sum(s.words[i] in MARKS for i in range(first, head)) % 2  # else one opens: "the firm “firmly denies it”"
    return marks[-1] if open_before else None


def _inverted(s: Columns, verb: int) -> int | None:
    """The subject behind a verb that follows a quotation and its comma; never words of the quotation: "“The tax,” said Berg"."""
    if s.tags[verb] not in FINITE or verb - 2 < s.sentence[verb]:
        return None
    if s.words[verb - 1] == "," and s.lemmas[verb] != "tell" and (between := _between_commas(s, verb)) is not None:
        return between
    marks = {s.words[verb - 1], s.words[verb - 2]}
    if not marks & _CLOSING or not marks & PAUSES:
        return None
    opening = next((i for i in range(verb - 3, s.sentence[verb], -1) if s.words[i] in MARKS), s.sentence[verb])
    own = s.child(verb, "nsubj")
    if own is not None and own < opening:
        return None
    return next((c for c in s.children[verb] if c > verb and s.deps[c] in _BEHIND and s.pos[c] in _NOUNS), None)


def _between_commas(s: Columns, verb: int) -> int | None:
    """The name behind a verb that stands with it between commas: "The mine, reported the Courier, will close"."""
    end = next((i for i in range(verb + 1, min(verb + _LABEL, s.sentence_end[verb])) if s.words[i] == ","), None)
    if end is None or end + 1 >= s.sentence_end[verb] or s.child(verb, "aux", "auxpass") is not None:
        return None
    phrase = range(verb + 1, end)
    if not phrase or s.pos[end - 1] != "PROPN" or any(s.pos[i] not in _NAMING for i in phrase):
        return None
    return end - 1


def _beside(s: Columns, verb: int) -> int | None:
    """The noun phrase right before or behind a finite verb, for parses that lost the subject ("“Land!” bellowed the sailor")."""
    if s.words[verb - 1] in _CLOSING and (inverted := s.child(verb, "dobj")) is not None:
        return inverted
    before, behind = verb - 1, verb + 1
    while before > s.sentence[verb] and s.pos[before] in ("ADV", "AUX"):
        before -= 1
    if before >= s.sentence[verb] and s.pos[before] in _NOUNS and s.deps[before] not in ("pobj", "npadvmod", "dobj"):
        return before
    if behind < s.sentence_end[verb] and s.pos[behind] in ("PROPN", "PRON") and _stands_first(s, verb):
        return next((i for i in range(behind, min(behind + 5, len(s))) if s.pos[i] in _NOUNS and s.deps[i] != "compound"), None)
    return None


def _stands_first(s: Columns, verb: int) -> bool:
    """Whether a verb opens its sentence, or stands behind a quotation."""
    return verb == s.sentence[verb] or s.words[verb - 1] in _CLOSING or s.words[verb - 2] in _CLOSING


def is_passive(s: Columns, token: int) -> bool:
    """Whether a verb stands in the passive, also as a bare participle ("criticized by")."""
    if s.child(token, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if s.lemmas[token] == "ask" and s.tags[token] == "VBD" and s.child(token, "nsubj") is None and _is_fronted(s, token):
        return True
    return s.tags[token] == "VBN" and s.deps[token] in ("acl", "amod", "advcl", "prep") and s.child(token, "aux") is None


def _is_fronted(s: Columns, token: int) -> bool:
    """Whether a participle opens a sentence or stands behind "when": "Asked about it, he left"."""
    return token == s.sentence[token] or s.words[token - 1] in _WHEN


def channel_of(s: Columns, prep: int, index: CueIndex) -> int | None:
    """The text or medium that something is said in: "in a statement", "on Telegram"; None for other prepositions."""
    channel = s.child(prep, "pobj") if s.deps[prep] == "prep" and s.words[prep] in _BY_WAY_OF else None
    return channel if channel is not None and (s.lemmas[channel] in index.documents or s.words[channel] in index.channels) else None


def _agent(s: Columns, token: int) -> int | None:
    by = next((c for c in s.children[token] if s.deps[c] in ("agent", "prep") and s.words[c] == "by"), None)
    return s.child(by, "pobj") if by is not None else None


def _subject(s: Columns, token: int, index: CueIndex) -> int | None:
    """The subject of a verb: its own ("Ten held as mayor denies": the mayor), or that of the verb it is joined to or depends on."""
    marked = s.child(token, "mark")
    if marked is not None and (astray := s.child(marked, "pobj")) == token - 1:
        return astray
    for _ in range(8):
        own = [c for c in s.children[token] if s.deps[c] in _SUBJECTS]
        if own:
            return own[-1] if len(own) > 1 and own[-1] < token else own[0]
        dep, head = s.deps[token], s.heads[token]
        if head == token or dep not in _SHARING:
            return None
        if s.pos[head] in _NOUNS and dep != "prep":
            return _owner(s, token, head, index)
        controller = s.child(head, "dobj") if dep == "xcomp" and s.lemmas[head] in index.controlling else None
        if controller is not None and controller < token:
            return controller
        token = head
    return None


def _owner(s: Columns, token: int, noun: int, index: CueIndex) -> int | None:
    """Whose words a clause on a noun reports: "a statement saying", "the minister, saying", "his mistake in saying"."""
    verb = s.heads[s.heads[noun]] if s.deps[noun] == "pobj" else s.heads[noun]
    after_comma = token > noun and any(s.words[i] == "," for i in range(noun + 1, token))
    is_object = s.deps[noun] in ("dobj", "pobj", "dative", "attr", "oprd")
    if is_object and s.pos[verb] in ("VERB", "AUX") and (after_comma or s.lemmas[noun] in index.documents):
        return _subject(s, verb, index)
    owner = s.child(noun, "poss")
    return owner if owner is not None else noun


def _object_source(s: Columns, last: int, index: CueIndex) -> Source | None:
    """The object of the preposition that ends a phrase ("according to")."""
    head = s.child(last, "pobj")
    return _with_name(s, source_of(s, head, index)) if head is not None else None


def _with_name(s: Columns, source: Source) -> Source:
    """The source with the person's name between commas right behind it: "according to the agent, Ann Berg, the club ..."."""
    somebody = s.tags[source.head] == "NN" and s.lemmas[source.head].endswith(_DOERS) and source.start < source.head == source.end - 1
    name = source.end + 1
    end = name
    while end < s.sentence_end[source.head] and s.entities[end] == "PERSON":
        end += 1
    set_off = name < end < len(s) and s.words[source.end] == s.words[end] == ","
    return Source(source.start, end, end - 1) if somebody and set_off else source


def _named_before(s: Columns, mark: int, index: CueIndex) -> Source | None:
    """Who is named right before a colon, else the subject of the sentence that it ends."""
    last = mark - 1
    if last < 0 or s.paragraph[last] != s.paragraph[mark]:
        return None
    head = last
    while s.deps[head] in ("compound", "flat", "nmod") and s.sentence[s.heads[head]] == s.sentence[mark] and s.heads[head] < mark:
        head = s.heads[head]
    if s.sentence[head] == head or (s.entities[head] in ("PERSON", "ORG") and s.deps[head] != "pobj"):
        return source_of(s, head, index)
    if (label := _label_before(s, last, index)) is not None:
        return label
    before = range(s.sentence[last], mark)
    top = next((i for i in before if s.heads[i] == i or s.heads[i] not in before), last)
    if s.pos[top] in ("VERB", "AUX"):
        subject = s.child(top, "nsubj")
        return source_of(s, subject, index) if subject is not None else None
    owner = s.child(top, "poss")
    named = len(before) <= _LABEL and (owner is not None or s.pos[top] == "PROPN")
    return source_of(s, top if owner is None else owner, index) if named else None


def _label_before(s: Columns, last: int, index: CueIndex) -> Source | None:
    """Who is named behind a dash or after "from", up to a colon: "Votes are in - Ann Berg: “...”", "From the report: “...”"."""
    start = s.sentence[last]
    first = last
    while first > start and s.entities[first - 1] == "PERSON" and s.pos[first - 1] != "PUNCT":
        first -= 1
    if s.entities[last] == "PERSON" and first > start and s.words[first - 1] in DASHES:
        return Source(first, last + 1, last)
    opening = next((i for i in range(start, min(start + 2, last)) if s.words[i] == "from"), None)
    author = s.child(opening, "pobj") if opening is not None and last - start <= _LABEL else None
    return source_of(s, author, index) if author is not None and author <= last else None


def _taken_for_noun(s: Columns, noun: int) -> Source | None:
    """The words before a verb in -s that was taken for the noun of its sentence: "The start-up claims that it is safe"."""
    start = s.sentence[noun]
    clause = next((c for c in s.children[noun] if c == noun + 2 or (c > noun and s.words[noun + 1] == "that")), None)
    if s.heads[noun] != noun or s.tags[noun] != "NNS" or clause is None or s.words[noun + 1] != "that" or noun - start < 2:
        return None
    return Source(start, noun, noun - 1) if set(range(start, noun)) <= s.subtree(noun) else None


def _noun_source(s: Columns, noun: int, index: CueIndex) -> Source | None:
    """Whose claim, view or warning it is: the possessor, "by" or "from" somebody, else the subject of the verb that makes it."""
    owner = s.child(noun, "poss")
    if owner is not None:
        return source_of(s, owner, index)
    for c in s.children[noun]:
        if s.deps[c] in ("prep", "agent") and s.words[c] in ("by", "from", "among"):
            head = s.child(c, "pobj")
            if head is not None:
                return source_of(s, head, index)
    verb = s.heads[noun]
    if s.deps[noun] in ("dobj", "attr") and s.lemmas[verb] in index.making:
        head = _subject(s, verb, index)
        return source_of(s, head, index) if head is not None else None
    return None
