"""The links between claims: rules that see a claim take up another, each a row of `RULES`.

A claim is taken up in one of few ways: it is named inside the answer ("rejected Lund's claim that ..."), pointed back to
by a noun or a pronoun ("called these allegations baseless"), it tells of the same event or in the same words, it is an
accusation that the accused denies, or it stands right before a reply. Every link carries the words that made it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from kg.ledger.pointers import (
    ACCUSATIONS,
    SENTENCE_ENDS,
    is_bare_pronoun,
    is_called_in,
    is_name_only,
    is_of_a_claim,
    is_of_a_pronoun,
    is_of_everything,
    is_rejoinder,
    may_be_of_one_number,
    outermost_before,
    pointed_to,
    pointer_of,
    tells_itself,
)
from kg.ledger.statements import DENIALS, REACH, WISHES, Ledger, Statement, is_one_voice
from kg.model import Link

REPLIES = frozenset({"respond"})
AGREEMENTS = frozenset({"confirm", "agree", "support"})
ANSWERS = frozenset({"criticize", "praise", "oppose", "describe", "reject"})
"""Acts that take up what somebody said, without a word on whether it is so."""
STANDS = frozenset({"ask", "support", "oppose", "refuse", "praise", "demand", "want", "hope", "agree"})
"""Acts that say what somebody is for or against, not what is so."""
CONTRADICTIONS = frozenset({"contradict", "dispute", "rebut", "refute"})
RETRACTIONS = frozenset({"retract", "withdraw", "recant", "take back", "walk back"})

ALIKE = 0.6
"""How much of the shorter of two contents must stand in the other, and nearly so the other way round, for both to tell of one thing."""

_FIRST_WORDS = 6
"""Words of a content among which "any such" begins it, or nearly so."""

_IN_REPLY = re.compile(r"\b(?:in (?:response|reply|answer) to|responding to|when asked|asked (?:about|if|whether))\b", re.I)
_APPOSITION = re.compile(r"[”\"’']?,[”\"’']?\s+(?:something|which|an?\s+(\w+)\s+that)\s+[^.;:!?\n”\"]+", re.I)
_SUCH = re.compile(r"\b(?:any|no|such)\s+(?:such|an?)\s+[\w-]+", re.I)
_ANY = re.compile(r"\b(?:any|anything|anybody|anyone|ever|never|no)\b", re.I)
_THAT = re.compile(r"\W*(?:it|this|that)\b", re.I)

Rule = Callable[[Statement, Ledger], Iterator[Link]]


def find_links(ledger: Ledger) -> tuple[Link, ...]:
    """The links of all rules; a pair of claims is linked once, by the first rule that sees it."""
    found: dict[tuple[str, str], Link] = {}
    for statements in ledger.by_article.values():
        for statement in statements:
            for rules in RULES:
                for link in next(filter(None, (tuple(rule(statement, ledger)) for rule in rules)), ()):
                    if not ledger.is_told_by(statement, link.target):
                        found.setdefault((link.source, link.target), link)
    for link in _follow_ups(found, ledger):
        found.setdefault((link.source, link.target), link)
    return tuple(sorted(found.values(), key=lambda x: (x.source, x.relation, x.target)))


# ---------------------------------------------------------------- denials
def denies_what_it_names(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "She rejected his claim that ...": the denied claim stands inside the denial, behind a noun for a claim."""
    of_a_claim = is_of_a_claim(statement, ledger)
    for other in ledger.of(statement.article.info.id) if statement.denies else ():
        inside = any(span.contains(other.claim.content_spans[0]) for span in statement.claim.content_spans)
        told = of_a_claim and other.claim.embedded_in == statement.claim.id
        taken_up = other.claim.content_spans == statement.claim.content_spans  # "said it was safe, a claim that the union disputes"
        if inside and (told or taken_up) and not other.denies and other.differs_from(statement) and other.voice is not None:
            yield _link(statement, "denies", other, f"it names the claim that it denies: “{_short(statement.content)}”")


