"""The command line as a person types it: what is printed, what is written, and how bad input ends."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
NEWS = "The mayor of Lyon said on Monday that the new bridge would open in May. Residents welcomed the plan.\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


class Cli:
    """Runs `kg ...` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str | Path) -> Ended:
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments])
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, *self.capsys.readouterr())


@pytest.fixture
def kg(capsys: pytest.CaptureFixture[str]) -> Cli:
    return Cli(capsys)


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    with pytest.raises(SystemExit):
        main(["build", str(SEEDS), "-o", str(folder), "--quiet"])
    return folder


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


# ---------------------------------------------------------------- what works
def test_build_writes_every_format_and_one_line_a_stage(kg: Cli, tmp_path: Path) -> None:
    ended = kg("build", SEEDS, "-o", tmp_path / "out")
    assert ended.code == 0
    assert [line.split()[0] for line in ended.err.splitlines()] == ["reading", "extracting", "resolving", "relating", "writing"]
    assert "3 articles, 2,416 words" in ended.err
    assert ended.out == ""
    assert set(files(tmp_path / "out")) > {
        "articles.jsonl", "graph.gexf", "graph.graphml", "graph.html", "graph.json", "graph.jsonld", "graph.nt", "graph.trig", "graph.ttl",
    }  # fmt: skip


def test_build_writes_only_the_formats_asked_for(kg: Cli, tmp_path: Path) -> None:
    assert kg("build", SEEDS, "-o", tmp_path, "--format", "jsonl", "-f", "turtle", "-q").code == 0
    assert [f for f in files(tmp_path) if not f.startswith("texts/")] == ["articles.jsonl", "graph.ttl"]


def test_the_base_of_all_addresses_can_be_set(kg: Cli, tmp_path: Path) -> None:
    assert kg("build", SEEDS, "-o", tmp_path, "-f", "ntriples", "-q", "--base-iri", "https://data.mydesk.example/").code == 0
    text = (tmp_path / "graph.nt").read_text("utf-8")
    assert "<https://data.mydesk.example/id/" in text
    assert "<https://newskg.example/id/" not in text
    assert "<https://newskg.example/ns#Claim>" in text


def test_version_and_help_speak_plainly(kg: Cli) -> None:
    assert re.fullmatch(r"kg \d+\.\d+\.\d+\n", kg("--version").out)
    text = kg("--help").out
    for command in ("build", "view", "ask", "query", "why", "check", "formats"):
        assert command in text
    assert "Traceback" not in text


def test_formats_lists_each_file(kg: Cli) -> None:
    text = kg("formats").out
    for file in ("graph.ttl", "graph.html", "articles.jsonl", "graph.gexf"):
        assert file in text


def test_a_query_gives_a_table_csv_or_json(kg: Cli, exports: Path) -> None:
    query = "SELECT (COUNT(?c) AS ?claims) WHERE { ?c a nk:Claim }"
    assert "claims" in kg("query", exports / "graph.ttl", query).out
    assert re.fullmatch(r"claims\r?\n\d+\r?\n", kg("query", exports / "graph.ttl", query, "--format", "csv").out)
    rows = json.loads(kg("query", exports / "graph.ttl", query, "--format", "json").out)
    assert int(rows[0]["claims"]) > 50


