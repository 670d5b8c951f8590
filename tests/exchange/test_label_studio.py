"""Label Studio's tasks: any labelled text comes back, with offsets of either kind, and what does not fit is told."""
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from labels import CORNERS, articles

from extractor.exchange import label_studio
from extractor.fact import TYPES
from extractor.labelled import Labelled

TEXT = "🌀 Storm: $5"


@settings(deadline=None)
@given(articles())
def test_any_labelled_text_comes_back_through_json(article: Labelled) -> None:
    assert label_studio.read(json.loads(json.dumps(label_studio.task(article)))) == article


@pytest.mark.parametrize("article", CORNERS)
def test_corners_come_back(article: Labelled) -> None:
    assert label_studio.read(label_studio.task(article)) == article


def task(*results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": 7, "data": {"text": TEXT}, "annotations": [{"result": list(results)} | more]}


def region(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"id": "x", "type": "labels", "value": {"start": start, "end": end, "text": "$5", "labels": ["money"]},
            "meta": {"text": ["money 5 USD"]}} | more


@pytest.mark.parametrize(("start", "end"), [(9, 11), (10, 12)], ids=["code points", "UTF-16"])
def test_offsets_of_either_kind_are_understood(start: int, end: int) -> None:
    article = label_studio.read(task(region(start, end)))
    assert [(fact["start"], fact["end"], fact["doc"]) for fact in article.facts] == [(9, 11, "7")]


def test_a_label_that_was_changed_wins_over_its_note() -> None:
    changed = region(9, 11, value={"start": 9, "end": 11, "text": "$5", "labels": ["count"]})
    assert label_studio.read(task(changed)).facts[0]["type"] == "count"


def test_cancelled_annotations_do_not_count() -> None:
    assert label_studio.read(task(region(9, 11), was_cancelled=True)).facts == []


@pytest.mark.parametrize(("wrong", "message"), [
    ({}, "is no task of Label Studio"),
    (task(region(8, 10)), r"'\$5' does not stand at 8-10"),
    (task(region(9, 11, meta={})), "ISO 4217"),                       # a new span wants a note that says its unit
    (task(region(9, 11), {"type": "relation", "from_id": "x", "to_id": "y", "labels": ["part_of"]}), "is no task .*KeyError"),
])
def test_what_does_not_fit_is_told(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        label_studio.read(wrong)


def test_the_interface_has_every_type() -> None:
    labels = ElementTree.fromstring(label_studio.config()).findall(".//Label")
    assert [label.get("value") for label in labels] == list(TYPES)
    assert len({label.get("background") for label in labels}) == len(TYPES)
