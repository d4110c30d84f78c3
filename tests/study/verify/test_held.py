"""What stands in a held source is told so: over several paragraphs, in a clause or outside, at its true place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.study.verify.conftest import verifier_of
from tests.study.verify.test_any_span import SHARED
from tui.index.catalogue import Catalogue
from tui.index.opening import open_collections
from tui.model.records import Clause
from tui.study.verify.answer import Answer, Verdict
from tui.study.verify.facts import facts, headline
from tui.study.verify.verifier import Verifier
from tui.text.words import Word, words

_ROOT = Path(__file__).parents[3]
_FILE = Path("seeds") / "000_f6681f6826ab0a45.txt"
_TEXT = (_ROOT / _FILE).read_text("utf-8")
_PARAGRAPHS = [found.span() for found in re.finditer(r"[^\n]+", _TEXT)]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Both bundled collections, as they are open where none is named."""
    folders = [_ROOT / "content" / name for name in ("da-nang-2017", "syria-track")]
    return open_collections(folders, tmp_path_factory.mktemp("compiled")).catalogue


@pytest.fixture(scope="module")
def verifier(catalogue: Catalogue) -> Verifier:
    return verifier_of(catalogue)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[str], str]], Catalogue]:
    """Opens a copy of the Da Nang collection whose source has been changed; the recorded hash is left."""

    def open_it(change: Callable[[str], str]) -> Catalogue:
        folder = Path(shutil.copytree(_ROOT / "content" / "da-nang-2017", tmp_path / "content" / "da-nang-2017"))
        (tmp_path / "seeds").mkdir()
        (tmp_path / _FILE).write_text(change(_TEXT), "utf-8")
        return open_collections([folder], tmp_path / "cache").catalogue

    return open_it


def said(catalogue: Catalogue, answer: Answer) -> str:
    """All that is shown of a verdict but its words."""
    lines = [f"{fact.mark.value if fact.mark else ''} {fact.label} {fact.text}" for fact in facts(catalogue, answer)]
    return "\n".join([headline(answer), *lines])


@pytest.mark.parametrize("joint", ["...", "[...]", "…"])
def test_an_ellipsis_from_clause_to_clause_is_a_splice(joint: str, verifier: Verifier) -> None:
    answer = verifier.verify(f"no military solution {joint} Geneva process")
    assert answer.verdict is Verdict.SPLICED
    assert [place.clause.id for place in answer.places if place.clause] == ["no-military-solution", "geneva-2254"]


def _has(clause: Clause, first: list[Word], second: list[Word]) -> bool:
    """Whether a clause has the first words in a row, and after them the second."""
    one, other = (f" {' '.join(word.folded for word in run)} " for run in (first, second))
    for rendering in clause.renderings:
        text = f" {' '.join(word.folded for word in words(rendering.text))} "
        at = text.find(one)
        if at >= 0 and text.find(other, at + len(one) - 1) >= 0:
            return True
    return False


@SHARED
@given(data=st.data())
def test_words_of_two_clauses_never_stand(data: st.DataObject, catalogue: Catalogue, verifier: Verifier) -> None:
    clauses = list(catalogue.clauses())
    count = data.draw(st.sampled_from([2, 3, 4]))
    number = data.draw(st.integers(0, len(clauses) - 2))
    # Most splices are of neighbours, whose source has both.
    other = number + 1 if data.draw(st.booleans()) else data.draw(st.integers(0, len(clauses) - 1))
    runs = []
    for clause in (clauses[number], clauses[other]):
        text = clause.reading.text
        held = words(text)
        first = data.draw(st.integers(0, max(0, len(held) - count)))
        run = held[first : first + count]
        runs.append((text[run[0].start : run[-1].end], run))
    joint = data.draw(st.sampled_from(["...", "[...]", "…"]))
    answer = verifier.verify(f"{runs[0][0]} {joint} {runs[1][0]}")
    assert not answer.verdict.stands or any(_has(clause, runs[0][1], runs[1][1]) for clause in clauses)


