"""The command palette: what can be done, and every summit, statement, participant, instrument and thread by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.style import Style

from tui.app.places import Leaf, Showing
from tui.app.screens.paned import SUMMITS
from tui.app.screens.reading_room import ReadingRoom
from tui.app.showing import shown_on_one_line
from tui.index.scope import Scope
from tui.study.concordance import Order

_LONGEST = 80
"""Longer titles are cut before they are matched: the palette's matcher is meant for titles, not for texts."""

_MOST = 2_000
"""Records of a kind that the palette offers; beyond, the search box is the better way."""


class Command(NamedTuple):
    """A command: its name as `group: what`, what it does in a sentence, and the doing."""

    name: str
    help: str
    run: Callable[[], None]


class ReadingCommands(Provider):
    """The commands of the reading room."""

    async def discover(self) -> Hits:
        """Yield what can be done, for the empty query."""
        for command in self._actions(self._room):
            yield DiscoveryHit(Content(command.name), command.run, command.name, Content(command.help).plain)

    async def search(self, query: str) -> Hits:
        """Yield the commands that match `query`; a name from a collection is never read as markup."""
        matcher = self.matcher(query)
        for command in (*self._actions(self._room), *self._records(self._room)):
            name = command.name[:_LONGEST]
            score, offsets = matcher.fuzzy_search.match(query, name)
            if score > 0:
                display = shown_on_one_line(name)
                for offset in offsets:
                    display = display.stylize(Style(bold=True, underline=True), offset, offset + 1)
                yield Hit(score, display, command.run, text=name, help=command.help)

    @property
    def _room(self) -> ReadingRoom:
        return cast(ReadingRoom, self.app.screen_stack[0])

    def _actions(self, room: ReadingRoom) -> Iterator[Command]:
        for command in self._named(room):
            yield command._replace(run=_in_front(room, command.run))

    def _named(self, room: ReadingRoom) -> Iterator[Command]:
        yield Command("search: Find a phrase", "Search all quoted text while typing", room.action_search)
        yield Command("search: Concordance", "The hits one a line, or as before", room.action_concordance)
        yield Command("search: Facets", "How what is found is spread, and narrower by a choice", room.action_facets)
        yield Command("study: Verify a quotation", "Was it said, where, and how does it differ", room.action_verify)
        yield Command("study: Mark", "Mark the clause or statement, to compare it", room.action_mark)
        yield Command("study: Compare", "Compare the marked one with the one under the cursor", room.action_compare)
        yield Command("study: Wordings", "The clause's wordings beside each other", room.action_wordings)
        yield Command("study: Source", "The clause's source, with the clauses in it marked", room.action_source)
        yield Command(
            "study: Trace", "Where the phrase, clause, instrument or thread stands in time", room.action_trace
        )
        yield Command("follow: Leads to", "What the clause or statement refers to", room.action_leads_to)
        yield Command("follow: Referred to by", "What refers to it", room.action_referred_to_by)
        yield Command("follow: Participant", "The participant over time", room.action_participant)
        yield Command("follow: Instruments", "What clauses cite, and who invokes it", room.action_instruments)
        yield Command("follow: Threads", "What editors follow, to trace it", room.action_threads)
        yield Command("follow: Back", "To where one was before", partial(room.action_walk, -1))
        yield Command("follow: Forward", "To where one went back from", partial(room.action_walk, 1))
        yield Command("copy: What is read", "The words, the citation, the address ...", room.action_copy)
        yield Command("calendar: Group summits", "By year, by series, or by collection", partial(_regroup, room))
        yield Command("calendar: Fold all", "Fold all summits, or unfold them", partial(_fold_all, room))
        yield Command("calendar: Find a summit", "By title, place, series, year or who took part", room.action_sift)
        yield Command("view: Zoom the pane", "One pane over the whole screen, and back", room.action_zoom)
        yield Command("view: Undo narrowing", "Show all clauses and summits again", room.action_widen)
        yield Command("view: Problems", "What is wrong with the open collections", room.action_problems)
        yield Command("view: Keys", "The keys that work here", room.action_help)
        yield Command("collection: Read again", "Read the files again", room.action_reload)
        for order in Order:
            name = f"search: Concordance {order.label}"
            yield Command(name, "Sort the hits, one a line", partial(room.sort_concordance, order))

    def _records(self, room: ReadingRoom) -> Iterator[Command]:
        catalogue = room.catalogue
        if catalogue is None:
            return
        for summit in catalogue.summits()[:_MOST]:
            scope = Scope(summit.collection, summit.key)
            yield _going(f"summit: {summit.title}", "Go to this summit", room, scope)
        for statement in catalogue.statements()[:_MOST]:
            scope = Scope(statement.collection, statement.summit, statement.key)
            yield _going(f"statement: {statement.title}", "Go to this statement", room, scope)
        for part in catalogue.people()[:_MOST]:
            participant = part.participant
            yield Command(
                f"participant: {participant.name}",
                "Narrow to this participant",
                _narrowing(room, participant.key),
            )
        for instrument in catalogue.instruments()[:_MOST]:
            leaf = Leaf(Showing.INSTRUMENT, instrument.key)
            follow = _in_front(room, partial(room.follow, leaf))
            yield Command(f"instrument: {instrument.title}", "What it is, and who invokes it", follow)
        for thread in catalogue.threads()[:_MOST]:
            trace = _in_front(room, partial(room.trace_thread, thread.key))
            yield Command(f"thread: {thread.title}", "Trace this thread", trace)


def _regroup(room: ReadingRoom) -> None:
    room.show_pane(SUMMITS)
    room.summits.action_regroup()


def _fold_all(room: ReadingRoom) -> None:
    room.show_pane(SUMMITS)
    room.summits.action_turn_all()


def _going(name: str, help: str, room: ReadingRoom, scope: Scope) -> Command:
    return Command(name, help, _in_front(room, lambda: room.go_to(scope)))


def _narrowing(room: ReadingRoom, key: str) -> Callable[[], None]:
    return _in_front(room, lambda: room.narrow_to(key))


def _in_front(room: ReadingRoom, action: Callable[[], None]) -> Callable[[], None]:
    """The palette may have been opened over the list of keys: that closes first."""

    def run() -> None:
        room.come_forward()
        action()

    return run
