"""What the user knows better: who is who, by files of his own. His word is final, and every line of it is checked.

**Reference data** (`--reference FILE`, as often as needed) names people, bodies and places, links them to addresses (`owl:sameAs`),
joins spellings, and says who holds which office since when. As a table (`.csv` or `.tsv`), a row for each, and a further row with
the same address for each further office; several aliases stand between bars:

    iri,label,type,aliases,office,of,from,to
    https://data.example/ana-ruiz,Ana Ruiz,Person,A. M. Ruiz|Ana Ruis,mayor,Valmora,2021-05,
    https://data.example/ana-ruiz,Ana Ruiz,Person,,harbour commissioner,Valmora,2016,2021-04-30
    https://data.example/valmora,Valmora,GeopoliticalEntity,Walmora,,,,

`iri`, `label` and `type` are required; `type` is Person, Organization, Group, Place, GeopoliticalEntity or Topic. Days are
YYYY-MM-DD, YYYY-MM or YYYY; an empty `from` or `to` is open. The same as Turtle (or N-Triples, JSON-LD, RDF/XML):

    @prefix schema: <https://schema.org/> .
    <https://data.example/ana-ruiz> a schema:Person ; schema:name "Ana Ruiz" ; schema:alternateName "Ana Ruis" ;
      schema:hasOccupation [ schema:roleName "mayor" ; schema:memberOf "Valmora" ; schema:startDate "2021-05" ] .

Labels may also be `rdfs:label`, `skos:prefLabel` or `foaf:name`, aliases `skos:altLabel`, types those of `nk:`, FOAF or ORG.

**Overrides** (`--same-as FILE`, `--not-same-as FILE`) hold two names or ids a line; `#` begins a comment:

    # who                     is (or is not)
    Walmora,                  Valmora
    person/a-ruiz,            person/ana-ruiz
    Ann Lee @ harvest.txt,    Ann Lee @ derby.txt
    Ana R.,                   https://data.example/ana-ruiz

A name is what an article calls somebody; `NAME @ FILE` is whom one article calls so; an id is what a build without overrides
gives (`kg why` shows it, and the file); an address is that of an entry of the reference data. A name with a comma stands in
quotation marks. Where the two differ in type, the first decides. Overrides win over reference data, and both over everything the
build would decide. What no article names is a warning; what contradicts itself ends the build. Where an article gives an office
that the reference data has otherwise on that day, the article's words stay, and `kg ask office-audit` shows both.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import ReferenceFileError
from kg.reference.overrides import check_overrides, read_overrides
from kg.reference.rdf import RDF_FORMATS, read_rdf
from kg.reference.rows import joined
from kg.reference.tables import SEPARATORS, read_table
from kg.reference.values import Entry, Office, Override, Reference

__all__ = ["NOTHING", "Entry", "Office", "Override", "Reference", "read_reference"]

NOTHING = Reference()


def read_reference(reference: Sequence[Path] = (), same: Sequence[Path] = (), different: Sequence[Path] = ()) -> Reference:
    """The user's files, read and checked. Raises ReferenceFileError with file, line and cause."""
    entries = joined(entry for file in reference for entry in _read_entries(file))
    alike = tuple(override for file in same for override in read_overrides(file))
    unlike = tuple(override for file in different for override in read_overrides(file))
    check_overrides(alike, unlike)
    return Reference(entries, alike, unlike)


def _read_entries(file: Path) -> tuple[Entry, ...]:
    ending = file.suffix.lower()
    if ending in SEPARATORS:
        return read_table(file)
    if ending in RDF_FORMATS:
        return read_rdf(file)
    raise ReferenceFileError(f"{file}: not of a known kind; it must end with one of {', '.join((*SEPARATORS, *RDF_FORMATS))}")
