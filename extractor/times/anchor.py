"""Resolves the time mentions of an article in text order, against its date and the dates spoken of before.

What a later time is counted from is carried in one `Timeline`. dateparser reads the dates in figures (`04/11/2023`,
`11.4.2023`), where its knowledge of formats counts; months and days by name are the grammar's own. Its answers are
remembered in a bounded cache, and it is imported when the first such date comes.
"""
import datetime
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extractor.proposals import Sentence
from extractor.times import holidays, timex
from extractor.times.grammar import TimeMention
from extractor.times.readings import Calendar, Clock, Deictic, Edition, Length, Part, Range, Reading, Reference, Repeat, Written
from extractor.times.tense import tense
from extractor.times.timex import Date, Period

ENDED = re.compile(r"\s+(?:ended|ending)\s+(?:on\s+)?")
RECENT = 120            # days: a quarter that ended less long ago is the one whose results are still to come
SCENE, CLOSE = 12, 30   # characters: how near the beginning a year sets the scene, and how near a date it holds for the date
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FAR_PAST = 330     # days: further back than that, a month or day without its year is the coming one even beside a past tense


@dataclass(slots=True)
class Timeline:
    """The reference times of an article as its text goes on.

    `article` is its date; `spoken` the period last spoken of, `sentence` whether in this sentence; `year` the year last
    set in this sentence; `quarter` the quarter last spoken of. `assumed` and `anchored_by` are of the mention at hand.
    """

    article: Date | None
    fiscal_year_end: int = 12
    spoken: Period | None = None
    day: Period | None = None
    year: int | None = None
    year_at: tuple[int, int] = (0, 0)
    quarter: Period | None = None
    assumed: list[str] = field(default_factory=list)
    anchored_by: str | None = None

    def remember(self, found: Period) -> None:
        """Take a resolved period for what is spoken of."""
        self.spoken = found
        if found.grain == "day":
            self.day = found
        if found.grain == "quarter":
            self.quarter = found


@dataclass(slots=True)
class Resolved:
    """A resolved time: its TIMEX3 value, the days that it covers, and its period where it is one."""

    value: str
    first: Date | None = None
    last: Date | None = None
    period: Period | None = None


def resolve(sentences: list[Sentence], date: Date | None, fiscal_year_end: int = 12) -> None:
    """Fill value, days, and what was assumed of every time mention of an article; `date` is the article's."""
    timeline = Timeline(date, fiscal_year_end)
    for sentence in sentences:
        timeline.year = None
        for mention in sentence.times:
            settle(sentence, mention, timeline)


def settle(sentence: Sentence, mention: TimeMention, timeline: Timeline) -> None:
    """Resolve one mention and let the timeline remember it."""
    timeline.assumed, timeline.anchored_by = [], None
    if isinstance(mention.reading, Length) and mention.reading.unit == "month":
        timeline.quarter = None     # results of nine months follow those of the quarter
    resolved = ended(sentence, mention, timeline) or _resolve(sentence, mention, mention.reading, timeline)
    mention.value = resolved.value
    mention.date_start = resolved.first.isoformat() if resolved.first else None
    mention.date_end = resolved.last.isoformat() if resolved.last else None
    mention.assumed = "; ".join(dict.fromkeys(timeline.assumed)) or None
    mention.anchored_by = timeline.anchored_by
    if resolved.period is not None and not compares(mention.reading):
        timeline.remember(resolved.period)
        if names_year(mention.reading):
            timeline.year, timeline.year_at = resolved.period.first.year, (mention.start, mention.end)


def names_year(reading: Reading) -> bool:
    """Whether the text tells the year itself, so that later dates of the sentence can lie in it."""
    if isinstance(reading, Range):
        return names_year(reading.last)
    if isinstance(reading, Calendar):
        return reading.year is not None or reading.base is not None
    return isinstance(reading, Deictic) and reading.unit == "year"


def ended(sentence: Sentence, mention: TimeMention, timeline: Timeline) -> Resolved | None:
    """`the quarter ended Sept. 30`: the quarter that the date lies in; None for anything else."""
    reading = mention.reading
    if not isinstance(reading, Deictic) or reading.unit != "quarter" or reading.noun != "the":
        return None
    following = next((other for other in sentence.times if other.start >= mention.end), None)
    if following is None or not ENDED.fullmatch(sentence.text, mention.end, following.start):
        return None
    end = _resolve(sentence, following, following.reading, timeline)
    return of(timex.period("quarter", end.first)) if end.first else None


