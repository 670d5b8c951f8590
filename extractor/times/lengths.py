"""Rules for durations (`nearly two years`, `two-week`, `two to six days`) and recurrences (`every Monday`, `twice a year`)."""
from decimal import Decimal

from extractor.numerals import PRECISION
from extractor.times import timex
from extractor.times.lexicon import GROUPS
from extractor.times.readings import Length, Reading, Repeat
from extractor.times.rules import Match, Rule, rule

APPROX = r"(?:APX|SOME|NO?(?:MORE|LESS|LATER)THAN|AT LEAST|UP TO|AS (?:MUCH|VAGUE|LONG) AS)"
QUANTITY = (r"(?:(?P<num>NUM)(?P<scale>NUMW)?(?:(?:HYPH|TO|OR(?P<even>OTHER)?|HYPH TO HYPH)(?P<num2>NUM))?"
            r"(?P<half>HYPH?AND HYPH?ART?HYPH?HALF)?VAGUE?"
            r"|(?P<only_half>HALF ART?)"
            r"|(?P<another>ANOTHER)(?P<num4>NUM)?|(?P<art>ART)(?P<few>VAGUE)?|(?P<vague>VAGUE|SOME))"
            r"OF?(?:MORE|ADJ|HYPH|LESS|(?:LAST|NEXT)(?=UNITS))?(?P<u>UNIT|UNITS|SECOND|PARTS)(?P<half2>AND ART?HALF)?")
LONGEST = 10**7       # of any unit: more is no length of time in news
# After `a year`, what lets it stand alone as a length; before it, verbs that measure time.
CLOSERS = frozenset("and or to that which who from with after before when while if as because but so until is was will in on at "
                    "for by".split())
LASTING = frozenset("lasted lasts last took take takes spent spend spends about of over under nearly almost within every half than needs "
                    "need wait waited waits "
                    "another barely only just least him her them us me it drove drive walked travelled traveled slept queued".split())
SPENDING = frozenset("took take lasted spent spend spends despite follows followed".split())
LONG_UNITS = frozenset("year month week decade century".split())     # lengths even where nothing leads to them
COUNTED_OF = frozenset("number couple matter hundreds thousands tens dozens".split())
MEASURED = frozenset("average mean median record maximum minimum normal typical total".split())
MOST_TIMES = 99        # in a period: more of them are counted, and are no way to tell how often
MONEY = frozenset("$ £ € ₹ % percent cent times once twice".split())
MOST_QUARTERS = 40     # in a row: more are a fraction, as in a hundred and three quarters
SCALES = frozenset("thousand million billion".split())
STOPWATCH = frozenset("in clocked timed ran posted recorded".split())
TIMED = frozenset("time times best record mark winning".split())
DATED = frozenset("ISO NUMDATE YEAR MONTH WDAY WDAB REL D12 D24 D31 ORD".split())     # a clock time with seconds stands by its day
TENFOLD = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000, "millions": 10**6}    # from one of them to ten
# Whose `under 12 months` is an age, and after which words `over four days` is more than four; else it is in the course of them.
PEOPLE = frozenset("children babies infants toddlers kids boys girls men women people those anyone pupils patients players dogs "
                   "calves".split())
NUMBERS = frozenset(GROUPS["NUM"])
PORTIONS = frozenset("part most rest course matter".split())     # the best part of an hour
EXCEEDING = frozenset("waiting waited stayed stay living lived working worked is was are were be been being has have had lasting just "
                      "well now still of for in at to after within and or".split())
REPEATS = {"MONTH": "XXXX-{:02d}", "WDAY": "XXXX-WXX-{}", "WDAYS": "XXXX-WXX-{}", "SEASON": "XXXX-{}", "FALL": "XXXX-{}"}
ADVERB_FOLLOWERS = frozenset("to in from by with for since".split())


def amount(match: Match) -> Length | None:
    """The length in the groups of QUANTITY, None where the words do not make one."""
    lexeme = match.get("u")
    if lexeme.name == "PARTS" and lexeme.text != "nights":
        return None
    unit = "night" if lexeme.name == "PARTS" else lexeme.value
    half = Decimal("0.5") if match.has("half") or match.has("half2") else Decimal(0)
    if match.has("num2"):
        return None if match.has("scale") else _between(match.get("num").value, match.get("num2").value, unit)
    if match.has("scale"):
        value = match.get("num").value * match.get("scale").value
        fits = match.get("scale").text in SCALES and match.get("num").name != "YEAR"
        return Length(timex.length(value, unit), unit, number=value) if fits else None     # 66 million years
    if match.has("num"):
        value = match.get("num").value + half
    elif match.has("vague") or match.has("few"):
        if "couple" not in (match.get("vague").text, match.get("few").text):
            return Length(timex.length(None, unit), unit)
        value = Decimal(2)
    else:
        value = Decimal("0.5") if match.has("only_half") else (match.get("num4").value or Decimal(1)) + half
    return Length(timex.length(value, unit), unit, number=value) if value <= LONGEST else None


