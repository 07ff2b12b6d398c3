"""The user's word is final: entries of his data name and join, overrides join and part, whatever the names say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.errors import ReferenceFileError
from kg.iri import document_id, sha256_of
from kg.lexicon import load_lexicon
from kg.model import Article, ArticleInfo, Entity, EntityType, Graph, Mention, Record, Relation, Span
from kg.reference import Entry, Office, Override, Reference
from kg.resolution import resolve

HERE = "https://data.example/"
Named = tuple[EntityType, str]
Pairs = list[tuple[str, str]]


@dataclass
class News:
    """Articles made of names, each with what the graph makes of it."""

    graph: Graph
    articles: Sequence[Sequence[Named]]
    warnings: list[str] = field(default_factory=list)

    def at(self, article: int, name: str) -> Entity:
        """What a name of an article came to stand for."""
        found, *_ = self.called(article, name)
        return next(e for e in self.graph.entities if e.id == found)

    def called(self, article: int, name: str) -> list[str]:
        """The ids of all that an article calls so."""
        record = next(r for r in self.graph.records if r.article.source == f"{article}.txt")
        named = dict(enumerate(words for _, words in self.articles[article]))
        return [m.entity for m in record.mentions if named[m.span.start // 100] == name]

    def partition(self) -> set[frozenset[tuple[int, int]]]:
        """Which names are one: article and position of each, by entity."""
        groups: dict[str, set[tuple[int, int]]] = {}
        for record in self.graph.records:
            for mention in record.mentions:
                groups.setdefault(mention.entity, set()).add((int(record.article.source[:-4]), mention.span.start))
        return {frozenset(group) for group in groups.values()}


def span_of(number: int) -> Span:
    return Span(100 * number, 100 * number + 9)


def record(number: int, names: Sequence[Named], offices: dict[str, tuple[str, str]]) -> Record:
    """An article with one mention for each name, and the offices of some: title and body."""
    sha = sha256_of(f"news {number}")
    entities = [Entity(f"entity-{n}", kind, name) for n, (kind, name) in enumerate(names)]
    mentions = [Mention(span_of(n), "name", f"entity-{n}") for n in range(len(names))]
    relations = []
    for n, (_, name) in enumerate(names):
        if name in offices:
            entities.append(Entity(f"body-{n}", "Organization", offices[name][1]))
            relations.append(Relation("holds-role", f"entity-{n}", f"body-{n}", span_of(n), offices[name][0]))
    info = ArticleInfo(id=document_id(sha), source=f"{number}.txt", sha256=sha)
    return Record(article=info, entities=tuple(entities), mentions=tuple(mentions), relations=tuple(relations))


def read(
    *articles: Iterable[str | Named], reference: Reference, offices: Sequence[dict[str, tuple[str, str]]] = (), backwards: bool = False
) -> News:
    """The graph of some articles; what is only a name is a person's."""
    named: list[list[Named]] = [[("Person", n) if isinstance(n, str) else n for n in names] for names in articles]
    records = tuple(record(n, names, offices[n] if n < len(offices) else {}) for n, names in enumerate(named))
    records = records[::-1] if backwards else records
    warnings: list[str] = []
    graph = resolve(tuple(Article("", r.article) for r in records), records, load_lexicon(), reference, warnings.append)
    return News(graph, named, warnings)


def knows(*entries: Entry) -> Reference:
    return Reference(tuple(entries))


def entry(local: str, label: str, kind: EntityType = "Person", *aliases: str, offices: tuple[Office, ...] = (), line: int = 2) -> Entry:
    return Entry(HERE + local, label, kind, aliases, offices, "who.csv", f"line {line}")


def same(*pairs: tuple[str, str], entries: tuple[Entry, ...] = ()) -> Reference:
    return Reference(entries, same=tuple(Override(a, b, "same.csv", n) for n, (a, b) in enumerate(pairs, start=1)))


def different(*pairs: tuple[str, str], entries: tuple[Entry, ...] = ()) -> Reference:
    return Reference(entries, different=tuple(Override(a, b, "not.csv", n) for n, (a, b) in enumerate(pairs, start=1)))


