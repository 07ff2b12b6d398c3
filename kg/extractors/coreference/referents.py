"""What descriptions stand for: "the French leader", "the company", "his country", "Ukrainian officials"."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.discourse import FOREVER, Discourse, Entry, subjects_above
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import PLACES

NEAR: Final = 3
TO_COME: Final = {"next", "future", "another", "other", "would-be"}


def person_described(
    phrase: NounPhrase, token: Token, sentence: int, discourse: Discourse, owner: Cluster | None, words: Gazetteer
) -> Cluster | None:
    """The person whose office a description words: "the French leader" is who holds an office of France.

    `owner` is whose office the description says that it is, by a possessive or a name before the noun.
    """
    word = token.lower_
    if _is_another(token, owner):
        return None
    plain = words.office(word)
    nation = phrase.nation or (owner.nation if owner else None)
    charge = {t.lower_ for t in token.doc[phrase.start : phrase.head] if t.lower_ in words.portfolios}
    hired = "profession" in words.titles.get(word, ()) and (token.doc[phrase.start].tag_ == "PRP$" or (owner and owner.type == "Person"))
    local = owner is not None and owner.nation is None and owner.type != "Person"

    def holds(cluster: Cluster) -> bool:
        if nation is None and owner is None and word in cluster.titles:
            return True
        return any(_same_office(word, nation, held, words) and not (hired and held[1]) for held in cluster.offices)

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster not in holders or (cluster.titles & words.portfolios and not charge <= cluster.titles):
            return False
        served = cluster.serves.get(plain)
        if hired and served not in (None, owner):
            return False
        return not local or served is owner or (served is None and len(holders) < 2)

    holders = [c for c in discourse.clusters.values() if c.type == "Person" and holds(c)]
    found = discourse.best(token, sentence, fits, reach=FOREVER, margin=0.0) if holders else None
    if found is None and nation is not None and word in words.sorts["leader"] and token.dep_ not in ("attr", "oprd", "acomp"):
        found = _unnamed_leader(token, sentence, discourse, nation, words)
    if found is None and nation is None and owner is None and "calling" in words.titles.get(word, ()):
        return _only_person(token, sentence, discourse, words)
    return found


def _is_another(token: Token, owner: Cluster | None) -> bool:
    """ "The next president", "Tambia, whose president": of an owner who is not known, or not the one in office."""
    return any((c.lower_ == "whose" and owner is None) or (c.dep_ == "amod" and c.lower_ in TO_COME) for c in token.children)


def _only_person(token: Token, sentence: int, discourse: Discourse, words: Gazetteer) -> Cluster | None:
    """Whom "the defendant" or "the singer" is: the one person spoken of, unless something else is known of him."""
    if not any(c.lower_ == "the" for c in token.children) or token.dep_ in ("attr", "oprd", "appos"):
        return None
    gender = words.gender.get(token.lower_)
    near = {id(e.cluster): e.cluster for e in discourse.recent(sentence, NEAR) if e.person and e.cluster is not None}
    fit = [c for c in near.values() if None in (gender, c.gender) or c.gender == gender]
    if len(fit) != 1 or any(office in words.sorts["law"] or "profession" in words.titles.get(office, ()) for office, _ in fit[0].offices):
        return None
    return fit[0]


def _same_office(word: str, nation: str | None, held: tuple[str, str | None], words: Gazetteer) -> bool:
    """Whether a noun is the head of an office that somebody holds, or another word for it: "governor" for "gov."."""
    office, of = held
    if nation is not None and of != nation:
        return False
    if words.office(word) == words.office(office):
        return True
    return word in ("leader", "ruler") and office in words.sorts["leader"] and (nation is not None or of is not None)


def _unnamed_leader(token: Token, sentence: int, discourse: Discourse, nation: str, words: Gazetteer) -> Cluster | None:
    """ "The Peruvian leader", where no office was told: the most prominent person who is not another country's."""

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        return (
            cluster is not None
            and entry.person
            and not any(of not in (None, nation) or office not in words.sorts["leader"] for office, of in cluster.offices)
        )

    return discourse.best(token, sentence, fits, reach=2, margin=1.0)


def country_described(token: Token, sentence: int, discourse: Discourse, owner: Cluster | None, words: Gazetteer) -> Cluster | None:
    """The country that "the country" or "his country" stands for; "the French government" is France."""
    if owner is not None and owner.type == "Person":
        nations = {of for _, of in owner.offices if of}
        nation = next(iter(nations)) if len(nations) == 1 else None
        return next((e.cluster for e in reversed(discourse.entries) if e.cluster and nation and e.cluster.nation == nation), None)
    above = [t.i for t in token.ancestors if t.pos_ in ("NOUN", "PROPN")]
    subject = discourse.held_by(subjects_above(token)[:1])
    own = subject + discourse.held_by([c.i for i in above for c in token.doc[i].lefts])
    led = {of for person in subject for office, of in person.offices if of and office in words.sorts["leader"]}

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or cluster in own or cluster.type != "GeopoliticalEntity":
            return False
        if cluster.nation is None:
            return not cluster.sorts.isdisjoint(words.sorts["state"])
        return bool(words.names[cluster.nation].code)

    found = discourse.best(
        token, sentence, fits, reach=4, margin=0.1, prefers=lambda e: 3.0 * (e.cluster is not None and e.cluster.nation in led)
    )
    rivals = {id(e.cluster) for e in discourse.recent(sentence, 2) if not e.adjective and fits(e)}
    sure = len(rivals) < 2 or (found is not None and (found.nation in led or found is discourse.topic("GeopoliticalEntity")))
    return found if sure else None


def place_described(token: Token, sentence: int, discourse: Discourse, words: Gazetteer) -> Cluster | None:
    """The place that "the city" or "the region" stands for."""
    word = token.lower_
    town = word in words.sorts["town"]

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or cluster.type not in PLACES or cluster.nation is not None:
            return False
        if word == "capital":
            return cluster.name in words.capitals
        named = word in cluster.key.split(" ")
        return named or (town and cluster.type == "GeopoliticalEntity" and not cluster.key.endswith(" region"))

    found = discourse.best(token, sentence, fits, reach=3)
    if found is None or word == "capital" or word in found.key.split(" "):
        return found
    rivals = {id(e.cluster) for e in discourse.entries if fits(e)}
    return found if len(rivals) == 1 or discourse.counts[id(found)] > 1 else None
