"""Numbers with their bound, unit and what is counted.

`finder` finds them, `numerals` reads number words, `shares` fractions and results, `units` money and measures.
"""

from kg.extractors.quantities.finder import QuantityMention, find_quantities, is_topic

__all__ = ["QuantityMention", "find_quantities", "is_topic"]
