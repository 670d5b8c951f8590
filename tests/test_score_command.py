"""`extractor score` with its options, as a user runs it."""
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from extractor.cli import app


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["score", *map(str, arguments)], env={"COLUMNS": "100"})


def fact(doc: str, start: int, number: float, **columns: Any) -> dict[str, Any]:
    return {"doc": doc, "type": "money", "text": "$5", "start": start, "end": start + 2, "number": number, "unit": "USD"} | columns


def lines(path: Path, *facts: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in facts), encoding="utf8")
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Gold of two articles, the facts of a worse run and of a better one."""
    return {"gold": lines(tmp_path / "gold.jsonl", fact("a", 0, 5), fact("a", 9, 6), fact("b", 0, 7)),
            "worse": lines(tmp_path / "worse.jsonl", fact("a", 0, 5, unit="CAD"), fact("b", 0, 8)),
            "better": lines(tmp_path / "better.jsonl", fact("a", 0, 5), fact("a", 9, 6), fact("b", 0, 8)),
            "floors": tmp_path / "floors.json"}


def test_json_has_scores_intervals_schemas_and_columns(files: dict[str, Path]) -> None:
    report = json.loads(run(files["gold"], "--facts", files["better"], "--json").stdout)
    assert report["strict"]["all"] == {"precision": 0.6667, "recall": 0.6667, "f1": 0.6667, "gold": 3, "found": 3}
    assert report["span"]["money"]["f1"] == 1 and report["intervals"]["strict"]["all"] == [0.0, 1.0]
    assert report["semeval"]["strict"]["all"]["correct"] == 3 and report["columns"]["number"] == 0.6667
    assert report["documents"] == 2 and report["fallen"] == [] and "changes" not in report


def test_the_table_holds_the_same_and_fits_a_screen(files: dict[str, Path]) -> None:
    output = run(files["gold"], "--facts", files["better"], "--errors").stdout
    assert "money     3      3  66.7  66.7  66.7  0–100     66.7   66.7  100.0" in output
    assert "different b:0-2  gold money '$5' number=7  found money '$5' number=8" in output
    assert max(map(len, output.splitlines())) <= 100 and "…" not in output


def test_compare_tells_what_changed_and_which_way(files: dict[str, Path]) -> None:
    output = run(files["gold"], "--facts", files["better"], "--compare", files["worse"]).stdout
    assert "changed  better a:0-2  '$5'  unit: 'CAD' → 'USD'" in output
    assert "gained   better a:9-11" in output and "1 gained, 0 lost, 1 changed; by gold 2 better, 0 worse" in output
    report = json.loads(run(files["gold"], "--facts", files["better"], "--compare", files["worse"], "--json").stdout)
    assert [change["kind"] for change in report["changes"]] == ["changed", "gained"]


def test_floors_are_pinned_raised_held_and_not_lowered(files: dict[str, Path]) -> None:
    def score(facts: str, *options: str) -> Result:
        return run(files["gold"], "--facts", files[facts], "--floor", files["floors"], *options)

    assert score("worse", "--pin").exit_code == score("better").exit_code == score("better", "--pin").exit_code == 0
    pinned = files["floors"].read_bytes()
    fallen = score("worse")
    assert fallen.exit_code == 1 and "strict all is 0.4000, below its floor of 0.6667" in fallen.stderr
    refused = score("worse", "--pin")
    assert refused.exit_code == 1 and "give --lower if they shall" in refused.stderr and files["floors"].read_bytes() == pinned
    assert score("worse", "--pin", "--lower").exit_code == score("worse").exit_code == 0


@pytest.mark.parametrize(("options", "code", "message"), [
    (("--pin",), 2, "--pin goes with --floor FILE"),
    (("--floor", "{tmp}/floors.json", "--lower"), 2, "--lower with --pin"),
    (("--floor", "{tmp}/floors.json"), 1, "floors.json"),
    (("--compare", "{tmp}/old.jsonl"), 1, "old.jsonl"),
    (("--floor", "{tmp}/gold.jsonl"), 1, "is no file of floors"),
])
def test_what_cannot_be_done_is_said(files: dict[str, Path], tmp_path: Path, options: tuple[str, ...], code: int, message: str) -> None:
    done = run(files["gold"], "--facts", files["better"], *(option.format(tmp=tmp_path) for option in options))
    assert (done.exit_code, message in done.stderr) == (code, True), done.output


def test_facts_in_an_article_whose_gold_is_empty_are_extra(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    lines(tmp_path / "gold" / "a.jsonl", fact("a", 0, 5))
    lines(tmp_path / "gold" / "b.jsonl")
    found = lines(tmp_path / "facts.jsonl", fact("a", 0, 5), fact("b", 0, 5), fact("c", 0, 5))
    report = json.loads(run(tmp_path / "gold", "--facts", found, "--json").stdout)
    assert report["strict"]["all"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "gold": 1, "found": 2}


def test_gold_of_other_articles_is_told(files: dict[str, Path], tmp_path: Path) -> None:
    done = run(lines(tmp_path / "other.jsonl", fact("folder/a", 0, 5)), "--facts", files["better"])
    assert done.exit_code == 1 and "none of its articles is among those given: it has 'folder/a', they have 'a'" in done.stderr
    (tmp_path / "a.txt").write_text("$5 + 4 = $5", encoding="utf8")
    done = run(files["gold"], "--corpus", tmp_path / "a.txt", "--no-syntax")
    assert done.exit_code == 0 and "1 of its 2 articles are not among those given: b" in done.stderr


def test_gold_of_another_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It cost $7.", encoding="utf8")
    done = run(lines(tmp_path / "gold.jsonl", fact("a", 8, 5)), "--corpus", tmp_path / "a.txt", "--no-syntax")
    assert done.exit_code == 1 and "a:8-10: the gold has '$5' where the article has '$7'" in done.stderr


@pytest.mark.parametrize(("name", "content", "told"), [
    ("missing.jsonl", None, "missing.jsonl: No such file or directory"),
    ("latin.jsonl", b'{"doc": "caf\xe9"}', "latin.jsonl: is not UTF-8 (byte 12)"),
    ("empty.jsonl", b"", "empty.jsonl: holds no facts"), ("broken.jsonl", b'{"doc": "a",', "broken.jsonl:1: is not JSON"),
    ("list.jsonl", b"[1, 2]", "list.jsonl:1: is no fact"),
])
@pytest.mark.parametrize("option", ["gold", "--facts", "--compare"])
def test_files_that_cannot_be_read_are_named(files: dict[str, Path], tmp_path: Path, name: str, content: bytes | None, told: str,
                                             option: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    gold, facts, *rest = {"gold": (path, files["better"]), "--facts": (files["gold"], path),
                          "--compare": (files["gold"], files["better"], "--compare", path)}[option]
    done = run(gold, "--facts", facts, *rest)
    assert done.exit_code == 1 and told in done.stderr and "Errno" not in done.stderr


def test_no_article_and_no_common_article_are_told(files: dict[str, Path], tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = run(files["gold"], "--corpus", tmp_path / "none", "--no-syntax")
    assert done.exit_code == 1 and "there is no article to score" in done.stderr and not done.stdout
    done = run(files["gold"], "--facts", files["better"], "--compare", lines(tmp_path / "old.jsonl", fact("c", 0, 5)))
    assert done.exit_code == 1 and "old.jsonl: none of its articles is among those given" in done.stderr
