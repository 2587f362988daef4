"""When a conversation changes its language."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.language import UNKNOWN, LanguageGuess

# So many clear messages in a row in another language change the conversation's language, this one included.
CLEAR_MESSAGES_TO_SWITCH = 2
# A guess is clear from here on; "ok", names, numbers and emoji never are, their guess is the language so far or none.
CLEAR = 0.6


def language_to_answer(current: str | None, guess: LanguageGuess, earlier: Sequence[LanguageGuess]) -> str | None:
    """The language to answer in after a message guessed as `guess`; `earlier` are the guesses before it, newest last. None: ask.

    Asked for by name: at once. First message: any guess. Otherwise after two clear messages in a row in the same other language.
    """
    if guess.code == UNKNOWN:
        return current
    if guess.requested or current is None:
        return guess.code
    if guess.code == current or not is_clear(guess):
        return current
    before = earlier[-(CLEAR_MESSAGES_TO_SWITCH - 1) :]
    agreeing = [other for other in before if other.code == guess.code and is_clear(other)]
    return guess.code if len(agreeing) == CLEAR_MESSAGES_TO_SWITCH - 1 else current


def is_clear(guess: LanguageGuess) -> bool:
    """Whether `guess` says a language by what was written, and not by what was spoken before."""
    return guess.code != UNKNOWN and guess.layer != "previous" and guess.confidence >= CLEAR
