"""`summit-tui index`: what is compiled of the collections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.samples import sound as write_sound
from tui.cli.arguments import Exit


def test_nothing_is_compiled_until_something_asks_for_it(cli: Cli, sound: Path) -> None:
    status = cli("-c", sound, "index", "status")
    assert (status.code, status.lines[0].endswith(": not compiled")) == (Exit.NOTHING, True)
    assert cli("search", "toast", "-c", sound).code in (Exit.FINE, Exit.NOTHING)
    assert cli("-c", sound, "index", "status").code == Exit.FINE


def test_it_is_built_brought_up_to_date_and_cleared(cli: Cli, sound: Path) -> None:
    built = cli("-c", sound, "index", "build")
    assert built.code == Exit.FINE
    assert "compiled from" in built.lines[0]
    assert "up to date" in cli("-c", sound, "index", "status").lines[0]
    (sound / "more.yaml").write_text("participants:\n  - {id: more, kind: person, name: More}\n")
    changed = cli("-c", sound, "index", "status")
    assert (changed.code, "to be brought up to date" in changed.lines[0]) == (Exit.NOTHING, True)
    assert cli("-c", sound, "index", "build", "--fresh").code == Exit.FINE
    cleared = cli("-c", sound, "index", "clear")
    assert (cleared.code, cleared.out) == (Exit.FINE, "")
    assert "not compiled" in cli("-c", sound, "index", "status").lines[0]


def test_json_tells_the_same(cli: Cli, sound: Path) -> None:
    assert cli("-c", sound, "index", "build").code == Exit.FINE
    (told,) = cli("-c", sound, "index", "status", "--json").objects
    assert told["state"] == "up to date"
    assert told["clauses"] > 0
    assert told["bytes"] > 0
    assert Path(told["cache"]).is_dir()


def test_several_collections_are_told_one_by_one(cli: Cli, sound: Path) -> None:
    other = write_sound(sound.parent / "other")
    (other / "collection.yaml").write_text("format: 1\nid: other\ntitle: Other\n", "utf-8")
    assert len(cli("-c", sound.parent, "index", "build").lines) == 4


def test_without_a_collection_there_is_nothing_to_compile(cli: Cli, tmp_path: Path) -> None:
    missing = cli("-c", tmp_path / "gone", "index", "status")
    assert (missing.code, "no such folder" in missing.err) == (Exit.NO_DATA, True)


def test_a_cache_that_cannot_be_written_is_said(
    cli: Cli, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    built = cli("-c", sound, "index", "build")
    assert (built.code, "cannot be written" in built.err) == (Exit.UNWRITTEN, True)
    found = cli("list", "clauses", "-c", sound)
    assert (found.code, "held in memory" in found.err) == (Exit.FINE, True)
