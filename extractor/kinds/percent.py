"""Shares in percent, percentage points and basis points, the number as written.

`double-digit` names no figure and gives nothing; a `%` with no number before it gives nothing.
"""
import re
from collections.abc import Iterator

from extractor import numbers, sequences, units
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

UNIT = re.compile(
    r"(?P<of>[ \u00a0-]?(?P<whole>of )?an? )?[ \u00a0-]?(?:"
    r"(?P<point>%[ -]?points?\b|per[ \u00a0]?cent(?:age)?[ \u00a0-]points?\b|ppts?\b|pps\b|pp\b|p\.p\.|percentage-points?\b)"
    r"|(?P<basis>basis[ -]points?\b|bps\b|bp\b)"
    r"|(?P<percent>%|％|per[ \u00a0-]?cents?\b|pct\b\.?|percentage\b(?! point)))", re.IGNORECASE)
GAPS, OPENINGS = frozenset(" \u00a0-"), frozenset("%％pPbBoOaA \u00a0-")   # what UNIT can begin with, and go on with after a gap
PER = re.compile(r" (?:per|an?) (annum|year|month|week|day|quarter)\b(?! ago| earlier| later| before)", re.IGNORECASE)
# `points` of a share: before or after its level in percent, of a swing or lead, and in parts where rates are spoken of.
POINTS = re.compile(r"[ -](?:of an? |an? )?points?\b")
TO_SHARE = re.compile(r" (?:to|from) (?:about |around |nearly |just |a record )?[\d.]+ ?(?:%|per ?cent|pct)")
FROM_SHARE = re.compile(
    r"(?:%|per ?cent|pct)(?: of [a-z]+)?,? \(?(?:up|down)(?: by)?(?: about| around| nearly| almost| more than| some| just)? $"
    r"|\bswing of (?:about |around |nearly |almost |more than |some |just )?$|\b\d votes,? or $", re.IGNORECASE)
# `44 percent, six points ahead of the other`.
SHARE = re.compile(r"(?:%|per ?cent|pct)(?: of [a-z ]{1,20})?(?:,| and) $")
AHEAD = re.compile(r" (?:ahead|behind|above|below|clear|more|less|higher|lower)\b")
RATES = re.compile(r"\b(?:interest|rates?|tighten\w*|eas(?:e[ds]?|ing)|hik(?:e[ds]?|ing)|central bank|monetary)\b", re.IGNORECASE)
STEP = re.compile(r" (?:move|step|hike|cut|reduction|increase|less|more|higher|lower|above|below)\b")
LOOK_BACK = 60
AROUND = 200   # characters on either side in which rates are spoken of
# Bare numbers in brackets after a share, each after what it is the share of: `91.3 per cent (urban 94.8, rural 89.9)`.
IN_BRACKETS = re.compile(r" ?\((?!(?:of|in|at|on|by|for|since|until|n) )(?:[^\W\d_][\w-]* ){1,3}")
NEXT_IN_BRACKETS = re.compile(r"(?:,|;|,? and) (?:[^\W\d_][\w-]* ){1,3}")
CLOSING = (",", ";", ")")
NAMES = {"point": "percentage point", "basis": "basis point", "percent": "percent"}


def opens(text: str, end: int) -> bool:
    """Whether a unit of share may begin after a number that ends at `end`."""
    gap = text[end:end + 1] in GAPS
    return text[end + gap:end + gap + 1] in OPENINGS


def unit_after(sentence: Sentence, mention: NumberMention) -> tuple[int, str] | None:
    """The unit of share right after a mention: its end and name; `half a percent` has an article between."""
    match = UNIT.match(sentence.text, mention.end, sentence.end) if opens(sentence.text, mention.end) else None
    if match is None or match.lastgroup is None:
        return None
    if match.group("of") and not match.group("whole") and mention.form not in ("fraction", "words"):
        return None
    return match.end(), NAMES[match.lastgroup]


