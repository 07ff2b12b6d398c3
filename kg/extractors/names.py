"""Names: what the model marked, repaired by evidence inside the article, and what it overlooked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Token

from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer, acronyms, folded_word
from kg.extractors.tokens import string_ids, tokens_with
from kg.model import EntityType, Span
from kg.parsing import ParsedArticle

TYPES: Final[dict[str, EntityType]] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "GeopoliticalEntity", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "PRODUCT": "Topic", "WORK_OF_ART": "Topic", "LAW": "Topic", "EVENT": "Topic",
}
# Numbers and dates hold no names, but the model takes names with hyphens and digits for them ("Mar-a-Lago").
UNSURE: Final = {"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "LANGUAGE"}
PROPER: Final = string_ids(["PROPN", "ADJ"])
LEADING: Final = {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "both", "all", "former", "then", "ex", "and", "of", "at", "by", "in"}
TRAILING: Final = {"'s", "s'", "and", "of", "the", "image", "photo", "for", "in", "at", "on", "to", "with", "from", "by", "as"}
CALENDAR: Final = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "gmt", "est",
    "et", "edt", "utc", "pst", "covid-19", "i", "ok", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
}
REGIONS: Final = {"region", "province", "oblast", "prefecture", "governorate", "krai", "county", "district", "peninsula", "island", "islands", "valley"}
RANKING: Final = {"executive", "vice", "deputy", "senior", "chief", "assistant", "associate", "national", "managing", "former", "acting", "foreign", "prime", "general"}
MODEL: Final = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]{0,2}|[1-9]\d\d(?:-\d{1,3})?s?")
PARTICLES: Final = {"von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "al", "el", "bin", "ibn", "la", "le", "ten", "ter", "zu"}
PARTY_TAG: Final = re.compile(r"[RDI]-[A-Z]")
HEADLINE_SHARE: Final = 0.55


@dataclass(frozen=True, slots=True)
class Name:
    """A name on its way: its tokens, what it is taken for, the title before it, how much its own words count."""

    start: int
    end: int
    type: EntityType
    nation: str | None = None
    title: tuple[int, int] | None = None
    weight: int = 2
    adjective: bool = False
    part: tuple[int, int] | None = None
    """Characters inside the one token of a pair such as "U.S.-Russia"."""


def find_names(parsed: ParsedArticle, words: Gazetteer) -> tuple[NounPhrase, ...]:
    """Every name of the article, with one type for each, and every word of nationality."""
    doc = parsed.doc
    headlines = _headlines(parsed)
    marked = _confirmed(doc, list(_marked(doc, words)), headlines)
    people = _person_tokens(marked, headlines)
    surnames = {doc[i].text for i in people if i + 1 not in people}
    known = [_whole_body(doc, n, headlines, words) for n in _from_lexicon(doc, words, people)]
    known = [_surname(doc, n) if n.end - n.start == 1 and doc[n.start].text in surnames else n for n in known]
    found = _choose(doc, known, marked, words)
    types = _one_type_each(doc, found, words)
    found = [n for n in (_typed(doc, n, types) for n in found) if not _is_one_of_a_people(doc, n)]
    found += _overlooked(doc, types, {i for n in found for i in range(n.start, n.end)})
    found += [*_organs(doc, found, words), *_platform(doc)]
    found = _outermost_bodies(found)
    return tuple(_phrase(parsed, n) for n in sorted(found, key=lambda n: (n.start, n.end)))


def _words(doc: Doc, name: Name) -> str:
    return " ".join(doc[i].text for i in range(name.start, name.end))


# ---------------------------------------------------------------- the model's marks
def _marked(doc: Doc, words: Gazetteer) -> Iterator[Name]:
    for first, last, label in _joined(doc, words):
        kind = TYPES.get(label)
        if kind is None and not (label in UNSURE and _looks_like_name(doc, first, last)):
            continue
        for start, end in _pieces(doc, first, last, kind):
            start, end = _trimmed(doc, start, end)
            start, title = _without_title(doc, start, end, words)
            end = _extended(doc, start, _before_title(doc, start, end, words), kind, words)
            if start < end and _is_proper(doc, start, end) and not _portfolio(doc, start, end, words) and not _is_common(doc, start, end, words):
                person = title is not None and kind not in ("Organization", "Topic") and not _is_place(doc, start, end, words)
                if kind in ("Organization", "Topic") and (model := _model(doc, start, end)):
                    end, kind = model, "Topic"
                yield Name(start, end, "Person" if person else kind or "Place", title=title, weight=10 if person else 2 if kind else 1)


def _joined(doc: Doc, words: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """The model's marks, two of them as one where it cut a name: "Ursula von" der "Leyen", "Norvia" "ASA"."""
    pending: tuple[int, int, str] | None = None
    for ent in doc.ents:
        if pending is not None and _is_one(doc, pending, ent.start, ent.label_, words):
            label = "ORG" if folded_word(ent.text) in words.legal else "PERSON" if "PERSON" in (pending[2], ent.label_) else ent.label_
            pending = (pending[0], ent.end, label)
            continue
        if pending is not None:
            yield pending
        pending = (ent.start, ent.end, ent.label_)
    if pending is not None:
        yield pending


