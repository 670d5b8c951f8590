"""Label Studio: one task an article, the columns as notes of the regions.

Offsets are code points; an export that counts UTF-16 units is recognised by the texts of its regions.
"""
from collections.abc import Mapping
from typing import Any

from extractor.exchange.spans import assembled, related
from extractor.fact import TYPES
from extractor.labelled import Labelled, described
from extractor.shorthand import RELATIONS

HUES = ("#7fc97f", "#beaed4", "#fdc086", "#ffff99", "#80b1d3", "#f0027f", "#bf5b17", "#a6cee3", "#fb8072", "#b3de69", "#cccccc")


def task(article: Labelled) -> dict[str, Any]:
    """One task of Label Studio, its annotation made; the columns are the notes of the regions."""
    spans = zip(article.facts, described(article, with_relations=False), strict=True)
    regions: list[dict[str, Any]] = [
        {"id": f"f{number}", "from_name": "label", "to_name": "text", "type": "labels", "meta": {"text": [note]},
         "value": {"start": fact["start"], "end": fact["end"], "text": fact["text"], "labels": [fact["type"]]}}
        for number, (fact, note) in enumerate(spans)]
    relations = [{"type": "relation", "from_id": f"f{one}", "to_id": f"f{other}", "direction": "right", "labels": [name]}
                 for one, name, other in related(article)]
    return {"data": {"text": article.text, "doc": article.doc, "date": article.date}, "annotations": [{"result": regions + relations}]}


def config() -> str:
    """The labelling interface that such tasks want, for the settings of a Label Studio project."""
    labels = "".join(f'    <Label value="{kind}" background="{hue}"/>\n' for kind, hue in zip(TYPES, HUES, strict=True))
    relations = "".join(f'    <Relation value="{name}"/>\n' for name in RELATIONS)
    return (f'<View>\n  <Labels name="label" toName="text">\n{labels}  </Labels>\n  <Relations>\n{relations}  </Relations>\n'
            '  <Text name="text" value="$text" granularity="character"/>\n</View>\n')


def read(task: Mapping[str, Any], place: str = "task") -> Labelled:
    """A task as Label Studio exports it. Its first annotation that was not cancelled counts. Raises ValueError where it does not fit."""
    try:
        data, text = task["data"], str(task["data"]["text"])
        done = [each for each in task["annotations"] if not each.get("was_cancelled")]
        results = done[0]["result"] if done else []
        regions = [each for each in results if each["type"] == "labels"]
        names = {each["id"]: number for number, each in enumerate(regions)}
        relations = [(names[each["from_id"]], each["labels"][0], names[each["to_id"]]) for each in results if each["type"] == "relation"]
        spans = [(*_place(text, each["value"]), each["value"]["labels"][0], _note(each)) for each in regions]
        doc = str(data.get("doc") or task.get("id") or place)
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError(f"{place}: is no task of Label Studio: {error!r}") from None
    return assembled(doc, text, data.get("date"), place, spans, relations)


def _note(region: Mapping[str, Any]) -> str:
    """The first note of a region."""
    return next(iter((region.get("meta") or {}).get("text") or []), "")


def _place(text: str, value: Mapping[str, Any]) -> tuple[int, int]:
    """Where a region stands in code points. Raises ValueError where its text stands at neither kind of offset."""
    start, end, said = int(value["start"]), int(value["end"]), value["text"]
    if text[start:end] == said:
        return start, end
    units = text.encode("utf-16-le")
    first, span = (units[a:b].decode("utf-16-le", "replace") for a, b in ((0, 2 * start), (2 * start, 2 * end)))
    if span != said:
        raise ValueError(f"{said!r} does not stand at {start}-{end}")
    return len(first), len(first) + len(span)
