"""What a terminal sends as pasted, in any parts, is one text; what it sends besides are keys."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tui.app.pasting import PasteParser

BEGIN, END = "\x1b[200~", "\x1b[201~"


def told(sent: list[str]) -> list[str]:
    """What a parser makes of what is sent: pasted texts between brackets, keys by their names."""
    parser = PasteParser()
    messages: list[Message] = [message for data in sent for message in parser.feed(data)]
    pastes = (events.Paste, events.Key)
    return [
        f"[{one.text}]" if isinstance(one, events.Paste) else one.key for one in messages if isinstance(one, pastes)
    ]


def test_a_coloured_text_is_pasted_whole_and_keys_around_it_stay_keys() -> None:
    assert told([f"a{BEGIN}\x1b[31mred\x1b[0m text{END}b"]) == ["a", "[\x1b[31mred\x1b[0m text]", "b"]


def test_two_pastes_and_an_empty_one() -> None:
    assert told([f"{BEGIN}one{END}{BEGIN}{END}{BEGIN}two\x00{END}"]) == ["[one]", "[]", "[two]"]


@given(
    text=st.lists(st.sampled_from(["a", " ", "\x1b", "\x1b[31m", "\x1b[20", "~", "\r", "é"]), max_size=12).map("".join),
    cuts=st.lists(st.integers(0, 40), max_size=6),
)
def test_in_whatever_parts_it_comes(text: str, cuts: list[int]) -> None:
    sent = f"{text}{END}x"
    at = [0, *sorted(min(cut, len(sent)) for cut in cuts), len(sent)]
    parts = [sent[first:last] for first, last in pairwise(at) if first < last]
    assert told([BEGIN, *parts]) == [f"[{text}]", "x"]
