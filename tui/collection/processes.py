"""Compiles files in several processes at once, and hands the results on in the order of the files."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.connection import wait
from typing import Final, TypeVar

from tui.collection.collector import seldom_from_now_on
from tui.collection.compile import compile_file
from tui.collection.units import Context, File, Unit

_Result = TypeVar("_Result")

_CHUNK: Final = 400_000
"""Bytes of YAML that one process is given at a time: some 50 ms of work, so that stopping takes no longer."""

_WORTH: Final = 4_000_000
"""Bytes of YAML below which starting processes takes longer than they save."""

_AHEAD: Final = 2
"""Chunks in flight for each process: one that it works on, and one that waits for it."""

_context: Context
"""In a process that compiles: what it was started with."""


def compile_units(
    context: Context, files: Sequence[File], work: Callable[[Unit], _Result], workers: int = 1
) -> Generator[_Result, None, None]:
    """Yield what `work` makes of the unit of each file, in the order of `files`.

    With more than one of `workers`, and enough to do for them, the files are compiled in that many processes. Both
    `work` (a function of a module, or a `functools.partial` of one) and what it returns are sent between processes.
    No more than a few files for each process are in flight, whoever takes the results slowly. Where processes
    cannot be started, or one is killed, the files are compiled in this one. Closing the iterator ends the processes.

    Raises whatever `work` does, here.
    """
    chunks = _chunks(files)
    if workers < 2 or len(chunks) < 2 or sum(size for _, size in chunks) < _WORTH:
        return _here(context, files, work)
    return _in_processes(context, [chunk for chunk, _ in chunks], work, min(workers, len(chunks)))


def _here(context: Context, files: Sequence[File], work: Callable[[Unit], _Result]) -> Generator[_Result, None, None]:
    for file in files:
        yield work(compile_file(file, context))


def _chunks(files: Sequence[File]) -> list[tuple[list[File], int]]:
    """Return runs of the files that hold about as many bytes each, with these bytes."""
    chunks: list[tuple[list[File], int]] = []
    chunk: list[File] = []
    size = 0
    for file in files:
        chunk.append(file)
        try:
            size += file.path.stat().st_size
        except OSError:
            continue  # what is wrong with it is said when it is compiled
        if size >= _CHUNK:
            chunks.append((chunk, size))
            chunk, size = [], 0
    return [*chunks, (chunk, size)] if chunk else chunks


def _in_processes(
    context: Context, chunks: Sequence[list[File]], work: Callable[[Unit], _Result], workers: int
) -> Generator[_Result, None, None]:
    done = 0
    with _Pool(context, workers) as pool:
        for results in pool.results(chunks, work):
            yield from results
            done += 1
    yield from _here(context, [file for chunk in chunks[done:] for file in chunk], work)


class _Pool:
    """Processes that compile, for as long as they last."""

    def __init__(self, context: Context, workers: int) -> None:
        self._context = context
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Pool:
        # There are systems without the semaphores that a pool needs.
        with suppress(OSError, ImportError, NotImplementedError):
            self._pool = ProcessPoolExecutor(
                self._workers, multiprocessing.get_context("spawn"), initializer=_begin, initargs=(self._context,)
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def results(self, chunks: Sequence[list[File]], work: Callable[[Unit], _Result]) -> Iterator[list[_Result]]:
        """Yield the results of each chunk in order; end early where the processes cannot be started, or have ended."""
        flying: deque[Future[list[_Result]]] = deque()
        for number in range(len(chunks)):
            while len(flying) < self._workers * _AHEAD and number + len(flying) < len(chunks):
                future = self._submit(chunks[number + len(flying)], work)
                if future is None:
                    return
                flying.append(future)
            try:
                found = flying.popleft().result()
            except BrokenExecutor:
                return
            yield found

    def _submit(self, chunk: list[File], work: Callable[[Unit], _Result]) -> Future[list[_Result]] | None:
        if self._pool is None:
            return None
        try:
            return self._pool.submit(_compile, chunk, work)
        except (OSError, RuntimeError):
            # Of several processes only some were started: the pool forgets these.
            for process in list((getattr(self._pool, "_processes", None) or {}).values()):
                process.terminate()
            return None


def _compile(files: list[File], work: Callable[[Unit], _Result]) -> list[_Result]:
    return [work(compile_file(file, _context)) for file in files]


def _begin(context: Context) -> None:
    """Make ready a process that compiles. It ends with the one that started it, however that ends."""
    global _context
    _context = context
    # Ctrl+C is for the process that shows something; this one is told by it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    seldom_from_now_on()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
