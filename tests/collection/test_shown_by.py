"""Facts in the editors' own words: the sources that show them are named, and the words are nobody else's."""

from __future__ import annotations

import pytest

from tests.collection.factory import Shelf, clause, the
from tui.model.vocabulary import Closeness, ProofState, RemarkKind, Role
from tui.study.shown_by import sure

OWN = """\
sources:
  - {id: editors, kind: editors, publisher: The editors, title: "[Facts]", language: en}
  - {id: copy, kind: official-copy, publisher: A blog, title: The text, language: en, url: "https://example.org/text"}
statements:
  - id: other
    title: Another statement
    other_titles: [The other one]
    kind: resolution
    text_seen: the first half
    shown_by: [copy]
    seen: [copy, paper]
    cites: [{to: pact}]
    participations:
      - {participant: ann, roles: [facilitator, participant], shown_by: [copy, paper]}
    remarks:
      - {kind: difference, text: Two dates are given, shown_by: [copy, paper]}
      - {kind: not-found, text: the second half}
    clauses:
      - id: bridge
        part: preambular
        stands: unnumbered paragraph 2
        shown_by: [copy, paper]
        closest: copy
        renderings:
          - {source: editors, speech: indirect, authority: editorial, text: The bridge is to stay}
          - {source: copy, speech: direct, authority: official, text: shall not be pulled down}
"""


def test_all_that_is_said_of_a_fact_is_kept(good: Shelf) -> None:
    good.write("own.yaml", OWN)
    library = good.load()
    assert library.problems == ()
    found = clause(library, "good/other#bridge")
    assert found.shown_by == ("good/copy", "good/paper")
    assert found.closest is Closeness.COPY
    assert (found.num, found.stands) == (None, "unnumbered paragraph 2")
    (statement,) = (one for one in the(library).statements if one.id == "other")
    assert (statement.other_titles, statement.text_seen) == (("The other one",), "the first half")
    assert (statement.shown_by, statement.seen) == (("good/copy",), ("good/copy", "good/paper"))
    assert [citation.instrument for citation in statement.cites] == ["good/pact"]
    assert [(one.kind, one.text, one.shown_by) for one in statement.remarks] == [
        (RemarkKind.DIFFERENCE, "Two dates are given", ("good/copy", "good/paper")),
        (RemarkKind.NOT_FOUND, "the second half", ()),
    ]
    (part,) = statement.participations
    assert part.roles == (Role.FACILITATOR, Role.PARTICIPANT)
    assert part.shown_by == ("good/copy", "good/paper")


def test_the_editors_own_words_are_no_quotation_and_a_page_that_is_not_held_proves_nothing(good: Shelf) -> None:
    good.write("own.yaml", OWN)
    own, page = clause(good.load(), "good/other#bridge").renderings
    assert (own.proof.state, own.proof.complaint) == (ProofState.UNHELD, "the editors' own words, no quotation")
    assert (page.proof.state, page.proof.complaint) == (ProofState.UNHELD, "the source's file is not held")


@pytest.mark.parametrize(
    ("sources", "said"), [((), ""), (("a",), "one source"), (("a", "b", "c"), "confirmed in 3 sources")]
)
def test_how_sure_a_fact_is_is_the_number_of_its_sources(sources: tuple[str, ...], said: str) -> None:
    assert sure(sources) == said


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("shown_by: [copy, copy]", "expected each source once, since they are counted"),
        ("shown_by: [copie]", 'undefined source; found "copie"; did you mean "copy"?'),
        ("closest: copied", 'found "copied"; did you mean "copy"?'),
        ("remarks: [{kind: not-fond, text: x}]", 'found "not-fond"; did you mean "not-found"?'),
        ("same_as: other", "expected an address with its collection, such as da-nang-2017/joint-statement"),
        ("cites: [{to: pakt}]", 'undefined instrument; found "pakt"; did you mean "pact"?'),
    ],
)
def test_what_is_wrong_is_said_and_costs_only_itself(good: Shelf, wrong: str, said: str) -> None:
    key = wrong.partition(":")[0]
    lines = OWN.splitlines(keepends=True)
    indent = "        " if key == "closest" else "    "
    before = [number for number, line in enumerate(lines) if line.startswith(f"{indent}{key}:")]
    if before:
        end = next(n for n in range(before[0] + 1, len(lines)) if not lines[n].startswith(f"{indent} "))
        lines[before[0] : end] = [f"{indent}{wrong}\n"]
    else:
        lines.insert(lines.index("    kind: resolution\n"), f"{indent}{wrong}\n")
    good.write("own.yaml", "".join(lines))
    (problem,) = good.problems()
    assert problem.endswith(said)
    assert clause(good.load(), "good/other#bridge").reading.text == "The bridge is to stay"
