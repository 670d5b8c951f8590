"""Currency signs and words → ISO 4217 codes, and what had to be assumed.

The names are ours (`currency_names.py`): no library knows how news writes currencies (`C$`, `quid`, `Hong Kong dollars`, `RM`).
"""
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractor.currency_names import ASSUMED_SIGNS, ASSUMED_SUBUNITS, DOLLARS, RARE_SIGNS, SIGNS, SUBUNITS, TABLE
from extractor.singulars import singular

LETTER_SCALES = {"T": Decimal(1000), "K": Decimal(1000), "M": Decimal(10**6), "B": Decimal(10**9)}
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as written: its code, what a number of it is multiplied by, what was assumed, and `rare`: needs a large amount."""

    code: str
    factor: Decimal = Decimal(1)
    assumed: str | None = None
    rare: bool = False


def _rows() -> list[tuple[str, list[str], list[str]]]:
    """The table's lines as code, adjectives and names."""
    split = [line.split("|") for line in TABLE.strip().splitlines()]
    return [(code.strip(), [a.strip() for a in adjectives.split(",") if a.strip()], [n.strip() for n in names.split(",")])
            for code, adjectives, names in split]


ROWS = _rows()
CODES = frozenset(code for code, _, _ in ROWS)


def _forms(name: str) -> tuple[str, ...]:
    """A name with its plural (`penny` has its own line, `yen` takes none in news but may)."""
    return (name, name[:-1] + "ies") if name.endswith("y") and name != "koruny" else (name, name + "s")


def _words() -> dict[str, Currency]:
    """Every name in lower case, with and without its adjectives → currency."""
    plain = [name.strip("*!") for _, _, names in ROWS for name in names]
    found: dict[str, Currency] = {}
    for code, adjectives, names in ROWS:
        for marked in names:
            name = marked.strip("*!")
            shared = plain.count(name) > 1
            for form in _forms(name):
                if marked != name:
                    assumed = f"currency: bare {name} read as {code}" if shared else None
                    found[form] = Currency(code, assumed=assumed, rare=marked.endswith("!"))
                found.update((f"{adjective} {form}", Currency(code)) for adjective in adjectives)
    for form, code in SUBUNITS.items():
        found[form] = Currency(code, HUNDREDTH, f"currency: bare {form} read as of {code}" if form in ASSUMED_SUBUNITS else None)
    return found


# Codes that are words too: money only before and after large amounts.
WORDLIKE = frozenset("ALL AMD ANG BAM COP CUP ERN FIM GEL KIP LAK MAD MOP NAD PEN SOS TOP TRY BOB ARS".split())
WORDS = _words()
LOWER_CODES = frozenset({"usd", "eur", "btc", "rmb", "gbp", "inr", "aud", "cad"})   # codes that are no words, met in lower case too
WORDS |= {code.lower(): Currency(code, rare=code in WORDLIKE) for code in CODES if code.lower() in LOWER_CODES or code.lower() not in WORDS}
MEMORY = 1000   # characters: how far back a currency's full name is looked for
NEAR = 200      # and how far back first, where the last of any will do


EURO_OR_DOLLAR = re.compile(r"[€$eEdU](?:(?P<euro>(?<=€)|(?<=\be)uros?\b|(?<=\bE)UR\b)|(?P<dollar>(?<=\$)|(?<=\bd)ollars?\b|(?<=\bU)SD\b))")


def _sign(sign: str, code: str) -> Currency:
    assumed = f"currency: bare {sign} read as {code}" if sign in ASSUMED_SIGNS else None
    return Currency(code, assumed=assumed, rare=sign in RARE_SIGNS)


def _dollars() -> dict[str, Currency]:
    """The letters of a dollar on either side of its sign: `A$`, `$A`, `HK $`; a lone letter with a space is a name's (`Series A $5m`)."""
    found = {}
    for letters, code in DOLLARS.items():
        forms = [f"{letters}$"]
        if len(letters) > 1:
            forms.append(f"{letters} $")
        if letters in TOKENISED:
            forms.append(f"{letters.lower()} $ ")
        if letters in SUFFIXED:
            forms += [f"${letters}", f"{letters.lower()}$"]
        if len(letters) == LETTERS_OF_CODE:
            forms.append(f"{letters.lower()}$")
        found.update(dict.fromkeys(forms, Currency(code)))
    return found


LETTERS_OF_CODE = 3
TOKENISED = frozenset({"HK", "NZ", "NT", "AU", "SG", "C"})   # in small letters, as tokenised text has them: hk $ 5 million; no words
SUFFIXED = frozenset({"A", "AU", "US", "C", "NZ", "HK", "S", "Can"})   # letters that stand behind the sign too
LEADING = {sign: _sign(sign, code) for sign, code in SIGNS.items()} | _dollars() | {
    code: Currency(code, rare=code in WORDLIKE) for code in CODES} | {
    f"{letter}{code}": Currency(code, scale) for code in CODES for letter, scale in LETTER_SCALES.items()}
