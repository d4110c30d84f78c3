"""What a collection is, as its `collection.yaml` says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.collection.fingerprint import Fingerprint


@dataclass(frozen=True, slots=True)
class Head:
    """What `collection.yaml` says; where it is missing or unsound, as much of it as can be told."""

    id: str
    title: str
    description: str | None = None
    language: str | None = None
    licence: str | None = None
    note: str | None = None


class KnownHead(NamedTuple):
    """A head, and by what its file is known again: where anything is wrong with it, by nothing (`UNREAD`)."""

    head: Head
    fingerprint: Fingerprint
