"""Dates that leave something out: the year of `April 11`, the week of `Thursday`, by what the text says, by tense, by nearness."""
import datetime
import re

from extractor.proposals import Sentence
from extractor.times import holidays, timex
from extractor.times.readings import Calendar, TimeMention
from extractor.times.tense import tense
from extractor.times.timeline import Timeline
from extractor.times.timex import Date, Period, Resolved, of

FAR_PAST = 310          # days: further back, a month or day without its year is the coming one even beside a past tense
RECENT = 120            # days: a quarter that ended less long ago is the one whose results are still to come
# What is told of a quarter that has ended, though it is to come: a loss is expected for the first quarter.
RESULTS = re.compile(r"\b(?:[Pp]rofit|[Ll]oss|[Ee]arn|[Rr]esult|[Rr]evenue|[Ss]ales|[Ii]ncome|[Nn]et\b|[Rr]eport|[Pp]ost|[Cc]harge"
                     r"|[Dd]ividend|[Gg]ain)")
SCENE, CLOSE = 12, 30   # characters: how near the sentence's beginning a year sets the scene, and how near a date it holds for it


def within(read: Calendar, year: int, fiscal_year_end: int = 12) -> Period:
    """The period that a reading names in a year; raises ValueError for a day that the year does not have."""
    if read.holiday:
        return Period("day", holidays.day(read.holiday, year), read.time)
    if read.season:
        return timex.season(year, read.season)
    if read.quarter or read.half:
        grain, months = ("quarter", 3) if read.quarter else ("half", 6)
        found = Period(grain, Date(year, ((read.quarter or read.half or 1) - 1) * months + 1, 1))
        return timex.fiscal(found, year, fiscal_year_end) if read.fiscal else found
    if read.month:
        return Period("day", Date(year, read.month, read.day), read.time) if read.day else Period("month", Date(year, read.month, 1))
    found = Period("year", Date(year, 1, 1))
    return timex.fiscal(found, year, fiscal_year_end) if read.fiscal else found


def fiscal(day: Date, count: int, fiscal_year_end: int) -> Period:
    """The fiscal year `count` after the one that a day lies in."""
    year = day.year + (day.month > fiscal_year_end) + count
    return timex.fiscal(Period("year", Date(year, 1, 1)), year, fiscal_year_end)


def unknown(read: Calendar) -> str:
    """The TIMEX3 value of a reading whose year nothing tells."""
    if read.holiday in holidays.FIXED:
        month, day = holidays.FIXED[read.holiday or ""]
        return f"XXXX-{month:02d}-{day:02d}{read.time}"
    if read.month:
        return f"XXXX-{read.month:02d}-{read.day:02d}{read.time}" if read.day else f"XXXX-{read.month:02d}"
    part = f"Q{read.quarter}" if read.quarter else f"H{read.half}" if read.half else read.season
    return f"XXXX-{part}" if part else f"XXXX-XX-XX{read.time}"


def of_date(sentence: Sentence, mention: TimeMention, read: Calendar, timeline: Timeline) -> int | None:
    """The year of a date that is told without one: as the text says (`last April`), else of this sentence, else by tense."""
    article = timeline.article
    if read.which is None and timeline.year is not None and _holds(sentence, mention, timeline):
        timeline.assumed.append("year: from the date spoken of")
        timeline.anchored_by = f"spoken {timeline.year}"
        return timeline.year
    if article is None:
        return None
    timeline.assumed.append("year: from the article's date")
    timeline.anchored_by = f"article {article}"
    candidates = [within(read, year) for year in range(article.year - 1, article.year + 2) if exists(read, year)]
    if read.which == "last":
        return max((c.first for c in candidates if c.last < article), default=article).year
    if read.which == "next":
        return min((c.first for c in candidates if c.first > article), default=article).year
    if read.which:
        return article.year
    when = tense(sentence, mention.start, mention.end)
    if when == "future" and read.quarter and not RESULTS.search(sentence.text, sentence.start, sentence.end):
        when = "ahead"     # bonds will be sold in the fourth quarter
    return nearest(candidates, article, when)


