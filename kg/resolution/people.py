"""Which people of different articles are one: names first, offices and company where names leave it open."""

from __future__ import annotations

from itertools import combinations

from kg.lexicon import Lexicon, Nicknames, nicknames_of
from kg.resolution.clusters import UNRULED, Clusters, Ruled
from kg.resolution.rows import Row, spelling, words_of


def join_people(rows: list[Row], lexicon: Lexicon, ruled: Ruled = UNRULED) -> Clusters:
    """People by full name, then by spelling, then bare surnames that only one person of all articles bears."""
    clusters = Clusters(rows, ruled)
    _same_name(clusters, rows)
    _other_spelling(clusters, nicknames_of(lexicon))
    _short_names(clusters)
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
    titles = _title_words([row])
    return all(
        row.owners.isdisjoint(o.owners) and titles.isdisjoint(_title_words([o])) and row.company.isdisjoint(o.company) for o in others
    )


def _title_words(rows: list[Row]) -> set[str]:
    return {w for r in rows for title in r.offices for w in words_of(title)} - {"of", "the", "former", "and"}


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
    if not _given_names_agree(first.words, second.words, nicknames):
        return None
    others = (n for n in block if n in clusters.members and n not in (a, b))
    rivals = [n for n in others if _given_names_agree(clusters.members[n][0].words, second.words, nicknames)]
    return None if rivals else _because(second, one, f"{names} are a longer and a shorter form, and no other person named fits")


def _given_names_agree(a: tuple[str, ...], b: tuple[str, ...], nicknames: Nicknames) -> bool:
    """ "Ana M. Ruiz" and "Ana Ruiz", "J. Smith" and "John Smith", "Tim" and "Timothy"; never two different first names."""
    if spelling(a[-1]) != spelling(b[-1]):
        return False
    first, other = sorted((spelling(a[0]), spelling(b[0])), key=len)
    short = not nicknames.get(a[0], frozenset()).isdisjoint(nicknames.get(b[0], frozenset()))
    if first != other and not short and not (len(first) == 1 and other.startswith(first)):
        return False
    middle = list(zip(a[1:-1], b[1:-1], strict=False))
    return all(x[0] == y[0] for x, y in middle)


def _short_names(clusters: Clusters) -> None:
    bearers: dict[str, list[int]] = {}
    for n in sorted(clusters.members):
        for word in {
            spelling(w)
            for row in clusters.members[n]
            if len(row.words) > 1
            for w in (row.words[0], row.words[-1], " ".join(row.words[-2:]))
        }:
            bearers.setdefault(word, []).append(n)
    for n in sorted(clusters.members):
        words = clusters.members[n][0].words
        if len(words) != 1:
            continue
        fitting = [b for b in bearers.get(spelling(words[0]), []) if b in clusters.members]
        surname = [b for b in fitting if any(spelling(r.words[-1]) == spelling(words[0]) for r in clusters.members[b] if len(r.words) > 1)]
        only = surname if surname else fitting
        row = clusters.members[n][0]
        if len(only) == 1:
            clusters.join(
                only[0],
                n,
                f"“{row.entity.name}” is borne by one person only in these articles, “{clusters.members[only[0]][0].entity.name}”.",
            )
        elif len(only) > 1:
            _by_company(clusters, n, only)
    _same_short_name(clusters)


def _by_company(clusters: Clusters, n: int, bearers: list[int]) -> None:
    """A surname of several people: the one whose articles name the same people and bodies, where one clearly does."""
    row = clusters.members[n][0]
    shared = sorted(
        ((len(row.company & {c for r in clusters.members[b] for c in r.company}), b) for b in bearers), key=lambda s: (-s[0], s[1])
    )
    if shared[0][0] >= 2 and shared[0][0] >= 2 * shared[1][0]:
        best = clusters.members[shared[0][1]]
        company = sorted(row.company & {c for r in best for c in r.company})
        clusters.join(
            shared[0][1],
            n,
            f"“{row.entity.name}” stands beside “{company[0].title()}” and “{company[1].title()}”, as “{best[0].entity.name}” does.",
        )


def _same_short_name(clusters: Clusters) -> None:
    by_name: dict[tuple[str, ...], list[int]] = {}
    for n in sorted(clusters.members):
        if all(len(r.words) == 1 for r in clusters.members[n]):
            by_name.setdefault(clusters.members[n][0].words, []).append(n)
    for name in sorted(by_name):
        first, *rest = by_name[name]
        for n in rest:
            clusters.join(first, n, f"The name is the same: “{clusters.members[first][0].entity.name}”.")
