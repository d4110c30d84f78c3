"""The documents that are written from the program are current."""

from __future__ import annotations

import re
from pathlib import Path

from tui.app.key_table import key_table
from tui.cli.arguments import parser
from tui.collection.load import load
from tui.model.vocabulary import ProofState

ROOT = Path(__file__).resolve().parents[2]
_FILE = re.compile(r"```\w+ file=(\S+)\n(.*?)```", re.DOTALL)


def test_the_table_of_keys_is_current() -> None:
    assert (ROOT / "docs" / "keys.md").read_text() == key_table(), "make keys"


def test_the_readme_shows_pictures_that_are_there() -> None:
    pictures = re.findall(r"\((docs/pictures/[^)]+)\)", (ROOT / "README.md").read_text())
    assert len(pictures) >= 2
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_no_picture_fetches_anything() -> None:
    for picture in (ROOT / "docs" / "pictures").glob("*.svg"):
        assert "@font-face" not in picture.read_text()


def test_the_worked_example_of_the_format_is_sound(tmp_path: Path) -> None:
    folder = tmp_path / "bridge"
    for name, text in _FILE.findall((ROOT / "docs" / "format.md").read_text()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    library = load([folder])
    assert library.problems == ()
    repair, tolls = library.collections[0].statements[0].clauses
    assert repair.reading.proof.state is ProofState.EDITED
    assert repair.reading.proof.edits == ("spacing",)
    assert tolls.reading.proof.state is ProofState.VERBATIM


def test_the_readme_names_every_command_and_exit_code() -> None:
    readme = (ROOT / "README.md").read_text()
    help_text = parser().format_help()
    for command in ("search", "concordance", "show", "list", "check"):
        assert f"summit-tui {command}" in readme
        assert command in help_text
    for code in ("`0`", "`1`", "`2`", "`3`"):
        assert code in readme
