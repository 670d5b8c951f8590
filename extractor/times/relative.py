"""Rules for times counted from another: `yesterday`, `last year`, `three weeks ago`, `a year earlier`, `now`."""
from decimal import Decimal

from extractor.times import timex
from extractor.times.days import OFFSET, part
from extractor.times.lengths import APPROX, NUMBERS, QUANTITY, amount
from extractor.times.readings import Deictic, Length, Reading, Reference
from extractor.times.rules import Match, Rule, rule

SPOKEN = frozenset("previous preceding prior following subsequent ensuing that same".split())
UNITS = frozenset("day week month quarter year decade century millennium weekend".split())
SPOKEN_UNITS = frozenset("week month quarter year decade century millennium weekend".split())
FINER = {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}     # half a century ago is 50 years ago
NEIGHBOURS_END = frozenset(". , ; : ? ! ) and to but ” \" - —".split())
MONTHLY = frozenset("THE THIS MONTH YEAR SEASON".split())      # what `later in` goes on with where it is no `three days later`
GOES_ON = frozenset("HYPH D12 D24 D31 DN BEFORE AFTER AGO UNIT EARLIER OF".split())
PARTICIPLES = frozenset("that when its his".split())


def day(match: Match) -> Reading | None:
    """`yesterday`, `tomorrow night`, `tonight`, `the day after tomorrow`; not `USA Today`."""
    lexeme, before = match.get("rel"), match.before()
    if (lexeme.capital and before.capital and before.noun and not match.begins) or match.after().text in ("show", "programme"):
        return None
    beyond = {"before": -1, "after": 1}.get(match.get("beyond").text, 0)
    return Deictic("day", lexeme.number + beyond, time="TNI" if lexeme.text == "tonight" else part(match))


def early_part(match: Match) -> Reading | None:
    """`by mid-afternoon`, `in the early morning`: a part of the day spoken of."""
    led = match.before().name in ("IN", "FOR", "BEFORE", "AFTER", "THE") or match.before().text in ("until", "till")
    if len(part(match)) != 3 or not led or match.after().noun:
        return None
    match.modifier = match.first.value
    return Deictic("day", 0, "spoken", time=part(match))


def overnight(match: Match) -> Reading | None:
    """`overnight` as an adverb, not `overnight rates`, and `in the morning` where no clock time leads to it."""
    part, before, after = match.get("part"), match.before(), match.after()
    if match.first.name == "THE":
        fits = before.name == "IN" and part.text in ("morning", "afternoon", "evening") and match.before(2).name not in ("NUMW", "EARLY")
        return Deictic("day", 0, "spoken", time=part.value) if fits and not after.noun and after.name != "OF" else None
    if part.text != "overnight" or after.noun or after.name in ("HYPH", "ART", "NUMW", "ADJ"):
        return None
    if before.name in ("THE", "ART", "POSS", "HYPH"):
        return None
    return Deictic("day", 0, "spoken", time=part.value)


def part_of_day(match: Match) -> Reading | None:
    """A part of a day told by its place: `last night`, `this morning`, `the next evening`."""
    lexeme = match.get("which")
    if len(part(match)) != 3:
        return None
    if lexeme.text in ("last", "past"):
        return Deictic("day", -1, time=part(match))
    anchor = "spoken" if lexeme.text in SPOKEN or lexeme.name == "NEXT" else "article"
    return Deictic("day", OFFSET.get(lexeme.name, 0), anchor, time=part(match))


