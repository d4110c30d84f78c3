"""What quotations are held against: one collection of the bundled, all of them, and an invented one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.index.catalogue import Catalogue
from tui.index.opening import open_collections
from tui.search.engine import searcher_through
from tui.study.verify.verifier import Verifier

HERE = Path(__file__).parent
CONTENT = HERE.parents[2] / "content"
FOLDERS = {"Da Nang": CONTENT / "da-nang-2017", "Port Sel": HERE / "harbour", "Bundled": CONTENT}


def opened(folder: Path, cache: Path) -> Catalogue:
    """The catalogue of a collection, or of all in a folder."""
    return open_collections([folder], cache).catalogue


def verifier_of(catalogue: Catalogue) -> Verifier:
    """What verifies against it."""
    return Verifier(catalogue, searcher_through(catalogue))


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Catalogue]:
    """The catalogues, by name."""
    cache = tmp_path_factory.mktemp("compiled")
    return {name: opened(folder, cache) for name, folder in FOLDERS.items()}


@pytest.fixture(scope="session")
def verifiers(catalogues: dict[str, Catalogue]) -> dict[str, Verifier]:
    """What verifies against each, by name."""
    return {name: verifier_of(catalogue) for name, catalogue in catalogues.items()}
