"""Resolves the time mentions of an article in text order, against its date and the dates spoken of before.

What a later time is counted from is carried in one `Timeline`. dateparser reads the dates in figures whose order may be in
doubt (`04/11/2023`, `11.4.2023`), where its knowledge of formats counts; ISO 8601, months and days by name are the grammar's
own. Its answers are remembered in a bounded cache, and it is imported when the first such date comes.
"""
import datetime
import re
from dataclasses import replace
from functools import lru_cache

from extractor.proposals import Sentence
from extractor.times import timex, years
from extractor.times.readings import Calendar, Clock, Deictic, Edition, Length, Part, Range, Reading, TimeMention, Written
from extractor.times.tense import tense
from extractor.times.timeline import Timeline
from extractor.times.timex import Date, Period, Resolved, of

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A year or quarter that an old value is of (`from 13.8% in 2018`) is not the one that the text goes on with.
COMPARED = re.compile(r"\b(?:from|against|with|than) (?:[^\s;]{1,12} ){0,2}[^\s;]{0,3}\d[^\s;]{0,12} (?:[^\s;]{1,12} ){0,2}in \Z"
                      r"|\bthan in \Z")
PARTICIPLE = re.compile(r", (?:[a-z]{2,15}ed|made|held|set|given) on \Z")     # its forecasts, published on Aug. 11, were lower
REACH = 60      # characters
JOINED = 25     # characters between two clock times of one day
MODAL = re.compile(r"\b(?:will|would|could|may|might|should)\b")
HALF_WEEK = datetime.timedelta(days=3)
DAWN = "T06:00"
FAR = 366                                      # days: a day spoken of that long ago is history, whose weeks are not the article's
HALF_QUARTER = datetime.timedelta(days=45)     # the quarter that ended on 31 July is mostly the second
ENDED = re.compile(r"\s+(?:(?:that|which)\s+)?(?:ended|ending)\s+(?:on\s+)?")


def resolve(sentences: list[Sentence], date: Date | None, fiscal_year_end: int = 12) -> None:
    """Fill value, days, and what was assumed of every time mention of an article; `date` is the article's."""
    timeline = Timeline(date, fiscal_year_end)
    for sentence in sentences:
        timeline.begin_sentence()
        for at, mention in enumerate(sentence.times):
            settle(sentence, mention, timeline, sentence.times[at + 1] if at + 1 < len(sentence.times) else None)


def settle(sentence: Sentence, mention: TimeMention, timeline: Timeline, following: TimeMention | None = None) -> None:
    """Resolve one mention, with the one after it, and let the timeline remember it."""
    timeline.begin_mention()
    if isinstance(mention.reading, Length) and mention.reading.unit == "month":
        timeline.quarter, timeline.months = None, True     # results of nine months follow those of the quarter
    if following is not None and isinstance(mention.reading, Clock):
        mention.reading = shared(sentence, mention, mention.reading, following)
    resolved = ended(sentence, mention, following, timeline) or reading(sentence, mention, mention.reading, timeline)
    mention.value = resolved.value
    if resolved.before:
        mention.date_start, mention.date_end = resolved.before
    else:
        mention.date_start = resolved.first.isoformat() if resolved.first else None
        mention.date_end = resolved.last.isoformat() if resolved.last else None
    mention.assumed = "; ".join(dict.fromkeys(timeline.assumed)) or None
    mention.anchored_by = timeline.anchored_by
    if resolved.period is not None:
        remember(sentence, mention, resolved.period, timeline)
    elif timeline.article is None and isinstance(mention.reading, Calendar) and (mention.reading.weekday or mention.reading.day):
        timeline.lose()


def shared(sentence: Sentence, mention: TimeMention, read: Clock, following: TimeMention) -> Reading:
    """The day of `open at 7 a.m. and close at 6 p.m. on Monday` for the first clock time, too; else the time as it is."""
    day, between = following.reading, sentence.text[mention.end:min(following.start, mention.end + JOINED)]
    joined = following.start - mention.end < JOINED and " and " in between and "," not in between
    return replace(day, time=read.time) if joined and isinstance(day, Calendar | Deictic) and ":" in day.time else read


def remember(sentence: Sentence, mention: TimeMention, found: Period, timeline: Timeline) -> None:
    """Let the timeline remember a period, with the part that it plays in its sentence."""
    before = sentence.text[max(sentence.start, mention.start - REACH):mention.start]
    if isinstance(mention.reading, Deictic) and before.endswith("than "):
        return     # more than last year, and a hot February spoils it
    aside = found.grain in ("year", "quarter", "half") and COMPARED.search(before) is not None
    today = found.grain == "day" and found.first == timeline.article
    ahead = today and tense(sentence, mention.start, mention.end) == "future"
    timeline.remember(mention.reading, found, mention.start, mention.end, aside, scene=sets_scene(sentence, mention, before), ahead=ahead)


