"""The first visit: what is open, what its editors saw of it and what not, and three things to try."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.showing import shown, shown_on_one_line
from tui.app.widgets.scrolled import Scrolled
from tui.model.records import Collection

SEARCH: Final = "/"
"""What it is closed with by who wants to search at once."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A thing to try: its key, what it is, and what it shows."""

    key: str
    name: str
    shows: str


class TrialLine(Static):
    """A line with a thing to try; a click tries it."""

    DEFAULT_CSS = """
    TrialLine { height: 1; }
    """

    ALLOW_SELECT: ClassVar[bool] = False

    @dataclass
    class Clicked(Message):
        """This is to be tried: its key."""

        key: str

    def __init__(self, trial: Trial) -> None:
        key, name = Content(f" {trial.key} ").stylize("bold reverse"), Content(trial.name).stylize("bold")
        super().__init__(Content(" ").join([key, name]) + shown_on_one_line(f"  {trial.shows}"))
        self._key = trial.key

    def on_click(self) -> None:
        """Try it."""
        self.post_message(self.Clicked(self._key))


class WelcomeScreen(ModalScreen[str | None]):
    """Says what is open in the words of the collections' own files; closed with the key of what is tried, or None."""

    BINDING_GROUP_TITLE = "Welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "try('t')", "Trace", show=False, id="welcome.trace", tooltip="Find a phrase wherever it stands"),
        Binding("v", "try('v')", "Verify", show=False, id="welcome.verify", tooltip="Verify a quotation"),
        Binding("equals_sign", "try('=')", "Compare", show=False, id="welcome.compare", tooltip="Compare two texts"),
        Binding("slash", "search", "Search", show=False, id="welcome.search", tooltip="Search all quoted text"),
        Binding("escape,enter,q", "leave", "Close", show=False, id="welcome.close", tooltip="To the reading room"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | t v = | what can be tried |
    | / | to the reading room, and search |
    | escape, enter, q | to the reading room |
    """

    DEFAULT_CSS = """
    WelcomeScreen { align: center middle; }
    WelcomeScreen > Vertical {
        width: 90%;
        max-width: 100;
        height: auto;
        max-height: 94%;
        border: heavy $accent;
        background: $surface;
        padding: 0 1;
    }
    WelcomeScreen Scrolled { height: auto; max-height: 75vh; }
    WelcomeScreen.-low Scrolled { max-height: 50vh; }
    WelcomeScreen #trials { height: auto; border-top: solid $foreground 30%; }
    """

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]

    def __init__(self, collections: Sequence[Collection], trials: Sequence[Trial]) -> None:
        super().__init__()
        self._collections = collections
        self._trials = trials

    def compose(self) -> ComposeResult:
        """What is open, to be scrolled; below it, always in sight, what can be tried."""
        with Vertical() as box:
            with Scrolled(id="welcome"):
                yield Static(welcome_text(self._collections), id="welcome-text", markup=False)
            with Vertical(id="trials"):
                yield Static(Content("Three things to try" if len(self._trials) == 3 else "To try"))
                for trial in self._trials:
                    yield TrialLine(trial)
        box.border_title = Content("Welcome")
        box.border_subtitle = Content("j k scroll · / search · Esc to the reading room")

    def on_mount(self) -> None:
        """The text scrolls."""
        self.query_one("#welcome").focus()

    def on_trial_line_clicked(self, message: TrialLine.Clicked) -> None:
        """Try what was clicked."""
        self.action_try(message.key)

    def action_try(self, key: str) -> None:
        """Close, and try what has this key."""
        if any(trial.key == key for trial in self._trials):
            self.dismiss(key)

    def action_search(self) -> None:
        """Close, and search: whoever comes with a phrase in mind need not know that this stands before it."""
        self.dismiss(SEARCH)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)


def welcome_text(collections: Sequence[Collection]) -> Content:
    """Return what the collections say of themselves: title, description and the editors' note, word for word."""
    parts: list[Content] = []
    for collection in collections:
        said = [shown_on_one_line(collection.title).stylize("bold")]
        said += [shown(" ".join(text.split())) for text in (collection.description, collection.note) if text]
        parts.append(Content("\n").join(said))
    return Content("\n\n").join(parts)
