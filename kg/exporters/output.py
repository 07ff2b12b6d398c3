"""Output files appear whole or not at all: each is written to a temporary name, and all are renamed together."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import OutputError


def json_line(value: object) -> bytes:
    """A value as compact JSON on one line; dates as ISO text, half a surrogate pair, which no file can hold, as `?`."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")


_TEMPORARY: Final = re.compile(r"\.([^/\\]+)\.\d+\.tmp$")


def check_folder(folder: Path) -> None:
    """Raises OutputError where it is plain that no file can be written to a folder, so that nobody waits for a build in vain."""
    with _explained(folder):
        existing = next(path for path in (folder, *folder.parents) if path.exists())
        if not existing.is_dir():
            raise OutputError(f"{existing}: is a file; a folder is needed to write to")
        if not os.access(existing, os.W_OK | os.X_OK):
            raise OutputError(f"{existing}: cannot be written to: permission denied")


def write_files(folder: Path, pieces: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write files so that a reader never sees half a file; makes missing folders.

    A piece is the name of a file, relative to the folder, and bytes that come behind those that it has: none is kept in memory.
    Raises OutputError with the path and the cause; then no file of this call has been replaced and no temporary one stays.
    """
    temporary: dict[Path, Path] = {}
    try:
        with _explained(folder):
            for name, content in pieces:
                target = folder / name
                if target not in temporary:
                    temporary[target] = _begun(target)
                with temporary[target].open("ab") as file:
                    file.write(content)
            for target, written in temporary.items():
                written.replace(target)
    finally:
        for written in temporary.values():
            written.unlink(missing_ok=True)
    return tuple(temporary)


def _begun(target: Path) -> Path:
    """The temporary name under which a file is written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        raise OutputError(f"{target}: cannot be written: it is a folder")
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)  # of a process of that number that was killed
    return temporary


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        name = _TEMPORARY.sub(r"\1", str(error.filename or folder))
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}") from None
