"""Files, folders and streams → articles. What cannot be read becomes a `Problem` with its place, and the rest goes on."""
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from extractor.article import Article

STANDARD_INPUT = "-"
SUFFIXES = (".jsonl", ".ndjson", ".txt")


@dataclass(frozen=True)
class Problem:
    """What was wrong with one input: `place` is a file, with the line of a JSONL file; `fatal` means that nothing came of it."""

    place: str
    message: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def read(inputs: Iterable[str], date: str | None = None) -> Iterator[Article | Problem]:
    """Yield the articles of files, folders (all `.txt` and `.jsonl` below them, in the order of their paths) and `-`.

    `date` (ISO 8601) is given to every article that brings none of its own. An article whose id was there before is a
    problem, and left out.
    """
    seen: dict[str, str] = {}
    for name in inputs:
        for place, item in located(name, date):
            if isinstance(item, Article):
                if item.id in seen:
                    item = Problem(place, f"the id {item.id!r} was given to {seen[item.id]} before; ids must differ")
                else:
                    seen[item.id] = place
            yield item


def located(name: str, date: str | None) -> Iterator[tuple[str, Article | Problem]]:
    """The articles and problems of one input, each with its place."""
    path = Path(name)
    if name == STANDARD_INPUT:
        yield from parsed("standard input", sys.stdin.buffer.read(), "stdin", None, date)
    elif path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
        if not files:
            yield name, Problem(name, f"the folder holds no article: none of {', '.join(SUFFIXES)}")
        for file in files:
            yield from loaded(file, file.relative_to(path).with_suffix("").as_posix(), date)
    else:
        yield from loaded(path, path.stem, date)


def loaded(path: Path, id: str, date: str | None) -> Iterator[tuple[str, Article | Problem]]:
    """The articles of one file."""
    place = str(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        yield place, Problem(place, "no such file or folder")
    except OSError as error:
        yield place, Problem(place, f"cannot be read: {error.strerror}")
    else:
        yield from parsed(place, raw, id, path.suffix.lower() in (".jsonl", ".ndjson"), date)


def parsed(place: str, raw: bytes, id: str, lines: bool | None, date: str | None) -> Iterator[tuple[str, Article | Problem]]:
    """The articles in the bytes of one input; `lines` None looks whether they are JSON Lines."""
    if not raw.strip(b"\r\n\t \xef\xbb\xbf"):
        yield place, Problem(place, "is empty")
        return
    text, problem = decoded(place, raw)
    if problem:
        yield place, problem
    if text is None:
        return
    if lines or (lines is None and is_lines(text)):
        yield from records(place, text, date)
    else:
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


def is_lines(text: str) -> bool:
    """Whether text is JSON Lines with articles, by its first line."""
    try:
        first = from_json(text.lstrip().split("\n", 1)[0]) if text.lstrip().startswith("{") else None
    except ValueError:
        return False
    return isinstance(first, dict) and "text" in first


def records(place: str, text: str, date: str | None) -> Iterator[tuple[str, Article | Problem]]:
    """The articles of JSON Lines, one `{"id", "text", "date"?}` a line; without an id the line's number is the id."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{place}:{number}"
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
