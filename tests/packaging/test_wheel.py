"""What a stranger gets: the wheel, in an environment that holds nothing else, far away from the clone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Final

import pytest

from tests.terminal.driver import Terminal
from tui import __version__

ROOT: Final = Path(__file__).parents[2]
_CONTENT = "tui/bundled/content"
_SEED = "seeds/000_f6681f6826ab0a45.txt"


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def _clone(to: Path) -> Path:
    """Copy what git knows or would take in; nothing that it ignores."""
    listed = _run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, to / name)
    return to


def _wheel(folder: Path) -> Path:
    clone = _clone(folder / "clone")
    _run(sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", folder, ".", cwd=clone)
    shutil.rmtree(clone)
    (wheel,) = folder.glob("*.whl")
    return wheel


def _install(wheel: Path, folder: Path) -> Path:
    """Install the wheel into a new, empty environment; return the folder of its commands."""
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    _run(commands / "python", "-m", "pip", "install", wheel, cwd=folder)
    return commands


@pytest.mark.wheel
def test_the_wheel_holds_all_it_needs_and_works_in_an_empty_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("PYTHON")]:
        monkeypatch.delenv(name)
    wheel = _wheel(tmp_path)
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert archive.read(f"tui/bundled/{_SEED}") == (ROOT / _SEED).read_bytes()
    assert {"tui/py.typed", "tui/app/app.tcss"} <= names
    content = {f"{_CONTENT}/{file.relative_to(ROOT / 'content')}" for file in (ROOT / "content").rglob("*.yaml")}
    assert {f"{_CONTENT}/da-nang-2017/collection.yaml", f"{_CONTENT}/syria-track/collection.yaml"} <= content <= names
    assert {name.split("/")[0] for name in names} == {"tui", f"summit_tui-{__version__}.dist-info"}
    assert {"LICENSE", "NOTICE"} <= {name.rpartition("/")[2] for name in names}

    commands = _install(wheel, tmp_path / "empty")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert "pytest" not in _run(commands / "python", "-m", "pip", "list", cwd=elsewhere)
    assert _run(commands / "summit-tui", "--version", cwd=elsewhere) == f"summit-tui {__version__}\n"
    assert "sound (0 errors, 0 warnings)" in _run(commands / "summit-tui", "check", cwd=elsewhere)
    found = _run(commands / "summit-tui", "search", "no militry solution to conflict", cwd=elsewhere)
    assert "#no-military-solution" in found.splitlines()[0]
    assert "da-nang-2017/joint-statement#no-military-solution" in found
    with Terminal(120, 36, command=commands / "summit-tui", cwd=elsewhere) as t:
        t.wait_for("┏━ Welcome", "Three things to try").press("escape")
        t.wait_for("┏━ 2 Clauses", "the presidents agreed", "✓ proved verbatim")
        assert t.press("q").wait_exit() == 0
    assert list(elsewhere.iterdir()) == [], "it leaves nothing behind"
