"""What is wrong with a record is said at its place, with the nearest right name, and costs as little as it can."""

from __future__ import annotations

import pytest

from tests.collection.factory import CLAUSE, HEAD, Shelf, clause, good_ones_are_there, said, the
from tui.collection.load import Library
from tui.model.records import Source, Statement, Summit

PERSON = "participants:\n  - id: bob\n    kind: person\n    name: Bob\n"
SUMMIT = "summits:\n  - id: oslo\n    title: Oslo\n"


def ids(library: Library) -> set[str]:
    """The ids of all summits, statements, sources and instruments."""
    collection = the(library)
    found: list[Summit | Statement | Source] = [*collection.summits, *collection.statements, *collection.sources]
    return {record.id for record in (*found, *collection.instruments)}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("§statments: []\n", 'error: unknown key; found "statments"; did you mean "statements"?'),
        (
            "§people: []\n",
            'error: unknown key; found "people"; '
            "expected one of participants, sources, instruments, aliases, summits, statements, threads",
        ),
        (
            PERSON + "    §othernames: [Rob]\n",
            'error: a participant: unknown key; found "othernames"; did you mean "other_names"?',
        ),
        (SUMMIT + "    §contry: NO\n", 'error: a summit: unknown key; found "contry"; did you mean "country"?'),
        (
            SUMMIT + "    participations:\n      - {participant: ann, roles: [host], §acting-for: [norway]}\n",
            'error: a summit, in participations 1: unknown key; found "acting-for"; did you mean "acting_for"?',
        ),
        (SUMMIT + "    §[x]: y\n", "error: a key that is not text; expected a name"),
        (
            "aliases:\n  - {names: [A, B], §names: [C, D], nmes: []}\n",
            'error: a second "names" in one mapping; the first, on line 2, was kept',
        ),
    ],
)
def test_an_unknown_key_is_said_with_the_nearest_right_one(good: Shelf, content: str, message: str) -> None:
    (place,) = good.write_marked("bad.yaml", content)
    library = good.load()
    assert f"bad.yaml:{place}: {message}" in said(library.problems)
    assert good_ones_are_there(library)


def test_an_unknown_key_costs_only_itself(good: Shelf) -> None:
    good.write("bad.yaml", PERSON + "    nickname: Bobby\n    note: kept\n")
    bob = the(good.load()).participants[0]
    assert (bob.id, bob.name, bob.note) == ("bob", "Bob", "kept")


def test_an_unknown_key_deep_in_a_clause_costs_only_itself(good: Shelf) -> None:
    good.write("bad.yaml", CLAUSE + "            langage: fr\n")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:13:13: error: a clause, in renderings 1: unknown key; found "langage"; did you mean "language"?'
    ]
    assert clause(library, "good/other#clause").reading.proof.holds


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "summits:\n  - {id: oslo, title: Oslo, country: §No}\n",
            'error: a summit: country is not right; found "No"; '
            "expected a country code of ISO 3166-1, two capital letters such as VN or NO",
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, date: §11 Nov 2017}\n",
            'error: a summit: date is not right; found "11 Nov 2017"; expected a date such as 2017',
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, date: §2017-02-30}\n",
            'error: a summit: date is not right (day is out of range for month); found "2017-02-30"; expected a date',
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, date: §2018/2017}\n",
            "error: a summit: date is not right (an interval that ends before it begins); "
            'found "2018/2017"; '
            "expected a date",
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, date: §[2017]}\n",
            "error: a summit: date is not right; found a list; expected a date",
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, note: §{a: b}}\n",
            "error: a summit: note is not right; found a mapping; expected text",
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, evidence: §word}\n",
            'error: a summit: evidence is not right; found "word"; expected a list',
        ),
        (
            "summits:\n  - {id: oslo, title: Oslo, host: §Ann B}\n",
            'error: a summit: host is not right; found "Ann B"; '
            "expected an id of small letters, digits and hyphens, such as da-nang-2017",
        ),
        (
            "statements:\n  - {id: s, title: S, kind: readout, languages: [§english]}\n",
            'error: a statement: languages 1 is not right; found "english"; '
            "expected a BCP 47 language tag such as en or zh-Hant",
        ),
    ],
)
def test_a_wrong_value_of_an_optional_key_costs_only_that_key(good: Shelf, content: str, message: str) -> None:
    (place,) = good.write_marked("bad.yaml", content)
    library = good.load()
    (found,) = said(library.problems)
    assert found.startswith(f"bad.yaml:{place}: {message}")
    assert ids(library) & {"oslo", "s"}
    assert good_ones_are_there(library)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("participants:\n  - §{id: bob, name: Bob}\n", 'error: a participant: "kind" is missing'),
        (
            "participants:\n  - {id: bob, kind: §persn, name: Bob}\n",
            'error: a participant: kind is none of its values; found "persn"; did you mean "person"?',
        ),
        (
            "participants:\n  - {id: bob, kind: §xyz, name: Bob}\n",
            'error: a participant: kind is none of its values; found "xyz"; '
            "expected one of state, organisation, person, group",
        ),
        (
            "participants:\n  - {id: §Bob Jones, kind: person, name: Bob}\n",
            'error: a participant: id is not right; found "Bob Jones"; '
            "expected an id of small letters, digits and hyphens, such as da-nang-2017",
        ),
        ("participants:\n  - §bob\n", 'error: a participant is not right; found "bob"; expected a mapping'),
        ("participants:\n  -§\n", "error: a participant is not right; found nothing; expected a mapping"),
        ("participants: §{bob: Bob}\n", "error: participants is not right; found a mapping; expected a list"),
        (
            "aliases:\n  - {names: §[one]}\n",
            "error: an alias: names is not right; found a list; expected a list of at least 2",
        ),
        (
            "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: en, url: §ftp://x}\n",
            'error: a source: url is not right; found "ftp://x"; '
            "expected an address that begins with http:// or https://",
        ),
        (
            "sources:\n  - {id: s, kind: archive, publisher: P, title: T, language: en, sha256: §ABC}\n",
            'error: a source: sha256 is not right; found "ABC"; '
            "expected a SHA-256: 64 hexadecimal digits in small letters",
        ),
        (
            "statements:\n  - {id: s, title: S, kind: §joint_statement}\n",
            'error: a statement: kind is none of its values; found "joint_statement"; did you mean "joint-statement"?',
        ),
    ],
)
def test_a_wrong_record_is_said_at_its_place(good: Shelf, content: str, message: str) -> None:
    (place,) = good.write_marked("bad.yaml", content)
    library = good.load()
    assert said(library.problems) == [f"bad.yaml:{place}: {message}"]
    assert good_ones_are_there(library)


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


