"""What a terminal sends as pasted is taken as one text, whatever stands in it.

Textual reads on for keys inside of what is pasted: a text with a terminal's control sequences in it, as one copied
from a coloured log, would be typed in parts, out of order.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

_BEGIN: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
_PARSER: Final = XTermParser.__name__


class PasteParser(XTermParser):
    """Reads keys as Textual does, and what is pasted by itself, from the sign that begins it to that which ends it.

    A beginning that comes in two parts is left to Textual: an escape alone is a key.
    """

    _pasted: str | None = None
    """What has come so far of what is being pasted; None: nothing is."""

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what the terminal sent, `data` being the next of it; empty at the end."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                keys, begins, data = data.partition(_BEGIN)
                if keys:
                    yield from super().feed(keys)
                self._pasted = "" if begins else None
            else:
                known = len(self._pasted)
                self._pasted += data
                end = self._pasted.find(_END, max(0, known - len(_END)))
                if end < 0:
                    return
                text, data = self._pasted[:end], self._pasted[end + len(_END) :]
                self._pasted = None
                yield events.Paste(text.replace("\x00", ""))


def take_pastes_whole(driver: type[Driver]) -> None:
    """Have a driver read with `PasteParser`, if it reads with Textual's parser at all."""
    module = sys.modules[driver.__module__]
    if hasattr(module, _PARSER):
        setattr(module, _PARSER, PasteParser)
