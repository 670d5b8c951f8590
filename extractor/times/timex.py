"""The algebra of TIMEX3 values: periods of the calendar with a grain, and lengths of time.

A `Period` is a stretch of the calendar with a grain (`day`, `week`, … `century`): it knows its TIMEX3 value, the days it
covers, its neighbours, and the larger period that holds it. Nothing here reads text or asks what day it is.
"""
import calendar
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

Date = datetime.date

GRAINS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "millennium")
RANK = {grain: rank for rank, grain in enumerate(GRAINS)}
SEASONS = ("SP", "SU", "FA", "WI")     # by the months that northern meteorologists use: spring is March to May
MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS = {"day": 1, "weekend": 7, "week": 7}


def month_start(months: int) -> Date:
    """First day of the month that lies `months` after January of year 0; raises ValueError outside years 1 to 9999."""
    return Date(months // 12, months % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A period of the calendar: its grain, its first day, and `time`, what follows the day in its value (`TNI`, `T10:30`)."""

    grain: str
    first: Date
    time: str = ""
    fiscal: str = ""       # the value of a fiscal year or quarter that is not the calendar's

    @property
    def last(self) -> Date:
        """The last day covered."""
        if self.grain == "day":
            return self.first
        if self.grain in DAYS:
            return self.first + datetime.timedelta(days=1 if self.grain == "weekend" else 6)
        end = self.first.year * 12 + self.first.month - 1 + MONTHS[self.grain]
        return Date.max if end >= 120000 else month_start(end) - datetime.timedelta(days=1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return self.fiscal or _VALUES[self.grain](self.first) + self.time

    def shift(self, count: int) -> "Period":
        """The period `count` of its own grain later; raises ValueError or OverflowError outside the calendar."""
        if self.grain in DAYS:
            return Period(self.grain, self.first + datetime.timedelta(days=count * DAYS[self.grain]), self.time)
        return Period(self.grain, month_start(self.first.year * 12 + self.first.month - 1 + count * MONTHS[self.grain]), self.time)

    def years_later(self, count: int) -> "Period":
        """The same period of the calendar `count` years later: a quarter stays a quarter, 29 February becomes the 28th."""
        if self.grain in ("week", "weekend"):
            number = self.first.isocalendar()[1]
            return period(self.grain, Date.fromisocalendar(self.first.isocalendar()[0] + count, min(number, 52), 1))
        year = self.first.year + count
        day = min(self.first.day, calendar.monthrange(year, self.first.month)[1])
        return Period(self.grain, self.first.replace(year=year, day=day), self.time)

    def covers(self, day: Date) -> bool:
        """Whether `day` is one of its days."""
        return self.first <= day <= self.last


@dataclass(slots=True)
class Resolved:
    """A resolved time: its TIMEX3 value, the days that it covers (`before` Christ as text), and its period where it is one."""

    value: str
    first: Date | None = None
    last: Date | None = None
    period: Period | None = None
    before: tuple[str, str] | None = None


def days_before_christ(year: int | None, century: int | None) -> tuple[str, str]:
    """First and last day of a year or century before Christ, as ISO 8601 writes them: 1 BC is the year 0, 44 BC `-0043`."""
    ends = (year, year) if year else (100 * (century or 0) + 100, 100 * (century or 0) + 1)
    first, last = (f"{'-' if end > 1 else ''}{end - 1:04d}" for end in ends)
    return f"{first}-01-01", f"{last}-12-31"


def of(found: Period) -> Resolved:
    """A period as a resolved time."""
    return Resolved(found.value, found.first, found.last, found)


def _week(first: Date) -> str:
    year, week, _ = first.isocalendar()
    return f"{year:04d}-W{week:02d}"


_VALUES: dict[str, Callable[[Date], str]] = {
    "day": lambda first: first.isoformat(),
    "week": _week,
    "weekend": lambda first: _week(first) + "-WE",
    "month": lambda first: f"{first.year:04d}-{first.month:02d}",
    "quarter": lambda first: f"{first.year:04d}-Q{(first.month + 2) // 3}",
    "season": lambda first: f"{first.year:04d}-{SEASONS[first.month // 3 - 1]}",
    "half": lambda first: f"{first.year:04d}-H{1 if first.month < 7 else 2}",
    "year": lambda first: f"{first.year:04d}",
    "decade": lambda first: f"{first.year // 10:03d}",
    "century": lambda first: f"{first.year // 100:02d}",
    "millennium": lambda first: f"{first.year // 1000:d}",
}


def period(grain: str, day: Date, time: str = "") -> Period:
    """The period of that grain that holds `day`."""
    if grain == "day":
        return Period(grain, day, time)
    if grain == "week":
        return Period(grain, day - datetime.timedelta(days=day.weekday()))
    if grain == "weekend":
        monday = day - datetime.timedelta(days=day.weekday())
        return Period(grain, monday + datetime.timedelta(days=5))
    month = day.year * 12 + day.month - 1
    if grain == "season":
        month -= (day.month - 3) % 12 % 3
    else:
        month -= month % MONTHS[grain]
    return Period(grain, month_start(max(month, 12)))


def season(year: int, code: str) -> Period:
    """The season of that year; winter begins in its December."""
    return Period("season", Date(year, 3 * SEASONS.index(code) + 3, 1))


def fiscal(found: Period, year: int, fiscal_year_end: int) -> Period:
    """A year, half or quarter of the calendar as that of the fiscal year `year`, which ends with the month `fiscal_year_end`."""
    if fiscal_year_end == 12:
        return found
    first = month_start(found.first.year * 12 + found.first.month - 1 - 12 + fiscal_year_end)
    rest = found.value[4:]
    return Period(found.grain, first, "", f"FY{year:04d}{rest}")


def counted(anchor: Period, unit: str, count: int, time: str = "") -> Period:
    """The period so many units from an anchor, as fine as the unit: `three weeks ago` is a week, `a year earlier` the same quarter."""
    if unit in CLOCK:
        return Period("day", anchor.first)
    factor, grain = COUNTED.get(unit, (1, unit))
    if grain == "year" and anchor.grain in ("quarter", "month", "half", "season"):
        return anchor.years_later(count * factor)
    found = period("week" if grain == "weekend" else grain, anchor.first).shift(count * factor)
    return Period(found.grain, found.first, time)


def exactly(day: Date, unit: str, count: int) -> Period:
    """The very day so many units from a day: `two months after Christmas`."""
    factor, grain = (3, "month") if unit == "quarter" else COUNTED.get(unit, (1, unit))
    if grain in DAYS:
        return Period("day", day + datetime.timedelta(days=count * factor * DAYS[grain]))
    month = period("month", day).shift(count * factor * MONTHS[grain])
    return Period("day", month.first.replace(day=min(day.day, month.last.day)))


def unknown(grain: str) -> str:
    """The TIMEX3 value of some period of that grain: nothing says which."""
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
            "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
            "millennium": "X"}.get(grain, "XXXX-XX-XX")


# Letters of TIMEX3 lengths, and how the units that have none of their own are counted in those that do.
LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
           "decade": "DE", "century": "CE", "millennium": "ML", "weekend": "WE", "fortnight": "W", "season": "Y", "night": "D", "half": "M"}
