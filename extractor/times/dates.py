"""Rules for dates of the calendar: days, months, quarters, seasons, years, decades, centuries, times of day."""
import re

from extractor.times.lexer import Lexeme
from extractor.times.readings import Calendar, Clock, Deictic, Edition, Range, Reading, Written
from extractor.times.rules import Match, Rule, rule

BEFORE_YEAR = frozenset("in of since by until till from to through and between before after during early late mid around circa about than for".split())
COUNTED = frozenset("people percent dollars men women troops members cases".split())
PRESS = frozenset("times telegraph herald post mail mirror express independent observer star tribune football".split())
TITLES = frozenset("black super ash bloody cyber fat ruby good holy palm man girl".split())
WHICH = {"LAST": "last", "NEXT": "next", "THIS": "this", "FOLLOW": "next", "THAT": "same", "SAME": "same"}


def which(match: Match) -> str | None:
    """`last`, `next`, `this` or `same`, from the group of that name."""
    lexeme = match.get("which")
    return WHICH.get(lexeme.name) if lexeme else None


def year(match: Match, group: str = "y") -> tuple[int | None, bool]:
    """The year in a group, and whether it was written with two digits."""
    lexeme = match.get(group)
    if lexeme is None:
        return None, False
    number = int(str(lexeme.value))
    if lexeme.name == "YEAR":
        return number, False
    return (1900 if number > 50 else 2000) + number, True


def valid(month: int, day: int) -> bool:
    """Whether a month can have that day."""
    return 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def day(match: Match) -> Reading | None:
    """A day of a month, with its year or without."""
    month, number = match.number("m") or 1, _ordinal(match.get("d"))
    if not valid(month, number):
        return None
    written, short = year(match)
    after = match.after()
    if written is None and match.get("d").name.startswith("D") and after and after.name == "HYPH" and not after.gap:  # type: ignore[union-attr]
        following = match.after(2)
        if following and following.name in ("D12", "D24", "D31"):
            return None
    return Calendar(year=written, short=short, month=month, day=number, which=which(match))


def _ordinal(lexeme: Lexeme | None) -> int:
    if lexeme is None:
        return 0
    return 2 if lexeme.name == "SECOND" else int(str(lexeme.value))


def days(match: Match) -> Reading | None:
    """Days of one month or two: `April 11–12`, `from 30 April to 2 May`."""
    month, last_month = match.number("m") or 1, match.number("m2") or match.number("m") or 1
    first, last = _ordinal(match.get("d")), _ordinal(match.get("d2"))
    if not valid(month, first) or not valid(last_month, last) or month == last_month and first >= last:
        return None
    written, short = year(match)
    return Range(Calendar(year=written, short=short, month=month, day=first), Calendar(year=written, short=short, month=last_month, day=last))


def month(match: Match) -> Reading | None:
    """A month, with its year or with what says which."""
    written, short = year(match)
    lexeme = match.get("m")
    assert lexeme is not None
    after = match.after()
    if written is None and after is not None and after.name == "OWN" and match.before() is None and len(lexeme.text) < 6 and not match.has("which"):
        return None    # April's husband
    return Calendar(year=written, short=short, month=match.number("m"), which=which(match))


def month_in(match: Match) -> Reading | None:
    """A month of a year that is told by its place: `June last year`, `April of this year`."""
    return Calendar(month=match.number("m"), base=_year_base(match))


def _year_base(match: Match) -> Reading | None:
    if match.value("u") != "year":
        return None
    name = match.get("rel").name  # type: ignore[union-attr]
    count = {"LAST": -1, "NEXT": 1, "FOLLOW": 1}.get(name, 0)
    return Deictic("year", count, "spoken" if name in ("THAT", "SAME", "FOLLOW") else "article", noun=match.text("rel"), fiscal=match.has("fiscal"))


def weekday(match: Match) -> Reading | None:
    """A day of the week."""
    before, after = match.before(), match.after()
    lexeme = match.get("wd")
    assert lexeme is not None
    if before and before.text in TITLES and before.capital or after and after.text in PRESS and after.capital:
        return None
    part = str(match.value("part") or "")
    anchored = match.text("which") in ("previous", "preceding", "prior") or match.has("which") and match.get("which").name in ("FOLLOW", "THAT")  # type: ignore[union-attr]
    word = which(match)
    return Calendar(weekday=match.number("wd"), time=part, which=f"spoken {word}" if anchored else word)


