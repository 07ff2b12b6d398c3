"""What the lexicon knows: countries, nationalities, capitals, and the bodies of a country."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kg.doc import Doc, Token
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name
from kg.extractors.naming.weights import CERTAIN, FOUND
from kg.model import PLACES


def person_tokens(marked: list[Name], headlines: set[int]) -> set[int]:
    """The tokens of full names of people."""
    return {
        i for n in marked if n.type == "Person" and n.end - n.start in (2, 3, 4) and n.start not in headlines for i in range(n.start, n.end)
    }


def known_names(doc: Doc, words: Gazetteer, people: set[int]) -> Iterator[Name]:
    """Countries, their capitals and the words for nationality; "Jordan" in "Marcus Jordan" is none."""
    free = 0
    for token in [t for t in doc if t.text in words.runs or "-" in t.text]:
        i = token.i
        if token.text in words.runs and i >= free and i not in people and (run := _run_at(doc, i, words)) is not None:
            size, name = run
            free = i + size
            yield _by_lexicon(doc, i, free, name, words)
        if token.pos_ in ("PROPN", "ADJ") and "-" in token.text:
            yield from _paired(token, words)


def _paired(token: Token, words: Gazetteer) -> Iterator[Name]:
    """The countries of a pair that the tokenizer left whole: "U.S.-Russia" talks, a "U.S.-led" force."""
    begin = 0
    for piece in token.text.split("-"):
        if nation := words.names.get(piece) or words.adjectives.get(piece):
            yield Name(token.i, token.i + 1, nation.type, nation=nation.name, weight=CERTAIN, part=(begin, begin + len(piece)))
        begin += len(piece) + 1


def _by_lexicon(doc: Doc, start: int, end: int, name: str, words: Gazetteer) -> Name:
    adjective = _is_adjective(doc[end - 1])
    if nation := words.institutions.get(name):
        return Name(start, end, "Organization", nation=nation.name, weight=CERTAIN)
    if nation := words.names.get(name) or words.seats.get(name):
        also_adjective = name in words.adjectives and adjective and name not in words.names
        return Name(start, end, nation.type, nation=nation.name, weight=CERTAIN, adjective=also_adjective)
    if name in words.capitals:
        return Name(start, end, "GeopoliticalEntity", weight=FOUND)
    if nation := words.people.get(name):
        return Name(start, end, "Group", nation=nation.name, weight=CERTAIN)
    nation = words.adjectives[name]
    return Name(start, end, nation.type, nation=nation.name, weight=CERTAIN, adjective=True)


def as_surname(doc: Doc, name: Name) -> Name:
    """ "Paris" and "Jordan" where the article names a Valeska Paris or a Marcus Jordan; still the place after "in" and "to"."""
    if name.adjective or (name.start > 0 and doc[name.start - 1].pos_ == "ADP" and doc[name.start - 1].lower_ not in ("by", "with", "of")):
        return name
    return Name(name.start, name.end, "Person", weight=FOUND)


def whole_body(doc: Doc, name: Name, headlines: set[int], words: Gazetteer) -> Name:
    """ "United States Geological Survey", "Bank of Norvia": a country names a body with the run of capitals that it modifies or ends."""
    if (begin := _begins_with_noun(doc, name, words)) is not None:
        return Name(begin, name.end, "Organization", weight=FOUND)
    last = doc[name.end - 1]
    before = doc[name.start - 1] if name.start > 0 and name.start not in headlines else None
    country = name.type == "GeopoliticalEntity" and not name.adjective and name.part is None
    if before is not None and (name.type == "Group" or (country and before.ent_type_ != "GPE")) and _is_club_of(before, last, words):
        return Name(name.start - 1, name.end, "Organization", weight=FOUND)
    if (
        name.adjective
        or name.weight < CERTAIN
        or last.dep_ != "compound"
        or name.start in headlines
        or last.head.i < name.end
        or last.head.i > name.end + 3
    ):
        return name
    run = doc[name.end : last.head.i + 1]
    after = doc[last.head.i + 1] if last.head.i + 1 < len(doc) else last
    if any(t.pos_ != "PROPN" or t.ent_type_ or not t.text[0].isupper() or words.is_title(t.lower_) for t in run) or words.is_title(
        after.lower_
    ):
        return name
    return Name(name.start, last.head.i + 1, "Organization", weight=FOUND)


def _is_club_of(before: Token, people: Token, words: Gazetteer) -> bool:
    """ "Mumbai" Indians, "Air" China: one more name before that of a people or a country makes the name of a body."""
    if before.pos_ != "PROPN" or before.dep_ != "compound" or before.head is not people or not before.text[0].isupper():
        return False
    return before.ent_type_ not in ("NORP", "PERSON") and not words.nation(before.text) and not words.is_title(before.lower_)


def _begins_with_noun(doc: Doc, name: Name, words: Gazetteer) -> int | None:
    """Where the "Supreme Court" of Peru begins: a noun for a body with a capital, "of" and a country."""
    noun = name.start - 2
    if noun < 0 or name.adjective or doc[noun + 1].text != "of" or not doc[noun].text[0].isupper():
        return None
    if not words.bodies.get(doc[noun].lower_, frozenset()) & {"company", "organization", "institution", "civic"}:
        return None
    while noun > 0 and doc[noun - 1].pos_ == "PROPN" and doc[noun - 1].text[0].isupper() and doc[noun - 1].head.i <= name.start:
        noun -= 1
    return noun


def _is_adjective(token: Token) -> bool:
    return token.pos_ == "ADJ" or token.dep_ in ("amod", "compound", "nmod")


def _run_at(doc: Doc, i: int, words: Gazetteer) -> tuple[int, str] | None:
    for pieces, name in words.runs.get(doc[i].text, ()):
        end = i + len(pieces)
        if end <= len(doc) and all(doc[i + k].text == piece for k, piece in enumerate(pieces)):
            return len(pieces), name
    return None


def choose(doc: Doc, known: list[Name], marked: list[Name], words: Gazetteer) -> list[Name]:
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
        return replace(name, nation=first.nation, weight=CERTAIN)
    return name


def _is_whole(name: Name, inside: list[Name]) -> bool:
    """Whether a longer name is one name: "Bank of Russia", "American Airlines"; not "Ukraine's Mykola", "Paris Tuesday"."""
    return name.type in ("Organization", "Place", "Topic", "GeopoliticalEntity") or all(n.weight < CERTAIN for n in inside)


def organs_of(doc: Doc, names: list[Name], words: Gazetteer) -> Iterator[Name]:
    """ "Ukraine's air force", "the Russian Defense Ministry": a country and one of its organs make a name, capitals or not."""
    starts = {n.start for n in names if n.end - n.start > 1 and n.nation is None}
    for name in names:
        if name.nation is None or name.type not in PLACES:
            continue
        begin = name.end + 1 if name.end < len(doc) and doc[name.end].tag_ == "POS" else name.end
        end = organ_at(doc, begin, words)
        if end and name.start not in starts:
            yield Name(name.start, end, "Organization", nation=name.nation, weight=CERTAIN)


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


def platforms(doc: Doc) -> Iterator[Name]:
    """A platform with one letter for a name, where people post: "on X", "an X post"."""
    for token in [t for t in doc if t.text == "X"]:
        if token.i > 0:
            after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
            if (doc[token.i - 1].lower_ in ("on", "via") and doc[token.i - 1].pos_ == "ADP") or after in ("post", "account", "posts"):
                yield Name(token.i, token.i + 1, "Organization", weight=CERTAIN)


def introduced(doc: Doc, taken: set[int], words: Gazetteer) -> Iterator[Name]:
    """Names that the model overlooked where a common noun or a verb says what they are: "broadcaster VRT", "wrote on Chirper"."""
    for token in [t for t in doc if t.pos_ == "PROPN"]:
        i = token.i
        if i in taken or i == 0 or len(token) < 3 or not token.text[0].isupper() or words.is_title(token.lower_):
            continue
        before = doc[i - 1]
        sort = before.pos_ == "NOUN" and before.text.islower() and words.is_organization(before.lower_) and before.head.i == i
        posted = before.lower_ == "on" and before.head.lemma_ in words.sorts["posts"] and token.dep_ == "pobj" and not token.ent_type_
        if (sort and not token.ent_type_) or posted:
            yield Name(i, i + 1, "Organization", weight=FOUND)


def whole_nations(names: list[Name], words: Gazetteer) -> list[Name]:
    """The names, with "Korea" as the one of the two that the article names in full."""
    named = {n.nation for n in names if n.nation}
    halves = {n: [m for m in sorted(named) if m.endswith(f" {n}")] for n in named if n in words.names and words.names[n].code is None}
    whole = {n: found[0] for n, found in halves.items() if len(found) == 1}
    return [replace(n, nation=whole.get(n.nation or "", n.nation)) for n in names] if whole else names


def outermost_bodies(names: list[Name]) -> list[Name]:
    """Names less the bodies inside longer bodies: "Congress" in "U.S. Congress", "Defense Ministry" in "Russia's Defense Ministry"."""
    bodies = [n for n in names if n.type == "Organization" and n.end - n.start > 1]
    return [
        n
        for n in names
        if not (
            n.type == "Organization"
            and any(o is not n and o.start <= n.start and n.end <= o.end and (o.start, o.end) != (n.start, n.end) for o in bodies)
        )
    ]
