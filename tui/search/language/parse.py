"""Any text -> a query. Nothing is an error: what cannot be taken as written is left out or is text, and is told."""

from __future__ import annotations

import re
from typing import Final

from tui.search.language import notices as say
from tui.search.language.date_range import DateRange, is_turned, may_become_a_date
from tui.search.language.fields import FIELDS
from tui.search.language.regex import MOST, RegexError, compile_regex
from tui.search.language.scan import Item, Kind, Token, scan
from tui.search.language.tree import (
    Alternative,
    Atom,
    DateIn,
    Edge,
    ExactWord,
    FieldValues,
    Fuzzy,
    FuzzyPhrase,
    Group,
    Near,
    Phrase,
    Place,
    Query,
    Regex,
    Sort,
)
from tui.search.language.values import trimmed, unquoted, values_meant
from tui.search.query import MOST_CHARACTERS
from tui.text.words import words

_NAME: Final = re.compile(r"([A-Za-z]+):(?!//)[^\s]")


def parse(text: str) -> Query:
    """Return the query that any text writes, of its first 10,000 characters. Never raises.

    Takes time in proportion to the length.
    """
    return _Parser(text).query()


class _Parser:
    """Reads one text."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._text = text[:MOST_CHARACTERS]
        self._notices = say.Notices()
        self._patterns: dict[str, str | None] = {}  # what is wrong with each, if anything
        self._sort: tuple[Sort, Token] | None = None
        self._last: Token | None = None  # of words, which may still be being typed

    def query(self) -> Query:
        tokens = scan(self._text)
        if self._length > MOST_CHARACTERS:
            self._notices.add(lambda: f"the query was cut to its first {MOST_CHARACTERS:,} characters")
        groups: list[Group] = []
        bare: list[Token] = []
        grouped = _grouped(tokens)
        if tokens and self._text[-1:].strip() and tokens[-1].kind is not Kind.OR:
            self._last = _last_of_words(grouped)
        for members in grouped:
            read = [(token, atom) for token in members if (atom := self._atom(token)) is not None]
            if len(read) == 1 and isinstance(read[0][1], Fuzzy):
                bare.append(read[0][0])
            elif read:
                groups.append(Group(tuple(self._alternative(token, atom) for token, atom in read)))
        if bare:
            groups.insert(0, Group((self._joined(bare),)))
        sort = self._sort[0] if self._sort else None
        told = self._notices.texts()
        if tokens and not (groups or sort or told):
            told = ("nothing to search for: the query has no letters or digits",)
        return Query(tuple(groups), sort, told)

    def _joined(self, bare: list[Token]) -> Alternative:
        places: tuple[Place, ...] = tuple((token.start, token.end) for token in bare)
        return Alternative(
            Fuzzy(" ".join(token.body for token in bare)), places=places, unfinished=self._unfinished(bare[-1])
        )

    def _alternative(self, token: Token, atom: Atom) -> Alternative:
        return Alternative(atom, token.negated, ((token.start, token.end),), self._unfinished(token))

    def _unfinished(self, token: Token) -> bool:
        """Whether the last word of this token may still be being typed."""
        if self._length > MOST_CHARACTERS or token.closed or token.kind is Kind.REGEX:
            return False
        if token.kind is Kind.FIELD:
            item = token.unfinished_value(self._length)
            return item is not None and all(item.text != other.text for other in token.items[:-1])
        if token is not self._last and token.end != self._length:
            return False
        found = words(token.body)
        return bool(found) and found[-1].end == len(token.body)

    def _atom(self, token: Token) -> Atom | None:
        match token.kind:
            case Kind.BARE:
                return self._bare(token)
            case Kind.FIELD:
                return self._field(token)
            case Kind.REGEX:
                return self._regex(token.body)
        text = trimmed(token.body)
        if not text:
            if token.body.strip():
                self._notices.add(lambda: say.wordless(self._typed(token)))
            return None
        return ExactWord(text) if token.kind is Kind.WORD else _quotation(token, text)

    def _bare(self, token: Token) -> Atom | None:
        body = token.body
        # Letters and digits of ASCII are a word: no need to look.
        if not (body.isascii() and body.isalnum()) and not words(body):
            return None
        if body[0] == "^" or body[-1] == "$":
            return Edge(trimmed(unquoted(body)), body[0] == "^", body[-1] == "$")
        if name := _NAME.match(body):
            self._notices.hint(lambda: say.unknown_field(name[1], body))
        # As in fzf, what is excluded is excluded exactly: a misspelling of it may be what is looked for.
        return ExactWord(trimmed(body)) if token.negated else Fuzzy(body)

    def _regex(self, pattern: str) -> Atom | None:
        reason = self._wrong_with(pattern)
        if reason is None:
            return Regex(pattern)
        text = trimmed(unquoted(pattern))
        self._notices.add(lambda: say.no_pattern(pattern, reason) if text else say.wordless(f"/{pattern}/"))
        return Phrase(text) if text else None

    def _wrong_with(self, pattern: str) -> str | None:
        if pattern not in self._patterns:
            if len(self._patterns) == MOST:
                return f"no more than {MOST} are tried"
            try:
                compile_regex(pattern)
            except RegexError as error:
                self._patterns[pattern] = str(error)
            else:
                self._patterns[pattern] = None
        return self._patterns[pattern]

    def _field(self, token: Token) -> Atom | None:
        values = dict.fromkeys(value for item in token.items for value in self._values(token, item))
        if not token.items:
            self._notices.add(lambda: say.no_value(FIELDS[token.name]))
        if not values:
            return None
        if token.name == "sort":
            self._order(token, [Sort(value) for value in values])
            return None
        if token.name == "date":
            return DateIn(tuple(DateRange.parse(value) for value in values))
        return FieldValues(token.name, tuple(values))

    def _values(self, token: Token, item: Item) -> tuple[str, ...]:
        unfinished = item is token.unfinished_value(self._length)
        values = values_meant(token.name, item.text, unfinished=unfinished)
        if not values:
            self._notices.add(lambda: _complaint(token, item, unfinished=unfinished))
        elif token.name == "date" and is_turned(item.text):
            self._notices.add(lambda: say.turned_date(item.text, values[0]))
        return values

    def _order(self, token: Token, sorts: list[Sort]) -> None:
        if token.negated:
            self._notices.add(lambda: say.negated_sort(self._typed(token)))
            return
        earlier = self._sort[1] if self._sort else None
        if earlier is not None:
            self._notices.add(lambda: say.second_sort(self._typed(earlier)))
        if len(sorts) > 1:
            self._notices.add(lambda: say.second_sort(f"sort:{','.join(sorts[:-1])}"))
        self._sort = sorts[-1], token

    def _typed(self, token: Token) -> str:
        return self._text[token.start : token.end]


def _grouped(tokens: list[Token]) -> list[list[Token]]:
    """The tokens between which `|` stands, together; one before or after all of them joins nothing."""
    groups: list[list[Token]] = []
    joins = False
    for token in tokens:
        if token.kind is Kind.OR:
            joins = bool(groups)
        elif joins:
            groups[-1].append(token)
            joins = False
        else:
            groups.append([token])
    return groups


def _quotation(token: Token, text: str) -> Atom:
    if token.sign == "~":
        return FuzzyPhrase(text)
    if token.sign == "^" or token.suffix:
        return Edge(text, token.sign == "^", bool(token.suffix))
    return Phrase(text) if token.within is None else Near(text, token.within)


def _last_of_words(grouped: list[list[Token]]) -> Token | None:
    """The last token of words, when nothing comes after it but fields and what is excluded."""
    for members in reversed(grouped):
        if not all(map(_is_aside, members)):
            return None if _is_aside(members[-1]) else members[-1]
    return None


def _is_aside(token: Token) -> bool:
    """Whether a token has no words to be looked for: a field, what is excluded, or the sign that may begin that."""
    return token.kind is Kind.FIELD or token.negated or (token.kind is Kind.BARE and token.body in ("-", "!"))


def _complaint(token: Token, item: Item, *, unfinished: bool) -> str:
    field = FIELDS[token.name]
    if unfinished and not item.text.strip():
        return say.no_value(field)
    if field.values is not None:
        return say.unknown_value(field, item.text)
    if field.name == "date":
        return say.no_value(field) if unfinished and may_become_a_date(item.text) else say.unreadable_date(item.text)
    return say.wordless_value(field, item.text)
