"""Copying through the terminal: xterm's control sequence OSC 52, which reaches the reader's own machine over ssh.

No terminal answers, so nobody can tell whether it took the text; many take none that is very long.
"""

from __future__ import annotations

import base64
from typing import Final

MOST_BYTES: Final = 74_994
"""The longest text, in bytes of UTF-8: its sequence has 100,000, which terminals that set a limit of their own take."""

_SCREEN_PIECE: Final = 240
"""GNU screen passes on strings of at most 256 bytes, in its older versions; 768 in its newer ones."""


def sequence(text: str) -> str:
    """Return what makes a terminal take `text` as its clipboard."""
    data = base64.b64encode(text.encode("utf-8")).decode("ascii")
    return f"\x1b]52;c;{data}\x07"


def through_tmux(inner: str) -> str:
    """Return a sequence wrapped so that tmux passes it on as it is, where it is allowed to (`allow-passthrough`)."""
    escaped = inner.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{escaped}\x1b\\"


def through_screen(inner: str) -> str:
    """Return a sequence wrapped so that GNU screen passes it on as it is: in pieces, since it takes no long ones."""
    pieces = (inner[start : start + _SCREEN_PIECE] for start in range(0, len(inner), _SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def fits(text: str) -> bool:
    """Whether a text is short enough for terminals to take."""
    return len(text.encode("utf-8")) <= MOST_BYTES
