"""brat: a text and its standoff annotations, the columns as the annotator's notes. The article's date has no place there."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.exchange.spans import assembled, checked, related
from extractor.fact import TYPES
from extractor.labelled import Labelled, described
from extractor.shorthand import RELATIONS


def annotations(article: Labelled) -> str:
    """The `.ann` file for the article's `.txt`: spans, relations, and the columns as notes of the annotator."""
    lines = []
    for number, (fact, note) in enumerate(zip(article.facts, described(article, with_relations=False), strict=True), start=1):
        lines.append(f"T{number}\t{fact['type']} {_fragments(fact)}\t{_one_line(fact['text'])}")
        lines.append(f"#{number}\tAnnotatorNotes T{number}\t{note}")
    lines += [f"R{number}\t{name} Arg1:T{one + 1} Arg2:T{other + 1}"
              for number, (one, name, other) in enumerate(related(article), start=1)]
    return "".join(f"{line}\n" for line in lines)


def _fragments(fact: Mapping[str, Any]) -> str:
    """A span as brat writes it: one that crosses line ends in pieces, for a piece may not."""
    if fact["text"] != fact["text"].strip("\n"):
        return f"{fact['start']} {fact['end']}"
    pieces, start = [], fact["start"]
    for line in fact["text"].split("\n"):
        if line:
            pieces.append(f"{start} {start + len(line)}")
        start += len(line) + 1
    return ";".join(pieces)


def _one_line(text: str) -> str:
    return " ".join(line for line in text.split("\n") if line)


def config() -> str:
    """The `annotation.conf` that such files want."""
    entities = "\n".join(TYPES)
    relations = "\n".join(f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in RELATIONS)
    return f"[entities]\n{entities}\n[relations]\n{relations}\n[events]\n[attributes]\n"


def read(doc: str, text: str, written: str, date: str | None = None, place: str = "ann") -> Labelled:
    """A text and its `.ann` file. Raises ValueError naming the lines that do not fit."""
    found, problems = Lines(), []
    for number, line in enumerate(written.split("\n"), start=1):
        if not found.add(line):
            problems.append(f"{place}:{number}: is no annotation of brat: {line[:80]!r}")
    numbers = {name: number for number, name in enumerate(found.spans)}
    problems += [f"{place}: {name} {one} {other}: there is no such span"
                 for one, name, other in found.relations if not {one, other} <= numbers.keys()]
    checked(Labelled(doc, text), problems)
    return assembled(doc, text, date, place, ((*span, found.notes.get(name, "")) for name, span in found.spans.items()),
                     [(numbers[one], name, numbers[other]) for one, name, other in found.relations])


@dataclass
class Lines:
    """The annotations of a file so far, by their names."""

    spans: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, line: str) -> bool:
        """Take one line in; False where it cannot be read. Events and attributes are left aside."""
        name, _, rest = line.partition("\t")
        try:
            if name.startswith("T"):
                self.spans[name] = _span(rest)
            elif name.startswith("#"):
                told, _, note = rest.partition("\t")
                self.notes[told.split(" ")[1]] = note.rstrip("\r")
            elif name.startswith("R"):
                relation, one, other = rest.split()[:3]
                self.relations.append((one.split(":")[1], relation, other.split(":")[1]))
        except (ValueError, IndexError):
            return False
        return not name or name[0] in "T#REAMN*" or not line.strip()


def _span(written: str) -> tuple[int, int, str]:
    """The span and type of `money 10 14;15 20<tab>text`: from the first piece to the last."""
    kind, _, places = written.split("\t")[0].partition(" ")
    offsets = [int(offset) for piece in places.split(";") for offset in piece.split()]
    return offsets[0], offsets[-1], kind
