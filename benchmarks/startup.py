"""How long the program takes to answer, against its baselines in the same run.

`python benchmarks/startup.py [ROUNDS]` prints, best of ROUNDS (default 15, variants interleaved):
`--version` and `--help` over `python -c pass`, the import of each dependency over the same, and the first paint of the
app in a real pseudo-terminal (120x36) over that of an empty three-pane Textual program. Times are milliseconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pexpect

HERE: Final = Path(__file__).resolve().parent
PYTHON: Final = sys.executable
PROGRAM: Final = str(Path(PYTHON).parent / "summit-tui")
CONTENT: Final = str(HERE.parent / "content")
"""The bundled collections, opened as one's own: a first visit would stand before what is waited for."""
NOTHING: Final = "python -c pass"
EMPTY: Final = "three empty panes, first paint"


def run(*command: str) -> Callable[[], float]:
    """Return a measurement: the seconds a command takes from start to exit."""

    def measure() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - start

    return measure


def paint(marker: str, *command: str) -> Callable[[], float]:
    """Return a measurement: the seconds until a program has painted `marker` on a pseudo-terminal."""

    def measure() -> float:
        start = time.perf_counter()
        child = pexpect.spawn(command[0], list(command[1:]), dimensions=(36, 120), encoding="utf-8", timeout=30)
        child.expect_exact(marker)
        seconds = time.perf_counter() - start
        child.terminate(force=True)
        return seconds

    return measure


MEASUREMENTS: Final[dict[str, tuple[str, Callable[[], float]]]] = {
    NOTHING: (NOTHING, run(PYTHON, "-c", "pass")),
    "summit-tui --version": (NOTHING, run(PROGRAM, "--version")),
    "summit-tui --help": (NOTHING, run(PROGRAM, "--help")),
    "import numpy": (NOTHING, run(PYTHON, "-c", "import numpy")),
    "import yaml": (NOTHING, run(PYTHON, "-c", "import yaml")),
    "import rapidfuzz.distance": (NOTHING, run(PYTHON, "-c", "import rapidfuzz.distance")),
    "import pydantic (BaseModel)": (NOTHING, run(PYTHON, "-c", "from pydantic import BaseModel")),
    "import platformdirs": (NOTHING, run(PYTHON, "-c", "from platformdirs import user_state_path")),
    "import regex": (NOTHING, run(PYTHON, "-c", "import regex")),
    "import textual (App)": (NOTHING, run(PYTHON, "-c", "from textual.app import App")),
    EMPTY: (EMPTY, paint("painted-now", PYTHON, str(HERE / "three_panes.py"))),
    "summit-tui, first paint": (EMPTY, paint("Participants", PROGRAM)),
    "summit-tui, clauses to read": (EMPTY, paint("proved verbatim", PROGRAM, "-c", CONTENT)),
    "summit-tui search": (NOTHING, run(PROGRAM, "search", "no militry solution to conflict")),
}


def main() -> None:
    """Measure in rounds, so that a busy moment falls on every variant alike; print best and ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    # A tree without bytecode is compiled anew at each start where writing it is forbidden.
    subprocess.run([PYTHON, "-m", "compileall", "-q", str(HERE.parent / "tui")], check=True)
    best = dict.fromkeys(MEASUREMENTS, float("inf"))
    for _ in range(rounds):
        for name, (_, measure) in MEASUREMENTS.items():
            best[name] = min(best[name], measure())
    print(f"{'what':<34} {'best ms':>8}  ratio")
    for name, (baseline, _) in MEASUREMENTS.items():
        print(f"{name:<34} {best[name] * 1000:8.0f}  {best[name] / best[baseline]:.2f}x of {baseline}")


if __name__ == "__main__":
    main()
