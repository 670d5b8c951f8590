"""The table for people: values are never cut, however narrow the terminal."""
import io

import pytest
from rich.console import Console

from extractor import Extractor
from extractor.writing import show

TEXT = "Russian investments in the country in all spheres amounted to about $8.5 billion in January through August 2023."


@pytest.mark.parametrize("width", [80, 160])
def test_values_stand_whole(rules: Extractor, width: int) -> None:
    stream = io.StringIO()
    show(rules.extract(TEXT, id="a"), Console(file=stream, width=width))
    assert "≈ 8,500,000,000 USD" in stream.getvalue() and "2023-01/2023-08" in stream.getvalue()
    assert ("money.symbol" in stream.getvalue()) == (width == 160)
