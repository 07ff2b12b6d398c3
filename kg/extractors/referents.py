"""What descriptions stand for: "the French leader", "the company", "his country", "Ukrainian officials"."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.clusters import Cluster
from kg.extractors.discourse import Discourse, Entry, subjects_above
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.sorts import ANY_BODY, MEDIA, agrees, is_source

LEADS: Final = {
    "leader", "president", "premier", "chancellor", "minister", "pm", "king", "queen", "ruler", "monarch", "emperor", "emir",
    "sultan", "taoiseach",
}
OWN: Final = {"coalition", "opposition"}
COLLECTIVE: Final = {
    "coalition", "opposition", "administration", "team", "delegation", "campaign", "side", "office", "board", "council", "committee",
    "cabinet",
}
LONG_REACH: Final = 12
FOREVER: Final = 100_000
STATES: Final = frozenset({"state", "country", "nation", "republic", "kingdom"})


def person_described(phrase: NounPhrase, token: Token, sentence: int, discourse: Discourse, owner: Cluster | None) -> Cluster | None:
    """The person whose office a description words: "the French leader" is who holds an office of France."""
    word = token.lower_
    nation = phrase.nation or (owner.nation if owner else None)

    def fits(entry: Entry) -> bool:
        return entry.cluster is not None and entry.person and any(_same_office(word, nation, held) for held in entry.cluster.offices)

    found = discourse.best(token, sentence, fits, reach=FOREVER, margin=0.0)
    if found is None and nation is not None and word in LEADS and token.dep_ not in ("attr", "oprd", "acomp"):
        found = _unnamed_leader(token, sentence, discourse, nation)
    return found


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


def body_described(token: Token, sentence: int, discourse: Discourse, words: Gazetteer, within: list[Cluster]) -> Cluster | None:
    """The organization that "the company", "the court" or "the alliance" stands for, none of those `within` it."""
    if token.dep_ == "attr":
        return _equated(token, discourse)
    word = token.lower_

    def bears(entry: Entry) -> bool:
        cluster = entry.cluster
        return cluster is not None and cluster.type == "Organization" and word in cluster.key.split(" ")

    if any(c.lower_ == "this" and c.dep_ == "det" for c in token.children) and word in MEDIA:
        return None
    bearers = {id(e.cluster) for e in discourse.entries if bears(e)}
    found = discourse.best(token, sentence, bears, reach=LONG_REACH if len(bearers) > 1 else FOREVER, margin=0.0)
    if found is not None or word in COLLECTIVE or words.bodies.get(word, frozenset()) & {"institution", "organ"}:
        return found
    trade = "company" in words.bodies.get(word, ())
    if any(c.tag_ == "JJS" or (c.dep_ == "compound" and c.pos_ == "NOUN" and not trade) for c in token.children):
        return None  # "the largest operator", "the swimming club": another one, unless its name says so
    own = discourse.held_by(_outsiders(token, discourse, words)) + within

    near = [i for s in subjects_above(token)[:1] for i in range(token.doc[s].left_edge.i, s)]
    generic = word in ANY_BODY or trade
    topic = discourse.topic("Organization")

    def may_be(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or cluster in own or (cluster.type != "Organization" and word not in ("bloc", "alliance", "union")):
            return False
        if cluster.type != "Organization":
            return "bloc" in cluster.sorts
        if (cluster.belongs is not None) and trade:
            return False
        known = agrees(word, cluster, words)
        if known is None and word not in MEDIA:
            return (generic or cluster is topic or entry.token in near) and not is_source(token.doc, cluster)
        return bool(known)

    found = discourse.best(token, sentence, may_be, reach=4, prefers=lambda e: 2.0 * (e.token in near) + 0.5 * (e.cluster is topic))
    if found is None and trade and topic is not None and topic not in own:
        return discourse.best(token, sentence, lambda e: e.cluster is topic and may_be(e), reach=FOREVER)
    return found


def _equated(token: Token, discourse: Discourse) -> Cluster | None:
    """What the subject of "Norvia is the largest bank" is; of "may become the largest bank" nobody."""
    if token.head.lemma_ != "be" or any(c.dep_ in ("neg", "aux") for c in token.head.children):
        return None
    subjects = discourse.held_by([c.i for c in token.head.children if c.dep_ == "nsubj"])
    return next((c for c in subjects if c.type == "Organization"), None)


def _outsiders(token: Token, discourse: Discourse, words: Gazetteer) -> list[int]:
    """Tokens that "the company" is not: the subject, and for an analyst or a lawyer the firm that he works for."""
    above = subjects_above(token)[:1]
    observers = [c for c in discourse.held_by(above) if any("profession" in words.titles.get(word, ()) for word, _ in c.offices)]
    return [i for s in above for i in range(token.doc[s].left_edge.i, token.doc[s].right_edge.i + 1)] if observers else above


def country_described(
    phrase: NounPhrase, token: Token, sentence: int, discourse: Discourse, owner: Cluster | None, words: Gazetteer
) -> Cluster | None:
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

    return discourse.best(
        token, sentence, fits, reach=4, margin=0.1, prefers=lambda e: 3.0 * (e.cluster is not None and e.cluster.nation in led)
    )


def place_described(token: Token, sentence: int, discourse: Discourse, words: Gazetteer) -> Cluster | None:
    """The place that "the city" or "the region" stands for."""
    word = token.lower_
    region = word in ("region", "province", "oblast", "prefecture", "state", "county", "district", "territory")

    def fits(entry: Entry) -> bool:
        cluster = entry.cluster
        if cluster is None or cluster.type not in ("Place", "GeopoliticalEntity") or cluster.nation is not None:
            return False
        if word == "capital":
            return cluster.name in words.capitals
        named = word in cluster.key.split(" ")
        return named or (not region and cluster.type == "GeopoliticalEntity" and not cluster.key.endswith(" region"))

    found = discourse.best(token, sentence, fits, reach=3)
    if found is None or word == "capital" or word in found.key.split(" "):
        return found
    rivals = {id(e.cluster) for e in discourse.entries if fits(e)}
    return found if len(rivals) == 1 or discourse.counts[id(found)] > 1 else None
