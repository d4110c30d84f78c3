"""Collections written by hand: a small sound one, one with mistakes in it, and one that attacks the terminal."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

REPORT: Final = "🕊 Đà Nẵng, ce soir. « Les Présidents réaffirment leur attachement à la paix », dit le texte.\n"
PEACE: Final = "🕊 Đà Nẵng, ce soir. « Les Présidents réaffirment leur attachement à la paix »"

_SOUND: Final = f"""\
participants:
  - {{id: host, kind: person, name: Ana Ruiz}}
sources:
  - id: paper
    kind: news-report
    publisher: Le Papier
    title: Le soir
    language: fr
    file: report.txt
    sha256: {hashlib.sha256(REPORT.encode()).hexdigest()}
summits:
  - id: dinner
    title: The dinner
    date: 2018-05-04
    participations:
      - {{participant: host, roles: [host]}}
statements:
  - id: toast
    title: The toast
    kind: communique
    act: issued
    date: 2018-05-04
    summit: dinner
    clauses:
      - id: peace
        part: body
        by: [host]
        renderings:
          - {{source: paper, speech: indirect, authority: agency, text: "{PEACE}"}}
"""

_MISTAKES: Final = """\
instruments:
  - {id: pact, kind: treaty, tittle: The pact}
statements:
  - id: mistakes
    title: Mistakes
    kind: communique
    summit: diner
    clauses:
      - id: not-there
        part: body
        renderings:
          - {source: paper, speech: direct, authority: agency, text: Words that no source has}
"""

ATTACK: Final = "\x1b]0;owned\x07\x1b[8;13;37t\x9b2J\u202eeltit\u2066"
"""A new window title, a resized window, a cleared screen by the one-byte CSI, letters in reverse."""

MARKUP: Final = "[b]bold[/b] [sic] [/red] [link=file:///]"

WORDS: Final = f"We agree {ATTACK} to {MARKUP} and to peace."

RAW: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What may never reach a terminal or a pipe as it is."""


def sound(folder: Path) -> Path:
    """Write a collection without a problem: small-2018, with one clause."""
    folder.mkdir(parents=True)
    (folder / "collection.yaml").write_text("format: 1\nid: small-2018\ntitle: Small\n", "utf-8")
    (folder / "records.yaml").write_text(_SOUND, "utf-8")
    (folder / "report.txt").write_text(REPORT, "utf-8", newline="")
    return folder


def mistaken(folder: Path) -> Path:
    """Write the same with a file full of mistakes: a misspelt key, an undefined summit, words without a source."""
    sound(folder)
    (folder / "mistakes.yaml").write_text(_MISTAKES, "utf-8")
    return folder


def hostile(folder: Path) -> Path:
    """Write a collection with an attack in every field that takes one, in its ids and in the name of a file."""
    folder.mkdir(parents=True)
    evil = _quoted(f"Evil {ATTACK} {MARKUP}")
    (folder / "collection.yaml").write_text(
        f"format: 1\nid: evil\ntitle: {evil}\ndescription: {evil}\nlicence: {evil}\nnote: {evil}\n", "utf-8"
    )
    (folder / "source.txt").write_text(WORDS, "utf-8", newline="")
    (folder / "rec\x1b[2J\u202eords.yaml").write_text(
        f"""\
sources:
  - {{id: s, kind: news-report, publisher: {evil}, title: {evil}, language: en, file: source.txt, note: {evil}}}
participants:
  - {{id: p, kind: person, name: {evil}, other_names: [{evil}], note: {evil}}}
  - {{id: {evil}, kind: person, name: Nobody}}
instruments:
  - {{id: i, kind: treaty, title: {evil}, symbol: {evil}, place: {evil}, note: {evil}}}
aliases:
  - {{names: [peace, {evil}]}}
summits:
  - id: m
    title: {evil}
    series: {evil}
    place: {evil}
    note: {evil}
    participations: &parts
      - participant: p
        roles: [host]
        office: {evil}
        note: {evil}
        evidence: [{{source: s, exact: {_quoted(ATTACK)}}}]
statements:
  - id: st
    title: {evil}
    kind: communique
    summit: m
    symbol: {evil}
    note: {evil}
    participations: *parts
    clauses:
      - id: c
        part: body
        num: {evil}
        by: [p, {evil}]
      - id: {evil}
        part: body
      - id: words
        part: body
        num: {evil}
        by: [p]
        verb: {evil}
        cites: [{{to: i, words: {_quoted(ATTACK)}}}]
        note: {evil}
        renderings:
          - {{source: s, speech: direct, authority: agency, text: {_quoted(WORDS)}, note: {evil}}}
""",
        "utf-8",
    )
    return folder


def _quoted(text: str) -> str:
    """Return `text` as YAML, what cannot be typed written as escapes."""
    return '"' + RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + '"'
