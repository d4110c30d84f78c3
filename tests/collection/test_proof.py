"""Words are proved where a source has them, exactly: what an editor may do is named, and nothing else is forgiven."""

from __future__ import annotations

import pytest

from tui.collection.proof import Verdict, Wanted, prove
from tui.collection.sources import SourceText
from tui.model.records import Proof
from tui.model.vocabulary import ProofState

TEXT = """\
The presidents agreed that "there is no military solution" to the conflict.

They can't accept a non-military pause of 1,500 days; Russia's view differs.
The presidents met again, and the presidents' experts agreed on 2.5 points at 10:30.
"""
MET = TEXT.index("The presidents met")


def proved(
    exact: str,
    text: str = TEXT,
    *,
    prefix: str | None = None,
    suffix: str | None = None,
    start: int | None = None,
    insertions: tuple[str, ...] = (),
    within: tuple[int, int] | None = None,
) -> Verdict:
    return prove(Wanted(exact, prefix, suffix, start, insertions), SourceText(text), within)


def state(exact: str, text: str = TEXT, *, insertions: tuple[str, ...] = ()) -> tuple[str, tuple[str, ...]]:
    proof = proved(exact, text, insertions=insertions).proof
    return proof.state.value, proof.edits


def failure(verdict: Verdict) -> str | None:
    """Why words are not proved."""
    assert verdict.proof.state is ProofState.FAILED
    return verdict.complaint


def test_exact_words_are_verbatim_at_their_place() -> None:
    verdict = proved("there is no military solution")
    assert verdict == Verdict(Proof(ProofState.VERBATIM, 28, 57, 1, 29))
    assert TEXT[28:57] == "there is no military solution"


def test_a_whole_source_is_verbatim() -> None:
    assert proved(TEXT).proof == Proof(ProofState.VERBATIM, 0, len(TEXT), 1, 1)


def test_words_in_a_later_line_have_their_line_and_column() -> None:
    proof = proved("a non-military pause").proof
    assert (proof.line, proof.column) == (3, 19)


def test_without_a_source_nothing_is_said() -> None:
    assert prove(Wanted("any words"), None).proof.state is ProofState.UNHELD


@pytest.mark.parametrize(
    "exact",
    [
        "there is no militry solution",
        "there is no Military solution",
        "there is a military solution",
        "there is military solution",
        "no there is military solution",
        "there is no military  solutions",
        "there, is no military solution",
        "there is no military solution!",
        "a military pause",
        "conflict They",
    ],
)
def test_words_that_are_only_nearly_there_fail(exact: str) -> None:
    verdict = proved(exact)
    assert (verdict.proof.state, verdict.proof.start, verdict.proof.edits) == (ProofState.FAILED, None, ())
    assert verdict.complaint is not None
    assert verdict.complaint.startswith("the words are not in the source")


@pytest.mark.parametrize(
    "cut",
    [
        pytest.param("The president", id="a plural cut"),
        pytest.param("residents agreed", id="a beginning cut"),
        pytest.param("They can", id="a negation cut from can't"),
        pytest.param("t accept", id="the rest of can't"),
        pytest.param("military pause", id="a negation cut from non-military"),
        pytest.param("non", id="half a compound"),
        pytest.param("500 days", id="a number cut at its comma"),
        pytest.param("1", id="the other half of it"),
        pytest.param("5 points", id="a number cut at its point"),
        pytest.param("agreed on 2", id="and its whole part"),
        pytest.param("30", id="a time cut at its colon"),
        pytest.param("Russia", id="a possessive cut"),
        pytest.param("onflic", id="both ends cut"),
    ],
)
def test_words_cut_out_of_others_fail(cut: str) -> None:
    assert cut in TEXT
    assert proved(cut).proof.state is ProofState.FAILED


