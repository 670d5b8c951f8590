"""Gold as a regression test of one's own: one line in a test of pytest, or of any other runner.

    from extractor.testing import assert_facts_match

    def test_facts_of_our_articles():
        assert_facts_match("gold/storm.gold")
"""
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from extractor.alignment import Row, overlapping
from extractor.article import Article
from extractor.extractor import Extractor
from extractor.gold_files import marked
from extractor.markup import SUFFIX
from extractor.markup import read as read_marked
from extractor.reading import read
from extractor.score_tables import brief, place
from extractor.scoring import ALL, WAYS, Report, Score, grouped, rows, score

SHOWN = 50      # differences told


@cache
def _extractor() -> Extractor:
    return Extractor()


def assert_facts_match(gold: str | Path, articles: str | Path | Iterable[Article] | None = None, *, way: str = "strict",
                       at_least: float = 1.0, columns: Sequence[str] = ("unit",), date: str | None = None,
                       extractor: Extractor | None = None) -> None:
    """Assert that the facts extracted from the articles are those of gold; the AssertionError lists the differences.

    `gold` is a `.gold` file, which holds its article, or facts as `.jsonl`, or a folder of either. The articles of `.jsonl`
    are found beside it, or in the folder `corpus` next to its own, under the ids that gold has; `articles` says where else,
    or gives them. `way` is one of `strict`, `overlap`, `value`, `span`, and its F1 must be `at_least` so much; with 1.0, the
    `columns` must be right in all facts, too, as far as gold labels them. `date` is given to articles that bring none.
    Raises ValueError where gold or an article cannot be read.
    """
    __tracebackhide__ = True
    if way not in WAYS:
        raise ValueError(f"way is one of {', '.join(WAYS)}: {way!r}")
    golds, texts = _gold(Path(gold), articles, date)
    using = extractor or _extractor()
    found = [fact.model_dump() for article in texts for fact in using.facts(article)]
    report = score(golds, found, [article.id for article in texts])
    wrong = [*_missed(report, way, at_least), *(_columns(golds, found, columns) if at_least >= 1 else ())]
    assert not wrong, f"facts do not match {gold}:\n" + "\n".join(wrong[:SHOWN] + ["…"] * (len(wrong) > SHOWN))


def _gold(path: Path, articles: str | Path | Iterable[Article] | None, date: str | None) -> tuple[list[Row], list[Article]]:
    """The rows of gold and the articles that they belong to."""
    if articles is None and (path.suffix == SUFFIX or (path.is_dir() and not any(path.rglob("*.jsonl")))):
        drafts = [read_marked(file) for file in marked([path])]
        return [fact for each in drafts for fact in each.facts], [
            Article(id=each.doc, text=each.text, date=each.date or date) for each in drafts]
    golds: list[Row] = list(rows(path))
    if articles is None or isinstance(articles, str | Path):
        folder = path if path.is_dir() else path.parent
        places = [Path(articles)] if articles is not None else [folder, folder.parent / "corpus", folder / "corpus"]
        return golds, [_article(doc, places, date) for doc in grouped(golds)]
    return golds, list(articles)


def _article(doc: str, places: Sequence[Path], date: str | None) -> Article:
    """The article of that id: a text file in one of the folders, or the file given. Raises ValueError where there is none."""
    candidates = [place / f"{doc}.txt" if place.is_dir() or not place.exists() else place for place in places]
    for path in candidates:
        if path.is_file():
            items = list(read([str(path)], date))
            chosen = [item for item in items if isinstance(item, Article) and (item.id == doc or path.suffix == ".txt")]
            if chosen:
                return chosen[0].model_copy(update={"id": doc})
            raise ValueError("; ".join(str(item) for item in items if not isinstance(item, Article)) or f"{path}: has no article {doc!r}")
    raise ValueError(f"there is no article {doc!r} at {', '.join(map(str, candidates))}")


def _missed(report: Report, way: str, at_least: float) -> list[str]:
    """What to say where the score is too low: the score, and every difference."""
    total = report.scores[way][ALL]
    f1 = total.f1 if total != Score() else 1.0          # no facts, and none found
    if f1 >= at_least:
        return []
    return [f"F1 {f1:.4f} ({way}) is below {at_least}",
            *(f"{name:9} {place(gold or found or {})}  gold {brief(gold)}  found {brief(found)}" for name, gold, found in report.errors)]


def _columns(golds: Sequence[Row], found: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    """Where a column of a fact is not what gold says."""
    facts = grouped(found)
    for doc, labelled in grouped(golds).items():
        for gold in labelled:
            fact = next((each for each in facts.get(doc, []) if each["type"] == gold["type"] and overlapping(gold, each)), None)
            for name in columns:
                if fact is not None and name in gold and gold[name] != fact[name]:
                    yield f"{name:9} {place(gold)}  {gold.get('text')!r}  gold {gold[name]!r}  found {fact[name]!r}"
