"""Whole messages that mean "stop writing to me", "write to me again" or the word HELP. Pure; says nothing about danger.

Two readings (domain.md 7.1, 7.3; trust.md B11 to B15). The carrier's own words, exactly: then the carrier itself blocks or unblocks
us. And our wider reading, because the law counts any reasonable wording in any language (47 CFR 64.1200(a)(10)): words of every language
we have content in, other spellings, look-alike letters, and whole sentences (`bot/domain/opt_out_sentences.py`). Only ever the whole
message: "make it stop" is a cry, not an opt-out. In doubt it is not one, because a message that is none reaches a human or the assistant.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.opt_out_folding import as_latin, bare, is_question, joined, sentences, shortened, spoken, visible, without_accents
from bot.domain.opt_out_sentences import Entry, Lexicon, entries
from bot.domain.opt_out_words import EVERYWHERE, LANGUAGES


class OptOutKind(enum.StrEnum):
    """What the message asks for. YES is the carrier's word for START only while this person is opted out; else it is just an answer."""

    STOP = "stop"
    START = "start"
    HELP = "help"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class OptOutWord:
    """What the whole message means, and whether the carrier acts on it by itself (block, unblock, its own reply)."""

    kind: OptOutKind
    by_carrier: bool


# Twilio's default words for long codes and toll-free numbers, in any case, alone in the message (domain.md 7.3).
CARRIER_WORDS: dict[str, OptOutKind] = {
    **dict.fromkeys(("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"), OptOutKind.STOP),
    **dict.fromkeys(("START", "UNSTOP"), OptOutKind.START),
    **dict.fromkeys(("HELP", "INFO"), OptOutKind.HELP),
    "YES": OptOutKind.YES,
}

# Nothing we read as a wish to stop is longer, in folded characters; what is longer is a message, not a command.
LONGEST = 120
# Longer than this before folding, it is no such message whatever signs it is dressed in; also keeps the folding quick.
_LONGEST_RAW = 600


# What the carrier says it took the message for (`Incoming.flags`); it has acted and answered by itself.
CARRIER_FLAGS = {"carrier_stop": OptOutKind.STOP, "carrier_start": OptOutKind.START, "carrier_help": OptOutKind.HELP}


def asked(text: str, flags: Collection[str]) -> OptOutWord | None:
    """What a message asks for: what the carrier took it for, because it acted on that; else our own reading of `text`."""
    for flag, kind in CARRIER_FLAGS.items():
        if flag in flags:
            return OptOutWord(kind, by_carrier=True)
    return classify(text)


def classify(text: str) -> OptOutWord | None:
    """What the whole of `text` asks for, or None when it is a message like any other. Never raises; keeps nothing."""
    exact = text.strip()
    if exact.isascii() and exact.upper() in CARRIER_WORDS:
        return OptOutWord(CARRIER_WORDS[exact.upper()], by_carrier=True)
    seen = visible(text)
    if not seen or len(seen) > _LONGEST_RAW:
        return None
    kind = _wider(seen)
    return OptOutWord(kind, by_carrier=False) if kind else None


def _wider(seen: str) -> OptOutKind | None:
    normal = unicodedata.normalize("NFKC", seen)
    if len(normal) > _LONGEST_RAW:
        return None
    unaccented = without_accents(normal)
    accented, plain = spoken(normal), spoken(unaccented)
    if not plain or len(plain) > LONGEST:
        return None
    as_seen = as_latin(seen)
    latin = spoken(as_seen)
    in_one_word = not any(char.isspace() for char in seen)
    for reading, words in ((accented, _ACCENTED), (plain, _PLAIN), (latin, _PLAIN), (shortened(latin), _PLAIN), (shortened(plain), _PLAIN)):
        kind = words.get(reading) or words.get(joined(reading, in_one_word))
        if kind:
            return kind
    question = is_question(normal)
    said = sentences(unaccented)
    for written in dict.fromkeys((said, shortened(said), sentences(as_seen))):
        for lexicon in _LEXICONS:
            meaning = lexicon.meaning(written, question=question)
            if meaning:
                return OptOutKind(meaning)
    return None


def _folded(text: str) -> str:
    """`text` folded, but with its spaces at the ends: it may be a piece of a phrase."""
    return bare(without_accents(unicodedata.normalize("NFKC", text)))


def _read() -> tuple[list[Lexicon], dict[str, OptOutKind], dict[str, OptOutKind]]:
    """The lexicons, and the words that say it all by themselves: as written with accents, and without."""
    everywhere = [*entries(EVERYWHERE, _folded)]
    lexicons, accented, plain = [], {}, {}
    for language in LANGUAGES:
        words = [*everywhere, *entries(language.table, _folded)]
        lexicon = Lexicon(spaced=language.spaced, negation_first=language.negation_first)
        lexicon.fill(words)
        lexicons.append(lexicon)
        for entry in words:
            kind = _kind(entry)
            if kind is None:
                continue
            if entry.accented:
                accented.update(dict.fromkeys((spoken(unicodedata.normalize("NFKC", text)) for text in entry.texts), kind))
            else:
                plain.update(dict.fromkeys(entry.texts, kind))
    return lexicons, accented, plain


def _kind(entry: Entry) -> OptOutKind | None:
    if "alone" in entry.roles:
        return OptOutKind.STOP
    return next((OptOutKind(role) for role in ("stop", "help", "start") if role in entry.roles), None)


_LEXICONS, _ACCENTED, _PLAIN = _read()
