"""What every format does with a text before it escapes what is special to itself."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from tui.text.visible import one_line

_UNSAFE_IN_URLS: Final = '{}\\"<>^`|'


def clean(text: str) -> str:
    """Return a text on one line, with no space at its ends and nothing that a terminal would obey."""
    return one_line(text).strip()


def is_editors(text: str) -> bool:
    """Whether a cleaned text is the editors' own from end to end: it stands in square brackets."""
    return text.startswith("[") and text.endswith("]")


def clean_url(url: str) -> str:
    """Return an address of the web with what no address may hold percent-encoded: controls, spaces, braces, quotes."""
    return "".join(_kept(char) for char in url)


def _kept(char: str) -> str:
    if char in _UNSAFE_IN_URLS or not char.isprintable() or char.isspace() or one_line(char) != char:
        return quote(char.encode("utf-8", "replace"), safe="")
    return char
