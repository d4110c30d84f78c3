"""A YAML file as a tree of strings, lists and mappings, each knowing where it stands; nothing is guessed.

Built from the event stream of PyYAML's C parser rather than from `yaml.compose`: the tree's depth, its
aliases and its tags are then ours to judge, one file can report several problems, and a scalar is always
the text that was written (`NO`, `12:30` and `2017-11-11` are three strings).
"""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from tui.collection.problems import Problems, quoted
from tui.model.records import Location
from tui.text.visible import find_bidi, find_control

MAX_BYTES: Final = 32 * 1024 * 1024
"""A larger file is refused: statements of a million clauses are spread over many files."""

MAX_DEPTH: Final = 64
"""The format nests eight deep; deeper than this is a mistake or an attack."""

MAX_ALIASED: Final = 100_000
"""How many nodes YAML aliases may add to a file: room for honest reuse, none for an alias bomb."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING: Final = frozenset({"", "~", "null"})
_BOM: Final = "\ufeff"

# YAML 1.1, 5.1: the parser gives a file up at the first of these.
_NOT_YAML: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAX_STRAY: Final = 20

Value = str | list["Node"] | dict[str, "Node"] | None


@dataclass(slots=True)
class Node:
    """A value and where it stands: a string, a list, a mapping, or None where the file says nothing.

    `keys` holds the location of each key of a mapping; `weight` counts the nodes from here down and `height`
    their levels, both with aliases written out.
    """

    value: Value
    location: Location
    keys: dict[str, Location] = field(default_factory=dict)
    weight: int = 1
    height: int = 1
    complete: bool = True


class _StopReadingError(Exception):
    """The file cannot be read further; the problem is already noted."""


def read_yaml(path: Path, shown: str, problems: Problems) -> Node | None:
    """Return the one document of the file at `path`, or None when the file is not sound as YAML.

    `shown` is the file's name in messages. Whatever is wrong is noted in `problems`; nothing is raised.
    """
    text = _read_text(path, shown, problems)
    if text is None:
        return None
    return _Composer(text, shown, problems).document()


def _read_text(path: Path, shown: str, problems: Problems) -> str | None:
    start = Location(shown, 1, 1)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            # Reading a pipe or a device might never end.
            problems.error(start, "not a file that can be read", found=_kind_of(found.st_mode), expected="a text file")
            return None
        if found.st_size > MAX_BYTES:
            problems.error(
                start,
                "the file is too large",
                found=f"{found.st_size:,} bytes",
                expected=f"at most {MAX_BYTES:,}; split it",
            )
            return None
        data = path.read_bytes()
    except OSError as error:
        problems.error(start, f"the file cannot be read ({error.strerror or error})")
        return None
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
        problems.warning(start, "the file begins with a byte order mark, which was skipped", expected="UTF-8 without")
        text = text.lstrip(_BOM)
    return _without_stray(text, shown, problems)


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
    for number, stray in enumerate(_NOT_YAML.finditer(text)):
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


class _Composer:
    """Turns the events of one file into nodes."""

    def __init__(self, text: str, shown: str, problems: Problems) -> None:
        self._text = text
        self._shown = shown
        self._problems = problems
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._anchors: dict[str, Node] = {}
        self._aliased = 0
        self._depth = 0
        self._last = Location(shown, 1, 1)

    def document(self) -> Node | None:
        try:
            events = yaml.parse(self._text, Loader=_LOADER)
            return self._document(events)
        except _StopReadingError:
            return None
        except yaml.MarkedYAMLError as error:
            self._syntax(error)
        except yaml.YAMLError as error:
            self._problems.error(self._last, f"not YAML: {error}")
        except UnicodeDecodeError:
            # The C parser takes any bytes for the %-escapes of a tag, and fails to hand them on.
            self._problems.error(self._last, "not YAML: a tag that is not text", expected="no tag")
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

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._problems.error(self._place(event), "a second document in one file", expected="one file each")
                    break
                root = self._node(next(events), events)
        if root is None or root.value is None:
            self._problems.error(Location(self._shown, 1, 1), "the file is empty", expected="a YAML mapping")
            return None
        return root

    def _at(self, index: int) -> Location:
        """Counts lines by line feeds, as editors do; the parser's own marks also count U+2028 and U+0085."""
        line = bisect_right(self._line_starts, index)
        return Location(self._shown, line, index - self._line_starts[line - 1] + 1)

    def _place(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        self._last = self._at(mark.index if mark else 0)
        return self._last

    def _node(self, event: yaml.Event, stream: Iterator[yaml.Event]) -> Node:
        at = self._place(event)
        assert isinstance(event, yaml.NodeEvent)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event.anchor or "", at)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._problems.error(
                at, "a YAML tag; types come from the format alone", found=quoted(tag), expected="no tag"
            )
        node = Node(None, at, complete=False)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._depth += 1
        self._limit_depth(self._depth, at)
        if isinstance(event, yaml.ScalarEvent):
            node.value = self._scalar(event, at)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._sequence(node, stream)
        else:
            self._mapping(node, stream)
        self._depth -= 1
        node.complete = True
        return node

    def _limit_depth(self, levels: int, at: Location) -> None:
        if levels > MAX_DEPTH:
            self._problems.error(at, "nested too deeply", expected=f"at most {MAX_DEPTH} levels")
            raise _StopReadingError

    def _alias(self, name: str, at: Location) -> Node:
        target = self._anchors.get(name)
        if target is None:
            self._problems.unknown(at, "a YAML alias to nothing", name, self._anchors)
            raise _StopReadingError
        if not target.complete:
            self._problems.error(at, "a YAML alias that holds itself", found=quoted(f"*{name}"), expected="no cycle")
            raise _StopReadingError
        self._limit_depth(self._depth + target.height, at)
        self._aliased += target.weight
        if self._aliased > MAX_ALIASED:
            self._problems.error(
                at,
                "YAML aliases that grow beyond reason",
                found=quoted(f"*{name}"),
                expected=f"{MAX_ALIASED:,} nodes at most",
            )
            raise _StopReadingError
        return target

    def _scalar(self, event: yaml.ScalarEvent, at: Location) -> str | None:
        text: str = event.value
        if not event.style and text in _NOTHING:
            return None
        if found := find_control(text):
            self._problems.error(
                at, "a control character in the text", found=f"U+{ord(found[0]):04X}", expected="text only"
            )
        elif found := find_bidi(text):
            self._problems.warning(
                at, "a bidirectional control in the text, shown as �", found=f"U+{ord(found[0]):04X}"
            )
        return text

    def _sequence(self, node: Node, stream: Iterator[yaml.Event]) -> None:
        items: list[Node] = []
        for event in stream:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = self._node(event, stream)
            node.weight += item.weight
            node.height = max(node.height, item.height + 1)
            items.append(item)
        node.value = items

    def _mapping(self, node: Node, stream: Iterator[yaml.Event]) -> None:
        items: dict[str, Node] = {}
        for event in stream:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, stream)
            value = self._node(next(stream), stream)
            node.weight += value.weight + 1
            node.height = max(node.height, value.height + 1)
            if not isinstance(key.value, str):
                self._problems.error(key.location, "a key that is not text", expected="a name")
            elif key.value in items:
                first = node.keys[key.value].line
                self._problems.error(
                    key.location, f"a second {quoted(key.value)} in one mapping; the first, on line {first}, was kept"
                )
            else:
                items[key.value] = value
                node.keys[key.value] = key.location
        node.value = items
