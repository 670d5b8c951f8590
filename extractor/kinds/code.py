"""Refusals: codes and identifiers, telephone numbers, versions, network and web addresses, hashtags, list numbers.

Their digits are names, not values: `COVID-19`, `192.168.1.2`, `+1-222-2222`, `v3.2.1`, `#42`, `www.example.org/2`.
"""
import re
from collections.abc import Iterator

from extractor.currencies import CODES
from extractor.currency_names import SIGNS
from extractor.proposals import Example, Proposal, Sentence

CODE = re.compile(
    r"(?P<version>(?<![\w.,$])(?!\d{1,3}(?:\.\d{3}){2,}(?![\w.]))v?\d+(?:\.\d+){2,}(?![\w,]))"
    r"|(?P<phone>(?<![\w$£€])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?)?\d{2,5}[-.]\d{3,5}(?:[-./]\d{2,5})+(?![\w%])"
    r"|\(\d{3}\) ?\d{3}-\d{4}(?!\w)|(?<![\w$£€.,])\d{3}-\d{4}(?![\w%-])|(?<!\w)\+\d{1,3}(?:[ -]\d{2,5}){2,5}(?!\w)"
    r"|(?<![\w.,$£€])(?<!\d[ \u00a0\u2009\u202f])0\d{2,4}(?:[ -]\d{3,4}){1,3}(?!\w))"
    r"|(?P<glued>(?<![\w$£€¥₹-])(?:[A-Za-z]+[-./]?\d|\d+[A-Z]+\d)[\w/-]*)"
    r"|(?P<suffixed>\b[A-Z]{2,} -\d{1,3}\b(?! ?(?:%|per ?cent|degrees|points?)))"
    r"|(?P<identifier>(?<![\w.,$])\d{2,}(?:-\d{2,}){2,}(?!\w)"
    r"|(?<![\w.,$£€-])(?<!\d[ \u00a0\u2009\u202f])0\d{2,}(?![\w.,]\w)|(?<![\w.,$£€-])\d{13,}(?![\w.,])(?! \w))"
    r"|(?P<clause>(?<![\w.,$£€])\d{1,4}(?:\(\w{1,3}\))+)"
    r"|(?P<generation>(?<![\w.$£€])\dG\b|(?<![\w.])\d[DK]\b(?! |$)|(?<![\w.])[34]D\b|(?<![\w.])[48]K\b|(?<![\w.])(?:1080|720)p\b)")
# Between spaces a plain number, year or amount, or a number with a word after a hyphen, in which there is nothing to look for.
_tail = r"(?:\.\d+)?(?:%|(?:s|st|nd|rd|th)?(?:-[a-z]+)*)[)\].,;:!?”\"'’]*(?=\s|$)"
PLAIN = re.compile(r"[$£€¥(\[“\"'‘]*(?:[A-Z]{1,3}\$)?(?:[1-9]\d{0,2}(?:,\d{3})*|[1-9]\d{3,11}|0)" + _tail)
# The digits in a text, most plain numbers at once; \d before all else is looked for fast.
DIGITS = re.compile(r"\d(?:(?:(?<=\s[1-9])|(?<=\s[$£€][1-9]))(?P<plain>(?:\d{0,2}(?:,\d{3})*|\d{3,11})" + _tail + r")|\d*)")
FIRST_REACH = 4
AREA = re.compile(r"\(\d{3}\) \d{3}-")   # of a telephone number
REACH = 40   # characters before and after digits in which a code of theirs can lie
WEB = re.compile(r"(?P<web>\b(?:https?://|www\.)[^\s<>\"]+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64})|(?P<hashtag>(?<!\w)[#@]\d*[^\W\d]\w*)")
# Letters before digits that are no code: currencies, and prefixes of a number.
NO_CODE = re.compile(
    r"(?:mid|pre|post|non|sub|under|over|approx|circa|minus|now|then|"
    + "|".join(sorted(map(re.escape, CODES | set(SIGNS)))) + r")-?(?=[\d,.])", re.IGNORECASE)
# The number of a list's item: at the start of a line, or inside one before a capital.
LIST_NUMBER = re.compile(r"[ \t]*(?:[•⁃*·-]\s?)?(?:\d{1,3}(?:\.\)|[.)])|\(\d{1,3}\))(?=\s)")
INNER_NUMBER = re.compile(r"(?<![\w.,$(])\d{1,3}\.?\)(?= \w)")
# One before a sentence of its own, in running text, and the first after the colon that ends the sentence before.
RUNNING_NUMBER = re.compile(r"\d{1,2}\.\s(?=[A-Z\d$£€“\"])")
FIRST_NUMBER = re.compile(r"(?<=: )1\.$")


