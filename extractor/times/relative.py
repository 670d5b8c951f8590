"""Rules for times counted from another: `yesterday`, `last year`, `three weeks ago`, `a year earlier`, `now`."""
from decimal import Decimal

from extractor.times.lengths import APPROX, QUANTITY, amount
from extractor.times import timex
from extractor.times.readings import Deictic, Length, Reading, Reference
from extractor.times.rules import Match, Rule, rule

COUNT = {"LAST": -1, "NEXT": 1, "THIS": 0, "FOLLOW": 1, "THAT": 0, "SAME": 0}
SPOKEN = frozenset("previous preceding prior following subsequent ensuing that same those".split())
CALENDAR_UNITS = frozenset("day week month quarter year decade century millennium weekend season".split())


def day(match: Match) -> Reading | None:
    """`yesterday`, `tomorrow night`, `tonight`."""
    lexeme = match.get("rel")
    assert lexeme is not None
    before, after = match.before(), match.after()
    if lexeme.capital and before is not None and before.capital and before.name == "OTHER" and match.first > 1 or after and after.text in ("show", "programme"):
        return None
    part = "TNI" if lexeme.text == "tonight" else str(match.value("part") or "")
    count = match.number("rel") or 0
    return Deictic("day", count + {"": 0, "before": -1, "after": 1}[match.text("beyond")], time=part)


def part(match: Match) -> Reading | None:
    """A part of a day told by its place: `last night`, `this morning`, `the next evening`."""
    word, when = match.text("which"), str(match.value("part"))
    if len(when) > 3:
        return None
    name = match.get("which").name  # type: ignore[union-attr]
    if word in ("last", "past"):
        return Deictic("day", -1, time=when)
    spoken = word in SPOKEN or name == "NEXT"
    return Deictic("day", COUNT[name], "spoken" if spoken else "article", time=when)


def unit(match: Match) -> Reading | None:
    """A period told by its place: `last year`, `this quarter`, `the following day`, `that same year`."""
    name, word = match.get("which").name, match.text("which")  # type: ignore[union-attr]
    what = str(match.value("u"))
    if what not in CALENDAR_UNITS or name == "SAME" and not match.has("the"):
        return None
    capital = match.get("u").capital and match.get("which").capital and match.lexemes[match.first].start  # type: ignore[union-attr]
    if word in ("these", "those") or capital and match.after() is not None and match.after().text in ("with", "in"):  # type: ignore[union-attr]
        return None
    if word == "past" and what in ("decade", "century"):
        return Length(timex.length(Decimal(1), what), what, number=Decimal(1))
    if what == "day" and name == "THIS":
        return Deictic("day", 0) if word == "this" and not match.has("the") else None
    anchor = "spoken" if word in SPOKEN or what == "day" and name in ("NEXT", "FOLLOW") else "article"
    return Deictic(what, COUNT[name], anchor, fiscal=match.has("fiscal"), noun=word)


def the_unit(match: Match) -> Reading | None:
    """`the quarter`, `the year`, `the latest quarter`: the one that the text speaks of."""
    what = str(match.value("u"))
    latest, fiscal = match.has("latest"), match.has("fiscal")
    after = match.after()
    if what == "period":
        return Deictic("quarter", 0, "spoken", noun="latest") if latest else None
    if what not in ("quarter", "year", "week", "month", "weekend", "decade", "century"):
        return None
    if match.lexemes[match.first].name == "POSS" and not latest and not fiscal:
        return None
    if not latest and after is not None and (after.name in ("HYPH", "OWN", "BEFORE", "AFTER", "AGO", "UNIT", "EARLIER") or after.name == "OF" or after.text in ("that", "when", "its", "his")):
        return None
    return Deictic(what, 0, "spoken", fiscal=fiscal, noun="latest" if latest else "the")


def neighbour(match: Match) -> Reading | None:
    """`the year before`, `the day after`; `the day before yesterday` is another rule's."""
    what = str(match.value("u"))
    after = match.after()
    if what not in ("day", "week", "month", "quarter", "year", "century", "decade", "weekend"):
        return None
    if match.has("last"):
        return Deictic(what, -2 if match.text("last") == "last" else 2)
    if after is not None and after.text not in (".", ",", ";", ":", "?", "!", ")", "and", "to", "but", "”", "\"", "-", "—"):
        return None
    return Deictic(what, 1 if match.get("dir").name == "AFTER" else -1, "spoken", noun="before")  # type: ignore[union-attr]


