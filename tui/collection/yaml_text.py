"""The bytes of a YAML file, and their text: UTF-8, without what YAML does not allow."""

from __future__ import annotations

import re
import stat
from itertools import islice
from pathlib import Path
from typing import Final

from tui.collection.fingerprint import UNREAD, Fingerprint, fingerprint
from tui.collection.problems import Problems
from tui.model.records import Location

MAX_BYTES: Final = 32 * 1024 * 1024
"""A larger file is refused: statements of a million clauses are spread over many files."""

_BOM: Final = "\ufeff"

# YAML 1.1, 5.1: the parser gives a file up at the first of these.
_NOT_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAX_STRAY: Final = 20

# The same characters in UTF-8: bytes are looked through many times as fast. Two patterns, each of which begins with
# what is seldom met, take less than one of both.
_CONTROLS: Final = frozenset({*range(0x20), 0x7F} - set(b"\t\n\r"))
_NO_CONTROLS: Final = bytes(byte for byte in range(0x100) if byte not in _CONTROLS)
_LATER_CONTROL: Final = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_NO_CHARACTER: Final = re.compile(rb"\xef\xbf[\xbe\xbf]")


def read_file(path: Path, shown: str, problems: Problems) -> tuple[bytes | None, Fingerprint]:
    """Return what the file at `path` holds, None where it cannot be read, and by what it is known again.

    `shown` is the file's name in messages; nothing is raised.
    """
    start = Location(shown, 1, 1)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            # Reading a pipe or a device might never end.
            problems.error(start, "not a file that can be read", found=_kind_of(found.st_mode), expected="a text file")
            return None, UNREAD
        if found.st_size > MAX_BYTES:
            problems.error(
                start,
                "the file is too large",
                found=f"{found.st_size:,} bytes",
                expected=f"at most {MAX_BYTES:,}; split it",
            )
            return None, UNREAD
        data = path.read_bytes()
    except OSError as error:
        problems.error(start, f"the file cannot be read ({error.strerror or error})")
        return None, UNREAD
    return data, fingerprint(found, data)


def decode(data: bytes, shown: str, problems: Problems) -> str | None:
    """Return the text of a YAML file, or None where it is none; what is wrong is noted in `problems`."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        what = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else f"byte 0x{data[error.start]:02X}"
        problems.error(Location(shown, line, column), "the file is not UTF-8", found=what, expected="UTF-8 text")
        return None
    if text.startswith(_BOM):
        start = Location(shown, 1, 1)
        problems.warning(start, "the file begins with a byte order mark, which was skipped", expected="UTF-8 without")
        text = text.lstrip(_BOM)
    return _without_stray(text, shown, problems) if _has_stray(data) else text


def _has_stray(data: bytes) -> bool:
    """Whether sound UTF-8 holds a character that YAML does not allow."""
    return bool(data.translate(None, _NO_CONTROLS) or _LATER_CONTROL.search(data) or _NO_CHARACTER.search(data))


def _kind_of(mode: int) -> str:
    return "a folder" if stat.S_ISDIR(mode) else "a pipe, a socket or a device"


def _without_stray(text: str, shown: str, problems: Problems) -> str | None:
    """Return `text` with each character that YAML does not allow noted and replaced by U+FFFD.

    The parser would stop at the first, and hide all that is sound after it.
    """
    expected = "text without control characters"
    if "\0" in text:
        at = _place_in(text, text.index("\0"), shown)
        problems.error(at, "the file is not text", found="U+0000", expected="UTF-8 text (is it UTF-16?)")
        return None
    strays = list(islice(_NOT_YAML.finditer(text), _MAX_STRAY + 1))
    for number, stray in enumerate(strays):
        if number == _MAX_STRAY:
            problems.error(_place_in(text, stray.start(), shown), "and more of these", expected=expected)
            break
        problems.error(
            _place_in(text, stray.start(), shown),
            "a character that YAML does not allow, shown as �",
            found=f"U+{ord(stray[0]):04X}",
            expected=expected,
        )
    return _NOT_YAML.sub("\ufffd", text)


def _place_in(text: str, index: int, shown: str) -> Location:
    return Location(shown, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
