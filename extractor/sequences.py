"""Numbers written side by side: ranges (`15-17`, `10 to 15 million`) and series (`10, 20 and 30 km`)."""
import re
from decimal import Decimal
from itertools import pairwise

from extractor.change_words import WORDS
from extractor.numerals import ABBREVIATIONS, HUNDRED, SCALES
from extractor.proposals import NumberMention

JOINT = re.compile(r"\s*(?:-|–|—|~|‑|\bto\b|-to-|–to–|-\sto\s|\bto-|\band\b|\bthrough\b|\bor\s(?:even|perhaps|possibly|maybe)\b)\s*")
BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|around|roughly|approximately|an estimated))?\s+[$£€¥]?$", re.IGNORECASE)
# After a word of change, or `by`, `X to Y` are an amount of change and the level reached.
CHANGING = WORDS.keys() | {"by"}
HEDGES = frozenset("about around nearly almost another by only just some".split())
NO_WORD = re.compile(r"\W")
# A unit after the second: `fall 2 to 3 percent` is a range all the same.
UNIT_AFTER = re.compile(r"[ -]?(?:%|per ?cent|points?\b|basis|bps\b|cents?\b|pence\b|dollars\b|euros\b"
                        r"|pounds\b|feet\b|inches\b|miles\b|degrees\b|times\b|people\b|jobs\b)")
SERIES = re.compile(r"\s*(?:,|,?\s+(?:and|or|to|versus)\s(?:even\s|perhaps\s|possibly\s)?|-|–|/|-to-|-or-)\s*")
LONGEST_SERIES = 12        # members
LONGEST_SERIES_GAP = 13   # characters between two members of a series
SCALED = {word: value for word, value in (SCALES | ABBREVIATIONS).items() if value > HUNDRED}


def shared_scale(left: NumberMention, right: NumberMention) -> Decimal:
    """What the first number of a range takes over from the scale of the second: `10 to 15 million`."""
    factor = SCALED.get((right.scale or "").lower())
    if factor is None or left.scale or left.value is None or right.value is None:
        return Decimal(1)
    return factor if abs(left.value) <= abs(right.value / factor) else Decimal(1)


def changing(lead: str) -> str | None:
    """The word of change, or `by`, that what leads up to a number ends in, but for a hedge: `fell `, `up about `, `by a further `."""
    if not lead.endswith(" "):
        return None
    words = lead.lower().split(" ")[:-1]
    hedge = 2 if words[-2:] == ["a", "further"] else int(words[-1] in HEDGES)
    ends = [NO_WORD.split(word)[-1] for word in (*words[-1 - hedge:-hedge or None], *words[-1:])]
    return next((word for word in ends if word in CHANGING), None)


def joined(text: str, left: NumberMention, right: NumberMention) -> NumberMention | None:
    """One range mention out of two numbers written side by side (`15-17`, `10 to 15 million`), else None."""
    if left.value is None or right.value is None or {left.form, right.form} & {"ordinal", "multiple"}:
        return None
    joint = JOINT.fullmatch(text, left.end, right.start)
    if joint is None:
        return None
    word = joint.group().strip().strip("-–")
    if joint.group() == "-" and left.form == right.form == "words" and left.scale is None:
        return None                                                       # a one-two punch
    if word == "and" and not BETWEEN.search(text, max(0, left.start - 40), left.start):
        return None
    if word == "to" and not UNIT_AFTER.match(text, right.end) and changing(text[max(0, left.start - 40):left.start]):
        return None                                                       # fell 5 to 286
    low, high = left.value * shared_scale(left, right), right.value
    if low >= high or (not word and left.end + 1 == right.start and left.start and text[left.start - 1] in "-–/"):
        return None                                                       # 222-2222 of a telephone number
    return NumberMention(left.start, right.end, None, low, high, form=right.form, scale=right.scale, parts=(left, right))


def compose(text: str, found: list[NumberMention]) -> list[NumberMention]:
    """Ranges made one mention, and every member of a series linked to the next."""
    composed: list[NumberMention] = []
    for mention in found:
        merged = joined(text, composed[-1], mention) if composed and not composed[-1].parts else None
        if merged:
            composed[-1] = merged
        else:
            composed.append(mention)
    for left, right in pairwise(composed):
        if right.start - left.end <= LONGEST_SERIES_GAP and SERIES.fullmatch(text, left.end, right.start):
            left.follower = right
    return composed


def series(mention: NumberMention) -> list[NumberMention]:
    """A mention and those that follow it in its series, as far as a unit is looked for: `10, 20 and 30 km`."""
    found = [mention]
    while (following := found[-1].follower) is not None and len(found) < LONGEST_SERIES:
        found.append(following)
    return found
