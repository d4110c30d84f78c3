"""Statement text is data: what of it may reach a screen or a pipe.

Terminals obey control characters, and bidirectional overrides reorder what a reader sees. Both are replaced
by visible signs, one code point for one, so that every offset into the original text stays true.
"""

from __future__ import annotations

import json
import re
from typing import Final

BIDI_CONTROLS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Embeddings, overrides and isolates. The marks U+200E, U+200F and U+061C only help neighbours and stay."""

_SEPARATORS: Final = "\u2028\u2029\x85"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
_UNSAFE_IN_JSON = re.compile(f"[\x7f-\x9f{BIDI_CONTROLS}\u2028\u2029]")
_LONE_SURROGATES = range(0xD800, 0xE000)

_PICTURES: Final = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **{ord(char): 0xFFFD for char in BIDI_CONTROLS},
    **dict.fromkeys(_LONE_SURROGATES, 0xFFFD),
    **{ord(char): ord("\n") for char in _SEPARATORS},
}
_ONE_LINE: Final = {**_PICTURES, **{ord(char): ord(" ") for char in "\t\n" + _SEPARATORS}}


def visible(text: str) -> str:
    """Return `text` fit for a terminal, of the same length in code points.

    C0 controls and DEL become their control pictures (ESC is shown as ␛), C1 and bidirectional controls
    and lone surrogates become U+FFFD. Tab and line feed stay; other line separators become line feeds.
    """
    return text.translate(_PICTURES)


def one_line(text: str) -> str:
    """Return `visible(text)` with tabs and line breaks as spaces; the length in code points is the same."""
    return text.translate(_ONE_LINE)


def find_control(text: str) -> re.Match[str] | None:
    """Return the first control character other than tab, line feed and NEL, or None."""
    return _CONTROL.search(text)


def find_bidi(text: str) -> re.Match[str] | None:
    """Return the first bidirectional embedding, override or isolate, or None."""
    return _BIDI.search(text)


def json_line(record: object) -> str:
    """Return `record` as one line of JSON that holds the exact text and is safe to print to a terminal.

    Letters of every script stay readable; what a terminal would obey is written as a `\\uXXXX` escape,
    so a reader of the JSON gets the original code points back.
    """
    line = json.dumps(record, ensure_ascii=False)
    line = _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", line)
