"""Texts of a collection are shown as they stand, in every widget: no markup, no control characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.app.conftest import Opening
from tui.app.showing import fitted, lit, shown, shown_on_one_line
from tui.text.visible import one_line, visible

HOSTILE = "[b]bold[/b] [sic] [/i] [@click=app.quit]x[/] \\[a] $accent {x} %s"

brackets = st.text(alphabet=st.sampled_from("[]/\\@ab=$ \n\t\x1b\u202e和é"), max_size=60) | st.text(max_size=60)


@given(brackets)
def test_shown_text_is_the_text(text: str) -> None:
    assert shown(text).plain == visible(text)
    assert shown_on_one_line(text).plain == one_line(text)


@given(brackets, st.integers(2, 40), st.integers(1, 5))
def test_fitted_lines_never_exceed_their_width(text: str, width: int, lines: int) -> None:
    rows = fitted(shown_on_one_line(text), width, lines)
    assert len(rows) <= lines
    assert all(row.rstrip().cell_length <= width for row in rows)


@given(brackets, st.data())
def test_lighting_changes_no_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    from textual.style import Style

    assert lit(shown(text), [(start, end)], Style(bold=True)).plain == visible(text)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A collection with markup in every field that takes text."""
    quoted = '"' + HOSTILE.replace("\\", "\\\\").replace('"', '\\"') + '"'
    (tmp_path / "collection.yaml").write_text(f"{{format: 1, id: hostile, title: {quoted}, note: {quoted}}}\n")
    (tmp_path / "records.yaml").write_text(
        f"""
participants:
  - {{id: p, kind: person, name: {quoted}, other_names: [{quoted}], note: {quoted}}}
sources:
  - {{id: s, kind: archive, publisher: {quoted}, title: {quoted}, language: en, note: {quoted}}}
instruments:
  - {{id: i, kind: treaty, title: {quoted}, symbol: {quoted}}}
aliases:
  - {{names: [{quoted}, other]}}
summits:
  - {{id: m, title: {quoted}, series: {quoted}, place: {quoted}, note: {quoted}}}
statements:
  - id: t
    title: {quoted}
    kind: treaty
    summit: m
    note: {quoted}
    participations:
      - {{participant: p, roles: [principal], office: {quoted}, note: {quoted}}}
    clauses:
      - id: c
        part: body
        num: {quoted}
        by: [p]
        verb: {quoted}
        cites: [{{to: i}}]
        note: {quoted}
        renderings:
          - {{source: s, speech: direct, authority: authentic, text: {quoted}, note: {quoted}}}
"""
    )
    return tmp_path


async def test_markup_in_every_field_is_shown_as_written(opened: Opening, hostile: Path) -> None:
    async with opened(hostile, size=(200, 60)) as reader:
        assert reader.room.problems == ()
        assert HOSTILE in str(reader.room.query_one("TitleBar").render())
        assert HOSTILE in reader.reading
        clause_row = " ".join(line.plain for line in reader.room.clauses.render_row(0, 300))
        assert clause_row.count(HOSTILE) == 3
        for pane in ("1", "3", "1"):
            await reader.press(pane, "j", "j")
            assert HOSTILE in reader.reading
        assert HOSTILE in reader.room.summits.render_row(0, 300)[0].plain
        assert HOSTILE in reader.room.participants.render_row(0, 300)[0].plain
        await reader.press("3", "enter")
        assert f"Narrowed to {HOSTILE}" in reader.state


async def test_a_query_in_markup_is_shown_as_written(opened: Opening, hostile: Path) -> None:
    async with opened(hostile) as reader:
        await reader.search("[sic] bold")
        await reader.press("enter")
        assert "“[sic] bold”" in reader.state


async def test_names_in_the_palette_are_shown_as_written(opened: Opening, hostile: Path) -> None:
    from textual.command import CommandList

    async with opened(hostile) as reader:
        await reader.press("ctrl+p")
        await reader.until(lambda: len(reader.app.screen_stack) > 1, "the palette opens")
        await reader.press(*"sic")

        def prompts() -> list[str]:
            found = reader.app.screen.query(CommandList)
            return [str(option.prompt) for option in found.first().options] if found else []

        await reader.until(lambda: any("[sic]" in prompt for prompt in prompts()), "the summit is offered")


def test_content_is_built_without_markup() -> None:
    assert Content("[sic]").plain == "[sic]"
    assert shown("[sic]").plain == "[sic]"