def weekday_number(match: Match) -> Reading | None:
    """`Friday the 13th`: a weekday with its day of the month."""
    number, after = _ordinal(match.get("d")), match.after()
    if not 1 <= number <= 31 or after is not None and (after.name in ("AMPM", "OCLOCK", "ZONE", "MONTH", "HYPH", "OLD") or after.text.isalpha() and after.name in ("OTHER", "UNIT", "UNITS")):
        return None
    return Calendar(weekday=match.number("wd"), day=number)


def weekday_of_week(match: Match) -> Reading | None:
    """A day of a week that is told by its place: `Friday of last week`."""
    if match.value("u") != "week":
        return None
    return Calendar(weekday=match.number("wd"), time=str(match.value("part") or ""), base=_relative_week(match))


def _relative_week(match: Match) -> Reading | None:
    name = match.get("rel").name  # type: ignore[union-attr]
    count = {"LAST": -1, "NEXT": 1, "FOLLOW": 1}.get(name, 0)
    return Deictic("week", count)


def quarter(match: Match) -> Reading | None:
    """A quarter or half of a year."""
    number = match.number("code") if match.has("code") else _ordinal(match.get("ord"))
    unit = "half" if match.has("code") and match.get("code").name == "HALFCODE" else str(match.value("qu") or "quarter")  # type: ignore[union-attr]
    if match.text("qu").startswith("half"):
        unit = "half"
    if unit not in ("quarter", "half") or not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    written, short = year(match)
    base = _year_base(match) if match.has("rel") and match.value("u") == "year" else None
    if match.has("ofyear"):
        base = Deictic("year", 0, "spoken", noun="the")
    if unit == "half" and written is None and base is None and not match.has("hyphen"):
        return None
    last = match.has("code") or match.has("fiscal")
    if match.has("code") and written is None and base is None and match.get("code").text[0] == "h":  # type: ignore[union-attr]
        return None
    if match.has("hyphen") and match.lexemes[match.first].name in ("THE", "POSS") or match.lexemes[match.first].name == "POSS":
        match.skip = 1
    ago = Deictic("year", -1, "spoken", noun="earlier") if match.has("ago") else base
    return Calendar(year=written, short=short, quarter=number if unit == "quarter" else None, half=number if unit == "half" else None,
                    base=ago, fiscal=last and match.has("fiscal"), which=which(match))


def last_half(match: Match) -> Reading | None:
    """`the last half of 1989`."""
    written, short = year(match)
    return Calendar(year=written, short=short, half=2, base=_year_base(match) if match.has("rel") else None)


def quarter_code(match: Match) -> Reading | None:
    """`Q3 2024`, `Q3 FY24`; a lone figure of one digit is no year."""
    lexeme = match.get("y")
    if lexeme and lexeme.name not in ("YEAR", "SHORT") and (len(lexeme.text) != 2 or match.lexemes[match.end - 2].name != "FISCAL"):
        return None
    return quarter(match)


def named_year(match: Match) -> Reading | None:
    """`the year 2000`, `the year two thousand`."""
    if match.get("y").name == "NUMW":  # type: ignore[union-attr]
        number = match.number("y") or 0
        return Calendar(year=number) if match.value("named") == "year" and 1000 <= number <= 2199 else None
    return bare_year(match) if match.value("named") == "year" else None


def year_quarter(match: Match) -> Reading | None:
    """`the 1988 quarter`, `the 1988 period`: the quarter of that year that the text speaks of."""
    if match.value("u") not in ("quarter", "period", "year", "season"):
        return None
    return Calendar(year=match.number("y")) if match.value("u") in ("year", "season") else Deictic("quarter", 0, "spoken", noun=f"year {match.number('y')}")


