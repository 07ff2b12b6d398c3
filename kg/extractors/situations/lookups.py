"""The frames of the lexicon as look-ups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.doc import Token
from kg.lexicon import Frame, Lexicon, nouns_of


@dataclass(frozen=True)
class Words:
    """The frames by the lemma of their head word; the longest wording first."""

    verbs: dict[str, list[tuple[tuple[str, ...], Frame]]]
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]]
    light: dict[int, frozenset[str]]
    always_light: frozenset[str]
    planning: frozenset[str]
    known: frozenset[str]
    light_words: frozenset[str]
    senses: frozenset[str]
    """Words whose kind the words around them tell ("strike")."""
    anaphors: frozenset[str] = frozenset()
    """Nouns that take up what was told."""
    nations: frozenset[str] = frozenset()
    """The last words of the names of countries."""
    people: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    """Nouns that end like those for people, and are none."""
    forces: frozenset[str] = frozenset()
    """What fights for a country."""
    officials: frozenset[str] = frozenset()
    """Who meets for one."""
    abstract: frozenset[str] = frozenset()
    """What nobody can touch."""

    def lemma(self, verb: Token) -> str:
        """The lemma of a verb; the model cuts "staged" to "stag"."""
        lemma = verb.lemma_.lower()
        return lemma + "e" if lemma not in self.known and lemma + "e" in self.known else lemma


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The table as look-ups; a user's rows stand first."""
    verbs: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in reversed(lexicon.frames):
        for verb in frame.verbs:
            first, *rest = verb.split()
            verbs.setdefault(first, []).append((tuple(rest), frame))
        for noun in frame.nouns:
            *before, last = noun.split()
            nouns.setdefault(last, []).append((tuple(before), frame))
    light = {id(frame): frozenset(frame.light) for frame in lexicon.frames}
    for rows in (*verbs.values(), *nouns.values()):
        rows.sort(key=lambda row: -len(row[0]) - bool(row[1].object) - (row[1].beings or row[1].things or bool(row[1].subject)) * 0.5)
    always = frozenset(word for row in lexicon.governors if row.light for word in row.words)
    planning = frozenset(word for row in lexicon.governors if row.modality == "future" and not row.nouns for word in row.words)
    light_words = always | planning | {verb.split()[0] for frame in lexicon.frames for verb in frame.light}
    senses = frozenset(word for rows in (verbs, nouns) for word, group in rows.items() if any(frame.near for _, frame in group))
    anaphors = frozenset(word for row in lexicon.anaphors for word in row.words)
    nations = frozenset(name.split()[-1].lower() for row in lexicon.nations for name in (row.name, *row.short))
    return Words(
        verbs, nouns, light, always, planning, frozenset(verbs) | light_words, light_words, senses, anaphors, nations,
        nouns_of(lexicon, "person"), nouns_of(lexicon, "thing"), nouns_of(lexicon, "force"), nouns_of(lexicon, "official"),
        nouns_of(lexicon, "abstract"),
    )  # fmt: skip
