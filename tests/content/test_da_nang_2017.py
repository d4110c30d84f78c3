"""The seed is encoded whole and faithfully: all that the report says, in whose words it says it, and nothing more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tui.collection.bundled import bundled_content
from tui.collection.load import Library, load
from tui.model.records import Clause, Collection, Evidence, Participation, Proof, Rendering, Statement, Summit
from tui.model.vocabulary import Act, Inserter, Part, ProofState, Role, Speech, StatementKind
from tui.text.words import words

ROOT = Path(__file__).resolve().parents[2]
SEED = "000_f6681f6826ab0a45.txt"
SHA256 = "ab22b299a4c3c2666867aa66bbae7880ab457ebbfe213f9afc5251ab758e191d"
RECEIVED = ROOT.parent / "shared" / "seeds" / SEED
DATA = (ROOT / "seeds" / SEED).read_bytes()
TEXT = DATA.decode("utf-8")

LIBRARY: Library = load([ROOT / "content"])
(DA_NANG,) = (collection for collection in LIBRARY.collections if collection.id == "da-nang-2017")


def statement(collection: Collection = DA_NANG) -> Statement:
    (only,) = collection.statements
    return only


CLAUSES = {clause.id: clause for clause in statement().clauses}
SUMMITS = {summit.id: summit for summit in DA_NANG.summits}


def rendering(clause: Clause) -> Rendering:
    (only,) = clause.renderings
    return only


def stretch(proof: Proof) -> tuple[int, int]:
    assert proof.start is not None
    assert proof.end is not None
    return proof.start, proof.end


def evidence() -> Iterator[Evidence]:
    places: tuple[Summit | Statement, ...] = (*DA_NANG.summits, *DA_NANG.statements)
    for place in places:
        yield from place.evidence
        for participation in place.participations:
            yield from participation.evidence


def proofs() -> Iterator[Proof]:
    """Every proof there is in the collection."""
    yield from (shown.proof for shown in evidence())
    for clause in CLAUSES.values():
        yield rendering(clause).proof
        yield from (span.proof for span in rendering(clause).quoted)
        if cue := rendering(clause).cue:
            yield cue.proof


def in_quotation_marks(place: int) -> bool:
    return TEXT.count('"', 0, place) % 2 == 1


def part_of(place: Summit | Statement, name: str) -> Participation:
    (part,) = (part for part in place.participations if part.participant == f"da-nang-2017/{name}")
    return part


# The source file


def test_the_seed_is_the_one_that_was_recorded() -> None:
    assert hashlib.sha256(DATA).hexdigest() == SHA256
    assert [(source.file, source.sha256, source.held) for source in DA_NANG.sources] == [
        (f"seeds/{SEED}", SHA256, True)
    ]


@pytest.mark.skipif(not RECEIVED.exists(), reason="the seeds as received are not beside this clone")
def test_the_seed_is_the_one_that_was_received() -> None:
    assert RECEIVED.read_bytes() == DATA


def test_the_bundled_content_is_this_content() -> None:
    assert bundled_content() == ROOT / "content"


# What is wrong with it: nothing


def test_the_bundled_content_has_no_problems_at_all() -> None:
    assert [str(problem) for problem in LIBRARY.problems] == []


def test_every_anchor_is_proved() -> None:
    assert len(list(proofs())) >= 35
    assert all(proof.holds for proof in proofs())


def test_the_words_of_every_clause_are_verbatim() -> None:
    for clause in CLAUSES.values():
        start, end = stretch(rendering(clause).proof)
        assert rendering(clause).proof.state is ProofState.VERBATIM
        assert rendering(clause).text == TEXT[start:end]


def test_the_only_editing_in_evidence_is_where_the_captions_run_together() -> None:
    edited = [(shown.exact, shown.proof.edits) for shown in evidence() if shown.proof.edits]
    assert {edits for _, edits in edited} <= {("words run together in the source",)}
    assert {exact for exact, _ in edited} <= {"© REUTERS/ Jorge Silva", "U.S. President Donald Trump"}


# Whole


LEFT_OUT = [
    # The headline: the two names, which the report repeats in its sentences.
    (1, "Vladimir Putin and Donald Trump"),
    # In the caption: between the two names, and what the photograph shows them doing.
    (2, "and"),
    (2, "talk as"),
    # Between two clauses in one sentence.
    (7, "and"),
    # Between who prepared the document and who agreed on it.
    (17, "and"),
]


def test_every_word_of_the_seed_is_in_the_collection_but_for_these() -> None:
    covered = {place for proof in proofs() for place in range(*stretch(proof))}
    left: list[tuple[int, str]] = []
    end = -1
    for word in words(TEXT):
        if set(range(word.start, word.end)) <= covered:
            continue
        line = TEXT.count("\n", 0, word.start) + 1
        if left and TEXT[end : word.start] == " ":
            left[-1] = (line, f"{left[-1][1]} {TEXT[word.start : word.end]}")
        else:
            left.append((line, TEXT[word.start : word.end]))
        end = word.end
    assert left == LEFT_OUT


def test_the_clauses_are_in_the_order_of_the_report_and_apart() -> None:
    places = [stretch(rendering(clause).proof) for clause in CLAUSES.values()]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


# In whose words


@pytest.mark.parametrize(
    ("clause", "speech"),
    [
        ("military-channels", Speech.DIRECT),
        ("sovereignty", Speech.INDIRECT),
        ("call-on-parties", Speech.INDIRECT),
        ("defeat-of-daesh", Speech.INDIRECT),
        ("de-confliction", Speech.MIXED),
        ("southwest-syria-ceasefire", Speech.DIRECT),
        ("no-military-solution", Speech.MIXED),
        ("geneva-2254", Speech.DIRECT),
    ],
)
def test_each_clause_is_in_the_speech_that_the_report_gives_it(clause: str, speech: Speech) -> None:
    assert rendering(CLAUSES[clause]).speech is speech


def test_there_are_no_other_clauses() -> None:
    assert len(CLAUSES) == 8


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)
def test_what_is_shown_as_the_documents_words_is_inside_the_reports_quotation_marks(clause: Clause) -> None:
    for span in rendering(clause).quoted:
        start, end = stretch(span.proof)
        assert in_quotation_marks(start)
        assert '"' not in TEXT[start:end]
        assert rendering(clause).text[span.start : span.end] == TEXT[start:end]


@pytest.mark.parametrize("clause", CLAUSES.values(), ids=CLAUSES)
def test_what_is_shown_as_told_is_outside_them(clause: Clause) -> None:
    shown = rendering(clause)
    start, _ = stretch(shown.proof)
    quoted = {place for span in shown.quoted for place in range(span.start, span.end)}
    told = [place for place, char in enumerate(shown.text) if place not in quoted and char.isalnum()]
    assert not any(in_quotation_marks(start + place) for place in told)
    assert bool(told) is (shown.speech is not Speech.DIRECT)
    assert bool(quoted) is (shown.speech is not Speech.INDIRECT)


def test_every_quotation_of_the_statement_in_the_report_is_a_quoted_span() -> None:
    """Between each pair of quotation marks, every word is shown as the document's."""
    quoted = {
        place
        for clause in CLAUSES.values()
        for span in rendering(clause).quoted
        for place in range(*stretch(span.proof))
    }
    missed = [
        TEXT[word.start : word.end]
        for word in words(TEXT)
        if in_quotation_marks(word.start) and word.start not in quoted
    ]
    assert missed == []


