"""Number mentions in a sentence: digits, words, fractions, ordinals, scales and ranges, as plain text rules.

`find` reads what is written and types nothing: `$5m` gives 5 with the letter left to the kinds, which know that it is
a million there and a metre in `5m tall` (`letter` reads it for them). Values are exact `Decimal`s, so `$2.78 million`
is 2780000 and never 2779999.9999; only a fraction such as a third is rounded, to 15 significant digits.
"""
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from extractor import numerals
from extractor.numerals import ABBREVIATIONS, DENOMINATORS, HUNDRED, THOUSAND, VAGUE, Atom, atoms, quotient
from extractor.proposals import NumberMention, Sentence
from extractor.sequences import compose

if TYPE_CHECKING:
    from extractor.times.grammar import TimeMention

ABBREVIATION = re.compile(r"[ \u00a0]?(" + "|".join(sorted(ABBREVIATIONS, key=lambda w: (-len(w), w))) + r")(?![\w])", re.IGNORECASE)
SLASHES = ("/", "⁄")
SLASHED = re.compile(r"[/⁄](\d{1,3})(?![\d/]|[.,]\d)")
DENOMINATIONS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})   # what is written below a slash
SIGN = re.compile(r"(?:^|(?<=[\s(\[$£€¥₹<>=~/]))[-−+]$|(?<!plus or )\b(?:minus|negative)[ -]$", re.IGNORECASE)
SIGN_ENDS = ("-", "−", "+", "s ", "S ", "e ", "E ")     # of minus, negative
GAPS = {"": "", " ": "", "\u00a0": "", "-": "-", " - ": "-", "  ": "", "‑": "-", "–": "-", ", ": ","}
WORD_GAPS = {"and": "and", "and a": "and a", "and an": "and a", "point": "point", "of a": "of a", "": ""}
LONGEST_GAP = 12
LEAD = 16           # characters before a number in which its sign and article stand: `plus or minus `
ARTICLE = re.compile(r"\ban?[ \u00a0]+$", re.IGNORECASE)
FEW = re.compile(r"\b(?:(?:a[ ])?few|several|many|some[ ]few)[ \u00a0]+$", re.IGNORECASE)
HALF_OF = re.compile(r"[ -]*(?:of )?(?:an? *)?")
HALF_WORDS = frozenset({"quarter", "quarters"})


