"""Amounts of money: a number with a currency sign, code or word on either side.

The unit is the ISO 4217 code and the number in its major unit (`50 cents` is 0.5 USD). A bare `$` or `dollars` is USD
(facts.md) and `assumed` says so. `pounds` are sterling only where something says money: a scale word, or a verb of
paying; elsewhere they are weight.
"""
import re
from collections.abc import Iterator
from decimal import Decimal

from extractor import currencies
from extractor.currencies import Currency
from extractor.nouns import singular
from extractor.numbers import FEW, SCALES, shared_scale
from extractor.proposals import Example, NumberMention, Proposal, Sentence, numeric

LETTER = re.compile(r"[ \u00a0]?(?P<letter>mm|m|b|k|t)(?![\w&]|-(?!an?-))", re.IGNORECASE)
LETTERS = {"k": Decimal(1000), "m": Decimal(10**6), "mm": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}
PER = re.compile(r"(?: ?/ ?|[ -](?:per|each)[ -]|[ -]an?[ -])(?:(?:one|single|metric|average|troy|common|diluted|full|square|cubic) )?(?P<unit>[^\W\d_]+(?:-[^\W\d_]+)?)(?P<next> ago| earlier| later| before| after| from now| since)?")
# After `a`, these open a new phrase and no unit.
NO_DIVISOR = frozenset("few lot bit little couple good great new big total different large small further second third whole deal loan way "
                       "fraction result record move sign discount premium profit loss fine sum price".split())
POUND = re.compile(r"[ \u00a0-](?:pounds?)\b(?![ -](?:of|per square|sterling|heavier|lighter|feet|foot))", re.IGNORECASE)
PAYING = re.compile(r"\b(?:pa(?:y|ys|id|ying)|cost(?:s|ing)?|spen[dt](?:s|ing)?|earn(?:s|ed|ing)?|price[ds]?|fine[ds]?|worth|sold|sell(?:s|ing)?|b(?:uy|ought)|"
                    r"salar(?:y|ies)|profits?|loss(?:es)?|revenues?|debts?|loan(?:s|ed)?|budget|fund(?:s|ed|ing)?|tax(?:es)?|bill|fees?|wages?|rent)\b", re.IGNORECASE)
