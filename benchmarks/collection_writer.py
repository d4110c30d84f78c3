"""Writes a collection of many clauses as YAML, and beside it the same texts for the baselines.

`OUT/` is the collection: `collection.yaml`, `records.yaml`, and files of some hundred clauses each. `OUT.jsonl` has a
line for each clause, in the order written (`address`, `doc`, `par`, `text`); `OUT.txt` only the texts, a line each.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TextIO

from benchmarks import made_up
from benchmarks.corpora import Row
from tui.text.visible import json_line

CLAUSES_A_FILE: Final = 300
"""A file is closed at the end of the document that brings it to this."""

FILES_A_FOLDER: Final = 100

# What YAML forbids even escaped (lone surrogates), and what the format forbids: control characters.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def texts_path(collection: Path, ending: str) -> Path:
    """Return where the texts of a collection are: `ending` is jsonl or txt."""
    return collection.parent / f"{collection.name}.{ending}"


def allowed(text: str) -> str:
    """Return `text` with what no collection may hold as spaces."""
    return _FORBIDDEN.sub(" ", text)


class CollectionWriter:
    """Writes documents one after the other; a context, so that every file is closed whole."""

    def __init__(self, folder: Path, name: str) -> None:
        """Begin a collection in `folder`, which must not exist. Raises `FileExistsError` where it does."""
        folder.mkdir(parents=True)
        self._folder = folder
        self._name = name
        self._stack = ExitStack()
        self._lines = self._open(texts_path(folder, "jsonl"))
        self._plain = self._open(texts_path(folder, "txt"))
        self._sources: list[str] = []
        self._statements: list[str] = []
        self._in_file = 0
        self._files = 0
        self.documents = 0
        self.clauses = 0

    def __enter__(self) -> Self:
        _write(self._folder / "collection.yaml", _head(self._name))
        lists = {
            "participants": made_up.participants(),
            "instruments": made_up.instruments(),
            "summits": made_up.summits(),
        }
        _write(self._folder / "records.yaml", "".join(map(_section, lists, lists.values())))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end_file()
        self._stack.close()

    def add_all(self, rows: Iterable[Row], language: str | None = None) -> None:
        """Write rows whose documents follow each other, all of `language` where it is given."""
        for doc, of_doc in groupby(rows, attrgetter("doc")):
            self.add(doc, list(of_doc), language or _language(doc))

    def add(self, doc: str, rows: list[Row], language: str) -> None:
        """Write a document as a statement with a source."""
        number = self.documents
        self._sources.append(_item(made_up.source(number, doc, language)))
        statement = made_up.statement(number, doc)
        clauses = [_item(clause, 3) for clause in self._clauses(number, statement["id"], rows)]
        self._statements.append(_item(statement) + "    clauses:\n" + "".join(clauses))
        self.documents += 1
        self._in_file += len(rows)
        if self._in_file >= CLAUSES_A_FILE:
            self._end_file()

    def _clauses(self, number: int, statement: str, rows: list[Row]) -> Iterator[made_up.Record]:
        names: set[str] = set()
        for row in rows:
            name = f"p{row.par}"
            while name in names:
                name += ".1"
            names.add(name)
            text = allowed(row.text)
            address = f"{self._name}/{statement}#{name}"
            line = {"address": address, "doc": row.doc, "par": row.par, "text": text}
            self._lines.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._plain.write(" ".join(text.split()) + "\n")
            self.clauses += 1
            yield made_up.clause(number, row.par, name, text)

    def _end_file(self) -> None:
        if not self._sources:
            return
        place = self._folder / f"{self._files // FILES_A_FOLDER:03}" / f"{self._files:05}.yaml"
        place.parent.mkdir(exist_ok=True)
        _write(place, "sources:\n" + "".join(self._sources) + "statements:\n" + "".join(self._statements))
        self._sources, self._statements, self._in_file = [], [], 0
        self._files += 1

    def _open(self, path: Path) -> TextIO:
        return self._stack.enter_context(path.open("w", encoding="utf-8"))


def _language(doc: str) -> str:
    """The language that most documents of a kind are in; near enough for a filter to have two to tell apart."""
    return "nl" if doc.startswith("nl-treaties") else "en"


def _head(name: str) -> str:
    head = {
        "format": 1,
        "id": name,
        "title": f"Benchmark {name}",
        "description": "Real texts, everything else about them made up: for benchmarks only.",
        "language": "en",
    }
    return "".join(f"{key}: {json_line(value)}\n" for key, value in head.items())


def _section(name: str, records: Iterable[made_up.Record]) -> str:
    return f"{name}:\n" + "".join(map(_item, records))


def _item(record: dict[str, Any], level: int = 1) -> str:
    """A record as an item of a list: a key a line, values as JSON, which YAML takes as it is."""
    indent = "  " * level
    lines = [f"{indent}  {key}: {_value(value)}\n" for key, value in record.items()]
    return f"{indent}- {''.join(lines).lstrip()}"


def _value(value: object) -> str:
    return json_line(value)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
