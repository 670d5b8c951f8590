"""Stops (runs of `.`, `?`, `!` or `…`), and the rules that decide whether a sentence ends at one.

`ends` asks the rules in turn. A rule answers True where the sentence ends, False where it goes on, and None where it
has nothing to say; the first answer counts, and where no rule has one the sentence ends.
"""
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.abbreviations import (
    ABBREVIATIONS,
    ADVERBS,
    AFTER_TIMES,
    CONNECTIVES,
    EXCLAIMED,
    MEASURES,
    NUMBERED,
    PARTS_OF_NAMES,
    STARTERS,
    TITLES,
    WEB,
)

OPENING = "\"'`“‘«„(\\[{<*_#~\u200b\ufeff"
CLOSING = "\"'”’»)\\]}>*_\u200b\ufeff"
# The marks (also set apart: `. . .`), what closes after them, and notes: `[12]`, or a number that lost its superscript.
STOP = re.compile(
    r"(?P<marks>[.?!…]+(?:[ \xa0][.?!](?!\w))*)"
    rf"(?P<closers>(?:[{CLOSING}]|[ \xa0][)\]}}”»])*)"
    r"(?:(?:\r\n|\s)?\[[\w, –-]{1,20}\](?!\()|(?<=[^\W\d_]{3}\.)\d{1,2}(?=\s)){0,20}")
NEXT = re.compile(rf"(?P<opens>[\s{OPENING}–—-]*)(?P<word>[^\W_]{{1,40}}(?:['’][^\W_]{{1,10}})?|\S?)")
# What follows a full stop where it is plain whether the sentence ends: a small letter, or after small letters a capital.
FOLLOWS = re.compile(r"\. (?:(?P<small>(?!http|www)[a-z](?:[a-z]{2}|[a-z]?\s))|(?<=[a-z]{2}\. )[A-Z])")
# All that stands before the last word; greedy, so that it stops at the last of these characters.
BEFORE_WORD = re.compile(r"(?s:.*)[\s\"“‘«(\[{/–—-]")
LONGEST_WORD = 30
CAPITAL = re.compile(r"\s+[\"'“‘(]?(?P<letter>[^\W\d_])")
FOOTNOTE = re.compile(r"[ \xa0]\d{1,2}(?=\s+(?:" + "|".join(sorted(STARTERS)) + r")\b)")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D")
TIME_OF_DAY = re.compile(r"(?:[^\W\d_]+\s+)?[\d.:]+\s*[ap]\.?m", re.I)
LOCAL_TIME = re.compile(r"(?:\s+[A-Z]\w{1,20}){0,2}\s+[tT]ime\b")
INCHES = re.compile(r"\d\s{1,2}in\Z")
VOWEL = re.compile(r"[aeiouy]", re.I)
NUMERAL = re.compile(r"\d+|[IVXLC]+")
REACH = 200     # how far to either side of a stop brackets are looked for, and back from it a headline


@dataclass(slots=True)
class Stop:
    """A stop in a paragraph that ends at `limit`, and what stands around it."""

    text: str
    start: int        # of the sentence so far
    limit: int
    at: int           # of its first mark
    end: int          # after its marks, what closes after them, and notes
    marks: str
    closers: str
    word: str         # the word before it, empty where white space stands there
    key: str          # that word as the lists of abbreviations have it
    opens: str        # quotes, brackets and dashes before the next word
    next: str         # the next word, or the one character that stands there; empty where the paragraph ends
    next_end: int

    @property
    def ordinary(self) -> bool:
        """Whether the word before it is a plain word in small letters."""
        return (len(self.word) > 2 and self.word.isalpha() and self.word.islower() and self.key not in ABBREVIATIONS
                and VOWEL.search(self.word) is not None)


