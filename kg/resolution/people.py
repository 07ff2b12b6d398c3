"""Which people of different articles are one: names first, offices and company where names leave it open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations
from typing import Final

from kg.lexicon import Lexicon, Nicknames, nicknames_of
from kg.resolution.clusters import UNRULED, Clusters, Ruled
from kg.resolution.rows import Row, spelling, words_of
from kg.resolution.titles import same_office
from kg.spelling import same_full_name, unaccented

USUAL: Final = 5
"""How many times as many articles must call one person by a surname as any other who bears it, for it to mean that person."""

ACQUAINTED: Final = 3
"""How many people and bodies two articles must both name for one to give somebody an office that the other does not know."""


def join_people(rows: list[Row], lexicon: Lexicon, ruled: Ruled = UNRULED) -> Clusters:
    """People by full name, then by spelling, then bare surnames that only one person of all articles bears."""
    clusters = Clusters(rows, ruled)
    _same_name(clusters, rows)
    _other_spelling(clusters, nicknames_of(lexicon))
    _short_names(clusters, frozenset(unaccented(name) for row in lexicon.given for name in row.names))
    return clusters


def _same_name(clusters: Clusters, rows: list[Row]) -> None:
    by_name: dict[tuple[str, ...], list[Row]] = {}
    for row in sorted(rows, key=lambda r: r.key):
        if len(row.words) > 1:
            by_name.setdefault(row.words, []).append(row)
    for name in sorted(by_name):
        bearers: list[int] = []
        for row in by_name[name]:
            if clusters.of(row) not in bearers and not any(_joins(clusters, bearer, row) for bearer in bearers):
                bearers.append(clusters.of(row))


def _joins(clusters: Clusters, bearer: int, row: Row) -> bool:
    """Put a row with the one who bears the same full name, unless they are two people."""
    group = clusters.members[bearer]
    if not clusters.may_join(bearer, clusters.of(row)) or are_homonyms(row, group):
        return False
    return clusters.join(bearer, clusters.of(row), _because(row, group, f"The full name is the same: “{row.entity.name}”"))


def are_homonyms(row: Row, group: list[Row]) -> bool:
    """The same name with another generation ("Jr."), or with another office of another body in other company: two people."""
    if row.generation and any(r.generation and r.generation != row.generation for r in group):
        return True
    others = [r for r in group if r.offices and r.owners]
    if not row.offices or not row.owners or not others:
        return False
    return all(not _share_an_owner(row, o) and not _share_an_office(row, o) and row.company.isdisjoint(o.company) for o in others)


def _share_an_office(row: Row, other: Row) -> bool:
    """Whether both are given one office, or two offices that some word is common to."""
    words, told = _title_words(row), _title_words(other)
    return not words.isdisjoint(told) or any(same_office(a, b) for a in row.offices for b in other.offices)


def _share_an_owner(row: Row, other: Row) -> bool:
    """Whether the offices are of one body, "Norvia" in one article and "Norvia Inc." in the other."""
    owners = [words_of(o) for o in row.owners], [words_of(o) for o in other.owners]
    return any(a[: len(b)] == b or b[: len(a)] == a for a in owners[0] for b in owners[1])


def _title_words(row: Row) -> set[str]:
    return {w for title in row.offices for w in words_of(title)} - {"of", "the", "former", "and"}


def _because(row: Row, group: list[Row], names: str) -> str:
    """A sentence with the words that decided, and the office or company that both articles give."""
    shared = sorted({t for t in row.offices if words_of(t)} & {t for r in group for t in r.offices})
    if shared:
        return f"{names}; both articles give the office “{shared[0]}”."
    company = sorted(row.company & {c for r in group for c in r.company})
    return f"{names}; both articles also name “{company[0].title()}”." if company else f"{names}."


def _other_spelling(clusters: Clusters, nicknames: Nicknames) -> None:
    blocks: dict[str, list[int]] = {}
    for n in sorted(clusters.members):
        words = clusters.members[n][0].words
        if len(words) > 1:
            blocks.setdefault(spelling(words[-1]), []).append(n)
    for surname in sorted(blocks):
        for a, b in combinations(blocks[surname], 2):
            if a in clusters.members and b in clusters.members and (reason := _one_name(clusters, a, b, blocks[surname], nicknames)):
                clusters.join(a, b, reason)


def _one_name(clusters: Clusters, a: int, b: int, block: list[int], nicknames: Nicknames) -> str | None:
    """Why two different full names are one, or null."""
    one, other = clusters.members[a], clusters.members[b]
    first, second = one[0], other[0]
    names = f"“{second.entity.name}” and “{first.entity.name}”"
    if are_homonyms(second, one):
        return None
    if [spelling(w) for w in first.words] == [spelling(w) for w in second.words]:
        return _because(second, one, f"{names} spell one name")
    if not same_full_name(first.words, second.words, nicknames, spelling):
        return None
    others = (n for n in block if n in clusters.members and n not in (a, b))
    rivals = [n for n in others if same_full_name(clusters.members[n][0].words, second.words, nicknames, spelling)]
    return None if rivals else _because(second, one, f"{names} are a longer and a shorter form, and no other person named fits")


def _short_names(clusters: Clusters, given: frozenset[str]) -> None:
    """Rows of one name: a surname goes to its bearer, a first name only to the one whose family the article names."""
    full = [n for n in sorted(clusters.members) if len(clusters.members[n][0].words) > 1]
    by_surname = _bearers(clusters, full, lambda words: {spelling(words[-1]), spelling(" ".join(words[-2:]))})
    by_first_name = _bearers(clusters, full, lambda words: {spelling(words[0])})
    for n in sorted(clusters.members):
        row = clusters.members[n][0]
        if len(row.words) != 1:
            continue
        bearers = [b for b in by_surname.get(spelling(row.words[0]), []) if _may_be(clusters, b, row)]
        if not bearers:
            first = [b for b in by_first_name.get(spelling(row.words[0]), []) if _may_be(clusters, b, row)]
            bearers = [b for b in first if _is_among_family(row, clusters.members[b])]
            if not bearers and first and _by_use(clusters, n, first):
                continue
        if len(bearers) == 1:
            name = _called(clusters.members[bearers[0]])
            clusters.join(bearers[0], n, f"“{row.entity.name}” is borne by one person only in these articles, “{name}”.")
        elif bearers:
            _ = _by_office(clusters, n, bearers) or _by_company(clusters, n, bearers) or _by_use(clusters, n, bearers)
    _same_short_name(clusters, given, by_surname)


def _bearers(clusters: Clusters, numbers: list[int], parts: Callable[[tuple[str, ...]], set[str]]) -> dict[str, list[int]]:
    """Part of a name -> the people who bear it."""
    found: dict[str, list[int]] = {}
    for n in numbers:
        for part in sorted({part for row in clusters.members[n] if len(row.words) > 1 for part in parts(row.words)}):
            found.setdefault(part, []).append(n)
    return found


def _may_be(clusters: Clusters, bearer: int, row: Row) -> bool:
    """Whether a short name can stand for somebody; "President Lund" is no analyst Lund, and who is spelt otherwise needs known company."""
    group = clusters.members.get(bearer)
    if group is None:
        return False
    known = row.company & {c for r in group for c in r.company}
    offices = [o for r in group for o in r.offices]
    if row.offices and offices and not any(same_office(a, b) for a in row.offices for b in offices):
        return len(known) >= ACQUAINTED or (bool(known) and any(_share_an_owner(row, r) for r in group))
    return bool(known) or any(row.words[0] in r.words for r in group)


def _is_among_family(row: Row, group: list[Row]) -> bool:
    """Whether the article names somebody else of the surname: "his wife, Eva", in an article about Omar Diallo, is Eva Diallo."""
    surnames = {r.words[-1] for r in group if len(r.words) > 1}
    return any(" " in name and name.rpartition(" ")[2] in surnames for name in row.company)


def _by_office(clusters: Clusters, n: int, bearers: list[int]) -> bool:
    """A surname of several people: the one whom by far most articles give the same office."""
    row = clusters.members[n][0]
    given = {b: [o for r in clusters.members[b] for o in row.offices if any(same_office(o, other) for other in r.offices)] for b in bearers}
    best, *others = sorted(bearers, key=lambda b: (-len(given[b]), b))
    if not given[best] or any(len(given[best]) <= 2 * len(given[b]) for b in others):
        return False
    name, office = _called(clusters.members[best]), given[best][0]
    return clusters.join(best, n, f"“{row.entity.name}” is given the office “{office}”, as of all who bear the name “{name}” is.")


def _called(group: list[Row]) -> str:
    """What most articles call somebody in full."""
    count = Counter(row.entity.name for row in group)
    return max(count, key=lambda name: (" " in name, count[name], name))


def _by_company(clusters: Clusters, n: int, bearers: list[int]) -> bool:
    """A surname of several people: the one whose articles name the same people and bodies, where one clearly does."""
    row = clusters.members[n][0]
    shared = sorted(((len(_common_company(clusters, n, b)), b) for b in bearers), key=lambda s: (-s[0], s[1]))
    if shared[0][0] < 2 or shared[0][0] < 2 * shared[1][0]:
        return False
    best = shared[0][1]
    company, name = sorted(_common_company(clusters, n, best)), _called(clusters.members[best])
    reason = f"“{row.entity.name}” stands beside “{company[0].title()}” and “{company[1].title()}”, as “{name}” does."
    return clusters.join(best, n, reason)


def _common_company(clusters: Clusters, n: int, bearer: int) -> frozenset[str]:
    """The people and bodies that both an article and those about a bearer of the name speak of."""
    return clusters.members[n][0].company & {c for r in clusters.members[bearer] for c in r.company}


def _by_use(clusters: Clusters, n: int, bearers: list[int]) -> bool:
    """A name of several people: the one whom other articles call so, far more often than any other, in part of the same company."""
    row = clusters.members[n][0]
    uses = {b: sum(row.entity.name in r.entity.aliases for r in clusters.members[b]) for b in bearers}
    best, *others = sorted(bearers, key=lambda b: (-uses[b], b))
    if uses[best] < USUAL * max([1, *(uses[b] for b in others)]) or not _common_company(clusters, n, best):
        return False
    name = _called(clusters.members[best])
    return clusters.join(best, n, f"“{row.entity.name}” alone is what {uses[best]} other articles call “{name}”.")


def _same_short_name(clusters: Clusters, given: frozenset[str], by_surname: Mapping[str, list[int]]) -> None:
    """A name that no article gives in full is one person; a first name, or one that several bear, only with the same office."""
    by_name: dict[tuple[str, ...], list[int]] = {}
    for n in sorted(clusters.members):
        if all(len(r.words) == 1 for r in clusters.members[n]):
            by_name.setdefault(clusters.members[n][0].words, []).append(n)
    for name in sorted(by_name):
        first, *rest = by_name[name]
        common = name[0] in given or len(by_surname.get(spelling(name[0]), ())) > 1
        for n in rest:
            row, group = clusters.members[n][0], clusters.members[first]
            known = not common or any(same_office(a, b) for a in row.offices for r in group for b in r.offices)
            if known and not are_homonyms(row, group):
                clusters.join(first, n, f"The name is the same: “{clusters.members[first][0].entity.name}”.")
