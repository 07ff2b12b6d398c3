"""Whether something is said to have happened: tense and modals, what governs it, negation, hedges, conditions, questions."""

from __future__ import annotations

from functools import cache
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from kg.doc import Token
from kg.extractors.modals import CONDITIONS, own_modality
from kg.extractors.situations.moods import (
    NEGATIVES,
    has_but,
    has_own_tense,
    hyphened,
    is_alternative,
    is_definite,
    is_disowned,
    is_done,
    is_established,
    is_fiction,
    is_headline_plan,
    is_imperative,
    is_infinitive,
    is_inverted,
    is_of_time,
    is_out_of_reach,
    is_present,
    is_to_be,
    is_told,
    modality_of_subject,
    object_before,
    polarity_of,
    view_before,
)
from kg.extractors.situations.reality import ACTUAL, ASSUMED, NEGATED, Factuality
from kg.lexicon import Frame, Governor, Lexicon
from kg.model import Modality, Polarity

SHADES: Final = (
    "part", "fiction", "outcome", "sequel", "amount", "multiple", "settled", "concluded", "open", "unfounded", "lasting", "other-times",
    "lengths",
)  # fmt: skip
LIMITS: Final = frozenset({"until", "till", "before"})
ANY: Final = frozenset({"any", "another"})
FREE: Final = frozenset({"for", "to", "toward", "towards", "of", "about", "on", "from", "against", "with"})
"""Prepositions through which a verb governs a noun."""
RANKS: Final = frozenset({"first", "second", "third", "last", "only"})
"""Who is one of these to do something did it."""
GOVERNING: Final = FREE | {"into", "over", "at"}
"""The same of nouns and adjectives."""
LEADING: Final = frozenset({"to", "into", "in"})
"""Prepositions behind which stands what a verb comes to: "may lead to war"."""
SCHEDULED: Final = frozenset({"match", "competition", "election", "conference", "festival", "performance", "debate", "press-conference"})
"""What is held on a day known before: what somebody will do in it lies ahead with it."""
PARTICLES: Final = frozenset({"prt", "prep", "advmod"})
STATES: Final = frozenset({"in", "on", "at", "under"})
MAX_CLIMB: Final = 8


