"""Time the extractor beside what a user would use instead, on the project's own corpus, interleaved in one run.

    python benchmarks/speed.py [--rounds 5] [--plot speed.png]

Contestants, one thread each, over the full text of every article of `corpus/`:

    tokenizer   spaCy's blank English tokenizer: the floor under anything built on spaCy
    sm shape    tagger, parser and names of en_core_web_sm's shape with random weights: the same arithmetic, spaCy's defaults
    chain       quantulum3.parser.parse and dateparser.search.search_dates, sentence by sentence
    rules       the extractor without its trained pipeline
    extractor   the extractor as it comes

Prints characters a second (median over rounds, CPU time) with the ratio to the extractor, the extractor's time by stage, its start-up
and peak memory.
"""
import os

for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")

import argparse
import datetime
import logging
import random
import resource
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from extractor import Article, Extractor, claims, links, numbers, sentences
from extractor.extractor import proposals, qualify
from extractor.reading import read
from extractor.syntax import Syntax
from extractor.times import anchor, grammar

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
TAGS, RELATIONS, LABELS = 48, 44, 18     # how many labels en_core_web_sm has


def sm_shape(words: list[str]) -> Any:
    """A pipeline of en_core_web_sm's shape with random weights."""
    import spacy
    from spacy.training import Example

    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "rows": [5000, 1000, 2500, 2500, 50, 50],
                  "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"], "include_static_vectors": False},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3}}})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name in ("parser", "ner"):
        nlp.add_pipe(name, config={"model": {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": name, "extra_state_tokens": False, "hidden_width": 64,
            "maxout_pieces": 2, "use_upper": True, "tok2vec": listener}})
    chance = random.Random(0)
    examples = []
    for start in range(0, len(words), 20):
        chunk = words[start:start + 20]
        examples.append(Example.from_dict(nlp.make_doc(" ".join(chunk)), {
            "words": chunk, "tags": [f"T{chance.randrange(TAGS)}" for _ in chunk],
            "heads": [max(0, i - chance.choice([1, 1, 2])) for i in range(len(chunk))],
            "deps": ["ROOT", *(f"d{chance.randrange(RELATIONS)}" for _ in chunk[1:])],
            "entities": [f"B-E{chance.randrange(LABELS)}" if chance.random() < 0.1 else "O" for _ in chunk]}))
    nlp.initialize(lambda: examples)
    return nlp


def contestants(articles: list[Article]) -> dict[str, Callable[[], object]]:
    """Each contestant as a function that goes over all articles once."""
    import dateparser.search
    import spacy
    from quantulum3 import parser

    blank, ours, rules = spacy.blank("en"), Extractor(), Extractor(syntax=False)
    small = sm_shape([word for article in articles for word in article.text.split()])

    def chain() -> None:
        for article in articles:
            settings = {"RELATIVE_BASE": datetime.datetime(2024, 4, 23)}
            for start, end in sentences.split(article.text):
                parser.parse(article.text[start:end])
                dateparser.search.search_dates(article.text[start:end], languages=["en"], settings=settings)

    return {
        "tokenizer": lambda: [blank.make_doc(article.text) for article in articles],
        "sm shape": lambda: list(small.pipe((article.text for article in articles), batch_size=64)),
        "chain": chain,
        "rules": lambda: [rules.facts(article) for article in articles],
        "extractor": lambda: [ours.facts(article) for article in articles],
    }


def stages(articles: list[Article]) -> dict[str, float]:
    """Seconds of CPU time that the extractor spends in each stage over all articles."""
    spent: dict[str, float] = {}

    @contextmanager
    def timed(stage: str) -> Iterator[None]:
        started = time.process_time()
        yield
        spent[stage] = spent.get(stage, 0.0) + time.process_time() - started

    extractor, syntax = Extractor(), Syntax()
    syntax.read(extractor.mentions(articles[0]))                 # loads the pipeline
    for article in articles:
        with timed("sentences"):
            spans = list(sentences.shortened(article.text, sentences.split(article.text)))
        with timed("numbers"):
            for start, end in spans:
                numbers.find(article.text, start, end)
        with timed("times"):
            for start, end in spans:
                grammar.find(article.text, start, end)
        found = extractor.mentions(article)
        with timed("syntax"):
            syntax.read(found)
        with timed("times"):
            anchor.resolve(found, article.date)
        kept = []
        with timed("kinds and claims"):
            for sentence in found:
                winners, _ = claims.settle(proposals(sentence))
                qualify(sentence, winners)
                kept += winners
        with timed("links"):
            links.link(article, found, kept)
    return spent


def measure(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """The median CPU seconds of each contestant, in turn so that a machine whose speed drifts treats all alike."""
    for run in runs.values():
        run()                                                    # warm
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            started = time.process_time()
            run()
            times[name].append(time.process_time() - started)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def start_up() -> float:
    """Wall seconds of one article through the command, imports and model included (median of five)."""
    article = sorted(CORPUS.glob("*.txt"))[0]
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-m", "extractor", "extract", str(article)], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def plot(speeds: dict[str, float], path: Path) -> None:
    """A bar chart of characters a second on a logarithmic scale."""
    try:
        from matplotlib import pyplot
    except ModuleNotFoundError:
        raise SystemExit("--plot needs matplotlib: pip install matplotlib") from None
    ranked = dict(sorted(speeds.items(), key=lambda item: -item[1]))
    figure, axes = pyplot.subplots(figsize=(7, 2.6))
    bars = axes.barh(list(ranked), list(ranked.values()), color=["#1f6f8b" if name == "extractor" else "#999" for name in ranked])
    axes.bar_label(bars, labels=[f"{speed:,.0f}" for speed in ranked.values()], padding=3)
    axes.set(xscale="log", xlim=(10_000, 20_000_000), xlabel="characters a second, one thread (logarithmic)")
    axes.spines[["top", "right"]].set_visible(False)
    axes.invert_yaxis()
    figure.tight_layout()
    figure.savefig(path, dpi=150)


def main() -> None:
    """Run the benchmark and print its table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--plot", type=Path, help="write a bar chart to this file (needs matplotlib)")
    chosen = options.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    articles = [item for item in read([str(CORPUS)]) if isinstance(item, Article)]
    characters = sum(len(article.text) for article in articles)
    seconds = measure(contestants(articles), chosen.rounds)
    speeds = {name: characters / each for name, each in seconds.items()}
    title = f"{len(articles)} articles, {characters:,} characters"
    table = Table("", "characters/s", "ms an article", "extractor is … times as fast", title=title)
    for name, each in seconds.items():
        table.add_row(name, f"{speeds[name]:,.0f}", f"{1000 * each / len(articles):.2f}", f"{each / seconds['extractor']:.2f}")
    console = Console()
    console.print(table)
    spent = stages(articles)
    console.print("by stage: " + ", ".join(f"{name} {100 * each / sum(spent.values()):.0f}%" for name, each in spent.items()))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    console.print(f"start-up, one article: {start_up():.2f} s; peak memory, all contestants in one process: {memory:.0f} MB")
    if chosen.plot:
        plot(speeds, chosen.plot)


if __name__ == "__main__":
    main()
