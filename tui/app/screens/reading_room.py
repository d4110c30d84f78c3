"""The reading room: the linked panes, with the search through all quoted text on top of them."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import Worker

from tui.app.failing import failure
from tui.app.keys import keys_text
from tui.app.screens.overlay import Overlay
from tui.app.screens.paned import CLAUSES, PARTICIPANTS, READING, SUMMITS
from tui.app.screens.stepping import SteppingScreen
from tui.app.showing import shown_on_one_line
from tui.app.widgets.bars import StateBar, TitleBar
from tui.index.scope import EVERYTHING

_MOST_PROBLEMS: Final = 500
_FAILED: Final = {
    "facets": "Counting the facets",
    "offers": "Looking up values",
    "calendar": "Reading the calendar",
}


class ReadingRoom(SteppingScreen):
    """The main screen. It alone decides; the panes say what the reader did, and are told what to show."""

    BINDING_GROUP_TITLE = "Everywhere"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "peel", "Undo", id="room.back", tooltip="Undo one thing: search, zoom, narrowing ..."),
        Binding("exclamation_mark", "problems", "Problems", show=False, id="room.problems"),
        Binding("r", "reload", "Read again", show=False, id="room.reload", tooltip="Read the files again"),
        Binding("question_mark", "help('typed')", "Keys", id="room.help", tooltip="The keys that work here"),
        Binding("f1", "help", "Keys", show=False, id="room.help-anywhere", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | escape | undo one thing |
    | ! | problems |
    | r | read the files again |
    | ?, f1 (also while typing) | keys |
    """

    class ReloadWanted(Message):
        """The files are to be read again."""

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A search that failed says so; the reader keeps what is on the screen."""
        if why := failure(event):
            failed = _FAILED.get(event.worker.group, "The search")
            self.notify(f"{failed} failed: {why}", severity="error", markup=False)

    # Keys

    def come_forward(self) -> None:
        """Close whatever lies on top of the reading room."""
        while self.app.screen is not self:
            self.app.pop_screen()

    @on(StateBar.UndoWanted)
    def action_peel(self) -> None:
        """Undo one thing: the search box, the reading pane, the hits, the zoom, the narrowing, the choice.

        What was typed above the summits is undone first where they are, else last.
        """
        if self.current_pane == READING:
            self.show_pane(self.last_list)
        elif self.faceted and self.current_pane == PARTICIPANTS:
            self.show_pane(CLAUSES)
        elif self.sifting and self.current_pane == SUMMITS:
            self.end_sifting()
        elif self.searching:
            self.leave_search()
        elif self.hits is not None:
            self.hits = None
            self.show_clauses()
            self.read_current()
        elif self.has_class("-zoomed"):
            self.remove_class("-zoomed")
        elif self.scope.participant is not None:
            self.narrow_to(None)
        elif self.scope != EVERYTHING:
            self.scope = EVERYTHING
            self.show_all()
        elif self.sifting:
            self.end_sifting()
        else:
            self.notify("Nothing left to undo: q quits", markup=False)

    @on(TitleBar.ProblemsWanted)
    def action_problems(self) -> None:
        """List what is wrong with the collections."""
        lines = [shown_on_one_line(str(problem)) for problem in self.problems[:_MOST_PROBLEMS]]
        if len(self.problems) > _MOST_PROBLEMS:
            lines.append(Content(f"… and {len(self.problems) - _MOST_PROBLEMS:,} more: summit-tui check"))
        text = Content("\n\n").join(lines) if lines else Content("No problems were found.")
        self.app.push_screen(Overlay("Problems", text))

    def action_help(self, _key: str = "") -> None:
        """List the keys that work where the focus is."""
        self.app.push_screen(Overlay("Keys", keys_text(self)))

    def action_reload(self) -> None:
        """Read the files again."""
        self.post_message(self.ReloadWanted())