_signs = sorted(LEADING, key=lambda s: (-len(s), s))
# A sign right before a number, with the minus that may stand on either side of it.
BEFORE = re.compile(r"(?<![\w$£€¥])(?P<minus>[-−–])?(?P<sign>" + "|".join(re.escape(s) for s in _signs) + r")[ \u00a0]{0,2}$")
LONGEST_SIGN = max(map(len, _signs)) + 3
# What the last character before a number must be for a sign to stand there.
SIGN_ENDS = frozenset(sign[-1] for sign in _signs) | frozenset(" \u00a0")
AFTER_WORD = re.compile(r"[ \u00a0-]?((?:[^\W\d_]|['.](?=[^\W\d_])|\.(?= ))+(?:[ -](?:[^\W\d_]|['.](?=[^\W\d_]))+){0,3})")
AFTER_SIGN = re.compile(r"[ \u00a0]?(?P<sign>ரூ|[$€£¥₹₽₩₺₪₫₦₱฿₴₸₼₾₡₲₵₭₮₿¢元円]|kr\b|zł|Kč|Ft\b)(?![\w\d])")
SCALED_CODE = re.compile(r"[ \u00a0]?(?P<scale>[MKBmkb])(?P<code>[A-Z]{3})\b")   # 30 MUSD, 15 KSEK
FIRST_WORD = re.compile(r"[ \u00a0-]?((?:[^\W\d_]|['.](?=[^\W\d_])|\.(?= ))+)")
OPENINGS = frozenset(re.split("[ -]", name)[0] for name in WORDS)    # what that word must be for a name to begin there
NO_CURRENCY = frozenset(".,;:)%")                                      # marks that no currency begins with
WORD_ENDS = re.compile(r"[ -]|$")
# The noun of a currency before an amount with a scale: `dollar 22.5 million`, `rupees 5 lakh`.
WORD_BEFORE = re.compile(r"\b(?P<word>[^\W\d_]{3,9}) $")
# Its country or code after an amount with a bare sign: `$5 million Canadian`.
QUALIFIER = re.compile(r" (?P<word>U\.S\.|US|USD|CAD|AUD|NZD|SGD|HKD|Canadian|Australian)(?![\w])"
                       r"(?! (?!(?:for|to|in|on|and|or|an?|per|from|by|with|at|as|of|is|was|were|are|over|each|after|before)\b)[^\W\d])")
QUALIFIERS = {"Canadian": "CAD", "Australian": "AUD", "U.S.": "USD", "US": "USD"}


def before(text: str, start: int, floor: int) -> tuple[int, bool, Currency] | None:
    """The currency sign that ends at `start`: where it begins, whether it is negative, and the currency."""
    if start <= floor or text[start - 1] not in SIGN_ENDS or (text[start - 1] == " " and text[start - 2] not in SIGN_ENDS):
        return None
    low = max(floor, start - LONGEST_SIGN)
    word = text[low:start].rstrip(" \u00a0").rpartition(" ")[2]
    if not word or word[-1] not in SIGN_ENDS or (word.isalpha() and word not in LEADING):
        return None
    if word == text[start - 1] == "$" and text[low:start - 2].rpartition(" ")[2].islower():
        return start - 1, False, LEADING["$"]                 # paid $5, no HK $5
    match = BEFORE.search(text, low, start)
    return (match.start(), match.group("minus") is not None, LEADING[match.group("sign")]) if match else None


def word_before(text: str, start: int, floor: int) -> tuple[int, Currency] | None:
    """A currency's bare name right before an amount: where it begins, and the currency."""
    match = WORD_BEFORE.search(text, max(floor, start - 12), start)
    currency = WORDS.get(match.group("word").lower()) if match else None
    if match is None or currency is None or currency.rare or currency.factor != 1 or match.group("word").upper() in CODES:
        return None
    return match.start(), currency


@lru_cache(maxsize=256)
def _with_country(code: str) -> "tuple[re.Pattern[str], re.Pattern[str], int] | None":
    """Patterns of the names that a currency shares with others, bare (`franc`) and after a country or adjective (`French francs`).

    With them comes the length of the longest.
    """
    nouns = {name.strip("*!") for row, _, names in ROWS if row == code for name in names}
    forms = sorted(word for word in WORDS if " " in word and word.rpartition(" ")[2].removesuffix("s") in nouns)
    if not forms:
        return None
    bare = re.compile("|".join(sorted(map(re.escape, nouns))), re.IGNORECASE)
    return bare, re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b", re.IGNORECASE), max(map(len, forms))


