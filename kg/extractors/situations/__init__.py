"""What is described as happening or holding: one matcher over the frames of the lexicon.

`triggers` finds the words, `roles` who takes part, `factuality` whether it is said to have happened, `circumstances` when,
where and how many, `identity` which words of the article tell of the same thing.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec.structs import replace

from kg.extractors.drafts import Attribution, Identities
from kg.extractors.quantities import QuantityMention
from kg.extractors.silence import silences
from kg.extractors.situations.circumstances import is_delegation, is_scene, measures_of, owners_of, place_of, quantities_of, times_of
from kg.extractors.situations.dating import date_undated, seen_from
from kg.extractors.situations.factuality import Judge, judge_of
from kg.extractors.situations.fitting import is_being
from kg.extractors.situations.identity import join_tellings
from kg.extractors.situations.lookups import Words, words_of
from kg.extractors.situations.news import date_news
from kg.extractors.situations.phrases import name_after
from kg.extractors.situations.roles import Argument, arguments_of
from kg.extractors.situations.states import find_states
from kg.extractors.situations.tellings import with_antecedents
from kg.extractors.situations.ties import tie, tie_numbers
from kg.extractors.situations.triggers import Trigger, find_triggers
from kg.extractors.situations.wording import evidence_of, label_of
from kg.extractors.times import TimeMention
from kg.lexicon import Lexicon
from kg.model import EntityType, Role, RoleName, Situation, Span, Standing
from kg.parsing import ParsedArticle

__all__ = ["find_situations"]

SPOKEN: Final = frozenset({"other", "communication"})
"""What the cue of a claim says is told by the claim, unless the cue is a deed of its own ("unveiled")."""

DOERS: Final = frozenset({
    "storm", "flood", "landslide", "fire", "earthquake", "volcanic-eruption", "drought", "heatwave", "famine", "explosion", "outbreak",
    "festival", "conference",
})
"""What does things itself: the storm hit, the festival gave a prize."""

THEIR_DEEDS: Final = frozenset({"protest", "labor-strike", "investigation", "communication"})
"""What the common noun before it says who does ("the student protest")."""
ARMED: Final = frozenset({"police", "army", "navy", "rebel", "militant", "militia", "gang", "mob", "guerrilla", "separatist", "jihadist"})


def find_situations(
    parsed: ParsedArticle,
    lexicon: Lexicon,
    identities: Identities,
    attributions: tuple[Attribution, ...],
    times: tuple[TimeMention, ...],
    quantities: tuple[QuantityMention, ...],
    published: date | None = None,
) -> tuple[Situation, ...]:
    """The situations of an article in the order of their triggers; ids are local (`situation-3`)."""
    kinds = {e.id: e.type for e in identities.entities}
    words, judge = words_of(lexicon), judge_of(lexicon)
    cues = {a.cue_token for a in attributions}
    untold = _merged([*(span for a in attributions for span in a.contents), *_questions(parsed)])
    measures = measures_of(parsed, quantities, times)
    triggers = _find_all_triggers(parsed, lexicon, identities, cues, measures, untold)
    owners = _owners(triggers)
    no_participants = {i for t in times for i in range(t.start, t.end)} | {i for i, n in owners.items() if _is_event(triggers[n])}
    doers = {t.token.i for t in triggers if t.frame.kind in DOERS}
    when, how_many = times_of(parsed, times, owners), quantities_of(parsed, measures, owners)
    found, drafts = [], []
    for number, trigger in enumerate(triggers):
        told = [a for a in arguments_of(trigger) if a.head.i not in no_participants or identities.of(a.head.i) or _does(a, doers)]
        arguments = [owned for a in told for owned in _owned(a, trigger, words, identities, kinds)]
        draft = _situation(parsed, number, trigger, arguments, identities, judge, untold)
        drafts.append((trigger, arguments))
        numbers = tuple(q.quantity for q in how_many.get(number, ()))
        found.append(replace(draft, time=when.get(number), quantities=numbers, place=place_of(trigger, arguments, identities, kinds)))
    told_now = tie(triggers, found) if published is None else seen_from(published, triggers, tie(triggers, found))
    joined = join_tellings(parsed, drafts, told_now, identities, lexicon)
    tied = tie_numbers(parsed, joined, owners, how_many)
    kept = _worth_telling([s for t, s in zip(triggers, tied, strict=True) if s.event or not t.pointing])
    dated = date_undated(parsed, published, triggers, tied, times)
    if published is not None:
        dated = date_news(parsed, published, triggers, dated, times, judge.shades)
    return tuple(s for s in dated if s.id in kept)


def _find_all_triggers(
    parsed: ParsedArticle,
    lexicon: Lexicon,
    identities: Identities,
    cues: set[int | None],
    measures: tuple[QuantityMention, ...],
    untold: list[Span],
) -> list[Trigger]:
    """The words that tell of a situation in the order of the text.

    Cues tell of claims, words of silence of nothing, and numbers of states where nothing else does.
    """
    words, kinds = words_of(lexicon), {e.id: e.type for e in identities.entities}
    silent = silences(parsed.doc)
    told = (
        t
        for sentence in parsed.sentences
        for t in find_triggers(iter(sentence), words, identities, kinds)
        if t.token.i not in silent and (t.token.i not in cues or t.frame.kind not in SPOKEN)
    )
    triggers = with_antecedents(told, lexicon)
    states = find_states(parsed, measures, _owners(triggers))
    states = [t for t in states if t.verb is not None or _inside(parsed.span(t.start, t.end), untold)]
    return sorted([*triggers, *states], key=lambda t: t.token.i)


def _does(argument: Argument, doers: set[int]) -> bool:
    """ "The storm flooded the port": an event that does it."""
    return argument.part == "agent" and argument.head.i in doers


def _is_event(trigger: Trigger) -> bool:
    """A word that misleads ("a space probe") is a thing like others."""
    return trigger.frame.kind != "other" or trigger.token.pos_ != "NOUN"


def _worth_telling(situations: list[Situation]) -> frozenset[str]:
    """The ids less those of no particular kind in which nothing takes part, at no time or place, and that nothing refers to."""
    referred = {s.part_of for s in situations} | {s.condition for s in situations}
    return frozenset(
        s.id for s in situations if s.kind != "other" or s.time or s.place or s.quantities or s.event or s.id in referred or s.roles
    )


def _owned(
    argument: Argument, trigger: Trigger, words: Words, identities: Identities, kinds: dict[str, EntityType]
) -> Iterator[Argument]:
    """What is done to or with a country's things is done to or by the country; its officials meet for it.

    Some words bring in somebody or mere circumstance ("the Libyan attack", "the night attack"): only somebody takes part. What moves
    or changes and is nobody undergoes it.
    """
    entity, being = identities.of(argument.head.i), is_being(argument.head, words, identities, kinds)
    if argument.undergoes and not being:
        argument = replace(argument, part="patient")
    if argument.beings and not being:
        return
    if entity is not None:
        if argument.only_named and argument.part == "recipient" and kinds.get(entity) == "Topic":  # "converted to Islam"
            return
        if argument.only_named and is_scene(argument, kinds.get(entity), words.nations):
            argument = replace(argument, part="place")
        yield from [argument] if not argument.only_named or entity != identities.of(trigger.token.i) else []
        if not is_delegation(argument, trigger, words):
            return
    name = name_after(argument.head)
    if name is not None and identities.of(name.i):
        yield replace(argument, owner=name)
        return
    countries = [replace(argument, owner=owner) for owner in owners_of(argument, trigger, words, identities, kinds)]
    unnamed = argument.only_named and not (being and _is_their_deed(argument, trigger))
    yield from countries or ([] if unnamed or entity is not None else [argument])


def _is_their_deed(argument: Argument, trigger: Trigger) -> bool:
    """ "The police raid", "a student protest": done by those whom the noun before names; not "the child abuse"."""
    if argument.head.dep_ != "compound" or argument.part != "agent":
        return False
    return trigger.frame.kind in THEIR_DEEDS or (trigger.frame.kind == "attack" and argument.head.lemma_.lower() in ARMED)


def _merged(spans: list[Span]) -> list[Span]:
    """The stretches that some span covers, in order, none touching another."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _inside(span: Span, stretches: list[Span]) -> bool:
    at = bisect_right(stretches, (span.start, sys.maxsize)) - 1
    return at >= 0 and stretches[at].contains(span)


