"""What each command really loads, and that the layers know only what is below them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]

_BELOW_THE_APP: Final = ("text", "model", "collection", "index", "search", "study")

_RUN: Final = "import json, sys\nfrom tui.cli import main\ntry:\n    main({!r})\nexcept SystemExit:\n    pass\n"
_IMPORT_ALL: Final = """
import importlib, json, pkgutil, sys
for package in {!r}:
    top = importlib.import_module(f"tui.{{package}}")
    for module in pkgutil.walk_packages(top.__path__, top.__name__ + "."):
        importlib.import_module(module.name)
"""


def _loaded(script: str) -> set[str]:
    """Run a script in a fresh interpreter; return the modules it has in the end."""
    script += "print(json.dumps(sorted(sys.modules)), file=sys.stderr)\n"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


def _among(modules: set[str], *packages: str) -> set[str]:
    """The modules that belong to one of `packages`."""
    return {name for name in modules if any(name == package or name.startswith(f"{package}.") for package in packages)}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_no_screen_no_engine_and_no_reader(option: str) -> None:
    loaded = _loaded(_RUN.format([option]))
    assert "tui.cli.main" in loaded
    assert not _among(loaded, "textual", "rich", "rapidfuzz", "pydantic", "yaml")
    assert not _among(loaded, "tui.app", "tui.search", "tui.index", "tui.study", "tui.collection")


def test_the_help_of_a_command_loads_as_little() -> None:
    assert _among(_loaded(_RUN.format(["search", "--help"])), "tui") == {
        "tui",
        "tui.cli",
        "tui.cli.arguments",
        "tui.cli.main",
    }


@pytest.mark.parametrize(
    "command",
    [
        ["search", "syria"],
        ["concordance", "syria"],
        ["show", "da-nang-2017"],
        ["compare", "da-nang-2017/joint-statement", "da-nang-2017/joint-statement"],
        ["list", "clauses"],
        ["check"],
        ["cite", "da-nang-2017/joint-statement", "--format", "bibtex"],
        ["search", "--json", "syria"],
    ],
    ids=" ".join,
)
def test_commands_without_the_screen_load_no_screen(command: list[str]) -> None:
    loaded = _loaded(_RUN.format(command))
    assert "tui.collection.folders" in loaded
    assert not _among(loaded, "textual", "rich", "tui.app")


@pytest.mark.parametrize("command", [["search", "syria"], ["show", "da-nang-2017"], ["list", "clauses"]], ids=" ".join)
def test_what_stands_compiled_is_opened_without_what_reads_and_validates_yaml(command: list[str]) -> None:
    first, second = (_loaded(_RUN.format(command)) for _ in range(2))
    reading = ("yaml", "pydantic", "tui.collection.schema", "tui.collection.compile")
    assert _among(first, *reading) >= {"yaml", "pydantic"}
    assert not _among(second, *reading)


def test_check_loads_no_search() -> None:
    assert not _among(_loaded(_RUN.format(["check"])), "tui.search", "tui.index", "tui.study")


@pytest.mark.parametrize("package", _BELOW_THE_APP)
def test_no_layer_below_the_app_loads_a_screen(package: str) -> None:
    loaded = _loaded(_IMPORT_ALL.format([package]))
    assert len(_among(loaded, f"tui.{package}")) > 1
    assert not _among(loaded, "textual", "rich", "tui.app", "tui.cli")


@pytest.mark.parametrize("package", ["text", "model"])
def test_text_and_model_load_neither_yaml_nor_a_validator(package: str) -> None:
    assert not _among(_loaded(_IMPORT_ALL.format([package])), "yaml", "pydantic", "rapidfuzz", "tui.collection")


def test_patterns_are_paid_for_by_those_who_use_them() -> None:
    assert not _among(_loaded(_RUN.format(["search", "syria"])), "regex")
    assert _among(_loaded(_RUN.format(["search", "/syria/"])), "regex")


def test_the_first_paint_waits_for_no_reader_and_no_engine() -> None:
    loaded = _loaded("import json, sys\nimport tui.app.app\n")
    assert "tui.app.app" in loaded
    heavy = (
        "tui.study.cite",
        "tui.app.clipboard",
        "yaml",
        "pydantic",
        "rapidfuzz",
        "numpy",
        "sqlite3",
        "tui.collection.load",
        "tui.search.engine",
    )
    assert not _among(loaded, *heavy)


def test_the_layer_contracts_are_kept() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout
    assert " 0 broken." in done.stdout
