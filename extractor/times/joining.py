"""Puts together what belongs to one time expression: clock and day, modifier and time, the ends of a range."""
import re
from dataclasses import dataclass, replace

from extractor.times import timex
from extractor.times.lexer import Lexeme
from extractor.times.readings import Calendar, Clock, Deictic, Edition, Length, Part, Range, Reading, Reference, Repeat, TimeMention, Written
from extractor.times.rules import pattern

PREFIX = pattern(r"(?:(?P<edge>(?:THE)?EDGE(?:OF|HYPH))|(?P<the>THE)?(?P<early>EARLY)(?:HYPH|IN)?|(?P<earlier>EARLIER|LATER)(?:IN)?|(?P<circa>CIRCA)|(?P<apx>APX))$")
PLACE = pattern(r"(?:DET)?(?P<n>ORDS|LAST)(?P<u>UNIT)(?:OF|IN)$")
COUNTED = pattern(r"(?:THE)?(?P<u>UNIT)(?P<dir>BEFORE|AFTER|OF)$")
LEAD_LENGTH = 4
DAYS = frozenset({"D12", "D24", "D31"})
BETWEEN_LEAD = pattern(r"BETWEEN(?:EARLY HYPH?)?$")
SUFFIX = {"": None}
LENGTH_MODIFIERS = {"about": "approximately", "around": "approximately", "nearly": "approximately", "almost": "approximately", "roughly": "approximately",
                    "approximately": "approximately", "some": "approximately", "barely": "approximately", "over": "more_than", "under": "less_than"}


@dataclass(slots=True)
class Found:
    """A time expression as indices into the sentence's lexemes."""

    first: int
    last: int
    reading: Reading
    rule: str
    modifier: str | None = None


def join(lexemes: list[Lexeme], symbols: str, found: list[Found]) -> list[TimeMention]:
    """The mentions of a sentence from what its rules found."""
    found = _days_and_clocks(lexemes, found)
    for item in found:
        _modify(lexemes, symbols, item)
        _count(lexemes, symbols, item)
    found = _placed(lexemes, symbols, found)
    found = _ranges(lexemes, symbols, _shifted(lexemes, _series(lexemes, found)))
    return [TimeMention(lexemes[item.first].start, _end(lexemes, item), item.reading, item.rule, item.modifier) for item in found]


def _end(lexemes: list[Lexeme], item: Found) -> int:
    return lexemes[item.last - 1].end


def _gap(lexemes: list[Lexeme], left: Found, right: Found) -> list[str]:
    return [lexeme.text for lexeme in lexemes[left.last:right.first]]


def _is_day(reading: Reading) -> bool:
    """Whether a reading is a day that a clock time can stand by."""
    if isinstance(reading, Written):
        return True
    if isinstance(reading, Calendar):
        return not reading.time and (reading.day is not None or reading.weekday is not None or reading.holiday is not None)
    return isinstance(reading, Deictic) and reading.unit == "day" and (not reading.time or len(reading.time) == 3)


def _days_and_clocks(lexemes: list[Lexeme], found: list[Found]) -> list[Found]:
    """`9 a.m. Tuesday`, `noon on Saturday`, `Nov. 5, 2012, at 10:30 a.m.` as one; a weekday beside its date likewise."""
    joined: list[Found] = []
    for item in found:
        previous = joined[-1] if joined else None
        merged = _together(lexemes, previous, item) if previous else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _together(lexemes: list[Lexeme], left: Found, right: Found) -> Found | None:
    gap = _gap(lexemes, left, right)
    if isinstance(left.reading, Clock) and _is_day(right.reading) and gap in ([], [","], ["on"], [",", "on"], ["local", "time"], ["local", "time", "on"], ["of"]):
        return Found(left.first, right.last, _timed(right.reading, left.reading), "date.clock_day")
    if isinstance(right.reading, Clock) and _is_day(left.reading) and gap in ([], [","], ["at"], [",", "at"], ["around"], ["at", "about"], ["at", "around"]):
        return Found(left.first, right.last, _timed(left.reading, right.reading), "date.day_clock")
    a, b = left.reading, right.reading
    if isinstance(a, Calendar) and isinstance(b, Calendar) and a.weekday and b.month and b.day and not a.time and gap in ([], [","], ["the"], [",", "the"], [",", "on"]):
        return Found(left.first, right.last, b, right.rule)
    return None


def _timed(reading: Reading, clock: Clock) -> Reading:
    if isinstance(reading, Calendar | Deictic):
        return replace(reading, time=clock.time)
    return reading


