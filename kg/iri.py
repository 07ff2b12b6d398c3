"""Deterministic IRIs that every triple store can read: lower case letters, digits and hyphens after a leading letter."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

from kg.errors import OutputError
from kg.vocab import PREFIXES

BASE: Final = "https://newskg.example/"
MAX_SLUG: Final = 60

# Letters of Latin-script names that have no decomposition into a plain letter and a mark.
_PLAIN: Final = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_ENTITIES: Final = {"org": "organization"} | {name: name for name in ("person", "group", "gpe", "place", "topic", "event")}
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`#?]+/")


def checked_base(iri: str) -> str:
    """The IRI, if everything of a build can be named by adding to it; raises OutputError saying why not."""
    if _BASE.fullmatch(iri) is None:
        raise OutputError(f"the base {iri!r} must be a web address that ends with /, such as https://data.mydesk.example/")
    return iri


def namespaces(base: str) -> dict[str, str]:
    """Prefix -> namespace, in every file of a build and in every query of it: the vocabularies, then what a build names itself."""
    ids = {prefix: f"{base}id/{folder}/" for prefix, folder in _ENTITIES.items()}
    return {**PREFIXES, **ids, **{name: f"{base}{name}/" for name in ("doc", "graph", "run", "agent")}}


def sha256_of(text: str) -> str:
    """SHA-256 of a text as UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(sha256: str) -> str:
    """The id of a document: `d` and the first 16 hex digits of its text's SHA-256."""
    return "d" + sha256[:16]


def slug(name: str) -> str:
    """A local name `[a-z][a-z0-9-]*` of at most 60 characters.

    A name that loses letters on the way to ASCII, or that would not begin with a letter, gets six hex digits of its hash,
    so that two names never share a slug by accident of their script.
    """
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    ascii_only = "".join(c for c in plain if not unicodedata.combining(c))
    lossy = any(c.isalnum() and not c.isascii() for c in ascii_only)
    words = re.sub(r"[’'`.]", "", ascii_only.encode("ascii", "ignore").decode().lower())
    text = re.sub(r"[^a-z0-9]+", "-", words).strip("-")
    if not text or lossy or not text[0].isalpha():
        return f"{'n-' if not text or not text[0].isalpha() else ''}{text[: MAX_SLUG - 9]}{'-' if text else ''}{short_hash(name)}"
    return text[:MAX_SLUG].rstrip("-")


def short_hash(*parts: str) -> str:
    """Six hex digits that tell homonyms apart."""
    return sha256_of("\x00".join(parts))[:6]
