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
    # Each statement that invokes it is told with the states and organisations that made it.
    first = shown.lines.index(f"Invoked in {len(json['invoked_in'])} statements, made by")
    assert "Iran, Russian Federation, Türkiye" in "\n".join(shown.lines[first:])
    assert all(one["took_part"] for one in json["invoked_in"])
    for row in json["invoked_by"]:
        assert f"      {row['address']}" in shown.lines


def test_a_count_of_nothing_is_not_said_of_statements_as_a_whole(cli: Cli) -> None:
    assert "Invoked by 5 clauses" in cli("show", "syria-track/un-charter", "-c", TRACK).lines


def test_an_instrument_is_shown_with_its_own_text_where_the_collection_has_it(cli: Cli) -> None:
    shown = cli("show", "syria-track/unscr-2254", "-c", TRACK)
    assert "syria-track/unscr-2254, 14 clauses." in shown.out
    assert "editors' words: Free and fair elections" in shown.out
    assert "No collection that is open has its text." in cli("show", "da-nang-2017/unscr-2254").out


def test_a_participant_is_shown_with_offices_meetings_and_what_it_undertakes(cli: Cli) -> None:
    shown = cli("show", "da-nang-2017/putin")
    assert (shown.code, shown.err) == (0, "")
    assert "person: Vladimir Putin" in shown.lines
    assert "Undertakes 8 clauses by name" in shown.lines
    body = cli("show", "da-nang-2017/ru")
    assert "Undertakes 0 clauses by name" in body.lines
    assert "Undertakes 8 clauses through others" in body.lines
    assert "by Vladimir Putin" in body.out


def test_the_json_of_a_participant_has_all_of_it(cli: Cli) -> None:
    (russia,) = cli("show", "syria-track/ru", "--json", "-c", TRACK).objects
    assert russia["record"] == "participant"
    dates = [part["date"] for part in russia["took_part"] if part["date"]]
    assert len(dates) > 20
    lavrov = [office for office in russia["offices"] if office["participant"] == "syria-track/lavrov"]
    assert sum(office["documents"] for office in lavrov) >= 1
    assert all(office["first"]["date"] <= office["last"]["date"] for office in lavrov)
    assert {clause["by_name"] for clause in russia["undertakes"]} == {True, False}
    assert all(clause["by_name"] or clause["through"] for clause in russia["undertakes"])
    counts = [other["occasions"] for other in russia["met"]]
    assert counts == sorted(counts, reverse=True)