def test_a_query_may_stand_in_a_file_or_come_by_standard_input(
    kg: Cli, exports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names.rq").write_text("SELECT ?name { person:sergey-lavrov rdfs:label ?name }", "utf-8")
    answer = kg("query", exports, tmp_path / "names.rq", "--format", "csv")
    assert (answer.code, answer.out) == (0, "name\nSergey Lavrov\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO((tmp_path / "names.rq").read_text("utf-8")))
    assert kg("query", exports, "-", "--format", "csv").out == answer.out
    one_line(kg("query", exports, tmp_path / "none.rq"), "none.rq: cannot be read: No such file or directory")
    (tmp_path / "latin.rq").write_bytes(b"# \xe9")
    one_line(kg("query", exports, tmp_path / "latin.rq"), "latin.rq: cannot be read: it is not UTF-8")


def test_ask_lists_its_questions_and_answers_them(kg: Cli, exports: Path) -> None:
    listed = kg("ask").out
    assert "who-said-what" in listed
    assert len(listed.strip().splitlines()) >= 8
    answer = kg("ask", "who-said-what", "--about", "Ukraine", "--graph", exports / "graph.ttl")
    assert answer.code == 0
    assert "Zelenskyy" in answer.out


def test_why_shows_the_merges_and_the_words(kg: Cli, exports: Path) -> None:
    ended = kg("why", exports / "graph.ttl", "person/sergei-lavrov")
    other = kg("why", exports / "graph.ttl", "person/sergey-lavrov")
    text = ended.out + other.out
    assert 0 in (ended.code, other.code)
    assert "Sergei Lavrov" in text
    assert "Sergey Lavrov" in text
    assert "state terrorism" in text


def test_a_build_without_texts_quotes_but_holds_no_article(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    assert kg("build", tmp_path / "news.txt", "-o", tmp_path / "out", "--no-texts", "-q").code == 0
    assert not (tmp_path / "out" / "texts").exists()
    page = (tmp_path / "out" / "graph.html").read_bytes()
    (data,) = re.findall(rb'id="data">([^<]+)<', page)
    shown = zlib.decompress(base64.b64decode(data)).decode()
    assert "the new bridge would open in May" in shown
    assert "in May. Residents" not in shown


def test_view_opens_the_page_of_a_build(kg: Cli, exports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or len(opened) < 3)
    page = (exports / "graph.html").resolve().as_uri()
    assert kg("view", exports).out == f"{page}\n"
    assert kg("view", exports / "graph.ttl").out == f"{page}\n"
    assert kg("view", exports / "graph.html").out == f"no browser could be started; open {page}\n"
    assert opened == [page] * 3


def test_view_says_how_to_make_a_page_that_is_not_there(kg: Cli, tmp_path: Path) -> None:
    ended = kg("view", tmp_path)
    assert ended.code == 1
    assert ended.err == f"kg: {tmp_path / 'graph.html'}: no such page; write one with: kg build ARTICLES -o {tmp_path}\n"


@pytest.fixture
def copied(exports: Path, tmp_path: Path) -> Path:
    """A copy of the exports that a test may spoil."""
    return Path(shutil.copytree(exports, tmp_path / "copied"))


def test_check_is_clean_on_the_seeds(kg: Cli, exports: Path) -> None:
    assert kg("check", exports / "graph.ttl").code == 0


def test_check_names_the_sentence_whose_words_are_not_in_the_text(kg: Cli, copied: Path) -> None:
    graph = copied / "graph.ttl"
    graph.write_text(graph.read_text("utf-8").replace('nk:exact "Sergei Lavrov"', 'nk:exact "Sergej Lavrov"'), "utf-8")
    ended = kg("check", graph)
    assert ended.code == 1
    assert "Russian Foreign Minister Sergei Lavrov called the alleged attack" in ended.out


def test_check_sees_that_a_text_is_not_the_one_read(kg: Cli, copied: Path) -> None:
    text = sorted((copied / "texts").glob("*.txt"))[0]
    text.write_bytes(text.read_bytes().replace(b"Putin", b"Patin"))
    ended = kg("check", copied / "graph.ttl")
    assert ended.code == 1
    assert text.name in ended.out


def test_check_sees_a_claim_turned_into_a_fact(kg: Cli, copied: Path) -> None:
    graph = copied / "graph.ttl"
    told = re.search(r"^(\S+:situation-\d+) a nk:Situation ;(?:(?!^$).)*?nkv:attributed", graph.read_text("utf-8"), re.M | re.S)
    assert told
    with graph.open("a", encoding="utf-8") as file:
        file.write(f"\n{told[1]} a nk:Event .\n")
    ended = kg("check", graph)
    assert ended.code == 1
    assert "a claim has been turned into a fact" in ended.out


def test_standard_input_is_an_article(kg: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode()), encoding="utf-8"))
    assert kg("build", "-", "-o", tmp_path, "-f", "jsonl", "-q").code == 0
    record = json.loads((tmp_path / "articles.jsonl").read_text("utf-8"))
    assert any("bridge" in NEWS[a:b] for claim in record["claims"] for a, b in claim["content_spans"])


# ---------------------------------------------------------------- bad input
def one_line(ended: Ended, *words: str) -> None:
    """Exit code 1 and one line on stderr that holds the words."""
    assert ended.code == 1, ended
    assert len(ended.err.strip().splitlines()) == 1, ended.err
    assert ended.err.startswith("kg: ")
    for word in words:
        assert word in ended.err, ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("file", "content", "words"),
    [
        ("empty.txt", b"", ["empty.txt", "empty"]),
        ("latin.txt", "Der Präsident sagte".encode("latin-1"), ["latin.txt", "UTF-8", "6"]),
        ("binary.txt", b"\x00\x01\x02\x00PNG", ["binary.txt", "binary"]),
        ("bad.json", b'{"text": "x"', ["bad.json", "JSON"]),
        ("feed.jsonl", b'{"text": "The mayor of Lyon spoke to reporters."}\n{"title": "no text"}\n', ["feed.jsonl", "2", "text"]),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", ["page.html", "article"]),
        ("paper.pdf", b"%PDF-1.4", ["paper.pdf", ".txt"]),
    ],
)
def test_bad_files_end_with_one_line_and_nothing_written(kg: Cli, tmp_path: Path, file: str, content: bytes, words: list[str]) -> None:
    (tmp_path / file).write_bytes(content)
    ended = kg("build", tmp_path / file, "-o", tmp_path / "out", "-q")
    if file != "feed.jsonl":  # one of its two articles is good, and is built
        one_line(ended, *words)
        assert not (tmp_path / "out").exists()
    else:
        assert ended.code == 1
        assert all(word in ended.err for word in words)
        assert "1 of 2 articles could not be read" in ended.err
        assert (tmp_path / "out" / "articles.jsonl").read_text("utf-8").count("\n") == 1


