"""The words of time: every word that the grammar knows, its class and its value.

A class is a name in capitals (`MONTH`, `UNIT`); `code` gives it one character, so that a sentence becomes a string of
classes over which the grammar's rules are ordinary regular expressions.
"""
import string
from decimal import Decimal

from extractor.numerals import ORDINALS, SCALES, TENS, UNITS

CLASSES = ("OTHER MONTH MAYBE WDAY WDAYS WDAB SEASON FALL UNIT UNITS SECOND PART PARTS NIGHTLY REL NUMW ART VAGUE ORD DECADE LAST NEXT THIS THAT SAME "
           "THE POSS EDGE EARLY EARLIER AGO BEFORE AFTER HENCE APX MORE LESS THAN AT LEAST UP TO AND OR OF IN ON FROM BETWEEN FOR EVERY "
           "COMMA HYPH SLASH FISCAL PERIOD OLD PRESENT PAST FUTURE HALF FOLLOW LATEST AMPM ZONE OCLOCK CLOCK ISO NUMDATE OWN SCHOOL ADJ "
           "D12 D24 D31 DN DEC YEAR SHORT HOLIDAY EDITION OFTEN ALMOST TIMES AS SO ENDED COLON GMT NO DAYS ERA RIGHT THOSE LATTER ALL ANOTHER LONG LATER OPEN CLOSE TERM "
           "SOME MUCH PER NOW QUARTERCODE HALFCODE OTHERW CIRCA ONE EXACT END").split()
CODES = {name: symbol for name, symbol in zip(CLASSES, string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100))), strict=False)}
# Classes that rules name together.
GROUPS = {
    "DAY": ("D12", "D24", "D31"), "HOUR": ("D12", "D24"), "DAYNUM": ("D12", "D24", "D31", "ORD", "SECOND"),
    "NUM": ("D12", "D24", "D31", "DN", "DEC", "YEAR", "NUMW", "ONE"), "ANYUNIT": ("UNIT", "UNITS", "SECOND"), "JOIN": ("HYPH", "TO", "OR"),
    "ORDS": ("ORD", "SECOND"), "DET": ("THE", "POSS"), "SHIFT": ("LAST", "NEXT", "THIS", "FOLLOW"), "YEARS": ("YEAR", "SHORT"),
    "ANYYEAR": ("YEAR", "SHORT", "DN", "D12", "D24", "D31"), "MODER": ("AFTER", "BEFORE"),
}

MONTH_NAMES = "january february march april may june july august september october november december".split()
WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
UNIT_NAMES = {"second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "week": "week", "month": "month",
              "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "century": "century", "millennium": "millennium",
              "weekend": "weekend", "fortnight": "fortnight"}
PLURALS = {name + "s": unit for name, unit in UNIT_NAMES.items()} | {"centuries": "century", "millennia": "millennium"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "dawn": "TDW",
         "daybreak": "TDW", "sunrise": "TDW", "dusk": "TEV", "sunset": "TEV", "overnight": "TNI", "noontime": "T12:00", "lunchtime": "TMI", "nighttime": "TNI",
         "daytime": "TDT", "midmorning": "TMO", "midafternoon": "TAF"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "springtime": "SP", "summertime": "SU", "wintertime": "WI"}
ZONES = "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet ist jst aest hkt msk et pt ct z zulu".split()

WORDS: dict[str, tuple[str, object]] = {}


def _add(name: str, words: "dict[str, object] | str") -> None:
    values = dict.fromkeys(words.split(), None) if isinstance(words, str) else words
    for word, value in values.items():
        WORDS[word] = (name, word if value is None else value)


