"""What crosses files is told from their ties: who is first, who is missed, and in which order it is said."""

from __future__ import annotations

from tests.collection.compiled import Compiled
from tests.collection.factory import CLAUSE, Shelf, said, the
from tui.collection.compile import compile_file
from tui.collection.link import Links, link
from tui.collection.plan import plan
from tui.collection.units import Unit

BOB = "  - {{id: bob, kind: person, name: {}}}\n"
SUMMIT = "  - {{id: second, title: {}, host: {}}}\n"


def linked(good: Shelf) -> tuple[dict[str, Unit], Links]:
    found = plan(good.folder)
    units = [compile_file(file, found.context) for file in found.again]
    return {unit.outline.key: unit for unit in units}, link(unit.ties for unit in units)


def test_of_two_files_with_one_id_the_first_keeps_it(good: Shelf) -> None:
    good.write("a.yaml", "participants:\n" + BOB.format("First"))
    good.write("b.yaml", "participants:\n" + BOB.format("Second") + "  - {id: cem, kind: person, name: Cem}\n")
    library = good.load()
    assert [person.name for person in the(library).participants] == ["First", "Cem", "Ann", "Norway"]
    units, links = linked(good)
    assert links.dropped == {("b.yaml", "participants", "bob")}
    assert [key for key, unit in units.items() if links.concerns(unit.ties)] == ["b.yaml"]
    assert [person.name for person in links.kept("b.yaml", units["b.yaml"].records).participants] == ["Cem"]


def test_of_two_in_one_file_the_first_keeps_it_and_no_other_file_is_concerned(good: Shelf) -> None:
    good.write("a.yaml", "participants:\n" + BOB.format("First") + BOB.format("Second"))
    assert [person.name for person in the(good.load()).participants] == ["First", "Ann", "Norway"]
    units, links = linked(good)
    assert links.dropped == frozenset()
    assert len(links.problems) == 1
    assert not any(links.concerns(unit.ties) for unit in units.values())


def test_nothing_is_said_of_what_a_dropped_record_refers_to_or_quotes(good: Shelf) -> None:
    good.write("a.yaml", "summits:\n" + SUMMIT.format("First", "ann") + CLAUSE)
    good.write("b.yaml", "summits:\n" + SUMMIT.format("Second", "nobody") + CLAUSE.replace("Ann and", "Ann or"))
    assert [line.partition(";")[0].partition(": error: ")[2] for line in good.problems()] == [
        "a second summit with this id",
        "a second statement with this id",
    ]


def test_when_the_first_goes_the_second_is_there_without_being_compiled(good: Shelf) -> None:
    first = good.write("a.yaml", "summits:\n" + SUMMIT.format("First", "ann"))
    good.write("b.yaml", "summits:\n" + SUMMIT.format("Second", "nobody"))
    compiled = Compiled(good.folder)
    compiled.update()
    first.unlink()
    library = compiled.update()
    assert compiled.again == []
    assert [summit.title for summit in the(library).summits] == ["Second", "The meeting"]
    assert [problem.message for problem in library.problems] == ["undefined participant"]


def test_an_unsound_record_in_another_file_is_not_called_undefined(good: Shelf) -> None:
    good.write("a.yaml", "summits:\n" + SUMMIT.format("Second", "bob"))
    good.write("b.yaml", "participants:\n  - {id: bob, kind: person}\n")
    assert said(good.load().problems) == ['b.yaml:2:5: error: a participant: "name" is missing']


def test_an_unsound_alias_with_an_id_claims_none(good: Shelf) -> None:
    good.write("a.yaml", "aliases:\n  - {id: bob, names: [one]}\n")
    assert [line.partition(": error: ")[2].partition(":")[0] for line in good.problems()] == ["an alias"] * 2


def test_what_is_wrong_with_a_record_is_said_once_and_in_order(good: Shelf) -> None:
    """Even where one place in the file has several problems: YAML aliases make one place of two."""
    good.write(
        "a.yaml",
        CLAUSE.replace("part: body", "part: body\n        by: [&name nobody, zoe]").replace(
            "text: Ann and Bob met on Saturday.",
            "text: *name\n          - {source: *name, speech: direct, authority: agency, text: *name}",
        ),
    )
    units, links = linked(good)
    findings = units["a.yaml"].findings
    assert findings is not None
    told = links.problems_of(units["a.yaml"].outline, findings)
    assert [(problem.location.line, problem.message) for problem in told] == [
        (8, "undefined source"),
        (8, '"nobody" is not proved: the words are not in the source'),
        (8, "undefined participant"),
        (8, "undefined participant"),
    ]
    assert [problem.location.column for problem in told] == [14, 14, 14, 28]
