"""Rules for durations (`nearly two years`, `two-week`, `two to six days`) and recurrences (`every Monday`, `twice a year`)."""
from decimal import Decimal

from extractor.times import timex
from extractor.times.readings import Length, Reading, Repeat
from extractor.times.rules import Match, Rule, rule

APPROX = r"(?:APX|NO?(?:MORE|LESS)THAN|AT LEAST|UP TO|AS MUCH AS|NO?LATER THAN|SOME)"
QUANTITY = (r"(?:(?P<num>NUM)(?:(?:HYPH|TO|OR|HYPH TO HYPH)(?P<num2>NUM))?(?P<andhalf>AND ART HALF)?(?:VAGUE)?|(?P<half>HALF ART?)|(?P<another>ANOTHER)(?P<num4>NUM)?|(?P<art>ART)(?P<vague2>VAGUE)?|(?P<vague>VAGUE|SOME))"
            r"(?:OF)?(?:MORE|ADJ|HYPH|LESS|(?:LAST|NEXT)(?=UNITS))?(?P<u>UNIT|UNITS|SECOND|PARTS)(?P<half2>AND ART HALF)?")
VAGUE_NUMBERS = {"couple": Decimal(2)}
SHORT_UNITS = frozenset("min sec hr".split())


def amount(match: Match) -> Length | None:
    """The length in the groups of QUANTITY, None where the words do not make one."""
    lexeme = match.get("u")
    assert lexeme is not None
    unit = "night" if lexeme.name == "PARTS" else str(lexeme.value)
    if lexeme.name == "PARTS" and lexeme.text != "nights":
        return None
    number = match.value("num")
    low = high = None
    if match.has("num2"):
        low, high = Decimal(str(number)), Decimal(str(match.value("num2")))
        if low >= high:
            return None
        return Length(f"{timex.length(low, unit)}/{timex.length(high, unit)}", unit, low=low, high=high)
    if number is not None:
        value = Decimal(str(number)) + (Decimal("0.5") if match.has("andhalf") or match.has("half2") else 0)
    elif match.has("half"):
        value = Decimal("0.5")
    elif match.has("num4"):
        value = Decimal(str(match.value("num4")))
    elif match.has("vague") or match.has("vague2"):
        word = match.text("vague2") or match.text("vague")
        if word not in VAGUE_NUMBERS:
            return Length(timex.length(None, unit), unit)
        value = VAGUE_NUMBERS[word]
    else:
        value = Decimal(1) + (Decimal("0.5") if match.has("half2") else 0)
    if value > 10**7:
        return None
    return Length(timex.length(value, unit), unit, number=value)


def _aged(match: Match) -> bool:
    """Whether what follows makes an age or a thing of it: `years old`, `years of age`, `year-olds`."""
    after, second = match.after(), match.after(2)
    if after is None:
        return False
    if after.name == "OLD" or after.text in ("light", "younger", "older"):
        return True
    return second is not None and second.name == "OLD" and (after.name in ("HYPH", "OF"))


def quantity(match: Match) -> Reading | None:
    """A counted length: `two years`, `10-day`, `the next 15 to 20 months`."""
    length = amount(match)
    if length is None or _aged(match):
        return None
    unit = match.get("u")
    assert unit is not None
    after, before = match.after(), match.before()
    if match.has("u3"):
        return _compound(match, length)
    if unit.name in ("UNIT", "SECOND"):
        number = match.get("num") or match.get("num2")
        hyphen = match.lexemes[match.found.start("u") - 1].name == "HYPH"
        if match.has("art") and not match.has("vague2"):
            return _article(match, length)
        if unit.name == "SECOND" and not hyphen or unit.text == "quarter" and not hyphen and not match.has("num"):
            return None
        if number is not None and number.name == "YEAR" and not hyphen:
            return None
        if match.has("half") and unit.text in ("day", "second", "quarter", "century", "decade", "year", "hour", "week") and False:
            return None
        if number is not None and not hyphen and number.value != 1 and unit.text not in SHORT_UNITS and number.name != "DEC" and after is not None and after.name == "OTHER" and not after.text.isalpha():
            pass
    if unit.text == "quarters" and match.lexemes[match.found.start("u") - 1].name == "HYPH":
        return None    # three-quarters
    if match.lexemes[match.first].name in ("THE", "POSS") and unit.name == "UNIT" and match.lexemes[match.found.start("u") - 1].name == "HYPH" and match.lexemes[match.end - 1].name != "PERIOD":
        match.skip = 1
    if unit.text == "quarters" and match.has("num") and match.text("num") in ("three", "two") and not _led(match):
        return None    # three quarters of the members
    if unit.text in ("minutes", "seconds") and match.text("num") == "60" and unit.capital:
        return None
    if match.get("num") is not None and before is not None and before.name == "HYPH" and not match.lexemes[match.first].gap and before.text == "-" and match.before(2) and match.before(2).name in ("OTHER",):  # type: ignore[union-attr]
        return None
    return length


