"""References as BibTeX, for the old styles and for biblatex at once.

A date that is sure has year, month and day; else `year` says it in words. `date` is EDTF, which biblatex reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tui.model.dates import EdtfDate
from tui.study.cite.chicago import telling
from tui.study.cite.cleaning import clean, clean_url
from tui.study.cite.dates import in_words, sure_day
from tui.study.cite.reference import Reference

_COMMANDS: Final = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, escaped or not.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_SPECIAL: Final = re.compile("|".join(map(re.escape, _COMMANDS)))
_LIGATURE: Final = re.compile(r"-(?=-)|'(?=')|,(?=,)|\?(?=´)|!(?=´)")
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def bibtex(references: Iterable[Reference]) -> str:
    """Return a BibTeX file with an entry for each reference."""
    return "\n".join(map(_entry, references))


def escaped(text: str) -> str:
    """Return a text that LaTeX sets as it stands: specials as commands, nothing joined to another sign."""
    safe = _SPECIAL.sub(lambda found: _COMMANDS[found[0]], text)
    return _LIGATURE.sub(lambda found: f"{found[0]}{{}}", safe)


def _entry(reference: Reference) -> str:
    lines = [f"@{'article' if reference.is_news else 'misc'}{{{reference.key},"]
    lines += [f"  {name} = {value}," for name, value in _fields(reference)]
    return "\n".join([*lines, "}\n"])


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    """Yield names and values, these with their delimiters."""
    publication, titled, work = reference.publication, reference.titled, reference.titled_work
    if work and work.names:
        # A name in braces of its own is not taken apart into given and family names, which nobody recorded.
        yield "author", _braced(" and ".join(f"{{{escaped(clean(name))}}}" for name in work.names))
    if titled:
        # In braces twice: styles would make capitals small.
        yield "title", _braced(f"{{{escaped(clean(titled.title))}}}")
        yield from _date(titled.date)
    if publication:
        yield "journal" if reference.is_news else "howpublished", _text(publication.publisher)
        if reference.container:
            yield "booktitle", _braced(f"{{{escaped(clean(reference.container))}}}")
        yield "language", _text(publication.language)
        if publication.url:
            yield "url", _braced(clean_url(publication.url))
    if work:
        yield "type", _text(work.kind)
        if work.symbol:
            yield "number", _text(work.symbol)
        if work.event:
            yield "eventtitle", _text(work.event.title)
            if work.event.place:
                yield "venue", _text(work.event.place)
    yield "note", _text(telling(reference))


def _date(date: EdtfDate | None) -> Iterator[tuple[str, str]]:
    day = sure_day(date)
    if day is None:
        yield "year", _text(in_words(date))
    else:
        year, *rest = day.parts
        yield "year", _braced(f"{year:04}")
        if rest:
            yield "month", _MONTHS[rest[0] - 1]
        if len(rest) > 1:
            yield "day", _braced(str(rest[1]))
    if date is not None:
        yield "date", _braced(date.text)


def _text(text: str) -> str:
    return _braced(escaped(clean(text)))


def _braced(text: str) -> str:
    return f"{{{text}}}"
