"""What the tests of cards read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import REPORT, Shelf, the
from tests.study.cards import RECORDS
from tui.index.catalogue import Catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Shelf(tmp_path / "good")
    made.write("collection.yaml", "format: 1\nid: good\ntitle: Good\ndescription: What it holds.\nlicence: CC0\n")
    made.write("records.yaml", RECORDS)
    made.write("report.txt", REPORT)
    return Catalogue.of([the(made.load())])
