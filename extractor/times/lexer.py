"""A sentence as a row of lexemes, each with a class of `lexicon` and a value: what the grammar's rules match on."""
import re
from dataclasses import dataclass
from decimal import Decimal

from extractor.times import holidays
from extractor.times.lexicon import ABBREVIATED, CODES, TRIGGERS, WORDS

LEXEME = re.compile(r"""
  (?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
| (?P<numdate>\d{1,4}[/.-]\d{1,2}[/.-](?:\d{4}|\d{1,2})(?![\d/-]|\.\d))
| (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))
| (?P<edition>(?:1[89]|20)\d\d[/–-]\d\d(?:\d\d)?(?![\d/–-]|[.,]\d))
| (?P<decade>(?:1\d|20)\d0['’]?s\b|['’]?[1-9]0['’]?s\b)
| (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
| (?P<mixed>\d+[ -]\d/\d(?!\d)|\d*[½¼¾])
| (?P<quartercode>[QqHh][1-4]\b)
| (?P<short>['’]\d\d(?!\d))
| (?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)
| (?P<word>(?:[A-Za-z]\.){2,}|o['’]clock\b|[^\W\d_]+)
| (?P<mark>['’]s\b|[^\w\s])
""", re.VERBOSE)
WORD = re.compile(r"[a-z]+")
FIGURES = re.compile(r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)|\d:\d\d|\d[/.-]\d{1,2}[/.-]\d|\d0['’]?s\b|\b[QqHh][1-4]\b|['’]\d\d\b")
NEAR_FIGURE = re.compile(r"[\s,/–-]*\d|\s*[–-]\s*[A-Z]")
MONEY = frozenset("$£€¥₹#")
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
SCALE_WORDS = frozenset("hundred thousand million billion trillion dozen".split())
YEARLY = (1000, 2199)


@dataclass(slots=True)
class Lexeme:
    """A lexeme: offsets into the article, its text in lower case without a final full stop, its class and its value."""

    start: int
    end: int
    text: str
    name: str
    value: object = None
    capital: bool = False
    gap: bool = True       # white space before it


def promising(text: str) -> bool:
    """Whether a sentence can hold a time at all: the cheap test before any lexeme is made."""
    return not TRIGGERS.isdisjoint(WORD.findall(text.lower())) or FIGURES.search(text) is not None


def lex(text: str, start: int, end: int) -> list[Lexeme]:
    """The lexemes of a sentence, with number words joined and holidays made one."""
    found: list[Lexeme] = []
    last = start
    for match in LEXEME.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        begin, finish = match.span()
        if begin < last:    # the full stop of an abbreviation
            continue
        lexeme = _BUILD[kind](text, begin, finish, end)
        lexeme.gap = begin > last
        last = lexeme.end
        found.append(lexeme)
    return _merge_holidays(_merge_numbers(found))


def codes(lexemes: list[Lexeme]) -> str:
    """The string of class codes that rules are matched against."""
    return "".join([CODES[lexeme.name] for lexeme in lexemes])


def _word(text: str, start: int, end: int, limit: int) -> Lexeme:
    word = text[start:end]
    lower = word.lower().rstrip(".")
    name, value = WORDS.get(lower, ("OTHER", None))
    if lower in ABBREVIATED and end < limit and text[end] == "." and name != "OTHER":
        end += 1
    elif name == "MONTH" and len(lower) == 3 and lower != "may" and not NEAR_FIGURE.match(text, end):
        name = "OTHER"
    if name not in ("OTHER", "FISCAL") and text[end:end + 1].isdigit():
        name = "OTHER"
    return Lexeme(start, end, lower, name, value, word[0].isupper())


