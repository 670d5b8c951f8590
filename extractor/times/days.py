"""Rules for days and months of the calendar: `Nov. 5, 2012`, `2 March`, `last April`, `Thursday night`, `11.4.2023`."""
import re

from extractor.times.lexer import Lexeme
from extractor.times.readings import Calendar, Deictic, Part, Range, Reading, Written
from extractor.times.rules import Match, Rule, rule

WHICH = {"LAST": "last", "NEXT": "next", "THIS": "this", "FOLLOW": "next", "THAT": "same", "SAME": "same"}
OFFSET = {"LAST": -1, "NEXT": 1, "FOLLOW": 1}
# A year that is told by its place: `of last year`, `of this fiscal year`, `of the same year`.
PLACED = r"(?P<rel>LAST|NEXT|THIS|THAT|FOLLOW|THE(?=SAME))SAME?FISCAL?(?P<u>UNIT)"
LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Newspapers and days of a name: `the Sunday Times`, `Bloody Sunday`.
PRESS = frozenset("times telegraph herald post mail mirror express independent observer star tribune football business".split())
TITLES = frozenset("super ash bloody fat ruby holy man girl casual".split())
NEW_YEAR_LEADS = frozenset("at by since before after until till over around on from".split())
COUNTING = frozenset({"previous", "preceding", "prior"})    # they count from the day spoken of


def year(match: Match, group: str = "y") -> tuple[int | None, bool]:
    """The year in a group, and whether it was written with two digits."""
    lexeme = match.get(group)
    if not match.has(group):
        return None, False
    if lexeme.name == "YEAR":
        return lexeme.number, False
    return lexeme.number + (1900 if lexeme.number > 50 else 2000), True


def which(match: Match) -> str | None:
    """`last`, `next`, `this` or `same`, from the group of that name."""
    return WHICH.get(match.get("which").name)


def placed_year(match: Match) -> Reading | None:
    """The year that PLACED tells, None where it tells another unit."""
    lexeme = match.get("rel")
    if match.get("u").value != "year":
        return None
    anchor = "spoken" if lexeme.name in ("THAT", "THE", "FOLLOW") else "article"
    return Deictic("year", OFFSET.get(lexeme.name, 0), anchor, noun=lexeme.text)


def valid(month: int, day: int) -> bool:
    """Whether a month can have that day."""
    return 1 <= day <= LENGTHS[month - 1]


def day(match: Match) -> Reading | None:
    """A day of a month, with its year or without."""
    month, lexeme = match.get("m").number, match.get("d")
    if not valid(month, lexeme.number):
        return None
    written, short = year(match)
    hyphen = match.after().name == "HYPH" and not match.after().gap
    if written is None and hyphen and lexeme.name.startswith("D") and match.after(2).name.startswith("D"):
        return None
    return Calendar(year=written, short=short, month=month, day=lexeme.number, which=which(match))


def days(match: Match) -> Reading | None:
    """Days of one month or two: `April 11–12`, `30 April to 2 May`, `11 to 12 April`."""
    last_month = match.get("m2") if match.has("m2") else match.get("m")
    month = match.get("m") if match.has("m") else last_month
    first, last = match.get("d").number, match.get("d2").number
    if not valid(month.number, first) or not valid(last_month.number, last) or (month.number == last_month.number and first >= last):
        return None
    written, short = year(match)
    end = Calendar(year=written, short=short, month=last_month.number, day=last)
    begin = None if written is None else written - (month.number > last_month.number)
    return Range(Calendar(year=begin, short=short, month=month.number, day=first), end)


def month(match: Match) -> Reading | None:
    """A month, with its year or with what says which; `April's husband` begins with a name."""
    written, short = year(match)
    lexeme = match.get("m")
    name = match.begins and match.after().name == "OWN" and lexeme.text in ("april", "june", "august")
    if name and written is None and not match.has("which"):
        return None
    if match.first.text == "past":
        match.skip = 1     # extend their cuts past March
        return Calendar(year=written, short=short, month=lexeme.number)
    return Calendar(year=written, short=short, month=lexeme.number, which=which(match))


def months(match: Match) -> Reading | None:
    """`the April-to-June quarter`: from one month to another."""
    written, short = year(match)
    return Range(Calendar(month=match.get("m").number), Calendar(year=written, short=short, month=match.get("m2").number))


def placed_month(match: Match) -> Reading | None:
    """A month of a year that is told by its place: `June last year`, `April of this year`."""
    base = placed_year(match)
    return Calendar(month=match.get("m").number, base=base) if base else None


def placed_day(match: Match) -> Reading | None:
    """A day of a year that is told by its place: `May 3 last year`, `3 May of this year`."""
    base, month, day = placed_year(match), match.get("m").number, match.get("d").number
    return Calendar(month=month, day=day, base=base) if base and valid(month, day) else None


