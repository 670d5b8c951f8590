"""Many articles: workers, limits, failures, and runs that are broken off and resumed."""
import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from extractor import Article, Extractor
from extractor.journal import Journal
from extractor.pool import Failure

ARTICLES = [Article(id=str(n), text=f"It cost ${n} million in May {1990 + n}. " * (n % 7 + 1)) for n in range(1, 41)]


class Poisoned(Extractor):
    """Fails, hangs, dies or eats memory on what an article says."""

    def read(self, article: Article) -> Any:
        match article.text:
            case "fail":
                raise ValueError("poison")
            case "hang":
                time.sleep(60)
            case "die":
                signal.raise_signal(signal.SIGKILL)
            case "eat":
                bytearray(8 << 30)
        return super().read(article)

    def __reduce__(self) -> tuple[Any, ...]:
        return Poisoned, ()

    def __init__(self) -> None:
        super().__init__(syntax=False)


def test_workers_change_nothing(rules: Extractor) -> None:
    alone = list(rules.pipe(ARTICLES))
    assert alone == list(rules.pipe(ARTICLES, workers=2)) == list(rules.pipe(ARTICLES, workers=3, seconds=30))


@pytest.mark.parametrize(("text", "limits", "error"), [
    ("fail", {}, "ValueError: poison"),
    ("fail", {"workers": 2}, "ValueError: poison"),
    ("hang", {"seconds": 1.5}, "took longer than 1.5 seconds"),
    ("die", {"workers": 2}, "its worker ended"),
    ("die", {"seconds": 30}, "its worker ended"),
    ("eat", {"megabytes": 2000}, "MemoryError"),
])
def test_one_bad_article_fails_alone(text: str, limits: dict[str, Any], error: str) -> None:
    articles = [ARTICLES[0], Article(id="bad", text=text), *ARTICLES[1:6]]
    outcomes = [outcome for _, outcome in Poisoned().pipe(articles, **limits)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    assert [(failure.id, error in failure.error) for failure in failures] == [("bad", True)], failures
    assert isinstance(outcomes[1], Failure) and all(isinstance(outcome, list) and outcome for outcome in outcomes[:1] + outcomes[2:])


def test_errors_may_be_raised() -> None:
    with pytest.raises(RuntimeError, match=r"bad: .*poison"):
        list(Poisoned().pipe([Article(id="bad", text="fail")], errors="raise"))


def test_no_workers_is_an_error(rules: Extractor) -> None:
    with pytest.raises(ValueError, match="at least one"):
        list(rules.pipe(ARTICLES, workers=0))


def test_what_a_killed_run_left_half_written_is_cut_off(tmp_path: Path, rules: Extractor) -> None:
    output, rejects = tmp_path / "facts.jsonl", tmp_path / "rejects.jsonl"

    def write(journal: Journal, articles: list[Article]) -> None:
        for article in articles:
            if not journal.finished(article.id):
                if article.id == "7":
                    journal.reject(Failure("7", "test", "no seven"))
                else:
                    journal.facts(article.id, rules.facts(article))

    with Journal(output, rejects, {"a": 1}) as journal:
        write(journal, ARTICLES)
    whole = output.read_bytes(), rejects.read_bytes()
    with Journal(output, rejects, {"a": 1}) as journal:
        write(journal, ARTICLES[:12])
    for path, rest in ((output, b'{"doc": "13", "id'), (rejects, b'{"id"'), (journal.path, b'{"id": "13", "outp')):
        with path.open("ab") as stream:
            stream.write(rest)
    with Journal(output, rejects, {"a": 1}, resume=True) as journal:
        write(journal, ARTICLES)
    assert (output.read_bytes(), rejects.read_bytes()) == whole


def test_a_run_is_not_resumed_with_other_options_or_without_a_journal(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to resume"):
        Journal(tmp_path / "x.jsonl", None, {}, resume=True)
    Journal(tmp_path / "x.jsonl", None, {"types": []}).__exit__(None, None, None)
    with pytest.raises(ValueError, match="other options"):
        Journal(tmp_path / "x.jsonl", None, {"types": ["money"]}, resume=True)


def test_killed_at_random_moments_and_resumed_the_output_is_that_of_a_run_left_alone(tmp_path: Path) -> None:
    source, alone, killed = tmp_path / "in.jsonl", tmp_path / "alone.jsonl", tmp_path / "killed.jsonl"
    rows = [{"id": str(n), "text": f"It cost ${n} million in May {1900 + n % 99}. " * 20} for n in range(500)]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    command = [sys.executable, "-m", "extractor", "extract", str(source), "--no-syntax", "-o"]
    subprocess.run([*command, str(alone)], check=True)
    chance, journal = random.Random(4), killed.with_name("killed.jsonl.journal")
    for number in range(5):
        running = subprocess.Popen([*command, str(killed), *["--resume"][:number]])
        while not journal.exists():                            # a busy machine takes long to start
            time.sleep(0.02)
        time.sleep(0.3 + 0.6 * chance.random())
        running.kill()
        running.wait()
    subprocess.run([*command, str(killed), "--resume"], check=True)
    assert killed.read_bytes() == alone.read_bytes()
