"""The documents that are written from the program are current."""

from __future__ import annotations

import re

from tests.app.conftest import ROOT
from tui.app.key_table import key_table


def test_the_table_of_keys_is_current() -> None:
    assert (ROOT / "docs" / "keys.md").read_text() == key_table(), "make keys"


def test_the_readme_shows_pictures_that_are_there() -> None:
    pictures = re.findall(r"\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text())
    assert len(pictures) >= 2
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_no_picture_fetches_anything() -> None:
    for picture in (ROOT / "docs" / "pictures").glob("*.svg"):
        assert "@font-face" not in picture.read_text()
