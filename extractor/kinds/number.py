"""Bare values with no unit: `the index closed at 38,000`.

What other kinds type is theirs by the order of precedence. `one` alone and a number glued to a name or code give nothing.
"""
import re
from collections.abc import Iterator

from extractor import numbers
from extractor.divisors import divisor
from extractor.kinds.count import stands_alone
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

WORD = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"\b[^\W\d_]-?\d")
LONGEST_CELL = 40   # characters
GLUED = re.compile(r"[^\W\d_]|[-–—/](?=\w)(?!plus)|[@#&]|:\d|\.\d")


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Every number mention as a bare value, where nothing is glued to it."""
    for mention in numbers.unclaimed(sentence):
        if mention.form in ("ordinal", "multiple", "vague") or not stands_alone(sentence, mention):
            continue
        scaled = numbers.letter(sentence.text, mention, sentence.end)
        if scaled:
            yield numeric(sentence, mention, scaled[0], "number", "number.scaled", factor=scaled[1])
        elif _in_a_cell(sentence, mention):
            continue
        elif mention.form != "fraction" and not named(sentence, mention) and not GLUED.match(sentence.text, mention.end, sentence.end):
            per = divisor(sentence.text, mention.end, sentence.end)
            yield numeric(sentence, mention, mention.end, "number", "number.bare", per=per)


def _in_a_cell(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a numeral stands in a line of codes without a word: a table's cell or an identifier, `7/12 B-4 112`."""
    text, start, end = sentence.text, sentence.start, sentence.end
    if end - start > LONGEST_CELL:
        return False
    return mention.form == "digits" and WORD.search(text, start, end) is None and CODE.search(text, start, end) is not None


def named(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a lone number word with a capital inside a sentence is a name: `a carthorse named Seven`."""
    before = sentence.text[max(sentence.start, mention.start - 2):mention.start]
    return mention.form == "words" and sentence.text[mention.start].isupper() and before[:1].islower()


EXAMPLES = (
    Example("The index closed at 38,000.", ({"text": "38,000", "number": 38000, "unit": None},)),
    Example("The reading was -0.5.", ({"text": "-0.5", "number": -0.5},)),
    Example("His record stands at .500.", ({"text": ".500", "number": 0.5},)),
    Example("It scored 1.3x10^6 on the scale.", ({"text": "1.3x10^6", "number": 1300000},)),
    Example("The quake measured 6.4.", ({"text": "6.4", "number": 6.4},)),
    Example("The gauge read between 10 and 15.", ({"text": "10 and 15", "low": 10, "high": 15},)),
    Example("The reading came to 12,34,567.", ({"text": "12,34,567", "number": 1234567},)),
    Example("The car is around 25k cheaper.", ({"text": "25k", "number": 25000},)),
    Example("The index came to 20.5 per week.", ({"text": "20.5", "per": "week"},)),
    Example("7/12 B-4 112"),
    Example("She lives in Apt. 3B there."),
    Example("The F-16 and the A380 landed."),
    Example("It ran on version 3.2.1 of the code."),
    Example("The server is at 192.168.1.2 now."),
    Example("Call 555-0100 today."),
    Example("The cup final ended 2-1."),
    Example("They lost a horse named Seven."),
)
