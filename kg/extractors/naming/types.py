"""One name, one type: what the words around it and all of its uses tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from kg.doc import Doc
from kg.extractors.gazetteer import Gazetteer, folded_word
from kg.extractors.naming.candidates import Name, words_of
from kg.extractors.naming.nouns import (
    before_nature,
    is_aged,
    told_by_article,
    told_by_end,
    told_by_kin,
    told_by_noun,
    told_by_place,
    told_by_play,
    told_by_town_noun,
    told_by_verb,
)
from kg.extractors.naming.owned import families, told_by_owned
from kg.extractors.naming.products import is_product
from kg.extractors.naming.repeats import abbreviates
from kg.extractors.naming.spans import REGIONS
from kg.extractors.naming.teams import CLUB
from kg.extractors.naming.weights import BESIDE, CERTAIN, CORPORATE, FORMAL, FOUND, MARKED, PART, SHAPED
from kg.model import PLACES, EntityType
from kg.parsing import ParsedArticle

HEADLINE_SHARE: Final = 0.55
_ATTRIBUTIVE: Final = frozenset({"compound", "nmod", "poss"})

ACTING: Final = (told_by_verb, told_by_kin, told_by_town_noun, told_by_play)
"""What tells a type by what a name does and has, in this order."""


def headlines_of(parsed: ParsedArticle) -> set[int]:
    """Tokens of paragraphs written with capitals throughout, with no full stop: there the model sees names everywhere."""
    out: set[int] = set()
    for start, end in parsed.paragraphs:
        if end - start > 40 or parsed.doc[end - 1].text == ".":
            continue
        lead = [t for t in parsed.doc[start:end] if t.is_alpha]
        if len(lead) > 2 and sum(t.text[0].isupper() for t in lead) > HEADLINE_SHARE * len(lead):
            out |= set(range(start, end))
    return out


def confirmed(doc: Doc, names: list[Name], headlines: set[int]) -> list[Name]:
    """Names less those of headlines that no sentence confirms, where the sentences give names at all."""
    body = {words_of(doc, n) for n in names if n.start not in headlines}
    parts = {w for text in body for w in text.split(" ")}
    return [
        n
        for n in names
        if n.start not in headlines or n.weight >= FOUND or not body or words_of(doc, n) in body or _plausible(doc, n, parts)
    ]


def _plausible(doc: Doc, name: Name, parts: set[str]) -> bool:
    tokens = doc[name.start : name.end]
    return (
        len(tokens) <= 3
        and all(t.text[0].isupper() for t in tokens)
        and not any(t.text in parts or t.pos_ in ("VERB", "AUX", "ADP", "SCONJ") for t in tokens)
        and name.type in ("Person", "GeopoliticalEntity")
    )


def one_type_each(doc: Doc, names: list[Name], words: Gazetteer) -> dict[str, EntityType]:
    """The type of each name by all of its uses; a surname is a person where the full name is one."""
    votes: defaultdict[str, Counter[EntityType]] = defaultdict(
        Counter, {words_of(doc, n): Counter() for n in names if not n.adjective and n.part is None}
    )
    people = families(doc, names, words)
    lone = people - {text.partition(" ")[0] for n in names if n.type == "Organization" and " " in (text := words_of(doc, n))}
    for name in names:
        for text, kind, weight in _votes(doc, name, people, lone, words):
            votes[text][kind] += weight
        if (told := told_by_owned(doc, name, people, words)) is not None:
            own = words_of(doc, name)
            for text in (own, *(t for t in votes if t.startswith(f"{own} ") and told == "Organization")):
                votes[text][told] += SHAPED
    for token in [t for t in doc[1:] if t.lower_ in words.corporate]:
        before = doc[token.i - 1]
        if before.text in votes and before.dep_ in _ATTRIBUTIVE and not token.is_sent_start:
            votes[before.text]["Organization"] += CORPORATE
    chosen = {text: max(count.items(), key=lambda c: (c[1], c[0]))[0] for text, count in votes.items() if count}
    short = {doc[n.end + 1].text: chosen.get(words_of(doc, n)) for n in names if abbreviates(doc, n.end + 1, n.start, n.end)}
    chosen |= {text: kind for text, kind in short.items() if kind is not None}
    full = (text.split(" ") for text, kind in chosen.items() if kind == "Person")
    surnames = frozenset(parts[-1] for parts in full if parts[0] in words.given)
    chosen |= dict.fromkeys(_namesakes(doc, names, chosen, words), "Organization")
    things = {text for text, kind in chosen.items() if _is_made(text, kind, chosen) or _is_about(text, kind, surnames, words)}
    return chosen | dict.fromkeys(sorted(things), "Topic")


def _namesakes(doc: Doc, names: list[Name], chosen: dict[str, EntityType], words: Gazetteer) -> list[str]:
    """The surnames of people that stand for a company instead: "Halden" in a text that opens with "Halden Systems Inc"."""
    first: dict[str, tuple[int, EntityType]] = {}
    bare: defaultdict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in sorted((n for n in names if not n.adjective), key=lambda n: n.start):
        kind = chosen.get(words_of(doc, name), name.type)
        if name.end - name.start > 1 and kind in ("Organization", "Person"):
            first.setdefault(doc[name.start if kind == "Organization" else name.end - 1].text, (name.end, kind))
        elif name.end - name.start == 1 and not name.title:
            bare[doc[name.start].text][name.type] += 1
    bodies = [text for text, (_, kind) in first.items() if kind == "Organization" and chosen.get(text) == "Person"]
    return [t for t in bodies if _is_formal(doc, first[t][0], words) or bare[t]["Organization"] > bare[t]["Person"]]


def _is_formal(doc: Doc, end: int, words: Gazetteer) -> bool:
    """Whether a name that ends before a token has a legal form for its last word."""
    return folded_word(doc[end - 1].text) in words.legal


def _is_made(text: str, kind: EntityType, chosen: dict[str, EntityType]) -> bool:
    """ "Veltrons": what looks like a people or a family bears the name of a company, for it makes them."""
    last = text.rpartition(" ")[2]
    return kind in ("Group", "Person") and last.endswith("s") and chosen.get(last[:-1]) in ("Organization", "Topic")


def _is_about(text: str, kind: EntityType, surnames: frozenset[str], words: Gazetteer) -> bool:
    """ "Lund Cash", where the article names an Omar Lund: what begins with a surname and ends with none is no person."""
    first, _, last = text.partition(" ")
    return kind == "Person" and first in surnames and last not in surnames and last != "" and first not in words.given and " " not in last


def _votes(doc: Doc, name: Name, people: frozenset[str], lone: frozenset[str], words: Gazetteer) -> Iterator[tuple[str, EntityType, int]]:
    """What one use tells of the type of a name and of its parts, and how surely.

    `people` are the first and last names of people whom the article names in full; no body begins with those of them that are `lone`.
    """
    whole, several = words_of(doc, name), name.end - name.start > 1
    if not name.adjective and name.part is None:
        marked = whole in lone and name.weight == MARKED and name.type != "GeopoliticalEntity"
        yield whole, "Person" if marked else name.type, name.weight
    less = whole.rpartition(" ")[0]
    if several and name.type == "Person":
        for part in sorted({doc[name.end - 1].text, doc[name.start].text}):
            yield part, "Person", PART
    if several and name.type in PLACES and doc[name.end - 1].lower_ in REGIONS:
        yield less, "GeopoliticalEntity", PART
    if several and doc[name.start].text in words.sorts["before-thing"]:
        yield whole.partition(" ")[2], "Topic", SHAPED
    ending = told_by_end(doc, name, words)
    if ending is not None and ending != name.type and (ending == "Organization" or not name.title):
        yield whole, ending, SHAPED
    if ending == "Organization":
        club = doc[name.end - 1].text in words.clubs
        yield less, "GeopoliticalEntity" if club else ending, SHAPED
        if club:
            yield doc[name.end - 1].text, ending, SHAPED
    if whole not in people and (told := _told_before(doc, name, words) or _told_after(doc, name, words)) is not None:
        yield whole, told, BESIDE
    elif name.type == "Organization" and is_product(doc, name, words):
        yield whole, "Topic", BESIDE
    if several and name.type == "Organization" and folded_word(doc[name.end - 1].text) in words.legal:
        yield less, "Organization", FORMAL


def _told_before(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """The type that the words before a name tell: "the town of Velm", "the daily Norvia Post"."""
    i = name.start - 1
    if i < 0 or name.weight >= CERTAIN:
        return None
    if (beside := told_by_noun(doc, name, words) or told_by_article(doc, name) or told_by_place(doc, name, words)) is not None:
        return beside
    opening = doc[i - 1] if doc[i].pos_ == "DET" else doc[i]
    lone = name.type == "Organization" and name.end - name.start == 1
    if opening.is_quote and not lone and name.end < len(doc) and (doc[name.end].is_quote or doc[min(name.end + 1, len(doc) - 1)].is_quote):
        return "Topic"
    if doc[i].lower_ == "of" and "place" in words.bodies.get(doc[i - 1].lower_, ()):
        return "GeopoliticalEntity"
    noun = doc[i]
    if noun.lower_ in ("at", "for") and words.is_title(doc[i - 1].lower_):
        return "Organization"
    if noun.pos_ == "NOUN" and noun.text.islower() and noun.head.i in range(name.start, name.end) and name.type != "Person":
        return "Organization" if words.is_organization(noun.lower_) else None
    return None


def _told_after(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """The type that the words after a name tell: "Norvia Chief Executive", "Superior, Wisconsin", "Norvia shares"."""
    if name.end + 1 >= len(doc) or name.weight >= CERTAIN or name.title:
        return None
    after, second = doc[name.end], doc[name.end + 1]
    if name.type in ("Organization", "GeopoliticalEntity") and name.end - name.start < 3 and is_aged(doc, name):
        return "Person"
    if (acting := next((t for tell in ACTING if (t := tell(doc, name, words)) is not None), None)) is not None:
        return acting
    if before_nature(doc, name, words) and name.type in ("Person", "Group", "GeopoliticalEntity"):
        return "Place"
    if after.lower_ in words.corporate or f"{after.lower_} {second.lower_}" in words.corporate:
        return "Organization"
    if after.pos_ == "NOUN" and after.text.islower() and name.type != "Person" and doc[name.end - 1].head.i == name.end:
        if after.lower_ in CLUB:
            return "GeopoliticalEntity" if second.pos_ == "PROPN" and name.end - name.start == 1 else None
        return "Organization" if words.is_organization(after.lower_) and "place" not in words.bodies[after.lower_] else None
    if (
        after.text in (",", "(")
        and name.type == "GeopoliticalEntity"
        and name.end - name.start > 1
        and _describes_person(doc, name.end + 1, words)
    ):
        return "Person"
    if after.text == "," and name.type == "Group" and second.ent_type_ == "GPE":
        return "GeopoliticalEntity"
    return None


def _describes_person(doc: Doc, first: int, words: Gazetteer) -> bool:
    """ "the British star of", "54, a teacher": an age, or the noun of a person before any verb."""
    for token in doc[first : first + 5]:
        if token.lower_ in words.titles and token.pos_ == "NOUN":
            return True
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";") or (token.text == "," and not doc[token.i - 1].like_num):
            return False
    return False


def typed(doc: Doc, name: Name, types: dict[str, EntityType], words: Gazetteer) -> Name:
    """The name with the type that all of its uses give; "Mr. Halden" is a person, whatever "Halden" is."""
    addressed = name.title is not None and all(words.titles.get(doc[i].lower_) == frozenset({"honorific"}) for i in range(*name.title))
    kind = "Person" if addressed else types.get(words_of(doc, name), name.type)
    return name if name.weight >= CERTAIN or kind == name.type else replace(name, type=kind)


def is_one_of_a_people(doc: Doc, name: Name) -> bool:
    """ "The Swede", "a Democrat": one person, no group."""
    last = doc[name.end - 1]
    return (
        name.type == "Group"
        and not name.adjective
        and last.tag_ in ("NN", "NNP")
        and last.dep_ not in ("compound", "amod", "nmod")
        and name.end - name.start == 1
    )
