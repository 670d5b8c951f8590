"""Labelled articles → the files of another tool in a folder, and such files → labelled articles."""
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from extractor.exchange import brat, label_studio, spacy_docs
from extractor.gold_files import place, write
from extractor.labelled import Labelled
from extractor.reading import decoded

Writer = Callable[[Sequence[Labelled], Path], None]
Reader = Callable[[Path], Iterator[Labelled]]


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _items(path: Path) -> list[Any]:
    """The items of a JSON list. Raises ValueError for anything else."""
    if path.is_dir():
        raise ValueError(f"{path}: is a folder; give the JSON file that was exported")
    try:
        items = from_json(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: is not JSON: {error}") from None
    if not isinstance(items, list):
        raise ValueError(f"{path}: is no list")
    return items


def _text(path: Path) -> str:
    """A text file, its line ends untouched."""
    text, problem = decoded(str(path), path.read_bytes())
    if text is None:
        raise ValueError(str(problem))
    return text


def write_label_studio(articles: Sequence[Labelled], folder: Path) -> None:
    """`tasks.json`, and `interface.xml` for the settings of the project."""
    write(folder / "tasks.json", _json([label_studio.task(article) for article in articles]))
    write(folder / "interface.xml", label_studio.config())


def read_label_studio(path: Path) -> Iterator[Labelled]:
    """The tasks of an export."""
    for number, task in enumerate(_items(path), start=1):
        yield label_studio.read(task, f"{path}: task {number}")


def write_brat(articles: Sequence[Labelled], folder: Path) -> None:
    """A `.txt` and an `.ann` for every article, and `annotation.conf`."""
    for article in articles:
        write(place(folder, article.doc, ".txt"), article.text)
        write(place(folder, article.doc, ".ann"), brat.annotations(article))
    write(folder / "annotation.conf", brat.config())


def read_brat(path: Path) -> Iterator[Labelled]:
    """The texts of a folder that have an `.ann` beside them. Raises ValueError for a folder without any."""
    files = sorted(path.rglob("*.ann"))
    if not files:
        raise ValueError(f"{path}: the folder holds no .ann file")
    for file in files:
        doc = file.relative_to(path).with_suffix("").as_posix()
        yield brat.read(doc, _text(file.with_suffix(".txt")), _text(file), place=str(file))


def write_docbin(articles: Sequence[Labelled], folder: Path) -> None:
    """`facts.spacy`."""
    (folder / "facts.spacy").write_bytes(spacy_docs.doc_bin(articles).to_bytes())


def read_docbin(path: Path) -> Iterator[Labelled]:
    """The articles of a `.spacy` file."""
    if path.is_dir():
        raise ValueError(f"{path}: is a folder; give the .spacy file")
    return spacy_docs.from_doc_bin(path.read_bytes(), str(path))


def write_displacy(articles: Sequence[Labelled], folder: Path) -> None:
    """`facts.json`, a list for `spacy.displacy.render(…, manual=True)`."""
    write(folder / "facts.json", _json([spacy_docs.displacy(article) for article in articles]))


def read_displacy(path: Path) -> Iterator[Labelled]:
    """The drawings of a list."""
    for number, drawn in enumerate(_items(path), start=1):
        yield spacy_docs.from_displacy(drawn, f"{path}: item {number}")


WRITERS: dict[str, Writer] = {"label-studio": write_label_studio, "brat": write_brat, "docbin": write_docbin, "displacy": write_displacy}
READERS: dict[str, Reader] = {"label-studio": read_label_studio, "brat": read_brat, "docbin": read_docbin, "displacy": read_displacy}
