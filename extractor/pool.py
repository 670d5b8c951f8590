"""Articles through an extractor, in this process or several: order kept, queues bounded, and no article's failure ends the run.

Time and memory limits need a process that can be ended, so with a limit even one worker is a process of its own. pebble
replaces a worker that was killed; `concurrent.futures` would break its whole pool.
"""
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from extractor.article import Article
from extractor.fact import Fact

if TYPE_CHECKING:
    from extractor.extractor import Extractor

AHEAD = 8            # articles a worker may be ahead of the one that is waited for
MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Failure:
    """An article that could not be read: its id, the stage (module) that failed, and the error."""

    id: str
    stage: str
    error: str


@dataclass(frozen=True)
class Limits:
    """What one article may take: seconds of time, megabytes of a worker's memory; None is no limit."""

    seconds: float | None = None
    megabytes: int | None = None


Outcome: TypeAlias = tuple[Article, list[Fact] | Failure]


def attempt(extractor: "Extractor", article: Article) -> list[Fact] | Failure:
    """One article's facts, or why there are none."""
    try:
        return extractor.facts(article)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        folder = Path(__file__).parent
        inside = [Path(frame.filename).relative_to(folder) for frame in frames if Path(frame.filename).is_relative_to(folder)]
        stage = inside[-1].with_suffix("").as_posix().replace("/", ".") if inside else "extractor"
        return Failure(article.id, stage, f"{type(error).__name__}: {error}".rstrip(": "))


def run(extractor: "Extractor", articles: Iterable[Article], workers: int, limits: Limits) -> Iterator[Outcome]:
    """Yield every article with its facts or its failure, in the order they come in.

    Raises ValueError for fewer than one worker.
    """
    if workers < 1:
        raise ValueError(f"workers is {workers}; at least one is needed")
    if workers == 1 and limits == Limits():
        for article in articles:
            yield article, attempt(extractor, article)
    else:
        yield from _pooled(extractor, articles, workers, limits)


def _pooled(extractor: "Extractor", articles: Iterable[Article], workers: int, limits: Limits) -> Iterator[Outcome]:
    from pebble import ProcessPool

    waiting: deque[tuple[Article, Future[list[Fact] | Failure]]] = deque()
    pool = ProcessPool(max_workers=workers, initializer=_start, initargs=(extractor, limits.megabytes), context=get_context("spawn"))
    try:
        for article in articles:
            waiting.append((article, pool.schedule(_work, args=(article,), timeout=limits.seconds)))
            if len(waiting) >= AHEAD * workers:
                yield _outcome(*waiting.popleft(), limits)
        while waiting:
            yield _outcome(*waiting.popleft(), limits)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def _outcome(article: Article, future: "Future[list[Fact] | Failure]", limits: Limits) -> Outcome:
    """What became of one article in its worker."""
    from pebble import ProcessExpired

    try:
        return article, future.result()
    except TimeoutError:
        return article, Failure(article.id, "pool", f"took longer than {limits.seconds:g} seconds")
    except ProcessExpired as error:
        return article, Failure(article.id, "pool", f"its worker ended: {error}")
    except Exception as error:                                  # what a worker sent could not be read
        return article, Failure(article.id, "pool", f"{type(error).__name__}: {error}")


_extractor: "Extractor | None" = None      # of a worker process, set once as it starts


def _start(extractor: "Extractor", megabytes: int | None) -> None:
    """Make a worker ready, and bound its memory."""
    global _extractor
    if megabytes is not None:
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, megabytes * MEGABYTE))
    _extractor = extractor


def _work(article: Article) -> list[Fact] | Failure:
    assert _extractor is not None
    return attempt(_extractor, article)
