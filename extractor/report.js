"use strict";
(() => {
if (!document.querySelector(".sheet")) return;
const { sheets, signs, verdicts } = JSON.parse(document.getElementById("records").textContent);
const one = (selector, root = document) => root.querySelector(selector);
const every = (selector, root = document) => [...root.querySelectorAll(selector)];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const narrow = matchMedia("(max-width: 40rem)");
const card = one("#card"), bar = one(".filters");
const MAIN = ["subject", "when", "source", "direction", "modifier", "per", "date_start", "date_end", "assumed", "rule"];
const off = { kind: new Set(), verdict: new Set() };

let sheet = null;      // the article that is shown
let shown = null;      // the fact whose record is shown
let pinned = false;    // whether the record stays when the pointer leaves
let allDrawn = false;
let quiet = false;     // while the script itself moves the focus
let pressing = false;  // between press and click: what would open now could lie under the pointer when it is let go
let timer = 0;
let side = -1;         // of a line of text, on which its lines are drawn: 1 below it, where the record stands above

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const byKey = key => document.getElementById(key);
const rowOf = fact => byKey("r-" + fact.id);
const recordOf = fact => sheets[sheet.id].facts[fact.id];
const linksOf = fact => sheets[sheet.id].links.filter(([from, to]) => from === fact.id || to === fact.id);
const isOn = fact => fact.hasAttribute("href");
const reachable = () => every(".fact[href]", sheet);

/* ---- the record ---- */

function linkTo(key, text) {
  return make("a", { href: "#" + key, class: "to-text" }, text);
}

function mainRows(fact, record) {
  const list = make("dl");
  const add = (name, content, kind = "") => list.append(make("dt", {}, name), make("dd", kind ? { class: kind } : {}, content));
  for (const [from, to, forth, back] of linksOf(fact)) {
    const other = from === fact.id ? to : from;
    add(from === fact.id ? forth : back, linkTo(other, sheets[sheet.id].facts[other].columns.text));
  }
  for (const name of MAIN) {
    const text = record.columns[name];
    if (text === undefined) continue;
    if (name === "rule") add("rule", make("code", {}, text));
    else add(name.replace("_", " "), text, name === "assumed" ? "assumed" : "");
  }
  return list;
}

function differences(record) {
  const table = make("table", {}, make("caption", {}, "The gold says otherwise"),
    make("thead", {}, make("tr", {}, ...["column", "gold", "found"].map(name => make("th", { scope: "col" }, name)))));
  const body = make("tbody");
  for (const [name, gold, found] of record.differences)
    body.append(make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, gold || "–"), make("td", {}, found || "–")));
  table.append(body);
  return table;
}

function fill(fact, record) {
  const close = make("button", { type: "button", class: "close", "aria-label": "Close the record" }, "✕");
  const head = make("header", {}, make("span", { class: "kind" }, signs[record.type] + " " + record.type), make("span", {}, record.columns.text));
  head.append(close);
  const columns = make("dl");
  for (const [name, text] of Object.entries(record.columns)) columns.append(make("dt", {}, name), make("dd", {}, text));
  card.className = "t-" + record.type;
  card.replaceChildren(head, make("p", { id: "card-title" }, record.value));
  if (record.verdict)
    card.append(make("p", { class: "verdict v-" + record.verdict }, verdicts[record.verdict][0] + " " + verdicts[record.verdict][1] + ": " + verdicts[record.verdict][2]));
  if (record.differences.length) card.append(differences(record));
  card.append(mainRows(fact, record), make("details", {}, make("summary", {}, "Whole record"), columns),
    make("a", { class: "row", href: "#r-" + fact.id }, "Its row in the table"));
}

function place(fact) {
  if (narrow.matches) {
    card.removeAttribute("style");
    const hidden = fact.getBoundingClientRect().bottom - (innerHeight - card.offsetHeight) + 16;
    if (hidden > 0 && pinned) scrollBy(0, hidden);
    return;
  }
  const rects = fact.getClientRects();
  const first = rects[0], last = rects[rects.length - 1];
  if (!first) return;
  card.style.maxHeight = "";
  const height = card.offsetHeight + 10, roomAbove = first.top - bar.offsetHeight - 6, roomBelow = innerHeight - last.bottom - 6;
  const related = linksOf(fact).map(([from, to]) => byKey(from === fact.id ? to : from).getBoundingClientRect());
  const later = related.length > 0 && related.every(rect => rect.top > first.top - 8);   // leave the lines in sight
  const up = height < roomAbove && height < roomBelow ? later : height >= roomBelow && roomAbove > roomBelow;
  const right = Math.min(document.documentElement.clientWidth - 12, one(".paper", sheet).getBoundingClientRect().right + 40);
  const left = Math.max(12, Math.min(last.left, right - card.offsetWidth));
  side = up ? 1 : -1;
  card.style.maxHeight = Math.max(120, (up ? roomAbove : roomBelow) - 10) + "px";
  card.style.left = left + scrollX + "px";
  card.style.top = (up ? first.top - card.offsetHeight - 10 : last.bottom + 10) + scrollY + "px";
}

