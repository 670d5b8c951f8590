"""Puts together what belongs to one time expression: clock and day, modifier and time, the ends of a range."""
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from extractor.times import series, timex
from extractor.times.lexer import NOTHING, Lexeme
from extractor.times.readings import (
    Calendar,
    Clock,
    Deictic,
    Edition,
    Found,
    Length,
    Part,
    Range,
    Reading,
    Reference,
    Repeat,
    Written,
)
from extractor.times.rules import pattern

REACH = 4     # lexemes before a time that may belong to it
PREFIX = pattern(r"(?:(?P<edge>THE?EDGE(?:OF|HYPH))|(?P<the>THE)?(?P<early>EARLY)(?:HYPH|IN)?"
                 r"|(?P<earlier>EARLIER|LATER)IN?|(?P<beyond>BEYOND HYPH)|(?P<circa>CIRCA)|(?P<apx>APX))$")
PLACE = pattern(r"DET?(?P<n>ORDS|LAST)(?P<u>UNIT)(?:OF|IN)$")
COUNTED = pattern(r"THE?(?:(?P<u>UNIT)(?P<dir>BEFORE|AFTER|OF)|(?P<part>PART)OF)$")
BETWEEN = pattern(r"BETWEEN(?:EARLY HYPH?)?$")
# What may stand between a clock time and its day, and between a weekday and its date.
CLOCK_GAPS = frozenset({"", ",", "on", ", on", "local time", "local time on", "of"})
CLOCK_JOINTS = frozenset({"to", "until", "till", "through", "and", "-", "–", "—"})
DAY_GAPS = frozenset({"", ",", "at", ", at", "around", "at about", "at around"})
HALVES = {"TMO": False, "TAF": True, "TEV": True}     # parts of the day, and whether a clock time beside them is of its second half
DATE_GAPS = frozenset({"", ",", "the", ", the", ", on"})
# How the first words of a duration, and its last two, modify it.
LENGTH_LEADS = (("about", "approximately"), ("around", "approximately"), ("nearly", "approximately"), ("almost", "approximately"),
                ("roughly", "approximately"), ("approximately", "approximately"), ("some", "approximately"), ("over", "more_than"),
                ("under", "less_than"),
                ("at least", "at_least"), ("no less than", "at_least"), ("at most", "at_most"), ("up to", "at_most"), ("no more than",
                "at_most"),
                ("not more than", "at_most"), ("no longer than", "at_most"), ("no later than", "at_most"), ("as much as", "at_most"),
                ("as many as", "at_most"),
                ("as long as", "at_most"), ("more than", "more_than"), ("longer than", "more_than"), ("less than", "less_than"),
                ("fewer than", "less_than"))
LENGTH_TAILS = {"or more": "at_least", "or so": "approximately", "or less": "at_most"}


def join(lexemes: list[Lexeme], symbols: str, found: list[Found]) -> list[Found]:
    """The expressions of a sentence from what its rules found."""
    for item in found:
        _zone(lexemes, item)
    if len(found) > 1:
        found = _pairs(found, lambda left, right: _clocks(lexemes, left, right))
        found = _pairs(found, lambda left, right: _day_and_clock(lexemes, left, right))
        for left, right in pairwise(found):
            _repeat(lexemes, left, right)
    for item in found:
        _modify(lexemes, symbols, item)
        _count(lexemes, symbols, item)
    found = series.extend(lexemes, _placed(lexemes, symbols, found))
    if len(found) > 1:
        found = _pairs(found, lambda left, right: _counted(lexemes, left, right))
        found = _pairs(found, lambda left, right: _range(lexemes, symbols, left, right))
    return found


def _pairs(found: list[Found], merge: Callable[[Found, Found], Found | None]) -> list[Found]:
    """The expressions with neighbours merged where `merge` makes one of two."""
    joined: list[Found] = []
    for item in found:
        merged = merge(joined[-1], item) if joined else None
        joined[-1 if merged else len(joined):] = [merged or item]
    return joined


def _gap(lexemes: list[Lexeme], left: Found, right: Found) -> str:
    return " ".join([lexeme.text for lexeme in lexemes[left.last:right.first]]) if right.first - left.last < REACH else "…"


def _is_day(reading: Reading) -> bool:
    """Whether a reading is a day that a clock time can stand by, or that can be counted from."""
    if isinstance(reading, Calendar):
        return not reading.time and (reading.day is not None or reading.weekday is not None or reading.holiday is not None)
    return isinstance(reading, Written) or (isinstance(reading, Deictic) and reading.unit == "day" and len(reading.time) in (0, 3))


def _zone(lexemes: list[Lexeme], item: Found) -> None:
    """Take `local time`, `Moscow time` after a clock time into its span."""
    if isinstance(item.reading, Clock) and item.last + 1 < len(lexemes) and lexemes[item.last + 1].text == "time":
        word = lexemes[item.last]
        item.last += 2 * (word.noun and (word.capital or word.text == "local"))


