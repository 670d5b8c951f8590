"""The words and digits that numbers are made of: their values, and how a sentence is cut into them.

`atoms` yields every run of digits (`1,234.5`, `1.2x10^6`, `3rd`) and every number word on its own; `numbers.py` puts
them together. Values are exact `Decimal`s.
"""
import functools
import re
from collections.abc import Iterator
from decimal import Context, Decimal
from typing import NamedTuple

from extractor.currency_names import SIGNS

HUNDRED, THOUSAND = Decimal(100), Decimal(1000)
UNITS = {word: Decimal(value) for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())} | {"nought": Decimal(0), "naught": Decimal(0)}
TENS = {word: Decimal(10 * value) for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": Decimal(100), "thousand": Decimal(1000), "lakh": Decimal(10**5), "lac": Decimal(10**5),
          "million": Decimal(10**6), "crore": Decimal(10**7), "billion": Decimal(10**9), "trillion": Decimal(10**12),
          "quadrillion": Decimal(10**15), "quintillion": Decimal(10**18), "dozen": Decimal(12)}
# Written after a numeral only. Single letters are left to `numbers.letter`, which sees what stands around them.
ABBREVIATIONS = {"bn": Decimal(10**9), "bln": Decimal(10**9), "mn": Decimal(10**6), "mln": Decimal(10**6),
                 "mil": Decimal(10**6), "mio": Decimal(10**6), "tn": Decimal(10**12), "trn": Decimal(10**12),
                 "tln": Decimal(10**12), "cr": Decimal(10**7)}