def test_words_that_a_clause_covers_are_not_outside_every_clause(verifier: Verifier) -> None:
    answer = verifier.verify("the sovereignty, independence and territorial integrity of Syria")
    assert answer.verdict is Verdict.ALTERED
    assert [place.clause.id for place in answer.places if place.clause] == ["sovereignty"]


@pytest.mark.parametrize("number", range(len(_PARAGRAPHS) - 1))
def test_two_paragraphs_in_a_row_are_told_so(number: int, verifier: Verifier) -> None:
    start, end = _PARAGRAPHS[number][0], _PARAGRAPHS[number + 1][1]
    answer = verifier.verify(_TEXT[start:end])
    assert answer.verdict is Verdict.REPORTED
    # What comes before the first word is no part of a quotation.
    first = start + words(_TEXT[start:end])[0].start
    begun = answer.places[0]
    assert begun.line is not None
    assert (begun.line, begun.column) == (_TEXT.count("\n", 0, first) + 1, first - _TEXT.rfind("\n", 0, first))


def test_the_whole_source_is_told_so(verifier: Verifier) -> None:
    answer = verifier.verify(_TEXT)
    assert answer.verdict is Verdict.REPORTED
    assert {place.clause.id for place in answer.places if place.clause} >= {"military-channels", "geneva-2254"}
    assert any(place.clause is None for place in answer.places)
    assert any("there is no military solution to the conflict in Syria. They" in one for one in answer.cautions)


def test_one_word_changed_in_two_paragraphs_is_named(verifier: Verifier) -> None:
    start, end = _PARAGRAPHS[7][0], _PARAGRAPHS[8][1]
    answer = verifier.verify(_TEXT[start:end].replace("finalized", "agreed"))
    assert answer.verdict is Verdict.ALTERED
    pieces = [
        (one.left[slice(*piece.left)], one.right[slice(*piece.right)])
        for one in answer.compared
        for piece in one.differing
    ]
    assert pieces == [("finalized", "agreed")]


def test_nothing_in_a_changed_file_is_called_proved(changed: Callable[[Callable[[str], str]], Catalogue]) -> None:
    catalogue = changed(lambda text: text.replace("was prepared by", "was drafted by"))
    answer = verifier_of(catalogue).verify("The document was drafted by the experts of the two countries")
    assert answer.verdict is Verdict.REPORTED
    shown = said(catalogue, answer)
    assert "✓" not in shown
    assert "not proved" in shown
    assert "not the one that was recorded" in shown


def test_words_that_a_changed_file_has_no_longer(changed: Callable[[Callable[[str], str]], Catalogue]) -> None:
    catalogue = changed(lambda text: text.replace("no military solution", "no military answer"))
    answer = verifier_of(catalogue).verify("there is no military solution to the conflict in Syria")
    assert not answer.verdict.stands
    assert answer.places[0].line is None
    shown = said(catalogue, answer)
    assert "its source does not; they are not proved" in shown
    assert "the source is no longer the one that was recorded" in shown
    assert "told of the document" not in shown


@pytest.mark.parametrize(
    ("quotation", "place"),
    [
        ("there is no military solution to the conflict in Syria", (16, 51)),
        ("the ultimate political solution", (16, 127)),
        ("dramatically accelerated", (12, 127)),
    ],
)
def test_the_place_in_a_changed_file_is_the_true_one(
    quotation: str, place: tuple[int, int], changed: Callable[[Callable[[str], str]], Catalogue]
) -> None:
    catalogue = changed(lambda text: f"One line before.\n{text}")
    answer = verifier_of(catalogue).verify(quotation)
    assert answer.verdict is Verdict.VERBATIM
    assert (answer.places[0].line, answer.places[0].column) == place
    line = f"One line before.\n{_TEXT}".splitlines()[place[0] - 1]
    assert line[place[1] - 1 :].startswith(quotation)
