"""Finds time expressions in the parse and resolves each, or leaves it unanchored."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from msgspec import Struct

from kg.doc import Token, TokenSpan
from kg.extractors.times.anchors import Anchor, anchor_of
from kg.extractors.times.calendars import Direction, Interval
from kg.extractors.times.expressions import DATING, MACROS, RULES, SIGNS, Rule
from kg.extractors.times.readings import Context, Match
from kg.extractors.times.tenses import direction_of
from kg.model import ArticleInfo, Basis, Span, Time
from kg.parsing import ParsedArticle

DATE_PREPOSITIONS: Final = frozenset({
    "in", "since", "until", "till", "by", "before", "after", "from", "between", "during", "of", "for", "to", "through", "around", "circa",
    "about", "and", "or", "early", "late", "mid", "as",
})
NAMES: Final = frozenset({"WORK_OF_ART", "ORG", "EVENT", "PRODUCT"})
EVERY: Final = frozenset({"every", "each", "any", "most"})
OWN: Final = frozenset({"my", "your", "his", "her", "its", "our", "their"})
NAMED_DAYS: Final = frozenset({
    "black", "bloody", "good", "super", "cyber", "ash", "palm", "holy", "maundy", "fat", "shrove", "easter", "whit", "giving",
})
"""What makes a name of a weekday: none of these days is simply the last one of its weekday."""
MOVED: Final = frozenset({"move", "postpone", "delay", "shift", "reschedule", "change", "push"})
"""What is moved "from Friday to Sunday" does not last from Friday to Sunday."""
NEAR_DAYS: Final = 62
"""A day without a year before a noun ("the Jan. 6 riot") may be of any year, unless it is near."""
HALF_A_YEAR: Final = 183
BEFORE: Final = frozenset({("prior", "to"), ("ahead", "of")})
OPEN_START: Final = frozenset({"until", "till", "by", "before"})
OPEN_END: Final = frozenset({"since", "after", "unlikely-before"})
ORIGINS: Final = frozenset({"date", "stem", "come", "originate", "differ"}) | MOVED
"""What dates or comes "from 1912" does not last from then on."""
SPOKEN_OF: Final = frozenset({"day", "month", "year"})


class TimeMention(Struct, frozen=True):
    """A time expression: its tokens `[start, end)` and what it resolves to."""

    start: int
    end: int
    time: Time


class Found(Struct, frozen=True):
    """A place where a row of the table fits: characters inside the sentence."""

    rule: Rule
    match: Match


class Row(NamedTuple):
    """A rule ready for use: rows of a lower number win; a sentence where it fits shows one sign of each set of `needs`."""

    number: int
    rule: Rule
    needs: tuple[frozenset[str], ...]
    regex: re.Pattern[str]


def _row(number: int, rule: Rule) -> Row:
    dating = next((signs for macro, signs in DATING.items() if macro in rule.pattern), "")
    needed = [dating, rule.cue, *(signs for macro, signs in SIGNS.items() if macro in rule.pattern)]
    pattern = rule.pattern
    for name, macro in MACROS.items():
        pattern = pattern.replace("{" + name + "}", macro)
    needs = tuple(frozenset(signs.split("|")) for signs in needed if signs)
    return Row(number, rule, needs, re.compile(rf"(?<![\w$£€.,'-])(?:{pattern})(?![\w])"))


_ROWS: Final = tuple(_row(number, rule) for number, rule in enumerate(RULES))
_SIGNS: Final = tuple(sorted({sign for row in _ROWS for need in row.needs for sign in need}))
_NEWS_COMES: Final = re.compile(
    r"(?:This|The (?:\w+ )?(?:news|announcement|move|decision|statement|visit|ruling|report|attack|strike|meeting|talks))\b"
    r"[^.;]*?\b(?:comes?|came|follows?)\b"
)
"""What a sentence opens with whose event is today's news."""


def find_times(parsed: ParsedArticle, info: ArticleInfo) -> tuple[TimeMention, ...]:
    """The time expressions of an article in order; ages and durations are none."""
    anchor = anchor_of(parsed, info)
    found: list[TimeMention] = []
    spoken: dict[str, Interval] = {}
    text = parsed.doc.text
    for number, sentence in enumerate(parsed.sentences):
        for hit in _hits(text, sentence):
            mention = _mention(parsed, sentence, hit, anchor, tuple(reversed(spoken.values())), _is_headline(parsed, number, sentence))
            if mention is None:
                continue
            found.append(mention)
            if mention.time.start and mention.time.precision in SPOKEN_OF:
                spoken.pop(mention.time.precision, None)
                spoken[mention.time.precision] = Interval(mention.time.start, mention.time.end, mention.time.precision)
    return tuple(found)


def _is_headline(parsed: ParsedArticle, number: int, sentence: TokenSpan) -> bool | None:
    """Whether a sentence is the headline, which tells the past in the present tense; None where it may be."""
    title = parsed.article.info.title_span
    if title is not None:
        return sentence.start_char < title.end
    return False if number else None