def compares(reading: Reading) -> bool:
    """Whether a time is only told to compare with it (`a year earlier`): the text goes on with the one that it is compared to."""
    if not isinstance(reading, Deictic):
        return False
    return reading.noun.startswith("year ") or not reading.calendar and reading.count == -1 and reading.unit == "year"


def _resolve(sentence: Sentence, mention: TimeMention, reading: Reading, timeline: Timeline) -> Resolved:
    """One reading, with days outside the calendar of ISO 8601 (years 1 to 9999) as an unknown day."""
    try:
        if isinstance(reading, Calendar):
            return calendar(sentence, mention, reading, timeline)
        if isinstance(reading, Deictic):
            return deictic(sentence, mention, reading, timeline)
        if isinstance(reading, Range):
            return span(sentence, mention, reading, timeline)
        if isinstance(reading, Part):
            return part_of(sentence, mention, reading, timeline)
        if isinstance(reading, Written):
            return written(reading, timeline)
        if isinstance(reading, Clock):
            return clock(reading, timeline)
    except (ValueError, OverflowError):
        return Resolved("XXXX-XX-XX")
    if isinstance(reading, Edition):
        return Resolved(f"{reading.first}/{reading.last}")
    return Resolved(reading.value)


def of(found: Period) -> Resolved:
    """A resolved period."""
    return Resolved(found.value, found.first, found.last, found)


def calendar(sentence: Sentence, mention: TimeMention, reading: Calendar, timeline: Timeline) -> Resolved:
    """A date of the calendar: with its year as it stands, else in the year that the text means."""
    if reading.era:
        return Resolved(f"BC{reading.year:04d}" if reading.year else f"BC{reading.century or 0:02d}")
    if reading.short:
        timeline.assumed.append("century: of a year in two digits")
    if reading.decade is not None:
        return of(Period("decade", Date(reading.decade, 1, 1)))
    if reading.century is not None:
        return of(Period("century", Date(max(1, reading.century * 100), 1, 1))) if reading.century else Resolved("00")
    if reading.weekday and not reading.month:
        return weekday(sentence, mention, reading, timeline)
    if reading.year is not None:
        return of(in_year(reading, reading.year, timeline))
    if reading.base is not None:
        base = _resolve(sentence, mention, reading.base, timeline)
        if base.period is None:
            return Resolved(without_year(reading))
        return of(in_year(reading, base.period.first.year, timeline))
    year = year_of(sentence, mention, reading, timeline)
    return Resolved(without_year(reading)) if year is None else of(in_year(reading, year, timeline))


def in_year(reading: Calendar, year: int, timeline: Timeline) -> Period:
    """The period that a reading names in a year; raises ValueError for a day that the year does not have."""
    if reading.holiday:
        return Period("day", holidays.day(reading.holiday, year), reading.time)
    if reading.season:
        return timex.season(year, reading.season)
    if reading.quarter or reading.half:
        grain, number, months = ("quarter", reading.quarter, 3) if reading.quarter else ("half", reading.half, 6)
        return Period(grain, Date(year, ((number or 1) - 1) * months + 1, 1))
    if reading.month and reading.day:
        return Period("day", Date(year, reading.month, reading.day), reading.time)
    return Period("month", Date(year, reading.month, 1)) if reading.month else Period("year", Date(year, 1, 1))


def without_year(reading: Calendar) -> str:
    """The TIMEX3 value of a reading whose year nothing tells."""
    if reading.quarter:
        return f"XXXX-Q{reading.quarter}"
    if reading.half:
        return f"XXXX-H{reading.half}"
    if reading.season:
        return f"XXXX-{reading.season}"
    if reading.holiday in holidays.FIXED:
        month, day = holidays.FIXED[reading.holiday or ""]
        return f"XXXX-{month:02d}-{day:02d}{reading.time}"
    if reading.month and reading.day:
        return f"XXXX-{reading.month:02d}-{reading.day:02d}{reading.time}"
    return f"XXXX-{reading.month:02d}" if reading.month else f"XXXX-XX-XX{reading.time}"


