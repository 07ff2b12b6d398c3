"""What the words of a SPARQL query say before it is run: that it calls other servers, names its own graphs, or misspells a term."""

from __future__ import annotations

import re
import sys
from collections.abc import Container, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg.errors import QueryError
from kg.vocab import NK, PREFIXES, Act, Code, Kind

_TOKEN: Final = re.compile(
    r'''
    """(?:[^"\\]|\\.|"(?!""))*""" | \'\'\'(?:[^'\\]|\\.|'(?!''))*\'\'\' | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'   # strings
    | <[^<>"{}|^`\\\x00-\x20]*>                                      # addresses
    | \#[^\n\r]*                                                     # comments
    | [?$](?P<variable>\w+) | @\w+                                   # variables, languages
    | (?P<name> [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* )           # nk:Claim
    | (?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?                       # numbers
    | (?P<word> [^\W\d]\w* )                                         # keywords
    ''',
    re.VERBOSE | re.DOTALL,
)
_SELECTS_ALL: Final = re.compile(r"^\W*(?:(?:PREFIX|BASE)\s+)*SELECT\s+(?:(?:DISTINCT|REDUCED)\s+)?\*", re.IGNORECASE)
_DECLARED: Final = re.compile(r"PREFIX\s+([\w.-]*:)", re.IGNORECASE)
_SPACES: Final = {prefix: PREFIXES[prefix] for prefix in ("nk", "nkv", "kind", "act")}
_TERMS: Final = frozenset(iri for home in (NK, Code, Kind, Act) for name, iri in vars(home).items() if not name.startswith("_"))
"""Every term of the ontology."""


def read_query(argument: str) -> str:
    """The query that a person means: itself, that of a file (`.rq`, `.sparql`), or for `-` that of standard input.

    Raises QueryError naming a file that cannot be read.
    """
    if argument == "-":
        return sys.stdin.read()
    if not argument.endswith((".rq", ".sparql")):
        return argument
    try:
        return Path(argument).read_text("utf-8")
    except OSError as error:
        raise QueryError(f"{argument}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise QueryError(f"{argument}: cannot be read: it is not UTF-8") from None


def calls_servers(sparql: str) -> bool:
    """Would the query ask another server (SERVICE)? In doubt, as in `trueSERVICE`, which the engine reads as two words, yes."""
    return any("service" in word for word in _keywords(sparql))


def names_graphs(sparql: str) -> bool:
    """Does the query itself say which graphs it asks (FROM)?"""
    return "from" in _keywords(sparql)


def all_variables(sparql: str) -> list[str]:
    """The variables of a query that selects all (`SELECT *`), as they come in it; none where it names those that it wants."""
    if _SELECTS_ALL.search(_TOKEN.sub(lambda token: token[0] if token["word"] else " ", sparql)) is None:
        return []
    return list(dict.fromkeys(token["variable"] for token in _TOKEN.finditer(sparql) if token["variable"]))


def unknown_terms(sparql: str) -> Iterator[tuple[str, str]]:
    """The address of each term that a query spells as the ontology does not, and a line that says so; such a term matches nothing."""
    for name in _names(sparql):
        prefix, _, local = name.partition(":")
        space = _SPACES.get(prefix)
        if space and local and space + local not in _TERMS:
            terms = sorted(iri.removeprefix(space) for iri in _TERMS if iri.startswith(space))
            close = " or ".join(f"{prefix}:{term}" for term in get_close_matches(local, terms, 2))
            yield space + local, f"{name} is no term of the ontology" + (f"; did you mean {close}?" if close else "")


def undeclared_prefix(sparql: str, known: Container[str]) -> tuple[str, int] | None:
    """The first prefix that a query uses without saying what it stands for, and where it stands."""
    declared = {name.partition(":")[0] for name in _DECLARED.findall(sparql)} | {"_"}
    used = ((token["name"].partition(":")[0], token.start()) for token in _TOKEN.finditer(sparql) if token["name"])
    return next(((prefix, offset) for prefix, offset in used if prefix not in declared and prefix not in known), None)


def _names(sparql: str) -> list[str]:
    """Short names such as `nk:Claim`, each once."""
    return list(dict.fromkeys(token["name"].rstrip(".") for token in _TOKEN.finditer(sparql) if token["name"]))


def _keywords(sparql: str) -> set[str]:
    return {token["word"].lower() for token in _TOKEN.finditer(sparql) if token["word"]}