@lru_cache(maxsize=50_000)
def _shown(word: str) -> frozenset[str]:
    """The signs that a word shows."""
    lower = word.lower()
    return frozenset(sign for sign in _SIGNS if sign in word or sign in lower)


def _hits(text: str, sentence: TokenSpan) -> Iterator[Found]:
    """Rows that fit in a sentence, left to right, not overlapping."""
    text = text[sentence.start_char : sentence.end_char]
    rows = _rows_with(frozenset[str]().union(*[_shown(t.text) for t in sentence]))
    hits = sorted(((m.start(), row.number, Found(row.rule, m)) for row in rows for m in row.regex.finditer(text)), key=lambda h: h[:2])
    reach = 0
    for start, _, hit in hits:
        if start >= reach:
            yield hit
            reach = hit.match.end()


@lru_cache(maxsize=4096)
def _rows_with(signs: frozenset[str]) -> tuple[Row, ...]:
    """The rows that can fit in a sentence that shows these signs."""
    return tuple(row for row in _ROWS if not any(signs.isdisjoint(need) for need in row.needs))


def _mention(
    parsed: ParsedArticle, sentence: TokenSpan, hit: Found, anchor: Anchor, then: tuple[Interval, ...], headline: bool | None
) -> TimeMention | None:
    first, last = _tokens(sentence, hit.match)
    head = _head(parsed, first, last)
    if not _is_time(parsed, sentence, hit, first, head):
        return None
    preposition = _before(sentence, first)
    direction = direction_of(head, headline is not False)
    if headline is None and direction_of(head) != direction:
        direction = "unknown"
    time = _resolve(hit, anchor, then, direction)
    if _is_moved(hit, preposition, head) or _is_name(hit, head, time, anchor) or (headline and _is_long_ago(hit, time, anchor)):
        time = Time(None)
    bound = "" if _is_modifier(head) else _bound(parsed, first, preposition, time)
    if bound == "before" and _is_unlikely(head):
        bound = "unlikely-before"
    return TimeMention(first, last, _opened(time, bound, parsed.span(first, last)))


def _is_modifier(head: Token) -> bool:
    """ "Since Tuesday's vote": the vote was on Tuesday."""
    return head.dep_ in ("poss", "compound", "nmod", "amod") and head.head.pos_ in ("NOUN", "PROPN") and head.head.i > head.i


def _is_unlikely(head: Token) -> bool:
    """ "Unlikely to open before May": it may from May on."""
    return any(a.lemma_ == "unlikely" for a in islice(head.ancestors, 4))


def _before(sentence: TokenSpan, first: int) -> str:
    """The word before; "until" of "until at least 2030"."""
    words = [t.lower_ for t in sentence.doc[max(sentence.start, first - 3) : first]]
    if tuple(words[-2:]) in BEFORE:
        return "before"
    return words[0] if words[1:] == ["at", "least"] else words[-1] if words else ""


def _bound(parsed: ParsedArticle, first: int, preposition: str, time: Time) -> str:
    """The word that leaves one side open: "between now and Friday" is until Friday, "lay idle from 1994" since 1994."""
    if preposition == "and" and first > 2 and [t.lower_ for t in parsed.doc[first - 3 : first - 1]] == ["between", "now"]:
        return "until"
    verb = parsed.doc[first - 1].head if first else None
    begins = preposition == "from" and verb is not None and verb.pos_ == "VERB" and verb.lemma_ not in ORIGINS
    return "since" if begins and time.precision in SPOKEN_OF else preposition


def _is_moved(hit: Found, preposition: str, head: Token) -> bool:
    """ "Moved from Friday to Sunday": neither lasts until the other."""
    return preposition == "from" and "to" in hit.rule.name.split("-") and any(a.lemma_ in MOVED for a in islice(head.ancestors, 3))


def _is_name(hit: Found, head: Token, time: Time, anchor: Anchor) -> bool:
    """ "The Jan. 6 riot": a day without a year that has become a name, unless it is near."""
    if not hit.rule.name.startswith("date-near") or head.dep_ not in ("compound", "nmod", "nummod", "amod") or time.start is None:
        return False
    return head.head.pos_ in ("NOUN", "PROPN") and all(abs(time.start - day).days > NEAR_DAYS for day in anchor.days)


def _is_long_ago(hit: Found, time: Time, anchor: Anchor) -> bool:
    """ "Bank hints at cut in June": of a month that a headline names without a year, the one that is nearer may be meant."""
    end = time.end if hit.rule.name == "month" else None
    return end is not None and any((day - end).days > HALF_A_YEAR for day in anchor.days)