def codes(text: str, start: int, end: int) -> Iterator["re.Match[str]"]:
    """The codes of `text[start:end]`, looked for only around digits."""
    position, plain_end = start, start
    for digits in DIGITS.finditer(text, start, end):
        first = digits.start()
        if digits.lastgroup or first < position or first < plain_end:
            continue
        while first > position and digits.start() - first < REACH and (not text[first - 1].isspace() or text[first] == "-"):
            first -= 1
        plain = PLAIN.match(text, first, end)
        if plain and not (text[first] == "(" and AREA.match(text, first, end)):
            plain_end = min(plain.end(), first + REACH)                   # its other digits are as plain
            continue
        last = min(end, digits.end() + REACH)
        while last < end and not text[last].isspace() and last - digits.end() < 2 * REACH:
            last += 1
        match = CODE.search(text, first, last)
        if match:
            yield match
            position = match.end()


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Refusals of codes, and of the number that opens a list item."""
    text, line = sentence.text, sentence.text[sentence.start:sentence.end]
    opening = None if line[:1].isalpha() else LIST_NUMBER.match(text, sentence.start, sentence.end)
    if opening and sentence.end > opening.end() and (
            RUNNING_NUMBER.match(text, sentence.start, sentence.end) or _opens_line(text, sentence.start)):
        yield Proposal(sentence.start, opening.end(), None, "code.list_number", sentence=sentence)
    if line.endswith("1.") and (first := FIRST_NUMBER.search(text, max(sentence.start, sentence.end - FIRST_REACH), sentence.end)):
        yield Proposal(first.start(), first.end(), None, "code.list_number", sentence=sentence)
    if sentence.numbers and ")" in line and "(" not in line:
        for match in INNER_NUMBER.finditer(text, sentence.start, sentence.end):
            yield Proposal(match.start(), match.end(), None, "code.list_number", sentence=sentence)
    if "@" in line or "#" in line or "://" in line or "www." in line:
        for match in WEB.finditer(text, sentence.start, sentence.end):
            yield Proposal(match.start(), match.end(), None, f"code.{match.lastgroup}", sentence=sentence)
    for match in codes(text, sentence.start, sentence.end):
        if match.lastgroup == "glued" and NO_CODE.match(match.group()):
            continue
        yield Proposal(match.start(), match.end(), None, f"code.{match.lastgroup}", sentence=sentence)


def _opens_line(text: str, start: int) -> bool:
    """Whether a sentence opens a line, spaces aside."""
    while start and text[start - 1] in " \t\r":
        start -= 1
    return start == 0 or text[start - 1] == "\n"


EXAMPLES = (
    Example("The COVID-19 vaccine works."),
    Example("An F-16 and an A380 landed."),
    Example("Call +1-222-2222/2222 now."),
    Example("The host is 192.168.1.2."),
    Example("See https://example.org/page/42?x=7."),
    Example("It runs on v3.2.1."),
    Example("Write to room101@example.org."),
    Example("Fans posted #Top10 all day."),
    Example("The 5G network is up."),
    Example("The levels of CO2 and H2O changed."),
    Example("Call 0800 555 111 or (800) 555-0119."),
    Example("Agent 007 is back."),
    Example("It is a crime under section 14(2)(b) of the act."),
    Example("The steps: 1) open it, 2) shake it and 3) wait."),
    Example("The aims: 1. Safer roads. 2. Cleaner air."),
    Example("The town has 1.234.567 inhabitants.", ({"type": "count", "number": 1234567},)),
    Example("The gauge read 3. Then 20 patients came.", ({"type": "count", "text": "20 patients"},)),
    Example("It cost USD500.", ({"type": "money", "text": "USD500"},)),
    Example("A mid-size car seats 5 adults.", ({"type": "count", "text": "5 adults"},)),
    Example("The tank holds 300 litres.", ({"type": "quantity", "text": "300 litres"},)),
    Example("He owes RM120,000 to the bank.", ({"type": "money", "text": "RM120,000"},)),
    Example("They sold 12,567 copies.", ({"type": "count", "text": "12,567 copies"},)),
)
