"""A text made ready for matching: folded tokens that remember where they stood in the original.

Time is linear in the text's length. No text raises, whatever it holds (NUL, lone surrogates, 64 KiB, Zalgo).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.triage.folding import (
    APOSTROPHES,
    CLAUSE_ENDS,
    FOLDS,
    LEET,
    LOOKS_CYRILLIC,
    LOOKS_LATIN,
    SENTENCE_ENDS,
)

NO_BREAK, CLAUSE, SENTENCE = 0, 1, 2

# A word longer than this is cut: nobody writes one, and the time per word stays bounded.
_LONGEST_WORD = 64
# The same word so often in a row is kept; the rest of the run says nothing new.
_LONGEST_RUN = 4
# Joined letters or a run-together word of at least this length are tried as several words.
_RUN_TOGETHER = 9

_REPEATED_LETTER = re.compile(r"([^\W\d_])\1+")
_REPEATED_MORE = re.compile(r"([^\W\d_])\1{2,}")
_NUMBER_THEN_LETTERS = re.compile(r"^(\d{2,}|\d(?=am$|pm$|yo$|yr$|yrs$|hrs$|k$|h$))(\D.*)$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word (or one character of a script written without spaces).

    `forms`: the ways it may be read, the plain one first. `start`, `end`: its place in the original text.
    `gap`: what stood between it and the token before: nothing, the end of a clause, or the end of a sentence.
    """

    forms: tuple[str, ...]
    start: int
    end: int
    gap: int


def _unspaced(ch: str) -> bool:
    """Whether words of this character's script are written without (reliable) spaces between them."""
    code = ord(ch)
    return (
        0x0E00 <= code <= 0x0EFF  # Thai, Lao
        or 0x1000 <= code <= 0x109F  # Burmese
        or 0x1780 <= code <= 0x17FF  # Khmer
        or 0x3040 <= code <= 0x30FF  # Kana
        or 0x3400 <= code <= 0x9FFF  # Han
        or 0xAC00 <= code <= 0xD7A3  # Hangul: spaced, but spaces are left out as often as not
        or 0xA9E0 <= code <= 0xA9FF
        or 0xAA60 <= code <= 0xAA7F
        or 0x20000 <= code <= 0x3FFFF
    )


@lru_cache(maxsize=8192)
def _kind(ch: str) -> str:
    """`w` for part of a word, `c` for a character that is a token of its own, `s` for a space or sign."""
    if _unspaced(ch):
        return "c" if unicodedata.category(ch)[0] in "LMN" else "s"
    category = unicodedata.category(ch)
    if category[0] in "LMN":
        return "w"
    return "c" if category == "So" else "s"


def _arabic_forms(word: str) -> tuple[str, ...]:
    """Without the conjunctions و and ف and the article, so that one phrase serves all of them."""
    forms = [word]
    rest = word
    if len(rest) >= 4 and rest[0] in "وف":
        rest = rest[1:]
        forms.append(rest)
    if (len(rest) >= 5 and rest.startswith("ال")) or (len(rest) >= 4 and rest.startswith("لل")):
        forms.append(rest[2:])
    return tuple(forms)


def word_forms(word: str) -> tuple[str, ...]:
    """The ways one folded word may be read: repeated letters squeezed, digits as letters, look-alike scripts, Arabic prefixes."""
    word = word[:_LONGEST_WORD]
    first = word[0]
    if "\u0600" <= first <= "\u06ff":
        return _arabic_forms(_REPEATED_LETTER.sub(r"\1", word))
    if first > "\u052f" and not ("\u1e00" <= first <= "\u1fff"):
        return (_REPEATED_MORE.sub(r"\1", word),)
    if word.isdigit():
        return (word,)
    if any(ch in LEET for ch in word) and any(ch.isalpha() for ch in word):
        word = "".join(LEET.get(ch, ch) for ch in word)
    word = _REPEATED_LETTER.sub(r"\1", word)
    if word.isascii():
        return (word,)
    return _look_alikes(word)


def _look_alikes(word: str) -> tuple[str, ...]:
    """A word that mixes alphabets is read in the one most of it is written in; one that only looks Latin is read both ways."""
    latin = sum("a" <= ch <= "z" for ch in word)
    other = [ch for ch in word if "\u0370" <= ch <= "\u052f"]
    if latin and other:
        if latin >= len(other):
            return (_REPEATED_LETTER.sub(r"\1", "".join(LOOKS_LATIN.get(ch, ch) for ch in word)),)
        return ("".join(LOOKS_CYRILLIC.get(ch, ch) for ch in word),)
    if other and len(word) > 1 and all(ch in LOOKS_LATIN for ch in word):
        return (word, _REPEATED_LETTER.sub(r"\1", "".join(LOOKS_LATIN[ch] for ch in word)))
    return (word,)


