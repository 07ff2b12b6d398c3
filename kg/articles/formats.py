"""The kinds of file that articles are read from: one table, suffix -> reader.

A reader takes the bytes of a file and its path for messages, and gives a draft of each article in it, or the error in its
place, so that one bad line of a feed does not end the reading of the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from kg.articles.metadata import NOTHING_KNOWN, Metadata, read_fields, read_json
from kg.articles.webpage import decode_webpage, read_webpage
from kg.errors import ArticleError

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file has it: `given` by the user beside the text, `printed` in the file's own markup.

    `where` is the place for messages ("news/feed.jsonl, line 3"), `part` what tells it from others of its file ("#3").
    """

    where: str
    text: str
    part: str = ""
    given: Metadata = NOTHING_KNOWN
    printed: Metadata = NOTHING_KNOWN


Reader = Callable[[bytes, str], Iterator[Draft | ArticleError]]


def read_text(data: bytes, where: str) -> Iterator[Draft | ArticleError]:
    """A plain text: the decoded file, not one character added, removed or changed; a byte order mark is no part of it."""
    try:
        yield Draft(where, decode(data, where))
    except ArticleError as error:
        yield error


def read_html(data: bytes, where: str) -> Iterator[Draft | ArticleError]:
    """A web page: the text of its article, with title, author, date, site and address from its markup."""
    try:
        text, printed = read_webpage(decode_webpage(data, where), where)
        yield Draft(where, text, printed=printed)
    except ArticleError as error:
        yield error


def read_json_file(data: bytes, where: str) -> Iterator[Draft | ArticleError]:
    """One JSON object, or a list of them, each with `text` or `html`; the third of a list is `NAME#3`."""
    try:
        value = read_json(decode(data, where), where)
    except ArticleError as error:
        yield error
        return
    if not isinstance(value, list):
        yield _from_object(value, where)
    elif not value:
        yield ArticleError(f"{where}: an empty list, no article")
    else:
        yield from (_from_object(item, f"{where}, item {i}", f"#{i}") for i, item in enumerate(value, start=1))


def read_json_lines(data: bytes, where: str) -> Iterator[Draft | ArticleError]:
    """One JSON object a line, each with `text` or `html`; the one in line 3 is `NAME#3`. Blank lines are left out."""
    try:
        lines = decode(data, where).split("\n")
    except ArticleError as error:
        yield error
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _from_line(line, where, number)


READERS: Final[Mapping[str, Reader]] = MappingProxyType({
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".json": read_json_file,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
})


def guess_reader(data: bytes) -> Reader:
    """The reader for bytes without a name, by how they begin: JSON Lines, JSON, a web page, else plain text."""
    start = data.removeprefix(_BOM).lstrip()[:4096]
    if start.startswith(b"{"):
        return read_json_lines if re.match(rb"\{[^\n]*\}\s*(?:\n|$)", start) or b"\n" not in start else read_json_file
    if re.match(rb"\[\s*[{\]]", start):
        return read_json_file
    if re.match(rb"<(?:!doctype|\?xml|html|head|body|article|!--|div|p)\b", start, re.IGNORECASE):
        return read_html
    return read_text


def decode(data: bytes, where: str) -> str:
    """Bytes as UTF-8, line ends kept; raises ArticleError with the first byte that does not fit."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ArticleError(f"{where}: is UTF-16, not UTF-8; convert it, for example: iconv -f UTF-16 -t UTF-8")
    if b"\0" in data:
        raise ArticleError(f"{where}: is binary, no text (NUL byte at offset {data.index(0)})")
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + (len(_BOM) if data.startswith(_BOM) else 0)
        raise ArticleError(
            f"{where}: is not UTF-8 (byte 0x{data[offset]:02X} at offset {offset}); convert it, for example: iconv -f WINDOWS-1252 -t UTF-8"
        ) from None


def _from_line(line: str, where: str, number: int) -> Draft | ArticleError:
    try:
        value = read_json(line, where, number)
    except ArticleError as error:
        return error
    return _from_object(value, f"{where}, line {number}", f"#{number}")


def _from_object(value: Any, where: str, part: str = "") -> Draft | ArticleError:
    try:
        fields = read_fields(value, where)
        given = fields.metadata(where)
        if fields.text is not None:
            return Draft(where, _whole(fields.text, where), part, given)
        if fields.html is not None:
            text, printed = read_webpage(_whole(fields.html, where), where)
            return Draft(where, text, part, given, printed)
    except ArticleError as error:
        return error
    return ArticleError(f"{where}: has neither 'text' nor 'html'")


def _whole(text: str, where: str) -> str:
    """JSON can spell half a character (`\\ud83d` alone), which no file and no graph can hold."""
    half = re.search("[\ud800-\udfff]", text)
    if half:
        raise ArticleError(f"{where}: the text holds half a character (\\u{ord(half[0]):04x} at position {half.start()})")
    return text
