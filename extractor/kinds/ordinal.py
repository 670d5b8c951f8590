"""A place in an order, with what it orders up to its head: `3rd place`, `105th anniversary`, `first foreign trip`.

`first` and `second` as adverbs or list markers give nothing; nor do ordinals of dates, fractions (`two thirds`),
streets (`5th Avenue`) and names (`the Fifth Amendment` orders; `World War` has no ordinal).
"""
import re
from collections.abc import Iterator

from extractor import nouns
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

STREET = re.compile(r" (?:[NSEW]\.? |North |South |East |West )?(?:Avenue|Ave|Street|St|Road|Rd|Floor)\b\.?")
ADVERBIAL = re.compile(r" (?:of all|and foremost|came|come|he|she|it|they|we|you|i|in|on|at|to|with|for|by|from|as|that|when)\b|[,.;:!?]|$", re.IGNORECASE)
# Words after an ordinal that make an idiom or a name of it.
IDIOMS = re.compile(r"[ -](?:hand|aid|name|names|thing|things|person singular|lady|ladies|gentleman|minister|class|rate|world|half|quarter|person|cousin|cousins|"
                    r"responders?|thoughts?|lieutenant|degree|look|glance|sight|nature|language|home|homes|party|parties|"
                    r"past|of (?:January|February|March|April|May|June|July|August|September|October|November|December))\b", re.IGNORECASE)
RANKED = re.compile(r"[ -](?:largest|biggest|best|worst|most|least|highest|lowest|longest|tallest|richest|oldest|youngest|busiest|leading|smallest|deadliest|fastest|"
                    r"[a-z]+est)\b", re.IGNORECASE)


def fraction(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether `a third of …`, `a fifth the size` is meant: a fraction, no rank."""
    text = sentence.text
    lead = text[max(sentence.start, mention.start - 5):mention.start]
    return bool(re.search(r"\b(?:a|one)[ -]$", lead, re.IGNORECASE) and re.compile(r" of\b| the\b| as\b|[.,;]|$").match(text, mention.end, sentence.end))


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Ranks among the sentence's ordinal mentions."""
    for mention in sentence.numbers:
        if mention.form != "ordinal" or fraction(sentence, mention):
            continue
        text = sentence.text
        if STREET.match(text, mention.end, sentence.end) or IDIOMS.match(text, mention.end, sentence.end):
            continue
        if ADVERBIAL.match(text, mention.end, sentence.end):
            continue
        start = nouns.counted(sentence, mention.end)
        if start is None or re.search(r"[,;:()]", text[mention.end:start.end]):
            continue
        yield numeric(sentence, mention, start.end, "ordinal", "ordinal.noun", unit=nouns.singular(text[sentence.tokens[start.head].start:start.end]))


EXAMPLES = (
    Example("It came in 3rd place.", ({"text": "3rd place", "number": 3, "unit": "place"},)),
    Example("They marked the 105th anniversary of his birth.", ({"text": "105th anniversary", "number": 105, "unit": "anniversary"},)),
    Example("It was her first foreign trip.", ({"text": "first foreign trip", "number": 1, "unit": "trip"},)),
    Example("Russian is taught as a second foreign language.", ({"text": "second foreign language", "number": 2, "unit": "language"},)),
    Example("He won his third title.", ({"text": "third title", "number": 3, "unit": "title"},)),
    Example("The twenty-first member joined.", ({"text": "twenty-first member", "number": 21, "unit": "member"},)),
    Example("It is the country's third-largest city.", ({"text": "third-largest city", "number": 3, "unit": "city"},)),
    Example("She was the 46th president.", ({"text": "46th president", "number": 46, "unit": "president"},)),
    Example("First, we must wait."),
    Example("She finished second."),
    Example("A third of the homes were lost."),
    Example("He lives on 5th Avenue."),
    Example("They were given first aid."),
    Example("The meeting is on the 4th of July."),
)
