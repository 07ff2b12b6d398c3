"""Quotations and the cue that each belongs to: before it, after it, around it, or in an earlier sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Columns
from kg.extractors.attribution.contents import Content, is_free_relative
from kg.extractors.attribution.cues import CueIndex, CueMatch
from kg.extractors.attribution.sources import channel_of, is_passive
from kg.extractors.attribution.syntax import CLOSING, DASHES, PAUSES, TENSED, read_before, starts_paragraph
from kg.extractors.drafts import Quote

_FAR = 25
"""Tokens between a cue and its quotation at most."""
_STOPS = frozenset({",", ".", "?", "!", "...", "…"})
_BREAKS = frozenset({",", ";", "--", "—", "-"})
_ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "dobj", "dative", "prt"})
_TITLE = 4
"""Tokens of another quotation that may stand between them: no more than a title."""
_OPENERS = frozenset({
    ",", ":", ";", "-", "--", "—", "–", "(", ".", "and", "but", "or", "that", "because", "if", "so", "while", "although", "then",
})
_LEADS = frozenset({",", ":"})
_TURNS = frozenset({"but", "while", "though", "although", "yet"})


class Spoken(Struct, frozen=True):
    """A quotation with its cue; `fragment`: it is part of a clause that is not all quoted; `follows`: it stands in a later sentence."""

    quote: Quote
    cue: int
    fragment: bool
    follows: bool = False


class Surroundings(Struct, frozen=True):
    """What the rules for quotations look at.

    `carriers` are the cues that may carry one, `tellers` those that also take a clause, `marks` the colons; `contents` are by
    cue, `holders` the cues by quoted token.
    """

    carriers: Sequence[int]
    tellers: frozenset[int]
    marks: frozenset[int]
    contents: Mapping[int, Content]
    holders: Mapping[int, Sequence[int]]
    quoted: frozenset[int]
    index: CueIndex


def assign_quotes(
    s: Columns, quotes: Sequence[Quote], matches: Mapping[int, CueMatch], contents: dict[int, Content], index: CueIndex
) -> tuple[list[Spoken], dict[int, Content]]:
    """Every quotation that somebody is said to have said, in order, and the contents of all cues.

    Scare quotes and titles are left out; clauses of which a quotation is part hold it whole.
    """
    quoted = frozenset(i for q in quotes for i in range(q.start, q.end))
    carriers = [t for t, m in matches.items() if _carries(s, m) and t not in quoted]
    marks = frozenset(t for t, m in matches.items() if m.row.pos == "mark")
    holders: dict[int, list[int]] = {}
    for cue, content in contents.items():
        for i in content.tokens & quoted:
            holders.setdefault(i, []).append(cue)
    tellers = frozenset(t for t in carriers if "clause" in matches[t].row.frames)
    around = Surroundings(carriers, tellers, marks, contents, holders, quoted, index)
    cues = [None if cue is not None and _names_addressee(s, matches[cue], quote, contents) else cue
            for quote in quotes for cue in (_cue_of(s, quote, around),)]
    contents = {**contents, **_running_on(s, quotes, cues, around, matches)}
    around = replace(around, contents=contents)
    for k in range(len(quotes) - 2, -1, -1):
        if cues[k] is None and quotes[k].continues and starts_paragraph(s, quotes[k].start - 1):
            cues[k] = cues[k + 1]
    found: list[Spoken] = []
    for quote, own in zip(quotes, cues, strict=True):
        told = own if own is not None else _continued(s, quote, found, around)
        if told is not None:
            found.append(Spoken(quote, told, own is not None and _is_fragment(s, quote, told, around), own is None))
    found = [x for x in found if not (x.fragment and _is_mention(s, x, found))]
    return found, _without_foreign(contents, found)


def _names_addressee(s: Columns, match: CueMatch, quote: Quote, contents: Mapping[int, Content]) -> bool:
    """Whether a quotation is part of the words for who is told: "told “News at Nine” host Ann Berg that ..."."""
    told = s.child(match.token, "dobj", "dative") if match.row.tells and match.token in contents else None
    return told is not None and quote.start < told and quote.start in s.subtree(told)


def _is_mention(s: Columns, x: Spoken, found: Sequence[Spoken]) -> bool:
    """Whether a cue that carries a quotation of its own only has a title or a word of others beside it: "“No,” he told “Today”"."""
    own = next((y for y in found if y.cue == x.cue and not y.fragment and not y.follows), None)
    if own is None or s.sentence[x.quote.start] != s.sentence[x.cue] or s.words[x.cue] == ":":
        return False
    if _lead(s, own.quote) == ":" or (_lead(s, own.quote) == "," and own.quote.start > x.cue and not _has_clause(s, x.cue)):
        return x.quote.end < own.quote.start
    return own.quote.end < min(x.quote.start, x.cue) and not any(s.words[i] == "," for i in range(x.cue, x.quote.start))


def _carries(s: Columns, match: CueMatch) -> bool:
    """Whether a quotation may belong to a cue; to a noun only where it leads up to one: "in her words, “...”", "her answer was: “...”"."""
    if "quote" not in match.row.frames or match.row.pos == "mark":
        return False
    leads = s.words[match.token + 1] in _LEADS or s.lemmas[match.token + 1] == "be" if match.token + 1 < len(s) else False
    return match.row.pos != "noun" or (leads and s.child(match.token, "poss") is not None)


def _has_clause(s: Columns, cue: int) -> bool:
    """Whether a clause of its own stands before a cue in its sentence."""
    return any(s.tags[i] in TENSED and s.deps[i] not in ("relcl", "acl", "advcl") for i in range(s.sentence[cue], cue))


def _without_foreign(contents: Mapping[int, Content], spoken: Sequence[Spoken]) -> dict[int, Content]:
    """Contents less those that are but the quotation of a later cue: "admitted to having lied, writing: “...”"."""
    out = dict(contents)
    for x in spoken:
        words = frozenset(range(x.quote.start - 1, x.quote.end + 1))
        for cue in [cue for cue, content in out.items() if cue < x.cue < x.quote.start and content.tokens <= words]:
            del out[cue]
    return out


def fit_to_quotes(
    s: Columns, contents: Mapping[int, Content | None], quotes: Sequence[Quote], cues: Mapping[int, CueMatch]
) -> dict[int, Content]:
    """Contents by grammar, put right where quotation marks show that the parse went wrong.

    What is said inside a quotation stays inside it; a clause that breaks off at a quotation mark goes on to the end of its sentence.
    """
    inside = {i: q for q in quotes for i in range(q.start, q.end)}
    out = {}
    for cue, content in contents.items():
        if content is None or not content.tokens:
            continue
        if (quote := inside.get(cue)) is not None:
            tokens = content.tokens & frozenset(range(quote.start, quote.end)) or _behind_verb(s, content, cue, quote)
        else:
            tokens = content.tokens | _broken_off(s, content, cue, inside, cues)
        if tokens:
            out[cue] = replace(content, tokens=tokens)
    return out


def _behind_verb(s: Columns, content: Content, cue: int, quote: Quote) -> frozenset[int]:
    """What a quoted verb brings in where grammar finds nothing of it in the quotation: its rest; of "“flatly rejects” the idea" all."""
    quoted = frozenset(i for i in range(cue + 1, quote.end) if s.pos[i] != "PUNCT")
    return quoted or (content.tokens if min(content.tokens) > cue else frozenset())


def _broken_off(s: Columns, content: Content, cue: int, inside: Mapping[int, Quote], cues: Mapping[int, CueMatch]) -> frozenset[int]:
    """The rest of the sentence behind a clause that ends inside or beside a quotation."""
    if content.frame != "clause" or min(content.tokens) < cue:
        return frozenset()
    last = max([i for i in content.tokens if s.pos[i] != "PUNCT"], default=cue)
    while last + 1 < len(s) and (s.pos[last + 1] in ("PUNCT", "CCONJ") or last + 1 in inside) and s.sentence[last + 1] == s.sentence[cue]:
        last += 1
        if last in inside:
            last = max(last, inside[last].end - 1)
    if inside.keys().isdisjoint(range(min(content.tokens), last + 1)):
        return frozenset()
    if s.words[last] in DASHES or (s.words[last] in ('"', "''") and s.words[last - 1] == ","):
        return frozenset()
    stop = next((i for i in range(last + 1, s.sentence_end[cue]) if i in cues and i not in inside), None)
    if stop is not None or last + 1 >= s.sentence_end[cue]:
        return frozenset(range(min(content.tokens), last + 1)) if stop is None else frozenset()
    return frozenset(range(min(content.tokens), s.sentence_end[cue]))


def _cue_of(s: Columns, quote: Quote, around: Surroundings) -> int | None:
    after, before = _after(s, quote, around), _before(s, quote, around)
    lead = _lead(s, quote)
    if after is not None and s.words[quote.end - 1] == "," and s.child(after, "nsubj") is not None:
        return after
    if before is not None and lead in _LEADS:
        return before
    if after is not None and s.words[quote.end - 1] in PAUSES:
        return after
    inside = _by_grammar(quote, around)
    if inside is not None:
        return before if before is not None and _is_nearer(s, before, inside, lead, around) else inside
    if before is not None and (lead in ("that", s.words[before]) or not any(s.pos[i] == "VERB" for i in range(before + 1, quote.start))):
        return before
    if after is not None and quote.end - quote.start > 3:
        return after
    return _colon(s, quote, around)


def _is_nearer(s: Columns, before: int, inside: int, lead: str, around: Surroundings) -> bool:
    """Whether a participle of its own stands between the cue by grammar and the quotation: "admitted it, writing in a post “..."."""
    own = s.tags[before] == "VBG" and s.words[before - 1] == "," and before in around.tellers
    return own and inside < before and lead != "that"


def _running_on(
    s: Columns, quotes: Sequence[Quote], cues: Sequence[int | None], around: Surroundings, matches: Mapping[int, CueMatch]
) -> dict[int, Content]:
    """Contents of cues with a quotation that is part of their clause ("says “all is well” despite the fire"), to the clause's end."""
    found: dict[int, Content] = {}
    for quote, cue in zip(quotes, cues, strict=True):
        if cue is None or cue > quote.start or s.sentence[cue] != s.sentence[quote.start] or _lead(s, quote) in _LEADS:
            continue
        if is_free_relative(s, cue) and cue in around.contents:
            continue
        end = s.sentence_end[quote.end - 1]
        stop = next((i for i in range(quote.end, end) if i in matches or s.words[i] in _BREAKS or _leaves(s, i, cue, around.index)), end)
        tail = range(quote.start, stop) if s.words[quote.end - 1] not in _STOPS and not _has_cue(stop, end, matches) else range(0)
        old = found.get(cue, around.contents.get(cue))
        head = _between(s, cue, quote) if old is None or _far_from(old, quote, s) else frozenset[int]()
        tokens = (old.tokens if old else frozenset()) | frozenset(tail) | head
        if tokens - frozenset(range(quote.start - 1, quote.end + 1)):
            found[cue] = replace(old, tokens=tokens) if old else Content(tokens, "clause", matches[cue].last)
    return found