def test_a_state_has_the_code_of_a_state(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: uk, kind: state, name: United Kingdom, code: UK}\n")
    library = good.load()
    assert said(library.problems) == [
        'bad.yaml:2:55: error: the code of a state is none of ISO 3166-1; found "UK"; '
        "expected two capital letters such as VN or NO"
    ]
    assert the(library).participants[0].code == "UK"


def test_an_organisation_may_have_any_code(good: Shelf) -> None:
    good.write("more.yaml", "participants:\n  - {id: eu, kind: organisation, name: European Union, code: EU}\n")
    assert good.problems() == []


def test_a_citation_of_words_that_the_clause_does_not_have(good: Shelf) -> None:
    good.write("bad.yaml", CLAUSE.replace("part: body", "part: body\n        cites: [{to: pact, words: the pact}]"))
    library = good.load()
    assert said(library.problems) == ["bad.yaml:8:35: error: the citation's words are not in the clause"]
    assert clause(library, "good/other#clause").cites[0].instrument == "good/pact"


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (
            HEAD.replace("1", "§2"),
            'error: the collection: format is not right; found "2"; expected 1, the version that this program reads',
        ),
        ("§id: good\ntitle: A good collection\n", 'error: the collection: "format" is missing'),
        (HEAD + "§licens: MIT\n", 'error: the collection: unknown key; found "licens"; did you mean "licence"?'),
        (
            HEAD + "language: §English\n",
            'error: the collection: language is not right; found "English"; '
            "expected a BCP 47 language tag such as en or zh-Hant",
        ),
    ],
)
def test_a_wrong_collection_yaml_keeps_the_records(good: Shelf, head: str, message: str) -> None:
    (place,) = good.write_marked("collection.yaml", head)
    library = good.load()
    assert said(library.problems) == [f"collection.yaml:{place}: {message}"]
    assert clause(library, "good/joint#ceasefire").reading.proof.holds


def test_several_problems_are_said_in_one_pass_in_the_order_of_their_places(good: Shelf) -> None:
    good.write(
        "bad.yaml",
        "summits:\n"
        "  - {id: X, titel: T, country: XX, date: soon}\n"
        "  - {id: oslo, title: Oslo, host: nobody}\n"
        "sumits: []\n",
    )
    places = [tuple(map(int, line.split(":")[1:3])) for line in good.problems()]
    assert places == [(2, 5), (2, 10), (2, 13), (2, 32), (2, 42), (3, 35), (4, 1)]


def test_a_message_never_holds_a_whole_file(good: Shelf) -> None:
    good.write("bad.yaml", "participants:\n  - {id: bob, kind: " + "x" * 100_000 + ", name: Bob}\n")
    (line,) = good.problems()
    assert len(line) < 300
    assert "…" in line
