"""Does time or memory grow with the number of articles? Runs the command over ever more of them, each with words of its own.

    python benchmarks/scale.py [--sizes 1000 10000 100000] [--workers 1] [--plot scale.png]

Articles are paragraphs of `corpus/` in which every name, number and year is replaced by a fresh random one, so that no cache can
hide growth. Prints articles a second and the peak memory of the largest process.
"""
import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extractor import Article
from extractor.reading import read

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SHORTEST = 200       # characters of a paragraph
FRESH = re.compile(r"(?P<year>\b(?:19|20)\d\d\b)|(?P<day>\b[1-9]\d?\b(?![.,%]\d))|(?P<digit>\d)|(?<=[a-z,] )(?P<name>[A-Z][a-z]{3,})")
CALENDAR = frozenset("""January February March April June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday""".split())


def name(chance: random.Random) -> str:
    """A pronounceable word that no list has."""
    return "".join(chance.choice("bcdfghklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))).capitalize()


def renewed(text: str, chance: random.Random) -> str:
    """The text with other names, numbers and years."""
    names: dict[str, str] = {}

    def fresh(match: re.Match[str]) -> str:
        found = match.group()
        if match.lastgroup == "name":
            return found if found in CALENDAR else names.setdefault(found, name(chance))
        ranges = {"year": (1900, 2029), "day": (1, 28), "digit": (1, 9)}
        return str(chance.randint(*ranges[match.lastgroup or "digit"]))

    return FRESH.sub(fresh, text)


def articles(size: int) -> Iterator[str]:
    """JSON Lines of so many articles, the same for the same size."""
    whole = [item for item in read([str(CORPUS)]) if isinstance(item, Article)]
    paragraphs = [part for article in whole for part in article.text.split("\n\n") if len(part) >= SHORTEST]
    chance = random.Random(size)
    for number in range(size):
        yield json.dumps({"id": str(number), "text": renewed(chance.choice(paragraphs), chance), "date": "2024-04-23"}) + "\n"


def run(size: int, workers: int) -> tuple[float, float]:
    """Wall seconds of one run of the command, and the peak memory of its largest process in megabytes so far."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        with path.open("w", encoding="utf-8") as stream:
            stream.writelines(articles(size))
        started = time.perf_counter()
        command = [sys.executable, "-m", "extractor", "extract", str(path), "--workers", str(workers)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def plot(sizes: list[int], figures: list[tuple[float, float]], path: Path) -> None:
    """Articles a second and peak memory over the number of articles."""
    try:
        from matplotlib import pyplot
    except ModuleNotFoundError:
        raise SystemExit("--plot needs matplotlib: pip install matplotlib") from None
    figure, (rate, memory) = pyplot.subplots(1, 2, figsize=(8, 2.8))
    rate.plot(sizes, [size / seconds for size, (seconds, _) in zip(sizes, figures, strict=True)], marker="o")
    memory.plot(sizes, [megabytes for _, megabytes in figures], marker="o")
    for axes, label in ((rate, "articles a second"), (memory, "peak memory, MB")):
        axes.set(xscale="log", xlabel="articles", ylabel=label)
        axes.set_ylim(bottom=0)
    figure.tight_layout()
    figure.savefig(path, dpi=150)


def main() -> None:
    """Run the sizes in ascending order and print the table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    options.add_argument("--workers", type=int, default=1)
    options.add_argument("--plot", type=Path, help="write a chart to this file (needs matplotlib)")
    chosen = options.parse_args()
    sizes = sorted(chosen.sizes)
    figures = [run(size, chosen.workers) for size in sizes]
    table = Table("articles", "seconds", "articles/s", "peak MB")
    for size, (seconds, megabytes) in zip(sizes, figures, strict=True):
        table.add_row(f"{size:,}", f"{seconds:.1f}", f"{size / seconds:.0f}", f"{megabytes:.0f}")
    Console().print(table)
    if chosen.plot:
        plot(sizes, figures, chosen.plot)


if __name__ == "__main__":
    main()
