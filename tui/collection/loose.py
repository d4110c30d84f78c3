"""Text with the differences of style taken out that an editor may make: quotation marks and spacing."""

from __future__ import annotations

from typing import Final, NamedTuple

_SINGLE: Final = "'‘’‚‛‹›"
_DOUBLE: Final = '"“”„‟«»'
_QUOTES: Final = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')})


class Loose(NamedTuple):
    """A text with quotation marks of one style and single spaces, and where each character came from."""

    text: str
    origins: list[int]


def loosen(text: str) -> Loose:
    """Return `text` without its style; `origins` has one item more than the text, the end of the original."""
    kept: list[str] = []
    origins: list[int] = []
    for position, char in enumerate(text.translate(_QUOTES)):
        space = char.isspace()
        if space and kept and kept[-1] == " ":
            continue
        kept.append(" " if space else char)
        origins.append(position)
    return Loose("".join(kept), [*origins, len(text)])


def differences(wanted: str, found: str) -> list[str]:
    """Name the differences of style between two texts that are the same once loosened."""
    names = []
    if _marks(wanted) != _marks(found):
        names.append("quotation marks")
    if wanted.translate(_QUOTES) != found.translate(_QUOTES):
        names.append("spacing")
    return names


def _marks(text: str) -> list[str]:
    return [char for char in text if char in _SINGLE + _DOUBLE]
