"""Copies a text by the best way there is, and says which it was. Runs in a worker: helpers may take their time.

A helper program where there is a display and no ssh; inside tmux, tmux, which asks the terminal it is shown on
(`load-buffer -w`, tmux 3.2 and later); else the terminal itself. A way that fails makes room for the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tui.app.clipboard.helpers import answer, helpers, run
from tui.app.clipboard.osc52 import MOST_BYTES, fits, sequence, through_screen, through_tmux
from tui.text.counting import counted
from tui.text.visible import visible

_TERMINAL: Final = "the terminal (OSC 52)"


@dataclass(frozen=True, slots=True)
class Copying:
    """How a text is copied: `text` as it was cleaned, the ways it goes `through`, none where it could not be copied.

    `to_terminal` is still to be written to the terminal, by whoever writes there. `failures` say what did not work.
    """

    text: str
    through: tuple[str, ...]
    to_terminal: str = ""
    failures: tuple[str, ...] = ()

    def told(self, name: str) -> str:
        """Return what a reader is told of it; `name` is what was to be copied."""
        why = "; ".join(self.failures)
        if not self.through:
            return f"Could not copy {name}: {why}"
        also = f" ({why})" if why else ""
        return f"Copied {name}, {counted(len(self.text), 'character')}, through {' and '.join(self.through)}{also}"


def copy(text: str, environment: Mapping[str, str]) -> Copying:
    """Return how `text` is copied; helpers and tmux have it by then. Nothing is raised.

    What a terminal would obey is made visible, as everywhere: what is copied may be pasted into one.
    """
    text = visible(text)
    through: list[str] = []
    failures: list[str] = []
    for helper in helpers(environment):
        failed = run(helper.command, text.encode(helper.encoding), environment)
        if failed is None:
            through.append(helper.name)
            break
        failures.append(f"{helper.name}: {failed}")
    inside_tmux = bool(environment.get("TMUX"))
    if inside_tmux and _to_tmux(text, environment, failures):
        through.append(_tmux_name(environment))
    if through:
        return Copying(text, tuple(through), "", tuple(failures))
    if not fits(text):
        size = len(text.encode("utf-8"))
        failures.append(f"too long for {_TERMINAL}: {size:,} bytes, at most {MOST_BYTES:,}")
        return Copying(text, (), "", tuple(failures))
    if environment.get("TERM") == "dumb":
        return Copying(text, (), "", (*failures, "the terminal is a dumb one"))
    return Copying(text, (_TERMINAL,), _wrapped(sequence(text), environment), tuple(failures))


def _to_tmux(text: str, environment: Mapping[str, str], failures: list[str]) -> bool:
    failed = run(["tmux", "load-buffer", "-w", "-"], text.encode("utf-8"), environment)
    if failed is not None:
        failures.append(f"tmux load-buffer -w: {failed}")
    return failed is None


def _tmux_name(environment: Mapping[str, str]) -> str:
    if answer(["tmux", "show-options", "-sv", "set-clipboard"], environment) == "off":
        return "tmux, whose set-clipboard is off: it may be in its own buffer only"
    return "tmux"


def _wrapped(plain: str, environment: Mapping[str, str]) -> str:
    """Return a sequence as it gets through what stands between here and the terminal."""
    if environment.get("TMUX"):
        # An older tmux passes on what is wrapped; one that takes the plain sequence itself may not pass it on.
        return plain + through_tmux(plain)
    return through_screen(plain) if environment.get("STY") else plain
