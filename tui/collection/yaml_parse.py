"""Reads YAML into nodes, from the events of PyYAML's C parser rather than with `yaml.compose`.

The tree's depth, its aliases and its tags are then ours to judge, one file can report several problems, and a
scalar is always the text that was written (`NO`, `12:30` and `2017-11-11` are three strings).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import yaml

from tui.collection.problems import Problems, quoted
from tui.collection.yaml_nodes import Branch, Lines, Node, Place, Value
from tui.collection.yaml_text import decode, read_file
from tui.model.records import Location
from tui.text.visible import find_bidi, find_control

MAX_DEPTH: Final = 64
"""The format nests eight deep; deeper than this is a mistake or an attack."""

MAX_ALIASED: Final = 100_000
"""How many nodes YAML aliases may add to a file: room for honest reuse, none for an alias bomb."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR: Final[Any] = yaml.ScalarEvent
_NOTHING: Final = frozenset({"", "~", "null"})

# The escapes of YAML 1.1 that may stand for a control character; a carriage return that is written as one never
# reaches a scalar.
_CONTROL_ESCAPE: Final = re.compile(r"\\[0abefrvxuU]")


class _StopReadingError(Exception):
    """The file cannot be read further; the problem is already noted."""


def parse_yaml(data: bytes, shown: str, problems: Problems) -> Node | None:
    """Return the one document that `data` holds, or None when it is not sound as YAML.

    `shown` is the file's name in messages. Whatever is wrong is noted in `problems`; nothing is raised.
    """
    text = decode(data, shown, problems)
    return None if text is None else _Composer(text, shown, problems).document()


def read_yaml(path: Path, shown: str, problems: Problems) -> Node | None:
    """Return the one document of the file at `path`, as `parse_yaml` does; None also when it cannot be read."""
    data, _ = read_file(path, shown, problems)
    return None if data is None else parse_yaml(data, shown, problems)


class _Composer:
    """Turns the events of one file into values and their places."""

    def __init__(self, text: str, shown: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._lines = Lines(shown, text)
        self._anchors: dict[str, tuple[Value, Place]] = {}
        self._aliased = 0
        self._depth = 0
        self._last = 0
        # Asked once a file, so that not each of its scalars has to be searched. What is a control character as it
        # stands was replaced in decoding.
        self._searched = bool(_CONTROL_ESCAPE.search(text) or (not text.isascii() and find_bidi(text)))

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
        if event.__class__ is _SCALAR and event.anchor is None and event.tag is None and self._depth < MAX_DEPTH:
            # Nearly all there is, and most of the time that reading takes.
            mark = self._last = event.start_mark.index
            text: str = event.value
            if self._searched:
                self._search(text, mark)
            return (None if not event.style and text in _NOTHING else text), mark
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
        self._limit_depth(self._depth + 1, index)
        if event.__class__ is _SCALAR:
            scalar = None if not event.style and event.value in _NOTHING else event.value
            if scalar is not None:
                self._search(scalar, index)
            if event.anchor is not None:
                self._anchors[event.anchor] = scalar, index
            return scalar, index
        return self._collection(event, index)

    def _collection(self, event: Any, index: int) -> tuple[Value, Place]:
        value: list[Value] | dict[str, Value]
        if event.__class__ is yaml.SequenceStartEvent:
            value, branch = [], Branch(index, [])
        else:
            value, branch = {}, Branch(index, {})
        if event.anchor is not None:
            self._anchors[event.anchor] = value, branch
        self._depth += 1
        if isinstance(value, list):
            self._sequence(value, branch)
        else:
            self._mapping(value, branch)
        self._depth -= 1
        branch.complete = True
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
        weight, height = 1, 1
        if isinstance(place, Branch):
            weight, height = place.weight, place.height
            if not place.complete:
                self._problems.error(
                    self._at(index), "a YAML alias that holds itself", found=quoted(f"*{name}"), expected="no cycle"
                )
                raise _StopReadingError
        self._limit_depth(self._depth + height, index)
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

    def _sequence(self, items: list[Value], branch: Branch) -> None:
        read, value, end = self._next, self._value, yaml.SequenceEndEvent
        below: list[Place] = []
        branch.below = below
        weight, height = 1, 0
        while (event := read()).__class__ is not end:
            item, place = value(event)
            items.append(item)
            below.append(place)
            if place.__class__ is int:
                weight, height = weight + 1, height or 1
            else:
                weight, height = _with(place, weight, height)
        branch.weight, branch.height = weight, height + 1

    def _mapping(self, items: dict[str, Value], branch: Branch) -> None:
        read, value, end = self._next, self._value, yaml.MappingEndEvent
        keys = branch.keys
        below: dict[str, Place] = {}
        branch.below = below
        weight, height = 1, 0
        while (event := read()).__class__ is not end:
            key, at = value(event)
            held, place = value(read())
            if place.__class__ is int:
                weight, height = weight + 2, height or 1
            else:
                weight, height = _with(place, weight + 1, height)
            if isinstance(key, str) and key not in items and isinstance(at, int):
                items[key] = held
                below[key] = place
                keys[key] = at
            else:
                self._refuse(key, at, keys)
        branch.weight, branch.height = weight, height + 1

    def _refuse(self, key: Value, at: Place, keys: dict[str, int]) -> None:
        place = self._at(at if isinstance(at, int) else at.index)
        if isinstance(key, str):
            first = self._lines.position(keys[key])[0]
            self._problems.error(place, f"a second {quoted(key)} in one mapping; the first, on line {first}, was kept")
        else:
            self._problems.error(place, "a key that is not text", expected="a name")


def _with(branch: Any, weight: int, height: int) -> tuple[int, int]:
    return weight + branch.weight, max(height, branch.height)
