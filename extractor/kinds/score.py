"""Refusals: results and scores (`won 2-1`, `6-3, 7-5`), odds (`5-to-1`), votes (`a 5-4 ruling`) and `24/7`.

Two small numerals with a hyphen are a range where the smaller comes first and a unit or noun follows, else a score.
"""
import re
from collections.abc import Iterator

from extractor import units
from extractor.proposals import Example, Proposal, Sentence

SCORE = re.compile(
    r"(?<![\w.,$£€/-])(?P<a>\d{1,3})(?:[-–—:]| - )(?P<b>\d{1,3})(?:[-–]\d{1,3})?"
    r"(?![\w%/]|[.,:]\d|-(?:year|month|day|week|mile|inch|foot|metre|meter|ton|point|percent))")
SPORT = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|lost|los(?:e|es|ing|s)|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|victor(?:y|ies)|draw[ns]?|drew|tie[ds]?"
    r"|scor(?:e|es|ed|ing|eline)|lead(?:s|ing)?|led|trail(?:s|ed|ing)?|ahead|result|game|match|sets?|goals?|half-?time|final|series"
    r"|record|vote[ds]?"
    r"|ruling|ruled|decision|majority|thrash(?:ed|ing)|rout(?:ed)?|edged|hammered|upset|aggregate|penalt(?:y|ies)|replay|season|league"
    r"|cup|team"
    r"|margin|deficit|advantage|split|tiebreak|downed|topped|odds|finish(?:ed)?)\b", re.IGNORECASE)
# Innings in cricket: wickets and runs.
CRICKET = re.compile(r"\b(?:overs|wickets?|innings|batt(?:ed|ing|er|ers)|batsm[ae]n|bowl(?:ed|ing|ers?)|spinners?|seamers?|stumps"
                     r"|declared|cricket|Test)\b")
_few = "one|two|three|four|five|six|seven|eight|nine"
INNINGS = re.compile(
    rf"(?<![\w.,$£€/-])(?:\d{{1,3}}|{_few}|ten)(?: for |/)\d{{1,3}}(?: (?:dec(?:lared)?|off)\b)?(?![\w%/]|[.,]\d)"
    rf"|(?<![\w.,$£€/-])\d{{1,3}} (?:all out\b|not out\b|without loss\b|for (?:no loss|{_few})\b(?! [a-z]))")
INNINGS_LEADS = (" for ", "/", " all ", " not ", " with")
LEADS = frozenset(" /")   # what all of them begin with, and ` to ` too
REACH = 24   # characters before the first of two points in which it is led
# Votes and points of two sides, the more first, in words: `by 218 to 211`.
TOLD = re.compile(r"(?:\bby|\bvote(?:d|s)?|\bvote of|\bmargin of|\bscore of|\bscoreline of|,)(?: a vote of| a margin of)?"
                  r" (?P<a>\d{1,3}) to (?P<b>\d{1,3})\b(?![ -]?(?:per|%|points?|years?|million|billion|\d)|[.,]\d)")
BRACKETED = re.compile(r"[a-z] \($")   # a pitcher's record: Tarrant (6-9)
TWO = re.compile(r"\d(?:[-–—:]| - )\d")   # what SCORE is looked for by
MEASURED = re.compile(
    r"[ -]?(?:years?|months?|days?|hours?|minutes?|weeks?|people|percent|per cent|points?|million|billion|thousand"
    r"|[A-Za-zµ]{1,3}(?![\w])|°)")
ODDS = re.compile(
    r"(?<![\w.])\d{1,4}(?:-to-|-)1\b(?= (?:odds|shot|outsider|favou?rite|chance|long))|(?<![\w.])24/7\b|(?<![\w])50[-/]50\b"
    r"|(?<![\w])(?:9|nine)-to-(?:5|five)\b")
ODDS_MARKS = ("-1", "-to-", "24/7", "-50", "/50")   # one of them stands in all odds