def _compound(match: Match, length: Length) -> Reading | None:
    """`two years and six months`, `1 hour 30 minutes`: one length in two units, where the second is the smaller."""
    unit, number = str(match.value("u3")), Decimal(str(match.value("num3")))
    factor, smaller = timex.FRACTIONS.get(length.unit, (None, ""))
    if length.number is None or unit not in timex.SIZES or length.unit not in timex.SIZES or timex.SIZES.index(unit) >= timex.SIZES.index(length.unit):
        return None
    after = match.after()
    if after is not None and after.name in ("AGO", "EARLIER", "LATER"):
        return None
    total = length.number + number / factor if factor and smaller == unit else None
    return Length(timex.compound([(length.number, length.unit), (number, unit)]), length.unit, number=total)


def every_part(match: Match) -> Reading | None:
    """`all day`, `all week`: the whole of one."""
    unit = str(match.value("u"))
    return Length(timex.length(Decimal(1), unit), unit, number=Decimal(1)) if unit in ("day", "week", "month", "year", "weekend", "night") else None


def _led(match: Match) -> bool:
    return match.first < match.found.start("num")


def _article(match: Match, length: Length) -> Reading | None:
    """`a year` as a length after a preposition or verb of lasting; after a count it is the rate's `per`."""
    before, after = match.before(), match.after()
    if length.unit == "quarter" and (after is None or after.name == "OF"):
        return None
    if match.has("half2") or match.lexemes[match.first].name in ("APX", "AT", "UP", "MORE", "LESS", "NO"):
        return length
    if after is not None and (after.name in ("HYPH", "OWN") or after.name == "OTHER" and after.text.isalpha() and after.text not in LENGTH_FOLLOWERS):
        return None
    if before is None:
        return length if after is not None and after.text in ("after", "later", "ago", "before", "of") else None
    return length if before.name in ("IN", "FOR", "TO", "APX", "THAN", "AFTER") or before.text in LASTING else None


LENGTH_FOLLOWERS = frozenset("and or to that which who from with after before when while if as because but so until is was will in on at for by".split())
LASTING = frozenset("lasted last lasts took take takes spent spend spends about of over under nearly almost within every half than needs need wait waited "
                    "waits another barely only just least him her them us me it".split())


def bare(match: Match) -> Reading | None:
    """Units with no number: `for years`, `decades`, `within days`."""
    lexeme = match.get("u")
    assert lexeme is not None
    before, after = match.before(), match.after()
    unit = str(lexeme.value)
    if unit == "weekend":
        return None
    if _aged(match) or lexeme.capital and match.first:
        return None
    led = before is not None and before.name in ("IN", "FOR", "AFTER", "OVER", "THAN", "BEFORE") or before is not None and before.text in ("took", "take", "lasted", "spent", "spend", "spends", "of")
    if before is not None and before.text == "of" and not (match.before(2) and match.before(2).text in ("number", "couple", "matter", "hundreds", "thousands", "tens", "dozens", "months", "weeks", "days")):  # type: ignore[union-attr]
        led = False
    if unit not in ("year", "month", "week", "decade", "century") or before is not None and before.name in ("DET", "THE", "POSS", "OTHER") and before.text not in ("for",):
        if not led:
            return None
    if after is not None and (after.name in ("HYPH", "OWN", "TO") and not after.gap or after.text in ("of",)) and not match.has("long"):
        return None
    return Length(timex.length(None, unit), unit)


def long(match: Match) -> Reading | None:
    """`decades-long`, `day-long`, `weeklong`."""
    if match.has("none"):
        return None
    lexeme = match.get("u")
    assert lexeme is not None
    unit = str(lexeme.value)
    return Length(timex.length(None if lexeme.name == "UNITS" else Decimal(1), unit), unit, number=None if lexeme.name == "UNITS" else Decimal(1))


def year_ended(match: Match) -> Reading | None:
    """`the year ended Sept. 30`: a length, whose end is a date of its own."""
    unit = str(match.value("u"))
    if unit != "year":
        return None
    return Length(timex.length(Decimal(1), unit), unit, number=Decimal(1))


WEEKLY = "XXXX-WXX-"


