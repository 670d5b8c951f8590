"""Number mentions in a sentence: digits, words, fractions, ordinals, scales and ranges, as plain text rules.

`find` reads what is written and types nothing: `$5m` gives 5 with the letter left to the kinds, which know that it is
a million there and a metre in `5m tall`. Values are exact `Decimal`s, so `$2.78 million` is 2780000 and never
2779999.9999; only a fraction such as a third is rounded, to 15 significant digits.
"""
import re
from collections.abc import Iterator
from decimal import Context, Decimal
from itertools import pairwise
from typing import NamedTuple

from extractor.proposals import NumberMention

UNITS = {word: Decimal(value) for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())} | {"nought": Decimal(0), "naught": Decimal(0)}
TENS = {word: Decimal(10 * value) for value, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": Decimal(100), "thousand": Decimal(1000), "lakh": Decimal(10**5), "lac": Decimal(10**5),
          "million": Decimal(10**6), "crore": Decimal(10**7), "billion": Decimal(10**9), "trillion": Decimal(10**12),
          "quadrillion": Decimal(10**15), "quintillion": Decimal(10**18), "dozen": Decimal(12)}
# Written after a numeral only. Single letters are left to the kinds, which see what stands around them.
ABBREVIATIONS = {"bn": Decimal(10**9), "bln": Decimal(10**9), "mn": Decimal(10**6), "mln": Decimal(10**6),
                 "mil": Decimal(10**6), "mio": Decimal(10**6), "tn": Decimal(10**12), "trn": Decimal(10**12),
                 "tln": Decimal(10**12), "cr": Decimal(10**7)}
ORDINALS = {word: Decimal(value) for value, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth".split(), start=1)} | {
    word[:-1] + "ieth": value for word, value in TENS.items()} | {
    word + "th": SCALES[word] for word in ("hundred", "thousand", "million", "billion", "trillion")}
HALVES = {"half": Decimal(2), "halves": Decimal(2), "quarter": Decimal(4), "quarters": Decimal(4)}
DENOMINATORS = HALVES | {w + s: v for w, v in ORDINALS.items() if v >= 3 for s in ("", "s")}
VAGUE = {word + "s": (value, 10 * value) for word, value in SCALES.items()} | {"tens": (Decimal(10), Decimal(100))}
MULTIPLES = {"twice": Decimal(2), "thrice": Decimal(3), "double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4),
             "doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "doubling": Decimal(2),
             "tripling": Decimal(3)} | {
    word + "fold": value for word, value in (UNITS | TENS | {"hundred": Decimal(100)}).items()}
VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
          "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}

KINDS: dict[str, str] = {}
for _kind, _words in (("unit", UNITS), ("ten", TENS), ("scale", SCALES), ("vague", VAGUE), ("multiple", MULTIPLES),
                      ("part", DENOMINATORS), ("ordinal", ORDINALS)):
    KINDS |= dict.fromkeys(_words, _kind)   # an ordinal that is a denominator too stays an ordinal here
VALUES: dict[str, Decimal] = UNITS | TENS | SCALES | MULTIPLES | DENOMINATORS | ORDINALS | {w: v[0] for w, v in VAGUE.items()}

ATOM = re.compile(
    r"\d+(?:[.,]\d+)*|(?<![\w.])\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:"
    + "|".join(sorted(KINDS, key=lambda w: (-len(w), w))) + r")\b", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?")
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}")
DECIMAL = re.compile(r"\d*\.\d+|\d+")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
# A no-break space groups digits; a plain space only where no two numbers could be meant.
GROUPS = re.compile(r"(?:[\u00a0\u2009\u202f]\d{3}(?!\d))+(?:\.\d+)?|(?: \d{3}(?![\d,])){2,}(?:\.\d+)?| 000(?![\d,])")
POWER = re.compile(r"[ \u00a0]?[x×·][ \u00a0]?10(?:(?:\^|\*\*)?([-−–+]?\d{1,3})|([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\d)|[eE]([+-]?\d{1,3})(?![\w.])")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
ORDINAL_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
ABBREVIATION = re.compile(r"[ \u00a0]?(" + "|".join(sorted(ABBREVIATIONS, key=lambda w: (-len(w), w))) + r")(?![\w])", re.IGNORECASE)
FOLD = re.compile(r"[- ]?fold\b", re.IGNORECASE)
SLASHED = re.compile(r"[/⁄](\d{1,3})(?![\d/]|[.,]\d)")
DENOMINATIONS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})
SIGN = re.compile(r"(?:^|(?<=[\s(\[$£€¥₹<>=~/]))[-−+](?:[ ](?=\S))?$|\b(?:minus|negative)[ ]$", re.IGNORECASE)
GAP = {" ": "", "\u00a0": "", "-": "-", " - ": "-", "  ": "", "‑": "-", "–": "-"}
ARTICLE = re.compile(r"\b(?:an?)[ \u00a0]+$", re.IGNORECASE)
FEW = re.compile(r"\b(?:(?:a[ ])?few|several|many|some[ ]few)[ \u00a0]+$", re.IGNORECASE)
HALF_OF = re.compile(r"[ -]*(?:of )?(?:an? *)?")
PRECISION = Context(prec=15)
LONGEST = 40   # digits: more is an identifier, not an amount