def test_the_bracketed_insertion_is_kept_and_marked_as_the_reports() -> None:
    shown = rendering(CLAUSES["geneva-2254"])
    (insertion,) = shown.insertions
    assert shown.text[insertion.start : insertion.end] == "[UN Security Council resolution]"
    assert insertion.by is Inserter.SOURCE
    assert shown.text.endswith("pursuant to [UN Security Council resolution] UNSCR 2254.")


def test_nothing_else_is_inserted() -> None:
    assert [clause.id for clause in CLAUSES.values() if rendering(clause).insertions] == ["geneva-2254"]
    assert TEXT.count("[") == 1


@pytest.mark.parametrize(
    ("clause", "cue"),
    [
        ("military-channels", "According to the joint statement on Syria"),
        ("sovereignty", "according to a joint statement they issued following a meeting"),
        ("call-on-parties", "according to a joint statement they issued following a meeting"),
        ("southwest-syria-ceasefire", "the joint statement read"),
    ],
)
def test_the_reports_own_attribution_is_kept(clause: str, cue: str) -> None:
    shown = rendering(CLAUSES[clause]).cue
    assert shown is not None
    assert shown.exact == cue


def test_the_words_of_the_attribution_are_in_no_clause() -> None:
    for clause in CLAUSES.values():
        assert "joint statement" not in rendering(clause).text


# By whom, and what was done


@pytest.mark.parametrize(
    ("clause", "verb"),
    [
        ("military-channels", "agreed"),
        ("sovereignty", "reaffirmed"),
        ("call-on-parties", "called on"),
        ("defeat-of-daesh", "confirmed"),
        ("de-confliction", "praised"),
        ("southwest-syria-ceasefire", "reviewed"),
        ("no-military-solution", "agreed"),
        ("geneva-2254", "confirmed"),
    ],
)
def test_each_clause_is_undertaken_by_the_two_presidents_with_the_reports_verb(clause: str, verb: str) -> None:
    found = CLAUSES[clause]
    assert set(found.by) == {"da-nang-2017/putin", "da-nang-2017/trump"}
    assert found.verb == verb
    assert verb in rendering(found).text
    assert found.part is Part.BODY
    assert found.num is None


def test_the_statement_was_approved_and_not_signed() -> None:
    found = statement()
    assert found.act is Act.APPROVED
    assert found.kind is StatementKind.JOINT_STATEMENT
    assert "approved a joint statement on Syria" in [shown.exact for shown in found.evidence]
    assert "sign" not in TEXT


def test_nobody_is_a_signatory() -> None:
    places: tuple[Summit | Statement, ...] = (*DA_NANG.summits, *DA_NANG.statements)
    roles = [role for place in places for part in place.participations for role in part.roles]
    assert Role.SIGNATORY not in roles


