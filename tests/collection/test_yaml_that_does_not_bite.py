"""What is written is what is meant: no guesses at types, and every trap of YAML is said where it lies."""

from __future__ import annotations

import pytest

from tests.collection.factory import CLAUSE, Shelf, clause, good_ones_are_there, said, the


@pytest.mark.parametrize("country", ["NO", '"NO"', "'NO'"])
def test_norway_is_a_country(good: Shelf, country: str) -> None:
    good.write("more.yaml", f"summits:\n  - {{id: oslo, title: Oslo, country: {country}}}\n")
    library = good.load()
    assert library.problems == ()
    assert the(library).summits[0].country == "NO"


@pytest.mark.parametrize(
    "text",
    (
        "yes no NO on Off y true False 12:30 1e3 1_000 1,500 0x1F 0o17 010 1.0 .inf -1 +7 = << Null NULL "
        "2017-11-11 2017-11-11T14:30:00Z"
    ).split(),
)
def test_a_text_is_what_was_written(good: Shelf, text: str) -> None:
    good.write("more.yaml", f"participants:\n  - id: bob\n    kind: person\n    name: {text}\n")
    library = good.load()
    assert library.problems == ()
    assert the(library).participants[0].name == text


@pytest.mark.parametrize("name", ["no", "yes", "on", "null-island", "2017", "12", "1e3", "0x1f", "y"])
def test_an_id_is_what_was_written(good: Shelf, name: str) -> None:
    good.write("more.yaml", f"participants:\n  - {{id: {name}, kind: person, name: Bob}}\n")
    library = good.load()
    assert library.problems == ()
    assert the(library).participants[0].key == f"good/{name}"


def test_a_paragraph_number_is_what_was_printed(good: Shelf) -> None:
    good.write("more.yaml", CLAUSE.replace("part: body", "part: operative\n        num: 010"))
    assert clause(good.load(), "good/other#clause").num == "010"


def test_a_date_without_quotation_marks_is_a_date(good: Shelf) -> None:
    good.write("more.yaml", "summits:\n  - {id: oslo, title: Oslo, date: 2017-11-11}\n")
    date = the(good.load()).summits[0].date
    assert date is not None
    assert date.text == "2017-11-11"


@pytest.mark.parametrize("nothing", ["", "~", "null", "# a comment"])
def test_an_optional_key_may_say_nothing(good: Shelf, nothing: str) -> None:
    good.write("more.yaml", f"summits:\n  - id: oslo\n    title: Oslo\n    date: {nothing}\n    note: {nothing}\n")
    library = good.load()
    assert library.problems == ()
    assert (the(library).summits[0].date, the(library).summits[0].note) == (None, None)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_required_key_may_not(good: Shelf, nothing: str) -> None:
    good.write("bad.yaml", f"summits:\n  - title: {nothing}\n    id: oslo\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:2:")
    assert line.endswith("error: a summit: title is not right; found nothing; expected text")
    assert good_ones_are_there(library)


@pytest.mark.parametrize("blank", ['""', "' '", '"\\t\\n"', '"\\u3000"'])
def test_a_required_text_may_not_be_blank(good: Shelf, blank: str) -> None:
    good.write("bad.yaml", f"summits:\n  - id: oslo\n    title: {blank}\n")
    (line,) = good.problems()
    assert line.startswith("bad.yaml:3:12: error: a summit: title is not right; found ")
    assert "; expected text" in line


def test_a_duplicate_key_keeps_the_first_and_says_where_it_is(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - id: bob\n    kind: person\n    name: Bob\n    name: Robert\n")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:5:5: error: a second "name" in one mapping; the first, on line 4, was kept'
    ]
    assert the(library).participants[0].name == "Bob"


def test_a_section_written_twice_is_a_duplicate_key(good: Shelf) -> None:
    entry = "participants:\n  - {{id: {0}, kind: person, name: {0}}}\n"
    good.write("bad.yaml", entry.format("bob") + entry.format("eve"))
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:3:1: error: a second "participants" in one mapping; the first, on line 1, was kept'
    ]
    assert "bob" in [participant.id for participant in the(library).participants]
    assert good_ones_are_there(library)


