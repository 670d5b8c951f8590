"""Who a fact is from: the subject of a verb of saying that governs it, or what stands after `according to`.

A speaker holds for the rest of a quotation, and `it said` means the one that the sentence before spoke of.
"""
import re
from dataclasses import dataclass

from extractor.phrases import whole
from extractor.proposals import Proposal
from extractor.retagging import FINITE
from extractor.trees import Places, Tree

SAYING = frozenset("""say says said saying tell told announce announced report reported reports estimate estimated estimates forecast
    forecasts claim claimed claims add added adding state stated show showed shows shown find found predict predicted predicts calculate
    calculated reckon reckoned reckons warn warned warns note noted confirm confirmed allege alleged argue argues argued insist insists
    insisted concede concedes conceded acknowledge acknowledged explain explained complain complained""".split())
# An attribution at the end of a sentence, where parses go astray: `…, the agency said on Thursday.`
TAIL = re.compile(
    r"[,”\"]\s+(?P<who>(?:the|a|an|its|their|his|her|two|three|several)?\s?[^,;:.\"“”]{2,70}?)\s+(?:said|says?|reported|showed|shows|found|"
    r"estimated?|announced|told(?:\s\w+){0,2}|calculated?|predict(?:s|ed)|warn(?:s|ed)?)(?:\s+(?:on|in|late|early|this|last|at|earlier|today|yesterday)\b[^,;:]{0,60})?[.\s\"”]*$")
APPOSED = re.compile(r",\s+(?:\d|the\s|an?\s|who)")          # Ana Berg, 49, the museum's curator
ACCORDING = re.compile(r"\baccording to ", re.IGNORECASE)
QUOTED = re.compile(r"\s*[\"“]")
QUOTES = re.compile(r"[\"“”]")
LONGEST_TAIL = 160
AFTER_VERB = 110      # characters that may stand after the verb of an attribution at the end of a sentence
PARAGRAPH = 1000      # characters of one that are looked at, before and after a place
_WHO = r"[^\s,;:.\"“”](?:[^,;:.\"“”]|\.(?=\d)){1,60}?"
ATTRIBUTION = re.compile(rf"[,.?!][\"”]\s(?:(?:said|says)\s(?P<behind>{_WHO})(?=[,.;:]|\s(?:on|in|at|who)\s|$)|"
                         rf"(?P<ahead>{_WHO})(?:,[^,\"“”]{{2,60}},)?\s(?:said|says|told)\b)")
_SAID = r"(?:said|says|reported|announced|warned|told\s\w+)"
# `Membership fell, the treasurer told delegates, and …`, `Spending, the premier said on Tuesday, will rise …`
INSERTED = re.compile(rf",\s(?P<who>(?:the|an?)\s{_WHO}|it|he|she|they)\s{_SAID}(?:\s(?:on|in|late|early|earlier)\s[^,;:]{{1,30}})?,\s")
# `The seam holds 5 tonnes, reckons Ana Berg.`, with no quotation before it
TURNED = re.compile(r",\s(?:says?|said|reckons?|reckoned|claims?|claimed|argues?|argued|warns?|warned)\s"
                    r"(?P<who>[^\s,;:.\"“”]+(?:\s[^\s,;:.\"“”]+){0,11})(?=[,.])")
HEAD = re.compile(r"(?P<who>(?:The|An?)\s[^,;:.\"“”]{1,80}?)\s(?:said|says)\b")
SPEECH = SAYING | {"according"}
FINDING = ("show", "find", "found", "not")
DATA = ("data", "figures", "survey", "poll", "report", "study", "filing", "images", "statistics", "results", "records", "census", "trial",
        "research", "researchers", "analysis", "review", "audit", "accounts", "document", "documents", "numbers", "scientists", "team")
TELLING = frozenset({"tell", "tells", "told"})
PERSONS = frozenset({"he", "she"})
PRONOUNS = frozenset({"it", "he", "she", "they"})
OUTSIDE = frozenset({"nsubj", "obl", "conj", "vocative", "advmod", "aux"})       # hangs on a verb of saying, but is not what is said


