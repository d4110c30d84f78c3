"""A reader at the screens of the study: the wordings of a clause, and two clauses beside each other."""

from __future__ import annotations

from tests.app.conftest import Reader
from tui.app.screens.comparing import ComparingScreen
from tui.app.screens.wordings import WordingsScreen


async def wordings(reader: Reader, address: str = "capitals/all#solution") -> WordingsScreen:
    """Open the wordings of a clause, and wait for them."""
    reader.room.show_clauses(address)
    await reader.press("w")
    screen = reader.app.screen
    assert isinstance(screen, WordingsScreen)
    await reader.until(lambda: screen.sheet.text, "the wordings are there")
    return screen


def comparison(reader: Reader) -> ComparingScreen:
    """The comparison on the screen."""
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return screen


async def compared(reader: Reader, left: str, right: str) -> ComparingScreen:
    """Mark one clause, go to another, compare, and wait for what comes of it."""
    reader.room.show_clauses(left)
    await reader.press("m")
    reader.room.show_clauses(right)
    await reader.press("equals_sign")
    await reader.until(lambda: comparison(reader).sheet.text, "the comparison is there")
    return comparison(reader)
