"""The lexicon turned round for look-up by word: which country, office or body a word stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from msgspec import Struct

from kg.lexicon import Gender, Lexicon, Nation, Nicknames, alike_offices, called_of, nicknames_of
from kg.model import EntityType

NO_TITLES: Final = frozenset({"kin", "gendered", "portfolio", "calling"})

IN_LAW: Final = "law"
"""The last token of "son-in-law", which the tokenizer cuts."""
SPORTS: Final = ("game", "play", "team", "action")
_PIECES = re.compile(r"[-',]|[^\s\-',]+")


class Gazetteer(Struct, frozen=True):
    """Words to rows. Names of countries are looked up as written, all else in lower case.

    `names` holds countries, `capitals` and `seats` what stands for their governments, `adjectives` and `people` the words
    for nationality; `runs` maps the first word of each name of several words to those names, the longest first.
    """

    names: dict[str, Nation]
    capitals: dict[str, Nation]
    seats: dict[str, Nation]
    adjectives: dict[str, Nation]
    hosts: dict[str, tuple[str, ...]]
    """Capitals -> every country or union that has its seat there."""
    people: dict[str, Nation]
    institutions: dict[str, Nation]
    runs: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    titles: dict[str, frozenset[str]]
    title_words: frozenset[str]
    """Heads of offices, ranks and forms of address."""
    person_words: frozenset[str]
    """These, and all nouns for a person."""
    national: frozenset[str]
    regional: frozenset[str]
    corporate: frozenset[str]
    alike: dict[str, str]
    """Word for an office -> the one that stands for all such words."""
    gender: dict[str, Gender]
    given: dict[str, Gender]
    nicknames: Nicknames
    bodies: dict[str, frozenset[str]]
    organs: frozenset[str]
    nouns: frozenset[str]
    """The words that descriptions have for a head."""
    portfolios: frozenset[str]
    legal: frozenset[str]
    regions: dict[str, str]
    """States and provinces -> their country."""
    spelt_out: dict[str, str]
    """ "Calif." -> "California"."""
    beside: dict[str, EntityType]
    """Nouns beside a name -> what it is a name of."""
    owned: dict[str, EntityType]
    """Nouns of what a name has -> what it is a name of."""
    endings: dict[str, EntityType]
    """Last words of names -> what they are names of."""
    whole: dict[str, EntityType]
    """Names of one word that are always of one sort."""
    clubs: frozenset[str]
    """Last words of the names of sports clubs."""
    leanings: frozenset[str]
    """Adjectives for the parties and creeds of people and of bodies."""
    sorts: dict[str, frozenset[str]]
    """Words by the sort of body, place, person or deed that they tell of."""
    called: Mapping[str, str]
    """Folded name of a body -> the first of the names that it goes by."""
    alike_bodies: tuple[frozenset[str], ...]
    """Nouns for bodies that go for one another."""
    sports: dict[str, frozenset[str]]
    """Words of sport by kind: games, nouns of play, what a team has, what it does."""

    def nation(self, name: str) -> Nation | None:
        """The country of that name, adjective or people."""
        return self.names.get(name) or self.adjectives.get(name) or self.people.get(name)

    def office(self, word: str) -> str:
        """The head noun that stands for all words for an office: "governor" for "gov.", "executive" for "ceo"."""
        return self.alike.get(word, word).rpartition(" ")[2]

    def is_organization(self, word: str) -> bool:
        """Whether a lower-case noun stands for organizations."""
        return bool(self.bodies.get(word, frozenset()) & {"organization", "company", "institution"})

    def is_title(self, word: str, *, person: bool = False) -> bool:
        """Whether a lower-case word is the head of an office, rank or form of address; with `person`, or any noun for a person."""
        return word in (self.person_words if person else self.title_words)


@lru_cache(maxsize=4)
def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The look-up tables of a lexicon, made once."""
    nations, offices = lexicon.nations, lexicon.offices
    tables = _of_nations(nations)
    titles = _by_word((word, row.kind) for row in offices for word in row.words)
    kinds = _by_word((word, row.kind) for row in lexicon.bodies for word in row.words)
    return Gazetteer(
        **tables,
        runs=_runs(name for table in tables.values() for name in table),
        nouns=frozenset({*titles, *(w for w, k in kinds.items() if k != {"legal"}), IN_LAW}),
        titles=titles,
        title_words=frozenset(w for w, k in titles.items() if k - {*NO_TITLES, "person"}),
        person_words=frozenset(w for w, k in titles.items() if k - NO_TITLES),
        national=frozenset(w for o in offices if o.of == "nation" for w in o.words),
        regional=frozenset(w for o in offices if o.of == "region" for w in o.words),
        corporate=frozenset(w for o in offices if o.of == "company" for w in o.words),
        hosts={city: tuple(n.name for n in nations if city in n.capitals) for n in nations for city in n.capitals},
        alike=alike_offices(lexicon),
        gender={w: o.gender for o in offices if o.gender for w in o.words},
        given={name: row.gender for row in lexicon.given for name in row.names},
        nicknames=nicknames_of(lexicon),
        bodies={w: k - {"legal"} for w, k in kinds.items()},
        organs=frozenset(w for w, k in kinds.items() if "organ" in k),
        regions={name: row.within for row in lexicon.regions for name in (*row.names, *row.short)},
        spelt_out={short: name for row in lexicon.regions for short, name in row.short.items()},
        beside={w: row.type for row in lexicon.namings if row.at == "beside" for w in row.words},
        owned={w: row.type for row in lexicon.namings if row.at == "of" for w in row.words},
        endings={w: row.type for row in lexicon.namings if row.at in ("end", "club") for w in row.words},
        whole={w: row.type for row in lexicon.namings if row.at == "whole" for w in row.words},
        leanings=frozenset(w for row in lexicon.namings if row.at == "leaning" for w in row.words),
        clubs=frozenset(w for row in lexicon.namings if row.at == "club" for w in row.words),
        sports={kind: frozenset(w for row in lexicon.sports if row.kind == kind for w in row.words) for kind in SPORTS},
        sorts={row.kind: frozenset(w for other in lexicon.sorts if other.kind == row.kind for w in other.words) for row in lexicon.sorts},
        called=called_of(lexicon),
        alike_bodies=tuple(frozenset(row.words) for row in lexicon.sorts if row.kind == "alike"),
        legal=frozenset(w for w, k in kinds.items() if "legal" in k),
        portfolios=frozenset(w for w, k in titles.items() if "portfolio" in k),
    )


def _of_nations(nations: tuple[Nation, ...]) -> dict[str, dict[str, Nation]]:
    """The words for countries, as fields of the gazetteer."""
    return {
        "names": {name: n for n in nations for name in (n.name, *n.short)},
        "capitals": {name: n for n in nations for name in n.capitals},
        "seats": {name: n for n in nations for name in n.seats},
        "adjectives": {name: n for n in nations for name in n.adjectives},
        "people": {name: n for n in nations for name in n.people},
        "institutions": {name: n for n in nations for name in n.institutions},
    }


def _by_word(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Word -> the kinds that its rows give it."""
    found: dict[str, set[str]] = {}
    for word, kind in pairs:
        found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def folded_word(word: str) -> str:
    """A word in lower case without full stops."""
    return word.replace(".", "").lower()


def _runs(names: Iterable[str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    runs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(set(names)):
        pieces = tuple(_PIECES.findall(name))
        runs.setdefault(pieces[0], []).append((pieces, name))
    return {first: tuple(sorted(found, key=lambda r: (-len(r[0]), r[1]))) for first, found in runs.items()}
