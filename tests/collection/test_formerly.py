"""Clauses that were moved or renumbered: their old ids are checked like ids, and lead to them."""

from __future__ import annotations

import pytest

from tests.collection.compiled import Compiled
from tests.collection.factory import CLAUSE, Shelf, clause
from tui.collection.paths import shown

RENUMBERED = CLAUSE.replace("part: body", "part: body\n        formerly: §[§first, joint#§opening]").replace("§", "")
MOVED = """\
statements:
  - id: later
    title: A later statement
    kind: readout
    clauses:
      - id: talks
        part: body
        formerly: [{}]
        renderings:
          - {{source: paper, speech: indirect, authority: agency, text: Ann and Bob met on Saturday.}}
"""


def test_old_ids_are_addresses_in_this_statement_or_the_one_they_name(good: Shelf) -> None:
    good.write("other.yaml", RENUMBERED)
    library = good.load()
    assert library.problems == ()
    assert clause(library, "good/other#clause").formerly == ("good/other#first", "good/joint#opening")


@pytest.mark.parametrize("old", ["clause", "other#clause", "joint#ceasefire"])
def test_an_old_id_that_a_clause_has_is_an_error_at_its_place(good: Shelf, old: str) -> None:
    (place,) = good.write_marked(
        "other.yaml", CLAUSE.replace("part: body", f"part: body\n        formerly: [before, §{old}]")
    )
    address = old if "#" in old else f"other#{old}"
    assert good.problems() == [
        f'other.yaml:{place}: error: a former id that a clause has now; found "{address}"; '
        "expected an id that no clause has any more"
    ]


def test_of_two_clauses_with_one_old_id_the_first_keeps_it(good: Shelf) -> None:
    good.write("a.yaml", CLAUSE.replace("part: body", "part: body\n        formerly: [before]"))
    (place,) = good.write_marked("b.yaml", MOVED.format("§other#before"))
    line = 1 + RENUMBERED[: RENUMBERED.index("formerly")].count("\n")
    assert good.problems() == [
        f"b.yaml:{place}: error: a second claim to a former id; the first, at "
        f'{shown(good.folder / "a.yaml")}:{line}, was kept; found "other#before"'
    ]


@pytest.mark.parametrize("old", ["Upper", "a#b#c", "#a", "a#", "a/b", "a/b#c"])
def test_what_is_no_id_is_refused(good: Shelf, old: str) -> None:
    (place,) = good.write_marked("b.yaml", MOVED.format(f'§"{old}"'))
    (problem,) = good.problems()
    assert problem.startswith(f"b.yaml:{place}: error:")


def test_an_id_that_comes_back_and_goes_again_is_told_without_compiling_who_claims_it(good: Shelf) -> None:
    good.write("a.yaml", CLAUSE)
    good.write("b.yaml", MOVED.format("other#second"))
    compiled = Compiled(good.folder)
    assert compiled.update().problems == ()
    good.write("a.yaml", CLAUSE.replace("id: clause", "id: second"))
    (problem,) = compiled.update().problems
    assert compiled.again == ["a.yaml"]
    assert problem.message == "a former id that a clause has now"
    good.write("a.yaml", CLAUSE)
    assert compiled.update().problems == ()


def test_what_a_dropped_statement_says_of_old_ids_counts_for_nothing(good: Shelf) -> None:
    good.write("a.yaml", CLAUSE)
    good.write("b.yaml", CLAUSE.replace("part: body", "part: body\n        formerly: [clause]"))
    assert [line.partition(";")[0].partition(": error: ")[2] for line in good.problems()] == [
        "a second statement with this id"
    ]


def test_an_old_address_with_its_collection_is_told_what_is_expected(good: Shelf) -> None:
    (place,) = good.write_marked(
        "a.yaml", CLAUSE.replace("part: body", "part: body\n        formerly: [§good/other#first]")
    )
    assert good.problems() == [
        f'a.yaml:{place}: error: a clause: formerly 1 is not right; found "good/other#first"; expected an id that was '
        "a clause's, such as ceasefire, or with its statement's, such as joint-statement#ceasefire"
    ]