def sets_scene(sentence: Sentence, mention: TimeMention, before: str) -> bool:
    """Whether a day is one that the text goes on with, and no `since Monday`, `Monday's close`, nor one in a quotation or an aside."""
    if before[-6:].lower() == "since " or PARTICIPLE.search(before) is not None:
        return False
    return sentence.text[sentence.start] not in "\"“" and not sentence.text.startswith(("'s ", "’s "), mention.end)


def reading(sentence: Sentence, mention: TimeMention, read: Reading, timeline: Timeline) -> Resolved:
    """One reading resolved; what lies outside the calendar (years 1 to 9999) or does not exist is an unknown day."""
    try:
        if isinstance(read, Calendar):
            return calendar(sentence, mention, read, timeline)
        if isinstance(read, Deictic):
            return deictic(sentence, mention, read, timeline)
        if isinstance(read, Range):
            return span(sentence, mention, read, timeline)
        if isinstance(read, Part):
            return part(sentence, mention, read, timeline)
        if isinstance(read, Written):
            return written(read, timeline)
        if isinstance(read, Clock):
            return clock(sentence, mention, read, timeline)
    except (ValueError, OverflowError):
        ago = isinstance(read, Deictic) and read.unit in timex.LONG_AGO and (read.count or 0) < 0
        return Resolved("PAST_REF" if ago else timex.unknown("day"))     # 11,000 years ago
    return Resolved(f"{read.first}/{read.last}" if isinstance(read, Edition) else read.value)


def ended(sentence: Sentence, mention: TimeMention, following: TimeMention | None, timeline: Timeline) -> Resolved | None:
    """`the quarter ended Sept. 30`: the quarter that the date lies in; None for anything else."""
    read = mention.reading
    if timeline.quarter is not None or following is None or not isinstance(read, Deictic) or read.unit != "quarter" or read.noun != "the":
        return None
    if not ENDED.fullmatch(sentence.text, mention.end, following.start):
        return None
    end = reading(sentence, following, following.reading, timeline)
    return of(timex.period("quarter", end.first - HALF_QUARTER)) if end.first else None


def calendar(sentence: Sentence, mention: TimeMention, read: Calendar, timeline: Timeline) -> Resolved:
    """A date of the calendar: with its year as it stands, else in the year that the text means."""
    if read.era:
        return before_christ(read)
    if read.short:
        timeline.assumed.append("century: of a year in two digits")
    if read.decade is not None:
        return of(Period("decade", Date(read.decade, 1, 1)))
    if read.century is not None:
        return of(Period("century", Date(read.century * 100, 1, 1))) if read.century else Resolved("00")
    if read.weekday and not read.month:
        return weekday(sentence, mention, read, timeline)
    if read.day is not None and read.month is None and read.base is not None:
        month = reading(sentence, mention, read.base, timeline).period
        return of(Period("day", month.first.replace(day=read.day))) if month else Resolved(timex.unknown("day"))
    if read.day is not None and read.month is None:
        timeline.assumed.append("month: from the article's date")
        return years.day_of_month(read, timeline.article, tense(sentence, mention.start, mention.end))
    year = read.year
    if year is None and read.base is not None:
        base = reading(sentence, mention, read.base, timeline).period
        year = base.first.year if base else None
    elif year is None:
        year = years.of_date(sentence, mention, read, timeline)
    return Resolved(years.unknown(read)) if year is None else of(years.within(read, year, timeline.fiscal_year_end))


def before_christ(read: Calendar) -> Resolved:
    """A year or century before Christ."""
    value = f"BC{read.year:04d}" if read.year else f"BC{read.century or 0:02d}"
    return Resolved(value, before=timex.days_before_christ(read.year, read.century))


def weekday(sentence: Sentence, mention: TimeMention, read: Calendar, timeline: Timeline) -> Resolved:
    """A day of the week: in a week that is told, before or after what is spoken of, or by the tense from the article's date."""
    number, said = read.weekday or 1, read.which or ""
    if read.base is not None:
        base = reading(sentence, mention, read.base, timeline).period
        if base is not None:
            return of(Period("day", base.first + datetime.timedelta(days=number - 1), read.time))
    anchor = timeline.day.first if said.startswith("spoken") and timeline.day else timeline.article
    if anchor is None or read.base is not None:
        return Resolved(f"XXXX-WXX-{number}{read.time}" if read.day is None else f"XXXX-XX-{read.day:02d}")
    if read.day is not None:
        timeline.assumed.append("month: from the article's date")
        return years.numbered_weekday(number, read.day, anchor)
    timeline.assumed.append("day: from the article's date")
    timeline.anchored_by = f"article {anchor}"
    when = "" if said else tense(sentence, mention.start, mention.end)
    return of(Period("day", years.weekday(number, anchor, said.split()[-1] if said else when), read.time))