def unit(match: Match) -> Reading | None:
    """A period told by its place: `last year`, `this quarter`, `the following day`, `that same year`."""
    lexeme, what = match.get("which" if match.has("which") else "w"), match.get("u").value
    if what not in UNITS or (lexeme.name == "SAME" and not match.has("the")) or lexeme.text == "these":
        return None
    if match.get("u").capital and lexeme.capital and match.after().text in ("with", "in"):
        return None    # This Week with …
    if lexeme.text == "past" and what in ("decade", "century"):
        return Length(timex.length(Decimal(1), what), what, number=Decimal(1))
    if what == "quarter" and match.after().name == "OF":
        return None    # the last quarter of it
    if what == "day" and lexeme.name == "THIS":
        return Deictic("day", 0) if lexeme.text == "this" and not match.has("the") and match.before().text != "to" else None
    spoken = lexeme.text in SPOKEN or (what == "day" and lexeme.name in ("NEXT", "FOLLOW"))
    return Deictic(what, OFFSET.get(lexeme.name, 0), "spoken" if spoken else "article", fiscal=match.has("fiscal"), noun=lexeme.text)


def the_unit(match: Match) -> Reading | None:
    """`the quarter`, `the year`, `the latest period`: the one that the text speaks of."""
    what, latest, fiscal, after = match.get("u").value, match.has("latest"), match.has("fiscal"), match.after()
    if match.get("u").capital and (not match.first.capital or after.text[:1].isdigit()):
        return None    # the Year 10s
    if what in ("period", "periods"):
        return Deictic("quarter", 0, "spoken", noun="latest") if latest and what == "period" else None
    if what not in SPOKEN_UNITS or (match.first.name == "POSS" and not latest and not fiscal):
        return None
    ended = after.text in ("that", "which") and match.after(2).name == "ENDED"
    goes_on = after.name in GOES_ON or (after.text in PARTICIPLES and not ended)
    if not latest and (goes_on or match.after(2).name == "EDGE"):
        return None
    return Deictic(what, 0, "spoken", fiscal=fiscal, noun="latest" if latest else "the")


def neighbour(match: Match) -> Reading | None:
    """`the year before`, `the week after next`: the one beside it, where no clause follows."""
    what = match.get("u").value
    if what not in SPOKEN_UNITS and what != "day":
        return None
    if match.has("beyond"):
        count = {"last": -2, "next": 2}.get(match.get("beyond").text)
        return Deictic(what, count) if count and match.after().name not in ("WDAY", "MONTH", "UNIT") else None
    if match.after().name != "NONE" and match.after().text not in NEIGHBOURS_END:
        return None
    return Deictic(what, 1 if match.get("dir").name == "AFTER" else -1, "spoken", noun="before")


def counted(match: Match) -> Reading | None:
    """A length and a direction: `three weeks ago`, `a year earlier`, `two days later`."""
    length, direction, after = amount(match), match.get("dir"), match.after()
    if length is None or (direction.name in ("BEFORE", "AFTER") and after.name != "NONE" and after.text not in NEIGHBOURS_END):
        return None
    if direction.name in ("EARLIER", "LATER") and after.name == "THAN":
        return None    # 20 days earlier than it was
    if match.first.name == "AS" and match.before().name == "TIMES":
        match.skip = 3     # three times as many as a decade ago
    elif match.first.name in ("MORE", "LESS") and _amount_before(match):
        match.skip = 2     # 22% less than a year earlier
    if direction.name == "LATER" and after.text in ("this", "that"):
        return None    # 30 minutes, later this week
    if direction.name in ("LATER", "EARLIER") and after.text == "in" and match.after(2).name in MONTHLY:
        return None    # took 15 minutes earlier in the day
    article = direction.name in ("AGO", "HENCE", "FROM")
    sign = -1 if direction.name in ("AGO", "EARLIER", "BEFORE") else 1
    whole = length.number if length.number is not None else length.low
    if whole is None:
        grain = length.unit if length.unit in timex.RANK else "day"
        return Reference(("PAST_REF" if sign < 0 else "FUTURE_REF") if article else timex.unknown(grain))
    factor, unit = FINER.get(length.unit, (1, length.unit)) if whole != int(whole) else (1, length.unit)
    whole *= factor
    return Deictic(unit, sign * int(whole), "article" if article else "spoken", calendar=False, noun="ago" if article else "earlier")


