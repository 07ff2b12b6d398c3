"""The tables of words: read, checked, and added to by users."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import structs

from kg.errors import LexiconError
from kg.lexicon import TABLES, load_lexicon, ontology_folder


def test_every_table_is_a_file_and_every_file_a_table() -> None:
    names = {p.name.removesuffix(".toml") for p in (ontology_folder() / "lexicon").iterdir() if p.name.endswith(".toml")}
    assert names == set(TABLES)
    assert all(getattr(load_lexicon(), name) for name in TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_no_row_has_a_word_twice(table: str) -> None:
    for row in getattr(load_lexicon(), table):
        for words in (value for value in structs.asdict(row).values() if isinstance(value, tuple)):
            assert len(set(words)) == len(words), row


def test_a_users_rows_are_added(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(
        '[[cues]]\nlemma = "opine"\npos = "verb"\nact = "say"\nframes = ["clause"]\nexample = "The cook opined that it was late."\n',
        "utf-8",
    )
    ours, theirs = load_lexicon(), load_lexicon(file)
    assert theirs.cues[-1].lemma == "opine"
    assert theirs.cues[:-1] == ours.cues


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("[[cues", "no TOML"),
        ("[[clues]]\nlemma = 'x'\n", "'clues' is no table of the lexicon; known: cues"),
        ("cues = 3\n", "is no table"),
        ("[[cues]]\nlemma = 'opine'\n", "missing required field `pos` - at `$.cues[0]`"),
        ("[[cues]]\nlemma = 'opine'\npos = 'adverb'\nact = 'say'\nframes = []\nexample = ''\n", "adverb"),
        ("[[frames]]\nkind = 'attack'\nverb = ['hit']\n", "unknown field `verb`"),
    ],
)
def test_a_mistake_in_a_users_file_is_named(tmp_path: Path, content: str, cause: str) -> None:
    file = tmp_path / "my.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(LexiconError) as error:
        load_lexicon(file)
    assert str(error.value).startswith(str(file))
    assert cause in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        load_lexicon(tmp_path / "nowhere.toml")