def deictic(sentence: Sentence, mention: TimeMention, read: Deictic, timeline: Timeline) -> Resolved:
    """A period counted from the article's date, from the time spoken of, or from a date that it names."""
    if read.base is not None:
        base = reading(sentence, mention, read.base, timeline).period
        if base is None:
            return Resolved(timex.unknown("day"))
        if read.unit == "year" and base.grain != "day":
            return of(base.years_later(read.count or 0))     # eight years ago this week
        return of(timex.period(read.unit, base.first) if read.noun == "of" else timex.exactly(base.first, read.unit, read.count or 0))
    grain = "day" if read.unit in timex.CLOCK or read.unit == "night" else read.unit
    anchor, origin = timeline.anchor(read)
    if anchor is None:
        return Resolved(timex.unknown(grain) + read.time)
    timeline.anchored_by = f"{origin} {anchor.value}"
    if not read.calendar:
        found = timex.counted(anchor, read.unit, read.count or 0, read.time)
        later = origin == "spoken" and (read.count or 0) > 0 and timeline.article is not None and found.first > timeline.article
        if later and tense(sentence, mention.start, mention.end) == "past":
            return Resolved(timex.unknown(grain))     # a dose followed a year later: not a year after today
        return of(found)
    if read.noun in ("the", "latest", "end") or read.noun.startswith("year "):
        return the(sentence, mention, read, timeline, anchor)
    if grain == "day" and anchor.grain != "day":
        return Resolved(timex.unknown("day") + read.time)
    if grain == "weekend" and read.noun == "last" and anchor.first.isoweekday() < 6:
        return of(timex.period("weekend", anchor.first).shift(-1))
    if read.fiscal and grain == "year":
        return of(years.fiscal(anchor.first, read.count or 0, timeline.fiscal_year_end))
    return of(replace(timex.period(grain, anchor.first).shift(read.count or 0), time=read.time))


def the(sentence: Sentence, mention: TimeMention, read: Deictic, timeline: Timeline, anchor: Period) -> Resolved:
    """`the quarter`, `the latest period`, `the 1988 quarter`, `the year`, `the weekend`, `year-end`."""
    article = timeline.article or anchor.first
    if read.noun.startswith("year ") and read.unit in ("year", "month"):
        return same_period(read, timeline)
    if timeline.article is None and timex.RANK[read.unit] < timex.RANK[anchor.grain]:
        return Resolved(timex.unknown(read.unit))     # the month, of a year that was spoken of
    if read.unit == "quarter":
        if timeline.months and read.noun.startswith("year "):
            return of(Period("year", Date(int(read.noun[5:]), 1, 1)))
        quarter = timeline.quarter if read.noun != "latest" or timeline.article is None else None
        if quarter is None:
            quarter = timex.period("quarter", article).shift(-1)
            timeline.assumed.append("quarter: the last one before the article's date")
        return of(quarter.years_later(int(read.noun[5:]) - quarter.first.year) if read.noun.startswith("year ") else quarter)
    if read.unit == "weekend":
        past = article.isoweekday() < 6 and tense(sentence, mention.start, mention.end) != "future"
        return of(timex.period("weekend", article).shift(-1 if past else 0))
    if read.fiscal and read.unit == "year":
        return of(years.fiscal(article, 0, timeline.fiscal_year_end))
    modal = read.unit == "century" and MODAL.search(sentence.text, sentence.start, mention.start)
    if modal or (read.unit in ("century", "millennium") and mention.modifier == "start"):
        return of(timex.period(read.unit, article))     # the turn of the century is that of the writer's own, as is what may come
    day = timeline.day_at_hand()
    if read.unit in ("week", "month") and day and abs((day.first - article).days) > FAR:
        return of(timex.period(read.unit, day.first))     # a hole opened in 1881, and was deeper by the end of the week
    if read.unit == "month" and timeline.spoken and timeline.spoken.grain == "month" and read.noun == "the" and not mention.modifier:
        return of(timeline.spoken)
    spoken = read.unit not in ("week", "month") and (read.unit != "year" or timeline.year is not None)
    return of(timex.period(read.unit, anchor.first if spoken else article))


def same_period(read: Deictic, timeline: Timeline) -> Resolved:
    """`the same period of 2022`, `the same month in 2022`: the quarter or month that is spoken of, in that year, else the year itself."""
    year = int(read.noun[5:])
    spoken = timeline.spoken if timeline.spoken and timeline.spoken.grain in ("month", "half") else None
    found = spoken if read.unit == "month" else timeline.quarter or spoken
    return of(found.years_later(year - found.first.year) if found else Period("year", Date(year, 1, 1)))


