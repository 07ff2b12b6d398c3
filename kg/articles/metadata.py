"""What is given about an article besides its text: fields of a JSON article, or a sidecar `NAME.meta.json`."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

import msgspec
from msgspec import Struct

from kg.articles.bylines import split_names
from kg.articles.dates import iso_date
from kg.errors import ArticleError

SIDECAR = ".meta.json"


class Metadata(Struct, frozen=True):
    """What is known of an article from one source; None and empty where the source does not say."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and the other's where this source does not say."""
        return Metadata(
            self.title or other.title, self.published or other.published, self.publisher or other.publisher,
            self.authors or other.authors, self.url or other.url,
        )  # fmt: skip


NOTHING_KNOWN: Final = Metadata()


class Fields(Struct, frozen=True):
    """The fields of a JSON article or a sidecar that are read; others are left alone."""

    text: str | None = None
    html: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: list[str] | str | None = None
    url: str | None = None

    def metadata(self, where: str) -> Metadata:
        """The fields as values; raises ArticleError for a date that is none."""
        authors = split_names(self.authors) if isinstance(self.authors, str) else self.authors or ()
        return Metadata(
            title=_words(self.title),
            published=_published(self.published, where),
            publisher=_words(self.publisher),
            authors=tuple(a for name in authors if (a := _words(name))),
            url=_words(self.url),
        )


def read_json(text: str, where: str, line: int = 1) -> Any:
    """The value of a JSON text; raises ArticleError with line and column where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(f"{where}: no JSON: {error.msg} at line {error.lineno + line - 1}, column {error.colno}") from None
    except RecursionError:
        raise ArticleError(f"{where}: no JSON that can be read: it is nested too deeply") from None


def read_fields(value: Any, where: str) -> Fields:
    """The fields of one JSON object; raises ArticleError where it is none or a field has the wrong type."""
    if not isinstance(value, dict):
        raise ArticleError(f"{where}: a JSON object was expected, not {_kind(value)}")
    try:
        return msgspec.convert(value, Fields)
    except msgspec.ValidationError as error:
        raise ArticleError(f"{where}: {_in_words(str(error))}") from None


def _published(value: str | None, where: str) -> date | None:
    if not _words(value):
        return None
    try:
        return iso_date(str(value).strip())
    except ValueError:
        raise ArticleError(f"{where}: field 'published': {value!r} is no ISO date (2025-03-31 or 2025-03-31T09:30:00+02:00)") from None


def _words(value: str | None) -> str | None:
    return (value.strip() or None) if value else None


def _kind(value: Any) -> str:
    return {list: "a list", str: "a string", bool: "true or false", type(None): "null"}.get(type(value), "a number")


def _in_words(message: str) -> str:
    """msgspec's "Expected `str | null`, got `int` - at `$.title`" with the field's name first."""
    cause, _, place = message.partition(" - at ")
    cause = cause[:1].lower() + cause[1:].replace(" | null", "").replace("`", "")
    return f"field {place.strip('`').removeprefix('$.')!r}: {cause}" if place else cause
