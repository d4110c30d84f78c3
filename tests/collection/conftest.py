"""Collections to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import Shelf, shelf


@pytest.fixture
def good(tmp_path: Path) -> Shelf:
    """A sound collection, to which a test adds what is wrong."""
    return shelf(tmp_path / "good")
