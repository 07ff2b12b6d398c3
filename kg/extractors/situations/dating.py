"""Days that no words of the clause give: from the clause above, from another telling, from the tense. All are inferred.

What only its place in the article tells gets no day; `news` gives it a month or a year.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Final

from msgspec.structs import replace

from kg.articles.dates import find_dates
from kg.doc import Token
from kg.extractors.situations.moods import is_present, is_told
from kg.extractors.situations.news import OF_MANY_DAYS, shares_day
from kg.extractors.situations.triggers import Trigger
from kg.extractors.times import TimeMention, holds_now
from kg.model import DateRule, Situation, Span, Time
from kg.parsing import ParsedArticle

DEPICTING: Final = frozenset({"show", "depict", "portray", "picture", "feature", "capture"})
"""Verbs in the present tense beside which a time is that of what they show."""
STRIKING: Final = frozenset({"earthquake", "volcanic-eruption", "landslide", "explosion", "crash", "fire"})
"""Kinds of disaster that are over in a day or two."""
STAMPS: Final = frozenset({"timestamp", "dateline"})


def date_undated(
    parsed: ParsedArticle, published: date | None, triggers: list[Trigger], situations: list[Situation], times: tuple[TimeMention, ...]
) -> list[Situation]:
    """The situations, those that have no day with the one that a rule infers; the first rule that gives one counts."""
    found = _in_one_clause(triggers, _told_again(_in_one_clause(triggers, situations), published))
    return _in_the_present(parsed, published, triggers, found, times) if published else found


def seen_from(published: date, triggers: list[Trigger], situations: list[Situation]) -> list[Situation]:
    """The situations, with what lies ahead not told as done: "the tour opens on May 3".

    A time that the tense does not bear is of something else: "has cut its forecast for 2030", "a picture shows them at a ball in 2011".
    """
    found = list(situations)
    for n, (trigger, s) in enumerate(zip(triggers, situations, strict=True)):
        if s.time is None or s.time.start is None or s.modality != "actual":
            continue
        if s.time.start > published:
            over = trigger.verb is not None and is_told(trigger.verb) and not is_present(trigger.verb)
            found[n] = replace(s, time=None) if over else replace(s, modality="future")
        elif trigger.token.lemma_ in DEPICTING and holds_now(trigger.token) and s.time.end is not None and s.time.end < published:
            found[n] = replace(s, time=None)
    ahead = {t.token.i for t, s, told in zip(triggers, found, situations, strict=True) if s.modality != told.modality}
    for n, trigger in enumerate(triggers):
        if found[n].modality == "actual" and trigger.verb is None and trigger.token.head.i in ahead and shares_day(trigger.token):
            found[n] = replace(found[n], modality="future")
    return found


def _inferred(time: Time, rule: DateRule) -> Time:
    return replace(time, basis="inferred", rule=rule)


def _day_of(situation: Situation) -> Time | None:
    """The day or two that its own words give for what happened."""
    time = situation.time
    if time is None or time.start is None or time.end is None or (time.end - time.start).days > 1:
        return None
    return time if _happened(situation) else None


def _happened(situation: Situation) -> bool:
    return situation.modality == "actual" and situation.polarity == "affirmed"


def _in_one_clause(triggers: list[Trigger], situations: list[Situation]) -> list[Situation]:
    """ "He resigned on Monday, citing his health"; "it began on Friday to sell them", "the news came on Friday".

    So does what went on "as" or "when" it happened.
    """
    found = list(situations)
    by_verb = {t.verb.i: n for n, t in enumerate(triggers) if t.verb is not None}
    for n, trigger in enumerate(triggers):
        word = trigger.token if trigger.verb is None else trigger.verb
        other = by_verb.get(word.head.i)
        if other is None or other == n or found[n].time is not None or found[n].modality != "actual":
            continue
        if (time := _day_of(found[other])) and shares_day(word):
            found[n] = replace(found[n], time=_inferred(time, "same-clause"))
    for n, trigger in enumerate(triggers):
        does = _what_it_does(trigger) if found[n].time is None and _happened(found[n]) else None
        if does is not None and (other := by_verb.get(does.i)) is not None and (time := _day_of(found[other])):
            found[n] = replace(found[n], time=_inferred(time, "same-clause"))
    return found


def _what_it_does(trigger: Trigger) -> Token | None:
    """ "The earthquake that shook Aru on Monday": the verb of the clause in which a disaster does something."""
    if trigger.frame.kind not in STRIKING or trigger.token.pos_ != "NOUN":
        return None
    clauses = (c for c in trigger.token.rights if c.dep_ == "relcl" and c.tag_ == "VBD")
    return next((v for v in clauses if any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") for c in v.lefts)), None)


def _told_again(situations: list[Situation], published: date | None) -> list[Situation]:
    """All tellings of one event on the day that one of them gives; where two give days that do not meet, none is spread."""
    days: dict[str, list[Time]] = defaultdict(list)
    for s in situations:
        if s.event and s.kind not in OF_MANY_DAYS and (time := _day_of(s)) and not (published and time.start and time.start > published):
            days[s.event].append(time)
    spread = {event: times[0] for event, times in days.items() if _all_meet(times)}
    return [
        replace(s, time=_inferred(spread[s.event], "told-again")) if s.event in spread and s.time is None and _happened(s) else s
        for s in situations
    ]


def _all_meet(times: list[Time]) -> bool:
    starts, ends = [t.start for t in times if t.start], [t.end for t in times if t.end]
    return max(starts) <= min(ends)


def _in_the_present(
    parsed: ParsedArticle, published: date, triggers: list[Trigger], situations: list[Situation], times: tuple[TimeMention, ...]
) -> list[Situation]:
    """What is told in the present tense holds on the day of writing; a headline tells the past in it, a dated clause another day."""
    title = parsed.article.info.title_span
    end = title.end if title is not None else parsed.sentences[0].end_char if parsed.sentences else 0
    elsewhere = [m for m in times if not _covers(m.time, published)]
    dated = {parsed.doc[m.start].sent.start for m in elsewhere}
    time = Time(_stamp(parsed, published), published, published, "day", "inferred", "present-tense")
    found = list(situations)
    for n, trigger in enumerate(triggers):
        situation, verb = situations[n], trigger.verb
        if situation.time is not None or verb is None or situation.trigger.start < end:
            continue
        if verb.tag_ != "VBG" and situation.kind != "other":  # "the rebels attack villages": not on a day
            continue
        if situation.modality == "actual" and situation.standing == "narrated" and holds_now(verb) and verb.sent.start not in dated:
            found[n] = replace(situation, time=time)
    return found


def _covers(time: Time, day: date) -> bool:
    if time.start is None and time.end is None:
        return False
    return (time.start is None or time.start <= day) and (time.end is None or day <= time.end)


def _stamp(parsed: ParsedArticle, published: date) -> Span | None:
    """Where the article prints the day of its publication."""
    for skipped in parsed.article.skipped:
        if skipped.reason in STAMPS:
            for printed in find_dates(parsed.words(skipped.span)):
                if printed.readings == (published,):
                    return Span(skipped.span.start + printed.start, skipped.span.start + printed.end)
    return None
