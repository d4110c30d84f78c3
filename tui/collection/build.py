"""From shapes to the model: one file's records, with their anchors proved and their clauses given addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from tui.collection.declared import Declared, declare, note_file
from tui.collection.problems import Problems, quoted
from tui.collection.read import StatementEntry, Written
from tui.collection.referring import Mention, Referring, placed
from tui.collection.schema import (
    ClauseShape,
    InstrumentShape,
    MemberShape,
    ParticipantShape,
    SourceShape,
    SummitShape,
    ThreadShape,
)
from tui.collection.units import SECTIONS, Claim, Context, Finding, Former, Records, Step
from tui.collection.validate import Entry
from tui.collection.yaml_nodes import Node
from tui.model.countries import CODES
from tui.model.records import (
    AliasSet,
    Clause,
    Instrument,
    Member,
    Participant,
    Source,
    Statement,
    Summit,
    Thread,
)
from tui.model.vocabulary import ParticipantKind

_STEPS = {"sources": ("derived_from",), "summits": ("within", "margins_of")}
"""The references to a record of the same kind that must not lead back to where they began."""


class _Written(Protocol):
    """An entry of any kind that has an id."""

    @property
    def shape(self) -> Any: ...

    @property
    def node(self) -> Node: ...


_AnyEntry = TypeVar("_AnyEntry", bound=_Written)
_Record = TypeVar("_Record")


def claims(written: Written) -> tuple[Claim, ...]:
    """Return the claims that a file's records make to their ids, in the order of the sections and of the file."""
    made = []
    for section in SECTIONS:
        entries: Sequence[_Written] = getattr(written, section)
        made += [_claim(section, entry.shape.id, True, entry.node, _steps(section, entry)) for entry in entries]
    made += [_claim(section, name, False, node, ()) for section, name, node in written.unsound if section in SECTIONS]
    return tuple(made)


def _claim(section: str, name: str, sound: bool, node: Node, steps: tuple[Step, ...]) -> Claim:
    return Claim(section, name, sound, node.position[0], *node.at("id").position, steps)


def _steps(section: str, entry: _Written) -> tuple[Step, ...]:
    fields = {getattr(entry.shape, field): field for field in _STEPS.get(section, ())}
    return tuple(Step(to, field, *entry.node.at(field).position) for to, field in fields.items() if to is not None)


class _Found(NamedTuple):
    """What was found while the record with an id was made."""

    section: str
    id: str
    problems: Problems
    mentions: list[Mention]


