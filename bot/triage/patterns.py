"""The little language of nlu_data/<lang>/phrases.yml, compiled: one line is one pattern, its parts separated by spaces.

    word         this word, folded like the text (case, accents, spelling variants do not matter)
    a|b|c_d      any of these; an underscore joins the words of an alternative that has several
    {name}       any entry of the list `name` of the same file
    part?        may be missing
    ki*  *ki     a word that starts or ends so; *ki* one that holds it
    ~  ~5        up to 2 (or 5) words between, none of them a negation and no sentence ending among them
    ^  $         the text's start, the text's end; `word|$` as the last part is the word or the text's end
    !            (first on the line) do not look for a negation before the match
    # ...        a comment

In scripts written without spaces every character counts as a word, so a gap is counted in characters there.
docs/triage.md tells how to add patterns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.triage.text import SENTENCE, Token, tokens_of_ours

DEFAULT_GAP = 2
LONGEST_GAP = 16
# A shorter beginning, ending or part would match half the language ("هههه*" is squeezed to "ه*").
SHORTEST_WORD_PART = 2


class BadPattern(ValueError):
    """A line of phrases.yml that means nothing; the text names the line."""


@dataclass(frozen=True, slots=True)
class Words:
    """What one token may be."""

    exact: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()

    def match(self, token: Token) -> bool:
        """Whether one of the token's readings is one of these."""
        for form in token.forms:
            if form in self.exact:
                return True
            if self.prefixes and form.startswith(self.prefixes):
                return True
            if self.suffixes and form.endswith(self.suffixes):
                return True
            if self.holds and any(part in form for part in self.holds):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a pattern: alternatives (each a run of words; also the text's end when `or_end`), or a gap of up to `gap` words."""

    alternatives: tuple[tuple[Words, ...], ...] = ()
    optional: bool = False
    gap: int = 0
    or_end: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled line. `anchor` is the part that is looked up first."""

    parts: tuple[Part, ...]
    anchor: int
    from_start: bool = False
    to_end: bool = False
    ignores_negation: bool = False

    def spans(self, tokens: Sequence[Token], at: int, negators: frozenset[str]) -> tuple[int, int] | None:
        """The longest (first, past-last) token span of a match whose anchor part begins at token `at`."""
        ends = _ends(self.parts[self.anchor], tokens, at)
        for part in self.parts[self.anchor + 1 :]:
            ends = {after for end in ends for after in _after(part, tokens, end, negators)}
            if not ends:
                return None
        starts = {at}
        for part in reversed(self.parts[: self.anchor]):
            starts = {before for start in starts for before in _before(part, tokens, start, negators)}
            if not starts:
                return None
        if not ends:
            return None
        first, last = min(starts), max(ends)
        if (self.from_start and first != 0) or (self.to_end and last != len(tokens)):
            return None
        return first, last


def _ends(part: Part, tokens: Sequence[Token], at: int) -> set[int]:
    """Where each alternative of `part` ends when it begins at token `at`."""
    return {at + len(run) for run in part.alternatives if _stands(run, tokens, at)}


def _stands(run: tuple[Words, ...], tokens: Sequence[Token], at: int) -> bool:
    """Whether the words of `run` stand from token `at` on, with no sentence ending among them."""
    if at + len(run) > len(tokens):
        return False
    for words in run:
        if not words.match(tokens[at]):
            return False
        at += 1
    return len(run) == 1 or all(token.gap != SENTENCE for token in tokens[at - len(run) + 1 : at])


def _blocks(token: Token, negators: frozenset[str]) -> bool:
    return any(form in negators for form in token.forms)


def _after(part: Part, tokens: Sequence[Token], at: int, negators: frozenset[str]) -> set[int]:
    """Where `part` may end when it follows on token `at - 1`."""
    places = {at}
    if part.gap:
        for end in range(at + 1, min(at + part.gap, len(tokens)) + 1):
            if tokens[end - 1].gap == SENTENCE or _blocks(tokens[end - 1], negators):
                break
            places.add(end)
        return places
    found = _ends(part, tokens, at) if at < len(tokens) and tokens[at].gap != SENTENCE else set()
    return found | places if part.optional or (part.or_end and at == len(tokens)) else found


def _before(part: Part, tokens: Sequence[Token], at: int, negators: frozenset[str]) -> set[int]:
    """Where `part` may begin when token `at` follows on it."""
    places = {at}
    if part.gap:
        for start in range(at - 1, max(at - part.gap, 0) - 1, -1):
            if tokens[start + 1].gap == SENTENCE or _blocks(tokens[start], negators):
                break
            places.add(start)
        return places
    found = set(places) if part.optional else set()
    if at < len(tokens) and tokens[at].gap == SENTENCE:
        return found
    for run in part.alternatives:
        start = at - len(run)
        if start >= 0 and _stands(run, tokens, start):
            found.add(start)
    return found


def _words(entry: str, line: str) -> tuple[Words, ...]:
    """The run of words an alternative stands for."""
    starts, ends = entry.startswith("*"), entry.endswith("*")
    tokens = tokens_of_ours(entry.strip("*").replace("_", " "))
    if not tokens:
        raise BadPattern(f"nothing to match in {entry!r} of: {line}")
    run = [Words(exact=frozenset(token.forms[:1])) for token in tokens]
    first, last = tokens[0].forms[0], tokens[-1].forms[0]
    if (starts and len(first) < SHORTEST_WORD_PART) or (ends and len(last) < SHORTEST_WORD_PART):
        raise BadPattern(f"{entry!r} folds to less than {SHORTEST_WORD_PART} letters in: {line}")
    if starts and ends and len(run) == 1:
        run = [Words(holds=(first,))]
    elif ends:
        run[-1] = Words(prefixes=(last,))
    elif starts:
        run[0] = Words(suffixes=(first,))
    return tuple(run)


def _merged(runs: Sequence[tuple[Words, ...]]) -> tuple[tuple[Words, ...], ...]:
    """Alternatives of one word each become one `Words`: one look at the token instead of many."""
    single = [run[0] for run in runs if len(run) == 1]
    longer = tuple(run for run in runs if len(run) > 1)
    if not single:
        return longer
    together = Words(
        exact=frozenset().union(*(words.exact for words in single)),
        prefixes=tuple(prefix for words in single for prefix in words.prefixes),
        suffixes=tuple(suffix for words in single for suffix in words.suffixes),
        holds=tuple(part for words in single for part in words.holds),
    )
    return ((together,), *longer)


def _part(piece: str, lists: dict[str, list[str]], line: str) -> Part:
    if piece.startswith("~"):
        size = int(piece[1:] or DEFAULT_GAP)
        if not 0 < size <= LONGEST_GAP:
            raise BadPattern(f"a gap of {size} words in: {line}")
        return Part(gap=size)
    optional = piece.endswith("?")
    entries: list[str] = []
    for entry in piece.rstrip("?").split("|"):
        if entry.startswith("{"):
            name = entry.strip("{}")
            if name not in lists:
                raise BadPattern(f"no list called {name!r} for: {line}")
            entries += lists[name]
        else:
            entries.append(entry)
    or_end = "$" in entries
    return Part(_merged([_words(entry, line) for entry in entries if entry != "$"]), optional, or_end=or_end)


def _trimmed(parts: list[Part]) -> tuple[Part, ...]:
    """Without what may be missing at either end before or after a gap: it could only stretch the evidence over other words."""
    while parts and (parts[0].gap or (parts[0].optional and len(parts) > 1 and parts[1].gap)):
        parts = parts[1:]
    while parts and (parts[-1].gap or (parts[-1].optional and len(parts) > 1 and parts[-2].gap)):
        parts = parts[:-1]
    return tuple(parts)


def compiled(line: str, lists: dict[str, list[str]], weight: Callable[[Words], float]) -> Pattern:
    """The pattern of one line. `weight` says how common a place is: the rarest one becomes the anchor. Raises `BadPattern`."""
    pieces = line.split()
    ignores_negation = pieces[0] == "!"
    pieces = pieces[1:] if ignores_negation else pieces
    from_start, to_end = pieces[0] == "^", pieces[-1] == "$"
    pieces = pieces[from_start : len(pieces) - to_end]
    parts = _trimmed([_part(piece, lists, line) for piece in pieces])
    fixed = [number for number, part in enumerate(parts) if part.alternatives and not part.optional and not part.or_end]
    if not fixed:
        raise BadPattern(f"every part may be missing in: {line}")
    anchor = min(fixed, key=lambda number: sum(weight(run[0]) for run in parts[number].alternatives))
    return Pattern(parts, anchor, from_start, to_end, ignores_negation)
