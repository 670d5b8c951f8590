"""The report as a reader meets it: pointer, keyboard, filters, jumps, dark mode, a phone, and a page of 500 facts."""
from typing import Any

import pytest

from browser.conftest import Tab
from extractor import Extractor
from extractor.article import Article
from extractor.fact import Fact
from extractor.report import render

TEXT = ("Sales of Orbel rose 7% to $3.2 million in March 2023 from $3 million in March 2022, the company said on April 4, 2023.\n\n"
        "It employs 120 people in 3 towns.\r\nA 2,000 km line <b>opens</b> & closes 😀 twice a week; the average age is 41.\n\n"
        + "No figure is in this paragraph, which is here so that the page is longer than the window.\n\n" * 30
        + "The last plant closed in 1994.")


def reading(id: str = "a", text: str = TEXT) -> tuple[Article, list[Fact]]:
    article = Article(id=id, text=text, date="2023-04-05")
    return article, Extractor(syntax=False).facts(article)


@pytest.fixture(scope="module")
def plain() -> str:
    return render([reading()])


@pytest.fixture(scope="module")
def judged() -> str:
    """A page with gold, of which one fact is missed, one extra, one different in value, one in another column."""
    article, facts = reading()
    gold: list[dict[str, Any]] = [fact.model_dump() for fact in facts]
    money = [row for row in gold if row["type"] == "money"]
    money[0]["number"], money[1]["unit"] = 5, "EUR"
    gold.remove(next(row for row in gold if row["text"] == "120 people"))
    start = TEXT.index("Orbel")
    gold.append({"doc": "a", "type": "count", "start": start, "end": start + 5, "number": 1})
    return render([(article, facts)], gold)


def key(text: str) -> str:
    """The selector of the fact that stands on a text."""
    return "#a1f" + str([fact.text for fact in reading()[1]].index(text) + 1)


def test_the_text_is_whole_and_the_browser_has_nothing_to_complain_about(tab: Tab, plain: str) -> None:
    tab.open(plain)
    assert tab.run("return document.querySelector('.text').textContent") == TEXT
    assert tab.run("return document.documentElement.classList.contains('ready')") and tab.problems == []
    assert tab.run("return performance.getEntriesByType('resource').length") == 0
    for selector, text in ((key("$3.2 million"), "$3.2 million"), (key("3 towns"), "3 towns")):
        assert tab.find(selector).text == text


def test_pointing_at_a_fact_shows_its_record_and_rule_and_leaving_closes_it(tab: Tab, plain: str) -> None:
    tab.open(plain)
    assert tab.card is None
    tab.hover(key("$3.2 million"))
    tab.until("document.querySelector('#card').hidden", False)
    assert tab.card and "3,200,000 USD" in tab.card and "money.symbol" in tab.card and "bare $ read as USD" in tab.card
    assert tab.find(f"#r-{key('$3.2 million')[1:]}").get_attribute("aria-current") == "true"
    tab.hover("#card")                                                   # it stays while it is pointed at itself
    tab.run("return new Promise(done => setTimeout(done, 400))")
    assert tab.card
    tab.hover("h1")
    tab.until("document.querySelector('#card').hidden")


def test_the_record_stands_within_the_window_and_beside_its_fact(tab: Tab, plain: str) -> None:
    tab.open(plain)
    for selector in (key("7%"), key("$3 million"), key("41"), key("1994")):
        tab.press("escape")
        tab.hover(selector)
        tab.until(f"document.querySelector('{selector}').classList.contains('shown')")
        card, fact = (tab.run("const r = arguments[0].getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]", tab.find(one))
                      for one in ("#card", selector))
        assert card[0] >= 0 and card[1] >= 0 and card[2] <= 1400 and card[3] <= 900
        assert card[3] <= fact[1] or card[1] >= fact[3], "the record covers its fact"