def ago(match: Match) -> Reading | None:
    """A length and a direction: `three weeks ago`, `a year earlier`, `two days later`."""
    length = amount(match)
    if length is None:
        return None
    direction = match.get("dir")
    assert direction is not None
    after = match.after()
    if direction.name in ("BEFORE", "AFTER") and after is not None and after.text not in (".", ",", ";", ")", "and", "to", "but"):
        return None
    number = length.number
    back = direction.name in ("AGO", "EARLIER", "BEFORE")
    article = direction.name in ("AGO", "HENCE", "FROM")
    if direction.name == "LATER" and after is not None and after.text in ("this", "that", "in"):
        return None
    if number is None and length.low is None and not article:
        return Reference(timex.unknown(length.unit if length.unit in timex.RANK else "day"))
    whole = number if number is not None else length.low
    noun = "ago" if article else "earlier"
    if whole is None:
        return Reference("PAST_REF") if back else Reference("FUTURE_REF")
    if whole != int(whole) and length.unit == "year":
        return Deictic("month", int(-whole * 12 if back else whole * 12), "article" if article else "spoken", calendar=False, noun=noun)
    return Deictic(length.unit, int(-whole if back else whole), "article" if article else "spoken", calendar=False, noun=noun)


def long_ago(match: Match) -> Reading | None:
    """`months ago`: some time ago."""
    return Reference("PAST_REF")


def year_ago(match: Match) -> Reading | None:
    """`the year-ago quarter`, `a year-earlier loss`."""
    what = str(match.value("u"))
    if what not in CALENDAR_UNITS:
        return None
    return Deictic(what, -1, "spoken", calendar=False, noun="earlier")


def corresponding(match: Match) -> Reading | None:
    """`last year's quarter`, `the corresponding period last year`: the same period a year before."""
    if match.value("u") != "year" or match.has("qu") and match.value("qu") not in ("quarter", "period"):
        return None
    return Deictic("year", COUNT[match.get("which").name], "spoken", calendar=False, noun="quarter")  # type: ignore[union-attr]


def now(match: Match) -> Reading | None:
    """`now`, `recently`, `the future`: times with no days."""
    before = match.before()
    word = match.text("w")
    if word in ("now", "nowadays", "currently"):
        after = match.after()
        if word == "now" and after is not None and (after.text == "that" or after.name == "HYPH" and not after.gap):
            return None
        return Reference("PRESENT_REF") if not (before and before.name == "HYPH") else None
    if word in ("recently", "lately"):
        return Reference("PAST_REF")
    after = match.after()
    if word == "future" and not (before and before.name in ("IN", "THE", "EARLY") or before and before.text == "near"):
        return None
    if word == "recent":
        return None
    if word == "soon" and (before and before.text in ("as", "too", "how") or after and after.text in ("after", "as")) or word == "shortly":
        return None
    if word == "future" and after and after.text in ("contract", "contracts", "exchange", "market"):
        return None
    return Reference("FUTURE_REF")


