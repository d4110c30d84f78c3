"""Reads YAML into nodes, from the events of PyYAML's C parser rather than with `yaml.compose`.

The tree's depth, its aliases and its tags are then ours to judge, one file can report several problems, and a
scalar is always the text that was written (`NO`, `12:30` and `2017-11-11` are three strings).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import yaml

from tui.collection.problems import Problems, quoted
from tui.collection.yaml_nodes import Branch, Lines, Node, Place, Value, extent
from tui.collection.yaml_text import decode, read_file
from tui.model.records import Location
from tui.text.visible import BIDI_CONTROLS, find_bidi, find_control

MAX_DEPTH: Final = 64
"""The format nests eight deep; deeper than this is a mistake or an attack."""

MAX_ALIASED: Final = 100_000
"""How many nodes YAML aliases may add to a file: room for honest reuse, none for an alias bomb."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR: Final[Any] = yaml.ScalarEvent
_Read = Callable[[Any], tuple[Value, Place]]
_NOTHING: Final = frozenset({"", "~", "null"})

# The escapes of YAML 1.1 that may stand for a control character; a carriage return that is written as one never
# reaches a scalar.
_CONTROL_ESCAPE: Final = re.compile(rb"\\[0abefrvxuU]")
_BIDI: Final = re.compile("|".join(BIDI_CONTROLS).encode())


class _StopReadingError(Exception):
    """The file cannot be read further; the problem is already noted."""


def parse_yaml(data: bytes, shown: str, problems: Problems) -> Node | None:
    """Return the one document that `data` holds, or None when it is not sound as YAML.

    `shown` is the file's name in messages. Whatever is wrong is noted in `problems`; nothing is raised.
    """
    text = decode(data, shown, problems)
    if text is None:
        return None
    # Asked once a file, so that not each of its scalars has to be searched, and of bytes, which are gone through many
    # times as fast as characters. What is a control character as it stands was replaced in decoding.
    suspect = bool(_CONTROL_ESCAPE.search(data) or _BIDI.search(data))
    return _Composer(text, shown, problems, suspect=suspect).document()


def read_yaml(path: Path, shown: str, problems: Problems) -> Node | None:
    """Return the one document of the file at `path`, as `parse_yaml` does; None also when it cannot be read."""
    data, _ = read_file(path, shown, problems)
    return None if data is None else parse_yaml(data, shown, problems)