class Atom(NamedTuple):
    """A run of digits or one number word."""

    start: int
    end: int
    kind: str
    value: Decimal
    word: str


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction's value, to 15 significant digits where it does not end."""
    return PRECISION.divide(numerator, denominator).normalize(PRECISION)


def numeral(run: str) -> Decimal | None:
    """The value of digits with separators, None where they are no single number (`192.168.1.2`, `22,24,26`)."""
    if len(run) > LONGEST:
        return None
    if THOUSANDS.fullmatch(run):
        return Decimal(run.replace(",", ""))
    if DECIMAL.fullmatch(run):
        return Decimal(run)
    if CONTINENTAL.fullmatch(run):
        return Decimal(run.replace(".", "").replace(",", "."))
    if DECIMAL_COMMA.fullmatch(run):
        return Decimal(run.replace(",", "."))
    return None


def digit_atoms(text: str, start: int, end: int, limit: int) -> Iterator[Atom]:
    """The atoms of one run of digits: one number with its power of ten, or the members of a list."""
    groups = GROUPS.match(text, end, limit) if end - start <= 3 and text[start] != "0" else None
    if groups and not (start > 1 and text[start - 1] in " ," and text[start - 2].isdigit()):
        end = groups.end()
    run = re.sub(r"[ \u00a0\u2009\u202f]", "", text[start:end])
    value = numeral(run)
    if value is None:
        if "." not in run and len(run) <= LONGEST:
            for member in re.finditer(r"\d+", text[start:end]):
                yield Atom(start + member.start(), start + member.end(), "digits", Decimal(member.group()), "")
        return
    power = POWER.match(text, end, limit)
    if power:
        exponent = next(group for group in power.groups() if group).translate(SUPERSCRIPTS)
        value, end = value.scaleb(int(exponent)), power.end()
    ordinal = ORDINAL_SUFFIX.match(text, end, limit)
    if ordinal and value == value.to_integral_value():
        yield Atom(start, ordinal.end(), "ordinal", value, "")
        return
    fold = FOLD.match(text, end, limit)
    if fold:
        yield Atom(start, fold.end(), "multiple", value, "")
        return
    yield Atom(start, end, "digits", value, "")


def atoms(text: str, start: int, end: int) -> list[Atom]:
    """Every number word and run of digits of `text[start:end]`, in text order."""
    found: list[Atom] = []
    for match in ATOM.finditer(text, start, end):
        first = match.group()[0]
        if found and match.start() < found[-1].end:
            continue
        if first.isdigit() or first == ".":
            if not (match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] == "_")):
                found.extend(digit_atoms(text, match.start(), match.end(), end))
            elif re.search(r"(?:[A-Z]{2,3}|Rs|US|kr|Fr)$", text[max(start, match.start() - 4):match.start()]):
                found.extend(digit_atoms(text, match.start(), match.end(), end))   # RM120,000, Rs500, USD20
        elif first in VULGAR:
            numerator, denominator = VULGAR[first]
            found.append(Atom(match.start(), match.end(), "vulgar", quotient(Decimal(numerator), Decimal(denominator)), first))
        else:
            word = match.group().lower()
            found.append(Atom(match.start(), match.end(), KINDS[word], VALUES[word], word))
    return found