@pytest.mark.parametrize(
    ("cut", "text"),
    [
        ("re", "re\u0301sume\u0301"),
        ("sume", "re\u0301sume\u0301"),
        ("\u0301sume\u0301", "re\u0301sume\u0301"),
        ("خواهد", "می\u200cخواهد"),
        ("conflict", "de\u2010conflict"),
        ("can", "can’t"),
        ("S. President", "U.S. President"),
        ("accord", "l'accord"),
        ("агрессия", "неагрессия"),
        ("500", "1’500"),
        ("2015", "2015-2016"),
        ("tary", "mili\u00adtary"),
    ],
)
def test_words_cut_out_of_others_fail_in_every_spelling(cut: str, text: str) -> None:
    assert cut in text
    assert proved(cut, f"{text} end").proof.state is ProofState.FAILED


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("两国总统", "俄罗斯和美国两国总统同意维持现有联系渠道。"),
        ("通信", "軍事通信チャネル"),
        ("ไม่มีทางออก", "เห็นว่าไม่มีทางออกทางทหาร"),
        ("العَرَبِيَّة", "اللغة العَرَبِيَّة هنا"),
        ("peace", "war—peace"),
        ("peace", "'peace'"),
        ("peace", "(peace)"),
        ("peace", "peace."),
        ("2254", "UNSCR 2254."),
        ("talks", "talks' end"),
        ("Syria", "Syria.They agreed"),
        ("They agreed", "Syria.They agreed"),
        ("gov", "state.gov"),
    ],
)
def test_whole_words_are_verbatim_wherever_the_script_or_a_sign_parts_them(exact: str, text: str) -> None:
    assert state(exact, text) == ("verbatim", ())


def test_words_run_together_in_the_source_are_parted_at_a_capital_and_that_is_named() -> None:
    text = "© REUTERS/ Jorge SilvaU.S. President Donald Trump"
    assert state("Jorge Silva", text) == ("edited", ("words run together in the source",))
    assert state("U.S. President", text) == ("edited", ("words run together in the source",))


def test_a_name_with_a_capital_inside_is_never_verbatim_in_part() -> None:
    assert state("Donald agreed", "McDonald agreed") == ("edited", ("words run together in the source",))


def test_a_whole_word_elsewhere_comes_before_one_run_together() -> None:
    text = "McDonald and Donald"
    assert proved("Donald", text).proof == Proof(ProofState.VERBATIM, 13, 19, 1, 14)


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [
        (None, " agreed", 0),
        ("\n", " met", MET),
        (None, " met again", MET),
        ("differs.\n", None, MET),
    ],
)
def test_a_prefix_or_a_suffix_tells_two_places_apart(prefix: str | None, suffix: str | None, start: int) -> None:
    verdict = proved("The presidents", prefix=prefix, suffix=suffix)
    assert (verdict.proof.state, verdict.proof.start, verdict.complaint) == (ProofState.VERBATIM, start, None)


def test_words_that_stand_there_twice_are_ambiguous() -> None:
    assert failure(proved("The presidents")) == "the words stand there 2 times; give a prefix or a suffix"


def test_a_hint_tells_two_places_apart() -> None:
    assert proved("The presidents", start=MET).proof == Proof(ProofState.VERBATIM, MET, MET + 14, 4, 1)


def test_a_hint_that_is_neither_place_leaves_it_ambiguous() -> None:
    assert proved("The presidents", start=7).proof.state is ProofState.FAILED


def test_a_stale_hint_is_said_and_costs_nothing() -> None:
    verdict = proved("there is no military solution", start=7)
    assert verdict.proof == Proof(ProofState.VERBATIM, 28, 57, 1, 29)
    assert (verdict.stale, verdict.complaint) == (True, "found 7, the words stand at 28")


def test_words_without_their_prefix_fail_and_the_message_says_where_they_stand() -> None:
    verdict = proved("there is no military solution", prefix="think that ")
    assert failure(verdict) == "the words stand at 1:29, but not between this prefix and suffix"


