"""Rules for longer periods of the calendar: quarters, halves, seasons, years, school years, decades, centuries."""
from dataclasses import replace

from extractor.times.days import PLACED, placed_year, which, year
from extractor.times.lexer import NOTHING
from extractor.times.readings import Calendar, Deictic, Edition, Range, Reading, Reference
from extractor.times.rules import Match, Rule, rule

YEAR_LEADS = frozenset("in of since by until till from to through and between before after during early late mid around circa for".split())
NUMBER_LEADS = frozenset("than about around to and for of by from over nearly almost".split())
BACK = frozenset("back date dates dated dating".split())     # a house that dates to 1865
DATING = frozenset("built founded born painted written made dates dating date dated begun began opened died from since until by".split())
QUOTES = frozenset("\" “ ‘ '".split())
RECORDS = frozenset("figure figures total totals level levels number numbers rate average value accounts results data".split())
THINGS = frozenset("people percent dollars men women troops members cases words".split())
NUMBERED = frozenset("no page pages room flight section route model".split())
NUMBER_CLASSES = frozenset("LESS MORE NUMW D12 D24 D31 DN DEC APX".split())
WEATHER = frozenset("high highs low lows temperature temperatures mercury thermometers thermometer readings shot".split())
VERBS_IN_S = frozenset("was has is does says sees marks brings".split())


def quarter(match: Match) -> Reading | None:
    """A quarter or half of a year: `the third quarter of 1989`, `last year's first half`."""
    number, unit = match.get("ord").number, match.get("qu").value
    if unit not in ("quarter", "half") or not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    plural = match.get("qu").name == "UNITS"     # the second and third quarters of 2023
    if plural and not (_goes_on(match) and (match.has("y") or match.has("rel"))):
        return None
    written, short = year(match)
    base = placed_year(match) if match.has("rel") else Deictic("year", 0, "spoken", noun="the") if match.has("ofyear") else None
    if match.has("rel") and base is None:
        return None    # the first quarter of this century
    if unit == "half" and written is None and base is None and not match.has("hyphen"):
        return None    # the first half is a game's as often as a year's
    if match.first.name == "POSS" or (match.first.name == "THE" and match.has("hyphen")):
        match.skip = 1
    base = Deictic("year", -1, "spoken", noun="earlier") if match.has("ago") else base
    found = Calendar(year=written, short=short, base=base, fiscal=match.has("fiscal"), which=which(match))
    return replace(found, quarter=number) if unit == "quarter" else replace(found, half=number)


def _goes_on(match: Match) -> bool:
    """Whether an ordinal and `and` stand before: the second of a series."""
    return match.before().name == "AND" and match.before(2).name in ("ORD", "SECOND")


