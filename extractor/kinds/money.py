"""Amounts of money: a number with a currency sign, code or word on either side.

The unit is the ISO 4217 code and the number in its major unit (`50 cents` is 0.5 USD). A bare `$` or `dollars` is USD
(facts.md) and `assumed` says so. `pounds` are sterling only where something says money: a scale word, or a verb of
paying; elsewhere they are weight.
"""
import re
from decimal import Decimal
from itertools import pairwise

from extractor import currencies, numbers
from extractor.currencies import Currency
from extractor.divisors import divisor
from extractor.numerals import SCALES
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric
from extractor.sequences import SCALED, changing, series, shared_scale

POUND = re.compile(r"[ \u00a0-](?:pounds?)\b(?![ -](?:of|per square|sterling|heavier|lighter|feet|foot))", re.IGNORECASE)
PAYING = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|spen[dt](?:s|ing)?|earn(?:s|ed|ing|ings)?|price[ds]?|fine[ds]?|worth|sold|sell(?:s|ing)?"
    r"|b(?:uy|ought)|(?:go|went|gone|goes) for|fetch(?:ed|es)?|auction|raised|donat(?:ed|ion)"
    r"|salar(?:y|ies)|profits?|loss(?:es)?|revenues?|debts?|loan(?:s|ed)?|budget|fund(?:s|ed|ing)?|tax(?:es)?|bill|fees?|wages?|rent"
    r"|charg(?:e|es|ed))\b",
    re.IGNORECASE)
WEIGHING = re.compile(r"\b(?:weigh(?:s|ed|ing|t)?|heavy|heavier|lighter|fat|meat|beef|cocaine|heroin|marijuana|luggage|lifted|mass"
                      r"|lost)\b", re.IGNORECASE)
