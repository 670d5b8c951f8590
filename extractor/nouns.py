"""Noun phrases after a number: where the counted phrase ends, its head, and the unit that it gives.

With the trained pipeline the tags end the phrase and the parse names its head; without it the guessed tags of
`tokens.py` do, and the first plural noun is taken for the head. A time expression always ends the phrase:
`329 last year` counts no years.
"""
import re
from bisect import bisect_left
from dataclasses import dataclass

from extractor.proposals import Sentence
from extractor.singulars import singular
from extractor.tokens import CLOSED, IRREGULAR_PLURALS, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
PLURALS = frozenset({"NNS", "NNPS"})
# Tags that can stand between a number and the head that it counts.
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "POS", "AFX", "RB", "RBS"}
BASE_FORMS = frozenset({"VB", "VBP"})
NOMINAL = NOUNS | BASE_FORMS
AFTER_PLURAL = frozenset({"JJ", "VBN", "VBG", "RB", "RBR", "RBS", "JJR"})   # tags that go on after the phrase
# Plurals that stand before nouns as they are, without a parse: those with no singular in that sense, and the sexes (`five sports clubs`).
ATTRIBUTIVE = frozenset("arms sports sales savings news goods customs communications operations systems rights women men".split())
# Words that look like nouns and go on with the sentence.
STOPS = frozenset("""ago earlier later each apiece today yesterday tomorrow tonight now versus percent pct cent o'clock a.m p.m am pm
    thanks plus minus times nobody everybody somebody anybody everyone someone anyone nothing something everything""".split())
HYPHENATED = re.compile(r"[-‑–](?P<noun>[^\W\d_]{2,}(?:['’]s)?)(?![\w-])")
# Words after a hyphen that make an idiom of the number: `two-way`, `three-dimensional`, `four-fold`.
IDIOMS = re.compile(r".{2,}(?:ed|ing|fold)|.{3,}(?:al|ous|ish)|somethings?|plus|way|time|figures?|odd|strong|or|to|by|in|on|and|of|th|nd|rd"
                    r"|st|percent|irons?|woods?|cent|pct", re.IGNORECASE)
AGENT = re.compile(r"[a-z]{3,}ers?")
COMPOUND = re.compile(r"[-‑–][^\W\d_][\w-]*")
PEOPLES = re.compile(r"[A-Z]\w+ese|Swiss|British|French|Irish|Dutch|Spanish|English|Welsh|Finnish")   # adjectives that name people too
NOUN_DEPS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"})   # relations that no finite verb has
GRAMMATICAL = frozenset({"DT", "CC", "PRP", "PRP$", "UH"})   # tags of words that are all known
NAME_PLURAL = re.compile(r"[A-Z][a-z]+[iu](?<!bu)s|[A-Z]{2,}s")
CLAUSES = frozenset({"acl", "advcl", "xcomp"})   # relations of participles that are verbs
HANGS = ("nummod", "amod")   # how an ordinal hangs on what it orders
SAME_IN_PLURAL = ("craft", "fish", "folk", "ese", "cs", "us", "is")   # nouns that may be either: aircraft, politics, campus, analysis
# What a phrase that is one thing opens with, up to its number: `a new four `.
DETERMINED = re.compile(r"\b(?:an?|the|its|his|her|their|our|my|your|this|that|one)(?: [^\W\d_]+){0,2} [^\s]+ $", re.IGNORECASE)
DETERMINER_REACH = 48
GAP = " \u00a0\u2009\u202f"
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
PRENOMINAL = frozenset({"amod", "compound"})   # relations of a participle before its noun
MODIFYING = ("nummod", "compound", "nmod", "amod")   # how a number hangs on what it counts
NO_HEADS = frozenset({"RB", "RBR", "JJR", "VBG", "IN"})   # tags of what no number counts: five straight, a family of four earning
LONGEST = 9   # tokens between a number and the head of what it counts
SHORT_LIST = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: its offsets up to the end of its head, the unit (head in the singular), and the head's token."""

    start: int
    end: int
    unit: str
    head: int


def is_plural(token: Token) -> bool:
    """Whether a token is a plural noun."""
    return token.tag in PLURALS or (token.lower in IRREGULAR_PLURALS and token.tag in NOUNS)


def many(token: Token) -> bool:
    """Whether a noun can be counted by more than one: a plural whatever its tag, or a name; not a noun in the singular."""
    return token.tag != "NN" or is_plural(token) or singular(token.text) != token.text or token.lower.endswith(SAME_IN_PLURAL)