def _leaves(s: Columns, token: int, cue: int, index: CueIndex) -> bool:
    """Whether a token is no longer what is said: a clause joined to the cue ("called her “dull” and left"), or where it was said."""
    if s.heads[token] == cue and (s.words[token] == "before" or channel_of(s, token, index) is not None):
        return True
    if s.pos[token] != "CCONJ" or not (s.heads[token] == cue or s.heads[token] in s.ancestors(cue)):
        return False
    joined = next((c for c in s.children[s.heads[token]] if s.deps[c] == "conj" and c > token), token)
    return s.tags[joined] in TENSED


def _between(s: Columns, cue: int, quote: Quote) -> frozenset[int]:
    """The words between a cue and its quotation, less those that tell to whom, when and where it was said."""
    adjuncts = {i for c in s.children[cue] if s.deps[c] in _ADJUNCTS for i in s.subtree(c)}
    words = frozenset(i for i in range(cue + 1, quote.start) if i not in adjuncts)
    return words if any(s.pos[i] != "PUNCT" for i in words) else frozenset()


def _has_cue(stop: int, end: int, matches: Mapping[int, CueMatch]) -> bool:
    return stop < end and stop in matches and matches[stop].row.pos == "verb"


def _far_from(content: Content, quote: Quote, s: Columns) -> bool:
    """Whether the words right before a quotation are missing from a content by grammar."""
    return s.pos[quote.start - 2] != "PUNCT" and quote.start - 2 not in content.tokens and min(content.tokens) >= quote.start - 1


