from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Cli
from tests.cli.samples import PEACE

_NO_MILITARY = "da-nang-2017/joint-statement#no-military-solution"
_CHANNELS = "da-nang-2017/joint-statement#military-channels"
_KEYS = {"address", "text", "score", "spans", "summit", "statement", "date"}


def test_the_misspelt_phrase_is_found_first_with_its_words_lit(cli: Cli) -> None:
    first, *_ = cli("search", "no militry solution to conflict", "--json").objects
    assert first["address"] == _NO_MILITARY
    assert [first["text"][start:end] for start, end in first["spans"]] == ["no military solution to", "conflict"]


def test_a_phrase_with_a_word_left_out_is_found_first_with_its_words_lit(cli: Cli) -> None:
    first, *_ = cli("search", "maintain existing comunication channels", "--json").objects
    assert first["address"] == _CHANNELS
    assert [first["text"][start:end] for start, end in first["spans"]] == [
        "maintain",
        "existing",
        "communication channels",
    ]


def test_a_hit_says_where_it_stands_and_when_it_was_agreed(cli: Cli) -> None:
    hits = cli("search", "no militry solution to conflict", "--json").objects
    assert all(hit.keys() >= _KEYS for hit in hits)
    assert hits[0]["statement"] == "da-nang-2017/joint-statement"
    assert hits[0]["summit"] == "da-nang-2017/putin-trump-2017-11-11"
    assert hits[0]["date"] == "2017-11-11"


def test_hits_come_best_first(cli: Cli) -> None:
    scores = [hit["score"] for hit in cli("search", "the conflict in Syria", "--json").objects]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_spans_count_code_points_whatever_stands_before(cli: Cli, sound: Path) -> None:
    (hit,) = cli("search", "presidents reaffirment", "--json", "-c", sound).objects
    assert hit["text"] == PEACE
    assert [PEACE[start:end] for start, end in hit["spans"]] == ["Présidents réaffirment"]


def test_the_phrase_needs_no_quotation_marks(cli: Cli) -> None:
    assert cli("search", "no", "militry", "solution").out == cli("search", "no militry solution").out


def test_without_json_a_hit_is_its_address_its_text_and_what_matched(cli: Cli) -> None:
    address, text, matched, *_ = cli("search", "no militry solution to conflict").lines
    assert address.startswith(_NO_MILITARY)
    assert "2017-11-11" in address
    assert text.strip().startswith("Vladimir Putin and Donald Trump have agreed")
    assert matched.strip() == "matched: no military solution to … conflict"


def test_limit_keeps_the_best_and_says_that_there_are_more(cli: Cli) -> None:
    every, best = cli("search", "syria", "--json"), cli("search", "syria", "--json", "--limit", "1")
    assert len(every.objects) > 1
    assert best.objects == every.objects[:1]
    assert "--limit shows more" in best.err
    assert "--limit" not in every.err


def test_an_alias_widens_the_search_and_says_so(cli: Cli) -> None:
    found = cli("search", "ISIS", "--json")
    assert "ISIS, also: Daesh" in found.err
    assert {hit["text"][start:end] for hit in found.objects for start, end in hit["spans"]} == {"Daesh"}


def test_nothing_found_is_exit_code_1_and_no_data(cli: Cli) -> None:
    found = cli("search", "xylophone quartet")
    assert (found.code, found.out) == (1, "")
    assert "0 hits" in found.err


def test_something_found_is_exit_code_0_and_counted_on_stderr(cli: Cli) -> None:
    found = cli("search", "syria", "--json")
    assert found.code == 0
    assert f"{len(found.objects)} hits" in found.err


@pytest.mark.parametrize("query", ["", "   ", "\t\n", "?!…", "«»", "—", "\u202e", "\x1b"])
def test_a_query_without_words_is_told_so(cli: Cli, query: str) -> None:
    found = cli("search", query)
    assert (found.code, found.out) == (1, "")
    assert "nothing to search for" in found.err


@pytest.mark.parametrize("query", ["x" * 10_001, "syria " * 2_000])
def test_a_huge_query_is_cut_and_told_so(cli: Cli, query: str) -> None:
    assert "the query was cut to its first" in cli("search", query).err


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "لا حل عسكري للنزاع", "军事解决", "[b]", "[/red]", "\x1b[31m", "\x9b2J", "%s{}\\", "\udcff"]
)
def test_any_other_query_finds_nothing_and_says_so(cli: Cli, query: str) -> None:
    found = cli("search", query)
    assert (found.code, found.out) == (1, "")
    assert "0 hits" in found.err


def test_square_brackets_do_not_hide_the_words_in_them(cli: Cli) -> None:
    first, *_ = cli("search", "[UN Security Council resolution] UNSCR 2254", "--json").objects
    assert first["address"] == "da-nang-2017/joint-statement#geneva-2254"
    assert "[UN Security Council resolution] UNSCR 2254" in first["text"]


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ('"no military solution"', ["no military solution"]),
        ("'deescalat | /de-?con\\w+/", ["de-confliction"]),
        ('~"no millitary soluton" -ceasefire', ["no military solution"]),
        ("solution ^vladimir", ["Vladimir", "solution"]),
    ],
)
def test_the_signs_of_the_query_language_narrow(cli: Cli, query: str, lit: list[str]) -> None:
    (hit,) = cli("search", query, "--json").objects
    assert [hit["text"][start:end] for start, end in hit["spans"]] == lit


def test_a_query_that_begins_with_a_minus_goes_after_two(cli: Cli) -> None:
    hits = cli("search", "--json", "--", "-syria").objects
    assert hits
    assert all("syria" not in hit["text"].lower() for hit in hits)
    assert all((hit["spans"], hit["passage"], hit["score"]) == ([], [0, 0], 100.0) for hit in hits)
    assert "matched:" not in cli("search", "--", "-syria").out


def test_the_time_taken_and_what_was_narrowed_stand_beside_the_count(cli: Cli) -> None:
    said = cli("search", "solution 'military").err.splitlines()[-1]
    assert re.fullmatch(r"summit-tui: \d+ hits? in (<1|\d+) ms, narrowed by word", said)
    assert "narrowed" not in cli("search", "solution").err


def test_explain_prints_how_the_query_is_read_and_searches_for_nothing(cli: Cli) -> None:
    found = cli("search", "--explain", "-c", "no-such-folder", 'solution "no military" kind:comunique')
    assert (found.code, found.err) == (0, "")
    assert found.lines == [
        "all of:",
        "  fuzzy words: solution",
        "  exact phrase: no military",
        'written: solution "no military"',
        "note: kind: knows no “comunique” (nearest: communique), which was left out",
    ]


def test_explain_as_json(cli: Cli) -> None:
    (read,) = cli("search", "--explain", "--json", "sort:date \x1b'a").objects
    assert read == {
        "query": "\x1b'a sort:date",
        "asked": ["all of:", "  fuzzy words: \x1b'a", "sorted by date, the oldest first"],
        "notices": [],
    }
    assert "\x1b" not in cli("search", "--explain", "\x1b'a").out


def test_a_hit_says_how_well_it_is_proved(cli: Cli) -> None:
    assert "✓ proved verbatim" in cli("search", "no military solution").lines[0]
    assert '"proof": "verbatim"' in cli("search", "no military solution", "--json").lines[0]
