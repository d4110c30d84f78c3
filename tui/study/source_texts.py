"""The texts of the sources whose files are held, read when they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.collection.sources import Held, SourceFiles, SourceText
from tui.model.records import Source

if TYPE_CHECKING:
    from tui.index.catalogue import Catalogue

_REMEMBERED: Final = 64


class SourceTexts:
    """Reads the files of a catalogue's sources. Each is read once while few are asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._files: dict[str, SourceFiles] = {}
        self.text = lru_cache(_REMEMBERED)(self._text)

    def look(self, source: Source) -> tuple[Held, SourceText | None] | None:
        """Return what stands where a source's file is recorded, and its text; None where no file is recorded.

        Only a file that a source of its collection may be is read.
        """
        collection = self._catalogue.collection(source.collection)
        if collection is None or source.file is None:
            return None
        files = self._files.setdefault(collection.id, SourceFiles(Path(collection.folder)))
        return files.look(source.file)

    def changed(self, source: Source) -> bool:
        """Whether a source's file is held and is not, byte for byte, the one that was recorded."""
        looked = self.look(source)
        return bool(looked and looked[1] and source.sha256 is not None and looked[0].digest != source.sha256)

    def _text(self, key: str) -> SourceText | None:
        """Return the text of the source with this key, whether or not its file is the one that was recorded.

        None where there is no such source, where its file is not held, is gone, or is not text.
        """
        source = self._catalogue.source(key)
        found = self.look(source) if source else None
        return found[1] if found else None
