"""Shares in percent, percentage points and basis points, the number as written.

`double-digit` names no figure and gives nothing; a `%` with no number before it gives nothing.
"""
import re
from collections.abc import Iterator

from extractor import numbers
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

UNIT = re.compile(
    r"(?P<of>[ \u00a0-]?(?P<whole>of )?an? )?[ \u00a0-]?(?:"
    r"(?P<point>%[ -]?points?\b|per[ \u00a0]?cent(?:age)?[ \u00a0-]points?\b|ppts?\b|pps\b|pp\b|p\.p\.|percentage-points?\b)"
    r"|(?P<basis>basis[ -]points?\b|bps\b|bp\b)"
    r"|(?P<percent>%|％|per[ \u00a0-]?cents?\b|pct\b\.?|percentage\b(?! point)))", re.IGNORECASE)
PER = re.compile(r" (?:per|an?) (annum|year|month|week|day|quarter)\b(?! ago| earlier| later| before)", re.IGNORECASE)
NAMES = {"point": "percentage point", "basis": "basis point", "percent": "percent"}


def unit_after(sentence: Sentence, mention: NumberMention) -> tuple[int, str] | None:
    """The unit of share right after a mention: its end and name; `half a percent` has an article between."""
    match = UNIT.match(sentence.text, mention.end, sentence.end)
    if match is None or match.lastgroup is None:
        return None
    if match.group("of") and not match.group("whole") and mention.form not in ("fraction", "words"):
        return None
    return match.end(), NAMES[match.lastgroup]


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Shares among the sentence's number mentions, with a unit taken over from the next of a series."""
    for mention in numbers.outside(sentence.numbers, sentence.times):
        if mention.form in ("ordinal", "multiple", "vague"):
            continue
        found, last = None, mention
        for last in numbers.series(mention):
            found = unit_after(sentence, last)
            if found is not None:
                break
        if found is None or (last is not mention and last.form != mention.form):
            continue
        end = found[0] if last is mention else mention.end
        per = PER.match(sentence.text, end, sentence.end)
        divided = {"annum": "year"}.get(per.group(1).lower(), per.group(1).lower()) if per else None
        rule = "percent.shared_unit" if last is not mention else "percent.sign" if sentence.text[end - 1] in "%％" else "percent.word"
        yield numeric(sentence, mention, end, "percent", rule, unit=found[1], per=divided)


EXAMPLES = (
    Example("The share amounted to 7.85 percent.", ({"text": "7.85 percent", "number": 7.85, "unit": "percent"},)),
    Example("Prices rose 40% in a year.", ({"text": "40%", "number": 40, "unit": "percent", "direction": "up"},)),
    Example("Turnout fell by 0.5 percentage points.",
            ({"text": "0.5 percentage points", "number": 0.5, "unit": "percentage point", "direction": "down"},)),
    Example("The bank cut rates by 25 basis points.", ({"text": "25 basis points", "number": 25, "unit": "basis point"},)),
    Example("Growth slowed to between 5% and 6%.", ({"text": "5% and 6%", "low": 5, "high": 6, "number": None},)),
    Example("A one-half percent rise is likely.", ({"text": "one-half percent", "number": 0.5},)),
    Example("Twenty per cent of homes lost power.", ({"text": "Twenty per cent", "number": 20},)),
    Example("Margins of 10, 20 and 30 percent were common.", ({"text": "10", "unit": "percent"}, {"text": "20"}, {"text": "30 percent"})),
    Example("Output shrank -3.2% in May.", ({"text": "-3.2%", "number": -3.2},)),
    Example("Inflation of 15 to 20 pct is expected.", ({"text": "15 to 20 pct", "low": 15, "high": 20},)),
    Example("The bid is 41\u00a0per\u00a0cent above the price.", ({"text": "41\u00a0per\u00a0cent", "number": 41},)),
    Example("Every estimate is within plus or minus 1.2 percentage points.", ({"text": "1.2 percentage points", "number": 1.2},)),
    Example("It was a double-digit rise."),
    Example("Only a small percent reach the top."),
    Example("The % of women in the force is growing."),
    Example("A percentage of the profits goes to charity."),
    Example("He gave one hundred and ten dollars."),
)