def test_every_duplicate_in_a_file_is_said(good: Shelf) -> None:
    good.write("bad.yaml", "summits:\n  - {id: a, id: b, title: A, title: B}\n  - {id: c, title: C, id: d}\n")
    library = good.load()
    assert [line.split(": error")[0] for line in said(library.problems)] == [
        "bad.yaml:2:13",
        "bad.yaml:2:30",
        "bad.yaml:3:23",
    ]
    assert {"a", "c"} <= {summit.id for summit in the(library).summits}


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("!!python/object/apply:os.system", "tag:yaml.org,2002:python/object/apply:os.system"),
        ("!!str", "tag:yaml.org,2002:str"),
        ("!!binary", "tag:yaml.org,2002:binary"),
        ("!mine", "!mine"),
    ],
)
def test_a_tag_is_said_and_means_nothing(good: Shelf, tag: str, shown: str) -> None:
    good.write("bad.yaml", f"participants:\n  - id: bob\n    kind: person\n    name: {tag} Bob\n")
    library = good.load()
    assert said(library.problems) == [
        f'bad.yaml:4:11: error: a YAML tag; types come from the format alone; found "{shown}"; expected no tag'
    ]
    assert the(library).participants[0].name == "Bob"
    assert good_ones_are_there(library)


def test_a_tag_on_a_list_is_said_too(good: Shelf) -> None:
    good.write("bad.yaml", "participants: !!set\n  - {id: bob, kind: person, name: Bob}\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:1:15: error: a YAML tag")
    assert the(library).participants[0].name == "Bob"


@pytest.mark.parametrize("escape", ["%C0%80", "%ED%A0%80", "%F5%80%80%80"])
def test_a_tag_that_is_no_text_does_not_crash_the_parser(good: Shelf, escape: str) -> None:
    good.write("bad.yaml", f"summits:\n  - {{id: oslo, title: Oslo}}\nparticipants: !{escape} []\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line == "bad.yaml:3:1: error: not YAML: a tag that is not text; expected no tag"
    assert good_ones_are_there(library)


def test_two_documents_in_a_file(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: bob, kind: person, name: Bob}\n---\nsources: [\n")
    library = good.load()
    assert said(library.problems) == ["bad.yaml:3:1: error: a second document in one file; expected one file each"]
    assert "bob" in [participant.id for participant in the(library).participants]
    assert good_ones_are_there(library)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("participants:\n\t- {id: bob}\n", "2:1"),
        ("participants:\n  - id: bob\n\tkind: person\n", "3:1"),
        ("participants:\n  - id: bob\n    kind:\n\t\t- person\n", "4:1"),
    ],
)
def test_a_tab_that_indents(good: Shelf, content: str, place: str) -> None:
    good.write("bad.yaml", content)
    library = good.load()
    assert said(library.problems) == [
        f"bad.yaml:{place}: error: a tab where YAML allows none; found a tab; expected spaces"
    ]
    assert good_ones_are_there(library)


def test_a_tab_inside_a_text_is_text(good: Shelf) -> None:
    good.write("more.yaml", 'participants:\n  - {id: bob, kind: person, name: "Bob\\tJones"}\n')
    library = good.load()
    assert library.problems == ()
    assert the(library).participants[0].name == "Bob\tJones"


def test_an_alias_is_written_out(good: Shelf) -> None:
    good.write(
        "more.yaml",
        "participants:\n  - {id: bob, kind: person, name: &name Bob}\n  - {id: rob, kind: person, name: *name}\n",
    )
    library = good.load()
    assert library.problems == ()
    assert [participant.name for participant in the(library).participants][:2] == ["Bob", "Bob"]


def test_a_merge_key_is_no_part_of_the_format(good: Shelf) -> None:
    good.write(
        "bad.yaml",
        "participants:\n  - &bob {id: bob, kind: person, name: Bob}\n  - {<<: *bob, id: rob}\n",
    )
    library = good.load()
    assert 'bad.yaml:3:6: error: a participant: unknown key; found "<<"' in "\n".join(said(library.problems))
    assert "bob" in [participant.id for participant in the(library).participants]


