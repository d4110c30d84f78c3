"""The nearest right name for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_NEAR_ENOUGH: Final = 60.0


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that is most like `name`, or None when nothing is near enough to suggest.

    Where nothing is near as it stands, case and the difference of `-` and `_` are set aside.
    """
    # Only who has misspelt something waits for this import.
    from rapidfuzz import fuzz, process

    candidates = list(names)
    for processor in (None, _plain):
        found = process.extractOne(name, candidates, scorer=fuzz.ratio, processor=processor, score_cutoff=_NEAR_ENOUGH)
        if found is not None:
            return found[0]
    return None


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-")