def _is_one(doc: Doc, before: tuple[int, int, str], start: int, label: str, words: Gazetteer) -> bool:
    last = doc[before[1] - 1]
    if label not in TYPES or before[2] not in TYPES or words.nation(last.text) or last.pos_ != "PROPN":
        return False
    if start == before[1]:
        return last.dep_ == "compound" and last.head.i >= start and doc[start].text[0].isupper()
    between = [doc[i].lower_ for i in range(before[1], start)]
    return "PERSON" in (before[2], label) and all(w in PARTICLES for w in between)


def _looks_like_name(doc: Doc, start: int, end: int) -> bool:
    return doc[start].text[0].isupper() and all(t.pos_ in ("PROPN", "PUNCT", "DET", "X") and not t.like_num and t.lower_ not in CALENDAR for t in doc[start:end])


def _pieces(doc: Doc, start: int, end: int, kind: EntityType | None) -> Iterator[tuple[int, int]]:
    """A mark that runs over a possessive or a list is several names: "Trump's Mar-a-Lago", "Macron, Scholz"."""
    begin = start
    for i in range(start, end):
        if (doc[i].tag_ == "POS" and kind != "Topic" and end - i > 1 and doc[i + 1].text[0].isupper() and kind != "Organization") or doc[i].text in ("\n", "/", ";") or (kind == "Person" and doc[i].text in (",", "and")):
            yield begin, i
            begin = i + 1
    yield begin, end


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].lower_ in LEADING or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].lower_ in TRAILING or not (doc[end - 1].text[-1].isalnum() or doc[end - 1].text[-1] == ".") or _is_score(doc[end - 1])):
        end -= 1
    return start, end


def _model(doc: Doc, start: int, end: int) -> int | None:
    """Where the name of a product ends: a maker's name with a model number, "Norvia N380"."""
    if end < len(doc) and MODEL.fullmatch(doc[end].text) and doc[end].pos_ in ("PROPN", "NUM", "NOUN") and doc[end].ent_type_ not in ("DATE", "MONEY", "PERCENT"):
        return end + 1
    return end if end - start > 1 and any(MODEL.fullmatch(doc[i].text) for i in range(start + 1, end)) else None


def _before_title(doc: Doc, start: int, end: int, words: Gazetteer) -> int:
    """The end of a name less the first words of the title after it: "Norvia News" Executive Chairman."""
    while end - start > 1 and doc[end - 1].lower_ in RANKING and end < len(doc) and words.is_title(doc[end].lower_):
        end -= 1
    return end


def _is_score(token: Token) -> bool:
    return token.text.isdigit() and len(token) < 3


def _extended(doc: Doc, start: int, end: int, kind: EntityType | None, words: Gazetteer) -> int:
    """Over a proper noun that the model left out ("Kryvyi" Rih), and over "region" or "province" after a place."""
    inner = start < end and doc[end - 1].dep_ in ("compound", "amod", "nmod", "poss")
    if inner and _goes_on(doc, start, end, words):
        end += 1
    if inner and kind in ("GeopoliticalEntity", "Place") and end < len(doc) and doc[end].lower_ in REGIONS:
        end += 1
    return _complemented(doc, end, words) if kind == "Organization" and end > start else end


