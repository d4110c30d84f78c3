"""What the tests of the catalogue and of what is compiled read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, HEAD, RECORDS, REPORT, Shelf, opened
from tests.index.syria import ASTANA, SYRIA
from tui.index.catalogue import Catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two collections; much in the second refers to nothing."""
    return Catalogue.of([opened(tmp_path, "syria", SYRIA), opened(tmp_path, "astana", ASTANA)])


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A collection of one statement, to be compiled and edited."""
    made = Shelf(tmp_path / "good")
    for name, text in (("collection.yaml", HEAD), ("a.yaml", RECORDS), ("b.yaml", CLAUSE), ("report.txt", REPORT)):
        made.write(name, text)
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where it is compiled to."""
    return tmp_path / "cache"
