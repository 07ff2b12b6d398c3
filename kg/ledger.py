"""The claim ledger: who denies, rejects, confirms or answers whom, and on whose word each situation stands.

A claim is taken up by another in one of few ways, each a rule of `RULES`: it is named inside the answer ("rejected Trump's
claim that ..."), pointed back to by a noun ("called these allegations baseless"), it tells of the same event, it is an
accusation that the accused denies, or it stands right before a reply. Every link carries the words that made it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec.structs import replace

from kg.lexicon import Lexicon
from kg.model import Article, Claim, Graph, Link, Record, Situation, Standing

REACH = 900
"""How many characters back a noun or a reply may point."""

DENIALS = frozenset({"deny", "reject"})
ACCUSATIONS = frozenset({"accuse", "criticize"})
REPLIES = frozenset({"respond"})
AGREEMENTS = frozenset({"confirm", "agree", "support"})

# What kind of claim a noun of the lexicon may point back to, best first. A noun of any other act points to its own act only.
POINTS_TO: Mapping[str, tuple[frozenset[str], ...]] = {
    "accuse": (ACCUSATIONS, frozenset({"claim", "say", "report", "warn"})),
    "claim": (frozenset({"claim"}) | ACCUSATIONS, frozenset({"say", "report", "predict", "warn", "believe"})),
    "say": (frozenset({"say", "claim", "report"}) | ACCUSATIONS,),
    "demand": (frozenset({"demand", "ask", "want"}), frozenset({"propose", "say"})),
    "ask": (frozenset({"ask", "demand"}),),
    "propose": (frozenset({"propose", "promise", "demand"}), frozenset({"say"})),
    "promise": (frozenset({"promise", "propose"}),),
    "criticize": (ACCUSATIONS, frozenset({"say", "claim"})),
    "report": (frozenset({"report", "claim", "say"}),),
}
_BARE = frozenset({"it", "this", "that", "these", "those"})
_POINTER = re.compile(r"\b(?:this|that|these|those|the|such|any|all|his|her|their|its|\w+[’']s?)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_APPOSED = re.compile(r"\b(?:an?|the|this|that)\s+(?:[\w-]+\s+){0,2}?$", re.I)
_OWN_CONTENT = re.compile(r"\s+that\b", re.I)
_IN_REPLY = re.compile(r"\b(?:in (?:response|reply|answer) to|responding to|when asked|asked (?:about|if|whether))\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with what the rules look at: its reference `ARTICLE#claim-N`, its words, and what it says to be so.

    `asserted` are the references `ARTICLE#situation-N` of what the claim stands or falls with, `events` their identities: who
    denies that the firm hid a theft denies the hiding, not the theft.
    """

    ref: str
    article: Article
    claim: Claim
    content: str
    asserted: frozenset[str]
    events: frozenset[str]

    @property
    def start(self) -> int:
        return self.claim.content_spans[0].start

    @property
    def evidence(self) -> str:
        return self.claim.evidence.of(self.article.text)

    @property
    def denies(self) -> bool:
        return self.claim.polarity == "negated" or self.claim.speech_act in DENIALS

    def differs_from(self, other: Statement) -> bool:
        """Another voice: two known speakers who are not one, or a speaker and somebody unnamed."""
        return self.ref != other.ref and (self.claim.speaker != other.claim.speaker or self.claim.speaker is None)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the rules may look at: the claims of each article in the order of the text, and all claims by event."""

    by_article: Mapping[str, Sequence[Statement]]
    by_event: Mapping[str, Sequence[Statement]]
    nouns: Mapping[str, str]
    """Noun that stands for a claim ("allegation") -> its speech act."""

    def before(self, statement: Statement, reach: int = REACH) -> Iterator[Statement]:
        """Claims by others up to `reach` characters before this one, the nearest first."""
        earlier = [s for s in self.by_article[statement.article.info.id] if s.start < statement.start]
        for other in reversed(earlier):
            if other.claim.evidence.end < statement.claim.evidence.start - reach:
                return
            if other.differs_from(statement):
                yield other


Rule = Callable[[Statement, Ledger], Iterator[Link]]


def relate(graph: Graph, lexicon: Lexicon) -> Graph:
    """The graph with links between claims, each with its reason, and the standing of every situation."""
    ledger = _ledger(graph, lexicon)
    links = _links(ledger)
    denied = frozenset(link.target for link in links if link.relation == "denies")
    standings = _standings(graph.records, ledger, denied)
    return replace(graph, links=links, records=tuple(_with_links(_with_standing(r, standings), links) for r in graph.records))


def _ledger(graph: Graph, lexicon: Lexicon) -> Ledger:
    by_article: dict[str, list[Statement]] = {}
    by_event: dict[str, list[Statement]] = defaultdict(list)
    for article, record in zip(graph.articles, graph.records, strict=True):
        statements = sorted(_statements(article, record), key=lambda s: s.start)
        by_article[article.info.id] = statements
        for statement in statements:
            for event in statement.events:
                by_event[event].append(statement)
    nouns = {cue.lemma: cue.act for cue in lexicon.cues if cue.pos == "noun"}
    return Ledger(by_article, by_event, nouns)


def _statements(article: Article, record: Record) -> Iterator[Statement]:
    situations = {s.id: s for s in record.situations}
    for claim in record.claims:
        asserted = _asserted([situations[name] for name in claim.content])
        yield Statement(
            ref=f"{article.info.id}#{claim.id}",
            article=article,
            claim=claim,
            content=" ".join(s.of(article.text) for s in claim.content_spans),
            asserted=frozenset(f"{article.info.id}#{s.id}" for s in asserted),
            events=frozenset(s.event for s in asserted if s.event),
        )


def _asserted(situations: Sequence[Situation]) -> Sequence[Situation]:
    """The situations of a content that are not merely named by the words for who takes part in another of them."""
    return [s for s in situations if not any(_is_named_by(s, other) for other in situations if other is not s)]


def _is_named_by(situation: Situation, other: Situation) -> bool:
    return any(role.span.contains(situation.trigger) and not role.span.contains(other.trigger) for role in other.roles)


def _links(ledger: Ledger) -> tuple[Link, ...]:
    """The links of all rules; a pair of claims is linked once, by the first rule that sees it."""
    found: dict[tuple[str, str], Link] = {}
    for statements in ledger.by_article.values():
        for statement in statements:
            for rules in RULES:
                for link in next(filter(None, (tuple(rule(statement, ledger)) for rule in rules)), ()):
                    found.setdefault((link.source, link.target), link)
    for link in _follow_ups(found, ledger):
        found.setdefault((link.source, link.target), link)
    return tuple(sorted(found.values(), key=lambda x: (x.source, x.relation, x.target)))


# ---------------------------------------------------------------- the rules
def denies_what_it_names(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "She rejected his claim that ...": the denied claim stands inside the denial."""
    if not statement.denies:
        return
    for other in ledger.by_article[statement.article.info.id]:
        inside = any(span.contains(other.claim.content_spans[0]) for span in statement.claim.content_spans)
        if inside and other.differs_from(statement) and other.claim.speaker is not None:
            yield _link(statement, "denies", other, f"it names the claim that it denies: “{_short(statement.content)}”")


