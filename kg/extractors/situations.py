"""What is described as happening or holding: one matcher over the frames of the lexicon."""

from __future__ import annotations

from kg.extractors.drafts import Attribution, Identities
from kg.extractors.quantities import QuantityMention
from kg.extractors.times import TimeMention
from kg.lexicon import Lexicon
from kg.model import Situation
from kg.parsing import ParsedArticle


def find_situations(
    parsed: ParsedArticle,
    lexicon: Lexicon,
    identities: Identities,
    attributions: tuple[Attribution, ...],
    times: tuple[TimeMention, ...],
    quantities: tuple[QuantityMention, ...],
) -> tuple[Situation, ...]:
    return ()
