"""A verdict in a line: its name, and what it says. It says no more of the document than is known."""

from __future__ import annotations

from typing import Final

from tui.model.vocabulary import ProofState
from tui.study.difference.pieces import Change, Piece
from tui.study.difference.pieces import Kind as Matter
from tui.study.verify.answer import MEANINGS, Answer, Place, Verdict
from tui.study.verify.examined import Compared
from tui.text.counting import counted
from tui.text.words import words

_MOVED: Final = "moved"
_ITS: Final = {
    frozenset({Matter.STYLE}): "its capitals or punctuation are not",
    frozenset({Matter.ORDER}): "the names stand in another order",
    frozenset({_MOVED}): "they stand in another order",
}
_NAMED: Final = {
    Matter.STYLE: "capitals or punctuation",
    Matter.SPELLING: "spelling",
    Matter.ORDER: "the order of names",
    _MOVED: "the order of words",
}
_IN_SPELLING: Final = "the words are the document's in another spelling"
_CUT: Final = "it begins or ends inside of a word or expression"
_DENIED: Final = "an ellipsis leaves out a negation"
_NOT_PROVED: Final = "the collection has these words, but its source does not; they are not proved"
_EDITORS: Final = "these are the editors' own words, summing the document up; they are not the document's"
_OF_THE_SOURCE: Final = {
    Verdict.ALIAS: "another name stands in the place of the source's",
    Verdict.ALTERED: "the source has other words here",
    Verdict.TRUNCATED: "a list of the source is cut short",
}
"""What is said where the words that are nearest are not the document's, or not all of them."""
_CLAIMED: Final = "these are the words of another source than the one that is claimed"


def headline(answer: Answer) -> str:
    """Return the verdict in a line: its name and what it says."""
    said = MEANINGS[answer.verdict]
    if not answer.own:
        said = _OF_THE_SOURCE.get(answer.verdict, said)
    if answer.verdict is Verdict.TOO_SHORT:
        said = _of_one_word(answer)
    elif answer.claimed:
        said = _CLAIMED
    elif answer.verdict is Verdict.REPORTED and any(place.rendering.editorial for place in answer.places):
        said = _EDITORS
    elif answer.verdict is Verdict.ALTERED:
        said = _of_matters(answer) or said
    elif answer.verdict is Verdict.REPORTED and any(_failed(place) for place in answer.places):
        said = _NOT_PROVED
    elif answer.verdict is Verdict.NOT_FOUND and answer.agree:
        said = f"{said}; the nearest agrees in {answer.agree} % of the words"
    return f"{answer.verdict.label}: {said}"


def _failed(place: Place) -> bool:
    return place.rendering.standing is ProofState.FAILED


def _of_one_word(answer: Answer) -> str:
    if not answer.found:
        return "there are no words in it"
    wordings = len(answer.others) + answer.more
    return f"one word proves nothing; it was found {counted(answer.found, 'time')}, in {counted(wordings, 'wording')}"


def _of_matters(answer: Answer) -> str | None:
    """Say in what an altered quotation differs, where it has no word more or less and no other one."""
    matters = {_matter(one, piece) for one in answer.compared for piece in one.differing}
    if not matters:
        return _DENIED if answer.missing else _CUT
    if not matters <= _NAMED.keys():
        return None
    named = " and ".join(name for matter, name in _NAMED.items() if matter in matters)
    if not answer.own:
        return f"nothing differs but {named}"
    if matters == {Matter.SPELLING}:
        return _IN_SPELLING
    return f"the words are the document's; {_ITS.get(frozenset(matters)) or f'nothing differs but {named}'}"


def _matter(compared: Compared, piece: Piece) -> str:
    """What a difference is about: signs without a word are no words, whatever they mean."""
    if piece.kind is not Matter.SUBSTANTIVE:
        return piece.kind or Matter.STYLE
    if piece.change is Change.MOVED:
        return _MOVED
    return piece.kind if _has_words(compared, piece) else Matter.STYLE


def _has_words(compared: Compared, piece: Piece) -> bool:
    return bool(words(compared.left[slice(*piece.left)]) or words(compared.right[slice(*piece.right)]))
