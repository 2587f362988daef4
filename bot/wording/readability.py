"""How hard an English text is to read: the Flesch-Kincaid grade, counted without any downloaded word list."""

from __future__ import annotations

import re

_NOT_READ = re.compile(r"\{[a-z_]*\}|[$+]?\d[\d.,-]*")
_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
# Neighbouring vowels that are two sounds: idea, video, doing.
_TWO_SOUNDS = re.compile(r"(?<![ct])ia|ea$|io(?!n)|eo(?!p)|uie|[aeiouy](?=ing)")
# Vowels that are not heard: write, called, likes, safely, someone.
_SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeioutd]ed$|[^aeiouscgzxh]es$|[^aeiou]e(?=ly$|ment$|ful$|less$|one$)")


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of an English text: US school years. Numbers and placeholders count for nothing; 0 for no words."""
    words = _WORD.findall(_NOT_READ.sub(" ", text))
    if not words:
        return 0.0
    sentences = max(1, len(_SENTENCE_END.findall(text)))
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """The syllables of an English word, judged by its letters; at least one."""
    letters = word.lower().replace("'", "")
    return max(1, len(_VOWELS.findall(letters)) + len(_TWO_SOUNDS.findall(letters)) - len(_SILENT.findall(letters)))