def year_of(sentence: Sentence, mention: TimeMention, reading: Calendar, timeline: Timeline) -> int | None:
    """The year of a date that is told without one: as the text says (`last April`), else of this sentence, else by tense."""
    article = timeline.article
    if reading.which is None and timeline.year is not None and within_reach(sentence, mention, timeline):
        timeline.assumed.append("year: from the date spoken of")
        timeline.anchored_by = f"spoken {timeline.year}"
        return timeline.year
    if article is None:
        return None
    timeline.assumed.append("year: from the article's date")
    timeline.anchored_by = f"article {article}"
    candidates = [in_year(reading, year, timeline) for year in (article.year - 1, article.year, article.year + 1) if _exists(reading, year)]
    if reading.which == "last":
        return max((c.first for c in candidates if c.last < article), default=article).year
    if reading.which == "next":
        return min((c.first for c in candidates if c.first > article), default=article).year
    if reading.which is not None:
        return article.year
    return nearest(candidates, article, tense(sentence, mention.start, mention.end))


def within_reach(sentence: Sentence, mention: TimeMention, timeline: Timeline) -> bool:
    """Whether the year told before in the sentence holds for a mention: it sets the scene at the beginning, or stands close by."""
    start, end = timeline.year_at
    return start - sentence.start <= SCENE or mention.start - end <= CLOSE


def _exists(reading: Calendar, year: int) -> bool:
    return not (reading.month == 2 and reading.day == 29) or year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def nearest(candidates: list[Period], article: Date, when: str | None) -> int:
    """The year of the candidate that a verb's tense points to; with no tense, of the one nearest to the article's date."""
    if not candidates:
        return article.year
    past = max((c for c in candidates if c.first <= article), key=lambda c: c.first, default=candidates[0])
    coming = min((c for c in candidates if c.last >= article), key=lambda c: c.first, default=candidates[-1])
    if when == "past" and (article - past.last).days <= FAR_PAST:
        return past.first.year
    if past.grain == "quarter" and 0 <= (article - past.last).days <= RECENT and when == "future":
        return past.first.year
    if when == "future":
        return coming.first.year
    back, ahead = (article - past.last).days, (coming.first - article).days
    return (past if back <= (2 * ahead if when == "told" else ahead) else coming).first.year


def weekday(sentence: Sentence, mention: TimeMention, reading: Calendar, timeline: Timeline) -> Resolved:
    """A day of the week: in a week that is told, before or after what is spoken of, or by the tense from the article's date."""
    number = reading.weekday or 1
    which = reading.which or ""
    if reading.day is not None:
        return numbered(reading, timeline)
    if reading.base is not None:
        base = _resolve(sentence, mention, reading.base, timeline)
        if base.period is not None:
            return of(Period("day", base.period.first + datetime.timedelta(days=number - 1), reading.time))
    anchor = timeline.day.first if which.startswith("spoken") and timeline.day else timeline.article
    if anchor is None:
        return Resolved(f"XXXX-WXX-{number}{reading.time}")
    timeline.assumed.append("day: from the article's date")
    timeline.anchored_by = f"article {anchor}"
    back = datetime.timedelta(days=(anchor.isoweekday() - number) % 7)
    ahead = datetime.timedelta(days=(number - anchor.isoweekday()) % 7)
    week = datetime.timedelta(days=7)
    if which.endswith("last"):
        day = anchor - (back or week)
    elif which.endswith("next"):
        day = anchor + (ahead or week)
    elif which == "this":
        day = anchor - datetime.timedelta(days=anchor.isoweekday() - number)
    elif tense(sentence, mention.start, mention.end) == "future":
        day = anchor + ahead
    else:
        day = anchor - back
    return of(Period("day", day, reading.time))


def numbered(reading: Calendar, timeline: Timeline) -> Resolved:
    """`Friday the 13th`: the nearest such day to the article's date."""
    if timeline.article is None:
        return Resolved(f"XXXX-XX-{reading.day:02d}")
    timeline.assumed.append("month: from the article's date")
    months = [timex.period("month", timeline.article).shift(count) for count in range(-14, 15)]
    days = [month.first.replace(day=reading.day or 1) for month in months if (reading.day or 1) <= month.last.day]
    fitting = [day for day in days if day.isoweekday() == reading.weekday]
    return of(Period("day", min(fitting, key=lambda day: abs(day - timeline.article)))) if fitting else Resolved(f"XXXX-XX-{reading.day:02d}")  # type: ignore[operator]


