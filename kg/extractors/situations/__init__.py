"""What is described as happening or holding: one matcher over the frames of the lexicon.

`triggers` finds the words, `roles` who takes part, `factuality` whether it is said to have happened, `circumstances` when,
where and how many, `identity` which words of the article tell of the same thing.
"""

from __future__ import annotations

from msgspec.structs import replace

from kg.extractors.drafts import Attribution, Identities
from kg.extractors.quantities import QuantityMention
from kg.extractors.situations.circumstances import country_of, place_of, quantities_of, times_of
from kg.extractors.situations.factuality import Judge, judge_of
from kg.extractors.situations.identity import join_tellings
from kg.extractors.situations.roles import Argument, arguments_of
from kg.extractors.situations.ties import tie, tie_numbers
from kg.extractors.situations.triggers import Trigger, find_triggers, words_of
from kg.extractors.situations.wording import evidence_of, label_of
from kg.extractors.times import TimeMention
from kg.lexicon import Lexicon
from kg.model import EntityType, Role, Situation, Span, Standing
from kg.parsing import ParsedArticle

__all__ = ["find_situations"]


def find_situations(
    parsed: ParsedArticle,
    lexicon: Lexicon,
    identities: Identities,
    attributions: tuple[Attribution, ...],
    times: tuple[TimeMention, ...],
    quantities: tuple[QuantityMention, ...],
) -> tuple[Situation, ...]:
    """The situations of an article in the order of their triggers; ids are local (`situation-3`)."""
    kinds = {e.id: e.type for e in identities.entities}
    words, judge = words_of(lexicon), judge_of(lexicon)
    cues = {i for a in attributions for i in _tokens_of(parsed, a)}
    contents = sorted(span for a in attributions for span in a.contents)
    triggers = [
        t for sentence in parsed.sentences for t in find_triggers(iter(sentence), words, identities, kinds) if t.token.i not in cues
    ]
    owners = _owners(triggers)
    when, how_many = times_of(parsed, times, owners), quantities_of(parsed, quantities, times, owners)
    found = []
    for number, trigger in enumerate(triggers):
        arguments = [_owned(a, trigger, identities, kinds) for a in arguments_of(trigger)]
        draft = _situation(parsed, number, trigger, arguments, identities, judge, contents)
        numbers = tuple(q.quantity for q in how_many.get(number, ()))
        found.append(replace(draft, time=when.get(number), quantities=numbers, place=place_of(trigger, arguments, identities, kinds)))
    return tuple(join_tellings(triggers, tie_numbers(parsed, tie(triggers, found), how_many)))


def _owned(argument: Argument, trigger: Trigger, identities: Identities, kinds: dict[str, EntityType]) -> Argument:
    """What is done to a country's things is done to the country, where the frame has a site."""
    if not trigger.frame.site or argument.part != "patient" or identities.of(argument.head.i) is not None:
        return argument
    return Argument(argument.head, argument.part, country_of(argument.head, identities, kinds))


def _tokens_of(parsed: ParsedArticle, attribution: Attribution) -> tuple[int, ...]:
    return (attribution.cue_token,)


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
    parsed: ParsedArticle, number: int, trigger: Trigger, arguments: list[Argument], identities: Identities, judge: Judge,
    contents: list[Span],
) -> Situation:
    span = parsed.span(trigger.start, trigger.end)
    light = trigger.verb if trigger.verb is not trigger.token else None
    fact = judge.of_verb(trigger.token) if trigger.verb is trigger.token else judge.of_noun(trigger.token, trigger.frame.plan, light, trigger.frame.kind == "proposal")
    attributed = fact.hedged or any(c.contains(span) for c in contents)
    standing: Standing = "attributed" if attributed else "narrated"
    return Situation(
        id=f"situation-{number + 1}", kind=trigger.frame.kind, trigger=span, evidence=evidence_of(parsed, trigger), label=label_of(parsed, trigger, arguments),
        other_triggers=(parsed.span(light.i, light.i + 1),) if light is not None else (),
        roles=tuple(_role(parsed, a, identities) for a in arguments),
        modality=fact.modality, polarity=fact.polarity, standing=standing,
    )


def _role(parsed: ParsedArticle, argument: Argument, identities: Identities) -> Role:
    assert argument.part != "place"
    entity = identities.of(argument.head.i if argument.owner is None else argument.owner.i)
    return Role(argument.part, entity, parsed.span(*argument.tokens))
