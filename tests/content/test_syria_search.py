"""Every fragment of the Syria track is found by its words, in the statement that it was seen in."""

from __future__ import annotations

import pytest

from tests.content.track import LIBRARY, TRACK, fragments
from tui.index.catalogue import Catalogue
from tui.search.engine import Searcher

CATALOGUE = Catalogue.of(LIBRARY.collections)
FRAGMENTS = [(statement.key, fragment.text) for statement in TRACK.statements for fragment in fragments(statement)]


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(CATALOGUE.segments(), CATALOGUE.aliases(), CATALOGUE.filters())


def test_there_are_as_many_as_the_sheet_has() -> None:
    assert len(FRAGMENTS) == 108


@pytest.mark.parametrize(("statement", "fragment"), FRAGMENTS)
def test_a_fragment_is_found_and_its_words_are_lit(searcher: Searcher, statement: str, fragment: str) -> None:
    hits = searcher.search(f'"{fragment}"', limit=20).hits
    found = [hit for hit in hits if hit.clause.statement == statement and hit.clause.reading.text == fragment]
    assert found
    assert found[0].spans[0][0] == 0
    assert found[0].spans[-1][1] == len(fragment)
