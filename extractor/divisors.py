"""What a value is divided by: `a barrel`, `per share`, `/month`, `each year`, as the unit's singular."""
import re

from extractor.singulars import singular

_kinds = r"(?P<kind>short|long|troy|square|cubic|nautical|imperial|gross|metric) (?=[^\W\d_]+(?!\w))"
PER = re.compile(
    rf"(?: ?/ ?|[ -]per[ -])(?:(?:one|single|average|common|ordinary|equity|diluted|full) |{_kinds})?(?P<unit>[^\W\d_]+)(?!\w)")
EACH = re.compile(rf"[ -](?:an?|each|every)[ -](?:(?:common|ordinary|equity|single) |{_kinds})?(?P<unit>[^\W\d_]+)(?!\w)"
                  r"(?! (?:ago|earlier|later|before|after|from now|since|previously|prior)\b)")
# Past what it is an amount of: `9,000 tonnes of malt a year`.
OF_EVERY = re.compile(r" of (?:[a-z-]+ ){1,3}(?:an?|per|each|every) (?P<unit>second|minute|hour|day|night|week|month|quarter|year)\b"
                      r"(?! (?:ago|earlier|later|before|after)\b)")
PHRASE_END = re.compile(r"[.,;:)]|$| (?:in|on|at|for|from|to|of|and|or|but|after|before|by|with|as|than|when|while|last|this|which|compared"
                        r"|versus|against|plus|now|more|less|up|down)\b")
TIMES = frozenset("millisecond second minute hour day week month quarter year decade century night season semester term".split())
ABBREVIATED = {"sec": "second", "s": "second", "min": "minute", "hr": "hour", "h": "hour", "d": "day", "wk": "week", "mo": "month",
               "yr": "year", "annum": "year", "ms": "millisecond", "diem": "day", "lb": "pound", "kg": "kilogram", "bbl": "barrel",
               "oz": "ounce", "kwh": "kilowatt hour", "mwh": "megawatt hour", "gwh": "gigawatt hour",
               "mmbtu": "mega british thermal unit", "km": "kilometre", "ha": "hectare", "hl": "hectolitre", "gj": "gigajoule",
               "mcf": "thousand cubic feet", "ft": "foot", "sqft": "square foot"}
# Things that amounts and measures are given by, after `a` and `an`.
THINGS = frozenset("""share barrel ounce ton tonne gallon litre liter pound kilo kilogram kilometre kilometer bushel head person pop
    piece unit game copy ticket acre hectare page mile word dose seat room bottle pack packet plate shot bale carat student pupil
    household family vehicle car passenger passport bag box case can carton dozen employee worker customer user subscriber visit ride
    trip item glass cup pint tablet pill kilowatt-hour therm bed container cow child vote serving spot minute message call lesson class
    session round match play lap visitor member adult couple hand roll sheet square foot yard inch metre meter thousand hundred
    million""".split())
AFTER_ARTICLE = TIMES | THINGS
OPENINGS = frozenset({" /", " p", "-p", " a", "-a", " e", "-e", " o"})   # the first two characters of what divides, a slash aside


def divisor(text: str, end: int, limit: int, anything: bool = False) -> str | None:
    """The unit that a value ending at `end` is divided by, in the singular, None where nothing divides it.

    With `anything`, what follows an article may be any thing at the end of its phrase: `Rs 500 a quintal on paddy`.
    """
    if text[end:end + 2] not in OPENINGS and not text.startswith("/", end):
        return None
    match = PER.match(text, end, limit)
    if match is not None:
        unit = match.group("unit")
        return _kind(match, ABBREVIATED.get(unit.lower()) or singular(unit.lower()))
    match = EACH.match(text, end, limit)
    if match is None:
        amount = OF_EVERY.match(text, end, limit) if text.startswith(" of ", end) else None
        return amount["unit"].lower() if amount else None
    if match.group("unit").lower() not in AFTER_ARTICLE and not (anything and PHRASE_END.match(text, match.end(), limit)):
        return None
    return _kind(match, match.group("unit").lower())


def _kind(match: "re.Match[str]", unit: str) -> str:
    """A unit with the word that tells it from others of its name: `short ton`, `square foot`; a metric ton is a tonne."""
    kind = match.group("kind")
    if kind == "metric":
        return "tonne" if unit in ("ton", "tonne") else unit
    return f"{kind} {unit}" if kind else unit