def _complemented(doc: Doc, end: int, words: Gazetteer) -> int:
    """"Max Planck Institute" for Astronomy: over "of" or "for" and the proper nouns after it, where a body's noun stands before."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("of", "for") or not words.bodies.get(doc[end - 1].lower_) or not doc[end - 1].text[0].isupper():
        return end
    stop = end + 1
    while stop < len(doc) and stop < end + 5 and doc[stop].pos_ in ("PROPN", "DET", "CCONJ") and (doc[stop].pos_ != "PROPN" or doc[stop].text[0].isupper()):
        stop += 1
    while stop > end and doc[stop - 1].pos_ != "PROPN":
        stop -= 1
    return stop if stop > end + 1 else end


def _is_proper(doc: Doc, start: int, end: int) -> bool:
    """Whether words look like a name: capitals, and more than a calendar word or one lower-case word."""
    if PARTY_TAG.match(doc[start:end].text) or (end - start == 1 and (doc[start].lower_ in CALENDAR or len(doc[start].text) < 2)):
        return False
    return any(t.text[0].isupper() for t in doc[start:end]) and not all(t.lower_ in CALENDAR or t.like_num for t in doc[start:end])


def _is_place(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """A state or a country after a title that is not its own: "candidate" Texas Senator."""
    text = doc[start:end].text
    return text in words.regions or text in words.names or (end < len(doc) and words.is_title(doc[end].lower_))


def _is_common(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """"University", "Court", "Inspector General" alone: a common noun with a capital."""
    if end - start == 1 and doc[start].lower_ in words.bodies and doc[start].text not in words.institutions:
        return True
    return all(words.is_title(doc[i].lower_) or doc[i].lower_ in words.portfolios for i in range(start, end))


def _portfolio(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    """"Treasury" in "Treasury Secretary", "State" in "Secretary of State": part of a title, no body of its own."""
    if any(doc[i].lower_ not in words.portfolios and not (i == start and words.nation(doc[i].text)) for i in range(start, end)):
        return False
    after = doc[end].lower_ if end < len(doc) else ""
    return words.is_title(after) or (start > 1 and doc[start - 1].lower_ in ("of", "for") and words.is_title(doc[start - 2].lower_))


def _without_title(doc: Doc, start: int, end: int, words: Gazetteer) -> tuple[int, tuple[int, int] | None]:
    """Where the name proper begins, and the tokens of the title before it."""
    first = start
    for i in range(start, end - 1):
        if words.is_title(doc[i].lower_) and (i == start or doc[i + 1].lower_ not in ("of", "for", "and")):
            first = i + 1
    begin = first
    while begin > 0 and words.is_title(doc[begin - 1].lower_) and not doc[begin - 1].is_sent_end:
        begin -= 1
    return (start, None) if begin == first else (first, (min(begin, start), first))


def _goes_on(doc: Doc, start: int, end: int, words: Gazetteer) -> bool:
    if end >= len(doc) or doc[start].text in words.runs or words.is_title(doc[end].lower_):
        return False
    token = doc[end]
    return token.pos_ == "PROPN" and not token.ent_type_ and token.text[0].isupper() and len(token) > 1 and doc[end - 1].head.i == end


# ---------------------------------------------------------------- the lexicon's names
def _person_tokens(marked: list[Name], headlines: set[int]) -> set[int]:
    return {i for n in marked if n.type == "Person" and n.end - n.start in (2, 3, 4) and n.start not in headlines for i in range(n.start, n.end)}


def _from_lexicon(doc: Doc, words: Gazetteer, people: set[int]) -> Iterator[Name]:
    """Countries, their capitals and the words for nationality; "Jordan" in "Michael Jordan" is none."""
    free = 0
    for i in tokens_with(doc, "ORTH", words.starts):
        if i >= free and i not in people and (run := _run_at(doc, i, words)) is not None:
            size, name = run
            free = i + size
            yield _by_lexicon(doc, i, free, name, words)
    for i in tokens_with(doc, "POS", PROPER):
        if "-" in doc[i].text:
            yield from _paired(doc[i], words)


def _paired(token: Token, words: Gazetteer) -> Iterator[Name]:
    """The countries of a pair that the tokenizer left whole: "U.S.-Russia" talks, a "U.S.-led" force."""
    begin = 0
    for piece in token.text.split("-"):
        if nation := words.names.get(piece) or words.adjectives.get(piece):
            yield Name(token.i, token.i + 1, nation.type, nation=nation.name, weight=20, part=(begin, begin + len(piece)))
        begin += len(piece) + 1


def _by_lexicon(doc: Doc, start: int, end: int, name: str, words: Gazetteer) -> Name:
    adjective = _is_adjective(doc[end - 1], doc)
    if nation := words.institutions.get(name):
        return Name(start, end, "Organization", nation=nation.name, weight=20)
    if nation := words.names.get(name) or words.seats.get(name):
        also_adjective = name in words.adjectives and adjective and name not in words.names
        return Name(start, end, nation.type, nation=nation.name, weight=20, adjective=also_adjective)
    if name in words.capitals:
        return Name(start, end, "GeopoliticalEntity", weight=4)
    if nation := words.people.get(name):
        return Name(start, end, "Group", nation=nation.name, weight=20)
    nation = words.adjectives[name]
    return Name(start, end, nation.type, nation=nation.name, weight=20, adjective=True)


def _surname(doc: Doc, name: Name) -> Name:
    """"Paris" and "Jordan" where the article names a Valeska Paris or a Michael Jordan; still the place after "in" and "to"."""
    if name.adjective or (name.start > 0 and doc[name.start - 1].pos_ == "ADP" and doc[name.start - 1].lower_ not in ("by", "with", "of")):
        return name
    return Name(name.start, name.end, "Person", weight=4)


def _whole_body(doc: Doc, name: Name, headlines: set[int], words: Gazetteer) -> Name:
    """"United States Geological Survey": a country that modifies a run of capitals names a body with it."""
    last = doc[name.end - 1]
    if name.adjective or name.weight < 20 or last.dep_ != "compound" or name.start in headlines or last.head.i < name.end or last.head.i > name.end + 3:
        return name
    run = doc[name.end : last.head.i + 1]
    after = doc[last.head.i + 1] if last.head.i + 1 < len(doc) else last
    if any(t.pos_ != "PROPN" or t.ent_type_ or not t.text[0].isupper() or words.is_title(t.lower_) for t in run) or words.is_title(after.lower_):
        return name
    return Name(name.start, last.head.i + 1, "Organization", weight=4)


def _is_adjective(token: Token, doc: Doc) -> bool:
    return token.pos_ == "ADJ" or token.dep_ in ("amod", "compound", "nmod")


def _run_at(doc: Doc, i: int, words: Gazetteer) -> tuple[int, str] | None:
    for pieces, name in words.runs.get(doc[i].text, ()):
        end = i + len(pieces)
        if end <= len(doc) and all(doc[i + k].text == piece for k, piece in enumerate(pieces)):
            return len(pieces), name
    return None


def _choose(doc: Doc, known: list[Name], marked: list[Name], words: Gazetteer) -> list[Name]:
    """The lexicon's word where the model marked the same or less; inside a longer name, the longer one."""
    cover = {i: n for n in known for i in range(n.start, n.end)}
    kept, swallowed = [], set()
    for name in marked:
        inside = {id(cover[i]): cover[i] for i in range(name.start, name.end) if i in cover}.values()
        if not inside:
            kept.append(name)
        elif all(n.start <= name.start and name.end <= n.end for n in inside) or not _is_whole(name, list(inside)):
            continue
        else:
            kept.append(_organ_of(doc, name, list(inside), words))
            swallowed |= {id(n) for n in inside}
    return kept + [n for n in known if id(n) not in swallowed]


