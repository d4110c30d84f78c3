"""A quotation, and below it the verdict: whether these words stand anywhere, where, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from tui.app.proving import place_hits, places_of
from tui.app.screens.study import StudyScreen
from tui.app.showing import shown
from tui.app.widgets.pane import Pane
from tui.app.widgets.quotation_box import QuotationBox
from tui.app.widgets.sheet import Sheet
from tui.search.cancel import SearchCancelled
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.app.hits import Hits
    from tui.app.proving import Draft, Prover
    from tui.app.verdict_sheet import VerdictSheet
    from tui.study.verify.answer import Answer

_PAUSE: Final = 0.15
"""Seconds without a key after which the quotation is verified."""
_NOTHING: Final = (
    "Whether these words were said, and how they differ from what was: the verdict stands here as soon as there is a"
    " quotation above. Capitals, dashes and spacing may differ; [brackets] and … are taken for an editor's."
)
_OPENING: Final = "The collections are still being opened: the verdict follows as soon as they are."
_VERDICT: Final = "Verdict"


class VerifyingScreen(StudyScreen, inherit_bindings=False):
    """The quotation above, the verdict below. It is closed with the address of the place to read, or None."""

    BINDING_GROUP_TITLE = "Verify"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open_place", "Read it", id="verify.open", tooltip="Close, and read the place in its clause"),
        Binding("tab,shift+tab", "quotation", "To the quotation", id="verify.quotation"),
        Binding("n", "step(1)", "Next place", id="verify.next"),
        Binding("N", "step(-1)", "Previous place", show=False, id="verify.previous"),
        Binding("escape", "close", "Close", id="verify.close", tooltip="Back; the quotation is kept for the next time"),
        Binding("q", "close('typed')", "Close", show=False, id="verify.close-too"),
        Binding("question_mark", "help('typed')", "Keys", id="verify.help", tooltip="The keys that work here"),
        Binding("f1", "help", "Keys", show=False, id="verify.help-anywhere", tooltip="The keys that work here"),
    ]
    """
    | Keys | What they do |
    | --- | --- |
    | enter | read the place in its clause |
    | tab, shift+tab | back to the quotation |
    | n / N | next, previous place |
    | escape, q | close; the quotation is kept |
    | ?, f1 (also in the quotation) | keys |
    """
    DEFAULT_CSS = """
    VerifyingScreen {
        & > #pane-quotation { height: 30%; min-height: 4; max-height: 14; }
        & > #pane-verdict { height: 1fr; }
        &.-stale SheetView { text-opacity: 50%; }
        &.-low > #study-title { display: none; }
        &.-low > #pane-quotation { height: 4; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-high")]
    DOING = "Verifying"
    STOPS = "place"

    box = query_one("#quotation", QuotationBox)
    pane = query_one("#pane-verdict", Pane)

    @dataclass
    class Verified(Message):
        """The quotation has its verdict; `sheet` shows it."""

        prover: Prover
        quotation: str
        sheet: VerdictSheet

    def __init__(self, prover: Prover | None, draft: Draft) -> None:
        super().__init__("Verify a quotation")
        self._prover, self._draft = prover, draft
        self._asked: tuple[Prover | None, str] | None = None
        self._answer: Answer | None = None
        self._later: Timer | None = None
        self.hits: Hits | None = None

    def compose_middle(self) -> ComposeResult:
        """The quotation, and its verdict below it."""
        with Pane("Quotation", id="pane-quotation", classes="pane"):
            yield QuotationBox(self._draft.text, id="quotation")
        with Pane(_VERDICT, id="pane-verdict", classes="pane"):
            yield from super().compose_middle()

    @on(events.Mount)
    def _begin(self, event: events.Mount) -> None:
        """The quotation that was kept is chosen whole: what is pasted or typed takes its place."""
        event.prevent_default()
        self.box.focus()
        self.box.select_all()
        self._changed()

    def open_library(self, prover: Prover) -> None:
        """Verify against what has been opened by now."""
        self._prover = prover
        self._changed()

    # The quotation

    @on(QuotationBox.Changed)
    def _changed(self) -> None:
        """Another quotation: what is shown is no longer its verdict, and whoever works on that stops."""
        text = self.box.text
        if self._asked == (self._prover, text):
            return
        self._draft.text = text
        self._asked = (self._prover, text)
        self._answer = None
        self.workers.cancel_group(self, "verify")
        if self._later is not None:
            self._later.stop()
        words = len(text.split())
        self.query_one("#pane-quotation", Pane).show_place(counted(words, "word") if words else "")
        if not words or self._prover is None:
            self._say(_OPENING if words else _NOTHING)
        else:
            self.add_class("-stale")
            self.pane.show_title(f"{_VERDICT}: …")
            self._summary = f"{self.DOING} …"
            self.show_state()
            self._later = self.set_timer(_PAUSE, self._verify)

    def _say(self, text: str) -> None:
        """Say why there is no verdict."""

        def sheet(_widget: Widget, width: int) -> Sheet:
            return Sheet([*shown(text).wrap(width)])

        self.remove_class("-stale")
        self.pane.show_title(_VERDICT)
        self.show_sheet(sheet, "")

    def on_paste(self, event: events.Paste) -> None:
        """Pasted while the verdict is read: the next quotation."""
        event.stop()
        self.box.put(event.text)

    # The verdict

    def _verify(self) -> None:
        if self._prover is not None:
            self._work(self._prover, self.box.text)

    @work(thread=True, exclusive=True, group="verify", exit_on_error=False)
    def _work(self, prover: Prover, quotation: str) -> None:
        """Runs off the screen's thread; a newer quotation cancels it."""
        worker = get_current_worker()
        try:
            answer = prover.verify(quotation, lambda: worker.is_cancelled)
        except SearchCancelled:
            return
        # Imported here: it needs what the verifier needs.
        from tui.app.verdict_sheet import VerdictSheet

        sheet = VerdictSheet(prover.catalogue, answer)
        if not worker.is_cancelled:
            self.post_message(self.Verified(prover, quotation, sheet))

    @on(Verified)
    def _verified(self, message: Verified) -> None:
        if self._asked != (message.prover, message.quotation):
            return
        self._answer = message.sheet.answer
        self.remove_class("-stale")
        self.pane.show_title(f"{_VERDICT}: {message.sheet.title}")
        self.show_sheet(message.sheet, message.sheet.summary)

    def show_failure(self, said: str) -> None:
        """Say that verifying failed; no verdict is left standing."""
        self._say(said)
        super().show_failure(said)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the quotation itself letters are letters, and Enter breaks a line."""
        if action in ("open_place", "quotation", "step") or parameters == ("typed",):
            return self.focused is not self.box
        return super().check_action(action, parameters)

    @on(QuotationBox.Left)
    def _to_verdict(self) -> None:
        self.sheet.focus()

    def action_quotation(self) -> None:
        """Back to the quotation."""
        self.box.focus()

    def action_open_place(self) -> None:
        """Close, and read the place one is at, or the first."""
        stops = self.sheet.stops
        if self._answer is None or not stops:
            said = "There is no place to go to" if self._answer or not self.box.text.strip() else "Still verifying"
            self.notify(said, markup=False)
            return
        place = places_of(self._answer)[int(stops[self.sheet.stop or 0].key)]
        self.hits = place_hits(self._answer, place)
        if self.hits is None:
            self.notify("No clause covers these words: there is none to read", markup=False)
        else:
            self.dismiss(self.hits.hit.clause.address)

    def action_close(self, _key: str = "") -> None:
        """Back to the reading room; the quotation is kept."""
        self.dismiss(None)

    def action_help(self, _key: str = "") -> None:
        """List the keys that work where the focus is."""
        super().action_help()