WEIGHING = re.compile(r"\b(?:weigh(?:s|ed|ing|t)?|heavy|heavier|lighter|fat|meat|beef|cocaine|heroin|marijuana|luggage|lifted|mass)\b", re.IGNORECASE)
SPOKEN = re.compile(r"(?: and)? (?P<minor>\d\d)(?=[.?!]?\s*$|[,;])")
SCALE_AFTER = re.compile(r" (?P<scale>hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
CENTS = re.compile(r"(?:,? and|,)? $")


def letter(text: str, mention: NumberMention, limit: int) -> tuple[int, Decimal]:
    """The scale letter after an amount (`$5m`, `£20k`): where it ends and what it multiplies by."""
    match = None if mention.scale else LETTER.match(text, mention.end, limit)
    return (match.end(), LETTERS[match.group("letter").lower()]) if match else (mention.end, Decimal(1))


def divisor(text: str, end: int, limit: int) -> str | None:
    """What an amount is divided by: `$80 a barrel`, `$14.95/month`, `20 cents per share`, in the singular."""
    match = PER.match(text, end, limit)
    if match is None or match.group("next"):
        return None
    unit = match.group("unit").lower()
    if unit in NO_DIVISOR:
        return None
    article = re.match(r"[ -]an?[ -]", match.group())
    if article and re.match(r"[ -]+[^\W\d_]+[ -](?:ago|earlier|later|before|after|year|program|plan|deal|increase|rise)\b", text[match.end("unit") - len(unit) - 1:limit]):
        return None
    return singular(unit)


def leading(sentence: Sentence, mention: NumberMention) -> tuple[int, bool, Currency] | None:
    """The currency sign before a number, or before the first of a series that shares it."""
    return currencies.before(sentence.text, mention.start, sentence.start)


def signed(sentence: Sentence, mention: NumberMention, sign: tuple[int, bool, Currency]) -> Proposal:
    """An amount with its currency sign before it: `$5m`, `HK$10.05 billion`, `-$50.8bn`."""
    start, minus, currency = sign
    end, factor = letter(sentence.text, mention, sentence.end)
    named = currencies.after(sentence.text, end, sentence.end)
    if named and (named[1].factor == 1) and (named[1].code == currency.code or currency.assumed):
        end, currency = named[0], named[1] if named[1].code != currency.code else Currency(currency.code)   # $5 Canadian dollars, $5 USD
    us = re.compile(r" (?:U\.S\.|US|USD|CAD|AUD|Canadian|Australian)(?![\w])(?! (?:[a-z]|[A-Z][a-z]))").match(sentence.text, end, sentence.end)
    if us and currency.assumed:
        code = {"C": "CAD", "A": "AUD"}.get(us.group().strip()[0], "USD")
        end, currency = us.end(), Currency(code)
    per = divisor(sentence.text, end, sentence.end)
    proposal = numeric(sentence, mention, end, "money", "money.symbol", start=start, factor=-factor if minus else factor, unit=currency.code, per=per,
                       assumed=currency.assumed)
    if minus and proposal.low is not None and proposal.high is not None:
        proposal.low, proposal.high = proposal.high, proposal.low
    if sentence.text[start - 1:start] == "(" and sentence.text[end:end + 1] == ")" and re.search(r"\b(?:loss|losses|deficit)[^.;(]{0,12}$", sentence.text[sentence.start:start - 1]):
        proposal.number = -proposal.number if proposal.number is not None else None
        proposal.start, proposal.end, proposal.rule = start - 1, end + 1, "money.parentheses"
    return proposal


def worded(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """An amount with its currency after it: `10 euros`, `5 million Hong Kong dollars`, `12-cent`, `500 USD`."""
    text, last = sentence.text, mention
    while True:
        end, factor = letter(text, last, sentence.end)
        named = currencies.after(text, end, sentence.end) or (currencies.after(text, last.end, sentence.end) if end > last.end else None)
        if named or last.follower is None:
            break
        last = last.follower                                              # 10, 20 and 30 euros
    if named is None:
        named = _of(sentence, mention)
        if named is None:
            return None
    if named[0] <= end and end > last.end:
        factor = Decimal(1)
    currency = named[1]
    scale = Decimal(1)
    if last is not mention and last.scale and not mention.scale and mention.value is not None and last.value is not None:
        scale = shared_scale(mention, last)
    end = named[0] if last is mention else mention.end
    behind = SCALE_AFTER.match(text, end, sentence.end) if not mention.scale else None
    if behind:                                                            # 75 USD million
        scale, end = SCALES[behind.group("scale").lower()], behind.end()
    per = divisor(text, max(end, named[0]), sentence.end)
    return numeric(sentence, mention, end, "money", "money.word", factor=factor * currency.factor * scale, unit=currency.code, per=per, assumed=currency.assumed)


def _of(sentence: Sentence, mention: NumberMention) -> tuple[int, Currency] | None:
    """`tens of thousands of dollars`, `half a billion in euros` has no such form."""
    if mention.form != "vague" and mention.scale is None:
        return None
    match = re.compile(r" of(?= )").match(sentence.text, mention.end, sentence.end)
    return currencies.after(sentence.text, match.end(), sentence.end) if match else None


def sterling(sentence: Sentence, mention: NumberMention) -> Proposal | None:
    """`pounds` as money: with a scale of thousands and more, or where the sentence speaks of paying."""
    match = POUND.match(sentence.text, mention.end, sentence.end)
    if match is None:
        return None
    whole = sentence.text[sentence.start:sentence.end]
    if WEIGHING.search(whole) or not (mention.scale or PAYING.search(whole)):
        return None
    per = divisor(sentence.text, match.end(), sentence.end)
    return numeric(sentence, mention, match.end(), "money", "money.sterling", unit="GBP", per=per, assumed="currency: bare pounds read as GBP")


def with_cents(sentence: Sentence, proposals: list[Proposal]) -> list[Proposal]:
    """Join major and minor units: `three dollars and 50 cents` is one amount."""
    joined: list[Proposal] = []
    for proposal in proposals:
        last = joined[-1] if joined else None
        _spoken(sentence, proposal)
        if (last and last.unit == proposal.unit and last.number is not None and proposal.number is not None and last.number == last.number.to_integral_value()
                and 0 < proposal.number < 1 and not last.per and CENTS.fullmatch(sentence.text[last.end:proposal.start])
                and re.search(r"[a-z]$", sentence.text[proposal.start:proposal.end])):
            last.end, last.number, last.per = proposal.end, last.number + proposal.number, proposal.per
        else:
            joined.append(proposal)
    return joined


def _spoken(sentence: Sentence, proposal: Proposal) -> None:
    """Add spoken minor units: `15 dollars and 50.`, at the end of a clause only."""
    match = SPOKEN.match(sentence.text, proposal.end, sentence.end)
    if match and proposal.number is not None and proposal.number == proposal.number.to_integral_value() and proposal.rule == "money.word":
        proposal.number += Decimal(match.group("minor")) / 100
        proposal.end = match.end("minor")


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Amounts of money among the sentence's number mentions."""
    found = []
    for mention in sentence.numbers:
        if mention.form in ("ordinal", "multiple"):
            continue
        sign = leading(sentence, mention)
        proposal = signed(sentence, mention, sign) if sign else worded(sentence, mention) or sterling(sentence, mention)
        if proposal and not (mention.form == "fraction" and not sign and FEW.search(sentence.text[sentence.start:mention.start])):
            found.append(proposal)
    yield from with_cents(sentence, found)


EXAMPLES = (
    Example("The company paid $2.78 million for the site.", ({"text": "$2.78 million", "number": 2780000, "unit": "USD", "assumed": "currency: bare $ read as USD"},)),
    Example("Oil rose to $80 a barrel.", ({"text": "$80", "number": 80, "unit": "USD", "per": "barrel"},)),
    Example("The fine was 50 cents per page.", ({"text": "50 cents", "number": 0.5, "unit": "USD", "per": "page"},)),
    Example("Exports reached HK$10.05 billion.", ({"text": "HK$10.05 billion", "number": 10050000000, "unit": "HKD"},)),
    Example("Its value fell to €5.5m from £20k.", ({"text": "€5.5m", "number": 5500000, "unit": "EUR"}, {"text": "£20k", "number": 20000, "unit": "GBP"})),
    Example("The scheme costs Rs 5 crore a year.", ({"text": "Rs 5 crore", "number": 50000000, "unit": "INR", "per": "year"},)),
    Example("The gap was -$50.8bn in April.", ({"text": "-$50.8bn", "number": -50800000000, "unit": "USD"},)),
    Example("They raised half a million dollars.", ({"text": "half a million dollars", "number": 500000, "unit": "USD"},)),
    Example("It will cost $10-20 million to repair.", ({"text": "$10-20 million", "number": None, "low": 10000000, "high": 20000000},)),
    Example("Bids ran between 10 and 20 million dollars.", ({"text": "10 and 20 million dollars", "low": 10000000, "high": 20000000, "unit": "USD"},)),
    Example("The stall asked three dollars and 50 cents.", ({"text": "three dollars and 50 cents", "number": 3.5, "unit": "USD"},)),
    Example("The ship carried tens of thousands of dollars.", ({"text": "tens of thousands of dollars", "low": 10000, "high": 100000, "unit": "USD"},)),
    Example("He was fined 400 Swiss francs.", ({"text": "400 Swiss francs", "number": 400, "unit": "CHF"},)),
    Example("The club paid 361 million pounds for the stadium.", ({"text": "361 million pounds", "number": 361000000, "unit": "GBP"},)),
    Example("Rents start at $900/month downtown.", ({"text": "$900", "per": "month"},)),
    Example("She lost 20 pounds in a year."),
    Example("The won and the yen weakened."),
    Example("All 70 of us went home."),
    Example("The room is 5m wide."),
    Example("He is 12 all told."),
)
