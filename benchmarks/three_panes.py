"""The baseline of `startup.py`: an empty three-pane Textual program of stock widgets."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Input, OptionList, Static, Tree


class ThreePanes(App[None]):
    """Three panes with nothing in them, and a marker to see them painted by."""

    CSS = "Tree, OptionList, Static { width: 1fr; height: 1fr; border: round white; } Horizontal { height: 1fr; }"

    def compose(self) -> ComposeResult:
        """A tree, a list, a text."""
        yield Input()
        with Horizontal():
            yield Tree("summits")
            yield OptionList("clause")
            yield Static("painted-now")
        yield Footer()


if __name__ == "__main__":
    ThreePanes().run()