class _Reader:
    """Collects tokens while the text is walked once."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.gap = SENTENCE
        self.word: list[str] = []
        self.start = 0
        self.end = 0

    def add(self, ch: str, position: int) -> None:
        """One more folded character of the word being read."""
        if not self.word:
            self.start = position
        self.word.append(ch)
        self.end = position + 1

    def single(self, ch: str, position: int) -> None:
        """A character that is a token of its own."""
        self.flush()
        self.tokens.append(Token((ch,), position, position + 1, self.gap))
        self.gap = NO_BREAK

    def flush(self) -> None:
        """The word being read is complete."""
        if not self.word:
            return
        word = "".join(self.word)
        self.word.clear()
        split = _NUMBER_THEN_LETTERS.match(word)
        for part in split.groups() if split else (word,):
            self.tokens.append(Token(word_forms(part), self.start, self.end, self.gap))
            self.gap = NO_BREAK

    def mark(self, gap: int) -> None:
        """A clause or sentence ends here."""
        self.flush()
        self.gap = max(self.gap, gap)


def tokens_of(text: str) -> list[Token]:
    """The tokens of `text`, in order."""
    reader = _Reader()
    size = len(text)
    for position, original in enumerate(text):
        if original in APOSTROPHES:
            continue
        if original in SENTENCE_ENDS:
            # A point inside a word or number ("s.o.s", "9.1.1") ends nothing.
            inside = original == "." and 0 < position < size - 1 and text[position - 1].isalnum() and text[position + 1].isalnum()
            reader.mark(NO_BREAK if inside else SENTENCE)
        elif original in CLAUSE_ENDS:
            reader.mark(CLAUSE)
        else:
            _take(reader, FOLDS[original], position, text)
    reader.flush()
    return _joined(_without_floods(reader.tokens))


def _without_floods(tokens: list[Token]) -> list[Token]:
    """Tokens with long runs of one and the same cut short: ten thousand knives say what four say."""
    kept: list[Token] = []
    for token in tokens:
        if len(kept) < _LONGEST_RUN or any(each.forms != token.forms for each in kept[-_LONGEST_RUN:]):
            kept.append(token)
    return kept


def _take(reader: _Reader, folded: str, position: int, text: str) -> None:
    for ch in folded:
        kind = _kind(ch)
        if kind == "w":
            reader.add(ch, position)
        elif kind == "c":
            reader.single(ch, position)
        elif ch in "@$" and reader.word and text[position + 1 : position + 2].isalpha():
            reader.add(ch, position)
        else:
            reader.flush()


def _is_letter(token: Token) -> bool:
    form = token.forms[0]
    return len(form) == 1 and "a" <= form <= "z"


def _joined(tokens: list[Token]) -> list[Token]:
    """Tokens with runs of single letters ("h e l p", "s.o.s") also joined into the word they spell."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        run = at
        while run < len(tokens) and _is_letter(tokens[run]) and (run == at or tokens[run].gap == NO_BREAK):
            run += 1
        if run - at >= 3:
            word = "".join(token.forms[0] for token in tokens[at:run])
            joined.append(Token(word_forms(word), tokens[at].start, tokens[run - 1].end, tokens[at].gap))
            at = run
        else:
            joined.append(tokens[at])
            at += 1
    return joined


def split_run_together(tokens: list[Token], vocabularies: Sequence[frozenset[str]]) -> list[Token]:
    """Tokens with run-together words ("helpmehehasagun") cut into words of one vocabulary where that can be done without remainder."""
    if not any(len(token.forms[0]) >= _RUN_TOGETHER for token in tokens):
        return tokens
    split: list[Token] = []
    for token in tokens:
        words = _fewest(token.forms[0], vocabularies) if len(token.forms[0]) >= _RUN_TOGETHER else None
        if words is None:
            split.append(token)
            continue
        gap = token.gap
        for word in words:
            split.append(Token((word,), token.start, token.end, gap))
            gap = NO_BREAK
    return split


def _fewest(word: str, vocabularies: Sequence[frozenset[str]]) -> tuple[str, ...] | None:
    """The shortest cut that one language gives; None when a language knows the word as it is, or none can cut it."""
    if any(word in vocabulary for vocabulary in vocabularies):
        return None
    cuts = [cut for vocabulary in vocabularies if (cut := _segment(word, vocabulary)) is not None]
    return min(cuts, key=len, default=None)


def _segment(word: str, vocabulary: frozenset[str]) -> tuple[str, ...] | None:
    """The fewest vocabulary words that spell `word`, or None."""
    if not word.isascii():
        return None
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 14), end):
            before = best[start]
            piece = word[start:end]
            found = best[end]
            if before is not None and piece in vocabulary and (found is None or len(before) + 1 < len(found)):
                best[end] = (*before, piece)
    return best[len(word)]


@cache
def tokens_of_ours(word: str) -> tuple[Token, ...]:
    """As `tokens_of`, remembered: for the words of our own rules, which repeat thousands of times. Never for what a person wrote."""
    return tuple(tokens_of(word))
