"""Everything that can go wrong for a user, as one tree; the command line turns each into one line and exit code 1.

    KgError
    |-- InputError          an input cannot be read as articles
    |   `-- ArticleError    one article of many cannot be read; the others still can
    |       `-- LeftOutError   left out on purpose: it came before, or is not in English
    |-- OutputError         an output cannot be written, or its format is not known
    |-- ModelError          the language model is not installed or does not fit
    |-- LexiconError        a lexicon table is not as it must be
    |-- ReferenceFileError  a file with the user's reference data or overrides is not as it must be
    |-- QueryError          a SPARQL query or saved question cannot be run
    `-- CheckError          a build does not hold what it promises (`kg check`)
"""

from __future__ import annotations


class KgError(Exception):
    """Root of all errors that a user can cause or mend; its text is one clear line."""


class InputError(KgError):
    """An input cannot be read as articles; the text names the file and the cause."""


class ArticleError(InputError):
    """One article of many cannot be read; the others still can."""


class LeftOutError(ArticleError):
    """An article is left out on purpose: its text came before in the same run, or is in a language that is not read."""


class OutputError(KgError):
    """An output cannot be written, or its format is not known."""


class ModelError(KgError):
    """The language model is not installed or does not fit."""


class LexiconError(KgError):
    """A lexicon table is not as it must be; the text names the file, the row and the cause."""


class ReferenceFileError(KgError):
    """A file of reference data or overrides is not as it must be; the text names file, line and cause."""


class QueryError(KgError):
    """A SPARQL query or a saved question cannot be run; the text says where it is wrong."""


class CheckError(KgError):
    """A build does not hold what it promises."""
