"""References by address: threads, and records that are the same in two collections."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, Shelf, said
from tui.collection.load import check, load

THREAD = """\
threads:
  - id: ceasefire
    title: The ceasefire
    members:
      - {at: joint#ceasefire, note: in the south, shown_by: [paper]}
      - {at: §MEMBER}
"""

SECOND = """\
statements:
  - id: shared
    title: The joint statement
    kind: joint-statement
    same_as: good/joint
    clauses:
      - id: truce
        part: body
        same_as: good/joint#ceasefire
        renderings:
          - {source: blog, speech: indirect, authority: editorial, text: The truce holds}
sources:
  - {id: blog, kind: editors, publisher: B, title: T, language: en}
participants:
  - {id: anna, kind: person, name: Anna, same_as: good/ann}
"""


def second(folder: Path, records: str = SECOND) -> Path:
    """Write a second collection beside the sound one."""
    made = Shelf(folder)
    made.write("collection.yaml", "format: 1\nid: second\ntitle: Second\n")
    made.write("records.yaml", records)
    return folder


def test_a_thread_is_read_with_where_it_runs(good: Shelf) -> None:
    good.write("threads.yaml", THREAD.replace("§MEMBER", "joint"))
    library = good.load()
    assert library.problems == ()
    ((thread,),) = (collection.threads for collection in library.collections)
    assert (thread.key, thread.title) == ("good/ceasefire", "The ceasefire")
    assert [(one.address, one.state.value, one.note, one.shown_by) for one in thread.members] == [
        ("good/joint#ceasefire", "seen", "in the south", ("good/paper",)),
        ("good/joint", "seen", None, ()),
    ]


@pytest.mark.parametrize(
    ("member", "problem"),
    [
        ("joint#ceasfire", 'undefined clause; found "good/joint#ceasfire"; did you mean "good/joint#ceasefire"?'),
        ("joynt", 'undefined statement; found "good/joynt"; did you mean "good/joint"?'),
        ("good/joynt#ceasefire", 'undefined clause; found "good/joynt#ceasefire"'),
    ],
)
def test_a_thread_that_runs_through_nothing_is_said_where_it_is_written(good: Shelf, member: str, problem: str) -> None:
    (place,) = good.write_marked("threads.yaml", THREAD.replace("MEMBER", member))
    (found,) = good.problems()
    assert found == f"threads.yaml:{place}: error: {problem}"


def test_a_second_thread_with_an_id_and_an_unknown_state_are_said(good: Shelf) -> None:
    good.write("threads.yaml", THREAD.replace("§MEMBER", "joint"))
    good.write("zthreads.yaml", THREAD.replace("§MEMBER", "joint, state: changd"))
    problems = good.problems()
    assert any("a second thread with this id" in problem for problem in problems)
    assert any('did you mean "changed"?' in problem for problem in problems)


def test_records_that_are_the_same_in_two_collections_are_looked_up_in_both(good: Shelf, tmp_path: Path) -> None:
    other = second(tmp_path / "second")
    assert load([good.folder, other]).problems == ()
    wrong = SECOND.replace("good/ann", "good/annn").replace("good/joint#ceasefire", "good/joint#truce")
    second(other, wrong)
    assert said(load([good.folder, other]).problems) == [
        'records.yaml:7:9: error: undefined clause; found "good/joint#truce"; did you mean "good/joint#ceasefire"?',
        'records.yaml:15:5: error: undefined participant; found "good/annn"; did you mean "good/ann"?',
    ]


def test_into_a_collection_that_is_not_open_nothing_is_looked_up_and_check_says_so_once(tmp_path: Path) -> None:
    other = second(tmp_path / "second")
    assert load([other]).problems == ()
    (warning,) = said(check([other]))
    assert "warning: the collection good is not open" in warning
    (of_the_file,) = said(check([other / "records.yaml"]))
    assert of_the_file == warning


def test_what_is_the_same_is_in_another_collection(good: Shelf) -> None:
    good.write("other.yaml", CLAUSE.replace("kind: readout", "kind: readout\n    same_as: good/joint"))
    (problem,) = good.problems()
    assert "same_as leads into its own collection" in problem