def _between(low: Decimal, high: Decimal, unit: str) -> Length | None:
    if not low < high <= LONGEST:
        return None
    return Length(f"{timex.length(low, unit)}/{timex.length(high, unit)}", unit, low=low, high=high)


def _aged(match: Match) -> bool:
    """Whether what follows makes an age or a distance of it: `years old`, `years of age`, `light years`."""
    after = match.after()
    if after.name in ("HYPH", "OF"):
        return match.after(2).name == "OLD"
    return after.name == "OLD" or after.text in ("light", "younger", "older")


def quantity(match: Match) -> Reading | None:
    """A counted length: `two years`, `10-day`, `the next 15 to 20 months`."""
    length, unit, hyphen = amount(match), match.get("u"), match.preceding("u").name == "HYPH"
    if match.get("num").name == "ONE" and unit.value == "day" and match.after().name == "IN" and match.after(2).name in ("MONTH", "SEASON"):
        return None     # then one day in April
    if match.has("even") and match.get("even").text not in ("even", "perhaps", "possibly", "maybe"):
        return None
    if length is None or _aged(match) or (match.has("art") and not match.has("few") and unit.name == "UNITS"):
        return None
    if match.has("u3"):
        return _compound(match, length)
    if (unit.name in ("UNIT", "SECOND") and not _singular(match, hyphen)) or (unit.text == "quarters" and _fraction(match, hyphen)):
        return None
    before = match.before()
    if (before.text == "-" and not match.first.gap and match.before(2).name == "OTHER") or "age" in (before.value, match.before(2).value):
        return None
    if "under" in (match.first.text, before.text) and PEOPLE & {before.text, match.before(2).text}:
        return None    # children under 12 months
    match.skip = _lead(match, hyphen and unit.name == "UNIT")
    return length


def _fraction(match: Match, hyphen: bool) -> bool:
    """Whether quarters are parts of a whole: `three quarters of the members`, `a hundred and three quarters`."""
    number = match.get("num")
    leads = match.found.start("num") == match.found.start()
    return hyphen or (number.value or 0) > MOST_QUARTERS or (number.text in ("two", "three") and leads)


def _lead(match: Match, adjective: bool) -> int:
    """How many words before the number are not of the length: `his third two-week ban`, `she spoke over four days`."""
    first, before = match.first, match.before()
    if first.name == "AS" and before.name == "TIMES":
        return 3     # three times as many as in a year
    if first.text == "over" and not (before.text in LASTING or before.text in EXCEEDING or match.begins):
        return 1
    if adjective and match.preceding("num").name in ("ORD", "SECOND"):
        return match.found.start("num") - match.found.start()
    return 1 if adjective and first.name in ("THE", "POSS") and match.lexemes[match.found.end() - 1].name != "PERIOD" else 0


def _singular(match: Match, hyphen: bool) -> bool:
    """Whether a unit in the singular is a length: `10-day`, `one year`, `a year` after a preposition."""
    unit, number = match.get("u"), match.get("num")
    if match.has("art") and not match.has("few"):
        return unit.name != "SECOND" and _article(match)
    if not hyphen and ((unit.name == "SECOND" and number.name != "DEC") or (unit.text == "quarter" and not match.has("num"))):
        return False
    return hyphen or number.name != "YEAR"


def _article(match: Match) -> bool:
    """Whether `a year` is a length, after a preposition or verb of lasting; after a count it is what a rate counts by."""
    before, after, unit = match.before(), match.after(), match.get("u").value
    if unit == "quarter" and after.name in ("NONE", "OF"):
        return False
    if match.has("half2") or match.first.name in ("APX", "AT", "UP", "MORE", "LESS", "NO", "AS"):
        return True
    if after.name == "OWN" and match.after(2).text in ("time", "notice", "delay", "pay", "leave", "rest"):
        return True     # in a month's time
    counted = any(match.before(back).name in NUMBERS or match.before(back).text in MONEY for back in range(1, 5))
    if after.name in ("BEFORE", "AFTER") and before.noun and not counted and match.first.name == "ART":
        return True     # start tablets a fortnight before the season
    if after.text == "too" and match.after(2).text in ("soon", "late", "early", "long"):
        return True
    happens = before.name == "IN" and after.text.endswith("s") and not after.text.endswith("ss")    # second storm in a week hits town
    if before.name == "OF" and match.before(2).text in PORTIONS:
        return True
    if after.name in ("HYPH", "OWN") or (after.noun and after.text not in CLOSERS and not happens):
        return False
    if after.text in ("late", "early", "apart", "ahead") and match.after(2).name not in ("IN", "MONTH", "WDAY", "ON"):
        return True
    if match.begins:
        return after.text in ("after", "later", "ago", "before", "of")
    return before.name in ("IN", "FOR", "TO", "APX", "THAN", "AFTER") or before.text in LASTING