def the_past(match: Match) -> Reading | None:
    """`the past`, `the future`, `the present` as nouns: not `the past two years`, `the present law`."""
    after = match.after()
    word = match.text("w")
    if word not in ("past", "future", "present"):
        return None
    if after is not None and after.name in ("OTHER", "NUM", "VAGUE", "UNIT", "UNITS", "ORD", "D12", "D24", "D31", "DN", "NUMW", "SCHOOL", "HALF", "SEASON", "PERIOD", "OF"):
        if word != "future" and not (match.before() and match.before().name == "IN" and after.name == "OTHER") and not (after.name == "OTHER" and (not after.text[0].isalpha() or after.text in ("is", "was", "has", "were", "are"))):
            return None
        if word == "future" and after.name == "OF":
            return None
    return Reference({"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[word])


def near_future(match: Match) -> Reading | None:
    """`the near future`, `the not-too-distant future`."""
    return Reference("FUTURE_REF") if match.text("w") == "future" and match.lexemes[match.first + 1].text in ("near", "immediate", "foreseeable", "distant") else None


def days_ref(match: Match) -> Reading | None:
    """`these days`, `recent years`, `coming months`: no days are meant."""
    word = match.text("w")
    if word == "these":
        return Reference("PRESENT_REF") if match.value("u") == "day" else None
    return Reference("PAST_REF" if word in ("recent", "past", "previous") else "FUTURE_REF")


def time_ref(match: Match) -> Reading | None:
    """`at the moment`, `at this time`: now."""
    return Reference("PRESENT_REF")


def year_end(match: Match) -> Reading | None:
    """`year-end`, `month's end`: the period, with its end for modifier."""
    what = str(match.value("u"))
    if what not in ("year", "month", "week", "quarter") or match.text("e") != "end" or match.text("u").endswith("s"):
        return None
    after = match.after()
    return None if after is not None and after.name == "OF" else Deictic(what, 0, "article", noun="end")


RULES: tuple[Rule, ...] = (
    rule("date.year_end", r"(?:THE)?(?P<u>UNIT)(?:HYPH|OWN)?(?P<e>EDGE)", year_end),
    rule("date.day", r"(?P<rel>REL)(?P<part>PART)?", day),
    rule("date.day", r"(?:EARLY HYPH?)?(?P<part>PART)(?P<rel>REL)", day),
    rule("date.day", r"(?:THE UNIT(?P<beyond>BEFORE|AFTER))(?P<rel>REL)(?P<part>PART)?", day),
    rule("date.part", r"(?:DET(?=LAST|NEXT|FOLLOW|SAME))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)SAME?(?P<part>PART)", part),
    rule("date.unit", r"(?P<the>DET(?=LAST|NEXT|FOLLOW|SAME|THIS))?(?P<which>LAST|NEXT|THIS|FOLLOW|THAT|SAME)SAME?(?:ADJ)?(?P<fiscal>FISCAL|SCHOOL)?(?P<u>UNIT)(?:OR SO)?", unit),
    rule("date.the_unit", r"DET(?P<latest>LATEST)?(?:ADJ)?(?P<fiscal>FISCAL)?(?P<u>UNIT|PERIOD)", the_unit),
    rule("date.neighbour", r"THE(?P<u>UNIT)(?P<dir>BEFORE|AFTER|EARLIER)", neighbour),
    rule("date.neighbour", r"THE(?P<u>UNIT)(?P<dir>BEFORE|AFTER)(?P<last>LAST|NEXT)", neighbour),
    rule("date.ago", rf"{APPROX}?{QUANTITY}(?:ADJ)?(?:OR SO)?(?P<dir>AGO|EARLIER|LATER|BEFORE|AFTER|HENCE)", ago),
    rule("date.ago", r"UNITS AGO", long_ago),
    rule("date.from_now", rf"{QUANTITY}(?P<dir>FROM)NOW", ago),
    rule("date.year_ago", r"(?:(?:DET|ART)(?=LATEST|UNIT HYPH(?:AGO|EARLIER)(?:FISCAL)?(?:UNIT|PERIOD)))?(?:LATEST)?(?P<u>UNIT)HYPH(?:AGO|EARLIER)(?:FISCAL)?(?:UNIT|PERIOD)?", year_ago),
    rule("date.corresponding", r"(?P<which>LAST|NEXT|THIS)(?P<u>UNIT)OWN(?P<qu>UNIT|PERIOD)", corresponding),
    rule("date.corresponding", r"THE(?:SAME|LATEST)(?P<qu>PERIOD|UNIT)(?:OF|IN|COMMA)?(?P<which>LAST|NEXT|THIS|THAT)(?P<u>UNIT)", corresponding),
    rule("date.now", r"(?:RIGHT(?=NOW)|MORE(?=OTHERW))?(?P<w>NOW|OTHERW)", now),
    rule("date.reference", r"THE OTHER(?P<w>OTHERW)", near_future),
    rule("date.reference", r"THE(?P<w>LAST|THIS|OTHERW)", the_past),
    rule("date.reference", r"(?P<w>THIS)(?P<u>UNITS)", days_ref),
    rule("date.reference", r"(?P<w>OTHERW|NEXT|LAST)(?P<u>UNITS)", days_ref),
)
