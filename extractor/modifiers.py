"""How exact a value is: `about`, `more than`, `at least`, `or more`, read off the text on either side of it."""
import re
from functools import lru_cache

from extractor.change_words import MOVED

AT_MOST = (r"up to|as (?:many|much|high|few as) as|no more than|not more than|at most|a maximum(?: of)?|maximum of|at the most"
           r"|no greater than"
           r"|(?:less|fewer|lower|smaller) (?:than )?or equal(?: than| to)|not exceeding|no larger than|≤|<=|< =")
AT_LEAST = (r"at least|no fewer than|no less than|not less than|at the very least|a minimum(?: of)?|minimum of|as few as|as little as"
            r"|(?:more|greater|higher|bigger|larger) (?:than )?or equal(?: than| to)|upwards? of|≥|>=|> =")
MORE_THAN = (r"(?:over and )?more than|over|in excess of|exceeding|exceeds|exceeded|exceed|(?:greater|larger|bigger|higher|older) than"
             r"|above|surpasses|surpassed|surpassing|surpass|topping|topped|north of|better than|beyond"
             r"|over-|>|(?:just|well|slightly) over|over than")
LESS_THAN = (r"(?:less|fewer|lower|smaller|younger) than|under|below|south of|shy of|under-|<|(?:just|well) under|sub-"
             r"|(?:just|well|far|fall|falls|fell|little|slightly) short of")
APPROXIMATELY = (r"about|around|roughly|approximately|approx\.?|some|nearly|almost|an estimated|estimated|close to|circa|ca\.|c\.|~|≈|∼"
                 r"|in the region of|somewhere around|more or less|virtually|practically|nearing|approaching|or so|on the order of"
                 r"|an approximate"
                 r"|just about|an average of about|averaging about")
LEFT = (("at_most", AT_MOST), ("at_least", AT_LEAST), ("more_than", MORE_THAN), ("less_than", LESS_THAN), ("approximately", APPROXIMATELY))
RIGHT = (
    ("at_least", r"\+|-plus\b|-or-more\b| plus\b(?! [\d$£€])"
                 r"|,? (?:or|and) (?:more(?! [a-z]+s\b)|older|over|above|higher|greater|up|larger|better"
                 r"|upwards?)\b(?! than \w| to )"
                 r"|,? at least\b|-and-over\b"),
    ("at_most", r",? or (?:less|fewer|under|lower|younger|below|smaller)\b(?! than)|,? (?:and|or) (?:under|younger)\b|,? at most\b"
                r"|,? tops\b"),
    ("approximately", r",? or so\b|-odd\b|-ish\b|,? give or take\b|,? or thereabouts\b|,? approximately\b(?= *[,.;)])"
                      r"|,? roughly\b(?= *[,.;)])"),
)
# Words that may stand between a modifier and the value: `more than a third`, `over the 120 decibels`.
BETWEEN = r"(?:[ \u00a0]*(?:the age of|an?|the|its|his|her|their|another|just|only|[(])(?=[ \u00a0])|[ \u00a0]*[(])?[ \u00a0]*"
LEFT_PATTERN = re.compile(
    "(?:" + "|".join(f"(?P<{name}>(?:(?<!\\w)|(?<=\\w)(?=[<>]))(?:{words}))" for name, words in LEFT) + ")" + BETWEEN + "$", re.IGNORECASE)
# The words that left modifiers, with what may stand between, are made of.
WORDS = frozenset(re.findall(r"[a-z]+", LEFT_PATTERN.pattern.lower())) | frozenset(re.findall(r"([a-z]+)[a-z]\?", LEFT_PATTERN.pattern))
# Of these the words that only join others: by themselves they are no modifier.
JOINING = frozenset("to of the a an in at as and or its his her their another just only on".split()) | {""}
RIGHT_PATTERN = re.compile("|".join(f"(?P<{name}>{words})" for name, words in RIGHT), re.IGNORECASE)
LAST_WORD = re.compile(r"(\w+) $")
INNER = re.compile(r"(?P<at_least>\+ |-plus )|(?P<approximately>-odd )")   # within a span that goes on to its noun: `1,000-plus people`
REACH = 44   # characters: the longest left modifier with what may stand between
FOLLOWING = frozenset("+-,")            # what right modifiers begin with
AFTER_SPACE = frozenset("poatgrPOATGR")
# `over` and `about` that are no modifiers: `the dispute over $5 million`, `talk about 5`.
TOPIC = re.compile(
    r"\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|argu(?:e|es|ed|ing)|disputes?|disputed|controvers(?:y|ies)|fight(?:s|ing)?|fought"
    r"|victor(?:y|ies)"
    r"|wins?|won|lead|tak(?:e|en|ing)|took|turn(?:ed|ing)?|hand(?:ed|ing)?|concern(?:s|ed)?|debate[ds]?|row|feud)\s+(?:over"
    r"|about)\s*$", re.IGNORECASE)


def modifier(text: str, start: int, end: int, floor: int, limit: int) -> str | None:
    """The modifier of the value at `text[start:end]`, None where it is exact; `floor` and `limit` are the sentence's ends."""
    opens = text[end + 1:end + 2] in AFTER_SPACE if text[end:end + 1] == " " else text[end:end + 1] in FOLLOWING
    if opens and (right := RIGHT_PATTERN.match(text, end, limit)):
        return right.lastgroup
    span = text[start:end]
    if ("-" in span or "+" in span) and (inner := INNER.search(span)):
        return inner.lastgroup
    if start == floor:
        return None
    lead = text[max(floor, start - REACH):start]
    begin = first_word(lead)
    left = _left(lead[begin:]) if begin < len(lead) else None
    if left is None or (left.group().strip().lower() in ("over", "about") and TOPIC.search(lead)):
        return None
    moved = LAST_WORD.search(lead, 0, begin + left.start()) if left.group().startswith("up to") else None
    if moved and MOVED.fullmatch(moved.group(1).lower()):
        return None
    return left.lastgroup


@lru_cache(maxsize=4096)
def _left(words: str) -> "re.Match[str] | None":
    """The modifier that words right before a value end in."""
    return LEFT_PATTERN.search(words)


def first_word(lead: str) -> int:
    """Where the words begin, back from the end of `lead`, that a modifier can be made of: before them none needs to be looked for.

    The end itself where all of them only join others.
    """
    begin, telling = len(lead), False
    while begin:
        space = lead.rfind(" ", 0, begin - 1) + 1
        word = lead[space:begin].strip(" \u00a0(").lower()
        if word.isalpha() and word not in WORDS:
            break
        begin, telling = space, telling or word not in JOINING
    return begin if telling else len(lead)
