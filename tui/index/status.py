"""How what is compiled of a collection stands: whether it is as it was written, and of the files as they are now."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from tui.index.damage import DamagedError
from tui.index.store import Compiled, Store
from tui.index.update import up_to_date


class State(StrEnum):
    """What can be said of a compiled collection."""

    UP_TO_DATE = "up to date"
    OUTDATED = "to be brought up to date"
    NOT_COMPILED = "not compiled"
    DAMAGED = "damaged"
    UNREADABLE = "not readable"


class Status(NamedTuple):
    """The state of a compiled collection, why it is so (in words, where the state alone does not say it), and it."""

    state: State
    why: str = ""
    compiled: Compiled | None = None


def as_opened(store: Store) -> Status:
    """Return how it stands as far as opening it tells, which takes no longer for a large one.

    Whether files have changed since is not asked: what is sound is called up to date.
    """
    return _status(store, whole=False)


def as_written(store: Store) -> Status:
    """Return how it stands once all of it is read: damage is found that no time tells of.

    Such damage is thrown away at once, since no opening would see it. Raises `OSError` where that cannot be written.
    Whether files have changed since is not asked.
    """
    return _status(store, whole=True)


def status(store: Store) -> Status:
    """Return the same, and whether files have changed since. Raises `OSError` too."""
    found = as_written(store)
    if found.state is State.UP_TO_DATE and not up_to_date(store):
        return found._replace(state=State.OUTDATED)
    return found


def _status(store: Store, *, whole: bool) -> Status:
    try:
        compiled = store.opened()
        if whole:
            store.verify_all()
    except DamagedError as error:
        if store.open() is not None:
            store.throw_away(error)
        return Status(State.DAMAGED, _not_as_written(store, error))
    except OSError as error:
        return Status(State.UNREADABLE, error.strerror or str(error))
    return Status(State.NOT_COMPILED) if compiled is None else Status(State.UP_TO_DATE, compiled=compiled)


def _not_as_written(store: Store, error: DamagedError) -> str:
    named = error.path is not None and error.path != store.place and error.path.is_relative_to(store.place)
    what = str(error.path.relative_to(store.place)) if named and error.path is not None else "it"
    return f"{what} is not as it was written"
