"""Which events of different articles are one: kind, participants, time and place, each merge with its reason."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from msgspec.structs import replace

from kg.model import ArticleInfo, Entity, Modality, Quantity, Record, Relation, Role, RoleName, Situation, Span, Time
from kg.resolution.events import resolve_events

WORDS = Span(0, 5)


def _article(name: str, *situations: Situation) -> Record:
    return Record(article=ArticleInfo(id=name, source=f"{name}.txt", sha256="0" * 64), situations=situations)


def _event(
    number: int = 1,
    kind: str = "attack",
    agent: str | None = "gpe/libya",
    patient: str | None = "gpe/chad",
    day: int | None = 3,
    place: str | None = None,
    event: str | None = None,
    count: float | None = None,
    modality: Modality = "actual",
) -> Situation:
    roles = tuple(Role(role, entity, WORDS) for role, entity in (("agent", agent), ("patient", patient)) if entity)  # type: ignore[arg-type]
    time = Time(WORDS, date(2024, 5, day), date(2024, 5, day), "day", "given") if day else None
    quantities = (Quantity(WORDS, value=count, counted="rocket"),) if count else ()
    return Situation(
        id=f"situation-{number}",
        kind=kind,
        trigger=WORDS,
        evidence=WORDS,
        label="Libyan attack on Chad",
        roles=roles,
        time=time,
        place=place,
        event=event,
        quantities=quantities,
        modality=modality,
    )


def _ids(*records: Record) -> list[str | None]:
    resolved, _ = resolve_events(records)
    return [s.event for r in resolved for s in r.situations]


def test_the_same_attack_on_the_same_day_is_one_event() -> None:
    first, second = _ids(_article("a", _event()), _article("b", _event()))
    assert first is not None
    assert first == second
    assert first.startswith("event/attack-chad-libya-2024-05-03-")


def test_every_merge_says_why() -> None:
    _, merges = resolve_events((_article("a", _event()), _article("b", _event())))
    assert [m.article for m in merges] == ["b"]
    assert merges[0].name == "Libyan attack on Chad"
    assert merges[0].reason == "the same kind (attack), chad and libya, on 2024-05-03"


def test_attacks_on_different_days_stay_apart() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(day=4))) == [None, None]


def test_an_attack_without_a_day_joins_none() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(day=None))) == [None, None]


def test_a_lasting_war_is_one_whenever_it_is_told_of() -> None:
    first, second = _ids(_article("a", _event(kind="conflict", day=None)), _article("b", _event(kind="conflict", day=None)))
    assert first is not None
    assert first == second


def test_other_participants_other_event() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(patient="gpe/niger"))) == [None, None]


def test_who_did_what_to_whom_counts() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(agent="gpe/chad", patient="gpe/libya"))) == [None, None]


def test_another_kind_is_another_event() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(kind="visit"))) == [None, None]


def test_other_numbers_of_the_same_thing_are_another_event() -> None:
    assert _ids(_article("a", _event(count=40)), _article("b", _event(count=60))) == [None, None]


def test_what_is_planned_is_not_what_happened() -> None:
    assert _ids(_article("a", _event()), _article("b", _event(modality="future"))) == [None, None]


def test_what_one_article_keeps_apart_is_not_joined_through_another() -> None:
    ids = _ids(_article("a", _event(1, count=40), _event(2, count=60)), _article("b", _event()))
    assert len({i for i in ids if i}) == 1
    assert ids.count(None) == 1


def test_what_an_article_tells_twice_is_one_event_with_one_global_id() -> None:
    ids = _ids(_article("a", _event(1, event="event-1"), _event(2, event="event-1")))
    assert ids[0] == ids[1]
    assert ids[0] is not None
    assert ids[0].startswith("event/")


def test_local_ids_of_different_articles_do_not_meet() -> None:
    a = _article("a", _event(1, event="event-1"), _event(2, event="event-1"))
    b = _article("b", _event(1, kind="visit", event="event-1"), _event(2, kind="visit", event="event-1"))
    ids = _ids(a, b)
    assert ids[0] == ids[1] != ids[2] == ids[3]


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [_article("a", _event()), _article("b", _event()), _article("c", _event(day=9)), _article("d", _event(day=9))]
    outcomes = set()
    for order in permutations(articles):
        resolved, merges = resolve_events(order)
        outcomes.add((tuple(sorted((r.article.id, s.event or "") for r in resolved for s in r.situations)), merges))
    assert len(outcomes) == 1


def _told(kind: str, *sides: tuple[RoleName, str], number: int = 1, modality: Modality = "actual") -> Situation:
    """A situation without a day."""
    roles = tuple(Role(role, entity, WORDS) for role, entity in sides)
    return replace(_event(number, kind, None, None, None, modality=modality), roles=roles)


ORVIA, KELLAND, BRANN = "gpe/orvia", "gpe/kelland", "gpe/brann"


def _at_war(number: int, one: str = ORVIA, other: str = KELLAND) -> Situation:
    return _told("attack", ("agent", one), ("patient", other), number=number)


def _war(*sides: tuple[RoleName, str], kind: str = "conflict", modality: Modality = "actual") -> Situation:
    return _told(kind, *sides, number=9, modality=modality)


def _ninth(*records: Record) -> list[str | None]:
    resolved, _ = resolve_events(records)
    return [s.event for r in resolved for s in r.situations if s.id == "situation-9"]


def test_the_war_is_that_of_the_two_who_attack_one_another() -> None:
    first, second = _ninth(_article("a", _at_war(1), _war()), _article("b", _at_war(1, KELLAND, ORVIA), _war(("participant", ORVIA))))
    assert first is not None
    assert first == second
    _, merges = resolve_events((_article("a", _at_war(1), _war()), _article("b", _at_war(1), _war())))
    within = "the one conflict of those whom the article tells of as at war"
    assert [m.reason for m in merges] == [within, "the conflict of kelland and orvia, whom each article tells of as at war", within]


def test_the_two_at_war_take_part_in_the_war_and_a_peace_deal_where_the_article_itself_says_that_they_are() -> None:
    deal = replace(_war(("participant", ORVIA), kind="peace-agreement"), id="situation-8")
    (record,), merges = resolve_events((_article("a", _at_war(1), _war(), deal),))
    assert [[(r.entity, r.rule) for r in s.roles] for s in record.situations[1:]] == [
        [(ORVIA, "at-war"), (KELLAND, "at-war")],
        [(ORVIA, None), (KELLAND, "at-war")],
    ]
    assert {m.reason.partition(" of ")[2] for m in merges} == {"those whom the article tells of as at war"}
    invaded = replace(_told("invasion", ("agent", ORVIA), ("patient", KELLAND), number=2), place=KELLAND)
    (record,), _ = resolve_events((_article("a", _at_war(1), invaded, _war(), deal),))
    assert [s.place for s in record.situations] == [None, KELLAND, KELLAND, None]
    for unsaid in ({"standing": "attributed"}, {"modality": "possible"}, {"polarity": "negated"}):
        (record,), _ = resolve_events((_article("a", replace(_at_war(1), **unsaid), _war()),))
        assert record.situations[1].roles == ()


def test_a_war_of_others_or_of_three_is_another() -> None:
    known = _article("a", _at_war(1), _war())
    for other in (
        _article("b", _at_war(1, ORVIA, BRANN), _war()),
        _article("b", _at_war(1), _at_war(2, ORVIA, BRANN), _war()),
        _article("b", _at_war(1), _war(("participant", BRANN))),
        _article("b", _war()),
    ):
        first, second = _ninth(known, other)
        assert first is not None
        assert first != second


def test_the_peace_deal_is_that_of_the_war() -> None:
    deal = _war(kind="peace-agreement", modality="possible")
    first, second = _ninth(_article("a", _at_war(1), deal), _article("b", _at_war(1), deal))
    assert first is not None
    assert first == second


def test_a_countrys_bid_for_a_body_is_its_accession_whoever_speaks_for_it() -> None:
    bid = _war(("agent", ORVIA), ("recipient", "organization/union"), kind="campaign", modality="possible")
    leader = _war(("agent", "person/ann-lorne"), ("recipient", "organization/union"), kind="accession", modality="future")
    office = Relation("holds-role", "person/ann-lorne", ORVIA, WORDS, "president")
    first, second = _ninth(_article("a", bid), replace(_article("b", leader), relations=(office,)))
    assert first is not None
    assert first == second
    assert _ninth(_article("a", bid), _article("b", leader)) == [None, None]


def test_a_join_inside_an_article_says_why() -> None:
    again = replace(_event(2, event="event-1"), joined="“the attack” takes up “Libyan attack on Chad”")
    inside = _article("a", _event(1, event="event-1"), again)
    _, merges = resolve_events((inside,))
    assert [m.reason for m in merges] == ["“the attack” takes up “Libyan attack on Chad”"]


NEWS = Time(None, date(2024, 6, 1), date(2024, 6, 30), "month", "inferred", "news-of-the-week")


def test_the_month_of_the_news_joins_nothing_and_keeps_nothing_apart() -> None:
    vague = replace(_event(), time=NEWS)
    first, second = _ids(_article("a", vague), _article("b", vague))
    assert first is second is None
    first, second = _ids(_article("a", replace(vague, place="place/aru")), _article("b", _event(place="place/aru")))
    assert first == second is not None


def test_the_day_that_another_article_gives_stands_in_for_the_month_of_the_news() -> None:
    vague, exact = replace(_event(place="place/aru"), time=NEWS), _event(place="place/aru")
    resolved, _ = resolve_events((_article("a", vague), _article("b", exact)))
    assert [s.time for r in resolved for s in r.situations] == [
        Time(None, date(2024, 5, 3), date(2024, 5, 3), "day", "inferred", "told-again"),
        exact.time,
    ]


def _naming(record: Record, *people: str) -> Record:
    return replace(record, entities=tuple(Entity(f"person/{name}", "Person", name) for name in people))


def test_a_quake_of_one_day_is_one_in_articles_that_name_the_same_people() -> None:
    first, second = (_event(1, "earthquake", None, None, day=3, place=place) for place in (None, "gpe/peru"))
    a, b = _article("a", first), _article("b", second)
    records = (_naming(a, "ada-ruiz", "luis-soto"), _naming(b, "ada-ruiz", "luis-soto"))
    one, other = _ids(*records)
    assert one is not None
    assert one == other
    assert [m.reason for m in resolve_events(records)[1]] == [
        "the same kind (earthquake) on 2024-05-03, in articles that both name ada-ruiz and luis-soto"
    ]
    assert _ids(_naming(a, "ada-ruiz"), _naming(b, "luis-soto")) == [None, None]
    elsewhere = replace(b, situations=(replace(second, place="gpe/chile"),))
    third = replace(a, situations=(replace(first, place="gpe/peru"),))
    assert _ids(_naming(third, "ada-ruiz", "luis-soto"), _naming(elsewhere, "ada-ruiz", "luis-soto")) == [None, None]


def test_what_happens_to_somebody_once_is_one_on_one_day() -> None:
    def ids(kind: str, first: str, second: str) -> list[str | None]:
        told = (_article(name, _event(1, kind, None, patient)) for name, patient in (("a", first), ("b", second)))
        return _ids(*told)

    one, other = ids("arrest", "person/ada-ruiz", "person/ada-ruiz")
    assert one is not None
    assert one == other
    assert ids("arrest", "person/ada-ruiz", "person/luis-soto") == [None, None]
    assert ids("attack", "person/ada-ruiz", "person/ada-ruiz") == [None, None]
