"""What the grammar makes of a time expression before anything is resolved, and the mention that carries it."""
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of a calendar date as written; what is missing is anchored later.

    `which` is `last`, `next`, `this` or `same` where the text says it; `base` is the period that the rest lies in
    (`April` of `last year`). `decade` is the year it begins in; `century` its first two digits.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None      # 1 is Monday
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    decade: int | None = None
    century: int | None = None
    era: str | None = None          # BC
    short: bool = False             # year or decade written with two digits
    fiscal: bool = False
    time: str = ""                  # TNI, T10:30
    which: str | None = None
    base: "Reading | None" = None
    assumed: str | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """A period counted from an anchor: `last year` is one year before the article's, `a year earlier` before the time spoken of.

    `anchor` is `article` or `spoken`. With `calendar` the period is one of the calendar's (`last week`), else so many
    units away (`three weeks ago`). `count` None: the text does not say how many (`years ago`).
    """

    unit: str
    count: int | None
    anchor: str = "article"
    time: str = ""
    calendar: bool = True
    base: "Reading | None" = None   # `two days after Christmas`
    fiscal: bool = False
    noun: str = ""                  # the determiner or word that the reading depends on: the, that, latest, ago


@dataclass(frozen=True, slots=True)
class Reference:
    """A time with no days: PRESENT_REF, PAST_REF, FUTURE_REF, and school years and seasons, which begin when they like."""

    value: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A school year or a sports season that spans two calendar years (`2023/2024`)."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day with no day of its own."""

    time: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: `low` to `high` of `unit`, both None where vague; `value` is its TIMEX3 value."""

    value: str
    unit: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repeated time, by its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: "Reading"
    last: "Reading"


@dataclass(frozen=True, slots=True)
class Written:
    """A date in figures, read by dateparser: `2023-04-11`, `04/11/2023`, `11.4.2023`."""

    text: str
    time: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A period by its place in a longer one: `the first week of May`; -1 is the last. With `weekday` (1 is Monday) it counts those."""

    number: int
    unit: str
    base: "Reading"
    weekday: int = 0


Reading: TypeAlias = Part | Written | Calendar | Deictic | Reference | Edition | Clock | Length | Repeat | Range


def kind(reading: Reading) -> str:
    """The type of fact that a reading is: `date`, `duration` or `recurrence`."""
    return "duration" if isinstance(reading, Length) else "recurrence" if isinstance(reading, Repeat) else "date"


@dataclass(slots=True)
class Found:
    """A time expression as indices into the sentence's lexemes, from `first` up to and without `last`."""

    first: int
    last: int
    reading: Reading
    rule: str
    modifier: str | None = None


@dataclass(slots=True)
class TimeMention:
    """A time expression in the text: first as found, then as resolved.

    The grammar fills the span, `reading`, `rule` and `modifier`; `anchor.resolve` fills the rest. `anchored_by` says
    what it was counted from (`article 2024-04-23`, `spoken 1992`), for `explain`.
    """

    start: int
    end: int
    reading: Reading
    rule: str
    modifier: str | None = None
    value: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    assumed: str | None = None
    anchored_by: str | None = None

    @property
    def type(self) -> str:
        """`date`, `duration` or `recurrence`."""
        return kind(self.reading)
