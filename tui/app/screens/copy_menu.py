"""What of a record is to be copied: one key each, with a look at the text before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Static
from textual.worker import Worker

from tui.app.failing import failure
from tui.app.messages import CopyWanted
from tui.app.showing import shown
from tui.app.widgets.choice_list import ChoiceList
from tui.app.widgets.row_list import RowList
from tui.app.widgets.scrolled import Scrolled
from tui.text.visible import one_line

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue, Record
    from tui.study.cite.choices import Choice

_MOST_SHOWN: Final = 4_000
"""Code points of a text that are shown."""


def ask_what_to_copy(
    screen: Screen[Any], catalogue: Catalogue, record: Record, passage: tuple[int, int] | None
) -> None:
    """Ask over a screen what of a record is to be copied; the screen posts what was chosen as `CopyWanted`.

    `passage` is the stretch of a clause's text that is lit, `[start, end)` in code points.
    """
    # Imported here: citations are not needed before one is asked for.
    from tui.study.cite.choices import choices

    def copy(choice: Choice | None) -> None:
        if choice is not None and choice.make is not None:
            screen.post_message(CopyWanted(choice.name, choice.make))

    screen.app.push_screen(CopyMenu(one_line(record.key), choices(catalogue, record, passage)), copy)


class CopyMenu(ModalScreen["Choice | None"]):
    """Copy what? Gives back the choice, or None where nothing was to be copied. `title` names the record."""

    BINDING_GROUP_TITLE = "Copy what?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,y", "leave", "Close", id="copy.close", tooltip="Copy nothing"),
        Binding("w", "take('w')", "Words", show=False, id="copy.words", tooltip="Copy the words"),
        Binding(
            "q", "take('q')", "Words, cited", show=False, id="copy.quotation", tooltip="Copy the words with citation"
        ),
        Binding("p", "take('p')", "Passage", show=False, id="copy.passage", tooltip="Copy the passage that was found"),
        Binding("c", "take('c')", "Citation", show=False, id="copy.citation", tooltip="Copy the citation"),
        Binding("m", "take('m')", "Markdown", show=False, id="copy.markdown", tooltip="Copy the citation in Markdown"),
        Binding("b", "take('b')", "BibTeX", show=False, id="copy.bibtex", tooltip="Copy the citation in BibTeX"),
        Binding("r", "take('r')", "RIS", show=False, id="copy.ris", tooltip="Copy the citation in RIS"),
        Binding("s", "take('s')", "CSL-JSON", show=False, id="copy.csl", tooltip="Copy the citation in CSL-JSON"),
        Binding("a", "take('a')", "Address", show=False, id="copy.address", tooltip="Copy the address"),
        Binding(
            "u",
            "take('u')",
            "Web address",
            show=False,
            id="copy.url",
            tooltip="Copy the publisher's address, which goes to the words",
        ),
        Binding("f", "take('f')", "Place", show=False, id="copy.place", tooltip="Copy file:line:column"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | w q p | the words, with citation, the passage that was found |
    | c m b r s | the citation: as a note, in Markdown, BibTeX, RIS, CSL-JSON |
    | a u f | the address, the publisher's, file:line:column |
    | escape, y | copy nothing |
    """

    DEFAULT_CSS = """
    CopyMenu { align: center middle; }
    CopyMenu > Vertical {
        width: 90%;
        max-width: 110;
        height: auto;
        max-height: 94%;
        border: heavy $accent;
        background: $surface;
        padding: 0 1;
    }
    CopyMenu ChoiceList { max-height: 60vh; }
    CopyMenu Scrolled {
        height: 8;
        max-height: 30vh;
        border-top: solid $foreground 30%;
        border-title-color: $foreground;
    }
    """

    @dataclass
    class PreviewMade(Message):
        """The text of a choice, to be looked at."""

        choice: Choice
        text: str

    choices = query_one("#choices", ChoiceList)

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The choices, and the text of the one under the cursor."""
        with Vertical() as box:
            rows = ChoiceList(self._choices, id="choices")
            rows.styles.height = len(self._choices)
            yield rows
            with Scrolled(id="preview") as preview:
                yield Static("", id="preview-text", markup=False)
        preview.can_focus = False
        box.border_title = Content(f"Copy what? {self._title}")
        box.border_subtitle = Content("Enter or its key copies · Esc closes")

    def on_mount(self) -> None:
        """Look at the first."""
        self.choices.focus()
        self._look()

    @on(RowList.Moved, "#choices")
    def _look(self) -> None:
        choice = self.choices.choice
        self.query_one("#preview", Scrolled).border_title = Content(choice.name)
        if choice.make is None:
            self._show(Content(f"Not to be had: {choice.detail}"))
        else:
            self._make(choice)

    @work(thread=True, exclusive=True, group="preview", exit_on_error=False)
    def _make(self, choice: Choice) -> None:
        """Runs off the screen's thread: a text may need a file."""
        if choice.make is not None:
            self.post_message(self.PreviewMade(choice, choice.make()))

    @on(PreviewMade)
    def _preview_made(self, message: PreviewMade) -> None:
        if message.choice is self.choices.choice:
            cut = message.text[:_MOST_SHOWN] + ("…" if len(message.text) > _MOST_SHOWN else "")
            self._show(shown(cut))

    def _show(self, text: Content) -> None:
        self.query_one("#preview-text", Static).update(text)
        self.query_one("#preview", Scrolled).scroll_home(animate=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What cannot be made says so."""
        if why := failure(event):
            self._show(shown(f"It cannot be made: {why}"))

    @on(RowList.Chosen, "#choices")
    def _chosen(self) -> None:
        self.action_take(self.choices.choice.key)

    def action_take(self, key: str) -> None:
        """Copy what has this key, and close."""
        choice = next((one for one in self._choices if one.key == key), None)
        if choice is None:
            self.notify("There is no such thing to copy here", markup=False)
        elif choice.make is None:
            self.notify(f"Not to be had: {choice.name}: {choice.detail}", markup=False)
        else:
            self.dismiss(choice)

    def action_leave(self) -> None:
        """Copy nothing."""
        self.dismiss(None)