RUIZ = entry("ruiz", "Ana Ruiz", "Person", "Anita Ruiz")
CITY: EntityType = "GeopoliticalEntity"


# ---------------------------------------------------------------- reference data
@pytest.mark.parametrize(
    ("known", "name"),
    [
        (entry("x", "Ana Ruiz"), ("Person", "Ana Ruiz")),
        (entry("x", "Ana Ruíz"), ("Person", "ANA RUIZ")),
        (entry("x", "Sergei Lebedev"), ("Person", "Sergey Lebedev")),
        (entry("x", "Corviansk", CITY, "Corvyansk"), (CITY, "Corvyansk")),
        (entry("x", "Corviansk", CITY), ("Place", "Corviansk")),
        (entry("x", "Norvia Robotics plc", "Organization"), ("Organization", "Norvia Robotics")),
        (entry("x", "Deep Sea Accord", "Topic"), ("Topic", "the Deep Sea Accord")),
        (entry("x", "Mount Tesk", "Place"), ("Person", "Mount Tesk")),
    ],
)
def test_an_entry_names_and_links(known: Entry, name: Named) -> None:
    news = read([name, "Milo Brandt"], reference=knows(known))
    found = news.at(0, name[1])
    assert (found.name, found.type, found.same_as) == (known.label, known.type, (HERE + "x",))
    assert news.at(0, "Milo Brandt").same_as == ()
    (merge,) = news.graph.merges
    assert merge.reason.startswith(f"The reference file who.csv says so (line 2): “{name[1]}” is ")


@pytest.mark.parametrize(
    ("known", "name"),
    [
        (entry("x", "Ana Ruiz"), ("Person", "Ruiz")),
        (entry("x", "Ana Ruiz"), ("Person", "Milo Ruiz")),
        (entry("x", "Ford", "Organization"), ("Person", "Ford")),
        (entry("x", "Norvia", CITY), ("Organization", "Norvia Robotics")),
    ],
)
def test_an_entry_does_not_name_what_only_looks_like_it(known: Entry, name: Named) -> None:
    assert read([name], reference=knows(known)).at(0, name[1]).same_as == ()


def test_aliases_join_spellings() -> None:
    known = knows(entry("c", "Corviansk", CITY, "Karvinsk"))
    news = read([(CITY, "Karvinsk")], [(CITY, "Corviansk"), (CITY, "Karvinsk")], [(CITY, "Tesk")], reference=known)
    assert news.at(0, "Karvinsk") == news.at(1, "Corviansk") == news.at(1, "Karvinsk")
    assert news.at(0, "Karvinsk").name == "Corviansk"
    assert len(news.graph.entities) == 2


def test_a_short_name_goes_to_the_entry_that_bears_it() -> None:
    news = read(["Ana Ruiz"], ["Ruiz"], reference=knows(RUIZ))
    assert news.at(1, "Ruiz").same_as == (RUIZ.iri,)
    alias = read(["Milo Ruiz"], ["Ruiz"], reference=knows(entry("ruiz", "Ana Ruiz", "Person", "Ruiz")))
    assert alias.at(1, "Ruiz").name == "Ana Ruiz"
    assert alias.at(0, "Milo Ruiz").name == "Milo Ruiz"


def test_two_entries_are_never_one() -> None:
    spelt = [entry("a", "Sergei Lebedev"), entry("b", "Sergey Lebedev")]
    assert len(read(["Sergei Lebedev"], ["Sergey Lebedev"], reference=knows(*spelt)).graph.entities) == 2


