"""The files that sources are read from: found only where they may be, and checked by their hash."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import Final

from tui.collection.loose import Loose, loosen
from tui.collection.paths import real
from tui.collection.problems import Problems, quoted
from tui.collection.schema import SourceShape
from tui.collection.validate import at
from tui.collection.yaml_nodes import MAX_BYTES, Node

SEEDS: Final = "seeds"
_SEEDS_ABOVE: Final = 2  # content/NAME/ and the seeds/ beside content/


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


def read_source(folder: Path, shape: SourceShape, node: Node, problems: Problems) -> tuple[SourceText | None, bool]:
    """Return the text of a source's file, and whether it is byte for byte the one recorded.

    `folder` is the collection's. The text is None when the source names no file or the file cannot serve;
    why is noted in `problems`.
    """
    if shape.file is None:
        return None, False
    place = at(node, "file").location
    path = _resolve(folder, shape.file)
    if path is None:
        problems.error(
            place,
            "a source file out of bounds",
            found=quoted(shape.file),
            expected=f"a path below the collection's folder or in {SEEDS}/",
        )
        return None, False
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            problems.error(place, "the source file is not a file", found=quoted(shape.file), expected="a text file")
            return None, False
        if found.st_size > MAX_BYTES:
            problems.error(place, "the source file is too large", expected=f"at most {MAX_BYTES:,} bytes")
            return None, False
        data = path.read_bytes()
    except OSError as error:
        problems.error(place, f"the source file cannot be read ({error.strerror or error})", found=quoted(shape.file))
        return None, False
    held = _same(data, shape, node, problems)
    text = _decode(data)
    if isinstance(text, int):
        problems.error(
            place,
            f"the source file is not text (byte {text:,} is 0x{data[text]:02X})",
            found=quoted(shape.file),
            expected="UTF-8 text",
        )
        return None, False
    return SourceText(text), held


def _decode(data: bytes) -> str | int:
    """Return the text, or the place of the first byte that no text has there."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    nul = data.find(b"\0")
    return text if nul < 0 else nul


def _same(data: bytes, shape: SourceShape, node: Node, problems: Problems) -> bool:
    digest = hashlib.sha256(data).hexdigest()
    if shape.sha256 is None:
        problems.warning(
            at(node, "file").location, "the source file's hash is not recorded", expected=f"sha256: {digest}"
        )
        return False
    if shape.sha256 != digest:
        problems.error(
            at(node, "sha256").location,
            "the source file has changed since it was recorded",
            found=f"a file with sha256 {digest}",
            expected=shape.sha256,
        )
        return False
    return True


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
