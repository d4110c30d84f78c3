"""The sources of one collection, as far as the renderings and the evidence of other files depend on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from tui.collection.problems import Problems
from tui.collection.sources import Held, SourceFiles, SourceText

if TYPE_CHECKING:
    from tui.collection.schema import SourceShape
    from tui.collection.yaml_nodes import Node


class Declared(NamedTuple):
    """A sound source as one file declares it, and what was found where its `file` points (None: it names none)."""

    id: str
    language: str
    file: str | None
    sha256: str | None
    held: Held | None

    @property
    def text_is_there(self) -> bool:
        """Whether words can be looked for in its file."""
        return self.held is not None and self.held.trouble is None

    @property
    def recorded(self) -> bool:
        """Whether its file is there and is, byte for byte, the one recorded."""
        return self.held is not None and self.text_is_there and self.sha256 == self.held.digest

    @property
    def changed(self) -> bool:
        """Whether its file is there and is another than the one recorded."""
        return self.text_is_there and self.sha256 is not None and not self.recorded


class Stamp(NamedTuple):
    """All that the proof of an anchor takes from its source: where this is the same, so is the proof.

    `digest` is the SHA-256 of the text that words are looked for in, None where there is none.
    """

    language: str
    digest: str | None
    changed: bool


class Sources:
    """The sources that a collection's ids mean: of several with one id, the first in the order of the files.

    It can be sent to another process, which then reads the texts it needs.
    """

    def __init__(self, files: SourceFiles, declared: Iterable[Declared]) -> None:
        self.files = files
        self._declared: dict[str, Declared] = {}
        for source in declared:
            self._declared.setdefault(source.id, source)

    def stamp(self, name: str) -> Stamp | None:
        """Return what proofs take from the source with the id `name`; None where it is undefined or unsound."""
        source = self._declared.get(name)
        if source is None:
            return None
        digest = source.held.digest if source.held is not None and source.text_is_there else None
        return Stamp(source.language, digest, source.changed)

    def text(self, name: str) -> SourceText | None:
        """Return the text of a source; None where it is undefined, or no text of it is here.

        A file that has changed since the sources were looked through proves nothing: it is found when they are
        looked through again.
        """
        source = self._declared.get(name)
        if source is None or source.file is None or not source.text_is_there:
            return None
        held, text = self.files.look(source.file)
        return text if source.held is not None and held.digest == source.held.digest else None


def declare(shape: SourceShape, files: SourceFiles) -> Declared:
    """Return the source that `shape` declares, having looked for its file."""
    held = files.look(shape.file)[0] if shape.file is not None else None
    return Declared(shape.id, shape.language, shape.file, shape.sha256, held)


def note_file(source: Declared, node: Node, problems: Problems) -> None:
    """Note what is wrong with the file of a source that is written at `node`."""
    held = source.held
    if held is None:
        return
    place = node.at("file").location
    digest = held.digest
    if digest is not None and source.sha256 is None:
        problems.warning(place, "the source file's hash is not recorded", expected=f"sha256: {digest}")
    elif digest is not None and source.sha256 != digest:
        problems.error(
            node.at("sha256").location,
            "the source file has changed since it was recorded",
            found=f"a file with sha256 {digest}",
            expected=source.sha256,
        )
    if held.trouble is not None:
        problems.error(place, held.trouble.message, found=held.trouble.found, expected=held.trouble.expected)
