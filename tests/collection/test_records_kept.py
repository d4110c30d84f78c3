"""What is wrong with a record costs as little as it can: what stands beside it is there."""

from __future__ import annotations

import pytest

from tests.collection.factory import CLAUSE, SUMMIT, Shelf, clause, good_ones_are_there, said, the


def test_a_wrong_record_does_not_hide_the_next(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: bob}\n  - {id: eve, kind: person, name: Eve}\n")
    library = good.load()
    assert [participant.id for participant in the(library).participants] == ["eve", "ann", "norway"]


def test_a_wrong_clause_does_not_hide_its_statement_nor_the_other_clauses(good: Shelf) -> None:
    good.write(
        "bad.yaml", CLAUSE.replace("clauses:\n", "clauses:\n      - {id: broken, part: boddy}\n      - nothing\n")
    )
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:6:9: error: a clause: "renderings" is missing',
        'bad.yaml:6:28: error: a clause: part is none of its values; found "boddy"; did you mean "body"?',
        'bad.yaml:7:9: error: a clause is not right; found "nothing"; expected a mapping',
    ]
    assert clause(library, "good/other#clause").reading.proof.holds
    assert good_ones_are_there(library)


def test_a_wrong_participation_does_not_hide_the_clauses_nor_the_other_participations(good: Shelf) -> None:
    first, second, third = good.write_marked(
        "bad.yaml",
        CLAUSE
        + "    participations:\n"
        + "      - {participant: ann, roles: [§principle]}\n"
        + "      - {participant: norway, roles: [host]}\n"
        + "      - participant: ann\n"
        + "        roles: [witness, §observr]\n"
        + "        evidence: [§{source: paper}, {source: paper, exact: Ann}]\n",
    )
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{first}: error: a statement: participations 1, roles 1 is none of its values; "
        'found "principle"; did you mean "principal"?',
        f"bad.yaml:{second}: error: a statement: participations 3, roles 2 is none of its values; "
        'found "observr"; did you mean "observer"?',
        f'bad.yaml:{third}: error: a statement, in participations 3, evidence 1: "exact" is missing',
    ]
    statement = next(statement for statement in the(library).statements if statement.id == "other")
    assert len(statement.clauses) == 1
    kept = [(part.participant, [role.value for role in part.roles]) for part in statement.participations]
    assert kept == [("good/norway", ["host"]), ("good/ann", ["witness"])]
    assert [evidence.exact for evidence in statement.participations[1].evidence] == ["Ann"]


def test_of_a_list_only_the_wrong_items_are_left_out(good: Shelf) -> None:
    good.write("bad.yaml", "statements:\n  - {id: s, title: S, kind: readout, languages: [english, en, german, de]}\n")
    library = good.load()
    assert len(library.problems) == 2
    (statement,) = (statement for statement in the(library).statements if statement.id == "s")
    assert statement.languages == ("en", "de")


def test_what_is_wrong_inside_a_wrong_item_costs_nothing_of_the_next(good: Shelf) -> None:
    good.write(
        "bad.yaml",
        SUMMIT
        + "    participations:\n"
        + "      - {roles: [host], evidence: [{source: paper, exact: Ann}, {source: paper}]}\n"
        + "      - participant: ann\n"
        + "        roles: [host]\n"
        + "        evidence: [{source: paper, exact: Ann}, {source: paper, exact: Bob}]\n",
    )
    library = good.load()
    assert len(library.problems) == 2
    (oslo,) = (summit for summit in the(library).summits if summit.id == "oslo")
    (part,) = oslo.participations
    assert [evidence.exact for evidence in part.evidence] == ["Ann", "Bob"]


def test_places_stay_true_after_something_before_them_is_left_out(good: Shelf) -> None:
    first, second = good.write_marked(
        "bad.yaml",
        SUMMIT
        + "    participations:\n"
        + "      - {participant: ann, roles: §[]}\n"
        + "      - {participant: §nobody, roles: [host]}\n",
    )
    assert good.problems() == [
        f"bad.yaml:{first}: error: a summit: participations 1, roles is not right; "
        "found a list; expected a list of at least 1",
        f'bad.yaml:{second}: error: undefined participant; found "nobody"; expected one of ann, norway',
    ]


def test_a_wrong_rendering_does_not_hide_the_other(good: Shelf) -> None:
    good.write("bad.yaml", CLAUSE + "          - {source: paper, speech: indrect, authority: agency, text: x}\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith(
        'bad.yaml:13:37: error: a clause: renderings 2, speech is none of its values; found "indrect"'
    )
    assert len(clause(library, "good/other#clause").renderings) == 1


def test_a_rendering_goes_with_its_insertions(good: Shelf) -> None:
    """Shown without them, an editor's words would pass for the document's."""
    good.write("bad.yaml", CLAUSE + '            insertions: [{exact: "[sic]", by: nobody}]\n')
    library = good.load()
    assert [line.split(":")[1] for line in said(library.problems)] == ["13"]
    statement = next(statement for statement in the(library).statements if statement.id == "other")
    assert statement.clauses == ()


@pytest.mark.parametrize("exact", ["sic", "[sic", "[a] the document's own words [b]", "[[a]]"])
def test_an_insertion_is_one_pair_of_brackets(good: Shelf, exact: str) -> None:
    good.write("bad.yaml", CLAUSE + f'            insertions: [{{exact: "{exact}", by: source}}]\n')
    (line,) = good.problems()
    assert line.startswith("bad.yaml:13:34: error: a clause: renderings 1, insertions 1, exact is not right; found")
    assert "square brackets" in line
