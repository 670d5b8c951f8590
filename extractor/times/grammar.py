"""Finds the time expressions of a sentence by plain text rules: no model, no article date, nothing resolved.

A sentence becomes lexemes with classes (`lexer`), the rules of `days`, `periods`, `clocks`, `lengths` and `relative` are
matched over the classes, the longest match at a place wins, and `joining` puts together what belongs to one expression:
a clock time with its day, `the end of` with its year, the two ends of a range.
"""
import functools
from dataclasses import replace

from extractor import numerals
from extractor.times import clocks, days, joining, lengths, periods, relative
from extractor.times.lexer import NOTHING, Lexeme, codes, lex, promising
from extractor.times.lexicon import CODES
from extractor.times.readings import Found, kind
from extractor.times.readings import TimeMention as TimeMention
from extractor.times.rules import OPENING, Match, Rule

RULES: tuple[Rule, ...] = days.RULES + periods.RULES + clocks.RULES + lengths.RULES + relative.RULES
MONTH_LEADS = frozenset("in of past since until till by from to through and between before after during early late mid last next this "
                        "each every for on or".split())
NOT_MONTHS = frozenset("of on for said says have has be not also could would i we you he she they the".split())
MONTH_NEIGHBOURS = frozenset("SLASH D12 D24 D31 ORD WDAY THE ART HYPH COMMA OPEN EDGE OTHER POSS".split())


def find(text: str, start: int, end: int, words: list[str] | None = None) -> list[TimeMention]:
    """The time mentions of `text[start:end]` in text order, offsets into the whole text. `words` are its `numerals.words`, if at hand."""
    words = numerals.words(text, start, end) if words is None else words
    if not promising(text, start, end, words):
        return []
    lexemes, starts, ends, symbols = lex(text, start, end, words)
    if CODES["MAYBE"] in symbols:
        _settle_months(lexemes)
        symbols = codes(lexemes)
    matches = _matches(lexemes, symbols)
    found = joining.join(lexemes, symbols, matches) if matches else []
    return [TimeMention(starts[item.first], ends[item.last - 1], item.reading, item.rule, item.modifier) for item in found]


def _matches(lexemes: list[Lexeme], symbols: str) -> list[Found]:
    """What the rules make of a sentence, from left to right."""
    found: list[Found] = []
    last = 0
    for at in range(len(symbols)):
        if at >= last and (rules := candidates(symbols[at:at + OPENING])):
            hit = _longest(lexemes, symbols, at, rules)
            if hit is not None:
                found.append(hit)
                last = hit.last
    return found


@functools.cache
def candidates(opening: str) -> tuple[Rule, ...]:
    """The rules that can match where a sentence goes on with these symbols, in their order."""
    return tuple(rule for rule in RULES if any(opening[:length] in rule.openings for length in range(1, OPENING + 1)))


def _longest(lexemes: list[Lexeme], symbols: str, at: int, rules: tuple[Rule, ...]) -> Found | None:
    """The longest match at a place that a rule makes something of; of equal ones the first rule's."""
    matches = [(rule, found) for rule in rules if (found := rule.pattern.match(symbols, at)) is not None and found.end() > at]
    if len(matches) > 1:
        matches.sort(key=lambda candidate: -candidate[1].end())
    for rule, found in matches:
        match = Match(lexemes, found, rule.groups)
        reading = rule.build(match)
        if reading is not None:
            return Found(at + match.skip, found.end(), reading, f"{kind(reading)}.{rule.name.partition('.')[2]}", match.modifier)
    return None


def _settle_months(lexemes: list[Lexeme]) -> None:
    """Decide whether `May` and `March` are months, by what stands beside them, and class them so."""
    for at, lexeme in enumerate(lexemes):
        if lexeme.name == "MAYBE":
            before = lexemes[at - 1] if at else NOTHING
            after = lexemes[at + 1] if at + 1 < len(lexemes) else NOTHING
            lexemes[at] = replace(lexeme, name="MONTH" if lexeme.capital and _is_month(lexeme, before, after) else "OTHER")


def _is_month(lexeme: Lexeme, before: Lexeme, after: Lexeme) -> bool:
    """Whether a capital `May` or `March` is the month."""
    if before.text in MONTH_LEADS:
        return True
    if before.capital and before.noun:
        return False
    if after.name in ("D12", "D24", "D31", "YEAR", "ORD", "SHORT"):
        return True
    if after.text in NOT_MONTHS or after.name in ("POSS", "THAT"):
        return False
    if before is NOTHING:
        return after.name in ("COMMA", "OWN") and lexeme.value == 3
    return before.name in MONTH_NEIGHBOURS
