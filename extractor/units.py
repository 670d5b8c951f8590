"""Units of measure after a number: the only door to quantulum3, whose unit table names them.

quantulum3's values are not to be trusted and its import takes over a second, so only its table is used: the JSON file
in the installed package, read once. Plurals, SI prefixes, powers (`m2`), quotients (`µg/m3`, `miles per gallon`) and
the surfaces of `unit_surfaces.py` are added here.
"""
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extractor.divisors import ABBREVIATED, TIMES
from extractor.singulars import singular
from extractor.unit_surfaces import EVERYDAY, LETTERS, NAMED_QUOTIENTS, OTHER_KINDS, PREFIXES, SURFACES, SYMBOLS, UNSAFE

# What follows a letter that is a unit: words of size, or the end of a phrase.
SIZE = re.compile(
    r"[ ,]*(?:tall|long|wide|high|deep|thick|across|away|above|below|farther|further|ahead|behind"
    r"|(?:high|tall|long|deep|wid|clos|short|low|thick|wider|great)er than|in (?:height|length|width|depth|diameter)"
    r"|sprint|race|freestyle|butterfly|final|semi-?finals?|heats?|world record|backstroke|breaststroke|medley|hurdles|dash|relay|pool"
    r"|tower|yacht|by|x|×|sea|resolution|radius|diameter)\b|[ ]?/|\s*(?:=|is equal)")
ENDING = re.compile(r"[)\].;:!?\"”]|,\s|$|\s(?:and|or|to|from|in|on|at|of|off|before|after|behind|ahead|down|up|for|under|over"
                    r"|the|was|were|is|would)\b"
                    r"|\s\d+ ?m\b")
# What leads to a measure in a sentence: an `m` at the end of a phrase is a metre after these, else a million.
LENGTH_LEAD = re.compile(
    r"\b(?:metres?|meters?|feet|foot|ft|inch(?:es)?|miles?|km|cm|mm|high|height|long|length|deep|depth|wide|width|tall|distances?"
    r"|altitude|radius"
    r"|diameter|waves?|ran|runs?|running|swam|swims?|jump(?:ed|s)?|throw|threw|depths?|elevation|peak|summit|tower|x|×|within"
    r"|walk(?:ed)?)\b"
    r"|[x×] ?\d|\d ?m? by \d", re.IGNORECASE)
RACE = re.compile(r"\b(?:the|in|over|at|her|his) (?:4x)?(?:60|100|110|200|400|800|1,?500|3,?000|5,?000|10,?000)$")   # metres run and swum
RACE_REACH = 12
LENGTHS = re.compile(r"\d ?(?:km|cm|mm|kilomet(?:re|er)s?|met(?:re|er)s?|feet|ft|miles?)\b|\d m\b")   # lengths told before
FAR_LEAD = 150
# Letters that mean another unit where what it measures is named before them.
DIMENSIONED = {"K": (re.compile(r"\btemperatures?\b|\bkelvin\b", re.IGNORECASE), "kelvin"),
               "F": (re.compile(r"\bcapacit(?:ance|or)", re.IGNORECASE), "farad"),
               "C": (re.compile(r"\belectric(?:al)? charge\b", re.IGNORECASE), "coulomb")}
