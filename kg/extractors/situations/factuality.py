"""Whether something is said to have happened: tense and modals, what governs it, negation, hedges, conditions, questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.doc import Token
from kg.lexicon import Frame, Governor, Lexicon
from kg.model import Modality, Polarity

MODALS: Final[dict[str, Modality]] = {
    "will": "future",
    "'ll": "future",
    "wo": "future",
    "shall": "future",
    "would": "conditional",
    "'d": "conditional",
    "could": "possible",
    "may": "possible",
    "might": "possible",
    "can": "possible",
    "ca": "possible",
    "should": "obliged",
    "must": "obliged",
    "ought": "obliged",
}
CONDITIONS: Final = frozenset({"if", "unless", "whether", "provided", "lest", "should"})
FICTION: Final = frozenset({
    "novel", "film", "movie", "play", "story", "opera", "comedy", "drama", "musical", "episode", "sequel", "thriller", "fable", "cartoon",
})
"""What happens "in the novel" happens in no other place."""
OUTCOMES: Final = frozenset({
    "win", "beat", "defeat", "reach", "clinch", "seal", "secure", "claim", "overcome", "edge", "equalise", "equalize", "draw", "qualify",
})
"""What a player scores "to win"."""
AMOUNTS: Final = frozenset({"dozen", "score", "hundred", "thousand", "million", "number", "series", "string", "couple", "lot", "one"})
MULTIPLES: Final = frozenset({"double", "triple", "quadruple", "treble", "halve", "fill", "complete", "finish"})
"""What is nearly so is not far from it; what nearly happened has not."""
QUOTATION_MARKS: Final = frozenset('"\'“”‘’«»')
NEGATIVES: Final = frozenset({"no", "not", "n't", "never", "neither", "nor", "without", "none", "nobody", "nothing"})
ANY: Final = frozenset({"any", "another"})
AUXILIARIES: Final = frozenset({"aux", "auxpass"})
MAX_CLIMB: Final = 8
STRENGTH: Final[tuple[Modality, ...]] = ("actual", "future", "obliged", "desired", "possible", "conditional")


@dataclass(frozen=True, slots=True)
class Factuality:
    """How real a situation is, as the text has it; `hedged`: on somebody's word ("alleged") or asked, not told."""

    modality: Modality = "actual"
    polarity: Polarity = "affirmed"
    hedged: bool = False

    def under(self, other: Factuality) -> Factuality:
        """Seen through what governs it: the less real of both."""
        weaker = max(self.modality, other.modality, key=STRENGTH.index)
        negated = "negated" in (self.polarity, other.polarity)
        return Factuality(weaker, "negated" if negated else "affirmed", self.hedged or other.hedged)


