from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.cases import FILES, read_cases
from benchmarks.corpora import CorporaMissingError, cases_folder, corpora_folder, scale_rows
from benchmarks.make_collection import make
from benchmarks.memory import private_mb
from benchmarks.normal import holds, normalise
from benchmarks.tables import median, ms, percentile, ratio, share, table
from benchmarks.texts import phrases, prefixes, read_texts
from tests.benchmarks.made import case, rows


def test_phrases_are_word_for_word_and_the_same_each_time(tmp_path: Path) -> None:
    make(rows(50), [], tmp_path / "made")
    found = phrases(tmp_path / "made", 100)
    texts, _ = read_texts(tmp_path / "made", [])
    assert len(found) == 100
    assert all(any(holds(text, normalise(phrase)) for text in texts) for phrase in found)
    assert all(3 <= len(phrase.split()) <= 12 for phrase in found)
    assert phrases(tmp_path / "made", 100) == found


def test_judges_learn_the_texts_at_the_places_they_know(tmp_path: Path) -> None:
    made = rows(20)
    make(made, [], tmp_path / "made")
    also = made[8]
    texts, (judge,) = read_texts(tmp_path / "made", [case("Nowhere.", "q", places=((also.doc, also.par),))])
    assert len(texts) == 20
    assert [number for number, text in enumerate(texts) if judge.right(text)] == [8]


def test_every_prefix_is_typed() -> None:
    assert prefixes("ab c") == ["a", "ab", "ab ", "ab c"]


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(100, 0, -1)]
    assert [percentile(values, percent) for percent in (0, 50, 99, 100)] == [1, 50, 99, 100]
    assert median([3.0]) == 3.0


def test_figures_say_what_they_are() -> None:
    assert (ms(0.0042), ms(1.5)) == ("4.2", "1,500")
    assert (share(1, 8), share(0, 0)) == ("12.5 %", "-")
    assert (ratio(3.0, 2.0), ratio(1.0, 0.0)) == ("1.5", "-")
    assert table(("", "n"), [("long name", "1"), ("x", "200")]) == "             n\nlong name    1\nx          200"


def test_private_memory_is_added_up() -> None:
    rollup = "55d0-7ffe ---p 00 00:00 0 [rollup]\nRss: 9000 kB\nPrivate_Clean: 1024 kB\nPrivate_Dirty: 2048 kB\n"
    assert private_mb(rollup) == 3.0


@pytest.fixture
def corpora() -> Path:
    try:
        return corpora_folder()
    except CorporaMissingError as error:
        pytest.skip(str(error))


def test_a_named_folder_without_the_data_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_CORPORA", str(tmp_path))
    with pytest.raises(CorporaMissingError, match="SUMMIT_CORPORA"):
        corpora_folder()


def test_the_scale_file_has_its_documents_in_one_piece(corpora: Path) -> None:
    read = list(islice(scale_rows(corpora), 2_000))
    docs = list(dict.fromkeys(row.doc for row in read))
    assert [row.doc for row in read] == [row.doc for doc in docs for row in read if row.doc == doc]
    assert all(row.text.strip() for row in read)


def test_the_quote_cases_are_unpacked_once_and_read(corpora: Path, tmp_path: Path) -> None:
    folder = cases_folder(corpora, tmp_path)
    assert cases_folder(corpora, tmp_path) == folder
    real, scripted = (read_cases(folder, name) for name in FILES)
    assert (len(real), len(scripted)) == (176, 240)
    assert len({case.language for case in scripted}) == 12
    assert all(case.words and case.text for case in (*real, *scripted))
