"""A reader at the screen that verifies: the quotation that is put in, and the verdict that comes of it."""

from __future__ import annotations

from textual import events

from tests.app.conftest import Reader
from tui.app.screens.verifying import VerifyingScreen

SAID = "there is no military solution to the conflict in Syria"


ALTERED = SAID.replace("solution", "answer")


def screen(reader: Reader) -> VerifyingScreen:
    """The screen that verifies, in front of the reader."""
    shown = reader.app.screen
    assert isinstance(shown, VerifyingScreen)
    return shown


def title(reader: Reader) -> str:
    return str(screen(reader).pane.border_title)


def verdict(reader: Reader) -> str:
    """The verdict as one line: where it is wrapped does not matter."""
    return " ".join(screen(reader).sheet.text.split())


def screens(reader: Reader) -> list[VerifyingScreen]:
    """The screens that verify, of all that are open."""
    return [shown for shown in reader.app.screen_stack if isinstance(shown, VerifyingScreen)]


async def paste(reader: Reader, text: str) -> None:
    reader.app.post_message(events.Paste(text))
    await reader.pilot.pause()


async def verified(reader: Reader, text: str) -> str:
    """Open the screen if it is not, put a quotation in place of what is there, and wait for the verdict on it."""
    if reader.app.screen is reader.room:
        await reader.press("v")
    else:
        await reader.press("ctrl+u")
    await paste(reader, text)
    await reader.until(lambda: title(reader)[:9] == "Verdict: " and "…" not in title(reader), "the verdict")
    return title(reader).removeprefix("Verdict: ")
