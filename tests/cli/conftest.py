"""The command line as a reader uses it: arguments in; exit code, data and talk out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from tests.cli import samples
from tui.cli import main

ROOT: Final = Path(__file__).parents[2]
DA_NANG: Final = ROOT / "content" / "da-nang-2017"
COMMAND: Final = Path(sys.executable).parent / "summit-tui"


@dataclass(frozen=True)
class Answer:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects printed, one a line."""
        return [json.loads(line) for line in self.out.split("\n") if line]


Cli = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _da_nang_is_all_that_is_bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found and counted here is that of one collection, whatever else is bundled."""
    for module in ("opening", "check", "index"):
        monkeypatch.setattr(f"tui.cli.{module}.bundled_content", lambda: DA_NANG)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run the command line within this process."""

    def run(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        said = capsys.readouterr()
        return Answer(int(code), said.out, said.err)

    return run


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return samples.sound(tmp_path / "small")


@pytest.fixture
def mistaken(tmp_path: Path) -> Path:
    return samples.mistaken(tmp_path / "mistaken")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    return samples.hostile(tmp_path / "hostile")


def run(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    stdin: int = subprocess.DEVNULL,
    stdout: int | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the installed command as a process of its own; Python's own settings are not passed on."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONIO", "PYTHONUN", "LC_"))}
    return subprocess.run(
        [COMMAND, *arguments],
        env={**kept, **(env or {})},
        stdin=stdin,
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