@dataclass(slots=True)
class Speaker:
    """Who spoke last, and of whom the last sentence spoke, in one paragraph."""

    passed: "Speaker | None" = None                             # at the end of the paragraph before
    source: str | None = None
    clause: tuple[Tree, list[Proposal]] | None = None           # the last sentence's tree and its facts
    spoke: bool = False                                         # whether somebody spoke in the last sentence

    @property
    def noun(self) -> int | None:
        """The subject of the last sentence, where that is a noun."""
        tree = None if self.clause is None else self.clause[0]
        root = None if tree is None else tree.root()
        subject = None if tree is None or root is None else tree.child(root, "nsubj")
        return subject if tree is not None and subject is not None and tree.is_noun(subject) else None

    @property
    def subject(self) -> str | None:
        """Of whom the last sentence spoke, else who spoke."""
        noun = self.noun
        return self.source if noun is None or self.clause is None else phrase(self.clause[0], noun, self.clause[1])

    @property
    def before(self) -> str | None:
        """Of whom the paragraph before spoke last."""
        last = self.passed
        while last is not None and last.subject is None:
            last = last.passed
        return None if last is None else last.subject

    def next(self) -> "Speaker":
        """The state at the start of the next paragraph."""
        told = self.passed is not None and self.clause is not None and self.clause[0].grown and self.noun is not None
        if self.source is not None or told:
            self.passed = None                                  # nobody asks for whom an earlier one spoke of
        return Speaker(self if self.clause is not None or self.source is not None else self.passed)

    def meant(self, pronoun: str) -> str | None:
        """Whom a pronoun means that speaks: `she` who spoke in the last sentence, else of whom that spoke."""
        return self.source if self.spoke and pronoun in PERSONS else self.subject


def says(tree: Tree, verb: int) -> bool:
    """Whether a token is a verb of saying or reporting with a speaker of its own."""
    token = tree.tokens[verb]
    if token.lower not in SAYING or not tree.is_verb(verb):
        return False
    after = tree.tokens[verb + 1] if verb + 1 < len(tree.tokens) else token
    if token.lower.startswith("add") and after.tag in ("CD", "$"):
        return False                                        # added 5 percent
    if token.lower == "found" and after.tag == "IN" and after.lower != "that":
        return False                                        # a jaw found in a quarry
    return speaker(tree, verb) is not None


