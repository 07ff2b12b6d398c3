"""Words are data: the tables of `ontology/lexicon/*.toml` as typed rows. Grammar is code, in the extractors.

Each table is one TOML file with an array of rows; `--lexicon my.toml` adds rows of the user's own to any of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from kg.errors import LexiconError
from kg.model import Certainty, EntityType, Modality, Polarity, RoleName
from kg.spelling import unaccented

Gender = Literal["m", "f"]
CuePos = Literal["verb", "noun", "adjective", "phrase", "mark", "verdict"]
NounKind = Literal["person", "thing", "force", "official", "holder", "story", "remark", "mute", "abstract", "document", "channel"]
VerbKind = Literal["making", "controlling"]


class Cue(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A word that brings in a claim: who says it is its subject, what is said one of its complements.

    `lemma` may hold a particle ("point out") or, for a phrase, several words ("according to"); the verb "*" is any verb beside a
    quotation. `frames` are the complements that hold what is said: `clause` (that, whether, how ...), `quote` (words in quotation
    marks, also of verbs of manner), `infinitive` (to go; with its own subject: wants them to go), `gerund` (going), `object` (a
    noun phrase), `predicate` (called it a lie), and any preposition (`for`: calls for talks; with an object before it, both:
    accused him of lying). `act` is a code of the ontology's speech acts. `tells`: the object is who is told, not what is said.
    `by` "texts": only a study, a poll or a paper says so with this word ("shows"); "people": nothing that cannot speak ("echoed").
    `people`: further frames, only where a person
    is the subject ("she compared it").
    `passive`: without anybody named as source it is still a claim ("was asked").

    A `mark` is a sign behind a name ("Rossi: we will race"). A `verdict` is a word that rejects or confirms a claim that it is
    said of ("called it baseless", "said the report was true"): its act and polarity replace those of the verb. `example` is a
    sentence that shows the row at work; a test runs it.
    """

    lemma: str
    pos: CuePos
    act: str
    frames: tuple[str, ...]
    example: str
    polarity: Polarity = "affirmed"
    certainty: Certainty = "stated"
    tells: bool = False
    passive: bool = False
    people: tuple[str, ...] = ()
    by: Literal["anybody", "texts", "people"] = "anybody"


