"""A file that changes is compiled again without the others, unless what they say depends on it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.collection.compiled import Compiled
from tests.collection.factory import CLAUSE, HEAD, RECORDS, REPORT, Shelf, clause, said, the
from tui.collection.fingerprint import Fingerprint
from tui.collection.load import load
from tui.collection.plan import plan
from tui.model.vocabulary import ProofState

OTHER_REPORT = REPORT.replace("Saturday", "Sunday")
PERSON = "participants:\n  - {id: bob, kind: person, name: Bob}\n"
WANTS_BOB = "summits:\n  - {id: second, title: Second, host: bob}\n"


def source(name: str, language: str, file: str | None, text: str | None, derived_from: str | None) -> str:
    parts = [f"id: {name}, kind: news-report, publisher: P, title: T, language: {language}"]
    parts += [f"file: {file}"] if file else []
    parts += [f"sha256: {hashlib.sha256(text.encode()).hexdigest()}"] if text else []
    parts += [f"derived_from: {derived_from}"] if derived_from else []
    return f"  - {{{', '.join(parts)}}}\n"


def listed(name: str, item: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(item, min_size=1, max_size=3).map(lambda items: f"{name}:\n" + "".join(items))


SOURCE_IDS = st.sampled_from(["paper", "wire", "Bad id"])
SUMMIT_IDS = st.sampled_from(["meeting", "second", "third"])
SOURCES = listed(
    "sources",
    st.builds(
        source,
        SOURCE_IDS,
        st.sampled_from(["en", "fr"]),
        st.sampled_from([None, "report.txt", "other.txt"]),
        st.sampled_from([None, REPORT, OTHER_REPORT]),
        st.sampled_from([None, "paper", "wire"]),
    ),
)
PEOPLE = listed(
    "participants", st.sampled_from(["ann", "bob"]).map(lambda name: f"  - {{id: {name}, kind: person, name: N}}\n")
)
SUMMITS = listed(
    "summits",
    st.builds(
        "  - {{id: {}, title: T, {}: {}, host: {}}}\n".format,
        SUMMIT_IDS,
        st.sampled_from(["within", "margins_of", "wihtin"]),
        SUMMIT_IDS,
        st.sampled_from(["ann", "bob", "bbo"]),
    ),
)
STATEMENTS = st.builds(
    lambda name, wire, text: (
        CLAUSE.replace("id: other", f"id: {name}").replace("source: paper", f"source: {wire}").replace("Ann and", text)
    ),
    st.sampled_from(["one", "two"]),
    st.sampled_from(["paper", "wire", "nowhere"]),
    st.sampled_from(["Ann and", "Ann or"]),
)
YAML = SOURCES | PEOPLE | SUMMITS | STATEMENTS | st.sampled_from([RECORDS, "statements: [\n", "- no mapping\n", ""])
EDITS: st.SearchStrategy[list[tuple[str, str | None]]] = st.lists(
    st.tuples(st.sampled_from(["a.yaml", "b.yaml", "deep/c.yml", "d.yaml"]), YAML | st.none())
    | st.tuples(st.sampled_from(["report.txt", "other.txt"]), st.sampled_from([None, REPORT, OTHER_REPORT, "\0"]))
    | st.tuples(st.just("collection.yaml"), st.sampled_from([None, HEAD, HEAD.replace("id: good", "id: renamed")])),
    min_size=1,
    max_size=3,
)


def edit(folder: Path, edits: list[tuple[str, str | None]]) -> None:
    for name, text in edits:
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            Shelf(folder).write(name, text)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDITS, min_size=2, max_size=4))
def test_bringing_up_to_date_gives_what_loading_afresh_gives(steps: list[list[tuple[str, str | None]]]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "good"
        folder.mkdir()
        compiled = Compiled(folder)
        edit(folder, [("report.txt", REPORT), ("collection.yaml", HEAD)])
        for edits in steps:
            edit(folder, edits)
            fresh = load([folder])
            if fresh.collections:  # a folder that is empty by now is none
                updated = compiled.update()
                assert updated.problems == fresh.problems
                assert updated.collections == fresh.collections


@pytest.fixture
def compiled(good: Shelf) -> Compiled:
    """A sound collection of two files, compiled."""
    good.write("statement.yaml", CLAUSE)
    made = Compiled(good.folder)
    made.update()
    assert made.again == ["records.yaml", "statement.yaml"]
    return made


def test_nothing_is_compiled_again_where_nothing_changed(compiled: Compiled, good: Shelf) -> None:
    assert compiled.update() == load([good.folder])
    assert compiled.again == []


def test_a_file_that_is_written_anew_with_the_same_words_is_not_compiled_again(compiled: Compiled, good: Shelf) -> None:
    good.write("statement.yaml", CLAUSE)
    os.utime(good.folder / "statement.yaml", (1, 1))
    compiled.update()
    assert compiled.again == []


def test_a_changed_statement_is_compiled_alone(compiled: Compiled, good: Shelf) -> None:
    good.write("statement.yaml", CLAUSE.replace("Another", "A new"))
    assert compiled.update() == load([good.folder])
    assert compiled.again == ["statement.yaml"]


def test_a_word_changed_for_one_as_long_is_seen(compiled: Compiled, good: Shelf) -> None:
    good.write("statement.yaml", CLAUSE.replace("Ann and", "Ann und"))
    (line,) = said(compiled.update().problems)
    assert '"Ann und Bob met on Saturday." is not proved' in line


def test_a_source_in_another_language_changes_the_files_that_use_it(compiled: Compiled, good: Shelf) -> None:
    good.write("unconcerned.yaml", PERSON)
    compiled.update()
    good.write("records.yaml", RECORDS.replace("language: en", "language: fr"))
    library = compiled.update()
    assert library == load([good.folder])
    assert compiled.again == ["records.yaml", "statement.yaml"]
    assert clause(library, "good/other#clause").reading.language == "fr"


def test_a_sources_other_facts_change_no_other_file(compiled: Compiled, good: Shelf) -> None:
    good.write("records.yaml", RECORDS.replace("The report", "The Report"))
    assert compiled.update() == load([good.folder])
    assert compiled.again == ["records.yaml"]


def test_a_changed_source_file_changes_the_file_that_declares_it_and_those_that_use_it(
    compiled: Compiled, good: Shelf
) -> None:
    good.write("unconcerned.yaml", PERSON)
    compiled.update()
    good.write("report.txt", OTHER_REPORT)
    library = compiled.update()
    assert library == load([good.folder])
    assert compiled.again == ["records.yaml", "statement.yaml"]
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.FAILED


def test_a_source_file_that_goes_and_comes_back(compiled: Compiled, good: Shelf) -> None:
    before = compiled.update()
    (good.folder / "report.txt").unlink()
    library = compiled.update()
    assert library == load([good.folder])
    assert clause(library, "good/other#clause").reading.proof.state is ProofState.UNHELD
    good.write("report.txt", REPORT)
    assert compiled.update() == before


def test_a_source_file_that_is_put_before_the_one_that_was_found(good: Shelf) -> None:
    good.write("../seeds/report.txt", REPORT)
    good.write("records.yaml", RECORDS.replace("file: report.txt", "file: seeds/report.txt"))
    compiled = Compiled(good.folder)
    assert compiled.update().problems == ()
    good.write("seeds/report.txt", OTHER_REPORT)
    library = compiled.update()
    assert library.errors > 0
    assert library == load([good.folder])


def test_a_participant_that_was_missing_is_found_without_compiling_who_names_it(
    compiled: Compiled, good: Shelf
) -> None:
    good.write("refers.yaml", WANTS_BOB)
    assert [problem.message for problem in compiled.update().problems] == ["undefined participant"]
    good.write("people.yaml", PERSON)
    assert compiled.update().problems == ()
    assert compiled.again == ["people.yaml"]


def test_a_participant_that_goes_is_missed_without_compiling_who_names_it(compiled: Compiled, good: Shelf) -> None:
    good.write("refers.yaml", WANTS_BOB)
    good.write("people.yaml", PERSON)
    assert compiled.update().problems == ()
    (good.folder / "people.yaml").unlink()
    assert [problem.message for problem in compiled.update().problems] == ["undefined participant"]
    assert compiled.again == []


def test_a_source_that_is_declared_at_last_proves_the_words_that_name_it(good: Shelf) -> None:
    good.write("statement.yaml", CLAUSE.replace("source: paper", "source: wire"))
    compiled = Compiled(good.folder)
    assert [problem.message for problem in compiled.update().problems] == ["undefined source"]
    good.source("wire", REPORT)
    library = compiled.update()
    assert library.problems == ()
    assert compiled.again == ["statement.yaml", "wire-source.yaml"]
    assert clause(library, "good/other#clause").reading.proof.holds


def test_the_first_of_two_sources_with_one_id_counts_and_the_second_when_it_goes(good: Shelf) -> None:
    good.write("statement.yaml", CLAUSE)
    good.write("a.yaml", "sources:\n" + source("paper", "fr", None, None, None))
    compiled = Compiled(good.folder)
    first = compiled.update()
    assert first == load([good.folder])
    assert clause(first, "good/other#clause").reading.language == "fr"
    assert [problem.message[:15] for problem in first.problems] == ["a second source"]
    (good.folder / "a.yaml").unlink()
    second = compiled.update()
    assert second.problems == ()
    assert clause(second, "good/other#clause").reading.language == "en"


def test_a_collection_that_takes_another_id_is_compiled_whole(compiled: Compiled, good: Shelf) -> None:
    good.write("collection.yaml", HEAD.replace("id: good", "id: renamed"))
    library = compiled.update()
    assert compiled.again == ["records.yaml", "statement.yaml"]
    assert clause(library, "renamed/other#clause").reading.proof.holds


def test_another_title_compiles_nothing(compiled: Compiled, good: Shelf) -> None:
    good.write("collection.yaml", HEAD.replace("A good", "A better"))
    assert the(compiled.update()).title == "A better collection"
    assert compiled.again == []


def test_a_head_that_is_as_it_was_is_not_read_again(compiled: Compiled, monkeypatch: pytest.MonkeyPatch) -> None:
    known = compiled.head
    assert known is not None
    monkeypatch.setattr("tui.collection.head_reading.read_head", None)
    assert plan(compiled.folder, known_head=known).head == known.head


@pytest.mark.parametrize("text", [HEAD.replace("title:", "tittle:"), "id: [", ""])
def test_a_head_with_which_anything_is_wrong_is_read_every_time(compiled: Compiled, good: Shelf, text: str) -> None:
    good.write("collection.yaml", text)
    first, second = compiled.update(), compiled.update()
    assert first.problems
    assert second.problems == first.problems == load([good.folder]).problems


def test_a_file_that_is_no_more(compiled: Compiled, good: Shelf) -> None:
    (good.folder / "statement.yaml").unlink()
    assert compiled.update() == load([good.folder])
    assert compiled.again == []
    assert list(compiled.kept) == ["records.yaml"]


def test_a_file_that_could_not_be_read_is_looked_at_every_time(good: Shelf) -> None:
    (good.folder / "broken.yaml").symlink_to("nowhere")
    compiled = Compiled(good.folder)
    compiled.update()
    compiled.update()
    assert compiled.again == ["broken.yaml"]


def test_a_settled_file_is_not_read_again(good: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: (good.folder / "records.yaml").stat().st_ctime_ns + 10**10)
    compiled = Compiled(good.folder)
    before = compiled.update()
    mark = compiled.unit("records.yaml").outline.fingerprint
    found = (good.folder / "records.yaml").stat()
    digest = hashlib.sha256(RECORDS.encode()).hexdigest()
    assert mark == Fingerprint(len(RECORDS), found.st_mtime_ns, found.st_ctime_ns, digest)
    read = Path.read_bytes

    def only_the_head(path: Path) -> bytes:
        assert path.name == "collection.yaml"
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", only_the_head)
    assert compiled.update() == before


def test_a_file_that_only_took_another_time_is_known_by_it_from_then_on(
    good: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (good.folder / "records.yaml").stat()
    monkeypatch.setattr("time.time_ns", lambda: found.st_ctime_ns)
    compiled = Compiled(good.folder)
    compiled.update()
    assert compiled.unit("records.yaml").outline.fingerprint.mtime_ns == -1
    monkeypatch.setattr("time.time_ns", lambda: found.st_ctime_ns + 10**10)
    compiled.update()
    assert compiled.again == []
    outline = compiled.unit("records.yaml").outline
    assert outline.fingerprint.mtime_ns == found.st_mtime_ns
    assert outline.declared[0].held is not None
    assert outline.declared[0].held.fingerprint is not None
    assert outline.declared[0].held.fingerprint.mtime_ns > 0
