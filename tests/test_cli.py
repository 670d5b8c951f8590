"""The command on real files and bad ones, as a user runs it."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "corpus/azerbaijan-russia-relations.txt"


def run(*arguments: object, input: bytes | None = None, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", "extractor", *map(str, arguments)], input=input, capture_output=True,
                          cwd=Path(__file__).resolve().parent.parent, env={**os.environ, **(env or {})})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8"))


def facts(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_extract_writes_json_lines_when_piped_and_to_a_file_alike(tmp_path: Path) -> None:
    piped, filed = run("extract", ARTICLE), run("extract", ARTICLE, "-o", tmp_path / "facts.jsonl")
    assert piped.returncode == filed.returncode == 0
    assert filed.stdout == "" and piped.stdout == (tmp_path / "facts.jsonl").read_text(encoding="utf8")
    assert "$2.78 million" in [fact["text"] for fact in facts(piped.stdout)]


def test_type_filters_and_may_be_repeated() -> None:
    found = facts(run("extract", ARTICLE, "--type", "money", "--type", "percent").stdout)
    assert {fact["type"] for fact in found} == {"money", "percent"}


def test_standard_input_is_text_or_json_lines() -> None:
    text = run("extract", "-", input=b"It cost $5.")
    lines = run("extract", "-", input=b'{"id": "k", "text": "It cost $5."}\n')
    assert [fact["doc"] for fact in facts(text.stdout) + facts(lines.stdout)] == ["stdin", "k"]


def test_date_anchors_what_has_no_year() -> None:
    found = facts(run("extract", "-", "--date", "2024-04-23", input=b"They met on April 11.").stdout)
    assert [fact["date"] for fact in found] == ["2024-04-11"]


def test_partitive_one_is_an_option() -> None:
    text = b"It is one of the main partners."
    assert run("extract", "-", input=text).stdout == ""
    assert [fact["number"] for fact in facts(run("extract", "-", "--partitive-one", input=text).stdout)] == [1]


BAD = [
    (("extract", "no/such/file.txt"), 1, "no/such/file.txt: no such file or folder"),
    (("extract", "{tmp}/empty.txt"), 1, "empty.txt: is empty"),
    (("extract", "{tmp}/folder"), 1, "the folder holds no article"),
    (("extract", "{tmp}/bad.jsonl"), 1, "bad.jsonl:2: is not JSON"),
    (("extract", ARTICLE, "--date", "soon"), 2, "--date soon: is no date; write YYYY-MM-DD"),
    (("extract", ARTICLE, "-o", "{tmp}/no/such/folder/x.jsonl"), 2, "cannot be written"),
    (("extract", ARTICLE, "--type", "wealth"), 2, "wealth"),
    (("extract",), 2, "INPUT"),
    (("score", "gold"), 2, "--corpus"),
    (("score", "{tmp}/empty.txt", "--corpus", ARTICLE), 1, "holds no facts"),
    (("score", "no/gold.jsonl", "--corpus", ARTICLE), 1, "no/gold.jsonl"),
    (("explain", "missing.txt"), 1, "missing.txt: no such file or folder"),
]


@pytest.mark.parametrize(("arguments", "code", "message"), BAD, ids=lambda value: value[-1] if isinstance(value, tuple) else None)
def test_what_cannot_be_done_is_said(tmp_path: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "text": "It cost $5."}\n{\n{"id": "b", "text": "It cost $6."}\n', encoding="utf8")
    done = run(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert (done.returncode, message in done.stderr) == (code, True), done.stderr
    if "bad.jsonl" in message:
        assert [fact["text"] for fact in facts(done.stdout)] == ["$5", "$6"]


def test_text_that_is_not_english_gets_a_warning_and_is_read_all_the_same() -> None:
    done = run("extract", "-", input="Цена выросла до 50 долларов за баррель нефти в четверг.".encode())
    assert (done.returncode, "only English is read" in done.stderr) == (0, True)


def test_score_of_the_corpus_and_of_its_facts_agree(tmp_path: Path) -> None:
    run("extract", ARTICLE, "-o", tmp_path / "facts.jsonl")
    fresh = run("score", "gold/azerbaijan-russia-relations.jsonl", "--corpus", ARTICLE, "--json")
    stored = run("score", "gold/azerbaijan-russia-relations.jsonl", "--facts", tmp_path / "facts.jsonl", "--json")
    assert fresh.returncode == stored.returncode == 0
    assert json.loads(fresh.stdout) == json.loads(stored.stdout)


def test_score_lists_errors(tmp_path: Path) -> None:
    row = {"doc": "a", "type": "money", "text": "$5", "start": 8, "end": 10, "number": 6}
    (tmp_path / "gold.jsonl").write_text(json.dumps(row) + "\n", encoding="utf8")
    (tmp_path / "a.txt").write_text("It cost $5.", encoding="utf8")
    done = run("score", tmp_path / "gold.jsonl", "--corpus", tmp_path / "a.txt", "--errors")
    assert "different a:8-10  gold money '$5' number=6  found money '$5' number=5" in done.stdout


def test_explain_names_rules_refusals_and_what_no_rule_took() -> None:
    done = run("explain", "The Boeing 737 cost $5 million in 2019.", "--no-syntax")
    assert "no fact   11-14 '737'  name." in done.stdout and "money     20-30 '$5 million'  money.symbol" in done.stdout


def test_explain_shows_the_way_through_the_parse() -> None:
    done = run("explain", "Exports rose to $3 million in May from $2 million in April, the ministry said.", "--date", "2024-06-01")
    for way in ("subject: $ ↑obl rose ↓nsubj Exports", "when: $ ↓nmod May", "source: $ ↑obl rose ↑ccomp said ↓nsubj ministry",
                "change_from: $ ↑obl rose ↓obl $"):
        assert way in done.stdout


def test_explain_tells_what_a_time_was_counted_from_and_what_a_value_is_about() -> None:
    done = run("explain", "Sales rose 7% last year.", "--date", "2024-04-23")
    assert "anchored_by=article 2024-04-23" in done.stdout and "subject='Sales'" in done.stdout


def test_the_end_of_fiscal_years_is_an_option() -> None:
    found = facts(run("extract", "-", "--fiscal-year-end", "6", input=b"Profit rose in fiscal 2023.").stdout)
    assert [(fact["date_start"], fact["date_end"]) for fact in found if fact["type"] == "date"] == [("2022-07-01", "2023-06-30")]


def test_a_pipeline_that_is_not_there_is_named() -> None:
    done = run("extract", "-", "--model", "no/such/pipeline", input=b"It cost $5.")
    assert done.returncode == 2 and "no/such/pipeline" in done.stderr


def test_schema_describes_every_column_of_a_fact() -> None:
    schema = json.loads(run("schema").stdout)
    fact = facts(run("extract", "-", input=b"It cost $5.").stdout)[0]
    assert list(schema["properties"]) == list(fact)


def test_version_names_package_and_model() -> None:
    from extractor import __version__
    package, model = run("--version").stdout.splitlines()
    assert package == f"extractor {__version__}" and model.startswith("model ")


def test_a_closed_pipe_is_no_error() -> None:
    done = subprocess.run(f"{sys.executable} -m extractor extract corpus | head -n 1", shell=True, capture_output=True, text=True,
                          cwd=Path(__file__).resolve().parent.parent)
    assert done.stderr == "" and len(done.stdout.splitlines()) == 1


def test_the_same_bytes_under_other_hash_seeds_zones_and_locales() -> None:
    worlds = [{"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
              {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8"},
              {"PYTHONHASHSEED": "random", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}]
    outputs = {run("extract", "corpus", env=world).stdout for world in worlds}
    assert len(outputs) == 1 and outputs != {""}
