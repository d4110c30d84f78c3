"""What records of all kinds have in common when they are made: references, evidence, participations, remarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui.collection.problems import Problems
from tui.collection.proving import Prover
from tui.collection.schema_parts import CitationShape, EvidenceShape, ParticipationShape, RemarkShape
from tui.collection.units import Context, Reference
from tui.collection.yaml_nodes import Node
from tui.model.records import Citation, Evidence, Participation, Remark


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
        self._prover = Prover(context.sources, self._key)
        self._problems = Problems()
        self._references: list[Reference] = []
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

    def _refer(self, section: str, name: str | None, node: Node) -> str | None:
        """Return the key that a reference means, and remember the reference: what it leads to is not known here."""
        if name is None:
            return None
        self._needs.add((section, name))
        line, column = node.position
        self._references.append(Reference(section, name, line, column, len(self._problems)))
        return self._key(name)

    def _refer_all(self, section: str, names: Iterable[str], node: Node) -> tuple[str, ...]:
        keys = [self._refer(section, name, place) for name, place in zip(names, node.items(), strict=True)]
        return tuple([key for key in keys if key is not None])

    def _remark(self, shape: RemarkShape, node: Node) -> Remark:
        return Remark(shape.kind, shape.text, self._shown_by(shape, node))

    def _shown_by(self, shape: _Shown, node: Node) -> tuple[str, ...]:
        return self._refer_all("sources", shape.shown_by, node.at("shown_by")) if shape.shown_by else ()

    def _citations(
        self, shapes: tuple[CitationShape, ...], node: Node, texts: list[str] | None
    ) -> tuple[Citation, ...]:
        """Return citations; the words of each are looked for in `texts`, where there are any (None: not at all)."""
        cites = []
        for number, citation in enumerate(shapes):
            place = node.at("cites", number)
            if citation.words is not None and texts and not any(citation.words in text for text in texts):
                self._problems.error(place.at("words").location, "the citation's words are not in the clause")
            key = self._refer("instruments", citation.to, place.at("to"))
            cites.append(Citation(key or self._key(citation.to), citation.words))
        return tuple(cites)

    def _participations(self, shapes: tuple[ParticipationShape, ...], node: Node) -> tuple[Participation, ...]:
        return tuple(self._participation(shape, node.at(number)) for number, shape in enumerate(shapes))

    def _participation(self, shape: ParticipationShape, node: Node) -> Participation:
        key = self._refer("participants", shape.participant, node.at("participant"))
        return Participation(
            participant=key or self._key(shape.participant),
            roles=tuple(shape.roles),
            acting_for=self._refer_all("participants", shape.acting_for, node.at("acting_for")),
            office=shape.office,
            evidence=self._evidence(shape.evidence, node.at("evidence")),
            note=shape.note,
            shown_by=self._shown_by(shape, node),
        )

    def _evidence(self, shapes: tuple[EvidenceShape, ...], node: Node) -> tuple[Evidence, ...]:
        found = []
        for number, shape in enumerate(shapes):
            place = node.at(number)
            self._refer("sources", shape.source, place.at("source"))
            found.append(self._prover.evidence(shape, shape.source, place, self._problems))
        return tuple(found)