def part_of(sentence: Sentence, mention: TimeMention, reading: Part, timeline: Timeline) -> Resolved:
    """`the first week of May`, `the last day of 2014`: counted inside a longer period; weeks are those of ISO 8601."""
    base = _resolve(sentence, mention, reading.base, timeline)
    if base.first is None or base.last is None:
        return Resolved(timex.unknown(reading.unit))
    if reading.number < 0:
        return of(timex.period(reading.unit, base.last))
    found = timex.period(reading.unit, base.first).shift(reading.number - 1)
    return of(found) if found.first <= base.last else Resolved(timex.unknown(reading.unit))


def deictic(sentence: Sentence, mention: TimeMention, reading: Deictic, timeline: Timeline) -> Resolved:
    """A period counted from the article's date, from the time spoken of, or from a date that it names."""
    if reading.base is not None:
        base = _resolve(sentence, mention, reading.base, timeline)
        if base.period and reading.noun == "of":
            return of(timex.period(reading.unit, base.period.first))
        return of(counted(base.period, reading)) if base.period else Resolved(timex.unknown("day"))
    grain = "day" if reading.unit in timex.CLOCK or reading.unit == "night" else reading.unit
    count = reading.count or 0
    anchor, origin = anchor_of(reading, timeline)
    if anchor is None:
        return Resolved(timex.unknown(grain if grain in timex.RANK else "day") + reading.time)
    timeline.anchored_by = f"{origin} {anchor.value}"
    if origin == "article" and timeline.spoken is not anchor:
        timeline.assumed.append(f"{grain}: from the article's date")
    if not reading.calendar:
        return of(counted(anchor, reading))
    if reading.noun == "latest" and reading.unit == "quarter" and timeline.article:
        return of(timex.period("quarter", timeline.article).shift(-1))
    if reading.noun in ("the", "latest", "end") or reading.noun.startswith("year "):
        return the(reading, sentence, mention, timeline, anchor)
    if grain == "day" and anchor.grain != "day":
        return Resolved(timex.unknown("day") + reading.time)
    if grain == "season":
        return of(timex.period("season", anchor.first).shift(4 * count))
    if grain == "weekend" and reading.noun == "last" and anchor.first.isoweekday() < 6:
        return of(timex.period("weekend", anchor.first).shift(-1))
    return of(replace(timex.period(grain, anchor.first).shift(count), time=reading.time))


def anchor_of(reading: Deictic, timeline: Timeline) -> tuple[Period | None, str]:
    """What a deictic time is counted from, and whether that is the article's date or the time spoken of."""
    article = Period("day", timeline.article) if timeline.article else None
    if compares(reading) and timeline.quarter is not None:
        return timeline.quarter, "spoken"
    if reading.anchor == "article":
        return article, "article"
    if reading.unit == "day" and timeline.day is not None:
        return timeline.day, "spoken"
    return (timeline.spoken, "spoken") if timeline.spoken is not None else (article, "article")


def counted(anchor: Period, reading: Deictic) -> Period:
    """The period so many units from an anchor, as fine as the unit tells: `three weeks ago` is a week, `a year earlier` the same quarter."""
    count, unit = reading.count or 0, reading.unit
    if unit in timex.CLOCK:
        return Period("day", anchor.first)
    factor, grain = timex.COUNTED.get(unit, (1, unit))
    if unit == "quarter":
        factor, grain = 1, "quarter"
    if unit in ("weekend",):
        grain = "week"
    if reading.base is not None and grain != "day":
        return _exactly(anchor.first, grain, count * factor)
    if grain == "year" and anchor.grain in ("quarter", "month", "half", "season"):
        return anchor.years_later(count * factor)
    return replace(timex.period(grain, anchor.first).shift(count * factor), time=reading.time)


def _exactly(day: Date, grain: str, count: int) -> Period:
    """The very day so many weeks, months or years from a day."""
    if grain == "week":
        return Period("day", day + datetime.timedelta(days=7 * count))
    month = timex.period("month", day).shift(count * timex.MONTHS[grain])
    return Period("day", month.first.replace(day=min(day.day, month.last.day)))