def _organ_of(doc: Doc, name: Name, inside: list[Name], words: Gazetteer) -> Name:
    """A marked body that is a country and one of its organs ("United States Air Force") belongs to that country."""
    first = inside[0]
    rest = first.end + (first.end < len(doc) and doc[first.end].tag_ == "POS")
    if name.type == "Organization" and first.start == name.start and first.nation and organ_at(doc, rest, words) == name.end:
        return replace(name, nation=first.nation, weight=20)
    return name


def _is_whole(name: Name, inside: list[Name]) -> bool:
    """Whether a longer name is one name: "Bank of Russia", "American Airlines"; not "Ukraine's Mykola", "Paris Tuesday"."""
    return name.type in ("Organization", "Place", "Topic", "GeopoliticalEntity") or all(n.weight < 20 for n in inside)


# ---------------------------------------------------------------- one name, one type
def _headlines(parsed: ParsedArticle) -> set[int]:
    """Tokens of paragraphs written with capitals throughout: there the model sees names everywhere."""
    out: set[int] = set()
    for start, end in parsed.paragraphs:
        lead = [t for t in parsed.doc[start:end] if t.is_alpha] if end - start <= 40 else []
        if len(lead) > 2 and sum(t.text[0].isupper() for t in lead) > HEADLINE_SHARE * len(lead):
            out |= set(range(start, end))
    return out