def test_one_bad_article_of_many_does_not_lose_the_others(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "good.txt").write_text(NEWS, "utf-8")
    (tmp_path / "news" / "bad.txt").write_bytes(b"\xff\xfe\x00")
    ended = kg("build", tmp_path / "news", "-o", tmp_path / "out", "-f", "jsonl", "-q")
    assert ended.code == 1
    assert "bad.txt" in ended.err
    assert "1 of 2 articles could not be read" in ended.err
    assert json.loads((tmp_path / "out" / "articles.jsonl").read_text("utf-8"))["article"]["source"] == "good.txt"


def test_a_missing_path_is_named(kg: Cli, tmp_path: Path) -> None:
    one_line(kg("build", tmp_path / "nowhere", "-o", tmp_path / "out", "-q"), "nowhere")


def test_an_empty_folder_is_named(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "hollow").mkdir()
    one_line(kg("build", tmp_path / "hollow", "-o", tmp_path / "out", "-q"), "hollow")


def test_a_sidecar_with_a_wrong_date_is_named(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "a.meta.json").write_text('{"published": "2025-13-45"}', "utf-8")
    one_line(kg("build", tmp_path / "a.txt", "-o", tmp_path / "out", "-q"), "a.meta.json", "2025-13-45")


def test_another_language_is_skipped_unless_forced(kg: Cli, tmp_path: Path) -> None:
    german = (
        "Der Bürgermeister sagte am Montag, die neue Brücke werde im Mai eröffnet. Die Anwohner begrüßten den Plan und dankten der Stadt. "
        * 3
    )
    (tmp_path / "de.txt").write_text(german, "utf-8")
    one_line(kg("build", tmp_path / "de.txt", "-o", tmp_path / "out", "-q"), "de.txt", "German", "--any-language")
    assert kg("build", tmp_path / "de.txt", "-o", tmp_path / "out", "-f", "jsonl", "-q", "--any-language").code == 0


def test_what_is_left_out_on_purpose_is_said_and_no_failure(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "again.txt").write_text(NEWS, "utf-8")
    ended = kg("build", tmp_path, "-o", tmp_path / "out", "-f", "jsonl", "-q")
    assert ended.code == 0
    assert "again.txt" in ended.err
    assert "a.txt" in ended.err
    assert (tmp_path / "out" / "articles.jsonl").read_text("utf-8").count("\n") == 1


def test_an_unknown_format_lists_the_known(kg: Cli, tmp_path: Path) -> None:
    one_line(kg("build", SEEDS, "-o", tmp_path, "--format", "docx"), "docx", "turtle", "html")


def test_a_model_that_is_not_installed_says_the_pip_command(kg: Cli, tmp_path: Path) -> None:
    one_line(kg("build", SEEDS, "-o", tmp_path / "out", "--model", "en_core_web_huge", "-q"), "en_core_web_huge", "pip install")
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_leaves_nothing(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where a folder should be", "utf-8")
    one_line(kg("build", SEEDS, "-o", tmp_path / "out", "-f", "jsonl", "-q"), "out")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "graph.ttl").mkdir()
    one_line(kg("build", SEEDS, "-o", tmp_path / "half", "-f", "jsonl", "-f", "turtle", "-q"), "graph.ttl", "folder")
    assert files(tmp_path / "half") == []


@pytest.mark.parametrize(
    "base", ["mydesk", "https://data.mydesk.example", "https://my desk.example/", "file:///data/", "https://a.example/<b>/", "https://a.example/x#/"]
)
def test_a_base_that_makes_no_addresses_is_refused(kg: Cli, tmp_path: Path, base: str) -> None:
    one_line(kg("build", SEEDS, "-o", tmp_path / "out", "--base-iri", base, "-q"), base, "ends with /")
    assert not (tmp_path / "out").exists()


