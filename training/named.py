"""Reads corpora with names (PER, ORG, LOC, and MISC for any other name) into sentences whose words carry IOB tags.

Each corpus draws the line elsewhere; all are brought to the most common rule: a name without title (`President`) or
determiner, peoples and nationalities (`Russians`, `Russian`) are MISC, and a country is a place even where it acts.
MISC is trained, as it keeps ships, wars and peoples out of the other three, and never given out.
"""
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from treebank import NOT_ANNOTATED, Sentence, Word, read

TITLES = frozenset("""
president vice-president vice prime minister premier chancellor king queen prince princess emperor sultan emir sheikh pope
cardinal archbishop bishop reverend rev. ayatollah mullah imam secretary secretary-general general gen. lieutenant lt. colonel
col. major maj. captain capt. admiral adm. sergeant sgt. commander chief ambassador senator sen. congressman congresswoman
representative rep. governor gov. mayor judge justice professor prof. dr. doctor mr. mr mrs. mrs ms. ms miss sir lady lord dame
deputy foreign defense interior finance chairman director coach former ex-president spokesman spokeswoman attorney state of the
""".split())
CONNECTORS = frozenset("of for the and & de la du del van von der al bin - ' 's".split())
GUM_LABELS = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}
GMB_LABELS = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "MISC", "eve": "MISC", "art": "MISC", "nat": "MISC"}
OPENING = re.compile(r"\((\d+)-(\w+)-[^()]*|\(?(\d+)\)")


def tagged(words: Sequence[Word], spans: Iterable[tuple[int, int, str]], outside: str = "O") -> tuple[Word, ...]:
    """The words with IOB tags for spans of words; the first of two that overlap wins."""
    tags = [outside] * len(words)
    taken: set[int] = set()
    for start, stop, label in spans:
        if taken.isdisjoint(range(start, stop)):
            taken.update(range(start, stop))
            tags[start:stop] = [f"B-{label}"] + [f"I-{label}"] * (stop - start - 1)
    return tuple(replace(word, name=tag) for word, tag in zip(words, tags, strict=True))


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans of words from IOB tags, or IO tags where a name is a run of one label."""
    found: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark == "I" and found and found[-1][1:] == (index, label):
            found[-1] = found[-1][0], index + 1, label
        elif mark in ("B", "I"):
            found.append((index, index + 1, label))
    return found


def untitled(words: Sequence[Word], start: int, stop: int) -> int:
    """Where a person's name starts after its titles; `stop` where there is nothing but titles."""
    while start < stop and words[start].text.lower() in TITLES:
        start += 1
    return start


# Universal NER over EWT

def ewt(conllu: Path, iob: Path) -> Iterator[Sentence]:
    """EWT's sentences with the names of Universal NER, which counts another version's words: matched by characters."""
    names = dict(uner(iob))
    for sentence in read(conllu):
        if sentence.id in names:
            yield replace(sentence, words=tagged(sentence.words, transferred(sentence.words, *names[sentence.id])))


def uner(path: Path) -> Iterator[tuple[str, tuple[list[str], list[str]]]]:
    """Sentence ids with words and IOB tags."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line and line[0] != "#"]
        if rows:
            name = next(line.partition("= ")[2] for line in lines if line.startswith("# sent_id"))
            yield name, ([row[1] for row in rows], [row[2].replace("OTH", "MISC") for row in rows])


def transferred(words: Sequence[Word], other: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Spans over `words` for those tagged over another cut of the same characters, white space aside."""
    owner = [index for index, word in enumerate(words) for _ in word.text.replace(" ", "")]
    ends = [0]
    for text in other:
        ends.append(ends[-1] + len(text.replace(" ", "")))
    if ends[-1] != len(owner):
        return
    for start, stop, label in spans(tags):
        if label != "O":
            yield owner[ends[start]], owner[ends[stop] - 1] + 1, label


# GUM's entities

def gum(conllu: Path) -> Iterator[Sentence]:
    """GUM's sentences with names: its mentions whose head is a proper noun, cut down to the name."""
    for block, sentence in zip(_blocks(conllu), read(conllu), strict=True):
        words = sentence.words
        found = sorted(gum_names(block, words), key=lambda span: span[0] - span[1])
        # Nationalities as adjectives are no mentions there, and names elsewhere.
        marked = tagged(words, found)
        yield replace(sentence, words=tuple(replace(word, name=NOT_ANNOTATED) if is_nationality(word) else word for word in marked))


def is_nationality(word: Word) -> bool:
    """Whether a word outside GUM's mentions is a capitalised adjective."""
    return word.name == "O" and word.tag == "JJ" and word.text[:1].isupper()


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        if rows:
            yield [row for row in rows if row[0].isdigit()]


