"""Which files an input means, and what lies beside them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.articles.formats import READERS, Draft, decode, guess_reader
from kg.articles.metadata import NOTHING_KNOWN, SIDECAR, Metadata, read_fields, read_json
from kg.errors import ArticleError, InputError, LeftOutError

_ADDRESS: Final = re.compile(r"https?:/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class File:
    """A file to read and the name that its articles go by; no path for standard input. With a `problem` it cannot be read."""

    name: str
    path: Path | None
    problem: ArticleError | None = None


def find_files(name: str | Path) -> list[File]:
    """The files of one input, sorted by path; raises InputError where there are none that can be read."""
    if str(name) == "-":
        return [File("-", None)]
    path = Path(name)
    if not str(name):
        raise InputError("an input has an empty name")
    if _ADDRESS.match(str(name)):
        raise InputError(f"{name}: only files are read; save the page first, for example: curl -o page.html {name}")
    try:
        if path.is_dir():
            return _files_below(path)
        path.stat()
    except FileNotFoundError:
        raise InputError(f"{name}: {_points_nowhere(path) or 'no such file or folder'}") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror}") from None
    if path.suffix.lower() not in READERS or path.name.endswith(SIDECAR):
        raise InputError(f"{name}: not a kind of file that articles are read from; known: {', '.join(READERS)}")
    return [File(path.name, path)]


def read_file(file: File) -> Iterator[tuple[str, Draft] | ArticleError]:
    """The articles of one file, each with its source and with what its sidecar gives, or the error in its place."""
    where = str(file.path or "standard input")
    if file.problem:
        yield file.problem
        return
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
    """Files of known kinds, less sidecars and whatever is hidden; what else is there is told as a problem, and not read."""
    if not any(folder.iterdir()):
        raise InputError(f"{folder}: is an empty folder; known: {', '.join(READERS)}")
    problems: list[ArticleError] = []
    below = sorted(_walk(folder, problems))
    files = [name for name in below if Path(name).suffix.lower() in READERS and not name.endswith(SIDECAR)]
    lost = {name: cause for name in files if (cause := _points_nowhere(folder / name))}
    problems += [ArticleError(f"{folder / name}: {cause}") for name, cause in lost.items()]
    if not files and not problems:
        raise InputError(f"{folder}: holds no file that articles are read from; known: {', '.join(READERS)}")
    if others := [name for name in below if Path(name).suffix.lower() not in READERS]:
        problems.append(LeftOutError(_left_out(folder, others)))
    kept = [File(name, folder / name) for name in files if name not in lost]
    return kept + [File(str(folder), folder, problem) for problem in problems]


def _walk(folder: Path, problems: list[ArticleError]) -> Iterator[str]:
    """Names, relative to the folder, of all files in it and below that are not hidden; links to other folders are not followed."""

    def note(error: OSError) -> None:
        problems.append(ArticleError(f"{error.filename}: cannot be read: {error.strerror}"))

    for where, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        linked = [Path(where, name) for name in folders if Path(where, name).is_symlink()]
        problems += [LeftOutError(f"{path}: a link to a folder is not followed; name it as an input of its own") for path in linked]
        yield from (Path(where, name).relative_to(folder).as_posix() for name in names if not name.startswith("."))


def _left_out(folder: Path, names: list[str]) -> str:
    kinds = sorted({Path(name).suffix.lower() or "no ending" for name in names})
    files = f"{names[0]} is" if len(names) == 1 else f"{len(names)} files ({', '.join(kinds)}) are"
    return f"{folder}: {files} of no kind that articles are read from, and left out; known: {', '.join(READERS)}"


def _points_nowhere(path: Path) -> str | None:
    """What is wrong with a link whose file is not there."""
    return f"is a link to {path.readlink()}, which is not there" if path.is_symlink() and not path.exists() else None


def _sidecar(path: Path) -> Metadata:
    """What `NAME.meta.json` gives, for `NAME.txt` as for `NAME.txt.meta.json`."""
    for sidecar in (path.with_suffix(SIDECAR), path.with_name(path.name + SIDECAR)):
        if sidecar.is_file():
            where = str(sidecar)
            return read_fields(read_json(decode(sidecar.read_bytes(), where), where), where).metadata(where)
    return NOTHING_KNOWN
