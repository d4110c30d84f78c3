"""What a reader should know of whose words those are that a quotation has: the document's, or told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.study.card import Voice
from tui.study.verify.answer import Verdict
from tui.study.verify.examined import Examined


def of_voices(parts: Sequence[Examined], verdict: Verdict) -> Iterator[str]:
    """Yield what to beware of; `parts` are the passages of a quotation, one where it is from one place."""
    reported, told = any(part.reported for part in parts), all(part.told for part in parts)
    if reported and not told:
        own = "”, “".join(dict.fromkeys(said for part in parts for said in _own_words(part)))
        yield f"of these, the document's own words are “{own}”; the others are told of it"
    if told and verdict is not Verdict.REPORTED:
        yield "what is nearest is told of the document; it is not in its own words"


def all_own(parts: Sequence[Examined]) -> bool:
    """Whether all words of the passages are the document's, as far as is known."""
    return not any(part.reported or part.told for part in parts)


def _own_words(best: Examined) -> Iterator[str]:
    """The stretches of a quotation that the document says itself."""
    run: list[tuple[int, int]] = []
    for word, voice in zip(best.extract.words, best.extract.voices, strict=True):
        inside = any(one.start <= word.start and word.end <= one.end for one in best.compared)
        if inside and voice is Voice.DOCUMENT:
            run.append((word.start, word.end))
        elif run:
            yield best.extract.text[run[0][0] : run[-1][1]]
            run = []
    if run:
        yield best.extract.text[run[0][0] : run[-1][1]]
