"""The seed as it is encoded, and the report it is encoded from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui.collection.load import Library, load
from tui.model.records import Clause, Collection, Evidence, Participation, Proof, Rendering, Statement, Summit

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