def points(sentence: Sentence, mention: NumberMention) -> int | None:
    """Where `points` that are percentage points end: `by 1.3 points to 2.4 per cent`, `a quarter-point cut in rates`; None for others."""
    match = POINTS.match(sentence.text, mention.end, sentence.end)
    if match is None:
        return None
    floor = max(sentence.start, mention.start - LOOK_BACK)
    if TO_SHARE.match(sentence.text, match.end(), sentence.end) or FROM_SHARE.search(sentence.text, floor, mention.start):
        return match.end()
    if AHEAD.match(sentence.text, match.end(), sentence.end) and SHARE.search(sentence.text, floor, mention.start):
        return match.end()
    if mention.form != "fraction" and (mention.value is None or not 0 < mention.value < 1):
        return None
    if STEP.match(sentence.text, match.end(), sentence.end):
        return match.end()
    around = max(sentence.start, mention.start - AROUND), min(sentence.end, mention.end + AROUND)
    return match.end() if RATES.search(sentence.text, *around) else None


def bracketed(sentence: Sentence, share: Proposal) -> Iterator[Proposal]:
    """The bare numbers in brackets after a share."""
    position, joint = share.end, IN_BRACKETS
    for mention in sentence.numbers[numbers.next_from(sentence.numbers, share.end):]:
        if not joint.fullmatch(sentence.text, position, mention.start) or sentence.text[mention.end:mention.end + 1] not in CLOSING:
            return
        if numbers.in_time(sentence.times, mention.start, mention.end) or units.find(sentence.text, mention.end, sentence.end):
            return
        yield numeric(sentence, mention, mention.end, "percent", "percent.bracketed", unit=share.unit)
        position, joint = mention.end, NEXT_IN_BRACKETS


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Shares among the sentence's number mentions, with a unit taken over from the next of a series."""
    for mention in numbers.outside(sentence):
        if mention.form in ("ordinal", "multiple", "vague") or not (mention.follower or opens(sentence.text, mention.end)):
            continue
        found, last = None, mention
        for last in sequences.series(mention):
            found = unit_after(sentence, last)
            if found is not None:
                break
        if found is None and (end := points(sentence, mention)):
            yield numeric(sentence, mention, end, "percent", "percent.points", unit="percentage point")
        if found is None or (last is not mention and last.form != mention.form):
            continue
        end = found[0] if last is mention else mention.end
        per = PER.match(sentence.text, end, sentence.end)
        divided = {"annum": "year"}.get(per.group(1).lower(), per.group(1).lower()) if per else None
        rule = "percent.shared_unit" if last is not mention else "percent.sign" if sentence.text[end - 1] in "%％" else "percent.word"
        share = numeric(sentence, mention, end, "percent", rule, unit=found[1], per=divided)
        yield share
        if sentence.text.startswith((" (", "("), end):
            yield from bracketed(sentence, share)


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
    Example("It cut its forecast by 1.3 points to 2.4 per cent.",
            ({"text": "1.3 points", "unit": "percentage point", "direction": "down"}, {"text": "2.4 per cent"})),
    Example("A quarter-point cut in rates is likely.", ({"text": "quarter-point", "number": 0.25, "unit": "percentage point"},)),
    Example("Coverage is 91.3 per cent (urban 94.8, rural 89.9).", ({"text": "91.3 per cent"}, {"text": "94.8"}, {"text": "89.9"})),
    Example("It could touch 7 or even 8 per cent.", ({"text": "7 or even 8 per cent", "low": 7, "high": 8},)),
    Example("The index lost 1.3 points, or 2 percent.", ({"text": "2 percent"},)),
    Example("In a survey 40 percent agreed (in 2019), half of them men.", ({"text": "40 percent"},)),
    Example("He has 44 percent, six points ahead of her.", ({"text": "44 percent"}, {"text": "six points", "unit": "percentage point"})),
    Example("He leads by half a point."),
    Example("It was a double-digit rise."),
    Example("Only a small percent reach the top."),
    Example("The % of women in the force is growing."),
    Example("A percentage of the profits goes to charity."),
    Example("He gave one hundred and ten dollars."),
)