_add("MONTH", {name: i for i, name in enumerate(MONTH_NAMES, 1)})
_add("MONTH", {name[:3]: i for i, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9})
_add("MAYBE", {"may": 5, "march": 3, "mar": 3})
_add("WDAY", {name: i for i, name in enumerate(WEEKDAY_NAMES, 1)})
_add("WDAYS", {name + "s": i for i, name in enumerate(WEEKDAY_NAMES, 1)})
_add("WDAB", {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7})
_add("UNIT", UNIT_NAMES)  # type: ignore[arg-type]
_add("UNITS", PLURALS)  # type: ignore[arg-type]
_add("SECOND", {"second": "second"})
_add("PART", PARTS)  # type: ignore[arg-type]
_add("PARTS", {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"})
_add("SEASON", SEASONS)  # type: ignore[arg-type]
_add("FALL", {"fall": "FA", "spring": "SP"})
_add("REL", {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0})
_add("NUMW", {word: value for table in (UNITS, TENS, SCALES) for word, value in table.items()})
_add("ONE", {"one": Decimal(1)})
_add("ART", {"a": Decimal(1), "an": Decimal(1)})
_add("VAGUE", "several few many couple dozens numerous countless")
_add("SOME", "some")
_add("RIGHT", "right")
_add("ALL", "all")
_add("ANOTHER", "another")
_add("ORD", {word: int(value) for word, value in ORDINALS.items() if value < 100 and word != "second"})
_add("DECADE", {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90})
_add("LAST", "last past previous preceding prior")
_add("NEXT", "next coming upcoming")
_add("FOLLOW", "following subsequent ensuing")
_add("THIS", "this current these present")
_add("THAT", "that")
_add("THOSE", "those")
_add("SAME", "same")
_add("THE", "the")
_add("POSS", "its his her their our my your whose")
_add("EDGE", {"beginning": "start", "start": "start", "end": "end", "middle": "mid", "close": "end", "midst": "mid", "turn": "start", "outset": "start"})
_add("EARLY", {"early": "start", "late": "end", "mid": "mid"})
_add("EARLIER", {"earlier": "earlier"})
_add("LATER", {"later": "later"})
_add("AGO", "ago")
_add("BEFORE", "before")
_add("AFTER", "after")
_add("HENCE", "hence")
_add("APX", {"about": "approximately", "around": "approximately", "nearly": "approximately", "almost": "approximately", "roughly": "approximately",
             "approximately": "approximately", "over": "more_than", "under": "less_than"})
_add("CIRCA", "circa ca")
_add("MORE", "more longer")
_add("LESS", "less fewer shorter")
_add("THAN", "than")
_add("NO", "no not")
_add("LATTER", "latter second-half")
_add("AT", "at")
_add("LEAST", {"least": "at_least", "most": "at_most"})
_add("UP", "up")
_add("TO", "to through until till thru")
_add("AND", "and &")
_add("OR", "or")
_add("OF", "of")
_add("IN", "in during within throughout into")
_add("ON", "on")
_add("FROM", "from")
_add("BETWEEN", "between")
_add("FOR", "for since by")
_add("EVERY", "each every")
_add("COMMA", ",")
_add("HYPH", "- – — ‑ −")
_add("SLASH", "/")
_add("OPEN", "( [")
_add("CLOSE", ") ]")
_add("FISCAL", "fiscal fy")
_add("PERIOD", "period periods")
_add("OLD", "old olds age")
_add("AMPM", {"a.m": "am", "p.m": "pm", "am": "am", "pm": "pm"})
_add("ZONE", " ".join(ZONES))
_add("OCLOCK", "o'clock o’clock")
_add("OWN", "'s ’s ' ’")
_add("SCHOOL", "school academic season")
_add("ADJ", "full consecutive straight additional extra whole business working trading calendar solid successive entire complete short lengthy")
_add("HALF", "half halves")
_add("LATEST", "latest most-recent comparable corresponding")
_add("NOW", "now nowadays currently")
_add("OTHERW", "recently recent lately soon future")
_add("OFTEN", {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D",
               "biweekly": "P2W", "bimonthly": "P2M", "biannually": "P6M", "semiannually": "P6M", "fortnightly": "P2W", "weekdays": "P1D"})
_add("TIMES", "once twice thrice times time")
_add("AS", "as")
_add("MUCH", "many much little")
_add("SO", "so")
_add("ENDED", "ended ending ends")
_add("ERA", {"bc": "BC", "bce": "BC", "b.c": "BC", "b.c.e": "BC", "ad": "", "a.d": "", "ce": ""})
_add("TERM", "term")
_add("PER", "per")
_add("LONG", "long")

ABBREVIATED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ca yr yrs hr hrs min sec".split())
# A sentence without one of these, and without a figure that could be a year, a clock or a decade, holds no time.
TRIGGERS = frozenset(word for word, (name, _) in WORDS.items() if name in (
    "MONTH MAYBE WDAY WDAYS WDAB SEASON FALL UNIT UNITS SECOND PART PARTS REL DECADE NOW OTHERW OFTEN AMPM ISO OCLOCK AGO FISCAL ERA").split()) | frozenset(
    "past present christmas easter thanksgiving halloween ramadan hanukkah passover diwali fy time times juneteenth valentine new period nineteen eighteen".split())