def bare_year(match: Match) -> Reading | None:
    """A year alone, where nothing makes a count or a price of it."""
    lexeme = match.get("y")
    assert lexeme is not None
    written, short = year(match)
    before, after, named = match.before(), match.after(), match.has("named")
    if lexeme.name == "SHORT":
        if not named and not (before and before.name in ("IN", "OF", "FOR", "FROM", "EARLY", "TO", "EDGE", "AND", "SEASON")):
            return None
        return Calendar(year=written, short=True)
    if not named and not _plausible(match, written or 0, before, after):
        return None
    return Calendar(year=written, fiscal=match.has("fiscal"), era=str(match.value("era")) or None if match.has("era") else None)


def _plausible(match: Match, number: int, before: Lexeme | None, after: Lexeme | None) -> bool:
    lead = before is not None and (before.text in BEFORE_YEAR or before.name in ("MONTH", "SEASON", "EARLY", "HOLIDAY"))
    if after is not None:
        if after.name in ("ANYUNIT", "UNITS", "SECOND", "ZONE", "SLASH", "OPEN") and after.name in ("UNITS", "ZONE", "SLASH"):
            return False
        if after.name == "HYPH" and not after.gap and (following := match.after(2)) and (following.name in ("UNIT", "NUMW") or following.text.isdigit() and following.name != "YEAR"):
            return False
        if after.text in COUNTED or after.name == "OTHER" and not after.capital and _plural(after.text) and not (before and before.name in ("THE", "POSS", "THAT")) and after.gap:
            if not lead or number % 100 == 0 or before and before.text in ("than", "about", "around", "to", "of", "and", "for", "by", "from"):
                return False
    if before is not None:
        if before.name in ("HYPH", "SLASH") and not match.lexemes[match.first].gap and (lead2 := match.before(2)) and lead2.name not in ("YEAR", "MONTH", "EARLY", "OTHER"):
            return False
        if before.name in ("LESS", "MORE", "NUMW", "D12", "D24", "D31", "DN", "DEC") or before.text in ("no", "page", "pages", "room", "flight", "section", "route", "than", "model"):
            return False
        if before.text in (".", ",") and not match.lexemes[match.first].gap:
            return False
    return 1900 <= number <= 2099 or lead and not (before and before.text in ("than", "about", "around", "to", "for", "and"))


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "was"))


def numeric(match: Match) -> Reading | None:
    """A date in figures with a year of four digits at one end, or three pairs with slashes."""
    lexeme = match.get("n")
    assert lexeme is not None
    parts = re.split(r"[/.-]", lexeme.text[:10])
    if lexeme.name == "NUMDATE":
        if len({symbol for symbol in lexeme.text if not symbol.isdigit()}) != 1 or sum(len(part) > 2 for part in parts) > 1 or len(parts[1]) > 2 or len(parts[0]) == 3:
            return None
        if "/" not in lexeme.text and max(map(len, parts)) < 4:
            return None
    numbers = [int(part) for part in parts]
    years = [number for part, number in zip(parts, numbers, strict=True) if len(part) == 4]
    rest = sorted(numbers[1:] if len(parts[0]) == 4 else numbers[:2])
    if years and not 1000 <= years[0] <= 2199 or not 1 <= rest[0] <= 12 or rest[1] > 31:
        return None
    return Written(lexeme.text)


def era_year(match: Match) -> Reading | None:
    """A year with its era: `44 BC`."""
    return Calendar(year=match.number("y"), era=str(match.value("era")) or None)


def edition(match: Match) -> Reading | None:
    """Two years as one: a school year or season (`2023/2024`), or from one to the other (`2012–13`)."""
    lexeme = match.get("e")
    assert lexeme is not None
    first, last = int(lexeme.text[:4]), int(lexeme.text[5:])
    if len(lexeme.text) == 7:
        last += first - first % 100
        if last <= first and lexeme.text[4] != "/" and 1 <= int(lexeme.text[5:]) <= 12:
            return Calendar(year=first, month=int(lexeme.text[5:]))
        last += 100 if last < first and first % 100 == 99 else 0
    if last <= first:
        return None
    if match.has("noun") or lexeme.text[4] == "/":
        return Edition(first, last) if last == first + 1 else None
    return Range(Calendar(year=first), Calendar(year=last))