THINGS = re.compile(r"[ \u00a0](?:people|(?!(?:is|was|has|as|this|its|across|times)\b)[a-z]+s)\b")   # what millions are counted of
LEAD = 60   # characters looked back for it
LETTER = re.compile(r"(?:in|ha|dm|Pa|MP|PS|nm|kt|ct|cal|[mgWVLlNACFKt])(?![\w²³'’&-])")
NEEDS_SIZE = frozenset({"t", "A", "N"})                                         # of other use right after a number
NEEDS_SIZE_SPACED = frozenset({"in", "l", "L", "kt", "ct", "PS", "Pa", "cal"}) | NEEDS_SIZE
AFTER = re.compile(r" - (?=\w)|[ \u00a0\u2009\u202f]{0,2}[-‑]?[(\[]?")
PER = re.compile(r"\s?/\s?|[ -]per[ -]| an? | each (?=\w)|-an?-")
WORDS = re.compile(r"[^\W\d_]+")
JOINT = re.compile(r"[ \u00a0-](?=[^\W\d_])|\. ?(?=[^\W\d_])")
DIVISOR = re.compile(r"(?:the )?([^\W\d_]+)(?!\w)")
MARKS = {"'": "foot", '"': "inch", "”": "inch"}
OPEN_QUOTE = re.compile(r"(?<!\w)'")
QUOTED = 300          # characters looked back for the quotation that a mark would close
OF = re.compile(r"( per | an | of | to the )")
SHORTEST_FOLDED = 2   # letters of a symbol that may be written in any case
LONGEST = 5           # words in a surface


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
    if word.endswith(("tz", "s")):
        return word
    if word.endswith(("ch", "x", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def plurals(surface: str) -> set[str]:
    """A surface with its plurals: `mile per hour` gives `miles per hour`, `degree celsius` `degrees celsius`."""
    split = OF.split(surface, maxsplit=1)
    if len(split) > 1:
        return {surface, plural(split[0]) + "".join(split[1:])}
    found = {surface, plural(surface)}
    if surface.startswith(("degree ", "pound ", "deg ")):
        head, rest = surface.split(" ", 1)
        found |= {plural(head) + " " + rest}
    return found


@cache
def raw_table() -> dict[str, dict[str, Any]]:
    """quantulum3's units by name, as its package holds them."""
    spec = find_spec("quantulum3")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("quantulum3 is not installed: pip install quantulum3")
    table: dict[str, dict[str, Any]] = json.loads(Path(spec.submodule_search_locations[0], "units.json").read_text(encoding="utf8"))
    return {name: unit for name, unit in table.items()
            if unit["entity"] not in OTHER_KINDS or name.startswith("parts-per")}


def _prefixed() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every unit with each prefix it takes: the prefix's letters, the full name, and the unit."""
    for name, unit in raw_table().items():
        for prefix in ["", *unit.get("prefixes", [])]:
            yield prefix, PREFIXES.get(prefix, "") + name, unit


@cache
def surfaces() -> dict[str, str]:
    """Surfaces in lower case, hyphens as spaces, singular and plural → unit names."""
    found: dict[str, str] = {}
    for prefix, name, unit in _prefixed():
        for surface in unit.get("surfaces", []):
            everyday = name in EVERYDAY or surface.lower() in EVERYDAY
            if prefix or not everyday:                      # a bar is many things, a millibar one
                for form in plurals(PREFIXES.get(prefix, "") + surface.lower()):
                    found.setdefault(form.replace("-", " "), name)
    for name, forms in SURFACES.items():
        for form in forms:
            found.update(dict.fromkeys((p.replace("-", " ").replace(".", "") for p in plurals(form)), name))
    return found


@cache
def symbols() -> dict[str, str]:
    """Symbols → unit names; with those that are written in other cases too (`HZ`, `KPH`) where one unit alone is meant."""
    found: dict[str, str] = {}
    for prefix, name, unit in _prefixed():
        if name.removeprefix(PREFIXES.get(prefix, "")) in EVERYDAY:
            continue
        for symbol in unit.get("symbols", []):
            if prefix + symbol not in UNSAFE and prefix not in ("f", "a", "z", "y"):
                found.setdefault(prefix + symbol, name)
    for name, forms in SYMBOLS.items():
        found.update({form: name for form in forms if form not in UNSAFE})
    folded: dict[str, set[str]] = {}
    for symbol, name in found.items():
        folded.setdefault(symbol.lower(), set()).add(name)
    for name, forms in SYMBOLS.items():
        for form in forms:
            if len(form) > SHORTEST_FOLDED - 1 and form.isalpha() and folded.get(form.lower()) == {name}:
                for other in (form.lower(), form.upper(), form.capitalize()):
                    if other not in UNSAFE:
                        found.setdefault(other, name)
    return found


@cache
def openings() -> frozenset[str]:
    """The first words of all surfaces: what a word after a number must be to be looked up."""
    return frozenset(surface.split(" ")[0] for surface in surfaces())


@cache
def symbol_pattern() -> re.Pattern[str]:
    """All safe symbols, longest first, not followed by a letter or digit."""
    ordered = sorted(symbols(), key=lambda s: (-len(s), s))
    return re.compile("(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w²³])")


@cache
def beginnings() -> frozenset[str]:
    """What the letters at a place, or the one mark there, must be for a symbol or letter to be a unit there."""
    letters = (WORDS.match(symbol) for symbol in symbols())
    return frozenset(match.group() if match else symbol[0] for symbol, match in zip(symbols(), letters, strict=True)) | LETTERS.keys() | {
        "K", *MARKS}


@lru_cache(maxsize=4096)
def _surface(words: tuple[str, ...]) -> tuple[int, str] | None:
    """How many of the words are the longest surface that they begin with, and the unit's name."""
    for count in range(len(words), 0, -1):
        name = surfaces().get(" ".join(words[:count]))
        if name is not None:
            return count, name
    return None


def word_unit(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """A unit written out at `start` (`cubic metres`, `pound-feet`): its end and name."""
    words: list[str] = []
    ends: list[int] = []
    position = start
    while len(words) < LONGEST and (match := WORDS.match(text, position, limit)):
        words.append(match.group().lower())
        ends.append(match.end())
        if len(words) == 1 and words[0] not in openings():
            return None
        joint = JOINT.match(text, match.end(), limit)
        if joint is None:
            break
        position = joint.end()
    found = _surface(tuple(words)) if words else None
    return (ends[found[0] - 1], found[1]) if found else None


def clause_start(text: str, start: int) -> int:
    """Where the clause before a letter begins: at the last comma or semicolon, or as far back as is looked."""
    floor = max(0, start - LEAD)
    return max(floor, text.rfind(", ", floor, start) + 1, text.rfind(";", floor, start) + 1)


def letter(text: str, start: int, limit: int, spaced: bool) -> tuple[int, str] | None:
    """A letter as a unit, read by what stands around it: `1.8m tall`, `20C`, `5 W`; `5m people` is no metre."""
    match = LETTER.match(text, start, limit)
    if match is None:
        return None
    symbol, end = match.group(), match.end()
    sized = SIZE.match(text, end, limit) is not None
    if symbol == "m" and not sized and not race(text, start) and not metre(text, start, end, limit, spaced):
        return None
    if symbol in DIMENSIONED and DIMENSIONED[symbol][0].search(text, max(0, start - FAR_LEAD), start):
        return end, DIMENSIONED[symbol][1]
    if symbol == "K":
        return None                                                       # a thousand
    needs = NEEDS_SIZE_SPACED if spaced else NEEDS_SIZE
    if symbol in needs and not sized and (symbol in ("in", "A") or text[end:end + 1] not in ("", ".", ";", ")")):
        return None
    return end, LETTERS[symbol]


def metre(text: str, start: int, end: int, limit: int, spaced: bool) -> bool:
    """Whether an `m` that no word of size follows is a metre: after a space, or in a sentence of lengths; `3m people` is none."""
    if spaced:
        return THINGS.match(text, end, limit) is None
    if ENDING.match(text, end, limit) is None:
        return False
    return LENGTH_LEAD.search(text, clause_start(text, start), start) is not None or LENGTHS.search(
        text, max(0, start - FAR_LEAD), start) is not None


def race(text: str, start: int) -> bool:
    """Whether an `m` at `start` ends the name of a race: `a record in the 100m`."""
    return RACE.search(text, max(0, start - RACE_REACH), start) is not None


def mark(text: str, start: int, limit: int, spaced: bool) -> tuple[int, str] | None:
    """A foot or inch mark, where it closes no quotation: `30'`, `5"`; after a space only before a word of size."""
    name = MARKS.get(text[start])
    if name is None or text[start + 1:start + 2].isalnum() or (spaced and not SIZE.match(text, start + 1, limit)):
        return None
    if not spaced and not text[start - 1].isdigit():
        return None                                                       # “Ocean's Eleven”
    lead = text[max(0, start - QUOTED):start]
    if text[start] == "'":
        opened = OPEN_QUOTE.search(lead) is not None
    else:
        opened = lead.count('"') % 2 == 1 if text[start] == '"' else lead.count("“") > lead.count("”")
    return None if opened else (start + 1, name)


def single(text: str, start: int, limit: int, spaced: bool) -> tuple[int, str] | None:
    """One unit at `start`, as symbol or in words, without what it is divided by."""
    word = WORDS.match(text, start, limit)
    begins = word.group() if word else text[start:start + 1]
    if begins not in beginnings() and begins.lower() not in openings():
        return None
    match = symbol_pattern().match(text, start, limit)
    written = word_unit(text, start, limit)
    if match and (written is None or written[0] < match.end()):
        stop = match.group().endswith(".") and match.end() == limit        # it ends the sentence, not the unit
        return match.end() - stop, symbols()[match.group()]
    return written or letter(text, start, limit, spaced) or mark(text, start, limit, spaced)


def divisor(text: str, start: int, limit: int) -> tuple[int, str] | None:
    """What follows `per`, `a` or a slash: a time or a unit of measure, in the singular, and where it ends."""
    match = DIVISOR.match(text, start, limit)
    if match:
        word = match.group(1).lower()
        name = ABBREVIATED.get(word) if word not in ("lb", "kg", "oz", "bbl") else None
        if name or singular(word) in TIMES:
            return match.end(), name or singular(word)
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
    if text[start - 1] in "([" and start > position:
        if text[end:end + 1] not in (")", "]"):
            return None
        end += 1
    per = PER.match(text, end, limit)
    below = divisor(text, per.end(), limit) if per else None
    if below is None:
        return Unit(end, name)
    symbols_both = per is not None and "/" in per.group() and below[1] not in TIMES          # 11.2 g/dl is one unit
    if symbols_both or f"{name} per {below[1]}" in NAMED_QUOTIENTS:
        return Unit(below[0], f"{name} per {below[1]}")
    return Unit(end, name, below[1])