def _questions(parsed: ParsedArticle) -> list[Span]:
    """Sentences that ask: what they describe is not told."""
    return [parsed.span(s.start, s.end) for s in parsed.sentences if "?" in parsed.doc.columns.words[max(s.start, s.end - 2) : s.end]]


def _owners(triggers: list[Trigger]) -> dict[int, int]:
    """Token -> number of the situation that it tells of."""
    owners: dict[int, int] = {}
    for number, trigger in enumerate(triggers):
        owners[trigger.token.i] = number
    for number, trigger in enumerate(triggers):
        if trigger.verb is not None:
            owners.setdefault(trigger.verb.i, number)
    return owners


def _situation(
    parsed: ParsedArticle,
    number: int,
    trigger: Trigger,
    arguments: list[Argument],
    identities: Identities,
    judge: Judge,
    untold: list[Span],
) -> Situation:
    light = trigger.verb if trigger.verb != trigger.token else None
    noun = parsed.span(trigger.start, trigger.end)
    span, *others = (noun,) if light is None else _two_words(trigger.means, noun, parsed.span(light.i, light.i + 1))
    fact = (
        judge.of_verb(trigger.token) if trigger.verb == trigger.token else judge.of_noun(trigger.token, trigger.frame, light, trigger.start)
    )
    attributed = fact.hedged or _inside(noun, untold)
    standing: Standing = "attributed" if attributed else "narrated"
    return Situation(
        id=f"situation-{number + 1}",
        kind=trigger.frame.kind,
        trigger=span,
        evidence=evidence_of(parsed, trigger),
        label=label_of(parsed, trigger, arguments, fact),
        other_triggers=tuple(others),
        roles=tuple(_roles(parsed, arguments, identities)),
        modality=fact.modality,
        polarity=fact.polarity,
        standing=standing,
    )


def _two_words(means: bool, noun: Span, verb: Span) -> tuple[Span, Span]:
    """ "Signed an agreement": the verb leads where it means something; "held talks": the noun does."""
    return (verb, noun) if means else (noun, verb)


def _taken(argument: Argument) -> RoleName | None:
    part = argument.part if argument.part != "none" else "place"
    return part if part != "place" else None


def _roles(parsed: ParsedArticle, arguments: list[Argument], identities: Identities) -> Iterator[Role]:
    """The parts that are taken, each of somebody once ("the jet made its first flight", "the owner and chef, who")."""
    seen = set()
    who = [(p, a, identities.of(a.head.i if a.owner is None else a.owner.i)) for a in arguments if (p := _taken(a)) is not None]
    named = {a.relative.i for _, a, entity in who if a.relative is not None and entity}
    for part, argument, entity in who:
        if entity is None and argument.relative is not None and argument.relative.i in named:
            continue
        if entity is None or (entity, part) not in seen:
            words, pronoun = parsed.span(*argument.tokens), argument.relative
            if pronoun is None:
                yield Role(part, entity, words)
            else:
                yield Role(part, entity, parsed.span(pronoun.i, pronoun.i + 1), None if entity else words)
        seen.add((entity, part))
