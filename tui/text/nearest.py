"""The nearest right name for a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that is most like `name`, or None when nothing is near enough to suggest."""
    candidates = list(names)
    close = get_close_matches(name, candidates, n=1, cutoff=0.6)
    if close:
        return close[0]
    by_letters = {candidate.casefold().replace("_", "-"): candidate for candidate in candidates}
    close = get_close_matches(name.casefold().replace("_", "-"), list(by_letters), n=1, cutoff=0.6)
    return by_letters[close[0]] if close else None