@pytest.mark.parametrize(
    ("name", "role", "office", "bodies"),
    [
        ("putin", Role.PRINCIPAL, "President of Russia", ["ru"]),
        ("trump", Role.PRINCIPAL, "President of the United States", ["us"]),
        ("experts", Role.DRAFTER, "experts", ["ru", "us"]),
        ("lavrov", Role.COORDINATOR, "Foreign Minister of Russia", ["ru"]),
        ("tillerson", Role.COORDINATOR, "Secretary of State of the United States", ["us"]),
        ("peskov", Role.SPOKESPERSON, "Kremlin spokesman", ["ru"]),
    ],
)
def test_who_took_part_in_the_statement_and_how(name: str, role: Role, office: str, bodies: list[str]) -> None:
    part = part_of(statement(), name)
    assert (part.roles, part.office) == ((role,), office)
    assert part.acting_for == tuple(f"da-nang-2017/{body}" for body in bodies)
    assert part.evidence


def test_nobody_else_took_part_in_the_statement() -> None:
    assert len(statement().participations) == 6


@pytest.mark.parametrize(
    ("name", "role", "office"),
    [
        ("putin", Role.PRINCIPAL, "President of Russia"),
        ("trump", Role.PRINCIPAL, "President of the United States"),
        ("tran", Role.OBSERVER, "President of Vietnam"),
        ("silva", Role.REPORTER, "photographer"),
    ],
)
def test_who_was_at_the_summit_and_how(name: str, role: Role, office: str | None) -> None:
    part = part_of(SUMMITS["apec-2017"], name)
    assert (part.roles, part.office) == ((role,), office)
    assert part.evidence


def test_who_looked_on_and_who_took_the_picture_took_no_part_in_the_statement() -> None:
    parts = {part.participant.partition("/")[2] for part in statement().participations}
    assert parts.isdisjoint({"tran", "silva"})


def test_the_meeting_was_on_the_sidelines_of_apec_and_no_part_of_it() -> None:
    meeting = SUMMITS["putin-trump-2017-11-11"]
    assert statement().summit == meeting.key
    assert (meeting.margins_of, meeting.within) == ("da-nang-2017/apec-2017", None)
    assert SUMMITS["apec-2017"].series == "APEC"


@pytest.mark.parametrize("summit", SUMMITS.values(), ids=SUMMITS)
def test_where_and_when(summit: Summit) -> None:
    assert (summit.place, summit.country) == ("Da Nang", "VN")
    assert summit.date is not None
    assert summit.date.text == "2017-11-11"


def test_every_participation_is_shown_by_words_of_the_report() -> None:
    places: tuple[Summit | Statement, ...] = (*DA_NANG.summits, *DA_NANG.statements)
    assert all(part.evidence for place in places for part in place.participations)
    assert all(place.evidence for place in places)


# What it refers to


@pytest.mark.parametrize(
    ("clause", "cites"),
    [
        ("call-on-parties", {"geneva-process": "Geneva political process"}),
        (
            "southwest-syria-ceasefire",
            {
                "southwest-syria-ceasefire": "the ceasefire in southwest Syria",
                "hamburg-2017-07-07": "met in Hamburg, Germany on July 7, 2017",
            },
        ),
        ("geneva-2254", {"geneva-process": "Geneva process", "unscr-2254": "UNSCR 2254"}),
    ],
)
def test_what_a_clause_cites_and_in_which_words(clause: str, cites: dict[str, str]) -> None:
    found = {cited.instrument.partition("/")[2]: cited.words for cited in CLAUSES[clause].cites}
    assert found == cites
    assert all(said in rendering(CLAUSES[clause]).text for said in cites.values())


def test_the_other_clauses_cite_nothing() -> None:
    citing = [clause.id for clause in CLAUSES.values() if clause.cites]
    assert citing == ["call-on-parties", "southwest-syria-ceasefire", "geneva-2254"]


def test_the_meeting_in_hamburg_has_its_day() -> None:
    (hamburg,) = (instrument for instrument in DA_NANG.instruments if instrument.id == "hamburg-2017-07-07")
    assert hamburg.date is not None
    assert (hamburg.date.text, hamburg.place) == ("2017-07-07", "Hamburg")


def test_the_names_of_one_thing_are_aliases() -> None:
    assert {frozenset(alias.names) for alias in DA_NANG.aliases} == {
        frozenset({"Daesh", "ISIS"}),
        frozenset({"Da Nang", "Danang"}),
    }


def test_an_alias_never_stands_in_for_the_reports_word() -> None:
    assert "ISIS" not in TEXT
    assert not any("ISIS" in rendering(clause).text for clause in CLAUSES.values())


def test_what_the_editors_add_is_said_to_be_theirs() -> None:
    (source,) = DA_NANG.sources
    assert source.title.startswith("[")
    assert source.note is not None
    assert "inferred" in source.note
    assert source.published is not None
    assert source.published.qualifiers == ("uncertain",)