def _compound(match: Match, length: Length) -> Reading | None:
    """`two years and six months`, `2 hours, 17 minutes and 45 seconds`: one length in units that grow smaller."""
    unit, number = match.get("u3").value, match.get("num3").value
    sizes = timex.SIZES
    if length.number is None or not {unit, length.unit} <= set(sizes) or sizes.index(unit) >= sizes.index(length.unit):
        return None
    if match.after().name in ("AGO", "EARLIER", "LATER") or _aged(match):
        return None
    if match.has("art") and match.preceding("num3").name == "COMMA":
        return None     # 40 hours a week, 35 hours a week
    parts = [(length.number, length.unit), (number, unit)]
    if match.has("u5"):
        least = match.get("u5").value
        if least not in sizes or sizes.index(least) >= sizes.index(unit):
            return None
        parts.append((match.get("num5").value, least))
    return Length(timex.compound(parts), length.unit, number=_total(parts))


def _total(parts: list[tuple[Decimal, str]]) -> Decimal | None:
    """A length told in several units as a number of the first; None where a unit is no fixed part of the one before."""
    (total, larger), factor = parts[0], Decimal(1)
    for number, unit in parts[1:]:
        each, smaller = timex.FRACTIONS.get(larger, (1, ""))
        if smaller != unit:
            return None
        factor, larger = factor * each, unit
        total += number / factor
    return PRECISION.plus(total)


def clocked(match: Match) -> Reading | None:
    """A time that somebody took, as the stopwatch shows it: `won in 2:22:05`, `halfway in 64:10`; a lone `2:07` may be either."""
    parts, before = [int(part) for part in match.get("c").text.replace(".", ":").split(":")], match.before()
    if match.after().name in ("AMPM", "ZONE", "PART") or parts[-1] > 59:
        return None
    lasting = before.text in SPENDING
    timed = lasting or before.text in STOPWATCH or (before.text == "of" and match.before(2).text in TIMED)
    if len(parts) == 2 and (not timed or (parts[0] < 24 and not lasting)):
        return None
    if len(parts) == 3 and (before.text in ("at", "by", "until") or before.name in DATED):
        return None
    units = ("hour", "minute", "second")[-len(parts):]
    told = [(Decimal(part), unit) for part, unit in zip(parts, units, strict=True)]
    return Length(timex.compound(told), units[0], number=_total(told))


def whole(match: Match) -> Reading | None:
    """`all day`, `all week`: the whole of one."""
    unit = match.get("u").value
    return Length(timex.length(Decimal(1), unit), unit, number=Decimal(1)) if unit in ("day", "week", "month", "year", "weekend") else None


def bare(match: Match) -> Reading | None:
    """Units with no number: `for years`, `decades`, `within days`."""
    unit, before, after = match.get("u").value, match.before(), match.after()
    if _aged(match) or _no_length(match) or (match.get("u").capital and not match.begins):
        return None
    if before.name in NUMBERS and match.before(2).text == "under":
        return None
    counted = before.text == "of" and match.before(2).text in COUNTED_OF
    led = before.name in ("IN", "FOR", "FOLLOW", "AFTER", "THAN", "BEFORE", "APX") or before.text in SPENDING
    free = before.text != "of" and after.text != "of" and before.name not in ("THE", "POSS") and not before.noun
    return Length(timex.length(None, unit), unit) if led or counted or (free and unit in LONG_UNITS) else None


def _no_length(match: Match) -> bool:
    """Whether units without a number are something else: weekends, the early hours, the summer months, half of a word."""
    lexeme, before, after = match.get("u"), match.before(), match.after()
    if lexeme.value == "weekend" or match.first.text in ("this", "that") or before.name in ("SEASON", "FALL", "MONTH"):
        return True
    hours = lexeme.value == "hour" and match.preceding("u").name == "EARLY"
    return hours or (after.name in ("HYPH", "OWN", "TO") and not after.gap)


