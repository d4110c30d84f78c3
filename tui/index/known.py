"""The values that a field has in the collections that are open, and which of them a reader means by a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from tui.index.narrowing import Nearest
from tui.index.sameness import Sameness
from tui.index.shelf import Shelf
from tui.index.terms import folded_value
from tui.model.country_names import NAMES
from tui.model.language_names import language_names
from tui.model.records import Instrument, Participant, Source, Summit
from tui.model.vocabulary import ParticipantKind
from tui.text.nearest import nearest

RECORDS: Final = ("person", "body", "cites", "source")
"""Fields whose values mean records."""

_BODIES: Final = (ParticipantKind.STATE, ParticipantKind.ORGANISATION)
_SHORTEST: Final = 3
"""So many letters of a name written without its spaces are enough to tell it."""
_FEW: Final = 8


class Named(NamedTuple):
    """A value as a query writes it and as a reader calls it, with its other names, and the `keys` of what it means.

    Keys are those of records, all that are the same one; of a plain value, the value itself.
    """

    value: str
    name: str
    names: tuple[str, ...]
    keys: tuple[str, ...]


class Known:
    """The values of one field. With `records` a value also means those in whose names it is a run of words.

    Without, only where it is none as a whole: a topic is not every longer one that holds its words.
    """

    def __init__(self, named: Sequence[Named], *, records: bool) -> None:
        self.named: Final = named
        self._records = records
        self._kept: dict[str, frozenset[str]] = {}

    @cached_property
    def _folded(self) -> list[tuple[str, ...]]:
        return [tuple(dict.fromkeys(map(folded_value, (one.value, *one.names)))) for one in self.named]

    @cached_property
    def _whole(self) -> dict[str, list[int]]:
        """By what they are called, also without spaces, the places of the values."""
        return _placed({name for text in folded for name in (text, _joined(text))} for folded in self._folded)

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        return _placed({word for text in folded for word in text.split()} for folded in self._folded)

    def meant(self, value: str) -> list[Named]:
        """Return what a value means: an id, a code, a name, or a run of words of one; case and the like set aside."""
        wanted = folded_value(value)
        if not wanted:
            return []
        places = set(self._whole.get(wanted, ())) | set(self._whole.get(_joined(wanted), ()))
        if self._records or not places:
            among = self._by_word.get(wanted.split()[0], ())
            places |= {at for at in among if any(f" {wanted} " in f" {text} " for text in self._folded[at])}
        return [self.named[at] for at in sorted(places)]

    def keys(self, value: str) -> frozenset[str]:
        """Return the keys of all that a value means, which may be more than one record; asked again, at once."""
        if value not in self._kept:
            self._kept[value] = frozenset(key for one in self.meant(value) for key in one.keys)
        return self._kept[value]

    def begun(self, value: str) -> list[Named]:
        """Return what the beginning of a value means: all that go on from it, unless it is an id, a code or a name."""
        wanted = folded_value(value)
        return self.meant(value) if wanted in self._whole else self.going_on_from(wanted) if wanted else []

    def going_on_from(self, prefix: str) -> list[Named]:
        """Return the values of which an id, or a word of a name, begins with `prefix` (folded)."""
        joined = _joined(prefix) if len(_joined(prefix)) >= _SHORTEST else None
        return [one for one, folded in zip(self.named, self._folded, strict=True) if _goes_on(folded, prefix, joined)]

    def nearest(self, value: str) -> Nearest:
        """Return the value that is nearest to one that means nothing; else all, where they are few."""
        begun = self.going_on_from(folded_value(value))
        if begun:
            return Nearest(begun[0].value)
        called: dict[str, str] = {}
        for one, folded in zip(self.named, self._folded, strict=True):
            called[one.value] = one.value
            for text in folded:
                for name in (text, *text.split()):
                    called.setdefault(name, one.value)
        near = nearest(folded_value(value), called)
        if near is not None:
            return Nearest(called[near])
        values = tuple(dict.fromkeys(one.value for one in self.named))
        return Nearest(None, values if len(values) <= _FEW else ())


def records(shelves: Iterable[Shelf], field: str, same: Sameness | None) -> list[Named]:
    """Return what the values of such a field mean; what is the `same` in several collections once."""
    groups: dict[str, list[Named]] = {}
    for shelf in shelves:
        for one in _records_in(shelf, field):
            (key,) = one.keys
            groups.setdefault(same.first(key) if same else key, []).append(one)
    return [
        Named(
            group[0].value,
            group[0].name,
            tuple(dict.fromkeys(name for one in group for name in (one.value, *one.names))),
            tuple(key for one in group for key in one.keys),
        )
        for group in groups.values()
    ]


def places(shelves: Sequence[Shelf]) -> list[Named]:
    """Return where summits were held: places, and countries by their code and every name that is known of them."""
    summits = [summit for shelf in shelves for summit in shelf.records(Summit)]
    found = plain(summit.place for summit in summits if summit.place)
    codes = dict.fromkeys(summit.country for summit in summits if summit.country)
    called: dict[str, list[str]] = {code: list(NAMES.get(code, ())) for code in codes}
    for shelf in shelves:
        for participant in shelf.records(Participant):
            if participant.kind is ParticipantKind.STATE and participant.code in called:
                called[participant.code] += [participant.name, *participant.other_names]
    countries = [Named(code, names[0] if names else code, tuple(names), (code,)) for code, names in called.items()]
    return [*found, *countries]


def languages(tags: Iterable[str]) -> list[Named]:
    """Return languages by their tags and every name that is known of them."""
    called = {tag: language_names(tag) for tag in tags}
    return [Named(tag, names[0] if names else tag, names, (tag,)) for tag, names in called.items()]


def plain(values: Iterable[str]) -> list[Named]:
    """Return values that mean no records, each once."""
    return [Named(value, value, (), (value,)) for value in dict.fromkeys(values)]


def _records_in(shelf: Shelf, field: str) -> Iterator[Named]:
    match field:
        case "person" | "body":
            for participant in shelf.records(Participant):
                if (participant.kind in _BODIES) == (field == "body"):
                    code = (participant.code,) if participant.code else ()
                    yield _of(participant.key, participant.name, (*participant.other_names, *code))
        case "cites":
            for instrument in shelf.records(Instrument):
                yield _of(instrument.key, instrument.title, (instrument.symbol,) if instrument.symbol else ())
        case "source":
            for source in shelf.records(Source):
                names = (source.publisher, source.title)
                yield Named(_id(source.key), f"{source.publisher}, {source.title}", names, (source.key,))


def _of(key: str, name: str, others: tuple[str, ...]) -> Named:
    return Named(_id(key), name, (name, *others), (key,))


def _id(key: str) -> str:
    return key.rpartition("/")[2]


def _placed(names: Iterable[set[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, own in enumerate(names):
        for name in own:
            found.setdefault(name, []).append(place)
    return found


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _goes_on(folded: Sequence[str], prefix: str, joined: str | None) -> bool:
    return any(f" {prefix}" in f" {text}" or (joined and _joined(text).startswith(joined)) for text in folded)