function show(fact, pin = false) {
  clearTimeout(timer);
  if (!isOn(fact)) return;
  if (shown !== fact) {
    forget();
    shown = fact;
    fact.classList.add("shown");
    const row = rowOf(fact);
    row.setAttribute("aria-current", "true");
    fill(fact, recordOf(fact));
    card.hidden = false;
    card.scrollTop = 0;
  }
  pinned = pin;
  place(fact);
  draw();
}

function forget() {
  if (!shown) return;
  shown.classList.remove("shown");
  rowOf(shown).removeAttribute("aria-current");
  shown = null;
}

function hide() {
  clearTimeout(timer);
  const fact = shown, inside = card.contains(document.activeElement);
  forget();
  pinned = false;
  card.hidden = true;
  draw();
  if (inside && fact) focusQuietly(fact);
}

function focusQuietly(fact) {
  quiet = true;
  fact.focus({ preventScroll: true });
  quiet = false;
}

/* ---- relations ---- */

const vector = (name, attributes, text) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text) element.textContent = text;
  return element;
};

function box(fact, origin) {
  const rects = fact.getClientRects(), rect = rects[0];
  if (!rect) return null;
  return { x: rect.left + rect.width / 2 - origin.left, top: rect.top - origin.top, bottom: rect.bottom - origin.top };
}

function arc(from, to, way) {
  if (Math.abs(from.top - to.top) < 8) {
    const edge = way > 0 ? "bottom" : "top", bend = 17 * way, [y1, y2] = [from[edge], to[edge]];
    return { path: `M${from.x} ${y1}C${from.x} ${y1 + bend} ${to.x} ${y2 + bend} ${to.x} ${y2}`,
      tip: [to.x, y2, -way], x: (from.x + to.x) / 2, y: y1 + bend * .75 + 4 };
  }
  const down = to.top > from.top;
  const [y1, y2] = down ? [from.bottom, to.top] : [from.top, to.bottom];
  const bend = Math.max(14, Math.abs(y2 - y1) / 2) * (down ? 1 : -1);
  return { path: `M${from.x} ${y1}C${from.x} ${y1 + bend} ${to.x} ${y2 - bend} ${to.x} ${y2}`, tip: [to.x, y2, down ? 1 : -1], x: from.x, y: y1 + (down ? 14 : -6) };
}

function draw() {
  if (!sheet) return;
  const svg = one(".arcs", sheet), origin = svg.getBoundingClientRect();
  for (const fact of every(".fact.related", sheet)) fact.classList.remove("related");
  const links = sheets[sheet.id].links.map(([from, to, name]) => [byKey(from), byKey(to), name]).filter(([from, to]) => isOn(from) && isOn(to));
  const lines = [], labels = [];
  for (const [from, to, name] of links) {
    const mine = from === shown || to === shown;
    if (!mine && !allDrawn) continue;
    if (mine) (from === shown ? to : from).classList.add("related");
    const [a, b] = [box(from, origin), box(to, origin)];
    if (!a || !b) continue;
    const { path, tip: [x, y, way], x: middle, y: height } = arc(a, b, mine ? side : -1);
    const group = vector("g", mine ? { class: "mine" } : { class: "quiet" });
    group.append(vector("path", { d: path, class: "halo" }), vector("path", { d: path }),
      vector("path", { d: `M${x} ${y}l-4.5 ${-8 * way}h9z`, class: "tip" }));
    lines.push(group);
    if (mine) labels.push(vector("text", { x: middle, y: height }, name));
  }
  svg.replaceChildren(...lines, ...labels);
}

/* ---- text, table and back ---- */