def denies_what_a_noun_points_to(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "They called these allegations baseless": a noun for a kind of claim, and such a claim by somebody else before it."""
    pointer = _pointer(statement, ledger.nouns) if statement.denies else None
    if pointer is None:
        return
    noun, act, plural = pointer
    earlier = list(ledger.before(statement))
    for acts in POINTS_TO.get(act, (frozenset({act}),)):
        fitting = [s for s in earlier if s.claim.speech_act in acts and not s.denies]
        if fitting:
            for other in _all_of_its_speaker(fitting) if plural else fitting[:1]:
                yield _link(statement, "denies", other, f"“{noun}” points back to the nearest such claim by somebody else")
            return


def denies_it(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """ "The army has denied it": a bare pronoun points to the nearest claim by somebody else right before it."""
    if statement.claim.speech_act not in DENIALS or statement.content.strip().lower() not in _BARE:
        return
    for other in ledger.before(statement, REACH // 2):
        if not other.denies:
            yield _link(statement, "denies", other, f"“{_short(statement.evidence)}” points to the nearest claim by somebody else")
        return


def _all_of_its_speaker(nearest_first: Sequence[Statement]) -> Iterator[Statement]:
    """The nearest claim, and the others of its speaker in the same paragraph; of somebody unknown only the one."""
    nearest = nearest_first[0]
    yield nearest
    for other in nearest_first[1:]:
        between = nearest.article.text[other.claim.evidence.end : nearest.claim.evidence.start]
        if nearest.claim.speaker is not None and other.claim.speaker == nearest.claim.speaker and "\n" not in between:
            yield other


def denies_the_same_event(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """Somebody denies an event that somebody else claims, in this article or another."""
    if statement.denies:
        yield from _links_of_one_event(statement, "denies", ledger)


def denies_an_accusation(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """The accused denies, soon after the accusation: "Acme accused Binford of theft. Binford denied wrongdoing." """
    if not statement.denies or statement.claim.speaker is None:
        return
    for other in ledger.before(statement, REACH // 2):
        if other.claim.speech_act in ACCUSATIONS and statement.claim.speaker in other.claim.about:
            yield _link(statement, "denies", other, f"the accused denies: “{_short(statement.evidence)}”")
            return


def confirms_the_same_event(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """Somebody confirms an event that somebody else claims."""
    if statement.claim.speech_act in AGREEMENTS and not statement.denies:
        yield from _links_of_one_event(statement, "supports", ledger)


def answers_what_stands_before(statement: Statement, ledger: Ledger) -> Iterator[Link]:
    """A reply answers the nearest claim by somebody else: "She replied that ...", "in response to a question"."""
    if statement.claim.speech_act not in REPLIES and not _IN_REPLY.search(statement.evidence):
        return
    for other in ledger.before(statement, REACH // 2):
        yield _link(statement, "responds-to", other, f"it replies to the claim before it: “{_short(statement.evidence)}”")
        return


RULES: tuple[tuple[Rule, ...], ...] = (
    (denies_what_it_names, denies_it, denies_what_a_noun_points_to, denies_the_same_event, denies_an_accusation),
    (confirms_the_same_event,),
    (answers_what_stands_before,),
)
"""Rules of one row are tried in turn; the first that finds something ends its row."""


def _links_of_one_event(statement: Statement, relation: str, ledger: Ledger) -> Iterator[Link]:
    """Links to what others claim of the events that this claim tells of."""
    for event in sorted(statement.events):
        for other in ledger.by_event[event]:
            if other.differs_from(statement) and not other.denies:
                yield _link(statement, relation, other, f"both tell of one event, {event}")


def _follow_ups(found: Mapping[tuple[str, str], Link], ledger: Ledger) -> Iterator[Link]:
    """A denial that goes on: the same speaker's next claim, when it speaks of "this" or "it" near its beginning."""
    targets: dict[str, list[Link]] = defaultdict(list)
    for link in found.values():
        if link.relation == "denies":
            targets[link.source].append(link)
    refs = {s.ref: s for statements in ledger.by_article.values() for s in statements}
    for statements in ledger.by_article.values():
        for first, second in pairwise(statements):
            if first.ref not in targets or second.ref in targets or second.claim.speaker != first.claim.speaker:
                continue
            if _takes_up(second):
                # "rejected the demand, saying it was unfair": the ground of the denial, in one breath with it
                relation = "denies" if first.claim.evidence.overlaps(second.claim.evidence) else "responds-to"
                for link in targets[first.ref]:
                    yield _link(second, relation, refs[link.target], f"it goes on from the denial before it: “{_short(second.evidence)}”")


def _takes_up(statement: Statement) -> bool:
    """Does the claim's content speak of "this" or "it" near its beginning?"""
    return bool(re.search(r"\b(?:this|that|it|these|those)\b", " ".join(statement.content.split()[:6]), re.I))


def _pointer(statement: Statement, nouns: Mapping[str, str]) -> tuple[str, str, bool] | None:
    """The noun for a kind of claim that a denial takes up, its speech act, and whether it is plural.

    It begins the content ("these allegations baseless"), or stands right before the cue ("a demand rejected by"). A noun that
    brings its own content ("the report that ...") points to nothing else.
    """
    opening = " ".join(_WORD.findall(statement.content)[:8])
    before_cue = ""
    if cue := statement.claim.cue_span:
        before_cue = " ".join(_WORD.findall(statement.article.text[max(0, cue.start - 60) : cue.start])[-3:])
    for words, determiner in ((opening, _POINTER), (before_cue, _APPOSED)):
        for match in _WORD.finditer(words):
            singular = _singular(match.group().lower(), nouns)
            if singular and determiner.search(words[: match.start()]) and not _OWN_CONTENT.match(words, match.end()):
                return match.group(), nouns[singular], singular != match.group().lower()
    return None


def _singular(word: str, nouns: Mapping[str, str]) -> str | None:
    """The entry of the lexicon that a noun is a form of."""
    return next((w for w in (word, word.removesuffix("s"), re.sub(r"ies$", "y", word), re.sub(r"es$", "", word)) if w in nouns), None)


def _link(source: Statement, relation: str, target: Statement, reason: str) -> Link:
    return Link(source.ref, relation, target.ref, reason)


def _short(text: str, limit: int = 90) -> str:
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"


# ---------------------------------------------------------------- standing
def _standings(records: Sequence[Record], ledger: Ledger, denied: frozenset[str]) -> Mapping[str, Standing]:
    """`ARTICLE#situation-N` -> standing.

    A situation in a denied claim is disputed, and with it every claim of the same event in any article. In the article that
    holds the denied claim not even the article's own words narrate it: what is disputed in one sentence is no fact in the next.
    """
    statements = [s for of_article in ledger.by_article.values() for s in of_article]
    claimed = {f"{s.article.info.id}#{situation}" for s in statements for situation in s.claim.content}
    disputed = {ref for s in statements if s.ref in denied for ref in s.asserted}
    events = {event for s in statements if s.ref in denied for event in s.events}
    standings: dict[str, Standing] = {}
    for record in records:
        for event, situations in _by_event(record).items():
            refs = [f"{record.article.id}#{s.id}" for s in situations]
            disputed_here = any(ref in disputed for ref in refs)
            for ref, situation in zip(refs, situations, strict=True):
                standing: Standing = "attributed" if ref in claimed else situation.standing
                in_dispute = disputed_here or (event in events and standing == "attributed")
                standings[ref] = "disputed" if in_dispute else standing
    return standings


def _by_event(record: Record) -> Mapping[str, list[Situation]]:
    groups: dict[str, list[Situation]] = defaultdict(list)
    for situation in record.situations:
        groups[situation.event or situation.id].append(situation)
    return groups


def _with_standing(record: Record, standings: Mapping[str, Standing]) -> Record:
    return replace(record, situations=tuple(replace(s, standing=standings[f"{record.article.id}#{s.id}"]) for s in record.situations))


def _with_links(record: Record, links: Sequence[Link]) -> Record:
    """The record with the links of its claims; inside one article a claim is named without the article's id."""
    prefix = f"{record.article.id}#"
    ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for link in links:
        ends[link.source, link.relation].append(link.target.removeprefix(prefix))
    return replace(
        record,
        claims=tuple(
            replace(
                claim,
                denies=tuple(ends[prefix + claim.id, "denies"]),
                supports=tuple(ends[prefix + claim.id, "supports"]),
                responds_to=tuple(ends[prefix + claim.id, "responds-to"]),
            )
            for claim in record.claims
        ),
    )
