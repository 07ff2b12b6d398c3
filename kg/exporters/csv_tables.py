"""CSV tables for spreadsheets: entities, claims, events, and statements (who stands behind what).

RFC 4180 in UTF-8, with the byte-order mark without which Excel garbles every letter beyond ASCII. Several values in one cell
stand on lines of their own. Words that a spreadsheet would run as a formula get a leading apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from kg.cells import safe
from kg.model import Article, Claim, Graph, Record, RoleName, Situation, Span, Time, full_id

Cell = str | int | float | date | None
Row = tuple[Cell, ...]

_ROLES: Final[tuple[RoleName, ...]] = ("agent", "patient", "recipient", "instrument", "participant")


class CsvTable(NamedTuple):
    """A row of the table of tables: its columns, what yields its rows, and what it is good for."""

    columns: str
    rows: Callable[[Graph], Iterator[Row]]
    about: str


def write_table(graph: Graph, table: CsvTable) -> bytes:
    """The bytes of one CSV file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns.split())
    writer.writerows([safe(cell) for cell in row] for row in table.rows(graph))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _entities(graph: Graph) -> Iterator[Row]:
    mentions = Counter(mention.entity for record in graph.records for mention in record.mentions)
    articles = Counter(entity for record in graph.records for entity in {mention.entity for mention in record.mentions})
    for entity in sorted(graph.entities, key=lambda e: e.id):
        aliases = _lines(alias for alias in entity.aliases if alias != entity.name)
        yield entity.id, entity.type, entity.name, aliases, mentions[entity.id], articles[entity.id], _lines(entity.links)


def _claims(graph: Graph) -> Iterator[Row]:
    names = _names(graph)
    for article, record in _pages(graph):
        for claim in record.claims:
            info, linked = article.info, (claim.denies, claim.supports, claim.responds_to)
            links = (_lines(full_id(info.id, other) for other in others) for others in linked)
            yield (
                full_id(info.id, claim.id), info.source, info.published, claim.said_on, names.get(claim.speaker or ""),
                claim.speaker, claim.speaker_text, claim.speech_act, claim.polarity, claim.modality, claim.certainty, claim.quotation,
                _content(claim, article), _lines(names[entity] for entity in claim.about), _lines(claim.about),
                names.get(claim.addressee or ""), claim.medium,
                *links, *claim.evidence,
            )  # fmt: skip


def _events(graph: Graph) -> Iterator[Row]:
    names = _names(graph)
    for article, record in _pages(graph):
        for situation in record.situations:
            yield (
                full_id(record.article.id, situation.id), record.article.source, situation.event,
                situation.kind, situation.label, situation.standing,
                situation.modality, situation.polarity, *(_role(situation, role, names, article) for role in _ROLES),
                names.get(situation.place or ""), *_when(situation.time, article),
                _lines(q.span.of(article.text) for q in situation.quantities), *situation.evidence,
            )  # fmt: skip


def _statements(graph: Graph) -> Iterator[Row]:
    """What the article says in its own voice has no speaker and the voice `article`; what it reports, the voice `speaker`."""
    names = _names(graph)
    for article, record in _pages(graph):
        sayers: dict[str, list[Claim]] = defaultdict(list)
        for claim in record.claims:
            for situation_id in claim.content:
                sayers[situation_id].append(claim)
        for situation in record.situations:
            told = (full_id(article.info.id, situation.id), situation.kind, situation.label, situation.standing)
            if situation.standing == "narrated":
                yield (*told, "article", None, None, None, situation.polarity, situation.modality, *_evidence(situation.evidence, article))
            for claim in sayers[situation.id]:
                who = names.get(claim.speaker or "", claim.speaker_text)
                said = ("speaker", who, claim.speaker, claim.speech_act, claim.polarity, claim.modality)
                yield (*told, *said, *_evidence(claim.evidence, article))


def _names(graph: Graph) -> Mapping[str, str]:
    return {entity.id: entity.name for entity in graph.entities}


def _pages(graph: Graph) -> Iterator[tuple[Article, Record]]:
    return zip(graph.articles, graph.records, strict=True)


def _lines(values: Iterable[str]) -> str | None:
    return "\n".join(values) or None


def _content(claim: Claim, article: Article) -> str:
    return " ".join(span.of(article.text) for span in claim.content_spans)


def _role(situation: Situation, name: RoleName, names: Mapping[str, str], article: Article) -> str | None:
    roles = (role for role in situation.roles if role.role == name)
    return _lines(names[role.entity] if role.entity else role.naming.of(article.text) for role in roles)


def _when(time: Time | None, article: Article) -> Row:
    if time is None:
        return (None,) * 4
    return time.start, time.end, time.precision, time.span.of(article.text) if time.span else None


def _evidence(span: Span, article: Article) -> tuple[Cell, ...]:
    return article.info.source, span.of(article.text), span.start, span.end


TABLES: Mapping[str, CsvTable] = MappingProxyType({
    "entities": CsvTable("id type name aliases mentions articles links", _entities, "people, organizations, groups, places and topics"),
    "claims": CsvTable(
        "id article published said_on speaker speaker_id speaker_words act polarity modality certainty quotation words"
        " about about_ids addressee medium denies supports responds_to begin end",
        _claims,
        "who said what",
    ),
    "events": CsvTable(
        "id article event kind label standing modality polarity agent patient recipient instrument participant place first last"
        " precision when quantities begin end",
        _events,
        "what is told of, happened or not",
    ),
    "statements": CsvTable(
        "situation kind label standing voice speaker speaker_id act polarity modality article words begin end",
        _statements,
        "who stands behind what: the article or a speaker",
    ),
})  # fmt: skip
"""Each table by the name of its file."""
