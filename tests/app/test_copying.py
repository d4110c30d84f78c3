"""`y`: what is under the cursor is copied, what of it is asked, and it is said what was."""

from __future__ import annotations

import os

import pytest

from tests.app.conftest import JOINT, Opening, Reader
from tests.app.fake_helpers import Helpers
from tui.app.messages import Copied
from tui.app.screens.copy_menu import CopyMenu
from tui.text.visible import visible


@pytest.fixture
def fake(tmp_path: object, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Helpers:
    """A helper for the clipboard of a display."""
    made = Helpers(tmp_path_factory.mktemp("helpers"))
    made.add("xclip")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("PATH", f"{made.folder}{os.pathsep}{os.environ['PATH']}")
    return made


def _menu(reader: Reader) -> CopyMenu:
    menu = reader.app.screen
    assert isinstance(menu, CopyMenu)
    return menu


def _told(reader: Reader) -> list[str]:
    """What the reader was told was copied; notices go by themselves after a while."""
    # A message is seen by the app and by what it passes on the way.
    found = {id(message): message for message in reader.messages if isinstance(message, Copied)}
    return [message.copying.told(message.name) for message in found.values()]


async def _copied(reader: Reader, fake: Helpers, *keys: str) -> str:
    """Press keys; return what the helper was given once the reader was told."""
    before = len(_told(reader))
    await reader.press(*keys)
    await reader.until(lambda: len(_told(reader)) > before, f"{keys} copies something")
    got = fake.got("xclip")
    assert got is not None
    return got.decode()


def _preview(reader: Reader) -> str:
    return str(_menu(reader).query_one("#preview-text").render())


async def test_each_key_copies_and_says_what(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        words = await _copied(reader, fake, "y", "w")
        clause = reader.room.clauses.clause
        assert clause is not None
        assert words == clause.reading.text
        assert _told(reader) == [f"Copied the words, {len(words)} characters, through xclip"]
        assert reader.notices == _told(reader)
        assert (await _copied(reader, fake, "y", "q")).startswith(f"“{words}” — [News report on")
        assert (await _copied(reader, fake, "y", "c")).startswith("[News report on the joint statement on Syria], ")
        assert (await _copied(reader, fake, "y", "m")).startswith("\\[News report")
        assert (await _copied(reader, fake, "y", "b")).startswith("@article{da-nang-2017:joint-statement:")
        assert (await _copied(reader, fake, "y", "r")).startswith("TY  - NEWS\n")
        assert (await _copied(reader, fake, "y", "s")).startswith("[\n  {")
        assert await _copied(reader, fake, "y", "a") == f"{JOINT}#military-channels"
        assert (await _copied(reader, fake, "y", "f")).endswith("joint-statement.yaml:161:9")
        assert _told(reader)[4].startswith("Copied the citation in BibTeX, ")
        assert len(reader.app.screen_stack) == 1


async def test_enter_copies_what_was_looked_at(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        await reader.press("j", "y", "j")
        await reader.until(lambda: "in its own words" in _preview(reader), "the words with citation are shown")
        shown = _preview(reader)
        assert await _copied(reader, fake, "enter") == shown
        assert reader.clause_id == "sovereignty"


async def test_what_cannot_be_had_says_why_and_the_menu_stays(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        await reader.press("y", "u")
        assert reader.notices == ["Not to be had: the publisher's address: none recorded for [Sputnik]"]
        await reader.press("p")
        assert reader.notices[-1] == "There is no such thing to copy here"
        await reader.press("G", "k")
        assert _preview(reader) == "Not to be had: none recorded for [Sputnik]"
        await reader.press("escape")
        assert len(reader.app.screen_stack) == 1
        assert fake.got("xclip") is None


async def test_y_closes_what_it_opened_and_q_does_not_leave(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        await reader.press("y", "y")
        assert len(reader.app.screen_stack) == 1
        assert (await _copied(reader, fake, "y", "q")).startswith("“the presidents agreed")
        assert reader.app.is_running


async def test_on_a_hit_the_words_are_the_clauses_and_the_passage_is_offered(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        await reader.search("no military solution")
        await reader.press("tab")
        assert await _copied(reader, fake, "y", "p") == "no military solution"
        assert _told(reader)[-1] == "Copied the passage that was found, 20 characters, through xclip"
        assert (await _copied(reader, fake, "y", "w")).startswith("Vladimir Putin and Donald Trump have agreed that")
        await reader.press("enter")
        assert await _copied(reader, fake, "y", "p") == "no military solution"
        await reader.press("left_square_bracket", "y")
        assert "p" not in {choice.key for choice in _menu(reader)._choices}


async def test_in_the_concordance_it_is_the_line_under_the_cursor(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        await reader.search("syria")
        await reader.press("ctrl+t", "tab", "j")
        line = reader.room.concordance.line
        assert line is not None
        assert await _copied(reader, fake, "y", "a") == line.clause.address


async def test_a_statement_a_participant_and_the_collection_are_copied_from_their_lists(
    opened: Opening, fake: Helpers
) -> None:
    async with opened() as reader:
        await reader.press("1", "G")
        assert await _copied(reader, fake, "y", "a") == JOINT
        await reader.press("4")
        assert await _copied(reader, fake, "y", "a") == JOINT
        assert "quoting in part" in await _copied(reader, fake, "y", "c")
        await reader.press("1", "g")
        assert await _copied(reader, fake, "y", "a") == "da-nang-2017"
        await reader.press("3", "j")
        assert await _copied(reader, fake, "y", "a") == "da-nang-2017/trump"


async def test_in_the_search_box_y_is_a_letter(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash", "s", "y", "r")
        assert reader.room.bar.value == "syr"
        assert len(reader.app.screen_stack) == 1


async def test_the_palette_copies_too(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        reader.room.action_copy()
        await reader.until(lambda: isinstance(reader.app.screen, CopyMenu), "the menu is open")
        assert await _copied(reader, fake, "a") == f"{JOINT}#military-channels"


async def test_a_helper_that_fails_is_named_and_the_terminal_has_it(opened: Opening, fake: Helpers) -> None:
    fake.add("xclip", "exit 7")
    async with opened() as reader:
        await reader.press("y", "a")
        await reader.until(lambda: reader.notices, "the reader is told")
        (copied,) = [message for message in reader.messages if isinstance(message, Copied)]
        assert copied.copying.to_terminal.startswith("\x1b]52;c;")
        assert reader.notices == [
            "Copied the address, 46 characters, through the terminal (OSC 52) (xclip: exit code 7)"
        ]


async def test_the_screen_does_not_wait_for_a_slow_helper(opened: Opening, fake: Helpers) -> None:
    fake.add("xclip", f'while [ ! -e "{fake.folder}/go" ]; do /bin/sleep 0.01; done')
    async with opened() as reader:
        await reader.press("y", "a", "j", "j")
        assert reader.clause_id == "call-on-parties"
        assert reader.notices == []
        (fake.folder / "go").touch()
        await reader.until(lambda: reader.notices, "the reader is told in the end")
        assert reader.notices == ["Copied the address, 46 characters, through xclip"]


async def test_what_is_selected_goes_the_same_way(opened: Opening, fake: Helpers) -> None:
    async with opened() as reader:
        reader.app.copy_to_clipboard("some \x1b words")
        await reader.until(lambda: reader.notices, "the reader is told")
        assert fake.got("xclip") == visible("some \x1b words").encode()
        assert reader.notices == ["Copied the selection, 12 characters, through xclip"]
        assert reader.app.clipboard == "some \x1b words"


@pytest.mark.parametrize("size", [(80, 24), (50, 12), (30, 8)])
async def test_the_menu_fits_small_screens(opened: Opening, fake: Helpers, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.press("y", "G")
        menu = _menu(reader)
        assert menu.choices.region.bottom <= size[1]
        assert menu.choices.cursor == menu.choices.count - 1
        assert (await _copied(reader, fake, "enter")).endswith(":161:9")