SPOKEN = re.compile(r"(?: and)? (?P<minor>\d\d)(?=[.?!]?\s*$|[,;])")
SCALE_AFTER = re.compile(r" (?P<scale>hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
OF = re.compile(r" of(?= )")
LOSS = re.compile(r"\b(?:loss|losses|deficit)[^.;(]{0,12}$")
CENTS = re.compile(r"(?:,? and|,)? $")
NO_MONEY = re.compile(r"[ -]euros? (?:zone|area|nations?|countries|members?|states|economies|bloc)\b", re.IGNORECASE)
SHARING = re.compile(r" ?[-–] ?| to | and | or ")   # between two amounts that can share the second's scale
JOINED = re.compile(r" or | to | ?[-–] ?")
JOINTS = (" or ", " to ", "-", "–", " -", " –")
MONEY_NOUN = re.compile(
    r"\b(?:debts?|profits?|earnings|income|revenues?|costs?|loss(?:es)?|budget|deficit|dividends?|spending|cash flow|EBITDA|fines?)"
    r"(?: [a-z]+){0,3}? (?:of|to|at|from|was|were|is|by|reached|totall?ed|hit)(?: (?:about|around|nearly|almost|some|over|more than"
    r"|less than|at least|only|just|a record)){0,2} $", re.IGNORECASE)
NOUN_END = re.compile(r"[.,;:)]|$| (?:in|on|at|for|from|to|and|or|but|after|before|by|with|as|than|when|while|last|this|which|compared"
                      r"|versus|against|a year)\b")
NOUN_REACH = 90
CHANGE_REACH = 40   # characters in which a word of change stands before an amount
AROUND = 300   # characters on either side in which words of paying and weighing are looked for
RARE_FROM = 1000   # the least amount that `won` or `marks` alone are money for


def signed(sentence: Sentence, mention: NumberMention, sign: tuple[int, bool, Currency]) -> Proposal:
    """An amount with its currency sign before it: `$5m`, `HK$7.2 billion`, `-$50.8bn`."""
    text, (start, minus, currency) = sentence.text, sign
    end, factor = numbers.letter(text, mention, sentence.end, money=True) or (mention.end, Decimal(1))
    named = currencies.after(text, end, sentence.end)
    if named and named[1].factor == 1 and (named[1].code == currency.code or currency.assumed):
        end, currency = named[0], Currency(named[1].code)                 # $5 Canadian dollars, $5 USD
    behind = currencies.qualifier(text, end, sentence.end) if currency.assumed else None
    if behind:
        end, currency = behind
    factor *= -currency.factor if minus else currency.factor
    proposal = numeric(sentence, mention, end, "money", "money.symbol", start=start, factor=factor, unit=currency.code,
                       per=divisor(text, end, sentence.end, anything=True), assumed=currency.assumed)
    if minus and proposal.low is not None and proposal.high is not None:
        proposal.low, proposal.high = proposal.high, proposal.low
    if text[start - 1:start] == "(" and text[end:end + 1] == ")" and LOSS.search(text, max(sentence.start, start - 40), start - 1):
        proposal.number = -proposal.number if proposal.number is not None else None
        proposal.start, proposal.end, proposal.rule = start - 1, end + 1, "money.parentheses"
    return proposal


def large_enough(sentence: Sentence, mention: NumberMention, currency: Currency) -> bool:
    """Whether an amount can be of a currency whose name or code is a word of everyday use: `5,000 won`, `10 trillion won`."""
    if not currency.rare or mention.scale is not None:
        return True
    scaled = numbers.letter(sentence.text, mention, sentence.end, money=True)
    return scaled is not None or max(mention.value or 0, mention.high or 0) >= RARE_FROM


def named_after(sentence: Sentence, mention: NumberMention) -> tuple[int, int, Decimal, Currency] | None:
    """The currency named after a mention: where the number with its scale letter and the name end, the letter's scale, the currency."""
    end, factor = numbers.letter(sentence.text, mention, sentence.end, money=True) or (mention.end, Decimal(1))
    named = currencies.after(sentence.text, end, sentence.end)
    if named is None and end > mention.end:
        end, factor = mention.end, Decimal(1)
        named = currencies.after(sentence.text, end, sentence.end)
    if named is None or not large_enough(sentence, mention, named[1]):
        return None
    return end, named[0], factor, named[1]


def unsigned(sentence: Sentence, mention: NumberMention) -> bool:
    """Whether a number with no sign may be money, by its scale, what follows it, or a number that it can share a currency with."""
    if mention.scale or mention.form == "vague" or mention.follower or sentence.text.startswith(JOINTS, mention.end):
        return True
    return currencies.possible(sentence.text, mention.end, sentence.end)


def worded(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """An amount with its currency after it: `10 euros`, `5 million Hong Kong dollars`, `12-cent`, `500 USD`, `10, 20 and 30 euros`."""
    text, last, found = sentence.text, mention, None
    for last in series(mention):
        found = named_after(sentence, last)
        if found is not None:
            break
    found = found or _of(sentence, mention)
    if found is None or (last is not mention and currencies.before(text, last.start, sentence.start)):
        last_of_all = mention is sentence.numbers[-1]
        return None if last_of_all else _of_next(sentence, mention) or _lettered(sentence, mention)
    _, named_end, factor, currency = found
    if currency.assumed and currency.factor == 1:
        currency = currencies.told_before(text, mention.start, currency)
    if currency.factor != 1 and currency.assumed:
        currency = currencies.coins_of(text, mention.start, currency)
    end, scale = (named_end if last is mention else mention.end), Decimal(1)
    if last is not mention:
        scale = shared_scale(mention, last)
    elif not mention.scale and (behind := SCALE_AFTER.match(text, end, sentence.end)):
        scale, end = SCALES[behind.group("scale").lower()], behind.end()  # 75 USD million
    return numeric(sentence, mention, end, "money", "money.word", factor=factor * currency.factor * scale, unit=currency.code,
                   per=divisor(text, max(end, named_end), sentence.end, anything=True), assumed=currency.assumed)


def _lettered(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """An amount with a scale letter that shares the currency of the next, which has one too: `40m to 55m euros`."""
    scaled = numbers.letter(sentence.text, mention, sentence.end, money=True)
    index = numbers.next_from(sentence.numbers, mention.end) if scaled else 0
    following = sentence.numbers[index] if index < len(sentence.numbers) else None
    if scaled is None or following is None or not JOINED.fullmatch(sentence.text, scaled[0], following.start):
        return None
    named = named_after(sentence, following)
    if named is None or named[0] == following.end:
        return None
    return numeric(sentence, mention, scaled[0], "money", "money.shared_word", factor=scaled[1] * named[3].factor, unit=named[3].code,
                   assumed=named[3].assumed)


def _of_next(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A bare number that shares the sign of the next: `about 8 or $9`, `between 10 and $20 million`."""
    if mention.form != "digits" or not sentence.text.startswith(JOINTS, mention.end):
        return None
    index = numbers.next_from(sentence.numbers, mention.end + 1)
    following = sentence.numbers[index] if index < len(sentence.numbers) else None
    sign = currencies.before(sentence.text, following.start, sentence.start) if following else None
    joint = JOINED.fullmatch(sentence.text, mention.end, sign[0]) if sign else None
    if following is None or sign is None or joint is None:
        return None
    if joint.group() == " to " and changing(sentence.text[max(sentence.start, mention.start - CHANGE_REACH):mention.start]):
        return None                                                       # wheat fell 12 to $13.71
    if following.value is None or mention.value is None or mention.value >= following.value:
        return None
    return numeric(sentence, mention, mention.end, "money", "money.shared_sign", factor=shared_scale(mention, following) * sign[2].factor,
                   unit=sign[2].code, assumed=sign[2].assumed)


def _of(sentence: Sentence, mention: NumberMention) -> tuple[int, int, Decimal, Currency] | None:
    """`tens of thousands of dollars`, `two million of dollars`."""
    if mention.form != "vague" and mention.scale is None:
        return None
    match = OF.match(sentence.text, mention.end, sentence.end)
    named = currencies.after(sentence.text, match.end(), sentence.end) if match else None
    return (mention.end, named[0], Decimal(1), named[1]) if named else None


def preceded(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A scaled amount with the currency's name before it: `rupees 5 lakh`."""
    if mention.scale not in SCALED or not sentence.text[mention.start].isdigit():
        return None
    found = currencies.word_before(sentence.text, mention.start, sentence.start)
    if found is None:
        return None
    start, currency = found
    return numeric(sentence, mention, mention.end, "money", "money.word_before", start=start, unit=currency.code, assumed=currency.assumed)


def of_money(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """A bare scaled number that only money can be, in the currency of the last amount before it: `Net debt rose to 690 million`."""
    if mention.scale not in SCALED or not MONEY_NOUN.search(
            sentence.text, max(sentence.start, mention.start - NOUN_REACH), mention.start) or not NOUN_END.match(
            sentence.text, mention.end, sentence.end):
        return None
    code = currencies.last_before(sentence.text, mention.start)
    if code is None:
        return None
    return numeric(sentence, mention, mention.end, "money", "money.noun", unit=code, assumed=f"currency: {code} as in the amount before")


def sterling(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`pounds` as money: with a scale of thousands and more, or where the sentence speaks of paying."""
    match = POUND.match(sentence.text, mention.end, sentence.end)
    if match is None:
        return None
    around = max(sentence.start, mention.start - AROUND), min(sentence.end, mention.end + AROUND)
    if WEIGHING.search(sentence.text, *around):
        return None
    if not mention.scale and not PAYING.search(sentence.text, *around):
        return None
    per = divisor(sentence.text, match.end(), sentence.end)
    assumed = "currency: bare pounds read as GBP"
    return numeric(sentence, mention, match.end(), "money", "money.sterling", unit="GBP", per=per, assumed=assumed)


def with_cents(sentence: Sentence, proposals: list[Proposal]) -> list[Proposal]:
    """Join major and minor units: `three dollars and 50 cents` is one amount."""
    joined: list[Proposal] = []
    for proposal in proposals:
        last = joined[-1] if joined else None
        _spoken(sentence, proposal)
        if last and last.number is not None and proposal.number is not None and _goes_on(sentence, last, proposal):
            last.end, last.number, last.per = proposal.end, last.number + proposal.number, proposal.per
        else:
            joined.append(proposal)
    return joined


def _goes_on(sentence: Sentence, last: Proposal, proposal: Proposal) -> bool:
    """Whether an amount is the cents of the one before it."""
    if last.number is None or proposal.number is None or last.unit != proposal.unit or last.per or not 0 < proposal.number < 1:
        return False
    if last.number != last.number.to_integral_value() or not sentence.text[proposal.end - 1].isalpha():
        return False
    return CENTS.fullmatch(sentence.text, last.end, proposal.start) is not None


def _spoken(sentence: Sentence, proposal: Proposal) -> None:
    """Add spoken minor units: `15 dollars and 50.`, at the end of a clause only."""
    match = SPOKEN.match(sentence.text, proposal.end, sentence.end)
    if match and proposal.number is not None and proposal.number == proposal.number.to_integral_value() and proposal.rule == "money.word":
        proposal.number += Decimal(match.group("minor")) / 100
        proposal.end = match.end("minor")


def share_scales(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Give the first of two joined amounts the second's scale: `from $10 to $15 billion`, `between $5 and $7 million`."""
    for left, right in pairwise(proposals):
        first, second = left.mention, right.mention
        if left.number is None or right.number is None or not isinstance(first, NumberMention) or not isinstance(second, NumberMention):
            continue
        scale = shared_scale(first, second)
        if scale > 1 and first.end == left.end and left.unit == right.unit and SHARING.fullmatch(sentence.text, left.end, right.start):
            left.number *= scale


def propose(sentence: Sentence) -> list[Proposal]:
    """Amounts of money among the sentence's number mentions."""
    found = []
    for mention in numbers.outside(sentence):
        if mention.form in ("ordinal", "multiple"):
            continue
        sign = currencies.before(sentence.text, mention.start, sentence.start)
        if sign and large_enough(sentence, mention, sign[2]):
            proposal: Proposal | None = signed(sentence, mention, sign)
        elif unsigned(sentence, mention):
            proposal = worded(sentence, mention) or sterling(sentence, mention) or preceded(sentence, mention)
            proposal = proposal or of_money(sentence, mention)
        else:
            continue
        if proposal and not NO_MONEY.match(sentence.text, mention.end, sentence.end):
            found.append(proposal)
    if found:
        found = with_cents(sentence, found)
        share_scales(sentence, found)
    return found


EXAMPLES = (
    Example("The shares closed at 226p.", ({"text": "226p", "number": 2.26, "unit": "GBP"},)),
    Example("The company paid $2.78 million for the site.",
            ({"text": "$2.78 million", "number": 2780000, "unit": "USD", "assumed": "currency: bare $ read as USD"},)),
    Example("Oil rose to $80 a barrel.", ({"text": "$80", "number": 80, "unit": "USD", "per": "barrel"},)),
    Example("The fine was 50 cents per page.", ({"text": "50 cents", "number": 0.5, "unit": "USD", "per": "page"},)),
    Example("Exports reached HK$7.2 billion.", ({"text": "HK$7.2 billion", "number": 7200000000, "unit": "HKD"},)),
    Example("Its value fell to €5.5m from £20k.",
            ({"text": "€5.5m", "number": 5500000, "unit": "EUR"}, {"text": "£20k", "number": 20000, "unit": "GBP"})),
    Example("The scheme costs Rs 5 crore a year.", ({"text": "Rs 5 crore", "number": 50000000, "unit": "INR", "per": "year"},)),
    Example("The gap was -$50.8bn in April.", ({"text": "-$50.8bn", "number": -50800000000, "unit": "USD"},)),
    Example("They raised half a million dollars.", ({"text": "half a million dollars", "number": 500000, "unit": "USD"},)),
    Example("It will cost $10-20 million to repair.", ({"text": "$10-20 million", "number": None, "low": 10000000, "high": 20000000},)),
    Example("Bids ran between 10 and 20 million dollars.",
            ({"text": "10 and 20 million dollars", "low": 10000000, "high": 20000000, "unit": "USD"},)),
    Example("The stall asked three dollars and 50 cents.", ({"text": "three dollars and 50 cents", "number": 3.5, "unit": "USD"},)),
    Example("The ship carried tens of thousands of dollars.",
            ({"text": "tens of thousands of dollars", "low": 10000, "high": 100000, "unit": "USD"},)),
    Example("He was fined 400 Swiss francs.", ({"text": "400 Swiss francs", "number": 400, "unit": "CHF"},)),
    Example("The club paid 84 million pounds for the stadium.", ({"text": "84 million pounds", "number": 84000000, "unit": "GBP"},)),
    Example("It will pay Rs 12 per equity share.", ({"text": "Rs 12", "per": "share"},)),
    Example("Rents start at $900/month downtown.", ({"text": "$900", "per": "month"},)),
    Example("She lost 20 pounds in a year."),
    Example("The won and the yen weakened."),
    Example("All 70 of us went home."),
    Example("Sales were 21.4 billion kronor (20.1 billion).", ({"text": "21.4 billion kronor"}, {"text": "20.1 billion", "unit": "SEK"})),
    Example("Gas costs $3.10 per mmBtu.", ({"text": "$3.10", "per": "mega british thermal unit"},)),
    Example("Paddy fetches Rs 500 a quintal in towns.", ({"text": "Rs 500", "per": "quintal"},)),
    Example("Coal rose to $41.75 a short ton.", ({"text": "$41.75", "per": "short ton"},)),
    Example("Rents are $30 per square foot.", ({"text": "$30", "per": "square foot"},)),
    Example("Zinc costs $2,500 a metric ton.", ({"text": "$2,500", "per": "tonne"},)),
    Example("Bids fell to 62 cents a bushel from 75.",
            ({"text": "62 cents", "per": "bushel"}, {"text": "75", "number": 0.75, "unit": "USD"})),
    Example("Diesel tacked on 2 cents to $1.79.", ({"text": "2 cents"}, {"text": "$1.79"})),
    Example("It paid him $500 a friend said.", ({"text": "$500", "per": None},)),
    Example("Profit was €61m and the dividend 22 cents.", ({"text": "€61m"}, {"text": "22 cents", "number": 0.22, "unit": "EUR"})),
    Example("The loss was put at 40m to 55m euros.", ({"text": "40m to 55m euros", "low": 40000000, "high": 55000000, "unit": "EUR"},)),
    Example("Sales were €812m. Net debt rose to 690 million.", ({"text": "€812m"}, {"text": "690 million", "unit": "EUR"})),
    Example("Sales were €812m. The cost was 3 million lives.", ({"text": "€812m"},)),
    Example("Net debt rose to 690 million."),
    Example("Soybeans fell 12 to $13.71.", ({"text": "$13.71"},)),
    Example("The vase went for 12,000 pounds.", ({"text": "12,000 pounds", "unit": "GBP"},)),
    Example("Corn for May delivery rose $1.12 to $84.30.", ({"text": "$1.12"}, {"text": "$84.30"})),
    Example("Corn rose to $6.09½ a bushel.", ({"text": "$6.09½", "number": 6.095, "per": "bushel"},)),
    Example("The room is 5m wide."),
    Example("He is 12 all told."),
)
