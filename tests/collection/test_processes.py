"""Files compiled in several processes give what they give in one, in order, and nothing of them is left behind."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from operator import attrgetter
from pathlib import Path

import pytest

from tests.collection.factory import CLAUSE, REPORT, Shelf
from tui.collection import processes
from tui.collection.compile import compile_file
from tui.collection.plan import Plan, plan
from tui.collection.processes import compile_units
from tui.collection.units import Unit
from tui.model.vocabulary import ProofState

ROOT = Path(__file__).resolve().parents[2]
WHOLE = attrgetter("outline.key", "ties.claims", "outline.used", "findings", "records")
FILES = 24


@pytest.fixture
def found(good: Shelf) -> Plan:
    for number in range(FILES - 1):
        good.write(f"statement-{number:02}.yaml", CLAUSE.replace("id: other", f"id: other-{number}"))
    return plan(good.folder)


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file is worth a process."""
    monkeypatch.setattr(processes, "_CHUNK", 1)
    monkeypatch.setattr(processes, "_WORTH", 0)


def where(unit: Unit) -> tuple[str, int]:
    return unit.outline.key, os.getpid()


def no_child_is_left() -> bool:
    return not multiprocessing.active_children()


@pytest.mark.usefixtures("eager")
def test_several_processes_give_what_one_gives(found: Plan) -> None:
    alone = list(compile_units(found.context, found.again, WHOLE))
    assert list(compile_units(found.context, found.again, WHOLE, 2)) == alone
    assert [key for key, *_ in alone] == [file.key for file in found.again]
    assert no_child_is_left()


@pytest.mark.usefixtures("eager")
def test_they_are_other_processes_also_when_a_thread_asks(found: Plan) -> None:
    with ThreadPoolExecutor(1) as threads:
        places = threads.submit(lambda: list(compile_units(found.context, found.again, where, 2))).result()
    assert [key for key, _ in places] == [file.key for file in found.again]
    assert os.getpid() not in {process for _, process in places}


def test_little_work_is_done_in_this_process(found: Plan) -> None:
    places = list(compile_units(found.context, found.again, where, 2))
    assert {process for _, process in places} == {os.getpid()}
    assert len(places) == FILES


def test_no_file_at_all(found: Plan) -> None:
    assert list(compile_units(found.context, (), where, 2)) == []


def marked(folder: Path, unit: Unit) -> str:
    (folder / Path(unit.outline.key).name).touch()
    return unit.outline.key


@pytest.mark.usefixtures("eager")
def test_who_stops_early_leaves_no_process_and_little_was_done_ahead(found: Plan, tmp_path: Path) -> None:
    marks = tmp_path / "marks"
    marks.mkdir()
    results = compile_units(found.context, found.again, partial(marked, marks), 2)
    first = [next(results), next(results)]
    results.close()
    assert first == [file.key for file in found.again[:2]]
    assert no_child_is_left()
    assert 2 <= len(list(marks.iterdir())) <= 2 + 2 * 2


def failing(unit: Unit) -> str:
    if unit.outline.key == "statement-03.yaml":
        raise LookupError(unit.outline.key)
    return unit.outline.key


@pytest.mark.usefixtures("eager")
def test_what_the_work_raises_is_raised_here(found: Plan) -> None:
    results = compile_units(found.context, found.again, failing, 2)
    with pytest.raises(LookupError, match=r"statement-03\.yaml"):
        list(results)
    assert no_child_is_left()


def ending(unit: Unit) -> tuple[str, int]:
    if multiprocessing.parent_process() is not None and unit.outline.key == "statement-05.yaml":
        os.kill(os.getpid(), signal.SIGKILL)
    return where(unit)


@pytest.mark.usefixtures("eager")
def test_where_a_process_is_killed_the_rest_is_done_here(found: Plan) -> None:
    places = list(compile_units(found.context, found.again, ending, 2))
    assert [key for key, _ in places] == [file.key for file in found.again]
    assert places[-1][1] == os.getpid()
    assert no_child_is_left()


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("after", [0, 1])
def test_where_processes_cannot_be_started_all_is_done_here(
    found: Plan, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    begin = multiprocessing.process.BaseProcess.start
    begun: list[multiprocessing.process.BaseProcess] = []

    def start(process: multiprocessing.process.BaseProcess) -> None:
        if len(begun) == after:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        begun.append(process)
        begin(process)

    monkeypatch.setattr(multiprocessing.process.BaseProcess, "start", start)
    places = list(compile_units(found.context, found.again, where, 2))
    assert {process for _, process in places} == {os.getpid()}
    assert len(places) == FILES
    for process in begun:
        process.join(60)
        assert process.exitcode is not None


@pytest.mark.usefixtures("eager")
def test_a_system_without_semaphores(found: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise ImportError("no semaphores here")

    monkeypatch.setattr(processes, "ProcessPoolExecutor", none)
    assert len(list(compile_units(found.context, found.again, where, 2))) == FILES


def noted(folder: Path, unit: Unit) -> None:
    (folder / str(os.getpid())).touch()
    time.sleep(0.01)


KILLED = """
import sys
from functools import partial
from pathlib import Path

from tests.collection.test_processes import noted
from tui.collection import processes
from tui.collection.plan import plan

if __name__ == "__main__":
    processes._CHUNK, processes._WORTH = 1, 0
    found = plan(Path(sys.argv[1]))
    while True:
        list(processes.compile_units(found.context, found.again, partial(noted, Path(sys.argv[2])), 2))
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks /proc which processes run")
def test_who_is_killed_takes_the_processes_along(found: Plan, good: Shelf, tmp_path: Path) -> None:
    script, marks = tmp_path / "killed.py", tmp_path / "marks"
    script.write_text(KILLED)
    marks.mkdir()
    with subprocess.Popen(
        [sys.executable, str(script), str(good.folder), str(marks)], env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as parent:
        while not list(marks.iterdir()):
            assert parent.poll() is None
            time.sleep(0.01)
        parent.kill()
    for mark in marks.iterdir():
        while _runs(int(mark.name)):
            time.sleep(0.01)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_source_file_that_changes_while_others_compile_proves_nothing(found: Plan, good: Shelf) -> None:
    """Nothing is called proved that is not: the next look finds the file changed, and compiles again."""
    sent = pickle.loads(pickle.dumps(found.context))
    good.write("report.txt", REPORT + "And more.")
    unit = compile_file(next(file for file in found.again if file.key == "statement-00.yaml"), sent)
    (statement,) = unit.records.statements
    assert statement.clauses[0].reading.proof.state is ProofState.UNHELD
    again = plan(good.folder, {unit.outline.key: unit.outline})
    assert unit.outline.key in [file.key for file in again.again]
