"""Numbers in words, for times and quantities alike."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
}
TENS: Final = {word: 10 * number for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)}
SCALES: Final = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 1
    )
}
TENTH_ORDINALS: Final = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100}

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