ORDINALS = {word: Decimal(value) for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth".split(), start=1)} | {
    word[:-1] + "ieth": value for word, value in TENS.items()} | {
    word + "th": SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")}
HALVES = {"half": Decimal(2), "halves": Decimal(2), "quarter": Decimal(4), "quarters": Decimal(4)}
DENOMINATORS = HALVES | {w + s: v for w, v in ORDINALS.items() if v >= 3 for s in ("", "s")} | {"firsts": Decimal(1)}
VAGUE = {word + "s": (value, 10 * value) for word, value in SCALES.items()} | {"tens": (Decimal(10), Decimal(100))}
MULTIPLES = {"twice": Decimal(2), "thrice": Decimal(3)} | {
    form: Decimal(value) for stem, value in (("doubl", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5))
    for form in (stem + "e", stem + "es", stem + "ed", stem + "ing")} | {
    "halve": Decimal("0.5"), "halved": Decimal("0.5"), "halving": Decimal("0.5")} | {
    word + "fold": value for word, value in (UNITS | TENS | {"hundred": Decimal(100)}).items()}
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
          "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}

KINDS: dict[str, str] = {}
for _kind, _words in (("unit", UNITS), ("ten", TENS), ("scale", SCALES), ("vague", VAGUE), ("multiple", MULTIPLES),
                      ("part", DENOMINATORS), ("ordinal", ORDINALS)):
    KINDS |= dict.fromkeys(_words, _kind)   # an ordinal that is a denominator too stays an ordinal here
VALUES: dict[str, Decimal] = UNITS | TENS | SCALES | MULTIPLES | DENOMINATORS | ORDINALS | {w: v[0] for w, v in VAGUE.items()}

# A run of digits or a vulgar fraction. It begins with one of a few characters, which lets the search pass over the others fast.
FIGURE = re.compile(r"[\d.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞](?:(?<=\d)\d*(?:[.,]\d+)*|(?<=\.)(?<![\w.]\.)\d+|(?<=[^\d.]))")
WORD = re.compile(r"[a-z]+")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?")
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
DECIMAL = re.compile(r"\d*\.\d+|\d+")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
# A no-break space groups digits; a plain space only where no two numbers could be meant.
GROUPS = re.compile(r"(?:[\u00a0\u2009\u202f]\d{3}(?!\d))+(?:\.\d+)?|(?: \d{3}(?![\d,])){2,}(?:\.\d+)?| 000(?![\d,])")
# One group after a plain space, where an amount is led up to: `€12 500`, `the loss of 1 150 jobs`.
GROUP = re.compile(r" \d{3}(?![\d,]| ?\d|[.]\d)")
AMOUNT_BEFORE = re.compile(r"[€$£]$|\b(?:of|about|some|than|over|nearly|around|least|almost) $")
SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
POWER = re.compile(r"[ \u00a0]?[x×·][ \u00a0]?10(?:(?:\^|\*\*)?([-−–+]?(?!0+[^\W\d_])\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\d)"
                   r"|[eE]([+-]?\d{1,3})(?![\w.])")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
FOLD = re.compile(r"[- ]?fold\b", re.IGNORECASE)
MEMBER = re.compile(r"\d+")
# What may belong to the digits before it: a group, a power of ten, an ordinal's ending, `fold`.
GOES_ON = re.compile(r"[ \u00a0\u2009\u202f][\dx×·f]|[- ]?[fF]|[x×·eEsSnNrRtT]")
# Letters that may stand right before a numeral without making a code of it: RM120,000, Rs500, USD20, $A5; the x of 5x7 inches.
GLUED = re.compile(r"(?:\dx|(?<![A-Za-z])(?:[A-Z]{2,4}|" + "|".join(sorted(filter(str.isalpha, SIGNS))) + r")|\$[A-Za-z]{1,3})$")
PRECISION = Context(prec=15)
LONGEST = 40   # digits: more is an identifier, not an amount


class Atom(NamedTuple):
    """A run of digits or one number word; `word` is the word in lower case, empty for digits."""

    start: int
    end: int
    kind: str
    value: Decimal
    word: str


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction's value, to 15 significant digits where it does not end."""
    return PRECISION.divide(numerator, denominator).normalize(PRECISION)


@functools.lru_cache(maxsize=10_000)
def numeral(run: str) -> Decimal | None:
    """The value of digits with separators, None where they are no single number (`192.168.1.2`, `22,24,26`)."""
    if len(run) > LONGEST:
        return None
    if THOUSANDS.fullmatch(run):
        return Decimal(run.replace(",", ""))
    if DECIMAL.fullmatch(run):
        return Decimal(run)
    if CONTINENTAL.fullmatch(run):
        return Decimal(run.replace(".", "").replace(",", "."))
    if DECIMAL_COMMA.fullmatch(run):
        return Decimal(run.replace(",", "."))
    return None


def grouped(text: str, start: int, end: int, limit: int) -> int:
    """Where a run of digits ends when spaces group it: `12 345 678`."""
    if end - start > 3 or text[start] == "0":
        return end
    if start > 1 and text[start - 1] in " ," and text[start - 2].isdigit():
        return end
    groups = GROUPS.match(text, end, limit)
    if groups is None and text[end:end + 1] == " " and AMOUNT_BEFORE.search(text, max(0, start - 8), start):
        groups = GROUP.match(text, end, limit)
    return groups.end() if groups else end


def digit_atoms(text: str, start: int, end: int, limit: int) -> Iterator[Atom]:
    """The atoms of one run of digits: one number with its power of ten, or the members of a list."""
    if GOES_ON.match(text, end, limit) is None and (value := numeral(text[start:end])) is not None:
        yield Atom(start, end, "digits", value, "")
        return
    end = grouped(text, start, end, limit)
    run = SPACES.sub("", text[start:end])
    value = numeral(run)
    if value is None:
        if "." not in run and len(run) <= LONGEST:
            for member in MEMBER.finditer(text, start, end):
                yield Atom(member.start(), member.end(), "digits", Decimal(member.group()), "")
        return
    power = POWER.match(text, end, limit)
    if power:
        exponent = next(group for group in power.groups() if group).translate(SUPERSCRIPTS)
        value, end = value.scaleb(int(exponent)), power.end()
    ordinal = ORDINAL_SUFFIX.match(text, end, limit)
    fold = FOLD.match(text, end, limit)
    if ordinal and value == value.to_integral_value():
        yield Atom(start, ordinal.end(), "ordinal", value, "")
    elif fold:
        yield Atom(start, fold.end(), "multiple", value, "")
    else:
        yield Atom(start, end, "digits", value, "")


def words(text: str, start: int, end: int) -> list[str]:
    """The words of `text[start:end]` in lower case, of the letters that words of numbers and times are spelt with."""
    return WORD.findall(text[start:end].lower())


def atoms(text: str, start: int, end: int, words: list[str]) -> list[Atom]:
    """Every number word and run of digits of `text[start:end]`, whose words are given, in text order."""
    places = [match.span() for match in FIGURE.finditer(text, start, end)]
    if not KINDS.keys().isdisjoint(words):
        places += [match.span() for word in KINDS.keys() & words for match in word_pattern(word).finditer(text, start, end)]
        places.sort()
    found: list[Atom] = []
    for at, stop in places:
        if found and at < found[-1].end:
            continue
        first = text[at]
        if first.isalpha():
            word = text[at:stop].lower()
            if not joined_on(text, at, stop, KINDS[word]):
                found.append(Atom(at, stop, KINDS[word], VALUES[word], word))
        elif first in VULGAR:
            numerator, denominator = VULGAR[first]
            found.append(Atom(at, stop, "vulgar", quotient(Decimal(numerator), Decimal(denominator)), first))
        elif not (at and (text[at - 1].isalnum() or text[at - 1] == "_")) or GLUED.search(text, max(start, at - 5), at):
            found.extend(digit_atoms(text, at, stop, end))
    return found


@functools.cache
def word_pattern(word: str) -> re.Pattern[str]:
    """A number word, with no letters beside it."""
    return re.compile(rf"(?<![^\W\d_])(?ai:{word})(?![^\W\d_])")


def joined_on(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a number word is glued to a digit or underscore; a scale may follow its digits at once (`£5million`)."""
    if end < len(text) and (text[end].isdigit() or text[end] == "_"):
        return True
    before = text[start - 1] if start else " "
    return before == "_" or (before.isdigit() and kind != "scale")
