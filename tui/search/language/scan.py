"""The signs of a query: where each token begins and ends, and what marks it. Nothing is judged here.

Every character is looked at a fixed number of times: what searches for a closing mark takes in all it searched.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import Final, NamedTuple

from tui.search.language.fields import FIELDS

QUOTES: Final = '"“”„‟«»＂'
"""Any of these opens a phrase, and any closes it."""
APOSTROPHES: Final = "'‘’‚‛＇"
"""Any of these before a word opens it, and any after it closes it."""

_SPACE: Final = re.compile(r"\s*")
# Most words: nothing in them can be a sign, and nothing that is no space follows.
_SIGNLESS: Final = re.compile(r"[^\W_]++(?![^\s|])")
_RUN: Final = re.compile(r"[^\s|]*")
_ITEM: Final = re.compile(r"[^\s|,]*")
_QUOTE: Final = re.compile(f"[{QUOTES}]")
_NAME: Final = re.compile(r"([A-Za-z]+):")
_NEARNESS: Final = re.compile(r"~([0-9]{1,3})(?![^\s|])")
_PATTERN: Final = re.compile(r"/((?:\\.|[^\\/]|/(?![\s|]|\Z))*(?:\\\Z)?)(/?)", re.DOTALL)
# The last word of a phrase in single marks, and what follows the closing one.
_CLOSED: Final = re.compile(rf"([^\s|]*)[{APOSTROPHES}][.,;:!?…)]*")
# After a closing quote these are a hyphen or punctuation, no negation.
_GLUED: Final = re.compile(r"[-!]*")


class Kind(Enum):
    """What a token is."""

    OR = auto()
    BARE = auto()
    WORD = auto()
    QUOTED = auto()
    REGEX = auto()
    FIELD = auto()


class Item(NamedTuple):
    """A value of a field as typed: its text without quotes, and its place with them; `closed` by a quote or not."""

    text: str
    start: int
    end: int
    closed: bool

    @property
    def is_open(self) -> bool:
        """Whether it begins with a quote that nothing closes."""
        return not self.closed and len(self.text) < self.end - self.start


class Token(NamedTuple):
    """A token: its place `[start, end)`, with any negation; and its `body`, without marks.

    `closed`: a closing mark ends the body. `sign` stands before a quotation (`~` or `^`), `suffix` after it (`$`);
    `within` is the number of `~4`. A field has its `name`, in place of a body its `items`, and `list_end`, where an
    item can be added.
    """

    kind: Kind
    start: int
    end: int
    body: str = ""
    negated: bool = False
    closed: bool = False
    sign: str = ""
    suffix: str = ""
    within: int | None = None
    name: str = ""
    items: tuple[Item, ...] = ()
    list_end: int = 0

    def unfinished_value(self, length: int) -> Item | None:
        """Return the value in which a text of this `length` ends and which nothing closes; one excluded is whole."""
        last = self.items[-1] if self.items and not self.negated else None
        return last if last and not last.closed and last.end == length else None


def scan(text: str) -> list[Token]:
    """Return the tokens of any text, in order; they do not overlap, and only white space is in none."""
    tokens: list[Token] = []
    position = _past(_SPACE, text, 0)
    while position < len(text):
        bar = text[position] == "|"
        token = Token(Kind.OR, position, position + 1) if bar else _token(text, position)
        tokens.append(token)
        position = _past(_SPACE, text, token.end)
    return tokens


def _past(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _token(text: str, start: int) -> Token:
    if word := _SIGNLESS.match(text, start):
        return Token(Kind.BARE, start, word.end(), word[0])
    negated = _negates(text, start)
    body = start + negated
    head, follower = text[body], text[body + 1 : body + 2]
    if head in QUOTES:
        return _quoted(text, start, body, "")
    if head in "~^" and follower and follower in QUOTES:
        return _quoted(text, start, body + 1, head)
    if head == "/" and follower and not follower.isspace() and follower not in "/|":
        return _regex(text, start, body)
    if (found := _NAME.match(text, body)) and (name := found[1].lower()) in FIELDS:
        return _field(text, start, found.end(), name)
    if head in APOSTROPHES:
        return _marked(text, start, body)
    end = _past(_RUN, text, body)
    return Token(Kind.BARE, start, end, text[body:end], negated)


def _marked(text: str, start: int, mark: int) -> Token:
    """A word after a single mark; or, where a later word has the closing one, the phrase that they are the ends of."""
    end = _past(_RUN, text, mark)
    closed = text[end - 1] in APOSTROPHES and end - 1 > mark
    if not closed and end > mark + 1 and (phrase := _phrase_end(text, end)):
        return Token(Kind.QUOTED, start, phrase[1], text[mark + 1 : phrase[0]], start < mark, True)
    return Token(Kind.WORD, start, end, text[mark + 1 : end - closed], start < mark, closed)


def _phrase_end(text: str, position: int) -> tuple[int, int] | None:
    """Where the phrase ends whose first word ends at `position`, and the place after its mark and punctuation.

    None where another mark opens before one closes: each place is looked at from one opening mark only.
    """
    while True:
        position = _past(_SPACE, text, position)
        end = _past(_RUN, text, position)
        run = text[position:end]
        if not run or run[0] in APOSTROPHES or _QUOTE.search(run):
            return None
        if found := _CLOSED.fullmatch(run):
            return position + len(found[1]), end
        position = end


def _negates(text: str, start: int) -> bool:
    """Whether a token begins with a negation: not in `-5`, nor where a dash stands alone."""
    mark, follower = text[start], text[start + 1 : start + 2]
    if mark not in "-!" or not follower or follower.isspace() or follower in "-!|":
        return False
    return mark == "!" or unicodedata.category(follower)[0] != "N"


def _quotation(text: str, quote: int) -> tuple[str, int, bool]:
    """What the quote at `quote` opens: the words, the place after the closing one, whether there is one."""
    if found := _QUOTE.search(text, quote + 1):
        return text[quote + 1 : found.start()], found.end(), True
    return text[quote + 1 :], len(text), False


def _quoted(text: str, start: int, quote: int, sign: str) -> Token:
    body, end, closed = _quotation(text, quote)
    negated, suffix, within = text[start] in "-!", "", None
    if closed and not sign and (found := _NEARNESS.match(text, end)):
        within, end = int(found[1]), found.end()
    elif closed and sign != "~" and text[end : end + 1] == "$" and _at_boundary(text, end + 1):
        suffix, end = "$", end + 1
    if closed:
        end = _past(_GLUED, text, end)
    return Token(Kind.QUOTED, start, end, body, negated, closed, sign, suffix, within)


def _at_boundary(text: str, position: int) -> bool:
    return position == len(text) or text[position].isspace() or text[position] == "|"


def _regex(text: str, start: int, slash: int) -> Token:
    found = _PATTERN.match(text, slash)
    assert found is not None  # the pattern takes anything after a slash
    return Token(Kind.REGEX, start, found.end(), found[1], slash > start, bool(found[2]))


def _field(text: str, start: int, position: int, name: str) -> Token:
    items: list[Item] = []
    while True:
        item = _item(text, position)
        if item.end > item.start:
            items.append(item)
        position = item.end
        if text[position : position + 1] != ",":
            break
        position += 1
    end = _past(_GLUED, text, position) if items and items[-1].closed and items[-1].end == position else position
    return Token(Kind.FIELD, start, end, "", text[start] in "-!", name=name, items=tuple(items), list_end=position)


def _item(text: str, start: int) -> Item:
    if text[start : start + 1] and text[start] in QUOTES:
        body, end, closed = _quotation(text, start)
        return Item(body, start, end, closed)
    end = _past(_ITEM, text, start)
    return Item(text[start:end], start, end, False)