def _colon(s: Columns, quote: Quote, around: Surroundings) -> int | None:
    """A colon right before the opening mark, where no word says that somebody speaks."""
    mark = quote.start - 2
    return mark if mark in around.marks and s.paragraph[mark] == s.paragraph[quote.start] else None


def _by_grammar(quote: Quote, around: Surroundings) -> int | None:
    """The cue whose content by grammar holds words of the quotation: the nearest one."""
    holders = {cue for i in range(quote.start, quote.end) for cue in around.holders.get(i, ()) if cue not in around.quoted}
    return min(holders, key=lambda cue: (min(abs(cue - quote.start), abs(cue - quote.end)), cue), default=None)


def _lead(s: Columns, quote: Quote) -> str:
    """The word before the opening mark, in the same paragraph; empty at its start."""
    i = read_before(s, quote.start - 1)
    if i < 0 or (s.paragraph[i] != s.paragraph[quote.start] and s.words[i] != ":"):
        return ""
    return s.words[i]


def _after(s: Columns, quote: Quote, around: Surroundings) -> int | None:
    """A cue in the rest of the sentence behind the closing mark: ` ," said the coach`."""
    first = quote.end + 1
    if first >= len(s) or s.paragraph[first] != s.paragraph[quote.start] or not _begins_clause(s, quote):
        return None
    for cue in around.carriers:
        if first <= cue < min(first + _FAR, s.sentence_end[first]):
            own = around.contents.get(cue)
            turns = s.words[quote.end - 1] == "." or s.words[first] in _TURNS
            if turns and own is not None and min(own.tokens) > cue:
                return None
            return None if sum(i in around.quoted for i in range(first, cue)) > _TITLE else cue
    return None


