"""Arithmetic on days: intervals, weekdays, months, and what lies before and after."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct

from kg.model import Precision

Direction = Literal["past", "future", "unknown"]

SEASONS: Final = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


class Interval(Struct, frozen=True):
    """First and last day; null is open."""

    start: date | None
    end: date | None
    precision: Precision


def one_day(day: date) -> Interval:
    """An interval of one day."""
    return Interval(day, day, "day")


def days(start: date, end: date) -> Interval:
    """From the first day to the last one."""
    return one_day(start) if start == end else Interval(start, end, "range")


def shifted(day: date, number: int) -> date | None:
    """The day so many days off; None beyond the calendar."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def week_of(day: date) -> Interval:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, monday + timedelta(days=6), "week")


def month_of(year: int, month: int) -> Interval:
    """A month of a year."""
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Interval:
    """A year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def months_between(year: int, first: int, last: int) -> Interval:
    """From the first month of a year to the last one, of the next year where that comes sooner in the calendar."""
    closing = month_of(year + (last < first), last)
    return Interval(date(year, first, 1), closing.end, "range")


def quarter_of(year: int, number: int) -> Interval:
    """A quarter of a year."""
    return months_between(year, 3 * number - 2, 3 * number)


def season_of(year: int, name: str) -> Interval:
    """A season of the northern calendar; a winter begins in December of its year."""
    return months_between(year, *SEASONS[name])


def shifted_month(day: date, number: int) -> tuple[int, int]:
    """Year and month so many months off."""
    index = day.year * 12 + day.month - 1 + number
    return index // 12, index % 12 + 1


def unit_around(day: date, unit: str, offset: int) -> Interval | None:
    """The day, week, month, year and so on that lies so many units off."""
    if unit == "month":
        year, month = shifted_month(day, offset)
        return month_of(year, month) if 1 <= year <= 9999 else None
    if unit in ("year", "decade"):
        year = day.year + offset * (10 if unit == "decade" else 1)
        return year_of(year) if 1 <= year <= 9999 else None
    moved = shifted(day, offset * (7 if unit == "week" else 1))
    if moved is None:
        return None
    return week_of(moved) if unit == "week" else one_day(moved)


def unit_holding(start: date, end: date) -> Interval | None:
    """The month, else the year, that both days are of."""
    if start.year != end.year:
        return None
    return month_of(end.year, end.month) if start.month == end.month else year_of(end.year)


def span_of_units(day: date, unit: str, number: int) -> date | None:
    """The day that lies so many units off, to the day."""
    if unit in ("day", "week"):
        return shifted(day, number * (7 if unit == "week" else 1))
    year, month = shifted_month(day, number * {"month": 1, "year": 12, "decade": 120}[unit])
    return date(year, month, min(day.day, monthrange(year, month)[1])) if 1 <= year <= 9999 else None


def weekday_near(day: date, weekday: int, direction: Direction) -> date | None:
    """The weekday on or before the day (past), or on or after it (future); None where the direction is not known."""
    if direction == "unknown":
        return day if day.weekday() == weekday else None
    if direction == "past":
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def date_near(day: date, month: int, number: int, direction: Direction) -> date | None:
    """The date without a year that is meant: the last one or the next one; where unknown, the nearer one."""
    return nearest([d for year in (day.year - 1, day.year, day.year + 1) if (d := valid_date(year, month, number))], day, direction)


def nearest(candidates: list[date], day: date, direction: Direction) -> date | None:
    """The last one up to the day, or the next one from it; where the direction is not known, the nearer one."""
    if direction == "past":
        candidates = [d for d in candidates if d <= day]
    elif direction == "future":
        candidates = [d for d in candidates if d >= day]
    return min(candidates, key=lambda d: abs(d - day), default=None)


def month_near(day: date, month: int, direction: Direction) -> Interval | None:
    """The month without a year that is meant; this month counts as near in either direction."""
    if month == day.month:
        return month_of(day.year, month)
    if direction == "past":
        return month_of(day.year - (month > day.month), month)
    if direction == "future":
        return month_of(day.year + (month < day.month), month)
    return None


def season_near(day: date, name: str, direction: Direction) -> Interval | None:
    """The season without a year that is meant; one that is running counts as near in either direction."""
    around = [season_of(year, name) for year in (day.year - 1, day.year, day.year + 1)]
    running = [s for s in around if s.start and s.end and s.start <= day <= s.end]
    if running or direction == "unknown":
        return running[0] if running else None
    if direction == "past":
        return max((s for s in around if s.end and s.end < day), key=lambda s: s.start or day)
    return min((s for s in around if s.start and s.start > day), key=lambda s: s.start or day)


def valid_date(year: int, month: int, number: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None