def month_quarter(match: Match) -> Reading | None:
    """`the June quarter`: the one that ends with that month."""
    month, unit = match.get("m").number, match.get("u").value
    written, short = year(match)
    return Calendar(year=written, short=short, quarter=month // 3) if unit == "quarter" and month % 3 == 0 else None


def coded_quarter(match: Match) -> Reading | None:
    """`Q3 2024`, `Q3 FY24`, `H1 2023`; a half needs its year, and a lone figure is no year."""
    lexeme, code = match.get("y"), match.get("code")
    if match.has("y") and lexeme.name not in ("YEAR", "SHORT") and (len(lexeme.text) != 2 or not match.has("late")):
        return None
    unit = "quarter" if code.text[0] == "q" else "half"
    written, short = year(match)
    if unit == "half" and (code.number > 2 or written is None):
        return None
    found = Calendar(year=written, short=short, fiscal=match.has("fiscal") or match.has("late"))
    return replace(found, quarter=code.number) if unit == "quarter" else replace(found, half=code.number)


def last_half(match: Match) -> Reading | None:
    """`the last half of 1991`."""
    written, short = year(match)
    return Calendar(year=written, short=short, half=2, base=placed_year(match) if match.has("rel") else None)


def year_quarter(match: Match) -> Reading | None:
    """`the 1988 quarter`, `the same period of 1988`: that of the period which the text speaks of."""
    number, unit = match.get("y").number, match.get("u").value
    if match.has("same"):
        unit = "year" if unit in ("period", "periods", "year") else unit
        return Deictic(unit, 0, "spoken", noun=f"year {number}") if unit in ("year", "month", "quarter") else None
    if unit in ("year", "season"):
        return Calendar(year=number)
    return Deictic("quarter", 0, "spoken", noun=f"year {number}") if unit in ("quarter", "period") else None


def named_year(match: Match) -> Reading | None:
    """`the year 2000`, `the year two thousand`, `fiscal 2023`."""
    number = match.get("y").number
    if match.get("named").value not in ("year", "fiscal", "fy"):
        return None
    if match.get("y").name == "NUMW":
        return Calendar(year=number) if 1000 <= number <= 2199 else None
    written, short = year(match)
    return Calendar(year=written, short=short, fiscal=match.has("fiscal"))


def small_year(match: Match) -> Reading | None:
    """`the year 120`, where nothing is counted."""
    number, after = match.get("y").number, match.after()
    fits = match.get("named").text == "year" and 1 <= number <= 999 and not after.noun and after.name not in ("UNIT", "UNITS", "HYPH")
    return Calendar(year=number) if fits else None


def bare_year(match: Match) -> Reading | None:
    """A year alone, where nothing makes a count or a price of it."""
    lexeme, before = match.get("y"), match.before()
    written, short = year(match)
    if lexeme.name == "SHORT":
        fits = before.name in ("IN", "OF", "FOR", "FROM", "EARLY", "TO", "EDGE", "AND", "SEASON")
        return Calendar(year=written, short=short) if fits else None
    return Calendar(year=written) if _plausible(match, lexeme.number) else None


def _plausible(match: Match, number: int) -> bool:
    """Whether four figures are a year by their neighbours: years of two centuries are, unless they count; others need a preposition."""
    before, after = match.before(), match.after()
    led = before.text in YEAR_LEADS or before.name in ("MONTH", "SEASON", "EARLY", "HOLIDAY", "CIRCA") or _bound(match)
    if after.name in ("UNITS", "ZONE", "SLASH") or _hyphened(match) or _counting(match, number, led):
        return False
    approximate = before.text in ("about", "around") and not after.noun and (match.before(2).text in DATING or match.before(2).name == "IN")
    if approximate and 1500 <= number <= 2099:
        return True    # in about 1900, built around 1890
    if before.name in NUMBER_CLASSES and before.text not in YEAR_LEADS:
        return False
    if before.text in NUMBERED or before.text == "than" or (before.text in (".", ",") and not match.first.gap):
        return False
    back = before.text == "to" and match.before(2).text in BACK
    later = before.text in ("and", "to") and match.before(2).name == "YEAR" and match.before(3).text in ("between", "from")
    of_record = before.text == "for" and match.before(2).text in RECORDS and not after.noun
    return 1900 <= number <= 2099 or back or later or of_record or (led and before.text not in ("about", "around", "to", "for", "and"))


def _bound(match: Match) -> bool:
    """Whether a mark makes a year of the figures: `(1821)`, `1887 – 1888`, `post-1959`."""
    before, after, lead = match.before(), match.after(), match.before(2)
    if before.name == "OPEN":
        return after.text in (")", "]", ",", ";", "–", "-")
    return before.name == "HYPH" and lead.name in ("YEAR", "EARLY", "BEYOND")


def _hyphened(match: Match) -> bool:
    """Whether a hyphen binds the figures to a unit or another number: `2000-mile`, `12-2015`."""
    before, after, following = match.before(), match.after(), match.after(2)
    if after.name == "HYPH" and not after.gap and following.name in ("UNIT", "NUMW", "D12", "D24", "D31", "DN"):
        return True
    bound = before.name in ("HYPH", "SLASH") and not match.first.gap
    return bound and match.before(2).name not in ("YEAR", "MONTH", "EARLY", "BEYOND", "OTHER", "NONE")


def _counting(match: Match, number: int, led: bool) -> bool:
    """Whether the figures count the plural noun after them (`2000 people`), which `the 1996 Olympics` do not."""
    before, after = match.before(), match.after()
    if before.text == "and" and match.before(2).name == "YEAR" and match.before(3).text == "between":
        return False   # between 1642 and 1646 armies came
    opens = match.before(2) is NOTHING or match.before(2).text in QUOTES
    if before.name == "IN" and opens and number % 100 and not after.capital:
        return after.noun and match.after(2).name == "COMMA"   # In 2018 people told us; not In 1450 cases, nobody told us
    if after.text in THINGS:
        return True
    plural = len(after.text) > 3 and after.text.endswith("s") and not after.text.endswith(("ss", "us", "is"))
    plural = plural and after.text not in VERBS_IN_S
    lone = number % 100 != 0 and not after.noun            # a royal charter of 1246
    part = match.before(2).capital or match.before(2).name in ("EDGE", "SEASON", "HALF")
    if before.text == "of" and number < 1900 and not lone and not part:
        return True    # an average of 1500
    if not (plural and after.noun and after.gap) or after.capital or before.name in ("THE", "POSS", "THAT"):
        return False
    return not led or number % 100 == 0 or before.text in NUMBER_LEADS


def era_year(match: Match) -> Reading | None:
    """A year with its era: `44 BC`, `AD 79`."""
    return Calendar(year=match.get("y").number, era=match.get("era").value or None)


def era_years(match: Match) -> Reading | None:
    """`between A.D. 900 and 1100`, `900 to 800 BC`: the era is told once."""
    first, last, era = match.get("y").number, match.get("y2").number, match.get("era").value or None
    if match.get("joint").name == "AND" and match.before().name != "BETWEEN":
        return None
    if match.first.name == "ERA" and (era or (match.after().noun and match.before().name != "BETWEEN")):
        return None
    fits = first > last if era else first < last <= 2100
    return Range(Calendar(year=first, era=era), Calendar(year=last, era=era)) if fits else None


def edition(match: Match) -> Reading | None:
    """Two years as one: a school year, season or budget year (`2023/2024`, `2012–13`), a range (`2012–15`), a month (`2015-12`)."""
    text = match.get("e").text
    first, last, mark = int(text[:4]), int(text[5:]), text[4]
    if len(text) == 7:
        if mark == "-" and last <= first % 100 and 1 <= last <= 12:
            return Calendar(year=first, month=last)
        last += first - first % 100 + (100 if first % 100 == 99 and last == 0 else 0)
    abbreviated = len(text) == 7 and last == first + 1     # 2012–13 is hardly ever two whole years
    if match.has("noun") or match.has("fiscal") or mark == "/" or abbreviated:
        return Edition(first, last) if last == first + 1 else None
    return Range(Calendar(year=first), Calendar(year=last)) if last > first else None


def years(match: Match) -> Reading | None:
    """`1890 – 91`: a year and the last figures of a later one."""
    first, lexeme = match.get("y").number, match.get("y2")
    last = first - first % 100 + lexeme.number
    whole = len(lexeme.text) == 2 and match.after().name not in ("SLASH", "HYPH")
    return Range(Calendar(year=first), Calendar(year=last)) if whole and first < last else None


def decade(match: Match) -> Reading | None:
    """A decade; two digits or a word need `the` or an apostrophe, else they are ages or degrees."""
    lexeme, before = match.get("dec"), match.before()
    if lexeme.number >= 1000:
        whole = lexeme.number % 100 == 0 and lexeme.number < 2000     # the 1800s
        return Calendar(century=lexeme.number // 100) if whole else Calendar(decade=lexeme.number)
    the = before.name in ("EARLY", "HYPH") and "the" in (match.before(2).text, match.before(3).text)
    led = the or match.has("the") or lexeme.text.startswith(("'", "’"))
    if any(match.before(back).text in WEATHER for back in range(1, 6)):
        return None    # highs in the 90s
    if before.name == "HYPH" and match.before(2).text in ("over", "under"):
        return None    # the over-50s
    if not led or match.after().text in ("degrees", "percent", "c", "f"):
        return None
    return Calendar(decade=1900 + lexeme.number, short=True)


def century(match: Match) -> Reading | None:
    """A century by its number."""
    number = match.get("ord").number
    if match.get("u").value != "century" or not 1 <= number <= 30 or (match.get("u").name == "UNITS" and not _goes_on(match)):
        return None
    return Calendar(century=number - 1, era=match.get("era").value or None)


def season(match: Match) -> Reading | None:
    """A season of the year; `fall` and `spring` alone are verbs and things as often."""
    lexeme, after = match.get("s"), match.after()
    written, short = year(match)
    base = placed_year(match) if match.has("rel") else None
    if not match.has("which") and written is None and base is None:
        if lexeme.text in ("fall", "spring") and not _seasonal(match):
            return None
        if lexeme.capital and not match.begins and after.capital:
            return None    # the Winter Olympics
    return Calendar(year=written, short=short, season=lexeme.value, which=which(match), base=base)


def winter(match: Match) -> Reading | None:
    """`the winter of 2012-13`; a summer over two years is one of the south."""
    year, season = int(match.get("e").text[:4]), match.get("s").value
    if season == "SU":
        return Reference(f"{year}-SU")
    return Calendar(year=year, season=season) if season == "WI" else None


def _seasonal(match: Match) -> bool:
    """Whether a bare `fall` or `spring` is the season: after a preposition or `early`, and not the fall of something."""
    before, after = match.before(), match.after()
    if after.text in ("of", "from", "in", "to", "training", "break") or (after.capital and after.noun):
        return False
    return before.name in ("IN", "EARLY", "EVERY") or before.text in ("since", "by", "until")


AGO = r"(?P<ago>UNIT HYPH(?:AGO|EARLIER))?"
RULES: tuple[Rule, ...] = (
    rule("date.quarter", rf"DET?ADJ?(?:(?P<which>LAST|NEXT|THIS)(?=ORDS))?{AGO}(?P<fiscal>FISCAL HYPH?)?(?P<ord>ORDS)(?P<hyphen>HYPH)?"
                         rf"FISCAL?(?P<qu>UNIT|UNITS|HALF)(?:(?:OF|COMMA|IN)?(?:FISCAL UNIT?)?(?P<y>YEARS)|(?:OF|COMMA|IN)?{PLACED}"
                         r"|(?P<ofyear>OF THE(?:FISCAL|ADJ)?UNIT))?", quarter),
    rule("date.quarter", r"DET?(?P<y>YEAR)(?P<fiscal>FISCAL)?(?P<ord>ORDS)HYPH?(?P<qu>UNIT|HALF)", quarter),
    rule("date.quarter", r"(?P<rel>LAST|NEXT|THIS)(?P<u>UNIT)OWN(?P<fiscal>FISCAL)?(?P<ord>ORDS)HYPH?(?P<qu>UNIT|HALF)", quarter),
    rule("date.quarter", r"DET?(?P<m>MONTH)(?P<y>YEARS)(?P<u>UNIT)", month_quarter),
    rule("date.quarter", r"DET?(?P<m>MONTH)HYPH?(?P<u>UNIT)(?:(?:OF|COMMA|IN)?(?P<y>YEARS))?", month_quarter),
    rule("date.half", rf"DET?(?:LAST|LATTER)HALF OF(?:(?P<y>YEARS)|{PLACED})", last_half),
    rule("date.quarter_code", r"(?P<fiscal>FISCAL)?(?P<code>QUARTERCODE)(?:(?:OF|COMMA|HYPH|SLASH)?(?P<late>FISCAL)?UNIT?(?P<y>ANYYEAR))?",
         coded_quarter),
    rule("date.quarter_code", r"(?:FISCAL)?(?P<y>YEARS)HYPH?(?P<code>QUARTERCODE)", coded_quarter),
    rule("date.year_quarter", r"DET(?P<y>YEAR)(?P<u>UNIT|PERIOD)", year_quarter),
    rule("date.year", r"DET?ADJ?(?P<named>UNIT)(?P<y>YEAR|NUMW)", named_year),
    rule("date.year", r"THE(?P<named>UNIT)(?P<y>DAY|DN)", small_year),
    rule("date.year_quarter", r"THE(?P<same>SAME|LATEST)(?P<u>PERIOD|UNIT)(?:OF|IN|COMMA)?(?P<y>YEAR)", year_quarter),
    rule("date.fiscal_year", r"DET?(?P<named>(?P<fiscal>FISCAL))UNIT?(?P<y>ANYYEAR)", named_year),
    rule("date.years", r"(?P<y>YEAR)HYPH(?P<y2>DAY|DN)", years),
    rule("date.year", r"(?P<y>YEARS)", bare_year),
    rule("date.era", r"(?P<y>NUM)(?P<era>ERA)", era_year),
    rule("date.era", r"(?P<era>ERA)(?P<y>NUM)", era_year),
    rule("date.era", r"(?P<era>ERA)(?P<y>NUM)(?P<joint>TO|AND|HYPH)(?P<y2>NUM)", era_years),
    rule("date.era", r"(?P<y>NUM)(?P<joint>TO|AND|HYPH)(?P<y2>NUM)(?P<era>ERA)", era_years),
    rule("date.edition", r"(?:DET(?=EDITION (?:SCHOOL|FISCAL)))?(?:DET?(?P<fiscal>FISCAL)UNIT?)?(?P<e>EDITION)"
                         r"(?P<noun>(?:SCHOOL|FISCAL)UNIT?)?",
         edition),
    rule("date.decade", r"(?P<the>THE)?(?P<dec>DECADE)", decade),
    rule("date.century", r"(?:THE(?:EARLY HYPH?)?)?(?P<ord>ORDS)HYPH?(?P<u>ANY)(?P<era>ERA)?", century),
    rule("date.season", r"(?:THE?(?P<which>LAST|NEXT|THIS|FOLLOW)(?:LAST|NEXT)?|THE)?(?P<s>SEASON|FALL)(?:(?:OF|COMMA)?(?P<y>YEARS))?",
         season),
    rule("date.season", rf"(?:THE)?(?P<s>SEASON|FALL)(?:OF)?{PLACED}", season),
    rule("date.season", r"(?:THE)?(?P<s>SEASON)(?:OF)?(?P<e>EDITION)", winter),
)