def test_words_outside_the_given_stretch_fail_and_the_message_says_where_they_stand() -> None:
    verdict = proved("there is no military solution", within=(70, 150))
    assert failure(verdict) == "the words stand at 1:29, outside the text that they are quoted from"


def test_the_given_stretch_tells_two_places_apart() -> None:
    assert proved("The presidents", within=(100, len(TEXT))).proof.start == MET


@pytest.mark.parametrize(
    "exact",
    [
        "“there is no military solution”",
        "«there is no military solution»",
        "„there is no military solution“",
    ],
)
def test_another_style_of_quotation_marks_is_named(exact: str) -> None:
    proof = proved(exact).proof
    assert (proof.state, proof.start, proof.end) == (ProofState.EDITED, 27, 58)
    assert proof.edits == ("quotation marks",)


def test_another_style_of_apostrophe_is_named() -> None:
    assert state("They can’t accept") == ("edited", ("quotation marks",))


def test_single_and_double_quotation_marks_are_not_the_same() -> None:
    assert state("'there is no military solution'")[0] == "failed"


@pytest.mark.parametrize(
    "exact",
    [
        "there is\nno military solution",
        "there  is no military solution",
        "there is no\u00a0military solution",
        "there is no \r\n\t military solution",
        "the conflict. They can't",
        " there is no military solution",
        "there is no military solution\n",
    ],
)
def test_other_spacing_and_line_breaks_are_named(exact: str) -> None:
    assert state(exact) == ("edited", ("spacing",))


def test_spacing_around_the_words_does_not_move_their_place() -> None:
    proof = proved("\n there is no military solution \n").proof
    assert (proof.start, proof.end) == (28, 57)


@pytest.mark.parametrize("exact", ["there isno military", "con flict", "there\u200bis no military solution"])
def test_spacing_neither_joins_nor_parts_words(exact: str) -> None:
    assert state(exact)[0] == "failed"


@pytest.mark.parametrize("ellipsis", ["...", "…", " ... ", " … ", " [...] ", " […] ", "[ … ]"])
def test_an_ellipsis_over_words_is_named(ellipsis: str) -> None:
    proof = proved(f"The presidents agreed that{ellipsis}no military solution").proof
    assert (proof.state, proof.start, proof.edits) == (ProofState.EDITED, 0, ("ellipsis",))
    assert proof.end == 57


def test_several_ellipses_are_one_edit() -> None:
    assert state("The presidents … agreed … solution") == ("edited", ("ellipsis",))


@pytest.mark.parametrize(
    "exact", ["…there is no military solution", "there is no military solution …", "... there is no …"]
)
def test_an_ellipsis_may_open_or_close_the_words(exact: str) -> None:
    assert state(exact) == ("edited", ("ellipsis",))


def test_an_ellipsis_may_reach_over_sentences_and_is_named() -> None:
    """What lies between is for the reader to judge: the proof gives the whole stretch."""
    proof = proved("there is … Russia's view").proof
    assert (proof.state, proof.start, proof.edits) == (ProofState.EDITED, 28, ("ellipsis",))
    assert proof.end == TEXT.index(" differs")


@pytest.mark.parametrize(
    "exact",
    [
        pytest.param("solution … military", id="in another order"),
        pytest.param("The president … agreed", id="before it a cut word"),
        pytest.param("They can … accept", id="a negation cut before it"),
        pytest.param("They … military pause", id="a negation cut after it"),
        pytest.param("that … solution to the … there", id="back to where it was"),
        pytest.param("military … military solution … no", id="overlapping"),
        pytest.param("presidents … nowhere", id="a piece that is not there"),
        pytest.param("… ...", id="nothing but ellipses"),
        pytest.param("…", id="one alone"),
        pytest.param("They … , … accept", id="a piece without words"),
    ],
)
def test_an_ellipsis_excuses_nothing_else(exact: str) -> None:
    assert state(exact)[0] == "failed"