class _Composer:
    """Turns the events of one file into values and their places."""

    def __init__(self, text: str, shown: str, problems: Problems, *, suspect: bool) -> None:
        self._text = text
        self._problems = problems
        self._suspect = suspect
        self._lines = Lines(shown, text)
        self._anchors: dict[str, tuple[Value, Place]] = {}
        self._aliased = 0
        self._open: list[Branch] = []
        self._last = 0

    def document(self) -> Node | None:
        try:
            parser = _LOADER(self._text)
            self._next = parser.get_event
            try:
                return self._document()
            finally:
                parser.dispose()
        except _StopReadingError:
            return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError as error:
            self._problems.error(self._at(self._last), f"not YAML: {error}")
        except UnicodeDecodeError:
            # The C parser takes any bytes for the %-escapes of a tag, and fails to hand them on.
            self._problems.error(self._at(self._last), "not YAML: a tag that is not text", expected="no tag")
        return None

    def _syntax(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        index = mark.index if mark else 0
        at = self._at(index)
        if self._text[index : index + 1] == "\t":
            self._problems.error(at, "a tab where YAML allows none", found="a tab", expected="spaces")
            return
        message = " ".join(part for part in (error.context, error.problem) if part)
        self._problems.error(at, f"not YAML: {message}", found=self._snippet(index))

    def _snippet(self, index: int) -> str:
        line = self._text[index : index + 24].split("\n")[0]
        return quoted(line) if line else "the end of the line or file"

    def _document(self) -> Node | None:
        root: tuple[Value, Place] | None = None
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    at = self._at(event.start_mark.index if event.start_mark else 0)
                    self._problems.error(at, "a second document in one file", expected="one file each")
                    break
                root = self._value(self._next())
        if root is None or root[0] is None:
            self._problems.error(self._at(0), "the file is empty", expected="a YAML mapping")
            return None
        return Node(*root, self._lines)

    def _at(self, index: int) -> Location:
        return self._lines.location(index)

    def _value(self, event: Any) -> tuple[Value, Place]:
        """Return the value that begins with `event`, and its place."""
        if event.anchor is not None or event.tag is not None:
            return self._seldom(event)
        # Nearly all there is, and most of the time that reading takes.
        index: int = event.start_mark.index
        self._last = index
        if event.__class__ is not _SCALAR:
            return self._collection(event, index)
        text: str = event.value
        if self._suspect:
            self._search(text, index)
        return (None if not event.style and text in _NOTHING else text), index

    def _seldom(self, event: Any) -> tuple[Value, Place]:
        """Return the same where it may be an alias, have an anchor or a tag, or stand too deep."""
        index: int = event.start_mark.index
        self._last = index
        if event.__class__ is yaml.AliasEvent:
            return self._alias(event.anchor or "", index)
        if event.tag is not None and event.tag != "!":
            self._problems.error(
                self._at(index),
                "a YAML tag; types come from the format alone",
                found=quoted(event.tag),
                expected="no tag",
            )
        self._limit_depth(len(self._open) + 1, index)
        if event.__class__ is _SCALAR:
            scalar = None if not event.style and event.value in _NOTHING else event.value
            if scalar is not None:
                self._search(scalar, index)
            if event.anchor is not None:
                self._anchors[event.anchor] = scalar, index
            return scalar, index
        return self._collection(event, index)

    def _collection(self, event: Any, index: int) -> tuple[Value, Place]:
        listed = event.__class__ is yaml.SequenceStartEvent
        value: Any = [] if listed else {}
        branch = Branch(index, [] if listed else {})
        if event.anchor is not None:
            self._anchors[event.anchor] = value, branch
        self._open.append(branch)
        # Below the last level that there may be, nothing passes unseen.
        read = self._value if len(self._open) < MAX_DEPTH else self._seldom
        fill = self._sequence if listed else self._mapping
        fill(value, branch, read)
        self._open.pop()
        return value, branch

    def _limit_depth(self, levels: int, index: int) -> None:
        if levels > MAX_DEPTH:
            self._problems.error(self._at(index), "nested too deeply", expected=f"at most {MAX_DEPTH} levels")
            raise _StopReadingError

    def _alias(self, name: str, index: int) -> tuple[Value, Place]:
        if name not in self._anchors:
            self._problems.unknown(self._at(index), "a YAML alias to nothing", name, self._anchors)
            raise _StopReadingError
        value, place = self._anchors[name]
        if place in self._open:
            self._problems.error(
                self._at(index), "a YAML alias that holds itself", found=quoted(f"*{name}"), expected="no cycle"
            )
            raise _StopReadingError
        weight, height = extent(place)
        self._limit_depth(len(self._open) + height, index)
        self._aliased += weight
        if self._aliased > MAX_ALIASED:
            self._problems.error(
                self._at(index),
                "YAML aliases that grow beyond reason",
                found=quoted(f"*{name}"),
                expected=f"{MAX_ALIASED:,} nodes at most",
            )
            raise _StopReadingError
        return value, place

    def _search(self, text: str, index: int) -> None:
        if found := find_control(text):
            self._problems.error(
                self._at(index), "a control character in the text", found=f"U+{ord(found[0]):04X}", expected="text only"
            )
        elif found := find_bidi(text):
            self._problems.warning(
                self._at(index), "a bidirectional control in the text, shown as �", found=f"U+{ord(found[0]):04X}"
            )

    def _sequence(self, items: list[Value], branch: Branch, value: _Read) -> None:
        following, end = self._next, yaml.SequenceEndEvent
        below: Any = branch.below
        while (event := following()).__class__ is not end:
            item, place = value(event)
            items.append(item)
            below.append(place)

    def _mapping(self, items: dict[str, Value], branch: Branch, value: _Read) -> None:
        following, end = self._next, yaml.MappingEndEvent
        below: Any = branch.below
        keys: Any = branch.keys
        while (event := following()).__class__ is not end:
            key, at = value(event)
            held, place = value(following())
            if isinstance(key, str) and key not in items:
                items[key] = held
                below[key] = place
                keys[key] = at
            else:
                self._refuse(key, at, keys)

    def _refuse(self, key: Value, at: Place, keys: dict[str, int]) -> None:
        place = self._at(at if isinstance(at, int) else at.index)
        if isinstance(key, str):
            first = self._lines.position(keys[key])[0]
            self._problems.error(place, f"a second {quoted(key)} in one mapping; the first, on line {first}, was kept")
        else:
            self._problems.error(place, "a key that is not text", expected="a name")
