"""What is wrong with a record is said at its place, with the nearest right name."""

from __future__ import annotations

import pytest

from tests.collection.factory import CLAUSE, HEAD, PERSON, SUMMIT, Shelf, clause, good_ones_are_there, ids, said, the


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
