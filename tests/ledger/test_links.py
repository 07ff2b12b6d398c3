"""Who denies, answers or confirms whom; and on whose word a situation stands. Records are built by hand from short texts."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from kg.ledger import relate
from kg.ledger.pointers import ACCUSATIONS, POINTS_TO
from kg.ledger.rules import AGREEMENTS, ANSWERS, REPLIES
from kg.ledger.statements import DENIALS
from kg.lexicon import Cue, Lexicon, load_lexicon
from kg.model import Article, Claim, Graph, Record, Role, Situation, Span
from making import article_of

NOUNS = Lexicon(
    cues=tuple(
        Cue(lemma=noun, pos="noun", act=act, frames=("clause",), example=noun)
        for noun, act in (("allegation", "accuse"), ("demand", "demand"), ("claim", "claim"), ("offer", "propose"), ("report", "report"))
    )
)


def span(text: str, words: str, occurrence: int = 0) -> Span:
    start = [m.start() for m in re.finditer(re.escape(words), text)][occurrence]
    return Span(start, start + len(words))


def told(*situations: str) -> dict[str, tuple[str, ...]]:
    """What a claim of one clause tells of: all of it stands in the main clause."""
    return {"content": situations, "asserts": situations}


def sentence(text: str, inside: Span) -> Span:
    """The sentence of a made-up text (ends with a full stop and a blank)."""
    ends = [m.end() for m in re.finditer(r"\.(?=\s|$)", text)]
    end = next(e for e in ends if e >= inside.end)
    start = max((e for e in ends if e <= inside.start), default=-1) + 1
    return Span(start, end)


def claim(number: int, text: str, speaker: str | None, cue: str, content: str, act: str = "say", **rest: object) -> Claim:
    content_span = span(text, content)
    return Claim(
        id=f"claim-{number}",
        speaker=speaker,
        speaker_text=speaker,
        speaker_span=None,
        cue_span=span(text, cue),
        content_spans=(content_span,),
        evidence=sentence(text, content_span),
        speech_act=act,
        polarity="negated" if act in ("deny", "reject") else "affirmed",
        **rest,  # type: ignore[arg-type]
    )


def situation(number: int, text: str, trigger: str, event: str | None = None, standing: str = "attributed") -> Situation:
    where = span(text, trigger)
    return Situation(
        id=f"situation-{number}",
        kind="attack",
        trigger=where,
        evidence=sentence(text, where),
        label=trigger,
        event=event,
        standing=standing,  # type: ignore[arg-type]
    )


def related(*parts: tuple[str, list[Claim], list[Situation]]) -> Graph:
    articles: list[Article] = [article_of(text) for text, _, _ in parts]
    records = [Record(a.info, claims=tuple(c), situations=tuple(s)) for a, (_, c, s) in zip(articles, parts, strict=True)]
    return relate(Graph(articles=tuple(articles), records=tuple(records)), NOUNS)


def test_a_denial_is_linked_to_the_claim_that_it_names() -> None:
    text = "The minister rejected the union's claim that the hospital owed wages."
    outer = claim(1, text, "person/minister", "rejected", "the union's claim that the hospital owed wages", "reject")
    inner = claim(2, text, "organization/union", "claim", "the hospital owed wages", "claim", embedded_in="claim-1")
    graph = related((text, [outer, inner], []))
    assert graph.records[0].claims[0].denies == ("claim-2",)
    assert "the hospital owed wages" in graph.links[0].reason


@pytest.mark.parametrize(
    ("text", "first", "denial"),
    [
        (
            "Regulators accused the bank of hiding losses. The bank called these allegations baseless.",
            ("gpe/regulators", "accused", "the bank of hiding losses", "accuse"),
            ("organization/bank", "called", "these allegations baseless", "deny"),
        ),
        (
            "The league demanded that the club pay the fine. The club rejected this demand.",
            ("organization/league", "demanded", "the club pay the fine", "demand"),
            ("organization/club", "rejected", "this demand", "reject"),
        ),
        (
            "The studio offered to pay for the damage. The museum turned down the offer.",
            ("organization/studio", "offered", "to pay for the damage", "propose"),
            ("organization/museum", "turned down", "the offer", "reject"),
        ),
        (
            "Farmers demanded a ban on imports, a demand rejected by the ministry as unworkable.",
            ("group/farmers", "demanded", "a ban on imports", "demand"),
            ("organization/ministry", "rejected", "unworkable", "reject"),
        ),
        (
            "The miners said that the shaft was flooded. The owner has denied it.",
            ("group/miners", "said", "the shaft was flooded", "say"),
            ("organization/owner", "denied", " it", "deny"),
        ),
    ],
)
def test_a_noun_points_back_to_the_claim_that_is_denied(text: str, first: tuple[str, ...], denial: tuple[str, ...]) -> None:
    claims = [claim(1, text, *first[:4]), claim(2, text, *denial[:4])]
    graph = related((text, claims, []))
    assert graph.records[0].claims[1].denies == ("claim-1",)


def test_a_noun_does_not_point_to_a_claim_of_another_kind_or_of_the_denier_himself() -> None:
    text = "The club thanked the fans. The club said it had paid. The club rejected this demand."
    claims = [
        claim(1, text, "organization/club", "thanked", "the fans", "thank"),
        claim(2, text, "organization/club", "said", "it had paid"),
        claim(3, text, "organization/club", "rejected", "this demand", "reject"),
    ]
    assert related((text, claims, [])).links == ()


def test_the_accused_denies() -> None:
    text = "Prosecutors accused Binford of theft. Binford denied wrongdoing."
    claims = [
        claim(1, text, "organization/prosecutors", "accused", "Binford of theft", "accuse", about=("organization/binford",)),
        claim(2, text, "organization/binford", "denied", "wrongdoing", "deny"),
    ]
    assert related((text, claims, [])).records[0].claims[1].denies == ("claim-1",)


def test_a_denial_in_one_article_meets_the_claim_of_the_same_event_in_another() -> None:
    one, two = "Rebels said the army shelled the market.", "The army denied that it shelled the market."
    first = replace(claim(1, one, "group/rebels", "said", "the army shelled the market"), **told("situation-1"))
    second = replace(claim(1, two, "organization/army", "denied", "it shelled the market", "deny"), **told("situation-1"))
    shelling = replace(situation(1, one, "shelled", "event/attack-1"), roles=(Role("agent", None, span(one, "the army")),))
    graph = related((one, [first], [shelling]), (two, [second], [situation(1, two, "shelled", "event/attack-1")]))
    accuser = graph.records[0].article.id
    assert graph.records[1].claims[0].denies == (f"{accuser}#claim-1",)
    assert [s.standing for r in graph.records for s in r.situations] == ["disputed", "disputed"]


def test_what_is_disputed_in_one_sentence_is_not_narrated_in_the_next() -> None:
    text = "Rebels accused the army of shelling the market. The army rejected the allegation. The shelling lasted an hour."
    first = replace(
        claim(1, text, "group/rebels", "accused", "the army of shelling the market", "accuse"),
        **told("situation-1"),
    )
    second = claim(2, text, "organization/army", "rejected", "the allegation", "reject")
    situations = [
        situation(1, text, "shelling", "event/attack-1"),
        replace(situation(2, text, "The shelling", "event/attack-1"), standing="narrated"),
    ]
    assert [s.standing for s in related((text, [first, second], situations)).records[0].situations] == ["disputed", "disputed"]


def test_a_situation_in_a_claim_is_never_narrated() -> None:
    text = "The mayor said the bridge collapsed."
    claimed = replace(claim(1, text, "person/mayor", "said", "the bridge collapsed"), **told("situation-1"))
    graph = related((text, [claimed], [situation(1, text, "collapsed", standing="narrated")]))
    assert graph.records[0].situations[0].standing == "attributed"


def test_a_reply_answers_the_claim_before_it() -> None:
    text = "The governor asked for more buses. The mayor replied that none were left."
    claims = [
        claim(1, text, "person/governor", "asked", "more buses", "ask"),
        claim(2, text, "person/mayor", "replied", "none were left", "respond"),
    ]
    assert related((text, claims, [])).records[0].claims[1].responds_to == ("claim-1",)


def test_a_confirmation_supports_the_claim_of_the_same_event() -> None:
    text = "A newspaper reported that the firm bought the mine. The firm confirmed the purchase."
    first = replace(
        claim(1, text, "organization/newspaper", "reported", "the firm bought the mine", "report"),
        **told("situation-1"),
    )
    second = replace(claim(2, text, "organization/firm", "confirmed", "the purchase", "confirm"), **told("situation-2"))
    graph = related((text, [first, second], [situation(1, text, "bought", "event/deal-1"), situation(2, text, "purchase", "event/deal-1")]))
    assert graph.records[0].claims[1].supports == ("claim-1",)
    assert {s.standing for s in graph.records[0].situations} == {"attributed"}


def test_a_denial_that_goes_on_keeps_its_target() -> None:
    text = "The league demanded that the club pay. The club rejected this demand. The club said it was unfair."
    claims = [
        claim(1, text, "organization/league", "demanded", "the club pay", "demand"),
        claim(2, text, "organization/club", "rejected", "this demand", "reject"),
        claim(3, text, "organization/club", "said", "it was unfair"),
    ]
    assert related((text, claims, [])).records[0].claims[2].responds_to == ("claim-1",)


def test_the_ground_of_a_denial_given_in_one_breath_denies_too() -> None:
    text = "The league demanded that the club pay. The club rejected this demand, saying it was unfair."
    claims = [
        claim(1, text, "organization/league", "demanded", "the club pay", "demand"),
        claim(2, text, "organization/club", "rejected", "this demand", "reject"),
        claim(3, text, "organization/club", "saying", "it was unfair"),
    ]
    assert related((text, claims, [])).records[0].claims[2].denies == ("claim-1",)


def test_a_claim_named_in_the_denial_beats_an_earlier_one_of_its_kind() -> None:
    text = "A rival claimed that the drug fails. The firm rejected the regulator's claim that the trial was late."
    claims = [
        claim(1, text, "organization/rival", "claimed", "the drug fails", "claim"),
        claim(2, text, "organization/firm", "rejected", "the regulator's claim that the trial was late", "reject"),
        claim(3, text, "organization/regulator", "claim that", "the trial was late", "claim", embedded_in="claim-2"),
    ]
    assert related((text, claims, [])).records[0].claims[1].denies == ("claim-3",)


def test_a_plural_noun_takes_up_one_speaker_in_one_paragraph() -> None:
    text = "An agency said the quake struck at noon. A paper reported that a dam broke. The ministry denied the reports."
    claims = [
        claim(1, text, None, "said", "the quake struck at noon"),
        claim(2, text, None, "reported", "a dam broke", "report"),
        claim(3, text, "organization/ministry", "denied", "the reports", "deny"),
    ]
    assert related((text, claims, [])).records[0].claims[2].denies == ("claim-2",)
    named = [claims[0], *(replace(c, speaker="organization/paper") if c.speaker is None else c for c in claims[1:])]
    assert related((text, [replace(named[0], speaker="organization/paper"), *named[1:]], [])).records[0].claims[2].denies == (
        "claim-1",
        "claim-2",
    )


def test_a_noun_with_its_own_content_points_to_no_other_claim() -> None:
    text = (
        "The chipmaker reported a profit. Its chief denied a newspaper report that it was for sale. She denied the report that it was late."
    )
    claims = [
        claim(1, text, "organization/chipmaker", "reported", "a profit", "report"),
        claim(2, text, "person/chief", "denied", "a newspaper report that it was for sale", "deny"),
        claim(3, text, "person/chief", "denied the", "report that it was late", "deny"),
    ]
    assert related((text, claims, [])).links == ()


def test_who_denies_hiding_a_theft_does_not_deny_the_theft() -> None:
    text = "Police said hackers had stolen the records. The firm denied that it had hidden the theft."
    first = replace(claim(1, text, "organization/police", "said", "hackers had stolen the records"), **told("situation-1"))
    second = replace(
        claim(2, text, "organization/firm", "denied", "it had hidden the theft", "deny"),
        **told("situation-2", "situation-3"),
    )
    hiding = replace(situation(2, text, "hidden"), roles=(Role("patient", None, span(text, "the theft")),))
    situations = [situation(1, text, "stolen", "event/theft-1"), hiding, situation(3, text, "theft", "event/theft-1")]
    graph = related((text, [first, second], situations))
    assert graph.links == ()
    assert [s.standing for s in graph.records[0].situations] == ["attributed", "disputed", "attributed"]


def test_every_speech_act_that_a_rule_names_is_one_of_the_lexicon() -> None:
    pointed_at = {act for row in POINTS_TO.values() for acts in row for act in acts}
    named = DENIALS | ACCUSATIONS | REPLIES | AGREEMENTS | ANSWERS | set(POINTS_TO) | pointed_at
    assert named <= {cue.act for cue in load_lexicon().cues}
