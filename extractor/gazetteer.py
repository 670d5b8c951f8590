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
SHORT = 3                # what is this short and in capitals is rather an abbreviation
PLACES, OTHERS = "cbt", "ogs"
WORD_CLASSES = "gs"      # given name, surname: marked word by word; the others as whole phrases


def merged(letters: str) -> str:
    """Classes in one order, each once; of the classes of places only the best known."""
    place = next((c for c in PLACES if c in letters), "")
    return place + "".join(c for c in OTHERS if c in letters)


class Gazetteer:
    """Names by class: `c` countries and states, `b` big and `t` small towns, `o` companies, `g` given names, `s` surnames."""

    def __init__(self, classes: dict[str, str]) -> None:
        self.set_classes(classes)

    def set_classes(self, classes: dict[str, str]) -> None:
        """Take names with the letters of their classes."""
        self.classes = classes
        self.longest = dict.fromkeys(classes, 1)       # a name's first word → how many words the longest such name has
        for name in classes:
            if " " in name:
                first, size = name.partition(" ")[0], name.count(" ") + 1
                self.longest[first] = max(size, self.longest.get(first, 0))

    @classmethod
    def gather(cls, entries: Iterable[tuple[str, str]]) -> "Gazetteer":
        """From names with one class each, in any order."""
        classes: dict[str, str] = {}
        for name, letter in entries:
            classes[name] = merged(classes.get(name, "") + letter)
        return cls(classes)

    @classmethod
    def read(cls, path: Path) -> "Gazetteer":
        """From a file with a line of names for every combination of classes."""
        classes: dict[str, str] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            letters, *names = line.split("\t")
            classes |= dict.fromkeys(names, letters)
        return cls(classes)

    def write(self, path: Path) -> None:
        """Write what `read` reads."""
        lines: dict[str, list[str]] = {}
        for name, letters in sorted(self.classes.items()):
            lines.setdefault(letters, []).append(name)
        path.write_text("".join("\t".join([letters, *names]) + "\n" for letters, names in sorted(lines.items())), encoding="utf-8")

    def marks(self, words: list[str]) -> dict[int, str]:
        """The marks of words by their places; most have none. A word in capitals is looked for as it is usually written."""
        words = [word.capitalize() if len(word) > SHORT and word.isupper() else word for word in words]
        made: dict[int, str] = {}
        if self.longest.keys().isdisjoint(words):
            return made
        done = 0
        for index, word in enumerate(words):
            if index < done or word not in self.longest:
                continue
            size, letters = self.phrase(words, index)
            for place in range(index, index + size):
                own = "".join(c for c in self.classes.get(words[place], "") if c in WORD_CLASSES)
                mark = (letters + "-" * (place > index) if letters else "") + own
                if mark:
                    made[place] = mark
            done = index + size
        return made

    def phrase(self, words: list[str], start: int) -> tuple[int, str]:
        """How many words the longest phrase from `start` has, and its classes but those of single words; 1 where there is none."""
        for stop in range(min(start + self.longest[words[start]], len(words)), start, -1):
            letters = self.classes.get(" ".join(words[start:stop]), "")
            kept = "".join(c for c in letters if c not in WORD_CLASSES)
            if kept:
                return stop - start, kept
        return 1, ""

    def __call__(self, doc: "Doc") -> "Doc":
        """Mark a document's tokens."""
        for place, mark in self.marks([token.text for token in doc]).items():
            doc[place].ent_kb_id_ = mark
        return doc

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the lists into a pipeline's folder."""
        Path(path).mkdir(exist_ok=True)
        self.write(Path(path) / FILE)

    def from_disk(self, path: Path, **_: Any) -> "Gazetteer":
        """Read the lists from a pipeline's folder."""
        self.set_classes(Gazetteer.read(Path(path) / FILE).classes)
        return self


def register() -> None:
    """Make the component known to spaCy under the name `gazetteer`."""
    from spacy.language import Language

    if not Language.has_factory("gazetteer"):
        Language.factory("gazetteer", func=_make)


def _make(nlp: "Language", name: str) -> Gazetteer:
    return Gazetteer({})