def weekday_of_month(match: Match) -> Reading | None:
    """`the last Sunday in September`, `the second Tuesday of May 2023`."""
    written, short = year(match)
    base = Calendar(year=written, short=short, month=match.get("m").number, base=placed_year(match) if match.has("rel") else None)
    number = -1 if match.get("n").name == "LAST" else match.get("n").number
    fits = match.get("n").text not in COUNTING and 0 < abs(number) <= 5
    return Part(number, "day", base, match.get("wd").number) if fits else None


def weekday(match: Match) -> Reading | None:
    """A day of the week, with a part of the day or without."""
    before, after, lexeme = match.before(), match.after(), match.get("which")
    if (before.text in TITLES and before.capital) or (after.text in PRESS and after.capital):
        return None
    word = which(match)
    if lexeme.text in COUNTING or lexeme.name in ("FOLLOW", "THAT"):
        word = f"spoken {word}"
    return Calendar(weekday=match.get("wd").number, time=part(match), which=word)


def part(match: Match) -> str:
    """The part of the day in the group of that name, as a value's end."""
    return match.get("part").value or ""


def numbered_weekday(match: Match) -> Reading | None:
    """`Friday the 13th`: a weekday with its day of the month."""
    number, after = match.get("d").number, match.after()
    if not 1 <= number <= 31 or after.name in ("AMPM", "OCLOCK", "ZONE", "MONTH", "HYPH", "SLASH", "OLD", "UNIT", "UNITS") or after.noun:
        return None
    return Calendar(weekday=match.get("wd").number, day=number)


def weekday_week(match: Match) -> Reading | None:
    """`Wednesday week`: the Wednesday after the coming one."""
    free = not match.after().noun and match.after().name != "OF"
    fits = free and match.get("u").text == "week" and match.before().name in ("ON", "BEFORE", "OTHER", "TO")
    return Calendar(weekday=match.get("wd").number, which="week") if fits else None


def placed_weekday(match: Match) -> Reading | None:
    """A day of a week that is told by its place: `Friday of last week`."""
    if match.get("u").value != "week":
        return None
    return Calendar(weekday=match.get("wd").number, time=part(match), base=Deictic("week", OFFSET.get(match.get("rel").name, 0)))


def holiday(match: Match) -> Reading | None:
    """A holiday by its name; `New Year` is the day where a preposition leads to it, and not that of another calendar."""
    written, short = year(match)
    before, after = match.before(), match.after()
    if match.get("h").value == "new year" and (before.text not in NEW_YEAR_LEADS or after.noun or after.name == "OWN"):
        return None
    return Calendar(year=written, short=short, holiday=match.get("h").value, which=which(match))


def holiday_week(match: Match) -> Reading | None:
    """`Easter week`, `Thanksgiving weekend`."""
    unit = match.get("u").value
    return Deictic(unit, 0, base=Calendar(holiday=match.get("h").value), noun="of") if unit in ("week", "weekend") else None


def lone_day(match: Match) -> Reading | None:
    """`on the 11th`: a day of the month that nothing else names."""
    lexeme, after = match.get("d"), match.after()
    free = not after.noun and after.name not in ("OF", "HYPH", "UNIT", "UNITS", "MONTH", "WDAY", "ART", "HALF", "ORD", "D12", "OWN", "AND")
    match.skip = 1
    return Calendar(day=lexeme.number) if free and lexeme.text[0].isdigit() and 1 <= lexeme.number <= 31 else None


def day_of_this_month(match: Match) -> Reading | None:
    """`the 1st of this month`."""
    base = Deictic("month", OFFSET.get(match.get("rel").name, 0))
    return Calendar(day=match.get("d").number, base=base) if match.get("u").value == "month" else None


def figures(match: Match) -> Reading | None:
    """A date in figures: year first, or day and month with a year of four digits, or three pairs with slashes."""
    lexeme = match.get("n")
    parts = re.split(r"[/.-]", lexeme.text[:10])
    if lexeme.name == "NUMDATE" and not _dated(lexeme, parts):
        return None
    numbers = sorted(int(part) for part in (parts[1:] if len(parts[0]) == 4 else parts[:2]))
    years = [int(part) for part in parts if len(part) == 4]
    if not 1 <= numbers[0] <= 12 or numbers[1] > 31 or (years and not 1000 <= years[0] <= 2199):
        return None
    return Written(lexeme.text)


def _dated(lexeme: Lexeme, parts: list[str]) -> bool:
    """Whether figures with marks between them look like a date and not like a version, a telephone number or a score."""
    marks = {symbol for symbol in lexeme.text if not symbol.isdigit()}
    widths = [len(part) for part in parts]
    if len(marks) != 1 or widths[0] == 3 or widths[1] > 2 or sum(width > 2 for width in widths) > 1:
        return False
    return "/" in marks or max(widths) == 4


