"""The order of what is found, by date."""

from __future__ import annotations

from typing import Final

import numpy as np

from tui.index.arrays import Array
from tui.index.narrowing import Narrowing

_PLACES: Final = 32
_UNDATED: Final = 1 << 30
"""After every day there is, whichever way they are ordered."""


class ByDate:
    """Orders wordings by the first day that they may be of; equals as they stand, undated ones last."""

    def __init__(self, narrowing: Narrowing, *, newest: bool) -> None:
        days = np.concatenate([np.zeros(0, np.int32), *narrowing.days()]).astype(np.int64)
        self._keys = np.where(days == 0, _UNDATED, -days if newest else days)

    def places(self, numbers: Array, most: int) -> Array:
        """Return the places in `numbers`, which name wordings, of the first `most` of them, in order."""
        keys = (self._keys[numbers] << _PLACES) + np.arange(len(numbers))
        if most < len(numbers):
            keys = np.partition(keys, most)[:most]
        keys.sort()
        places: Array = keys & ((1 << _PLACES) - 1)
        return places
