"""From shapes to the model: ids resolved, anchors proved, clauses given their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol, TypeVar

from tui.collection.cycles import closing_steps
from tui.collection.problems import Problems, quoted
from tui.collection.proving import Prover
from tui.collection.read import Folder, StatementEntry
from tui.collection.schema import (
    ClauseShape,
    EvidenceShape,
    InstrumentShape,
    ParticipantShape,
    ParticipationShape,
    SourceShape,
    StatementShape,
    SummitShape,
)
from tui.collection.sources import SourceText, read_source
from tui.collection.validate import Entry, at
from tui.collection.yaml_nodes import Node
from tui.model.countries import CODES
from tui.model.records import (
    AliasSet,
    Citation,
    Clause,
    Collection,
    Evidence,
    Instrument,
    Participant,
    Participation,
    Source,
    Statement,
    Summit,
)
from tui.model.vocabulary import ParticipantKind

_ONE: Final = {
    "participants": "participant",
    "sources": "source",
    "instruments": "instrument",
    "summits": "summit",
    "statements": "statement",
}


class _Written(Protocol):
    """An entry of any kind that has an id."""

    @property
    def shape(self) -> Any: ...

    @property
    def node(self) -> Node: ...


_AnyEntry = TypeVar("_AnyEntry", bound=_Written)


def _first_of_each(entries: Sequence[_AnyEntry], complaint: str, problems: Problems) -> list[_AnyEntry]:
    """Return the entries whose id was not used before; each other is noted."""
    first: dict[str, _AnyEntry] = {}
    for entry in entries:
        known = first.setdefault(entry.shape.id, entry)
        if known is not entry:
            place = known.node.location
            problems.error(
                at(entry.node, "id").location,
                f"{complaint}; the first, at {place.file}:{place.line}, was kept",
                found=quoted(entry.shape.id),
            )
    return list(first.values())


def build(folder: Folder, problems: Problems) -> Collection:
    """Return the collection that a folder's sound records make; what does not fit is noted in `problems`.

    A reference to nothing is a problem, but costs no record: it is kept, and shown as the id it is.
    """
    return _Builder(folder, problems).collection()


class _Builder:
    def __init__(self, folder: Folder, problems: Problems) -> None:
        self._folder = folder
        self._problems = problems
        self._id = folder.id
        self._ids: dict[str, set[str]] = {}
        self._texts: dict[str, SourceText | None] = {}
        self._languages: dict[str, str] = {}
        self._changed: set[str] = set()

    def collection(self) -> Collection:
        folder, head = self._folder, self._folder.head
        people = self._unique("participants", folder.participants)
        sources = self._unique("sources", folder.sources)
        instruments = self._unique("instruments", folder.instruments)
        summits = self._unique("summits", folder.summits)
        statements = self._unique("statements", folder.statements)
        self._no_cycles(sources, "derived_from")
        self._no_cycles(summits, "within", "margins_of")
        built_sources = tuple(self._source(entry) for entry in sources)
        self._prover = Prover(self._texts, self._languages, self._changed, self._key, self._problems)
        return Collection(
            id=self._id,
            title=head.title if head else self._id,
            folder=str(folder.path),
            description=head.description if head else None,
            language=head.language if head else None,
            licence=head.licence if head else None,
            note=head.note if head else None,
            sources=built_sources,
            participants=tuple(self._participant(entry) for entry in people),
            instruments=tuple(self._instrument(entry) for entry in instruments),
            aliases=tuple(AliasSet(tuple(entry.shape.names)) for entry in folder.aliases),
            summits=tuple(self._summit(entry.shape, entry.node) for entry in summits),
            statements=tuple(self._statement(entry) for entry in statements),
        )

    def _unique(self, section: str, entries: Sequence[_AnyEntry]) -> list[_AnyEntry]:
        """Return the entries whose id is the first of its kind, and remember the ids."""
        kept = _first_of_each(entries, f"a second {_ONE[section]} with this id", self._problems)
        unsound = {name for kind, name in self._folder.unsound if kind == section}
        self._ids[section] = {entry.shape.id for entry in kept} | unsound
        return kept

    def _no_cycles(self, entries: Sequence[_AnyEntry], *fields: str) -> None:
        """Note where records refer back to themselves through `fields`; the references are kept."""
        nodes = {entry.shape.id: entry.node for entry in entries}
        named = {
            entry.shape.id: {name: field for field in fields if (name := getattr(entry.shape, field)) is not None}
            for entry in entries
        }
        for here, step in closing_steps({name: list(steps) for name, steps in named.items()}):
            self._problems.error(
                at(nodes[here], named[here][step]).location,
                f"{named[here][step]} leads back to {quoted(here)} itself",
                found=quoted(step),
                expected="no cycle",
            )

    def _key(self, name: str) -> str:
        return f"{self._id}/{name}"

    def _refer(self, section: str, name: str | None, node: Node) -> str | None:
        """Return the key that a reference means, having noted where it means nothing."""
        if name is None:
            return None
        if name not in self._ids[section]:
            perhaps = " (it may be in a file that was not read)" if self._folder.unread else ""
            what = f"undefined {_ONE[section]}{perhaps}"
            self._problems.unknown(node.location, what, name, sorted(self._ids[section]))
        return self._key(name)

    def _refer_all(self, section: str, names: Iterable[str], node: Node) -> tuple[str, ...]:
        keys = (self._refer(section, name, at(node, number)) for number, name in enumerate(names))
        return tuple(key for key in keys if key is not None)

    def _source(self, entry: Entry[SourceShape]) -> Source:
        shape, node = entry.shape, entry.node
        text, held = read_source(self._folder.path, shape, node, self._problems)
        changed = text is not None and shape.sha256 is not None and not held
        if changed:
            self._changed.add(shape.id)
        self._texts[shape.id] = text
        self._languages[shape.id] = shape.language
        return Source(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            kind=shape.kind,
            publisher=shape.publisher,
            title=shape.title,
            language=shape.language,
            location=node.location,
            published=shape.published,
            url=shape.url,
            file=shape.file,
            sha256=shape.sha256,
            derived_from=self._refer("sources", shape.derived_from, at(node, "derived_from")),
            held=held,
            changed=changed,
            note=shape.note,
        )

    def _participant(self, entry: Entry[ParticipantShape]) -> Participant:
        shape = entry.shape
        if shape.kind is ParticipantKind.STATE and shape.code is not None and shape.code not in CODES:
            self._problems.error(
                at(entry.node, "code").location,
                "the code of a state is none of ISO 3166-1",
                found=quoted(shape.code),
                expected="two capital letters such as VN or NO",
            )
        return Participant(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            kind=shape.kind,
            name=shape.name,
            location=entry.node.location,
            other_names=tuple(shape.other_names),
            code=shape.code,
            note=shape.note,
        )

    def _instrument(self, entry: Entry[InstrumentShape]) -> Instrument:
        shape = entry.shape
        return Instrument(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            kind=shape.kind,
            title=shape.title,
            location=entry.node.location,
            symbol=shape.symbol,
            date=shape.date,
            place=shape.place,
            note=shape.note,
        )

    def _summit(self, shape: SummitShape, node: Node) -> Summit:
        return Summit(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            title=shape.title,
            location=node.location,
            series=shape.series,
            date=shape.date,
            place=shape.place,
            country=shape.country,
            host=self._refer("participants", shape.host, at(node, "host")),
            within=self._refer("summits", shape.within, at(node, "within")),
            margins_of=self._refer("summits", shape.margins_of, at(node, "margins_of")),
            participations=self._participations(shape.participations, at(node, "participations")),
            evidence=self._evidence(shape.evidence, at(node, "evidence")),
            note=shape.note,
        )

    def _statement(self, entry: StatementEntry) -> Statement:
        shape, node = entry.shape, entry.node
        key = self._key(shape.id)
        clauses = _first_of_each(entry.clauses, "a second clause with this id", self._problems)
        return Statement(
            key=key,
            id=shape.id,
            collection=self._id,
            title=shape.title,
            kind=shape.kind,
            location=node.location,
            act=shape.act,
            date=shape.date,
            summit=self._refer("summits", shape.summit, at(node, "summit")),
            symbol=shape.symbol,
            languages=tuple(shape.languages),
            participations=self._participations(shape.participations, at(node, "participations")),
            clauses=tuple(self._clause(clause, shape) for clause in clauses),
            evidence=self._evidence(shape.evidence, at(node, "evidence")),
            note=shape.note,
        )

    def _clause(self, entry: Entry[ClauseShape], statement: StatementShape) -> Clause:
        shape, node = entry.shape, entry.node
        for number, rendering in enumerate(shape.renderings):
            self._refer("sources", rendering.source, at(node, "renderings", number, "source"))
        return Clause(
            key=f"{self._key(statement.id)}#{shape.id}",
            statement=self._key(statement.id),
            id=shape.id,
            part=shape.part,
            renderings=tuple(
                self._prover.rendering(rendering, at(node, "renderings", number))
                for number, rendering in enumerate(shape.renderings)
            ),
            location=node.location,
            num=shape.num,
            by=self._refer_all("participants", shape.by, at(node, "by")),
            verb=shape.verb,
            topics=tuple(shape.topics),
            cites=self._citations(shape, node),
            note=shape.note,
        )

    def _citations(self, shape: ClauseShape, node: Node) -> tuple[Citation, ...]:
        texts = [rendering.text for rendering in shape.renderings]
        cites = []
        for number, citation in enumerate(shape.cites):
            place = at(node, "cites", number)
            if citation.words is not None and not any(citation.words in text for text in texts):
                self._problems.error(at(place, "words").location, "the citation's words are not in the clause")
            key = self._refer("instruments", citation.to, at(place, "to"))
            cites.append(Citation(key or self._key(citation.to), citation.words))
        return tuple(cites)

    def _participations(self, shapes: list[ParticipationShape], node: Node) -> tuple[Participation, ...]:
        return tuple(self._participation(shape, at(node, number)) for number, shape in enumerate(shapes))

    def _participation(self, shape: ParticipationShape, node: Node) -> Participation:
        key = self._refer("participants", shape.participant, at(node, "participant"))
        return Participation(
            participant=key or self._key(shape.participant),
            roles=tuple(shape.roles),
            acting_for=self._refer_all("participants", shape.acting_for, at(node, "acting_for")),
            office=shape.office,
            evidence=self._evidence(shape.evidence, at(node, "evidence")),
            note=shape.note,
        )

    def _evidence(self, shapes: list[EvidenceShape], node: Node) -> tuple[Evidence, ...]:
        found = []
        for number, shape in enumerate(shapes):
            place = at(node, number)
            self._refer("sources", shape.source, at(place, "source"))
            found.append(self._prover.evidence(shape, shape.source, place))
        return tuple(found)