def at_a_glance(text: str, start: int, at: int, limit: int) -> bool | None:
    """Whether a sentence ends at a full stop where that is plain (`to the mill. The mayor`, `the U.S. said`); None to ask the rules."""
    if text[at + 1:at + 2].isalpha() and not text[at - 1:at].islower() and not text[at - 2:at - 1].isalnum():
        return False        # the first of U.S.
    follows = FOLLOWS.match(text, at, limit)
    if follows is None:
        return None
    word = text[max(start, at - LONGEST_WORD):at].rpartition(" ")[2]
    if follows["small"]:
        return False if word.replace(".", "").isalpha() and not word.islower() else None
    plain = word.isalpha() and word.islower() and word not in ABBREVIATIONS and VOWEL.search(word) is not None
    return True if plain and text.find("(", max(start, at - REACH), at) < 0 else None


def read_stop(text: str, start: int, at: int, limit: int) -> Stop:
    """The stop whose first mark is at `at`, in a sentence that starts at `start`."""
    stop = STOP.match(text, at, limit)
    assert stop is not None
    after = NEXT.match(text, stop.end(), limit)
    assert after is not None
    low = max(start, at - LONGEST_WORD)
    before = BEFORE_WORD.match(text, low, at)
    word = text[before.end() if before else low:at].lstrip("'")
    return Stop(text, start, limit, at, stop.end(), stop["marks"], stop["closers"], word, word.lower(),
                after["opens"].strip(), after["word"], after.end())


def starts(word: str) -> bool:
    """Whether a word is one that starts sentences, a contraction of one (`It's`) or an adverb that comments (`Unfortunately`)."""
    word = word.replace("’", "'")
    return word in STARTERS or word.partition("'")[0] in STARTERS or (len(word) > 6 and word.endswith(ADVERBS))


def capital_follows(text: str, offset: int, limit: int) -> bool:
    """Whether white space and a capital follow."""
    after = CAPITAL.match(text, offset, limit)
    return after is not None and after["letter"].isupper()


def at_the_end(stop: Stop) -> bool | None:
    """Nothing follows in the paragraph, but perhaps a quote that stands apart."""
    if stop.next:
        return None
    return not stop.opens or stop.opens.strip("\"'") != ""


def glued(stop: Stop) -> bool | None:
    """No white space follows (`U.S`, `Node.Js`), unless it was forgotten before a new sentence: `he said.The`."""
    if stop.text[stop.at + 1].isdigit():
        return stop.ordinary        # a note's number: `as was shown.4 The`
    if stop.text[stop.end].isspace():
        return None
    return stop.ordinary and len(stop.next) > 1 and starts(stop.next)


def punctuation_follows(stop: Stop) -> bool | None:
    """`Is it? , he asked`, `Smith et al. ; Jones`."""
    return False if stop.next[0] in ",;:&%/=)]}+" else None


def year_follows(stop: Stop) -> bool | None:
    """The year of a work whose title ends in a mark: `Oliver! (1968)`."""
    return False if "(" in stop.opens and re.fullmatch(r"\d{4}", stop.next) and stop.text.startswith(")", stop.next_end) else None


def within_brackets(stop: Stop) -> bool | None:
    """Brackets that opened within the sentence close before it ends: `the town (It has a mill. It had two.) was`."""
    low = max(stop.start + 1, stop.at - REACH)
    if ")" in stop.closers or stop.text.count("(", low, stop.at) <= stop.text.count(")", low, stop.at):
        return None
    return False if stop.text.find(")", stop.end, min(stop.limit, stop.end + REACH)) >= 0 else None


def ellipsis(stop: Stop) -> bool | None:
    """Before a capital marks at a word end; those that stand apart are a pause, or an end if they are four or in brackets."""
    dots = stop.marks.count(".") + 3 * stop.marks.count("…")
    if dots < 3:
        return None
    if stop.next[0].islower():
        return stop.next in WEB
    return bool(stop.word) or dots > 3 or (stop.closers == "]" and not stop.opens)


def small_letter_follows(stop: Stop) -> bool | None:
    """A small letter goes on, but after an ordinary word with nothing else around (careless writing), and in `iPhone`."""
    if not stop.next[0].islower() or any(letter.isupper() for letter in stop.next[1:3]):
        return None
    return stop.next in WEB or (stop.ordinary and not stop.closers and stop.opens in ("", "("))