def gum_names(rows: Sequence[list[str]], words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Named spans of one sentence."""
    opened: dict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for piece in re.findall(r"\([^()]*\)?|[^()]+\)", entity):
            fields = piece.strip("()").split("-")
            if piece[0] == "(":
                opened[fields[0]].append((index, fields))
            if piece[-1] == ")" and opened[fields[0]]:
                start, fields = opened[fields[0]].pop()
                name = gum_name(words, start, index + 1, fields)
                if name:
                    yield name


def gum_name(words: Sequence[Word], start: int, stop: int, fields: list[str]) -> tuple[int, int, str] | None:
    """The name in a mention: what its link to Wikipedia says where those words stand there, else the proper nouns about its head."""
    label = GUM_LABELS.get(fields[1])
    if label is None or len(fields) < 6:
        return None
    head = start + int(fields[5].split(",")[0]) - 1 if fields[5].split(",")[0].isdigit() else start
    if not (start <= head < stop and words[head].tag in ("NNP", "NNPS") and words[head].text[:1].isupper()):
        return None
    linked = unquote("-".join(fields[7:])).replace("_", " ").split(" (")[0].split(",")[0].split()
    for first in range(start, stop - len(linked) + 1) if len(linked) > 1 else ():
        if [word.text for word in words[first:first + len(linked)]] == linked:
            return first, first + len(linked), label
    while head > start and (words[head - 1].tag in ("NNP", "NNPS", "HYPH") or words[head - 1].text in ("-", ".")):
        head -= 1
    end = head + 1
    while end < stop and words[end].tag in ("NNP", "NNPS", "HYPH", "CD" if label == "MISC" else "NNP"):
        end += 1
    if label == "PER":
        if any(word.tag == "NNPS" for word in words[head:end]):
            return head, end, "MISC"
        head = untitled(words, head, end)
    return (head, end, label) if head < end else None


# GMB's news sentences and Wikigold

def gmb(path: Path) -> list[Sentence]:
    """GMB's news sentences, their labels settled by what most of its sentences say of a name."""
    rows = [[line.split("\t") for line in block.splitlines()] for block in path.read_text(encoding="utf-8").split("\n\n") if block.strip()]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for start, stop, label in spans([columns[2] for columns in row]):
            votes[" ".join(columns[0] for columns in row[start:stop])][label] += 1
    made = []
    for number, row in enumerate(rows):
        words = detokenized([columns[0] for columns in row], [columns[1] for columns in row])
        found = (settled(words, start, stop, label, votes) for start, stop, label in spans([columns[2] for columns in row]))
        made.append(Sentence(f"gmb-{number}", tagged(words, [span for span in found if span]), parsed=False))
    return made


def settled(words: Sequence[Word], start: int, stop: int, label: str, votes: dict[str, Counter[str]]) -> tuple[int, int, str] | None:
    """One GMB name by the rule of this module."""
    counts = votes[" ".join(word.text for word in words[start:stop])]
    if label == "per":
        start = untitled(words, start, stop)
    elif label == "gpe" and words[start].tag == "NNP" and counts["geo"]:
        label = "geo"
    elif label in ("org", "geo") and counts["geo"] + counts["org"] > counts["gpe"]:
        label = "geo" if counts["geo"] >= counts["org"] else "org"
        if label == "org" and stop == start + 1 and words[start].tag in ("JJ", "NNPS"):
            label = "gpe"
    elif label in ("org", "geo", "per") and counts["gpe"] > 2 * counts[label]:
        label = "gpe"
    return (start, stop, GMB_LABELS[label]) if label in GMB_LABELS and start < stop else None


def wikigold(path: Path) -> list[Sentence]:
    """Wikigold's sentences."""
    made = []
    for number, block in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line and not line.startswith("-DOCSTART-")]
        if rows:
            words = detokenized([row[0] for row in rows], [""] * len(rows))
            made.append(Sentence(f"wikigold-{number}", tagged(words, spans([row[1] for row in rows])), parsed=False))
    return made


def detokenized(texts: Sequence[str], tags: Sequence[str]) -> list[Word]:
    """Words with the gaps that English puts between them."""
    words: list[Word] = []
    quoted: set[str] = set()
    for text, tag in zip(texts, tags, strict=True):
        text, closes = text.replace("~", " "), text in quoted
        if words and (closes or (text[0] in ",.;:?!)]%" and not text[1:2].isdigit()) or re.fullmatch(r"['’](s|ll|re|ve|d|m)|n't|'", text)):
            words[-1] = replace(words[-1], gap="")
        opens = text in ('"', "``") and not closes
        if text in ('"', "``", "''"):
            quoted ^= {'"'} if text == '"' else set()
        words.append(Word(text, "" if opens or text in ("(", "[", "$", "£", "#") else " ", tag))
    return words
