"""Names: what the model marked, repaired by evidence inside the article, and what it overlooked."""

from __future__ import annotations

from kg.doc import Doc
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, head_of
from kg.extractors.naming.countries import (
    as_surname,
    choose,
    introduced,
    known_names,
    organs_of,
    outermost_bodies,
    person_tokens,
    platforms,
    whole_body,
    whole_nations,
)
from kg.extractors.naming.marks import marked_names
from kg.extractors.naming.nested import nested
from kg.extractors.naming.repeats import overlooked, with_acronyms, with_possessives
from kg.extractors.naming.sieve import sifted
from kg.extractors.naming.teams import as_teams
from kg.extractors.naming.types import confirmed, headlines_of, is_one_of_a_people, one_type_each, typed
from kg.extractors.naming.unmarked import unmarked
from kg.model import MentionKind, Span
from kg.parsing import ParsedArticle

__all__ = ["find_names"]


def find_names(parsed: ParsedArticle, words: Gazetteer) -> tuple[NounPhrase, ...]:
    """Every name of the article, with one type for each, and every word of nationality."""
    doc = parsed.doc
    headlines = headlines_of(parsed)
    marked = with_possessives(doc, list(marked_names(doc, words)), words)
    marked = sifted(doc, confirmed(doc, [*marked, *unmarked(doc, marked, headlines, words)], headlines))
    marked = with_acronyms(doc, marked)
    people = person_tokens(marked, headlines)
    surnames = {doc[i].text for i in people if i + 1 not in people}
    known = [whole_body(doc, n, headlines, words) for n in known_names(doc, words, people)]
    known = [as_surname(doc, n) if n.end - n.start == 1 and doc[n.start].text in surnames else n for n in known]
    found = choose(doc, known, marked, words)
    types = one_type_each(doc, found, words)
    found = [n for n in (typed(doc, n, types, words) for n in found) if not is_one_of_a_people(doc, n)]
    types |= {
        doc[n.end - 1].text: "Organization"
        for n in found
        if n.nation and n.type == "Organization" and doc[n.end - 1].lower_ in words.organs
    }
    found += overlooked(doc, types, {i for n in found for i in range(n.start, n.end)}, words)
    found += introduced(doc, {i for n in found for i in range(n.start, n.end)}, words)
    found += [*organs_of(doc, found, words), *platforms(doc)]
    found = as_teams(doc, whole_nations(outermost_bodies(found), words), words)
    found += nested(doc, found, words)
    return tuple(_phrase(parsed, n) for n in sorted(found, key=lambda n: (n.start, n.end)))


def _phrase(parsed: ParsedArticle, name: Name) -> NounPhrase:
    kind: MentionKind = "adjective" if name.adjective or _is_party_adjective(parsed.doc, name) else "name"
    head = head_of(parsed.doc, name.start, name.end)
    span = parsed.span(name.start, name.end)
    if name.part is not None:
        span = Span(span.start + name.part[0], span.start + name.part[1])
    return NounPhrase(name.start, name.end, head, kind, name.type, span, nation=name.nation, title=name.title)


def _is_party_adjective(doc: Doc, name: Name) -> bool:
    """ "Republican" senators, "Muslim" leaders."""
    return (
        name.type == "Group"
        and name.end - name.start == 1
        and doc[name.start].tag_ in ("JJ", "NNP", "NN")
        and doc[name.start].dep_ in ("amod", "compound", "nmod")
    )
