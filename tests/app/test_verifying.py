"""Verifying a quotation in the app: pasted on its own screen, or into the search box."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from textual import events

from tests.app.capitals import capitals
from tests.app.conftest import Opening, Reader
from tui.app.app import SummitApp
from tui.app.proving import MOST, Prover
from tui.app.screens.overlay import Overlay
from tui.app.screens.verifying import VerifyingScreen
from tui.app.widgets.offer_line import OfferLine
from tui.search.cancel import Cancelled, SearchCancelled

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


async def test_a_quotation_word_for_word_is_verbatim_and_its_source_is_named(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, SAID) == "✓ verbatim"
        assert "✓ verbatim: the document has these words, in this order" in verdict(reader)
        assert "da-nang-2017/joint-statement#no-military-solution" in verdict(reader)
        assert "[Sputnik]" in verdict(reader)
        assert "[-" not in verdict(reader)


async def test_a_changed_word_is_shown_beside_the_documents(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, ALTERED) == "✗ altered"
        assert "no military [-solution-]{+answer+} to the conflict" in verdict(reader)
        assert "[-in the document only-] {+in the quotation only+}" in verdict(reader)
        sheet = screen(reader).sheet
        line = next(y for y in range(20) if "{+answer+}" in sheet.draw_line(y).text)
        styles = {segment.text: segment.style for segment in sheet.draw_line(line)}
        dropped, added = styles["[-solution-]"], styles["{+answer+}"]
        assert dropped is not None
        assert dropped.strike
        assert added is not None
        assert added.underline


async def test_another_name_is_named_as_such(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "confirmed their commitment to defeating the ISIS") == "✗ alias"
        assert "[-Daesh-]{+ISIS+}(alias)" in verdict(reader)


async def test_permitted_editing_is_listed_and_is_no_difference(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "[T]here is no military solution … in Syria") == "≈ verbatim with editing"
        assert "ellipsis for “to the conflict”" in verdict(reader)
        assert "[-" not in verdict(reader)


async def test_enter_reads_the_place_and_lights_the_words(opened: Opening) -> None:
    async with opened() as reader:
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.app.screen is reader.room
        assert reader.clause_id == "no-military-solution"
        assert "#no-military-solution" in reader.reading
        clause = reader.room.clauses.clause
        assert clause is not None
        assert [clause.reading.text[start:end] for start, end in reader.room.spans_of(clause)] == [SAID]
        assert "Place 1 of 1 of the quotation “there is no military" in reader.state
        await reader.press("escape")
        assert reader.state == ""


async def test_on_a_small_screen_enter_opens_the_reading_pane(opened: Opening) -> None:
    async with opened(size=(80, 24)) as reader:
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.room.current_pane == 4


async def test_a_joined_quotation_has_several_places_to_go_to(opened: Opening, tmp_path: Path) -> None:
    folder = capitals(tmp_path / "capitals")
    async with opened(folder) as reader:
        clauses = reader.room.catalogue.clauses() if reader.room.catalogue else ()
        texts = {clause.reading.text for clause in clauses}
        shared = next(text for text in texts if sum(clause.reading.text == text for clause in clauses) > 1)
        await verified(reader, shared)
        await reader.press("tab", "n", "n")
        stops = screen(reader).sheet.stops
        assert len(stops) > 1
        assert screen(reader).state == f"place 2/{len(stops)} · {stops[1].said}"
        await reader.press("enter")
        assert reader.clause_id == stops[1].said.removeprefix("#")
        assert "Place 2 of 2" in reader.state
        await reader.press("n")
        assert reader.clause_id == stops[0].said.removeprefix("#")


async def test_a_place_outside_what_is_narrowed_is_read_all_the_same(opened: Opening) -> None:
    async with opened() as reader:
        reader.room.narrow_to("da-nang-2017/quang")
        await verified(reader, SAID)
        await reader.press("tab", "enter")
        assert reader.clause_id == "no-military-solution"


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
        assert await verified(reader, "… [—] “”") == "✗ not found"


async def test_one_word_proves_nothing(opened: Opening) -> None:
    async with opened() as reader:
        assert await verified(reader, "Syria") == "✗ too short"
        assert "it was found" in verdict(reader)


async def test_brackets_and_escapes_are_drawn_as_text(opened: Opening) -> None:
    async with opened() as reader:
        hostile = SAID.replace("no", "[b]no[/b] [@click=app.quit]\x1b[31m\u202e{x} %s [/i]")
        await verified(reader, hostile)
        assert "[@click=app.quit]␛[31m\ufffd{x} %s [/i]" in screen(reader).box.text
        # What stands in brackets is taken for an editor's insertion, and listed.
        assert "␛31m\ufffd{x} %s" in verdict(reader)
        assert "insertion “[@click=app.quit]”" in verdict(reader)
        assert "insertion “[/i]”" in verdict(reader)
        drawn = "".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn


async def test_a_very_long_quotation_is_shown_where_it_differs(opened: Opening) -> None:
    async with opened() as reader:
        catalogue = reader.room.catalogue
        assert catalogue is not None
        whole = " ".join(clause.reading.text for clause in catalogue.clauses())
        assert await verified(reader, " ".join([whole] * 12)) != "✓ verbatim"
        assert len(screen(reader).sheet.text) < 20_000


async def test_many_words_that_are_the_same_are_told_not_shown(opened: Opening, tmp_path: Path) -> None:
    words = [f"word{number}" for number in range(1_500)]
    folder = _one_clause(tmp_path, " ".join(words))
    async with opened(folder) as reader:
        words[700] = "changed"
        assert await verified(reader, " ".join(words)) == "✗ altered"
        text = verdict(reader)
        assert "word698 word699 [-word700-]{+changed+} word701 word702" in text
        assert "word24 … 650 words that are the same … word675" in text
        assert text.count("word") < 200


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


# From the search box


def aside(reader: Reader) -> str:
    return reader.room.query_one(OfferLine).aside


async def test_six_words_in_the_search_box_can_be_verified(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, "there is no military solution")
        assert aside(reader) == ""
        await reader.press("space")
        await paste(reader, "to the\r\nconflict")
        assert aside(reader) == "ctrl+r verifies these 8 words"
        assert aside(reader) in reader.room.query_one(OfferLine).render().plain
        await reader.press("ctrl+r")
        assert screen(reader).box.text == "there is no military solution to the conflict"
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the verdict")
        await reader.press("escape")
        assert reader.room.searching
        assert reader.room.bar.value == "there is no military solution to the conflict"
        assert reader.app.focused is reader.room.bar


async def test_the_offer_can_be_clicked_and_the_place_closes_the_search(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search(SAID)
        await reader.pilot.click(OfferLine, offset=(3, 0))
        await reader.until(lambda: title(reader) == "Verdict: ✓ verbatim", "the verdict")
        await reader.press("tab", "enter")
        assert not reader.room.searching
        assert reader.clause_id == "no-military-solution"
        assert len(reader.clause_ids) == 8


@pytest.mark.parametrize(
    "query", ["syria person:putin kind:joint-statement at:danang date:2017 is:direct", "one two three four five", ""]
)
async def test_a_search_is_not_taken_for_a_quotation(opened: Opening, query: str) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, query)
        assert aside(reader) == ""


async def test_a_quotation_in_a_script_without_spaces_is_offered_too(opened: Opening) -> None:
    async with opened() as reader:
        await reader.press("slash")
        await paste(reader, "军事手段不能解决冲突")
        assert aside(reader) == "ctrl+r verifies these 10 words"


async def test_with_nothing_open_there_is_nothing_to_verify_against(opened: Opening, tmp_path: Path) -> None:
    async with opened(tmp_path / "none") as reader:
        await reader.press("v")
        assert reader.app.screen is reader.room
        assert reader.notices == ["Nothing to verify a quotation against"]


@pytest.mark.parametrize("size", [(30, 8), (50, 12), (80, 24), (200, 60)])
async def test_at_every_size_all_of_the_verdict_can_be_scrolled_to(opened: Opening, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await verified(reader, ALTERED)
        sheet = screen(reader).sheet
        width = sheet.size.width
        assert all(len(line) <= width for line in sheet.text.split("\n"))
        assert "proved verbatim" in verdict(reader)
        await reader.press("tab", "G")
        await reader.until(lambda: sheet.scroll_y == sheet.max_scroll_y, "its end")


async def test_the_palette_opens_it(opened: Opening) -> None:
    from tui.app.commands import ReadingCommands

    async with opened() as reader:
        commands = ReadingCommands(reader.app.screen)
        found = [hit async for hit in commands.discover()]
        verify = next(hit for hit in found if hit.text == "study: Verify a quotation")
        verify.command()
        await reader.until(lambda: isinstance(reader.app.screen, VerifyingScreen), "the screen opens")


def _one_clause(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "long"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: long, title: A long clause}\n")
    (folder / "records.yaml").write_text(
        f"""
sources:
  - {{id: gazette, kind: official-text, publisher: Gazette, title: Protocol, language: en}}
statements:
  - id: protocol
    title: Protocol
    kind: memorandum
    clauses:
      - id: only
        part: operative
        renderings:
          - {{source: gazette, speech: direct, authority: authentic, text: {text}}}
"""
    )
    return folder
