"""The columns of a fact as a person writes them, in one line: `money >2,780,000 USD when=2023-Q3 subject="oil exports"`.

In this order, all but the type only where there is something to say:

- `#3`, a label that other facts point to
- the type
- modifier and direction: `~ > >= < <=` (approximately, more_than, at_least, less_than, at_most) or a word (`start`, `up`)
- for a date, duration or recurrence its TIMEX3 value (`-` where it is given by name below)
- the number (`2,780,000`, `7.85`), or the ends of a range (`15..17`, `..17`), or `-` for none
- the unit, and after a `/` what it is divided by: `80 USD / barrel`
- every other column by name: `when=2023-Q3`, `days=2024-01-01..2024-01-31`, `subject="oil exports"`, `change_from=#3`

What is more than words stands in quotes, written as JSON strings are; `-` stands for null. Left out, the unit of a percentage
is `percent` and of an age `year`, the days of a date follow from its value, and every other column is null.
"""
import json
import re
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, get_args

from extractor.fact import TEMPORAL, TYPES, Modifier, Relation

SIGNS = {"approximately": "~", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<="}
MODIFIERS = {sign: name for name, sign in SIGNS.items()} | {name: name for name in get_args(Modifier)}
DIRECTIONS = ("up", "down")
RELATIONS = get_args(Relation)
UNITS = {"percent": "percent", "age": "year"}
NAMED = ("unit", "per", "modifier", "direction", "date", "when", "source", "subject", "date_start", "date_end")
DAYS = ("date_start", "date_end")
NULL = "-"

NAME = re.compile(r"([a-z_]+)(@[+-]\d{1,9})?=")
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
BARE = re.compile(r'[^\s"()]+')
SPACE = re.compile(r"\s*")
SIGN = re.compile(r"(>=|<=|[~><])(.*)", re.DOTALL)
NUMBER = re.compile(r"[-+−]?(?:\d[\d,_]*(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
TIMEX = re.compile(r"(?:[\dX]|FY|BC|P)[\dA-Z:.+-]*|(?:PRESENT|PAST|FUTURE)_REF", re.ASCII)
LABEL = re.compile(r"#[\w-]+")
PHRASE = re.compile(r"[^\W\d_][\w.%°’'-]*(?: [^\W_][\w.%°’'-]*)*")       # a unit that needs no quotes
WORD = re.compile(r"[^\W_][\w.:%’'+/-]*")                                # a value that needs none


@dataclass(frozen=True)
class Token:
    """One word: its value, whether it stood in quotes, the name before its `=`, and what that name has after an `@`."""

    value: str
    quoted: bool = False
    name: str = ""
    occurrence: int | None = None


@dataclass
class Short:
    """What the line says: the columns given, the fact's label, the label it points to, and which occurrence its subject is."""

    columns: dict[str, Any] = field(default_factory=dict)
    label: str | None = None
    target: str | None = None
    occurrence: int | None = None


def read(text: str, position: int = 0, closing: str = "") -> tuple[Short, int]:
    """Read a line from `position` to the sign that closes it, or the end: what it says, and where that sign ends.

    Raises ValueError telling what is wrong with it.
    """
    tokens, end = scan(text, position, closing)
    return parse(deque(tokens)), end


def scan(text: str, position: int, closing: str) -> tuple[list[Token], int]:
    """The words up to the closing sign."""
    tokens: list[Token] = []
    while True:
        position = _after(SPACE, text, position)
        if closing and text.startswith(closing, position):
            return tokens, position + len(closing)
        if position == len(text):
            if closing:
                raise ValueError(f"the columns are not closed with {closing}")
            return tokens, position
        named = NAME.match(text, position)
        found = (QUOTED if text.startswith('"', start := named.end() if named else position) else BARE).match(text, start)
        if not found:
            raise ValueError(f"{'a value is missing before' if named else 'cannot be read:'} {text[start:start + 20]!r}")
        tokens.append(_token(found.group(), named))
        position = found.end()


def _after(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def _token(written: str, named: re.Match[str] | None) -> Token:
    """A word as it was written."""
    name = named.group(1) if named else ""
    occurrence = int(named.group(2)[1:]) if named and named.group(2) else None
    if not written.startswith('"'):
        return Token(written, False, name, occurrence)
    try:
        return Token(json.loads(written, strict=False), True, name, occurrence)
    except ValueError:
        raise ValueError(f"is no string in JSON's way of writing: {written}") from None


def parse(tokens: "deque[Token]") -> Short:
    """The words as columns."""
    short = Short()
    if _bare(tokens) and LABEL.fullmatch(tokens[0].value):
        short.label = tokens.popleft().value
    if not _bare(tokens) or tokens[0].value not in TYPES:
        raise ValueError(f"the type comes first, one of {', '.join(TYPES)}")
    short.columns["type"] = tokens.popleft().value
    _qualifiers(tokens, short.columns)
    if short.columns["type"] in TEMPORAL and _bare(tokens) and (is_timex(tokens[0].value) or tokens[0].value == NULL):
        value = tokens.popleft().value
        short.columns |= {} if value == NULL else {"date": value}
        _qualifiers(tokens, short.columns)
    if _bare(tokens) and (amounts := numbers(tokens[0].value)) is not None:
        short.columns |= amounts
        tokens.popleft()
    if unit := _phrase(tokens):
        short.columns["unit"] = unit
    if _bare(tokens) and tokens[0].value == "/":
        tokens.popleft()
        short.columns["per"] = _phrase(tokens)
        if not short.columns["per"]:
            raise ValueError("after the / comes what the value is divided by")
    while tokens:
        _named(tokens.popleft(), short)
    return short


def _bare(tokens: "deque[Token]") -> bool:
    """Whether the next word has neither name nor quotes."""
    return bool(tokens) and not tokens[0].name and not tokens[0].quoted


def _qualifiers(tokens: "deque[Token]", columns: dict[str, Any]) -> None:
    """Take signs and words of modifier and direction off the line; a sign may stand close to what follows."""
    while _bare(tokens):
        word = tokens[0].value
        sign = SIGN.fullmatch(word)
        if word in MODIFIERS:
            columns["modifier"] = MODIFIERS[word]
        elif word in DIRECTIONS:
            columns["direction"] = word
        elif sign:
            columns["modifier"] = MODIFIERS[sign.group(1)]
            tokens[0] = Token(sign.group(2))
            continue
        else:
            return
        tokens.popleft()


def _phrase(tokens: "deque[Token]") -> str:
    """Take one phrase off the line: one in quotes, or words up to a `/` or a name."""
    if tokens and tokens[0].quoted and not tokens[0].name:
        return tokens.popleft().value
    words = []
    while _bare(tokens) and tokens[0].value != "/":
        words.append(tokens.popleft().value)
    return " ".join(words)


def _named(token: Token, short: Short) -> None:
    """Take one `name=value`."""
    null = token.value == NULL and not token.quoted
    if token.name in RELATIONS:
        short.columns["relation"], short.target = token.name, token.value
        if not LABEL.fullmatch(token.value):
            raise ValueError(f"{token.name} points to the label of another fact, as in {token.name}=#1")
    elif token.name == "days":
        short.columns |= dict.fromkeys(DAYS) if null else _days(token.value)
    elif token.name in NAMED:
        short.columns[token.name] = None if null else token.value
        short.occurrence = token.occurrence if token.name == "subject" else short.occurrence
    else:
        what = f"there is no column {token.name!r}" if token.name else f"{token.value!r} is out of place"
        raise ValueError(f"{what}; after type, value and unit come {', '.join((*NAMED[:-2], 'days', *RELATIONS))}, each with its =")


def _days(value: str) -> dict[str, Any]:
    """First and last day of `2024-01-01..2024-01-31`."""
    ends = value.split("..")
    if len(ends) != 2:
        raise ValueError(f"days are the first and the last, as in days=2024-01-01..2024-01-31, or -: {value!r}")
    return {name: None if end == NULL else end for name, end in zip(DAYS, ends, strict=True)}


def is_timex(value: str) -> bool:
    """Whether a word looks like a TIMEX3 value, or two with a `/` between."""
    return all(TIMEX.fullmatch(part) for part in value.split("/")) and value.count("/") < 2


def numbers(word: str) -> dict[str, Any] | None:
    """The number or range that a word is: None where it is neither."""
    if word == NULL:
        return {"number": None}
    if NUMBER.fullmatch(word):
        return {"number": number(word)}
    low, dots, high = word.partition("..")
    if dots and (low or high) and all(NUMBER.fullmatch(end) for end in (low, high) if end):
        return {"number": None, "low": number(low) if low else None, "high": number(high) if high else None}
    return None


def number(word: str) -> int | float:
    """A number as written, an int where it has neither point nor exponent."""
    value = Decimal(word.replace(",", "").replace("_", "").replace("−", "-"))
    return float(value) if "." in word or "e" in word.lower() else int(value)


def write(row: Mapping[str, Any], days: tuple[str | None, str | None], label: str | None = None, target: str | None = None,
          occurrence: int | None = None) -> str:
    """A row's columns as a line; `days` are those that follow from its date, the rest is what `Short` says."""
    sign = SIGNS.get(row.get("modifier") or "", "")
    words = [label or "", row["type"], "" if sign else row.get("modifier") or "", row.get("direction") or ""]
    value = [row["date"] if is_timex(row.get("date") or "!") else NULL] if row["type"] in TEMPORAL else []
    value += [amount] if (amount := _amount(row)) != NULL or row["type"] not in TEMPORAL else []
    words += [sign + value[0], *value[1:]]
    if row.get("unit") is not None and row["unit"] != UNITS.get(row["type"]):
        words.append(_quoted(row["unit"], PHRASE, avoid=_is_qualifier))
    if row.get("per") is not None:
        words += ["/", _quoted(row["per"], PHRASE)]
    return " ".join(filter(None, words + _columns(row, days, target, occurrence)))


def _columns(row: Mapping[str, Any], days: tuple[str | None, str | None], target: str | None, occurrence: int | None) -> list[str]:
    """The columns that are written by name."""
    words = [f"unit={NULL}"] if row.get("unit") is None and row["type"] in UNITS else []
    if row.get("date") is not None and not (row["type"] in TEMPORAL and is_timex(row["date"])):
        words.append(f"date={_quoted(row['date'], WORD)}")
    covered = tuple(row.get(name) for name in DAYS)
    if covered != days:
        words.append(_written_days(covered))
    words += [f"{name}={_quoted(row[name], WORD)}" for name in ("when", "source") if row.get(name) is not None]
    if row.get("subject") is not None:
        place = f"@{occurrence:+d}" if occurrence else ""
        words.append(f"subject{place}={json.dumps(row['subject'], ensure_ascii=False)}")
    return [*words, f"{row['relation']}={target}"] if target else words


def _written_days(covered: tuple[Any, ...]) -> str:
    """First and last day as a column."""
    if covered == (None, None):
        return f"days={NULL}"
    if all(day is None or WORD.fullmatch(day) for day in covered):
        return "days=" + "..".join(day or NULL for day in covered)
    return " ".join(f"{name}={NULL if day is None else _quoted(day, WORD)}" for name, day in zip(DAYS, covered, strict=True))


def _amount(row: Mapping[str, Any]) -> str:
    """The number, or the ends of the range, as written."""
    low, high = row.get("low"), row.get("high")
    if low is not None or high is not None:
        return "..".join("" if end is None else digits(end) for end in (low, high))
    return NULL if row.get("number") is None else digits(row["number"])


def digits(value: int | float) -> str:
    """A number with commas between thousands; a float keeps its point or exponent."""
    if isinstance(value, int):
        return f"{value:,}"
    return repr(value) if "e" in repr(value) else f"{Decimal(repr(value)):,f}"


def _is_qualifier(word: str) -> bool:
    return word in MODIFIERS or word in DIRECTIONS


def _quoted(value: str, plain: re.Pattern[str], avoid: Callable[[str], bool] = lambda word: False) -> str:
    """A value as it is where it is plain and its first word cannot be taken for another part of the line, else in quotes."""
    return value if plain.fullmatch(value) and not avoid(value.split(" ")[0]) else json.dumps(value, ensure_ascii=False)
