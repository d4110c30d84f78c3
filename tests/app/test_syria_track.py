"""The Syria track on the screen: whose words they are and how sure they are is said; both collections open together."""

from __future__ import annotations

from tests.app.conftest import CONTENT, Opening, Reader
from tui.app.widgets.bars import TitleBar


def _unwrapped(reader: Reader) -> str:
    """What the reading pane says, without spaces: an address may be wrapped."""
    return "".join(reader.reading.split())


async def test_the_bundled_collections_open_together_without_a_problem(opened: Opening) -> None:
    async with opened(CONTENT) as reader:
        assert reader.room.problems == ()
        assert len(reader.clause_ids) == 8 + 305
        title = str(reader.room.query_one(TitleBar).render())
        assert "Da Nang 2017 · The Syria track, 2012–2022" in title
        # What is seen first is proved, and is read with what the other collection adds.
        assert "da-nang-2017/joint-statement#military-channels" in reader.reading
        assert "proved verbatim" in reader.reading
        assert "syria-track/da-nang-2017-11-11#military-channels" in _unwrapped(reader)


async def test_a_fact_is_read_as_the_editors_own_with_how_sure_it_is(opened: Opening) -> None:
    async with opened(CONTENT / "syria-track") as reader:
        assert reader.room.problems == ()
        await reader.search("transitional governing body with full executive powers")
        assert reader.clause_id == "transitional-governing-body"
        head = reader.room.clauses.render_row(0, 80)[0].plain
        assert head.startswith("– editors' words · 4 sources · 2012-06-30 Action Group for Syria")
        assert "told in the editors' own words, not in the document's" in reader.reading
        assert "confirmed in 4 sources; closest to the official text: a copy of the text" in reader.reading
        assert "How do you read this? (quotes section II from unog.ch)" in reader.reading


async def test_a_fragment_is_found_and_read_first_with_its_page(opened: Opening) -> None:
    async with opened(CONTENT / "syria-track") as reader:
        await reader.search('"конфликт в Сирии не имеет военного решения"')
        assert reader.clause_id == "no-military-solution"
        assert "“конфликт в Сирии не имеет военного решения”" in reader.reading
        assert "http://kremlin.ru/supplement/5252" in _unwrapped(reader)
        assert "not proved: the source's file is not held" in reader.reading