def test_the_office_tells_which_of_two_entries_is_meant() -> None:
    mayor = entry("mayor", "John Marsh", offices=(Office("Mayor", "Leeds Council"),))
    striker = entry("striker", "John Marsh", offices=(Office("striker", "Ashford Rovers"),), line=3)
    offices = [{"John Marsh": ("mayor", "Leeds Council")}, {"John Marsh": ("striker", "Ashford Rovers")}]
    news = read(["John Marsh"], ["John Marsh"], offices=offices, reference=knows(mayor, striker))
    assert [news.at(n, "John Marsh").same_as for n in (0, 1)] == [(mayor.iri,), (striker.iri,)]
    open_name = read(["John Marsh"], reference=knows(mayor, striker))
    assert open_name.at(0, "John Marsh").same_as == ()
    problem = "“John Marsh” is the name of 2 entries, and no office tells which is meant; --same-as can say it"
    assert open_name.warnings == [f"who.csv, line 2: {problem}"]


def test_an_entry_names_the_homonym_that_has_its_office_or_none() -> None:
    offices = [{"John Marsh": ("mayor", "Leeds Council")}, {"John Marsh": ("striker", "Ashford Rovers")}]
    striker = entry("striker", "John Marsh", offices=(Office("striker", "Ashford Rovers"),))
    news = read(["John Marsh"], ["John Marsh"], offices=offices, reference=knows(striker))
    assert [news.at(n, "John Marsh").same_as for n in (0, 1)] == [(), (striker.iri,)]
    none = read(["John Marsh"], ["John Marsh"], offices=offices, reference=knows(entry("x", "John Marsh")))
    assert {e.same_as for e in none.graph.entities} == {()}
    assert "the articles know several people called “John Marsh”" in none.warnings[0]


def test_entries_that_no_article_names_leave_no_trace() -> None:
    assert read(["Ana Ruiz"], reference=knows(entry("x", "Erna Solberg"))).graph == read(["Ana Ruiz"], reference=Reference()).graph


# ---------------------------------------------------------------- overrides
@pytest.mark.parametrize(
    ("one", "other", "articles"),
    [
        ("Walmora", "Valmora", [[(CITY, "Walmora")], [(CITY, "Valmora"), (CITY, "Walmora")]]),
        ("ana  RUIZ", "a. ruiz", [["Ana Ruiz"], ["A. Ruiz"], ["Ana Ruiz"]]),
        ("The Kremlin", "Corvia", [[("Organization", "Kremlin")], [(CITY, "Corvia")]]),
        ("person/ana-ruiz", "Milo Brandt", [["Ana Ruiz"], ["Milo Brandt", "Ruiz"], ["Ruiz"]]),
        ("https://kg.example/id/person/ana-ruiz", "person/milo-brandt", [["Ana Ruiz"], ["Milo Brandt"]]),
        ("Ana Ruiz @ 0.txt", "Milo Brandt @ 1.txt", [["Ana Ruiz"], ["Milo Brandt"]]),
    ],
)
def test_same_as_joins_whatever_the_names(one: str, other: str, articles: list[list[str | Named]]) -> None:
    news = read(*articles, reference=same((one, other)))
    assert len(news.graph.entities) == 1
    assert any(merge.reason.startswith("The file same.csv says so (line 1): ") for merge in news.graph.merges)
    assert news.warnings == []


def test_the_first_gives_the_type() -> None:
    articles = [[("Organization", "Kremlin")], [(CITY, "Corvia")]]
    assert [e.type for e in read(*articles, reference=same(("Kremlin", "Corvia"))).graph.entities] == ["Organization"]
    assert [e.type for e in read(*articles, reference=same(("Corvia", "Kremlin"))).graph.entities] == [CITY]


def test_a_name_of_two_kinds_joins_only_its_kind() -> None:
    news = read(["Ann Lee"], [("Organization", "Lee")], ["Lee", ("Organization", "Lee Foods")], reference=same(("Lee", "Lee Foods")))
    assert news.at(2, "Lee Foods") == news.at(1, "Lee")
    assert news.at(2, "Lee") == news.at(0, "Ann Lee")
    assert news.at(1, "Lee").type == "Organization"


def test_an_address_ties_what_no_name_would() -> None:
    news = read(["The Harbour Fox"], ["Ana Ruiz"], reference=same(("The Harbour Fox", RUIZ.iri), entries=(RUIZ,)))
    assert news.at(0, "The Harbour Fox") == news.at(1, "Ana Ruiz")
    assert news.at(0, "The Harbour Fox").same_as == (RUIZ.iri,)


