"""The words of time: every word that the grammar knows, with its class and its value.

A class is a name in capitals (`MONTH`, `UNIT`); `CODES` gives each one character, so that a sentence becomes a string of
classes over which the grammar's rules are ordinary regular expressions.
"""
import string
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from extractor.numerals import ORDINALS, SCALES, TENS, UNITS

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
UNIT_NAMES = {"second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
              "week": "week",
              "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade", "century": "century",
              "millennium": "millennium", "weekend": "weekend", "fortnight": "fortnight"}
PLURALS = {name + "s": unit for name, unit in UNIT_NAMES.items()} | {"centuries": "century", "millennia": "millennium"}
PARTS = {"morning": "TMO", "midmorning": "TMO", "afternoon": "TAF", "midafternoon": "TAF", "evening": "TEV", "dusk": "TEV", "sunset": "TEV",
         "night": "TNI", "nighttime": "TNI", "overnight": "TNI", "dawn": "TDW", "daybreak": "TDW", "sunrise": "TDW", "daytime": "TDT",
         "noon": "T12:00", "midday": "T12:00", "noontime": "T12:00", "lunchtime": "TMI", "midnight": "T24:00"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "springtime": "SP", "summertime": "SU",
           "wintertime": "WI"}
REPEATED = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
            "bimonthly": "P2M",
            "quarterly": "P3M", "semiannually": "P6M", "biannually": "P6M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
            "weekdays": "P1D"}

