"""Opens collections compiled: from the cache directory where that can be, else in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.collection.folders import collection_folders, note_second
from tui.collection.problems import Problem, Problems
from tui.index.catalogue import Catalogue
from tui.index.damage import DamagedError
from tui.index.generation import headed
from tui.index.progress import Progress, never, nobody
from tui.index.store import Compiled, Store


@dataclass(frozen=True, slots=True)
class Opened:
    """What was opened: the catalogue, every problem found on the way, sentences for the reader, and which generation.

    `generations` names that of each collection, by its folder.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    notices: tuple[str, ...] = ()
    generations: tuple[tuple[Path, str], ...] = ()

    def same_as(self, other: Opened) -> bool:
        """Whether what was compiled is the same in both."""
        return self.generations == other.generations and self.problems == other.problems


def cache_folder() -> Path:
    """Return the folder in the user's cache directory where compiled collections are kept."""
    # Imported here: the first paint does without it.
    from platformdirs import user_cache_path

    return user_cache_path("summit-tui") / "compiled"


def open_collections(
    paths: Iterable[Path],
    cache: Path,
    *,
    progress: Progress = nobody,
    cancelled: Callable[[], bool] = never,
) -> Opened:
    """Open the collections at `paths` as their files are now; what has changed is compiled first.

    A path is a collection's folder or a folder of such folders. Nothing is raised for what is wrong with them, nor
    for a cache that cannot be written. Raises `CompileCancelled`, and `DamagedError` as all that is read of them may:
    see `throw_away`.
    """
    # Imported here: what was compiled before is shown before this is asked for.
    from tui.index.update import update

    problems = Problems()
    notices: list[str] = []
    found = []
    for folder in collection_folders(paths, problems):
        try:
            found.append(update(Store(cache, folder), progress=progress, cancelled=cancelled))
        except OSError as error:
            notices.append(
                f"the compiled collection cannot be kept in {cache} ({error.strerror or error}): it is held in memory"
            )
            from tui.index.in_memory import compile_in_memory

            found.append(compile_in_memory(folder, progress=progress, cancelled=cancelled))
    return _opened(found, problems, notices)


def open_as_compiled(paths: Iterable[Path], cache: Path) -> Opened | None:
    """Open the collections at `paths` as they were last compiled; None where any was not.

    How long it takes does not depend on their size, and whether their files have changed since is not asked. Raises
    `DamagedError`.
    """
    problems = Problems()
    found = [Store(cache, folder).open() for folder in collection_folders(paths, problems)]
    known = [compiled for compiled in found if compiled is not None]
    return _opened(known, problems, ()) if found and len(known) == len(found) else None


def throw_away(paths: Iterable[Path], cache: Path, error: DamagedError) -> bool:
    """Throw away what is compiled of that collection at `paths` in which damage was found; tell whether there was one.

    Opened again, it is compiled anew. Raises `OSError` where it cannot be taken away.
    """
    return any(Store(cache, folder).throw_away(error) for folder in collection_folders(paths, Problems()))


def _opened(found: Sequence[Compiled], problems: Problems, notices: Iterable[str]) -> Opened:
    first: dict[str, Path] = {}
    for compiled in found:
        name = headed(compiled.tables).head.id
        if name in first:
            note_second(compiled.folder, name, first[name], problems)
        else:
            first[name] = compiled.folder
    catalogue = Catalogue(found)
    problems.extend(catalogue.problems())
    generations = tuple((compiled.folder, compiled.content) for compiled in found)
    return Opened(catalogue, problems.sorted(), tuple(dict.fromkeys(notices)), generations)
