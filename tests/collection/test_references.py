"""References that lead nowhere, or back to where they come from, and ids that two records have."""

from __future__ import annotations

import pytest

from tests.collection.factory import CLAUSE, SUMMIT, Shelf, clause, good_ones_are_there, ids, said


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (SUMMIT + "    host: §anne\n", 'error: undefined participant; found "anne"; did you mean "ann"?'),
        (SUMMIT + "    within: §meting\n", 'error: undefined summit; found "meting"; did you mean "meeting"?'),
        (SUMMIT + "    margins_of: §apec\n", 'error: undefined summit; found "apec"; expected one of meeting, oslo'),
        (
            "statements:\n  - {id: s, title: S, kind: readout, summit: §meetings}\n",
            'error: undefined summit; found "meetings"; did you mean "meeting"?',
        ),
        (
            SUMMIT + "    participations: [{participant: ann, roles: [host], acting_for: [norway, §sweden]}]\n",
            'error: undefined participant; found "sweden"; expected one of ann, norway',
        ),
        (
            SUMMIT + "    evidence: [{source: §papr, exact: x}]\n",
            'error: undefined source; found "papr"; did you mean "paper"?',
        ),
        (
            CLAUSE.replace("source: paper", "source: §papers"),
            'error: undefined source; found "papers"; did you mean "paper"?',
        ),
        (
            CLAUSE.replace("part: body", "part: body\n        by: [§bob]"),
            'error: undefined participant; found "bob"; expected one of ann, norway',
        ),
        (
            CLAUSE.replace("part: body", "part: body\n        cites: [{to: §pakt}]"),
            'error: undefined instrument; found "pakt"; did you mean "pact"?',
        ),
        (
            "statements:\n  - {id: other, title: A reply, kind: readout, cites: [{to: pact}, {to: §pakt}]}\n",
            'error: undefined instrument; found "pakt"; did you mean "pact"?',
        ),
        (
            "instruments:\n  - {id: s, kind: statement, title: The text, statement: §jiont}\n",
            'error: undefined statement; found "jiont"; did you mean "joint"?',
        ),
        (
            "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: en, derived_from: §wire}\n",
            'error: undefined source; found "wire"; expected one of paper, s',
        ),
    ],
)
def test_a_reference_to_nothing_is_said_and_costs_no_record(good: Shelf, content: str, message: str) -> None:
    (place,) = good.write_marked("bad.yaml", content)
    library = good.load()
    assert said(library.problems) == [f"bad.yaml:{place}: {message}"]
    assert ids(library) & {"oslo", "s", "other"}
    assert good_ones_are_there(library)


def test_a_reference_to_a_wrong_record_is_no_second_problem(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: bob, kind: person}\n" + SUMMIT + "    host: bob\n")
    assert good.problems() == ['bad.yaml:2:5: error: a participant: "name" is missing']


def test_of_many_names_only_their_number_is_said(good: Shelf) -> None:
    people = "".join(f"  - {{id: p{number:03}, kind: person, name: P}}\n" for number in range(1_000))
    good.write("bad.yaml", "participants:\n" + people + SUMMIT + "    host: x\n")
    assert good.problems() == [
        'bad.yaml:1005:11: error: undefined participant; found "x"; expected one of the 1,002 there are'
    ]


def test_two_clauses_with_one_id(good: Shelf) -> None:
    first = CLAUSE.split("    clauses:\n")[1]
    good.write("bad.yaml", CLAUSE + first.replace("Ann and Bob met on Saturday.", "the experts"))
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:13:13: error: a second clause with this id; the first, at ")
    assert line.endswith('bad.yaml:6, was kept; found "clause"')
    assert clause(library, "good/other#clause").reading.text == "Ann and Bob met on Saturday."
    assert good_ones_are_there(library)


def test_clauses_of_two_statements_may_have_one_id(good: Shelf) -> None:
    good.write("more.yaml", CLAUSE.replace("id: clause", "id: ceasefire"))
    library = good.load()
    assert library.problems == ()
    assert clause(library, "good/other#ceasefire") != clause(library, "good/joint#ceasefire")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("participants:\n  - {id: ann, kind: person, name: Other}\n", "participant"),
        ("sources:\n  - {id: paper, kind: archive, publisher: P, title: T, language: en}\n", "source"),
        ("instruments:\n  - {id: pact, kind: treaty, title: Other}\n", "instrument"),
        ("summits:\n  - {id: meeting, title: Other}\n", "summit"),
        ("statements:\n  - {id: joint, title: Other, kind: readout}\n", "statement"),
    ],
)
def test_two_records_of_a_kind_with_one_id_in_two_files(good: Shelf, content: str, what: str) -> None:
    good.write("second.yaml", content)
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith(f"second.yaml:2:10: error: a second {what} with this id; the first, at ")
    assert "records.yaml:" in line
    assert good_ones_are_there(library)


def test_one_id_may_be_used_by_records_of_different_kinds(good: Shelf) -> None:
    good.write("more.yaml", "summits:\n  - {id: joint, title: The summit}\n")
    assert good.problems() == []


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            SUMMIT + "    within: oslo\n",
            ['bad.yaml:4:13: error: within leads back to "oslo" itself; found "oslo"; expected no cycle'],
        ),
        (
            "summits:\n  - {id: a, title: A, within: b}\n  - {id: b, title: B, margins_of: c}\n"
            "  - {id: c, title: C, within: a}\n",
            ['bad.yaml:4:31: error: within leads back to "c" itself; found "a"; expected no cycle'],
        ),
        (
            "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: en, derived_from: s}\n",
            ['bad.yaml:2:80: error: derived_from leads back to "s" itself; found "s"; expected no cycle'],
        ),
        ("summits:\n  - {id: a, title: A, within: c}\n  - {id: b, title: B, within: c}\n  - {id: c, title: C}\n", []),
    ],
)
def test_what_leads_back_to_itself_is_said_once(good: Shelf, content: str, lines: list[str]) -> None:
    good.write("bad.yaml", content)
    library = good.load()
    assert said(library.problems) == lines
    assert good_ones_are_there(library)


def test_a_long_chain_is_no_cycle_and_does_not_crash_the_interpreter(good: Shelf) -> None:
    chain = "".join(f"  - {{id: s{number}, title: S, within: s{number + 1}}}\n" for number in range(5_000))
    good.write("more.yaml", "summits:\n" + chain + "  - {id: s5000, title: S}\n")
    assert good.problems() == []
