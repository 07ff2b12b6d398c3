"""The command line: no logic of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from kg.articles import read_articles
from kg.exporters import export
from kg.pipeline import build


def main() -> None:
    args = sys.argv[1:]
    inputs = args[1 : args.index("-o")]
    export(build(read_articles(*inputs)), Path(args[args.index("-o") + 1]), ["jsonl"])
