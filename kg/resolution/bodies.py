"""Which organizations, groups, places and topics of different articles are one: by name, legal form aside, and by acronym."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from kg.lexicon import Lexicon, called_of
from kg.resolution.clusters import UNRULED, Clusters, Ruled
from kg.resolution.rows import Row, words_of
from kg.spelling import AMERICAN, acronyms, body_words

USUAL: Final = 3
"""How many articles must use a short name for each one that tells it from the long name, for the two to be one all the same."""


def join_by_name(rows: list[Row], lexicon: Lexicon, ruled: Ruled = UNRULED) -> Clusters:
    """Rows with one name are one; an acronym is the one long form that gives it."""
    clusters = Clusters(rows, ruled)
    by_name: dict[tuple[str, ...], list[Row]] = {}
    for row in sorted(rows, key=lambda r: r.key):
        by_name.setdefault(name_key(row, lexicon), []).append(row)
    for name in sorted(by_name):
        first, *rest = by_name[name]
        for row in () if _is_anyone(first, lexicon) else rest:
            clusters.join(clusters.of(first), clusters.of(row), f"The name is the same: “{row.entity.name}”.")
    _aliases(clusters, lexicon)
    _acronyms(clusters, lexicon)
    return clusters


def _is_anyone(row: Row, lexicon: Lexicon) -> bool:
    """ "Investigators", "two people": a group without a name is one in its own article only."""
    if row.type != "Group":
        return False
    common = _common_nouns(lexicon) - _leanings(lexicon)
    return row.entity.name.islower() or (len(row.words) == 1 and not common.isdisjoint((row.words[0], *name_key(row, lexicon))))


def _aliases(clusters: Clusters, lexicon: Lexicon) -> None:
    """An organization's name that other articles use as the short form of one longer name, or far more of one than of any other."""
    longer: dict[tuple[str, ...], Counter[int]] = {}
    for n in sorted(clusters.members):
        for row in clusters.members[n]:
            if row.type == "Organization":
                for alias in row.entity.aliases:
                    longer.setdefault(words_of(alias), Counter())[n] += 1
    for n in sorted(clusters.members):
        if n not in clusters.members:
            continue
        row = clusters.members[n][0]
        if row.type != "Organization" or (len(row.words) == 1 and row.words[0] in _common_nouns(lexicon)):
            continue
        fitting = sorted(((-k, b) for b, k in longer.get(row.words, Counter()).items() if b in clusters.members and b != n))
        if fitting and (len(fitting) == 1 or fitting[0][0] <= 2 * fitting[1][0]):
            often, best = -fitting[0][0], fitting[0][1]
            name = clusters.members[best][0].entity.name
            usual = often >= USUAL * max(1, len(clusters.shared(best, n)))
            clusters.join(best, n, f"“{row.entity.name}” is what another article calls “{name}” for short.", forced=usual)


def name_key(row: Row, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name; of an organization without its legal form."""
    if row.type == "Organization":
        words = tuple(AMERICAN.get(w, w) for w in body_words(row.entity.name, legal_forms(lexicon)))
        called = called_of(lexicon).get(" ".join(words))
        return tuple(called.split(" ")) if called is not None else words
    if row.type == "Group" and len(row.words) == 1:
        return (_member(row.words[0]),)
    return row.words[:-1] if len(row.words) > 1 and row.words[-1] == "dc" else row.words


def _member(word: str) -> str:
    """One of a people, a party or a creed: "democrat" of "Democrats" and "Democratic", "muslim" of "Muslims"."""
    return word.removesuffix("s").removesuffix("ic") if word.startswith("democrat") else word.removesuffix("s")


@cache
def _leanings(lexicon: Lexicon) -> frozenset[str]:
    """What the members of a party are called, one of them and all."""
    parties = {_member(word.lower()) for row in lexicon.namings if row.at == "leaning" for word in row.words}
    return frozenset(parties | {f"{word}s" for word in parties})


@cache
def legal_forms(lexicon: Lexicon) -> frozenset[str]:
    """ "Inc", "plc" ...: what the names of companies end with."""
    return frozenset(word for row in lexicon.bodies if row.kind == "legal" for word in row.words)


@cache
def _common_nouns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for row in lexicon.bodies if row.kind != "legal" for word in row.words)


def _acronyms(clusters: Clusters, lexicon: Lexicon) -> None:
    long: dict[str, set[int]] = {}
    for n in sorted(clusters.members):
        for row in clusters.members[n]:
            if row.type == "Organization":
                for acronym in acronyms(row.entity.name, legal_forms(lexicon)):
                    long.setdefault(acronym, set()).add(n)
    for n in sorted(clusters.members):
        if n not in clusters.members:
            continue
        shortest = clusters.members[n][0]
        short = shortest.entity.name.replace(".", "")
        if shortest.type != "Organization" or not (short.isupper() and 2 < len(short) < 7):
            continue
        fitting = [b for b in sorted(long.get(short, ())) if b in clusters.members and b != n]
        if len(fitting) == 1:
            name = clusters.members[fitting[0]][0].entity.name
            reason = f"“{shortest.entity.name}” is the acronym of “{name}”, the only name in these articles that gives it."
            clusters.join(fitting[0], n, reason)