def between(match: Match) -> Reading | None:
    """`between 10 and 14 years`."""
    match.skip = 1
    return None if _aged(match) or match.before().name == "OLD" else amount(match)


def tenfold(match: Match) -> Reading | None:
    """`hundreds of years`, `tens of thousands of years`: from the number named to ten times it."""
    unit, words = match.get("u").value, [match.get(group).text for group in ("tens", "big") if match.has(group)]
    if not all(word in TENFOLD for word in words) or _aged(match) or match.after().name in ("AGO", "EARLIER", "LATER"):
        return None
    low = Decimal(1)
    for word in words:
        low *= TENFOLD[word]
    return Length(timex.length(None, unit), unit, low=low, high=low * 10)


def share(match: Match) -> Reading | None:
    """`a quarter of a century`, `three quarters of an hour`, `a quarter-century`."""
    unit, quarters = match.get("u"), match.get("n").value or Decimal(1)
    if match.get("q").value != "quarter" or unit.value == "quarter" or not 0 < quarters < 4 or _aged(match):
        return None
    value = quarters / 4
    return Length(timex.length(value, unit.value), unit.value, number=value)


def long(match: Match) -> Reading | None:
    """`decades-long`, `day-long`."""
    lexeme = match.get("u")
    number = Decimal(1) if lexeme.name == "UNIT" else None
    return Length(timex.length(number, lexeme.value), lexeme.value, number=number)


def year_ended(match: Match) -> Reading | None:
    """`the year ended Sept. 30`, `the week to May 3`: a length, whose end is a date of its own."""
    unit = match.get("u").value
    return Length(timex.length(Decimal(1), unit), unit, number=Decimal(1)) if unit in ("year", "month", "week") else None


def every(match: Match) -> Reading | None:
    """`every Monday`, `each July`, `every two weeks`, `every other day`."""
    lexeme, value = match.get("what"), match.get("what").value
    if lexeme.name in REPEATS:
        return Repeat(REPEATS[lexeme.name].format(value) + (match.get("part").value or ""))
    if lexeme.name == "PART":
        return Repeat(f"XXXX-XX-XX{value}") if len(value) == 3 else None
    if match.has("vague"):
        return Repeat(timex.length(None, value))
    if lexeme.name == "SECOND" or (match.has("num") and lexeme.name == "UNIT"):
        return None
    if match.has("other") and match.get("other").text != "other":
        return None
    if match.has("half"):
        return Repeat(timex.length(Decimal("0.5"), value)) if value != "quarter" else None
    number = match.get("num").value or Decimal(match.get("ord").number or (2 if match.has("other") else 1))
    if match.has("num2"):
        between = _between(number, match.get("num2").value, value)
        return Repeat(between.value) if between else None
    return Repeat("XXXX-WXX-WE" if value == "weekend" else timex.length(number, value))


def weekdays(match: Match) -> Reading | None:
    """`Mondays`, `on Tuesday nights`."""
    return Repeat(f"XXXX-WXX-{match.get('what').value}{match.get('part').value or ''}")


def weekends(match: Match) -> Reading | None:
    """`weekends`, where no number counts them."""
    return Repeat("XXXX-WXX-WE") if match.get("u").value == "weekend" else None


def often(match: Match) -> Reading | None:
    """`daily`, `annually`; `quarterly` before a noun says what kind of thing it is, and a capital names a newspaper."""
    lexeme, before, after = match.get("w"), match.before(), match.after()
    if (lexeme.capital and (not match.begins or after.capital)) or (before.name == "HYPH" and not lexeme.gap):
        return None
    if after.noun and (before.text in MEASURED or (before.text.endswith("est") and before.noun)):
        return None    # the average daily turnover, its largest daily rise
    if lexeme.text == "quarterly" and after.text.isalpha() and after.text not in ADVERB_FOLLOWERS:
        return None
    return Repeat(lexeme.value)


def placed(match: Match) -> Reading | None:
    """`the first Monday of every month`, `the last day of each quarter`."""
    return Repeat(timex.length(Decimal(1), match.get("u").value))


def times_a(match: Match) -> Reading | None:
    """`twice a year`, `three times a week`, `less than once a month`, `once every four years`."""
    times, number = match.get("times").text, match.get("num").text
    counted = match.has("num") or match.has("few")
    if match.has("num") and times not in ("time", "times"):
        match.skip = match.found.start("times") - match.found.start()     # who can empty one twice a day
    if times in ("time", "times") and not (counted and (times == "times" or number == "one")):
        return None
    if match.get("u").name == "UNITS" and not match.has("each"):
        return None
    if match.has("num") and match.get("num").name in ("DN", "DEC", "NUMW") and match.get("num").value > MOST_TIMES:
        return None     # the site is called 78,000 times a minute
    if match.has("often"):
        return Repeat(match.get("often").value)     # twice weekly
    if match.first.text == "up" and match.before().text.endswith("ed"):
        match.skip = 2     # stepped up to twice a week
    return Repeat(timex.length(match.get("each").value or Decimal(1), match.get("u").value))