def test_an_address_ties_also_where_no_article_uses_its_label() -> None:
    news = read(["The Harbour Fox"], reference=same(("The Harbour Fox", RUIZ.iri), entries=(RUIZ,)))
    assert [(e.name, e.same_as) for e in news.graph.entities] == [("Ana Ruiz", (RUIZ.iri,))]


def test_two_addresses_of_one_person() -> None:
    other = entry("other", "Anita R. Ruiz")
    news = read(["Ana Ruiz"], ["Anita R. Ruiz"], reference=same((RUIZ.iri, other.iri), entries=(RUIZ, other)))
    assert [e.same_as for e in news.graph.entities] == [(other.iri, RUIZ.iri)]


@pytest.mark.parametrize(
    ("one", "other", "articles", "apart"),
    [
        ("Sergei Lebedev", "Sergey Lebedev", [["Sergei Lebedev"], ["Sergey Lebedev"]], "Sergei Lebedev|Sergey Lebedev"),
        ("Ana Ruiz", "Ruiz", [["Ana Ruiz"], ["Ruiz"]], "Ana Ruiz|Ruiz"),
        ("Ann Lee @ 0.txt", "Ann Lee @ 1.txt", [["Ann Lee"], ["Ann Lee"], ["Ann Lee"]], "Ann Lee|Ann Lee"),
        ("person/ann-lee", "Ann Lee @ 1.txt", [["Ann Lee"], ["Ann Lee"], ["Ann Lee"]], "Ann Lee|Ann Lee"),
        ("Norvia", "Norvia plc", [[("Organization", "Norvia")], [("Organization", "Norvia plc")]], "Norvia|Norvia plc"),
    ],
)
def test_not_same_as_parts_whatever_the_names(one: str, other: str, articles: list[list[str | Named]], apart: str) -> None:
    joined = read(*articles, reference=Reference())
    first, second = apart.split("|")
    assert joined.at(0, first) == joined.at(1, second)
    parted = read(*articles, reference=different((one, other)))
    assert parted.at(0, first) != parted.at(1, second)


def test_an_entry_is_not_whom_the_user_says_it_is_not() -> None:
    news = read(["Ana Ruiz"], ["Ana Ruiz"], reference=different((RUIZ.iri, "Ana Ruiz @ 1.txt"), entries=(RUIZ,)))
    assert [news.at(n, "Ana Ruiz").same_as for n in (0, 1)] == [(RUIZ.iri,), ()]


def test_an_entry_is_neither_of_two_until_the_user_says_which() -> None:
    apart = different(("Ana Ruiz @ 0.txt", "Ana Ruiz @ 1.txt"), entries=(RUIZ,))
    news = read(["Ana Ruiz"], ["Ana Ruiz"], reference=apart)
    assert {e.same_as for e in news.graph.entities} == {()}
    assert news.warnings == [f"not.csv, line 1: the reference data has one entry for both, and --same-as can say for which: {RUIZ.iri}"]
    said = Reference(apart.entries, same((RUIZ.iri, "Ana Ruiz @ 1.txt")).same, apart.different)
    assert [read(["Ana Ruiz"], ["Ana Ruiz"], reference=said).at(n, "Ana Ruiz").same_as for n in (0, 1)] == [(), (RUIZ.iri,)]


def test_lines_that_contradict_each_other_by_their_rows_are_an_error() -> None:
    chain = same(("Ann Lee", "A. Lee"), ("A. Lee", "Annie Lee"))
    reference = Reference((), chain.same, different(("person/ann-lee", "Annie Lee")).different)
    with pytest.raises(ReferenceFileError, match=r"^not\.csv, line 1: .*same\.csv, line 1 and same\.csv, line 2$"):
        read(["Ann Lee", "A. Lee"], ["Annie Lee"], reference=reference)
    with pytest.raises(ReferenceFileError, match="mean the same here"):
        read(["Ann Lee"], reference=different(("person/ann-lee", "Ann Lee")))


