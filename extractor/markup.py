"""Gold as a person writes it: the article itself, with every fact marked where it stands.

    # Correct the marks, then run …
    doc: storm
    date: 2024-04-23
    marks: [ ]
    text: 52 characters, 6d0b1f0c5f8e
    ---
    The storm cost [$2.8 million](money 2,800,000 USD subject="storm") on [Monday](date 2024-04-22).

Behind a mark stand its columns in short form (`shorthand`). The text is what is left when the marks are taken away, to the
last character: so the two signs of the marks are a pair that the text does not have, and the header keeps the text's length
and checksum, so that a slip of the hand is found. What editors do to files without asking (a line end at the end, other line
ends) is undone by the same checksum.
"""
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from extractor import shorthand
from extractor.labelled import Labelled, Mark, completed, described

SUFFIX = ".gold"
PAIRS = ("[]", "{}", "⟦⟧", "‹›", "«»", *(chr(code) + chr(code + 1) for code in range(0xE000, 0xF8FF, 2)))   # the last: private use
RULE = "---"
MOST = 50        # problems of one file; what goes on behind them is one more
HINT = "# Correct the marks, then run: extractor gold check FILE. What stands in a mark: extractor gold new --help\n"
HEADER = ("doc", "date", "marks", "text")
OPEN, CLOSE = "(", ")"


class MarkupError(ValueError):
    """What is wrong with a marked file, a line for each problem with its place."""


@dataclass
class Body:
    """A marked text taken apart: the text without marks, the marks, and what could not be read."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def write(article: Labelled) -> str:
    """An article as a marked file. Raises ValueError where its facts do not fit its text."""
    pair = next((pair for pair in PAIRS if not set(pair) & set(article.text)), None)
    if pair is None:
        raise ValueError(f"{article.doc}: the text has every pair of signs that could mark its facts")
    fields = {"doc": _written(article.doc), "date": article.date or "", "marks": " ".join(pair), "text": fingerprint(article.text)}
    header = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
    return HINT + header + RULE + "\n" + "".join(_pieces(article, pair))


def _pieces(article: Labelled, pair: str) -> Iterator[str]:
    """The text with its marks, piece by piece."""
    done = 0
    for fact, columns in zip(article.facts, described(article), strict=True):
        yield article.text[done:fact["start"]]
        yield f"{pair[0]}{fact['text']}{pair[1]}{OPEN}{columns}{CLOSE}"
        done = fact["end"]
    yield article.text[done:]


def _written(doc: str) -> str:
    """An id in the header: as it is where it is plain, else in quotes."""
    return doc if doc and doc.isprintable() and doc == doc.strip() and not doc.startswith('"') else json.dumps(doc)


def fingerprint(text: str) -> str:
    """A text's length and checksum."""
    return f"{len(text)} characters, {blake2b(text.encode(), digest_size=6).hexdigest()}"


def read(path: Path) -> Labelled:
    """Read a marked file. Raises MarkupError naming file and line for everything that is wrong, OSError where there is none."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MarkupError(f"{path}: is not UTF-8 (byte {error.start})") from None
    return parse(content, str(path))


def parse(content: str, place: str = "gold") -> Labelled:
    """Read a marked file's content; `place` names it in errors."""
    header, lines, body = _header(content, place)
    opened, closed = _pair(header.get("marks", "[ ]"), place)
    bodies = (split(form, opened, closed, place, lines) for form in _forms(body))
    found = next((each for each in bodies if fingerprint(each.text) == header["text"]), None) if "text" in header else None
    whole = found or split(body, opened, closed, place, lines)
    article, problems = completed(header["doc"], whole.text, header.get("date"), whole.marks)
    problems = whole.problems + problems
    if "text" in header and found is None:
        problems.append(f"{place}: the article's text was changed: it has {fingerprint(whole.text)}, and had {header['text']}")
    if problems:
        raise MarkupError("\n".join(problems))
    return article