def _modify(lexemes: list[Lexeme], symbols: str, item: Found) -> None:
    """Take the words before a date that modify it into its span: `early`, `the end of`, `around`, `earlier`."""
    if isinstance(item.reading, Length):
        item.modifier = _length_modifier(lexemes, item)
        return
    if isinstance(item.reading, Repeat | Edition):
        return
    reference = isinstance(item.reading, Reference)
    match = PREFIX.search(symbols, max(0, item.first - LEAD_LENGTH), item.first)
    if match is None or reference:
        return
    lead = lexemes[match.start()]
    if match.group("edge"):
        edge = next(lexeme for lexeme in lexemes[match.start():item.first] if lexeme.name == "EDGE")
        if lexemes[match.end() - 1].name == "OF" or edge.text in ("mid", "middle"):
            item.modifier, item.first = str(edge.value), match.start()
    elif match.group("early"):
        early = next(lexeme for lexeme in lexemes[match.start():item.first] if lexeme.name == "EARLY")
        keeps = isinstance(item.reading, Calendar) and not (item.reading.month and lexemes[match.end() - 1].name == "HYPH")
        begin = match.start() if not match.group("the") or keeps else match.start() + 1
        item.modifier, item.first = str(early.value), begin
    elif match.group("earlier"):
        if not _earlier(lexemes, match.start(), item):
            return
        item.modifier, item.first = None, match.start()
    elif match.group("circa"):
        item.modifier, item.first = "approximately", match.start()
    elif match.group("apx") and lead.value == "approximately" and not (isinstance(item.reading, Calendar) and item.reading.weekday):
        item.modifier = "approximately"
        if not (isinstance(item.reading, Deictic) and item.reading.calendar):
            item.first = match.start()


def _count(lexemes: list[Lexeme], symbols: str, item: Found) -> None:
    """Take `the day before` and `the week of` before a day into its span, and count from it."""
    match = COUNTED.search(symbols, max(0, item.first - LEAD_LENGTH), item.first)
    if match is None or not _is_day(item.reading):
        return
    unit = str(lexemes[match.start("u")].value)
    count = {"before": -1, "after": 1, "of": 0}[lexemes[match.start("dir")].text]
    if unit not in ("day", "week", "weekend", "month") or count == 0 and unit == "day":
        return
    item.reading, item.rule, item.first = Deictic(unit, count, base=item.reading, calendar=count == 0, noun="of" if count == 0 else ""), "date.counted", match.start()


def _earlier(lexemes: list[Lexeme], at: int, item: Found) -> bool:
    """Whether `earlier` or `later` belongs to the time after it: `earlier this month`, not `a year earlier, in May`."""
    if item.rule.startswith("date.ago") or lexemes[at].text == "later" and at and lexemes[at - 1].name in ("NO", "SOONER"):
        return False
    return not (at and (lexemes[at - 1].name in ("UNIT", "UNITS") or lexemes[at - 1].text in ("no", "or")))


def _length_modifier(lexemes: list[Lexeme], item: Found) -> str | None:
    """The modifier inside a duration's span."""
    words = [lexeme.text for lexeme in lexemes[item.first:item.last]]
    if words[0] in LENGTH_MODIFIERS:
        return LENGTH_MODIFIERS[words[0]]
    lead = " ".join(words[:3])
    for phrase, modifier in (("at least", "at_least"), ("at most", "at_most"), ("up to", "at_most"), ("no more than", "at_most"), ("no longer than", "at_most"),
                             ("not more than", "at_most"), ("no less than", "at_least"), ("as much as", "at_most"), ("as many as", "at_most"),
                             ("more than", "more_than"), ("longer than", "more_than"), ("less than", "less_than"), ("fewer than", "less_than")):
        if lead.startswith(phrase):
            return modifier
    tail = words[-2:]
    return {"more": "at_least", "so": "approximately", "less": "at_most"}.get(tail[1]) if len(tail) == 2 and tail[0] == "or" else None


def _placed(lexemes: list[Lexeme], symbols: str, found: list[Found]) -> list[Found]:
    """`the last week of July`, `the first day of 2014` as one, in place of `the last week` alone."""
    kept: list[Found] = []
    for item in found:
        match = PLACE.search(symbols, max(0, item.first - LEAD_LENGTH), item.first)
        reading = item.reading
        if match and isinstance(reading, Calendar | Deictic) and not _is_day(reading):
            word, unit = lexemes[match.start("n")], str(lexemes[match.start("u")].value)
            if unit in ("day", "week", "weekend", "month") and word.text not in ("past", "previous", "prior", "preceding"):
                number = -1 if word.name == "LAST" else 2 if word.name == "SECOND" else int(str(word.value))
                while kept and kept[-1].last > match.start():
                    kept.pop()
                item = Found(match.start(), item.last, Part(number, unit, reading), "date.part_of")
        kept.append(item)
    return kept


