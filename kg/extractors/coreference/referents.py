"""What descriptions stand for: "the French leader", "the company", "his country", "Ukrainian officials"."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.discourse import FOREVER, Discourse, Entry, subjects_above
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.model import PLACES

LEADS: Final = {
    "leader", "president", "premier", "chancellor", "minister", "pm", "king", "queen", "ruler", "monarch", "emperor", "emir",
    "sultan", "taoiseach",
}
HEADS: Final = {"president", "premier", "chancellor", "pm", "king", "queen", "taoiseach"}
OWN: Final = {"coalition", "opposition"}
LAW: Final = frozenset({"judge", "justice", "magistrate", "prosecutor", "sheriff", "detective", "officer", "chief"})
NEAR: Final = 3
TOWNS: Final = frozenset({"city", "town", "village", "capital", "port", "suburb", "municipality", "hometown", "island"})
"""What a place may be called whose name does not have the noun in it."""
STATES: Final = frozenset({"state", "country", "nation", "republic", "kingdom"})


def person_described(
    phrase: NounPhrase, token: Token, sentence: int, discourse: Discourse, owner: Cluster | None, words: Gazetteer
) -> Cluster | None:
    """The person whose office a description words: "the French leader" is who holds an office of France."""
    word = token.lower_
    nation = phrase.nation or (owner.nation if owner else None)
    charge = {t.lower_ for t in token.doc[phrase.start : phrase.head] if t.lower_ in words.portfolios}
    hired = "profession" in words.titles.get(word, ()) and (token.doc[phrase.start].tag_ == "PRP$" or (owner and owner.type == "Person"))

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or not entry.person or (cluster.titles & words.portfolios and not charge <= cluster.titles):
            return False
        if hired and cluster.serves.get(word) not in (None, owner):
            return False
        return any(_same_office(word, nation, held) and not (hired and held[1]) for held in cluster.offices)

    found = discourse.best(token, sentence, fits, reach=FOREVER, margin=0.0)
    if found is None and nation is not None and word in LEADS and token.dep_ not in ("attr", "oprd", "acomp"):
        found = _unnamed_leader(token, sentence, discourse, nation)
    if found is None and nation is None and owner is None and "calling" in words.titles.get(word, ()):
        return _only_person(token, sentence, discourse, words)
    return found


def _only_person(token: Token, sentence: int, discourse: Discourse, words: Gazetteer) -> Cluster | None:
    """Whom "the defendant" or "the singer" is: the one person spoken of, unless something else is known of him."""
    if not any(c.lower_ == "the" for c in token.children) or token.dep_ in ("attr", "oprd", "appos"):
        return None
    gender = words.gender.get(token.lower_)
    near = {id(e.cluster): e.cluster for e in discourse.recent(sentence, NEAR) if e.person and e.cluster is not None}
    fit = [c for c in near.values() if None in (gender, c.gender) or c.gender == gender]
    if len(fit) != 1 or any(office in LAW or "profession" in words.titles.get(office, ()) for office, _ in fit[0].offices):
        return None
    return fit[0]


def _same_office(word: str, nation: str | None, held: tuple[str, str | None]) -> bool:
    office, of = held
    if nation is not None and of != nation:
        return False
    return office == word or (word in ("leader", "ruler") and office in LEADS and (nation is not None or of is not None))


def _unnamed_leader(token: Token, sentence: int, discourse: Discourse, nation: str) -> Cluster | None:
    """ "The Peruvian leader", where no office was told: the most prominent person who is not another country's."""

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        return (
            cluster is not None
            and entry.person
            and not any(of not in (None, nation) or office not in LEADS for office, of in cluster.offices)
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
    led = {of for person in subject for office, of in person.offices if of and office in LEADS}

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or cluster in own or cluster.type != "GeopoliticalEntity":
            return False
        if cluster.nation is None:
            return not cluster.sorts.isdisjoint(STATES)
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
    town = word in TOWNS

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
