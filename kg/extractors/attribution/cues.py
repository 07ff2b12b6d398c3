"""The words that may bring in a claim: the rows of the lexicon found in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from kg.doc import Columns
from kg.extractors.attribution.syntax import NAMED
from kg.lexicon import Cue, CuePos, Lexicon, nouns_of, verbs_of

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "hardly"})
_PEOPLE = frozenset({"he", "she", "they", "who"})
_BODIES = frozenset({"organ", "organization", "company", "institution", "group"})
ANY_VERB = "*"
"""The lemma of the row that stands for any verb beside a quotation."""

_WORD_CLASS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PUNCT": "mark"}
_CANDIDATES = frozenset({*_WORD_CLASS, "PROPN"})


class CueMatch(Struct, frozen=True):
    """A row of the lexicon at a token; `last` is the last token of a particle or phrase."""

    row: Cue
    token: int
    last: int


class CueIndex(Struct, frozen=True):
    """Rows by part of speech and first word; of the rows that share one, those of several words come first.

    `speakers` are the nouns for people and for what they form together; `persons` to `controlling` are kinds of `nouns.toml` and
    `verbs.toml`. `firsts` are the first words of all rows, `openers` those of phrases, `lemmas` what the lemmatiser can make of first
    words.
    """

    rows: dict[tuple[str, str], list[tuple[tuple[str, ...], Cue]]]
    speakers: frozenset[str]
    persons: frozenset[str]
    mute: frozenset[str]
    stories: frozenset[str]
    remarks: frozenset[str]
    documents: frozenset[str]
    channels: frozenset[str]
    making: frozenset[str]
    controlling: frozenset[str]
    firsts: frozenset[str]
    openers: frozenset[str]
    lemmas: frozenset[str]
    verdicts: dict[str, Cue]

    def at(self, s: Columns, token: int) -> CueMatch | None:
        """The row whose words stand at this token, if any."""
        word_class = _WORD_CLASS.get(s.pos[token], "")
        lemmas = _base_forms(s.lemmas[token])
        if s.pos[token] == "PROPN" and s.sentence[token] == token:
            word_class, lemmas = "verb", _past_forms(s.words[token])
        for lemma in lemmas if word_class else ():
            for rest, row in self.rows.get((word_class, lemma), ()):
                last = _particle(s, token, rest)
                if last is not None:
                    return CueMatch(row, token, last)
        if s.tags[token] == "VBN" and ("adjective", s.words[token]) in self.rows:
            return CueMatch(self.rows["adjective", s.words[token]][0][1], token, token)
        phrases = () if s.deps[token] == "compound" else self.rows.get(("phrase", s.words[token]), ())  # "Per Dahl"
        for rest, row in phrases:
            end = token + 1 + len(rest)
            if tuple(s.words[token + 1 : end]) == rest:
                return CueMatch(row, token, end - 1)
        return None

    def row(self, part: CuePos, lemma: str) -> Cue | None:
        """The row of a single word as this part of speech."""
        found = self.rows.get((part, lemma))
        return found[-1][1] if found else None

    def is_claim_noun(self, lemma: str) -> bool:
        """Whether a noun stands for a claim: "report", "allegation", also "story" and the like."""
        return ("noun", lemma) in self.rows or lemma in self.stories

    def may_speak(self, s: Columns, token: int) -> bool:
        """Whether a token names, stands for or describes somebody who can speak."""
        return s.entities[token] in NAMED or s.words[token] in _PEOPLE or s.lemmas[token] in self.speakers


@lru_cache(maxsize=4)
def index_cues(lexicon: Lexicon) -> CueIndex:
    """The cue rows of a lexicon, ready for look-ups; a later row wins over an earlier one for the same word."""
    rows: dict[tuple[str, str], dict[tuple[str, ...], Cue]] = {}
    for row in lexicon.cues:
        first, *rest = row.lemma.split()
        rows.setdefault((row.pos, first), {})[tuple(rest)] = row
    people = {word for office in lexicon.offices if office.kind not in ("honorific", "portfolio") for word in office.words}
    bodies = {word for body in lexicon.bodies if body.kind in _BODIES for word in body.words}
    longest_first = {key: sorted(found.items(), key=lambda x: -len(x[0])) for key, found in rows.items()}
    firsts = frozenset(word for _, word in rows)
    return CueIndex(
        rows=longest_first,
        speakers=frozenset(people | bodies),
        stories=nouns_of(lexicon, "story"),
        remarks=nouns_of(lexicon, "remark"),
        documents=nouns_of(lexicon, "document"),
        channels=nouns_of(lexicon, "channel"),
        persons=nouns_of(lexicon, "person"),
        mute=nouns_of(lexicon, "mute"),
        making=verbs_of(lexicon, "making"),
        controlling=verbs_of(lexicon, "controlling"),
        firsts=firsts,
        openers=frozenset(word for part, word in rows if part == "phrase"),
        lemmas=firsts.union(*((word + "e", word.removesuffix("e")) for word in firsts)),
        verdicts={word: found[-1][1] for (part, word), found in longest_first.items() if part == "verdict"},
    )


def find_cues(s: Columns, index: CueIndex) -> Iterator[CueMatch]:
    """Every token where a row of the lexicon fits, in order."""
    lemmas, firsts, openers = index.lemmas, index.firsts, index.openers
    for token, (pos, word, lemma) in enumerate(zip(s.pos, s.words, s.lemmas, strict=True)):
        may_open = (lemma in lemmas or word in firsts or pos == "PROPN") if pos in _CANDIDATES else word in openers
        if may_open and s.paragraph[token] >= 0 and not _is_compound(s, token):
            match = index.at(s, token)
            if match is not None:
                yield match


def _is_compound(s: Columns, token: int) -> bool:
    """ "so-called", "self-described": a word behind a hyphen reports nothing."""
    hyphen = token - 1
    return hyphen > 0 and s.words[hyphen] == "-" and s.ends[hyphen - 1] == s.starts[hyphen] and s.ends[hyphen] == s.starts[token]


def _base_forms(lemma: str) -> tuple[str, ...]:
    """The lemma, and what the lemmatiser should have said for "hoped" (hop) and "retweeted" (retweete)."""
    return (lemma, lemma + "e", lemma[:-1]) if lemma.endswith("e") else (lemma, lemma + "e")


def _past_forms(word: str) -> tuple[str, ...]:
    """Lemmas of a verb that opens a sentence and was taken for a name: "Said Anna Berg"."""
    if word in ("said", "says"):
        return ("say",)
    return (word[:-2], word[:-1]) if word.endswith("ed") else ()


def _particle(s: Columns, token: int, rest: tuple[str, ...]) -> int | None:
    """Where the particle words of a row stand: in order among the few words after the token."""
    last = token
    for word in rest:
        window = range(last + 1, min(last + (4 if word != rest[0] else 5), len(s)))
        last = next((i for i in window if s.words[i] == word), -1)
        if last < 0 or (s.deps[last] in ("prep", "prt") and s.heads[last] != token and last != token + 1):
            return None
    return last


def is_negated(s: Columns, token: int) -> bool:
    """Whether a verb (or the copula over an adjective) is negated: "did not say", "nor did he say", "without saying"."""
    if token > 0 and s.words[token - 1] in ("nor", "neither", "without"):
        return True
    return any(s.deps[c] == "neg" or s.words[c] in NEGATIONS for c in s.children[token])


def cue_tokens(s: Columns, match: CueMatch) -> tuple[int, int]:
    """Token range of a cue with its auxiliaries, copula and particle, as far as they stand side by side."""
    start, anchor = match.token, match.token
    if match.row.pos == "adjective" and s.deps[match.token] in ("acomp", "oprd") and s.heads[match.token] < match.token:
        anchor = s.heads[match.token]
        start = anchor
    linked = {c for c in s.children[anchor] if s.deps[c] in ("aux", "auxpass", "neg", "advmod") and c < anchor}
    while start - 1 in linked:
        start -= 1
    return start, match.last + 1