function bring(element, block = "center") {
  element.scrollIntoView({ block, inline: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function goToFact(key) {
  const fact = byKey(key);
  const owner = fact.closest(".sheet");
  if (owner !== sheet) choose(owner.id);
  if (!isOn(fact)) {
    const record = recordOf(fact);
    off.kind.delete(record.type);
    off.verdict.delete(record.verdict);
    filter();
  }
  focusQuietly(fact);
  bring(fact);
  show(fact, true);
}

function goToRow(fact) {
  select("facts");
  const row = rowOf(fact), panel = row.closest(".panel");
  one(".to-text", row).focus({ preventScroll: true });
  if (panel.scrollHeight > panel.clientHeight) within(row, panel);
  else bring(row);
}

function within(row, panel) {
  const top = row.offsetTop - panel.clientHeight / 2;
  panel.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
}

function select(name) {
  for (const tab of every("[role=tab]", sheet)) {
    const mine = tab.id === `t-${sheet.id}-${name}`;
    tab.setAttribute("aria-selected", mine);
    tab.tabIndex = mine ? 0 : -1;
    byKey(tab.getAttribute("aria-controls")).hidden = !mine;
  }
}

/* ---- filters ---- */

function filter() {
  for (const fact of every(".fact", sheet)) {
    const record = recordOf(fact);
    const on = !off.kind.has(record.type) && !off.verdict.has(record.verdict);
    fact.classList.toggle("off", !on);
    if (on) fact.setAttribute("href", "#r-" + fact.id);
    else fact.removeAttribute("href");
    rowOf(fact).hidden = !on;
  }
  const nothing = one(".panel > table ~ .nothing", sheet);
  if (nothing) nothing.hidden = reachable().length > 0;
  for (const chip of every("[data-kind]")) chip.setAttribute("aria-pressed", !off.kind.has(chip.dataset.kind));
  for (const chip of every("[data-judgement]")) chip.setAttribute("aria-pressed", !off.verdict.has(chip.dataset.judgement));
  if (shown && !isOn(shown)) hide();
  else draw();
}

function count() {
  const records = Object.values(sheets[sheet.id].facts);
  for (const chip of every("[data-kind], [data-judgement]")) {
    const n = records.filter(record => record.type === chip.dataset.kind || record.verdict === chip.dataset.judgement).length;
    one(".n", chip).textContent = n;
    chip.hidden = n === 0;
  }
}

function toggle(set, name) {
  if (!set.delete(name)) set.add(name);
  filter();
}

/* ---- articles ---- */

function choose(key) {
  if (shown) hide();
  for (const each of every(".sheet")) each.hidden = each.id !== key;
  sheet = byKey(key);
  const choice = one("#choice");
  if (choice) {
    choice.value = key;
    one("#previous").disabled = choice.selectedIndex === 0;
    one("#next").disabled = choice.selectedIndex === choice.options.length - 1;
  }
  one(".paper", sheet).after(card);
  for (const skip of every("[data-skip]")) skip.setAttribute("href", "#" + stop(skip.dataset.skip).id);
  count();
  filter();
}

function step(by) {
  const choice = one("#choice");
  choice.selectedIndex += by;
  choose(choice.value);
  scrollTo(0, 0);
}

function follow(hash) {
  const key = decodeURIComponent(hash.slice(1)), name = key.replace(/^r-/, "");
  const target = byKey(key);
  if (!target) return false;
  if (target.matches(".sheet")) choose(key);
  else if (target.matches(".fact")) goToFact(key);
  else if (target.matches("tr")) {
    const owner = target.closest(".sheet");
    if (owner !== sheet) choose(owner.id);
    goToRow(byKey(name));
  } else return false;
  return true;
}

/* ---- events ---- */

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch" || narrow.matches || !sheet) return;
  const fact = event.target.closest(".fact[href]");
  const row = event.target.closest("tbody tr[id]");
  for (const lit of every(".fact.lit", sheet)) lit.classList.remove("lit");
  if (row) byKey(row.id.slice(2)).classList.add("lit");
  if (pinned || event.target.closest("#card")) return clearTimeout(timer);
  clearTimeout(timer);
  if (fact) timer = setTimeout(show, shown ? 60 : 120, fact);
  else if (shown && document.activeElement !== shown && !card.contains(document.activeElement)) timer = setTimeout(hide, 220);
});

for (const [name, down] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]])
  document.addEventListener(name, () => { pressing = down; });