def test_relations_are_drawn_from_the_fact_that_is_shown_and_all_of_them_on_demand(tab: Tab, plain: str) -> None:
    tab.open(plain)
    assert tab.all(".arcs path") == []
    tab.hover(key("$3.2 million"))
    tab.until("document.querySelectorAll('.arcs .mine').length", 1)
    assert tab.find(".arcs text").text == "changed from"
    assert tab.find(key("$3 million")).get_attribute("class").split()[-1] == "related"
    tab.press("escape")
    tab.until("document.querySelectorAll('.arcs path').length", 0)
    tab.find("#relations").click()
    assert len(tab.all(".arcs .quiet")) >= 1 and tab.find("#relations").get_attribute("aria-pressed") == "true"


def test_types_can_be_left_out_and_taken_back(tab: Tab, plain: str) -> None:
    tab.open(plain)
    chip = tab.find("[data-kind=money]")
    assert chip.text.split() == ["$", "money", "2"] and chip.get_attribute("aria-pressed") == "true"
    rows = len(tab.all("tbody tr"))
    chip.click()
    fact = tab.find(key("$3.2 million"))
    assert (chip.get_attribute("aria-pressed"), fact.get_attribute("href"), len(tab.all("tbody tr"))) == ("false", None, rows - 2)
    assert tab.run("return getComputedStyle(arguments[0]).backgroundColor", fact) == "rgba(0, 0, 0, 0)"
    tab.hover(key("$3.2 million"))
    tab.run("return new Promise(done => setTimeout(done, 250))")
    assert tab.card is None
    tab.find("#none").click()
    assert tab.all("tbody tr") == [] and tab.find(".nothing").text == "No fact of the chosen kinds."
    tab.find("#all").click()
    assert len(tab.all("tbody tr")) == rows and tab.find(key("$3.2 million")).get_attribute("href")


def test_the_table_jumps_to_the_text_and_back(tab: Tab, plain: str) -> None:
    tab.open(plain)
    last = key("1994")
    tab.find(f"#r-{last[1:]} .to-text").click()
    place = "document.querySelector('{}').getBoundingClientRect()"
    box = tab.run(f"const r = {place.format(last)}; return [r.top, r.bottom]")
    assert tab.focus == last[1:] and 0 < box[0] < box[1] < 900 and tab.card and tab.run("return scrollY") > 300
    tab.find("#card .row").click()
    assert tab.run("return document.activeElement.closest('tr').id") == f"r-{last[1:]}"
    row = tab.run(f"const r = {place.format('#r-' + last[1:])}; return [r.top, r.bottom]")
    assert 0 < row[0] < row[1] <= 900


def test_everything_works_by_keyboard(tab: Tab, plain: str) -> None:
    tab.open(plain)
    tab.run("document.querySelector('h2').focus()")
    tab.press("tab")
    assert tab.focus == "a1f1" and tab.card
    tab.press("arrow_right", "arrow_down")
    assert tab.focus == "a1f3" and tab.card
    tab.press("arrow_left")
    assert tab.focus == "a1f2"
    tab.press("end")
    assert tab.focus == key("1994")[1:]
    tab.press("home", "enter")
    assert tab.focus == "card"
    tab.press("escape")
    assert tab.focus == "a1f1" and tab.card is None
    tab.press("tab")
    assert tab.focus == "a1f2" and tab.card
    tab.press("enter", "tab")
    assert tab.find("#card .close") == tab.driver.switch_to.active_element
    tab.run("[...document.querySelectorAll('#card a, #card summary')].pop().focus()")
    tab.press("tab")                                                     # past the record's end goes on in the text
    assert tab.focus == "a1f3"


def test_tabs_and_rows_work_by_keyboard(tab: Tab, plain: str) -> None:
    tab.open(plain)
    tab.run("document.querySelector('[data-skip=dates]').focus()")       # hidden until it has the focus
    tab.press("enter")
    assert tab.focus == "t-a1-dates" and tab.find("#a1-dates").is_displayed()
    tab.find("[role=tab]").click()
    tab.press("arrow_right")
    assert tab.focus == "t-a1-dates" and tab.find("#a1-dates").is_displayed() and not tab.find("#a1-facts").is_displayed()
    assert [year.text for year in tab.all("#a1-dates h3")] == ["1994", "2022", "2023"]
    tab.press("arrow_left")
    tab.run("document.querySelector('tbody .to-text').focus()")
    tab.press("arrow_down", "arrow_down", "arrow_up", "enter")
    assert tab.focus == "a1f2" and tab.card