def the(reading: Deictic, sentence: Sentence, mention: TimeMention, timeline: Timeline, anchor: Period) -> Resolved:
    """`the quarter`, `the latest period`, `the 1988 quarter`, `the year`, `the weekend`, `year-end`."""
    article = timeline.article
    if reading.unit == "quarter":
        quarter = timeline.quarter
        if quarter is None:
            quarter = timex.period("quarter", article or anchor.first).shift(-1)
            timeline.assumed.append("quarter: the last one before the article's date")
        if reading.noun.startswith("year "):
            return of(quarter.years_later(int(reading.noun[5:]) - quarter.first.year))
        return of(quarter)
    if reading.unit == "weekend" and article is not None:
        weekend = timex.period("weekend", article)
        if article.isoweekday() < 6 and tense(sentence, mention.start, mention.end) != "future":
            weekend = weekend.shift(-1)
        return of(weekend)
    if reading.unit in ("week", "month") and article is not None:
        return of(timex.period(reading.unit, article))
    if reading.unit == "year" and reading.noun != "end" and timeline.year is None and article is not None:
        return of(timex.period("year", article))
    return of(timex.period(reading.unit, anchor.first))


def span(sentence: Sentence, mention: TimeMention, reading: Range, timeline: Timeline) -> Resolved:
    """A range of dates: each end lends the other what it leaves out."""
    first, last = reading.first, reading.last
    if isinstance(first, Calendar) and isinstance(last, Calendar) and last.year is not None and first.year is None and first.month:
        later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - later)
    start = _resolve(sentence, mention, first, timeline)
    alike = isinstance(first, Calendar) and isinstance(last, Calendar) and (first.weekday is None) == (last.weekday is None)
    if alike and isinstance(last, Calendar) and last.year is None and start.first is not None and last.which is None:
        end = following(last, start.first)
    else:
        end = _resolve(sentence, mention, last, timeline)
    if start.first and end.last and start.first > end.last:
        return Resolved(f"{start.value}/{end.value}")
    period = start.period if start.period and start.period.grain != "day" else end.period
    return Resolved(f"{start.value}/{end.value}", start.first, end.last if start.first else None, period)


def following(reading: Calendar, start: Date) -> Resolved:
    """The first date from `start` on that a reading without a year can be."""
    if reading.weekday and not reading.month:
        ahead = (reading.weekday - start.isoweekday()) % 7
        return of(Period("day", start + datetime.timedelta(days=ahead), reading.time))
    blank = Timeline(None)
    for year in (start.year, start.year + 1):
        found = in_year(reading, year, blank)
        if found.last >= start:
            return of(found)
    return Resolved(without_year(reading))


def clock(reading: Clock, timeline: Timeline) -> Resolved:
    """A time of day with no day of its own: of the day spoken of, else of the article's."""
    day = timeline.day or (Period("day", timeline.article) if timeline.article else None)
    if day is None:
        return Resolved(f"XXXX-XX-XX{reading.time}")
    timeline.assumed.append("day: from the date spoken of" if timeline.day else "day: from the article's date")
    return of(Period("day", day.first, reading.time))


def written(reading: Written, timeline: Timeline) -> Resolved:
    """A date in figures; which number is the day and which the month may have to be assumed."""
    text, _, time = reading.text.replace(" ", "T").partition("T")
    if ISO_DAY.fullmatch(text):
        return of(Period("day", Date.fromisoformat(text), f"T{time}" if time else ""))
    order = "DMY" if "." in text else "MDY"
    day, ambiguous = numeric(text, order)
    if day is None:
        return Resolved("XXXX-XX-XX")
    if ambiguous:
        timeline.assumed.append("order: day before month" if order == "DMY" else "order: month before day")
    return of(Period("day", day, f"T{time}" if time else ""))


@lru_cache(maxsize=1024)
def numeric(text: str, order: str) -> tuple[Date | None, bool]:
    """The day that figures name, and whether day and month could be the other way round."""
    import dateparser
    parsed = dateparser.parse(text, languages=["en"], settings={"DATE_ORDER": "YMD" if text[:4].isdigit() else order, "TIMEZONE": "UTC",
                                                                "RELATIVE_BASE": datetime.datetime(2000, 1, 1), "RETURN_AS_TIMEZONE_AWARE": False})
    if parsed is None:
        return None, False
    day = parsed.date()
    return day, not text[:4].isdigit() and day.day <= 12 and day.day != day.month


__all__ = ["Timeline", "Resolved", "resolve", "settle", "Length", "Reference", "Repeat"]