LEAD = r"(?:(?:DET|THOSE|THIS)?(?:LATEST|LAST|NEXT|FOLLOW|ORDS|FISCAL|EARLY|LOOSE){0,3})"
RULES: tuple[Rule, ...] = (
    rule("duration.length", rf"(?:(?:AT LEAST|UP TO)THE?)?(?:{APPROX}|{LEAD}){QUANTITY}"
                            r"(?:(?:AND|COMMA(?!NUM HYPH))?(?P<num3>NUM)HYPH?(?P<u3>ANY)(?:(?:AND|COMMA AND?)?(?P<num5>NUM)(?P<u5>ANY))?)?"
                            r"(?:HYPH LONG)?(?:OR (?:SO|MORE|LESS)|PERIOD)?", quantity),
    rule("duration.length", rf"(?:{APPROX}|{LEAD}){QUANTITY}", quantity),
    rule("duration.period", r"(?:ART|DET|THAT|THIS)(?P<num>NUM)HYPH(?P<u>UNIT)PERIOD", quantity),
    rule("duration.and_a_half", r"DET?LAST(?P<u>UNIT)(?P<half2>AND ART?HALF)", quantity),
    rule("duration.between", r"BETWEEN(?P<num>NUM)AND(?P<num2>NUM)(?P<u>UNITS)", between),
    rule("duration.tenfold", r"(?:(?P<tens>OTHER)OF)?(?P<big>OTHER|VAGUE)OF(?P<u>UNITS)", tenfold),
    rule("duration.share", rf"{APPROX}?(?:(?P<n>NUM)HYPH?|ART)(?P<q>ANY)OF ART(?P<u>UNIT)", share),
    rule("duration.share", rf"{APPROX}?ART?(?P<q>UNIT)HYPH(?P<u>UNIT)", share),
    rule("duration.clocked", r"(?P<c>CLOCK)", clocked),
    rule("duration.all", r"ALL(?P<u>UNIT)LONG?", whole),
    rule("duration.year_or_two", r"(?P<art>ART)(?P<u>UNIT)OR NUM", quantity),
    rule("duration.the_years", r"(?:(?:DET|THIS|THAT)(?:LAST|NEXT|ORDS|EARLY|FOLLOW|LOOSE)?|ORDS)(?P<u>UNITS)", bare),
    rule("duration.vague", r"(?P<u>UNITS)(?:OR UNITS|AND UNITS)?", bare),
    rule("duration.long", r"(?P<u>ANY)HYPH?LONG", long),
    rule("duration.year_ended", r"(?:DET|ART)(?:ADJ|FISCAL)?(?P<u>UNIT)"
                                r"(?=ENDED|EDGE DAYNUM?MONTH|TO(?:EDGE HYPH)?(?:MONTH|DAYNUM MONTH|WDAY))", year_ended),
    rule("recurrence.every", r"EVERY(?:(?P<num>NUM)(?:(?:OR|TO|HYPH)(?P<num2>NUM))?|(?P<ord>ORDS)|(?P<half>HALF)HYPH?|"
                             r"(?P<vague>VAGUE)|(?P<other>OTHER))?(?P<what>UNIT|UNITS|SECOND|WDAY|MONTH|SEASON|FALL|PART)(?P<part>PART)?",
         every),
    rule("recurrence.weekends", r"(?P<u>UNITS)", weekends),
    rule("recurrence.weekdays", r"(?P<what>WDAYS)", weekdays),
    rule("recurrence.weekdays", r"(?P<what>WDAY)(?P<part>PARTS)", weekdays),
    rule("recurrence.often", r"(?P<w>OFTEN)", often),
    rule("recurrence.times", rf"{APPROX}?(?:(?:NUM HYPH)?(?P<num>NUM|VAGUE)(?=TIMES)|ART(?P<few>VAGUE)(?=TIMES))?"
                             r"(?P<times>TIMES)(?:(?:ART|PER|EVERY(?P<each>NUM)?)(?P<u>ANY)|(?P<often>OFTEN))", times_a),
    rule("recurrence.placed", r"THE?(?:ORDS|LAST)(?:WDAY|UNIT|SECOND)(?:OF|IN)EVERY(?P<u>UNIT)", placed),
)
