"""The report as a page without a browser: what is on it, that nothing of an article becomes markup, and that it fetches nothing."""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import Extractor
from extractor.article import Article
from extractor.fact import TYPES, Fact
from extractor.report import PICTURES, SIGNS, VERDICTS, render

TEXT = "Sales of Orbel rose 7% to $3.2 million from $3 million in March 2023, the company said on April 4."
HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)"> & "quoted" \'single\' {{ 7 * 7 }} {% raw %}'


VOID = {"meta", "link", "br", "img", "input", "wbr"}


class Page(HTMLParser):
    """A page taken apart: the text of every article, of every marked fact, the elements, and what its scripts hold."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.marks: dict[str, str] = {}
        self.scripts: list[tuple[dict[str, str], str]] = []
        self.feed(html)
        self.close()
        assert not self.stack, "elements are left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag in VOID:
            return
        self.stack.append(element)
        if element[1].get("class") == "text":
            self.texts.append("")
        if tag == "script":
            self.scripts.append((element[1], ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1][0] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        if any(attributes.get("class") == "text" for _, attributes in self.stack):
            self.texts[-1] += data
            for _, attributes in self.stack:
                if "fact" in attributes.get("class", "").split():
                    self.marks[attributes["id"]] = self.marks.get(attributes["id"], "") + data

    @property
    def records(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(next(text for attributes, text in self.scripts if attributes.get("id") == "records"))
        return found

    def of(self, kind: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.elements if kind in attributes.get("class", "").split()]


def fact(text: str, start: int, end: int, kind: str = "number", doc: str = "a", **columns: Any) -> Fact:
    value = {"date": "2023-03-01"} if kind in ("date", "duration", "recurrence") else {"number": 1}
    return Fact(**{"doc": doc, "id": f"{doc}:{start}-{end}:{kind}", "type": kind, "text": text[start:end], "start": start, "end": end,
                   "rule": f"{kind}.test"} | value | columns)


def found(text: str, part: str, kind: str = "money", **columns: Any) -> Fact:
    start = text.index(part)
    return fact(text, start, start + len(part), kind, **columns)


def reading(rules: Extractor, text: str = TEXT, id: str = "a") -> tuple[Article, list[Fact]]:
    article = Article(id=id, text=text, date="2023-04-05")
    return article, rules.facts(article)


def test_every_fact_is_in_text_table_and_records(rules: Extractor) -> None:
    article, facts = reading(rules)
    page = Page(render([(article, facts)]))
    assert [page.marks[f"a1f{n}"] for n in range(1, len(facts) + 1)] == [one.text for one in facts] and len(facts) == 5
    assert {"a1", *(f"r-a1f{n}" for n in range(1, len(facts) + 1))} <= {attributes.get("id") for _, attributes in page.elements}
    records = page.records["sheets"]["a1"]["facts"]
    for one, record in zip(facts, records.values(), strict=True):
        assert (record["type"], record["columns"]["rule"]) == (one.type, one.rule)
        assert record["columns"].get("number") == (None if one.number is None else str(one.number))


@settings(deadline=None)                 # the first page also reads the template
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80), data=st.data())
def test_the_text_is_given_back_character_by_character_and_facts_stand_where_they_were(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    facts = [fact(text, start, end, data.draw(st.sampled_from(TYPES))) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    page = Page(render([(Article(id="a", text=text), facts)]))
    wanted = re.sub("\r(?!\n)", "\n", text).translate(PICTURES)
    assert page.texts == [wanted] and len(wanted) == len(text)
    assert [page.marks.get(f"a1f{n}") for n in range(1, len(facts) + 1)] == [wanted[one.start:one.end] for one in facts]


def test_line_ends_controls_and_emoji() -> None:
    text = "A\r\nB\rC\n\x00\x1b[31m \x7f \x85 \u202e 😀 $5"
    page = Page(render([(Article(id="a", text=text), [found(text, "$5")])]))
    assert page.texts == ["A\r\nB\nC\n␀␛[31m ␡ \ufffd \u202e 😀 $5"] and page.marks == {"a1f1": "$5"}


def test_nothing_of_an_article_becomes_markup() -> None:
    pages = []
    for said in (HOSTILE, " ".join("calm" for _ in HOSTILE.split())):
        text = f"{said} $5 {said}"
        one = found(text, "$5", doc=said, unit=said, subject=said, rule=said, assumed=said, source=said, sentence=said, when=said,
                    entities=[{"text": said, "label": said, "start": 0, "end": 1}])
        pages.append(Page(render([(Article(id=said, text=text, place=said), [one])], [one.model_dump() | {"unit": "EUR"}], title=said)))
        assert pages[-1].texts == [text] and pages[-1].records["sheets"]["a1"]["facts"]["a1f1"]["columns"]["subject"] == said
    hostile, calm = ([(tag, *attributes) for tag, attributes in page.elements] for page in pages)
    assert hostile == calm and not [name for element in hostile for name in element if name.startswith("on")]


def test_the_page_fetches_nothing_and_runs_its_own_script_alone(rules: Extractor) -> None:
    html = render([reading(rules)])
    page = Page(html)
    addresses = [value for _, attributes in page.elements for name, value in attributes.items()
                 if name in ("src", "href", "action", "srcset", "poster", "data", "formaction", "xlink:href")]
    assert addresses and all(value == "data:," or value.startswith("#") for value in addresses)
    style = html[html.index("<style>"):html.index("</style>")]
    assert "url(" not in style and "@import" not in style and "@font-face" not in style
    script = next(text for attributes, text in page.scripts if not attributes)
    assert set(re.findall(r"https?://[^\s\"']+", html)) == {"http://www.w3.org/2000/svg"}          # the name of a namespace
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import|eval)\b|innerHTML|sendBeacon", script)
    policy = next(attributes["content"] for tag, attributes in page.elements if attributes.get("http-equiv"))
    own = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ") and f"script-src 'sha256-{own}';" in policy


def test_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    code = ("import sys; from extractor import Extractor; from extractor.article import Article; from extractor.report import render\n"
            f"a = Article(id='a', text={TEXT!r}, date='2023-04-05'); facts = Extractor(syntax=False).facts(a)\n"
            "sys.stdout.buffer.write(render([(a, facts)], [f.model_dump() for f in facts[1:]]).encode())")
    pages = [subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | {"PYTHONHASHSEED": seed},
                            capture_output=True).stdout
             for seed in ("0", "1", "77")]
    assert pages[0] == pages[1] == pages[2] and len(pages[0]) > 10_000


GOLD: list[tuple[str, dict[str, Any] | None, str | None]] = [          # a change to the row found, None: not in the gold; the verdict
    ("7%", {}, "right"),
    ("$3.2 million", {"unit": "EUR"}, "columns"),
    ("$3 million", {"number": 4}, "different"),
    ("March 2023", None, "extra"),
]


def test_gold_tells_what_was_missed_extra_or_different() -> None:
    kinds = {"7%": "percent", "March 2023": "date"}
    facts = [found(TEXT, part, kinds.get(part, "money")) for part, _, _ in GOLD]
    gold = [one.model_dump() | change for one, (_, change, _) in zip(facts, GOLD, strict=True) if change is not None]
    gold.append({"doc": "a", "type": "date", "start": TEXT.index("April 4"), "end": TEXT.index("April 4") + 7, "date": "2023-04-04"})
    page = Page(render([(Article(id="a", text=TEXT), facts)], gold))
    records = page.records["sheets"]["a1"]["facts"].values()
    assert {one["columns"]["text"]: one["verdict"] for one in records} == {
        part: verdict for part, _, verdict in GOLD} | {"April 4": "missed"}
    differences = {one["columns"]["text"]: one["differences"] for one in records}
    assert differences["$3 million"] == [["number", "4", "1"]] and differences["$3.2 million"] == [["unit", "EUR", ""]]
    wide = Page(render([(Article(id="a", text=TEXT), facts)], [{"doc": "a", "type": "percent", "start": 20, "end": 22, "number": 1}]))
    assert wide.records["sheets"]["a1"]["facts"]["a1f1"]["verdict"] == "right"            # what was not labelled is not asked for
    assert differences["7%"] == differences["March 2023"] == differences["April 4"] == []
    assert len(page.of("v-missed")) >= 3 and "F1 <strong>0.500</strong>" in render([(Article(id="a", text=TEXT), facts)], gold)


def test_the_span_of_the_gold_is_set_off_where_it_differs() -> None:
    one = found(TEXT, "$3 million")
    start = TEXT.index("from $3")
    wide = one.model_dump() | {"start": start, "text": TEXT[start:one.end]}
    html = render([(Article(id="a", text=TEXT), [one])], [wide])
    assert '<span class="gold">from </span><a class="fact t-money v-different"' in html
    assert html.count('<span class="gold">') == 2 and Page(html).texts == [TEXT]


def test_missed_facts_that_overlap_found_ones_leave_the_text_whole() -> None:
    right, inside = found(TEXT, "$3.2 million"), found(TEXT, "million", "number")
    page = Page(render([(Article(id="a", text=TEXT), [right])], [right.model_dump(), inside.model_dump()]))
    assert page.texts == [TEXT] and page.marks == {"a1f1": "$3.2 million"}
    assert page.records["sheets"]["a1"]["facts"]["a1f2"]["verdict"] == "missed"


def test_gold_beyond_the_text_or_of_other_articles_does_no_harm() -> None:
    article, one = Article(id="a", text=TEXT), found(TEXT, "7%", "percent")
    far = {"doc": "a", "type": "money", "start": 5000, "end": 5010, "number": 1}
    page = Page(render([(article, [one])], [far]))
    assert page.texts == [TEXT] and page.records["sheets"]["a1"]["facts"]["a1f2"]["verdict"] == "missed"
    assert "no gold to compare with" not in render([(article, [one])], [far | {"doc": "b"}])
    judged = Page(render([(article, [one])], [far | {"doc": "b"}])).records["sheets"]["a1"]["facts"]["a1f1"]
    assert judged["verdict"] is None


def test_articles_without_gold_say_so_among_those_with_gold() -> None:
    one = found(TEXT, "7%", "percent")
    html = render([(Article(id=id, text=TEXT), [one.model_copy(update={"doc": id})]) for id in "ab"], [one.model_dump()])
    assert html.count("no gold to compare with") == 1
    assert re.findall(r"<option .*?>(.*)</option>", html) == ["a · 1 fact, 0 wrong", "b · 1 fact"]


def test_relations_lead_from_the_fact_that_hangs_on_another() -> None:
    old = found(TEXT, "$3 million")
    new = found(TEXT, "$3.2 million", relation="change_from", relation_to=old.id)
    lost = found(TEXT, "7%", "percent", relation="part_of", relation_to="a:0-1:money")
    records = Page(render([(Article(id="a", text=TEXT), [lost, new, old])])).records
    assert records["sheets"]["a1"]["links"] == [["a1f2", "a1f3", "changed from", "changed to"]]


def test_dates_are_in_the_timeline(rules: Extractor) -> None:
    html = render([reading(rules, "It opened on March 4, 2019 and closed in 2023. It is now empty.")])
    timeline = html[html.index('id="a1-dates"'):]
    assert re.findall(r"<h3>(.*?)</h3>", timeline) == ["2019", "2023", "No days of a calendar"]
    assert "3 years without a date" in timeline and '<time datetime="2019-03-04" title="2019-03-04">4 Mar</time>' in timeline


def test_values_are_listed_at_the_time_that_they_hold_for() -> None:
    date = found(TEXT, "March 2023", "date", date="2023-03", date_start="2023-03-01", date_end="2023-03-31")
    facts = [found(TEXT, "$3.2 million", when="2023-03"), found(TEXT, "$3 million", when="2022-03"), date]
    timeline = render([(Article(id="a", text=TEXT), facts)]).split('id="a1-dates"')[1].split("</aside>")[0]
    assert "1 value for this time" in timeline and "$3.2 million</a>" in timeline and "$3 million" not in timeline


def test_pages_without_facts_or_articles() -> None:
    assert "This article holds no fact." in render([(Article(id="a", text="Nothing here."), [])])
    assert "There is no article to show." in render([])


def test_every_type_and_verdict_has_a_sign_of_its_own() -> None:
    signs = [*SIGNS.values(), *(sign for sign, _, _ in VERDICTS.values())]
    assert tuple(SIGNS) == TYPES and len(set(signs)) == len(signs)


def run(*arguments: object, browser: str = "true") -> subprocess.CompletedProcess[str]:
    done = subprocess.run([sys.executable, "-m", "extractor", "report", *map(str, arguments)], capture_output=True,
                          cwd=Path(__file__).resolve().parent.parent, env=os.environ | {"BROWSER": browser})
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode("utf8"), done.stderr.decode("utf8"))


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (("{tmp}/a.txt", "-o", "{tmp}/page.html", "--title", "Our <week>"), 0, "page.html"),
    (("{tmp}/a.txt", "{tmp}/none.txt", "-o", "{tmp}/page.html"), 1, "none.txt: no such file or folder"),
    (("{tmp}/a.txt", "-o", "{tmp}/no/such/page.html"), 2, "cannot be written"),
    (("{tmp}/a.txt", "-o", "{tmp}/page.html", "--gold", "{tmp}/none.jsonl"), 1, "none.jsonl"),
    (("{tmp}/none.txt", "-o", "{tmp}/page.html"), 1, "no article to show"),
])
def test_the_command_writes_the_page_or_says_why_not(tmp_path: Path, arguments: tuple[str, ...], code: int, message: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    done = run("--no-syntax", *(argument.format(tmp=tmp_path) for argument in arguments))
    assert (done.returncode, message in done.stderr) == (code, True), done.stderr
    page = tmp_path / "page.html"
    assert page.exists() == (message in ("page.html", "none.txt: no such file or folder"))
    if code == 0:
        assert "<h1>Our &lt;week&gt;</h1>" in page.read_bytes().decode("utf8") and Page(page.read_bytes().decode("utf8")).texts == [TEXT]


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for a browser is a shell script")
def test_the_command_opens_the_page_in_the_browser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    run("--no-syntax", tmp_path / "a.txt", "-o", tmp_path / "page.html", browser=str(browser))
    assert not (tmp_path / "opened").exists()
    assert run("--no-syntax", tmp_path / "a.txt", "-o", tmp_path / "page.html", "--open", browser=str(browser)).returncode == 0
    assert (tmp_path / "opened").read_text().strip() == (tmp_path / "page.html").as_uri()


def test_the_command_compares_with_gold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    (tmp_path / "gold.jsonl").write_text(found(TEXT, "Orbel", "count").model_dump_json() + "\n", encoding="utf8")
    done = run(tmp_path / "a.txt", "--no-syntax", "--gold", tmp_path / "gold.jsonl", "-o", tmp_path / "page.html")
    facts = Page((tmp_path / "page.html").read_text(encoding="utf8")).records["sheets"]["a1"]["facts"]
    assert done.returncode == 0 and sorted(one["verdict"] for one in facts.values()) == ["extra"] * 5 + ["missed"]


def test_a_fact_that_ends_between_return_and_newline_leaves_both() -> None:
    text = "It cost $5\r\nor $6\r."
    page = Page(render([(Article(id="a", text=text), [fact(text, 8, 11), fact(text, 15, 18)])]))
    assert page.texts == ["It cost $5\r\nor $6\n."]