def _header(content: str, place: str) -> tuple[dict[str, str], int, str]:
    """The fields of the header, how many lines it has, and what follows it."""
    if not content.strip():
        raise MarkupError(f"{place}: is empty; a marked file has a header (doc, date, marks, text, then ---) and its article")
    fields: dict[str, str] = {}
    position, number = 0, 0
    while position < len(content):
        number += 1
        end = content.find("\n", position)
        line = content[position:end if end >= 0 else len(content)].rstrip("\r")
        position = end + 1 if end >= 0 else len(content)
        if line == RULE:
            if "doc" not in fields:
                raise MarkupError(f"{place}:{number}: the header has no doc: ID")
            return fields, number, content[position:]
        if line.startswith("#"):
            continue
        name, colon, value = line.partition(":")
        if not colon or name not in HEADER or name in fields:
            raise MarkupError(f"{place}:{number}: is no line of the header ({', '.join(HEADER)}, then {RULE}): {line[:60]!r}")
        fields[name] = _plain(value.strip(" \t"), f"{place}:{number}")
    raise MarkupError(f"{place}:{max(number, 1)}: the header does not end: {RULE} stands between it and the text")


def _plain(value: str, place: str) -> str:
    """A value of the header, out of its quotes."""
    if not value.startswith('"'):
        return value
    try:
        return str(json.loads(value))
    except ValueError:
        raise MarkupError(f"{place}: is no string in JSON's way of writing: {value[:60]}") from None


def _pair(marks: str, place: str) -> Sequence[str]:
    """The two signs of the marks."""
    pair = marks.split()
    if len(pair) != 2 or len(set(marks)) != 3 or OPEN in pair or CLOSE in pair:
        raise MarkupError(f"{place}: marks are two signs with a space between, as in marks: [ ]: {marks!r}")
    return pair


def _forms(body: str) -> Iterator[str]:
    """A body as it is, and as it was before an editor ended its last line, or changed all line ends."""
    yield body
    for plain in (body, body.replace("\r\n", "\n"), body.replace("\r\n", "\n").replace("\n", "\r\n")):
        yield plain
        if plain.endswith("\n"):
            yield plain.removesuffix("\n").removesuffix("\r")


def split(body: str, opened: str, closed: str, place: str, lines: int) -> Body:
    """Take a marked text apart; `lines` stand before it in the file."""
    found, pieces, position, length, at = Body(), [], 0, 0, lines + 1
    while True:
        start = body.find(opened, position)
        piece = body[position:start if start >= 0 else len(body)]
        if closed in piece:
            found.problems.append(f"{place}:{at + piece.count(chr(10), 0, piece.find(closed))}: {closed} closes a mark that was not opened")
        pieces.append(piece)
        length += len(piece)
        at += piece.count("\n")
        if start < 0 or len(found.problems) >= MOST:
            found.text = "".join(pieces)
            return found
        text, columns, position = _mark(body, start, opened, closed)
        pieces.append(text)
        if isinstance(columns, str):
            found.problems.append(f"{place}:{at}: {body[start:start + max(len(text) + 2, 20)].splitlines()[0][:40]}: {columns}")
        else:
            found.marks.append(Mark(length, length + len(text), columns, f"{place}:{at}"))
        length += len(text)
        at += body.count("\n", start, position)


def _mark(body: str, start: int, opened: str, closed: str) -> tuple[str, shorthand.Short | str, int]:
    """One mark: its text, its columns or what is wrong with them, and where it ends."""
    end = body.find(closed, start)
    again = body.find(opened, start + 1)
    if end < 0 or 0 <= again < end:
        return "", f"the mark is not closed with {closed} before {'the next one' if again >= 0 else 'the end'}", start + 1
    text, after = body[start + 1:end], end + 1
    if not text:
        return text, "the mark is empty", after
    if not body.startswith(OPEN, after):
        return text, f"no columns: write {opened}text{closed}(type value unit)", after
    try:
        columns, after = shorthand.read(body, after + 1, CLOSE)
    except ValueError as error:
        line_end = body.find("\n", after)
        stop = body.find(CLOSE, after, line_end if line_end >= 0 else len(body))
        return text, str(error), stop + 1 if stop >= 0 else after
    return text, columns, after
