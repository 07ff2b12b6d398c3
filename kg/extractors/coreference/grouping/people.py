"""People of an article: full names first, then the surnames, first names and longer forms that stand for them."""

from __future__ import annotations

from collections import Counter

from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import PARTICLES
from kg.lexicon import Gender
from kg.parsing import ParsedArticle
from kg.spelling import GENERATIONS, folded, generation_of, same_full_name, unaccented


def group_people(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[Cluster]:
    """One cluster for each person whom the names stand for."""
    clusters: list[tuple[tuple[str, ...], Cluster]] = []
    full = [p for p in phrases if not _is_surname(parsed, p)]
    for phrase in full:
        text = parsed.words(phrase.span)
        name = _bare(folded(text))
        same = (c for other, c in clusters if same_full_name(name, other, words.nicknames) and generation_of(text) == c.generation)
        found = next(same, None)
        if found is None:
            gender = _gender_beside(parsed, phrase, words) or _gender_by_name(parsed.doc[phrase.start].text, words)
            found = Cluster(" ".join(name), "Person", gender=gender, generation=generation_of(text))
            clusters.append((name, found))
        found.add(phrase, parsed.words(phrase.span))
    singles: list[tuple[tuple[str, ...], Cluster]] = []
    for phrase in phrases:
        if not _is_surname(parsed, phrase):
            continue
        name = folded(parsed.words(phrase.span))
        found = _bearer(parsed, phrase, name, _of_gender(parsed, phrase, clusters, words), words)
        found = found or next((c for known, c in _of_gender(parsed, phrase, singles, words) if known == name), None)
        if found is None:
            found = Cluster(" ".join(name), "Person", gender=next(iter(_told_gender(parsed, phrase, words)), None))
            singles.append((name, found))
        found.add(phrase, parsed.words(phrase.span))
    out = _join_short([c for _, c in clusters], clusters) + [c for _, c in singles]
    for cluster in out:
        cluster.phrases.sort(key=lambda p: p.start)
        cluster.gender = _gender_by_title(parsed, cluster, words) or cluster.gender
    return out


def _is_surname(parsed: ParsedArticle, phrase: NounPhrase) -> bool:
    """One word, or one with its particles: "van der Hoorn"."""
    return phrase.end - phrase.start == 1 or (phrase.end - phrase.start < 5 and parsed.doc[phrase.start].lower_ in PARTICLES)


def _gender_beside(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> Gender | None:
    """What "Mrs" or "his wife," before a full name tells."""
    i = phrase.start - 1
    if i > 0 and parsed.doc[i].text == ",":
        i -= 1
    return words.gender.get(parsed.doc[i].lower_) if i >= 0 else None


def _gender_by_name(first: str, words: Gazetteer) -> Gender | None:
    """What a first name tells, or the names that it is short for: "Bernie" of "Bernard"."""
    full = words.nicknames.get(unaccented(first), frozenset())
    told = {words.given.get(name) for name in full}
    return words.given.get(first) or (told.pop() if len(told) == 1 else None)


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:-1] if len(name) > 2 and name[-1] in GENERATIONS else name


def _of_gender(
    parsed: ParsedArticle, phrase: NounPhrase, clusters: list[tuple[tuple[str, ...], Cluster]], words: Gazetteer
) -> list[tuple[tuple[str, ...], Cluster]]:
    """The people whom "Mr." or "Mrs." before a surname can mean."""
    told = _told_gender(parsed, phrase, words)
    return [(name, c) for name, c in clusters if not told or c.gender is None or c.gender in told]


def _told_gender(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> set[Gender]:
    """What the title of a name tells: "Mr.", "Queen"."""
    tokens = [parsed.doc[i].lower_ for i in range(*phrase.title)] if phrase.title else []
    return {words.gender[t] for t in tokens if t in words.gender}


def _bearer(
    parsed: ParsedArticle, phrase: NounPhrase, name: tuple[str, ...], clusters: list[tuple[tuple[str, ...], Cluster]], words: Gazetteer
) -> Cluster | None:
    """Whose short name this is: of those named before with that surname, else first name, the one named most; else later.

    Somebody who came in as a relative, "his wife, Mary Smith", goes on to be named in full.
    """
    by_surname = [c for full, c in clusters if full[-len(name) :] == name]
    by_first_name = [c for full, c in clusters if full[: len(name)] == name]
    for bearers in (by_surname, by_first_name):
        before = [c for c in bearers if c.phrases[0].start < phrase.start]
        if before:
            return max(before, key=lambda c: (not _is_relative(parsed, c.phrases[0], words), len(c.phrases), -c.phrases[0].start))
        if len(bearers) == 1:
            return bearers[0]
    return None


def _is_relative(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> bool:
    """Whether a word for kin stands before a name: "and his wife, Mary Smith"."""
    before = phrase.start - 1 - (phrase.start > 1 and parsed.doc[phrase.start - 1].text == ",")
    return before >= 0 and "kin" in words.titles.get(parsed.doc[before].lower_, ())


def _join_short(full: list[Cluster], clusters: list[tuple[tuple[str, ...], Cluster]]) -> list[Cluster]:
    """ "von der Heide" is Katja von der Heide: two words and more that end exactly one longer name."""
    gone: set[int] = set()
    for name, cluster in clusters:
        longer = [c for other, c in clusters if len(other) > len(name) and other[-len(name) :] == name and id(c) != id(cluster)]
        if len(longer) == 1:
            for phrase in cluster.phrases:
                longer[0].add(phrase)
            longer[0].names.update(cluster.names)
            gone.add(id(cluster))
    return [c for c in full if id(c) not in gone]


def _gender_by_title(parsed: ParsedArticle, cluster: Cluster, words: Gazetteer) -> Gender | None:
    told = Counter(
        words.gender[parsed.doc[i].lower_]
        for p in cluster.phrases
        if p.title
        for i in range(*p.title)
        if parsed.doc[i].lower_ in words.gender
    )
    return max(sorted(told.items()), key=lambda g: g[1])[0] if told else None
