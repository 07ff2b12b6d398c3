"""People of an article: full names first, then the surnames, first names and longer forms that stand for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import islice
from typing import Final

from kg.doc import Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.pronouns import HE, SHE
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import PARTICLES
from kg.lexicon import Gender
from kg.parsing import ParsedArticle
from kg.spelling import GENERATIONS, folded, generation_of, same_full_name, unaccented

NEAR: Final = 4
"""In how many tokens behind any name a pronoun is its: "Ray and his wife"."""
SUBJECTS: Final = {"nsubj", "nsubjpass"}
GENDERED: Final[tuple[tuple[Gender, set[str]], ...]] = (("m", HE), ("f", SHE))


def group_people(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[Cluster]:
    """One cluster for each person whom the names stand for."""
    full = _named_in_full(parsed, [p for p in phrases if not _is_surname(parsed, p)], words)
    uses: defaultdict[tuple[str, ...], list[NounPhrase]] = defaultdict(list)
    for phrase in phrases:
        if _is_surname(parsed, phrase):
            uses[folded(parsed.words(phrase.span))].append(phrase)
    people = frozenset(i for p in phrases for i in range(p.start, p.end))
    short = [c for name, found in uses.items() for c in _share_out(parsed, name, found, full, people, words)]
    out = _join_short([c for _, c in full], full) + short
    for cluster in out:
        cluster.phrases.sort(key=lambda p: p.start)
        cluster.gender = _gender_by_title(parsed, cluster, words) or cluster.gender
    return out


def _named_in_full(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[tuple[tuple[str, ...], Cluster]]:
    """The people of full names, each with the first form of his name."""
    clusters: list[tuple[tuple[str, ...], Cluster]] = []
    for phrase in phrases:
        text = parsed.words(phrase.span)
        name = _bare(folded(text))
        same = (c for other, c in clusters if same_full_name(name, other, words.nicknames) and generation_of(text) == c.generation)
        found = next(same, None)
        if found is None:
            gender = _gender_beside(parsed, phrase, words) or _gender_by_name(parsed.doc[phrase.start].text, words)
            found = Cluster(" ".join(name), "Person", gender=gender, generation=generation_of(text))
            clusters.append((name, found))
        found.add(phrase, text)
    return clusters


def _share_out(
    parsed: ParsedArticle,
    name: tuple[str, ...],
    uses: list[NounPhrase],
    full: list[tuple[tuple[str, ...], Cluster]],
    people: frozenset[int],
    words: Gazetteer,
) -> list[Cluster]:
    """Give each use of a short name to whom it means; those whom nobody named in full can be are new."""
    by_surname = [c for known, c in full if known[-len(name) :] == name and not _stands_back(parsed, c, uses[0], words)]
    by_first_name = [c for known, c in full if known[: len(name)] == name]
    mixed = {"m", "f"} <= {c.gender for c in by_surname}
    usual = _usual_gender(parsed, uses, people, words) if mixed else set()
    new: list[Cluster] = []
    for phrase in uses:
        told = _told_gender(parsed, phrase, words)
        fit = _of_gender(_of_office(parsed, phrase, by_surname, words), told)
        behind = _gender_behind(parsed.doc[phrase.head], people) if mixed else set()
        fresh = [c for c in fit if not behind and _is_just_introduced(parsed, c.phrases[0], phrase, words)]
        found = _bearer(parsed, phrase, fresh if len(fresh) == 1 else fit, behind or usual, words)
        found = found or _bearer(parsed, phrase, _of_gender(by_first_name, told), set(), words)
        found = found or next(iter(_of_gender(new, told)), None)
        if found is None:
            found = Cluster(" ".join(name), "Person", gender=next(iter(told), None))
            new.append(found)
        found.add(phrase, parsed.words(phrase.span))
    return new


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


def _of_gender(people: list[Cluster], told: set[Gender]) -> list[Cluster]:
    """The people whom "Mr." or "Mrs." before a surname can mean: those known to be of that gender, else those of whom nothing is known."""
    known = [c for c in people if c.gender in told]
    return known or [c for c in people if not told or c.gender is None]


def _told_gender(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> set[Gender]:
    """What the title of a name tells: "Mr.", "Queen"."""
    tokens = [parsed.doc[i].lower_ for i in range(*phrase.title)] if phrase.title else []
    return {words.gender[t] for t in tokens if t in words.gender}


def _usual_gender(parsed: ParsedArticle, uses: list[NounPhrase], people: frozenset[int], words: Gazetteer) -> set[Gender]:
    """Of a surname that a man and a woman bear: whose it mostly is by the titles and the pronouns that go with it."""
    votes: Counter[Gender] = Counter()
    for phrase in uses:
        votes.update(_told_gender(parsed, phrase, words) or _gender_behind(parsed.doc[phrase.head], people))
    ranked = votes.most_common(2)
    sure = ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1])
    return {ranked[0][0]} if sure else set()


def _gender_behind(name: Token, people: frozenset[int]) -> set[Gender]:
    """What the pronoun right behind a name tells, or the first one behind a subject who is the only person named in the sentence."""
    sentence = name.sent
    alone = name.dep_ in SUBJECTS and not any(t.i in people for t in sentence if t.i != name.i)
    told = (g for t in name.doc[name.i + 1 : sentence.end + 1 if alone else name.i + NEAR] for g, words in GENDERED if t.lower_ in words)
    return set(islice(told, 1))


def _bearer(parsed: ParsedArticle, phrase: NounPhrase, bearers: list[Cluster], usual: set[Gender], words: Gazetteer) -> Cluster | None:
    """Whose short name this is: of those named before the one who has its office, else the one named most; the only one, else.

    Of a man and a woman it is the one of the `usual` gender. Somebody who came in as a relative, "his wife, Mary Smith", goes on to be
    named in full.
    """
    offices = _offices(parsed, phrase, words)

    def rank(cluster: Cluster) -> tuple[bool, bool, int, int]:
        held = any(_offices(parsed, p, words) & offices for p in cluster.phrases)
        return held, not _is_relative(parsed, cluster.phrases[0], words), len(cluster.phrases), -cluster.phrases[0].start

    before = [c for c in bearers if c.phrases[0].start < phrase.start]
    found = _of_gender(before or bearers, usual) or before
    if before and found:
        return max(found, key=rank)
    return found[0] if len(found) == 1 else None


def _is_just_introduced(parsed: ParsedArticle, first: NounPhrase, use: NounPhrase, words: Gazetteer) -> bool:
    """Whether somebody is the subject of one sentence, where he is named for the first time, and his surname that of the next."""
    name, after = parsed.doc[first.head], parsed.doc[use.head]
    subject = name.head if name.dep_ == "appos" else name
    if name.sent.end != after.sent.start or subject.dep_ not in SUBJECTS or after.dep_ not in SUBJECTS:
        return False
    return not any(c.dep_ == "conj" for c in subject.children) and not _is_relative(parsed, first, words)


def _offices(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> set[str]:
    """The offices in the title of a name: "president" of "President Ray", none of "Mrs. Ray"."""
    tokens = [parsed.doc[i].lower_ for i in range(*phrase.title)] if phrase.title else []
    return {words.office(t) for t in tokens if words.titles.get(t, frozenset()) & {"office", "rank"}}


def _of_office(parsed: ParsedArticle, phrase: NounPhrase, bearers: list[Cluster], words: Gazetteer) -> list[Cluster]:
    """Those whom a title can mean: "President Ray" is no "first lady, Ann Ray"."""
    offices = _offices(parsed, phrase, words)
    if not offices:
        return bearers
    related = [c for c in bearers if _is_relative(parsed, c.phrases[0], words)]
    return [c for c in bearers if c not in related or any(_offices(parsed, p, words) & offices for p in c.phrases)]


def _stands_back(parsed: ParsedArticle, person: Cluster, first: NounPhrase, words: Gazetteer) -> bool:
    """Whether somebody comes in as a relative of one whom the text calls by the surname already: it goes on to mean that one."""
    return first.start < person.phrases[0].start and _is_relative(parsed, person.phrases[0], words)


def _is_relative(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> bool:
    """Whether a word for kin stands before a name: "and his wife, Mary Smith", "first lady Mary Smith"."""
    i = (phrase.title[1] if phrase.title else phrase.start) - 1
    before = parsed.doc[i - (i > 0 and parsed.doc[i].text == ",")].lower_ if i >= 0 else ""
    return "kin" in words.titles.get(before, ()) or before in words.sorts["consort"]


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
