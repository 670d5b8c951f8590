"""A place in an order, with what it orders up to its head: `3rd place`, `105th anniversary`, `first foreign trip`.

`first` and `second` as adverbs or list markers give nothing; nor do ordinals of dates, fractions (`two thirds`),
streets (`5th Avenue`) and names (`the 6th Fleet`). From the third on an ordinal with no noun is a place too
(`she finished eleventh`), its unit null.
"""
import re
from collections.abc import Iterator

from extractor import nouns, numbers
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric
from extractor.singulars import singular

STREET = re.compile(
    r" (?:[NSEW]\.? |North |South |East |West )?(?:Avenues?|Ave|[Ss]treets?|St|st|Road|Rd|Floor)\b\.?")
ADVERBIAL = re.compile(
    r" (?:of all|and foremost|came|come|he|she|it|they|we|you|i|in|on|at|to|with|for|by|from|as|that|when|behind|after|and|but|or|of"
    r"|overall|among)\b"
    r"|[,.;:!?)\"”]|$", re.IGNORECASE)
# Words after an ordinal that make an idiom or a name of it.
IDIOMS = re.compile(
    r"[ -](?:hand|aid|names?|things?|person singular|lady|ladies|gentleman|minister|class|rate|world|half|quarter|person|cousins?"
    r"|responders?|thoughts?|lieutenant|degree|look|glance|sight|nature|homes?(?! runs?)|party|parties|base"
    r"|basem[ae]n|light|wind|ever|come|time around"
    r"|past|of (?:January|February|March|April|May|June|July|August|September|October|November|December))\b", re.IGNORECASE)
APPOSED = re.compile(r"(?:,|;|, and| and| was| is) the $")   # 12 convictions, the first at 14
SUPERLATIVE = re.compile(r"-(?:[^\W\d_]+est|best|worst|most|least|placed|ranked|seeded)(?![\w-])")
SECONDS = re.compile(r"\b(?:every|each|per|split|any)[ -]second$", re.IGNORECASE)   # a time
PART = re.compile(r"\b(?:an?|one)[ -]$", re.IGNORECASE)
OF_WHOLE = re.compile(r" of\b| the\b| as\b| (?:above|below|more|less|higher|lower|larger|smaller|fewer|cheaper|faster|longer"
                      r"|from)\b|[.,;]|$")
PRONOUN = re.compile(r" ones?\b(?! (?:hundred|thousand|million|billion|of|hand)\b)")   # the first one
MARKS = re.compile(r"[,;:()]")
AROUND = 40   # characters before an ordinal that a line in capitals is told by
LEAST_BARE = 3   # `first` and `second` alone are adverbs, `2nd` is not


