"""Citations of real records: what is cited, what it is said to do with the statement, and whose words they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.study.cite.samples import BUNDLED, bundled, official
from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.records import Clause
from tui.model.vocabulary import ProofState
from tui.study.cite.chicago import plain
from tui.study.cite.citing import cite_clause, cite_source, cite_statement
from tui.study.cite.formats import Format, written

REPORT = "[News report on the joint statement on Syria], [Sputnik], [November 11, 2017?]"
WORK = (
    "“Joint statement on Syria” of Vladimir Putin and Donald Trump, approved November 11, 2017, "
    "Putin–Trump meeting, Da Nang"
)

NOT_ITS_WORDS = "in the words of [Sputnik], not of the statement"
HERALD = "“Mayors say 'never' to tolls,” Ford Herald, October 1998, https://herald.example/tolls"


@pytest.fixture
def ford(tmp_path: Path) -> Catalogue:
    return official(tmp_path)


def note(catalogue: Catalogue, address: str, rendering: int = 0) -> str:
    clause = _clause(catalogue, address)
    chosen = clause.renderings[rendering]
    others = tuple(one for one in clause.renderings if one is not chosen)
    return plain(cite_clause(catalogue, replace(clause, renderings=(chosen, *others))))


def _clause(catalogue: Catalogue, address: str) -> Clause:
    clause = catalogue.clause(address)
    assert clause is not None
    return clause


def test_a_statement_that_the_press_quotes_is_cited_by_the_press_item() -> None:
    assert note(bundled(), f"{BUNDLED}#military-channels") == (
        f"{REPORT}, quoting {WORK}; summit-tui {BUNDLED}#military-channels."
    )


def test_what_the_press_tells_in_its_own_words_is_reported_and_not_quoted() -> None:
    assert note(bundled(), f"{BUNDLED}#sovereignty") == (
        f"{REPORT}, reporting {WORK}; {NOT_ITS_WORDS}; summit-tui {BUNDLED}#sovereignty."
    )


def test_what_is_quoted_in_part_says_so_and_what_the_editors_know_of_it() -> None:
    assert note(bundled(), f"{BUNDLED}#de-confliction") == (
        f"{REPORT}, quoting in part {WORK}; the statement's words only where [Sputnik] gives them in quotation marks; "
        "editors' note: The report does not name the joint statement in this sentence; it gives the words as the two "
        f"leaders'; summit-tui {BUNDLED}#de-confliction."
    )


def test_a_statement_whose_text_was_published_is_cited_by_that_text(ford: Catalogue) -> None:
    assert note(ford, "ford/declaration#tolls") == (
        "Ann Lee and Bob Ray, “Ford declaration,” signed October 30, 1998, Meeting of the mayors, Ford, FD/1998/7, "
        "operative, para. 3 (b), State Gazette, November 2, 1998, https://gazette.example/1998/7?a=1&b=2#top; "
        "not proved: the source's file is not held; summit-tui ford/declaration#tolls."
    )


def test_a_translation_says_what_it_is_and_what_it_was_made_from(ford: Catalogue) -> None:
    said = note(ford, "ford/declaration#tolls", 1)
    assert (
        "para. 3 (b), “Декларация,” Ministry; official translation; made from Ford declaration, State Gazette;" in said
    )


def test_the_same_clause_in_a_newspaper_is_cited_by_the_newspaper(ford: Catalogue) -> None:
    assert note(ford, "ford/declaration#tolls", 2).startswith(
        f"{HERALD}, quoting in part “Ford declaration” of Ann Lee and Bob Ray, signed October 30, 1998, "
    )


def test_a_source_that_only_tells_is_cited_as_telling_whatever_its_kind(ford: Catalogue) -> None:
    said = note(ford, "ford/declaration#talk")
    assert said.startswith("[Notes of the clerk], Clerk, n.d., reporting “Ford declaration”")
    assert "in the words of Clerk, not of the statement; unofficial text;" in said
    assert "attributed to the statement by the editors of the collection" in said


def test_the_editors_own_summary_is_never_called_the_documents_words(ford: Catalogue) -> None:
    said = note(ford, "ford/declaration#hope")
    assert "the basis of a summary of “Ford declaration”" in said
    assert "preambular; in the words of Ford Herald, not of the statement; summary by the editors" in said
    assert "quoting" not in said


def test_words_that_the_source_was_not_found_to_have_are_not_quoted() -> None:
    catalogue = bundled()
    clause = _clause(catalogue, f"{BUNDLED}#military-channels")
    failed = replace(clause.reading, proof=replace(clause.reading.proof, state=ProofState.FAILED))
    said = plain(cite_clause(catalogue, replace(clause, renderings=(failed,))))
    assert "said to quote “Joint statement" in said
    assert "NOT PROVED: the source was not found to have these words" in said


def test_a_whole_statement_is_cited_by_its_text_where_one_was_published(ford: Catalogue) -> None:
    (report,) = bundled().find(BUNDLED)
    told = plain(cite_statement(bundled(), report))  # type: ignore[arg-type]
    assert told == f"{REPORT}, quoting in part {WORK}; summit-tui {BUNDLED}."
    declaration = ford.statement("ford/declaration")
    assert declaration is not None
    assert "State Gazette, November 2, 1998" in plain(cite_statement(ford, declaration))


def test_what_is_not_known_is_said_or_left_out_and_never_made_up(ford: Catalogue) -> None:
    bare = ford.statement("ford/bare")
    assert bare is not None
    assert plain(cite_statement(ford, bare)) == (
        "[Agreement on wells], n.d.; no source of its text is recorded; summit-tui ford/bare."
    )
    assert "quoting “Pact of four” of Ann Lee et al., treaty, n.d.; not proved" in note(ford, "ford/many#one")


def test_a_source_that_is_not_recorded_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "collection.yaml").write_text("{format: 1, id: lost, title: Lost}\n")
    (tmp_path / "records.yaml").write_text(
        "statements: [{id: pact, title: The pact, kind: agreement, clauses: [{id: one, part: body, renderings: "
        "[{source: gone, speech: indirect, authority: agency, text: We agree.}]}]}]\n"
    )
    catalogue = Catalogue.of(load([tmp_path]).collections)
    assert note(catalogue, "lost/pact#one") == (
        "“The pact,” agreement, n.d.; its source, lost/gone, is not recorded; "
        "in the words of lost/gone, not of the statement; not proved: the source is undefined; "
        "summit-tui lost/pact#one."
    )
    pact = catalogue.statement("lost/pact")
    assert pact is not None
    assert "no source of its text is recorded" in plain(cite_statement(catalogue, pact))


def test_a_source_is_cited_by_itself(ford: Catalogue) -> None:
    herald = ford.source("ford/herald")
    assert herald is not None
    assert plain(cite_source(herald)) == (f"{HERALD}; summit-tui ford/herald.")


def test_each_rendering_is_a_reference_of_its_own_and_none_stands_twice(ford: Catalogue) -> None:
    clause = _clause(ford, "ford/declaration#tolls")
    references = [
        cite_clause(
            ford, replace(clause, renderings=(one, *(other for other in clause.renderings if other is not one)))
        )
        for one in clause.renderings
    ]
    assert len({reference.key for reference in references}) == 3
    for format_ in Format:
        assert written([*references, *references], format_) == written(references, format_)