def exclaimed_name(stop: Stop) -> bool | None:
    """`Yahoo! Answers`."""
    return starts(stop.next) if stop.marks == "!" and stop.key in EXCLAIMED else None


def title(stop: Stop) -> bool | None:
    """`Mr. Smith`, `Lt. Gov. Jones`."""
    return False if stop.key in TITLES and stop.word[0].isupper() else None


def connective(stop: Stop) -> bool | None:
    """`Army vs. Navy`, `e.g. Paris`; but `Hepatitis C.`"""
    return False if stop.key in CONNECTIVES and not (len(stop.word) == 1 and stop.word.isupper()) else None


def numbered(stop: Stop) -> bool | None:
    """`No. 5`, `pp. 3-4`, `vol. II`, `Nov. 5`."""
    return False if stop.key in NUMBERED and NUMERAL.fullmatch(stop.next) else None


def time_of_day(stop: Stop) -> bool | None:
    """`at 3 p.m. Police said` ends; `3 p.m. EST`, `3 p.m. Oslo time` and, as it opens the sentence, `At 3 p.m. Mr. Smith` go on."""
    if stop.key not in ("a.m", "p.m"):
        return None
    if stop.next in AFTER_TIMES or stop.next[0].isdigit() or LOCAL_TIME.match(stop.text, stop.next_end, stop.limit):
        return False
    return TIME_OF_DAY.fullmatch(stop.text, stop.start, stop.at) is None


def measure(stop: Stop) -> bool | None:
    """`6 lb. 3 oz.`, `6 in. 3 mm`."""
    listed = stop.key in MEASURES or INCHES.search(stop.text, max(stop.start, stop.at - 5), stop.at)
    return False if listed and stop.next[0].isdigit() else None


def initial(stop: Stop) -> bool | None:
    """`Jonas E. Smith`, and `Plan B. The mayor`."""
    return starts(stop.next) if len(stop.word) == 1 and stop.word.isupper() else None


def part_of_name(stop: Stop) -> bool | None:
    """`Acme Inc. Chairman Lee`, `U.S. Senate`, `Rgt. Miller`, and `in the U.S. The mayor`."""
    word = stop.word
    listed = stop.key in PARTS_OF_NAMES and (word[0].isupper() or word == "al")
    clipped = len(word) > 1 and word.isalpha() and word[-1].islower() and not VOWEL.search(word) and stop.key not in MEASURES
    if not (listed or clipped or DOTTED.fullmatch(word)):
        return None
    return starts(stop.next) and not stop.opens.startswith(("-", "–", "—", "_")) and not in_headline(stop)


def in_headline(stop: Stop) -> bool:
    """Whether all long words so far, and the second of what follows, have capitals: `Mayor Says U.S. Is Ready`."""
    so_far = stop.text[max(stop.start, stop.at - REACH):stop.at].split()
    return capital_follows(stop.text, stop.next_end, stop.limit) and not any(len(word) > 3 and word[0].islower() for word in so_far)


Rule = Callable[[Stop], bool | None]
RULES: tuple[Rule, ...] = (
    at_the_end, glued, punctuation_follows, year_follows, within_brackets, ellipsis, small_letter_follows, exclaimed_name)
# A single full stop after a word may be that of an abbreviation.
FULL_STOP_RULES: tuple[Rule, ...] = (*RULES, title, connective, numbered, time_of_day, measure, initial, part_of_name)


def ends(stop: Stop) -> bool:
    """Whether the sentence ends at a stop."""
    for rule in FULL_STOP_RULES if stop.word and stop.marks == "." else RULES:
        verdict = rule(stop)
        if verdict is not None:
            return verdict
    return True


def end_of(stop: Stop) -> int:
    """Where a sentence that ends at a stop ends: after its notes, but before an ellipsis that opens the next sentence."""
    if stop.word and stop.next and stop.marks.startswith(". . . ."):
        return stop.at + 1
    note = FOOTNOTE.match(stop.text, stop.end, stop.limit) if stop.ordinary or stop.word.endswith(")") else None
    return note.end() if note else stop.end
