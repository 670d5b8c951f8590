"""`extractor gold …` on real files and bad ones, as a user runs it."""
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from extractor.cli import app
from extractor.exchange.files import READERS

TEXT = "LONDON, March 5 (Reuters) - Sales rose 7% to $3 billion.\r\nThey were $2 billion a year earlier."


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["gold", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "sales.txt").write_bytes(TEXT.encode())
    return tmp_path


@pytest.fixture
def drafted(folder: Path) -> Path:
    """The folder, with a draft of its article."""
    done = run("new", folder / "corpus", "-o", folder / "gold", "--date", "2024-03-06", "--no-syntax")
    assert done.exit_code == 0, done.output
    return folder


def test_a_draft_becomes_json_lines_that_score_one(drafted: Path) -> None:
    draft = (drafted / "gold/sales.gold").read_bytes().decode()
    assert "date: 2024-03-06\n" in draft and "[$3 billion](" in draft
    done = run("check", drafted / "gold", "-o", drafted / "gold", "--corpus", drafted / "corpus")
    assert done.exit_code == 0 and "sales.gold: " in done.stdout
    rows = [json.loads(line) for line in (drafted / "gold/sales.jsonl").read_text(encoding="utf8").splitlines()]
    assert all(TEXT[row["start"]:row["end"]] == row["text"] for row in rows) and "sentence" not in rows[0]
    scored = CliRunner().invoke(app, ["score", str(drafted / "gold"), "--corpus", str(drafted / "corpus"), "--date", "2024-03-06",
                                      "--no-syntax", "--json"])
    assert json.loads(scored.stdout)["strict"]["all"]["f1"] == 1


def test_work_of_hands_is_not_overwritten(drafted: Path) -> None:
    again = run("new", drafted / "corpus", "-o", drafted / "gold", "--no-syntax")
    assert (again.exit_code, "sales.gold: is there already; --force overwrites it" in again.stderr) == (1, True)
    assert run("new", drafted / "corpus", "-o", drafted / "gold", "--no-syntax", "--force").exit_code == 0


def test_facts_that_are_there_can_be_marked(drafted: Path) -> None:
    run("check", drafted / "gold", "-o", drafted)
    before = (drafted / "gold/sales.gold").read_bytes()
    done = run("new", drafted / "corpus", "-o", drafted / "gold", "--facts", drafted / "sales.jsonl", "--force", "--date", "2024-03-06")
    assert done.exit_code == 0 and (drafted / "gold/sales.gold").read_bytes() == before


def test_what_is_wrong_is_told_and_the_rest_is_written(drafted: Path) -> None:
    (drafted / "gold/bad.gold").write_text("doc: bad\n---\n[$5](money 5)\n[$6](wealth)\n", encoding="utf8")
    done = run("check", drafted / "gold", "-o", drafted / "out")
    assert done.exit_code == 1 and [path.name for path in (drafted / "out").iterdir()] == ["sales.jsonl"]
    assert [line.split("bad.gold:")[1][:2] for line in done.stderr.splitlines()] == ["4:", "3:"]


def test_a_text_that_is_not_the_articles_is_told_with_its_line(folder: Path) -> None:
    (folder / "sales.gold").write_text("doc: sales\n---\n" + TEXT.replace("earlier", "before"), encoding="utf8", newline="")
    done = run("check", folder / "sales.gold", "--corpus", folder / "corpus")
    assert (done.exit_code, "line 2 of the article differs" in done.stderr) == (1, True)
    (folder / "sales.gold").write_text("doc: other\n---\n", encoding="utf8")
    assert "the corpus has no article 'other'" in run("check", folder / "sales.gold", "--corpus", folder / "corpus").stderr


FORMS = [("label-studio", "tasks.json"), ("brat", "."), ("docbin", "facts.spacy"), ("displacy", "facts.json")]


@pytest.mark.parametrize(("form", "file"), FORMS)
def test_every_form_comes_back(drafted: Path, form: str, file: str) -> None:
    run("check", drafted / "gold", "-o", drafted / "lines")
    one = run("export", drafted / "gold/sales.gold", "--to", form, "-o", drafted / "one")
    other = run("export", drafted / "lines", "--corpus", drafted / "corpus", "--to", form, "-o", drafted / "other")
    assert (one.exit_code, other.exit_code) == (0, 0), one.output + other.output
    back = run("import", drafted / "one" / file, "--from", form, "-o", drafted / "back")
    assert back.exit_code == 0, back.output
    dated = form != "brat"
    draft = (drafted / "gold/sales.gold").read_bytes()
    assert (drafted / "back/sales.gold").read_bytes() == (draft if dated else draft.replace(b"date: 2024-03-06\n", b""))
    facts, = READERS[form](drafted / "other" / file)
    assert facts.text == TEXT and len(facts.facts) > 3


@pytest.mark.parametrize(("arguments", "message"), [
    (("check", "{tmp}/missing.gold"), "missing.gold: No such file"),
    (("check", "{tmp}/corpus"), "the folder holds no .gold file"),
    (("export", "{tmp}/gold/sales.jsonl", "--to", "brat", "-o", "{tmp}/x"), "there is no article 'sales'; name it with --corpus"),
    (("export", "{tmp}/gold/sales.jsonl", "--to", "brat", "-o", "{tmp}/x", "--corpus", "{tmp}"), "(there is 'corpus/sales': an article's"),
    (("import", "{tmp}/corpus", "--from", "brat"), "the folder holds no .ann file"),
    (("import", "{tmp}/corpus", "--from", "label-studio"), "corpus: is a folder; give the JSON file"),
    (("import", "{tmp}/corpus", "--from", "docbin"), "corpus: is a folder; give the .spacy file"),
    (("import", "{tmp}/corpus/sales.txt", "--from", "label-studio"), "is not JSON"),
    (("import", "{tmp}/corpus/sales.txt", "--from", "docbin"), "sales.txt: is no DocBin"),
    (("new", "{tmp}/corpus", "--facts", "{tmp}/corpus/sales.txt"), "sales.txt:1: is not JSON"),
    (("new", "{tmp}/missing.txt"), "no such file"),
])
def test_what_cannot_be_done_is_said(drafted: Path, arguments: tuple[str, ...], message: str) -> None:
    run("check", drafted / "gold", "-o", drafted / "gold")
    done = run(*(argument.format(tmp=drafted) for argument in arguments))
    assert (done.exit_code, message in done.stderr) == (1, True), done.output


@pytest.mark.parametrize("doc", ["../out", "/out", "a/../../out", "..", "a\\b"])
def test_an_id_cannot_lead_out_of_the_folder(tmp_path: Path, doc: str) -> None:
    (tmp_path / "tasks.json").write_text(json.dumps([{"data": {"text": "It cost 5.", "doc": doc}, "annotations": []}]), encoding="utf8")
    done = run("import", tmp_path / "tasks.json", "--from", "label-studio", "-o", tmp_path / "gold")
    assert (done.exit_code, "cannot name a file" in done.stderr) == (1, True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["tasks.json"]