def _amount_before(match: Match) -> bool:
    """Whether `more than` compares an amount that stands before it."""
    before = match.before()
    return before.text in ("%", "percent", "cent", "pct", "points") or before.name in NUMBERS or match.before(2).name in NUMBERS


def long_ago(match: Match) -> Reading | None:
    """`months ago`: some time ago."""
    return Reference("PAST_REF")


def year_ago(match: Match) -> Reading | None:
    """`the year-ago quarter`, `a year-earlier loss`."""
    what = match.get("u").value
    return Deictic(what, -1, "spoken", calendar=False, noun="earlier") if what in UNITS else None


def corresponding(match: Match) -> Reading | None:
    """`last year's quarter`, `the corresponding period last year`, `the same month a year ago`: the same period a year before."""
    if match.get("u").value != "year" or match.get("qu").value not in ("quarter", "period", "month"):
        return None
    count = -1 if match.has("ago") else OFFSET.get(match.get("which").name, 0)
    return Deictic("year", count, "spoken", calendar=False, noun="quarter")


def year_end(match: Match) -> Reading | None:
    """`year-end`, `month's end`: the period, with its end for modifier."""
    what = match.get("u").value
    match.modifier = "end"
    fits = what in ("year", "month", "week", "quarter") and match.get("e").text == "end" and match.after().name != "OF"
    return Deictic(what, 0, noun="end") if fits else None


def middle(match: Match) -> Reading | None:
    """`by mid-century`, `at mid-year`."""
    what = match.get("u").value
    fits = what in ("century", "year", "decade") and match.first.text == "mid" and not match.after().noun
    match.modifier = "mid"
    return Deictic(what, 0) if fits and match.before().name in ("IN", "FOR", "AT", "TO", "AROUND", "APX", "SINCE") else None


def now(match: Match) -> Reading | None:
    """`now`, `recently`, `soon`: times with no days. What only says of a thing when it was (`a recent poll`, `future demand`) is none."""
    before, after, word = match.before(), match.after(), match.get("w").text
    if word in ("now", "nowadays", "currently"):
        return None if before.name == "HYPH" or (word == "now" and _particle(match)) else Reference("PRESENT_REF")
    if word in ("recently", "lately"):
        return Reference("PAST_REF") if before.text != "as" else None
    if word == "soon":
        return None if before.text in ("as", "too", "how") or after.text in ("after", "as") else Reference("FUTURE_REF")
    return Reference("FUTURE_REF") if word == "future" and before.name in ("IN", "EARLY") else None


def _particle(match: Match) -> bool:
    """Whether `now` opens an argument (`Now, …`, `now that`) or is half of a word."""
    after = match.after()
    opens = match.begins and match.first.text == "now" and after.name == "COMMA"
    return opens or after.text == "that" or (after.name == "HYPH" and not after.gap)