def test_the_timeline_jumps_to_the_text(tab: Tab, plain: str) -> None:
    tab.open(plain)
    tab.find("#t-a1-dates").click()
    tab.find("#a1-dates .to-text").click()
    assert tab.focus == key("1994")[1:] and tab.card and "1994-12-31" in tab.card


def test_what_gold_says_is_shown_and_can_be_filtered(tab: Tab, judged: str) -> None:
    tab.open(judged)
    assert {chip.get_attribute("data-judgement"): chip.text.split()[-1] for chip in tab.all("[data-judgement]")} == {
        "right": str(len(reading()[1]) - 3), "columns": "1", "different": "1", "extra": "1", "missed": "1"}
    tab.hover(".fact.v-different")
    tab.until("document.querySelector('#card').hidden", False)
    assert tab.card and [cell.text for cell in tab.all("#card tbody tr > *")] == ["number", "5", "3200000"]
    tab.press("escape")
    tab.find("[data-judgement=right]").click()
    assert {row.find_element("css selector", ".to-text").text for row in tab.all(".panel tbody tr")} == {
        "Orbel", "$3.2 million", "$3 million", "120 people"}
    marks = [tab.run("return getComputedStyle(arguments[0], '::before').content", mark) for mark in tab.all(".fact[href]")]
    assert [mark[1] for mark in marks] == ["−", "≠", "~", "+"]           # a sign each, beside colour and pattern


def test_one_article_of_several_is_shown(tab: Tab) -> None:
    html = render([reading("one"), reading("two", "It cost $5 in 2020."), reading("three", "Nothing.")])
    tab.open(html)
    assert [one.text for one in tab.all("h2")] == ["one"] and not tab.find("#previous").is_enabled()
    tab.find("#next").click()
    assert [one.text for one in tab.all("h2")] == ["two"]
    assert [chip.text.split()[1:] for chip in tab.all("[data-kind]")] == [["money", "1"], ["date", "1"]]
    tab.hover("#a2f1")
    tab.until("document.querySelector('#card').hidden", False)
    tab.find("#next").click()
    assert [one.text for one in tab.all("h2")] == ["three"] and tab.card is None and not tab.find("#next").is_enabled()
    tab.open(html, "#a2f2")                                              # a link to a fact opens its article
    assert [one.text for one in tab.all("h2")] == ["two"] and tab.focus == "a2f2"