def _clocks(lexemes: list[Lexeme], left: Found, right: Found) -> Found | None:
    """`between 1 a.m. and 4 a.m.`, `from 11:00 to 15:00` as one."""
    a, b, gap = left.reading, right.reading, _gap(lexemes, left, right)
    if not isinstance(a, Clock) or not isinstance(b, Clock) or gap not in CLOCK_JOINTS:
        return None
    if gap == "and" and (not left.first or lexemes[left.first - 1].name != "BETWEEN"):
        return None
    return Found(left.first, right.last, Range(a, b), "date.clock_range")


def _is_this(reading: Reading) -> bool:
    """Whether a reading is the week or month that the article is of: `eight years ago this week`."""
    return isinstance(reading, Deictic) and reading.noun == "this" and reading.unit in ("week", "weekend", "month")


def _day_and_clock(lexemes: list[Lexeme], left: Found, right: Found) -> Found | None:
    """`9 a.m. Tuesday`, `noon on Saturday`, `Nov. 5, 2012, at 10:30 a.m.` as one; a weekday beside its date likewise."""
    a, b, gap = left.reading, right.reading, _gap(lexemes, left, right)
    if isinstance(b, Calendar | Deictic) and _is_day(b) and gap in CLOCK_GAPS:
        if isinstance(a, Clock):
            return Found(left.first, right.last, replace(b, time=a.time), "date.clock_day")
        if isinstance(a, Range) and isinstance(a.first, Clock) and isinstance(a.last, Clock):
            return Found(left.first, right.last, Range(replace(b, time=a.first.time), replace(b, time=a.last.time)), "date.clock_day")
    if isinstance(a, Clock) and isinstance(b, Calendar) and b.weekday and b.time in HALVES and gap in ("", "on"):
        late = HALVES[b.time] and a.time < "T12"
        return Found(left.first, right.last, replace(b, time=f"T{int(a.time[1:3]) + 12}{a.time[3:]}" if late else a.time), "date.clock_day")
    if isinstance(b, Clock) and isinstance(a, Calendar | Deictic | Written) and _is_day(a) and gap in DAY_GAPS:
        return Found(left.first, right.last, replace(a, time=b.time), "date.day_clock")
    if isinstance(a, Calendar) and isinstance(b, Calendar) and a.weekday and b.month and b.day and not a.time and gap in DATE_GAPS:
        return Found(left.first, right.last, b, right.rule)
    return None


def _repeat(lexemes: list[Lexeme], left: Found, right: Found) -> None:
    """Make the second of `each February and March`, `every Monday and Thursday` a repeated time as well."""
    a, b = left.reading, right.reading
    if not isinstance(a, Repeat) or not isinstance(b, Calendar) or not (b.month or b.weekday) or right.last - right.first > 1:
        return
    if a.value.startswith("XXXX-") and _gap(lexemes, left, right) in ("and", "or"):
        right.reading = Repeat(f"XXXX-{b.month:02d}" if b.month else f"XXXX-WXX-{b.weekday}")
        right.rule = left.rule


def _modify(lexemes: list[Lexeme], symbols: str, item: Found) -> None:
    """Take the words before a date that modify it into its span: `early`, `the end of`, `around`, `earlier`."""
    if isinstance(item.reading, Length) or item.rule == "recurrence.times":
        item.modifier = _length_modifier([lexeme.text for lexeme in lexemes[item.first:item.last]])
        return
    match = PREFIX.search(symbols, max(0, item.first - REACH), item.first)
    if match is None or isinstance(item.reading, Repeat | Edition | Reference):
        return
    calendar = item.reading if isinstance(item.reading, Calendar) else None
    begin, lead, last = match.start(), lexemes[match.start()], lexemes[match.end() - 1]
    if match.group("edge"):
        edge = lexemes[begin + (lead.name == "THE")]
        glued = last.name == "HYPH" and not last.gap and not lexemes[match.end()].gap     # end-September
        if (last.name == "OF" or edge.value == "mid" or glued) and not (edge.text == "close" and _is_day(item.reading)):
            item.modifier, item.first = edge.value, begin
    elif match.group("early"):
        keeps = calendar is not None and not (calendar.month and last.name == "HYPH")
        item.modifier, item.first = lexemes[match.start("early")].value, begin + (lead.name == "THE" and not keeps)
    elif match.group("beyond"):
        item.modifier, item.first = lead.value, begin
    elif match.group("earlier"):
        before = lexemes[begin - 1] if begin else NOTHING
        if item.rule != "date.ago" and before.name not in ("UNIT", "UNITS", "NO", "OR"):
            item.first = begin
    elif match.group("circa") or (lead.value == "approximately" and not (calendar and calendar.weekday)):
        item.modifier = "approximately"
        if not (isinstance(item.reading, Deictic) and item.reading.calendar):
            item.first = begin


def _length_modifier(words: list[str]) -> str | None:
    """The modifier inside a duration's span."""
    lead, tail = " ".join(words[:3]) + " ", " ".join(words[-2:])
    return next((modifier for phrase, modifier in LENGTH_LEADS if lead.startswith(phrase + " ")), LENGTH_TAILS.get(tail))


