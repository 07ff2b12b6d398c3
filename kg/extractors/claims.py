"""Attributions become claims: speakers are entities, contents are situations."""

from __future__ import annotations

from kg.extractors.drafts import Attribution, Identities
from kg.extractors.times import TimeMention
from kg.model import Claim, Situation
from kg.parsing import ParsedArticle


def build_claims(
    parsed: ParsedArticle,
    attributions: tuple[Attribution, ...],
    identities: Identities,
    situations: tuple[Situation, ...],
    times: tuple[TimeMention, ...],
) -> tuple[Claim, ...]:
    """Claims in the order of `attributions`; claim k is `claim-{k+1}`."""
    return tuple(
        Claim(
            id=f"claim-{number}", speaker=identities.of(a.speaker_head),
            speaker_text=parsed.words(parsed.span(*a.speaker)) if a.speaker else None,
            speaker_span=parsed.span(*a.speaker) if a.speaker else None,
            cue_span=a.cue, content_spans=a.contents, evidence=a.evidence, quotation=a.quotation, speech_act=a.speech_act,
            polarity=a.polarity, certainty=a.certainty, cue=a.lemma,
            content=tuple(s.id for s in situations if any(c.contains(s.trigger) for c in a.contents)),
            embedded_in=None if a.parent is None else f"claim-{a.parent + 1}",
        )
        for number, a in enumerate(attributions, 1)
    )
