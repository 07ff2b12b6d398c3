"""Names: what the model marked, repaired by evidence inside the article, and what it overlooked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Token

from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import EntityType
from kg.parsing import ParsedArticle

TYPES: Final[dict[str, EntityType]] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "GeopoliticalEntity", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "PRODUCT": "Topic", "WORK_OF_ART": "Topic", "LAW": "Topic", "EVENT": "Topic",
}
LEADING: Final = {"the", "a", "an", "'", '"', "``", "-", "(", "this", "that", "its", "his", "her", "their", ",", "both", "all", "former", "then", "ex", "#", "@"}
TRAILING: Final = {"'s", "'", '"', "''", "-", ",", ")", ".", ":", ";", "s'", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Name:
    """A name on its way: tokens, what the model took it for, and the title before it."""

    start: int
    end: int
    type: EntityType
    nation: str | None = None
    title: tuple[int, int] | None = None
    sure: bool = False


def find_names(parsed: ParsedArticle, words: Gazetteer) -> tuple[NounPhrase, ...]:
    """Every name of the article with one type for each, and every word of nationality."""
    doc = parsed.doc
    fixed = list(_nations(doc, words))
    taken = {i for n in fixed for i in range(n.start, n.end)}
    found = [name for name in _marked(doc, words) if not _is_nation(name, fixed)]
    found = [n for n in fixed if not any(o.start <= n.start and n.end <= o.end for o in found)] + found
    types = _one_type_each(doc, found)
    found = [n if n.sure else replace(n, type=types.get(_words(doc, n), n.type)) for n in found]
    taken = {i for n in found for i in range(n.start, n.end)}
    found += _overlooked(doc, parsed, types, taken)
    return tuple(_phrase(parsed, n) for n in sorted(found, key=lambda n: (n.start, n.end)))


def _words(doc: Doc, name: _Name) -> str:
    return " ".join(doc[i].text for i in range(name.start, name.end))


def _is_nation(name: _Name, fixed: list[_Name]) -> bool:
    return any(f.start <= name.start and name.end <= f.end for f in fixed)


def _nations(doc: Doc, words: Gazetteer) -> Iterator[_Name]:
    """Countries, their capitals and the words for nationality, by the lexicon: the model knows few of them for sure."""
    i, count = 0, len(doc)
    while i < count:
        run = _run_at(doc, i, words)
        if run is None:
            i += 1
            continue
        size, name = run
        if nation := words.names.get(name) or words.seats.get(name):
            yield _Name(i, i + size, nation.type, nation=nation.name, sure=True)
        elif nation := words.capitals.get(name):
            yield _Name(i, i + size, "GeopoliticalEntity", sure=True)
        elif nation := words.people.get(name):
            yield _Name(i, i + size, "Group", nation=nation.name, sure=True)
        else:
            yield _Name(i, i + size, words.adjectives[name].type, nation=words.adjectives[name].name, sure=True)
        i += size


def _run_at(doc: Doc, i: int, words: Gazetteer) -> tuple[int, str] | None:
    for pieces, name in words.runs.get(doc[i].text, ()):
        end = i + len(pieces)
        if end <= len(doc) and all(doc[i + k].text == piece for k, piece in enumerate(pieces)) and not _part_of_person(doc, i, end):
            return len(pieces), name
    return None


def _part_of_person(doc: Doc, start: int, end: int) -> bool:
    """"Michael Jordan", "Jack London", "Chad Smith": a first name or surname."""
    return any(
        doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ in ("B", "I") and (doc[i].ent_iob_ == "I" or (end < len(doc) and doc[end].ent_iob_ == "I"))
        for i in (start, end - 1)
    )


def _marked(doc: Doc, words: Gazetteer) -> Iterator[_Name]:
    for ent in doc.ents:
        kind = TYPES.get(ent.label_)
        if kind is None:
            continue
        start, end = ent.start, ent.end
        while start < end and doc[start].lower_ in LEADING:
            start += 1
        while end > start and doc[end - 1].lower_ in TRAILING:
            end -= 1
        start, title = _without_title(doc, start, end, words)
        if start < end and any(t.text[:1].isupper() for t in doc[start:end]):
            yield _Name(start, end, "Person" if title and kind != "Organization" else kind, title=title)


def _without_title(doc: Doc, start: int, end: int, words: Gazetteer) -> tuple[int, tuple[int, int] | None]:
    """Where the name proper begins, and the tokens of the title before it."""
    first = start
    for i in range(start, end - 1):
        if words.is_title(doc[i].lower_):
            first = i + 1
    begin = first
    while begin > 0 and doc[begin - 1].is_alpha and words.is_title(doc[begin - 1].lower_) and doc[begin - 1].text[:1].isupper():
        begin -= 1
    if first == start and begin == first:
        return start, None
    return first, (min(begin, start), first)


def _one_type_each(doc: Doc, names: list[_Name]) -> dict[str, EntityType]:
    """The type of each name by all of its uses; a surname is a person where the full name is one."""
    votes: dict[str, Counter[EntityType]] = {}
    for name in names:
        text = _words(doc, name)
        votes.setdefault(text, Counter())[name.type] += 10 if name.title or name.sure else 2
    for name in names:
        if name.type == "Person" and name.end - name.start in (2, 3):
            last = doc[name.end - 1].text
            votes.setdefault(last, Counter())["Person"] += 5
    return {text: max(count.items(), key=lambda c: (c[1], c[0]))[0] for text, count in votes.items()}


def _overlooked(doc: Doc, parsed: ParsedArticle, types: dict[str, EntityType], taken: set[int]) -> Iterator[_Name]:
    """Later uses, without a mark of the model, of names that it marked elsewhere."""
    longest: dict[str, list[tuple[str, ...]]] = {}
    for text in types:
        pieces = tuple(text.split(" "))
        longest.setdefault(pieces[0], []).append(pieces)
    for start, end in parsed.paragraphs:
        for i in range(start, end):
            if i in taken or doc[i].text not in longest:
                continue
            for pieces in sorted(longest[doc[i].text], key=len, reverse=True):
                stop = i + len(pieces)
                if stop <= end and not taken & set(range(i, stop)) and _is_name(doc[i]) and tuple(t.text for t in doc[i:stop]) == pieces:
                    taken |= set(range(i, stop))
                    yield _Name(i, stop, types[" ".join(pieces)])
                    break


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()


def _phrase(parsed: ParsedArticle, name: _Name) -> NounPhrase:
    doc = parsed.doc
    head = next((i for i in range(name.end - 1, name.start - 1, -1) if not name.start <= doc[i].head.i < name.end or doc[i].head.i == i), name.end - 1)
    adjective = name.nation is not None and name.type != "Group" and doc[name.end - 1].text not in ("U.S.", "US") and _modifies(doc[name.end - 1])
    kind = "adjective" if adjective else "name"
    return NounPhrase(name.start, name.end, head, kind, name.type, parsed.span(name.start, name.end), nation=name.nation, title=name.title)


def _modifies(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.dep_ in ("amod", "compound", "conj", "nmod")
