"""The application: opens the collections off the screen's thread, and holds the one main screen."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tui.app.failing import failure
from tui.app.hangup import when_hung_up
from tui.app.mending import MendingApp, where
from tui.app.messages import Compiling, Copied, CopyWanted, DamageMet, LibraryOpened, MarkWanted
from tui.app.pasting import take_pastes_whole
from tui.app.screens.reading_room import ReadingRoom
from tui.app.turns import keep, let_go
from tui.index.damage import DamagedError

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.index.opening import Opened

_HUNG_UP = 129
"""The exit code of who is ended by SIGHUP."""

_OFTEN: Final = 3
"""Where what has just been compiled is damaged so many times, compiling it once more will not help."""


def _reading_commands() -> type[Provider]:
    """The palette's own modules are not needed before it is opened; a tenth of the start-up goes without them."""
    from tui.app.commands import ReadingCommands

    return ReadingCommands


class SummitApp(MendingApp):
    """summit-tui on a terminal. `paths` are the collections to open, `address` is what is shown of them first.

    `welcome`: who comes for the first time is told what is open.
    """

    TITLE = "summit-tui"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "reading room"
    COMMANDS = App.COMMANDS | {_reading_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", "Quit", id="app.quit", tooltip="Leave the program"),
        Binding(
            "ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit-anywhere", tooltip="Leave the program"
        ),
        Binding(
            "ctrl+z",
            "suspend_process",
            "Suspend",
            show=False,
            id="app.suspend",
            tooltip="Back to the shell; fg returns",
        ),
        Binding("ctrl+l", "redraw", "Redraw", show=False, id="app.redraw", tooltip="Draw the whole screen anew"),
    ]

    def __init__(
        self, paths: list[Path], theme: str | None = None, address: str | None = None, *, welcome: bool = False
    ) -> None:
        super().__init__()
        self._welcome = welcome
        self._paths = paths
        self._address = address
        self._read_before = False
        self._mending = False
        self._mended = 0
        self._rooms = 1
        self._query = ""
        # So that it can be left for another one.
        self.add_mode(self.DEFAULT_MODE, lambda: self.get_default_screen())
        # A moving cursor bar or a sliding scroll is so many more bytes over ssh, and says nothing.
        self.animation_level = "none"
        if theme is not None:
            self.theme = theme

    def get_driver_class(self) -> type[Driver]:
        """What reads the terminal: Textual's, but for what is pasted."""
        driver = super().get_driver_class()
        take_pastes_whole(driver)
        return driver

    def get_default_screen(self) -> Screen[None]:
        """The reading room."""
        return ReadingRoom(self._paths, self._address)

    def on_mount(self) -> None:
        """Paint first, then read the collections."""
        self.call_after_refresh(self._open_library)
        # Back from the shell, the terminal's screen is blank: all of it is drawn anew.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        if not self.is_headless:
            # As SIGHUP would: there is no screen to give back, and what is kept is written when it is made.
            when_hung_up(lambda: os._exit(_HUNG_UP))

    def on_resize(self, event: events.Resize) -> None:
        """Ask the driver for the size again where the terminal has another by now.

        Python may interrupt the driver between reading a size and reporting it, to report a newer one: the stale
        size then comes last, and the screen would keep it.
        """
        if not self.is_headless and tuple(event.size) != tuple(shutil.get_terminal_size()):
            signal.raise_signal(signal.SIGWINCH)

    def action_redraw(self) -> None:
        """Draw the whole screen anew, after whatever was written over it."""
        self.refresh(layout=True)

    @work(thread=True, exclusive=True, group="library", exit_on_error=False)
    def _open_library(self, damage: DamagedError | None = None) -> None:
        # Imported here: the index and the reader of files are not needed for the first paint.
        from tui.index.opening import cache_folder, open_as_compiled, open_collections, throw_away
        from tui.index.progress import CompileCancelled

        worker = get_current_worker()
        cache = cache_folder()
        if self._read_before:
            let_go()
        self._read_before = True
        if damage is not None and not throw_away(self._paths, cache, damage):
            raise RuntimeError(str(damage))
        # What was compiled before is shown at once; whether the files are still the same is looked up afterwards.
        before = open_as_compiled(self._paths, cache)
        if before is not None and not worker.is_cancelled:
            self._post_opened(before)
        try:
            now = open_collections(
                self._paths, cache, progress=self._post_progress, cancelled=lambda: worker.is_cancelled
            )
        except CompileCancelled:
            return
        if before is None or not now.same_as(before):
            self._post_opened(now)
        keep()

    def _post_opened(self, opened: Opened) -> None:
        from tui.search.engine import searcher_through

        catalogue = opened.catalogue
        narrowing = catalogue.filters()
        searcher = searcher_through(catalogue, narrowing)
        keep()
        self.post_message(LibraryOpened(catalogue, searcher, narrowing, opened.problems, opened.notices))

    def _post_progress(self, done: int, files: int) -> None:
        self.post_message(Compiling(done, files))

    @on(Compiling)
    def _compiling(self, message: Compiling) -> None:
        if self._room is not None:
            self._room.show_compiling(message.done, message.files)

    @on(LibraryOpened)
    def _library_opened(self, message: LibraryOpened) -> None:
        self._mending = False
        if self._room is not None:
            self._room.open_library(message)
            if self._query and not self._room.nothing_to_read:
                self._room.go_on_searching(self._query)
            self._query = ""
            self._welcome_reader(self._room)

    def _welcome_reader(self, room: ReadingRoom) -> None:
        """Tell who comes for the first time what is open; not who has begun to do something meanwhile."""
        if self._welcome and room.at_rest:
            self._welcome = False
            if room.visits.first:
                room.action_welcome()

    @property
    def _room(self) -> ReadingRoom | None:
        """The reading room; None once the program is closing."""
        room = self.screen_stack[0] if self.screen_stack else None
        return room if isinstance(room, ReadingRoom) else None

    @on(DamageMet)
    async def _damage_met(self, message: DamageMet) -> None:
        """Open the collections anew, once what is damaged is thrown away; the reader is told, and stays where they are.

        Where something has stopped, the reading room is opened anew too.
        """
        room = self._room
        if room is None:
            return
        if message.stopped and room.catalogue is not None:
            await self._leave_room(room)
        if self._mending:
            return
        self._mending = True
        self._mended += 1
        if self._mended > _OFTEN:
            self._not_opened(f"{message.error} again and again: is the disk sound?")
            return
        said = "What was compiled of the collections was damaged: it is compiled anew"
        self.notify(said, severity="warning", markup=False)
        self._open_library(message.error)

    async def _leave_room(self, room: ReadingRoom) -> None:
        """Open the reading room anew, where the reader is, in the place of one that no longer moves."""
        self._address = where(room)
        self._query = room.bar.value if room.searching else ""
        left = self.current_mode
        self._rooms += 1
        self.add_mode(f"{self.DEFAULT_MODE} {self._rooms}", lambda: self.get_default_screen())
        await self.switch_mode(f"{self.DEFAULT_MODE} {self._rooms}")
        self.remove_mode(left)

    def _not_opened(self, why: str) -> None:
        said = f"The collections could not be opened: {why}"
        self.notify(said, severity="error", markup=False)
        if self._room is not None:
            self._room.show_not_opened(said)

    @on(ReadingRoom.ReloadWanted)
    def _reload_wanted(self) -> None:
        self._mending, self._mended = False, 0
        self._open_library()

    @on(MarkWanted)
    def _mark_wanted(self, message: MarkWanted) -> None:
        if self._room is not None:
            self._room.mark_party(message.participant)

    # Copying

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was selected with the mouse or in a box, by the best way there is."""
        self._clipboard = text
        if not text:
            return
        self._copy("the selection", lambda: text)

    @on(CopyWanted)
    def _copy_wanted(self, message: CopyWanted) -> None:
        self._copy(message.name, message.make)

    @work(thread=True, group="copy", exit_on_error=False)
    def _copy(self, name: str, make: Callable[[], str]) -> None:
        # Imported here: the first copy waits for it, not the first paint.
        from tui.app.clipboard.copy import copy

        self.post_message(Copied(name, copy(make(), os.environ)))

    @on(Copied)
    def _copied(self, message: Copied) -> None:
        copying = message.copying
        if copying.to_terminal and self._driver is not None:
            # As Textual's own copying does: what else is written to the terminal goes the same way, in turn.
            self._driver.write(copying.to_terminal)
        severity: SeverityLevel = "information" if copying.through else "error"
        self.notify(copying.told(message.name), severity=severity, markup=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Opening or copying that failed says so; the program goes on with what it has."""
        why = failure(event)
        if why is None:
            return
        if event.worker.group == "copy":
            self.notify(f"Could not copy: {why}", severity="error", markup=False)
            return
        self._mending = False
        if not isinstance(event.worker.error, DamagedError):
            self._not_opened(why)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield what is the program's rather than the reading room's."""
        if self._room is not None:
            yield SystemCommand("program: Welcome", "What is open, and three things to try", self._show_welcome)
        yield SystemCommand("program: Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("program: Quit", "Leave the program", self.action_quit)

    def _show_welcome(self) -> None:
        """Show the welcome again, over the reading room."""
        if self._room is not None:
            self._room.come_forward()
            self._room.action_welcome()
