"""What every test shares."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# No test measures time: a slow machine is not a defect.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


_CLIPBOARDS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "TMUX", "STY")
_SSH: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


@pytest.fixture(autouse=True)
def _no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes to the clipboard of whoever runs it: there is no display, no tmux and no ssh."""
    for name in (*_CLIPBOARDS, *_SSH):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def state_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State and cache directories of the test's own: none touches, or is told anything by, those of whoever runs it."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return folder
