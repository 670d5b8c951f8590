"""Rules for times of day: `10:30 p.m. EST`, `9 o'clock`, `noon`, `4 in the morning`, `half past seven`, `from 7 to 9 p.m.`"""
from extractor.times.lexer import Lexeme
from extractor.times.readings import Clock, Range, Reading
from extractor.times.rules import Match, Rule, rule

LEADS = frozenset("at by until till before after around about since".split())
JOINTS = frozenset("from to between and - –".split())
OPENINGS = frozenset("open opens opened doors gates start starts started begin begins began leave leaves left kick-off kicks meet meets "
                     "arrive arrives arrived due scheduled".split())
WORLD = frozenset("gmt utc zulu".split())


def clock(match: Match) -> Reading | None:
    """A time of day by the clock."""
    hours, minutes, seconds = _digits(match.get("c"))
    half, part = match.get("ap").value, match.get("part").value or ""
    if match.get("c").name in ("NUMW", "ONE") and not match.has("oclock") and not _led(match):
        return None    # seven in the morning session
    if match.after().name == "OF" and not half:
        return None    # he scored at 7:42 of the third period
    dated = match.get("c").name == "CLOCK" and match.after().name in ("WDAY", "REL")     # 9:30 Tuesday morning
    if not (half or part or match.has("oclock") or match.has("zone") or dated) and not _led(match):
        return None
    if match.has("zone") and not match.get("zone").capital:
        return None    # 50 pt
    if match.has("hundred") and (match.get("hundred").text not in ("hours", "hrs") or not _led(match) or len(match.get("c").text) != 4):
        return None    # at 1430 hours
    if hours > 24 or minutes > 59 or (half and not 1 <= hours <= 12):
        return None
    if hours < 12 and (half == "pm" or part in ("TAF", "TEV") or (part == "TNI" and hours > 5)):
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    return Clock(f"T{hours:02d}:{minutes:02d}{seconds}{'Z' if match.get('zone').text in WORLD else ''}")


