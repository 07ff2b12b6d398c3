"""Identity inside one article: which mentions stand for the same entity."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from kg.doc import Token
from kg.extractors.coreference.appositions import names_beside
from kg.extractors.coreference.bodies import body_described
from kg.extractors.coreference.clusters import Cluster
from kg.extractors.coreference.discourse import Discourse, Entry, entry_of
from kg.extractors.coreference.grouping import cluster_names
from kg.extractors.coreference.grouping.bodies import organ_title
from kg.extractors.coreference.identities import identities_of
from kg.extractors.coreference.owners import complete_owners, main_country
from kg.extractors.coreference.pronouns import ALL, FIRST, antecedent, gender_of_noun
from kg.extractors.coreference.referents import country_described, person_described, place_described
from kg.extractors.coreference.sorts import learn_sorts
from kg.extractors.coreference.voices import Voices
from kg.extractors.drafts import Attribution, Identities, NounPhrase
from kg.extractors.gazetteer import Gazetteer, gazetteer
from kg.extractors.offices import Office, find_offices
from kg.lexicon import Lexicon
from kg.model import EntityType, Span
from kg.parsing import ParsedArticle
from kg.spelling import folded


def identify(parsed: ParsedArticle, phrases: tuple[NounPhrase, ...], attributions: tuple[Attribution, ...], lexicon: Lexicon) -> Identities:
    """Who is who inside the article: names first, then offices, then, reading on, descriptions and pronouns."""
    words = gazetteer(lexicon)
    names = tuple(p for p in phrases if p.kind in ("name", "adjective"))
    clusters = cluster_names(parsed, names, words)
    offices = find_offices(parsed, names, words)
    reading = _Reading(parsed, words, attributions, clusters, offices)
    reading.read(phrases)
    return identities_of(
        parsed,
        reading.clusters,
        names,
        (*complete_owners(parsed, offices, reading.clusters, reading.by_head, words), *reading.described),
        words,
        reading.apposed,
    )


class _Reading:
    """One pass over an article from its first word to its last, with what a reader knows by then."""

    def __init__(
        self,
        parsed: ParsedArticle,
        words: Gazetteer,
        attributions: tuple[Attribution, ...],
        clusters: list[Cluster],
        offices: tuple[Office, ...],
    ) -> None:
        self.parsed, self.words, self.clusters = parsed, words, clusters
        self.of_phrase = {p: c for c in clusters for p in c.phrases}
        self.by_head: dict[int, Cluster] = {}
        for phrase, cluster in sorted(self.of_phrase.items(), key=lambda x: x[0].start - x[0].end):
            self.by_head.setdefault(phrase.head, cluster)
        self.voices = Voices(parsed, attributions)
        self.sentence_of = self._numbered()
        self.groups: dict[str, Cluster] = {c.key: c for c in clusters}
        self.apposed = {o.phrase[1] - 1: self.of_phrase[o.person] for o in offices if o.phrase and o.person in self.of_phrase}
        self.apposed |= {o.head: self.of_phrase[o.person] for o in offices if o.title[1] == o.person.start and o.person in self.of_phrase}
        beside = names_beside(parsed.doc, self.of_phrase, words)
        learn_sorts(parsed.doc, clusters, beside, words)
        for i, cluster in beside.items():
            if cluster.type == "Person":
                self._call(cluster, parsed.doc[i].lower_)
        self.apposed |= {i: c for i, c in beside.items() if i not in self.apposed}
        self.described: list[Office] = []
        self.tentative: dict[str, Cluster] = {}
        self.waiting: list[NounPhrase] = []
        self.country = main_country(clusters, words)
        self.discourse = Discourse()
        for office in offices:
            self._hold(office)

    def _numbered(self) -> dict[int, int]:
        """The number of each token's sentence; the sentences of one quotation count as one, for who is in mind does not change in it."""
        numbers: dict[int, int] = {}
        number, before = -1, None
        for sentence in self.parsed.sentences:
            around = self.voices.quotation(self.parsed.span(sentence.start, sentence.end))
            number += around is None or around is not before
            before = around
            numbers |= dict.fromkeys(range(sentence.start, sentence.end), number)
        return numbers

    def _call(self, person: Cluster, noun: str) -> None:
        """Note what somebody is called in apposition, which he may be called again: "the poet Malik Diouf"."""
        person.gender = person.gender or self.words.gender.get(noun)
        if self.words.is_title(noun):
            person.offices.append((noun, None))

    def _hold(self, office: Office) -> None:
        holder, owner = self.of_phrase.get(office.person), self.by_head.get(office.owner) if office.owner is not None else None
        if holder is not None and office.type == "holds-role":
            holder.offices.append((office.word, owner.nation or owner.belongs if owner else None))
            holder.titles |= {t.lower_ for t in self.parsed.doc[office.title[0] : office.title[1]]}
            if owner is not None:
                holder.serves[self.words.office(office.word)] = owner
            if office.word in self.words.gender:
                holder.gender = self.words.gender[office.word]
        elif holder is not None and office.type == "kin":
            holder.gender = self.words.gender.get(office.word, holder.gender)

    def read(self, phrases: Iterable[NounPhrase]) -> None:
        """Resolve descriptions and pronouns in the order of the text."""
        heads = {p.head for p in phrases}
        stream: list[tuple[int, int, NounPhrase | None]] = [(p.start, p.end, p) for p in phrases]
        stream += [(t.i, t.i + 1, None) for t in self._others(heads)]
        for start, _, phrase in sorted(stream, key=itemgetter(0, 1)):
            if phrase is None:
                self._pass_by(self.parsed.doc[start])
            else:
                self._meet(phrase)
        for phrase in self.waiting:
            if (speaker := self._speaker(phrase.span)) is not None:
                self._join(phrase, speaker)
        self.clusters += [c for c in self.tentative.values() if len(c.phrases) > 1]

    def _others(self, heads: set[int]) -> Iterable[Token]:
        return (t for t in self.parsed.doc if t.pos_ == "NOUN" and t.i not in heads and t.dep_ not in ("compound", "npadvmod"))

    def _pass_by(self, token: Token) -> None:
        if (named := self.apposed.get(token.i)) is not None:
            self.by_head.setdefault(token.i, named)
            sentence = self.sentence_of.get(token.i, 0)
            self.discourse.add(Entry(token.i, sentence, token.dep_, named, False, named.type == "Person"))
            return
        gender = self.words.gender.get(token.lower_) or gender_of_noun(token)
        person = gender is not None or self.words.is_title(token.lemma_.lower(), person=True)
        self.discourse.add(Entry(token.i, self.sentence_of.get(token.i, 0), token.dep_, None, token.tag_ == "NNS", person, gender=gender))

    def _meet(self, phrase: NounPhrase) -> None:
        cluster = self.of_phrase.get(phrase) or (self._described(phrase) if phrase.kind == "nominal" else self._pronoun(phrase))
        token = self.parsed.doc[phrase.head]
        if cluster is None:
            if phrase.kind == "nominal":
                self._pass_by(token)
            elif token.lower_ in FIRST:
                self.waiting.append(phrase)
            return
        self._join(phrase, cluster)
        if phrase.kind != "adjective" or cluster.nation is not None:
            quoted = self.voices.quotation(phrase.span) is not None
            self.discourse.add(entry_of(phrase, token, self.sentence_of.get(token.i, 0), cluster, quoted=quoted))

    def _join(self, phrase: NounPhrase, cluster: Cluster) -> None:
        if phrase not in self.of_phrase:
            cluster.phrases.append(phrase)
            self.of_phrase[phrase] = cluster
        self.by_head.setdefault(phrase.head, cluster)

    def _pronoun(self, phrase: NounPhrase) -> Cluster | None:
        token = self.parsed.doc[phrase.head]
        speaker = self._speaker(phrase.span)
        if token.lower_ in FIRST:
            return speaker
        speaker = speaker or self._foreseen(phrase.span, token)
        others = [*([speaker] if speaker else []), *self.voices.strangers(phrase.span, self.by_head, self.words), *self._named_below(token)]
        return antecedent(token, self.sentence_of.get(token.i, 0), self.discourse, others, self.voices.speakers.get(token.i))

    def _foreseen(self, span: Span, token: Token) -> Cluster | None:
        """Who "he" is that a quotation before "he said" is of, as far as one can know by then."""
        around = self.voices.quotation(span)
        said = self.parsed.doc[around.speaker_head] if around is not None and around.speaker_head is not None else None
        if said is None or said.i < token.i or said.lower_ not in ALL or said.lower_ in FIRST:
            return None
        return antecedent(said, self.sentence_of.get(said.i, 0), self.discourse, [], self.voices.speakers.get(said.i))

    def _named_below(self, token: Token) -> list[Cluster]:
        """Whom the rest of its clause names, who is not its subject: "he praised Ray", "she said Ray would"."""
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return []
        names = (self.parsed.doc[i] for i in range(token.i + 1, token.head.right_edge.i + 1) if i in self.by_head)
        return [self.by_head[t.i] for t in names if t.dep_ != "compound" and not _is_aside(t, token.head)]

    def _speaker(self, span: Span) -> Cluster | None:
        around = self.voices.quotation(span)
        return self.by_head.get(around.speaker_head) if around is not None and around.speaker_head is not None else None

    def _described(self, phrase: NounPhrase) -> Cluster | None:
        token, sentence = self.parsed.doc[phrase.head], self.sentence_of.get(phrase.head, 0)
        if phrase.head in self.apposed:
            return self.apposed[phrase.head]
        owner = self._owner(phrase)
        if owner is None and phrase.type in ("Place", "Organization") and self.parsed.doc[phrase.start].tag_ == "PRP$":
            return None
        if (named := self._named_after(phrase)) is not None:
            return named
        if phrase.type == "Person":
            person = person_described(phrase, token, sentence, self.discourse, owner or self._modifier(phrase), self.words)
            if person is not None:
                self._describe(phrase, person)
            if person is not None or not self.words.is_organization(token.lower_):
                return person
        if phrase.type in ("Person", "Organization"):
            if owner is None and any(i in self.by_head for i in range(phrase.start, phrase.head)) and phrase.nation is None:
                return None
            if owner is None and (phrase.nation is None or "company" in self.words.bodies.get(token.lower_, ())):
                found = body_described(token, sentence, self.discourse, self.words, self._within(token)) or self._national(phrase)
                return found or (self._alone(phrase) if token.lower_ in self.words.sorts["lone"] else None)
            return self._group(phrase, owner) if token.lower_ in self.words.sorts["collective"] else None
        if phrase.type == "GeopoliticalEntity":
            return self._country(phrase, token, sentence, owner)
        if phrase.type == "Place":
            if owner is not None:
                return self._seat(phrase, owner) if token.lower_ in self.words.sorts["house"] else None
            return place_described(token, sentence, self.discourse, self.words) if self._modifier(phrase) is None else None
        return self._group(phrase, owner)

    def _within(self, token: Token) -> list[Cluster]:
        """What a noun is a part of or stands beside: "the wing within Norvia"."""
        return [self.by_head[c.i] for p in token.children if p.dep_ == "prep" for c in p.children if c.i in self.by_head]

    def _of(self, owner: Cluster) -> str:
        """How a group is named after whose it is: "Ukrainian" allies, "Norvia's" workers."""
        row = self.words.names.get(owner.nation or "")
        if row is not None and row.adjectives:
            return row.adjectives[0]
        return f"{owner.name}'" if owner.type == "Group" and owner.name.endswith("s") else f"{owner.name}'s"

    def _describe(self, phrase: NounPhrase, person: Cluster) -> None:
        """ "The Peruvian leader" tells an office, where the article tells none of that country."""
        if phrase.nation is None or any(of == phrase.nation for _, of in person.offices):
            return
        word = self.parsed.doc[phrase.head].lower_
        owner = next((i for i in range(phrase.head - 1, phrase.start - 1, -1) if i in self.by_head), None)
        person.offices.append((word, phrase.nation))
        title = (phrase.head, phrase.head + 1)
        self.described.append(Office(person.phrases[0], title, phrase.head, word, "holds-role", "current", owner, phrase.start, phrase.end))

    def _owner(self, phrase: NounPhrase) -> Cluster | None:
        """The entity of the possessive inside a description, or the person in "the Ray campaign"."""
        possessor = self._possessor(phrase)
        return self.by_head.get(possessor.i) if possessor is not None else None

    def _possessor(self, phrase: NounPhrase) -> Token | None:
        head = self.parsed.doc[phrase.head]
        bearing = phrase.type == "Group" or head.lower_ in self.words.sorts["collective"]
        before = [c for c in head.children if bearing and c.dep_ in ("compound", "nmod")]
        named = (c for c in before if c.i in self.by_head and self.by_head[c.i].type == "Person")
        return next((c for c in head.children if c.dep_ == "poss"), None) or next(named, None)

    def _modifier(self, phrase: NounPhrase) -> Cluster | None:
        """The entity before the noun of a description, or behind its "of": "the York mayor", "the mayor of York"."""
        before = range(phrase.head - 1, phrase.start - 1, -1)
        behind = [c.i for p in self.parsed.doc[phrase.head].children if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"]
        return next((self.by_head[i] for i in (*behind, *before) if i in self.by_head), None)

    def _country(self, phrase: NounPhrase, token: Token, sentence: int, owner: Cluster | None) -> Cluster | None:
        nation = phrase.nation or (owner.nation or self._led_by(owner) if owner else None)
        if nation is not None:
            return self.groups.get(f"nation {nation}")
        return None if token.lower_ == "government" else country_described(token, sentence, self.discourse, owner, self.words)

    def _led_by(self, person: Cluster) -> str | None:
        """The country that somebody leads; of a president of nothing that is told, the one that the article is about."""
        heads = self.words.sorts["head"] | ({"minister"} if "prime" in person.titles else frozenset[str]())
        led = {of or self.country for office, of in person.offices if office in heads}
        return led.pop() if len(led) == 1 else None

    def _named_after(self, phrase: NounPhrase) -> Cluster | None:
        """The name that a description leads to: "the central town of Velm", "the fishing agency, NFA,"."""
        doc = self.parsed.doc
        after = doc[phrase.end] if phrase.end < len(doc) else None
        if after is None or phrase.type not in ("Place", "Organization"):
            return None
        wanted = ("Place", "GeopoliticalEntity") if phrase.type == "Place" else ("Organization",)
        heads = [c.i for c in after.children if c.dep_ == "pobj"] if after.lower_ == "of" and phrase.type == "Place" else []
        heads += [c.i for c in doc[phrase.head].children if c.dep_ == "appos"] if after.text == "," else []
        found = [self.by_head[i] for i in heads if i in self.by_head and self.by_head[i].type in wanted]
        if found and found[0].type == "GeopoliticalEntity":
            found[0].sorts.add(doc[phrase.head].lower_)
        return found[0] if found else None

    def _national(self, phrase: NounPhrase) -> Cluster | None:
        """A body of the country that the article is about, which speaks without a name: "the energy ministry"."""
        doc = self.parsed.doc
        words = [doc[i].lower_ for i in range(phrase.start, phrase.end) if doc[i].lower_ not in ("the", "national", "-")]
        kind = " ".join(words)
        governing = self.words.sorts["governing"]
        if doc[phrase.start].lower_ != "the" or not (kind in self.words.organs or (len(words) > 1 and words[-1] in governing)):
            return None
        if kind in governing or any(doc[i].pos_ not in ("NOUN", "DET", "ADJ") for i in range(phrase.start, phrase.end)):
            return None
        key = f"{self.country} {kind}"
        if self.country is None or (key not in self.groups and phrase.head not in self.voices.speakers):
            return None
        if key not in self.groups:
            self.groups[key] = Cluster(key, "Organization", belongs=self.country)
            self.groups[key].names[organ_title(kind, self.country, self.words)] += 1
            self.clusters.append(self.groups[key])
        return self.groups[key]

    def _alone(self, phrase: NounPhrase) -> Cluster:
        """A group that is known by nothing but its noun: "the coalition"."""
        word = self.parsed.doc[phrase.head].lower_
        cluster = self.groups.setdefault(f"group {word}", Cluster(f"group {word}", "Group", plural=False))
        if not cluster.names:
            self.clusters.append(cluster)
        cluster.names[self.parsed.words(self.parsed.span(phrase.head, phrase.end))] += 1
        return cluster

    def _seat(self, phrase: NounPhrase, owner: Cluster) -> Cluster:
        """Somebody's residence or headquarters: an entity of its own where the article comes back to it."""
        word = self.parsed.doc[phrase.head].lower_
        key = f"place {word} of {owner.key}"
        if key not in self.tentative:
            self.tentative[key] = Cluster(key, "Place")
        self.tentative[key].names[f"{owner.name}'s {word}"] += 1
        return self.tentative[key]

    def _group(self, phrase: NounPhrase, owner: Cluster | None) -> Cluster | None:
        """People who act together, where it is told whose or which they are, or where they speak."""
        doc = self.parsed.doc
        inside = any(i in self.by_head for i in range(phrase.start, phrase.head)) or phrase.nation is not None
        if not inside and owner is None and phrase.head not in self.voices.speakers:
            key = f"group {doc[phrase.head].lower_}"
            return next(
                (c for c in reversed(self.clusters) if c.type == "Group" and c.key.endswith(" " + doc[phrase.head].lower_)),
                self.groups.get(key),
            )
        first = self._begin(phrase)
        name = self.parsed.words(self.parsed.span(first, phrase.end))
        told = [t.lower_ for t in doc[first : phrase.end]]
        kind: EntityType = "Organization" if doc[phrase.head].lower_ in self.words.sorts["collective"] else "Group"
        if owner is not None:
            told = [t.lower_ for t in doc[first : phrase.head + 1] if kind == "Group" or t.i == phrase.head or t.like_num]
            name = f"{self._of(owner)} {name}"
        key = f"group {' '.join(folded(name))}" if owner is None else f"group {owner.key} {' '.join(told)}"
        if key not in self.groups:
            self.groups[key] = Cluster(key, kind, belongs=phrase.nation, plural=kind == "Group")
            self.clusters.append(self.groups[key])
        self.groups[key].names[name] += 1
        return self.groups[key]

    def _begin(self, phrase: NounPhrase) -> int:
        """Where the words begin that tell which group it is: behind whose it is, articles, and how many; "the 2008 campaign" is another."""
        doc, possessor = self.parsed.doc, self._possessor(phrase)
        first = phrase.start
        if possessor is not None and possessor.i in self.by_head and phrase.start <= possessor.i < phrase.head:
            first = possessor.i + 1 + (doc[possessor.i + 1].tag_ == "POS")
        while first < phrase.head and (
            doc[first].pos_ in ("DET", "PRON")
            or (doc[first].pos_ == "NUM" and doc[phrase.head].lower_ not in self.words.sorts["collective"])
            or doc[first].tag_ in ("PRP$", "PDT")
            or doc[first].lower_ in ("several", "many", "some")
        ):
            first += 1
        return first


def _is_aside(token: Token, verb: Token) -> bool:
    """Whether a token below a verb lies in a clause that only adds to it."""
    while token.i not in (verb.i, token.head.i):
        if token.dep_ in ("relcl", "advcl"):
            return True
        token = token.head
    return False
