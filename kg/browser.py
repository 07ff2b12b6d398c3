"""The page of a build in the user's own browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from kg.errors import OutputError
from kg.folder import PAGE, folder_of


def show(build: Path) -> tuple[str, bool]:
    """Open the page of a build (its folder, or any file of it) in a browser; gives its address, and whether one could be started.

    Raises OutputError where the build has no page.
    """
    page = build if build.suffix == ".html" else folder_of(build) / PAGE
    if not page.is_file():
        raise OutputError(f"{page}: no such page; write one with: kg build ARTICLES -o {page.parent}")
    address = page.resolve().as_uri()
    return address, webbrowser.open(address)