def test_a_lexicon_with_a_mistake_is_named(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text('[[cues]]\nlemma = "opine"\n', "utf-8")
    one_line(kg("build", SEEDS, "-o", tmp_path / "out", "--lexicon", tmp_path / "my.toml", "-q"), "my.toml")


def test_a_malformed_query_says_where(kg: Cli, exports: Path) -> None:
    ended = kg("query", exports / "graph.ttl", "SELECT ?x WHERE { ?x a }")
    assert ended.code == 1
    assert ended.err.startswith("kg: the query is malformed at line 1, column")


def test_a_graph_that_is_missing_or_no_graph_is_named(kg: Cli, tmp_path: Path) -> None:
    one_line(kg("query", tmp_path / "no.ttl", "SELECT * WHERE { ?s ?p ?o }"), "no.ttl")
    (tmp_path / "bad.ttl").write_text("this is no turtle", "utf-8")
    one_line(kg("query", tmp_path / "bad.ttl", "SELECT * WHERE { ?s ?p ?o }"), "bad.ttl")
    one_line(kg("check", tmp_path / "bad.ttl"), "bad.ttl")


def test_an_unknown_node_or_question_offers_the_nearest(kg: Cli, exports: Path) -> None:
    one_line(kg("why", exports / "graph.ttl", "person/donald-trum"), "person/donald-trump")
    one_line(kg("ask", "who-said-wat", "--graph", exports / "graph.ttl"), "who-said-what")


def test_what_a_folder_holds_besides_articles_is_told(kg: Cli, tmp_path: Path) -> None:
    news = tmp_path / "news"
    (news / "deep" / "deeper").mkdir(parents=True)
    (news / "deep" / "deeper" / "a.txt").write_text(NEWS, "utf-8")
    for name in ("notes.docx", "scan.pdf", "deep/photo.JPG", ".hidden.pdf"):
        (news / name).write_bytes(b"x")
    (news / "gone.txt").symlink_to("nowhere.txt")
    (news / "loop").symlink_to(news)
    ended = kg("build", news, "-o", tmp_path / "out", "-f", "jsonl", "-q")
    assert ended.code == 1
    assert ended.err.splitlines() == [
        f"kg: {news}/loop: a link to a folder is not followed; name it as an input of its own",
        f"kg: {news}/gone.txt: is a link to nowhere.txt, which is not there",
        f"kg: {news}: 3 files (.docx, .jpg, .pdf) are of no kind that articles are read from, and left out; "
        "known: .txt, .html, .htm, .xhtml, .json, .jsonl, .ndjson",
        "kg: 1 of 4 articles could not be read",
    ]
    assert (tmp_path / "out" / "articles.jsonl").read_text("utf-8").count("\n") == 1


def test_one_file_of_another_kind_is_named_and_no_failure(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "b.csv").write_text("x", "utf-8")
    ended = kg("build", tmp_path, "-o", tmp_path / "out", "-f", "jsonl", "-q")
    assert ended.code == 0
    assert ended.err.startswith(f"kg: {tmp_path}: b.csv is of no kind that articles are read from, and left out; known: .txt")


@pytest.mark.parametrize("name", ["news", "news/a.txt"])
def test_an_input_that_may_not_be_read_is_named(kg: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    is_folder = Path.is_dir

    def refusing(path: Path, **settings: bool) -> bool:
        if "news" in path.parts:
            raise PermissionError(13, "Permission denied", str(path))
        return is_folder(path, **settings)

    monkeypatch.setattr(Path, "is_dir", refusing)
    one_line(kg("build", tmp_path / name, "-o", tmp_path / "out", "-q"), name, "cannot be read: Permission denied")


def test_a_subfolder_that_may_not_be_read_is_told_and_the_rest_is_read(kg: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news" / "secret").mkdir(parents=True)
    (tmp_path / "news" / "a.txt").write_text(NEWS, "utf-8")
    scan = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("secret"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    ended = kg("build", tmp_path / "news", "-o", tmp_path / "out", "-f", "jsonl", "-q")
    assert ended.code == 1
    assert ended.err.splitlines() == [
        f"kg: {tmp_path}/news/secret: cannot be read: Permission denied",
        "kg: 1 of 2 articles could not be read",
    ]


def test_nothing_is_built_where_no_article_could_be_read(kg: Cli, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    ended = kg("build", tmp_path, "-o", tmp_path / "out")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == f"kg: {tmp_path}/a.txt: is empty\nkg: {tmp_path}/b.txt: is empty\n"


def test_nobody_waits_for_a_build_that_cannot_be_written(kg: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    monkeypatch.setattr("kg.pipeline.build", lambda *_: pytest.fail("the build began"))
    one_line(kg("build", SEEDS, "-o", tmp_path / "file"), "file: is a file; a folder is needed")
    one_line(kg("build", SEEDS, "-o", tmp_path / "file" / "deep" / "out"), "file: is a file; a folder is needed")
    monkeypatch.setattr(os, "access", lambda *_: False)
    one_line(kg("build", SEEDS, "-o", tmp_path / "new" / "out"), f"{tmp_path}: cannot be written to: permission denied")
    assert files(tmp_path) == ["file"]


def test_what_an_earlier_build_left_is_told(kg: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    assert kg("build", SEEDS, "-o", tmp_path / "out", "-f", "jsonl", "-f", "turtle").err.count("warning") == 0
    ended = kg("build", tmp_path / "a.txt", "-o", tmp_path / "out", "-f", "jsonl")
    assert ended.err.splitlines()[-2:] == [
        f"writing    2 files to {tmp_path}/out: articles.jsonl, 1 text in texts/",
        f"kg: warning: {tmp_path}/out still holds of an earlier build: graph.ttl, 3 texts in texts/",
    ]


def test_a_build_that_is_not_there_is_named_with_how_to_make_it(kg: Cli, exports: Path, tmp_path: Path) -> None:
    graph = f"{tmp_path}/none/graph.ttl: no such graph; write one with: kg build ARTICLES -o {tmp_path}/none"
    for command in (("check",), ("ask", "denials", "-g"), ("diff", exports), ("why",), ("query",)):
        rest = {"why": ["x"], "query": ["ASK {}"]}.get(str(command[0]), [])
        one_line(kg(*command, tmp_path / "none", *rest), graph)
    one_line(kg("view", tmp_path / "none"), f"{tmp_path}/none/graph.html: no such page")


def test_an_empty_answer_about_nobody_says_so(kg: Cli, exports: Path) -> None:
    ended = kg("ask", "denials", "--about", "Zelenskky", "-g", exports)
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "0 rows")
    assert "nobody and nothing called 'Zelenskky' in this graph; did you mean Volodymyr Zelenskyy" in ended.err
    assert kg("ask", "sums", "-g", exports).err == ""


def test_a_web_address_is_no_file(kg: Cli, tmp_path: Path) -> None:
    one_line(kg("build", "https://news.example/a.html", "-o", tmp_path / "out"), "only files are read", "curl -o page.html https://news")


def run(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """`kg ...` in a process of its own."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("arguments", [["ask"], ["formats"], ["ask", "denials"], ["why", "exports", "person/sergey-lavrov"]])
def test_an_answer_that_cannot_be_written_is_an_error(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([sys.executable, "-m", "kg", *arguments], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (1, b"kg: standard output: cannot be written: No space left on device\n")


def test_answers_in_pipes_are_utf_8_whatever_the_locale() -> None:
    plain = {key: value for key, value in os.environ.items() if key not in {"PYTHONUTF8", "PYTHONIOENCODING"}}
    command = [sys.executable, "-m", "kg", "ask", "denials"]
    old = subprocess.run(command, cwd=ROOT, env=plain | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}, capture_output=True, check=True)
    assert "Putin’s" in old.stdout.decode("utf-8")
    chosen = run("ask", "denials", PYTHONIOENCODING="latin-1")
    assert chosen.returncode == 0
    assert b"Putin\\u2019s" in chosen.stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_build_with_one_line_and_leaves_the_older_files(tmp_path: Path, jobs: str) -> None:
    (tmp_path / "news").mkdir()
    for number in range(200):
        (tmp_path / "news" / f"{number}.txt").write_text(f"Report {number}. " + NEWS * 20, "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").write_text("older", "utf-8")
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "news"), "-o", str(tmp_path / "out"), "--jobs", jobs]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stderr
        assert process.stderr.readline().startswith("reading")
        time.sleep(1)
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stderr.read()
    assert (process.returncode, rest) == (130, "kg: stopped; nothing has been written\n")
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()} == {"graph.ttl": "older"}


@pytest.mark.parametrize("arguments", [["build"], ["build", "seeds", "--nonsense"], ["nonsense"], ["build", "seeds", "--jobs", "0"]])
def test_wrong_usage_ends_with_2(kg: Cli, arguments: list[str]) -> None:
    assert kg(*arguments).code == 2


def test_it_runs_as_a_module_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    command = [sys.executable, "-m", "kg", "build", "a.txt", "-o", "out", "-f", "jsonl"]
    env = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    assert subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=False).returncode == 0