def decade(match: Match) -> Reading | None:
    """A decade; two digits or a word need `the` or an apostrophe, else they are ages or degrees."""
    lexeme = match.get("dec")
    assert lexeme is not None
    number = int(str(lexeme.value))
    if number >= 1000:
        return Calendar(decade=number)
    if not match.has("the") and not lexeme.text.startswith(("'", "’")) and not (match.before() and match.before().name == "EARLY" and match.before(2) and match.before(2).name == "THE"):  # type: ignore[union-attr]
        return None
    after = match.after()
    if after and after.text in ("degrees", "percent", "c", "f"):
        return None
    return Calendar(decade=1900 + number, short=True)


def century(match: Match) -> Reading | None:
    """A century by its number."""
    number = _ordinal(match.get("ord"))
    if match.value("u") not in ("century", "millennium") or number < 1 or number > 30:
        return None
    era = str(match.value("era")) if match.has("era") else None
    return Calendar(century=number - 1, era=era or None) if match.value("u") == "century" else None


def season(match: Match) -> Reading | None:
    """A season of the year."""
    lexeme = match.get("s")
    assert lexeme is not None
    written, short = year(match)
    after = match.after()
    base = _year_base(match) if match.has("rel") else None
    said = match.has("which") or written is not None or base is not None
    if not said:
        if lexeme.text in ("fall", "spring") and not _seasonal(match):
            return None
        if lexeme.capital and match.first > 0 and after is not None and after.capital:
            return None
    return Calendar(year=written, short=short, season=str(lexeme.value), which=which(match), base=base)


def _seasonal(match: Match) -> bool:
    """Whether a bare `fall` or `spring` is the season: after a preposition or `early`, and not the fall of something."""
    before, after = match.before(), match.after()
    if after and (after.text in ("of", "from", "in", "to", "training", "break") or after.capital and after.name == "OTHER"):
        return False
    return before is not None and (before.name in ("IN", "EARLY", "EVERY") or before.name == "FOR" and before.text in ("since", "by") or before.text == "until")


def holiday(match: Match) -> Reading | None:
    """A holiday by its name."""
    written, short = year(match)
    return Calendar(year=written, short=short, holiday=str(match.value("h")), which=which(match))


def holiday_week(match: Match) -> Reading | None:
    """`Easter week`, `Thanksgiving weekend`."""
    what = str(match.value("u"))
    return Deictic(what, 0, base=Calendar(holiday=str(match.value("h"))), noun="of") if what in ("week", "weekend") else None


def clock(match: Match) -> Reading | None:
    """A time of day by the clock."""
    lexeme = match.get("c")
    assert lexeme is not None
    hours, minutes = _hours(lexeme)
    half = match.value("ap")
    part = str(match.value("part") or "")
    if half is None and not part and not match.has("oclock") and not match.has("zone"):
        before = match.before()
        if not (before and before.text in ("at", "by", "until", "till", "from", "to", "before", "after", "around", "about", "between", "since", "and", "than", "-", "–", ",")):
            return None
        if before.text in ("to", "of", "and", "-", "–", ",", "from", "than") and not (match.before(2) and match.before(2).name in ("CLOCK", "AMPM", "WDAY", "YEAR")):  # type: ignore[union-attr]
            return None
    if hours > 24 or minutes > 59 or (half is not None and not 1 <= hours <= 12):
        return None
    if half == "pm" and hours < 12 or part in ("TAF", "TEV") and hours < 12 or part == "TNI" and 5 < hours < 12:
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    seconds = lexeme.text[len(lexeme.text) - 3:] if lexeme.text.count(":") == 2 else ""
    zone = "Z" if match.has("zone") and match.text("zone") in ("gmt", "utc", "z", "zulu") else ""
    return Clock(f"T{hours:02d}:{minutes:02d}{seconds}{zone}")


def _hours(lexeme: Lexeme) -> tuple[int, int]:
    if lexeme.name == "CLOCK":
        hours, minutes = lexeme.text.split(":")[:2]
        return int(hours), int(minutes)
    if lexeme.name in ("DN", "YEAR"):
        number = int(str(lexeme.value))
        return number // 100, number % 100
    return int(str(lexeme.value)), 0


def noon(match: Match) -> Reading | None:
    """Noon and midnight, which name a time by themselves."""
    return Clock(str(match.value("part"))) if match.text("part") in ("noon", "midnight", "midday", "noontime") else None