def _number(text: str, start: int, end: int, limit: int) -> Lexeme:
    run = text[start:end]
    if len(run) > 12:
        return Lexeme(start, end, run, "OTHER")
    value = Decimal(run.replace(",", ""))
    before, after = text[start - 1:start], text[end:end + 1]
    if before in MONEY and before or after == "%" or before in "._@" and before or text[max(0, start - 3):start] in ("US$", "No."):
        return Lexeme(start, end, run, "OTHER", value)
    if before.isalpha() and text[start - 2:start].lower() != "fy" or after.isalpha() and text[end:end + 2].lower() not in ("am", "pm", "a.", "p."):
        return Lexeme(start, end, run, "OTHER", value)
    if not run.isdigit():
        return Lexeme(start, end, run, "DEC", value)
    number = int(run)
    if len(run) == 4 and YEARLY[0] <= number <= YEARLY[1]:
        return Lexeme(start, end, run, "YEAR", value)
    if len(run) <= 2 and number <= 31:
        return Lexeme(start, end, run, "D12" if 1 <= number <= 12 else "D24" if number <= 24 else "D31", value)
    return Lexeme(start, end, run, "DN", value)


def _mixed(text: str, start: int, end: int, limit: int) -> Lexeme:
    run = text[start:end]
    if run[-1] in VULGAR:
        value = Decimal(run[:-1] or 0) + VULGAR[run[-1]]
    else:
        whole, over, under = (int(part) for part in re.split(r"[ /-]", run))
        value = whole + (Decimal(over) / under if under else Decimal(0))
    return Lexeme(start, end, run, "DEC", value)


def _decade(text: str, start: int, end: int, limit: int) -> Lexeme:
    return Lexeme(start, end, text[start:end], "DECADE", int(re.sub(r"\D", "", text[start:end])))


def _ordinal(text: str, start: int, end: int, limit: int) -> Lexeme:
    return Lexeme(start, end, text[start:end], "ORD", int(re.sub(r"\D", "", text[start:end])))


def _short(text: str, start: int, end: int, limit: int) -> Lexeme:
    return Lexeme(start, end, text[start:end], "SHORT", int(text[start + 1:end]))


def _code(text: str, start: int, end: int, limit: int) -> Lexeme:
    name = "QUARTERCODE" if text[start] in "Qq" else "HALFCODE" if text[start + 1] in "12" else "OTHER"
    if text[start - 1:start].isalnum():
        name = "OTHER"
    return Lexeme(start, end, text[start:end], name, int(text[start + 1]))


def _plain(name: str, symbols: str = "") -> "object":
    def build(text: str, start: int, end: int, limit: int) -> Lexeme:
        before, after = text[start - 1:start] if start else "", text[end:end + 1]
        glued = before.isalnum() or before == "-" and text[start - 2:start - 1].isdigit() and name == "NUMDATE" or before == "-" and text[start - 2:start - 1].isdigit() and name == "EDITION" or before in MONEY and before or before == "/" or after == "%" or after.isalpha() and name not in ("CLOCK", "ISO")
        return Lexeme(start, end, text[start:end], "OTHER" if glued else name, text[start:end])
    return build


def _mark(text: str, start: int, end: int, limit: int) -> Lexeme:
    mark = text[start:end]
    name, value = WORDS.get(mark, ("OTHER", None))
    return Lexeme(start, end, mark, name, value)


_BUILD = {"iso": _plain("ISO"), "numdate": _plain("NUMDATE"), "clock": _plain("CLOCK"), "edition": _plain("EDITION"), "decade": _decade,
          "ordinal": _ordinal, "mixed": _mixed, "quartercode": _code, "short": _short, "number": _number, "word": _word, "mark": _mark}


