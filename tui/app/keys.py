"""The keys that work where the focus is, read from the bindings themselves, so that help cannot be wrong."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import Screen

from tui.study.card import Mark

_KEY_WIDTH = 17


def keys_in_use(screen: Screen[Any]) -> dict[str, list[tuple[str, str]]]:
    """Return the keys of the focused widget and what is around it, by group: (keys, what they do).

    Groups come from the inside out: the focused pane first, what works everywhere last.
    """
    groups: dict[str, dict[str, list[str]]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not active.enabled or not binding.description:
            continue
        lines = groups.setdefault(_title(active.node), {})
        what = binding.tooltip or binding.description
        shown = lines.setdefault(what, [])
        key = screen.app.get_key_display(binding)
        if key not in shown:
            shown.append(key)
    return {
        title: [(", ".join(sorted(keys, key=len)), what) for what, keys in lines.items()]
        for title, lines in groups.items()
    }


def keys_text(screen: Screen[Any]) -> Content:
    """Return `keys_in_use` as a text in columns."""
    lines: list[Content] = []
    for title, rows in keys_in_use(screen).items():
        lines += [Content(""), Content(title).stylize("bold")]
        lines += [Content(f"  {keys:<{_KEY_WIDTH}} {what}") for keys, what in rows]
    lines += [Content(""), Content("Signs").stylize("bold")]
    lines += [Content(f"  {mark.value:<{_KEY_WIDTH}} {mark.meaning}") for mark in Mark]
    return Content("\n").join(lines[1:])


def _title(node: DOMNode) -> str:
    if isinstance(node, App):
        return "Program"
    return node.BINDING_GROUP_TITLE or "Everywhere"