def _count(lexemes: list[Lexeme], symbols: str, item: Found) -> None:
    """Take `the day before`, `the week of`, `the morning of` before a day into its span; `the night of` stays outside, as in TempEval."""
    match = COUNTED.search(symbols, max(0, item.first - REACH), item.first)
    if match is None or not _is_day(item.reading):
        return
    if match.group("part"):
        part = lexemes[match.start("part")]
        if part.text in ("morning", "afternoon", "evening") and isinstance(item.reading, Calendar) and not item.reading.time:
            item.reading, item.first = replace(item.reading, time=part.value), match.start()
        return
    unit = lexemes[match.start("u")].value
    count = {"before": -1, "after": 1}.get(lexemes[match.start("dir")].text, 0)
    if unit in ("week", "weekend", "month") or (unit == "day" and count):
        item.reading = Deictic(unit, count, base=item.reading, calendar=count == 0, noun="" if count else "of")
        item.rule, item.first = "date.counted", match.start()


def _placed(lexemes: list[Lexeme], symbols: str, found: list[Found]) -> list[Found]:
    """`the last week of July`, `the first day of 2014` as one, in place of `the last week` alone."""
    kept: list[Found] = []
    for item in found:
        match = PLACE.search(symbols, max(0, item.first - REACH), item.first)
        if match and isinstance(item.reading, Calendar | Deictic) and not _is_day(item.reading):
            word, unit = lexemes[match.start("n")], lexemes[match.start("u")].value
            if unit in ("day", "week", "weekend", "month") and word.text not in ("past", "previous", "prior", "preceding"):
                while kept and kept[-1].last > match.start():
                    kept.pop()
                item = Found(match.start(), item.last, Part(-1 if word.name == "LAST" else word.number, unit, item.reading), "date.part_of")
        kept.append(item)
    return kept


def _counted(lexemes: list[Lexeme], left: Found, right: Found) -> Found | None:
    """`two days after Christmas`, `eight years ago today`: a length and the day that it is counted from."""
    length, gap = left.reading, _gap(lexemes, left, right)
    if isinstance(length, Deictic) and length.noun == "ago" and length.unit in ("year", "week") and gap == "" and (
            _is_day(right.reading) or (length.unit == "year" and _is_this(right.reading))):
        return Found(left.first, right.last, Deictic(length.unit, length.count, base=right.reading, calendar=False), "date.counted")
    if not isinstance(length, Length) or gap not in ("after", "before", "from") or not _is_day(right.reading):
        return None
    if length.number is None or length.number != int(length.number) or length.unit in timex.CLOCK:
        return None
    if any(lexeme.text in ("trading", "business", "working") for lexeme in lexemes[left.first:left.last]):
        return None    # the calendar does not say which days these are
    count = int(length.number) * (-1 if gap == "before" else 1)
    return Found(left.first, right.last, Deictic(length.unit, count, base=right.reading, calendar=False), "date.counted")


def _range(lexemes: list[Lexeme], symbols: str, left: Found, right: Found) -> Found | None:
    """Two dates with `to`, `through` or a dash between them, or `and` after `between`, as one range."""
    if right.first - left.last != 1 or not _alike(left.reading, right.reading):
        return None
    joint = lexemes[left.last]
    between = joint.name == "AND" and BETWEEN.search(symbols, max(0, left.first - REACH), left.first)
    if not between and joint.name not in ("TO", "HYPH"):
        return None
    lead = [lexeme.text for lexeme in lexemes[max(0, left.first - 2):left.first]]
    if joint.text == "to" and isinstance(left.reading, Deictic) and "from" not in lead:
        return None
    a, b = left.reading, right.reading
    if isinstance(a, Calendar) and isinstance(b, Calendar) and a.year and b.year and b.short and not a.short:
        b = replace(b, year=a.year - a.year % 100 + b.year % 100, short=False)     # 1939 to '45
    years = [end.year for end in (a, b) if isinstance(end, Calendar) and end.year and end.month is None]
    before_christ = isinstance(a, Calendar) and a.era is not None
    if len(years) == 2 and years[0] >= years[1] and not before_christ:
        return None
    return Found(left.first, right.last, Range(a, b), "date.range")


def _alike(a: Reading, b: Reading) -> bool:
    """Whether two readings can be the ends of one range of dates."""
    if isinstance(a, Clock) and isinstance(b, Clock):
        return True
    if isinstance(a, Reference):
        return a.value == "PRESENT_REF" and isinstance(b, Calendar)
    now = isinstance(b, Reference) and b.value == "PRESENT_REF"
    if not isinstance(a, Calendar | Deictic) or not (now or isinstance(b, Calendar | Deictic)):
        return False
    if isinstance(a, Deictic) and a.unit != "day" and not (isinstance(b, Deictic) and b.unit == a.unit):
        return False
    if isinstance(a, Calendar) and isinstance(b, Calendar) and a.weekday and b.month and not b.day:
        return False    # an update Friday to May's forecast
    timed = [isinstance(end, Calendar) and bool(end.time) for end in (a, b)]
    return not any(timed) or (all(timed) and all(isinstance(end, Calendar) and ":" in end.time for end in (a, b)))
