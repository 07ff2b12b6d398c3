"""What the XML formats of the network share: escapes, and the declared fields of nodes and edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from kg.network import Value

NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES: Final[Mapping[type, str]] = {str: "string", bool: "boolean", int: "long", float: "double"}
_SPECIAL: Final = re.compile("[^ !#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What does not stand in a file as it is: no character of XML, or one that has an escape."""
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


class Field(NamedTuple):
    """An attribute of nodes or edges as a file declares it."""

    id: int
    name: str
    type: str


def escaped(value: Value) -> str:
    """A value between quotation marks or tags; characters that no XML file may hold are U+FFFD."""
    if not isinstance(value, str):
        return str(value).lower()
    if _SPECIAL.search(value) is None:
        return value
    return NOT_XML.sub("\ufffd", value).translate(_ESCAPES)


def fields_of(rows: Iterable[Mapping[str, Value]], first: int = 0) -> dict[str, Field]:
    """The attributes that some rows have, in the order in which they first appear, numbered from `first`."""
    types: dict[str, str] = {}
    for row in rows:
        for name, value in row.items():
            types.setdefault(name, _TYPES[type(value)])
    return {name: Field(number, name, kind) for number, (name, kind) in enumerate(types.items(), first)}