def barrier(sentence: Sentence, offset: int) -> int:
    """Where the time expression after `offset` begins that a noun phrase does not cross; the sentence's end without one."""
    if not sentence.times:
        return sentence.end
    first = bisect_left(sentence.times, offset, key=lambda time: time.start)
    for time in sentence.times[first:first + LONGEST]:
        if "-" not in sentence.text[time.start:time.end]:
            return time.start
    return sentence.end


def run(sentence: Sentence, first: int, limit: int, one: bool, nominal: bool = False, head: int = -1) -> list[int]:
    """Indices of the tokens from `first` on, before offset `limit`, that can belong to a number's noun phrase, up to its last noun.

    With `one` the head is a singular: without a parse a word in -s is then its verb (`one company makes`). With `nominal`
    the first word is a noun whatever its guessed tag (`a third win`); `head` is a token that the parse has for one.
    """
    tokens, found = sentence.tokens, list[int]()
    plural = False
    for index in range(first, min(first + LONGEST, len(tokens))):
        token = tokens[index]
        if token.start >= limit or (index and sentence.text.find("\n", tokens[index - 1].end, token.start) >= 0):
            break
        if found and not plural and not one and joins(sentence, index, found):
            rest = run(sentence, index + 1, limit, one)
            if rest and is_plural(tokens[rest[-1]]) and (token.tag == "CC" or len(rest) <= SHORT_LIST):
                found += [index, *rest]
            break
        if nominal and token.tag in BASE_FORMS and (index == first or sentence.parsed) and (not sentence.parsed or owned(sentence, first)):
            found.append(index)                                           # their eighth straight win
            continue
        mend(token)
        compared = sentence.parsed and token.tag == "JJR" and token.dep == "amod"             # five earlier runs
        if token.tag not in INSIDE or (token.lower in STOPS and not compared) or (token.tag == "POS" and not found):
            break
        if token.text.islower() and len(token.text) == 1:
            break
        if nominal and found and sentence.names and any(name.label == "PER" and name.start == token.start for name in sentence.names):
            break                                                         # second seed Ilse Brandt
        if sentence.parsed and found and token.tag in PARTICIPLES and token.dep not in PRENOMINAL:
            break                                                         # the first batch contained
        if ((token.tag == "CD" or token.text[-1].isdigit()) and not in_name(sentence, index)) or (plural and token.tag in AFTER_PLURAL):
            break
        if plural and tokens[found[-1]].lower not in ATTRIBUTIVE and not sentence.parsed and token.tag != "POS":
            break
        if one and not sentence.parsed and token.tag == "NNS" and token.lower not in ATTRIBUTIVE | IRREGULAR_PLURALS:
            break
        found.append(index)
        plural = is_plural(token)
    return to_head(sentence, found, nominal, head)


def mend(token: Token) -> None:
    """Make a noun of a token that the tagger has for a verb or a grammatical word, where the parse or the word says otherwise."""
    if token.tag == "VBZ" and token.dep in NOUN_DEPS:
        token.tag = "NNS"
    if token.tag in GRAMMATICAL and token.lower.isalpha() and token.lower not in CLOSED:
        token.tag = "NN"                                                  # axe is no determiner


def to_head(sentence: Sentence, found: list[int], nominal: bool, head: int) -> list[int]:
    """The tokens of a noun phrase up to its last noun, or up to `head`, which the parse has for one."""
    tokens, heads = sentence.tokens, NOMINAL if nominal else NOUNS
    headless = tokens[head].tag in NO_HEADS and (not nominal or tokens[head].dep in CLAUSES) if found and head >= 0 else True
    while found and (found[-1] != head or headless) and (
            compares(sentence, found[-1]) or not (tokens[found[-1]].tag in heads or PEOPLES.fullmatch(tokens[found[-1]].text))):
        found.pop()
    return found


def owned(sentence: Sentence, first: int) -> bool:
    """Whether a determiner or possessive stands before the ordinal whose noun phrase begins at a token."""
    return first > 1 and sentence.tokens[first - 2].tag in ("DT", "PRP$", "POS")


def compares(sentence: Sentence, index: int) -> bool:
    """Whether a word with a guessed tag is a comparative before `than`: `40k cheaper than`."""
    tokens = sentence.tokens
    return not sentence.parsed and tokens[index].lower.endswith("er") and index + 1 < len(tokens) and tokens[index + 1].lower == "than"


def joins(sentence: Sentence, index: int, found: list[int]) -> bool:
    """Whether a token may join two modifiers of one head: `small, friendly deals`, `red and white flags`."""
    token = sentence.tokens[index]
    return token.lower in ("and", "or", "&") or (token.text == "," and len(found) == 1 and sentence.tokens[found[0]].tag != "NNP")


