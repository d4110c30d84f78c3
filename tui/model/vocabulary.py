"""The closed vocabularies of the model, each in the field's own words (reasons: docs/design.md)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, StrEnum


class Term(StrEnum):
    """A value of a closed vocabulary; its `label` is what a reader sees."""

    @property
    def label(self) -> str:
        """The term as words, without hyphens where the field writes none."""
        return _LABELS.get(self.value, self.value.replace("-", " "))


_LABELS = {
    "joint-statement": "joint statement",
    "co-chair": "co-chair",
    "back-translation": "back-translation",
    "official-copy": "copy of an official text",
    "editors": "the editors' own words",
    "coordinator": "coordinator (agreed the text)",
    "subject": "subject (named only)",
}


class StatementKind(Term):
    """What the text calls itself. It describes only; binding force is never inferred from it."""

    JOINT_STATEMENT = "joint-statement"
    COMMUNIQUE = "communique"
    DECLARATION = "declaration"
    CHAIRS_STATEMENT = "chairs-statement"
    PRESS_STATEMENT = "press-statement"
    MEMORANDUM = "memorandum"
    AGREEMENT = "agreement"
    TREATY = "treaty"
    RESOLUTION = "resolution"
    READOUT = "readout"
    PRESS_CONFERENCE = "press-conference"
    MINUTES = "minutes"
    SPEECH = "speech"
    REPORT = "report"


class Act(Term):
    """What was done to the text (Vienna Convention on the Law of Treaties, articles 9 to 12)."""

    ADOPTED = "adopted"
    APPROVED = "approved"
    SIGNED = "signed"
    INITIALLED = "initialled"
    ISSUED = "issued"
    ENDORSED = "endorsed"


class ParticipantKind(Term):
    """What a participant is: a body (state or organisation), a person, or persons named only together."""

    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


class Standing(Enum):
    """How somebody stands to a summit or statement by the record, the closest first.

    `PRESENT`: was there, without a part in it; `NAMED`: spoke or is spoken of, and is not recorded as there.
    """

    PART = 1
    PRESENT = 2
    NAMED = 3


class Role(Term):
    """What a participant did at a summit or for a statement. `PARTICIPANT`: had a part that no other role names."""

    PRINCIPAL = "principal"
    SIGNATORY = "signatory"
    HOST = "host"
    CONVENER = "convener"
    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    SPONSOR = "sponsor"
    NEGOTIATOR = "negotiator"
    COORDINATOR = "coordinator"
    DRAFTER = "drafter"
    SHERPA = "sherpa"
    PARTICIPANT = "participant"
    SPOKESPERSON = "spokesperson"
    WITNESS = "witness"
    GUARANTOR = "guarantor"
    MEDIATOR = "mediator"
    FACILITATOR = "facilitator"
    OBSERVER = "observer"
    DEPOSITARY = "depositary"
    TRANSLATOR = "translator"
    REPORTER = "reporter"
    SUBJECT = "subject"

    @property
    def standing(self) -> Standing:
        """How one stands who has this role and no other."""
        return _STANDINGS.get(self, Standing.PART)

    @property
    def is_party(self) -> bool:
        """Whether one who has this role is a party to the statement: those who agree it, sign it or vouch for it."""
        return self in (Role.PRINCIPAL, Role.SIGNATORY, Role.GUARANTOR)


_STANDINGS = {
    Role.OBSERVER: Standing.PRESENT,
    Role.WITNESS: Standing.PRESENT,
    Role.SPOKESPERSON: Standing.NAMED,
    Role.DEPOSITARY: Standing.NAMED,
    Role.TRANSLATOR: Standing.NAMED,
    Role.REPORTER: Standing.NAMED,
    Role.SUBJECT: Standing.NAMED,
}


def standing_of(roles: Iterable[Role]) -> Standing:
    """Return how one stands who has some roles: the closest of them counts."""
    return min((role.standing for role in roles), key=lambda standing: standing.value, default=Standing.NAMED)


class Part(Term):
    """Where in the document a clause stands."""

    TITLE = "title"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    BODY = "body"
    ANNEX = "annex"


class Speech(Term):
    """Whose words a rendering is in."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Authority(Term):
    """How close to the agreed text a rendering stands. `OFFICIAL`: on an official site, perhaps not authentic."""

    AUTHENTIC = "authentic"
    OFFICIAL = "official"
    OFFICIAL_TRANSLATION = "official-translation"
    AGENCY = "agency"
    UNOFFICIAL = "unofficial"
    BACK_TRANSLATION = "back-translation"
    EDITORIAL = "editorial"


class SourceKind(Term):
    """What kind of publication a source is.

    `OFFICIAL_PAGE`: any page of an official site; `OFFICIAL_COPY`: an official text on somebody else's site;
    `EDITORS`: the editors of the collection themselves.
    """

    OFFICIAL_TEXT = "official-text"
    OFFICIAL_PAGE = "official-page"
    OFFICIAL_COPY = "official-copy"
    DATABASE = "database"
    NEWS_REPORT = "news-report"
    STATE_PRESS = "state-press"
    ANALYSIS = "analysis"
    TRANSLATION = "translation"
    TRANSCRIPT = "transcript"
    ARCHIVE = "archive"
    EDITORS = "editors"


class InstrumentKind(Term):
    """What kind of thing a clause cites."""

    RESOLUTION = "resolution"
    TREATY = "treaty"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    STATEMENT = "statement"
    CEASEFIRE = "ceasefire"
    PROCESS = "process"
    MEETING = "meeting"
    PLAN = "plan"
    APPEAL = "appeal"
    DECISION = "decision"
    REPORT = "report"


class Closeness(Term):
    """How close to the official text the sources stand that a fact is known from.

    `OFFICIAL`: one of them at least is an official site; `COPY`: only copies of the text, or a database of such
    texts; `REPORT`: only press or analysis that tells of it.
    """

    OFFICIAL = "official"
    COPY = "copy"
    REPORT = "report"


class RemarkKind(Term):
    """What editors note about a statement: that sources or sides differ, the context, what was not found."""

    DIFFERENCE = "difference"
    CONTEXT = "context"
    NOT_FOUND = "not-found"


class ThreadState(Term):
    """How a commitment stands in a statement that a thread runs through."""

    SEEN = "seen"
    CHANGED = "changed"
    MISSING = "missing"


class Inserter(Term):
    """Who put words in square brackets into a quotation."""

    SOURCE = "source"
    EDITORS = "editors"


class Severity(Term):
    """How bad a problem is: an error fails `summit-tui check`, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class ProofState(Term):
    """What checking an anchor against its source file found, the best first.

    `STALE`: the words stand in the file, but the file is not the one that was recorded.
    """

    VERBATIM = "verbatim"
    EDITED = "edited"
    UNHELD = "unheld"
    STALE = "stale"
    FAILED = "failed"
