"""Nothing that a file may hold gets out of loading as anything but a list of problems."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.collection.factory import CLAUSE, RECORDS, Shelf, good_ones_are_there, shelf
from tui.collection.load import Library, check, load

ROOT = Path(__file__).resolve().parents[2]
JOINT = (ROOT / "content" / "da-nang-2017" / "joint-statement.yaml").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        *"[]{}'\"#%~\n\t\r\0\x1b\x85\u202e\u2028\ufeff\ud7ffé…",
        *(
            "&a ",
            "*a",
            "!!x ",
            "- ",
            "? ",
            ": ",
            "  ",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "<<",
            "...",
            "[x]",
            "0",
            "-1",
            "null",
        ),
        *("id", "text", "exact", "anchor", "renderings", "insertions", "clauses", "statements", "source: paper"),
    ]
)
KEYS = (
    "id title kind name text exact source renderings clauses participations evidence roles quoted cue anchor "
    "insertions by cites names date country start format"
).split()


def loaded(content: str | bytes) -> Library:
    """Load a sound collection with one more file, which holds `content`."""
    with TemporaryDirectory() as folder:
        made = shelf(Path(folder) / "good")
        made.write("hostile.yaml", content)
        library = made.load()
        assert library.problems == check([made.folder])
        for problem in library.problems:
            assert problem.location.line >= 1
            assert problem.location.column >= 1
            assert "\n" not in str(problem)
        return library


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    assert good_ones_are_there(loaded(content))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_heap_of_yaml(content: str) -> None:
    # What is well formed by chance may use an id of the good ones; it comes first by its file's name.
    assert loaded(content).collections


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_good_file_with_something_put_in_or_taken_out(data: st.DataObject) -> None:
    original = CLAUSE + RECORDS.split("participants:\n")[0]
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, min(len(original), start + 12)))
    loaded(original[:start] + data.draw(PIECES) + original[end:])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(KEYS),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ),
    st.sampled_from("participants sources instruments aliases summits statements".split()),
)
def test_any_tree_in_place_of_records(tree: object, section: str) -> None:
    # JSON is YAML: a way to write trees of any shape.
    loaded(json.dumps({section: [tree, tree]}))
    loaded(json.dumps({section: tree}))


def test_the_bundled_statement_with_a_line_taken_out(tmp_path: Path) -> None:
    made = Shelf(tmp_path / "da-nang-2017")
    shutil.copytree(ROOT / "content" / "da-nang-2017", made.folder)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    assert load([made.folder]).problems == ()
    lines = JOINT.splitlines(keepends=True)
    for number in range(1, len(lines), 7):
        made.write("joint-statement.yaml", "".join(lines[:number] + lines[number + 1 :]))
        library = load([made.folder])
        assert len(library.collections[0].participants) == 12


@given(st.integers(0, len(JOINT.encode())))
def test_the_bundled_statement_cut_off_anywhere(end: int) -> None:
    loaded(JOINT.encode()[:end])
