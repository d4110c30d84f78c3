"""What is shown where there is nothing to read: what was looked at, what is wrong, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.app.showing import shown_on_one_line
from tui.app.widgets.scrolled import Scrolled
from tui.collection.problems import Problem

_MOST = 12


class NothingToRead(Scrolled):
    """Says why nothing is open and which commands help."""

    DEFAULT_CSS = """
    NothingToRead { height: 1fr; padding: 1 2; }
    NothingToRead > Static { max-width: 100; }
    """

    def __init__(self, paths: Sequence[Path], problems: Sequence[Problem]) -> None:
        super().__init__()
        self._text = explanation(paths, problems)

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(self._text, id="nothing-text")


def explanation(paths: Sequence[Path], problems: Sequence[Problem]) -> Content:
    """Return what was looked at, what is wrong with it, and what to do."""
    where = " ".join(str(path) for path in paths)
    lines = [Content("There is nothing to read here.").stylize("bold"), Content("")]
    lines += [shown_on_one_line(f"Looked in: {path}") for path in paths]
    lines.append(Content(""))
    lines += [shown_on_one_line(str(problem)) for problem in problems[:_MOST]]
    if len(problems) > _MOST:
        lines.append(Content(f"… and {len(problems) - _MOST:,} more: press !"))
    if not problems:
        lines.append(Content("Its files are sound, but none of them holds a summit or a statement."))
    lines += [Content(""), Content("What to do").stylize("bold")]
    for keys, what in (
        (f"summit-tui check {where}", "says what is wrong, by file, line and column"),
        ("r", "reads the files again, once they are mended"),
        ("summit-tui", "opens the bundled collections"),
        ("summit-tui -c FOLDER", "opens another: a folder with a collection.yaml"),
        ("q", "quits"),
    ):
        lines += [shown_on_one_line(f"  {keys}").stylize("bold"), Content(f"      {what}")]
    return Content("\n").join(lines)