def _merge_numbers(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Runs of number words as one lexeme: `twenty-five`, `two thousand`, and as a year `nineteen ninety-seven`."""
    if not any(lexeme.name == "NUMW" for lexeme in lexemes):
        return lexemes
    merged: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        j = i
        if lexemes[i].name == "ART" and i + 1 < len(lexemes) and lexemes[i + 1].text in SCALE_WORDS:
            j += 1
        while j < len(lexemes) and (lexemes[j].name in ("NUMW", "ONE") or j > i and _joins(lexemes, j)):
            j += 1
        if j - i < 2:
            j = i + 1
            merged.append(lexemes[i])
        else:
            merged += _spoken(lexemes[i:j])
        i = j
    return merged


def _joins(lexemes: list[Lexeme], at: int) -> bool:
    """Whether a hyphen stands between two number words, or an ordinal ends them (`twenty-first`)."""
    if lexemes[at].name in ("ORD", "SECOND") and lexemes[at - 1].text.endswith("ty") and isinstance(lexemes[at].value, int) and int(str(lexemes[at].value)) < 10:
        return True
    if lexemes[at].text == "-" and at + 1 < len(lexemes) and not lexemes[at].gap and lexemes[at - 1].text.endswith("ty"):
        return lexemes[at + 1].name in ("NUMW", "ONE") or lexemes[at + 1].name in ("ORD", "SECOND")
    return lexemes[at].name in ("ORD", "SECOND") and lexemes[at - 1].text == "-"


def _spoken(run: list[Lexeme]) -> list[Lexeme]:
    """One lexeme for a run of number words, or the run itself where the words do not make one number."""
    words = [lexeme for lexeme in run if lexeme.text != "-"]
    ordinal = words[-1].name in ("ORD", "SECOND")
    values = [2 if word.name == "SECOND" else int(str(word.value)) for word in words]
    text, start, end = " ".join(word.text for word in words), run[0].start, run[-1].end
    if not ordinal and len(values) in (2, 3) and 10 < values[0] < 22 and all(v < 100 for v in values[1:]) and (values[1] >= 10):
        if len(values) == 2 or values[1] >= 20 and values[1] % 10 == 0 and values[2] < 10:
            return [Lexeme(start, end, text, "YEAR", Decimal(values[0] * 100 + sum(values[1:])), gap=run[0].gap)]
    total = current = 0
    for word, value in zip(words, values, strict=True):
        if word.text in SCALE_WORDS:
            current = max(current, 1) * value
            if value > 100:
                total, current = total + current, 0
        elif current and (current % 100 and (current % 10 or value >= 10) or value >= 100):
            return run
        else:
            current += value
    total += current
    if ordinal:
        return [Lexeme(start, end, text, "ORD", total, gap=run[0].gap)]
    return [Lexeme(start, end, text, "NUMW", Decimal(total), gap=run[0].gap)]


HOLIDAY_LEADS: dict[str, list[list[str]]] = {}
for _name in sorted(holidays.NAMES, key=lambda n: (-len(n), n)):
    _words = re.findall(r"['’]s\b|[^\W\d_]+|['’]", _name.replace(".", ""))
    HOLIDAY_LEADS.setdefault(_words[0], []).append([*_words, _name])


def _merge_holidays(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Names of holidays as one lexeme each."""
    if not any(lexeme.text in HOLIDAY_LEADS for lexeme in lexemes):
        return lexemes
    merged: list[Lexeme] = []
    i = 0
    while i < len(lexemes):
        name, count = _holiday(lexemes, i)
        if name:
            merged.append(Lexeme(lexemes[i].start, lexemes[i + count - 1].end, name, "HOLIDAY", name, True, lexemes[i].gap))
        else:
            merged.append(lexemes[i])
        i += max(count, 1)
    return merged


def _holiday(lexemes: list[Lexeme], at: int) -> tuple[str, int]:
    """The holiday that begins at a lexeme and how many lexemes it takes; lower-case words name none."""
    if not lexemes[at].capital:
        return "", 0
    for *words, name in HOLIDAY_LEADS.get(lexemes[at].text, ()):
        stretch = lexemes[at:at + len(words) + 2]
        texts = [lexeme.text.replace("’", "'").strip(".") for lexeme in stretch if lexeme.text != "."]
        if texts[:len(words)] == words:
            dots = sum(lexeme.text == "." for lexeme in stretch[:len(words)])
            last = lexemes[at + len(words) + dots - 1]
            if len(words) == 1 or last.capital or last.name == "OWN":
                return name, len(words) + dots
    return "", 0