class Frame(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A kind of situation: the words that tell of it, and which dependency or preposition fills which role.

    The head of `frames.toml` says what each field means.
    """

    kind: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    roles: dict[str, RoleName | Literal["place", "none"]] = {}
    subject: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    reciprocal: bool = False
    itself: bool = False
    plan: bool = False
    beings: bool = False
    things: bool = False
    places: bool = False
    linked: bool = False
    general: bool = False
    site: bool = False
    body: bool = False


class Anaphor(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Nouns that take up what was told ("the deal"): `kinds` of what; `bare`: also without an article ("talks resumed").

    `verbs` do so with "it" or "this" ("it took place"). `versions` tell one of several from the others ("a second attack"). `wide`
    verbs say so little that two deeds of somebody need not be one ("he got the news", "he got a job").
    """

    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    bare: bool = False
    verbs: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()


class Governor(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words that say whether what they govern happens: wanted, planned, prevented, begun. `light`: they tell of it themselves.

    The head of `governors.toml` says what each field means.
    """

    words: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    light: bool = False
    nouns: bool = False
    subjects: bool = False
    kinds: tuple[str, ...] = ()
    hedge: bool = False


class Shade(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words that tell the real from the unreal in the construction that `is` names; see `shades.toml`."""

    words: tuple[str, ...]
    kind: Literal[
        "part", "fiction", "outcome", "sequel", "amount", "multiple", "settled", "concluded", "open", "unfounded", "lasting",
        "other-times", "lengths",
    ] = field(name="is")


class Office(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Nouns of offices, ranks, forms of address, professions or kinship; `of`: what has one such person.

    `alike` maps words for one office to one of them: "gov." to "governor".
    """

    words: tuple[str, ...]
    kind: Literal["office", "profession", "rank", "honorific", "kin", "gendered", "portfolio", "person", "calling"] = "office"
    gender: Gender | None = None
    of: Literal["nation", "region", "company"] | None = None
    alike: dict[str, str] = {}


class Nation(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A country (or region of the world) with the words that stand for it.

    `capitals` are cities that also stand for the government; `seats` ("Kremlin") only stand for it; `institutions` are bodies
    of the country known by a name of their own; `code` is ISO 3166-1.
    """

    name: str
    code: str | None = None
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    type: EntityType = "GeopoliticalEntity"


class Body(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Nouns for what people form together: the nation itself, one of its organs, an organization, a place or a group."""

    words: tuple[str, ...]
    # `is` is what the noun stands for.
    kind: Literal["nation", "organ", "organization", "company", "institution", "place", "country", "group", "civic", "legal"] = field(
        name="is"
    )


class Naming(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words that tell what a name is a name of: a noun beside it, a noun of what it has ("of"), the last word of the name or all of it.

    "club" is such a last word too, of a sports club, which goes by it alone; "leaning" stands before a name and is none of its words.
    """

    words: tuple[str, ...]
    at: Literal["beside", "of", "end", "whole", "club", "leaning"]
    type: EntityType


class Noun(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Common nouns by what they name; see `nouns.toml`."""

    words: tuple[str, ...]
    kind: NounKind = field(name="is")


class Verb(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Common verbs by what they do to what stands beside them; see `verbs.toml`."""

    words: tuple[str, ...]
    kind: VerbKind = field(name="is")


class Given(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """First names that tell a gender."""

    gender: Gender
    names: tuple[str, ...]


class Nickname(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """A first name and the short forms that stand for it."""

    name: str
    short: tuple[str, ...]


class Region(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """States or provinces of one country; `codes`, where given, are those of GeoNames, in the order of the names.

    `short` maps what news write for short ("Calif.") to the name.
    """

    within: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    short: dict[str, str] = {}


class Sport(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words of sport: games, nouns that tell a report of a match, what a team has, and what teams do to one another."""

    words: tuple[str, ...]
    kind: Literal["game", "play", "team", "action"] = field(name="is")


class Sort(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Words by the sort of body, place, person or deed that they tell of; `sorts.toml` says what each is."""

    words: tuple[str, ...]
    kind: Literal[
        "any", "trade", "media", "media-name", "side", "maker", "bloc", "collective", "lone", "governing", "creed", "seated", "local",
        "of-towns", "consort", "town", "state", "house", "leader", "head", "law", "runs", "trades", "trusts", "posts", "says",
        "stands", "addresses", "behind-name", "first-name", "before-thing", "alike", "one-body",
    ] = field(name="is")


class Pointer(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Nouns that stand for a claim made before ("denied the story"); `act` is the speech act of the claims that they point to."""

    act: str
    words: tuple[str, ...]


class Lexicon(Struct, frozen=True, gc=False, eq=False):
    """All tables. A user's rows come after the project's own and so win where both name a word."""

    cues: tuple[Cue, ...] = ()
    frames: tuple[Frame, ...] = ()
    anaphors: tuple[Anaphor, ...] = ()
    governors: tuple[Governor, ...] = ()
    shades: tuple[Shade, ...] = ()
    offices: tuple[Office, ...] = ()
    nations: tuple[Nation, ...] = ()
    bodies: tuple[Body, ...] = ()
    nouns: tuple[Noun, ...] = ()
    verbs: tuple[Verb, ...] = ()
    given: tuple[Given, ...] = ()
    nicknames: tuple[Nickname, ...] = ()
    regions: tuple[Region, ...] = ()
    sports: tuple[Sport, ...] = ()
    sorts: tuple[Sort, ...] = ()
    namings: tuple[Naming, ...] = ()
    pointers: tuple[Pointer, ...] = ()


Nicknames = dict[str, frozenset[str]]
"""First names in lower case, without accents -> the full first names that each may stand for, itself among them."""


def nicknames_of(lexicon: Lexicon) -> Nicknames:
    """Which first names may be one."""
    found: dict[str, set[str]] = {}
    for row in lexicon.nicknames:
        for name in (row.name, *row.short):
            found.setdefault(unaccented(name), set()).add(row.name)
    return {name: frozenset(full) for name, full in found.items()}


@cache
def nouns_of(lexicon: Lexicon, kind: NounKind) -> frozenset[str]:
    """The nouns of the rows of one kind."""
    return frozenset(word for row in lexicon.nouns if row.kind == kind for word in row.words)


@cache
def claim_nouns(lexicon: Lexicon) -> Mapping[str, str]:
    """Nouns that stand for a claim ("allegation", "story") and the speech act of each."""
    return {word: row.act for row in lexicon.pointers for word in row.words} | {c.lemma: c.act for c in lexicon.cues if c.pos == "noun"}


def alike_offices(lexicon: Lexicon) -> dict[str, str]:
    """Word for an office -> the one that stands for all such words."""
    return {word: plain for row in lexicon.offices for word, plain in row.alike.items()}


@cache
def called_of(lexicon: Lexicon) -> Mapping[str, str]:
    """Folded name of a body -> the first of the names that it goes by."""
    return {name: row.words[0] for row in lexicon.sorts if row.kind == "one-body" for name in row.words[1:]}


@cache
def verbs_of(lexicon: Lexicon, kind: VerbKind) -> frozenset[str]:
    """The verbs of the rows of one kind."""
    return frozenset(word for row in lexicon.verbs if row.kind == kind for word in row.words)


TABLES: tuple[str, ...] = Lexicon.__struct_fields__


def ontology_folder() -> Traversable:
    """The `ontology/` folder: inside the installed package, or beside it in a checkout."""
    installed = files("kg") / "ontology"
    return installed if installed.is_dir() else Path(str(files("kg"))).parent / "ontology"


@cache
def load_lexicon(extra: Path | None = None) -> Lexicon:
    """The project's tables and, where given, the rows of a user's own file.

    Raises LexiconError naming file, row and cause where a table does not fit.
    """
    folder = ontology_folder() / "lexicon"
    parts = [_read(f"{name}.toml", (folder / f"{name}.toml").read_text("utf-8")) for name in TABLES]
    if extra is not None:
        try:
            parts.append(_read(str(extra), extra.read_text("utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise LexiconError(f"{extra}: cannot be read: {error}") from None
    return Lexicon(**{name: tuple(row for part in parts for row in getattr(part, name)) for name in TABLES})


def _read(source: str, text: str) -> Lexicon:
    """The tables of one file."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{source}: no TOML: {error}") from None
    for name, rows in tables.items():
        if name not in TABLES or not isinstance(rows, list):
            raise LexiconError(f"{source}: {name!r} is no table of the lexicon; known: {', '.join(TABLES)}")
    try:
        return msgspec.convert(tables, Lexicon)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{source}: {error}") from None