class Builder(Referring):
    """Makes the records of one file, and keeps what is found on the way: findings, sources declared and used."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._files = context.sources.files
        self._found: list[_Found] = []
        self._declared: list[Declared] = []
        self._former: list[Former] = []

    def records(self, written: Written) -> Records:
        """Return the records; of several with one id, the first."""
        return Records(
            sources=self._each("sources", written.sources, self._source),
            participants=self._each("participants", written.participants, self._participant),
            instruments=self._each("instruments", written.instruments, self._instrument),
            aliases=tuple(AliasSet(tuple(entry.shape.names)) for entry in written.aliases),
            summits=self._each("summits", written.summits, self._summit),
            statements=self._each("statements", written.statements, self._statement),
            threads=self._each("threads", written.threads, self._thread),
        )

    @property
    def silent(self) -> bool:
        """Whether nothing is wrong with the records, unless the links between the files say so."""
        return not any(found.problems for found in self._found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found of the records, in the order in which they were made; records without a finding are absent."""
        return tuple(
            Finding(found.section, found.id, tuple(found.problems), tuple(map(placed, found.mentions)))
            for found in self._found
        )

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The sources among the records, as other files see them."""
        return tuple(self._declared)

    @property
    def former(self) -> tuple[Former, ...]:
        """The addresses that the clauses had before, in order."""
        return tuple(self._former)

    def _each(
        self, section: str, entries: Sequence[_AnyEntry], make: Callable[[_AnyEntry], _Record]
    ) -> tuple[_Record, ...]:
        """Return the records that `make` makes of the first entry with each id, what it finds noted under that id."""
        first: dict[str, _AnyEntry] = {}
        for entry in entries:
            first.setdefault(entry.shape.id, entry)
        made = []
        for name, entry in first.items():
            self._problems = Problems()
            self._mentions = []
            made.append(make(entry))
            if self._problems or self._mentions:
                self._found.append(_Found(section, name, self._problems, self._mentions))
        return tuple(made)

    def _source(self, entry: Entry[SourceShape]) -> Source:
        shape, node = entry.shape, entry.node
        source = declare(shape, self._files)
        self._declared.append(source)
        note_file(source, node, self._problems)
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
            derived_from=self._refer_if("sources", shape.derived_from, node, "derived_from"),
            held=source.recorded,
            changed=source.changed,
            note=shape.note,
        )

    def _participant(self, entry: Entry[ParticipantShape]) -> Participant:
        shape = entry.shape
        if shape.kind is ParticipantKind.STATE and shape.code is not None and shape.code not in CODES:
            self._problems.error(
                entry.node.at("code").location,
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
            other_names=shape.other_names,
            code=shape.code,
            note=shape.note,
            same_as=shape.same_as,
        )

    def _instrument(self, entry: Entry[InstrumentShape]) -> Instrument:
        shape, node = entry.shape, entry.node
        return Instrument(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            kind=shape.kind,
            title=shape.title,
            location=node.location,
            symbol=shape.symbol,
            date=shape.date,
            place=shape.place,
            note=shape.note,
            statement=self._refer_if("statements", shape.statement, node, "statement"),
            same_as=shape.same_as,
        )

    def _summit(self, entry: Entry[SummitShape]) -> Summit:
        shape, node = entry.shape, entry.node
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
            host=self._refer_if("participants", shape.host, node, "host"),
            within=self._refer_if("summits", shape.within, node, "within"),
            margins_of=self._refer_if("summits", shape.margins_of, node, "margins_of"),
            participations=self._participations(shape.participations, node.at("participations")),
            evidence=self._evidence(shape.evidence, node.at("evidence")),
            note=shape.note,
            same_as=shape.same_as,
        )

    def _statement(self, entry: StatementEntry) -> Statement:
        shape, node = entry.shape, entry.node
        key = self._key(shape.id)
        clauses = self._first_of_each(entry.clauses)
        return Statement(
            key=key,
            id=shape.id,
            collection=self._id,
            title=shape.title,
            kind=shape.kind,
            location=node.location,
            act=shape.act,
            date=shape.date,
            summit=self._refer_if("summits", shape.summit, node, "summit"),
            symbol=shape.symbol,
            languages=shape.languages,
            participations=self._participations(shape.participations, node.at("participations")),
            clauses=tuple(self._clause(clause, key) for clause in clauses),
            evidence=self._evidence(shape.evidence, node.at("evidence")),
            note=shape.note,
            other_titles=shape.other_titles,
            text_seen=shape.text_seen,
            shown_by=self._shown_by(shape, node),
            seen=self._refer_all("sources", shape.seen, node, "seen"),
            cites=self._citations(shape.cites, node, None) if shape.cites else (),
            remarks=tuple(self._remark(one, node.at("remarks", number)) for number, one in enumerate(shape.remarks)),
            same_as=shape.same_as,
        )

    def _thread(self, entry: Entry[ThreadShape]) -> Thread:
        shape, node = entry.shape, entry.node
        return Thread(
            key=self._key(shape.id),
            id=shape.id,
            collection=self._id,
            title=shape.title,
            location=node.location,
            members=tuple(self._member(one, node.at("members", number)) for number, one in enumerate(shape.members)),
            description=shape.description,
            note=shape.note,
            phrases=shape.phrases,
        )

    def _member(self, shape: MemberShape, node: Node) -> Member:
        # What it leads to is looked up when collections are opened together: it may be in another one.
        return Member(
            address=shape.at if "/" in shape.at else self._key(shape.at),
            state=shape.state,
            location=node.at("at").location,
            note=shape.note,
            shown_by=self._shown_by(shape, node),
        )

    def _first_of_each(self, entries: Sequence[Entry[ClauseShape]]) -> list[Entry[ClauseShape]]:
        """Return the clauses of a statement whose id was not used before in it; each other is noted."""
        first: dict[str, Entry[ClauseShape]] = {}
        for entry in entries:
            known = first.setdefault(entry.shape.id, entry)
            if known is not entry:
                place = known.node.location
                self._problems.error(
                    entry.node.at("id").location,
                    f"a second clause with this id; the first, at {place.file}:{place.line}, was kept",
                    found=quoted(entry.shape.id),
                )
        return list(first.values())

    def _clause(self, entry: Entry[ClauseShape], statement: str) -> Clause:
        shape, node = entry.shape, entry.node
        for number, rendering in enumerate(shape.renderings):
            self._refer("sources", rendering.source, node, "renderings", number, "source")
        return Clause(
            key=f"{statement}#{shape.id}",
            statement=statement,
            id=shape.id,
            part=shape.part,
            renderings=tuple(
                [
                    self._prover.rendering(rendering, node.at("renderings", number), self._problems)
                    for number, rendering in enumerate(shape.renderings)
                ]
            ),
            location=node.location,
            num=shape.num,
            by=self._refer_all("participants", shape.by, node, "by"),
            verb=shape.verb,
            topics=shape.topics,
            cites=self._citations(shape.cites, node, [one.text for one in shape.renderings]) if shape.cites else (),
            formerly=self._formerly(shape, node, statement) if shape.formerly else (),
            note=shape.note,
            stands=shape.stands,
            shown_by=self._shown_by(shape, node),
            closest=shape.closest,
            same_as=shape.same_as,
        )

    def _formerly(self, shape: ClauseShape, node: Node, statement: str) -> tuple[str, ...]:
        """Return the addresses that a clause had before; whether others have them, too, is not known here."""
        own = statement.partition("/")[2]
        for number, old in enumerate(shape.formerly):
            address = old if "#" in old else f"{own}#{old}"
            place = node.at("formerly", number)
            self._former.append(Former(address, f"{own}#{shape.id}", *place.position))
        return tuple(dict.fromkeys(self._key(former.address) for former in self._former[-len(shape.formerly) :]))