def shared_days(match: Match) -> Reading | None:
    """Days of one month, told before it: `11 to 12 April`."""
    month, (written, short) = match.number("m2") or 1, year(match)
    first, last = _ordinal(match.get("d")), _ordinal(match.get("d2"))
    if not valid(month, first) or not valid(month, last) or first >= last:
        return None
    return Range(Calendar(year=written, short=short, month=month, day=first), Calendar(year=written, short=short, month=month, day=last))


# A year that is told by its place: `of last year`, `of this fiscal year`, `of the same year`.
REL = r"(?P<rel>LAST|NEXT|THIS|THAT|FOLLOW|THE(?=SAME))SAME?(?P<fiscal>FISCAL)?(?P<u>UNIT)"
DAYS_BEFORE = r"(?:(?P<wd>WDAY|WDAB)COMMA?)?"
YEAR = r"(?:COMMA?(?P<y>YEARS))?"
AGO = r"(?P<ago>UNIT HYPH(?:AGO|EARLIER))?"
ZONE = r"(?P<zone>ZONE)?"
PART = r"(?:IN THE(?P<part>PART))?"
RULES: tuple[Rule, ...] = (
    rule("date.iso", r"(?P<n>ISO)", numeric),
    rule("date.numeric", r"(?P<n>NUMDATE)", numeric),
    rule("date.days", rf"{DAYS_BEFORE}(?P<m>MONTH)(?P<d>DAYNUM)(?:HYPH|TO)(?P<m2>MONTH)?(?P<d2>DAYNUM){YEAR}", days),
    rule("date.days", rf"(?P<d>DAYNUM)(?P<m>MONTH)(?:HYPH|TO)(?P<d2>DAYNUM)(?P<m2>MONTH){YEAR}", days),
    rule("date.days", rf"(?P<d>DAYNUM)(?:HYPH|TO)(?P<d2>DAYNUM)OF?(?P<m2>MONTH){YEAR}", shared_days),
    rule("date.month_day", rf"(?P<which>LAST|NEXT|THIS)?{DAYS_BEFORE}(?P<m>MONTH)(?:THE|HYPH|SLASH)?(?P<d>DAYNUM){YEAR}", day),
    rule("date.month_day", r"(?P<m>MONTH)(?:HYPH|SLASH)(?P<d>DAYNUM)(?:HYPH|SLASH)(?P<y>YEAR)", day),
    rule("date.month_day", rf"{DAYS_BEFORE}(?P<m>MONTH)(?P<d>NUMW|ONE){YEAR}", day),
    rule("date.month_day", rf"{DAYS_BEFORE}(?P<m>MONTH)THE?(?P<d>DAYNUM)OF(?P<y>YEAR)", day),
    rule("date.day_month", rf"{DAYS_BEFORE}THE?(?P<d>DAYNUM)(?:OF|HYPH|SLASH)?(?P<m>MONTH)(?:(?:COMMA|HYPH|SLASH|OF)?(?P<y>YEARS))?", day),
    rule("date.month_year", r"(?P<m>MONTH)(?:COMMA|OF|IN|HYPH|SLASH)?(?P<y>YEARS)", month),
    rule("date.year_month", r"(?P<y>YEAR)(?P<m>MONTH)", month),
    rule("date.month_of_year", rf"(?P<m>MONTH)(?:COMMA|OF)?{REL}", month_in),
    rule("date.month", r"(?:THE?(?P<which>LAST|NEXT|THIS|FOLLOW)(?:LAST|NEXT)?)?(?P<m>MONTH)", month),
    rule("date.weekday", r"(?:DET(?=LAST|NEXT|FOLLOW|SAME))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)?(?:NEXT|LAST|SAME)?(?P<wd>WDAY)(?P<part>PART)?", weekday),
    rule("date.weekday", r"(?P<wd>WDAY)(?:THE)?(?P<d>ORDS|DAY)", weekday_number),
    rule("date.weekday", r"(?P<wd>WDAY)(?P<part>PART)?(?:OF|COMMA)?(?P<rel>LAST|NEXT|THIS)(?P<u>UNIT)", weekday_of_week),
    rule("date.quarter", rf"(?:DET)?ADJ?(?:(?P<which>LAST|NEXT|THIS)(?=ORDS))?{AGO}(?P<fiscal>FISCAL HYPH?)?(?P<ord>ORDS)(?P<hyphen>HYPH)?FISCAL?(?P<qu>UNIT|HALF)"
                         rf"(?:(?:OF|COMMA|IN)?(?:FISCAL UNIT?)?(?P<y>YEARS)|(?:OF|COMMA|IN)?{REL.replace('<fiscal>', '<fiscal2>')}|(?P<ofyear>OF THE(?:FISCAL|ADJ)?UNIT))?", quarter),
    rule("date.half", rf"(?:DET)?(?P<late>LAST|LATTER)(?P<qu>HALF)OF(?:(?P<y>YEARS)|{REL})", last_half),
    rule("date.quarter", r"(?:DET)?(?P<y>YEAR)(?P<fiscal>FISCAL)?(?P<ord>ORDS)HYPH?(?P<qu>UNIT|HALF)", quarter),
    rule("date.quarter", r"(?P<rel>LAST|NEXT|THIS)(?P<u>UNIT)OWN(?P<fiscal>FISCAL)?(?P<ord>ORDS)HYPH?(?P<qu>UNIT|HALF)", quarter),
    rule("date.quarter_code", r"(?P<fiscal>FISCAL)?(?P<code>QUARTERCODE|HALFCODE)(?:(?:OF|COMMA|HYPH|SLASH|FISCAL)?(?:UNIT)?(?P<y>ANYYEAR))?", quarter_code),
    rule("date.quarter_code", r"(?:FISCAL)?(?P<y>YEARS)HYPH?(?P<code>QUARTERCODE|HALFCODE)", quarter),
    rule("date.year_quarter", r"(?:DET)(?P<y>YEAR)(?P<u>UNIT|PERIOD)", year_quarter),
    rule("date.year", r"(?:DET)?(?P<named>UNIT)(?P<y>YEAR|NUMW)", named_year),
    rule("date.fiscal_year", r"(?:DET)?(?P<named>(?P<fiscal>FISCAL)UNIT?)(?P<y>ANYYEAR)", bare_year),
    rule("date.year", r"(?P<y>YEARS)", bare_year),
    rule("date.era", r"(?P<y>NUM)(?P<era>ERA)", era_year),
    rule("date.era", r"(?P<era>ERA)(?P<y>NUM)", era_year),
    rule("date.edition", r"(?:DET(?=EDITION SCHOOL))?(?P<e>EDITION)(?P<noun>SCHOOL UNIT?)?", edition),
    rule("date.decade", r"(?P<the>THE)?(?P<dec>DECADE)", decade),
    rule("date.century", r"(?:THE(?:EARLY HYPH?)?)?(?P<ord>ORDS)(?:AND ORDS)?HYPH?(?P<u>UNIT)(?P<era>ERA)?", century),
    rule("date.season", rf"(?:THE?(?P<which>LAST|NEXT|THIS|FOLLOW)(?:LAST|NEXT)?|THE)?(?P<s>SEASON|FALL)(?:(?:OF|COMMA)?(?P<y>YEARS))?", season),
    rule("date.season", rf"(?:THE)?(?P<s>SEASON|FALL)(?:OF)?{REL}", season),
    rule("date.holiday", r"(?P<h>HOLIDAY)(?P<u>UNIT)", holiday_week),
    rule("date.holiday", r"(?:(?P<which>LAST|NEXT|THIS)(?:LAST|NEXT)?)?(?P<h>HOLIDAY)(?:(?:OF|COMMA)?(?P<y>YEARS))?", holiday),
    rule("date.clock", rf"(?P<c>CLOCK|HOUR)(?P<ap>AMPM){ZONE}", clock),
    rule("date.clock", rf"(?P<c>CLOCK){ZONE}{PART}", clock),
    rule("date.clock", rf"(?P<c>HOUR|NUMW)(?P<oclock>OCLOCK){PART}", clock),
    rule("date.clock", r"(?P<c>HOUR)IN THE(?P<part>PART)", clock),
    rule("date.clock", r"(?P<c>DN|YEAR)(?P<zone>ZONE)", clock),
    rule("date.noon", r"(?P<part>PART)", noon),
)
