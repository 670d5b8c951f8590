"""Scores per article → 95% intervals, by the bootstrap over articles (Efron 1979, percentile method).

Facts of one article share its style and its errors, so articles are drawn, not facts. The draws come from a fixed seed of a
generator whose stream numpy keeps for good: the same scores give the same intervals anywhere. A draw that holds no fact of
a type says nothing about it and is left out there. One article alone gives no interval.
"""
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractor.scoring import Score, Scores

DRAWS = 2000
BLOCK = 100      # draws made at once: memory stays small with many articles
SEED = 20130901
TAILS = (0.025, 0.975)
Interval = tuple[float, float]


def intervals(documents: Mapping[str, Scores]) -> dict[str, dict[str, Interval]]:
    """The 95% interval of F1 per way and type, where there is one; rounded to four places."""
    if len(documents) < 2:
        return {}
    rows = [documents[doc] for doc in sorted(documents)]
    places = [(way, kind) for way, by_type in rows[0].items() for kind in by_type]
    found: dict[str, dict[str, Interval]] = {way: {} for way in rows[0]}
    drawn = f1s(sums(counts(row[way][kind] for row in rows for way, kind in places).reshape(len(rows), len(places), 2)))
    for (way, kind), values in zip(places, drawn.T, strict=True):
        said = values[~np.isnan(values)]
        if said.size:
            low, high = np.quantile(said, TAILS)
            found[way][kind] = (round(float(low), 4), round(float(high), 4))
    return found


def counts(scores: Iterable[Score]) -> NDArray[np.float64]:
    """Hits and errors as a table: whole numbers, so that their sums are exact in any order."""
    return np.array([(score.hits, score.extra + score.missed) for score in scores], dtype=np.float64)


def sums(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The counts (article, place, 2) summed over each draw of as many articles, with replacement: (draw, place, 2)."""
    size, generator = len(table), np.random.RandomState(SEED)
    flat, drawn = table.reshape(size, -1), []
    for _ in range(DRAWS // BLOCK):
        picked = generator.randint(0, size, (BLOCK, size))
        times = np.zeros((BLOCK, size))
        np.add.at(times, (np.arange(BLOCK)[:, None], picked), 1)
        drawn.append(times @ flat)
    return np.concatenate(drawn).reshape(DRAWS, *table.shape[1:])


def f1s(table: NDArray[np.float64]) -> NDArray[Any]:
    """F1 of hits and errors, NaN where there are neither."""
    hits, wrong = table[..., 0], table[..., 1]
    with np.errstate(invalid="ignore"):
        return np.asarray(2 * hits / (2 * hits + wrong))
