"""Organizations, places and all else that an article names: long forms and acronyms, countries and capitals, national teams."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from kg.doc import Doc
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.metonyms import is_metonym
from kg.extractors.naming.repeats import abbreviates
from kg.extractors.naming.teams import game_of
from kg.model import PLACES
from kg.parsing import ParsedArticle
from kg.spelling import acronyms, body_words, folded

ADVERBS: Final = "also|formerly|previously|better|commonly|then|now|once"
ALSO: Final = re.compile(rf"(?:, | \()(?:(?:{ADVERBS}) )?(?:known|called)(?: as)? (?:the )?[\"“'‘]?")
"""What stands between two names of one."""
OPENING: Final = 120
"""In how many of its first tokens a text introduces what its headline names."""
REGION: Final = re.compile(r"^(.+) (?:region|province|oblast|prefecture|governorate|krai)$", re.I)


def group_others(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[Cluster]:
    """One cluster for each organization, place, group or thing that the names of no person stand for."""
    clusters: dict[str, Cluster] = {}
    aliases = _acronyms(parsed, phrases, words) | _initials(parsed, phrases)
    states = _states(parsed, phrases, words)
    present = Counter(p.nation for p in phrases if p.nation)
    team = _team_title(parsed.doc, words) if any(_is_team(p, parsed.words(p.span), words) for p in phrases) else ""
    groups = {" ".join(folded(parsed.words(p.span))).removesuffix("s") for p in phrases if p.type == "Group"}
    regions = {m.group(1).lower() for p in phrases if (m := REGION.match(parsed.words(p.span)))}
    for phrase in phrases:
        text = words.spelt_out.get(parsed.words(phrase.span), parsed.words(phrase.span))
        nation = _nation(parsed, phrase, text, words, present, states)
        key = f"nation {nation}" if nation else _key(phrase, text, aliases, regions, groups, words)
        kind = words.names[nation].type if nation else phrase.type or "Topic"
        cluster = clusters.setdefault(key, Cluster(key, kind, nation=nation))
        cluster.belongs = cluster.belongs or (None if nation or text in states else phrase.nation)
        organ = cluster.belongs is not None and phrase.type == "Organization" and text not in words.institutions
        if text in states:
            cluster.add(phrase, f"{text} (state)")
            continue
        if team and _is_team(phrase, text, words):
            cluster.add(phrase, f"{phrase.nation} {team}")
        else:
            cluster.add(phrase, None if nation else _organ_title(text, phrase.nation or "", words) if organ else text)
        if nation and (text in words.capitals or text in words.seats):
            cluster.metonyms.add(phrase)
    found = _join_equated(parsed, _one_cluster_each(list(clusters.values())))
    return _join_organizations(found, next((end for _, end in parsed.paragraphs), 0), words)


def _join_equated(parsed: ParsedArticle, clusters: list[Cluster]) -> list[Cluster]:
    """One cluster for a body that the text gives two names, "the Tarn Brigade, also known as Grey Lantern"."""
    of_phrase = {p: c for c in clusters if c.type == "Organization" for p in c.phrases}
    into: dict[int, Cluster] = {}
    for one, other in pairwise(sorted(of_phrase, key=lambda p: (p.start, p.end))):
        if one.end >= other.start or not _are_equated(parsed.article.text[one.span.end : other.span.start], parsed.words(other.span)):
            continue
        kept, gone = (into.get(id(of_phrase[p]), of_phrase[p]) for p in (one, other))
        if kept is not gone and kept.nation is None and gone.nation is None and id(kept) not in into:
            kept.phrases += gone.phrases
            kept.names.update(gone.names)
            into[id(gone)] = kept
    return [c for c in clusters if id(c) not in into]


def _are_equated(between: str, other: str) -> bool:
    """Whether the words between two names say that both are one's."""
    return ALSO.fullmatch(between) is not None or (between in (", or ", " (or ", ", or the ") and other.isupper())


def _one_cluster_each(clusters: list[Cluster]) -> list[Cluster]:
    """One cluster for a name that is a place here and a body there, as what it is more often."""
    by_name: dict[tuple[str, ...], Cluster] = {}
    out: list[Cluster] = []
    for cluster in clusters:
        name = folded(cluster.name)
        first = by_name.setdefault(name, cluster)
        if first is cluster or cluster.nation or first.nation or cluster.belongs or first.belongs or "Group" in (cluster.type, first.type):
            out.append(cluster)
            continue
        if len(cluster.phrases) > len(first.phrases):
            first.type, first.key = cluster.type, cluster.key
        first.phrases += cluster.phrases
        first.names.update(cluster.names)
    return out


