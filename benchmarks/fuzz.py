"""Feeds the extractor broken and blended articles, and stops at the first that it does not survive.

    python benchmarks/fuzz.py [--minutes 30] [--seed 0]

Hypothesis cuts the articles of `corpus/` into pieces and puts them together with odd characters, figures and repetitions. Every
text must be read without an exception, in at most two seconds of CPU time, with offsets that fit, and twice the same. A text that
fails is made as short as it can be and printed; the exit code is then 1.
"""
import argparse
import re
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from rich.console import Console

from extractor import Article, Extractor, Fact
from extractor.reading import read

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LIMIT = 2.0          # seconds of CPU time a text
ROUND = 500          # texts between two looks at the clock
TEXTS = [item.text for item in read([str(CORPUS)]) if isinstance(item, Article)]
WORDS = sorted({word for text in TEXTS for word in re.findall(r"\S+", text)})
MARKS = ["$", "€", "£", "%", "-", "–", "/", ":", ".", ",", "(", ")", "[", "'", "’", "\"", "\u00a0", "\u2009", "\r\n", "\n\n", "\t",
         "\u200b", "e\u0301", "👍🏽", "½", "²", "°", "٣", "Ⅳ", "\ufeff", "\x00", "\u202e", "+", "~", "&", "#", "@", "_", "|"]


@st.composite
def stretches(draw: st.DrawFn) -> str:
    """A stretch of an article, cut anywhere."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text) - 1))
    return text[start:start + draw(st.integers(1, 300))]


FIGURES = st.one_of(st.integers(0, 10**18).map(str),
                    st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str),
                    st.from_regex(r"[0-9]{1,3}([.,:/ -][0-9]{1,4}){0,4}", fullmatch=True))
PIECES = st.one_of(stretches(), st.sampled_from(WORDS), FIGURES, st.sampled_from(MARKS),
                   st.sampled_from([" ", ". ", ", ", " to ", " and "]),
                   st.text(max_size=8), st.tuples(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), st.integers(2, 60)).map(
                       lambda pair: pair[0] * pair[1]))
ARTICLES = st.lists(PIECES, max_size=30).map("".join)
DATES = st.one_of(st.none(), st.dates().map(str))


def spans(fact: Fact) -> list[tuple[int | None, int | None, str | None]]:
    """Start, end and text of everything in a fact that has offsets."""
    found: list[tuple[int | None, int | None, str | None]] = [
        (fact.start, fact.end, fact.text), (fact.sentence_start, fact.sentence_end, fact.sentence)]
    if fact.subject is not None:
        found.append((fact.subject_start, fact.subject_end, fact.subject))
    return found + [(entity.start, entity.end, entity.text) for entity in fact.entities]


def check(extractor: Extractor, text: str, date: str | None) -> int:
    """Read one text; how many facts it gave. Raises AssertionError, or whatever the extractor raises."""
    started = time.process_time()
    facts = extractor.extract(text, date=date)
    took = time.process_time() - started
    assert took <= LIMIT, f"took {took:.1f} s"
    for fact in facts:
        for start, end, written in spans(fact):
            assert text[start:end] == written, f"{written!r} is not at {start}-{end}"
    assert extractor.extract(text, date=date) == facts, "gave other facts the second time"
    return len(facts)


def main() -> None:
    """Fuzz until the time is out or a text fails."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--minutes", type=float, default=30)
    options.add_argument("--seed", type=int, default=0)
    chosen = options.parse_args()
    extractor, console = Extractor(), Console(stderr=True)
    extractor.extract("Warm up on 3 May.")
    counted = {"texts": 0, "facts": 0}

    @settings(max_examples=ROUND, deadline=None, database=None, phases=[Phase.generate, Phase.shrink],
              suppress_health_check=list(HealthCheck))
    @given(ARTICLES, DATES)
    def survives(text: str, date: str | None) -> None:
        counted["texts"] += 1
        counted["facts"] += check(extractor, text, date)

    end, number = time.monotonic() + 60 * chosen.minutes, chosen.seed
    with console.status("") as status:
        while time.monotonic() < end:
            try:
                seed(number)(survives)()
            except Exception:
                traceback.print_exc()
                sys.exit(1)
            number += 1
            status.update(f"{counted['texts']:,} texts, {counted['facts']:,} facts")
    seeds = f"seeds {chosen.seed} to {number - 1}"
    Console().print(f"{counted['texts']:,} texts read twice, {counted['facts']:,} facts, nothing found ({seeds})")


if __name__ == "__main__":
    main()
