"""Files of gold, marked or as JSON Lines, and the articles they belong to → labelled articles, and back to files."""
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from pydantic_core import to_json

from extractor import markup
from extractor.alignment import grouped
from extractor.article import Article
from extractor.labelled import Labelled, labelled
from extractor.scoring import rows


def marked(paths: Iterable[Path]) -> list[Path]:
    """The marked files that are meant: those given, and those of folders in the order of their names.

    Raises ValueError for a folder that holds none.
    """
    found = []
    for path in paths:
        files = sorted(path.rglob("*" + markup.SUFFIX)) if path.is_dir() else [path]
        if not files:
            raise ValueError(f"{path}: the folder holds no {markup.SUFFIX} file")
        found += files
    return found


def read(path: Path, articles: Mapping[str, Article]) -> Iterator[Labelled]:
    """The labelled articles of a marked file, or of facts as JSON Lines (a file or folder) with their articles by id.

    Raises ValueError for an article that is not there and for facts that do not fit.
    """
    if path.suffix == markup.SUFFIX:
        yield markup.read(path)
        return
    for doc, facts in grouped(rows(path)).items():
        if doc not in articles:
            near = next((each for each in articles if PurePosixPath(each).name == PurePosixPath(doc).name), None)
            raise ValueError(f"{path}: there is no article {doc!r}; name it with --corpus"
                             + (f" (there is {near!r}: an article's id is its path below the folder that is given)" if near else ""))
        article = articles[doc]
        yield labelled(doc, article.text, article.date.isoformat() if article.date else None, facts)


def lines(article: Labelled) -> str:
    """The facts as JSON Lines, as `gold/` keeps them."""
    return "".join(to_json(fact).decode() + "\n" for fact in article.facts)


def difference(article: Labelled, text: str) -> int | None:
    """The first line (from 1) in which a marked article's text is not that of the article; None where they are the same."""
    if article.text == text:
        return None
    ours, theirs = article.text.split("\n"), text.split("\n")
    differing = (number for number, (one, other) in enumerate(zip(ours, theirs, strict=False), start=1) if one != other)
    return next(differing, min(len(ours), len(theirs)) + 1)


def place(folder: Path, doc: str, suffix: str) -> Path:
    """The file for an article in a folder, its own folders made. Raises ValueError for an id that leads out of the folder."""
    parts = PurePosixPath(doc).parts
    if not parts or doc.startswith("/") or ".." in parts or "\0" in doc or "\\" in doc:
        raise ValueError(f"the id {doc!r} cannot name a file")
    path = folder.joinpath(*parts[:-1], parts[-1] + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def write(path: Path, content: str, force: bool = True) -> None:
    """Write a text as it is, line ends and all; with `force` false, raise FileExistsError rather than overwrite."""
    with path.open("w" if force else "x", encoding="utf8", newline="") as stream:
        stream.write(content)
