"""Words are data: the tables of `ontology/lexicon/*.toml` as typed rows. Grammar is code, in the extractors.

Each table is one TOML file with an array of rows; `--lexicon my.toml` adds rows of the user's own to any of them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from kg.errors import LexiconError
from kg.model import Certainty, EntityType, Polarity


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that brings in a claim: which complements it takes and what kind of claim it makes."""

    lemma: str
    pos: str
    act: str
    frames: tuple[str, ...] = ()
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of situation: the words that tell of it, and which dependency or preposition fills which role."""

    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = {}
    reciprocal: bool = False


class Office(Struct, frozen=True, forbid_unknown_fields=True):
    """A title, an office or a kinship word."""

    title: str
    kind: str = "office"


class Nation(Struct, frozen=True, forbid_unknown_fields=True):
    """A country with the words that stand for it: adjectives and demonyms, capital and seats of government, short forms."""

    name: str
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    type: EntityType = "GeopoliticalEntity"


class Lexicon(Struct, frozen=True):
    """All tables. A user's rows come after the project's own and so win where both name a word."""

    cues: tuple[Cue, ...] = ()
    frames: tuple[Frame, ...] = ()
    offices: tuple[Office, ...] = ()
    nations: tuple[Nation, ...] = ()


TABLES: tuple[str, ...] = Lexicon.__struct_fields__


def ontology_folder() -> Traversable:
    """The `ontology/` folder: inside the installed package, or beside it in a checkout."""
    installed = files("kg") / "ontology"
    return installed if installed.is_dir() else Path(str(files("kg"))).parent / "ontology"


@cache
def load_lexicon(extra: Path | None = None) -> Lexicon:
    """The project's tables and, where given, the rows of a user's own file.

    Raises LexiconError naming file and cause where a table does not fit.
    """
    tables: dict[str, list[Any]] = {name: [] for name in TABLES}
    folder = ontology_folder() / "lexicon"
    sources = [(f"{name}.toml", (folder / f"{name}.toml").read_text("utf-8")) for name in TABLES]
    if extra is not None:
        try:
            sources.append((str(extra), extra.read_text("utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise LexiconError(f"{extra}: cannot be read: {error}") from None
    for source, text in sources:
        for name, rows in _read(source, text).items():
            tables[name] += rows
    try:
        return msgspec.convert(tables, Lexicon)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{extra or folder}: {error}") from None


def _read(source: str, text: str) -> dict[str, list[Any]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source}: no TOML: {error}") from None
    for name, rows in data.items():
        if name not in TABLES or not isinstance(rows, list):
            raise LexiconError(f"{source}: {name!r} is no table of the lexicon; known: {', '.join(TABLES)}")
    return data
