"""Whether the text says that something went up or down by, or to, a value."""
import re

from extractor.proposals import Proposal, Sentence

UP = (r"up|ros[ei]n?|rises|rising|rise|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|gr[eo]w(?:s|n|ing|th)?|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|"
      r"advanc(?:e|es|ed|ing)|rall(?:y|ies|ied|ying)|expand(?:s|ed|ing)?|leap(?:s|ed|t|ing)?|swell(?:s|ed|ing)?|spik(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|"
      r"hik(?:e|es|ed|ing)|widen(?:s|ed|ing)?|improv(?:e|es|ed|ing|ement)|accelerat(?:e|es|ed|ing)|rebound(?:s|ed|ing)?|higher|upped|boost(?:s|ed|ing)?|edged up|ticked up|add(?:s|ed|ing)?|put on|appreciat(?:e|es|ed|ing|ion)|strengthen(?:s|ed|ing)?")
DOWN = (r"down|f[ea]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|slip(?:s|ped|ping)?|slid(?:e|es|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|"
        r"plummet(?:s|ed|ing)?|los(?:e|es|t|ing|s)|shed(?:s|ding)?|s[iau]nk(?:s|ing)?|dip(?:s|ped|ping)?|shr[iau]nk(?:s|ing|en)?|cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|"
        r"lower(?:s|ed|ing)?|slump(?:s|ed|ing)?|eas(?:e|es|ed|ing)|slash(?:es|ed|ing)?|weaken(?:s|ed|ing)?|narrow(?:s|ed|ing)?|contract(?:s|ed|ing|ion)|trim(?:s|med|ming)?|"
        r"retreat(?:s|ed|ing)?|slow(?:s|ed|ing)?|off|crash(?:es|ed|ing)?|depreciat(?:e|es|ed|ing|ion)|dwindl(?:e|es|ed|ing)|div(?:e|es|ed|ing)|downturn|shav(?:e|es|ed|ing)")
# What may stand between the word of change and the value.
STEP = (r"(?:\s+(?:by|to|of|another|an|a|about|around|almost|nearly|roughly|approximately|more|less|than|over|under|just|only|as|much|at|least|some|further|sharply|slightly|"
        r"again|steadily|even|up|down|in|value|its|their|the|total|additional|record|average|from|well|below|above|close|back|modest|modestly|mere|whopping|massive|slight|sharp|"
        r"steep|some|estimated|percent|overall|fresh|[a-z]+ly)){0,5}\s+")
LEFT = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))(?P<step>{STEP}|\s+)$", re.IGNORECASE)
CHANGE = (r"rise|increase|gain|jump|surge|advance|rally|leap|spike|hike|boost|growth|improvement|uptick|upturn|raise|rebound|climb", r"fall|drop|decline|decrease|slide|tumble|plunge|loss|dip|cut|reduction|"
          r"slump|contraction|downturn|slowdown|discount|dive|retreat|devaluation|shortfall")
RIGHT = re.compile(rf"(?:(?:[- ]point)?\s+(?P<up>(?:or so )?(?:higher|up)\b|(?:[\w-]+\s+){{0,2}}(?:{CHANGE[0]})s?\b)|(?:[- ]point)?\s+(?P<down>(?:or so )?(?:lower|down|off)\b|(?:[\w-]+\s+){{0,2}}(?:{CHANGE[1]})s?\b))",
                   re.IGNORECASE)
ENDING = re.compile(r"^\s+(?:[\w-]+\s+)?(?:and|or|of|in|on|for|to|from|with|by|the|a|an|that|which|was|is|are|were|after|as|at|over|under|than|this|last|said|will|would|its|their)\b", re.IGNORECASE)
# Words of change that change only what is counted in money, shares, points or units of measure.
MEASURED_ONLY = re.compile(r"^(?:los|shed|gain|add|cut|put|eas|slow|off|up$|down$|advanc|div|shav|rais|boost|trim|contract|improv)", re.IGNORECASE)
MEASURED = frozenset({"money", "percent", "quantity", "number", "ratio"})
POINTS = frozenset({"point", "basis point", "percentage point"})


def direction(sentence: Sentence, proposal: Proposal, previous: Proposal | None) -> str | None:
    """`up`, `down` or None for one value; `previous` is the fact before it in the sentence."""
    text = sentence.text
    lead = text[max(sentence.start, proposal.start - 80):proposal.start]
    left = LEFT.search(lead)
    if left:
        word = left.group("up") or left.group("down")
        step = left.group("step").lower().split()
        measured = proposal.type in MEASURED or (proposal.unit or "").split(" ")[-1] in POINTS
        if "from" not in step and (measured or not MEASURED_ONLY.match(word)) and not (word.lower() in ("up", "off", "down") and step[:1] == ["to"]):
            return "up" if left.group("up") else "down"
        if "from" in step:
            return None
    carried = carry(text, proposal, previous)
    if carried:
        return carried
    if proposal.type in ("percent", "money", "quantity", "number") or (proposal.unit or "").split(" ")[-1] in POINTS:
        right = RIGHT.match(text, proposal.end, min(sentence.end, proposal.end + 40))
        if right and not ENDING.match(right.group()):
            return "up" if right.group("up") else "down"
    return None


def carry(text: str, proposal: Proposal, previous: Proposal | None) -> str | None:
    """The direction of the value before, where this one restates it: `lost 190 points, or 0.6%`, `rose 11% to $94 million`."""
    if previous is None or previous.direction is None:
        return None
    between = text[previous.end:proposal.start]
    if re.fullmatch(r",? or (?:about |around |nearly |more than |roughly |almost |over )?|\s+to(?: (?:about|around|nearly|more than|roughly|a record|almost|over|just))?\s+|,? ?\((?:about |or )?| a (?:share|barrel|year) to ", between):
        return previous.direction
    return None


def assign(sentence: Sentence, proposals: list[Proposal]) -> None:
    """Fill `direction` of the numeric proposals of one sentence, in text order."""
    previous = None
    for proposal in proposals:
        if proposal.type in ("date", "duration", "recurrence", "ordinal", "age", None):
            continue
        proposal.direction = direction(sentence, proposal, previous)
        previous = proposal
