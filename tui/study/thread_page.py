"""The page of threads: the commitments that editors follow, each with how far it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model.records import Thread
from tui.study.page import UNDATED, Page, Row, day, section
from tui.text.counting import counted

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


def threads_page(catalogue: Catalogue) -> Page:
    """Return the threads of all open collections, in the order of their files."""
    threads = catalogue.threads()
    rows = (_row(catalogue, thread) for thread in threads)
    note = "What comes back from meeting to meeting, as editors declare it. Choosing one traces it."
    heading = counted(len(threads), "thread")
    return Page("threads", "What editors follow", "", sections=(section(heading, rows, len(threads), note),))


def _row(catalogue: Catalogue, thread: Thread) -> Row:
    statements = dict.fromkeys(member.address.partition("#")[0] for member in thread.members)
    days = [one for key in statements if (one := day(catalogue, catalogue.statement(key)))]
    years = f"{min(days).year}–{max(days).year}" if days else UNDATED
    places = f"{counted(len(thread.members), 'place')} in {counted(len(statements), 'statement')}"
    return Row(years, thread.title, places, thread.key, "thread")