def test_a_later_piece_is_taken_where_it_stands_as_a_word() -> None:
    text = "They met. Theirs is the cannot. They can agree."
    proof = proved("They met … can … agree", text).proof
    assert (proof.start, proof.end) == (0, len(text) - 1)


def test_a_literal_ellipsis_of_the_source_is_verbatim() -> None:
    assert state("we ... agree", "Well, we ... agree now") == ("verbatim", ())


def test_the_shortest_stretch_from_each_beginning_is_found() -> None:
    text = "we said, we agreed. we agreed later"
    assert proved("we … later", text, suffix="").complaint == "the words stand there 3 times; give a prefix or a suffix"
    assert proved("said … agreed", text).proof.end == text.index(". we")


@pytest.mark.parametrize(
    ("exact", "insertion"),
    [
        ("there is no [purely] military solution", "[purely]"),
        ("[Clearly] there is no military solution", "[Clearly]"),
        ("there is no military solution [sic]", "[sic]"),
        ("there is no military[!] solution", "[!]"),
    ],
)
def test_an_editors_insertion_is_named(exact: str, insertion: str) -> None:
    assert state(exact, insertions=(insertion,)) == ("edited", (f"insertion {insertion}",))


def test_an_insertion_that_is_not_declared_is_not_forgiven() -> None:
    assert state("there is no [purely] military solution")[0] == "failed"


def test_only_what_is_declared_is_forgiven() -> None:
    assert state("there is no [purely] military [big] solution", insertions=("[purely]",))[0] == "failed"


def test_brackets_that_the_source_has_are_verbatim() -> None:
    text = "pursuant to [UN Security Council resolution] UNSCR 2254."
    assert state(text, f"The words {text}") == ("verbatim", ())


def test_a_capital_changed_in_brackets_is_not_forgiven() -> None:
    assert state("[T]here is no military solution", insertions=("[T]",))[0] == "failed"


def test_every_edit_is_named() -> None:
    exact = "[Yes] “there  is … military solution”"
    text = 'He said "there is no military solution" again'
    assert state(f"He said {exact}", text, insertions=("[Yes]",)) == (
        "edited",
        ("insertion [Yes]", "ellipsis", "quotation marks", "spacing"),
    )


def test_an_exact_place_comes_before_an_edited_one() -> None:
    text = 'say “peace” now, then say "peace" now'
    assert proved('say "peace" now', text).proof == Proof(ProofState.VERBATIM, 22, 37, 1, 23)


def test_the_message_gives_the_nearest_words_whole() -> None:
    verdict = proved("there is no militry solution")
    assert verdict.complaint == (
        "the words are not in the source; the nearest, at its line 1, column 29, are “there is no military solution”"
    )


def test_words_like_none_in_the_source_have_no_nearest() -> None:
    assert proved("xyzzy qwfpg").complaint == "the words are not in the source"


def test_words_in_another_unicode_form_are_told_apart_from_words_that_are_not_there() -> None:
    verdict = proved("Đa\u0300 Na\u0306\u0303ng", "in Đà Nẵng today")
    assert verdict.proof.state is ProofState.FAILED
    assert verdict.complaint == "the words are not in the source in this Unicode form; copy them from it"


def test_a_long_quotation_that_is_not_there_is_answered_too() -> None:
    verdict = proved("there is no military solution " * 2_000, TEXT * 200)
    assert verdict.proof.state is ProofState.FAILED


def test_many_places_are_counted_and_not_waited_for() -> None:
    assert proved("a", "a " * 20_000, prefix="b").proof.state is ProofState.FAILED


def test_an_ellipsis_with_many_beginnings_is_not_waited_for() -> None:
    assert proved("a … b", "a " * 20_000 + "c").proof.state is ProofState.FAILED
    assert proved("a … b", "a " * 20_000 + "b").complaint == (
        "the words stand there 20000 times; give a prefix or a suffix"
    )
