"""Names of one entity inside an article: full and short names of people, long forms and acronyms, countries and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from kg.extractors.drafts import NounPhrase
from kg.extractors.gazetteer import Gazetteer, acronyms
from kg.extractors.metonyms import is_metonym
from kg.lexicon import Gender
from kg.model import EntityType
from kg.parsing import ParsedArticle

SUFFIXES: Final = {"jr", "sr", "ii", "iii", "iv"}
PARTICLES: Final = {"von", "van", "de", "del", "della", "di", "da", "dos", "al", "el", "bin", "ibn", "ten", "ter", "zu", "der", "den"}
OPENING: Final = 120
"""In how many of its first tokens a text introduces what its headline names."""
REGION: Final = re.compile(r"^(.+) (?:region|province|oblast|prefecture|governorate|krai)$", re.I)
_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one entity while they are being gathered."""

    key: str
    type: EntityType
    nation: str | None = None
    """The country that this is."""
    belongs: str | None = None
    """The country whose organ or group this is."""
    gender: Gender | None = None
    generation: str | None = None
    """"jr", "iii" ... of a person."""
    plural: bool = False
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[NounPhrase] = field(default_factory=list)
    metonyms: set[NounPhrase] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)
    """Nouns for what an organization is known to be: "newspaper", "bank"."""
    offices: list[tuple[str, str | None]] = field(default_factory=list)
    """Head noun and country of the offices that a person is said to hold."""

    @property
    def name(self) -> str:
        """The fullest of the names used, the most frequent of equals."""
        if self.nation:
            return self.nation
        return max(self.names.items(), key=lambda n: (self._fullness(n[0]), n[1], len(n[0].split()), n[0]))[0]

    def _fullness(self, name: str) -> int:
        if self.type == "Person":
            return min(len(name.split()), 2) - any(other.endswith(f" {name}") for other in self.names)
        return min(len(name.split()), 2) if self.type == "Organization" and " " in self.key else 0

    def add(self, phrase: NounPhrase, name: str | None = None) -> None:
        self.phrases.append(phrase)
        if name:
            self.names[name] += 1


def folded(name: str) -> tuple[str, ...]:
    """A name's words in lower case without accents, full stops or a final possessive."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("\u2011", "-")).lower()
    return tuple(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c) and c != ".")))


def cluster_names(parsed: ParsedArticle, phrases: Iterable[NounPhrase], words: Gazetteer) -> list[Cluster]:
    """One cluster for each entity that the article names, in the order of first mention."""
    named = [p for p in phrases if p.kind in ("name", "adjective") and p.type is not None]
    people = _people(parsed, [p for p in named if p.type == "Person"], words)
    others = _others(parsed, [p for p in named if p.type != "Person"], words)
    return sorted([*people, *others], key=lambda c: c.phrases[0].start)


# ---------------------------------------------------------------- people
def _people(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[Cluster]:
    clusters: list[tuple[tuple[str, ...], Cluster]] = []
    full = [p for p in phrases if not _is_surname(parsed, p)]
    for phrase in full:
        text = parsed.words(phrase.span)
        name = _bare(folded(text))
        found = next((c for other, c in clusters if same_full_name(name, other) and generation(text) == c.generation), None)
        if found is None:
            gender = _gender_beside(parsed, phrase, words) or words.given.get(parsed.doc[phrase.start].text)
            found = Cluster(" ".join(name), "Person", gender=gender, generation=generation(text))
            clusters.append((name, found))
        found.add(phrase, parsed.words(phrase.span))
    singles: dict[tuple[str, ...], Cluster] = {}
    for phrase in phrases:
        if not _is_surname(parsed, phrase):
            continue
        name = folded(parsed.words(phrase.span))
        found = _bearer(phrase, name, _of_gender(parsed, phrase, clusters, words)) or singles.setdefault(
            name, Cluster(" ".join(name), "Person")
        )
        found.add(phrase, parsed.words(phrase.span))
    out = _join_short([c for _, c in clusters], clusters) + list(singles.values())
    for cluster in out:
        cluster.phrases.sort(key=lambda p: p.start)
        cluster.gender = _gender_by_title(parsed, cluster, words) or cluster.gender
    return out


def _is_surname(parsed: ParsedArticle, phrase: NounPhrase) -> bool:
    """One word, or one with its particles: "van der Hoorn"."""
    return phrase.end - phrase.start == 1 or (phrase.end - phrase.start < 5 and parsed.doc[phrase.start].lower_ in PARTICLES)


def _gender_beside(parsed: ParsedArticle, phrase: NounPhrase, words: Gazetteer) -> Gender | None:
    """What "Mrs" or "his wife," before a full name tells."""
    i = phrase.start - 1
    if i > 0 and parsed.doc[i].text == ",":
        i -= 1
    return words.gender.get(parsed.doc[i].lower_) if i >= 0 else None


def generation(name: str) -> str | None:
    """ "jr" of "Charles Elliott Jr."."""
    last = folded(name)[-1:]
    return last[0] if last and last[0] in SUFFIXES else None


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:-1] if len(name) > 2 and name[-1] in SUFFIXES else name


def same_full_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Donald J. Trump" and "Donald Trump", "J. Smith" and "John Smith"; the first and last words agree."""
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    first, other = sorted((a[0], b[0]), key=len)
    return (first == other and (len(a) == 2 or len(b) == 2 or a[1][0] == b[1][0])) or (len(first) == 1 and other.startswith(first))


