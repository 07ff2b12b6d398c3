"""Modal verbs, and how real what stands with them is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kg.model import Modality

MODALS: Mapping[str, Modality] = MappingProxyType({
    "will": "future", "'ll": "future", "wo": "future", "shall": "future", "would": "conditional", "'d": "conditional",
    "could": "possible", "may": "possible", "might": "possible", "can": "possible", "ca": "possible",
    "should": "obliged", "must": "obliged", "ought": "obliged",
})  # fmt: skip
"""Form of a modal, as the tokenizer cuts it ("ca" n't, "wo" n't) -> modality."""