def propose(sentence: Sentence) -> Iterator[Proposal]:
    """Refusals of scores and their like."""
    if not sentence.numbers:
        return
    yield from told(sentence)
    line = sentence.text[sentence.start:sentence.end]
    if not ("-" in line or "/" in line or ":" in line or "–" in line or "—" in line):
        return
    for match in ODDS.finditer(sentence.text, sentence.start, sentence.end) if any(map(line.__contains__, ODDS_MARKS)) else ():
        yield Proposal(match.start(), match.end(), None, "score.odds", sentence=sentence)
    if TWO.search(sentence.text, sentence.start, sentence.end) is None:
        return
    sporting: bool | None = None
    for match in SCORE.finditer(sentence.text, sentence.start, sentence.end):
        if sporting is None:
            sporting = SPORT.search(sentence.text, sentence.start, sentence.end) is not None
        rising = int(match.group("a")) < int(match.group("b"))
        before = BRACKETED.search(sentence.text, max(sentence.start, match.start() - 3), match.start())
        recorded = before is not None and sentence.text.startswith(")", match.end())
        if rising and not recorded and (not sporting or _measured(sentence, match.end())):
            continue
        yield Proposal(match.start(), match.end(), None, "score.result", sentence=sentence)


def told(sentence: Sentence) -> Iterator[Proposal]:
    """Refusals of innings, and of results in words."""
    text = sentence.text
    for mention in sentence.numbers:
        following = text[mention.end:mention.end + 5]
        if following[:1] not in LEADS:
            continue
        if following.startswith(INNINGS_LEADS):
            match = INNINGS.match(text, mention.start, sentence.end)
            if match and (match.group().endswith(" out") or CRICKET.search(text, sentence.start, sentence.end)):
                yield Proposal(match.start(), match.end(), None, "score.innings", sentence=sentence)
        elif following.startswith(" to "):
            match = TOLD.search(text, max(sentence.start, mention.start - REACH), sentence.end)
            if match and int(match["a"]) > int(match["b"]) > 1 and SPORT.search(text, sentence.start, sentence.end):
                yield Proposal(match.start("a"), match.end(), None, "score.told", sentence=sentence)


def _measured(sentence: Sentence, end: int) -> bool:
    """Whether a unit or a plural noun follows: `3-5 goals`, `15-17 metres` are ranges."""
    if MEASURED.match(sentence.text, end, sentence.end) or units.find(sentence.text, end, sentence.end):
        return True
    index = sentence.token_at(end)
    return index < len(sentence.tokens) and sentence.tokens[index].tag == "NNS" and sentence.tokens[index].start <= end + 1


EXAMPLES = (
    Example("They won 2-1 at home."),
    Example("She beat him 6-3, 7-5 in the final."),
    Example("The court split 5-4 on the case."),
    Example("The shop is open 24/7."),
    Example("It was a 3–0 defeat."),
    Example("Both sides drew 1-1."),
    Example("Their record is 10-3-2."),
    Example("The chance is 50-50."),
    Example("It beat Wes Tarrant (6-9) at home."),
    Example("The bill won by 218 to 211."),
    Example("She leads the league, 213 to 187."),
    Example("The hosts made 356 for 4 and were bowled out."),
    Example("The spinner took five for 61."),
    Example("They were 287 all out at stumps."),
    Example("Rice for 300 homes came.", ({"type": "count", "text": "300 homes"},)),
    Example("The bank cut it by 40 to 30 percent.", ({"type": "percent", "text": "40"}, {"type": "percent", "text": "30 percent"})),
    Example("The pipe is 15-17 metres long.", ({"type": "quantity", "text": "15-17 metres", "low": 15, "high": 17},)),
    Example("It takes 5-10 workers.", ({"type": "count", "text": "5-10 workers", "low": 5, "high": 10},)),
    Example("Rates of 3-4% are common.", ({"type": "percent", "text": "3-4%"},)),
    Example("A yield of 20-30 kg was had.", ({"type": "quantity", "text": "20-30 kg"},)),
    Example("It costs $10-20.", ({"type": "money", "text": "$10-20"},)),
)
