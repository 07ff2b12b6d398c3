"""Which files an input means, and what lies beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.articles.formats import READERS, Draft, decode, guess_reader
from kg.articles.metadata import NOTHING_KNOWN, SIDECAR, Metadata, read_fields, read_json
from kg.errors import ArticleError, InputError


@dataclass(frozen=True, slots=True)
class File:
    """A file to read and the name that its articles go by; no path for standard input."""

    name: str
    path: Path | None


def find_files(name: str | Path) -> list[File]:
    """The files of one input, sorted by path; raises InputError where there are none that can be read."""
    if str(name) == "-":
        return [File("-", None)]
    path = Path(name)
    if not str(name):
        raise InputError("an input has an empty name")
    if path.is_dir():
        return _files_below(path)
    if not path.exists():
        raise InputError(f"{name}: no such file or folder")
    if path.suffix.lower() not in READERS or path.name.endswith(SIDECAR):
        raise InputError(f"{name}: not a kind of file that articles are read from; known: {', '.join(READERS)}")
    return [File(path.name, path)]


def read_file(file: File) -> Iterator[tuple[str, Draft] | ArticleError]:
    """The articles of one file, each with its source and with what its sidecar gives, or the error in its place."""
    where = str(file.path or "standard input")
    try:
        data = file.path.read_bytes() if file.path else sys.stdin.buffer.read()
        given = _sidecar(file.path) if file.path else NOTHING_KNOWN
    except ArticleError as error:
        yield error
        return
    except OSError as error:
        yield ArticleError(f"{where}: cannot be read: {error.strerror}")
        return
    if not data:
        yield ArticleError(f"{where}: is empty")
        return
    reader = READERS[file.path.suffix.lower()] if file.path else guess_reader(data)
    for draft in reader(data, where):
        yield (file.name + draft.part, replace(draft, given=given.over(draft.given))) if isinstance(draft, Draft) else draft


def _files_below(folder: Path) -> list[File]:
    """Files of known kinds, less sidecars and whatever is hidden."""
    known = (path for path in folder.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    relative = sorted(path.relative_to(folder).as_posix() for path in known)
    names = [n for n in relative if not n.endswith(SIDECAR) and not any(part.startswith(".") for part in n.split("/"))]
    if not names:
        cause = "holds no file that articles are read from" if any(folder.iterdir()) else "is an empty folder"
        raise InputError(f"{folder}: {cause}; known: {', '.join(READERS)}")
    return [File(name, folder / name) for name in names]


def _sidecar(path: Path) -> Metadata:
    """What `NAME.meta.json` gives, for `NAME.txt` as for `NAME.txt.meta.json`."""
    for sidecar in (path.with_suffix(SIDECAR), path.with_name(path.name + SIDECAR)):
        if sidecar.is_file():
            where = str(sidecar)
            return read_fields(read_json(decode(sidecar.read_bytes(), where), where), where).metadata(where)
    return NOTHING_KNOWN
