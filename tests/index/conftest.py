"""What the tests of the catalogue read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import opened
from tests.index.syria import ASTANA, SYRIA
from tui.index.catalogue import Catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two collections; much in the second refers to nothing."""
    return Catalogue.of([opened(tmp_path, "syria", SYRIA), opened(tmp_path, "astana", ASTANA)])
