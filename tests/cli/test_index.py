"""`summit-tui index`: what is compiled of the collections."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Cli, run
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


def _rot(cli: Cli, collection: Path, name: str) -> str:
    """Compile a collection, and write into a file of it as a failing disk does: no time tells. Return what is said."""
    assert cli("-c", collection, "index", "build", "--fresh").code == Exit.FINE
    (told,) = cli("-c", collection, "index", "status", "--json").objects
    (path,) = Path(told["cache"]).glob(name)
    before = path.stat()
    data = bytearray(path.read_bytes())
    for place in range(len(data)):
        if name.endswith("clauses") and place % 16 == 0:
            data[place] = 0xFF
    if not name.endswith("clauses"):
        data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    return f"{path.parent.name}/{path.name} is not as it was written"


@pytest.mark.parametrize("name", ["*.segment/clauses", "*.segment/index"])
def test_a_disk_that_fails_is_found_and_what_it_spoilt_is_compiled_anew(cli: Cli, sound: Path, name: str) -> None:
    named = _rot(cli, sound, name)
    status = cli("-c", sound, "index", "status")
    assert (status.code, f": damaged ({named})" in status.lines[0]) == (Exit.NOTHING, True)
    assert cli("search", "paix", "-c", sound).code == Exit.FINE
    assert cli("-c", sound, "index", "status").code == Exit.FINE
    named = _rot(cli, sound, name)
    built = cli("-c", sound, "index", "build")
    assert (built.code, ": was damaged, compiled from" in built.lines[0], named in built.lines[0]) == (0, True, True)
    named = _rot(cli, sound, name)
    (told,) = cli("-c", sound, "index", "status", "--json").objects
    assert (told["state"], told["why"], told["bytes"] > 0) == ("damaged", named, True)
    assert cli("-c", sound, "index", "status").lines[0].endswith(": not compiled")


@pytest.mark.parametrize(
    "asked",
    [
        ("search", "paix"),
        ("search", "paix", "--json"),
        ("list", "clauses"),
        ("show", "small-2018/toast"),
        ("show", "small-2018/toast#peace", "--json"),
        ("concordance", "paix"),
        ("concordance", "paix", "--json"),
        ("cite", "small-2018/toast#peace"),
        ("trace", "paix"),
        ("trace", "paix", "--json"),
        ("trace", "paix", "--grid"),
        ("compare", "small-2018/toast", "small-2018/toast"),
        ("verify", "leur attachement à la paix"),
    ],
)
def test_a_command_that_meets_damage_compiles_anew_and_answers(cli: Cli, sound: Path, asked: tuple[str, ...]) -> None:
    expected = cli("-c", sound, *asked)
    _rot(cli, sound, "*.segment/clauses")
    found = cli("-c", sound, *asked)
    assert (found.code, found.out) == (expected.code, expected.out)
    assert expected.out, "there is something to print twice"


_QUOTATIONS = "leur attachement à la paix\nno such words\n"


def test_what_was_read_from_standard_input_is_not_asked_for_again(
    cli: Cli, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given() -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(_QUOTATIONS.encode())))

    given()
    expected = cli("-c", sound, "verify", "--file", "-", "--json")
    _rot(cli, sound, "*.segment/clauses")
    given()
    found = cli("-c", sound, "verify", "--file", "-", "--json")
    assert (found.code, found.out) == (expected.code, expected.out)
    assert len(found.objects) == 2


def test_damage_that_comes_back_is_said(cli: Cli, sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the disk has no sound place any more."""

    def spoilt(_kind: object, _data: bytes) -> object:
        raise ValueError

    monkeypatch.setattr("tui.index.stored_segment.decode", spoilt)
    found = cli("-c", sound, "list", "clauses")
    assert (found.code, found.out) == (Exit.NO_DATA, "")
    assert found.err.endswith("is damaged: summit-tui index clear takes away what is compiled\n")


def test_what_cannot_be_read_is_not_called_missing(
    cli: Cli, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (told,) = cli("-c", sound, "index", "status", "--json").objects
    place = Path(told["cache"])
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(place)
    (told,) = cli("-c", sound, "index", "status", "--json").objects
    assert (told["state"], told["why"]) == ("not readable", "Too many levels of symbolic links")


def test_whoever_stops_reading_hears_nothing_of_the_cache(sound: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("-c", sound, "index", "status", "--json", stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (Exit.FINE, b"")
