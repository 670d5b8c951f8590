"""Splits raw text into sentences by rules over plain text, with no model.

A blank line always ends a sentence. Within a paragraph `split` goes from one candidate character to the next, and `CUTS`
names the function that decides for it:

- `at_stop` for `.`, `?`, `!`, `…` asks the rules of `stops.py`;
- `at_break` for a line break: hard-wrapped text goes on, a heading or an item of a list ends;
- the others see to what ends without a stop: lists that run on in a line, brackets, addresses, separators.

Every look around a candidate is bounded, so that the time grows with the length of the text alone.
"""
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor import stops
from extractor.abbreviations import UNFINISHED
from extractor.stops import REACH

# Patterns. Each reads forward over what can match in one way only.
BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028"
BULLETS = "•‣⁃◦▪■●○➢►"
BLANK_LINE = re.compile(r"[\n\r\x85\u2028\u2029](?:(?<=\r)\n|(?<!\r)|(?!\n))(?:[^\S\n\r\x85\u2028]*[\n\r\x85\u2028]|(?<=\u2029))\s*")
# A mark, bracket or colon before a small letter or a digit is none (`3.5`, `b.com`), but for a note's number (`shown.4`).
CANDIDATE = re.compile(
    rf"[.?!…):@=*~{BREAKS}{BULLETS}-]"
    rf"(?:(?<=[.?!…):])(?:(?![0-9a-z])|(?<=[^\W\d_]{{3}}\.)(?=\d))|(?<=[@{BREAKS}{BULLETS}])|(?<=[=*~-])(?=[=*~-]{{4}}))")
SPACE = re.compile(r"\s*")
ITEM = re.compile(rf"(?:[{BULLETS}*-]\s*)?(?P<label>\d{{1,3}}(?:\.\d{{1,2}})*|[A-Za-z])(?P<close>\.\)|[.)])(?=\s)")
ADDRESS = re.compile(r"(?:://|@)\S*")
FIELD = re.compile(r"[A-Z][\w-]{0,20} ?:")
CREDIT = re.compile(r"(?s:.*)\s(?P<label>(?:Image|Photo|Video)(?: credit)?)")
SEPARATOR = re.compile(r"-+|=+|\*+|~+")
# What opens a paragraph, or ends a headline, and is a sentence of its own.
CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Box|Chart|Map|Image|Photo) \d+(?:[.-]\d+)*(?P<stop>\.(?=\s))?")
DATE = re.compile(r"(?:[A-Z][a-z]{2,5}day, )?[A-Z][a-zA-Z]{2,8} \d{1,2}, \d{4}")
PLACE = r"[A-Z][\w.’'-]{1,20},? (?:[A-Z][\w.’'-]{1,20},? |\d{1,2},? ){0,7}"
# With the agency, or the place in capitals: `Bergen, May 2 (NTB) -`, `BERGEN, Norway —`; not `Walmart — Shares fell`.
DATELINE = re.compile(rf"(?:{PLACE}\([^()]{{2,30}}\)|(?=[A-Z]{{4}}){PLACE}) ?(?:--|[–—_-])(?=\s)")
LAST_DATE = re.compile(r"(?s:.*?[^\s,])\s+(?=[A-Z][a-z]{2,5}day, [A-Z][a-z]{2,8} \d{1,2}, \d{4}\Z)")

LONGEST = 2000          # characters of a sentence, for what reads sentences
WIDEST_WRAP = 120       # a paragraph with longer lines is not hard-wrapped
NARROWEST_WRAP = 30     # a line as short as this does not break off for want of room


@dataclass(slots=True)
class Scan:
    """A paragraph (`text` from `first` to `limit`) and how far it has been read."""

    text: str
    first: int
    limit: int
    start: int = 0          # of the sentence so far
    read: int = 0           # candidates before this offset are settled
    expected: str = ""      # what would mark the next item of a list: `2)` after `1)`
    wrap: int | None = None

    def begin(self, offset: int) -> None:
        """A sentence begins at the next character that is no white space. If it is an item of a list, its number is settled."""
        self.start = skip_space(self.text, offset, self.limit)
        item = ITEM.match(self.text, self.start, self.limit)
        if item:
            self.read = max(self.read, item.end())
            self.expected = successor(item["label"]) + item["close"]

    def capital_follows(self, offset: int) -> bool:
        """Whether white space and a capital follow."""
        return stops.capital_follows(self.text, offset, self.limit)

    def running(self) -> bool:
        """Whether the paragraph ends in a mark, as sentences do and headlines do not."""
        return not self.text[self.limit - 1].isalnum()

    def width(self) -> int:
        """How wide the paragraph is wrapped, zero where it is not: its longest line, but for what has no space to break it at.

        A paragraph of one or two lines that ends in no mark is headings, an address or a table.
        """
        if self.wrap is None:
            lengths = [len(line) for line in self.text[self.first:self.limit].splitlines() if " " in line.strip()]
            longest = max(lengths, default=0)
            even = len(lengths) > 2 and min(lengths[:-1]) > 0.7 * longest
            self.wrap = longest if (self.running() or even) and longest <= WIDEST_WRAP else 0
        return self.wrap

    def line(self, end: int) -> str:
        """The line that ends at an offset, or as much of it as matters."""
        low = max(self.first, end - WIDEST_WRAP - 1)
        return self.text[max(low, self.text.rfind("\n", low, end) + 1, self.text.rfind("\r", low, end) + 1):end].strip()


