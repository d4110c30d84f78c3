"""A small collection with something of everything in it, and what its cards say."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.collection.factory import REPORT
from tui.index.catalogue import Catalogue
from tui.study.card import Card, Mark, Voice
from tui.study.record_cards import card

ROOT = Path(__file__).resolve().parents[2]

RECORDS = f"""\
participants:
  - {{id: norway, kind: state, name: Norway, code: "NO", other_names: [Norge]}}
  - {{id: ann, kind: person, name: Ann, note: A note on Ann.}}
  - {{id: bob, kind: person, name: Bob}}
sources:
  - id: paper
    kind: news-report
    publisher: The Paper
    title: The report
    language: en
    published: 2017-11-11?
    url: https://example.org/report
    file: report.txt
    sha256: {hashlib.sha256(REPORT.encode()).hexdigest()}
  - {{id: wire, kind: news-report, publisher: The Wire, title: Another report, language: fr, derived_from: paper}}
  - {{id: changed, kind: archive, publisher: P, title: T, language: en, file: report.txt, sha256: {"0" * 64}}}
instruments:
  - {{id: pact, kind: treaty, title: The pact, symbol: T/1, date: 1999}}
  - {{id: talks, kind: process, title: The talks}}
aliases:
  - {{names: [ceasefire, truce, cessation of hostilities]}}
  - {{names: ["!!!", "???"]}}
summits:
  - id: meeting
    title: The meeting
    series: G2
    date: 2017-11-11
    place: Oslo
    country: NO
    host: norway
    within: big
    participations:
      - {{participant: ann, roles: [principal, host], acting_for: [norway], office: President}}
  - {{id: big, title: The big meeting, margins_of: missing}}
  - {{id: side, title: The side meeting, margins_of: meeting}}
statements:
  - id: joint
    title: The joint statement
    kind: joint-statement
    act: approved
    date: 2017-11-11
    symbol: A/1
    summit: meeting
    languages: [en, ru]
    participations:
      - participant: ann
        roles: [principal]
        note: A note on the part.
        evidence: [{{source: paper, exact: Ann and Bob met}}]
    clauses:
      - id: ceasefire
        part: operative
        num: "3 (b)"
        by: [ann, bob]
        verb: agreed
        topics: [peace, the-south]
        note: A note on the clause.
        cites: [{{to: pact}}, {{to: lost}}]
        renderings:
          - source: paper
            speech: direct
            authority: agency
            text: The parties agreed to maintain the ceasefire in the south
            cue: {{exact: the joint statement read}}
            note: A note on the wording.
          - {{source: wire, speech: indirect, authority: back-translation, text: Les parties ont convenu}}
      - id: efforts
        part: body
        renderings:
          - source: paper
            speech: mixed
            authority: agency
            text: praised the "successful efforts" of the experts, which "can't fail", and [sic] the «long» talks
            quoted: [{{exact: successful efforts}}, {{exact: can't fail}}]
            insertions: [{{exact: "[sic]", by: source}}]
      - {{id: wrong, part: body, renderings: [{{source: paper, speech: direct, authority: agency, text: Not there}}]}}
      - {{id: gone, part: body, renderings: [{{source: nowhere, speech: indirect, authority: agency, text: x}}]}}
      - {{id: changed, part: body, renderings: [{{source: changed, speech: direct, authority: agency, text: Ann}}]}}
"""


def read(catalogue: Catalogue, address: str) -> Card:
    (record,) = catalogue.find(address)
    return card(catalogue, record)


def facts(shown: Card, label: str) -> list[str]:
    return [fact.text for fact in shown.facts if fact.label == label]


def marks(shown: Card, label: str) -> list[Mark | None]:
    return [fact.mark for fact in shown.facts if fact.label == label]


def voiced(shown: Card) -> list[tuple[str, Voice]]:
    return [(shown.text[part.start : part.end], part.voice) for part in shown.stretches]
