"""Numbers in words, for times and quantities alike."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}
TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}
SCALES: Final = {
    "hundred": 100.0, "thousand": 1000.0, "million": 1000000.0, "billion": 1000000000.0, "trillion": 1000000000000.0, "k": 1000.0,
    "m": 1000000.0, "mn": 1000000.0, "mln": 1000000.0, "bn": 1000000000.0, "bln": 1000000000.0, "tn": 1000000000000.0,
    "trn": 1000000000000.0, "lakh": 100000.0, "crore": 10000000.0,
}
ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}
TENTH_ORDINALS: Final = {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def number_of(words: str) -> float | None:
    """The value of "91", "1,400", "twenty-five", "two hundred", "1.5 million", "a dozen"; None where the words are no number."""
    total = current = 0.0
    seen = False
    for word in re.split(r"[\s-]+", words.lower().strip()):
        if word in ("and", "of", ""):
            continue
        if word in ("a", "an", "couple"):
            value = 2.0 if word == "couple" else 1.0
            current = current if word != "couple" and seen else value
        elif word == "dozen":
            current = (current or 1.0) * 12
        elif word == "half":
            current += 0.5
        elif _DIGITS.fullmatch(word):
            current += float(word.replace(",", ""))
        elif word in UNITS or word in TENS:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word == "hundred":
            current = (current or 1.0) * 100
        elif word in SCALES:
            total, current = total + (current or 1.0) * SCALES[word], 0.0
        else:
            return None
        seen = True
    return total + current if seen else None


def ordinal_of(word: str) -> int | None:
    """The number of "third", "21st", "fortieth"."""
    word = word.lower()
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word):
        return int(found[1])
    if word in ORDINALS or word in TENTH_ORDINALS:
        return ORDINALS.get(word) or TENTH_ORDINALS[word]
    tens, _, unit = word.partition("-")
    return TENS[tens] + ORDINALS[unit] if tens in TENS and ORDINALS.get(unit, 10) < 10 else None