# Each class with its words: a string where a word is its own value, else a table of values.
VOCABULARY: tuple[tuple[str, str | Mapping[str, Any]], ...] = (
    ("MONTH", {short: number for number, name in enumerate(MONTHS, 1) for short in (name, name[:3])} | {"sept": 9}),
    ("MAYBE", {"may": 5, "march": 3, "mar": 3}),    # months only where what stands beside them says so
    ("WDAY", {name: number for number, name in enumerate(WEEKDAYS, 1)}),
    ("WDAYS", {name + "s": number for number, name in enumerate(WEEKDAYS, 1)}),
    ("WDAB", {"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}),
    ("UNIT", UNIT_NAMES), ("UNITS", PLURALS), ("SECOND", {"second": "second"}),
    ("PART", PARTS), ("PARTS", {"mornings": "TMO", "afternoons": "TAF", "evenings": "TEV", "nights": "TNI"}),
    ("SEASON", SEASONS), ("FALL", {"fall": "FA", "spring": "SP"}),
    ("REL", {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}),
    ("NUMW", UNITS | TENS | SCALES), ("ONE", {"one": Decimal(1)}), ("ART", {"a": Decimal(1), "an": Decimal(1)}),
    ("VAGUE", "several few many couple dozens numerous countless"), ("SOME", "some"),
    ("ORD", {word: int(value) for word, value in ORDINALS.items() if value < 100 and word != "second"}),
    ("DECADE", {word: 10 * tens for tens, word in enumerate(DECADES, 2)}),
    ("LAST", "last past previous preceding prior"), ("LATTER", "latter"), ("NEXT", "next coming upcoming"),
    ("FOLLOW", "following subsequent ensuing"), ("THIS", "this current these present"), ("THAT", "that"), ("THOSE", "those"), ("SAME",
    "same"),
    ("LATEST", "latest comparable corresponding"), ("THE", "the"), ("POSS", "its his her their our my your whose"),
    ("ALL", "all"), ("ANOTHER", "another"), ("EVERY", "each every"), ("PER", "per"),
    ("EDGE", {"beginning": "start", "start": "start", "outset": "start", "turn": "start", "middle": "mid", "midst": "mid", "end": "end",
              "close": "end"}),
    ("EARLY", {"early": "start", "mid": "mid", "late": "end"}),
    ("BEYOND", {"post": "after", "pre": "before"}), ("EARLIER", "earlier"), ("LATER", "later"), ("AGO", "ago"),
    ("HENCE", "hence"), ("BEFORE", "before"), ("AFTER", "after"), ("ENDED",
    "ended ending"),
    ("APX", dict.fromkeys("about around nearly almost roughly approximately".split(), "approximately")
            | {"over": "more_than",
    "under": "less_than"}),
    ("CIRCA", "circa ca c"), ("MORE", "more longer"), ("LESS", "less fewer shorter"), ("THAN", "than"), ("NO", "no not"), ("AT", "at"),
    ("LEAST", "least most"), ("UP", "up"), ("AS", "as"), ("MUCH", "much little"), ("SO", "so"), ("RIGHT", "right"),
    ("TO", "to through until till thru"), ("AND", "and &"), ("OR", "or"), ("OF", "of"), ("IN", "in during within throughout into"),
    ("ON", "on"),
    ("FROM", "from"), ("BETWEEN", "between"), ("FOR", "for since by"),
    ("COMMA", ","), ("HYPH", "- – — ‑ −"), ("SLASH", "/"), ("OPEN", "( ["), ("OWN", "'s ’s ' ’"),
    ("FISCAL", "fiscal financial fy"), ("SCHOOL", "school academic season"), ("PERIOD", "period periods"),
    ("OLD", {"old": "", "olds": "", "age": "age", "aged": "age", "ages": "age"}), ("HALF",
    {"half": "half", "halves": ""}),
    ("AMPM", {"a.m": "am", "p.m": "pm", "am": "am", "pm": "pm"}), ("OCLOCK", "o'clock o’clock"), ("LONG", "long"),
    ("ZONE", "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet ist jst aest hkt msk et pt ct zulu"),
    ("ADJ", "full single consecutive straight additional extra whole business working trading calendar solid successive entire complete "
            "short lengthy"),
    ("NOW", "now nowadays currently"), ("LOOSE", "recently recent lately soon future"),
    ("OFTEN", REPEATED), ("TIMES", "once twice thrice times time"),
    ("ERA", {"bc": "BC", "bce": "BC", "b.c": "BC", "b.c.e": "BC", "ad": "", "a.d": "", "ce": ""}),
)
# Classes that the lexer gives by a word's form.
FORMS = "OTHER NONE D12 D24 D31 DN DEC YEAR SHORT CLOCK ISO NUMDATE EDITION QUARTERCODE HOLIDAY".split()
SYMBOLS = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100)))
CODES = dict(zip([*FORMS, *(name for name, _ in VOCABULARY)], SYMBOLS, strict=False))
# Classes that rules name together.
GROUPS = {
    "DAY": ("D12", "D24", "D31"), "DAYNUM": ("D12", "D24", "D31", "ORD", "SECOND"), "HOUR": ("D12", "D24"), "ORDS": ("ORD", "SECOND"),
    "NUM": ("D12", "D24", "D31", "DN", "DEC", "YEAR", "NUMW", "ONE"), "DET": ("THE", "POSS"), "YEARS": ("YEAR", "SHORT"),
    "ANYYEAR": ("YEAR", "SHORT", "DN", "D12", "D24", "D31"), "MONTHLIKE": ("MONTH",), "ANY": ("UNIT", "UNITS"),
}
WORDS: dict[str, tuple[str, Any]] = {}
for _name, _words in VOCABULARY:
    for _word, _value in (_words.items() if not isinstance(_words, str) else zip(_words.split(), _words.split(), strict=True)):
        WORDS[_word] = (_name, _value)

ABBREVIATED = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun ca c yr "
                        "yrs hr hrs min sec".split())
# A sentence without one of these, and without a figure that could be a year, a clock time or a decade, holds no time.
TRIGGER_CLASSES = frozenset("MONTH MAYBE WDAY WDAYS WDAB SEASON FALL UNIT UNITS SECOND PART PARTS REL DECADE NOW LOOSE "
                            "OFTEN AMPM OCLOCK AGO FISCAL ERA PERIOD".split())
TRIGGERS = frozenset(word for word, (name, _) in WORDS.items() if name in TRIGGER_CLASSES) | frozenset(
    "past present eighteen nineteen christmas easter thanksgiving halloween juneteenth epiphany pentecost".split())
