"""Units of measure after a number: the only door to quantulum3, whose unit table names them.

quantulum3's values are not to be trusted and its import takes over a second, so only its table is used: the JSON file
in the installed package, read once. Plurals, SI prefixes, powers (`m2`), quotients (`µg/m3`, `miles per gallon`) and
surfaces of the news that it lacks (`hectare`, `bhp`, `mpg`) are added here.
"""
import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

PREFIXES = {"Y": "yotta", "Z": "zetta", "E": "exa", "P": "peta", "T": "tera", "G": "giga", "M": "mega", "k": "kilo",
            "h": "hecto", "da": "deca", "d": "deci", "c": "centi", "m": "milli", "µ": "micro", "n": "nano", "p": "pico",
            "f": "femto", "a": "atto", "z": "zepto", "y": "yocto"}
# Durations are times; shares and currencies have kinds of their own.
OTHER_KINDS = frozenset({"dimensionless", "currency", "time"})
# Surfaces that news uses for other things far more often than for the unit.
EVERYDAY = frozenset("""span league shake quarter ell drop pond candle dots pel rad gal quad kip tex bar gray tesla henry
    curie maxwell stokes weber turn faraday franklin langley darcy galileo quartet tetrad nit thermie bary gaj micron
    siemens mole pack gauss stere ton-force peck baud""".split())
