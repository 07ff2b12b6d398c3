"""Files, folders and streams as articles; and everything that can be wrong with them, in one clear line each."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.articles import READERS, read_articles
from kg.errors import ArticleError, InputError, LeftOutError
from kg.model import Article

STORY = "The harbour board said on Tuesday that the old ferry will be sold, and that the money will go to the new pier.\n"
OTHER = "The orchestra played the second half of its concert in the car park, because the roof had begun to leak.\n"
GERMAN = "Der Hafenrat hat am Dienstag beschlossen, dass die alte Fähre verkauft wird und das Geld in den neuen Steg fließt. " * 2
PAGE = """<!doctype html><html><head><title>Ferry to be sold</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-03-04T23:30:00-05:00"><link rel="canonical" href="https://gazette.example/ferry">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ferry to be sold</h1>
<p>The harbour board said on Tuesday that the old ferry will be sold, and that the money will go to the new pier.</p>
<p>“She has served us well,” board member Olga Brandt said after a meeting that lasted for three hours.</p>
<p>The ferry was built in 1961 and carries some 200 passengers a day between the island and the town.</p>
</article></body></html>"""


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.fixture(autouse=True)
def in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages name files as they were typed."""
    monkeypatch.chdir(tmp_path)


def read_one(path: Path, **options: bool) -> Article:
    (article,) = read_articles(path, **options)
    return article


@pytest.mark.parametrize("content", [
    STORY,
    STORY.replace("\n", "\r\n") + "\r\n" + OTHER,
    "  \n\t" + STORY + "\n\n   ",
    STORY + "\ufeffA second mark, \u2028 a line separator, \x85 a next line, \r a lone return, \u200b nothing. 🚢 A ship.",
])  # fmt: skip
def test_a_text_is_read_to_the_character(tmp_path: Path, content: str) -> None:
    article = read_one(write(tmp_path / "a.txt", content))
    assert article.text == content
    digest = hashlib.sha256(content.encode()).hexdigest()
    assert (article.info.sha256, article.info.id) == (digest, "d" + digest[:16])


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_one(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + STORY.encode())).text == STORY


def test_a_single_file_goes_by_its_name_and_a_folder_by_paths_in_it(tmp_path: Path) -> None:
    write(tmp_path / "b" / "one.txt", STORY)
    write(tmp_path / "a.TXT", OTHER)
    write(tmp_path / "b" / "photo.png", b"\x89PNG")
    write(tmp_path / ".hidden" / "x.txt", OTHER)
    write(tmp_path / "b" / "one.meta.json", "{}")
    with pytest.warns(UserWarning, match=r"b/photo\.png is of no kind that articles are read from"):
        assert [a.info.source for a in read_articles(tmp_path)] == ["a.TXT", "b/one.txt"]
    assert read_one(tmp_path / "b" / "one.txt").info.source == "one.txt"


def test_folders_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "B.txt"):
        write(tmp_path / name, f"{STORY}{name}")
    sources = [a.info.source for a in read_articles(tmp_path)]
    assert sources == sorted(sources) == ["B.txt", "a.txt", "a/z.txt", "b.txt"]


GIVEN = {"published": "2025-03-05", "title": "Ferry goes", "publisher": "Harbour Wire", "authors": ["Ann Lee"], "url": "https://wire.example/1"}


@pytest.mark.parametrize("sidecar", ["a.meta.json", "a.txt.meta.json"])
def test_what_a_sidecar_gives_beats_what_the_text_says(tmp_path: Path, sidecar: str) -> None:
    write(tmp_path / "a.txt", f"Ferry to be sold next year\nBy Jane Doe\nMarch 4, 2025\n{STORY}© 2025 Harbour Gazette")
    plain = read_one(tmp_path / "a.txt").info
    assert (plain.title, plain.authors, plain.published, plain.published_basis, plain.publisher) == (
        "Ferry to be sold next year", ("Jane Doe",), date(2025, 3, 4), "text", "Harbour Gazette",
    )  # fmt: skip
    write(tmp_path / sidecar, json.dumps(GIVEN))
    info = read_one(tmp_path / "a.txt").info
    assert (info.title, info.authors, info.published, info.published_basis, info.publisher, info.url) == (
        "Ferry goes", ("Ann Lee",), date(2025, 3, 5), "given", "Harbour Wire", "https://wire.example/1",
    )  # fmt: skip


def test_a_web_page_gives_its_text_and_what_its_markup_says(tmp_path: Path) -> None:
    info = read_one(write(tmp_path / "a.html", PAGE)).info
    assert (info.title, info.authors, info.publisher, info.url) == ("Ferry to be sold", ("Jane Doe",), "Harbour Gazette", "https://gazette.example/ferry")
    assert (info.published, info.published_basis) == (date(2025, 3, 4), "text")


def test_a_date_in_the_news_of_a_web_page_is_not_its_date(tmp_path: Path) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2025-03-04T23:30:00-05:00">', "")
    page = page.replace("was built in 1961", "was built on March 3, 2019")
    assert read_one(write(tmp_path / "a.html", page)).info.published is None


