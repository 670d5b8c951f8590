"""Members of a series that leave out what another one tells: `9 and 10 April`, `the 18th and 19th centuries`, `from four days to five`."""
from collections.abc import Iterator
from dataclasses import replace

from extractor.times import timex
from extractor.times.lexer import NOTHING, Lexeme
from extractor.times.lexicon import GROUPS
from extractor.times.readings import Calendar, Found, Length, Reading

DAYS = frozenset(GROUPS["DAY"])
ORDINALS = frozenset(GROUPS["ORDS"])
NUMBERS = frozenset(GROUPS["NUM"])
PRONOUNS = frozenset("it he she they we there".split())
ENDS = frozenset({"IN", "AT", "TO", "AND", "OF", "ON", "FOR", "FROM", "NONE"})


def extend(lexemes: list[Lexeme], found: list[Found]) -> list[Found]:
    """The expressions with the members of their series beside them."""
    return list(_elided(lexemes, [member for item in found for member in _members(lexemes, item)]))


def _members(lexemes: list[Lexeme], item: Found) -> Iterator[Found]:
    """An expression with the members before and after it: the days of one month, centuries and quarters in a row."""
    reading, first = item.reading, lexemes[item.first]
    if not isinstance(reading, Calendar) or reading.time:
        yield item
        return
    day = reading.day is not None and reading.month is not None
    names = DAYS if day and first.name in DAYS else ORDINALS if first.name in ORDINALS else frozenset()
    plural = reading.day is None and any(lexeme.name == "UNITS" for lexeme in lexemes[item.first + 1:item.last])
    if names and (day or plural):
        for at in _before(lexemes, item.first, names):
            the = names is ORDINALS and at > 0 and lexemes[at - 1].name == "THE"
            yield Found(at - the, at + 1, _another(reading, lexemes[at]), item.rule)
    yield item
    if day and first.name == "MONTH" and reading.year is None:
        for at in _after(lexemes, item.last):
            yield Found(at, at + 1, _another(reading, lexemes[at]), item.rule)


def _before(lexemes: list[Lexeme], first: int, names: frozenset[str]) -> list[int]:
    """Where the numbers of `3, 4 and` stand before a place, in text order."""
    places: list[int] = []
    joint = "AND"
    while first >= 2 and lexemes[first - 1].name == joint and lexemes[first - 2].name in names:
        first -= 2
        places.insert(0, first)
        joint = "COMMA"
    return places


def _after(lexemes: list[Lexeme], at: int) -> list[int]:
    """Where the numbers of `, 4 and 5` stand from a place on; none where a noun follows that the last one counts."""
    places: list[int] = []
    while at + 1 < len(lexemes) and lexemes[at].name in ("COMMA", "AND") and lexemes[at + 1].name in DAYS:
        places.append(at + 1)
        at += 2
        if lexemes[at - 2].name == "AND":
            return places if ends(lexemes, at) else []
    return []


def ends(lexemes: list[Lexeme], at: int) -> bool:
    """Whether no noun follows that a number before it would count."""
    return at >= len(lexemes) or not lexemes[at].text[0].isalnum() or lexemes[at].name in ENDS or lexemes[at].text in PRONOUNS


def _another(reading: Calendar, lexeme: Lexeme) -> Reading:
    """The same reading with another number."""
    if reading.day is not None:
        return replace(reading, day=lexeme.number)
    return replace(reading, century=lexeme.number - 1) if reading.century is not None else replace(reading, quarter=lexeme.number)


def _elided(lexemes: list[Lexeme], found: list[Found]) -> Iterator[Found]:
    """The second length of `from four days to five`, whose unit the first one tells."""
    for at, item in enumerate(found):
        yield item
        to, number = item.last, item.last + 1
        free = at + 1 == len(found) or found[at + 1].first > number
        if not free or not isinstance(item.reading, Length) or number >= len(lexemes):
            continue
        lead = lexemes[item.first - 1] if item.first else NOTHING
        joined = lead.name == "FROM" and lexemes[to].text == "to" and lexemes[number].name in NUMBERS
        if joined and item.reading.number is not None and ends(lexemes, number + 1):
            amount, unit = lexemes[number].value, item.reading.unit
            yield Found(number, number + 1, Length(timex.length(amount, unit), unit, number=amount), "duration.elided")