# What the table lacks, as news writes it: name → surfaces and symbols.
MORE_SURFACES = {
    "hectare": ["hectare"], "kilogram": ["kilo"], "nautical mile": ["nautical mile"], "stone": ["stone"], "megaton": [],
    "brake horsepower": ["brake horsepower"], "degree celsius": ["degree celsius", "celsius", "celcius", "degree celcius", "degree c",
        "deg c", "degree centigrade", "centigrade"],
    "degree fahrenheit": ["degree fahrenheit", "fahrenheit", "farenheit", "degree farenheit", "degree f", "deg f"],
    "degree": ["degree", "deg"], "pound-foot": ["pound-foot", "pound foot"], "kilowatt hour": ["kilowatt hour"],
    "megawatt hour": ["megawatt hour"], "gigawatt hour": ["gigawatt hour"], "terawatt hour": ["terawatt hour"],
    "tonne": ["metric ton", "metric tonne"], "milligal": ["milligal"], "mile per hour": ["mile an hour"],
    "kilometre per hour": ["kilometre an hour", "kilometer an hour", "kilometres-per-hour"], "ton": ["ton", "us ton"],
    "megaparsec": ["megaparsec"], "parsec": ["parsec"], "basketweight": [], "cubic metre": ["cubic metre", "cubic meter"],
    "square kilometre": ["square kilometre", "square kilometer"], "acre foot": ["acre-foot", "acre foot"], "light-year": ["light year"],
    "terabyte": ["terabyte"], "decibel": ["decibel"], "barrel": ["barrel"], "micrometre": ["micron", "micrometre", "micrometer"],
    "millilitre": ["millilitre", "milliliter"], "dot per inch": ["dot per inch"], "mile per gallon": ["mile per gallon", "mile to the gallon"],
    "megatonne": ["megatonne"], "gigatonne": ["gigatonne"], "pound per square inch": ["pound per square inch"],
    "watt hour": ["watt hour"], "foot pound-force": ["foot-pound", "foot pound"], "square foot": ["square foot"],
}
MORE_SYMBOLS = {
    "degree celsius": ["°C", "ºC", "° C", "℃", "° Celsius", "°Celsius", "º Celsius"], "degree fahrenheit": ["°F", "ºF", "° F", "℉", "° Fahrenheit"],
    "degree": ["°", "º", "deg", "degs"], "brake horsepower": ["bhp", "BHP"], "horsepower": ["HP", "hp", "PS", "ps", "cv"],
    "mile per hour": ["mph", "MPH", "mi/h"], "kilometre per hour": ["kph", "km/h", "kmh", "kmph", "km/hr", "KPH", "kmp/h", "km/hour"],
    "megawatt hour": ["MWh"], "gigawatt hour": ["GWh"], "terawatt hour": ["TWh"], "watt hour": ["Wh"], "kilowatt hour": ["kWh", "kwh", "KWh", "KWH"],
    "square foot": ["sq ft", "sq. ft.", "sq. ft", "sqft", "ft2", "ft²", "sq feet", "sq foot"], "square metre": ["sq m", "sqm", "sq. m", "sq. m.", "m2", "m²", "sq metres", "sq meters"],
    "square kilometre": ["sq km", "sq. km", "sqkm", "km2", "km²", "sq. km."], "square mile": ["sq mi", "sq miles", "sq. miles"],
    "square centimetre": ["cm2", "cm²", "sq cm"], "square millimetre": ["mm2", "mm²"], "cubic metre": ["m3", "m³", "cu m", "cbm"],
    "cubic centimetre": ["cc", "cm3", "cm³", "ccm"], "cubic kilometre": ["km3", "km³"], "cubic foot": ["cu ft", "cu. ft.", "ft3", "ft³"],
    "millilitre": ["ml", "mL"], "microlitre": ["µl", "µL", "μl", "μL"], "mile per gallon": ["mpg", "MPG"], "litre": ["L", "l", "ltr"],
    "foot pound-force": ["lb-ft", "lb ft", "lb.-ft.", "ft-lb", "ft lb", "lbft", "ft-lbs", "lb·ft"], "newton metre": ["Nm", "N·m", "N-m"],
    "microgram": ["µg", "μg", "mcg", "ug"], "micrometre": ["µm", "μm", "um"], "microsecond": [], "megahertz": ["MHz", "Mhz"],
    "gigahertz": ["GHz", "Ghz", "ghz"], "kilohertz": ["kHz", "KHz"], "gigabyte": ["GB", "Gb", "gb"], "megabyte": ["MB", "mb"], "kilobyte": ["kB", "KB", "kb"],
    "terabyte": ["TB", "tb"], "megabit per second": ["Mbps", "mbps", "Mbit/s", "Mb/s"], "gigabit per second": ["Gbps", "gbps", "Gbit/s", "Gb/s"],
    "kilogram": ["kg", "kgs", "Kg", "KG"], "pound-mass": ["lb", "lbs", "lb.", "lbs."], "ounce": ["oz", "oz."], "inch": ["in.", "ins", '"', "″", "”"],
    "foot": ["ft", "ft."], "yard": ["yd", "yds", "yd."], "mile": ["mi", "mi."], "kilometre": ["km", "kms", "KM", "Km", "km."], "metre": ["m", "mtr", "mtrs"],
    "milliampere-hour": ["mAh", "mah"], "parts-per-million": ["ppm"], "parts-per-billion": ["ppb"], "parts-per-trillion": ["ppt"], "pound per square inch": ["psi", "PSI"],
    "kilopound per square inch": ["ksi"], "tonne": ["t"], "degree kelvin": [], "decibel": ["dB", "db", "dBA"], "nautical mile": ["nm", "nmi"],
    "metre per second": ["m/s", "mps"], "kilometre per second": ["km/s"], "barrel per day": ["bpd", "b/d", "bbl/d"], "million barrel per day": ["mbpd"],
    "dot per inch": ["dpi"], "pixel per inch": ["ppi"], "frame per second": ["fps"], "revolutions per minute": ["rpm", "RPM"], "megapixel": ["MP"],
    "millisievert": ["mSv"], "microsievert": ["µSv"], "nanometre": ["nm"], "kelvin": ["K"], "knot": ["kt", "kts", "kn"],
}
# The table's symbols that are words or letters of other use in running text, dropped or read by `letter`.
UNSAFE = frozenset("""a A b B c C d F g G h H J K k l L m M N p P q R s S t T u V W y au AU ua UA in den sec min As at AT At am cd ct
    kat st St lea pt p. c. gr u Da a. Pa ac bu pk qr TR sb tf Ha ha lm sr rhe P e bar ' ′ ’ gal cal hs hm dam nt Fr es fur Fur ips DM dm em
    BF P. Gal Cal mas 'm re rd Ly is oz. lux tex nm MP PS cv ps Pt St. kt Gs Rd Mx Oe esu pp mfu Wb""".split())