def is_fraction(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether `a third of …`, `a fifth the size` is meant: a fraction, no rank."""
    text = sentence.text
    if not PART.search(text, max(sentence.start, mention.start - 5), mention.start):
        return False
    return OF_WHOLE.match(text, mention.end, sentence.end) is not None


def rank(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """What an ordinal orders, or the ordinal alone where it is an adverb from the third on."""
    text = sentence.text
    if SECONDS.search(text, max(sentence.start, mention.start - 8), mention.end):
        return None
    if STREET.match(text, mention.end, sentence.end) or IDIOMS.match(text, mention.end, sentence.end):
        return None
    if ADVERBIAL.match(text, mention.end, sentence.end):
        written = text[mention.start].isdigit() or APPOSED.search(text, max(sentence.start, mention.start - 10), mention.start)
        if mention.value is None or (mention.value < LEAST_BARE and not written):
            return None
        return numeric(sentence, mention, mention.end, "ordinal", "ordinal.bare")
    pronoun = PRONOUN.match(text, mention.end, sentence.end)
    if pronoun:
        return numeric(sentence, mention, pronoun.end(), "ordinal", "ordinal.pronoun", unit="one")
    found = nouns.ordered(sentence, mention.end)
    superlative = SUPERLATIVE.match(text, mention.end, sentence.end)
    named = found is not None and text[found.start].isupper()
    if superlative and (found is None or named or MARKS.search(text, superlative.end(), found.end)):
        return numeric(sentence, mention, superlative.end(), "ordinal", "ordinal.superlative")
    if found is None or MARKS.search(text, mention.end, found.end):
        return None
    head = sentence.tokens[found.head]
    if head.tag == "JJS":
        return numeric(sentence, mention, found.end, "ordinal", "ordinal.superlative")   # the third largest in the country
    if text[found.start].isupper() and _of_a_name(sentence, mention, found):
        return None                                                       # the First Division match, 1st Infantry's
    if head.text[0].isupper() and text[found.start].isupper() and not text[max(sentence.start, mention.start - AROUND):found.end].isupper():
        return None                                                       # the 6th Fleet, 1st Nationwide Bank
    return numeric(sentence, mention, found.end, "ordinal", "ordinal.noun", unit=singular(text[head.start:found.end]))


def _of_a_name(sentence: Sentence, mention: NumberMention, found: nouns.Counted) -> bool:
    """Whether an ordinal with a capital inside a sentence, or one before a possessive name, is part of that name."""
    index = sentence.token_at(found.start)
    possessive = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].tag == "POS"
    headline = text_is_capitals(sentence.text[max(sentence.start, mention.start - AROUND):found.end])
    return (possessive and sentence.text[mention.start].isdigit()) or (
        sentence.text[mention.start].isupper() and mention.start > sentence.start and not headline)


def text_is_capitals(text: str) -> bool:
    """Whether most words of a text have a capital, as in a headline."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 3 > 2 * len(words)


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Ranks among the sentence's ordinal mentions."""
    for mention in numbers.unclaimed(sentence):
        if mention.form == "ordinal" and not is_fraction(sentence, mention) and (proposal := rank(sentence, mention)):
            yield proposal


EXAMPLES = (
    Example("It came in 3rd place.", ({"text": "3rd place", "number": 3, "unit": "place"},)),
    Example("They marked the 105th anniversary of his birth.", ({"text": "105th anniversary", "number": 105, "unit": "anniversary"},)),
    Example("It was her first foreign trip.", ({"text": "first foreign trip", "number": 1, "unit": "trip"},)),
    Example("Russian is taught as a second foreign language.", ({"text": "second foreign language", "number": 2, "unit": "language"},)),
    Example("He won his third title.", ({"text": "third title", "number": 3, "unit": "title"},)),
    Example("The twenty-first member joined.", ({"text": "twenty-first member", "number": 21, "unit": "member"},)),
    Example("It is the country's third-largest city.", ({"text": "third-largest city", "number": 3, "unit": "city"},)),
    Example("She was the 46th president.", ({"text": "46th president", "number": 46, "unit": "president"},)),
    Example("She finished eleventh in the race.", ({"text": "eleventh", "number": 11, "unit": None},)),
    Example("The fee is the third-highest in its history.", ({"text": "third-highest", "number": 3, "unit": None},)),
    Example("They lost to third-placed Aldbury.", ({"text": "third-placed", "number": 3, "unit": None},)),
    Example("It is the second-oldest, after Leeds.", ({"text": "second-oldest", "number": 2, "unit": None},)),
    Example("The 6th Fleet sailed."),
    Example("They won the First Division match."),
    Example("He plays second base."),
    Example("It is the third Harry Potter film.", ({"text": "third Harry Potter film", "number": 3},)),
    Example("He has 12 convictions, the first at the age of 14.", ({"text": "first", "number": 1, "unit": None},)),
    Example("It was her 27th home run.", ({"text": "27th home run", "number": 27},)),
    Example("First, we must wait."),
    Example("She finished second."),
    Example("A third of the homes were lost."),
    Example("He lives on 5th Avenue."),
    Example("They were given first aid."),
    Example("The meeting is on the 4th of July."),
)
