"""Finds where a phrase, a topic, an instrument, a clause or a thread stands in time."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

from tui.model.records import Clause, Instrument, Thread
from tui.model.vocabulary import ThreadState
from tui.search.cancel import Cancelled, never
from tui.search.language.tree import FieldValues, Fuzzy, Phrase, Query
from tui.search.results import Hit, Results
from tui.study.compare import aliases_of
from tui.study.trace.gathered import Gathered, in_own_words
from tui.study.trace.matter import UNKNOWN, Matter, of_instrument, of_thread, of_topic
from tui.study.trace.occurrence import How, Kinds, Trace, Way
from tui.text.counting import counted
from tui.text.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.index.catalogue import Catalogue
    from tui.search.engine import Searcher

MOST: Final = 1_000
"""So many wordings are looked at."""
_CUT: Final = "there are more: not all that was found was looked at"
LIKE: Final = 75.0
"""The score from which a wording is taken to be like the one that is traced."""
_FEW_WORDS: Final = 3
"""A clause with fewer words is not looked for by likeness: too much is like it."""

Traceable = Clause | Instrument | Thread


def trace_query(catalogue: Catalogue, searcher: Searcher, query: str, cancelled: Cancelled = never) -> Trace:
    """Return where the words of a query stand. One that asks for a topic alone traces that topic.

    A thread of the editors of which at least half is found is followed too. `SearchCancelled` is raised when
    `cancelled` says so.
    """
    results = searcher.search(query, limit=MOST, cancelled=cancelled)
    notices = [*results.notices, *(also.label for also in results.also)]
    found = Gathered(catalogue)
    topic = _topic(results.asked)
    weak = set[str]()

    @cache
    def matters(collection: str) -> list[Matter]:
        names = topic.split(", ") if topic else []
        return [of_topic(name, aliases_of(catalogue, collection)) for name in names] or [UNKNOWN]

    for hit in results.hits:
        way = _way(results, hit, topic)
        if way.how in (How.TOPIC, How.QUERY) and not hit.spans:
            # No words of it were searched for: which fragment is meant, only its matter tells.
            for matter in matters(hit.clause.key.partition("/")[0]):
                found.add(hit.clause.key, way, matter)
        elif way.how is not How.LIKE or hit.score >= LIKE:
            found.add_hit(hit, way)
        else:
            weak.add(hit.clause.address)
    if topic is None:
        for thread in catalogue.threads():
            _follow_if_found(catalogue, thread, found)
    if weak := {address for address in weak if not found.has(address)}:
        notices.append(f"left out: {counted(len(weak), 'clause')} less alike (search shows them)")
    if results.more:
        notices.append(_CUT)
    kind = Kinds.TOPIC if topic is not None else _kind(results.asked)
    return Trace(
        kind, topic or query.strip(), topic or quoted(query.strip()), found.occurrences(), tuple(notices), results.more
    )


def trace_records(
    catalogue: Catalogue, searcher: Searcher, records: Sequence[Traceable], cancelled: Cancelled = never
) -> Trace:
    """Return where clauses, instruments and threads stand; of one address, so they are followed together.

    A clause is followed along the editors' threads through it, and by likeness of its words.
    """
    found = Gathered(catalogue)
    notices: list[str] = []
    for record in records:
        match record:
            case Thread():
                notices += _follow(catalogue, record, found)
            case Instrument():
                notices += _cited(catalogue, record, found)
            case Clause():
                found.add(record.key, Way(How.ITSELF))
                for thread in catalogue.threads_of(record.key):
                    notices += _follow(catalogue, thread, found)
                own = {record.key, *catalogue.same(Clause, record.key)}
                _alike(searcher, record, own, found, cancelled)
    first = records[0]
    kind = {Thread: Kinds.THREAD, Instrument: Kinds.INSTRUMENT, Clause: Kinds.CLAUSE}[type(first)]
    return Trace(kind, first.key, _title(catalogue, records), found.occurrences(), tuple(notices))


def _title(catalogue: Catalogue, records: Sequence[Traceable]) -> str:
    """Return what is traced, with the threads that are followed: of a clause first, since addresses are long."""
    first = records[0]
    if isinstance(first, Clause):
        along = _threads(catalogue.threads_of(first.key))
        return ": ".join(filter(None, (along, first.key)))
    along = _threads([record for record in records[1:] if isinstance(record, Thread)])
    return ", ".join(filter(None, (first.title, along)))


def quoted(query: str) -> str:
    """Return a query in quotation marks, one pair of them; one that has its own in its middle keeps those."""
    bare = query[1:-1] if len(query) > 1 and query[0] == query[-1] == '"' else query
    return query if '"' in bare else f"“{bare}”"


def _threads(threads: Sequence[Thread]) -> str:
    """Return the names of threads, for a title."""
    titles = list(dict.fromkeys(f"“{thread.title}”" for thread in threads))
    return f"thread{'s' if len(titles) > 1 else ''} {' and '.join(titles)}" if titles else ""


def traceable(records: Iterable[object]) -> list[Traceable]:
    """Return those of some records that can be traced."""
    return [record for record in records if isinstance(record, Clause | Instrument | Thread)]


def _topic(asked: Query) -> str | None:
    """Return the topic where a query asks for that and nothing else."""
    if len(asked.groups) != 1 or (one := asked.groups[0].alone) is None or one.negated:
        return None
    atom = one.atom
    return ", ".join(atom.values) if isinstance(atom, FieldValues) and atom.field == "topic" else None


def _kind(asked: Query) -> Kinds:
    alone = asked.groups[0].alone if len(asked.groups) == 1 else None
    return Kinds.PHRASE if alone and isinstance(alone.atom, Fuzzy | Phrase) else Kinds.QUERY


def _way(results: Results, hit: Hit, topic: str | None) -> Way:
    """Return how a hit was found: of bare words and of a phrase, whether they stand there in a row."""
    if topic is not None:
        return Way(How.TOPIC, topic, topic)
    wanted = _phrase(results.asked)
    if not wanted:
        return Way(How.QUERY)
    return Way(How.SAME) if _words_of(hit) == wanted else Way(How.LIKE, score=hit.score)


def _phrase(asked: Query) -> list[str]:
    """Return the folded words of the phrase that is asked for; none where other things are."""
    alone = asked.groups[0].alone if len(asked.groups) == 1 else None
    if alone and isinstance(alone.atom, Phrase):
        return [word.folded for word in words(alone.atom.text)]
    fuzzy = asked.fuzzy
    return [word.folded for word in words(fuzzy.atom.text)] if fuzzy and isinstance(fuzzy.atom, Fuzzy) else []


def _follow_if_found(catalogue: Catalogue, thread: Thread, found: Gathered) -> None:
    there = sum(found.has(member.address) for member in thread.members)
    if there and 2 * there >= len(thread.members):
        _follow(catalogue, thread, found)


def _follow(catalogue: Catalogue, thread: Thread, found: Gathered) -> list[str]:
    """Add the members of a thread; return what is to be said of those that lead nowhere."""
    said = []
    there = (member.address for member in thread.members if member.state is not ThreadState.MISSING)
    clauses = [clause for address in there if (clause := catalogue.clause(address)) is not None]
    matter = of_thread(thread, clauses, aliases_of(catalogue, thread.key))
    for member in thread.members:
        way = Way(How.THREAD, thread.key, thread.title, member.state, member.note, member.shown_by)
        if not found.add(member.address, way, matter):
            said.append(f"the thread {thread.key} names {member.address}, where nothing is")
    return said


def _cited(catalogue: Catalogue, instrument: Instrument, found: Gathered) -> list[str]:
    """Add what cites an instrument; return what is to be said where there is too much of it."""
    way = Way(How.CITES, instrument.key, instrument.title)
    cut = False
    aliases = cache(partial(aliases_of, catalogue))
    for key in (instrument.key, *catalogue.same(Instrument, instrument.key)):
        citing = catalogue.citing(key)
        cut = cut or len(citing) > MOST
        for clause in citing[:MOST]:
            words = [one.words for one in clause.cites if one.instrument == key and one.words]
            found.add(clause.key, way, of_instrument(instrument, words, aliases(clause.key.partition("/")[0])))
        for statement in catalogue.invoking(key):
            found.add(statement.key, way)
    return [_CUT] if cut else []


def _alike(searcher: Searcher, clause: Clause, own: set[str], found: Gathered, cancelled: Cancelled) -> None:
    """Add the clauses whose words are like those of a clause: the document's own, else those it is read in.

    `own` are the addresses that the clause has.
    """
    wanted = [word.folded for word in words(in_own_words(clause).reading.text)]
    if len(wanted) < _FEW_WORDS:
        return
    for hit in searcher.search(" ".join(wanted), limit=MOST, cancelled=cancelled).hits:
        if hit.clause.key in own:
            continue
        if _words_of(hit) == wanted:
            found.add_hit(hit, Way(How.SAME))
        elif hit.score >= LIKE:
            found.add_hit(hit, Way(How.LIKE, score=hit.score))


def _words_of(hit: Hit) -> list[str]:
    """Return the folded words of what was found."""
    start, end = hit.passage
    return [word.folded for word in words(hit.clause.reading.text[start:end])]
