"""Reading: files, folders and streams become articles.

    read_articles
      inputs.py      which files an input means; sidecars
      formats.py     READERS: suffix -> reader; bytes -> drafts (text and what is known beside it)
      metadata.py    what the user gives: JSON fields and sidecars
      webpage.py     HTML
      page.py        what a page of text holds besides its news: title, byline, date, and all that is skipped;
                     one module for each: headlines, bylines, dates, publication, publishers, datelines, biographies
      furniture.py   its tables of words and forms, which people edit in furniture.toml

Nothing heavy is imported until it is needed: trafilatura (0.3 s) for the first web page, py3langid (0.8 s) for the first
text that does not look English, so that `kg --help` and thousands of short texts stay fast.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from kg.articles.formats import READERS, Draft
from kg.articles.inputs import File, find_files, read_file
from kg.articles.language import language_name, language_of
from kg.articles.page import read_page
from kg.errors import ArticleError, LeftOutError
from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo, Skipped

__all__ = ["READERS", "read_articles"]


def read_articles(
    *inputs: str | Path, any_language: bool = False, on_error: Callable[[ArticleError], None] | None = None
) -> Iterator[Article]:
    """Articles of files, folders (all files below, sorted by path) and standard input (`-`), lazily.

    Kinds of file: `.txt`, `.html`, `.json` (an object or a list of them), `.jsonl` (an object a line); JSON objects have
    `text` or `html` and optionally `title`, `published`, `publisher`, `authors`, `url`. A sidecar `NAME.meta.json` beside a
    file gives the same fields; what is given beats what is read from the text. An article's source is its path in the
    folder, or the file's name (its whole path where several inputs have that name), with `#3` for the third line of a `.jsonl`
    or the third item of a `.json`.

    An article that cannot be read raises ArticleError; with `on_error` it is passed on instead and the others are read.
    A text that came before, and one that is not in English (unless `any_language`), is left out: a LeftOutError for
    `on_error`, else a warning. Raises InputError at once for a path that does not exist, a folder without a file that can
    be read, or a kind of file that is not known.
    """
    files = [file for name in inputs for file in find_files(name)]
    return _articles(_told_apart(files), any_language, on_error)


def _told_apart(files: list[File]) -> list[File]:
    """Files of one name in several folders go by their whole paths."""
    names = Counter(name for name, _ in {(file.name, file.path) for file in files})
    return [replace(file, name=file.path.as_posix()) if file.path and names[file.name] > 1 else file for file in files]


def _articles(files: list[File], any_language: bool, on_error: Callable[[ArticleError], None] | None) -> Iterator[Article]:
    first_places: dict[str, str] = {}
    for found in chain.from_iterable(map(read_file, files)):
        result = found if isinstance(found, ArticleError) else _article(*found, any_language, first_places)
        if isinstance(result, Article):
            yield result
        elif on_error is not None:
            on_error(result)
        elif isinstance(result, LeftOutError):
            warnings.warn(str(result), stacklevel=2)
        else:
            raise result


def _article(source: str, draft: Draft, any_language: bool, first_places: dict[str, str]) -> Article | ArticleError:
    """The article of a draft, unless its text is empty, foreign, or came before (`first_places`: SHA-256 -> where)."""
    if not draft.text.strip():
        return ArticleError(f"{draft.where}: {'holds nothing but white space' if draft.text else 'is empty'}")
    language = language_of(draft.text)
    if language != "en" and not any_language:
        return LeftOutError(f"{draft.where}: looks like {language_name(language)}; only English is read (--any-language reads it anyway)")
    sha = sha256_of(draft.text)
    if sha in first_places:
        return LeftOutError(f"{draft.where}: same text as {first_places[sha]}, which is read; this one is left out")
    first_places[sha] = draft.where
    return Article(draft.text, *_describe(source, draft, sha, language))


def _describe(source: str, draft: Draft, sha: str, language: str) -> tuple[ArticleInfo, tuple[Skipped, ...]]:
    """What is known of an article, the given before the printed, and what of its text is no news."""
    known = draft.given.over(draft.printed)
    page = read_page(draft.text, known.title, known.authors)
    published = known.published or page.published
    info = ArticleInfo(
        id=document_id(sha),
        source=source,
        sha256=sha,
        language=language,
        title=known.title or (page.title_span.of(draft.text) if page.title_span else None),
        title_span=page.title_span,
        publisher=known.publisher or page.publisher,
        authors=known.authors or page.authors,
        published=published,
        published_basis=None if published is None else "given" if draft.given.published else "text",
        url=known.url,
    )
    return info, page.skipped