def test_a_web_page_may_name_its_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("windows-1252")
    assert "“She has served us well,”" in read_one(write(tmp_path / "a.htm", page)).text


def test_json_articles(tmp_path: Path) -> None:
    page = {"html": PAGE, "authors": "Ann Lee and Max Muster", "published": "2025-03-06T01:00:00Z"}
    lines = "\r\n".join([json.dumps({"text": STORY, **GIVEN}), "", json.dumps(page)])
    articles = list(read_articles(write(tmp_path / "feed.jsonl", lines)))
    assert [a.info.source for a in articles] == ["feed.jsonl#1", "feed.jsonl#3"]
    assert articles[0].text == STORY
    assert articles[0].info.url == "https://wire.example/1"
    assert (articles[1].info.title, articles[1].info.authors) == ("Ferry to be sold", ("Ann Lee", "Max Muster"))
    assert (articles[1].info.published, articles[1].info.published_basis) == (date(2025, 3, 6), "given")
    both = write(tmp_path / "both.json", json.dumps([{"text": STORY}, {"text": OTHER}], indent=1))
    assert [(a.info.source, a.text) for a in read_articles(both)] == [("both.json#1", STORY), ("both.json#2", OTHER)]
    assert read_one(write(tmp_path / "one.json", json.dumps({"text": STORY}))).info.source == "one.json"


@pytest.mark.parametrize(("data", "sources"), [
    (STORY, ["-"]),
    (json.dumps({"text": STORY}) + "\n" + json.dumps({"text": OTHER}), ["-#1", "-#2"]),
    (json.dumps({"text": STORY}, indent=2), ["-"]),
    (json.dumps([{"text": STORY}, {"text": OTHER}]), ["-#1", "-#2"]),
    (PAGE, ["-"]),
    ("[Ferry news] " + STORY, ["-"]),
])  # fmt: skip
def test_standard_input_is_read_as_what_it_looks_like(monkeypatch: pytest.MonkeyPatch, data: str, sources: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data.encode())))
    articles = list(read_articles("-"))
    assert [a.info.source for a in articles] == sources
    assert "ferry will be sold" in articles[0].text
    assert "<p>" not in articles[0].text


