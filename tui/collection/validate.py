"""Holds a node against a shape of the schema, and says what is wrong with it where it stands."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui.collection.problems import Problems, quoted
from tui.collection.schema import SLUG, Shape
from tui.collection.yaml_nodes import Node
from tui.model.records import Location

AnyShape = TypeVar("AnyShape", bound=Shape)

_PATTERNS: Final = {
    SLUG: "an id of small letters, digits and hyphens, such as da-nang-2017",
    r"^[0-9a-f]{64}$": "a SHA-256: 64 hexadecimal digits in small letters",
    r"^https?://\S+$": "an address that begins with http:// or https://",
    r"^\[[\s\S]*\]$": "words in square brackets",
    r"\S": "text that is more than spaces",
}
_KINDS: Final = {
    "string_type": "text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "string_too_short": "text",
    "enum": "a name",
}


def validate(shape: type[AnyShape], node: Node, what: str, problems: Problems) -> AnyShape | None:
    """Return `node` as `shape`, or None where it cannot be one; what is wrong is noted in `problems`.

    `what` names the record in messages ("a clause"). Unknown keys are noted and left out: the rest of
    the record is kept.
    """
    data = plain(node)
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in details:
        _note(detail, node, what, shape, problems)
    if any(detail["type"] != "extra_forbidden" for detail in details):
        return None
    for detail in details:
        _remove(data, detail["loc"])
    return shape.model_validate(data)


def plain(node: Node) -> Any:
    """Return the node as strings, lists, dictionaries and None."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def describe(node: Node) -> str:
    """Return what stands at a node, for a message."""
    if node.value is None:
        return "nothing"
    if isinstance(node.value, str):
        return quoted(node.value)
    return "a list" if isinstance(node.value, list) else "a mapping"


def child(node: Node, key: str) -> Node | None:
    """Return what a mapping holds under `key`, or None."""
    return node.value.get(key) if isinstance(node.value, dict) else None


def items(node: Node | None) -> list[Node]:
    """Return the items of a list node; nothing for anything else."""
    return node.value if node is not None and isinstance(node.value, list) else []


def at(node: Node | None, *path: str | int) -> Node:
    """Return the node at `path` below `node`, or the deepest one on the way to it that is there."""
    assert node is not None
    for step in path:
        below: Node | None = None
        if isinstance(node.value, dict) and isinstance(step, str):
            below = node.value.get(step)
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            below = node.value[step]
        if below is None:
            return node
        node = below
    return node


def _remove(data: Any, path: tuple[int | str, ...]) -> None:
    for step in path[:-1]:
        data = data[step]
    del data[path[-1]]


def _note(detail: ErrorDetails, root: Node, what: str, shape: type[Shape], problems: Problems) -> None:
    path, kind = detail["loc"], detail["type"]
    key = str(path[-1]) if path else ""
    owner = at(root, *path[:-1])
    node = at(root, *path)
    where = what if len(path) <= 1 else f"{what}, in {_words(path[:-1])}"
    if kind == "missing":
        problems.error(owner.location, f"{where}: {quoted(key)} is missing")
    elif kind == "extra_forbidden":
        problems.unknown(_key(owner, key), f"{where}: unknown key", key, _field_names(shape, path[:-1]))
    elif kind == "enum" and isinstance(node.value, str):
        names = [name.strip("' ") for name in detail["ctx"]["expected"].replace(" or ", ", ").split(",")]
        problems.unknown(node.location, f"{what}: {_words(path)} is none of its values", node.value, names)
    else:
        problems.error(
            node.location,
            f"{what}: {_words(path)} is not right" if path else f"{what} is not right",
            found=describe(node),
            expected=_expected(detail),
        )


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], "a BCP 47 language tag such as en or zh-Hant")
    if kind == "too_short":
        return f"a list of at least {context['min_length']}"
    if kind == "value_error":
        message = str(context["error"])
        return message.partition("expected ")[2] or message
    return _KINDS.get(kind, detail["msg"])


def _words(path: tuple[int | str, ...]) -> str:
    """Return a path as `renderings 2, speech`: items are counted from 1, as people count."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step))
    return ", ".join(words)


def _key(owner: Node, key: str) -> Location:
    return owner.keys.get(key, owner.location)


def _field_names(shape: type[Shape], path: tuple[int | str, ...]) -> list[str]:
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