CONTRAST = """
const parse = colour => { const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number); return { r, g, b, a }; };
const light = ({ r, g, b }) => [r, g, b].map(c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
const behind = element => {
  for (; element; element = element.parentElement) {
    const colour = parse(getComputedStyle(element).backgroundColor);
    if (colour.a === 1) return colour;
  }
  return parse("rgb(255, 255, 255)");
};
const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
const low = [];
for (const element of document.querySelectorAll("body *")) {
  if (!element.getClientRects().length || element.closest("svg, .aside, :disabled")) continue;
  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const around = [own && null, element.matches(".fact") && "::after"].filter(each => each !== false);
  for (const pseudo of around) {
    const found = ratio(parse(getComputedStyle(element, pseudo).color), behind(element));
    if (found < 4.5) low.push([element.tagName, element.className, element.textContent.slice(0, 20), found.toFixed(2)]);
  }
  if (element.matches(".fact")) {
    const found = ratio(parse(getComputedStyle(element).textDecorationColor), behind(element));
    if (found < 3) low.push(["underline", element.className, found.toFixed(2)]);
  }
}
return low;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_in_light_and_dark(tab: Tab, judged: str, scheme: str) -> None:
    tab.media(scheme)
    tab.open(judged)
    paper = tab.run("return getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(251, 250, 247)") == (scheme == "light")
    tab.find(".help summary").click()
    tab.run("document.querySelector('.fact.v-different').focus()")
    assert tab.card and tab.run(CONTRAST) == []
    tab.find("#t-a1-dates").click()
    assert tab.run(CONTRAST) == []


def test_types_differ_without_their_colour(tab: Tab) -> None:
    text = "The 45-year-old ran 3 km for three months, $5 and 7% up, two years, 2 plants, 3rd place, half of it, daily, in 2020, at 38,000."
    tab.open(render([reading("a", text)]))
    looks = tab.run("""return [...new Set([...document.querySelectorAll('.fact')].map(fact => { const style = getComputedStyle(fact);
        return fact.className.match(/t-(\\w+)/)[1] + ' ' + style.textDecorationStyle + ' ' + style.textDecorationThickness; }))]""")
    kinds, lines = [look.split()[0] for look in looks], [" ".join(look.split()[1:]) for look in looks]
    assert len(set(kinds)) >= 9 and len(set(lines)) == len(set(kinds))


def test_a_phone_shows_the_record_at_the_bottom_and_nothing_is_wider_than_the_screen(tab: Tab, judged: str) -> None:
    tab.size(360, 740)
    tab.open(judged)
    assert tab.run("return document.documentElement.scrollWidth") == 360
    tab.run("arguments[0].scrollIntoView({block: 'end'})", tab.find("#a1f2"))
    tab.find("#a1f2").click()
    card, fact = (tab.run("const r = arguments[0].getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom]", tab.find(one))
                  for one in ("#card", "#a1f2"))
    assert (card[0], card[2], card[3]) == (0, 360, 740) and 0 < fact[1] < fact[3] <= card[1]
    tab.find("#card .close").click()
    assert tab.card is None
    tab.find("[data-skip=facts]").click()
    table = tab.run("const r = document.querySelector('#a1-facts table').getBoundingClientRect(); return [r.top, r.right]")
    assert 0 < table[0] < 300 and table[1] <= 360
    tab.find("[data-skip=dates]").click()
    assert tab.find("#a1-dates").is_displayed() and tab.run("return document.documentElement.scrollWidth") == 360


def test_a_page_of_500_facts_stays_smooth(tab: Tab) -> None:
    text = "\n\n".join(f"In March {1990 + i % 34}, sales of plant {i} rose {i % 17 + 1}.5 percent to ${i + 3}.2 million from "
                       f"${i + 2} million, while {i + 40} workers drove {i + 2} km twice a week for three months." for i in range(60))
    article, facts = reading("big", text)
    assert len(facts) >= 500
    tab.open(render([(article, facts)]))
    spent = tab.run("""
        const time = act => { const start = performance.now(); act(); document.body.offsetHeight; return performance.now() - start; };
        const facts = [...document.querySelectorAll(".fact")];
        document.querySelector("#relations").click();
        const filter = () => time(() => document.querySelector("[data-kind=money]").click());
        const show = fact => time(() => fact.focus());
        return { filter: Math.min(filter(), filter(), filter(), filter()),
                 show: facts.slice(100, 121).map(show).sort((a, b) => a - b)[10] };""")
    assert spent["show"] < 100 and spent["filter"] < 300, spent             # milliseconds on a machine that has other work to do
    frames = tab.run_async("""
        const done = arguments[arguments.length - 1], gaps = []; let last = performance.now();
        const step = now => {
            gaps.push(now - last); last = now; scrollBy(0, 60);
            gaps.length < 60 ? requestAnimationFrame(step) : done(gaps);
        };
        requestAnimationFrame(step);""")
    assert sorted(frames)[len(frames) // 2] < 40, "half of the frames of scrolling take longer"


def test_without_script_text_table_and_timeline_are_there(tab: Tab, plain: str) -> None:
    tab.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        tab.open(plain)
        assert len(tab.all(".fact")) == len(tab.all("tbody tr")) == len(reading()[1]) and tab.all("#a1-dates time")
        assert tab.all("button") == []
    finally:
        tab.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