LED = r"(?:(?P<wd>WDAY|WDAB)COMMA?)?"
YEAR = r"(?:COMMA?(?P<y>YEARS))?"
RULES: tuple[Rule, ...] = (
    rule("date.iso", r"(?P<n>ISO)", figures),
    rule("date.numeric", r"(?P<n>NUMDATE)", figures),
    rule("date.days", rf"{LED}(?P<m>MONTH)(?P<d>DAYNUM)(?:HYPH|TO)(?P<m2>MONTH)?(?P<d2>DAYNUM){YEAR}", days),
    rule("date.days", rf"(?P<d>DAYNUM)(?P<m>MONTH)(?:HYPH|TO)(?P<d2>DAYNUM)(?P<m2>MONTH){YEAR}", days),
    rule("date.days", rf"(?P<d>DAYNUM)(?:HYPH|TO)(?P<d2>DAYNUM)OF?(?P<m2>MONTH){YEAR}", days),
    rule("date.month_day", rf"(?P<which>LAST|NEXT|THIS)?{LED}(?P<m>MONTH)(?:THE|HYPH|SLASH)?(?P<d>DAYNUM){YEAR}", day),
    rule("date.month_day", rf"{LED}(?P<m>MONTH)(?:THE)?(?P<d>DAYNUM)OF(?P<y>YEAR)", day),
    rule("date.month_day", r"(?P<m>MONTH)(?:HYPH|SLASH)(?P<d>DAYNUM)(?:HYPH|SLASH)(?P<y>YEAR)", day),
    rule("date.month_day", rf"{LED}(?P<m>MONTH)(?P<d>NUMW|ONE){YEAR}", day),
    rule("date.day_month", rf"{LED}THE?(?P<d>DAYNUM)(?:OF|HYPH|SLASH)?(?P<m>MONTH)(?:(?:COMMA|HYPH|SLASH|OF)?(?P<y>YEARS))?", day),
    rule("date.month_year", r"(?P<m>MONTH)(?:COMMA|OF|IN|HYPH|SLASH)?(?P<y>YEARS)", month),
    rule("date.year_month", r"(?P<y>YEAR)(?P<m>MONTH)", month),
    rule("date.month_of_year", rf"(?P<m>MONTH)(?:COMMA|OF)?{PLACED}", placed_month),
    rule("date.day_of_year", rf"{LED}(?P<m>MONTH)(?P<d>DAYNUM)(?:COMMA|OF)?{PLACED}", placed_day),
    rule("date.day_of_year", rf"{LED}(?P<d>DAYNUM)OF?(?P<m>MONTH)(?:COMMA|OF)?{PLACED}", placed_day),
    rule("date.months", r"(?P<m>MONTH)HYPH TO HYPH(?P<m2>MONTH)(?:COMMA?(?P<y>YEARS))?", months),
    rule("date.month", r"(?:THE?(?P<which>LAST|NEXT|THIS|FOLLOW)(?:LAST|NEXT)?)?(?P<m>MONTH)", month),
    rule("date.weekday", r"(?:DET(?=LAST|NEXT|FOLLOW|SAME))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)?(?:NEXT|LAST|SAME)?"
                         r"(?P<wd>WDAY)(?P<part>PART)?", weekday),
    rule("date.weekday", r"(?P<wd>WDAY)(?P<u>UNIT)", weekday_week),
    rule("date.weekday", r"(?P<wd>WDAY)(?:COMMA?THE)?(?P<d>ORDS|DAY)", numbered_weekday),
    rule("date.weekday", r"(?P<wd>WDAY)(?P<part>PART)?(?:OF|COMMA)?(?P<rel>LAST|NEXT|THIS)(?P<u>UNIT)", placed_weekday),
    rule("date.weekday_of_month", rf"THE?(?P<n>ORDS|LAST)(?P<wd>WDAY)(?:OF|IN)(?P<m>MONTH)(?:COMMA?(?P<y>YEARS)|{PLACED})?",
         weekday_of_month),
    rule("date.day_of_month", r"THE?(?P<d>ORDS)OF(?P<rel>LAST|NEXT|THIS)(?P<u>UNIT)", day_of_this_month),
    rule("date.lone_day", r"ON THE(?P<d>ORD)", lone_day),
    rule("date.holiday", r"(?P<h>HOLIDAY)(?P<u>UNIT)", holiday_week),
    rule("date.holiday", r"(?:(?P<which>LAST|NEXT|THIS)(?:LAST|NEXT)?)?(?P<h>HOLIDAY)(?:(?:OF|COMMA)?(?P<y>YEARS))?", holiday),
)
