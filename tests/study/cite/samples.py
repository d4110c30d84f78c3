"""References to be written: from a small collection with every kind of source, and of any text at all."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from tui.collection.load import load
from tui.index.catalogue import Catalogue
from tui.model.dates import EdtfDate
from tui.study.cite.reference import Cited, Event, Publication, Reference, Work

CONTENT = Path(__file__).parents[3] / "content"
BUNDLED = "da-nang-2017/joint-statement"

OFFICIAL = """\
participants:
  - {id: ann, kind: person, name: Ann Lee}
  - {id: bob, kind: person, name: Bob Ray}
  - {id: cem, kind: person, name: Cem Su}
  - {id: dora, kind: person, name: Dora Yu}
sources:
  - {id: gazette, kind: official-text, publisher: State Gazette, title: Ford declaration, language: en,
     published: 1998-11-02, url: "https://gazette.example/1998/7?a=1&b=2#top"}
  - {id: russian, kind: translation, publisher: Ministry, title: Декларация, language: ru, derived_from: gazette}
  - {id: herald, kind: news-report, publisher: Ford Herald, title: "Mayors say \\"never\\" to tolls", language: en,
     published: 1998-10, url: "https://herald.example/tolls"}
  - {id: minutes, kind: transcript, publisher: Clerk, title: "[Notes of the clerk]", language: en}
summits:
  - {id: ford, title: Meeting of the mayors, date: 1998-10~, place: Ford, country: GB}
statements:
  - id: declaration
    title: Ford declaration
    kind: declaration
    act: signed
    date: 1998-10-30
    summit: ford
    symbol: FD/1998/7
    participations:
      - {participant: dora, roles: [host]}
      - {participant: ann, roles: [signatory, principal]}
      - {participant: bob, roles: [signatory]}
    clauses:
      - id: tolls
        part: operative
        num: 3 (b)
        renderings:
          - {source: gazette, speech: direct, authority: authentic,
             text: "Tolls shall not return, ever - and no fees & dues."}
          - {source: russian, speech: direct, authority: official-translation, text: Сборов не будет.}
          - {source: herald, speech: mixed, authority: agency, text: "The mayors said \\"never\\" to tolls.",
             quoted: [{exact: never}]}
      - id: talk
        part: body
        renderings:
          - {source: minutes, speech: indirect, authority: unofficial, text: The mayors talked of the bridge.}
      - id: hope
        part: preambular
        renderings:
          - {source: herald, speech: indirect, authority: editorial, text: The mayors hope for the best.}
  - {id: bare, title: "[Agreement on wells]", kind: agreement}
  - id: many
    title: Pact of four
    kind: treaty
    participations:
      - {participant: ann, roles: [principal]}
      - {participant: bob, roles: [principal]}
      - {participant: cem, roles: [principal]}
      - {participant: dora, roles: [principal]}
    clauses:
      - id: one
        part: body
        renderings:
          - {source: herald, speech: direct, authority: agency, text: We four agree.}
"""


def bundled() -> Catalogue:
    """The bundled collection of Da Nang: one statement, known from one news report."""
    return Catalogue.of(load([CONTENT / "da-nang-2017"]).collections)


def track() -> Catalogue:
    """All that is bundled: most of it in the editors' words, with the pages that show it."""
    return Catalogue.of(load([CONTENT]).collections)


def official(folder: Path) -> Catalogue:
    """The collection above, written into `folder`."""
    (folder / "collection.yaml").write_text("{format: 1, id: ford, title: Ford}\n")
    (folder / "records.yaml").write_text(OFFICIAL)
    library = load([folder])
    assert [problem.message for problem in library.problems if "file" not in problem.message] == []
    return Catalogue.of(library.collections)


def _dates() -> st.SearchStrategy[EdtfDate]:
    single = st.tuples(
        st.sampled_from(
            ["2017", "2017-11", "2017-11-11", "0987-02-03", "2017-22", "201X", "19XX", "2017-XX", "2017-11-XX"]
        ),
        st.sampled_from(["", "?", "~", "%"]),
    ).map("".join)
    spans = st.sampled_from(
        ["2017-11-10/2017-11-12", "2017-11-30/2017-12-01", "2016/2018", "../2017", "2017/..", "/2017-11", "2017/"]
    )
    moments = st.just("2017-11-11T14:30+07:00")
    return st.one_of(single, spans, moments).map(EdtfDate.parse)


DATES = _dates()
TEXTS = st.text(min_size=1, max_size=60, alphabet=st.characters(codec=None, max_codepoint=0x10FFEF)).filter(
    lambda text: text.strip() != ""
)
"""Any text; the last sixteen letters, which nobody uses, are kept by the tests' own reader of LaTeX."""
"""Any text at all: control characters, lone surrogates, every script."""

URLS = st.text(min_size=1, max_size=30).map(lambda text: "https://a.example/" + "".join(text.split()))

WORKS = st.builds(
    Work,
    title=TEXTS,
    kind=st.sampled_from(["joint statement", "treaty"]),
    act=st.sampled_from([None, "signed", "approved"]),
    date=st.none() | DATES,
    names=st.lists(TEXTS, max_size=5).map(tuple),
    symbol=st.none() | TEXTS,
    event=st.none() | st.builds(Event, title=TEXTS, place=st.none() | TEXTS, date=st.none() | DATES),
)
PUBLICATIONS = st.builds(
    Publication,
    title=TEXTS,
    publisher=TEXTS,
    kind=st.sampled_from(["news report", "official text"]),
    language=st.sampled_from(["en", "zh-Hant"]),
    is_news=st.booleans(),
    date=st.none() | DATES,
    url=st.none() | URLS,
)
REFERENCES = st.builds(
    Reference,
    key=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?:[a-z0-9]+:[a-z0-9]+", fullmatch=True),
    address=st.just("a/b#c"),
    cited=st.sampled_from(Cited),
    publication=PUBLICATIONS,
    work=st.none() | WORKS,
    relation=st.sampled_from(["quoting", "reporting"]),
    num=st.none() | TEXTS,
    part=st.sampled_from([None, "preambular"]),
    notes=st.lists(TEXTS, max_size=2).map(tuple),
)
