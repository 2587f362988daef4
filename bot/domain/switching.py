"""Which language to answer in: when to switch, and what to do when it is not clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.language import UNKNOWN, LanguageGuess

# With no sign of any language the two that most people who text this line read (domain.md 8.1).
WHEN_NOTHING_IS_KNOWN = ("en", "es")


def next_language(current: str | None, guess: LanguageGuess, before: str | None) -> str | None:
    """The conversation's language after a message guessed as `guess`; `before` is the guess of the message before it.

    An asked-for language switches at once, any other after two clear messages in a row. None while nothing is known.
    """
    if guess.code == UNKNOWN or guess.code == current:
        return current
    if guess.requested or current is None or guess.code == before:
        return guess.code
    return current


def languages_to_answer(language: str | None, guess: LanguageGuess, has_content: Callable[[str], bool]) -> Sequence[str]:
    """The languages to write the answer in: the known one, else the two likeliest that we have words in."""
    if language is not None:
        return (language,)
    likely = [code for code in guess.alternatives if has_content(code)]
    likely += [code for code in WHEN_NOTHING_IS_KNOWN if code not in likely]
    return tuple(likely[:2])
