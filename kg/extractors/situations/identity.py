"""Which words of one article tell of the same event: "met", "the meeting", "the five-hour session".

Conservative, and every join says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from typing import Final

from msgspec.structs import replace

from kg.extractors.drafts import Identities
from kg.extractors.situations.roles import Argument
from kg.extractors.situations.tellings import Company, Group, Telling, company_of, counted, tellings_of
from kg.extractors.situations.triggers import Trigger
from kg.lexicon import Lexicon
from kg.model import Situation, Time
from kg.parsing import ParsedArticle

MAX_BACK: Final = 40
"""Events that are looked at for one that a telling can join, the last told first."""
NEAR: Final = 3
"""Sentences back that a noun of another kind points ("the incident")."""
Drafts = list[tuple[Trigger, list[Argument]]]


def join_tellings(
    parsed: ParsedArticle, drafts: Drafts, situations: list[Situation], identities: Identities, lexicon: Lexicon
) -> list[Situation]:
    """The situations, those that tell of one event with the same local event id (`event-2`) and the reason why.

    Words that only take up what was told have its kind.
    """
    groups, reasons = _grouped(tellings_of(parsed, drafts, situations, lexicon), drafts, company_of(identities))
    event: dict[int, str] = {}
    kinds: dict[int, str] = {}
    for n, group in enumerate((g for g in groups if len(g.members) > 1), 1):
        event |= dict.fromkeys(group.members, f"event-{n}")
        kinds |= {m: group.kind for m in group.members if situations[m].kind == "other" or drafts[m][0].pointing}
    return [
        replace(s, event=event[i], joined=reasons.get(i), kind=kinds.get(i, s.kind)) if i in event else s for i, s in enumerate(situations)
    ]


def _grouped(tellings: list[Telling], drafts: Drafts, company: Company) -> tuple[list[Group], dict[int, str]]:
    """The tellings by event, in the order of the text, and why each that joined one did."""
    groups: list[Group] = []
    by_key: dict[str, list[Group]] = defaultdict(list)
    reasons: dict[int, str] = {}
    for number, telling in enumerate(tellings):
        near = by_key[telling.key][-MAX_BACK:]
        joined = _manner_of(number, drafts, near) or _same_as(near, telling, company) or _taken_up(groups, telling, company)
        if joined is None:
            if drafts[number][0].pointing:
                continue
            group = Group(telling.kind, telling.plan, telling.actual, telling.situation.polarity, telling.headline, telling.situation.label)
            groups.append(group)
            by_key[telling.key].append(group)
        else:
            group, reasons[number] = joined
            for told in (groups, by_key[telling.key]):  # what was told last is looked at first
                if group in told:
                    told.remove(group)
                told.append(group)
        group.add(telling, number)
    return sorted(groups, key=lambda g: g.members[0]), reasons


def _manner_of(number: int, drafts: Drafts, groups: list[Group]) -> tuple[Group, str] | None:
    """ "Carried out an attack, launching missiles": the participle tells how the same thing was done."""
    trigger = drafts[number][0]
    verb = trigger.verb
    if verb is None or trigger.frame.kind == "other" or verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    for group in reversed(groups):
        heads = [drafts[m][0].verb for m in group.members]
        if any(h is not None and h.i == verb.head.i for h in heads):
            return group, f"“{verb.text}” says how it was done"
    return None


def _same_as(groups: list[Group], telling: Telling, company: Company) -> tuple[Group, str] | None:
    """The last event of the same kind that this can be, and that something speaks for."""
    for group in reversed(groups):
        if why := _tells_headline(group, telling, company):
            return group, why
        real = _is_as_real(group, telling) and _compatible(group, telling, company)
        if real and (why := _evident(group, telling, company)):
            return group, why
    return None


def _is_as_real(group: Group, telling: Telling) -> bool:
    """What is only planned may be told of as done, or not done, and is one plan; "the walkout" that is called off was planned."""
    unreal = not group.actual and not telling.actual
    alike = group.actual == telling.actual and (group.polarity == telling.situation.polarity or (unreal and telling.pointed))
    return alike or telling.plan or group.plan


def _taken_up(groups: list[Group], telling: Telling, company: Company) -> tuple[Group, str] | None:
    """ "The incident", "the deal", "it took place": what was told last that the words can mean; the same kind has been looked at."""
    if not telling.takes_up or not (telling.pointed or telling.is_it):
        return None
    for group in reversed(groups[-MAX_BACK:]):
        if group.kind not in telling.takes_up or telling.sentence - group.sentence > (1 if telling.is_it else NEAR):
            continue
        if _is_as_real(group, telling) and _compatible(group, telling, company):
            return group, f"“{telling.situation.label}” takes up “{group.words}”"
    return None


def _tells_headline(group: Group, telling: Telling, company: Company) -> str | None:
    """The lead tells the headline again, in full: whoever does it, and whether it is yet to come, is said more exactly."""
    if not (group.headline and telling.lead) or group.polarity != telling.situation.polarity:
        return None
    if not _sides_meet(group, telling, company) or not _days_meet(group.time, telling.situation.time):
        return None
    shared = company.with_stand_ins(telling.everybody) & group.everybody or telling.things & group.things
    return "the lead tells the headline again" if shared or not group.everybody else None


def _sides_meet(group: Group, telling: Telling, company: Company) -> bool:
    """Nobody of either side excludes those of the other."""
    agents, patients = telling.agents, telling.patients
    if agents and group.agents and not _overlap(agents, group.agents | group.everybody, company):
        return False
    return not (patients and group.patients and not _overlap(patients, group.patients, company))


def _overlap(some: Set[str], others: Set[str], company: Company) -> bool:
    return bool(company.with_stand_ins(some) & others or some & company.with_stand_ins(others))


def _compatible(group: Group, telling: Telling, company: Company) -> bool:
    """Nothing speaks against it: time, participants, numbers, what qualifies the noun."""
    if not _times_meet(group.time, telling.situation.time) or not _sides_meet(group, telling, company):
        return False
    for quantity in telling.situation.quantities:
        known = group.numbers.get(counted(quantity))
        if known and quantity.value is not None and quantity.value not in known:
            return False
    if telling.versions and telling.is_noun and not telling.versions & group.versions:
        return False
    others = group.qualifiers or (set() if telling.everybody else group.objects)  # "tested a missile", "the blood test"
    return not (telling.qualifiers and others and not telling.qualifiers & others)


def _days_meet(a: Time | None, b: Time | None) -> bool:
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    return a.start <= b.end and b.start <= a.end


def _times_meet(a: Time | None, b: Time | None) -> bool:
    """Neither is far longer than the other, as the year of one of its days is."""
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return True
    short, long = sorted(((a.end - a.start).days, (b.end - b.start).days))
    is_range = "range" in (a.precision, b.precision)
    return _days_meet(a, b) and long <= (3 if is_range else 31) * (short + 1)


def _evident(group: Group, telling: Telling, company: Company) -> str | None:
    """What speaks for it: the same participants, or a definite noun for what was told."""
    shared = telling.everybody & group.everybody
    same_lemma = telling.lemma in group.lemmas
    who = f"the same kind ({group.kind}) of the same: {', '.join(sorted(company.names.get(e, e) for e in shared))}"
    if len(shared) + len(telling.things & group.things) >= 2 and (shared or same_lemma):
        return who if shared else f"“{telling.lemma}” of the same"
    if same_lemma and telling.things & group.things and _on_one_day(group.time, telling.situation.time):
        return f"“{telling.lemma}” of the same on the same day"
    if group.headline and telling.lead and (same_lemma or shared):
        return "the lead tells the headline again"
    if telling.is_it and telling.takes_up and same_lemma and telling.sentence - group.sentence == 1:
        return f"“{telling.situation.label}” takes up “{group.words}”"
    if telling.is_noun and telling.definite:
        alike = telling.plural in (None, group.plural.get(telling.lemma, telling.plural)) or telling.qualifiers & group.qualifiers
        bare = not telling.everybody and (same_lemma or telling.pointed) and alike
        return who if shared else f"“{telling.situation.label}” takes up “{group.words}”" if bare else None
    other = telling.objects and group.objects and telling.objects.isdisjoint(group.objects)  # "won a seat", "won praise"
    if telling.wide and telling.situation.label.lower() != group.words.lower():  # "he got the news", "he got a job"
        return None
    return who if shared and same_lemma and not other and telling.everybody <= group.everybody else None


def _on_one_day(a: Time | None, b: Time | None) -> bool:
    return a is not None and b is not None and b.start is not None and a.start == b.start
