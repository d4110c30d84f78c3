"""The bottom line: the keys that work where the focus is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


class _Key(NamedTuple):
    """A key as it is shown, and as it is pressed."""

    shown: str
    what: str
    pressed: str
    tooltip: str
    enabled: bool


class KeyBar(Widget):
    """The keys and what they do, in one line; a click presses one. Those that have no room are left out whole.

    After those that are always to be shown come, as far as there is room, those with the binding ids `further`.

    The stock footer builds a widget for each key whenever the focus moves, which lays out and paints the whole screen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--what", "key-bar--disabled"}
    """
    | Class | What it styles |
    | --- | --- |
    | `key-bar--key` | the key |
    | `key-bar--what` | what it does |
    | `key-bar--disabled` | both, where it does nothing now |
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        & > .key-bar--key { color: $footer-key-foreground; background: $footer-key-background; text-style: bold; }
        & > .key-bar--what { color: $footer-description-foreground; background: $footer-description-background; }
        & > .key-bar--disabled { text-style: dim; }
    }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, further: Sequence[str] = ()) -> None:
        super().__init__()
        self._further = further
        self._keys: Sequence[_Key] = ()

    def on_mount(self) -> None:
        """Hear of it when other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, screen: Screen[object]) -> None:
        if not self.app.app_focus or screen is not self.screen:
            return
        shown: dict[str, _Key] = {}
        further: dict[str, _Key] = {}
        for _, binding, enabled, tooltip in screen.active_bindings.values():
            if binding.show:
                shown.setdefault(binding.action, self._key(binding, tooltip, enabled))
            elif binding.id is not None and binding.id in self._further:
                further.setdefault(binding.id, self._key(binding, tooltip, enabled))
        keys = [*shown.values(), *(further[wanted] for wanted in self._further if wanted in further)]
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def _key(self, binding: Binding, tooltip: str, enabled: bool) -> _Key:
        return _Key(self.app.get_key_display(binding), binding.description, binding.key, tooltip, enabled)

    def render(self) -> Content:
        """Return the line."""
        key_style = self.get_visual_style("key-bar--key", partial=True)
        what_style = self.get_visual_style("key-bar--what", partial=True)
        disabled = self.get_visual_style("key-bar--disabled", partial=True)
        parts = []
        for end, key in self._places():
            if end - 1 > self.size.width:
                break
            part = Content(key.shown).stylize(key_style) + Content(f" {key.what}").stylize(what_style)
            parts.append(part if key.enabled else part.stylize(disabled))
        return Content(" ").join(parts)

    def _places(self) -> Iterator[tuple[int, _Key]]:
        """Yield each key with the column where its part of the line ends."""
        end = 0
        for key in self._keys:
            end += Content(f"{key.shown} {key.what} ").cell_length
            yield end, key

    def _at(self, x: int) -> _Key | None:
        return next((key for end, key in self._places() if x < end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say more of the key under the pointer."""
        key = self._at(event.x)
        self.tooltip = (key.tooltip or None) if key else None

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = self._at(event.x)
        if key is not None and key.enabled:
            self.app.simulate_key(key.pressed)
