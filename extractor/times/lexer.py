"""A sentence as a row of lexemes, each with a class of `lexicon` and a value: what the grammar's rules match on.

What stands between two spaces is remembered as lexemes (`chunks`), so they know nothing of their place; `Row` does.
"""
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from extractor.chunks import Chunks
from extractor.times import holidays
from extractor.times.lexicon import ABBREVIATED, CODES, TRIGGERS, WORDS

LEXEME = re.compile(r"""
  (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
| (?P<numdate>\d{1,4}[/.-]\d{1,2}[/.-](?:\d{4}|\d{1,2})(?![\d/-]|\.\d))
| (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.\d\d(?=\ ?[AaPp]\.?[Mm]\b))
| (?P<edition>(?:1[89]|20)\d\d[/–-]\d\d(?:\d\d)?(?![\d/–-]|[.,]\d))
| (?P<decade>(?:1\d|20)\d0['’]?s\b|['’]?[1-9]0['’]?s\b)
| (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
| (?P<mixed>\d{1,4}[ -]\d/\d(?!\d)|\d{0,4}[½¼¾])
| (?P<quartercode>[QqHh][1-4]\b)
| (?P<short>['’]\d\d(?!\d))
| (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)
| (?P<word>(?:[A-Za-z]\.){2,}|o['’]clock\b|[^\W\d_]+)
| (?P<mark>['’]s\b|[^\w\s])
""", re.VERBOSE)
DIGIT = re.compile(r"\d")
# A year, a clock time, a date in figures, a decade, a quarter's code, a year cut short, an hour. Each begins with one of a few
# characters, which lets the search pass over the others fast.
FIGURES = re.compile(r"[\d'’HQhq](?:(?<=[12])(?:(?<=1)\d|[01])(?<!\d\d\d)\d\d(?!\d)|(?<=\d):\d\d|(?<=\d)[/.-]\d{1,2}[/.-]\d"
                     r"|(?<=\d)0['’]?s\b|(?<=\b[HQhq])[1-4]\b|(?<=['’])\d\d\b|(?<=\d)\s?[aApP]\.?[mM]\b)")
NEAR_FIGURE = re.compile(r"[\s,/–-]{0,3}\d|\s?(?:[–-]|to|through)\s?[A-Z]")
NAMES = frozenset("jan jun jul mar".split())     # months whose short form is a name as well
MONEY = frozenset("$£€¥₹#")
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
SCALE_WORDS = frozenset("hundred thousand million billion trillion dozen".split())
HUNDREDS = frozenset({"hundred", "thousand"})
# Two lexemes that may be of one number in words.
NUMBER_WORDS = re.compile("[{ART}{NUMW}{ONE}][{NUMW}{ONE}{ORD}{SECOND}{AND}{HYPH}]".format_map(CODES))
GLUED_UNIT = re.compile(r"(?:hr|min|sec|yr)s?(?![^\W\d_])", re.IGNORECASE)    # 2hr 6min 41sec
FIRST_YEAR, LAST_YEAR = 1000, 2199
LONGEST = 12          # figures: a longer run is an identifier
# Where one lexeme, or what tells its class, goes on after a space: 2 1/2, a day with its clock time, 9.30 am; jan 5, jul to Sep.
ACROSS = re.compile(r"\d (?:\d/\d|\d\d:\d\d|[ap]\.?m\b)", re.IGNORECASE)
AFTER_MONTH = re.compile(r" (?:(?<=(?:jan|feb|apr|jun|jul|aug|sep|oct|nov|dec) )|(?<=sept ))(?=[\s,/–-]{0,2}\d|[–-]|t[oh])", re.IGNORECASE)
SHORT_MONTHS = frozenset(word for word in ABBREVIATED if WORDS[word][0] == "MONTH")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A lexeme: its text in lower case without a final full stop, its class and its value."""

    text: str
    name: str
    value: Any = None
    capital: bool = False
    gap: bool = True       # white space before it
    size: int = 1          # how many lexemes of the text it was made of

    @property
    def number(self) -> int:
        """Its value as a whole number; `second` is an ordinal here."""
        return 2 if self.name == "SECOND" else int(self.value or 0)

    @property
    def noun(self) -> bool:
        """Whether it is a word that no class claims: a noun, a verb, a name."""
        return self.name == "OTHER" and self.text[:1].isalpha()


NOTHING = Lexeme("", "NONE")     # what stands before the first and after the last


Builder = Callable[[str, int, int, bool], Lexeme]
Piece = tuple[int, int, Lexeme]     # offsets into a stretch of text, and what stands there


class Row(NamedTuple):
    """A sentence's lexemes, their offsets into the article, and the string of their class codes, which rules are matched against."""

    lexemes: list[Lexeme]
    starts: list[int]
    ends: list[int]
    symbols: str


