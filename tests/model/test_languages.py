"""Languages are known by their names as well as by their tags."""

from __future__ import annotations

import re

import pytest

from tui.model.language_names import NAMES, language_names


def test_each_language_has_a_name_and_no_two_the_same() -> None:
    assert [code for code in NAMES if not re.fullmatch("[a-z]{2,3}", code)] == []
    every = [name for names in NAMES.values() for name in names]
    assert all(name and name == name.strip() for name in every)
    assert len(every) == len(set(every))


@pytest.mark.parametrize(
    ("tag", "names"),
    [("ru", ("Russian",)), ("FA", ("Persian", "Farsi")), ("zh-Hant", ("Chinese (hant)",)), ("tlh", ())],
)
def test_a_tag_is_called_by_its_language_and_what_else_it_says(tag: str, names: tuple[str, ...]) -> None:
    assert language_names(tag) == names
