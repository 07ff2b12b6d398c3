"""Things that are made and sold, which the model takes for organizations: "the new Velmbook", "A380s", "Orsk OS, an operating system"."""

from __future__ import annotations

import re
from typing import Final

from kg.doc import Doc
from kg.extractors.gazetteer import Gazetteer
from kg.extractors.naming.candidates import Name, head_of

OFFERED: Final = {"release", "unveil", "introduce", "discontinue", "rename", "install", "download", "price"}
NEW: Final = {"new", "latest", "upcoming", "forthcoming", "redesigned", "updated"}
ONE: Final = {"the", "a", "an", "each", "every", "this", "another"}
EDITION: Final = {"version", "edition", "model", "device", "successor"}
MODIFIES: Final = {"compound", "nmod", "poss", "amod"}
CAMEL: Final = re.compile(r"i[A-Z]\w+|[A-Z][a-z]+[A-Z]\w*")
MODELS: Final = re.compile(r"[A-Z]{1,4}-?\d{1,4}s|[A-Z]{1,3}-?\d{3,4}")


def is_product(doc: Doc, name: Name, words: Gazetteer) -> bool:
    """Whether what stands around the name of an organization tells that it is a thing: one of its kind, new, offered, or said to be one."""
    last, head = doc[name.end - 1], doc[head_of(doc, name.start, name.end)]
    if words.bodies.get(last.lower_) or last.text in words.endings or last.lower_ in words.legal:
        return False
    if name.end - name.start == 1 and MODELS.fullmatch(last.text):
        return True
    nouns = [c.lower_ for c in head.children if c.dep_ == "appos" and c.pos_ == "NOUN" and c.i >= name.end]
    if any(words.beside.get(noun) == "Topic" or noun in EDITION for noun in nouns):
        return True
    before = doc[name.start - 1].lower_ if name.start else ""
    if head.dep_ in MODIFIES:
        return False
    if before in NEW:
        return True
    offered = head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_ in OFFERED
    article = before in ONE
    return (offered and article) or (CAMEL.fullmatch(doc[name.start].text) is not None and (offered or article))
