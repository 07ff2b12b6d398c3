"""How real a situation is: the modality, the polarity, and whether it stands on somebody's word."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from kg.model import Modality, Polarity

STRENGTH: Final[tuple[Modality, ...]] = ("actual", "future", "obliged", "desired", "possible", "conditional")


class Factuality(Struct, frozen=True):
    """How real a situation is, as the text has it; `hedged`: on somebody's word ("alleged") or asked, not told."""

    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    hedged: bool = False

    def under(self, other: Factuality) -> Factuality:
        """Seen through what governs it: the less real of both."""
        weaker = max(self.modality, other.modality, key=STRENGTH.index)
        negated = "negated" in (self.polarity, other.polarity)
        return Factuality(weaker, "negated" if negated else "affirmed", self.hedged or other.hedged)


ACTUAL: Final = Factuality()
NEGATED: Final = Factuality(polarity="negated")
ASSUMED: Final = Factuality("possible", hedged=True)
