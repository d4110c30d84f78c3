"""The table of keys for the documentation: `python -m tui.app.key_table FILE` writes it from the bindings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import format_key

from tui.app.app import SummitApp
from tui.app.screens.absence import AbsenceScreen
from tui.app.screens.concorded import ConcordedScreen
from tui.app.screens.copy_menu import CopyMenu
from tui.app.screens.copying import CopyingScreen
from tui.app.screens.faceted import FacetedScreen
from tui.app.screens.following import FollowingScreen
from tui.app.screens.linked import LinkedScreen
from tui.app.screens.page import PageScreen, PageView
from tui.app.screens.paned import PanedScreen
from tui.app.screens.party import PartyScreen
from tui.app.screens.quoting import QuotingScreen
from tui.app.screens.reading_room import ReadingRoom
from tui.app.screens.searching import SearchingScreen
from tui.app.screens.source_reader import SourceReader
from tui.app.screens.stepping import SteppingScreen
from tui.app.screens.study import StudyScreen
from tui.app.screens.studying import StudyingScreen
from tui.app.screens.threaded import ThreadedScreen
from tui.app.screens.trace import TraceScreen
from tui.app.screens.tracing import TracingScreen
from tui.app.screens.verifying import VerifyingScreen
from tui.app.screens.welcome import WelcomeScreen
from tui.app.screens.wordings import WordingsScreen
from tui.app.widgets.concordance_list import ConcordanceList
from tui.app.widgets.facet_list import FacetList
from tui.app.widgets.participant_list import ParticipantList
from tui.app.widgets.quotation_box import QuotationBox
from tui.app.widgets.row_list import RowList
from tui.app.widgets.scrolled import Scrolled
from tui.app.widgets.search_bar import SearchBar
from tui.app.widgets.sift_line import SiftLine
from tui.app.widgets.summit_list import SummitList

OWNERS: Final[dict[str, tuple[type[DOMNode], ...]]] = {
    "Everywhere": (
        SearchingScreen,
        SteppingScreen,
        ReadingRoom,
        TracingScreen,
        QuotingScreen,
        FollowingScreen,
        ThreadedScreen,
        StudyingScreen,
        CopyingScreen,
        FacetedScreen,
        ConcordedScreen,
        LinkedScreen,
        PanedScreen,
        SummitApp,
    ),
    "Lists: summits, clauses, participants, concordance, facets": (RowList,),
    "Summits": (SummitList,),
    "Finding a summit": (SiftLine,),
    "Participants": (ParticipantList,),
    "Concordance": (ConcordanceList,),
    "Facets": (FacetList,),
    "Reading, and other texts": (Scrolled,),
    "Search box": (SearchBar,),
    "Comparison, wordings, source, trace, absence, pages": (StudyScreen,),
    "Wordings": (WordingsScreen,),
    "Source": (SourceReader,),
    "Trace": (TraceScreen,),
    "Absence": (AbsenceScreen,),
    "Pages: references, instruments, threads, participants": (PageScreen, PageView),
    "The page of a participant": (PartyScreen,),
    "Copy what?": (CopyMenu,),
    "Welcome": (WelcomeScreen,),
    "Verify: the verdict": (VerifyingScreen,),
    "Verify: the quotation": (QuotationBox,),
}
"""Who has which bindings, by the heading they stand under."""


def key_table() -> str:
    """Return the keys as Markdown, a table a heading."""
    lines = [
        "# Keys",
        "",
        "Written from the bindings by `make keys`; in the program, `?` shows those of the focused pane.",
        "`ctrl+p` opens the command palette.",
    ]
    for heading, owners in OWNERS.items():
        lines += ["", f"## {heading}", "", "| keys | what they do | id |", "| --- | --- | --- |"]
        for owner in owners:
            for binding in vars(owner)["BINDINGS"]:
                assert isinstance(binding, Binding)
                lines.append(f"| {_keys(binding)} | {binding.tooltip or binding.description} | `{binding.id}` |")
    return "\n".join(lines) + "\n"


def _keys(binding: Binding) -> str:
    return ", ".join(f"`{_key(key.strip())}`" for key in binding.key.split(","))


def _key(key: str) -> str:
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, format_key(last)])


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(key_table(), encoding="utf-8")
