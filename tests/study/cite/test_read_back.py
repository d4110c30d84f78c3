"""What is written is read back by readers that others made: whatever letters it is of, they read what went in."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from typing import Any

import jsonschema
import latexcodec.codec
import pybtex.database
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pybtex.richtext import Text

from tests.study.cite.csl_shape import CSL_DATA
from tests.study.cite.samples import REFERENCES, TEXTS, bundled, track
from tui.study.cite.bibtex import bibtex
from tui.study.cite.bibtex import escaped as latex
from tui.study.cite.chicago import plain, telling
from tui.study.cite.citing import cite, cite_clause
from tui.study.cite.cleaning import clean, clean_url
from tui.study.cite.csl import csl_json
from tui.study.cite.dates import in_csl, in_words, sure_day
from tui.study.cite.formats import Format, written
from tui.study.cite.markdown import escaped as markdown_escaped
from tui.study.cite.markdown import markdown
from tui.study.cite.reference import Publication, Reference, Work
from tui.study.cite.ris import ris
from tui.text.visible import find_bidi, find_control

_COMMANDS = {
    r"\textbraceleft": "{",
    r"\textbraceright": "}",
    r"\textasciicircum": "^",
    r"\textless": "<",
    r"\textgreater": ">",
    r"\textbar": "|",
    r"\textasciigrave": "`",
    r"\$": "$",
}
_STANDS_FOR = {sign: chr(0x10FFF0 + number) for number, sign in enumerate(_COMMANDS.values())}
"""Letters nobody uses: a sign itself would be read as a command once more."""


@pytest.fixture(scope="module", autouse=True)
def _commands_of_the_latex_kernel() -> None:
    """The reader of LaTeX knows these signs by other commands only, or not at all."""
    for command, sign in _COMMANDS.items():
        known = latexcodec.codec.UnicodeLatexTranslation(
            unicode=_STANDS_FOR[sign], latex=command, encode=False, decode=True, text_mode=True, math_mode=False
        )
        latexcodec.codec._LATEX_UNICODE_TABLE.register(known)


def _set(text: str) -> str:
    """What LaTeX makes of spaces."""
    return " ".join(text.split())


def _from_latex(text: str) -> str:
    read = str(Text.from_latex(text))
    return _set(read.translate({ord(letter): sign for sign, letter in _STANDS_FOR.items()}))


def _titled(reference: Reference) -> Publication | Work | None:
    if reference.is_report and reference.publication:
        return reference.publication
    return reference.work or reference.publication


def _unlike(references: Sequence[Reference]) -> list[Reference]:
    return list({reference.key: reference for reference in references}.values())


MANY = st.lists(REFERENCES, min_size=1, max_size=3).map(_unlike)


# BibTeX


@given(TEXTS)
def test_latex_sets_any_text_as_it_stands(text: str) -> None:
    cleaned = clean(text)
    assert _from_latex(latex(cleaned)) == _set(cleaned)
    assert latex(cleaned).count("{") == latex(cleaned).count("}")


@given(MANY)
def test_bibtex_is_read_back_by_pybtex(references: list[Reference]) -> None:
    entries = pybtex.database.parse_string(bibtex(references), "bibtex").entries
    assert list(entries) == [reference.key for reference in references]
    for reference in references:
        fields, titled = entries[reference.key].fields, _titled(reference)
        assert titled is not None
        assert _from_latex(fields["title"]) == _set(clean(titled.title))
        assert _from_latex(fields["note"]) == _set(telling(reference))
        day = sure_day(titled.date)
        said = f"{day.parts[0]:04}" if day else in_words(titled.date)
        assert _from_latex(fields["year"]) == said
        assert fields.get("date") == (titled.date.text if titled.date else None)
        if publication := reference.publication:
            news = reference.is_report and publication.is_news
            assert _from_latex(fields["journal" if news else "howpublished"]) == _set(clean(publication.publisher))
            assert fields.get("url") == (clean_url(publication.url) if publication.url else None)
        if isinstance(titled, Work):
            people = entries[reference.key].persons.get("author", [])
            assert [_from_latex(str(one)) for one in people] == [_set(clean(name)) for name in titled.names]


# RIS


@given(MANY)
def test_ris_is_read_back_by_rispy(references: list[Reference]) -> None:
    records = rispy.loads(ris(references))
    assert [record["id"] for record in records] == [reference.key for reference in references]
    for reference, record in zip(references, records, strict=True):
        titled = _titled(reference)
        assert titled is not None
        assert "unknown_tag" not in record
        assert record["title"] == clean(titled.title)
        assert record["type_of_work"] == clean(titled.kind)
        assert record["notes"] == [telling(reference)]
        day = sure_day(titled.date)
        assert record.get("year") == (f"{day.parts[0]:04}" if day else None)
        if day is None:
            assert record["date"].endswith(f"/{in_words(titled.date)}")
        if reference.publication:
            assert record["publisher"] == clean(reference.publication.publisher)
        if isinstance(titled, Work):
            assert record.get("authors", []) == [clean(name) for name in titled.names]


# CSL-JSON


@given(MANY)
def test_csl_json_is_of_its_shape_and_has_the_texts(references: list[Reference]) -> None:
    items = json.loads(csl_json(references))
    jsonschema.validate(items, CSL_DATA)
    for reference, item in zip(references, items, strict=True):
        titled = _titled(reference)
        assert titled is not None
        assert (item["id"], item["title"]) == (reference.key, clean(titled.title))
        assert item.get("issued") == (in_csl(titled.date) if titled.date else None)
        assert item["note"] == telling(reference)


@given(MANY)
def test_csl_json_is_read_back_by_citeproc(references: list[Reference]) -> None:
    items: list[dict[str, Any]] = json.loads(csl_json(references))
    with warnings.catch_warnings():
        # It has no place for whatever else a program may add, which the format has one for.
        warnings.filterwarnings("ignore", message=".*unsupported: custom$")
        warnings.filterwarnings("ignore", message=".*unsupported: (event_title, )?custom$")
        read = CiteProcJSON(items)
    for item in items:
        known = read[item["id"].lower()]
        assert str(known["title"]) == item["title"]
        assert [str(name["literal"]) for name in known.get("author", [])] == [
            name["literal"] for name in item.get("author", [])
        ]
        issued = item.get("issued", {})
        if "date-parts" in issued and len(issued["date-parts"]) == 1:
            assert known["issued"]["year"] == issued["date-parts"][0][0]


# Markdown


@given(TEXTS)
def test_markdown_shows_any_text_as_it_stands(text: str) -> None:
    cleaned = _set(clean(text))
    (inline,) = [token for token in MarkdownIt().parse(f"“{markdown_escaped(cleaned)}”") if token.type == "inline"]
    assert {child.type for child in inline.children or []} <= {"text", "text_special"}
    assert "".join(child.content for child in inline.children or []) == f"“{cleaned}”"


@given(REFERENCES)
def test_a_note_in_markdown_says_what_the_plain_one_does(reference: Reference) -> None:
    tokens = MarkdownIt().parse(markdown(reference))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {
        "text", "text_special", "em_open", "em_close", "link_open", "link_close", "softbreak",
    }  # fmt: skip
    url = clean_url(reference.publication.url) if reference.publication and reference.publication.url else ""
    links = [child.attrGet("href") for child in children if child.type == "link_open"]
    assert len(links) <= 1
    said = "".join(child.content for child in children if child.type.startswith("text"))
    if url not in plain(reference) or not url:
        assert _set(said) == _set(plain(reference))


# All of them


@given(REFERENCES)
def test_no_format_lets_through_what_a_terminal_would_obey(reference: Reference) -> None:
    for format_ in Format:
        text = written([reference], format_)
        assert find_control(text) is None
        assert find_bidi(text) is None
        assert "\r" not in text
        text.encode("utf-8")


@pytest.mark.parametrize("format_", Format)
def test_the_bundled_clauses_make_one_document_in_each_format(format_: Format) -> None:
    catalogue = bundled()
    references = [cite_clause(catalogue, clause) for clause in catalogue.clauses()]
    text = written(references, format_)
    assert text.endswith("\n")
    assert all(reference.address in text.replace("\\#", "#") for reference in references)


def test_the_clauses_that_editors_tell_are_read_back_by_all_readers() -> None:
    catalogue = track()
    references = [reference for clause in catalogue.clauses() if (reference := cite(catalogue, clause))]
    keys = [reference.key for reference in references]
    assert len(set(keys)) == len(keys) > 300
    test_bibtex_is_read_back_by_pybtex.hypothesis.inner_test(references)  # type: ignore[attr-defined]
    test_ris_is_read_back_by_rispy.hypothesis.inner_test(references)  # type: ignore[attr-defined]
    test_csl_json_is_of_its_shape_and_has_the_texts.hypothesis.inner_test(references)  # type: ignore[attr-defined]
    test_csl_json_is_read_back_by_citeproc.hypothesis.inner_test(references)  # type: ignore[attr-defined]
