"""Which language to answer in: when to switch, and what to do when it is not clear."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.language import UNKNOWN, LanguageGuess, without_script

# With no sign of any language the two that most people who text this line read (domain.md 8.1).
WHEN_NOTHING_IS_KNOWN = ("en", "es")
MOST_IN_DANGER = 3
# A guess is clear from here on.
CLEAR = 0.6


def next_language(current: str | None, guess: LanguageGuess, before: str | None) -> str | None:
    """The conversation's language after a message guessed as `guess`; `before` is what the message before it was clearly written in.

    An asked-for language switches at once, any other after two clear messages in a row. None while nothing is known.
    """
    if guess.code in (UNKNOWN, current):
        return current
    if guess.requested or current is None:
        return guess.code
    return guess.code if is_clear(guess) and guess.code == before else current


def is_clear(guess: LanguageGuess) -> bool:
    """Whether `guess` says a language by what was written.

    "ok", names, numbers and emoji take theirs from the conversation, or have none.
    """
    return guess.code != UNKNOWN and guess.layer != "previous" and guess.confidence >= CLEAR


def languages_to_answer(
    language: str | None, guess: LanguageGuess, has_content: Callable[[str], bool], *, danger: bool = False
) -> Sequence[str]:
    """The languages to write the answer in: the known one, else the two likeliest that we have words in.

    In danger the three likeliest, because the first safety words are there in every language; and whoever clearly wrote in another language
    than the conversation's gets the words in both.
    """
    if language is not None:
        other = danger and is_clear(guess) and without_script(guess.code) != without_script(language)
        return (guess.code, language) if other else (language,)
    likely = guess.alternatives[:MOST_IN_DANGER] if danger else _likely(guess, has_content)[:2]
    return tuple(dict.fromkeys([*likely, *WHEN_NOTHING_IS_KNOWN]))[: max(2, len(likely))]


def nothing_to_go_by(language: str | None, guess: LanguageGuess, has_content: Callable[[str], bool]) -> bool:
    """Whether no language we have words in is likelier than another: then a menu asks."""
    return language is None and not _likely(guess, has_content)


def _likely(guess: LanguageGuess, has_content: Callable[[str], bool]) -> Sequence[str]:
    return [code for code in guess.alternatives if has_content(code)]
