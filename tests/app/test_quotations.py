"""The quotation that is to be verified: pasted, typed, kept, replaced, and what becomes of its verdict."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from textual import events

from tests.app.conftest import Opening, Reader
from tests.app.verifying import ALTERED, SAID, paste, screen, screens, title, verdict, verified
from tui.app.app import SummitApp
from tui.app.proving import MOST, Prover
from tui.app.screens.overlay import Overlay
from tui.search.cancel import Cancelled, SearchCancelled


async def test_the_quotation_is_kept_and_the_next_one_takes_its_place(opened: Opening) -> None:
    async with opened() as reader:
        await verified(reader, ALTERED)
        await reader.press("escape")
        assert reader.app.screen is reader.room
        await reader.press("v")
        assert screen(reader).box.text == ALTERED
        await reader.until(lambda: title(reader) == "Verdict: ✗ altered", "it is verified again")
        await paste(reader, SAID)
        assert screen(reader).box.text == SAID
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the next verdict")


async def test_what_is_pasted_over_the_verdict_is_the_next_quotation(opened: Opening) -> None:
    async with opened() as reader:
        await verified(reader, ALTERED)
        await reader.press("tab")
        await paste(reader, SAID)
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the next verdict")
        assert screen(reader).box.text == SAID
        assert reader.app.focused is screen(reader).sheet


async def test_typed_letters_are_letters_and_enter_breaks_a_line(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("v", *"qnN?v", "enter", *"x")
        assert screen(reader).box.text == "qnN?v\nx"
        await reader.press("f1")
        assert isinstance(reader.app.screen, Overlay)
        await reader.press("escape", "tab", "q")
        await reader.until(lambda: not screens(reader), "it closes")


async def test_what_is_pasted_in_the_reading_room_is_verified(opened: Opening) -> None:
    async with opened() as reader:
        await paste(reader, " \n")
        assert reader.app.screen is reader.room
        await paste(reader, SAID)
        await reader.until(lambda: screens(reader) and title(reader) == "Verdict: ✓ verbatim", "the verdict")
        assert screen(reader).box.text == SAID


async def test_a_paste_that_overtakes_the_screen_it_is_for_is_not_lost(opened: Opening) -> None:
    async with opened() as reader:
        reader.app.simulate_key("v")
        reader.app.post_message(events.Paste(ALTERED))
        await reader.until(lambda: screens(reader) and title(reader) == "Verdict: ✗ altered", "the verdict")
        reader.room.post_message(events.Paste(SAID))
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the verdict")
        reader.room.action_verify()
        assert [shown.box.text for shown in screens(reader)] == [SAID]


async def test_line_breaks_of_a_paste_are_spacing(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, SAID.replace(" ", "\r\n")) == "≈ verbatim with editing"
        assert "spacing" in verdict(reader)
        assert await verified(reader, SAID.replace(" military", "\rmilitary")) == "≈ verbatim with editing"


async def test_a_verdict_never_stands_beside_another_quotation(opened: Opening) -> None:
    async with opened() as reader:
        await verified(reader, SAID)
        assert title(reader) == "Verdict: ✓ verbatim"
        await reader.press("x")
        assert title(reader) == "Verdict: …"
        await reader.press("ctrl+u")
        assert title(reader) == "Verdict"
        assert "verbatim" not in verdict(reader)
        await reader.press("tab", "enter")
        assert reader.notices == ["There is no place to go to"]


async def test_nothing_and_no_letters_are_no_failure(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("v")
        assert "as soon as there is a quotation above" in verdict(reader)
        await paste(reader, "\n \n")
        assert title(reader) == "Verdict"
        assert await verified(reader, "… [—] “”") == "✗ too short"


async def test_a_text_that_nobody_quotes_is_refused_and_said_so(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("v")
        await paste(reader, "x" * (MOST + 1))
        assert screen(reader).box.text == ""
        assert "Too long to be verified here" in reader.notices[0]


async def test_before_the_collections_are_open_it_says_so_and_then_verifies(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    post = SummitApp._post_opened

    def later(app: SummitApp, what: Any) -> None:
        go.wait(20)
        post(app, what)

    async with opened() as reader:
        monkeypatch.setattr(SummitApp, "_post_opened", later)
        reader.room._prover = None
        await reader.press("v")
        await paste(reader, SAID)
        assert "The collections are still being opened" in verdict(reader)
        reader.room.post_message(reader.room.ReloadWanted())
        go.set()
        reader.app._post_opened(_now(reader))
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "it is verified")


def _now(reader: Reader) -> Any:
    from tui.index.opening import cache_folder, open_collections

    return open_collections(reader.room.paths, cache_folder())


async def test_a_failure_is_told_and_no_verdict_is_left(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_prover: Prover, _text: str, _cancelled: Cancelled) -> Any:
        raise RuntimeError("[/i] no such thing")

    async with opened() as reader:
        await verified(reader, SAID)
        monkeypatch.setattr(Prover, "verify", fail)
        await reader.press("x")
        await reader.until(lambda: reader.notices, "a notice")
        assert reader.notices == ["Verifying failed: [/i] no such thing"]
        assert title(reader) == "Verdict"
        assert verdict(reader) == "Verifying failed: [/i] no such thing"


async def test_a_newer_quotation_gives_up_the_older(opened: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    given_up: list[str] = []
    begun = threading.Event()
    verify = Prover.verify

    def wait(prover: Prover, text: str, cancelled: Cancelled) -> Any:
        if text == SAID:
            return verify(prover, text, cancelled)
        begun.set()
        while not cancelled():
            threading.Event().wait(0.001)
        given_up.append(text)
        raise SearchCancelled

    async with opened() as reader:
        monkeypatch.setattr(Prover, "verify", wait)
        await reader.press("v")
        await paste(reader, ALTERED)
        await reader.until(begun.is_set, "the worker is at it")
        await reader.press("ctrl+u")
        await paste(reader, SAID)
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the newer verdict")
        assert given_up == [ALTERED]