def _of_gender(
    parsed: ParsedArticle, phrase: NounPhrase, clusters: list[tuple[tuple[str, ...], Cluster]], words: Gazetteer
) -> list[tuple[tuple[str, ...], Cluster]]:
    """The people whom "Mr." or "Mrs." before a surname can mean."""
    told = (
        {words.gender[parsed.doc[i].lower_] for i in range(*phrase.title) if parsed.doc[i].lower_ in words.gender}
        if phrase.title
        else set()
    )
    return [(name, c) for name, c in clusters if not told or c.gender is None or c.gender in told]


def _bearer(phrase: NounPhrase, name: tuple[str, ...], clusters: list[tuple[tuple[str, ...], Cluster]]) -> Cluster | None:
    """Whose short name this is: of those named before with that surname, else first name, the one named most; else later."""
    by_surname = [c for full, c in clusters if full[-len(name) :] == name]
    by_first_name = [c for full, c in clusters if full[: len(name)] == name]
    for bearers in (by_surname, by_first_name):
        before = [c for c in bearers if c.phrases[0].start < phrase.start]
        if before:
            return max(before, key=lambda c: (len(c.phrases), -c.phrases[0].start))
        if len(bearers) == 1:
            return bearers[0]
    return None


def _join_short(full: list[Cluster], clusters: list[tuple[tuple[str, ...], Cluster]]) -> list[Cluster]:
    """ "von der Leyen" is Ursula von der Leyen: two words and more that end exactly one longer name."""
    gone: set[int] = set()
    for name, cluster in clusters:
        longer = [c for other, c in clusters if len(other) > len(name) and other[-len(name) :] == name and id(c) != id(cluster)]
        if len(longer) == 1:
            for phrase in cluster.phrases:
                longer[0].add(phrase)
            longer[0].names.update(cluster.names)
            gone.add(id(cluster))
    return [c for c in full if id(c) not in gone]


def _gender_by_title(parsed: ParsedArticle, cluster: Cluster, words: Gazetteer) -> Gender | None:
    told = Counter(
        words.gender[parsed.doc[i].lower_]
        for p in cluster.phrases
        if p.title
        for i in range(*p.title)
        if parsed.doc[i].lower_ in words.gender
    )
    return max(sorted(told.items()), key=lambda g: g[1])[0] if told else None