def _is_team(phrase: NounPhrase, text: str, words: Gazetteer) -> bool:
    """Whether an organization is only called by the name of its country: a national team."""
    return phrase.type == "Organization" and phrase.nation is not None and words.nation(text.removeprefix("Team ")) is not None


def _team_title(doc: Doc, words: Gazetteer) -> str:
    """ "women's national football team", as far as the article tells."""
    women = any(t.lower_ == "women" for t in doc)
    return " ".join(w for w in ("women's" if women else "", "national", game_of(doc, words) or "", "team") if w)


def _organ_title(text: str, nation: str, words: Gazetteer) -> str:
    """ "Ukrainian air force" for "Ukraine's air force": one wording for what articles word in several ways."""
    row = words.names.get(nation)
    if row is None or not row.adjectives:
        return text
    short = bool(row.short) and row.short[0].isupper()
    if not short and "'" not in text.replace("’", "'"):
        return text
    return organ_title(_without_nation(text, words), nation, words)


def organ_title(organ: str, nation: str, words: Gazetteer) -> str:
    """ "Ukrainian air force", "U.S. air force"."""
    row = words.names[nation]
    prefix = row.short[0] if row.short and row.short[0].isupper() else row.adjectives[0]
    return f"{prefix} {organ}"


def _states(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> set[str]:
    """Names of a country and of a state of another ("Georgia") that this article uses for the state."""
    texts = {parsed.words(p.span): p for p in phrases}
    short = {words.spelt_out[t] for t in texts if t in words.spelt_out}
    both = {t for t in texts if t in words.names and t in words.regions and words.regions[t] != t and words.names[t].code}
    out = {t for t in short if t in words.names}
    for name in sorted(both):
        nation = words.names[name]
        abroad = {*nation.adjectives, *nation.capitals, *nation.people} & texts.keys()
        others = [t for t in texts if t != name and words.regions.get(t) == words.regions[name]]
        before = [parsed.doc.span(max(0, p.start - 2), p.start).text.lower() for p in phrases if parsed.words(p.span) == name]
        if not abroad and (others or any(b.endswith(",") or b == "governor of" for b in before)):
            out.add(name)
    return out


def _nation(parsed: ParsedArticle, phrase: NounPhrase, text: str, words: Gazetteer, present: Counter[str], states: set[str]) -> str | None:
    if phrase.type in ("Group", "Organization"):
        return None
    if text in states:
        return None
    if phrase.nation:
        return phrase.nation
    if text in words.names and phrase.type in PLACES:
        return words.names[text].name
    if text in words.capitals and "," not in text and is_metonym(parsed.doc[phrase.head], words):
        return max(words.hosts[text], key=lambda n: (present.get(n, 0), n == words.capitals[text].name))
    return None


def _key(phrase: NounPhrase, text: str, aliases: dict[str, str], regions: set[str], groups: set[str], words: Gazetteer) -> str:
    if phrase.type == "Organization":
        key = _body_key(phrase, text, words)
        return aliases.get(text.replace(".", "") if text.isupper() else key.upper(), key)
    plain = " ".join(folded(text)).removesuffix(" dc")
    if phrase.type == "Topic" and text.partition(" ")[0] in words.sorts["before-thing"]:
        plain = plain.partition(" ")[2]
    if phrase.type == "Group" and phrase.nation is None:
        plain = plain.removesuffix("s")
        return f"Group {plain.removesuffix('ic') if plain.removesuffix('ic') in groups else plain}"
    if (m := REGION.match(text)) and phrase.type in PLACES:
        return f"place {m.group(1).lower()} region"
    if plain in regions:
        return f"place {plain} region"
    return f"place {aliases.get(text, plain)}" if phrase.type in PLACES else f"{phrase.type} {plain}"


def _body_key(phrase: NounPhrase, text: str, words: Gazetteer) -> str:
    if phrase.nation:
        return f"{phrase.nation} {'team' if _is_team(phrase, text, words) else organ_name(text, words)}"
    key = " ".join(body_words(text, words.legal))
    return words.called.get(key, key)


def organ_name(text: str, words: Gazetteer) -> str:
    """ "air force" of "Ukraine's Air Force" and "the Ukrainian air force"; all of "White House"."""
    return " ".join(folded(_without_nation(text, words)))


def _without_nation(text: str, words: Gazetteer) -> str:
    pieces = text.split(" ")
    for size in (3, 2, 1):
        if len(pieces) > size and words.nation(re.sub(r"['’]s?$", "", " ".join(pieces[:size]))):
            return " ".join(pieces[size:])
    return text


def _acronyms(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> dict[str, str]:
    """Acronym -> key of the long form, where the text tells it in brackets or one long form of the article gives it."""
    keys: dict[str, set[str]] = {}
    ends: dict[int, NounPhrase] = {}
    for phrase in sorted(phrases, key=lambda p: -p.start):
        if phrase.end - phrase.start > 1 and phrase.type in ("Organization", "Topic"):
            ends[phrase.end] = phrase
            for acronym in _acronyms_of(phrase, parsed.words(phrase.span), words):
                keys.setdefault(acronym, set()).add(_body_key(phrase, parsed.words(phrase.span), words))
    told, given = {}, {}
    for short in phrases:
        text = parsed.words(short.span)
        if short.end - short.start > 1 or not text.isupper():
            continue
        letters = text.replace(".", "")
        long = ends.get(short.start - 1)
        if long is not None and abbreviates(parsed.doc, short.start, long.start, long.end):
            told[letters] = _body_key(long, parsed.words(long.span), words)
        if len(found := keys.get(letters, ())) == 1:
            given[letters] = min(found)
    return given | told


def _initials(parsed: ParsedArticle, phrases: list[NounPhrase]) -> dict[str, str]:
    """The initials of one town that the article also spells out: "LA" and "L.A." of "Los Angeles"."""
    towns = {parsed.words(p.span): p for p in phrases if p.type == "GeopoliticalEntity" and p.nation is None}
    long: dict[str, set[str]] = {}
    for town in towns:
        if 1 < len(parts := folded(town)) < 4:
            long.setdefault("".join(w[0] for w in parts).upper(), set()).add(" ".join(parts))
    return {t: min(found) for t in towns if " " not in t and t.isupper() and len(found := long.get(t.replace(".", ""), set())) == 1}


def _acronyms_of(phrase: NounPhrase, text: str, words: Gazetteer) -> set[str]:
    """The acronyms of a long name, with its country or without, with its legal form or without."""
    less = _without_nation(text, words)
    return {a for name in (f"{phrase.nation} {less}" if phrase.nation else text, less) if " " in name for a in acronyms(name, words.legal)}


def _join_organizations(clusters: list[Cluster], body: int, words: Gazetteer) -> list[Cluster]:
    """ "Goldman" after "Goldman Sachs", "Congress" after "U.S. Congress": a short form that the foremost long form begins or ends with."""
    gone: set[int] = set()
    organs = {c.key.removeprefix(f"{c.belongs} "): c for c in clusters if c.belongs and c.type == "Organization"}
    bodies = [c for c in clusters if c.type == "Organization" and not c.belongs]
    for cluster in bodies:
        longer = [c for c in bodies if c is not cluster and _shortens(cluster, c, body, words) and not words.bodies.get(cluster.key)]
        target = organs.get(cluster.key) or _foremost(longer, cluster.phrases[0].start)
        if target is not None and id(target) not in gone:
            for phrase in cluster.phrases:
                target.add(phrase)
            target.names.update(cluster.names)
            gone.add(id(cluster))
    return [c for c in clusters if id(c) not in gone]


def _foremost(clusters: list[Cluster], before: int) -> Cluster | None:
    """The one that the article names most; of equals the one named last before a token."""
    return max(clusters, key=lambda c: (len(c.phrases), max((p.start for p in c.phrases if p.start < before), default=-1)), default=None)


def _shortens(short: Cluster, long: Cluster, body: int, words: Gazetteer) -> bool:
    """Whether a name is a longer one less one word, at its end only where the longer one stands first; "Brix" is no "Brix Defence"."""
    a, b = short.key.split(" "), long.key.split(" ")
    begins = b[: len(a)] == a
    if begins and _introduces(long, short, body) and any(_is_formal(n.rsplit(" ", 1)[-1], words) for n in long.names):
        return True
    if any(len(n.split(" ")) > len(a) for n in short.names):
        return False
    if begins and len(b) == len(a) + 1 and len(short.key) > 3 and _introduces(long, short, body):
        return True
    if len(a) == 1 and len(b) == 3 and b[1:] == ["of", *a] and b[0] in words.sorts["creed"]:
        return True
    if not len(a) < len(b) <= len(a) + (1 if len(a) == 1 else 2) or len(short.key) < 4:
        return False
    return b[-len(a) :] == a or (begins and long.phrases[0].start < short.phrases[0].start and len(long.phrases) >= 1)


def _is_formal(word: str, words: Gazetteer) -> bool:
    """The last word of a name that leaves it out for short: "Group", "Inc.", the "IL" or "FC" of a club."""
    return word.replace(".", "").lower() in words.legal or (word.isupper() and 1 < len(word) < 4)


def _introduces(long: Cluster, short: Cluster, body: int) -> bool:
    """Whether a headline's "Lumeva" is the "Lumeva Semiconductor Group" that the text opens with before it says "Lumeva" again."""
    uses = [p.start for p in short.phrases]
    first = long.phrases[0].start
    return min(uses) < body <= first < OPENING and not any(body <= use < first for use in uses)