def every(match: Match) -> Reading | None:
    """`every Monday`, `each July`, `every two weeks`, `every other day`."""
    lexeme = match.get("what")
    assert lexeme is not None
    if lexeme.name in ("WDAY", "WDAYS"):
        return Repeat(f"{WEEKLY}{lexeme.value}{match.value('part') or ''}")
    if lexeme.name == "MONTH":
        return Repeat(f"XXXX-{int(str(lexeme.value)):02d}")
    if lexeme.name in ("SEASON", "FALL"):
        return Repeat(f"XXXX-{lexeme.value}")
    if lexeme.name == "PART":
        return Repeat(f"XXXX-XX-XX{lexeme.value}") if len(str(lexeme.value)) == 3 else None
    if match.has("vague"):
        return Repeat(timex.length(None, str(lexeme.value)))
    if match.has("num") and lexeme.name == "UNIT" and not match.has("ord"):
        return None
    number = Decimal(str(match.value("num"))) if match.has("num") else Decimal(1)
    number = Decimal(str(match.value("ord") or 2)) if match.has("ord") else number
    if match.text("other") == "other":
        number = Decimal(2)
    elif match.has("other"):
        return None
    if lexeme.name == "SECOND":
        return None
    return Repeat("XXXX-WXX-WE" if lexeme.value == "weekend" else timex.length(number, str(lexeme.value)))


def weekdays(match: Match) -> Reading | None:
    """`Mondays`, `on Tuesday nights`."""
    return Repeat(f"{WEEKLY}{match.value('what')}{match.value('part') or ''}")


def weekends(match: Match) -> Reading | None:
    """`weekends`, where no number counts them."""
    return Repeat("XXXX-WXX-WE") if match.value("u") == "weekend" else None


def often(match: Match) -> Reading | None:
    """`daily`, `annually`; `quarterly` and its like before a noun say what kind of thing it is, and repeat nothing."""
    lexeme = match.get("w")
    assert lexeme is not None
    before, after = match.before(), match.after()
    if lexeme.capital and match.first > 0 or lexeme.capital and after is not None and after.capital:
        return None    # the Daily Telegraph
    if lexeme.text == "quarterly" and after is not None and after.text.isalpha() and after.name == "OTHER" and after.text not in ("to", "in", "from", "by", "with"):
        return None
    if before is not None and before.name == "HYPH" and not lexeme.gap:
        return None
    return Repeat(str(lexeme.value))


def times_a(match: Match) -> Reading | None:
    """`twice a year`, `three times a week`, `once every two days`."""
    lexeme = match.get("u")
    assert lexeme is not None
    if match.text("times") == "time" and match.text("num") not in ("one", "a"):
        return None
    return Repeat(timex.length(Decimal(1), str(lexeme.value)))


LEAD = r"(?:(?:DET|THOSE|THIS)?(?:LATEST|LAST|NEXT|FOLLOW|ORDS|FISCAL|EARLY|OTHERW)*)"
TAIL = r"(?:OR SO|OR MORE|OR LESS|PERIOD|TERM|LONG)?"
RULES: tuple[Rule, ...] = (
    rule("duration.length", rf"(?:(?:AT LEAST|UP TO)(?:THE)?)?(?:{APPROX}|{LEAD}){QUANTITY}(?:(?:AND|COMMA)?(?P<num3>NUM)HYPH?(?P<u3>UNITS|UNIT))?(?:HYPH(?=LONG)LONG)?(?:OR (?:SO|MORE|LESS)|PERIOD)?", quantity),
    rule("duration.period", r"(?:ART|DET|THAT|THIS)(?P<num>NUM)HYPH(?P<u>UNIT)PERIOD", quantity),
    rule("duration.all", r"ALL(?P<u>UNIT)LONG?", every_part),
    rule("duration.year_or_two", r"(?P<art>ART)(?P<u>UNIT)OR NUM", quantity),
    rule("duration.the_years", r"(?:(?:DET|THIS|THAT)(?:LAST|NEXT|ORDS|EARLY|FOLLOW|OTHERW)?|ORDS)(?P<u>UNITS)", bare),
    rule("duration.vague", r"(?P<u>UNITS)(?:OR UNITS|AND UNITS)?", bare),
    rule("duration.long", r"(?P<u>UNITS|UNIT)HYPH?LONG", long),
    rule("duration.year_ended", r"(?:DET|ART)(?:ADJ|FISCAL)?(?P<u>UNIT)(?=ENDED)", year_ended),
    rule("recurrence.every", r"EVERY(?:(?P<num>NUM)|(?P<ord>ORDS)|(?P<vague>VAGUE)|(?P<other>OTHER))?(?P<what>UNIT|UNITS|SECOND|WDAY|MONTH|SEASON|FALL|PART)(?P<part>PART)?", every),
    rule("recurrence.weekends", r"(?P<u>UNITS)", weekends),
    rule("recurrence.weekdays", r"(?P<what>WDAYS)", weekdays),
    rule("recurrence.weekdays", r"(?P<what>WDAY)(?P<part>PARTS)", weekdays),
    rule("recurrence.often", r"(?P<w>OFTEN)", often),
    rule("recurrence.times", r"(?:(?P<num>NUM|VAGUE)(?=TIMES))?(?P<times>TIMES)(?:ART|PER|EVERY)(?P<u>UNIT)", times_a),
)