SINGLE = {"m": "metre", "g": "gram", "W": "watt", "V": "volt", "L": "litre", "l": "litre", "N": "newton", "J": "joule", "A": "ampere",
          "C": "degree celsius", "F": "degree fahrenheit", "K": "kelvin", "t": "tonne", "in": "inch", "ha": "hectare", "dm": "decimetre",
          "Pa": "pascal", "B": "byte", "T": "tesla", "MP": "megapixel", "PS": "horsepower", "nm": "nanometre", "kt": "knot", "ct": "carat"}
SIZE = re.compile(r"[ ,]*(?:tall|long|wide|high|deep|thick|across|away|above|below|from|in (?:height|length|width|depth|diameter)|sprint|race|"
                  r"freestyle|butterfly|backstroke|breaststroke|hurdles|dash|relay|final|pool|tower|yacht|by|x|×|/|sea|resolution|radius|diameter|deep)\b"
                  r"|[)\].;:]|,\s|$|\s*(?:=|is equal)")
ALLOWED_SPACED = frozenset({"W", "V", "L", "l", "g", "N", "J", "K", "m", "ha", "t", "kt", "MP", "PS", "nm", "dm", "Pa", "ct", "C", "F", "A"})
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\.?|[^\w\s]")
AFTER = re.compile(r"[ \u00a0\u2009\u202f]{0,2}[-‑]?[(\[]?")
PER = re.compile(r"\s?/\s?|[ -]per[ -]| an? | each (?=\w)|-an?-")
LONGEST = 5   # words in a surface


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found in the text: where it ends, its quantulum3 name, and what it is divided by."""

    end: int
    name: str
    per: str | None = None


def plural(word: str) -> str:
    """The English plural of a unit's name, on its head (`foot` → `feet`, `inch` → `inches`)."""
    if word.endswith("foot"):
        return word[:-4] + "feet"
    if word.endswith(("ch", "x", "s", "sh", "tz")):
        return word if word.endswith(("tz", "s")) else word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def plurals(surface: str) -> set[str]:
    """A surface with its plurals: `mile per hour` gives `miles per hour`, `degree celsius` `degrees celsius`."""
    if " per " in surface or " an " in surface or " of " in surface or " to the " in surface:
        first, joint, rest = re.split(r"( per | an | of | to the )", surface, maxsplit=1)
        return {surface, plural(first) + joint + rest}
    found = {surface, plural(surface)}
    if surface.startswith(("degree ", "pound ")):
        head, rest = surface.split(" ", 1)
        found |= {plural(head) + " " + rest}
    return found


@cache
def table() -> tuple[dict[str, str], dict[str, str]]:
    """quantulum3's units as (surface in lower case → name, symbol → name)."""
    spec = find_spec("quantulum3")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("quantulum3 is not installed: pip install quantulum3")
    raw = json.loads(Path(spec.submodule_search_locations[0], "units.json").read_text(encoding="utf8"))
    surfaces: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for name, unit in raw.items():
        if unit["entity"] in OTHER_KINDS and not name.startswith("parts-per"):
            continue
        for prefix in ["", *unit.get("prefixes", [])]:
            full = PREFIXES.get(prefix, "") + name
            for surface in unit.get("surfaces", []):
                if surface.lower() not in EVERYDAY:
                    for form in plurals(PREFIXES.get(prefix, "") + surface.lower()):
                        surfaces.setdefault(form.replace("-", " "), full)
            for symbol in unit.get("symbols", []):
                if prefix + symbol not in UNSAFE and prefix != "f":
                    symbols.setdefault(prefix + symbol, full)
    for name, forms in MORE_SURFACES.items():
        for form in forms:
            surfaces.update(dict.fromkeys((p.replace("-", " ") for p in plurals(form)), name))
    for name, forms in MORE_SYMBOLS.items():
        symbols.update({form: name for form in forms if form not in UNSAFE})
    return surfaces, symbols


@cache
def openings() -> frozenset[str]:
    """The first words of all surfaces: what a word after a number must be to be looked up."""
    return frozenset(surface.split(" ")[0] for surface in table()[0])


@cache
def symbol_pattern() -> re.Pattern[str]:
    """All safe symbols, longest first, not followed by a letter or digit."""
    symbols = sorted(table()[1], key=lambda s: (-len(s), s))
    return re.compile("(?:" + "|".join(map(re.escape, symbols)) + r")(?![\w²³])")


