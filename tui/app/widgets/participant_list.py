"""The participants pane: who takes part in what is in scope, in which role and office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from tui.app.showing import shown_on_one_line
from tui.app.widgets.row_list import RowList
from tui.index.lazy import Lazy, listed
from tui.index.parts import Part
from tui.model.records import Participant
from tui.model.vocabulary import ParticipantKind

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue


class ParticipantList(RowList):
    """Participants, two lines each: the name; then roles, office, for whom."""

    ROW_HEIGHT = 2
    BINDING_GROUP_TITLE = "Participants"
    BINDINGS = [
        Binding(
            "enter,space",
            "choose",
            "Narrow",
            id="participants.narrow",
            tooltip="Narrow summits and clauses to this participant; once more undoes it",
        ),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._catalogue: Catalogue | None = None
        self._parts: Lazy[Part] = listed([], lambda part: part.participant.key)
        self._narrowed: str | None = None

    @property
    def part(self) -> Part | None:
        """The participant under the cursor."""
        return None if self.cursor is None else self._parts[self.cursor]

    def part_at(self, index: int) -> Part:
        """The participant of a row."""
        return self._parts[index]

    def show_parts(self, catalogue: Catalogue, parts: Lazy[Part], narrowed: str | None) -> None:
        """Show `parts`, keeping the cursor on its participant; `narrowed` is the key of the chosen one."""
        before = self.part.participant.key if self.part else None
        cursor = (parts.place(before) if before else None) or 0
        self._catalogue, self._parts, self._narrowed = catalogue, parts, narrowed
        self.set_rows(len(parts), cursor=cursor, empty="No participants are recorded.")

    def render_row(self, index: int, width: int) -> list[Content]:
        """Return a participant's two lines; the one narrowed to carries a sign."""
        part = self._parts[index]
        mark = self.get_visual_style("row-list--mark", partial=True)
        muted = self.get_visual_style("row-list--muted", partial=True)
        keys = self._keys(part)
        sign = Content("◆ ").stylize(mark) if self._narrowed in keys else Content("")
        marked = Content("  ◆ marked").stylize(mark) if self.marked in keys else Content("")
        return [
            sign + shown_on_one_line(part.participant.name) + marked,
            shown_on_one_line("  " + self._second(part), muted).truncate(width, ellipsis=True),
        ]

    def _keys(self, part: Part) -> tuple[str, ...]:
        """The keys of all records of a participant."""
        key = part.participant.key
        return self._catalogue.sameness(Participant).all(key) if self._catalogue else (key,)

    def _second(self, part: Part) -> str:
        participant = part.participant
        said = [", ".join(role.label for role in part.roles), ", ".join(part.offices)]
        if not any(said) or participant.kind is not ParticipantKind.PERSON:
            said.insert(0, participant.kind.label)
        if part.acting_for and self._catalogue and not part.offices:
            said.append("for " + " and ".join(self._catalogue.name(key) for key in part.acting_for))
        others = {one.partition("/")[0] for one in self._keys(part) if one != participant.key}
        said += [f"also in {name}" for name in sorted(others)]
        return " · ".join(words for words in said if words)
