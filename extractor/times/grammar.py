"""Finds the time expressions of a sentence by plain text rules: no model, no article date, nothing resolved.

A sentence becomes lexemes with classes (`lexer`), the rules of `dates`, `relative` and `lengths` are matched over the
classes, the longest match at a place wins, and `joining` puts together what belongs to one expression: a clock time with
its day, `the end of` with its year, the two ends of a range.
"""
import re

from extractor.times import dates, joining, lengths, relative
from extractor.times.lexer import Lexeme, codes, lex, promising
from extractor.times.readings import TimeMention as TimeMention
from extractor.times.rules import Match, Rule

RULES: tuple[Rule, ...] = dates.RULES + lengths.RULES + relative.RULES
ANY = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in RULES))
MONTH_LEADS = frozenset("in of since until till by from to through and between before after during early late mid last next this each every for on or".split())
NOT_MONTHS = frozenset("of on for said says have has be not also could would".split())


def find(text: str, start: int, end: int) -> list[TimeMention]:
    """The time mentions of `text[start:end]` in text order, with offsets into `text`."""
    if not promising(text[start:end]):
        return []
    lexemes = lex(text, start, end)
    _names_of_months(lexemes)
    symbols = codes(lexemes)
    found: list[joining.Found] = []
    at = 0
    while (possible := ANY.search(symbols, at)) is not None:
        at = possible.start()
        hit = _longest(lexemes, symbols, at)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.last
    return joining.join(lexemes, symbols, found)


def _longest(lexemes: list[Lexeme], symbols: str, at: int) -> joining.Found | None:
    """The longest match at a place that a rule makes something of."""
    matches = [(match.end(), rule, match) for rule in RULES if (match := rule.pattern.match(symbols, at)) is not None and match.end() > at]
    matches.sort(key=lambda candidate: -candidate[0])
    for end, rule, found in matches:
        match = Match(lexemes, found)
        reading = rule.build(match)
        if reading is not None:
            return joining.Found(at + match.skip, end, reading, rule.name)
    return None


def _names_of_months(lexemes: list[Lexeme]) -> None:
    """Decide whether `May` and `March` are months, by what stands beside them, and class them so."""
    for at, lexeme in enumerate(lexemes):
        if lexeme.name != "MAYBE":
            continue
        before = lexemes[at - 1] if at else None
        after = lexemes[at + 1] if at + 1 < len(lexemes) else None
        lexeme.name = "MONTH" if _is_month(lexeme, before, after) else "OTHER"


def _is_month(lexeme: Lexeme, before: Lexeme | None, after: Lexeme | None) -> bool:
    if lexeme.capital and before is not None and before.text in MONTH_LEADS:
        return True
    if not lexeme.capital or before is not None and before.capital and before.name == "OTHER" and before.text.isalpha() and before.text != "in":
        return False
    if after is not None and (after.name in ("D12", "D24", "D31", "YEAR", "ORD", "SHORT")):
        return True
    if after is not None and (after.text in NOT_MONTHS or after.name in ("POSS", "THAT") or after.text in ("i", "we", "you", "he", "she", "they", "the")):
        return False
    if before is None:
        return after is not None and after.name in ("COMMA", "OWN") and lexeme.value == 3
    return before.text in MONTH_LEADS or before.name in ("D12", "D24", "D31", "ORD", "WDAY", "THE", "ART", "HYPH", "COMMA", "OPEN", "EDGE", "OTHER", "POSS")
