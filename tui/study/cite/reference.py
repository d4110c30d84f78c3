"""What a citation says, in whatever format. Texts are raw: each format cleans and escapes its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tui.model.dates import EdtfDate
from tui.study.cite.cleaning import clean


class Cited(Enum):
    """What is cited: a publication that tells of a statement, or a text of the statement itself."""

    REPORT = "a report"
    TEXT = "a text"


@dataclass(frozen=True, slots=True)
class Event:
    """The meeting a statement came out of."""

    title: str
    place: str | None = None
    date: EdtfDate | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A statement as it is named: `kind` and `act` are words, `names` those in whose names it was made or signed."""

    title: str
    kind: str
    act: str | None = None
    date: EdtfDate | None = None
    names: tuple[str, ...] = ()
    symbol: str | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """Where words were published. `title` and `publisher` are as recorded: in square brackets, if the editors' own.

    `is_news` tells that it is a news report; `kind` says in words what it is.
    """

    title: str
    publisher: str
    kind: str
    language: str
    is_news: bool = False
    date: EdtfDate | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation. `key` is unique among those of one document; `address` is where it leads in the collections.

    `relation` says what a report does with the work ("quoting"). `num` is the clause's number as printed, `part` the
    part it stands in, where that is not the body. `notes` say whose words they are and how well proved, where that is
    not to be taken for granted. Without a `publication` none is recorded; without a `work` the publication alone is
    cited.
    """

    key: str
    address: str
    cited: Cited
    publication: Publication | None
    work: Work | None
    relation: str = ""
    num: str | None = None
    part: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_report(self) -> bool:
        """Whether what is cited is a publication that tells of the statement."""
        return self.cited is Cited.REPORT

    @property
    def is_news(self) -> bool:
        """Whether what is cited is a news report."""
        return self.is_report and self.publication is not None and self.publication.is_news

    @property
    def titled(self) -> Publication | Work | None:
        """What gives the citation its title, kind and date: the report, else the work, else what there is."""
        return self.publication if self.is_report and self.publication else self.work or self.publication

    @property
    def titled_work(self) -> Work | None:
        """The work, where it gives the citation its title."""
        return self.work if self.titled is self.work else None

    @property
    def container(self) -> str | None:
        """The title of the publication that the work is read in, where it is another than the work's."""
        publication, work = self.publication, self.titled_work
        if publication is None or work is None or clean(publication.title) == clean(work.title):
            return None
        return publication.title