def test_an_alias_to_nothing_suggests_the_nearest(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - &robert {id: bob, kind: person, name: Bob}\n  - *rober\n")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:3:5: error: a YAML alias to nothing; found "rober"; did you mean "robert"?'
    ]
    assert good_ones_are_there(library)


@pytest.mark.parametrize(
    "content", ["participants: &a [*a]\n", "participants: &a [{id: *a}]\n", "&a participants: &b\n  - x: {y: *b}\n"]
)
def test_an_alias_that_holds_itself(good: Shelf, content: str) -> None:
    good.write("bad.yaml", content)
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith("bad.yaml:")
    assert "error: a YAML alias that holds itself; found" in line
    assert line.endswith("; expected no cycle")
    assert good_ones_are_there(library)


def bomb(levels: int, width: int) -> str:
    lines = ["participants:", "  - &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        lines.append(f"  - &a{level} [{', '.join([f'*a{level - 1}'] * width)}]")
    return "\n".join(lines) + "\n"


def test_an_alias_bomb_is_defused(good: Shelf) -> None:
    good.write("bad.yaml", bomb(levels=30, width=9))
    library = good.load()
    (line,) = said(library.problems)
    assert (
        line
        == 'bad.yaml:7:10: error: YAML aliases that grow beyond reason; found "*a4"; expected 100,000 nodes at most'
    )
    assert good_ones_are_there(library)


def test_aliases_that_grow_deep_instead_of_wide_are_refused(good: Shelf) -> None:
    steps = [f"  - &a{level} {'[' * 50}*a{level - 1}{']' * 50}" for level in range(1, 60)]
    good.write("bad.yaml", "\n".join(["participants:", "  - &a0 x", *steps]) + "\n")
    library = good.load()
    assert said(library.problems) == ["bad.yaml:4:59: error: nested too deeply; expected at most 64 levels"]
    assert good_ones_are_there(library)


@pytest.mark.parametrize("key", ["[a]", "{a: b}", "~", ""])
def test_a_key_that_is_no_text(good: Shelf, key: str) -> None:
    good.write("bad.yaml", f"? {key}\n: x\nparticipants:\n  - {{id: bob, kind: person, name: Bob}}\n")
    library = good.load()
    (line,) = said(library.problems)
    assert line.endswith("error: a key that is not text; expected a name")
    assert line.startswith("bad.yaml:1:")
    assert "bob" in [participant.id for participant in the(library).participants]
    assert good_ones_are_there(library)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("participants: [\n", "2:1"),
        ("participants: ]\n", "1:15"),
        ("participants:\n- a\n b: c\n", "3:3"),
        ('participants: "open\n', "2:1"),
        ("participants: @x\n", "1:15"),
        ("participants: *\n", "1:16"),
        ("%YAML 3.0\n---\nparticipants: []\n", "1:1"),
        ('participants: "\\ud800"\n', "1:18"),
        ("участники: é: ü\n", "1:13"),
    ],
)
def test_broken_yaml_is_said_at_its_place(good: Shelf, content: str, place: str) -> None:
    good.write("bad.yaml", content)
    library = good.load()
    (line,) = said(library.problems)
    assert line.startswith(f"bad.yaml:{place}: error: not YAML: ")
    assert good_ones_are_there(library)


def test_several_files_are_wrong_in_one_pass(good: Shelf) -> None:
    good.write("a.yaml", "participants: [\n")
    good.write("b.yaml", b"\xff\xfe\x00")
    good.write("c.yaml", "sumits: []\n")
    good.write("d.yaml", "summits:\n  - {id: x, id: y, title: !t T, kountry: NO}\n")
    library = good.load()
    assert [line.split(":", 1)[0] for line in said(library.problems)] == ["a.yaml", "b.yaml", "c.yaml", *["d.yaml"] * 3]
    assert good_ones_are_there(library)