def told_before(text: str, start: int, assumed: Currency) -> Currency:
    """The currency of a bare shared name (`528 million francs`): that of its last full mention before `start`, else as assumed."""
    shared = _with_country(assumed.code)
    if shared is None:
        return assumed
    found, (bare, named, longest) = assumed, shared
    floor = position = max(0, start - MEMORY)
    for noun in bare.finditer(text, floor, start):
        match = named.search(text, max(position, noun.end() - longest), min(start, noun.end() + longest))
        if match:
            found, position = WORDS[match.group().lower()], match.end()
    return found


def coins_of(text: str, start: int, assumed: Currency) -> Currency:
    """The currency of bare `cents`: the euro where the last amount before `start` is one of euros, else as assumed."""
    if assumed.code != "USD":
        return assumed
    last = None
    for reach in (NEAR, MEMORY):
        for match in EURO_OR_DOLLAR.finditer(text, max(0, start - reach), start):
            last = match.lastgroup
        if last is not None:
            break
    return Currency("EUR", assumed.factor, "currency: bare cents read as of EUR") if last == "euro" else assumed


@lru_cache(maxsize=1)
def _amounts() -> "re.Pattern[str]":
    """The sign before an amount, or the full name of a currency after one."""
    names = sorted((word for word, currency in WORDS.items() if currency.factor == 1 and not currency.rare and len(word) > 2), key=len)
    signs = sorted((sign for sign in LEADING if not sign.isalpha() and sign not in RARE_SIGNS), key=len)
    return re.compile("(?P<sign>" + "|".join(re.escape(sign) for sign in reversed(signs)) + r")[ \u00a0]?\d"
                      r"|(?:\d|illion|[kmb]n|rore|akh) (?P<name>" + "|".join(re.escape(name) for name in reversed(names)) + r")\b")


def last_before(text: str, start: int) -> str | None:
    """The code of the currency that the last amount before `start` is in, None where there is none."""
    last = None
    for match in _amounts().finditer(text, max(0, start - MEMORY), start):
        last = LEADING[match["sign"]] if match["sign"] else WORDS[match["name"]]
    return last.code if last else None


@lru_cache(maxsize=4096)
def _word(phrase: str) -> tuple[int, Currency] | None:
    """The longest currency name that a phrase begins with: its length and the currency."""
    lowered, ends = phrase.lower(), [m.start() for m in WORD_ENDS.finditer(phrase)]
    for end in reversed(ends):
        for name in (lowered[:end], lowered[:end].replace("-", " ")):
            if name in WORDS:
                return end, WORDS[name]
    return None


def possible(text: str, end: int, limit: int) -> bool:
    """Whether a currency, or a letter for a scale before one, may stand after a number that ends at `end`: quick to tell."""
    if text[end:end + 1] in NO_CURRENCY:
        return False
    first = FIRST_WORD.match(text, end, limit)
    word = first.group(1) if first else ""
    return not word[2:3].isalpha() or word.lower() in OPENINGS or not word.isascii() or word[1].isupper()   # 5 m euros, 5 kr., 5 MSEK


def after(text: str, end: int, limit: int) -> tuple[int, Currency] | None:
    """The currency named right after a number or scale word ending at `end`: where it ends, and the currency."""
    if not possible(text, end, limit):
        return None
    sign = AFTER_SIGN.match(text, end, limit)
    if sign:
        written = sign.group("sign")
        return sign.end(), WORDS.get(written) or LEADING[written]
    scaled = SCALED_CODE.match(text, end, limit)
    if scaled and scaled.group("code") in CODES:
        return scaled.end(), Currency(scaled.group("code"), LETTER_SCALES[scaled.group("scale").upper()])
    match = AFTER_WORD.match(text, end, limit)
    named = _word(match.group(1)) if match else None
    if match is None or named is None:
        return None
    length, currency = named
    word = match.group(1)[:length]
    if word.upper() in CODES and not word.isupper() and word.lower() not in LOWER_CODES and singular(word.lower()) == word.lower():
        return None                                           # `10 top`, `12 all`: codes are capitals
    if word.lower() in ("c", "p") and (match.start(1) > end or word.isupper() or _abbreviated(text, match.start(1) + 1, limit)):
        return None                                           # 5 p. is a page or a pint, 12 C a temperature; 470p is money
    return match.start(1) + length, currency


def _abbreviated(text: str, stop: int, limit: int) -> bool:
    """Whether a full stop that goes on with the sentence follows: `5p. in the pound` against `at 226p.`"""
    return text[stop:stop + 1] == "." and stop + 1 < limit


def qualifier(text: str, end: int, limit: int) -> tuple[int, Currency] | None:
    """The country or code after an amount that had a bare `$`: `$5 million Canadian`."""
    match = QUALIFIER.match(text, end, limit)
    if match is None:
        return None
    word = match.group("word")
    return match.end(), Currency(QUALIFIERS.get(word, word))
