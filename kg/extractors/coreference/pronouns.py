"""Pronouns: what agrees with them and is most salient; nobody where two are as good."""

from __future__ import annotations

from typing import Final

from kg.doc import Doc, Token
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.discourse import MARGIN, Discourse, Entry, subjects_above
from kg.lexicon import Gender
from kg.model import PLACES, EntityType, Span

FIRST: Final = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}
HE: Final = {"he", "him", "his", "himself"}
SHE: Final = {"she", "her", "hers", "herself"}
IT: Final = {"it", "its", "itself"}
THEY: Final = {"they", "them", "their", "theirs", "themselves"}
ALL: Final[dict[str, EntityType | None]] = {
    **dict.fromkeys(HE | SHE | {"i", "me", "my", "mine", "myself"}, "Person"),
    **dict.fromkeys(IT | THEY | {"we", "us", "our", "ours", "ourselves"}),
}
REFLEXIVE: Final = {"himself", "herself", "itself", "themselves"}
OWNING: Final = {"nsubj", "nsubjpass", "poss"}
COLLECTIVE: Final = {"team", "side", "club", "squad", "board", "council", "committee", "crew", "band", "police"}
NO_MAN: Final = {"human", "talisman", "caiman", "roman", "german", "shaman", "ottoman", "ramen"}
WEATHER: Final = {"rain", "snow", "take", "seem", "appear", "turn", "happen", "matter", "remain"}
KNOWN: Final = 0.3  # what is told of somebody to be a woman speaks for "she"
ONE: Final = 0.5  # and that a body is one against "they"
COMES_OUT: Final = {"emerge", "transpire"}
LOCATIVE: Final = {"in", "at", "near", "from", "across", "outside"}


def antecedent(
    token: Token, sentence: int, discourse: Discourse, others: list[Cluster], spoken: tuple[Span, ...] | None = None
) -> Cluster | None:
    """Whom a pronoun of the third person stands for.

    `others` are those whom it cannot be, such as who says the words around it; `spoken`, for a pronoun that is itself a source of
    words, what it is quoted with: whoever that speaks of is somebody else.
    """
    word = token.lower_
    gender: Gender | None = "m" if word in HE else "f" if word in SHE else None
    said = word == "it" and token.dep_ in ("dobj", "pobj", "attr")  # mostly what was said or done
    if said or (word in IT and _is_empty(token)):
        return None
    barred = [*_barred(token, discourse), *others]
    aside, partner = _other_side(token), _partner(token)
    individuals = _is_partitive(token)

    def fits(entry: Entry) -> bool:
        if entry.adjective or entry.token in aside or (entry.cluster is not None and entry.cluster in barred):
            return False
        if spoken and any(span.start <= token.doc[entry.token].idx < span.end for span in spoken):
            return False
        if gender is not None:
            held = entry.cluster.gender if entry.cluster is not None else entry.gender
            return entry.person and not entry.plural and held in (None, gender)
        if word in IT:
            thing = spoken is not None and entry.cluster is None
            return not (entry.person or entry.plural or thing or _is_setting(entry, token.doc))
        return entry.plural or (not individuals and _may_be_they(entry, sentence))

    def prefers(entry: Entry) -> float:
        known = gender is not None and (entry.cluster.gender if entry.cluster is not None else entry.gender) == gender
        one = word in THEY and not entry.plural
        return 4.0 * (entry.token == partner) + KNOWN * known - ONE * one

    margin = MARGIN if gender or token.dep_ not in ("dobj", "pobj") else 3 * MARGIN
    found = discourse.best(token, sentence, fits, reach=3 if gender else 1, margin=margin, prefers=prefers)
    if found is not None and gender is not None and found.gender is None:
        found.gender = gender
    return found


def _barred(token: Token, discourse: Discourse) -> list[Cluster]:
    """The subject of the clause, which would say "himself"."""
    if token.dep_ not in ("dobj", "pobj", "dative") or token.lower_ in REFLEXIVE:
        return []
    return discourse.held_by(_apposed(token, subjects_above(token)[:1]))


def _partner(token: Token) -> int | None:
    """ "Ann and her son": what the owned stands beside is the owner."""
    return token.head.head.i if token.dep_ == "poss" and token.head.dep_ == "conj" else None


def _other_side(token: Token) -> list[int]:
    """ "Her talks with Peru" are not Peru's."""
    return [c.i for p in token.head.children if p.lower_ in ("with", "to", "from") for c in p.children] if token.dep_ == "poss" else []


def _is_setting(entry: Entry, doc: Doc) -> bool:
    """A place that only tells where: "in York"."""
    place = entry.cluster is not None and entry.cluster.type in PLACES
    return place and entry.dep == "pobj" and doc[entry.token].head.lower_ in LOCATIVE


def _is_partitive(token: Token) -> bool:
    """ "One of them", "most of them": some out of many, of whom a body is none."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in ("NUM", "DET", "ADJ", "PRON", "ADV")


def _may_be_they(entry: Entry, sentence: int) -> bool:
    """An organization that is the subject, near, or made up of people."""
    if entry.cluster is None or entry.cluster.type != "Organization":
        return False
    return entry.sentence == sentence or entry.dep in OWNING or entry.cluster.key.rsplit(" ", 1)[-1] in COLLECTIVE


def gender_of_noun(token: Token) -> Gender | None:
    """What "gunman", "saleswoman" tell by their ending."""
    if token.tag_ != "NN":
        return None
    return "f" if token.lower_.endswith("woman") else "m" if token.lower_.endswith("man") and token.lower_ not in NO_MAN else None


def _apposed(token: Token, subjects: list[int]) -> list[int]:
    """Subjects with the names in apposition to them: "her successor, Raul Vega,"."""
    return [i for s in subjects for i in (s, *(c.i for c in token.doc[s].children if c.dep_ == "appos"))]


def _is_empty(token: Token) -> bool:
    """ "It is clear that ...", "it took hours to ...", "it rained"."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj", "expl"):
        return token.dep_ == "expl"
    if verb.lemma_ in WEATHER or (verb.lemma_ in COMES_OUT and not any(c.dep_ == "prep" for c in verb.children)):
        return True
    if verb.lemma_ == "be" or token.dep_ == "nsubjpass":
        return any(c.dep_ in ("acomp", "attr", "prep", "ccomp", "xcomp", "advcl", "oprd") and c.i > verb.i for c in verb.children)
    return False
