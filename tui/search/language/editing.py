"""A facet's click edits the query that the reader sees: only what must change changes, by offsets.

Choosing a value narrows to it, whatever else the field has: the number beside it says how many hits are left. Choosing
it again takes it out. What is put in stands before all else, so the last word stays as unfinished as it is.
Only a field that stands alone is edited: one in an `a | b` was typed with a meaning of its own. Values are taken as
`values.canonical_value` does; every function raises `KeyError` for an unknown field and `ValueError` for a value that
the field cannot have.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.search.language.fields import FIELDS
from tui.search.language.parse import parse
from tui.search.language.scan import Item, Kind, Token, scan
from tui.search.language.tree import Alternative, DateIn, FieldValues, Place, Query, Sort
from tui.search.language.values import canonical_value, values_meant, written_value


def with_field(query_text: str, field: str, value: str) -> str:
    """Return the text with `field:value` before all else, beside what the field has already.

    An order replaces the order that was asked for. A value that was excluded no longer is.
    """
    written = written_value(_canonical(field, value))
    if field == "sort":
        return _added(_without(query_text, [token for token in scan(query_text) if _sorts(token)]), f"sort:{written}")
    query_text = _removed(query_text, field, value, negated=True)
    if has_field(query_text, field, value):
        return query_text
    return _added(query_text, f"{field}:{written}")


def without_field(query_text: str, field: str, value: str | None = None) -> str:
    """Return the text without `value` among the field's values; with None, without the field. Exclusions stay."""
    if value is not None:
        _canonical(field, value)
    if field == "sort":
        asked = parse(query_text).sort
        chosen = value is None or asked == FIELDS[field].known(value)
        return _without(query_text, [token for token in scan(query_text) if chosen and _sorts(token)])
    return _removed(query_text, field, value, negated=False)


def toggle_field(query_text: str, field: str, value: str) -> str:
    """Return the text without the value where it narrows, else with it."""
    if has_field(query_text, field, value):
        return without_field(query_text, field, value)
    return with_field(query_text, field, value)


def has_field(query_text: str, field: str, value: str) -> bool:
    """Return whether the text narrows to `field:value`, perhaps with other values of the field."""
    wanted = _canonical(field, value).casefold()
    query = parse(query_text)
    if field == "sort":
        return query.sort is Sort(wanted)
    return any(
        wanted in (held.casefold() for held in _values(one)) for one in _alternatives(query, field, negated=False)
    )


def _canonical(field: str, value: str) -> str:
    canonical = canonical_value(FIELDS[field].name, value)
    if canonical is None:
        raise ValueError(f"{field}: takes no {value!r}")
    return canonical


def _sorts(token: Token) -> bool:
    return token.kind is Kind.FIELD and token.name == "sort" and not token.negated


def _alternatives(query: Query, field: str, *, negated: bool) -> list[Alternative]:
    alone = (group.alone for group in query.groups)
    return [one for one in alone if one and one.negated == negated and _field(one) == field]


def _field(one: Alternative) -> str | None:
    if isinstance(one.atom, FieldValues):
        return one.atom.field
    return "date" if isinstance(one.atom, DateIn) else None


def _values(one: Alternative) -> tuple[str, ...]:
    if isinstance(one.atom, FieldValues):
        return one.atom.values
    return tuple(held.text for held in one.atom.ranges) if isinstance(one.atom, DateIn) else ()


def _alone(text: str, field: str, *, negated: bool) -> list[Token]:
    """The tokens of the field that stand alone in what the text means."""
    starts = {one.places[0][0] for one in _alternatives(parse(text), field, negated=negated)}
    return [token for token in scan(text) if token.start in starts]


def _removed(text: str, field: str, value: str | None, *, negated: bool) -> str:
    wanted = value if value is None else _canonical(field, value).casefold()
    for token in reversed(_alone(text, field, negated=negated)):
        kept = [item for item in token.items if wanted is not None and wanted not in _held(token, item, len(text))]
        if not kept:
            text = _without(text, [token])
        elif len(kept) < len(token.items):
            text = _with_items(text, token, kept)
    return text


def _held(token: Token, item: Item, length: int) -> set[str]:
    """The values that an item of a text of this length stands for, case set aside."""
    unfinished = item is token.unfinished_value(length)
    return {value.casefold() for value in values_meant(token.name, item.text, unfinished=unfinished)}


def _with_items(text: str, token: Token, kept: list[Item]) -> str:
    items = ",".join(text[item.start : item.end] for item in kept)
    rest = text[token.list_end :] if kept[-1] == token.items[-1] else _rest(text, token)
    return text[: token.items[0].start] + items + rest


def _rest(text: str, token: Token) -> str:
    """What follows a token, kept apart from a value that is put at its end."""
    rest = text[token.end :]
    return rest if not rest or rest[0].isspace() or rest[0] == "|" else f" {rest}"


def _added(text: str, part: str) -> str:
    """Put a part before all else: there it is always read, and nothing of what is typed is finished by it."""
    first = next((token.start for token in scan(text) if token.kind is not Kind.OR), None)
    if first is None:
        return text + (" " if text and not text[-1].isspace() else "") + part
    before = " " if first and not text[first - 1].isspace() else ""
    return f"{text[:first]}{before}{part} {text[first:]}"


def _without(text: str, cut: Iterable[Token]) -> str:
    """Cut tokens out, each with a `|` that would join its neighbours and the white space on one side of it."""
    starts = {token.start for token in cut}
    tokens = scan(text)
    stretches: list[Place] = []
    left = 0  # the first token that is not cut yet
    for index, token in enumerate(tokens):
        if token.start not in starts:
            continue
        first = last = index
        while first > left and tokens[first - 1].kind is Kind.OR:
            first -= 1
        # The first of several: what follows it is joined to nothing any more.
        while first == index and last + 1 < len(tokens) and tokens[last + 1].kind is Kind.OR:
            last += 1
        stretches.append((tokens[first].start, tokens[last].end))
        left = last + 1
    for start, end in reversed(stretches):
        text = _closed_up(text[:start], text[end:])
    return text


def _closed_up(before: str, after: str) -> str:
    if not before or before[-1].isspace():
        kept = after[1:] if after[:1].isspace() else after
        # A space at the end says that the last word is whole.
        return before + kept if after else before.rstrip()
    return f"{before} {after}" if after and not after[0].isspace() else before + after