class Reader:
    """Reads number mentions off a sentence's atoms, left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.atoms = atoms(text, start, end)

    def gap(self, index: int) -> str | None:
        """What stands between an atom and the next: '' for space, '-', 'and', 'and a', 'point', None for all else."""
        if index + 1 >= len(self.atoms):
            return None
        between = self.text[self.atoms[index].end:self.atoms[index + 1].start]
        if between in GAP:
            return GAP[between]
        if len(between) > 12 or "\n" in between:
            return None
        words = between.replace("-", " ").split()
        if words in (["and"], ["and", "a"], ["and", "an"], ["point"], ["over"], ["of", "a"], ["a"]):
            return " ".join(words).replace("an", "a").replace("ad", "and")
        return None if between.strip() else ""

    def mentions(self) -> list[NumberMention]:
        """All number mentions, ranges composed and series linked."""
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
        if atom.kind == "vague":
            return self.vague(index)
        if atom.kind == "multiple":
            return NumberMention(atom.start, atom.end, atom.value, form="multiple"), index + 1
        if atom.kind in ("part", "ordinal", "vulgar"):
            return self.lone_part(index)
        value, following, form = self.cardinal(index)
        if self.ends_ordinal(index, following):
            ordinal = self.atoms[following]
            return NumberMention(atom.start, ordinal.end, value + ordinal.value, form="ordinal"), following + 1
        value, following, form = self.fraction(index, value, following, form)
        mention = self.finish(index, following, value, form)
        return mention, following

    def cardinal(self, index: int, stop: int | None = None) -> tuple[Decimal, int, str]:
        """A cardinal number: digits or words with their scale words (`two hundred and six`, `2.5 million`).

        Returns its value, the index of the atom after it (at most `stop`) and its form.
        """
        total, current = Decimal(0), None
        floor: Decimal | None = None        # the last scale above hundred: later parts must be smaller
        last, form, i = "", "words", index
        while i < (len(self.atoms) if stop is None else stop):
            atom, gap = self.atoms[i], self.gap(i - 1) if i > index else ""
            if atom.kind == "scale":
                if gap not in ("", "-") or (floor is not None and current is None and atom.word in ("hundred", "dozen")):
                    break
                if current is None and total:
                    total *= atom.value                                   # three lakh crore
                elif atom.value <= 100:
                    if current is not None and last == "scale":
                        current *= atom.value
                    else:
                        current = (Decimal(1) if current is None else current) * atom.value
                else:
                    if floor is not None and atom.value >= floor:
                        break
                    total, current = total + (Decimal(1) if current is None else current) * atom.value, None
                    floor = atom.value
                last = "scale"
            elif atom.kind in ("unit", "ten", "digits") and self.continues(i, atom, gap, last, form, current, floor):
                current = atom.value if current is None else current + atom.value
                if i == index and atom.kind == "digits":
                    form = "digits"
                last = atom.kind
            else:
                break
            i += 1
        if form == "digits" and i > index + 1:
            form = "mixed"
        return total + (current or Decimal(0)), i, form

    def continues(self, i: int, atom: Atom, gap: str | None, last: str, form: str, current: Decimal | None,
                  floor: Decimal | None) -> bool:
        """Whether an atom below a scale goes on with the number read so far."""
        if not last:
            return True
        if gap is None or gap not in ("", "-", "and"):
            return False
        if last == "ten":
            return atom.kind == "unit" and 1 <= atom.value <= 9 and gap != "and"
        if last != "scale":
            return False
        if atom.kind == "digits":
            scaled = i + 1 < len(self.atoms) and self.atoms[i + 1].kind == "scale"
            return form == "digits" and gap == "and" and atom.value < 100 and not scaled and self.atoms[i - 1].word == "hundred"
        if form == "digits":
            return gap == "and" and atom.value < 100 and self.atoms[i - 1].word in ("hundred", "thousand")
        return gap != "and" or self.atoms[i - 1].word in ("hundred", "thousand") or (floor or 0) > 1000

    def fraction(self, index: int, value: Decimal, following: int, form: str) -> tuple[Decimal, int, str]:
        """Go on to what may follow a cardinal: `3/4`, `2 1/2`, `2½`, `two point five`, `two-thirds`, `one and a half`."""
        slashed = self.slashed(following - 1)
        if slashed is not None and following == index + 1:
            return slashed, following + 1, "fraction"
        if following >= len(self.atoms):
            return value, following, form
        gap, part = self.gap(following - 1), self.atoms[following]
        if part.kind == "vulgar" and (gap == "" or self.atoms[following - 1].end == part.start):
            return value + part.value, following + 1, form
        if gap == "" and form == "digits" and (slashed := self.slashed(following)) is not None:
            return value + slashed, following + 2, "digits"
        if gap == "point" and part.kind in ("unit", "ten"):
            return self.point(value, following)
        if part.word in DENOMINATORS and gap in ("", "-") and self.is_denominator(index, following, value):
            return self.parts(index, following, value)
        if part.word in DENOMINATORS and gap == "and a":
            return self.and_a_half(index, following, value, form)
        return value, following, form

    def slashed(self, index: int) -> Decimal | None:
        """The value of `3/4` whose numerator is the atom at `index`; None for dates, `24/7` and their like."""
        atom = self.atoms[index]
        slash = SLASHED.match(self.text, atom.end, self.end) if atom.kind == "digits" else None
        if slash is None or int(slash.group(1)) not in DENOMINATIONS or not 0 < atom.value < int(slash.group(1)):
            return None
        return quotient(atom.value, Decimal(slash.group(1)))

    def parts(self, index: int, following: int, value: Decimal) -> tuple[Decimal, int, str]:
        """`two thirds`, `twenty and three fifths`, `five billion and three quarters` (of a billion)."""
        denominator = DENOMINATORS[self.atoms[following].word]
        split = next((i for i in range(following - 1, index, -1) if self.gap(i - 1) == "and"), None)
        if split is None:
            return quotient(value, denominator), following + 1, "fraction"
        whole, _, form = self.cardinal(index, split)
        numerator, _, _ = self.cardinal(split, following)
        scale = self.atoms[split - 1].value if self.atoms[split - 1].kind == "scale" and self.atoms[split - 1].value > 1000 else 1
        return whole + scale * quotient(numerator, denominator), following + 1, form

    def and_a_half(self, index: int, following: int, value: Decimal, form: str) -> tuple[Decimal, int, str]:
        """`one and a half`, `three million and a half`, `two and a half million`."""
        last, part = self.atoms[following - 1], quotient(Decimal(1), DENOMINATORS[self.atoms[following].word])
        multiplied = following + 1 < len(self.atoms) and self.atoms[following + 1].kind == "scale" and self.gap(following) == ""
        if last.kind == "scale" and last.value > 100:
            scale = self.atoms[following + 1].value if multiplied else last.value
            return value + scale * part, following + 1 + multiplied, form
        value += part
        return (value * self.atoms[following + 1].value if multiplied else value), following + 1 + multiplied, form

    def ends_ordinal(self, index: int, following: int) -> bool:
        """Whether an ordinal word closes the cardinal before it: `twenty-first`, `hundred and fifth`."""
        if following >= len(self.atoms) or self.atoms[following].kind != "ordinal" or not self.atoms[following].word:
            return False
        last, gap, value = self.atoms[following - 1], self.gap(following - 1), self.atoms[following].value
        if last.kind == "ten":
            return gap in ("", "-") and value < 10
        return last.kind == "scale" and gap in ("", "-", "and") and value < last.value

    def is_denominator(self, index: int, following: int, value: Decimal) -> bool:
        """Whether an ordinal word after a cardinal is a fraction's denominator: `two thirds`, not `twenty-fifth`."""
        word = self.atoms[following].word
        if word in ("quarters", "quarter") and self.gap(following - 1) == "" and self.atoms[index].kind == "digits":
            return False                                                  # 3 quarters of play
        return value > 0 and (word.endswith("s") or word == "half" or value == 1) and self.atoms[following - 1].kind != "scale"

    def point(self, value: Decimal, index: int) -> tuple[Decimal, int, str]:
        """Decimals in words: `two point five`, `zero point zero three`."""
        digits, i = "", index
        while i < len(self.atoms) and self.atoms[i].kind in ("unit", "ten") and (i == index or self.gap(i - 1) in ("", "-")):
            digits += str(self.atoms[i].value) if not (i > index and self.atoms[i - 1].kind == "ten") else ""
            if i > index and self.atoms[i - 1].kind == "ten":
                digits = digits[:-1] + str(self.atoms[i].value)
            i += 1
        value += Decimal("0." + digits)
        if i < len(self.atoms) and self.atoms[i].kind == "scale" and self.gap(i - 1) == "":
            return value * self.atoms[i].value, i + 1, "words"
        return value, i, "words"

    def lone_part(self, index: int) -> tuple[NumberMention | None, int]:
        """A fraction or ordinal with no cardinal before it: `half`, `a third`, `½`, `twenty-first`, `3rd`."""
        atom, start = self.atoms[index], self.atoms[index].start
        if atom.kind == "ordinal":
            mention = NumberMention(start, atom.end, atom.value, form="ordinal")
            return mention, index + 1
        value = atom.value if atom.kind == "vulgar" else quotient(Decimal(1), atom.value)
        if atom.word in ("half", "quarter", "½", "¼", "¾"):
            reach = HALF_OF.match(self.text, atom.end, self.end)
            following = self.atoms[index + 1] if index + 1 < len(self.atoms) else None
            if following and following.kind == "scale" and reach and reach.end() == following.start and following.start > atom.end:
                return self.finish(index, index + 2, value * following.value, "words"), index + 2
        if atom.word in ("quarters", "halves"):
            return None, index + 1
        return NumberMention(start, atom.end, value, form="fraction"), index + 1

    def vague(self, index: int) -> tuple[NumberMention | None, int]:
        """`dozens`, `hundreds of thousands`: from the number named to ten times it (`dozens` 12 to 120)."""
        atom = self.atoms[index]
        low, high = VAGUE[atom.word]
        if index + 1 < len(self.atoms) and self.atoms[index + 1].kind == "vague":
            between = self.text[atom.end:self.atoms[index + 1].start].split()
            if between == ["of"]:
                factor = VAGUE[self.atoms[index + 1].word][0]
                return NumberMention(atom.start, self.atoms[index + 1].end, None, low * factor, high * factor, form="vague"), index + 2
        return NumberMention(atom.start, atom.end, None, low, high, form="vague"), index + 1

    def finish(self, index: int, following: int, value: Decimal, form: str) -> NumberMention | None:
        """The mention of atoms index to following - 1, with its article, sign, scale abbreviation and vagueness."""
        first, last = self.atoms[index], self.atoms[min(following, len(self.atoms)) - 1]
        start, end = first.start, last.end
        scale = last.word if last.kind == "scale" else None
        if last.kind == "digits":
            abbreviation = ABBREVIATION.match(self.text, end, self.end)
            if abbreviation:
                scale, end = abbreviation.group(1), abbreviation.end()
                value *= ABBREVIATIONS[scale.lower()]
        lead = self.text[max(self.start, start - 12):start]
        if first.kind == "scale" or (first.kind == "part" and scale):
            few = FEW.search(lead)
            if few:
                ten = Decimal(10) * first.value if first.word != "dozen" else Decimal(120)
                return NumberMention(start - (len(few.group())), end, None, value, value * ten / first.value, form="vague", scale=scale)
            article = ARTICLE.search(lead)
            start -= len(article.group()) if article else 0
            if article is None and first.word == "dozen":
                return None
        sign = SIGN.search(lead) if first.kind in ("digits", "unit", "ten") else None
        if sign:
            start -= len(sign.group())
            value = value if "+" in sign.group() else -value
        return NumberMention(start, end, value, form=form, scale=scale)


