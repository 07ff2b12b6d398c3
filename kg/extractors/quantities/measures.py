"""Words of measure: currencies, units, bounds, vague numbers."""

from __future__ import annotations

from typing import Final

from kg.model import Bound

CURRENCIES: Final = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP",
    "¥": "JPY", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "₹": "INR", "rupee": "INR", "ruble": "RUB",
    "rouble": "RUB", "hryvnia": "UAH", "franc": "CHF", "chf": "CHF", "krona": "SEK", "krone": "NOK",
    "lira": "TRY", "zloty": "PLN", "shekel": "ILS", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD",
    "nz$": "NZD", "s$": "SGD", "naira": "NGN", "rand": "ZAR", "dirham": "AED", "riyal": "SAR", "birr": "ETB",
    "dong": "VND", "taka": "BDT", "forint": "HUF", "koruna": "CZK", "kronor": "SEK",
    "peso": "MXN", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR",
}
COUNTRY_DOLLARS: Final = {
    "australian": "AUD", "canadian": "CAD", "zealand": "NZD", "singapore": "SGD", "kong": "HKD", "swiss": "CHF", "indian": "INR",
    "pakistani": "PKR",
}
CURRENCY_CODES: Final = frozenset({*CURRENCIES.values(), *COUNTRY_DOLLARS.values()})
PERCENT: Final = frozenset({"%", "percent", "pct"})
_UNITS: Final = (
    "kilometer", "mile", "meter", "foot", "inch", "yard", "centimeter", "millimeter", "hectare", "acre", "ton", "tonne", "kilogram",
    "gram", "pound", "ounce", "liter", "barrel", "gallon", "megawatt", "gigawatt", "kilowatt", "degree", "knot", "second", "minute",
    "hour", "day", "week", "month", "year", "decade", "percentage", "light-year", "magnitude", "cent",
    "milligram", "terawatt", "volt", "watt", "calorie",
)
MEASURES: Final = {unit: unit for unit in _UNITS} | {
    "kilometre": "kilometer", "metre": "meter", "centimetre": "centimeter", "millimetre": "millimeter", "litre": "liter",
    "km": "kilometer", "kg": "kilogram", "mph": "mile per hour", "kph": "kilometer per hour", "km/h": "kilometer per hour",
    "cm": "centimeter", "mm": "millimeter", "ft": "foot", "lb": "pound", "lbs": "pound", "mw": "megawatt", "gw": "gigawatt",
    "m": "meter", "feet": "foot", "kilo": "kilogram", "mg": "milligram", "min": "minute", "hr": "hour",
}
"""Words of a unit -> the unit."""
DEGREES: Final = {"celsius": "degree Celsius", "c": "degree Celsius", "fahrenheit": "degree Fahrenheit", "f": "degree Fahrenheit"}
POWERS: Final = frozenset({"square", "cubic", "nautical", "metric"})
"""Words before a unit that make another of it."""
EACH: Final = frozenset({
    "share", "head", "person", "piece", "ticket", "unit", "pupil", "student", "night", "copy", "game", "visit", "pack", "bottle", "bushel",
})
"""What stands after "a" as what a price or a rate is for."""
BOUNDS: Final[dict[tuple[str, ...], Bound]] = {
    ("no", "more", "than"): "at-most", ("no", "fewer", "than"): "at-least", ("no", "less", "than"): "at-least",
    ("not", "more", "than"): "at-most", ("more", "than"): "more-than", ("greater", "than"): "more-than",
    ("fewer", "than"): "fewer-than", ("less", "than"): "fewer-than", ("at", "least"): "at-least", ("at", "most"): "at-most",
    ("up", "to"): "at-most", ("as", "many", "as"): "at-most", ("as", "much", "as"): "at-most", ("upwards", "of"): "more-than",
    ("upward", "of"): "more-than", ("in", "excess", "of"): "more-than", ("just", "over"): "more-than", ("well", "over"): "more-than",
    ("just", "under"): "fewer-than", ("just", "above"): "more-than", ("just", "below"): "fewer-than", ("as", "few", "as"): "at-least",
    ("as", "little", "as"): "at-least", ("not", "less", "than"): "at-least", ("not", "fewer", "than"): "at-least",
    ("close", "to"): "about", ("over",): "more-than", ("above",): "more-than",
    ("exceeding",): "more-than", ("under",): "fewer-than", ("below",): "fewer-than", ("about",): "about", ("around",): "about",
    ("nearly",): "about", ("almost",): "about", ("roughly",): "about", ("some",): "about", ("approximately",): "about",
    ("estimated",): "about", ("an", "estimated"): "about", ("circa",): "about", ("~",): "about", ("minimum",): "at-least",
    ("maximum",): "at-most",
}
"""Words before a number."""
TRAILING_BOUNDS: Final[dict[tuple[str, str], Bound]] = {
    ("or", "more"): "at-least", ("or", "fewer"): "at-most", ("or", "less"): "at-most", ("or", "so"): "about",
    ("-", "plus"): "at-least",
}
VAGUE: Final = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}
"""Words that say only how many at least, by their unit."""
UNCOUNTED: Final = frozenset({"-", "all", "additional", "further", "its", "more", "of", "other", "others", "the", "their"})
"""Words between a number and its noun that are no part of what is counted."""
STRETCHED: Final = frozenset({"straight", "consecutive", "full", "whole", "long", "successive", "short", "solid", "more", "extra"})
"""Words between a number and its unit: "12 straight years"."""
CLIMBING: Final = frozenset({"tick", "go", "edge", "inch", "climb", "creep", "rise", "jump", "shoot", "move", "push", "drive", "bring"})
"""Verbs with which "up to" is where something gets to, not its limit."""
KINDS: Final = frozenset({"time", "way", "size", "sided", "stop"})
"""What a number makes an adjective with that counts nothing: "a one-time fee"."""
