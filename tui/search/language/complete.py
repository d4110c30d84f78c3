"""What can be offered where the cursor stands: names of fields and their values. Offered, never forced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from tui.search.language.fields import FIELDS, HELD
from tui.search.language.scan import QUOTES, Item, Kind, Token, scan
from tui.search.language.values import canonical_value, written_value


@dataclass(frozen=True, slots=True)
class Value:
    """A value that can be offered: as it is written in a query, and what a reader is told of it."""

    text: str
    about: str = ""


Values: TypeAlias = Callable[[str, str], Sequence[Value]]
"""The values of an open field (its name) that go on from what is typed, the best first."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`insert` is put in place of the stretch; `about` is what a reader is told of it."""

    insert: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Completions:
    """What may stand in `[start, end)` of the text."""

    start: int
    end: int
    offers: tuple[Offer, ...] = ()

    def applied(self, text: str, offer: Offer) -> tuple[str, int]:
        """Return the text with the offer in it, and where the cursor then stands."""
        return text[: self.start] + offer.insert + text[self.end :], self.start + len(offer.insert)


def complete(text: str, cursor: int, values: Values) -> Completions:
    """Return what can be put at `cursor`, a place in any text (`0 <= cursor <= len(text)`)."""
    token = next((token for token in scan(text) if token.start < cursor <= token.end), None)
    if token is None or token.kind not in (Kind.BARE, Kind.FIELD):
        return Completions(cursor, cursor)
    start = token.start + token.negated
    colon = start + len(token.name)
    if token.kind is Kind.BARE or cursor <= colon:
        end = token.end if token.kind is Kind.BARE else colon + 1
        return Completions(start, end, _names(text[start:cursor]))
    item = _item_at(token, colon + 1, cursor)
    if item is None:
        return Completions(cursor, cursor)
    return _completed(text, cursor, token, item, values)


def _names(prefix: str) -> tuple[Offer, ...]:
    begun = prefix.casefold()
    if not begun:
        return ()
    return tuple(
        Offer(f"{field.name}:", f"as in {field.example}") for field in FIELDS.values() if field.name.startswith(begun)
    )


def _item_at(token: Token, first: int, cursor: int) -> Item | None:
    """The value in which the cursor stands, empty between two commas; None beyond the last."""
    if cursor > token.list_end:
        return None
    for item in token.items:
        if item.start <= cursor <= item.end:
            return item
    return Item("", cursor, cursor, False) if cursor >= first else None


def _completed(text: str, cursor: int, token: Token, item: Item, values: Values) -> Completions:
    typed = text[item.start : cursor]
    prefix = typed[1:] if typed[:1] and typed[0] in QUOTES else typed
    if item.closed and cursor == item.end:
        prefix = item.text
    # A quotation that nothing closes reaches to the end of the text: what follows the cursor is not its to replace.
    end = cursor if item.is_open else item.end
    others = {canonical_value(token.name, other.text) for other in token.items if other != item}
    known = FIELDS[token.name].values
    found = values(token.name, prefix) if known is None else _closed(token.name, known, prefix)
    offers = (Offer(written_value(value.text), value.about) for value in found if value.text not in others)
    return Completions(item.start, end, tuple(offers))


def _closed(name: str, known: Sequence[str], prefix: str) -> list[Value]:
    begun = "-".join(prefix.casefold().replace("_", " ").split())
    about = HELD if name in ("has", "no") else {}
    return [Value(value, about.get(value, "")) for value in known if value.startswith(begun)]
