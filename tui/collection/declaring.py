"""Which sources a file declares, told before it is compiled: what others prove depends on them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from tui.collection.declared import Declared, declare
from tui.collection.problems import Problems
from tui.collection.read import read_sources
from tui.collection.sources import SourceFiles
from tui.collection.yaml_parse import parse_yaml
from tui.collection.yaml_text import read_file

# How a key of a mapping may come to be `sources`: as it stands, by an escape, or by a YAML alias. Each begins with
# what is seldom met, which makes the search a fast one.
_AS_IT_STANDS: Final = re.compile(rb"""sources["']?\s*:""")
_ESCAPED: Final = re.compile(rb"""\\[xuU][^\n]*["']\s*:""")
_ALIASED: Final = re.compile(rb"\*[^\s,\[\]{}]+\s*:")
_EXPLICIT: Final = re.compile(rb"\?")
# The section of sources as it is nearly always written, and what may come next that is no part of it.
_KEY: Final = b"sources:"
_SECTION: Final = re.compile(rb"sources:[ \t]*(?:#[^\n]*)?\r?\n")
_NEXT: Final = re.compile(rb"^(?:[^\s#\-]|---)", re.MULTILINE)
_REUSED: Final = re.compile(rb"(?:^|[\s\[{,])[&*]\S")
_INDENT: Final = 100
_BEFORE_EXPLICIT: Final = b"\n\r[{,:-"


def may_declare(data: bytes) -> bool:
    """Whether a file that holds `data` may declare sources: False only where it cannot.

    Where it is True for one that declares none, that costs no more than that the file is parsed twice.
    """
    if _AS_IT_STANDS.search(data) or _ESCAPED.search(data) or _ALIASED.search(data):
        return True
    # An explicit key (`? sources`), which may have comments in it, is told by what stands before it.
    for found in _EXPLICIT.finditer(data):
        before = data[max(0, found.start() - _INDENT) : found.start()].rstrip(b" \t")
        if not before or before[-1] in _BEFORE_EXPLICIT:
            return True
    return False


def declared_in(path: Path, files: SourceFiles, *, exact: bool) -> tuple[Declared, ...]:
    """Return the sound sources that a file declares; the file is parsed only where it may declare any."""
    ignored = Problems()
    data, _ = read_file(path, "", ignored)
    if data is None or not may_declare(data):
        return ()
    part = data if exact else _section(data)
    return tuple(declare(shape, files) for shape in read_sources(parse_yaml(part, "", ignored)))


def _section(data: bytes) -> bytes:
    """Return the part of a file that seems to declare its sources; all of it where none does: see `plan.misled`."""
    at = 0 if data.startswith(_KEY) else data.find(b"\n" + _KEY) + 1
    begin = _SECTION.match(data, at)
    if begin is None or data.find(b"\n" + _KEY, begin.end() - 1) >= 0:
        return data
    end = _NEXT.search(data, begin.end())
    section = data[begin.start() : end.start() if end else len(data)]
    return data if _REUSED.search(section) else section