def skip_space(text: str, start: int, limit: int) -> int:
    """The offset of the first character from `start` that is no white space."""
    match = SPACE.match(text, start, limit)
    assert match is not None
    return match.end()


# What decides for each kind of candidate. Each returns the offsets at which sentences end: none, one or two.

def at_stop(scan: Scan, at: int) -> tuple[int, ...]:
    """After a stop and what belongs to it; or before the number of an item whose stop it is."""
    if at + 1 == scan.limit:
        return ()       # the paragraph ends there as well
    item = before_item(scan, at)
    if item:
        return item
    plain = stops.at_a_glance(scan.text, scan.start, at, scan.limit) if scan.text[at] == "." else None
    if plain is not None:
        return (at + 1,) if plain else ()
    stop = stops.read_stop(scan.text, scan.start, at, scan.limit)
    scan.read = stop.end
    return (stops.end_of(stop),) if stops.ends(stop) else ()


def at_bracket(scan: Scan, at: int) -> tuple[int, ...]:
    """Before the number of an item, after a smiley, and after brackets that stand alone: `(Reuters) The mayor`."""
    item = before_item(scan, at)
    if item or not scan.capital_follows(at + 1):
        return item
    text, start = scan.text, scan.start
    smiley = text[max(start, at - 2):at].rstrip("-")[-1:] in (":", ";")
    inside = text[start + 1:at] if text[start] == "(" and at - start < REACH else ""
    alone = len(inside) > 1 and "(" not in inside and ")" not in inside and not stops.NUMERAL.fullmatch(inside.upper())
    return (at + 1,) if smiley or alone else ()


def before_item(scan: Scan, at: int) -> tuple[int, ...]:
    """Before the list's next number, where its `.` or `)` is at `at` and a capital follows: `1. Milk 2. Bread`."""
    start = at - len(scan.expected.rstrip(".)"))
    if not scan.expected or start <= scan.start or not scan.text.startswith(scan.expected, start):
        return ()
    before = scan.text[max(scan.start, start - 3):start]
    apart = before[-1].isspace() and not before.rstrip().endswith(".")
    return (start,) if apart and scan.capital_follows(start + len(scan.expected)) else ()


def successor(label: str) -> str:
    """The label of the item after one; none follows a capital, which may be an initial."""
    if label.isdigit():
        return str(int(label) + 1)
    return chr(ord(label) + 1) if label.islower() else "\0"


def at_bullet(scan: Scan, at: int) -> tuple[int, ...]:
    """Before a bullet within a list, not where it parts names: `Oslo • Bergen`."""
    return (at,) if scan.text[scan.start] in BULLETS and scan.text[at - 1].isspace() else ()


def at_colon(scan: Scan, at: int) -> tuple[int, ...]:
    """After a web address; before a credit (`The harbour at dawn Image: Ann Lee`)."""
    if scan.text.startswith("://", at):
        return after_address(scan, at)
    credit = CREDIT.fullmatch(scan.text, max(scan.start, at - 20), at)
    return (credit.start("label"),) if credit and scan.capital_follows(at + 1) else ()


def at_mail(scan: Scan, at: int) -> tuple[int, ...]:
    """After a mail address that fills a field: `From: ann@example.org Subject: …`."""
    return after_address(scan, at) if FIELD.match(scan.text, scan.start, scan.limit) else ()


