"""No more words are told as changed than `git diff --word-diff=porcelain` tells on the same pairs."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import given, settings

from benchmarks.corpora import CorporaMissingError, corpora_folder
from benchmarks.word_diff import Figures, figures, git_words, neighbours, our_words, report
from tests.study.difference.texts import WORDY, edited

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not on this machine")

FIXED = [
    ("a political solution must be forged pursuant to it", "a political solution must be found in accordance with it"),
    ("The US and Russia agreed.\nThey will meet.", "Russia and the US agreed.\nThey will not meet."),
    ("one two three four five six", "six five four three two one"),
    ("the the the a the the", "a the a the a"),
    ("Muži a ženy mají právo bez omezení z důvodů", "Mizi a zney maji bez pravo omezeni z duvodu"),
    ("all of it", ""),
    ("a\n\nb\n\nc", "a\n\nc\n\nb"),
]


@pytest.mark.parametrize(("left", "right"), FIXED)
def test_on_fixed_pairs(left: str, right: str) -> None:
    assert our_words(left, right)[0] <= git_words(left, right)


@settings(max_examples=60, deadline=None)
@given(edited())
def test_on_edited_texts(pair: tuple[str, str]) -> None:
    assert our_words(*pair)[0] <= git_words(*pair)


@settings(max_examples=40, deadline=None)
@given(WORDY, WORDY)
def test_on_any_texts(left: str, right: str) -> None:
    assert our_words(left, right)[0] <= git_words(left, right)


def test_gits_words_are_counted() -> None:
    assert git_words("we agree on peace", "we agree on a plan") == 3
    assert git_words("the same", "the same") == 0


def test_on_real_paragraphs() -> None:
    try:
        corpora = corpora_folder()
    except CorporaMissingError as missing:
        pytest.skip(str(missing))
    assert all(figure.ours <= figure.git for figure in map(figures, neighbours(corpora, 60)))


def test_the_report_says_whether_the_bar_is_met() -> None:
    assert report("x", [Figures(10, 10, 12, 0.001)])[-1] == "met"
    assert report("x", [Figures(10, 9, 9, 0.001), Figures(3, 4, 4, 0.001)])[-1] == "NOT MET"