class Reader:
    """Reads number mentions off a sentence's atoms, left to right."""

    def __init__(self, text: str, start: int, end: int, atoms: list[Atom]) -> None:
        self.text, self.start, self.end, self.atoms = text, start, end, atoms

    def gap(self, index: int) -> str | None:
        """What stands between an atom and the next: '' for space, '-', 'and', 'and a', 'of a', 'point', None for all else."""
        if index + 1 >= len(self.atoms):
            return None
        start, end = self.atoms[index].end, self.atoms[index + 1].start
        if end - start > LONGEST_GAP:
            return None
        between = self.text[start:end]
        if between in GAPS:
            return GAPS[between]
        return None if "\n" in between else WORD_GAPS.get(" ".join(between.replace("-", " ").split()).lower())

    def at(self, index: int, *kinds: str) -> Atom | None:
        """The atom at `index` where there is one, and it is of one of `kinds`."""
        return self.atoms[index] if index < len(self.atoms) and self.atoms[index].kind in kinds else None

    def mentions(self) -> list[NumberMention]:
        """All number mentions in text order."""
        found: list[NumberMention] = []
        index = 0
        while index < len(self.atoms):
            mention, index = self.mention(index)
            if mention is not None:
                found.append(mention)
        return found

    def mention(self, index: int) -> tuple[NumberMention | None, int]:
        """The mention that begins at an atom, and the index of the atom after it."""
        atom = self.atoms[index]
        if atom.kind == "digits" and self.alone(index):
            return self.finish(index, index + 1, atom.value, "digits"), index + 1
        if atom.kind == "vague":
            return self.vague(index)
        if atom.kind == "multiple":
            return NumberMention(atom.start, atom.end, atom.value, form="multiple"), index + 1
        if atom.kind == "ordinal":
            return NumberMention(atom.start, atom.end, atom.value, form="ordinal"), index + 1
        if atom.kind in ("part", "vulgar"):
            return self.lone_part(index)
        value, following, form = self.cardinal(index)
        rank = self.rank(index, following, value)
        if rank is not None:
            return NumberMention(atom.start, self.atoms[following].end, rank, form="ordinal"), following + 1
        value, following, form = self.fraction(index, value, following, form)
        return self.finish(index, following, value, form), following

    def alone(self, index: int) -> bool:
        """Whether an atom is no part of a longer number."""
        end = self.atoms[index].end
        far = index + 1 == len(self.atoms) or self.atoms[index + 1].start - end > LONGEST_GAP
        return far and self.text[end:end + 1] not in SLASHES

    def cardinal(self, index: int) -> tuple[Decimal, int, str]:
        """A cardinal number: digits or words with their scale words (`two hundred and six`, `2.5 million`, `2 crore 50 lakh`).

        Returns its value, the index of the atom after it and its form.
        """
        total, current = Decimal(0), None
        floor: Decimal | None = None        # the last scale above hundred: later parts must be smaller
        last, form, i = "", "words", index
        while i < len(self.atoms):
            atom, gap = self.atoms[i], self.gap(i - 1) if i > index else ""
            if atom.kind == "scale" or (atom.kind == "vague" and last and atom.value != 10):
                if gap not in ("", "-") or (floor is not None and current is None and atom.value <= HUNDRED):
                    break
                if current is None and total:
                    total *= atom.value                                   # three lakh crore
                elif atom.value <= HUNDRED:
                    current = (Decimal(1) if current is None else current) * atom.value
                elif floor is not None and atom.value >= floor:
                    break
                else:
                    total, current = total + (Decimal(1) if current is None else current) * atom.value, None
                    floor = atom.value
                last = "scale"
            elif atom.kind in ("unit", "ten", "digits") and (not last or self.continues(i, atom, gap, last, form, floor)):
                current = atom.value if current is None else current + atom.value
                form = "digits" if i == index and atom.kind == "digits" else form
                last = atom.kind
            else:
                break
            i += 1
        if form == "digits" and i > index + 1:
            form = "mixed"
        return total + (current or Decimal(0)), i, form

    def continues(self, i: int, atom: Atom, gap: str | None, last: str, form: str, floor: Decimal | None) -> bool:
        """Whether an atom below a scale goes on with the number read so far."""
        if last == "ten":
            return atom.kind == "unit" and 1 <= atom.value <= 9 and gap in ("", "-")
        scale = self.atoms[i - 1]
        if gap == "," and last == "scale" and form == "words" and atom.kind != "digits":
            return scale.value > HUNDRED and self.scaled_group(i, floor)
        if last != "scale" or gap not in ("", "-", "and"):
            return False
        if atom.kind == "digits":
            below = self.at(i + 1, "scale")
            if below is not None and self.gap(i) == "":
                return form == "digits" and gap == "" and below.value < (floor or scale.value)
            return form == "digits" and gap == "and" and atom.value < HUNDRED and scale.value == HUNDRED
        if form == "digits":
            return gap == "and" and atom.value < HUNDRED and scale.value in (HUNDRED, THOUSAND)
        return gap != "and" or scale.value in (HUNDRED, THOUSAND) or (floor or 0) > THOUSAND

    def scaled_group(self, i: int, floor: Decimal | None) -> bool:
        """Whether the words from an atom on end in a smaller scale: `one thousand, two hundred`, no list `a thousand, two, three`."""
        while self.at(i, "unit", "ten"):
            below = self.at(i + 1, "scale", "ordinal")
            if self.gap(i) not in ("", "-"):
                return False
            if below is not None:
                return HUNDRED <= below.value < (floor or below.value)
            i += 1
        return False

    def rank(self, index: int, following: int, value: Decimal) -> Decimal | None:
        """The rank where an ordinal word closes a cardinal: `twenty-first`, `hundred and fifth`, `two hundredth`."""
        ordinal = self.at(following, "ordinal")
        if ordinal is None or not ordinal.word:
            return None
        last, gap = self.atoms[following - 1], self.gap(following - 1)
        if last.kind == "ten" and ordinal.value < HUNDRED:
            return value + ordinal.value if gap in ("", "-") and ordinal.value < 10 else None
        if ordinal.value >= HUNDRED:
            part = value % (THOUSAND * (ordinal.value if ordinal.value > HUNDRED else 1))
            return value - part + part * ordinal.value if gap in ("", "-") and value > 1 and last.kind != "digits" else None
        return value + ordinal.value if last.kind == "scale" and gap in ("", "-", "and") and ordinal.value < last.value else None

    def fraction(self, index: int, value: Decimal, following: int, form: str) -> tuple[Decimal, int, str]:
        """Go on to what may follow a cardinal: `3/4`, `2 1/2`, `2½`, `two point five`, `two-thirds`, `one and a half`."""
        slashed = self.slashed(following - 1)
        if slashed is not None and following == index + 1:
            return slashed, following + 1, "fraction"
        if following >= len(self.atoms):
            return value, following, form
        gap, part = self.gap(following - 1), self.atoms[following]
        if part.kind == "vulgar" and (gap == "" or self.atoms[following - 1].end == part.start):
            return value + part.value.scaleb(min(0, int(value.as_tuple().exponent))), following + 1, form   # 6.09½ is 6.095
        if gap == "" and form == "digits" and (slashed := self.slashed(following)) is not None:
            return value + slashed, following + 2, "digits"
        if gap == "point" and part.kind in ("unit", "ten"):
            return self.point(value, following)
        if gap == "and a" and part.word in DENOMINATORS:
            return self.and_a_half(value, following, form)
        if gap == "and" and (mixed := self.mixed(following)) is not None:
            return self.scaled(value, *mixed, following - 1, form)
        share = self.share(index, following, value)
        return share if share is not None else (value, following, form)

    def slashed(self, index: int) -> Decimal | None:
        """The value of `3/4` whose numerator is the atom at `index`; None for dates, `24/7` and their like."""
        atom = self.at(index, "digits")
        slash = SLASHED.match(self.text, atom.end, self.end) if atom else None
        if atom is None or slash is None or int(slash.group(1)) not in DENOMINATIONS or not 0 < atom.value < int(slash.group(1)):
            return None
        return quotient(atom.value, Decimal(slash.group(1)))

    def share(self, index: int, following: int, value: Decimal) -> tuple[Decimal, int, str] | None:
        """A numerator with its denominator: `two thirds`, `one twenty-fifth`, `two thirds of a million`."""
        end, denominator = following, self.denominator(following, value)
        if denominator is None and value > 0 and (ten := self.at(following, "ten")) and self.gap(following - 1) == "":
            ones = self.denominator(following + 1, value)
            end, denominator = following + 1, ten.value + ones if ones is not None and ones < 10 else None
        if denominator is None:
            return None
        if self.atoms[end].word in HALF_WORDS and self.gap(end - 1) == "" and self.atoms[index].kind == "digits":
            return None                                                   # 3 quarters of play
        split = self.split(index, following, denominator)
        if split is not None:
            numerator = self.cardinal(split)[0]
            return self.scaled(value - numerator, quotient(numerator, denominator), end + 1, split - 1, "words")
        scale = self.at(end + 1, "scale")
        if scale is not None and scale.value > HUNDRED and self.gap(end) in ("of a", ""):
            return quotient(value * scale.value, denominator), end + 2, "words"
        return quotient(value, denominator), end + 1, "fraction"

    def split(self, index: int, following: int, denominator: Decimal) -> int | None:
        """Where the numerator begins after the whole: `six million and | two thirds`; None in `one hundred and thirty-two fifths`."""
        for i in range(following - 1, index, -1):
            if self.gap(i - 1) == "and":
                return i if self.cardinal(i)[0] < denominator else None
        return None

    def denominator(self, index: int, numerator: Decimal) -> Decimal | None:
        """The atom at `index` as the denominator of a numerator: plural, or singular after one; `twenty-fifth` is a rank."""
        atom = self.at(index, "part", "ordinal", "vague")
        if atom is None or atom.word not in DENOMINATORS or self.gap(index - 1) not in ("", "-") or numerator <= 0:
            return None
        return DENOMINATORS[atom.word] if atom.word.endswith("s") or numerator == 1 or atom.word == "half" else None

    def mixed(self, following: int) -> tuple[Decimal, int] | None:
        """The fraction after `and`: `twenty and three fifths`, with the index of the atom after it."""
        if not self.at(following, "unit", "ten"):
            return None
        numerator, end, _ = self.cardinal(following)
        denominator = self.denominator(end, numerator) if end < len(self.atoms) else None
        return None if denominator is None or numerator >= denominator else (quotient(numerator, denominator), end + 1)

    def scaled(self, value: Decimal, part: Decimal, following: int, last: int, form: str) -> tuple[Decimal, int, str]:
        """A whole and its part, which is of the scale that follows it or ends the whole: `five billion and three quarters`."""
        scale, own = self.at(following, "scale"), self.atoms[last]
        if scale is not None and self.gap(following - 1) == "":
            if own.kind == "scale" and own.value > THOUSAND:
                return value + part * scale.value, following + 1, form
            return (value + part) * scale.value, following + 1, form
        return value + part * (own.value if own.kind == "scale" and own.value > THOUSAND else 1), following, form

    def and_a_half(self, value: Decimal, following: int, form: str) -> tuple[Decimal, int, str]:
        """`one and a half`, `three million and a half`, `two and a half million`."""
        part = quotient(Decimal(1), DENOMINATORS[self.atoms[following].word])
        return self.scaled(value, part, following + 1, following - 1, form)

    def point(self, value: Decimal, index: int) -> tuple[Decimal, int, str]:
        """Decimals in words: `two point five`, `zero point zero three`, `six point twenty-one`."""
        digits, i = "", index
        while self.at(i, "unit", "ten") and (i == index or self.gap(i - 1) in ("", "-")):
            after_ten = i > index and self.atoms[i - 1].kind == "ten"
            digits = (digits[:-1] if after_ten else digits) + str(self.atoms[i].value)
            i += 1
        value += Decimal("0." + digits)
        scale = self.at(i, "scale")
        if scale is not None and self.gap(i - 1) == "":
            return value * scale.value, i + 1, "words"
        return value, i, "words"

    def lone_part(self, index: int) -> tuple[NumberMention | None, int]:
        """A fraction with no cardinal before it: `half`, `a third`, `½`, `half a million`."""
        atom = self.atoms[index]
        if atom.word in ("quarters", "halves"):
            return None, index + 1
        value = atom.value if atom.kind == "vulgar" else quotient(Decimal(1), atom.value)
        scale = self.at(index + 1, "scale")
        if scale is not None and (atom.kind == "vulgar" or atom.word in ("half", "quarter")):
            reach = HALF_OF.match(self.text, atom.end, self.end)
            if reach and reach.end() == scale.start and scale.start > atom.end:
                return self.finish(index, index + 2, value * scale.value, "words"), index + 2
        return NumberMention(atom.start, atom.end, value, form="fraction"), index + 1

    def vague(self, index: int) -> tuple[NumberMention, int]:
        """`dozens`, `hundreds of thousands`: from the number named to ten times it (`dozens` 12 to 120)."""
        atom, following = self.atoms[index], self.at(index + 1, "vague")
        low, high = VAGUE[atom.word]
        if following is not None and self.text[atom.end:following.start].split() == ["of"]:
            factor = VAGUE[following.word][0]
            return NumberMention(atom.start, following.end, None, low * factor, high * factor, form="vague"), index + 2
        return NumberMention(atom.start, atom.end, None, low, high, form="vague"), index + 1

    def finish(self, index: int, following: int, value: Decimal, form: str) -> NumberMention | None:
        """The mention of atoms index to following - 1, with its article, sign, scale abbreviation and vagueness."""
        first, last = self.atoms[index], self.atoms[min(following, len(self.atoms)) - 1]
        start, end = first.start, last.end
        scale = last.word if last.kind == "scale" else None
        if last.kind == "digits" and (abbreviation := ABBREVIATION.match(self.text, end, self.end)):
            scale, end = abbreviation.group(1), abbreviation.end()
            value *= ABBREVIATIONS[scale.lower()]
        lead = self.text[max(self.start, start - LEAD):start]
        if first.kind == "scale" or (first.kind == "part" and scale):
            return self.led(first, NumberMention(start, end, value, form=form, scale=scale), lead)
        signed = lead.endswith(SIGN_ENDS) and first.kind in ("digits", "unit", "ten")
        sign = SIGN.search(lead) if signed else None
        if sign:
            start -= len(sign.group())
            value = value if "+" in sign.group() else -value
        return NumberMention(start, end, value, form=form, scale=scale)

    def led(self, first: Atom, mention: NumberMention, lead: str) -> NumberMention | None:
        """A mention that opens with a scale word, by what leads it: `a million`, `several hundred`; none in `multi-million`."""
        few, article = FEW.search(lead), ARTICLE.search(lead)
        if few and mention.value is not None:
            mention.start -= len(few.group())
            mention.low, mention.high = mention.value, mention.value * 10
            mention.value, mention.form = None, "vague"
        elif article:
            mention.start -= len(article.group())
        elif first.word == "dozen" or lead.endswith("-"):
            return None
        return mention


