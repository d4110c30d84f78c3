"""Two small collections, of which much in the second refers to nothing, and what is left of them to be read."""

from __future__ import annotations

from typing import Any

from tui.index.catalogue import Catalogue, Scope

SYRIA = """\
participants:
  - {id: russia, kind: state, name: Russia}
  - {id: usa, kind: state, name: United States}
  - {id: vietnam, kind: state, name: Vietnam}
  - {id: putin, kind: person, name: Vladimir Putin}
  - {id: trump, kind: person, name: Donald Trump}
  - {id: lavrov, kind: person, name: Sergey Lavrov}
  - {id: tran, kind: person, name: Tran Dai Quang}
  - {id: nobody, kind: person, name: Nobody}
sources:
  - {id: wire, kind: news-report, publisher: Wire, title: Report, language: en}
instruments:
  - {id: pact, kind: treaty, title: Pact}
aliases:
  - {names: [Da Nang, Danang]}
summits:
  - {id: undated, title: Undated}
  - id: danang
    title: Da Nang
    date: 2017-11-11
    participations:
      - {participant: putin, roles: [principal], acting_for: [russia], office: President}
      - {participant: tran, roles: [observer], acting_for: [vietnam], office: President of Vietnam}
  - {id: hamburg, title: Hamburg, date: 2017-07}
statements:
  - id: later
    title: Later
    kind: readout
    date: 2018
    summit: danang
    participations:
      - {participant: lavrov, roles: [spokesperson], acting_for: [russia], office: Spokesman}
    clauses: []
  - id: joint
    title: Joint
    kind: joint-statement
    date: 2017-11-11
    summit: danang
    participations:
      - {participant: lavrov, roles: [coordinator], acting_for: [russia], office: Foreign Minister}
      - {participant: putin, roles: [principal, host], acting_for: [russia], office: President}
    clauses:
      - id: one
        part: body
        by: [putin, trump]
        renderings: [&r {source: wire, speech: indirect, authority: agency, text: x}]
      - {id: two, part: body, by: [trump], renderings: [*r]}
  - id: alone
    title: Alone
    kind: readout
    date: 2016
    clauses:
      - {id: one, part: body, by: [trump], renderings: [*r]}
"""


ASTANA = """\
participants:
  - {id: russia, kind: state, name: The Russian Federation}
summits:
  - {id: danang, title: Another Da Nang, date: 2017-08}
statements:
  - id: joint
    title: Astana
    kind: communique
    date: 2017-12
    summit: missing
    participations:
      - {participant: ghost, roles: [guarantor], acting_for: [phantom]}
    clauses:
      - id: one
        part: body
        by: [ghost]
        cites: [{to: lost}]
        renderings: [{source: gone, speech: indirect, authority: agency, text: x}]
"""


def clauses(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [clause.address for clause in catalogue.clauses(Scope(**scope))]


def statements(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [statement.key for statement in catalogue.statements(Scope(**scope))]


def summits(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [summit.key for summit in catalogue.summits(Scope(**scope))]


def people(catalogue: Catalogue, **scope: Any) -> list[str]:
    return [part.participant.key for part in catalogue.parts(Scope(**scope))]
