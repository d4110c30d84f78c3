"""Threads on the command line: listed, shown, and found missing."""

from __future__ import annotations

from tests.cli.conftest import ROOT, Cli

TRACK = ROOT / "content" / "syria-track"


def test_threads_are_listed_with_the_number_of_their_places(cli: Cli) -> None:
    listed = cli("list", "threads", "-c", TRACK)
    assert len(listed.lines) == 14
    title = "No military solution; the conflict ends by a political process"
    assert listed.lines[0] == f"syria-track/no-military-solution\t11\t{title}"
    assert sum(len(thread["members"]) for thread in cli("list", "threads", "--json", "-c", TRACK).objects) == 175


def test_where_there_are_none_the_list_is_empty(cli: Cli) -> None:
    listed = cli("list", "threads")
    assert (listed.code, listed.out) == (1, "")


def test_a_thread_is_shown(cli: Cli) -> None:
    shown = cli("show", "syria-track/foreign-forces", "-c", TRACK)
    assert shown.lines[0] == "thread: Foreign forces and fighters"
    assert sum(line.startswith("Seen ") for line in shown.lines) == 4


def test_the_phrase_is_found_in_as_many_documents_as_its_thread_has(cli: Cli) -> None:
    (thread,) = [
        one
        for one in cli("list", "threads", "--json", "-c", ROOT / "content").objects
        if one["address"] == "syria-track/no-military-solution"
    ]
    hits = cli("search", '"no military solution"', "--json", "--limit", "200", "-c", ROOT / "content").objects
    found = {hit["statement"] for hit in hits}
    documents = {member["address"].partition("#")[0] for member in thread["members"]}
    assert documents <= found
    assert len(documents) == 11


def test_the_editors_words_are_called_theirs_in_a_list(cli: Cli) -> None:
    (line,) = [
        one for one in cli("list", "clauses", "-c", TRACK).lines if one.startswith("syria-track/geneva-2012#who-met")
    ]
    assert line.split("\t")[1:] == [
        "editors' words",
        "not proved",
        "Records who met, where and under whose chairmanship",
    ]