JOINT = re.compile(r"\s*(?:-|–|—|~|‑|\bto\b|-to-|–to–|\bto-|\bor\b|\band\b|\bthrough\b)\s*")
HYPHENS = frozenset("-–—~‑")
BETWEEN = re.compile(r"\bbetween(?:\s+(?:about|around|roughly|approximately|an estimated))?\s+[$£€¥]?$", re.IGNORECASE)
SERIES = re.compile(r"\s*(?:,|,?\s+(?:and|or|to|versus)\s|-|–|/|-to-)\s*")
SCALED = {word: value for word, value in (SCALES | ABBREVIATIONS).items() if value > 100}


def shared_scale(left: NumberMention, right: NumberMention) -> Decimal:
    """What the first number of a range takes over from the scale of the second: `10 to 15 million`."""
    factor = SCALED.get((right.scale or "").lower())
    if factor is None or left.scale or left.value is None or right.value is None:
        return Decimal(1)
    return factor if abs(left.value) <= abs(right.value / factor) else Decimal(1)


def joined(text: str, left: NumberMention, right: NumberMention) -> NumberMention | None:
    """One range mention out of two numbers written side by side (`15-17`, `10 to 15 million`), else None."""
    joint = JOINT.fullmatch(text, left.end, right.start)
    if joint is None or left.value is None or right.value is None or "ordinal" in (left.form, right.form):
        return None
    word = joint.group().strip().strip("-–")
    low, high = left.value * shared_scale(left, right), right.value
    if word in ("and", "or"):
        before = BETWEEN.search(text[max(0, left.start - 40):left.start])
        if word == "and" and not before:
            return None
        if word == "or" and not (left.form == "words" and right.form == "words" and low + 1 == high and low > 1):
            return None
    if low >= high or "multiple" in (left.form, right.form):
        return None
    if not word and left.end + 1 == right.start and (left.start and text[left.start - 1] in "-–/"):
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
        if right.start - left.end <= 8 and SERIES.fullmatch(text, left.end, right.start):
            left.follower = right
    return composed


def find(text: str, start: int, end: int) -> list[NumberMention]:
    """The number mentions of `text[start:end]` in text order, offsets into the whole text."""
    reader = Reader(text, start, end)
    return compose(text, reader.mentions()) if reader.atoms else []
