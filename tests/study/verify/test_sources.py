"""What a verdict says when the file of a source is another, is gone, or is not text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.study.verify.conftest import FOLDERS, opened, verifier_of
from tui.study.verify.answer import Answer, Verdict

WORDS = "the harbour must remain open, secular and neutral"
TOLD = "the talks had been frank and useful"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented collection, to be changed."""
    return Path(shutil.copytree(FOLDERS["Port Sel"], tmp_path / "harbour"))


def verified(folder: Path, quotation: str) -> Answer:
    return verifier_of(opened(folder, folder.parent / "cache")).verify(quotation)


def test_words_that_still_stand_in_a_changed_file(folder: Path) -> None:
    source = folder / "texts" / "arland.txt"
    source.write_text(source.read_text("utf-8") + "\nA later line.\n", "utf-8")
    answer = verified(folder, WORDS)
    assert answer.verdict is Verdict.VERBATIM
    assert any("not the one that was recorded" in caution for caution in answer.cautions)


def test_words_that_no_longer_stand_in_a_changed_file_are_not_the_documents(folder: Path) -> None:
    source = folder / "texts" / "arland.txt"
    source.write_text(source.read_text("utf-8").replace("secular", "national"), "utf-8")
    answer = verified(folder, WORDS)
    assert not answer.verdict.stands
    assert any("not proved" in caution for caution in answer.cautions)


def test_a_file_that_is_gone(folder: Path) -> None:
    (folder / "texts" / "arland.txt").unlink()
    answer = verified(folder, WORDS)
    assert answer.verdict is Verdict.VERBATIM
    assert answer.places[0].line is None
    assert any("not held" in caution for caution in answer.cautions)
    assert verified(folder, TOLD).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize("content", [b"\xff\xfe\x00broken", b"the harbour\x00must"])
def test_a_file_that_is_not_text(folder: Path, content: bytes) -> None:
    (folder / "texts" / "arland.txt").write_bytes(content)
    answer = verified(folder, WORDS)
    assert answer.verdict is Verdict.VERBATIM
    assert any("not held" in caution for caution in answer.cautions)


def test_a_file_that_goes_while_it_is_being_read_from(folder: Path) -> None:
    verifier = verifier_of(opened(folder, folder.parent / "cache"))
    (folder / "texts" / "arland.txt").unlink()
    assert verifier.verify(WORDS).verdict is Verdict.VERBATIM
    assert verifier.verify(TOLD).verdict is Verdict.NOT_FOUND
