"""Holds a node against a shape of the schema, and says what is wrong with it where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.collection.problems import Problems, quoted
from tui.collection.schema_values import ADDRESS, LANGUAGE, OLD_ID, PLACE, SLUG, Shape
from tui.collection.yaml_nodes import Branch, Node, Place, Value, step_below

AnyShape = TypeVar("AnyShape", bound=Shape)
Steps = tuple[int | str, ...]
"""A path to a node: keys, and places in lists."""

_PATTERNS: Final = {
    SLUG: "an id of small letters, digits and hyphens, such as da-nang-2017",
    ADDRESS: "an address with its collection, such as da-nang-2017/joint-statement",
    PLACE: "a statement's id or a clause's address, such as joint-statement#ceasefire",
    r"^[0-9a-f]{64}$": "a SHA-256: 64 hexadecimal digits in small letters",
    r"^https?://\S+$": "an address that begins with http:// or https://",
    r"^\[[\s\S]*\]$": "words in square brackets",
    r"\S": "text that is more than spaces",
    LANGUAGE: "a BCP 47 language tag such as en or zh-Hant",
    OLD_ID: "an id that was a clause's, such as ceasefire, or with its statement's, such as joint-statement#ceasefire",
}
_KINDS: Final = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "string_too_short": "text",
    "enum": "a name",
}


@dataclass(frozen=True, slots=True)
class Entry(Generic[AnyShape]):
    """A record as written: its shape, and the node that knows where its parts stand. They agree in every part."""

    shape: AnyShape
    node: Node


def validate(shape: type[AnyShape], node: Node, what: str, problems: Problems) -> Entry[AnyShape] | None:
    """Return `node` as `shape`, or None where it cannot be one; what is wrong is noted in `problems`.

    `what` names the record in messages ("a clause"). What is wrong costs as little as it can: an unknown key,
    an optional key or an item of a list is left out, and the rest of the record is kept.
    """
    noted = False
    while True:
        try:
            return Entry(shape.model_validate(node.value), node)
        except ValidationError as error:
            details = error.errors(include_url=False)
        if not noted:
            for detail in details:
                _note(detail, node, what, shape, problems)
            noted = True
        lost = {_expendable(shape, detail) for detail in details}
        if () in lost:
            return None
        node = _without_all(node, lost)


def _expendable(shape: type[Shape], detail: ErrorDetails) -> Steps:
    """Return the path to the least that can be left out because of an error; an empty one means the whole record.

    Insertions go only with their rendering: without them an editor's words would pass for the document's.
    """
    path = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return path
    least: Steps = ()
    current: type[Shape] | None = shape
    for depth, step in enumerate(path, 1):
        if step == "insertions":
            break
        if isinstance(step, int):
            least = path[:depth]
        elif current is not None and (field := current.model_fields.get(step)) is not None:
            if not field.is_required():
                least = path[:depth]
            current = _inner_shape(field.annotation)
    return least


def describe(node: Node) -> str:
    """Return what stands at a node, for a message."""
    if node.value is None:
        return "nothing"
    if isinstance(node.value, str):
        return quoted(node.value)
    return "a list" if isinstance(node.value, list) else "a mapping"


def _without_all(node: Node, paths: set[Steps]) -> Node:
    """Return a copy of `node` that lacks what stands at each of `paths`."""
    outermost = [path for path in paths if not any(path[:depth] in paths for depth in range(len(path)))]
    # Later items first, so that the places of earlier ones stay true.
    for path in sorted(outermost, key=_from_the_end):
        node = _without(node, path)
    return node


def _from_the_end(path: Steps) -> tuple[tuple[int, str], ...]:
    return tuple((-step, "") if isinstance(step, int) else (0, step) for step in path)


def _without(node: Node, path: Steps) -> Node:
    """Return a copy of `node` that lacks what stands at `path`."""
    return Node(*_lacking(node.value, node.place, path), node.lines)


def _lacking(value: Value, place: Place, path: Steps) -> tuple[Value, Place]:
    step, rest = path[0], path[1:]
    found = step_below(value, place, step)
    if found is None or not isinstance(place, Branch):
        return value, place
    inner = _lacking(*found, rest) if rest else None
    if isinstance(value, dict) and isinstance(place.below, dict) and isinstance(step, str):
        values, places = dict(value), dict(place.below)
        if inner is None:
            del values[step], places[step]
        else:
            values[step], places[step] = inner
        return values, place.with_below(places)
    if isinstance(value, list) and isinstance(place.below, list) and isinstance(step, int):
        listed, below = list(value), list(place.below)
        listed[step : step + 1] = [] if inner is None else [inner[0]]
        below[step : step + 1] = [] if inner is None else [inner[1]]
        return listed, place.with_below(below)
    return value, place


def _note(detail: ErrorDetails, root: Node, what: str, shape: type[Shape], problems: Problems) -> None:
    path, kind = detail["loc"], detail["type"]
    key = str(path[-1]) if path else ""
    owner = root.at(*path[:-1])
    node = root.at(*path)
    where = what if len(path) <= 1 else f"{what}, in {_words(path[:-1])}"
    if kind == "missing":
        problems.error(owner.location, f"{where}: {quoted(key)} is missing")
    elif kind == "extra_forbidden":
        problems.unknown(owner.key_location(key), f"{where}: unknown key", key, _field_names(shape, path[:-1]))
    elif kind == "enum" and isinstance(node.value, str):
        names = [name.strip("' ") for name in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
        problems.unknown(node.location, f"{what}: {_words(path)} is none of its values", node.value, names)
    else:
        reason = getattr(detail.get("ctx", {}).get("error"), "reason", None)
        wrong = f"is not right ({reason})" if reason else "is not right"
        problems.error(
            node.location,
            f"{what}: {_words(path)} {wrong}" if path else f"{what} {wrong}",
            found=describe(node),
            expected=_expected(detail),
        )


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _PATTERNS[context["pattern"]]
    if kind == "too_short":
        return f"a list of at least {context['min_length']}"
    if kind == "value_error":
        return str(context["error"]).partition("expected ")[2]
    return _KINDS.get(kind, detail["msg"])


def _words(path: Steps) -> str:
    """Return a path as `renderings 2, speech`: items are counted from 1, as people count."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words)


def _field_names(shape: type[Shape], path: Steps) -> list[str]:
    """Return the keys allowed in the shape that stands at `path` below `shape`."""
    for step in path:
        if isinstance(step, str):
            inner = _inner_shape(shape.model_fields[step].annotation)
            if inner is None:
                return []
            shape = inner
    return list(shape.model_fields)


def _inner_shape(annotation: Any) -> type[Shape] | None:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := _inner_shape(argument):
            return found
    return None