def _tokens(sentence: TokenSpan, match: Match) -> tuple[int, int]:
    """Tokens that cover a match."""
    doc, base = sentence.doc, sentence.start_char
    starts = [doc[i].idx for i in range(sentence.start, sentence.end)]
    first = bisect_left(starts, base + match.start() + 1) - 1
    last = bisect_left(starts, base + match.end())
    return sentence.start + max(first, 0), sentence.start + last


def _head(parsed: ParsedArticle, first: int, last: int) -> Token:
    return next((t for t in parsed.doc[first:last] if not first <= t.head.i < last and t.dep_ != "det"), parsed.doc[first])


def _is_time(parsed: ParsedArticle, sentence: TokenSpan, hit: Found, first: int, head: Token) -> bool:
    """Years and months that may be something else need a sign that they are meant as times."""
    name = hit.rule.name
    token = parsed.doc[first]
    before = _before(sentence, first)
    if before in EVERY or (name == "decade" and before in OWN):  # "in her 40s"
        return False
    if name == "year" and token.dep_ == "nummod" and token.head.tag_ == "NNS":
        return False
    if name == "year":
        return (
            bool(hit.match["spot"]) or before in DATE_PREPOSITIONS or token.ent_type_ in ("DATE", "EVENT") or before in ("(", "the", "'s")
        )
    if name == "years-to":
        return token.ent_type_ == "DATE" or before in DATE_PREPOSITIONS or before == "("
    if name == "month" and hit.match["month"] in ("May", "March", "June", "April", "August"):
        return token.pos_ == "PROPN" and (token.ent_type_ == "DATE" or before in DATE_PREPOSITIONS)
    if name == "overnight":
        return token.pos_ == "ADV" or token.dep_ in ("advmod", "npadvmod")
    if name == "units-after-event":
        return _NEWS_COMES.match(hit.match.string[: hit.match.start()]) is not None
    if name in ("weekday", "weekday-then"):
        return token.ent_type_ not in NAMES and before not in NAMED_DAYS and not _is_club(token)
    if name == "holiday":
        return head.dep_ not in ("compound", "poss", "nmod", "amod") and token.ent_type_ != "PERSON"
    is_title = token.is_title and first > sentence.start and parsed.doc[first - 1].is_title  # "Last Week Tonight"
    return name not in ("today", "tomorrow", "yesterday") or (token.ent_type_ not in NAMES and not is_title)


def _is_club(day: Token) -> bool:
    """ "Sheffield Wednesday lost": with the name before it, the day is all that the verb has for a subject."""
    named = any(c.dep_ == "compound" and c.pos_ == "PROPN" and c.i == day.i - 1 for c in day.lefts)
    return named and day.head.pos_ in ("VERB", "AUX") and not any(c.dep_ in ("nsubj", "nsubjpass") and c != day for c in day.head.lefts)


def _resolve(hit: Found, anchor: Anchor, then: tuple[Interval, ...], direction: Direction) -> Time:
    """The reading, as far as every day on which the article may have been written agrees."""
    unanchored = Time(None)
    if hit.rule.absolute:
        interval = hit.rule.read(hit.match, Context(date.min, (), direction))
        return _time(interval, "text") if interval else unanchored
    if hit.rule.narrative:
        interval = hit.rule.read(hit.match, Context(date.min, then, direction)) if then else None
        ahead = interval is not None and interval.start is not None and anchor.days and interval.start > anchor.days[-1]
        return _time(interval, "inferred") if interval and (direction == "future" or not ahead) else unanchored
    days = anchor.days
    if hit.rule.loose and len(days) == 1:
        days = (days[0] - timedelta(days=1), days[0])
    interval = _agreed([hit.rule.read(hit.match, Context(day, then, direction)) for day in days])
    return _time(interval, anchor.basis or "inferred") if interval else unanchored


def _agreed(readings: list[Interval | None]) -> Interval | None:
    """The reading that holds on every possible day of writing; of stretches of days, one that covers them all."""
    found = [r for r in readings if r is not None]
    if not found or len(found) < len(readings):
        return None
    if all(r == found[0] for r in found):
        return found[0]
    starts, ends = [r.start for r in found if r.start], [r.end for r in found if r.end]
    if any(r.precision != "range" for r in found) or len(starts) + len(ends) < 2 * len(found):
        return None
    return Interval(min(starts), max(ends), "range")


def _time(interval: Interval, basis: Basis) -> Time:
    return Time(None, interval.start, interval.end, interval.precision, basis)


def _opened(time: Time, preposition: str, span: Span) -> Time:
    """With its span; open to one side after "since" or "until"."""
    start, end, precision = time.start, time.end, time.precision
    if precision != "unanchored" and preposition in OPEN_START:
        if preposition == "before" and start is not None and end is not None and start < end:  # "before 2027" ends with 2026
            end = start - timedelta(days=1)
        start, precision = None, "range"
    elif precision != "unanchored" and preposition in OPEN_END:
        end = None
        precision = "range" if precision == "range" else precision
    return Time(span, start, end, precision, time.basis)
