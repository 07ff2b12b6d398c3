"""The mentions of one entity inside an article while they are being gathered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.extractors.drafts import NounPhrase
from kg.lexicon import Gender
from kg.model import EntityType


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one entity while they are being gathered."""

    key: str
    type: EntityType
    nation: str | None = None
    """The country that this is."""
    belongs: str | None = None
    """The country whose organ or group this is."""
    gender: Gender | None = None
    generation: str | None = None
    """ "jr", "iii" ... of a person."""
    plural: bool = False
    names: Counter[str] = field(default_factory=Counter)
    phrases: list[NounPhrase] = field(default_factory=list)
    metonyms: set[NounPhrase] = field(default_factory=set)
    sorts: set[str] = field(default_factory=set)
    """Nouns for what an organization is known to be: "newspaper", "bank"."""
    offices: list[tuple[str, str | None]] = field(default_factory=list)
    """Head noun and country of the offices that a person is said to hold."""
    titles: set[str] = field(default_factory=set)
    """All words of these offices: "foreign", "minister"."""
    serves: dict[str, Cluster] = field(default_factory=dict)
    """Head noun of an office -> whose it is: the person in "Ann Ray's lawyer", the town in "the mayor of York"."""

    @property
    def name(self) -> str:
        """The fullest of the names used, the most frequent of equals."""
        if self.nation:
            return self.nation
        return max(self.names.items(), key=lambda n: (self._fullness(n[0]), n[1], len(n[0].split()), n[0]))[0]

    def _fullness(self, name: str) -> int:
        if self.type == "Person":
            return min(len(name.split()), 2) - any(other.endswith(f" {name}") for other in self.names)
        return min(len(name.split()), 2) if self.type == "Organization" and " " in self.key else 0

    def add(self, phrase: NounPhrase, name: str | None = None) -> None:
        self.phrases.append(phrase)
        if name:
            self.names[name] += 1