@pytest.mark.parametrize("name", ["Erna Solberg", "person/erna-solberg", "Ana Ruiz @ 7.txt", "https://data.example/nobody"])
def test_whom_no_article_names_is_a_warning(name: str) -> None:
    for reference in (same((name, "Ana Ruiz")), different((name, "Ana Ruiz"))):
        news = read(["Ana Ruiz"], reference=reference)
        assert news.warnings == [f"{'same' if reference.same else 'not'}.csv, line 1: no article names {name!r}"]
        assert [e.name for e in news.graph.entities] == ["Ana Ruiz"]


# ---------------------------------------------------------------- whatever the articles and the files
NAMES = [f"{first} {last}" for first in ("Ann", "Anne", "A.", "Sergei", "Sergey") for last in ("Lee", "Marsh")] + ["Lee", "Marsh"]
BODIES = ["Corvia", "Marsh"]
names = st.one_of(st.sampled_from(NAMES).map(lambda n: ("Person", n)), st.sampled_from(BODIES).map(lambda n: ("Organization", n)))
articles = st.lists(st.lists(names, min_size=1, max_size=4, unique=True), min_size=1, max_size=5)
placed = st.tuples(st.sampled_from(NAMES), st.integers(0, 4)).map(lambda n: f"{n[0]} @ {n[1]}.txt")
called = st.one_of(st.sampled_from(NAMES + BODIES), placed)
pairs = st.lists(st.tuples(called, called).filter(lambda p: p[0] != p[1]), max_size=3)
entries = st.lists(st.sampled_from(NAMES + BODIES), max_size=3, unique=True)


def made(known: list[str], one: Pairs, apart: Pairs) -> Reference:
    labels = tuple(entry(f"e{n}", name, "Organization" if name in BODIES else "Person") for n, name in enumerate(known))
    return Reference(labels, same(*one).same, different(*apart).different)


def rows(news: News, text: str) -> list[str]:
    """The entities of all that a name, or a name in an article, stands for."""
    name, _, file = text.rpartition(" @ ")
    where = [int(file[:-4])] if name else range(len(news.articles))
    return [e for n in where if n < len(news.articles) for e in news.called(n, name or text)]


@settings(deadline=None)
@given(articles, entries, pairs, pairs)
def test_overrides_hold_whatever_else_speaks(found: list[list[Named]], known: list[str], one: Pairs, apart: Pairs) -> None:
    reference = made(known, one, apart)
    try:
        news = read(*found, reference=reference)
    except ReferenceFileError:
        assume(False)
    for a, b in one:
        first, second = set(rows(news, a)), set(rows(news, b))
        assert not first or not second or first & second
        if first and second and not any(text.startswith(tuple(BODIES)) for pair in one for text in pair):  # names of two kinds
            assert len(first | second) == 1
    for a, b in apart:
        wider = b.startswith(a) or a.startswith(b)  # "Lee" and "Lee @ 1.txt": the wider loses what the narrower names
        assert wider or set(rows(news, a)).isdisjoint(rows(news, b))
    for e, f in combinations(news.graph.entities, 2):
        assert set(e.same_as).isdisjoint(f.same_as)


@settings(deadline=None, max_examples=60)
@given(articles, entries, pairs, pairs)
def test_neither_order_nor_repetition_matters(found: list[list[Named]], known: list[str], one: Pairs, apart: Pairs) -> None:
    reference = made(known, one, apart)
    try:
        forward = read(*found, reference=reference)
    except ReferenceFileError as error:
        with pytest.raises(ReferenceFileError, match=str(error)[:20]):
            read(*found, reference=reference, backwards=True)
        return
    backward = read(*found, reference=reference, backwards=True)
    assert forward.partition() == backward.partition()
    assert forward.graph.entities == backward.graph.entities
    assert set(forward.graph.merges) == set(backward.graph.merges)
    assert sorted(forward.warnings) == sorted(backward.warnings)
    assert read(*found, reference=reference).graph == forward.graph