def in_name(sentence: Sentence, index: int) -> bool:
    """Whether a numeral goes on with a name inside the phrase (`63,000 Model 3 sedans`)."""
    tokens = sentence.tokens
    return index > 0 and tokens[index - 1].text[0].isupper() and index + 1 < len(tokens) and tokens[index + 1].tag in NOUNS


def head_of(sentence: Sentence, indices: list[int], number: int) -> int:
    """The token of `indices` that heads the phrase: a plural that the parse says the number modifies, else the last noun.

    A singular that no number goes with leaves the plural right behind the number: `Ten hours sleep is enough`.
    """
    tokens = sentence.tokens
    if sentence.parsed and number < len(tokens):
        head = tokens[number].head
        if tokens[number].dep.startswith(MODIFYING) and head in indices and is_plural(tokens[head]):
            return head
        first = tokens[indices[0]]
        if tokens[number].text != "1" and not many(tokens[indices[-1]]) and first.tag == "NNS" and first.lower not in ATTRIBUTIVE:
            return indices[0]
    return indices[-1]


def counted(sentence: Sentence, offset: int, *, one: bool = False) -> Counted | None:
    """The noun phrase that a number ending at `offset` counts, up to its head; None where no noun follows.

    `324 general education institutions in …` gives the phrase to `institutions`, unit `general education institution`.
    `one` says that the number is one, whose head is a singular.
    """
    hyphenated = HYPHENATED.match(sentence.text, offset, sentence.end)
    if hyphenated:
        return _hyphenated(sentence, hyphenated, one)
    return _after(sentence, offset, one)


def ordered(sentence: Sentence, offset: int) -> Counted | None:
    """The noun phrase that an ordinal ending at `offset` orders, past a compound: `third-largest city`."""
    compound = COMPOUND.match(sentence.text, offset, sentence.end)
    return _after(sentence, compound.end() if compound else offset, False, nominal=True)


def _after(sentence: Sentence, offset: int, one: bool, nominal: bool = False) -> Counted | None:
    """The noun phrase that begins after the space at `offset`."""
    first = sentence.token_at(offset)
    if first >= len(sentence.tokens) or sentence.tokens[first].start < offset:
        return None
    gap = sentence.text[offset:sentence.tokens[first].start]
    if not gap or gap.strip(GAP):
        return None
    number = sentence.token_at(offset - 1) if sentence.parsed else first
    hangs = sentence.parsed and sentence.tokens[number].dep in (HANGS if nominal else HANGS[:1])
    modified = sentence.tokens[number].head if hangs else -1
    indices = run(sentence, first, barrier(sentence, offset), one, nominal, modified)
    if not indices:
        return None
    return phrase(sentence, sentence.tokens[first].start, head_of(sentence, indices, number))


def _hyphenated(sentence: Sentence, match: "re.Match[str]", one: bool) -> Counted | None:
    """The noun of a number's compound: `a five-member panel` has five members; `two-way` and `one-time` count nothing."""
    noun = match.group("noun")
    zero = sentence.text[max(sentence.start, match.start() - 4):match.start()].lower() == "zero"
    following = sentence.token_at(match.end())
    lone = following >= len(sentence.tokens) or sentence.tokens[following].tag not in INSIDE
    if lone and AGENT.fullmatch(noun):
        return None                                                       # a four-poster, three-pointers
    if one or zero or IDIOMS.fullmatch(noun) or noun.lower() in STOPS:
        return None
    return Counted(match.start("noun"), match.end("noun"), noun, sentence.token_at(match.end("noun") - 1))


def attributive(sentence: Sentence, found: Counted) -> bool:
    """Whether a number counts the first noun of a phrase that is one thing: `a four bedroom house`, `a two act play`."""
    first = sentence.token_at(found.start)
    if first == found.head or sentence.tokens[first].tag not in ("NN", "JJ"):
        return False
    return DETERMINED.search(sentence.text, max(sentence.start, found.start - DETERMINER_REACH), found.start) is not None


def phrase(sentence: Sentence, start: int, head: int) -> Counted:
    """The phrase from offset `start` to a head token, with its unit."""
    token = sentence.tokens[head]
    end = token.end - 1 if token.text.endswith(("'", "’")) else token.end
    word = sentence.text[token.start:end]
    while sentence.tokens[first := sentence.token_at(start)].tag == "CD" and first < head:
        start = sentence.tokens[first + 1].start                          # one of four mission concepts
    peoples = NAME_PLURAL.fullmatch(word) is not None                     # five Iraqis, nine GCSEs
    unit = sentence.text[start:token.start] + (word[:-1] if peoples else singular(word) if is_plural(token) else word)
    return Counted(start, end, " ".join(unit.split()), head)
