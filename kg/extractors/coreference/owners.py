"""Whose office it is where the title does not say: the country that the article is about, the region or body just named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from kg.extractors.coreference.clusters import Cluster
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.offices import Office
from kg.model import PLACES
from kg.parsing import ParsedArticle

SHARE = 0.75
REACH = 2


def complete_owners(
    parsed: ParsedArticle, offices: tuple[Office, ...], clusters: list[Cluster], by_head: Mapping[int, Cluster], words: Gazetteer
) -> Iterator[Office]:
    """The offices, each with an owner as far as the article leaves no choice."""
    country = _dominant_country(clusters, words)
    of_phrase = {p: c for c in clusters if c.type == "Person" for p in c.phrases}
    heads = {id(of_phrase[o.person]) for o in offices if o.word in words.sorts["head"] and o.tense == "current" and o.person in of_phrase}
    for told in offices:
        office = replace(told, owner=None) if _is_party(told, by_head, words) else told
        if office.owner is not None or office.type != "holds-role":
            yield office
        elif (possessor := next((c for c in parsed.doc[office.head].children if c.dep_ == "poss"), None)) is not None:
            yield replace(office, owner=possessor.i if possessor.i in by_head else None)
        elif office.word in words.regional:
            yield _with(office, _region(parsed, office, by_head, words))
        elif office.word in words.national:
            yield office if office.word in words.sorts["head"] and len(heads) > 1 else _with(office, country)
        else:
            yield _with(office, _body(parsed, office, clusters, words))


def _is_party(office: Office, by_head: Mapping[int, Cluster], words: Gazetteer) -> bool:
    """ "Democratic Gov. Ann Ray": the party before the title of a governor or a senator does not have one."""
    owner = by_head.get(office.owner) if office.owner is not None else None
    public = office.word in words.regional or "rank" in words.titles.get(office.word, ())
    return public and owner is not None and owner.type == "Group" and owner.belongs is None and owner.nation is None


def _with(office: Office, owner: int | None) -> Office:
    return office if owner is None else replace(office, owner=owner)


def _dominant_country(clusters: list[Cluster], words: Gazetteer) -> int | None:
    """A token of the country that the article is about."""
    most = main_country(clusters, words)
    return next((c.phrases[0].head for c in clusters if most is not None and c.nation == most), None)


def main_country(clusters: list[Cluster], words: Gazetteer) -> str | None:
    """The country that most words for countries, their parts, capitals and bodies in the article are of."""
    counts: dict[str, int] = {}
    for cluster in clusters:
        nation = cluster.nation or cluster.belongs
        if nation is None and cluster.name in words.capitals:
            nation = words.capitals[cluster.name].name
        if nation is not None:
            nation = words.regions.get(nation, nation)
            counts[nation] = counts.get(nation, 0) + len(cluster.phrases)
    most = max(counts, key=lambda n: (counts[n], n), default=None)
    if most is None or counts[most] < 3 or counts[most] < SHARE * sum(counts.values()):
        return None
    return most


def _region(parsed: ParsedArticle, office: Office, by_head: Mapping[int, Cluster], words: Gazetteer) -> int | None:
    """The last region, for a mayor the last town, that the sentence names before the office."""
    places = [i for i in range(parsed.doc[office.start].sent.start, office.start) if _is_local(by_head.get(i), office.word, words)]
    return places[-1] if places else None


def _is_local(cluster: Cluster | None, word: str, words: Gazetteer) -> bool:
    if cluster is None or cluster.type not in PLACES or cluster.nation is not None:
        return False
    return word == "mayor" or cluster.key.endswith(" region") or cluster.name in words.regions


def _body(parsed: ParsedArticle, office: Office, clusters: list[Cluster], words: Gazetteer) -> int | None:
    """The body whose noun the title has ("museum director"), or for the head of a company the one company in question."""
    doc = parsed.doc
    nouns = {doc[i].lower_ for i in range(*office.title)} & words.bodies.keys()
    bodies = [c for c in clusters if c.type == "Organization" and c.phrases[0].start < office.start]
    for noun in sorted(nouns):
        bearing = [c for c in bodies if noun in c.key.split(" ")]
        if bearing:
            return _last(bearing, office.start)
    if office.word not in words.corporate or not nouns.isdisjoint(words.sorts["collective"]):
        return None
    first = doc[office.start].sent.start
    for _ in range(REACH):
        first = doc[first - 1].sent.start if first > 0 else 0
    near = [c for c in bodies if c.belongs is None and any(first <= p.start < office.start for p in c.phrases)]
    near.sort(key=lambda c: -len(c.phrases))
    if not near or (len(near) > 1 and len(near[0].phrases) == len(near[1].phrases)):
        return None
    return _last(near[:1], office.start)


def _last(clusters: list[Cluster], before: int) -> int:
    """The head of the last mention, before a token, of any of these."""
    return max((p.start, p.head) for c in clusters for p in c.phrases if p.start < before)[1]
