"""Marks tokens that well-known lists hold as places, companies and people's names: a feature for the names' model.

A mark is no decision: `Paris` is a city and a given name, `Target` a company and a word. The model has been trained with
the marks and weighs them against the sentence. They stand in the tokens' `ent_kb_id`, which nothing else uses.
"""
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FILE = "names.txt"
LONGEST = 4
PLACES, OTHERS = "cbt", "ogs"
WORD_CLASSES = "gs"      # given name, surname: marked word by word; the others as whole phrases


def merged(letters: str) -> str:
    """Classes in one order, each once; of the classes of places only the best known."""
    place = next((c for c in PLACES if c in letters), "")
    return place + "".join(c for c in OTHERS if c in letters)


class Gazetteer:
    """Names by class: `c` countries and states, `b` big and `t` small towns, `o` companies, `g` given names, `s` surnames."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self.classes: dict[str, str] = {}
        for name, letters in entries:
            self.classes[name] = merged(self.classes.get(name, "") + letters)

    @classmethod
    def read(cls, path: Path) -> "Gazetteer":
        """From a file with a line of names for every combination of classes."""
        lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        return cls((name, letters) for letters, *names in lines for name in names)

    def write(self, path: Path) -> None:
        """Write what `read` reads."""
        lines: dict[str, list[str]] = {}
        for name, letters in sorted(self.classes.items()):
            lines.setdefault(letters, []).append(name)
        path.write_text("".join("\t".join([letters, *names]) + "\n" for letters, names in sorted(lines.items())), encoding="utf-8")

    def marks(self, words: list[str]) -> list[str]:
        """The mark of every word, empty for most."""
        marks = [""] * len(words)
        index = 0
        while index < len(words):
            size, letters = self.phrase(words, index)
            for place in range(index, index + size):
                own = "".join(c for c in self.classes.get(words[place], "") if c in WORD_CLASSES)
                marks[place] = ("" if not letters else letters + ("-" if place > index else "")) + own
            index += size
        return marks

    def phrase(self, words: list[str], start: int) -> tuple[int, str]:
        """How many words the longest phrase from `start` has, and its classes but those of single words; 1 where there is none."""
        if not words[start][:1].isupper():
            return 1, ""
        for stop in range(min(start + LONGEST, len(words)), start, -1):
            letters = self.classes.get(" ".join(words[start:stop]), "")
            kept = "".join(c for c in letters if c not in WORD_CLASSES)
            if kept:
                return stop - start, kept
        return 1, ""

    def __call__(self, doc: "Doc") -> "Doc":
        """Mark a document's tokens."""
        for token, mark in zip(doc, self.marks([t.text for t in doc]), strict=True):
            if mark:
                token.ent_kb_id_ = mark
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the lists into a pipeline's folder."""
        Path(path).mkdir(exist_ok=True)
        self.write(Path(path) / FILE)

    def from_disk(self, path: Path, **_: Any) -> "Gazetteer":
        """Read the lists from a pipeline's folder."""
        self.classes = Gazetteer.read(Path(path) / FILE).classes
        return self


def register() -> None:
    """Make the component known to spaCy under the name `gazetteer`."""
    from spacy.language import Language

    if not Language.has_factory("gazetteer"):
        Language.factory("gazetteer", func=_make)


def _make(nlp: "Language", name: str) -> Gazetteer:
    return Gazetteer([])