LETTER = re.compile(r"(?P<space>[ \u00a0])?(?P<letter>mm|[mbkt])(?![\w&'’])", re.IGNORECASE)
LETTERS = {"k": THOUSAND, "m": Decimal(10**6), "mm": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}


def _whole(mention: NumberMention) -> bool:
    return mention.value is not None and mention.value == mention.value.to_integral_value()


def letter(text: str, mention: NumberMention, limit: int, money: bool = False) -> tuple[int, Decimal] | None:
    """The scale letter after a number and what it multiplies by: `£20k`, `2.7m sales`, `8 B people`; None without one.

    With `money` a sign stands before the number: every letter is a scale then. Whether an `m` is a metre is for the caller to see.
    """
    match = None if mention.scale or mention.form not in ("digits", "mixed") else LETTER.match(text, mention.end, limit)
    if match is None:
        return None
    written, spaced = match.group("letter"), match.group("space")
    if not money and (written in ("t", "T", "mm", "MM") or (spaced and written not in ("M", "B", "K", "k"))):
        return None
    if not money and written == "B" and not spaced and _whole(mention):
        return None                                                       # flat 3B
    return match.end(), LETTERS[written.lower()]


def find(text: str, start: int, end: int, words: list[str] | None = None) -> list[NumberMention]:
    """The number mentions of `text[start:end]` in text order, offsets into the whole text. `words` are its `numerals.words`, if at hand."""
    found = atoms(text, start, end, numerals.words(text, start, end) if words is None else words)
    return compose(text, Reader(text, start, end, found).mentions()) if found else []