def _series(lexemes: list[Lexeme], found: list[Found]) -> list[Found]:
    """The second day of `April 9 and 10`, and the first of `9 and 10 April`, which their month is told for."""
    series: list[Found] = []
    for item in found:
        reading = item.reading
        days = [lexemes[at] if 0 <= at < len(lexemes) else None for at in (item.first - 2, item.last + 1)]
        joints = [lexemes[at].name if 0 <= at < len(lexemes) else "" for at in (item.first - 1, item.last)]
        plain = isinstance(reading, Calendar) and reading.day is not None and reading.month is not None and not reading.time
        if plain and joints[0] == "AND" and days[0] is not None and days[0].name in DAYS and lexemes[item.first].name in DAYS:
            series.append(Found(item.first - 2, item.first - 1, replace(reading, day=int(str(days[0].value))), item.rule))  # type: ignore[type-var]
        series.append(item)
        if plain and joints[1] == "AND" and days[1] is not None and days[1].name in DAYS and lexemes[item.first].name == "MONTH" and _ends(lexemes, item.last + 2):
            series.append(Found(item.last + 1, item.last + 2, replace(reading, day=int(str(days[1].value))), item.rule))  # type: ignore[type-var]
    return series


def _ends(lexemes: list[Lexeme], at: int) -> bool:
    """Whether no noun follows that a number before it would count."""
    return at >= len(lexemes) or not lexemes[at].text[0].isalnum() or lexemes[at].name in ("IN", "AT", "TO", "AND", "OF", "ON", "FOR", "FROM")


def _shifted(lexemes: list[Lexeme], found: list[Found]) -> list[Found]:
    """`two days after Christmas`, `the week of March 9`: a length or unit and the date that it is counted from."""
    joined: list[Found] = []
    for item in found:
        previous = joined[-1] if joined else None
        merged = _counted(lexemes, previous, item) if previous else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _counted(lexemes: list[Lexeme], left: Found, right: Found) -> Found | None:
    gap = _gap(lexemes, left, right)
    if isinstance(left.reading, Length) and gap in (["after"], ["before"], ["from"]) and _is_day(right.reading) and left.reading.number is not None:
        if left.reading.unit in timex.CLOCK or left.reading.number != int(left.reading.number):
            return None
        count = int(left.reading.number) * (-1 if gap == ["before"] else 1)
        return Found(left.first, right.last, Deictic(left.reading.unit, count, base=right.reading, calendar=False), "date.counted")
    return None


def _ranges(lexemes: list[Lexeme], symbols: str, found: list[Found]) -> list[Found]:
    """Two dates with `to`, `through` or a dash between them, or `and` after `between`, as one range."""
    joined: list[Found] = []
    for item in found:
        previous = joined[-1] if joined else None
        merged = _range(lexemes, symbols, previous, item) if previous else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(item)
    return joined


def _range(lexemes: list[Lexeme], symbols: str, left: Found, right: Found) -> Found | None:
    gap = lexemes[left.last:right.first]
    if len(gap) != 1 or not _alike(left.reading, right.reading):
        return None
    between = gap[0].name == "AND" and BETWEEN_LEAD.search(symbols, max(0, left.first - LEAD_LENGTH), left.first)
    if not between and gap[0].name not in ("TO", "HYPH"):
        return None
    if gap[0].name == "TO" and gap[0].text == "to" and not _from(lexemes, left):
        return None
    if gap[0].name == "HYPH" and isinstance(left.reading, Calendar) and left.reading.year and isinstance(right.reading, Calendar) and right.reading.year:
        if left.reading.month is None and right.reading.month is None and left.reading.year >= right.reading.year:
            return None
    return Found(left.first, right.last, Range(left.reading, right.reading), "date.range", None)


def _from(lexemes: list[Lexeme], left: Found) -> bool:
    """Whether `from` leads into a range, so that `to` ends it: `moved from Monday to Thursday` is read so too."""
    lead = [lexeme.text for lexeme in lexemes[max(0, left.first - 2):left.first]]
    return "from" in lead or isinstance(left.reading, Calendar) and (left.reading.weekday is not None or left.reading.year is not None or left.reading.month is not None)


def _alike(a: Reading, b: Reading) -> bool:
    """Whether two readings can be the ends of one range of dates."""
    fits = (Calendar, Deictic)
    if isinstance(a, Reference) and a.value == "PRESENT_REF" and isinstance(b, Calendar):
        return True
    if isinstance(a, Clock) and isinstance(b, Clock):
        return True
    if not isinstance(a, fits) or not (isinstance(b, fits) or isinstance(b, Reference) and b.value == "PRESENT_REF"):
        return False
    if isinstance(a, Deictic) and a.unit != "day" and not (isinstance(b, Deictic) and b.unit == a.unit):
        return False
    if isinstance(a, Calendar) and isinstance(b, Calendar) and a.weekday and b.month and not b.day:
        return False
    return not (isinstance(a, Calendar) and a.time or isinstance(b, Calendar) and b.time)
