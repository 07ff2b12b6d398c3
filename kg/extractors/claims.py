"""Attributions become claims: speakers are entities, contents are situations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Mapping
from datetime import date
from typing import Final

from msgspec import structs

from kg.extractors.assertions import asserted_in, index_triggers
from kg.extractors.drafts import Attribution, Identities
from kg.extractors.modals import own_modality
from kg.extractors.times import TimeMention
from kg.lexicon import Lexicon, claim_nouns
from kg.model import Claim, Modality, Situation, Span
from kg.parsing import ParsedArticle

MOST_ABOUT: Final = 8
"""How many entities a claim is about at most, the main ones first."""

_BY_ACT: Final[Mapping[str, Modality]] = {
    "want": "desired", "hope": "desired", "demand": "desired", "promise": "future", "intend": "future", "threaten": "future",
    "predict": "future", "propose": "possible", "suggest": "possible", "recommend": "obliged", "fear": "possible", "doubt": "possible",
}
_MAIN: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "ROOT"})
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
_STANDING_FIRST: Final = frozenset({"nsubj", "nsubjpass", "dobj"})


def build_claims(
    parsed: ParsedArticle,
    attributions: tuple[Attribution, ...],
    identities: Identities,
    situations: tuple[Situation, ...],
    times: tuple[TimeMention, ...],
    lexicon: Lexicon,
) -> tuple[Claim, ...]:
    """Claims in the order of `attributions`; claim k is `claim-{k+1}`."""
    triggers = sorted((s.trigger, number) for number, s in enumerate(situations))
    told = [tuple(situations[n].id for n in _inside(a.contents, triggers)) for a in attributions]
    starts, nouns = index_triggers(situations), claim_nouns(lexicon)
    claims = (_claim(parsed, number, a, identities, told[number - 1], times) for number, a in enumerate(attributions, 1))
    return tuple(structs.replace(claim, asserts=_asserts(parsed, claim, starts, nouns)) if claim.content else claim for claim in claims)


def _asserts(parsed: ParsedArticle, claim: Claim, starts: Mapping[int, Situation], nouns: Container[str]) -> tuple[str, ...]:
    """The situations of a content that its main clauses tell of, in the order of the text."""
    told = (s for span in claim.content_spans for s in asserted_in(parsed.doc, _tokens(parsed, span), starts, nouns))
    main = {s.id for s in told}
    return tuple(name for name in claim.content if name in main)


def _inside(contents: tuple[Span, ...], triggers: list[tuple[Span, int]]) -> list[int]:
    """The numbers of the situations whose triggers lie in some content."""
    found = set[int]()
    for content in contents:
        first, last = (bisect_left(triggers, (Span(edge, edge), 0)) for edge in content)
        found |= {n for trigger, n in triggers[first:last] if content.contains(trigger)}
    return sorted(found)


def _named_beside(parsed: ParsedArticle, head: int | None) -> int | None:
    """The name that explains who speaks: "its owner, Delmar Lines, denied"."""
    beside = () if head is None else (c for c in parsed.doc[head].children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head)
    return next((c.i for c in beside), None)


def _antecedent(parsed: ParsedArticle, a: Attribution) -> Span | None:
    """The words that "who" or "both of whom" stands for as the speaker: "women from the coast"."""
    if a.speaker is None or a.speaker_head is None or a.speaker_head >= a.speaker[0]:
        return None
    if parsed.doc[a.speaker[1] - 1].lower_ not in _RELATIVES:
        return None
    noun = parsed.doc[a.speaker_head]
    last = next((c.right_edge.i for c in noun.rights if c.dep_ == "prep" and c.left_edge.i == noun.i + 1), noun.i)
    return parsed.span(noun.left_edge.i, (last if last < a.speaker[0] and not parsed.doc[last].is_punct else noun.i) + 1)


def _claim(
    parsed: ParsedArticle,
    number: int,
    a: Attribution,
    identities: Identities,
    told: tuple[str, ...],
    times: tuple[TimeMention, ...],
) -> Claim:
    speaker = identities.of(a.speaker_head) or identities.of(_named_beside(parsed, a.speaker_head))
    speaker_span = parsed.span(*a.speaker) if a.speaker else None
    return Claim(
        id=f"claim-{number}",
        speaker=speaker,
        speaker_text=parsed.words((None if speaker else _antecedent(parsed, a)) or speaker_span) if speaker_span else None,
        speaker_span=speaker_span,
        cue_span=a.cue,
        content_spans=a.contents,
        evidence=a.evidence,
        quotation=a.quotation,
        speech_act=a.speech_act,
        polarity=a.polarity,
        modality=_modality(parsed, a),
        certainty=a.certainty,
        cue=a.lemma,
        content=told,
        about=_about(parsed, a, identities, speaker),
        addressee=identities.of(a.addressee_head),
        medium=parsed.words(a.medium) if a.medium else None,
        said_on=_said_on(parsed, a, times),
        embedded_in=None if a.parent is None else f"claim-{a.parent + 1}",
    )


def _tokens(parsed: ParsedArticle, span: Span) -> range:
    """The tokens that a span touches."""
    columns = parsed.doc.columns
    return range(bisect_right(columns.ends, span.start), bisect_left(columns.starts, span.end))


def _modality(parsed: ParsedArticle, a: Attribution) -> Modality:
    """How real the content is: by what the cue does with it, else by the auxiliary of its main verb."""
    if a.speech_act in _BY_ACT:
        return _BY_ACT[a.speech_act]
    tokens = _tokens(parsed, a.contents[0])
    if not tokens:
        return "actual"
    return own_modality(parsed.doc.span(tokens.start, tokens.stop).root)


def _about(parsed: ParsedArticle, a: Attribution, identities: Identities, speaker: str | None) -> tuple[str, ...]:
    """Entities that the content mentions, other than the speaker: subjects and objects first, then in the order of the text."""
    rank: dict[str, tuple[int, int]] = {}
    for span in a.contents:
        for i in _tokens(parsed, span):
            entity = identities.by_token.get(i)
            if entity is not None and entity != speaker:
                dep = parsed.doc[i].dep_
                place = (0 if dep in _STANDING_FIRST else 1 if dep in _MAIN else 2, i)
                rank[entity] = min(rank.get(entity, place), place)
    return tuple(sorted(rank, key=rank.__getitem__)[:MOST_ABOUT])


def _said_on(parsed: ParsedArticle, a: Attribution, times: tuple[TimeMention, ...]) -> date | None:
    """The day that stands with the cue or right behind it, or opens a sentence whose main verb is the cue; outside of what was said."""
    if a.cue_token is None:
        return None
    cue = parsed.doc[a.cue_token]
    for mention in times:
        if not cue.sent.start <= mention.start < cue.sent.end or mention.time.precision != "day":
            continue
        if any(c.overlaps(parsed.span(mention.start, mention.end)) for c in a.contents):
            continue
        head = parsed.doc.span(mention.start, mention.end).root.head
        opens = mention.start <= cue.sent.start + 1 and cue.head is cue
        follows = mention.start - cue.i in (1, 2) and mention.start - 1 in (cue.i, head.i)
        if opens or follows or cue.i in (head.i, head.head.i):
            return mention.time.start
    return None