def _confirmed(doc: Doc, names: list[Name], headlines: set[int]) -> list[Name]:
    """Names less those of headlines that no sentence confirms, where the sentences give names at all."""
    body = {_words(doc, n) for n in names if n.start not in headlines}
    parts = {w for text in body for w in text.split(" ")}
    return [n for n in names if n.start not in headlines or n.weight >= 4 or _words(doc, n) in body or (not body) or _plausible(doc, n, parts)]


def _plausible(doc: Doc, name: Name, parts: set[str]) -> bool:
    tokens = doc[name.start : name.end]
    return len(tokens) <= 3 and all(t.text[0].isupper() for t in tokens) and not any(t.text in parts or t.pos_ in ("VERB", "AUX", "ADP", "SCONJ") for t in tokens) and name.type in ("Person", "GeopoliticalEntity")


def _told_before(doc: Doc, name: Name, words: Gazetteer) -> EntityType | None:
    """The type that the words before a name tell: "the town of Velm", "the daily Norvia Post"."""
    i = name.start - 1
    if i < 1 or name.weight >= 20:
        return None
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
    if name.end + 1 >= len(doc) or name.weight >= 20 or name.title:
        return None
    after, second = doc[name.end], doc[name.end + 1]
    if after.lower_ in words.corporate or f"{after.lower_} {second.lower_}" in words.corporate:
        return "Organization"
    if after.pos_ == "NOUN" and after.text.islower() and name.type != "Person" and doc[name.end - 1].head.i == name.end:
        return "Organization" if words.is_organization(after.lower_) and "place" not in words.bodies[after.lower_] else None
    if after.text == "," and name.type == "Group" and second.ent_type_ == "GPE":
        return "GeopoliticalEntity"
    return None


def _one_type_each(doc: Doc, names: list[Name], words: Gazetteer) -> dict[str, EntityType]:
    """The type of each name by all of its uses; a surname is a person where the full name is one."""
    votes: dict[str, Counter[EntityType]] = {}
    for name in names:
        if not name.adjective and name.part is None:
            votes.setdefault(_words(doc, name), Counter())[name.type] += name.weight
    for name in names:
        if name.type == "Person" and name.end - name.start > 1:
            for part in sorted({doc[name.end - 1].text, doc[name.start].text}):
                votes.setdefault(part, Counter())["Person"] += 8
        if (told := _told_before(doc, name, words) or _told_after(doc, name, words)) is not None:
            votes.setdefault(_words(doc, name), Counter())[told] += 12
        if name.type == "Organization" and name.end - name.start > 1 and folded_word(doc[name.end - 1].text) in words.legal:
            votes.setdefault(" ".join(doc[i].text for i in range(name.start, name.end - 1)), Counter())["Organization"] += 20
    return {text: max(count.items(), key=lambda c: (c[1], c[0]))[0] for text, count in votes.items()}


def _typed(doc: Doc, name: Name, types: dict[str, EntityType]) -> Name:
    kind = types.get(_words(doc, name), name.type)
    return name if name.weight >= 20 or kind == name.type else replace(name, type=kind)


def _overlooked(doc: Doc, types: dict[str, EntityType], taken: set[int]) -> Iterator[Name]:
    """Uses, without a mark of the model, of names that it marked elsewhere."""
    begins: dict[str, list[tuple[str, ...]]] = {}
    types = {a: kind for text, kind in types.items() if kind == "Organization" for a in sorted(acronyms(text)) if len(a) > 2} | types
    for text in types:
        pieces = tuple(text.split(" "))
        begins.setdefault(pieces[0], []).append(pieces)
    for i in tokens_with(doc, "ORTH", string_ids(b for b in begins if b[0].isupper())):
        if i not in taken:
            yield from _repeat(doc, i, begins[doc[i].text], types, taken)


def _repeat(doc: Doc, i: int, options: list[tuple[str, ...]], types: dict[str, EntityType], taken: set[int]) -> Iterator[Name]:
    for pieces in sorted(options, key=lambda p: (-len(p), p)):
        stop = i + len(pieces)
        if stop <= len(doc) and taken.isdisjoint(range(i, stop)) and all(doc[i + k].text == p for k, p in enumerate(pieces)) and _proper_use(doc[i], len(pieces), person=types[" ".join(pieces)] == "Person"):
            taken |= set(range(i, stop))
            yield Name(i, stop, types[" ".join(pieces)])
            return


