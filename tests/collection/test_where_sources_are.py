"""Which files may declare sources is told from their bytes: a file that does is never passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.collection.factory import CLAUSE, RECORDS, Shelf
from tests.collection.test_hostile import PIECES
from tui.collection.compile import compile_file
from tui.collection.declaring import may_declare
from tui.collection.load import load
from tui.collection.plan import misled, plan
from tui.collection.problems import Problems
from tui.collection.read import read_sources
from tui.collection.yaml_parse import parse_yaml

ITEM = "[{id: wire, kind: archive, publisher: P, title: T, language: fr}]"
SPELLINGS = [
    f"sources: {ITEM}\n",
    f"sources   : {ITEM}\n",
    f"'sources': {ITEM}\n",
    f'"sources" : {ITEM}\n',
    f'"\\x73ources": {ITEM}\n',
    f'"sou\\u0072ces" : {ITEM}\n',
    f"? sources\n: {ITEM}\n",
    f"? sources # those\n# we have\n: {ITEM}\n",
    f"---\n? sources # those\n: {ITEM}\n",
    f"{{aliases: [], ? sources # those\n : {ITEM}}}\n",
    f"{{? sources # those\n : {ITEM}}}\n",
    f"{{?sources : {ITEM}}}\n",
    f'{{"sources":{ITEM}}}\n',
    f"aliases:\n- note: &name sources\n*name : {ITEM}\n",
    f"&key sources: {ITEM}\n",
    f"\ufeffsources: {ITEM}\n",
    f"summits: []\r\nsources:\r\n  {ITEM}\r\n",
]


def declares(data: bytes) -> bool:
    return bool(read_sources(parse_yaml(data, "", Problems())))


@pytest.mark.parametrize("text", SPELLINGS)
def test_however_the_key_is_written(good: Shelf, text: str) -> None:
    """The language of the rendering is that of the source: it was found before the file that names it was compiled."""
    assert declares(text.encode())
    assert may_declare(text.encode())
    good.write("zzz.yaml", text)
    good.write("more.yaml", CLAUSE.replace("source: paper", "source: wire"))
    assert good.rendering().language == "fr"


@given(
    st.lists(PIECES | st.sampled_from(["sources", "sources: ", ITEM, "\n: ", "&a sources", "*a : "]), max_size=12).map(
        "".join
    )
)
def test_any_heap_of_yaml_that_declares_sources_is_told(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert may_declare(data) or not declares(data)


@pytest.mark.parametrize("text", ["", CLAUSE, "note: Who? Where? The sources say so.\n", 'note: "a \\u2014 b"\n'])
def test_what_names_no_sources_is_not_parsed_twice(text: str) -> None:
    assert not may_declare(text.encode())


def test_the_records_of_the_tests_declare_sources() -> None:
    assert may_declare(RECORDS.encode())


def test_a_section_of_sources_in_a_file_that_is_not_sound_declares_nothing(good: Shelf) -> None:
    """The section alone reads well; that the file does not is found when it is compiled."""
    source = "{id: wire, kind: archive, publisher: P, title: T, language: fr}"
    good.write("more.yaml", f"sources:\n  - {source}\nsummits: [\n")
    good.write("other.yaml", CLAUSE.replace("source: paper", "source: wire"))
    assert not declares((good.folder / "more.yaml").read_bytes())
    wanting = [str(problem) for problem in load([good.folder]).problems]
    assert any("undefined source" in line and "wire" in line for line in wanting)
    found = plan(good.folder)
    assert misled(found, [compile_file(file, found.context).outline for file in found.again])
    assert not plan(good.folder, exact=True).declared["more.yaml"]


@pytest.mark.parametrize(
    "data",
    [
        RECORDS.encode(),
        b"summits: []\nsources:\n- {id: wire, kind: archive, publisher: P, title: T, language: fr}\nstatements: []\n",
        b"sources: # ours\r\n  - {id: wire, kind: archive, publisher: P, title: T, language: fr}\r\n# end\r\n",
        b"x: &a fr\nsources:\n- {id: wire, kind: archive, publisher: P, title: T, language: *a}\n",
        b"sources:\n- {id: wire, kind: archive, publisher: P, title: 'sources: two', language: fr}\n",
        b"sources:\n- {id: wire, kind: archive, publisher: P, title: T, language: fr}\n---\nsummits: []\n",
    ],
)
def test_the_section_alone_declares_what_its_file_does(good: Shelf, data: bytes) -> None:
    (good.folder / "records.yaml").write_bytes(data)
    quick, exact = plan(good.folder), plan(good.folder, exact=True)
    assert quick.declared == exact.declared