def _holds(sentence: Sentence, mention: TimeMention, timeline: Timeline) -> bool:
    """Whether the year told before in the sentence holds for a mention: it sets the scene at the beginning, or stands close by."""
    start, end = timeline.year_at
    return start - sentence.start <= SCENE or mention.start - end <= CLOSE


def exists(read: Calendar, year: int) -> bool:
    """Whether a year that is on the calendar has the day: 29 February is in leap years only."""
    if not 1 <= year <= 9998:
        return False
    return not (read.month == 2 and read.day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def nearest(candidates: list[Period], article: Date, when: str | None) -> int:
    """The year of the candidate that a verb's tense points to; with no tense, of the one nearest to the article's date."""
    if not candidates:
        return article.year
    past = max((c for c in candidates if c.first <= article), key=lambda c: c.first, default=candidates[0])
    coming = min((c for c in candidates if c.last >= article), key=lambda c: c.first, default=candidates[-1])
    back, ahead = (article - past.last).days, (coming.first - article).days
    if when == "since" or (when == "past" and back <= FAR_PAST):
        return past.first.year
    if when == "ahead":
        return coming.first.year
    if when == "future":
        return (past if past.grain == "quarter" and 0 <= back <= RECENT else coming).first.year
    return (past if back <= (2 * ahead if when == "told" else ahead) else coming).first.year


def following(read: Calendar, start: Date) -> Resolved:
    """The first date from `start` on that a reading without a year can be."""
    if read.weekday and not read.month:
        return of(Period("day", weekday(read.weekday, start, "future"), read.time))
    for year in (start.year, start.year + 1):
        if exists(read, year) and (found := within(read, year)).last >= start:
            return of(found)
    return Resolved(unknown(read))


def weekday(number: int, anchor: Date, when: str | None) -> Date:
    """The day of that weekday (1 is Monday) before, after or in the week of an anchor; with no tense the last one, or the anchor itself."""
    back = datetime.timedelta(days=(anchor.isoweekday() - number) % 7)
    ahead = datetime.timedelta(days=(number - anchor.isoweekday()) % 7)
    week = datetime.timedelta(days=7)
    if when == "last":
        return anchor - (back or week)
    if when == "next":
        return anchor + (ahead or week)
    if when == "week":
        return anchor + (ahead or week) + week
    if when == "this":
        return anchor + datetime.timedelta(days=number - anchor.isoweekday())
    return anchor + ahead if when in ("future", "present") else anchor - back


def weekday_of(first: Date, last: Date, number: int, place: int) -> Resolved:
    """The weekday that is so many-th from a period's beginning, or the last of it (-1)."""
    ahead = first + datetime.timedelta(days=(number - first.isoweekday()) % 7 + 7 * (place - 1))
    found = last - datetime.timedelta(days=(last.isoweekday() - number) % 7) if place < 0 else ahead
    return of(Period("day", found)) if found <= last else Resolved(timex.unknown("day"))


def day_of_month(read: Calendar, article: Date | None, when: str | None) -> Resolved:
    """`on the 11th`: the nearest such day, behind or ahead as the tense says."""
    number = read.day or 1
    if article is None:
        return Resolved(f"XXXX-XX-{number:02d}{read.time}")
    months = [timex.period("month", article).shift(count) for count in range(-2, 3)]
    days = [month.first.replace(day=number) for month in months if number <= month.last.day]
    fitting = [day for day in days if (day >= article if when in ("future", "present") else day <= article if when else True)]
    return of(Period("day", min(fitting, key=lambda day: abs(day - article)), read.time)) if fitting else Resolved(f"XXXX-XX-{number:02d}")


def numbered_weekday(number: int, day: int, anchor: Date) -> Resolved:
    """`Friday the 13th`: the nearest such day to an anchor."""
    months = [timex.period("month", anchor).shift(count) for count in range(-14, 15)]
    fitting = [found for month in months if day <= month.last.day and (found := month.first.replace(day=day)).isoweekday() == number]
    return of(Period("day", min(fitting, key=lambda found: abs(found - anchor)))) if fitting else Resolved(f"XXXX-XX-{day:02d}")
