"""What the tests share: the repository's folders and extractors built once."""
from pathlib import Path

import pytest

from extractor import Extractor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def rules() -> Extractor:
    """The extractor without the trained pipeline."""
    return Extractor(syntax=False)


@pytest.fixture(scope="session")
def full() -> Extractor:
    """The extractor as users get it."""
    return Extractor()
