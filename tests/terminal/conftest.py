"""Readers in a terminal have been here before, unless a test gives them a state directory of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.app.visits import Visits


@pytest.fixture(autouse=True)
def _been_here(state_home: Path) -> None:
    Visits(state_home / "summit-tui" / "welcome-dismissed").dismiss()
