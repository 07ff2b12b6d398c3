"""Identity inside one article: which mentions stand for the same entity."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.extractors.drafts import Attribution, Identities, NounPhrase
from kg.extractors.gazetteer import Gazetteer, gazetteer
from kg.extractors.metonyms import is_metonym
from kg.extractors.pronouns import resolve_pronouns
from kg.lexicon import Lexicon
from kg.model import Entity, EntityType, Mention
from kg.parsing import ParsedArticle


@dataclass(slots=True)
class Cluster:
    """The mentions of one entity while they are being gathered."""

    id: str
    type: EntityType
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[NounPhrase] = field(default_factory=list)
    nation: str | None = None

    def add(self, phrase: NounPhrase, name: str | None = None) -> None:
        self.phrases.append(phrase)
        if name:
            self.names[name] += 1


def identify(parsed: ParsedArticle, phrases: tuple[NounPhrase, ...], attributions: tuple[Attribution, ...], lexicon: Lexicon) -> Identities:
    """Who is who inside the article."""
    words = gazetteer(lexicon)
    named = _name_clusters(parsed, phrases, words)
    of_phrase = {p: c for c in named for p in c.phrases}
    for phrase, cluster in resolve_pronouns(parsed, phrases, of_phrase, attributions):
        cluster.add(phrase)
    return _identities(parsed, named, words)


def _name_clusters(parsed: ParsedArticle, phrases: tuple[NounPhrase, ...], words: Gazetteer) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    full = _full_names(parsed, phrases)
    for phrase in phrases:
        if phrase.kind in ("pronoun", "nominal") or phrase.type is None:
            continue
        text = parsed.words(phrase.span)
        key, name, nation = _key(parsed, phrase, text, full, words)
        kind = phrase.type
        if nation:
            kind = words.names[nation].type
        cluster = clusters.setdefault(key, Cluster(f"entity-{len(clusters) + 1}", kind, nation=nation))
        cluster.add(phrase, name)
    return list(clusters.values())


def _full_names(parsed: ParsedArticle, phrases: tuple[NounPhrase, ...]) -> dict[str, list[tuple[int, str]]]:
    """Surname -> where which full name stands."""
    full: dict[str, list[tuple[int, str]]] = {}
    for phrase in phrases:
        if phrase.kind == "name" and phrase.type == "Person" and phrase.end - phrase.start > 1:
            full.setdefault(parsed.doc[phrase.end - 1].text, []).append((phrase.start, parsed.words(phrase.span)))
    return full


def _key(parsed: ParsedArticle, phrase: NounPhrase, text: str, full: dict[str, list[tuple[int, str]]], words: Gazetteer) -> tuple[str, str | None, str | None]:
    """What tells the entity of a name: the key of its cluster, the name it gives to it, and the country it is."""
    if phrase.nation and phrase.type != "Group":
        return f"nation {phrase.nation}", phrase.nation, phrase.nation
    if text in words.capitals and is_metonym(parsed.doc[phrase.head]):
        nation = words.capitals[text].name
        return f"nation {nation}", None, nation
    if phrase.type == "Person" and phrase.end - phrase.start == 1:
        places = full.get(text, ())
        before = [name for start, name in places if start < phrase.start]
        if places:
            name = before[-1] if before else places[0][1]
            return f"Person {name.lower()}", text, None
    return f"{phrase.type} {text.lower()}", text, None


def _identities(parsed: ParsedArticle, clusters: list[Cluster], words: Gazetteer) -> Identities:
    entities, mentions, by_token = [], [], {}
    sizes: dict[int, int] = {}
    for cluster in clusters:
        name = cluster.nation or max(cluster.names.items(), key=lambda n: (len(n[0].split()) > 1, n[1], n[0]))[0]
        aliases = tuple(sorted({parsed.words(p.span) for p in cluster.phrases if p.kind == "name"} - {name}))
        entities.append(Entity(cluster.id, cluster.type, name, aliases))
        for phrase in cluster.phrases:
            metonym = cluster.nation is not None and parsed.words(phrase.span) in words.capitals.keys() | words.seats.keys()
            mentions.append(Mention(phrase.span, phrase.kind, cluster.id, metonym))
            for token in range(phrase.start, phrase.end):
                size = phrase.end - phrase.start - (1000 if token == phrase.head else 0)
                if size < sizes.get(token, 10_000):
                    sizes[token], by_token[token] = size, cluster.id
    return Identities(tuple(entities), tuple(sorted(mentions, key=lambda m: m.span)), (), by_token)
