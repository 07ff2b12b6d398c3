"""Reference data and overrides as files: what is read, and the one line that says what is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import ReferenceFileError
from kg.exporters import make_file
from kg.reference import NOTHING, Entry, Office, Override, read_reference
from kg.reference.rdf import FOAF
from kg.vocab import NK, RDF, RDFS
from sample import SAMPLE

HEAD = "iri,label,type,aliases,office,of,from,to\n"
RUIZ = "https://data.example/ana-ruiz"
MAYOR = Office("mayor", "Valmora", date(2021, 5, 1))
COMMISSIONER = Office("harbour commissioner", "Valmora", date(2016, 1, 1), date(2021, 4, 30))


@pytest.mark.parametrize(
    ("office", "words"),
    [
        (MAYOR, "mayor, Valmora, since 2021-05-01"),
        (COMMISSIONER, "harbour commissioner, Valmora, 2016-01-01 to 2021-04-30"),
        (Office("clerk", end=date(2016, 1, 1)), "clerk, until 2016-01-01"),
        (Office("clerk", "Valmora"), "clerk, Valmora"),
    ],
)
def test_an_office_says_of_whom_and_when(office: Office, words: str) -> None:
    assert str(office) == words


def entries(folder: Path, name: str, text: str | bytes) -> tuple[Entry, ...]:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_reference([file]).entries


def test_a_table_gives_one_entry_for_each_address(tmp_path: Path) -> None:
    text = HEAD + (
        f"{RUIZ},Ana Ruiz,Person,A. M. Ruiz|Ana  Ruis,mayor,Valmora,2021-05,\n\n"
        f"{RUIZ},Ana Ruiz,person,,harbour commissioner,Valmora,2016,2021-04\n"
        'urn:isin:XY01,"Tesk, Sons & Co.",Organization\n'
    )
    assert entries(tmp_path, "who.csv", text) == (
        Entry(RUIZ, "Ana Ruiz", "Person", ("A. M. Ruiz", "Ana Ruis"), (MAYOR, COMMISSIONER), "who.csv", "line 2"),
        Entry("urn:isin:XY01", "Tesk, Sons & Co.", "Organization", file="who.csv", place="line 5"),
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tabs.tsv", f"type\tiri\tlabel\nPerson\t{RUIZ}\tAna Ruiz\n"),
        ("semicolons.csv", f"iri;label;type\n{RUIZ};Ana Ruiz;Person\n"),
        ("windows.csv", f"\ufeffIRI, Label, Type\r\n{RUIZ}, Ana Ruiz, Person\r\n"),
        ("triples.nt", f'<{RUIZ}> <{RDF.type}> <{NK.Person}> .\n<{RUIZ}> <{RDFS.label}> "Ana Ruiz"@en .'),
        ("linked.jsonld", f'{{"@id": "{RUIZ}", "@type": "{FOAF}Person", "{FOAF}name": "Ana Ruiz"}}'),
    ],
)
def test_forms_of_one_entry(tmp_path: Path, name: str, text: str) -> None:
    (entry,) = entries(tmp_path, name, text)
    assert (entry.iri, entry.label, entry.type) == (RUIZ, "Ana Ruiz", "Person")


def test_turtle_says_the_same_as_a_table(tmp_path: Path) -> None:
    text = f"""@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <https://data.example/valmora> a schema:City ; schema:name "Valmora" .
        <{RUIZ}> a schema:Person ; schema:name "Ana Ruiz", "Анна Руис"@ru ; skos:altLabel "Ana Ruis" ;
          schema:hasOccupation [
              a schema:Role ; schema:roleName "mayor" ; schema:memberOf <https://data.example/valmora> ; schema:startDate "2021-05" ],
            [ schema:roleName "harbour commissioner" ; schema:worksFor "Valmora" ;
              schema:startDate "2016-01-01"^^xsd:date ; schema:endDate "2021-04-30"^^xsd:date ] ."""
    valmora, ruiz = entries(tmp_path, "who.ttl", text)
    assert (valmora.label, valmora.type) == ("Valmora", "GeopoliticalEntity")
    assert ruiz == Entry(RUIZ, "Ana Ruiz", "Person", ("Анна Руис", "Ana Ruis"), (MAYOR, COMMISSIONER), "who.ttl", f"<{RUIZ}>")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("who.csv", "", ["empty", "iri, label, type"]),
        ("who.csv", "iri,label\nx,y\n", ["line 1", "no column 'type'"]),
        ("who.csv", "iri,label,type,alias\n", ["line 1", "'alias'", "aliases"]),
        ("who.csv", f"{HEAD}\n{RUIZ},,Person\n", ["line 3", "no label", RUIZ]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Mayor\n", ["line 2", "unknown type 'Mayor'", "Person, Organization"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,\n", ["line 2", "unknown type ''"]),
        ("who.csv", f"{HEAD}wd:Q1,Ana Ruiz,Person\n", ["line 2", "'wd:Q1' is no IRI", "https://"]),
        ("who.csv", f"{HEAD}https://a b/,Ana Ruiz,Person\n", ["line 2", "is no IRI"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Person,,mayor,Valmora,2021-13\n", ["line 2", "'2021-13' is no day"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Person,,mayor,Valmora,in May\n", ["line 2", "'in May' is no day"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Person,,mayor,Valmora,2021,2020\n", ["ends (2020-12-31) before it begins (2021-01-01)"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Person,,,Valmora,2021\n", ["line 2", "no office"]),
        ("who.csv", f"{HEAD}{RUIZ},Ana Ruiz,Person\n{RUIZ},Anna Ruiz,Person\n", ["line 3", "'Anna Ruiz'", "'Ana Ruiz'", "line 2"]),
        ("who.csv", f"{HEAD}{RUIZ},Ruiz, Ana,Person,,mayor,Valmora,2021,2022\n", ["line 2", "9 cells under 8 columns", "quotation marks"]),
        ("who.csv", f'{HEAD}{RUIZ},"Ana Ruiz,Person\n', ["line 2", "no table"]),
        ("who.csv", HEAD.encode() + b"\xff", ["is not UTF-8 (byte 41)"]),
        ("who.xlsx", "", ["must end with one of .csv, .tsv, .ttl"]),
        ("who.ttl", "<http://a.example/x> a", ["line 1"]),
        ("who.ttl", "<ana> a <https://schema.org/Person> .", ["line 1", "IRI"]),
        ("who.ttl", "", ["nobody and nothing of a known type"]),
        ("who.ttl", f"<{RUIZ}> a <https://schema.org/Person> .", [f"<{RUIZ}>: no label"]),
        ("who.ttl", f'<{RUIZ}> a <https://schema.org/Persn> ; <https://schema.org/name> "Ana" .', [f"<{RUIZ}>: no known type (<https://schema.org/Persn>)"]),
        ("who.ttl", f'<{RUIZ}> a <{NK.Person}>, <{NK.Place}> ; <{RDFS.label}> "Ana" .', ["more than one type"]),
    ],
)  # fmt: skip
def test_bad_reference_data_is_named(tmp_path: Path, name: str, text: str | bytes, words: list[str]) -> None:
    with pytest.raises(ReferenceFileError) as error:
        entries(tmp_path, name, text)
    message = str(error.value)
    assert message.startswith(str(tmp_path / name)) or message.startswith(name)
    assert "\n" not in message
    for word in words:
        assert word in message


def test_missing_files_are_named(tmp_path: Path) -> None:
    for given in ({"reference": [tmp_path / "no.csv"]}, {"same": [tmp_path / "no.csv"]}, {"different": [tmp_path / "no.csv"]}):
        with pytest.raises(ReferenceFileError, match=r"no\.csv: cannot be read"):
            read_reference(**given)
    assert read_reference() == NOTHING


# ---------------------------------------------------------------- overrides
def overrides(folder: Path, same: str, different: str = "") -> tuple[Override, ...]:
    (folder / "same.csv").write_text(same, "utf-8")
    (folder / "not.csv").write_text(different, "utf-8")
    read = read_reference(same=[folder / "same.csv"], different=[folder / "not.csv"])
    return (*read.same, *read.different)


def test_overrides_are_two_names_a_line(tmp_path: Path) -> None:
    text = '# known to be one\nWalmora,  Valmora\n\n"Tesk, Sons & Co.", organization/tesk\nAnn Lee @ harvest.txt,Ann  Lee\n'
    assert overrides(tmp_path, text, "A. Lee,B. Lee") == (
        Override("Walmora", "Valmora", "same.csv", 2),
        Override("Tesk, Sons & Co.", "organization/tesk", "same.csv", 4),
        Override("Ann Lee @ harvest.txt", "Ann Lee", "same.csv", 5),
        Override("A. Lee", "B. Lee", "not.csv", 1),
    )


@pytest.mark.parametrize(
    ("same", "different", "words"),
    [
        ("# one\nWalmora\n", "", ["same.csv, line 2", "1 name where two are needed"]),
        ("Lee, Ann, Ann Lee\n", "", ["same.csv, line 1", "3 names", "quotation marks"]),
        ("Walmora,\n", "", ["same.csv, line 1", "1 name"]),
        ("", "Ann Lee,ann lee\n", ["not.csv, line 1", "'Ann Lee' stands on both sides", "Ann Lee @ FILE"]),
        ("A. Lee,Ann Lee\n", "Ann Lee,a. lee\n", ["not.csv, line 1: 'Ann Lee' and 'a. lee' are not the same here, but are by same.csv"]),
        ("A,B\nX,Y\nB,C\n", "X,Z\nC,A\n", ["not.csv, line 2", "same.csv, line 1 and same.csv, line 3"]),
    ],
)
def test_bad_overrides_are_named(tmp_path: Path, same: str, different: str, words: list[str]) -> None:
    with pytest.raises(ReferenceFileError) as error:
        overrides(tmp_path, same, different)
    assert "\n" not in str(error.value)
    for word in words:
        assert word in str(error.value)


def test_a_graph_of_an_earlier_build_is_reference_data(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(make_file(SAMPLE, "turtle"))
    read = read_reference([tmp_path / "graph.ttl"]).entries
    assert sorted((e.iri.partition("/id/")[2], e.label, e.type) for e in read) == sorted((e.id, e.name, e.type) for e in SAMPLE.entities)
    assert next(e for e in read if e.label == "Ana Ruiz").aliases == ("Ruiz",)