def _digits(lexeme: Lexeme) -> tuple[int, int, str]:
    """Hours, minutes, and the seconds as they end a value."""
    if lexeme.name in ("CLOCK", "DEC"):
        hours, minutes, *seconds = lexeme.text.replace(".", ":").split(":")
        return int(hours), int(minutes), f":{seconds[0]}" if seconds else ""
    return (lexeme.number, 0, "") if lexeme.name not in ("DN", "YEAR") else (lexeme.number // 100, lexeme.number % 100, "")


def _led(match: Match) -> bool:
    """Whether what stands before bare figures makes them a time: `at 14:30`, and the second of two."""
    before, after = match.before(), match.after()
    if before.text in LEADS or (before.text in JOINTS and match.before(2).name in ("CLOCK", "AMPM", "WDAY", "YEAR", "REL")):
        return True
    return before.text in ("from", "between") and after.text in ("to", "and", "until", "-", "–") and match.after(2).name == "CLOCK"


def pointed(match: Match) -> Reading | None:
    """`gates open at 9.30`: a time with a point, where something opens, begins or leaves; else it is a price."""
    text, after = match.get("c").text, match.after()
    if len(text.partition(".")[2]) != 2 or after.noun or after.name in ("UNIT", "UNITS", "NUMW") or after.text in ("%", "$", "£", "€"):
        return None
    opens = match.before().name == "AT" and any(match.at(match.found.start() - back).text in OPENINGS for back in range(2, 9))
    hours, minutes, _ = _digits(match.get("c")) if opens else (99, 99, "")
    return Clock(f"T{hours:02d}:{minutes:02d}") if hours < 24 and minutes < 60 else None


def hours(match: Match) -> Reading | None:
    """`7 to 9 p.m.`, `between 11 and 3 p.m.`: the second tells the half of the day; `11 to 3 p.m.` begins in the morning."""
    lead = match.before().name
    if (match.get("joint").name == "AND" and lead != "BETWEEN") or (match.has("part") and (lead != "FROM" or match.after().noun)):
        return None    # he won 6 to 4 in the morning session
    half, part = match.get("ap").value, match.get("part").value or ""
    first, last = _digits(match.get("c")), _digits(match.get("c2"))
    late = half == "pm" or part in ("TAF", "TEV", "TNI")
    if not all(1 <= hour <= 12 and minute < 60 for hour, minute, _ in (first, last)) or part[:2] == "T1":
        return None
    began = late == ((first[0] % 12, first[1]) < (last[0] % 12, last[1]))
    return Range(_at(first, began), _at(last, late))


def _at(digits: tuple[int, int, str], late: bool) -> Clock:
    """The time of the 12-hour clock, in the second half of the day or the first."""
    hour, minute, seconds = digits
    return Clock(f"T{hour % 12 + 12 * late:02d}:{minute:02d}{seconds}")


def opening(match: Match) -> Reading | None:
    """`open from 10 to 4`: bare hours, the second on the next half of the clock where it is not later."""
    first, last, after = match.get("c").number, match.get("c2").number, match.after()
    opens = match.before().name == "FROM" and any(match.before(back).text in OPENINGS for back in range(2, 6))
    if not opens or not 1 <= first <= 24 or not 1 <= last <= 24 or first == last or after.noun or after.text in "%$£€":
        return None
    return Range(Clock(f"T{first:02d}:00"), Clock(f"T{last + 12 * (last < first):02d}:00"))


def past(match: Match) -> Reading | None:
    """`half past seven`, `quarter to nine`, `ten past six`: as they stand on the 12-hour clock where the text does not say which half."""
    number, to, after = match.get("c").number, match.get("dir").name == "TO", match.after()
    minutes = 30 if match.has("half") else 15 if match.has("quarter") else match.get("minutes").number
    if not 1 <= number <= 12 or not 1 <= minutes <= 30 or match.get("dir").text not in ("past", "to"):
        return None
    if match.has("quarter") and match.get("quarter").value != "quarter":
        return None
    if after.noun or after.name in ("UNIT", "UNITS", "HYPH") or (to and match.before().text not in LEADS):
        return None    # the ten past six-month reports, from a quarter to nine tenths
    late = match.get("ap").value == "pm" or match.get("part").value in ("TAF", "TEV", "TNI")
    hour = (number - 2) % 12 + 1 if to else number
    return Clock(f"T{hour % 12 + 12 if late else hour:02d}:{60 - minutes if to else minutes:02d}")


def noon(match: Match) -> Reading | None:
    """Noon and midnight, which name a time by themselves."""
    lexeme = match.get("part")
    return Clock(lexeme.value) if lexeme.text in ("noon", "midnight", "midday", "noontime") and not lexeme.capital else None


RULES: tuple[Rule, ...] = (
    rule("date.clock", r"(?P<c>CLOCK|HOUR)(?P<ap>AMPM)(?P<zone>ZONE)?", clock),
    rule("date.clock", r"(?P<c>CLOCK)(?P<zone>ZONE)?(?:IN THE(?P<part>PART))?", clock),
    rule("date.clock", r"(?P<c>HOUR|NUMW)(?P<oclock>OCLOCK)(?:IN THE(?P<part>PART))?", clock),
    rule("date.clock", r"(?P<c>HOUR|NUMW|ONE)IN THE(?P<part>PART)", clock),
    rule("date.clock", r"(?P<c>DN|YEAR)(?P<zone>ZONE)", clock),
    rule("date.clock", r"(?P<c>DN|YEAR)(?P<hundred>UNITS)", clock),
    rule("date.clock", r"(?P<c>DEC)", pointed),
    rule("date.hours", r"(?P<c>CLOCK|HOUR)(?P<joint>TO|HYPH|AND)(?P<c2>CLOCK|HOUR)(?:(?P<ap>AMPM)|IN THE(?P<part>PART))", hours),
    rule("date.hours", r"(?P<c>HOUR)TO(?P<c2>HOUR)", opening),
    rule("date.past", r"(?:(?P<half>HALF)|ART?(?P<quarter>UNIT)|(?P<minutes>NUMW|DAY)UNITS?)(?P<dir>LAST|TO)(?P<c>NUMW|ONE|HOUR)"
         r"(?:(?P<ap>AMPM)|IN THE(?P<part>PART))?", past),
    rule("date.noon", r"(?P<part>PART)", noon),
)