CLOCK = frozenset({"second", "minute", "hour"})
COUNTED = {"half": (6, "month"), "decade": (10, "year"), "century": (100, "year"), "millennium": (1000, "year"),
           "fortnight": (2, "week"), "night": (1, "day"), "season": (1, "year")}
LONG_AGO = frozenset({"year", "decade", "century", "millennium"})
LONG = frozenset({"century", "millennium"})     # whole ones keep their letters (P2CE); decades are counted in years, as TempEval does
SIZES = ("second", "minute", "hour", "day", "week", "month", "year")
FRACTIONS = {"year": (12, "month"), "hour": (60, "minute"), "minute": (60, "second"), "day": (24, "hour"), "week": (7, "day")}


def length(amount: Decimal | None, unit: str) -> str:
    """TIMEX3 value of `amount` units (`P3M`, `PT90M`, `P2Y6M`), or of a vague number of them (`PXY`)."""
    if amount is None:
        return ("PTX" if unit in CLOCK else "PX") + LETTERS[unit]
    if unit in COUNTED and not (unit in LONG and amount == int(amount)):
        factor, unit = COUNTED[unit]
        amount *= factor
    whole = int(amount)
    rest = amount - whole
    if rest and unit in FRACTIONS and unit != "week":
        factor, smaller = FRACTIONS[unit]
        parts = rest * factor
        if parts == int(parts):
            return compound([(Decimal(whole), unit), (parts, smaller)])
    return compound([(amount, unit)])


def compound(parts: list[tuple[Decimal, str]]) -> str:
    """TIMEX3 value of a length told in several units (`P1Y6M`, `PT1H30M`, `P1DT12H`); parts of zero are left out."""
    parts = [(amount, unit) for amount, unit in parts if amount] or parts[:1]
    value, clock = "P", False
    for amount, unit in parts:
        if unit in CLOCK and not clock:
            value, clock = value + "T", True
        value += f"{plain(amount)}{LETTERS[unit]}"
    return value


def plain(amount: Decimal) -> str:
    """Digits without exponent or trailing zeros."""
    return str(int(amount)) if amount == int(amount) else format(amount.normalize(), "f")
