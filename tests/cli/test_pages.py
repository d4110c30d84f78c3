"""`show` prints the pages of instruments and participants."""

from __future__ import annotations

from tests.cli.conftest import Cli
from tests.content.sheet import ROOT

TRACK = ROOT / "content" / "syria-track"


def test_an_instrument_is_shown_with_who_invokes_it_in_order(cli: Cli) -> None:
    shown = cli("show", "syria-track/unscr-2254", "-c", TRACK)
    assert shown.code == 0
    assert "resolution" in shown.out
    heading = next(line for line in shown.lines if line.startswith("Invoked by "))
    # A statement has the same address: it is the text of the instrument.
    (json,) = [
        one
        for one in cli("show", "syria-track/unscr-2254", "--json", "-c", TRACK).objects
        if one["record"] == "instrument"
    ]
    dates = [row["date"] for row in json["invoked_by"]]
    assert dates == sorted(dates)
    assert heading == f"Invoked by {len(dates) - 1} clauses, 1 statement as a whole"
    for row in json["invoked_by"]:
        assert f"      {row['address']}" in shown.lines


def test_an_instrument_is_shown_with_its_own_text_where_the_collection_has_it(cli: Cli) -> None:
    shown = cli("show", "syria-track/unscr-2254", "-c", TRACK)
    assert "syria-track/unscr-2254, 14 clauses." in shown.out
    assert "editors' words: Free and fair elections" in shown.out
    assert "No collection that is open has its text." in cli("show", "da-nang-2017/unscr-2254").out
