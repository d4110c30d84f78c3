"""The files that sources are read from: found only where they may be, and read as they are."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_right
from collections import OrderedDict
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from tui.collection.fingerprint import Fingerprint, fingerprint, recheck
from tui.collection.loose import Loose, loosen
from tui.collection.paths import real
from tui.collection.problems import quoted
from tui.collection.yaml_text import MAX_BYTES

SEEDS: Final = "seeds"
_SEEDS_ABOVE: Final = 2  # content/NAME/ and the seeds/ beside content/
_KEPT: Final = 4_000_000
"""How many code points of source texts are kept for the next clause that is proved against them."""


class SourceText:
    """The text of a source file, exactly as decoded: no line ending changed, no byte order mark dropped."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]

    @cached_property
    def loose(self) -> Loose:
        """The text without its style, for words that an editor has restyled."""
        return loosen(self.text)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Return the line and column, counted from 1, of a code point."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


class Trouble(NamedTuple):
    """Why a file cannot serve as a source: what is wrong, what was found, what was expected."""

    message: str
    found: str | None = None
    expected: str | None = None


class Held(NamedTuple):
    """What was found where a source's `file` points, without the text itself.

    `path` is None where it points nowhere that a source may be; `fingerprint` is None where no file was read.
    `trouble` says why there is no text; where it is None there is one.
    """

    path: str | None
    fingerprint: Fingerprint | None
    trouble: Trouble | None

    @property
    def digest(self) -> str | None:
        """The SHA-256 of the file, or None where no file was read."""
        return self.fingerprint.digest if self.fingerprint else None

    def same_as(self, other: Held) -> bool:
        """Whether both found the same, whatever the times of the files."""
        return (self.path, self.digest, self.trouble) == (other.path, other.digest, other.trouble)


class SourceFiles:
    """Reads the source files of one collection, each once while there is room for its text.

    `folder` is the collection's. Sent to another process it goes without the texts.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: OrderedDict[str, tuple[Held, SourceText | None]] = OrderedDict()
        self._size = 0

    def __reduce__(self) -> tuple[type[SourceFiles], tuple[Path]]:
        return SourceFiles, (self._folder,)

    def look(self, name: str) -> tuple[Held, SourceText | None]:
        """Return what stands where a source's `file: name` points, and its text; nothing is raised."""
        known = self._read.get(name)
        if known is not None:
            self._read.move_to_end(name)
            return known
        held, text = _look(self._folder, name)
        self._read[name] = held, text
        self._size += len(text.text) if text else 0
        while self._size > _KEPT and len(self._read) > 1:
            _, (_, oldest) = self._read.popitem(last=False)
            self._size -= len(oldest.text) if oldest else 0
        return held, text

    def again(self, name: str, known: Held) -> Held:
        """Return what stands there now, without reading a file that has not changed since `known`."""
        path = _resolve(self._folder, name)
        if path is not None and str(path) == known.path and known.fingerprint is not None:
            now = recheck(path, known.fingerprint)
            if now is not None:
                return known._replace(fingerprint=now)
        return self.look(name)[0]


def _look(folder: Path, name: str) -> tuple[Held, SourceText | None]:
    path = _resolve(folder, name)
    if path is None:
        trouble = Trouble(
            "a source file out of bounds", quoted(name), f"a path below the collection's folder or in {SEEDS}/"
        )
        return Held(None, None, trouble), None
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            trouble = Trouble("the source file is not a file", quoted(name), "a text file")
            return Held(str(path), None, trouble), None
        if found.st_size > MAX_BYTES:
            trouble = Trouble("the source file is too large", None, f"at most {MAX_BYTES:,} bytes")
            return Held(str(path), None, trouble), None
        data = path.read_bytes()
    except OSError as error:
        trouble = Trouble(f"the source file cannot be read ({error.strerror or error})", quoted(name))
        return Held(str(path), None, trouble), None
    mark = fingerprint(found, data)
    text = _decode(data)
    if isinstance(text, int):
        message = f"the source file is not text (byte {text:,} is 0x{data[text]:02X})"
        return Held(str(path), mark, Trouble(message, quoted(name), "UTF-8 text")), None
    return Held(str(path), mark, None), SourceText(text)


def _decode(data: bytes) -> str | int:
    """Return the text, or the place of the first byte that no text has there."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    nul = data.find(b"\0")
    return text if nul < 0 else nul


def _resolve(folder: Path, name: str) -> Path | None:
    """Return the path that `name` may mean, or None where it would leave the collection and seeds/."""
    relative = Path(name)
    if relative.is_absolute() or ".." in relative.parts or "\0" in name:
        return None
    base = real(folder)
    candidates = [(base, base / relative)]
    if relative.parts[:1] == (SEEDS,):
        above = [base, *base.parents][: _SEEDS_ABOVE + 1]
        candidates = [(parent / SEEDS, parent / relative) for parent in above]
    for root, path in candidates:
        if os.path.lexists(path):
            # A link may point out, seeds/ itself too.
            return path if real(path).is_relative_to(root) else None
    return candidates[0][1]