@lru_cache(maxsize=4096)
def _surface(words: tuple[str, ...]) -> tuple[int, str] | None:
    """How many of the words are the longest surface that they begin with, and the unit's name."""
    surfaces = table()[0]
    for count in range(len(words), 0, -1):
        name = surfaces.get(" ".join(words[:count]))
        if name is not None:
            return count, name
    return None


def word_unit(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """A unit written out at `start` (`cubic metres`, `pound-feet`): its end and name."""
    words, ends, position = [], [], start
    while len(words) < LONGEST and (match := re.compile(r"[^\W\d_]+").match(text, position, limit)):
        words.append(match.group().lower())
        ends.append(match.end())
        if len(words) == 1 and words[0] not in openings():
            return None
        joint = re.compile(r"[ \u00a0-](?=[^\W\d_])|\. ?(?=[^\W\d_])").match(text, match.end(), limit)
        if joint is None:
            break
        position = joint.end()
    found = _surface(tuple(words)) if words else None
    return (ends[found[0] - 1], found[1]) if found else None


def letter(text: str, start: int, limit: int, spaced: bool) -> tuple[int, str] | None:
    """A one-letter symbol read by what stands around it: `1.8m tall`, `20C`, `5 W`; `5m people` is no metre."""
    match = re.compile(r"(?:in|ha|dm|Pa|MP|PS|nm|kt|ct|[mgWVLlNJACFKtBT])(?![\w²³'’&])").match(text, start, limit)
    if match is None:
        return None
    symbol = match.group()
    if spaced and symbol not in ALLOWED_SPACED:
        return None
    if symbol in ("m", "in", "t", "B", "T") and not SIZE.match(text, match.end(), limit):
        return None
    if spaced and symbol in ("A", "C", "F", "l", "t", "K", "N") and not SIZE.match(text, match.end(), limit):
        return None
    return match.end(), SINGLE[symbol]


def single(text: str, start: int, limit: int, spaced: bool) -> tuple[int, str] | None:
    """One unit at `start`, as symbol or in words, without what it is divided by."""
    match = symbol_pattern().match(text, start, limit)
    if match:
        return match.end(), table()[1][match.group()]
    return word_unit(text, start, limit) or letter(text, start, limit, spaced)


DIVISORS = {"sec": "second", "second": "second", "s": "second", "min": "minute", "minute": "minute", "hour": "hour", "hr": "hour", "h": "hour",
            "day": "day", "d": "day", "week": "week", "wk": "week", "month": "month", "mo": "month", "year": "year", "yr": "year", "annum": "year",
            "person": "person", "capita": "capita", "head": "head", "share": "share", "ms": "millisecond", "millisecond": "millisecond",
            "century": "century", "decade": "decade", "game": "game", "night": "night", "household": "household", "unit": "unit"}
DIVISOR = re.compile(r"(?:the )?([^\W\d_]+)")
NAMED = frozenset({"metre per second", "foot per second", "kilometre per hour", "mile per hour", "inch per second", "revolutions per minute",
                   "bit per second", "kilobit per second", "megabit per second", "gigabit per second", "ton per day", "pound per hour"})


def divisor(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """What follows `per` or a slash: a time, a thing or a unit of measure, in the singular."""
    match = DIVISOR.match(text, start, limit)
    if match and (name := DIVISORS.get(match.group(1).lower())):
        return match.end(), name
    return single(text, start, limit, spaced=False)


def find(text: str, position: int, limit: int) -> Unit | None:
    """The unit of measure that stands right after a number ending at `position`, or None.

    Offsets are code points into `text`; nothing at or after `limit` is read.
    """
    after = AFTER.match(text, position, limit)
    start = after.end() if after else position
    if start >= limit or text[start].isdigit():
        return None
    found = single(text, start, limit, spaced=start > position)
    if found is None:
        return None
    end, name = found
    if after and after.group()[-1:] in ("(", "[") and text[end:end + 1] in (")", "]"):
        end += 1
    elif after and after.group()[-1:] in ("(", "["):
        return None
    per = PER.match(text, end, limit)
    below = divisor(text, per.end(), limit) if per else None
    if below is None:
        return Unit(end, name)
    return Unit(below[0], f"{name} per {below[1]}") if f"{name} per {below[1]}" in NAMED else Unit(end, name, below[1])
