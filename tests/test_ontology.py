"""The ontology as data: small, labelled, closed under what the lexicon names, and safe under reasoning."""

from __future__ import annotations

import ast
import re
import runpy
import subprocess
import sys
from importlib import import_module
from types import ModuleType

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from conftest import ROOT
from kg.exporters.rdflib_graph import to_rdflib
from kg.lexicon import Lexicon
from kg.model import Graph
from kg.triples import to_triples
from kg.vocab import ACTS, KINDS, LASTING_KINDS, NK, Act, Code, Kind
from sample import SAMPLE

ONTOLOGY = ROOT / "ontology"
OWN = (NK.BASE, Code.BASE, Kind.BASE, Act.BASE)
USERS_OWN = f"{Kind.BASE}leak-of-water"  # of a lexicon that the sample's maker brought along


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "news.ttl").parse(ONTOLOGY / "vocab.ttl")


def own(ontology: rdflib.Graph, kind: rdflib.URIRef) -> list[rdflib.URIRef]:
    return sorted(s for s in ontology.subjects(RDF.type, kind) if str(s).startswith(OWN))


def test_it_stays_small_and_its_readme_counts_right(ontology: rdflib.Graph) -> None:
    classes, properties = own(ontology, OWL.Class), own(ontology, OWL.ObjectProperty) + own(ontology, OWL.DatatypeProperty)
    assert len(classes) <= 25
    assert len(properties) <= 50
    assert f"{len(classes)} classes and {len(properties)} properties" in (ONTOLOGY / "README.md").read_text("utf-8")


def test_every_term_has_one_label_and_one_definition(ontology: rdflib.Graph) -> None:
    terms = [t for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty) for t in own(ontology, kind)]
    concepts = [t for kind in (SKOS.Concept, SKOS.ConceptScheme) for t in own(ontology, kind)]
    assert len(terms) >= 60
    assert len(concepts) >= 200
    for term, label in [(t, RDFS.label) for t in terms] + [(c, SKOS.prefLabel) for c in concepts]:
        assert len(list(ontology.objects(term, label))) == 1, term
        definitions = list(ontology.objects(term, SKOS.definition))
        assert len(definitions) == 1, term
        assert re.fullmatch(r"[A-Z].{6,}\.", str(definitions[0])), term


def test_every_concept_is_in_a_scheme_and_every_kind_below_a_topic(ontology: rdflib.Graph) -> None:
    for concept in own(ontology, SKOS.Concept):
        assert (concept, SKOS.inScheme, None) in ontology, concept
    topics = set(ontology.subjects(SKOS.topConceptOf, None))
    for code in KINDS:
        assert set(ontology.objects(rdflib.URIRef(Kind.BASE + code), SKOS.broader)) <= topics
        assert (rdflib.URIRef(Kind.BASE + code), SKOS.broader, None) in ontology, code


def _codes(node: ast.expr, module: ModuleType) -> set[str]:
    """The strings that an expression holds, or the constant that it names."""
    if isinstance(node, ast.Constant):
        return {node.value} if isinstance(node.value, str) else set()
    if isinstance(node, ast.Tuple | ast.Set):
        return {code for part in node.elts for code in _codes(part, module)}
    return set(getattr(module, node.id)) if isinstance(node, ast.Name) and node.id.isupper() else set()


