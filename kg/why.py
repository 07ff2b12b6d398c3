"""Why the graph says what it says: a node of a built graph explained in words, from the graph file alone.

Where the texts lie beside the file (`texts/`), whole sentences are shown; else the words that the graph itself quotes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import QueryError
from kg.folder import folder_of, text_file
from kg.names import close_names, find_nodes, is_called
from kg.sentences import sentence_at
from kg.store import load, prefixes, subjects, value, values
from kg.vocab import DCT, NK, OWL, PROV, RDF, RDFS, SCHEMA, SKOS, Code

SIDE: Final = "/side/"
"""Stands in the address of a decision on whom a speaker speaks for."""
_NUMBER: Final = re.compile(r"([a-z-]*?)-?(\d+)")
ENTITIES: Final = (NK.Person, NK.Organization, NK.Group, NK.Place, NK.GeopoliticalEntity, NK.Topic)
Lines = Iterator[str]


def explain(files: Sequence[Path], node: str) -> str:
    """A node of some graph files in words: an entity, a claim, a situation, an event or a document.

    `node` is an IRI, a short id such as `person/ana-ruiz` or `d0123456789abcdef#claim-3`, a name that only one entity
    has, or the file or title of an article. Raises QueryError where the graph has no such node, naming what is spelt like it.
    """
    book = Book(load(files), tuple(map(folder_of, files)))
    iri = _find(book.store, node)
    kinds = values(book.store, iri, RDF.type)
    describe = next((describe for kind, describe in DESCRIBERS.items() if kind in kinds), _describe_other)
    return "\n".join(describe(book, iri))


@dataclass(frozen=True)
class Book:
    """A loaded graph with the folders that may hold its texts."""

    store: Store
    folders: tuple[Path, ...]

    def get(self, node: str, predicate: str) -> str | None:
        return value(self.store, node, predicate)

    def all(self, node: str, predicate: str) -> list[str]:
        return values(self.store, node, predicate)

    def to(self, predicate: str, node: str) -> list[str]:
        """What points at the node."""
        return sorted(subjects(self.store, predicate, node), key=_in_order)

    def label(self, node: str) -> str:
        return self.get(node, RDFS.label) or _short(node)

    def code(self, node: str, predicate: str) -> str:
        return (self.get(node, predicate) or "").rpartition("#")[2].replace("-", " ")

    def article(self, node: str) -> str:
        """Title and file of the document that a node is part of."""
        document = node.partition("#")[0]
        title, source = self.get(document, DCT.title), self.get(document, DCT.source)
        return f"{title} ({source})" if title else source or _short(document)

    def words(self, span: str) -> str:
        """The sentence around a span where its text is at hand, else the words that the graph quotes."""
        document, begin = span.partition("#")[0], int(self.get(span, NK.begin) or 0)
        for folder in self.folders:
            path = folder / text_file(_short(document))
            if path.is_file():
                return sentence_at(path.read_bytes().decode("utf-8", "replace"), begin)
        return self.get(span, NK.exact) or self._around(span)

    def _around(self, span: str) -> str:
        return self.get(span, RDFS.label) or f"characters {span.rpartition('#c')[2]}"


# ---------------------------------------------------------------- finding the node
def _find(store: Store, text: str) -> str:
    prefix, _, local = text.partition(":")
    if local and prefix in (spaces := prefixes(store)):
        text = spaces[prefix] + local
    typed = (quad.subject for quad in store.quads_for_pattern(None, NamedNode(RDF.type), None, None))
    known = {node.value for node in typed if isinstance(node, NamedNode)}
    by_id = sorted(iri for iri in known if is_called(iri, text) or _short(iri) == text)
    found = by_id or [node.value for node in find_nodes(store, text)] or _documents(store, text)
    if len(found) == 1:
        return found[0]
    if found:
        raise QueryError(f"{text!r} can be {', '.join(map(_short, found[:8]))}; which?")
    ids = get_close_matches(text, sorted({_short(iri) for iri in known}), 3)
    close = [*ids, *(_short(node.value) for name in close_names(store, text) for node in find_nodes(store, name))]
    hint = f"; did you mean {' or '.join(dict.fromkeys(close))}?" if close else ""
    raise QueryError(f"the graph has no {text!r}{hint}")


def _documents(store: Store, text: str) -> list[str]:
    """The documents of that file or title."""
    said = (quad for predicate in (DCT.source, DCT.title) for quad in store.quads_for_pattern(None, NamedNode(predicate), None, None))
    called = (quad.subject for quad in said if isinstance(quad.object, Literal) and quad.object.value == text)
    return sorted({node.value for node in called if isinstance(node, NamedNode)})


def _short(iri: str) -> str:
    """The id that people know a node by: `person/ana-ruiz`, `d0123456789abcdef#claim-3`."""
    for folder in ("/id/", "/doc/", SIDE):
        if folder in iri:
            return iri.rpartition(folder)[2]
    return "/".join(iri.rsplit("/", 2)[1:])


def _in_order(iri: str) -> tuple[str, str, int]:
    """By document, then by kind and number: claim-2 before claim-10, spans as they stand in the text."""
    document, _, local = iri.partition("#")
    numbered = _NUMBER.match(local)
    return (document, numbered[1], int(numbered[2])) if numbered else (document, local, 0)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


# ---------------------------------------------------------------- entities
def _describe_entity(book: Book, iri: str) -> Lines:
    kind = next(_short(k).rpartition("#")[2] for k in book.all(iri, RDF.type) if k in ENTITIES)
    yield f"{_short(iri)}: {book.label(iri)} ({kind})"
    if aliases := book.all(iri, SKOS.altLabel):
        yield f"also called: {', '.join(aliases)}"
    for address in book.all(iri, OWL.sameAs):
        yield f"the same as: {address}"
    for link in book.all(iri, SKOS.closeMatch):
        yield f"likely the same as: {link}"
    for state in [*book.to(NK.agent, iri), *book.to(NK.recipient, iri)]:
        if book.get(state, NK.tense):
            yield f"{book.label(state)} ({book.code(state, NK.standing)}, {_short(state)})"
            for flag in book.to(NK.concerns, state):
                yield f"  flagged: {book.get(flag, NK.reason)}"
    yield from _sides_of(book, iri)
    yield from _mentions(book, iri)
    yield from _claims_of(book, iri)


def _mentions(book: Book, iri: str) -> Lines:
    """Per article: why it is held for this one, and the words that name it, each with its sentence."""
    by_document: dict[str, list[str]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for mention in book.to(NK.denotes, iri):
        by_document[mention.partition("#")[0]].append(mention)
    for decision in (node for node in book.to(NK.concerns, iri) if SIDE not in node):
        reasons[decision.partition("#")[0]].append(f"“{book.label(decision)}”: {book.get(decision, NK.reason)}")
    for document in sorted({*by_document, *reasons}):
        yield ""
        yield f"in {book.article(document)}, {_many(len(by_document[document]), 'mention')}"
        for reason in reasons[document]:
            yield f"  held for this one as {reason}"
        for mention in by_document[document]:
            yield f"  {_mention_line(book, mention)}"


def _mention_line(book: Book, mention: str) -> str:
    kinds = " ".join(sorted(kind.rpartition("#")[2] for kind in book.all(mention, NK.mentionKind)))
    return f"{_offsets(mention)} {kinds} “{book.get(mention, NK.exact) or ''}”: {book.words(mention)}"


def _claims_of(book: Book, iri: str) -> Lines:
    claims = book.to(NK.speaker, iri)
    if claims:
        yield ""
        yield f"speaks in {_many(len(claims), 'claim')}"
    for claim in claims:
        yield f"  {_claim_line(book, claim)}"


# ---------------------------------------------------------------- claims, situations
def _describe_claim(book: Book, iri: str) -> Lines:
    yield f"{_short(iri)}: a claim in {book.article(iri)}"
    yield f"{_speaker(book, iri)}, {book.code(iri, NK.speechAct)}: “{book.get(iri, SCHEMA.text)}”"
    if book.get(iri, NK.medium) or book.get(iri, NK.embeddedIn):
        yield f"it comes by: {_chain(book, iri)}"
    manner = (book.code(iri, predicate) for predicate in (NK.polarity, NK.modality, NK.certainty, NK.quotation))
    yield f"the claim is {', '.join(word for word in manner if word)}"
    for name, predicate in (("in the words", NK.evidence), ("brought in by", NK.cueSpan), ("speaker named as", NK.speakerSpan)):
        for span in book.all(iri, predicate):
            yield f"{name}: {_offsets(span)} “{book.get(span, NK.exact) or book.words(span)}”"
    for situation in book.all(iri, NK.content):
        yield f"says of: {book.label(situation)} ({book.code(situation, NK.standing)}, {_short(situation)})"
    yield from _relations(book, iri)


def _relations(book: Book, iri: str) -> Lines:
    outer = ((NK.denies, "denies"), (NK.supports, "supports"), (NK.respondsTo, "responds to"), (NK.embeddedIn, "is reported in"))
    inner = ((NK.denies, "is denied by"), (NK.supports, "is supported by"), (NK.respondsTo, "is answered by"), (NK.embeddedIn, "reports"))
    for predicate, name in outer:
        for other in book.all(iri, predicate):
            yield f"{name}: {_claim_line(book, other)}{_reason(book, iri, other)}"
    for predicate, name in inner:
        for other in book.to(predicate, iri):
            yield f"{name}: {_claim_line(book, other)}{_reason(book, iri, other)}"


def _reason(book: Book, one: str, other: str) -> str:
    """Why two claims are linked, where the graph says."""
    shared = set(book.to(NK.concerns, one)) & set(book.to(NK.concerns, other))
    reasons = sorted({reason for decision in shared if (reason := book.get(decision, NK.reason))})
    return f" [because {'; '.join(reasons)}]" if reasons else ""


def _describe_situation(book: Book, iri: str) -> Lines:
    yield f"{_short(iri)}: {book.label(iri)}, {book.code(iri, NK.situationType)} in {book.article(iri)}"
    yield f"described as {book.code(iri, NK.polarity)} and {book.code(iri, NK.modality)}"
    for span in book.all(iri, NK.evidence):
        yield f"in the words: {_offsets(span)} {book.words(span)}"
    yield from _days(book, iri)
    yield from _standing(book, iri, [iri])
    for occurrence in book.all(iri, NK.occurrence):
        yield f"is told of as {_short(occurrence)} by {_many(len(book.to(NK.occurrence, occurrence)), 'passage')}"


def _days(book: Book, iri: str) -> Lines:
    """When, in whose words, and by which rule where no words of the clause give the day."""
    days = [day for predicate in (NK.startDate, NK.endDate) if (day := book.get(iri, predicate))]
    words = book.get(iri, NK.timeText)
    if days:
        yield f"dated {' to '.join(dict.fromkeys(days))} ({book.code(iri, NK.dateBasis)}{f' “{words}”' if words else ''})"
    elif words:
        yield f"at a time that could not be put on the calendar: “{words}”"
    for decision in book.to(NK.concerns, iri):
        yield f"  {book.get(decision, NK.reason)}"


def _describe_occurrence(book: Book, iri: str) -> Lines:
    situations = book.to(NK.occurrence, iri)
    yield f"{_short(iri)}: {book.label(iri)}, {book.code(iri, NK.situationType)}"
    yield from _standing(book, iri, situations)
    for decision in book.to(NK.concerns, iri):
        yield f"held for one with “{book.label(decision)}” of {book.article(decision)}: {book.get(decision, NK.reason)}"
    for situation in situations:
        yield f"told in {book.article(situation)}: {book.label(situation)} ({book.code(situation, NK.standing)}, {_short(situation)})"


def _standing(book: Book, iri: str, situations: Sequence[str]) -> Lines:
    """The standing, on how many voices, and every statement that it rests on."""
    standing = book.get(iri, NK.standing) or ""
    told = standing == Code.ATTRIBUTED and any(_is_narration(book, s) for situation in situations for s in book.to(NK.content, situation))
    yield f"standing: {NOT_AS_A_FACT if told else STANDINGS.get(standing, standing)}"
    if speakers := book.get(iri, NK.speakers):
        sides = book.get(iri, NK.sides) or "1"
        yield f"said by {_many(int(speakers), 'speaker')} of {_many(int(sides), 'independent side')}, in all passages that tell of it"
    yield from _allegiances(book, situations)
    for situation in situations:
        for statement in book.to(NK.content, situation):
            if _is_narration(book, statement):
                manner = f"{book.code(statement, NK.polarity)}, {book.code(statement, NK.modality)}"
                yield f"  {book.article(statement)} says so itself ({manner})"
                continue
            yield f"  {_claim_line(book, statement)}"
            for denial in book.to(NK.denies, statement):
                yield f"    denied by {_claim_line(book, denial)}{_reason(book, statement, denial)}"


def _is_narration(book: Book, statement: str) -> bool:
    return NK.Narration in book.all(statement, RDF.type)


def _allegiances(book: Book, situations: Sequence[str]) -> Lines:
    """For whom the speakers speak, where that is somebody else."""
    claims = (claim for situation in situations for claim in book.to(NK.content, situation))
    for speaker in dict.fromkeys(speaker for claim in claims for speaker in book.all(claim, NK.speaker)):
        for side in _sides_of(book, speaker):
            yield f"  {side}"


def _sides_of(book: Book, speaker: str) -> Lines:
    for decision in book.to(NK.concerns, speaker):
        sides = [other for other in book.all(decision, NK.concerns) if other != speaker]
        if decision.endswith(SIDE + _short(speaker).replace("/", "-")):
            yield f"{book.label(speaker)} counts to the side of {', '.join(map(book.label, sides))}: {book.get(decision, NK.reason)}"


def _chain(book: Book, claim: str) -> str:
    """The way of the words to the reader: article, medium, speaker, and so on for each claim that reports the next."""
    links, seen = [], set[str]()
    while claim not in seen:
        seen.add(claim)
        medium = book.get(claim, NK.medium)
        links += [_speaker(book, claim), *([f"({medium})"] if medium else [])]
        claim = book.get(claim, NK.embeddedIn) or claim
    return " > ".join([book.article(claim), *reversed(links)])


def _claim_line(book: Book, claim: str) -> str:
    return f"{_speaker(book, claim)}, {book.code(claim, NK.speechAct)}: “{book.get(claim, SCHEMA.text)}” ({_short(claim)})"


def _speaker(book: Book, claim: str) -> str:
    speaker = book.get(claim, NK.speaker)
    return book.label(speaker) if speaker else book.get(claim, NK.speakerText) or "nobody named"


def _offsets(span: str) -> str:
    return span.rpartition("#c")[2]


# ---------------------------------------------------------------- the rest
def _describe_document(book: Book, iri: str) -> Lines:
    yield f"{_short(iri)}: {book.article(iri)}"
    for name, predicate in (("by", SCHEMA.author), ("published by", SCHEMA.publisher), ("at", SCHEMA.url)):
        if found := book.all(iri, predicate):
            yield f"{name} {', '.join(found)}"
    if published := book.get(iri, SCHEMA.datePublished):
        yield f"dated {published} ({book.code(iri, NK.dateBasis)})"
    claims = [node for node in book.to(PROV.wasDerivedFrom, iri) if NK.Claim in book.all(node, RDF.type)]
    yield _many(len(claims), "claim")
    for claim in claims:
        yield f"  {_claim_line(book, claim)}"


def _describe_span(book: Book, iri: str) -> Lines:
    yield f"{_short(iri)}: characters {_offsets(iri)} of {book.article(iri)}"
    yield f"the words “{book.get(iri, NK.exact) or ''}” in: {book.words(iri)}"
    for entity in book.all(iri, NK.denotes):
        yield f"names {book.label(entity)} ({_short(entity)})"
    yield from _uses(book, iri)


def _describe_narration(book: Book, iri: str) -> Lines:
    yield f"{_short(iri)}: {book.article(iri)} tells it in its own voice"
    for situation in book.all(iri, NK.content):
        yield f"says of: {book.label(situation)} ({book.code(situation, NK.standing)}, {_short(situation)})"
    yield f"it is told as {book.code(iri, NK.polarity)} and {book.code(iri, NK.modality)}"
    for span in book.all(iri, NK.evidence):
        yield f"in the words: {_offsets(span)} {book.words(span)}"


def _describe_other(book: Book, iri: str) -> Lines:
    """Everything that the graph says of a node, and what points at it."""
    article = f" in {book.article(iri)}" if "#" in iri and "/doc/" in iri else ""
    yield f"{_short(iri)}: {' and '.join(_term(kind) for kind in book.all(iri, RDF.type)) or 'without a type'}{article}"
    for span in book.all(iri, NK.evidence):
        yield f"in the words: {_offsets(span)} “{book.get(span, NK.exact) or book.words(span)}”"
    quads = (quad for quad in book.store.quads_for_pattern(NamedNode(iri), None, None, None) if quad.predicate.value not in _SHOWN)
    yield from sorted(f"  {_term(quad.predicate.value)}: {_value(book, quad.object)}" for quad in quads)
    yield from _uses(book, iri)


def _value(book: Book, term: object) -> str:
    return _described(book, term.value) if isinstance(term, NamedNode) else term.value if isinstance(term, Literal) else str(term)


def _uses(book: Book, iri: str) -> Lines:
    used = book.store.quads_for_pattern(None, None, NamedNode(iri), None)
    for name, node in sorted({(_term(quad.predicate.value), quad.subject.value) for quad in used if isinstance(quad.subject, NamedNode)}):
        yield f"  is {name} of {_described(book, node)}"


def _described(book: Book, iri: str) -> str:
    """The name of a node with its id, a claim with its words, a term of a vocabulary by its name."""
    words = book.get(iri, RDFS.label) or book.get(iri, SCHEMA.text)
    if words:
        return f"{_short(iri)} ({words})"
    return _short(iri) if "/doc/" in iri else _term(iri)


def _term(iri: str) -> str:
    """A term of a vocabulary by its name; any other address as it is."""
    return iri.rpartition("#")[2] if "#" in iri else iri.removeprefix(SCHEMA.BASE).removeprefix(DCT.BASE)


_SHOWN: Final = frozenset({RDF.type, NK.evidence, PROV.wasDerivedFrom})
NOT_AS_A_FACT: Final = "attributed: where an article tells of it in its own voice, it is not as a fact, but as negated, planned or possible"
STANDINGS: Mapping[str, str] = MappingProxyType({
    Code.NARRATED: "narrated: an article says it in its own voice, and nobody is reported to deny it",
    Code.ATTRIBUTED: "attributed: it rests on the word of speakers alone",
    Code.DISPUTED: "disputed: somebody is reported to deny it",
})  # fmt: skip
DESCRIBERS: Mapping[str, Callable[[Book, str], Lines]] = MappingProxyType(
    dict.fromkeys(ENTITIES, _describe_entity)
    | {NK.Claim: _describe_claim, NK.Situation: _describe_situation, NK.Occurrence: _describe_occurrence}
    | {NK.Document: _describe_document, NK.Narration: _describe_narration, NK.Span: _describe_span, NK.Mention: _describe_span}
)
"""Class of a node -> what explains it."""