ACTUAL: Final = Factuality()


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads factuality off the parse with the table of governing words."""

    governors: dict[str, list[Governor]]
    modifiers: dict[str, Governor]
    light: frozenset[str]
    longer: frozenset[str]
    """First words of the rows of two words."""

    def of_verb(self, verb: Token, depth: int = 0) -> Factuality:
        """Factuality of the event that a verb tells of."""
        found = Factuality(_own_modality(verb), _polarity(verb), self._hedged(verb))
        if verb.head == verb and _is_infinitive(verb):
            return found.under(Factuality("future"))
        if depth >= MAX_CLIMB or verb.head == verb:
            return found
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
            return found.under(self._of_light(light, light.lemma_ not in self.light and light.lemma_ in frame.light, is_proposal))
        found = found.under(self._noun_above(noun))
        if frame.plan and found.modality == "actual" and not _is_established(noun):
            return replace(found, modality="possible")
        return found

    def _of_light(self, verb: Token, realised: bool, is_proposal: bool) -> Factuality:
        """ "would not abandon talks": twice negated is affirmed; a proposal that is rejected has been made."""
        above, row = self.of_verb(verb), self._row_of(verb)
        if row is None or row.hedged or row.modality == "actual":
            return above
        if row.polarity == "negated" and (is_proposal or above.polarity == "negated"):
            return replace(above, polarity="affirmed", modality="actual" if is_proposal else above.modality)
        return above if realised and not self._undoes(verb) else above.under(row)

    def _undoes(self, verb: Token) -> bool:
        """ "Cancelled a visit": the row of the governors wins over the frame that takes the verb as telling of the visit."""
        return any(r.nouns and r.modality != "actual" for r in self._rows(verb))

    def _above(self, verb: Token, depth: int) -> Factuality:
        """What the governing word makes of a clause."""
        head, dep = verb.head, verb.dep_
        asked = any(c.lower_ in ("whether", "if") for c in verb.lefts)
        if dep in ("ccomp", "csubj", "csubjpass", "pcomp") and (asked or (head.text == "Had" and head.dep_ == "advcl")):
            return Factuality("possible", hedged=True)
        if dep == "conj":
            return self._shared_by_conjunct(verb, head, depth)
        if dep == "advcl":
            return self._adverbial(verb, head, depth)
        if dep == "acl":
            return self._governed(head, depth, default="possible" if _is_infinitive(verb) else None, told=_is_told(verb))
        if dep == "pcomp":
            return self._prepositional(verb, head, depth)
        if dep in ("xcomp", "ccomp", "csubj", "csubjpass", "oprd", "dobj"):
            bare = _is_infinitive(verb) or verb.tag_ == "VBG"
            return self._governed(head, depth, default="possible" if _is_infinitive(verb) else None, through=bare, told=_is_told(verb))
        return ACTUAL

    def _shared_by_conjunct(self, verb: Token, head: Token, depth: int) -> Factuality:
        if head.pos_ not in ("VERB", "AUX"):
            return ACTUAL
        above = self.of_verb(head, depth + 1)
        if _has_own_tense(verb) or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
            return self._above(head, depth + 1) if head.head != head else ACTUAL
        return replace(above, polarity="affirmed" if _polarity(head) == "negated" and _has_but(verb) else above.polarity)

    def _adverbial(self, verb: Token, head: Token, depth: int) -> Factuality:
        mark = next((c.lower_ for c in verb.children if c.dep_ in ("mark", "advmod") and c.i < verb.i and c.lower_ in CONDITIONS), None)
        if mark:
            return Factuality("conditional", hedged=True)
        if _is_infinitive(verb):
            if head.tag_ == "VBD" and verb.lemma_ in OUTCOMES and any(r.modality == "actual" for r in self._rows(head)):
                return replace(self.of_verb(head, depth + 1), polarity="affirmed")
            return self._governed(head, depth, default="possible") if head.pos_ == "ADJ" else Factuality("possible")
        if verb.tag_ == "VBG" and head.pos_ in ("VERB", "AUX"):
            return replace(self.of_verb(head, depth + 1), polarity="affirmed")
        return ACTUAL

    def _prepositional(self, verb: Token, preposition: Token, depth: int) -> Factuality:
        """ "after meeting", "talks about opening", "without paying", "charged with killing"."""
        word, above = preposition.lower_, preposition.head
        if word == "without":
            return Factuality(polarity="negated")
        if word in ("after", "since", "while", "when", "upon", "by", "through", "following", "despite", "in"):
            return replace(self.of_verb(above, depth + 1), polarity="affirmed") if above.pos_ == "VERB" else ACTUAL
        return self._governed(
            above, depth, default="possible" if word in ("about", "of", "on", "toward", "towards", "against", "from", "before") else None
        )

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
        elif head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX") and depth < MAX_CLIMB:
            above = Factuality(polarity=_polarity(head.head))
        if own is not None:
            return own.under(above)
        return Factuality(default).under(above) if default else above

    def _rows(self, token: Token, infinitive: bool = False) -> list[Governor]:
        """The rows of a word; those of the word with its particle, preposition or "to" ("call off", "tell to") stand alone."""
        lemma = token.lemma_.lower()
        if lemma in self.longer:
            words = [c.lower_ for c in token.children if c.i > token.i and c.dep_ in ("prt", "prep", "advmod")]
            for word in [*words, "to"] if infinitive else words:
                if rows := self.governors.get(f"{lemma} {word}"):
                    return rows
        return self.governors.get(lemma, [])

    def _row_of(self, token: Token, of_clause: bool = False, infinitive: bool = False) -> Factuality | None:
        """What the table says of a word; where it has two rows for one, verbs take the first and nouns the last."""
        rows = [r for r in self._rows(token, infinitive) if not (of_clause and r.nouns)]
        if not rows:
            return None
        found = ACTUAL
        for row in rows[:1] if token.pos_ != "NOUN" else rows[-1:]:
            found = found.under(Factuality(row.modality, row.polarity, row.hedge))
        return found

    def _hedged(self, token: Token) -> bool:
        return any(
            ((row := self.modifiers.get(c.lower_)) is not None and row.hedge) if c.dep_ == "advmod" else _is_fiction(c, token)
            for c in token.children
            if c.dep_ in ("advmod", "prep")
        )

    def _by_modifiers(self, noun: Token) -> Factuality:
        found = ACTUAL
        for child in noun.lefts:
            word = child.lower_
            if child.dep_ == "det" and word in NEGATIVES:
                found = found.under(Factuality(polarity="negated"))
            elif child.dep_ == "det" and word in ANY:
                found = found.under(Factuality("possible"))
            elif child.dep_ in ("amod", "advmod", "nmod") and (row := self.modifiers.get(word)) is not None:
                found = found.under(Factuality(row.modality, row.polarity, row.hedge))
        return found

    def _noun_above(self, noun: Token, depth: int = 0) -> Factuality:
        """What the word makes of it that the noun hangs on."""
        head, dep = noun.head, noun.dep_
        if head == noun or depth >= 4:
            return ACTUAL
        if dep == "conj":
            return self._noun_above(head, depth + 1)
        if dep == "pobj":
            return self._under_preposition(noun, head, depth)
        if head.pos_ in ("VERB", "AUX"):
            return self._under_verb(noun, head)
        if dep in ("compound", "poss", "nmod") and head.pos_ == "NOUN":
            row = self._row_of(head, of_clause=True)
            return row if row is not None and row.modality != "actual" and row.polarity == "affirmed" else ACTUAL
        return ACTUAL

    def _under_preposition(self, noun: Token, preposition: Token, depth: int) -> Factuality:
        word, above = preposition.lower_, preposition.head
        if word == "without":
            return Factuality(polarity="negated")
        if word == "of" and above.lemma_.lower() in AMOUNTS:
            return self._noun_above(above, depth + 1)
        if word in ("for", "on", "about", "of", "to", "toward", "towards", "against", "from", "into", "with", "over", "at"):
            row = self._row_of(above) if above.pos_ in ("NOUN", "VERB", "ADJ", "AUX") else None
            loose = above.pos_ in ("VERB", "AUX") and word not in (
                "for",
                "to",
                "toward",
                "towards",
                "of",
                "about",
                "on",
                "from",
                "against",
                "with",
            )
            if row is not None and not loose and above.lemma_ not in self.light:
                return row
        if word in ("for", "about", "on", "toward", "towards") and not _is_definite(noun):
            return (
                Factuality("possible")
                if above.lemma_.lower() in ("discussion", "speak", "progress", "work", "vote", "optimistic")
                else ACTUAL
            )
        if word in ("before", "until", "pending") and not _is_definite(noun):
            return Factuality("possible")
        return ACTUAL

    def _under_verb(self, noun: Token, verb: Token) -> Factuality:
        """As the object of "want" or "prevent", or subject of a verb that says when it comes."""
        verb_row = self._row_of(verb)
        if noun.dep_ in ("nsubj", "nsubjpass"):
            happens = verb.lemma_ in self.light or noun.dep_ == "nsubjpass"
            if not happens:
                return Factuality("conditional") if _is_counterfactual(verb) else ACTUAL
            above = self.of_verb(verb)
            return above.under(verb_row) if verb_row and noun.dep_ == "nsubjpass" else above
        if noun.dep_ in ("dobj", "attr", "oprd"):
            if verb_row is not None and verb.lemma_ not in self.light:
                return verb_row if not verb_row.hedged else ACTUAL
            above = self.of_verb(verb)
            return above if noun.dep_ == "attr" or not _is_definite(noun) else replace(above, modality="actual", polarity="affirmed")
        return ACTUAL


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
    return Judge(governors, modifiers, light, frozenset(word.split()[0] for word in governors if " " in word))


def _is_fiction(preposition: Token, verb: Token) -> bool:
    """ "In the film, the king dies"."""
    if preposition.lower_ != "in" or not (verb.tag_ in ("VBZ", "VBP") or (preposition.i < verb.i and preposition.is_sent_start)):
        return False
    return any(c.dep_ == "pobj" and c.lemma_ in FICTION for c in preposition.children)


def _is_counterfactual(verb: Token) -> bool:
    """ "Would have brought in"."""
    auxiliaries = [c.lower_ for c in verb.lefts if c.dep_ in AUXILIARIES]
    return "have" in auxiliaries and not {"would", "'d", "could", "might"}.isdisjoint(auxiliaries)


def _is_told(verb: Token) -> bool:
    """A clause in the past or perfect, without a modal."""
    if _is_infinitive(verb) or any(c.lower_ in MODALS for c in verb.lefts if c.dep_ in AUXILIARIES):
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and any(c.lemma_ in ("have", "be") for c in verb.lefts if c.dep_ in AUXILIARIES))


def _is_reported_future(verb: Token) -> bool:
    """ "Said that it would close": what the speaker said was "will", unless a condition is named or the words are quoted."""
    if any(c.dep_ == "advcl" and any(m.lower_ in CONDITIONS for m in c.lefts) for c in verb.children):
        return False
    if any(c.lower_ in ("otherwise", "then") for c in verb.children) or _is_counterfactual(verb):
        return False
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
        clause = clause.head
    cue = clause.head
    if clause.dep_ != "ccomp" or cue.tag_ not in ("VBD", "VBN") or any(c.lower_ in MODALS for c in cue.lefts):
        return False
    between = verb.doc[min(clause.left_edge.i, cue.i) : max(verb.i, cue.i) + 1]
    return not any(t.text in QUOTATION_MARKS for t in between)


def _own_modality(verb: Token) -> Modality:
    for child in verb.lefts:
        if child.dep_ in AUXILIARIES:
            if (modality := MODALS.get(child.lower_)) is not None:
                return "future" if modality == "conditional" and _is_reported_future(verb) else modality
            if child.lemma_ == "go":
                return "future"
    return "actual"


def _has_own_tense(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ in AUXILIARIES for c in verb.lefts)


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)


def _polarity(verb: Token) -> Polarity:
    for child in verb.children:
        dep, word = child.dep_, child.lower_
        if dep == "neg" or (word in NEGATIVES and dep in ("advmod", "preconj", "nsubj", "nsubjpass", "dobj")):
            return "negated"
        if dep == "advmod" and word in ("almost", "nearly") and child.i < verb.i and verb.lemma_ not in MULTIPLES:
            return "negated"
        if dep in ("nsubj", "nsubjpass", "dobj") and any(c.lower_ in ("no", "neither") for c in child.lefts):
            return "negated"
    return "affirmed"


def _has_but(verb: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.head.children)


def _is_definite(noun: Token) -> bool:
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those")) for c in noun.lefts)


def _is_established(noun: Token) -> bool:
    """A deal of last year, the 2015 deal, the deal that was signed: it is there."""
    for child in noun.children:
        if child.dep_ in ("amod", "nummod", "compound") and (
            (child.like_num and len(child) == 4)
            or child.lower_ in ("current", "existing", "recent", "earlier", "previous", "historic", "landmark", "signed", "former", "new")
        ):
            return True
        if (
            child.dep_ in ("acl", "relcl")
            and child.tag_ in ("VBD", "VBN")
            and child.lemma_ in ("sign", "reach", "conclude", "strike", "make", "ink", "agree")
        ):
            return True
    return False