@pytest.mark.parametrize(
    ("declared", "names"), [(ACTS, (".act", ".speech_act")), (KINDS, ("frame.kind", "situation.kind", "s.kind"))], ids=["acts", "kinds"]
)
def test_every_code_that_the_rules_compare_with_is_declared(declared: frozenset[str], names: tuple[str, ...]) -> None:
    compared: set[str] = set()
    for path in (ROOT / "kg").rglob("[!_]*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare) and ast.unparse(node.left).endswith(names):
                compared |= _codes(node.comparators[0], import_module(".".join(path.relative_to(ROOT).with_suffix("").parts)))
    assert len(compared) >= 15
    assert compared <= declared


def test_concepts_are_what_the_lexicon_names(lexicon: Lexicon) -> None:
    assert {frame.kind for frame in lexicon.frames} == KINDS - LASTING_KINDS, (
        "mend ontology/vocab.ttl, then run python ontology/make_vocab.py"
    )
    assert {cue.act for cue in lexicon.cues} == ACTS, "mend ontology/vocab.ttl, then run python ontology/make_vocab.py"


CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{1,2}")  # a root of two digits, then one or two more
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip
ACE = {
    "Life": "Be-Born Marry Divorce Injure Die", "Movement": "Transport", "Transaction": "Transfer-Ownership Transfer-Money",
    "Business": "Start-Org Merge-Org Declare-Bankruptcy End-Org", "Conflict": "Attack Demonstrate", "Contact": "Meet Phone-Write",
    "Personnel": "Start-Position End-Position Nominate Elect",
    "Justice": "Arrest-Jail Release-Parole Trial-Hearing Charge-Indict Sue Convict Sentence Fine Execute Extradite Acquit Appeal Pardon",
    "ORG-AFF": "Employment Membership", "PER-SOC": "Family", "PART-WHOLE": "Geographical",
}  # fmt: skip


def test_notations_are_codes_of_the_lists_that_they_name(ontology: rdflib.Graph) -> None:
    known = {"PLOVER": PLOVER.__contains__, "CAMEO": CAMEO.fullmatch}
    known["ACE"] = {f"{kind}.{part}" for kind, parts in ACE.items() for part in parts.split()}.__contains__
    notations = [(concept, code) for concept, code in ontology.subject_objects(SKOS.notation)]
    assert len(notations) >= 80
    for concept, code in notations:
        assert isinstance(code, rdflib.Literal)
        assert (code.datatype, RDF.type, RDFS.Datatype) in ontology, concept
        assert known[str(code.datatype).removeprefix(Code.BASE)](str(code)), (concept, code)
    assert not {concept for concept, _ in notations} - {rdflib.URIRef(Kind.BASE + kind) for kind in KINDS}


def test_topics_point_at_media_topics(ontology: rdflib.Graph) -> None:
    topics = {t: [str(o) for o in ontology.objects(t, SKOS.closeMatch)] for t in ontology.subjects(SKOS.topConceptOf, None)}
    codes = [code for found in topics.values() for code in found]
    assert len(codes) >= 13
    assert all(re.fullmatch(r"http://cv\.iptc\.org/newscodes/mediatopic/(0[1-9]|1[0-7])000000", code) for code in codes)


def test_generated_constants_are_fresh() -> None:
    done = subprocess.run([sys.executable, ONTOLOGY / "make_vocab.py", "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_stale_constants_are_seen(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    module = runpy.run_path(str(ONTOLOGY / "make_vocab.py"))
    monkeypatch.setitem(module["main"].__globals__, "make_module", lambda: "something else")
    assert module["main"](["--check"]) == 1
    assert "make_vocab.py" in capsys.readouterr().err


def test_no_property_can_promote_a_situation(ontology: rdflib.Graph) -> None:
    committed = {rdflib.URIRef(NK.Event), rdflib.URIRef(NK.State)}
    for predicate in (RDFS.domain, RDFS.range):
        assert committed.isdisjoint(ontology.objects(None, predicate))


def typed(graph: rdflib.Graph, *kinds: str) -> set[tuple[object, str]]:
    return {(s, kind) for kind in kinds for s in graph.subjects(RDF.type, rdflib.URIRef(kind))}


def close(graph: rdflib.Graph, ontology: rdflib.Graph) -> rdflib.Graph:
    """The OWL-RL closure of the data with the ontology."""
    closed = rdflib.Graph()
    for triple in (*graph, *ontology):
        closed.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    return closed


def test_reasoning_makes_no_event_of_a_claim(ontology: rdflib.Graph) -> None:
    graph = to_rdflib(SAMPLE)
    closed = close(graph, ontology)
    assert len(closed) > 2 * len(graph)
    assert typed(closed, NK.Event, NK.State) == typed(graph, NK.Event, NK.State)
    assert not list(closed.subjects(RDF.type, OWL.Nothing))
    assert not {
        s for s, _, _ in closed.triples((None, RDF.type, rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")))
    }


def undeclared(graph: Graph, ontology: rdflib.Graph) -> set[str]:
    used = {str(term) for s, p, o in to_triples(graph) for term in (s, p, o) if isinstance(term, str) and term.startswith(OWN)}
    return used - {str(s) for s in ontology.subjects()}


def test_every_term_in_the_data_is_declared(ontology: rdflib.Graph) -> None:
    assert undeclared(SAMPLE, ontology) == {USERS_OWN}


def test_a_users_own_kind_is_declared_in_the_data() -> None:
    about = {(p, o) for s, p, o in to_triples(SAMPLE) if s == USERS_OWN}
    assert {str(p).rpartition("#")[2] for p, _ in about} == {"type", "inScheme", "prefLabel"}