def span(sentence: Sentence, mention: TimeMention, read: Range, timeline: Timeline) -> Resolved:
    """A range of dates: each end lends the other what it leaves out."""
    first, last = read.first, read.last
    if isinstance(first, Calendar) and isinstance(last, Calendar) and last.year is not None and first.year is None and first.month:
        later = (first.month, first.day or 0) > (last.month or 12, last.day or 31)
        first = replace(first, year=last.year - later)
    start = reading(sentence, mention, first, timeline)
    end = _end(first, last, start) or reading(sentence, mention, last, timeline)
    if isinstance(last, Clock) and end.period and start.period and end.value < start.value and not end.value.endswith("Z"):
        end = of(end.period.shift(1))     # from 10 p.m. to 2 a.m.
    if start.before and end.before:
        return Resolved(f"{start.value}/{end.value}", before=(start.before[0], end.before[1]))
    if start.first is None or end.last is None or start.first > end.last:
        return Resolved(f"{start.value}/{end.value}")
    period = start.period if start.period and start.period.grain != "day" else end.period
    return Resolved(f"{start.value}/{end.value}", start.first, end.last, period)


def _end(first: Reading, last: Reading, start: Resolved) -> Resolved | None:
    """The end of a range that is told without its year: the first such date after the start; None where it says more itself."""
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or start.first is None:
        return None
    alike = (first.weekday is None) == (last.weekday is None)
    return years.following(last, start.first) if alike and last.year is None and last.which is None and last.base is None else None


def part(sentence: Sentence, mention: TimeMention, read: Part, timeline: Timeline) -> Resolved:
    """`the first week of May`, `the last day of 2014`: counted inside a longer period; weeks are those of ISO 8601."""
    base = reading(sentence, mention, read.base, timeline)
    if base.first is None or base.last is None:
        return Resolved(timex.unknown(read.unit))
    if read.weekday:
        return years.weekday_of(base.first, base.last, read.weekday, read.number)
    inset = HALF_WEEK if read.unit == "week" else datetime.timedelta(0)     # a week belongs where most of its days lie
    if read.number < 0:
        return of(timex.period(read.unit, base.last - inset))
    found = timex.period(read.unit, base.first + inset).shift(read.number - 1)
    return of(found) if found.first <= base.last else Resolved(timex.unknown(read.unit))


def clock(sentence: Sentence, mention: TimeMention, read: Clock, timeline: Timeline) -> Resolved:
    """A time of day with no day of its own: of the day spoken of where the text still speaks of it, else of the article's."""
    when = tense(sentence, mention.start, mention.end)
    here = timeline.day if timeline.day_in == timeline.sentence else None     # a day told in the same sentence, whatever the tense
    spoken, article = here or timeline.day_at_hand(when == "past"), timeline.article
    if when == "future" and spoken and article and spoken.first < article and timeline.sentence > timeline.day_in:
        spoken = None    # They voted yesterday. The votes are to be counted by noon.
    day = spoken.first if spoken else article
    if day is None:
        return Resolved(timex.unknown("day") + read.time)
    before = sentence.text[max(sentence.start, mention.start - REACH):mention.start]
    if spoken and spoken.time == "TNI" and read.time < DAWN and " had " not in before:
        day += datetime.timedelta(days=1)     # It snowed on Wednesday night. The worst came between 1 a.m. and 4 a.m.
    timeline.assumed.append("day: from the date spoken of" if spoken else "day: from the article's date")
    return of(Period("day", day, read.time))


def written(read: Written, timeline: Timeline) -> Resolved:
    """A date in figures; which number is the day and which the month may have to be assumed."""
    text, _, time = read.text.replace(" ", "T").partition("T")
    if ISO_DAY.fullmatch(text):
        return of(Period("day", Date.fromisoformat(text), f"T{time}" if time else read.time))
    order = "YMD" if text[:4].isdigit() else "DMY" if "." in text else "MDY"
    day = figures(text, order)
    if day is None:
        return Resolved(timex.unknown("day"))
    if order != "YMD" and day.day <= 12 and day.day != day.month:
        timeline.assumed.append("order: day before month" if order == "DMY" else "order: month before day")
    return of(Period("day", day, read.time))


@lru_cache(maxsize=1024)
def figures(text: str, order: str) -> Date | None:
    """The day that figures name, in the order of day, month and year that is assumed; None where there is no such day."""
    import dateparser
    settings = {"DATE_ORDER": order, "RELATIVE_BASE": datetime.datetime(2000, 1, 1), "TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": False}
    parsed = dateparser.parse(text, languages=["en"], settings=settings)
    return parsed.date() if parsed else None