class Judge(Struct, frozen=True):
    """Reads factuality off the parse with the table of governing words."""

    governors: dict[str, list[Governor]]
    modifiers: dict[str, Governor]
    light: frozenset[str]
    longer: frozenset[str]
    """First words of the rows of two words."""
    shades: dict[str, frozenset[str]]
    """Words by the construction in which they tell the real from the unreal."""

    def of_verb(self, verb: Token, depth: int = 0) -> Factuality:
        """Factuality of the event that a verb tells of."""
        found = Factuality(own_modality(verb), self._polarity(verb), self._hedged(verb))
        if is_infinitive(verb) and (verb.head == verb or is_headline_plan(verb)):
            return found.under(Factuality("future"))
        if depth >= MAX_CLIMB or verb.head == verb:
            return found.under(Factuality("obliged")) if is_imperative(verb) else found
        return found.under(self._above(verb, depth))

    def of_noun(self, noun: Token, frame: Frame, light: Token | None, start: int) -> Factuality:
        """Factuality of the event that a noun tells of; `light` is the verb that tells of it too ("held talks").

        `start` is the first token of the wording. What is only proposed or discussed is a proposal all the same.
        """
        found = self._by_modifiers(noun)
        is_proposal = frame.kind == "proposal"
        if start < noun.i and noun.doc[start].lower_ in NEGATIVES:
            return found
        if is_proposal and light is None:
            return replace(found, modality="actual")
        if light is not None:
            if light.tag_ == "VBN" and is_definite(noun) and is_disowned(light):
                return found
            return found.under(self._of_light(light, frame, light.lemma_ not in self.light and light.lemma_ in frame.light))
        found = found.under(self._noun_above(noun, frame.kind))
        if frame.plan and found == ACTUAL and not is_established(noun, self.shades["settled"], self.shades["concluded"]):
            return replace(found, modality="possible")
        return found

    def _of_light(self, verb: Token, frame: Frame, realised: bool) -> Factuality:
        """ "would not abandon talks": twice negated is affirmed; a proposal that is rejected has been made."""
        above, row, is_proposal = self.of_verb(verb), self._row_of(verb, kind=frame.kind), frame.kind == "proposal"
        if row is None or row.hedged or row == ACTUAL:
            return above
        if row.polarity == "negated" and (is_proposal or above.polarity == "negated"):
            return replace(above, polarity="affirmed", modality="actual" if is_proposal else above.modality)
        return above if realised and not self._undoes(verb, frame.kind) else above.under(row)

    def _undoes(self, verb: Token, kind: str) -> bool:
        """ "Cancelled a visit", "lifted a ban": the row of the governors wins over the frame that takes the verb as telling of it."""
        rows = [r for r in self._rows(verb) if not r.kinds or kind in r.kinds]
        return any(r.nouns and (r.modality != "actual" or r.polarity == "negated") for r in rows)

    def _above(self, verb: Token, depth: int) -> Factuality:
        """What the governing word makes of a clause."""
        head, dep = verb.head, verb.dep_
        if is_alternative(verb) or is_out_of_reach(verb):
            return Factuality("possible", "negated")
        if is_inverted(verb):
            return Factuality("conditional", hedged=True)
        if is_to_be(verb):
            return Factuality("future").under(self.of_verb(head, depth + 1))
        asked = any(c.lower_ in ("whether", "if") for c in verb.lefts)
        if dep in ("ccomp", "csubj", "csubjpass", "pcomp") and (asked or (head.text == "Had" and head.dep_ == "advcl")):
            return Factuality("possible", hedged=True)
        if dep == "ccomp" and head.lemma_ == "be":
            return self._equated(head)
        if dep == "conj":
            return self._shared_by_conjunct(verb, head, depth)
        if dep == "advcl":
            return self._adverbial(verb, head, depth)
        if dep == "acl" or (dep == "relcl" and is_infinitive(verb)):
            return self._of_clause_of_noun(verb, head, depth)
        if dep == "pcomp":
            return ASSUMED if head.lower_ == "as" and has_own_tense(verb) else self._prepositional(head, depth)  # "such as that he fled"
        if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "oprd", "dobj"):
            if is_done(verb):
                return ACTUAL
            bare = is_infinitive(verb) or verb.tag_ == "VBG" or (verb.tag_ == "VB" and not has_own_tense(verb))  # "helped it land"
            return self._governed(head, depth, default="possible" if is_infinitive(verb) else None, through=bare, told=is_told(verb))
        return ACTUAL

    def _equated(self, verb: Token) -> Factuality:
        """ "It is not true that", "the plan is that"."""
        if self._polarity(verb) == "negated":
            return Factuality("possible", "negated", hedged=True)
        rows = (self._row_of(c) for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ == "NOUN")
        return next((row for row in rows if row is not None), ACTUAL)

    def _of_clause_of_noun(self, verb: Token, noun: Token, depth: int) -> Factuality:
        """ "A plan to leave", "a report to be released", "time to act"; "the first to leave" did."""
        if is_infinitive(verb) and verb.dep_ == "relcl" and any(c.tag_ == "JJS" or c.lower_ in RANKS for c in noun.lefts):
            return self.of_verb(noun.head, depth + 1) if noun.dep_ == "attr" else ACTUAL
        ahead: Modality = "future" if verb.dep_ == "relcl" and verb.tag_ == "VBN" else "possible"
        own = self._governed(noun, depth, default=ahead if is_infinitive(verb) else None, told=is_told(verb))
        return replace(own, modality=ahead) if verb.dep_ == "relcl" and own.modality == "actual" else own

    def _shared_by_conjunct(self, verb: Token, head: Token, depth: int) -> Factuality:
        if head.pos_ not in ("VERB", "AUX"):
            return ACTUAL
        above = self.of_verb(head, depth + 1)
        tensed = has_own_tense(verb) and not (head.tag_ == "VB" and verb.lower_ == verb.lemma_)  # "will sell the one and shut the other"
        if tensed or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return self._above(head, depth + 1) if head.head != head else ACTUAL
        return replace(above, polarity="affirmed" if self._polarity(head) == "negated" and has_but(verb) else above.polarity)

    def _adverbial(self, verb: Token, head: Token, depth: int) -> Factuality:
        marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "advmod")}
        if not marks.isdisjoint(CONDITIONS):
            return Factuality("conditional", hedged=True)
        if not marks.isdisjoint(LIMITS) and is_present(verb):
            return Factuality("possible")
        if is_infinitive(verb):
            if self._comes_about(verb, head):
                return replace(self.of_verb(head, depth + 1), polarity="affirmed")
            return self._governed(head, depth, default="possible") if head.pos_ == "ADJ" else Factuality("possible")
        if verb.tag_ == "VBG" and head.pos_ in ("VERB", "AUX"):
            return replace(self.of_verb(head, depth + 1), polarity="affirmed")
        return ACTUAL

    def _comes_about(self, verb: Token, head: Token) -> bool:
        """ "Scored to win": an outcome, not an aim; what follows on a victory is one more often ("beat Spain to go top")."""
        if head.lemma_ in self.shades["outcome"] and head.tag_ != "VB":
            return verb.lemma_ in self.shades["outcome"] or verb.lemma_ in self.shades["sequel"]
        return head.tag_ == "VBD" and verb.lemma_ in self.shades["outcome"] and any(r.modality == "actual" for r in self._rows(head))

    def _prepositional(self, preposition: Token, depth: int) -> Factuality:
        """ "after meeting", "talks about opening", "without paying", "charged with killing"."""
        word, above = preposition.lower_, preposition.head
        if word == "without":
            return Factuality(polarity="negated")
        if word == "in" and self._has_no_part(above):
            return Factuality(polarity="negated")
        if word == "in" and above.pos_ == "NOUN":
            return self._governed(above, depth, default=None)
        if word in ("after", "since", "while", "when", "upon", "by", "through", "following", "despite", "in"):
            return replace(self.of_verb(above, depth + 1), polarity="affirmed") if above.pos_ == "VERB" else ACTUAL
        return self._governed(
            above, depth, default="possible" if word in ("about", "of", "on", "toward", "towards", "against", "from", "before") else None
        )

    def _has_no_part(self, word: Token) -> bool:
        """ "Had no role in drafting", "was not involved in drafting"."""
        if word.lemma_ not in self.shades["part"]:
            return False
        verb = word.head if word.pos_ in ("NOUN", "ADJ") else word
        return self._by_modifiers(word).polarity == "negated" or self._polarity(verb) == "negated"

    def _governed(self, head: Token, depth: int, default: Modality | None, through: bool = True, told: bool = False) -> Factuality:
        """By a verb, noun or adjective of the table; else the default, or as real as the governing clause.

        `told`: the clause is in the past; what lies ahead or must be is not ("announced that it had sold").
        """
        own = self._row_of(head, of_clause=True, infinitive=default is not None)
        if told and own is not None and own.modality in ("future", "obliged"):
            own = None
        above = ACTUAL
        if through and head.pos_ in ("VERB", "AUX") and depth < MAX_CLIMB:
            above = self.of_verb(head, depth + 1)
        elif head.pos_ == "NOUN":
            above = Factuality(polarity=self._by_modifiers(head).polarity)
        elif head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX") and depth < MAX_CLIMB:
            above = Factuality(polarity=self._polarity(head.head))
        if own is not None:
            return own.under(above)
        return Factuality(default).under(above) if default else above

    def _rows(self, token: Token, clause: str = "") -> list[Governor]:
        """The rows of a word; those with its particle, preposition or what opens its clause ("call off", "tell to") stand alone."""
        lemma = token.lemma_.lower()
        if lemma in self.longer:
            words = [c.lower_ for c in token.children if c.i > token.i and c.dep_ in PARTICLES and not is_of_time(c)]
            for word in (*words, clause):
                if rows := self.governors.get(f"{lemma} {word}"):
                    return rows
        return self.governors.get(lemma, [])

    def _row_of(
        self, token: Token, of_clause: bool = False, infinitive: bool = False, kind: str = "", subject: bool = False
    ) -> Factuality | None:
        """What the table says of a word; where it has two rows for one, verbs take the first and nouns the last.

        `kind` is that of the event noun that hangs on the word, `subject` says that it does so as the subject of an active verb.
        """
        opener = "to" if infinitive else "that" if of_clause and token.pos_ == "NOUN" else ""
        rows = [
            r
            for r in self._rows(token, opener)
            if not (of_clause and (r.nouns or r.kinds)) and r.subjects == subject and (not r.kinds or kind in r.kinds)
        ]
        if not rows:
            return None
        found = ACTUAL
        last = token.pos_ == "NOUN" or any(r.kinds for r in rows)
        for row in rows[-1:] if last else rows[:1]:
            found = found.under(Factuality(row.modality, row.polarity, row.hedge))
        return found

    def _polarity(self, verb: Token) -> Polarity:
        return polarity_of(verb, self.shades["multiple"])

    def _hedged(self, token: Token) -> bool:
        if (view := view_before(token)) is not None and any(r.hedge or r.modality == "possible" for r in self._rows(view)):
            return True
        fictions, beside = self.shades["fiction"], [c for c in token.children if c.dep_ in ("advmod", "prep")]
        if any(c.dep_ == "prep" and is_fiction(c, token, fictions) for c in beside):
            return True
        return any((row := self.modifiers.get(c.lower_)) is not None and row.hedge for c in beside if c.dep_ == "advmod")

    def _by_modifiers(self, noun: Token) -> Factuality:
        found = ACTUAL
        for child in noun.lefts:
            word = child.lower_
            if child.dep_ == "det" and word in NEGATIVES:
                found = found.under(Factuality(polarity="negated"))
            elif child.dep_ == "det" and word in ANY:
                found = found.under(Factuality("possible"))
            elif child.dep_ in ("amod", "advmod", "nmod", "compound") and (row := self.modifiers.get(hyphened(child))) is not None:
                found = found.under(Factuality(row.modality, row.polarity, row.hedge))
        return found

    def _noun_above(self, noun: Token, kind: str, depth: int = 0) -> Factuality:
        """What the word makes of it that the noun hangs on."""
        head, dep = noun.head, noun.dep_
        if head == noun or depth >= 4:
            return ACTUAL
        if dep == "conj":
            return self._noun_above(head, kind, depth + 1)
        if dep == "pobj":
            return self._under_preposition(noun, head, kind, depth)
        if head.pos_ in ("VERB", "AUX"):
            return self._under_verb(noun, head, kind)
        if dep in ("compound", "poss", "nmod") and head.pos_ == "NOUN":
            row = self._row_of(head, of_clause=True)
            return row if row is not None and row.modality != "actual" and row.polarity == "affirmed" else ACTUAL
        return ACTUAL

    def _under_preposition(self, noun: Token, preposition: Token, kind: str, depth: int) -> Factuality:
        word, above = preposition.lower_, preposition.head
        if word == "without":
            return Factuality(polarity="negated")
        if word == "of" and above.lower_ in ("case", "event") and above.head.lower_ == "in":
            return Factuality("conditional", hedged=True)
        if word == "of" and above.lemma_.lower() in self.shades["amount"]:
            return self._noun_above(above, kind, depth + 1)
        if above.lemma_ == "be" and word in STATES:  # "is not under investigation", "may be on strike"
            return self.of_verb(above)
        if word in GOVERNING and (row := self._through(above, word, kind)) not in (None, ACTUAL):
            return row
        if word in ("for", "about", "on", "toward", "towards") and not is_definite(noun):
            return Factuality("possible") if above.lemma_.lower() in self.shades["open"] else ACTUAL
        if word in ("before", "until", "pending") and not is_definite(noun):
            return Factuality("possible")
        return self._within(noun, word, above, kind) if above.pos_ in ("VERB", "AUX") else ACTUAL

    def _within(self, noun: Token, preposition: str, above: Token, kind: str) -> Factuality:
        """ "Will say so in a speech", "will meet Spain in the final", "may be entitled to compensation"."""
        indefinite = any(c.lower_ in ("a", "an") for c in noun.lefts)
        if preposition in ("in", "at", "during") and (indefinite or kind in SCHEDULED):
            above_it = self.of_verb(above)
            return replace(above_it, polarity="affirmed") if indefinite or above_it.modality == "future" else ACTUAL
        if preposition in LEADING and not is_definite(noun):
            return replace(self.of_verb(above), polarity="affirmed")
        return ACTUAL

    def _through(self, above: Token, preposition: str, kind: str) -> Factuality | None:
        """What a word makes of a noun after its preposition ("calls for", "no sign of"), or of one behind its object ("cleared her of")."""
        is_verb = above.pos_ in ("VERB", "AUX")
        row = self._row_of(above, kind=kind) if is_verb or above.pos_ in ("NOUN", "ADJ") else None
        if row is None and is_verb and (way := object_before(above, preposition)) is not None:
            return self._row_of(way, kind=kind)
        if row is not None and (preposition in FREE or not is_verb) and above.lemma_ not in self.light:
            return row.under(self._said_of(above)) if above.pos_ == "NOUN" else row
        verb = above.head
        if above.dep_ in ("dobj", "nsubjpass") and f"{verb.lemma_} {preposition}" in self.governors:
            rows = [r for r in self.governors[f"{verb.lemma_} {preposition}"] if not r.kinds or kind in r.kinds]
            return next((Factuality(r.modality, r.polarity, r.hedge) for r in rows), None)
        return None

    def _said_of(self, report: Token) -> Factuality:
        """ "No evidence of a leak"; "reports of a leak proved false"."""
        polarity = self._by_modifiers(report).polarity
        verb, unfounded = report.head, self.shades["unfounded"]
        if report.dep_ == "nsubj":
            words = [w for c in verb.children if c.dep_ in ("acomp", "oprd", "attr", "xcomp") for w in (c, *c.children)]
            polarity = "negated" if any(w.lemma_.lower() in unfounded for w in words) else polarity
        return Factuality(polarity=polarity)

    def _under_verb(self, noun: Token, verb: Token, kind: str) -> Factuality:
        """As the object of "want" or "prevent", or subject of a verb that says when it comes."""
        verb_row = self._row_of(verb, kind=kind)
        if noun.dep_ in ("nsubj", "nsubjpass"):
            passive = noun.dep_ == "nsubjpass"
            if not passive and not self._happens(verb):
                fails = self._row_of(verb, kind=kind, subject=True) or self._predicated(verb)
                return fails or Factuality(modality_of_subject(noun, verb))
            above = self.of_verb(verb)
            if passive and is_definite(noun) and above == NEGATED and (verb_row is None or verb_row == ACTUAL):
                return above if self._happens(verb) else ACTUAL  # "the death was not linked to the drug"
            return above.under(verb_row) if verb_row and noun.dep_ == "nsubjpass" else above
        if noun.dep_ in ("dobj", "attr", "oprd"):
            if verb_row is not None and verb.lemma_ not in self.light:
                return verb_row if not verb_row.hedged or verb_row.modality != "actual" else ACTUAL
            above = self.of_verb(verb)
            return above if noun.dep_ == "attr" or not is_definite(noun) else replace(above, modality="actual", polarity="affirmed")
        return ACTUAL

    def _happens(self, verb: Token) -> bool:
        """ "The strike began", "the strike went ahead": the verb only says that it did."""
        words = {verb.lemma_, *(f"{verb.lemma_} {c.lower_}" for c in verb.rights if c.dep_ in ("advmod", "prt"))}
        return not words.isdisjoint(self.light) and not any(c.dep_ == "dobj" for c in verb.children)

    def _predicated(self, verb: Token) -> Factuality | None:
        """ "The trial is due to begin", "a strike is likely"."""
        words = [c for c in verb.children if c.dep_ == "acomp"] if verb.lemma_ in ("be", "become", "seem", "look", "remain") else []
        rows = (self._row_of(word) for word in words)
        return next((row for row in rows if row is not None and row.modality != "actual"), None)


@cache
def judge_of(lexicon: Lexicon) -> Judge:
    """The table as look-ups: lemma -> rows; a user's rows stand first."""
    governors: dict[str, list[Governor]] = {}
    modifiers: dict[str, Governor] = {}
    for row in reversed(lexicon.governors):
        modifiers |= dict.fromkeys(row.modifiers, row)
    for row in lexicon.governors:
        for word in row.words:
            governors.setdefault(word, []).append(row)
    light = frozenset(word for row in lexicon.governors if row.light for word in row.words)
    shades = {name: frozenset(w for row in lexicon.shades if row.kind == name for w in row.words) for name in SHADES}
    return Judge(governors, modifiers, light, frozenset(word.split()[0] for word in governors if " " in word), shades)