def after_address(scan: Scan, at: int) -> tuple[int, ...]:
    """After an address that has its `://` or `@` at `at`, where another or a capital follows. Its own marks are settled."""
    address = ADDRESS.match(scan.text, at, scan.limit)
    assert address is not None
    end = address.end()
    scan.read = at + len(address[0].rstrip(".?!…,;:\"')]>"))
    if scan.text[scan.read:end].strip(">]"):
        return ()
    another = scan.text.startswith(("http:", "https:"), skip_space(scan.text, end, scan.limit))
    return (end,) if another or scan.capital_follows(end) else ()


def at_separator(scan: Scan, at: int) -> tuple[int, ...]:
    """Around a rule of dashes or the like that stands alone."""
    rule = SEPARATOR.match(scan.text, at, scan.limit)
    assert rule is not None
    scan.read = end = rule.end()
    alone = (at == scan.first or scan.text[at - 1].isspace()) and (end == scan.limit or scan.text[end].isspace())
    return (at, end) if alone else ()


def at_break(scan: Scan, at: int) -> tuple[int, ...]:
    """At a line break, before which no stop ended the sentence, unless the sentence goes on in the next line."""
    text = scan.text
    scan.read = following = skip_space(text, at, scan.limit)
    first = text[following]
    line = scan.line(at)
    item = ITEM.match(text, following, scan.limit)
    if first in BULLETS or (item and (item["label"] in "1a" or item["label"] + item["close"] == scan.expected)):
        return (at,)
    if first in "-*–—" and (line[:1] == first or line[-1:] == ":"):
        return (at,)
    if first.islower() or line[-1:] == "," or (len(line) > NARROWEST_WRAP and line.rpartition(" ")[2] in UNFINISHED):
        return ()
    return () if broken_off(scan, line, text[following:following + WIDEST_WRAP].split(None, 1)[0]) else (at,)


def broken_off(scan: Scan, line: str, word: str) -> bool:
    """Whether a line breaks off only because the next word had no room: it is about as long as any of its paragraph."""
    return len(line) > NARROWEST_WRAP and 0 < 0.9 * scan.width() < len(line) + 1 + len(word)


CUTS: dict[str, Callable[[Scan, int], tuple[int, ...]]] = {
    **dict.fromkeys(".?!…", at_stop), **dict.fromkeys(BREAKS, at_break), **dict.fromkeys(BULLETS, at_bullet),
    ")": at_bracket, ":": at_colon, "@": at_mail, **dict.fromkeys("-=*~", at_separator)}


def opening(scan: Scan) -> tuple[int, ...]:
    """After what opens a paragraph and is no part of its first sentence: a caption's number, a date, an agency's dateline."""
    caption = CAPTION.match(scan.text, scan.first, scan.limit)
    if caption and caption["stop"]:
        scan.read = caption.end()
        return ()
    for match in caption, DATE.match(scan.text, scan.first, scan.limit), DATELINE.match(scan.text, scan.first, scan.limit):
        if match and scan.capital_follows(match.end()):
            return (match.end(),)
    return ()


def closing(scan: Scan) -> tuple[int, ...]:
    """Before the date that ends a headline."""
    if not scan.text[scan.limit - 1].isdigit():
        return ()
    date = LAST_DATE.match(scan.text, max(scan.start, scan.limit - 60), scan.limit)
    return (date.end(),) if date else ()


def paragraphs(text: str) -> Iterator[Scan]:
    """The stretches of text between blank lines."""
    end = len(text.rstrip())
    start = skip_space(text, 0, end)
    for gap in BLANK_LINE.finditer(text, start, end):
        yield Scan(text, start, start + len(text[start:gap.start()].rstrip()))
        start = gap.end()
    if start < end:
        yield Scan(text, start, end)


def cuts(scan: Scan) -> Iterator[int]:
    """The offsets at which the sentences of a paragraph end."""
    yield from opening(scan)
    for candidate in CANDIDATE.finditer(scan.text, scan.start, scan.limit):
        at = candidate.start()
        if at >= scan.read:
            yield from CUTS[scan.text[at]](scan, at)
    yield from closing(scan)
    yield scan.limit


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as half-open offsets, in text order, without white space around them."""
    spans = []
    for scan in paragraphs(text):
        scan.begin(scan.first)
        for cut in cuts(scan):
            if cut > scan.start:
                spans.append((scan.start, scan.start + len(text[scan.start:cut].rstrip())))
                scan.begin(cut)
    return spans


def shortened(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those of more than `LONGEST` characters cut at white space: nobody writes such sentences, and what reads
    them may look at every pair of things in one."""
    for start, end in spans:
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            middle = cut if cut > 0 else start + LONGEST
            yield start, middle
            start = skip_space(text, middle, end)
        if start < end:
            yield start, end
