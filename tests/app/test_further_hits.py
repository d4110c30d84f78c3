"""The first hits with every key; more of them once nothing is typed for a moment, below those that are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Opening, Reader
from tui.app.messages import SearchFinished

_HEAD = """
sources:
  - {id: gazette, kind: official-text, publisher: Gazette, title: Protocol, language: en}
statements:
  - id: protocol
    title: Protocol
    kind: memorandum
    act: signed
    date: 2018-01-05
    clauses:
"""
_CLAUSE = """\
      - id: c{number}
        part: operative
        renderings:
          - source: gazette
            speech: direct
            authority: authentic
            text: The parties shall repair bridge number {number}.
"""
_MANY = 70


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A collection with more clauses of a kind than are looked for at first."""
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "collection.yaml").write_text("{format: 1, id: many, title: Many}\n")
    clauses = "".join(_CLAUSE.format(number=number) for number in range(_MANY))
    (folder / "records.yaml").write_text(_HEAD + clauses)
    return folder


async def _further(reader: Reader) -> None:
    await reader.until(lambda: reader.room.results and len(reader.room.results.hits) == _MANY, "further hits")


@pytest.mark.parametrize("query", ["repair bridge", '"repair bridge"'])
async def test_further_hits_come_below_the_first_and_the_cursor_stays(opened: Opening, many: Path, query: str) -> None:
    async with opened(many) as reader:
        await reader.search(query)
        first = reader.clause_ids
        assert len(first) == 30
        assert "first 30 of" in reader.state or "best 30" in reader.state
        await reader.press("down", "down", "down")
        lines = [reader.room.clauses.render_line(y).text for y in range(20)]
        place = reader.clause_id
        await _further(reader)
        assert reader.clause_ids[:30] == first
        assert len(set(reader.clause_ids)) == _MANY
        assert reader.clause_id == place == first[3]
        assert [reader.room.clauses.render_line(y).text for y in range(20)] == lines
        assert reader.state.startswith(f"{_MANY} hits")


async def test_facets_of_ranked_hits_are_of_all_that_are_listed(opened: Opening, many: Path) -> None:
    async with opened(many) as reader:
        await reader.press("f")
        await reader.search("repair bridge")
        await _further(reader)
        await reader.until(lambda: f"of all {_MANY}" in str(reader.room.query_one("#pane-3").border_title))


async def test_where_the_first_answer_has_all_nothing_more_is_looked_for(opened: Opening) -> None:
    async with opened() as reader:
        await reader.search("ceasefire")
        assert not reader.room.more_coming
        found = [message for message in reader.messages if isinstance(message, SearchFinished)]
        assert not any(message.further for message in found)


async def test_what_is_typed_in_between_is_looked_for_instead(opened: Opening, many: Path) -> None:
    async with opened(many) as reader:
        await reader.search("repair bridge")
        assert reader.room.more_coming
        reader.room.bar.value = "repair bridge 17"
        await reader.until(lambda: reader.room.results and reader.room.results.query == "repair bridge 17")
        assert reader.clause_ids[0] == "c17"


async def test_the_line_of_the_concordance_stays_too(opened: Opening, many: Path) -> None:
    async with opened(many) as reader:
        await reader.search('"repair bridge"')
        await reader.press("ctrl+t", "down", "down")
        line = reader.room.concordance.line
        assert line is not None
        await _further(reader)
        assert reader.room.concordance.count == _MANY
        now = reader.room.concordance.line
        assert now is not None
        assert (now.clause.id, now.start) == (line.clause.id, line.start)


async def test_a_hit_opened_before_further_ones_came_is_left_alone(opened: Opening, many: Path) -> None:
    async with opened(many) as reader:
        await reader.search("repair bridge")
        await reader.press("enter")
        assert not reader.room.more_coming
        assert reader.state.startswith("Hit 1 of 30")
        await reader.press("c")
        await _further(reader)
        assert reader.room.results is not None