def test_a_text_is_read_once_and_the_second_is_reported(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", STORY)
    write(tmp_path / "b.txt", STORY)
    errors: list[ArticleError] = []
    assert [a.info.source for a in read_articles(".", on_error=errors.append)] == ["a.txt"]
    assert [str(e) for e in errors] == ["b.txt: same text as a.txt, which is read; this one is left out"]
    assert isinstance(errors[0], LeftOutError)
    with pytest.warns(UserWarning, match="same text as"):
        assert len(list(read_articles(tmp_path))) == 1
    assert len(list(read_articles("a.txt", "a.txt", on_error=errors.append))) == 1


def test_a_language_that_the_model_does_not_read(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", GERMAN).relative_to(tmp_path)
    with pytest.warns(UserWarning, match=r"^a\.txt: looks like German \(de\); only English is read \(--any-language reads it anyway\)$"):
        assert list(read_articles(path)) == []
    assert read_one(path, any_language=True).info.language == "de"


CONVERT = "convert it, for example: iconv -f WINDOWS-1252 -t UTF-8"
NO_DATE = "is no ISO date (2025-03-31 or 2025-03-31T09:30:00+02:00)"
BAD: list[tuple[str, str | bytes, str]] = [
    ("empty.txt", "", "empty.txt: is empty"),
    ("mark.txt", b"\xef\xbb\xbf", "mark.txt: is empty"),
    ("blank.txt", " \r\n\t\n", "blank.txt: holds nothing but white space"),
    ("latin.txt", "Caf\xe9 owners said".encode("latin-1"), "latin.txt: is not UTF-8 (byte 0xE9 at offset 3); " + CONVERT),
    ("marked.txt", b"\xef\xbb\xbfCaf\xe9", "marked.txt: is not UTF-8 (byte 0xE9 at offset 6); " + CONVERT),
    ("wide.txt", STORY.encode("utf-16"), "wide.txt: is UTF-16, not UTF-8; convert it, for example: iconv -f UTF-16 -t UTF-8"),
    ("program.txt", b"\x7fELF\x00\x01", "program.txt: is binary, no text (NUL byte at offset 4)"),
    ("menu.html", "<html><body><nav>Home</nav></body></html>", "menu.html: no article found in this page"),
    ("odd.html", b"<html><meta charset=utf-8><p>Caf\xe9",
     "odd.html: is neither UTF-8 nor in the encoding that it names (byte 0xE9 at offset 32)"),
    ("list.json", "[]", "list.json: an empty list, no article"),
    ("broken.json", '{"text":\n "a" "b"}', "broken.json: no JSON: Expecting ',' delimiter at line 2, column 6"),
    ("number.json", "3", "number.json: a JSON object was expected, not a number"),
    ("no-text.json", '[{"title": "x"}]', "no-text.json, item 1: has neither 'text' nor 'html'"),
    ("broken.jsonl", "\n{text}", "broken.jsonl: no JSON: Expecting property name enclosed in double quotes at line 2, column 2"),
    ("list.jsonl", "[1]", "list.jsonl, line 1: a JSON object was expected, not a list"),
    ("typed.jsonl", '{"text": 3}', "typed.jsonl, line 1: field 'text': expected str, got int"),
    ("dated.jsonl", '{"text": "x", "published": "4 March"}', "dated.jsonl, line 1: field 'published': '4 March' " + NO_DATE),
    ("compact.jsonl", '{"text": "x", "published": "20250304"}',
     "compact.jsonl, line 1: field 'published': '20250304' " + NO_DATE),
    ("half.jsonl", '{"text": "a \\ud83d b"}', "half.jsonl, line 1: the text holds half a character (\\ud83d at position 2)"),
    ("deep.json", "[" * 100_000, "deep.json: no JSON that can be read: it is nested too deeply"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "message"), BAD, ids=[name for name, _, _ in BAD])
def test_bad_articles_have_one_clear_line(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    write(tmp_path / "news" / name, content)
    with pytest.raises(ArticleError) as caught:
        list(read_articles(Path("news") / name))
    assert str(caught.value) == str(Path("news") / message)


SIDECARS = [
    ("{", "a.meta.json: no JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
    ('{"published": "yesterday"}', "a.meta.json: field 'published': 'yesterday' " + NO_DATE),
    ('{"published": "2025-02-30"}', "a.meta.json: field 'published': '2025-02-30' " + NO_DATE),
    ('{"authors": [3]}', "a.meta.json: field 'authors[0]': expected str, got int"),
    ('{"title": {}}', "a.meta.json: field 'title': expected str, got object"),
    ('["x"]', "a.meta.json: a JSON object was expected, not a list"),
]  # fmt: skip


@pytest.mark.parametrize(("sidecar", "message"), SIDECARS)
def test_bad_sidecars_have_one_clear_line(tmp_path: Path, sidecar: str, message: str) -> None:
    write(tmp_path / "in" / "sub" / "a.txt", STORY)
    write(tmp_path / "in" / "sub" / "a.meta.json", sidecar)
    errors: list[ArticleError] = []
    assert not list(read_articles("in", on_error=errors.append))
    assert [str(e) for e in errors] == [str(Path("in") / "sub") + "/" + message]


def test_one_bad_article_does_not_end_the_run(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", json.dumps({"text": STORY}) + "\nnonsense\n" + json.dumps({"text": OTHER}))
    write(tmp_path / "b.txt", b"\xff\xff")
    write(tmp_path / "c.txt", STORY + OTHER)
    errors: list[ArticleError] = []
    assert [a.info.source for a in read_articles(".", on_error=errors.append)] == ["a.jsonl#1", "a.jsonl#3", "c.txt"]
    assert [str(e).split(":")[0] for e in errors] == ["a.jsonl", "b.txt"]
    with pytest.raises(ArticleError, match=r"a\.jsonl: no JSON: Expecting value at line 2, column 1"):
        list(read_articles(tmp_path))


def test_whole_inputs_that_cannot_be_read_are_errors_at_once(tmp_path: Path) -> None:
    known = ", ".join(READERS)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "pictures" / "a.png", b"x")
    write(tmp_path / "a.docx", b"x")
    cases = {
        "nowhere": "no such file or folder",
        "empty": f"is an empty folder; known: {known}",
        "pictures": f"holds no file that articles are read from; known: {known}",
        "a.docx": f"not a kind of file that articles are read from; known: {known}",
    }
    for name, cause in cases.items():
        with pytest.raises(InputError) as caught:
            read_articles(tmp_path / name, on_error=lambda _: None)
        assert str(caught.value) == f"{tmp_path / name}: {cause}"
    with pytest.raises(InputError, match="empty name"):
        read_articles("")


def test_reading_imports_nothing_heavy() -> None:
    import subprocess

    code = "import sys, kg.articles; print([m for m in ('trafilatura', 'py3langid', 'numpy', 'lxml') if m in sys.modules])"
    setup = "import sys, types; kg = types.ModuleType('kg'); kg.__path__ = sys.argv[1:]; sys.modules['kg'] = kg; "
    folder = str(Path(sys.modules["kg"].__file__ or "").parent)
    assert subprocess.run([sys.executable, "-c", setup + code, folder], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "monday" / "x.txt", STORY)
    write(tmp_path / "tuesday" / "x.txt", OTHER)
    write(tmp_path / "tuesday" / "y.txt", f"{OTHER} The rest is silence.")
    sources = [a.info.source for a in read_articles(tmp_path / "monday", tmp_path / "tuesday")]
    assert sources == [f"{tmp_path}/monday/x.txt", f"{tmp_path}/tuesday/x.txt", "y.txt"]
