"""Rules for times of day: `10:30 p.m. EST`, `9 o'clock`, `noon`, `4 in the morning`."""
from extractor.times.lexer import Lexeme
from extractor.times.readings import Clock, Reading
from extractor.times.rules import Match, Rule, rule

LEADS = frozenset("at by until till before after around about since".split())
JOINTS = frozenset("from to between and - –".split())
WORLD = frozenset("gmt utc zulu".split())


def clock(match: Match) -> Reading | None:
    """A time of day by the clock."""
    hours, minutes, seconds = _digits(match.get("c"))
    half, part = match.get("ap").value, match.get("part").value or ""
    if not (half or part or match.has("oclock") or match.has("zone")) and not _led(match):
        return None
    if match.has("zone") and not match.get("zone").capital:
        return None    # 50 pt
    if hours > 24 or minutes > 59 or (half and not 1 <= hours <= 12):
        return None
    if hours < 12 and (half == "pm" or part in ("TAF", "TEV") or (part == "TNI" and hours > 5)):
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    return Clock(f"T{hours:02d}:{minutes:02d}{seconds}{'Z' if match.get('zone').text in WORLD else ''}")


def _digits(lexeme: Lexeme) -> tuple[int, int, str]:
    """Hours, minutes, and the seconds as they end a value."""
    if lexeme.name == "CLOCK":
        hours, minutes, *seconds = lexeme.text.replace(".", ":").split(":")
        return int(hours), int(minutes), f":{seconds[0]}" if seconds else ""
    return (lexeme.number, 0, "") if lexeme.name not in ("DN", "YEAR") else (lexeme.number // 100, lexeme.number % 100, "")


def _led(match: Match) -> bool:
    """Whether what stands before bare figures makes them a time: `at 14:30`, and the second of two."""
    before = match.before()
    return before.text in LEADS or (before.text in JOINTS and match.before(2).name in ("CLOCK", "AMPM", "WDAY", "YEAR", "REL"))


def noon(match: Match) -> Reading | None:
    """Noon and midnight, which name a time by themselves."""
    lexeme = match.get("part")
    return Clock(lexeme.value) if lexeme.text in ("noon", "midnight", "midday", "noontime") and not lexeme.capital else None


RULES: tuple[Rule, ...] = (
    rule("date.clock", r"(?P<c>CLOCK|HOUR)(?P<ap>AMPM)(?P<zone>ZONE)?", clock),
    rule("date.clock", r"(?P<c>CLOCK)(?P<zone>ZONE)?(?:IN THE(?P<part>PART))?", clock),
    rule("date.clock", r"(?P<c>HOUR|NUMW)(?P<oclock>OCLOCK)(?:IN THE(?P<part>PART))?", clock),
    rule("date.clock", r"(?P<c>HOUR)IN THE(?P<part>PART)", clock),
    rule("date.clock", r"(?P<c>DN|YEAR)(?P<zone>ZONE)", clock),
    rule("date.noon", r"(?P<part>PART)", noon),
)
