"""Records as JSON and back: lists of values in the order of the fields, nothing in them but text and numbers.

The compiled collection lies in a folder that others may have written to; reading it must never run anything, so it is
JSON and not a pickle. `shape` tells one version of a record from another: what was written with other fields is not
read.
"""

from __future__ import annotations

import datetime as dt
import json
import types
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from tui.model.dates import EdtfDate

_Record = TypeVar("_Record")
_Kind = Any  # a class; `type[object]` is not hashable to the type checker
_Coder = Callable[[Any], Any]
NOT_ENCODED: Final = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What `decode` raises for what was never encoded."""

# Records hold no cycles.
_JSON: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def encode(record: object) -> bytes:
    """Return a record, a frozen dataclass of the model or a named tuple, as JSON."""
    kind: _Kind = type(record)
    return _JSON.encode(_encoder(kind)(record)).encode("utf-8", "surrogatepass")


def decode(kind: type[_Record], data: bytes) -> _Record:
    """Return the record of this kind that `data` holds.

    Raises one of `NOT_ENCODED` for what was never encoded.
    """
    wanted: _Kind = kind
    record: _Record = _decoder(wanted)(json.loads(data.decode("utf-8", "surrogatepass")))
    return record


@cache
def shape(kind: _Kind) -> str:
    """Return the names and types of a record's fields, down to the last one, as one line."""
    return ",".join(f"{name}:{_described(hint)}" for name, hint in _fields(kind))


def _described(hint: Any) -> str:
    inner = "|".join(_described(part) for part in get_args(hint))
    own = getattr(hint, "__name__", str(hint))
    if _is_record(hint):
        return f"{own}({shape(hint)})"
    return f"{own}[{inner}]" if inner else own


def _is_record(hint: Any) -> bool:
    return hint is not EdtfDate and (is_dataclass(hint) or hasattr(hint, "_fields"))


@cache
def _fields(kind: _Kind) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return tuple((name, hints[name]) for name in names)


@cache
def _encoder(hint: Any) -> _Coder:
    """What turns a value of this type into what JSON can hold; `_plain` where it is that already."""
    if hint is EdtfDate:
        return _date_out
    if _is_record(hint):
        return _record_out(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _encoder(_wanted(parts))
        return inner if inner is _plain else lambda value: None if value is None else inner(value)
    if origin is tuple and parts[-1] is not Ellipsis:
        coders = [_encoder(part) for part in parts]
        return lambda value: [coder(part) for coder, part in zip(coders, value, strict=True)]
    if origin is tuple:
        inner = _encoder(parts[0])
        return inner if inner is _plain else lambda value: [inner(part) for part in value]
    # A set has no order of its own.
    return sorted if origin is frozenset else _plain


def _record_out(kind: _Kind) -> _Coder:
    names = [name for name, _ in _fields(kind)]
    values = attrgetter(*names)
    coders = [(place, _encoder(hint)) for place, (_, hint) in enumerate(_fields(kind))]
    others = [(place, coder) for place, coder in coders if coder is not _plain]
    if len(names) == 1:
        # Of one name alone `attrgetter` returns no tuple.
        return lambda record: [coders[0][1](values(record))]
    if not others:
        return values

    def out(record: Any) -> list[Any]:
        found = list(values(record))
        for place, coder in others:
            found[place] = coder(found[place])
        return found

    return out


@cache
def _decoder(hint: Any) -> _Coder:
    """The way back."""
    if hint is EdtfDate:
        return _date_in
    if _is_record(hint):
        return _record_in(hint)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        inner = _decoder(_wanted(parts))
        return inner if inner is _plain else lambda value: None if value is None else inner(value)
    if origin is tuple and parts[-1] is not Ellipsis:
        coders = [_decoder(part) for part in parts]
        if len(parts) > 1 and all(coder is _plain for coder in coders):
            return itemgetter(*range(len(parts)))
        return lambda value: tuple([coder(part) for coder, part in zip(coders, value, strict=True)])
    if origin in (tuple, frozenset, Sequence):
        made: _Kind = tuple if origin is Sequence else origin
        inner = _decoder(parts[0])
        return made if inner is _plain else lambda value: made(map(inner, value))
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _plain


def _record_in(kind: _Kind) -> _Coder:
    coders = [(place, _decoder(hint)) for place, (_, hint) in enumerate(_fields(kind))]
    others = [(place, coder) for place, coder in coders if coder is not _plain]
    count = len(coders)

    def read(values: Any) -> Any:
        if len(values) != count:
            raise ValueError(f"found {len(values)} fields of a {kind.__name__}; expected {count}")
        for place, coder in others:
            values[place] = coder(values[place])
        return kind(*values)

    return read


def _wanted(parts: tuple[Any, ...]) -> Any:
    """The type of a value that may be None."""
    return next(part for part in parts if part is not type(None))


def _plain(value: Any) -> Any:
    return value


def _date_out(date: EdtfDate) -> list[object]:
    return [date.text, date.earliest.isoformat(), date.latest.isoformat(), list(date.qualifiers)]


def _date_in(value: list[Any]) -> EdtfDate:
    text, earliest, latest, qualifiers = value
    return EdtfDate(text, dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest), tuple(qualifiers))
