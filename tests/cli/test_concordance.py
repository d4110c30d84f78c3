from __future__ import annotations

import os
import pty
from pathlib import Path

import pytest

from tests.cli.conftest import DA_NANG, Cli, run
from tests.cli.samples import PEACE
from tui.cli.arguments import ORDERS
from tui.study.concordance import Order


def test_each_occurrence_is_a_line_with_the_matched_words_aligned(cli: Cli) -> None:
    found = cli("concordance", "syria")
    assert found.code == 0
    assert len(found.lines) == 3
    assert len({line.index("|Syria|") for line in found.lines}) == 1
    assert all("2017-11-11" in line for line in found.lines)
    assert all("  da-nang-2017/joint-statement#" in line for line in found.lines)
    assert "3 lines of 3 hits" in found.err


def test_a_reporters_words_are_told_from_the_documents(cli: Cli) -> None:
    (line,) = cli("concordance", "called on the parties").lines
    assert line.startswith("✓ indirect")


def test_json_gives_the_pieces_and_their_offsets(cli: Cli) -> None:
    first, *_ = cli("concordance", "no militry solution to conflict", "--json").objects
    start, end = first["span"]
    assert first["text"][start:end] == first["node"] == "no military solution to the conflict"
    assert [first["text"][a:b] for a, b in first["spans"]] == ["no military solution to", "conflict"]
    assert first["left"] + first["node"] + first["right"] in first["text"]
    assert (first["left"][-9:], first["right"]) == ("there is ", " in Syria.")
    assert (first["date"], first["place"], first["speech"], first["proof"]) == (
        "2017-11-11", "Da Nang", "mixed", "verbatim",
    )  # fmt: skip
    assert first["address"] == "da-nang-2017/joint-statement#no-military-solution"


def test_offsets_count_code_points_whatever_stands_before(cli: Cli, sound: Path) -> None:
    (line,) = cli("concordance", "presidents reaffirment", "--json", "-c", sound).objects
    start, end = line["span"]
    assert PEACE[start:end] == line["node"] == "Présidents réaffirment"


@pytest.mark.parametrize(("order", "side"), [("right", "right"), ("left", "left")])
def test_lines_are_sorted_by_the_words_beside(cli: Cli, order: str, side: str) -> None:
    lines = cli("concordance", "the", "--sort", order, "--json").objects
    words = [line[side].split() for line in lines]
    beside = [(found[0 if side == "right" else -1] if found else "").strip('",.').casefold() for found in words]
    assert len(beside) > 10
    assert beside == sorted(beside)


def test_the_orders_are_those_of_the_library() -> None:
    assert tuple(order.value for order in Order) == ORDERS


def test_width_counts_the_cells_of_the_words_and_their_context(cli: Cli) -> None:
    for width in (20, 61, 100):
        for line in cli("concordance", "syria", "--width", str(width)).lines:
            aligned = line.partition("2017-11-11  ")[2].partition("  da-nang-2017/")[0]
            assert len(aligned) == width


def test_limit_counts_clauses(cli: Cli) -> None:
    found = cli("concordance", "the", "--limit", "1")
    assert len(found.lines) > 1
    assert len({line.rpartition("  ")[2] for line in found.lines}) == 1
    assert "--limit shows more" in found.err


def test_nothing_found_is_exit_code_1_and_no_data(cli: Cli) -> None:
    found = cli("concordance", "xylophone quartet")
    assert (found.code, found.out) == (1, "")


@pytest.mark.parametrize(
    "wrong", [["--sort", "sideways"], ["--width", "19"], ["--width", "x"], ["--width", "9" * 5_000], ["--limit", "0"]]
)
def test_what_is_called_wrongly_is_told_so(cli: Cli, wrong: list[str]) -> None:
    found = cli("concordance", "syria", *wrong)
    assert found.code == 2
    assert "expected" in found.err or "invalid choice" in found.err


@pytest.mark.parametrize(("columns", "addressed"), [(80, False), (160, True)])
def test_in_a_terminal_a_line_is_a_line(columns: int, addressed: bool) -> None:
    ours, theirs = pty.openpty()
    try:
        done = run("concordance", "syria", "-c", DA_NANG, stdout=theirs, env={"COLUMNS": str(columns), "TERM": "xterm"})
        os.close(theirs)
        lines = os.read(ours, 100_000).decode().split("\r\n")[:-1]
    finally:
        os.close(ours)
    assert done.returncode == 0
    assert len(lines) == 3
    for line in lines:
        assert "|\x1b[1;7mSyria\x1b[0m|" in line
        assert len(line.replace("\x1b[1;7m", "").replace("\x1b[0m", "")) <= columns
        assert ("joint-statement#" in line) is addressed
