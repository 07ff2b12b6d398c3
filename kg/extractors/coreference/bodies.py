"""Which organization "the company", "the court" or "the alliance" stands for; nobody where two are as likely."""

from __future__ import annotations

from typing import Final

from kg.doc import Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.discourse import FOREVER, Discourse, Entry, subjects_above
from kg.extractors.coreference.sorts import agrees, is_source
from kg.extractors.gazetteer import Gazetteer

BEARER: Final = 12
REACH: Final = 4
STEM: Final = 4


def body_described(token: Token, sentence: int, discourse: Discourse, words: Gazetteer, within: list[Cluster]) -> Cluster | None:
    """The organization that a definite noun stands for, none of those `within` it."""
    word = token.lower_
    if token.dep_ == "attr":
        return _equated(token, discourse)
    if word in words.sorts["media"] and any(c.lower_ == "this" and c.dep_ == "det" for c in token.children):
        return None
    found = _bearer(token, sentence, discourse)
    if found is not None or word in words.sorts["collective"] or words.bodies.get(word, frozenset()) & {"institution", "organ"}:
        return found
    another = _is_another(token, words) or _is_told_apart(token) or _brought_in(token, discourse, words)
    found = None if another else _fitting(token, sentence, discourse, words, within)
    if found is not None and word not in words.sorts["any"] | words.sorts["trade"] and "company" in words.bodies.get(word, ()):
        found.sorts.add(word)
    return found


def _equated(token: Token, discourse: Discourse) -> Cluster | None:
    """What the subject of "Norvia is the largest bank" is; of "may become the largest bank" nobody."""
    if token.head.lemma_ != "be" or any(c.dep_ in ("neg", "aux") for c in token.head.children):
        return None
    subjects = discourse.held_by([c.i for c in token.head.children if c.dep_ == "nsubj"])
    return next((c for c in subjects if c.type == "Organization"), None)


def _bearer(token: Token, sentence: int, discourse: Discourse) -> Cluster | None:
    """The one that has the noun in its name: however far back where it is the only one."""
    told = [c.lower_ for c in token.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    bearers = [c for c in discourse.clusters.values() if c.type == "Organization" and _bears(c.key.split(" "), token.lower_, told)]
    if not bearers:
        return None
    return discourse.best(token, sentence, lambda e: e.cluster in bearers, reach=BEARER if len(bearers) > 1 else FOREVER, margin=0.0)


def _bears(parts: list[str], word: str, told: list[str]) -> bool:
    """Whether a name has a noun and what tells which: the "rules committee" is none that has no rules in its name."""
    return word in parts and all(any(part.startswith(noun[:STEM]) for part in parts) for noun in told)


def _is_told_apart(token: Token) -> bool:
    """ "The group in which it did harm": told which it is by what follows."""
    clauses = (c for c in token.children if c.dep_ == "relcl" and token.doc[c.left_edge.i - 1].text != ",")
    return token.dep_ == "appos" and any(True for _ in clauses)


def _brought_in(token: Token, discourse: Discourse, words: Gazetteer) -> bool:
    """Whether something without a name was called so before: "an ore carrier", "the central bank of Norvia"."""
    if token.lower_ in words.sorts["any"] | words.sorts["trade"]:
        return False
    nouns = (token.doc[e.token] for e in discourse.entries if e.cluster is None and e.token < token.i)
    return any(noun.lower_ == token.lower_ and _is_introduction(noun) for noun in nouns)


def _is_introduction(noun: Token) -> bool:
    if noun.dep_ in ("appos", "attr", "oprd"):
        return False
    return any(c.lower_ == "of" or (c.dep_ in ("compound", "amod") and c.pos_ != "PROPN") for c in noun.children)


def _is_another(token: Token, words: Gazetteer) -> bool:
    """ "The largest operator", "the swimming club": another one, unless its name says so."""
    trade = "company" in words.bodies.get(token.lower_, ()) and token.lower_ != "group"
    return any(c.tag_ == "JJS" or (c.dep_ == "compound" and c.pos_ == "NOUN" and not trade) for c in token.children)


def _fitting(token: Token, sentence: int, discourse: Discourse, words: Gazetteer, within: list[Cluster]) -> Cluster | None:
    """The most salient that the noun fits by what is known of it, else of those of which nothing is known."""
    word, topic = token.lower_, discourse.topic("Organization")
    own = discourse.held_by(_outsiders(token, discourse, words)) + within
    near = [i for s in subjects_above(token)[:1] for i in range(token.doc[s].left_edge.i, token.doc[s].right_edge.i + 1) if i != s]
    trade = "company" in words.bodies.get(word, ())

    def known(cluster: Cluster) -> bool | None:
        if cluster in own or (trade and cluster.belongs is not None):
            return False
        if cluster.type == "Organization":
            return agrees(word, cluster, words)
        return word in words.sorts["bloc"] and "bloc" in cluster.sorts

    def may_be(entry: Entry) -> bool:
        if (cluster := entry.cluster) is None:
            return False
        fit = known(cluster)
        if fit is None and word not in words.sorts["media"] and not surely and not is_source(token.doc, cluster):
            return trade or word in words.sorts["any"] or cluster is topic or entry.token in near
        return bool(fit)

    special = word not in words.sorts["any"] | words.sorts["trade"]
    surely = special and any(e.cluster is not None and known(e.cluster) for e in discourse.recent(sentence, REACH))
    found = discourse.best(
        token, sentence, may_be, reach=REACH, margin=1.0, prefers=lambda e: 2.0 * (e.token in near) + 0.5 * (e.cluster is topic)
    )
    if found is not None or not trade:
        return found
    fit = [cluster for cluster in discourse.clusters.values() if known(cluster)]
    tied = any(map(may_be, discourse.recent(sentence, REACH)))
    main = topic if tied or topic is not None or len(fit) != 1 else fit[0]
    return discourse.best(token, sentence, lambda e: e.cluster is main and may_be(e), reach=FOREVER)


def _outsiders(token: Token, discourse: Discourse, words: Gazetteer) -> list[int]:
    """Tokens that "the company" is not: the subject, and for an analyst or a lawyer the firm that he works for."""
    above = subjects_above(token)[:1]
    observers = [c for c in discourse.held_by(above) if any("profession" in words.titles.get(word, ()) for word, _ in c.offices)]
    return [i for s in above for i in range(token.doc[s].left_edge.i, token.doc[s].right_edge.i + 1)] if observers else above