def _begins_clause(s: Columns, quote: Quote) -> bool:
    """Whether a quotation begins where a clause may begin; names of books and films and stray words do not."""
    mark = quote.start - 1
    return mark <= s.sentence[quote.start] or s.sentence[quote.start] == quote.start or s.words[mark - 1] in _OPENERS


def _before(s: Columns, quote: Quote, around: Surroundings) -> int | None:
    """The last cue before the opening mark in the same sentence, or right before a colon."""
    start = s.sentence[quote.start]
    mark = quote.start - 1
    if mark > 0 and s.paragraph[mark - 1] != s.paragraph[quote.start]:
        return _announcing(s, mark, around)
    if start >= quote.start - 1 and quote.start >= 2 and s.words[quote.start - 2] in _LEADS:
        start = s.sentence[quote.start - 2]
    for cue in reversed(around.carriers):
        if start <= cue < quote.start and quote.start - cue < _FAR and s.paragraph[cue] == s.paragraph[quote.start]:
            return cue
    return None


def _announcing(s: Columns, mark: int, around: Surroundings) -> int | None:
    """The cue of a sentence that ends with a colon before the paragraph of the quotation."""
    last = read_before(s, mark)
    if last < 0 or s.words[last] != ":":
        return None
    cues = [cue for cue in around.carriers if s.sentence[last] <= cue < last and cue not in around.quoted]
    return cues[-1] if cues else None


def _is_fragment(s: Columns, quote: Quote, cue: int, around: Surroundings) -> bool:
    """Whether unquoted words of the same content stand before the quotation, or run on behind it."""
    content = around.contents.get(cue)
    lead = _lead(s, quote)
    opens = quote.start - 1 <= s.sentence[quote.start]
    if content is None or lead == ":" or (opens and (cue < quote.start or s.words[quote.end - 1] in _STOPS)):
        return False
    first = max(cue, s.sentence[quote.start]) if cue < quote.start else s.sentence[quote.start]
    unquoted = [i for i in content.tokens if i not in around.quoted and s.pos[i] not in ("PUNCT", "CCONJ") and s.words[i] != "that"]
    before = sum(first < i + (cue > quote.start) and i < quote.start for i in unquoted)
    behind = 0 if s.words[quote.end - 1] in _STOPS else sum(quote.end <= i < s.sentence_end[quote.end - 1] for i in unquoted)
    return before + behind >= (1 if lead not in _LEADS else 2)


def _continued(s: Columns, quote: Quote, found: Sequence[Spoken], around: Surroundings) -> int | None:
    """A quotation without a cue of its own goes on with the speaker of the sentence before it."""
    if not _is_sentence(s, quote):
        return None
    last = read_before(s, quote.start - 1)
    if last < 0 or s.paragraph[quote.start] - s.paragraph[last] > 1:
        return None
    for spoken in found[-3:]:
        if spoken.quote.start <= last <= spoken.quote.end + 1:
            return spoken.cue
    used = {spoken.cue for spoken in found}
    telling = [cue for cue in sorted(around.tellers | used) if s.sentence[last] <= cue <= last and (cue in around.contents or cue in used)]
    teller = next((cue for cue in reversed(telling) if not is_passive(s, cue)), None)
    if teller is None or s.tags[teller] != "VBG" or s.words[teller - 1] not in (",", *CLOSING) or s.lemmas[teller] == "add":
        return teller
    return next((i for i in s.ancestors(teller) if i in used and i >= s.sentence[teller]), teller)


def _is_sentence(s: Columns, quote: Quote) -> bool:
    """Whether a quotation begins where a sentence begins."""
    mark = quote.start - 1
    begins = mark < 0 or s.sentence[quote.start] in (quote.start, mark) or s.sentence[mark] == mark
    return begins and quote.end - quote.start >= 3