def speaker(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the one that it goes on (`said …, adding that`)."""
    named = tree.child(verb, "nsubj")
    if named is None and tree.deps[verb] in ("advcl", "conj", "xcomp"):
        above = tree.up(verb)
        if above is None or not (tree.tokens[above].lower in SAYING or tree.deps[verb] == "conj"):
            return None
        return speaker(tree, above)
    if named is None or tree.tokens[named].dep == "nsubj:pass":
        return None
    if named and tree.tokens[named - 1].lower == "whose":
        return None
    return named if tree.is_noun(named) or tree.tokens[named].lower in PRONOUNS else None


def assign(tree: Tree, facts: list[Proposal], last: Speaker) -> None:
    """Fill `source` of one sentence's facts; `last` is read and then told who spoke here."""
    speech = [index for index, token in enumerate(tree.sentence.tokens) if token.lower in SPEECH]
    if speech:
        by_verb(tree, facts, last, speech)
    if quotes(tree):
        for fact in facts:
            who = attributed(tree.sentence.text, fact.start) if fact.source is None else None
            if who is not None:
                fact.source = last.subject or last.before if who.lower() in PRONOUNS else who
        _go_on(tree, facts, last)
    remember(tree, facts, last, bool(speech))


def by_verb(tree: Tree, facts: list[Proposal], last: Speaker, speech: list[int]) -> None:
    """Fill `source` from the verb of saying or the `according to` of the sentence; `speech` are the tokens of such words."""
    text, start, end = tree.sentence.text, tree.sentence.start, tree.sentence.end
    according = _according(tree) if any(tree.tokens[index].lower == "according" for index in speech) else None
    tail = _tail(text, max(start, end - LONGEST_TAIL), end) if end - tree.tokens[speech[-1]].end <= AFTER_VERB else None
    opening = HEAD.match(text, start, end)
    inserted = INSERTED.search(text, start, end)
    turned = _turned(tree) if tail is None and inserted is None and not quotes(tree) else None
    verbs = set() if according is not None else {index for index in speech if says(tree, index)}
    if according is None and not verbs and tail is None and inserted is None and turned is None:
        return
    names: dict[int, str] = {}
    for fact in facts:
        head = tree.head(fact.start, fact.end) if verbs else None
        who = according if according is not None else None if head is None else _said(tree, head, verbs)
        if who is None and tail is not None and fact.end <= tail.start("who"):
            fact.source = tail["who"].strip()
        elif according is None and inserted is not None and not inserted.start() <= fact.start < inserted.end():
            fact.source = last.meant(inserted["who"]) if inserted["who"] in PRONOUNS else inserted["who"]
        elif who is None and turned is not None and not turned.start() <= fact.start < turned.end():
            fact.source = turned["who"].strip()
        elif who is not None and not _inside(tree, who, fact):
            if who not in names and tree.tokens[who].lower not in PRONOUNS:
                names[who] = phrase(tree, who, facts)
            fact.source = names[who] if who in names else last.meant(tree.tokens[who].lower)
            if opening is not None and opening.start("who") <= tree.tokens[who].start < opening.end("who"):
                fact.source = opening["who"]                # whole, where the parse cut it short


def _tail(text: str, start: int, end: int) -> re.Match[str] | None:
    """The attribution that ends a sentence: it begins at the last comma or closing quotation mark before its verb."""
    while end > start and text[end - 1] in ".\"” \n":
        end -= 1
    comma = max(text.rfind(",", start, end), text.rfind("”", start, end), text.rfind("\"", start, end))
    return None if comma < 0 else TAIL.match(text, comma, end)


def _turned(tree: Tree) -> re.Match[str] | None:
    """An attribution with its verb first: a verb stands before it, none after (`…, said she would vote for it` has another subject)."""
    match = TURNED.search(tree.sentence.text, tree.sentence.start, tree.sentence.end)
    if match is None:
        return None
    finite = [token.start for token in tree.tokens if token.tag in FINITE]
    before = any(place < match.start() for place in finite)
    return match if before and not any(match.start("who") <= place < match.end() for place in finite) else None


def quotes(tree: Tree) -> bool:
    """Whether a quotation mark stands in a sentence or not far before it in its paragraph."""
    sentence = tree.sentence
    text, end, farthest = sentence.text, sentence.end, max(0, sentence.start - PARAGRAPH)
    start = text.rfind("\n", farthest, sentence.start) + 1 or farthest
    return text.find("\"", start, end) >= 0 or text.find("“", start, end) >= 0


def _go_on(tree: Tree, facts: list[Proposal], last: Speaker) -> None:
    """Give the facts of a sentence that goes on a quotation its speaker."""
    opens = last.source and QUOTED.match(tree.sentence.text, tree.sentence.start)
    if opens and not any(fact.source for fact in facts) and _root_speaker(tree) is None:
        for fact in facts:
            fact.source = last.source


def attributed(text: str, place: int) -> str | None:
    """Who is said to speak the quotation that a place of the text lies in, by the words around the quotations of its paragraph."""
    farthest = max(0, place - PARAGRAPH)
    first = text.rfind("\n", farthest, place) + 1 or farthest
    marks = QUOTES.findall(text, first, place)
    if not marks or (marks[-1] == "\"" and len(marks) % 2 == 0) or marks[-1] == "”":
        return None
    last = text.find("\n", place, place + PARAGRAPH)
    found = ATTRIBUTION.search(text[first:last if last >= 0 else place + PARAGRAPH])
    return None if found is None else (found["behind"] or found["ahead"]).strip()


def remember(tree: Tree, facts: list[Proposal], last: Speaker, speaks: bool) -> None:
    """Note who spoke in a sentence, and of whom it spoke."""
    who = _root_speaker(tree) if speaks else None
    last.spoke = who is not None
    if who is not None and tree.tokens[who].lower not in PRONOUNS:
        last.source = phrase(tree, who, facts)
    last.clause = tree, facts


def _root_speaker(tree: Tree) -> int | None:
    """Who speaks by the sentence's main verb, or by one set beside it."""
    root = tree.root()
    if root is None:
        return None
    beside = [child for child in tree.children[root] if tree.deps[child] == "parataxis"]
    return next((speaker(tree, verb) for verb in (root, *beside) if says(tree, verb)), None)


def _inside(tree: Tree, who: int, fact: Proposal) -> bool:
    """Whether a fact is part of the speaker's own phrase (`a poll of 1,805 adults found`)."""
    start, end = whole(tree, who)
    return start <= fact.start < end


def phrase(tree: Tree, noun: int, facts: list[Proposal]) -> str:
    """The speaker's phrase, with its determiner."""
    start, end = whole(tree, noun)
    last, inside = tree.at(end), tree.inside([(fact.start, fact.end) for fact in facts])
    while last < len(tree.tokens) and tree[last].text[0].isupper() and tree[last].start == end + 1 and last not in inside:
        last, end = last + 1, tree[last].end                # a name that the parse cut short
    first = tree.at(start)
    if first and tree[first - 1].dep.startswith(("det", "nmod:poss", "nummod")) and tree[first - 1].head in range(first, noun + 1):
        start = tree[first - 1].start
    else:
        while first < noun and first in inside and tree[first].tag in ("NNP", "CD") and noun not in inside and tree[first + 1].tag != "POS":
            first += 1                                      # On 31 July hospitals reported
            start = tree[first].start
    return APPOSED.split(tree.sentence.text[start:end])[0]


def _according(tree: Tree) -> int | None:
    """The noun after `according to`."""
    text, sentence = tree.sentence.text, tree.sentence
    match = ACCORDING.search(text, sentence.start, sentence.end)
    if match is None:
        return None
    case = tree.at(match.end() - 2)
    noun = tree.up(case)
    while noun is not None and noun <= case:
        noun = tree.up(noun)
    if noun is not None and tree.is_noun(noun) and not any(tree[index].text == "," for index in range(case, noun)):
        return noun
    noun = case + 1                                         # by its place, where the parse goes astray
    while noun + 1 < len(tree.tokens) and (tree[noun].tag in ("DT", "JJ") or tree.is_noun(noun + 1)):
        noun += 1
    return noun if noun < len(tree.tokens) and tree.is_noun(noun) else None


def _said(tree: Tree, head: int, verbs: Places) -> int | None:
    """The speaker of the verb of saying that governs a token, or stands beside what governs it (`…, the firm said`)."""
    below = head
    for index in (head, *tree.ancestors(head)):
        for child in tree.children[index]:
            if child in verbs and child != below and tree.deps[child] == "parataxis":
                who = speaker(tree, child)
                return None if who is None or _parted(tree, who, head) else who
        if index in verbs and index != below:
            who = speaker(tree, index)
            if who is None or _parted(tree, who, head) or (tree.tokens[index].lower in TELLING and tree.deps[below] in ("obj", "iobj")):
                return None                                 # told the 52-year-old
            if tree.tokens[index].lower.startswith(FINDING) and tree.deps[below] == "obj" and not tree.tokens[who].lower.endswith(DATA):
                return None                                 # the referee showed 11 cards
            fronted = who is not None and any(tree.deps[child] == "ccomp" and child < who for child in tree.children[index])
            if tree.deps[below] not in OUTSIDE or _complement(tree, below) or (fronted and who is not None and head < who):
                return who
        below = index
    return None


def _complement(tree: Tree, verb: int) -> bool:
    """Whether a verb that the parse joins to one of saying is what is said: no conjunction stands before it, or `and that`."""
    if tree.dep(verb) != "conj":
        return False
    conjunction = tree.child(verb, "cc")
    return conjunction is None or tree[conjunction + 1].lower == "that"


def _parted(tree: Tree, who: int, head: int) -> bool:
    """Whether a semicolon stands between a speaker and a token."""
    if tree.sentence.text.find(";", tree.sentence.start, tree.sentence.end) < 0:
        return False
    first, last = sorted((who, head))
    return any(tree[index].text == ";" for index in range(first, last))