def denies_what_it_is_apposed_to(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Juno claimed that the rival had agreed, something his agent called nonsense": the words right before the comma."""
    if not statement.denies or statement.claim.cue_span is None:
        return
    for other in ledger.before(statement, REACH // 3):
        between = other.article.text[other.claim.content_spans[-1].end : statement.claim.cue_span.start]
        apposed = _APPOSITION.fullmatch(between)
        if apposed and (apposed.group(1) is None or apposed.group(1) in {"charge", *ledger.nouns}):
            yield _link(statement, "denies", other, f"it is said of the words right before it: “{_short(other.content)}”")
            return


def takes_back_its_own(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The witness retracted her statement": a noun points to what the speaker himself said before."""
    pointer = pointer_of(statement, ledger) if statement.claim.cue in RETRACTIONS else None
    if pointer is not None:
        own = [s for s in ledger.earlier(statement) if statement.voice is None or is_one_voice(s.voice, statement.voice)]
        own = own or [s for s in ledger.earlier(statement) if ledger.is_own_side(s, statement)]
        for other in pointed_to(pointer, statement, own, ledger):
            yield _link(statement, "denies", other, f"it takes back what was said before: “{_short(statement.evidence)}”")


def denies_it(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The army has denied it", "That is not true": a bare pronoun points to the nearest claim by somebody else right before it."""
    bare = statement.claim.speech_act in DENIALS and (is_bare_pronoun(statement.content) or is_of_a_pronoun(statement))
    if (not bare and not is_rejoinder(statement.content, ledger.verdicts)) or _goes_on_denying(statement, ledger):
        return
    for other in outermost_before(statement, ledger, REACH // 2):
        if not other.denies and not _is_told_by_its_side(other, statement, ledger) and not tells_itself(other, statement):
            yield _link(statement, "denies", other, f"“{_short(statement.evidence)}” points to the nearest claim by somebody else")
        return


def denies_what_a_noun_points_to(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "They called these allegations baseless": a noun for a kind of claim, and such a claim by somebody else before it."""
    if statement.denies and not _goes_on_denying(statement, ledger):
        yield from _links_of_a_noun(statement, "denies", ledger)


def denies_whom_it_contradicts(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The doctors contradicted the ministry": who is contradicted is the speaker of the claim."""
    if statement.claim.cue not in CONTRADICTIONS or statement.asserted or not is_name_only(statement.content):
        return
    for other in ledger.before(statement):
        if not other.denies and (other.voice in statement.named or is_called_in(other.voice, statement.content)):
            yield _link(statement, "denies", other, f"“{_short(statement.evidence)}” names its speaker")
            return


def denies_the_same_event(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """Somebody denies an event that somebody else claims, in this article or another."""
    if statement.denies:
        yield from _links_of_one_event(statement, "denies", ledger)


def denies_an_accusation(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """The accused denies, soon after the accusation: "Acme accused Binford of theft. Binford denied wrongdoing."

    Who rules out what lies ahead ("ruled out stepping down") denies no fact.
    """
    of_what_was_said = statement.claim.speech_act == "deny" or is_of_a_claim(statement, ledger)
    if not statement.denies or statement.voice is None or statement.ahead or not of_what_was_said:
        return
    for other in ledger.before(statement, REACH // 2):
        accused = statement.claim.speaker in other.claim.about or is_called_in(statement.voice, other.content)
        if other.claim.speech_act in ACCUSATIONS and accused:
            yield _link(statement, "denies", other, f"the accused denies: “{_short(statement.evidence)}”")
            return


def denies_everything(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The firm denies any discrimination": the nearest accusation, or what somebody else alleges, is meant."""
    if statement.claim.speech_act != "deny" or not is_of_everything(statement.content):
        return
    for other in ledger.before(statement, REACH // 2):
        if other.claim.speech_act in ACCUSATIONS | {"claim"}:
            yield _link(statement, "denies", other, f"“{_short(statement.content)}” denies all of it")
            return


def denies_in_the_same_words(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Arden accused Belmora of felling trees. Belmora said it had felled no tree": the same words, once so and once not."""
    act = statement.claim.speech_act
    rejects_a_thing = act == "reject" and not statement.asserted  # need not deny that it is so, but does not want it
    for other in ledger.before(statement) if act not in STANDS else ():
        if other.claim.speech_act in STANDS - WISHES or (other.claim.speech_act in STANDS and not statement.denies):
            continue
        if rejects_a_thing and other.claim.speech_act not in WISHES | {"suggest"}:
            continue
        opposite = (statement.negated ^ statement.denies) != (other.negated ^ other.denies)
        if opposite and _is_alike(statement, other) and (statement.denies or statement.claim.modality == other.claim.modality):
            yield _link(statement, "denies", other, f"the same is said to be so and not so: “{_short(statement.content)}”")
            return


def denies_any_such_thing(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Ek said she had been warned. The bank insists that no such warning reached it": what somebody else says right before."""
    if not (statement.denies or statement.negated) or not _SUCH.search(" ".join(statement.content.split()[:_FIRST_WORDS])):
        return
    for other in outermost_before(statement, ledger, REACH // 3):
        if other.surely_differs_from(statement) and not other.denies and not other.negated:
            yield _link(statement, "denies", other, f"“such” points to the claim before it: “{_short(statement.content)}”")
        return


def denies_a_deed_of_its_kind(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Riders said the club had offered money. The club said it had never made an offer": any deed of the kind, by the one who denies."""
    plain = statement.claim.speech_act not in STANDS | WISHES and not statement.ahead
    whole = (statement.denies and not statement.negated) or (statement.negated and not statement.denies)
    if not (plain and whole and statement.deeds and _ANY.search(statement.content)):
        return
    for other in ledger.before(statement, REACH // 2):
        same = statement.deeds & other.deeds and statement.claim.modality == other.claim.modality == "actual"
        told = not other.denies and not other.negated and not other.ahead and other.claim.speech_act not in STANDS | WISHES
        if same and told and statement.surely_differs_from(other) and may_be_of_one_number(statement, other):
            yield _link(statement, "denies", other, f"it denies any deed of the kind: “{_short(statement.content)}”")
            return


def denies_what_happened_to_one(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Rebels said they had taken the town. The army denied that the town had fallen": the same thing, in the sentence before."""
    if statement.claim.speech_act != "deny" or not statement.things:
        return
    for other in ledger.before(statement, REACH // 3):
        apart = statement.surely_differs_from(other) and not statement.overlaps(other) and may_be_of_one_number(statement, other)
        if apart and (statement.things & other.things) - {other.voice} and statement.negated == other.negated:
            yield _link(statement, "denies", other, f"it denies what is said of the same thing: “{_short(statement.content)}”")
        return


# ---------------------------------------------------------------- confirmations
def confirms_the_same_event(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """Somebody confirms an event that somebody else claims."""
    if _confirms(statement):
        yield from _links_of_one_event(statement, "supports", ledger)


def confirms_what_a_noun_points_to(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "A second team confirmed the result", "the minister backed the proposal"."""
    if _agrees(statement):
        yield from _links_of_a_noun(statement, "supports", ledger)


def confirms_it(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The airline confirmed this": a bare pronoun points to the nearest claim by somebody else right before it."""
    if _agrees(statement) and is_bare_pronoun(statement.content):
        for other in outermost_before(statement, ledger, REACH // 2):
            if tells_itself(other, statement):
                return
            yield _link(statement, "supports", other, f"“{_short(statement.evidence)}” points to the nearest claim by somebody else")
            return


def confirms_in_the_same_words(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """Somebody confirms, in the same words, what somebody else says."""
    if not _confirms(statement):
        return
    for other in ledger.before(statement):
        if statement.negated == (other.negated ^ other.denies) and _is_alike(statement, other):
            yield _link(statement, "supports", other, f"it confirms the same: “{_short(statement.content)}”")
            return


# ---------------------------------------------------------------- answers
def answers_the_question(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "Asked about the leak, the mayor said ...": a question that opens the sentence of its answer."""
    for other in ledger.earlier(statement, REACH // 3):
        asked = other.claim.speech_act == "ask" and not other.claim.speaker_text and statement.claim.speech_act != "ask"
        if asked and not SENTENCE_ENDS.search(other.article.text[other.claim.evidence.end : statement.start]):
            yield _link(statement, "responds-to", other, f"it answers: “{_short(other.evidence)}”")
            return


def answers_what_stands_before(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """A reply answers the nearest claim by somebody else: "She replied that ...", "in response to a question"."""
    act = statement.claim.speech_act
    if act == "ask" or (act not in REPLIES and not _IN_REPLY.search(statement.evidence)):
        return
    if _cue_words(statement).endswith(" to"):  # "responded to the criticism", "responded to the threat"
        yield from _links_of_a_noun(statement, "responds-to", ledger)
        return
    for other in ledger.before(statement, REACH // 2):
        yield _link(statement, "responds-to", other, f"it replies to the claim before it: “{_short(statement.evidence)}”")
        return


def answers_what_a_noun_points_to(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The union called his remarks an insult": it takes up what somebody said, without a word on whether it is so."""
    if statement.claim.speech_act in ANSWERS and not statement.denies:
        yield from _links_of_a_noun(statement, "responds-to", ledger)


RULES: tuple[tuple[Rule, ...], ...] = (
    (
        denies_what_it_names,
        denies_what_it_is_apposed_to,
        takes_back_its_own,
        denies_it,
        denies_what_a_noun_points_to,
        denies_whom_it_contradicts,
        denies_the_same_event,
        denies_an_accusation,
        denies_everything,
        denies_in_the_same_words,
        denies_any_such_thing,
        denies_a_deed_of_its_kind,
        denies_what_happened_to_one,
    ),
    (confirms_the_same_event, confirms_what_a_noun_points_to, confirms_it, confirms_in_the_same_words),
    (answers_the_question, answers_what_stands_before, answers_what_a_noun_points_to),
)
"""Rules of one row are tried in turn; the first that finds something ends its row."""


# ---------------------------------------------------------------- a denial that goes on
def _follow_ups(found: Mapping[tuple[str, str], Link], ledger: Ledger) -> Iterator[Link]:
    """The same speaker's next claim after a denial, where it gives the ground of it or speaks of "this" or "it"."""
    targets: dict[str, list[Link]] = defaultdict(list)
    for link in found.values():
        if link.relation == "denies":
            targets[link.source].append(link)
    for statements in ledger.by_article.values():
        for first, second in pairwise(statements):
            if first.ref not in targets or second.ref in targets or second.claim.speaker != first.claim.speaker:
                continue
            relation = "denies" if _goes_on_denying(second, ledger) else _goes_on(first, second)
            reason = f"it goes on from the denial before it: “{_short(second.evidence)}”"
            links = [_link(second, relation, ledger.by_ref[link.target], reason) for link in targets[first.ref] if relation]
            if relation == "denies":
                targets[second.ref] = links
            yield from links


def _goes_on(first: Statement, second: Statement) -> str:
    """How a claim goes on from a denial: in one breath with it ("rejected the demand, saying it was unfair") it denies too."""
    one_breath = first.claim.evidence.overlaps(second.claim.evidence)
    if one_breath and _cue_words(second).endswith("ing"):
        return "denies"
    takes_up = re.search(r"\b(?:this|that|it|these|those)\b", " ".join(second.content.split()[:6]), re.I)
    return ("denies" if one_breath else "responds-to") if takes_up else ""


def _cue_words(statement: Statement) -> str:
    return statement.claim.cue_span.of(statement.article.text) if statement.claim.cue_span else ""


def _goes_on_denying(statement: Statement, ledger: Ledger) -> bool:
    """Does "that rumour" or "this" come right after a denial of the same speaker? Then it points to what was just denied."""
    first = next(ledger.earlier(statement, REACH // 3), None)
    if first is None or first.claim.speech_act not in DENIALS or not is_one_voice(first.voice, statement.voice):
        return False
    content = statement.content
    points = is_bare_pronoun(content) or is_rejoinder(content, ledger.verdicts) or pointer_of(statement, ledger) is not None
    return points and bool(_THAT.match(content))


# ---------------------------------------------------------------- parts of rules
def _is_told_by_its_side(other: Statement, statement: Statement, ledger: Ledger) -> bool:
    """Is it what the own side told, of something else than the speaker? Nobody denies that by a pointer."""
    of_the_speaker = other.claim.speech_act in ACCUSATIONS or statement.voice in other.claim.about
    return not of_the_speaker and ledger.is_own_side(statement, other)


def _agrees(statement: Statement) -> bool:
    return statement.claim.speech_act in AGREEMENTS and statement.claim.polarity == "affirmed"


def _confirms(statement: Statement) -> bool:
    """Does it say the same to be so? Who is for something only says so of a claim that he names."""
    return _agrees(statement) and statement.claim.speech_act != "support"


def _links_of_a_noun(statement: Statement, relation: str, ledger: Ledger) -> Iterator[Link]:
    """Links to the claims by others that a noun of this statement points back to."""
    pointer = pointer_of(statement, ledger)
    if pointer is not None:
        others = [other for other in ledger.before(statement) if relation != "denies" or not _is_told_by_its_side(other, statement, ledger)]
        for other in pointed_to(pointer, statement, others, ledger):
            yield _link(statement, relation, other, f"“{pointer.noun}” points back to the nearest such claim by somebody else")


def _links_of_one_event(statement: Statement, relation: str, ledger: Ledger) -> Iterator[Link]:
    """Links to what others claim of the event that this claim tells of first."""
    for other in ledger.by_event.get(statement.head or "", ()):
        if other.differs_from(statement) and not other.denies and not other.overlaps(statement):
            yield _link(statement, relation, other, f"both tell of one event, {statement.head}")


def _is_alike(one: Statement, other: Statement) -> bool:
    """Two known voices, neither reporting the other; most of the words of the shorter content, two at least, are in both."""
    mine, theirs = one.stems - other.voice_stems, other.stems - one.voice_stems
    shared, short, long = len(mine & theirs), *sorted((len(mine), len(theirs)))
    alike = shared >= 2 and shared >= ALIKE * short and (2 * shared >= long if one.denies else 2 * shared > long)
    return (alike or (shared > 0 and mine == theirs)) and one.surely_differs_from(other) and not one.overlaps(other)


def _link(source: Statement, relation: str, target: Statement, reason: str) -> Link:
    return Link(source.ref, relation, target.ref, reason)


def _short(text: str, limit: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"