def promising(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a sentence, whose `numerals.words` are given, can hold a time at all: the cheap test before any lexeme is made."""
    if not TRIGGERS.isdisjoint(words):
        return True
    return DIGIT.search(text, start, end) is not None and FIGURES.search(text, start, end) is not None


def lex(text: str, start: int, end: int, words: list[str]) -> Row:
    """The lexemes of a sentence, whose `numerals.words` are given, with number words joined and holidays made one."""
    lexemes: list[Lexeme] = []
    starts: list[int] = []
    ends: list[int] = []
    tied = _tied(text, start, end, words)
    for chunk in [text[start:end]] if tied else text[start:end].split(" "):
        for begin, finish, lexeme in _pieces(text, start, end) if tied else CHUNKS[chunk]:
            lexemes.append(lexeme)
            starts.append(start + begin)
            ends.append(start + finish)
        start += len(chunk) + 1
    joined = lexemes
    symbols = codes(lexemes)
    if CODES["NUMW"] in symbols and NUMBER_WORDS.search(symbols):
        joined = _join_numbers(joined)
    if any(_holiday(joined, at)[0] for at in [at for at, lexeme in enumerate(joined) if lexeme.capital and lexeme.text in HOLIDAYS]):
        joined = _join_holidays(joined)
    if joined is lexemes:
        return Row(lexemes, starts, ends, symbols)
    stops = list(itertools.accumulate([lexeme.size for lexeme in joined]))
    return Row(joined, [starts[at] for at in [0, *stops[:-1]]], [ends[at - 1] for at in stops], codes(joined))


def _tied(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether what stands across a space, or right beside the sentence, can change how it is read."""
    if (start and not text[start - 1].isspace()) or (end < len(text) and not text[end].isspace()):
        return True
    month = not SHORT_MONTHS.isdisjoint(words) and AFTER_MONTH.search(text, start, end) is not None
    return month or ACROSS.search(text, start, end) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The lexemes of a stretch of text with white space before it, with their offsets from its start."""
    last = -1
    for match in LEXEME.finditer(text, start, end):
        begin, finish = match.span()
        if begin < last:    # the full stop of an abbreviation
            continue
        kind = match.lastgroup
        if kind == "word":
            finish, lexeme = _word(text, begin, finish, end, begin > last)
        else:
            lexeme = BUILD[kind or "mark"](text, begin, finish, begin > last)
        last = finish
        yield begin - start, finish - start, lexeme


CHUNKS = Chunks(lambda chunk: list(_pieces(chunk, 0, len(chunk))))


def codes(lexemes: list[Lexeme]) -> str:
    """The class codes of lexemes."""
    return "".join([CODES[lexeme.name] for lexeme in lexemes])


def _word(text: str, start: int, end: int, limit: int, gap: bool) -> tuple[int, Lexeme]:
    """Where a word ends, with its full stop if it is short for another, and its lexeme."""
    word = text[start:end]
    lower = word.lower().rstrip(".")
    name, value = WORDS.get(lower, ("OTHER", None))
    if name == "OTHER":
        return end, Lexeme(lower, name, None, word[0].isupper(), gap)
    if lower in ABBREVIATED and end < limit and text[end] == ".":
        end += 1
    elif name == "MONTH" and len(lower) < 5 and lower in ABBREVIATED and not _short_month(text, lower, start, end):
        name = "OTHER"
    if name != "FISCAL" and end < limit and text[end].isdigit():
        name = "OTHER"
    return end, Lexeme(lower, name, value, word[0].isupper(), gap)


def _short_month(text: str, lower: str, start: int, end: int) -> bool:
    """Whether a month's short form without its full stop is the month: with a capital where it is no name, or beside figures."""
    return (text[start].isupper() and lower not in NAMES) or NEAR_FIGURE.match(text, end) is not None


def _number(text: str, start: int, end: int, gap: bool) -> Lexeme:
    run = text[start:end]
    if len(run) > LONGEST or _counts(text, start, end):
        return Lexeme(run, "OTHER", gap=gap)
    value = Decimal(run.replace(",", ""))
    if not run.isdigit():
        return Lexeme(run, "DEC", value, gap=gap)
    if len(run) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return Lexeme(run, "YEAR", value, gap=gap)
    if len(run) <= 2 and value <= 31:
        return Lexeme(run, "D12" if 1 <= value <= 12 else "D24" if value <= 24 else "D31", value, gap=gap)
    return Lexeme(run, "DN", value, gap=gap)


def _counts(text: str, start: int, end: int) -> bool:
    """Whether what touches a number makes it a price, a share or a part of a name."""
    before, after = text[start - 1:start] if start else "", text[end:end + 1]
    if before in MONEY or after == "%" or (before and before in "._@"):
        return bool(before or after)
    if before.isalpha() and text[max(0, start - 2):start].lower() != "fy":
        return True
    return after.isalpha() and text[end:end + 2].lower() not in ("am", "pm", "a.", "p.") and GLUED_UNIT.match(text, end) is None


def _mixed(text: str, start: int, end: int, gap: bool) -> Lexeme:
    run = text[start:end]
    if run[-1] in VULGAR:
        return Lexeme(run, "DEC", Decimal(run[:-1] or 0) + VULGAR[run[-1]], gap=gap)
    whole, over, under = (int(part) for part in re.split(r"[ /-]", run))
    return Lexeme(run, "DEC" if under else "OTHER", whole + Decimal(over) / (under or 1), gap=gap)


def _figures(name: str) -> Builder:
    """Lexemes whose value is the number in their figures."""
    def build(text: str, start: int, end: int, gap: bool) -> Lexeme:
        return Lexeme(text[start:end].lower(), name, int("".join(filter(str.isdigit, text[start:end]))), gap=gap)
    return build


def _form(name: str) -> Builder:
    """Lexemes that are read by their form later; what is glued to a letter, a price or a longer code is none."""
    def build(text: str, start: int, end: int, gap: bool) -> Lexeme:
        before, after = text[start - 1:start] if start else "", text[end:end + 1]
        glued = before.isalnum() or (before and before in "$£€¥₹#/") or after == "%"
        glued = glued or (after.isalpha() and name in ("NUMDATE", "EDITION"))
        coded = before == "-" and text[max(0, start - 2):start - 1].isdigit()
        return Lexeme(text[start:end], "OTHER" if glued or coded else name, text[start:end], gap=gap)
    return build


def _mark(text: str, start: int, end: int, gap: bool) -> Lexeme:
    mark = text[start:end]
    name, value = WORDS.get(mark, ("OTHER", None))
    return Lexeme(mark, name, value, gap=gap)


BUILD: dict[str, Builder] = {
    "iso": _form("ISO"), "numdate": _form("NUMDATE"), "clock": _form("CLOCK"), "edition": _form("EDITION"), "decade": _figures("DECADE"),
    "ordinal": _figures("ORD"), "mixed": _mixed, "quartercode": _figures("QUARTERCODE"), "short": _figures("SHORT"), "number": _number,
    "mark": _mark}


def _join_numbers(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Runs of number words as one lexeme: `twenty-five`, `two thousand`, and as a year `nineteen ninety-seven`."""
    joined: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        end = at + 1 if lexemes[at].name == "ART" and at + 1 < len(lexemes) and lexemes[at + 1].text in SCALE_WORDS else at
        while end < len(lexemes) and (lexemes[end].name in ("NUMW", "ONE") or (end > at and _goes_on(lexemes, end))):
            end += 1
        joined += _spoken(lexemes[at:end]) if end - at > 1 else lexemes[at:at + 1]
        at = max(end, at + 1)
    return joined


def _goes_on(lexemes: list[Lexeme], at: int) -> bool:
    """Whether a hyphen or `and` stands between two number words, or an ordinal ends them (`twenty-first`, `a hundred and forty`)."""
    lexeme, before = lexemes[at], lexemes[at - 1]
    if lexeme.name in ("ORD", "SECOND"):
        return before.text == "-" or (before.text.endswith("ty") and lexeme.number < 10)
    following = lexemes[at + 1] if at + 1 < len(lexemes) else NOTHING
    if lexeme.name == "AND":
        return before.text in HUNDREDS and following.name in ("NUMW", "ONE") and following.number < 100
    return lexeme.text == "-" and not lexeme.gap and before.text.endswith("ty") and following.name in ("NUMW", "ONE", "ORD", "SECOND")


def _spoken(run: list[Lexeme]) -> list[Lexeme]:
    """One lexeme for a run of number words, or the run itself where the words do not make one number."""
    words = [lexeme for lexeme in run if lexeme.text not in ("-", "and")]
    values = [word.number for word in words]
    text, gap, size = " ".join(word.text for word in words), run[0].gap, len(run)
    if words[-1].name in ("ORD", "SECOND"):
        return [Lexeme(text, "ORD", sum(values), gap=gap, size=size)]
    year = _spoken_year(values)
    if year:
        return [Lexeme(text, "YEAR", Decimal(year), gap=gap, size=size)]
    total = _total(words, values)
    return run if total is None else [Lexeme(text, "NUMW", Decimal(total), gap=gap, size=size)]


def _spoken_year(values: list[int]) -> int | None:
    """`nineteen ninety-seven`, `twenty ten`, as their words' values; None where they are no year."""
    if not 2 <= len(values) <= 3 or not 10 < values[0] < 22 or values[1] < 10 or any(value >= 100 for value in values[1:]):
        return None
    if len(values) == 3 and (values[1] < 20 or values[1] % 10 or values[2] >= 10):
        return None
    return values[0] * 100 + sum(values[1:])


def _total(words: list[Lexeme], values: list[int]) -> int | None:
    """The number that words make, None where they follow each other as no number does (`two three`)."""
    total = current = 0
    for word, value in zip(words, values, strict=True):
        if word.text in SCALE_WORDS:
            current = max(current, 1) * value
            if value > 100:
                total, current = total + current, 0
        elif current and ((current % 100 and (current % 10 or value >= 10)) or value >= 100):
            return None
        else:
            current += value
    return total + current


HOLIDAYS: dict[str, list[tuple[list[str], str]]] = {}
for _name in sorted(holidays.NAMES, key=lambda name: (-len(name), name)):
    _parts = re.findall(r"['’]s\b|[^\W\d_]+|['’]", _name.replace(".", ""))
    HOLIDAYS.setdefault(_parts[0], []).append((_parts, _name))


def _join_holidays(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Names of holidays as one lexeme each."""
    joined: list[Lexeme] = []
    at = 0
    while at < len(lexemes):
        first = lexemes[at]
        name, count = _holiday(lexemes, at) if first.capital else ("", 1)
        size = sum([lexeme.size for lexeme in lexemes[at:at + count]])
        joined.append(Lexeme(name, "HOLIDAY", name, True, first.gap, size) if name else first)
        at += count
    return joined


def _holiday(lexemes: list[Lexeme], at: int) -> tuple[str, int]:
    """The holiday that begins at a lexeme and how many lexemes it takes; with a word in lower case it is none."""
    for words, name in HOLIDAYS.get(lexemes[at].text, ()):
        stretch = [lexeme for lexeme in lexemes[at:at + len(words) + 1] if lexeme.text != "."][:len(words)]
        if [lexeme.text.replace("’", "'") for lexeme in stretch] != words:
            continue
        if len(words) == 1 or stretch[-1].capital or stretch[-1].name == "OWN":
            return name, lexemes.index(stretch[-1], at) - at + 1
    return "", 1
