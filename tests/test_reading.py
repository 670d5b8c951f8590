"""Files, folders and streams → articles, and what is said of bad ones."""
import json
import re
from pathlib import Path

import pytest

from extractor.article import Article
from extractor.reading import Problem, count, read


def articles(*inputs: object, date: str | None = None) -> list[Article | Problem]:
    return list(read([str(i) for i in inputs], date))


def test_a_folder_gives_its_articles_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.txt").write_text("One.", encoding="utf8")
    (tmp_path / "a.txt").write_text("Two.", encoding="utf8")
    (tmp_path / "note.md").write_text("Not read.", encoding="utf8")
    assert [a.id for a in articles(tmp_path) if isinstance(a, Article)] == ["a", "b/one"]


def test_lines_bring_id_and_date_or_get_the_number_and_the_date_given(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "k", "text": "One.", "date": "2020-02-03"}\n\n{"text": "Two."}\n{"id": 7, "text": "Three."}\n', encoding="utf8")
    found = [a for a in articles(path, date="2021-01-01") if isinstance(a, Article)]
    assert [(a.id, str(a.date)) for a in found] == [("k", "2020-02-03"), ("3", "2021-01-01"), ("7", "2021-01-01")]


@pytest.mark.parametrize(("raw", "text"), [
    (b"\xef\xbb\xbfA mark.\r\nTwo.", "A mark.\r\nTwo."),              # a byte-order mark is dropped, line ends stay
    ("Ein Café\u00a0– 5 €.".encode(), "Ein Café\u00a0– 5 €."),
    (b"It cost \x0050\x07 dollars.", "It cost \x0050\x07 dollars."),  # control characters stay: offsets count them
])
def test_the_text_is_read_as_it_is(tmp_path: Path, raw: bytes, text: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(raw)
    assert [a.text for a in articles(path) if isinstance(a, Article)] == [text]


def test_other_encodings_are_detected_and_told(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes("Le café a coûté 50 € à Orléans; la mairie a payé. Les élèves étaient très contents de l'été.".encode("cp1252"))
    problem, article = articles(path)
    assert isinstance(problem, Problem) and not problem.fatal and "is not UTF-8 (byte 6); read as" in problem.message
    assert isinstance(article, Article) and article.text.startswith("Le café a coûté 50")


@pytest.mark.parametrize(("name", "raw", "message"), [
    ("none.txt", None, "no such file or folder"),
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \r\n\n", "is empty"),
    ("folder", None, "no such file"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\nnonsense\n{"id": "b", "text": "Two."}\n', "x.jsonl:2: is not JSON"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n{"id": "c"}\n', "x.jsonl:2: has no text"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n["list"]\n', "x.jsonl:2: has no text"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n{"id": "c", "text": " "}\n', "x.jsonl:2: the text is empty"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n', "x.jsonl:2: the id 'a' was given before"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two.", "date": "soon"}\n', "x.jsonl:2: date: .*is not ISO 8601"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n{"id": "b", "text": "\\ud83d"}\n', "x.jsonl:2: is not JSON"),
    ("x.jsonl", b'{"id": "a", "text": "One."}\n' + b"[" * 100_000 + b"\n", "x.jsonl:2: is not JSON"),
])
def test_bad_input_is_named_with_its_place_and_the_rest_goes_on(tmp_path: Path, name: str, raw: bytes | None, message: str) -> None:
    path = tmp_path / name
    if raw is not None:
        path.write_bytes(raw)
    found = articles(path)
    problems = [item for item in found if isinstance(item, Problem)]
    assert len(problems) == 1 and problems[0].fatal
    assert re.search(message, str(problems[0]))
    if name.endswith("jsonl"):
        assert sum(isinstance(item, Article) for item in found) == len((raw or b"").strip().split(b"\n")) - 1


def test_an_article_longer_than_the_limit_is_left_out_and_the_option_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 101, encoding="utf8")
    (tmp_path / "b.txt").write_text("x" * 100, encoding="utf8")
    problem, article = read([str(tmp_path)], longest=100)
    assert isinstance(article, Article) and "101 characters, more than 100; raise the limit with --max-chars" in str(problem)


def test_count_tells_how_many_articles_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.", encoding="utf8")
    (tmp_path / "b.jsonl").write_text('{"text": "Two."}\n{"text": "Three."}\n', encoding="utf8")
    assert (count([str(tmp_path)]), count([str(tmp_path / "none.txt")]), count(["-"])) == (3, 1, None)


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert "holds no article" in str(articles(tmp_path)[0])


def test_one_id_from_two_inputs_is_a_problem(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(json.dumps(folder), encoding="utf8")
    first, second = articles(tmp_path / "a" / "same.txt", tmp_path / "b" / "same.txt")
    assert isinstance(first, Article) and isinstance(second, Problem) and "'same' was given before" in second.message
