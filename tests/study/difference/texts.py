"""Texts to compare, made up by hypothesis: of words that differ in all the ways the differ knows."""

from __future__ import annotations

from hypothesis import strategies as st

from tui.model.records import AliasSet
from tui.study.difference.pieces import Change, Piece

ALIASES = (
    AliasSet(("Daesh", "ISIS", "Islamic State")),
    AliasSet(("Danang", "Da Nang", "Đà Nẵng")),
    AliasSet(("United States", "United States of America", "USA")),
)

_WORDS = (
    "the The of and not no a Russia Ukraine Daesh ISIS Islamic State Danang Da Nang United States America USA US us "
    "labour labor organised organized co operate cooperate 2254 2,254 5 50% «mir» it's its café cafe Ё е 不 同意 و "
    "سلام agreed reaffirmed commitment"
).split()
_GAPS = [*"    ", "-", ", ", ". ", " – ", "\n\n", "/", " $", " “", "” ", "...", " (", ") ", "\u200b", "\x1b["]

WORDY = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_GAPS)), max_size=25).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)
TEXTS = WORDY | st.text(max_size=30)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and the same with words dropped, added and put elsewhere."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30))
    other = list(words)
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.integers(0, len(other)))
        cut: bool = draw(st.booleans())
        if other and cut:
            taken = other.pop(min(place, len(other) - 1))
            put_back: bool = draw(st.booleans())
            if put_back:
                other.insert(draw(st.integers(0, len(other))), taken)
        else:
            other.insert(place, draw(st.sampled_from(_WORDS)))
    return " ".join(words), " ".join(other)


def shown(left: str, right: str, pieces: tuple[Piece, ...]) -> str:
    """Differences as a line: `[-dropped-]{+added+}` with the kind, and the change where the signs do not tell it."""
    line = ""
    for piece in pieces:
        one, other = left[slice(*piece.left)], right[slice(*piece.right)]
        if piece.change is Change.SAME:
            line += one
            continue
        moved = f"moved{piece.move} " if piece.change is Change.MOVED else ""
        line += (f"[-{one}-]" if one else "") + (f"{{+{other}+}}" if other else "") + f"<{moved}{piece.kind}>"
    return line