def outside(sentence: Sentence) -> list[NumberMention]:
    """A sentence's mentions that no time expression holds; of a range across one (`in 2018 to 300`) the end that is left.

    A series breaks off where a time begins: its last number outside has no follower then. Every kind asks, so the answer is kept.
    """
    if sentence.untimed is None:
        sentence.untimed = list(_outside(sentence.numbers, sentence.times)) if sentence.times else sentence.numbers
    return sentence.untimed


def unclaimed(sentence: Sentence) -> list[NumberMention]:
    """The mentions outside times that no other kind has claimed with a unit or refused."""
    return outside(sentence) if sentence.unclaimed is None else sentence.unclaimed


def _outside(mentions: Sequence[NumberMention], times: Sequence["TimeMention"]) -> Iterator[NumberMention]:
    for mention in mentions:
        if mention.follower is not None and _timed(mention.follower, times):
            mention.follower = None
        if not _timed(mention, times):
            yield mention
        else:
            yield from (part for part in mention.parts if not _timed(part, times))


def _timed(mention: NumberMention, times: Sequence["TimeMention"]) -> bool:
    return in_time(times, mention.start, mention.end)


def in_time(times: Sequence["TimeMention"], start: int, end: int) -> bool:
    """Whether a time expression holds some of the text from `start` to `end`."""
    index = bisect_right(times, start, key=lambda time: time.end)
    return index < len(times) and times[index].start < end


def next_from(mentions: Sequence[NumberMention], offset: int) -> int:
    """Index of the first mention that starts at `offset` or later."""
    return bisect_left(mentions, offset, key=lambda mention: mention.start)


def starting_at(mentions: Sequence[NumberMention], offset: int) -> NumberMention | None:
    """The mention that starts at `offset`, None without one."""
    index = next_from(mentions, offset)
    return mentions[index] if index < len(mentions) and mentions[index].start == offset else None