def _proper_use(token: Token, size: int, *, person: bool) -> bool:
    return size > 1 or token.pos_ == "PROPN" or (token.pos_ in ("NOUN", "ADJ", "X") and (person or not token.is_sent_start))


def _is_one_of_a_people(doc: Doc, name: Name) -> bool:
    """"The Swede", "a Democrat": one person, no group."""
    last = doc[name.end - 1]
    return name.type == "Group" and not name.adjective and last.tag_ in ("NN", "NNP") and last.dep_ not in ("compound", "amod", "nmod") and name.end - name.start == 1


# ---------------------------------------------------------------- bodies of a country
def _organs(doc: Doc, names: list[Name], words: Gazetteer) -> Iterator[Name]:
    """"Ukraine's air force", "the Russian Defense Ministry": a country and one of its organs make a name, capitals or not."""
    starts = {n.start for n in names if n.end - n.start > 1 and n.nation is None}
    for name in names:
        if name.nation is None or name.type not in ("GeopoliticalEntity", "Place"):
            continue
        begin = name.end + 1 if name.end < len(doc) and doc[name.end].tag_ == "POS" else name.end
        end = organ_at(doc, begin, words)
        if end and name.start not in starts:
            yield Name(name.start, end, "Organization", nation=name.nation, weight=20)


def organ_at(doc: Doc, begin: int, words: Gazetteer) -> int | None:
    """Where an organ of a country that begins at a token ends; up to three words, the longest first."""
    for size in (4, 3, 2, 1):
        end = begin + size
        if end <= len(doc) and " ".join(t.lower_ for t in doc[begin:end]) in words.organs:
            return end if _stands_alone(doc, begin, end, words) else None
    return None


def _stands_alone(doc: Doc, begin: int, end: int, words: Gazetteer) -> bool:
    """Not "the U.S. military presence", nor "the U.S. Treasury Secretary", but "the Air Force spokesman"."""
    if end == len(doc) or doc[end - 1].dep_ not in ("compound", "amod", "nmod") or doc[end - 1].head.i < end:
        return True
    portfolio = all(doc[i].lower_ in words.portfolios for i in range(begin, end))
    return not portfolio and (doc[begin].text[0].isupper() or words.is_title(doc[end].lower_))


def _platform(doc: Doc) -> Iterator[Name]:
    """A platform with one letter for a name, where people post: "on X", "an X post"."""
    for token in (doc[i] for i in tokens_with(doc, "ORTH", string_ids(["X"]))):
        if token.i > 0:
            after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if (doc[token.i - 1].lower_ in ("on", "via") and doc[token.i - 1].pos_ == "ADP") or after in ("post", "account", "posts"):
                yield Name(token.i, token.i + 1, "Organization", weight=20)


def _outermost_bodies(names: list[Name]) -> list[Name]:
    """Names less the bodies inside longer bodies: "Congress" in "U.S. Congress", "Defense Ministry" in "Russia's Defense Ministry"."""
    bodies = [n for n in names if n.type == "Organization"]
    return [n for n in names if not (n.type == "Organization" and any(o is not n and o.start <= n.start and n.end <= o.end and (o.start, o.end) != (n.start, n.end) for o in bodies))]


def _phrase(parsed: ParsedArticle, name: Name) -> NounPhrase:
    kind = "adjective" if name.adjective or _is_party_adjective(parsed.doc, name) else "name"
    head = head_of(parsed.doc, name.start, name.end)
    span = parsed.span(name.start, name.end)
    if name.part is not None:
        span = Span(span.start + name.part[0], span.start + name.part[1])
    return NounPhrase(name.start, name.end, head, kind, name.type, span, nation=name.nation, title=name.title)


def _is_party_adjective(doc: Doc, name: Name) -> bool:
    """"Republican" senators, "Muslim" leaders."""
    return name.type == "Group" and name.end - name.start == 1 and doc[name.start].tag_ in ("JJ", "NNP", "NN") and doc[name.start].dep_ in ("amod", "compound", "nmod")


def head_of(doc: Doc, start: int, end: int) -> int:
    """The token of a range that depends on one outside, the last such."""
    heads: Iterable[int] = (i for i in range(end - 1, start - 1, -1) if not start <= doc[i].head.i < end or doc[i].head.i == i)
    return next(iter(heads), end - 1)
