"""What records of all kinds have in common when they are made: references, evidence, participations, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tui.collection.problems import Problems
from tui.collection.proving import Prover
from tui.collection.schema_parts import CitationShape, EvidenceShape, ParticipationShape, RemarkShape
from tui.collection.units import Context, Reference
from tui.collection.yaml_nodes import Node
from tui.model.records import Citation, Evidence, Participation, Remark

Mention = tuple[str, str, int, Node, tuple[str | int, ...]]
"""A reference of which nobody has asked yet where it stands, as in most files nobody ever does.

The section, the id, how many problems were found before it, a node, and the path from there to where it stands.
"""


def placed(mention: Mention) -> Reference:
    """Return a reference with its place."""
    section, name, after, node, path = mention
    return Reference(section, name, *node.at(*path).position, after)


class _Shown(Protocol):
    """A shape that tells which sources show it."""

    @property
    def shown_by(self) -> tuple[str, ...]: ...


class Referring:
    """Makes what records are made of, and keeps what is found on the way: problems, references, sources used.

    A reference costs no record, whatever it leads to: it is kept, and shown as the id it is.
    """

    def __init__(self, context: Context) -> None:
        self._id = context.collection
        self._prover = Prover(context.sources, context.collection)
        self._problems = Problems()
        self._mentions: list[Mention] = []
        self._needs: set[tuple[str, str]] = set()

    @property
    def needs(self) -> frozenset[tuple[str, str]]:
        """The ids that the records refer to, with their sections."""
        return frozenset(self._needs)

    @property
    def prover(self) -> Prover:
        """What proved the anchors."""
        return self._prover

    def _key(self, name: str) -> str:
        return f"{self._id}/{name}"

    def _refer(self, section: str, name: str, node: Node, *path: str | int) -> str:
        """Return the key that a reference means, and remember the reference: what it leads to is not known here.

        It stands at `path` below `node`.
        """
        self._needs.add((section, name))
        self._mentions.append((section, name, len(self._problems), node, path))
        return self._key(name)

    def _refer_if(self, section: str, name: str | None, node: Node, key: str) -> str | None:
        """Return the same for a reference that stands under a key, or None where it does not."""
        return None if name is None else self._refer(section, name, node, key)

    def _refer_all(self, section: str, names: Sequence[str], node: Node, key: str) -> tuple[str, ...]:
        """Return the same for the list of references that stands under a key."""
        if not names:
            return ()
        return tuple([self._refer(section, name, node, key, number) for number, name in enumerate(names)])

    def _remark(self, shape: RemarkShape, node: Node) -> Remark:
        return Remark(shape.kind, shape.text, self._shown_by(shape, node))

    def _shown_by(self, shape: _Shown, node: Node) -> tuple[str, ...]:
        return self._refer_all("sources", shape.shown_by, node, "shown_by")

    def _citations(
        self, shapes: tuple[CitationShape, ...], node: Node, texts: list[str] | None
    ) -> tuple[Citation, ...]:
        """Return citations; the words of each are looked for in `texts`, where there are any (None: not at all)."""
        cites = []
        for number, citation in enumerate(shapes):
            place = node.at("cites", number)
            if citation.words is not None and texts and not any(citation.words in text for text in texts):
                self._problems.error(place.at("words").location, "the citation's words are not in the clause")
            cites.append(Citation(self._refer("instruments", citation.to, place, "to"), citation.words))
        return tuple(cites)

    def _participations(self, shapes: tuple[ParticipationShape, ...], node: Node) -> tuple[Participation, ...]:
        return tuple(self._participation(shape, node.at(number)) for number, shape in enumerate(shapes))

    def _participation(self, shape: ParticipationShape, node: Node) -> Participation:
        return Participation(
            participant=self._refer("participants", shape.participant, node, "participant"),
            roles=tuple(shape.roles),
            acting_for=self._refer_all("participants", shape.acting_for, node, "acting_for"),
            office=shape.office,
            evidence=self._evidence(shape.evidence, node.at("evidence")),
            note=shape.note,
            shown_by=self._shown_by(shape, node),
        )

    def _evidence(self, shapes: tuple[EvidenceShape, ...], node: Node) -> tuple[Evidence, ...]:
        found = []
        for number, shape in enumerate(shapes):
            place = node.at(number)
            self._refer("sources", shape.source, place, "source")
            found.append(self._prover.evidence(shape, shape.source, place, self._problems))
        return tuple(found)