document.addEventListener("focusin", event => {
  if (quiet || pressing || !sheet) return;
  const fact = event.target.closest(".fact[href]");
  if (fact) show(fact);
  else if (shown && !pinned && !event.target.closest("#card")) hide();
});

document.addEventListener("click", event => {
  if (!sheet || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target;
  const fact = target.closest(".fact[href]"), link = target.closest("a[href^='#']"), row = target.closest("tbody tr[id]");
  if (target.closest(".close")) return hide();
  if (fact) {
    event.preventDefault();
    pin(fact, event.detail === 0);
  } else if (link && link.dataset.skip) {
    event.preventDefault();
    skip(link.dataset.skip);
  } else if (link) {
    if (follow(link.hash)) event.preventDefault();
  } else if (row && !String(getSelection())) goToFact(row.id.slice(2));
  else if (!target.closest("#card, button, select, summary")) hide();
});

function pin(fact, byKeyboard) {
  show(fact, true);
  const row = rowOf(fact), panel = row.closest(".panel");
  if (!panel.hidden && panel.scrollHeight > panel.clientHeight) within(row, panel);
  if (byKeyboard) card.focus({ preventScroll: true });
}

function stop(name) {
  return name === "text" ? one("h2", sheet) : byKey(`t-${sheet.id}-${name}`);
}

function skip(name) {
  const target = stop(name);
  if (name !== "text") select(name);
  bring(target, "start");
  target.focus({ preventScroll: true });
}

function move(list, current, key) {
  const at = list.indexOf(current);
  const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[key];
  return next === undefined ? undefined : list[Math.max(0, Math.min(next, list.length - 1))];
}

function roam(event, list, current) {
  const next = move(list, current, event.key);
  if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  if (next.matches(".fact")) show(next);
}

document.addEventListener("keydown", event => {
  if (!sheet) return;
  const active = document.activeElement;
  if (event.key === "Escape" && shown) return hide();
  if (active.matches(".fact")) roam(event, reachable(), active);
  else if (active.matches("tbody .to-text")) {
    if (active.closest("#card") === null) roam(event, every("tbody tr:not([hidden]) .to-text", active.closest("table")), active);
  } else if (active.matches("[role=tab]")) {
    const next = move(every("[role=tab]", sheet), active, event.key);
    if (next) { event.preventDefault(); select(next.id.split("-").pop()); next.focus(); }
  } else if (event.key === "Tab" && card.contains(active)) leave(event, active);
});

function leave(event, active) {
  const stops = every("button, a, summary", card).filter(stop => stop.getClientRects().length);
  const edge = event.shiftKey ? active === stops[0] || active === card : active === stops[stops.length - 1];
  if (!edge) return;
  event.preventDefault();
  const fact = shown, list = reachable(), next = event.shiftKey ? fact : list[list.indexOf(fact) + 1] || fact;
  hide();
  next.focus();
}

for (const chip of every("[data-kind]")) chip.addEventListener("click", () => toggle(off.kind, chip.dataset.kind));
for (const chip of every("[data-judgement]")) chip.addEventListener("click", () => toggle(off.verdict, chip.dataset.judgement));
for (const tab of every("[role=tab]")) tab.addEventListener("click", () => select(tab.id.split("-").pop()));
one("#all").addEventListener("click", () => { off.kind.clear(); off.verdict.clear(); filter(); });
one("#none").addEventListener("click", () => { for (const chip of every("[data-kind]")) off.kind.add(chip.dataset.kind); filter(); });
one("#relations").addEventListener("click", event => {
  allDrawn = !allDrawn;
  event.currentTarget.setAttribute("aria-pressed", allDrawn);
  draw();
});
if (one("#choice")) {
  one("#choice").addEventListener("change", event => choose(event.target.value));
  one("#previous").addEventListener("click", () => step(-1));
  one("#next").addEventListener("click", () => step(1));
}
addEventListener("hashchange", () => follow(location.hash));
addEventListener("resize", () => { if (shown) place(shown); draw(); });
new ResizeObserver(() => {
if (!document.querySelector(".sheet")) return;
  const height = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : one(".skips").offsetHeight;
  document.documentElement.style.setProperty("--bar", height + "px");
}).observe(bar);

for (const element of every("[data-script]")) element.hidden = false;
const all = every(".sheet");
for (const each of all) { sheet = each; select("facts"); }
choose(all[0].id);
if (location.hash) follow(location.hash);
document.documentElement.classList.add("ready");
})();
