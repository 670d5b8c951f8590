"""Files, folders and streams → articles. What cannot be read becomes a `Problem` with its place, and the rest goes on.

JSON Lines are read line by line, so that memory does not grow with the size of the file.
"""
import itertools
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.article import Article

STANDARD_INPUT = "-"
LINES = (".jsonl", ".ndjson")
SUFFIXES = (*LINES, ".txt")
BLANK = b"\r\n\t \xef\xbb\xbf"
BLOCK = 1 << 20
LONGEST = 10_000_000    # characters of an article


@dataclass(frozen=True)
class Problem:
    """What was wrong with one input: `place` is a file, with the line of a JSONL file; `fatal` means that nothing came of it."""

    place: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


Located = tuple[str, Article | Problem]


def read(inputs: Iterable[str], date: str | None = None, longest: int = LONGEST) -> Iterator[Article | Problem]:
    """Yield the articles of files, folders (all `.txt` and `.jsonl` below them, in the order of their paths) and `-`.

    `date` (ISO 8601) is given to every article that brings none of its own. An article whose id was there before, or of
    more than `longest` characters, is a problem, and left out.
    """
    seen: set[bytes] = set()            # digests, not ids: a million of them stay small
    for name in inputs:
        for place, item in located(name, date):
            yield checked(place, item, seen, longest) if isinstance(item, Article) else item


def checked(place: str, article: Article, seen: set[bytes], longest: int) -> Article | Problem:
    """The article, or what is wrong with it beside the others."""
    digest = blake2b(article.id.encode(), digest_size=8).digest()
    if digest in seen:
        return Problem(place, f"the id {article.id!r} was given before; ids must differ")
    seen.add(digest)
    if len(article.text) > longest:
        return Problem(place, f"has {len(article.text):,} characters, more than {longest:,}; raise the limit with --max-chars, or split it")
    return article


def count(inputs: Iterable[str]) -> int | None:
    """How many articles the inputs hold, about; None where standard input is among them."""
    total = 0
    for name in inputs:
        if name == STANDARD_INPUT:
            return None
        path = Path(name)
        for file in sorted(articles_below(path)) if path.is_dir() else [path]:
            total += lines_of(file) if file.suffix.lower() in LINES else 1
    return total


def lines_of(path: Path) -> int:
    """The number of line ends in a file; 0 where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(BLOCK), b""))
    except OSError:
        return 0


def articles_below(folder: Path) -> Iterator[Path]:
    """The files of a folder, and of those below it, that may hold articles."""
    return (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())


def located(name: str, date: str | None) -> Iterator[Located]:
    """The articles and problems of one input, each with its place."""
    path = Path(name)
    if name == STANDARD_INPUT:
        yield from stream_of("standard input", sys.stdin.buffer, "stdin", None, date)
    elif path.is_dir():
        files = sorted(articles_below(path))
        if not files:
            yield name, Problem(name, f"the folder holds no article: none of {', '.join(SUFFIXES)}")
        for file in files:
            yield from opened(file, file.relative_to(path).with_suffix("").as_posix(), date)
    else:
        yield from opened(path, path.stem, date)


def opened(path: Path, id: str, date: str | None) -> Iterator[Located]:
    """The articles of one file."""
    place = str(path)
    try:
        with path.open("rb") as stream:
            yield from stream_of(place, stream, id, path.suffix.lower() in LINES, date)
    except FileNotFoundError:
        yield place, Problem(place, "no such file or folder")
    except OSError as error:
        yield place, Problem(place, f"cannot be read: {error.strerror}")


def stream_of(place: str, stream: IO[bytes], id: str, lines: bool | None, date: str | None) -> Iterator[Located]:
    """The articles of an open stream; with `lines` None its first line tells whether it is JSON Lines."""
    blank, first = [], b""
    for line in stream:
        if line.strip(BLANK):
            first = line
            break
        blank.append(line)
    if not first:
        yield place, Problem(place, "is empty")
    elif lines or (lines is None and is_record(first)):
        yield from records(place, itertools.chain([first], stream), len(blank) + 1, date)
    else:
        text, problem = decoded(place, b"".join((*blank, first, stream.read())))
        if problem:
            yield place, problem
        if text is not None:
            yield place, article(place, {"id": id, "text": text}, date)


def decoded(place: str, raw: bytes) -> tuple[str | None, Problem | None]:
    """Bytes as text, its line ends untouched and a byte-order mark dropped; other encodings than UTF-8 are guessed and told."""
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        import charset_normalizer
        best = charset_normalizer.from_bytes(raw).best()
        if best is None:
            return None, Problem(place, f"is not UTF-8 (byte {error.start}) and no other encoding fits; convert it to UTF-8")
        return str(best), Problem(place, f"is not UTF-8 (byte {error.start}); read as {best.encoding}", fatal=False)


def is_record(line: bytes) -> bool:
    """Whether a line is a JSON object with a text."""
    try:
        row = from_json(line.strip(BLANK)) if line.strip(BLANK).startswith(b"{") else None
    except ValueError:
        return False
    return isinstance(row, dict) and "text" in row


def records(place: str, lines: Iterable[bytes], first: int, date: str | None) -> Iterator[Located]:
    """The articles of JSON Lines, one `{"id", "text", "date"?}` a line; without an id the line's number, from `first`, is the id."""
    for number, raw in enumerate(lines, start=first):
        where = f"{place}:{number}"
        if not raw.strip(BLANK):
            continue
        line, problem = decoded(where, raw)
        if problem:
            yield where, problem
        if line is None:
            continue
        try:
            row = from_json(line)
        except ValueError as error:
            yield where, Problem(where, f"is not JSON: {error}")
            continue
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            yield where, Problem(where, 'has no text: a line is {"id": …, "text": …, "date": …}')
            continue
        yield where, article(where, row | {"id": str(row.get("id") if row.get("id") is not None else number)}, date)


def article(place: str, row: dict[str, Any], date: str | None) -> Article | Problem:
    """One row as an article; fields other than id, text, date and place are left aside."""
    fields = {name: row[name] for name in ("id", "text", "place") if row.get(name) is not None}
    if not fields["text"].strip():
        return Problem(place, "the text is empty")
    try:
        return Article(**fields, date=row.get("date") or date)
    except ValidationError as error:
        return Problem(place, "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))