def reference(match: Match) -> Reading | None:
    """`the past`, `the near future`, `the present` as nouns: not `the past two years`, `the present law`."""
    after, word = match.after(), match.get("w").text
    if word not in ("past", "present", "future") or (word == "future" and after.name == "OF"):
        return None
    free = not after.text[:1].isalnum() or after.text in ("is", "was", "has", "were", "are", "and")
    free = free or (match.before().name == "IN" and after.noun)
    return Reference({"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}[word]) if free else None


def loose_units(match: Match) -> Reading | None:
    """`these days`, `recent years`, `coming months`: no days are meant."""
    word = match.get("w").text
    if word == "these":
        return Reference("PRESENT_REF") if match.get("u").value == "day" else None
    if word in ("this", "last", "next") and match.get("u").text.endswith("s") and match.after().noun:
        return unit(match)    # last years results: feeds lose the apostrophe
    if word in ("recently", "lately", "soon", "this", "current", "present"):
        return None
    if word == "recent":
        return Length(timex.length(None, match.get("u").value), match.get("u").value)
    if word in ("last", "next"):
        return None
    return Reference("PAST_REF" if word in ("recent", "past", "previous", "preceding", "prior") else "FUTURE_REF")


RULES: tuple[Rule, ...] = (
    rule("date.day", r"(?P<rel>REL)(?P<part>PART)?", day),
    rule("date.day", r"(?:EARLY HYPH?)?(?P<part>PART)(?P<rel>REL)", day),
    rule("date.part", r"EARLY HYPH?(?P<part>PART)", early_part),
    rule("date.day", r"THE UNIT(?P<beyond>BEFORE|AFTER)(?P<rel>REL)(?P<part>PART)?", day),
    rule("date.part", r"THE?(?P<part>PART)", overnight),
    rule("date.part", r"(?:DET(?=LAST|NEXT|FOLLOW|SAME))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)SAME?(?P<part>PART)", part_of_day),
    rule("date.unit", r"(?P<the>DET(?=LAST|NEXT|FOLLOW|SAME|THIS))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)SAME?ADJ?(?P<fiscal>FISCAL)?"
                      r"SCHOOL?(?P<u>UNIT)(?:OR SO)?", unit),
    rule("date.the_unit", r"DET(?P<latest>LATEST)?ADJ?(?P<fiscal>FISCAL)?(?P<u>UNIT|PERIOD)", the_unit),
    rule("date.neighbour", r"THE(?P<u>UNIT)(?P<dir>BEFORE|AFTER|EARLIER)", neighbour),
    rule("date.neighbour", r"THE(?P<u>UNIT)(?P<dir>BEFORE|AFTER)(?P<beyond>LAST|NEXT)", neighbour),
    rule("date.ago", rf"{APPROX}?{QUANTITY}ADJ?(?:OR SO)?(?P<dir>AGO|EARLIER|LATER|BEFORE|AFTER|HENCE)", counted),
    rule("date.ago", r"UNITS AGO", long_ago),
    rule("date.from_now", rf"{QUANTITY}(?P<dir>FROM)NOW", counted),
    rule("date.year_ago", r"(?:(?:DET|ART)(?=LATEST|UNIT HYPH(?:AGO|EARLIER)FISCAL?(?:UNIT|PERIOD)))?LATEST?(?P<u>UNIT)HYPH(?:AGO|EARLIER)"
                          r"FISCAL?(?:UNIT|PERIOD)?", year_ago),
    rule("date.year_ago", r"DET?LAST HYPH(?P<u>UNIT)(?:UNIT|PERIOD)?", year_ago),
    rule("date.corresponding", r"(?P<which>LAST|NEXT|THIS)(?P<u>UNIT)OWN(?P<qu>UNIT|PERIOD)", corresponding),
    rule("date.corresponding", r"THE(?:SAME|LATEST)(?P<qu>PERIOD|UNIT)(?:OF|IN|COMMA)?(?P<which>LAST|NEXT|THIS|THAT)(?P<u>UNIT)",
         corresponding),
    rule("date.corresponding", r"THE(?:SAME|LATEST)(?P<qu>PERIOD|UNIT)(?:OF|IN|COMMA)?ART(?P<u>UNIT)(?P<ago>AGO|EARLIER|BEFORE)",
         corresponding),
    rule("date.year_end", r"(?:THE)?(?P<u>UNIT)(?:HYPH|OWN)?(?P<e>EDGE)", year_end),
    rule("date.year_end", r"(?:THE)?(?P<e>EDGE)OF(?P<u>UNIT)", year_end),
    rule("date.middle", r"EARLY HYPH(?P<u>UNIT)", middle),
    rule("date.now", r"(?:RIGHT(?=NOW)|MORE(?=LOOSE))?(?P<w>NOW|LOOSE)", now),
    rule("date.reference", r"THE(?P<w>LAST|THIS|LOOSE)", reference),
    rule("date.reference", r"THE OTHER(?P<w>LOOSE)", reference),
    rule("date.reference", r"(?P<w>THIS|LOOSE|NEXT|LAST)(?P<u>UNITS)", loose_units),
)
