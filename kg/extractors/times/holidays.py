"""Holidays that news dates things by, as days of a year: fixed ones, those that Easter moves, those of a weekday in a month."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + sunday - 7 * ((year % 19 + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _weekday_of(month: int, weekday: int, number: int, more: int = 0) -> Callable[[int], date]:
    """The so-manieth weekday of a month, the last one for 0; and days after it."""
    def day_of(year: int) -> date:
        first = date(year, month, 1) if number else date(year + month // 12, month % 12 + 1, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1) + more)

    return day_of


HOLIDAYS: Final[Mapping[str, Callable[[int], date]]] = MappingProxyType({
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "halloween": _fixed(10, 31),
    "valentine's day": _fixed(2, 14),
    "international women's day": _fixed(3, 8),
    "may day": _fixed(5, 1),
    "april fools' day": _fixed(4, 1),
    "bastille day": _fixed(7, 14),
    "st. patrick's day": _fixed(3, 17),
    "armistice day": _fixed(11, 11),
    "fourth of july": _fixed(7, 4),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "holy saturday": _from_easter(-1),
    "easter sunday": _from_easter(0),
    "easter day": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "ascension day": _from_easter(39),
    "whit monday": _from_easter(50),
    "martin luther king day": _weekday_of(1, 0, 3),
    "presidents' day": _weekday_of(2, 0, 3),
    "memorial day": _weekday_of(5, 0, 0),
    "labor day": _weekday_of(9, 0, 1),
    "thanksgiving day": _weekday_of(11, 3, 4),
    "thanksgiving": _weekday_of(11, 3, 4),
    "black friday": _weekday_of(11, 3, 4, 1),
    "cyber monday": _weekday_of(11, 3, 4, 4),
})  # fmt: skip
"""Lower-case name -> the day in a year. The longer of two names that begin alike stands first."""