# ---------------------------------------------------------------- organizations, places and all else
def _others(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    aliases = _acronyms(parsed, phrases, words)
    states = _states(parsed, phrases, words)
    present = Counter(p.nation for p in phrases if p.nation)
    regions = {m.group(1).lower() for p in phrases if (m := REGION.match(parsed.words(p.span)))}
    for phrase in phrases:
        text = parsed.words(phrase.span)
        nation = _nation(parsed, phrase, text, words, present, states)
        key = f"nation {nation}" if nation else _key(phrase, text, aliases, regions, words)
        kind = words.names[nation].type if nation else phrase.type or "Topic"
        cluster = clusters.setdefault(key, Cluster(key, kind, nation=nation, belongs=None if nation or text in states else phrase.nation))
        organ = cluster.belongs is not None and phrase.type == "Organization" and text not in words.institutions
        if text in states:
            cluster.add(phrase, f"{text} (state)")
            continue
        cluster.add(phrase, None if nation else _organ_title(text, phrase.nation or "", words) if organ else text)
        if nation and (text in words.capitals or text in words.seats):
            cluster.metonyms.add(phrase)
    return _join_organizations(_one_cluster_each(list(clusters.values())), words)


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
    both = {t for t in texts if t in words.names and t in words.regions and words.regions[t] != t and words.names[t].code}
    out = set()
    for name in sorted(both):
        nation = words.names[name]
        abroad = {*nation.adjectives, *nation.capitals, *nation.people} & texts.keys()
        others = [t for t in texts if t != name and words.regions.get(t) == words.regions[name]]
        before = [parsed.doc[max(0, p.start - 2) : p.start].text.lower() for p in phrases if parsed.words(p.span) == name]
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
    if text in words.names and phrase.type in ("GeopoliticalEntity", "Place"):
        return words.names[text].name
    if text in words.capitals and "," not in text and is_metonym(parsed.doc[phrase.head]):
        return max(words.hosts[text], key=lambda n: (present.get(n, 0), n == words.capitals[text].name))
    return None


def _key(phrase: NounPhrase, text: str, aliases: dict[str, str], regions: set[str], words: Gazetteer) -> str:
    if phrase.type == "Organization":
        if phrase.nation:
            return f"{phrase.nation} {organ_name(text, words)}"
        return organization_key(aliases.get(text, text), words)
    plain = " ".join(folded(text))
    if phrase.type == "Group" and phrase.nation is None:
        return f"Group {plain.removesuffix('s')}"
    if (m := REGION.match(text)) and phrase.type in ("Place", "GeopoliticalEntity"):
        return f"place {m.group(1).lower()} region"
    if plain in regions:
        return f"place {plain} region"
    return f"place {plain}" if phrase.type in ("Place", "GeopoliticalEntity") else f"{phrase.type} {plain}"


def organ_name(text: str, words: Gazetteer) -> str:
    """ "air force" of "Ukraine's Air Force" and "the Ukrainian air force"; all of "White House"."""
    return " ".join(folded(_without_nation(text, words)))


def _without_nation(text: str, words: Gazetteer) -> str:
    pieces = text.split(" ")
    for size in (3, 2, 1):
        if len(pieces) > size and words.nation(re.sub(r"['’]s?$", "", " ".join(pieces[:size]))):
            return " ".join(pieces[size:])
    return text


def organization_key(name: str, words: Gazetteer) -> str:
    """A name of an organization without article and legal form, for comparison."""
    parts = list(folded(name))
    if parts and parts[0] == "the":
        parts = parts[1:]
    while len(parts) > 1 and parts[-1] in words.legal:
        parts.pop()
    return " ".join(parts)


def _acronyms(parsed: ParsedArticle, phrases: list[NounPhrase], words: Gazetteer) -> dict[str, str]:
    """Acronym -> long form, where exactly one long form of the article gives it."""
    long: dict[str, set[str]] = {}
    for phrase in phrases:
        text = parsed.words(phrase.span)
        if phrase.end - phrase.start > 1 and phrase.type in ("Organization", "Topic") and phrase.nation is None:
            for acronym in acronyms(text) | (acronyms(text.split(" ", 1)[1]) if words.nation(text.split(" ", 1)[0]) else set()):
                long.setdefault(acronym, set()).add(text)
    shorts = {parsed.words(p.span) for p in phrases if p.end - p.start == 1}
    found = {s: long[s.replace(".", "")] for s in shorts if s.isupper() and s.replace(".", "") in long}
    told = dict(_in_brackets(parsed, phrases))
    return told | {
        short: min(forms)
        for short, forms in sorted(found.items())
        if short not in told and len({organization_key(f, words) for f in forms}) == 1
    }


def _in_brackets(parsed: ParsedArticle, phrases: list[NounPhrase]) -> Iterator[tuple[str, str]]:
    """ "Orsk Marine Lines (OML)" and "Singha Airways (SIA)": capitals in brackets whose letters the name before them has in that order."""
    doc = parsed.doc
    for long, short in pairwise(sorted(phrases, key=lambda p: p.start)):
        if long.nation or long.type not in ("Organization", "Topic") or short.start != long.end + 1 or doc[long.end].text != "(":
            continue
        text, letters = parsed.words(short.span), iter(parsed.words(long.span).lower())
        if (
            text.isupper()
            and len(text) < 8
            and short.end < len(doc)
            and doc[short.end].text == ")"
            and all(c in letters for c in text.lower())
        ):
            yield text, parsed.words(long.span)


def _join_organizations(clusters: list[Cluster], words: Gazetteer) -> list[Cluster]:
    """ "Goldman" after "Goldman Sachs", "Congress" after "U.S. Congress": a short form that exactly one long form begins or ends with."""
    gone: set[int] = set()
    organs = {c.key.removeprefix(f"{c.belongs} "): c for c in clusters if c.belongs and c.type == "Organization"}
    bodies = [c for c in clusters if c.type == "Organization" and not c.belongs]
    for cluster in bodies:
        longer = [c for c in bodies if c is not cluster and _shortens(cluster, c, words) and not words.bodies.get(cluster.key)]
        target = organs.get(cluster.key) or (longer[0] if len(longer) == 1 else None)
        if target is not None and id(target) not in gone:
            for phrase in cluster.phrases:
                target.add(phrase)
            target.names.update(cluster.names)
            gone.add(id(cluster))
    return [c for c in clusters if id(c) not in gone]


def _shortens(short: Cluster, long: Cluster, words: Gazetteer) -> bool:
    """Whether a name is a longer one less one word, at its end only where the longer one stands first; "Airbus" is no "Airbus Defence"."""
    a, b = short.key.split(" "), long.key.split(" ")
    if b[: len(a)] == a and _introduces(long, short) and any(_is_formal(n.rsplit(" ", 1)[-1], words) for n in long.names):
        return True
    if not len(a) < len(b) <= len(a) + (1 if len(a) == 1 else 2) or len(short.key) < 4:
        return False
    return b[-len(a) :] == a or (b[: len(a)] == a and long.phrases[0].start < short.phrases[0].start and len(long.phrases) >= 1)


def _is_formal(word: str, words: Gazetteer) -> bool:
    """The last word of a name that leaves it out for short: "Group", "Inc.", the "IL" or "FC" of a club."""
    return word.replace(".", "").lower() in words.legal or (word.isupper() and 1 < len(word) < 4)


def _introduces(long: Cluster, short: Cluster) -> bool:
    """Whether a headline's "Lumeva" is the "Lumeva Semiconductor Group" that the text opens with before it says "Lumeva" again."""
    uses = sorted(p.start for p in short.phrases)
    first = long.phrases[0].start
    return uses[0] < first < OPENING and (len(uses) == 1 or first < uses[1])
