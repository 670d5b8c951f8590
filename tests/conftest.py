"""What the tests share: the repository's folders and extractors built once."""
import os
from pathlib import Path

import pytest
from hypothesis import settings

from extractor import Extractor

# The same cases every time where a run decides what lands; new ones on every run elsewhere.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

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
