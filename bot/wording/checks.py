"""What every message must keep in every language. Each check returns findings and knows one rule; `findings` runs them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.questions import ASKED_IN_WORDS, choices
from bot.domain.sms_segments import parts
from bot.wording.catalogue import BACK, LANGUAGE, SERVICE, Catalogues
from bot.wording.languages import RIGHT_TO_LEFT
from bot.wording.readability import grade
from bot.wording.source import ALWAYS, ENGLISH, PLACEHOLDER, Message, chat_key
from bot.wording.word_lists import ANYWHERE, WordLists

HARMLESS_CHARACTERS = 40
HARDEST_GRADE = 6.0
# The folder of the words behind digits and on buttons, and how long they may be.
LABELS, LONGEST_LABEL, LONGEST_LABEL_WORDS = "choices", 20, 3
LEADS = "leads"
# What is never the beginning of an SMS.
PIECES = frozenset({LABELS, LEADS, "page"})
# One moment of each day of the week.
_WEEK = tuple(datetime(2026, 11, day, 22, 30, tzinfo=UTC) for day in range(23, 30))
# Words the phone companies act on: never asked for as an answer, never named unless the message says why (domain.md 7.3).
CARRIER_WORDS = frozenset(
    {"YES", "START", "STOP", "STOPALL", "END", "HELP", "INFO", "CANCEL", "QUIT", "UNSUBSCRIBE", "REVOKE", "OPTOUT", "UNSTOP"}
)
# 233733 is answered in English and Spanish only (domain.md 1.1).
TEXT_LINE = "233733"
TEXT_LINE_LANGUAGES = frozenset({"en", "es"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text under check: the message it belongs to, its language, its words as sent (placeholders filled in) and the whole SMS.

    `sms` has the lead before the words and the choices after them: what costs parts and what a lock screen shows.
    """

    message: Message
    key: str
    language: str
    raw: str
    english: str
    sent: str
    sms: str
    lists: Mapping[str, WordLists]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a text breaks."""

    check: str
    key: str
    language: str
    detail: str

    def __str__(self) -> str:
        return f"{self.key} [{self.language}] {self.check}: {self.detail}"


def findings(catalogues: Catalogues) -> list[Finding]:
    """Everything wrong in all messages and languages; empty when the words may be released."""
    found = list(gaps(catalogues))
    right_to_left = {row.code for row in catalogues.rows if row.direction == RIGHT_TO_LEFT}
    for text in texts(catalogues):
        for check in (
            over_budget,
            banned_words,
            carrier_words,
            risky_start,
            placeholders,
            typography,
            numbers,
            answer_digits,
            personal_question,
            hard_to_read,
            length_of_pieces,
        ):
            found.extend(check(text))
        if text.language in right_to_left:
            found.extend(scrambled_number(text))
    return found


def texts(catalogues: Catalogues) -> Iterator[Text]:
    """Every text of every language, English first."""
    for message in catalogues.messages.values():
        for key, english in message.texts().items():
            yield _text(catalogues, message, key, ENGLISH, english)
            for language, translations in catalogues.translations.items():
                if key in translations and translations[key].text:
                    yield _text(catalogues, message, key, language, translations[key].text)


def _text(catalogues: Catalogues, message: Message, key: str, language: str, raw: str) -> Text:
    sent = raw.replace(SERVICE, catalogues.service_name).replace(LANGUAGE, catalogues.longest_name(language))
    if BACK in sent:
        # The day whose name costs most.
        sent = max((sent.replace(BACK, catalogues.moment(day, language)) for day in _WEEK), key=parts)
    under = () if message.asks is None or message.asks in ASKED_IN_WORDS else choices(message.asks, more=message.more is not None)
    sms = catalogues.composed(sent, language, message.lead, under)
    return Text(message, key, language, raw, catalogues.english(key), sent, sms, catalogues.word_lists)


def gaps(catalogues: Catalogues) -> Iterator[Finding]:
    """Texts that a language lacks, and translations of an English text that has changed since.

    A language without `content` in `config/languages.yml` needs only `ALWAYS`.
    """
    for language, translations in catalogues.translations.items():
        for message in catalogues.messages.values():
            for key, english in message.texts().items():
                translation = translations.get(key)
                if translation is None or not translation.text:
                    if language in catalogues.whole or message.id in ALWAYS:
                        yield Finding("missing", key, language, "no translation")
                elif translation.english != english:
                    yield Finding("outdated", key, language, "the English text has changed")


def over_budget(text: Text) -> Iterator[Finding]:
    """More SMS parts than the message allows. Words for the web chat have no limit."""
    cost = parts(text.sms)
    if text.key != chat_key(text.message.id) and cost > text.message.max_parts:
        yield _finding("over_budget", text, f"{cost} parts, {text.message.max_parts} allowed")


def length_of_pieces(text: Text) -> Iterator[Finding]:
    """A label too long for a button, or a lead too short to hide what follows it on a lock screen."""
    if text.message.topic == LABELS and len(text.sent) > LONGEST_LABEL:
        yield _finding("length_of_pieces", text, f"{len(text.sent)} characters, {LONGEST_LABEL} allowed")
    if text.message.topic == LEADS and len(text.sent) < HARMLESS_CHARACTERS:
        yield _finding("length_of_pieces", text, f"{len(text.sent)} characters, at least {HARMLESS_CHARACTERS} needed")


def banned_words(text: Text) -> Iterator[Finding]:
    """Labels, judgement, hard-banned advice and promises."""
    yield from (_finding("banned_words", text, word) for word in _hits(text, text.sent, "banned"))


def carrier_words(text: Text) -> Iterator[Finding]:
    """Words the phone companies act on, unless the message's source names them; "reply yes" in small letters counts as well."""
    named = set(re.findall(r"(?<![A-Za-z])[A-Z]{3,}(?![A-Za-z])", text.sent)) & CARRIER_WORDS
    for word in sorted(named - text.message.carrier_words):
        yield _finding("carrier_words", text, word)
    asked = "|".join(CARRIER_WORDS).lower()
    prompt = re.search(
        rf"\b(?:reply|respond|send|text|write|type)(?: back)?(?: with)?:? ['\"]?(?:{asked}|y|n|no)\b['\"]?(?! \w)", text.sent.lower()
    )
    allowed = {word.lower() for word in text.message.carrier_words}
    if prompt and not any(prompt.group().rstrip("'\"").endswith(word) for word in allowed):
        yield _finding("carrier_words", text, prompt.group())


def risky_start(text: Text) -> Iterator[Finding]:
    """A word in the first 40 characters that would tell whoever sees the lock screen what this is about."""
    if text.message.topic in PIECES:
        return
    start = (text.sent if text.key == chat_key(text.message.id) else text.sms).lower()
    for pattern in text.lists.get(text.language, text.lists[ENGLISH]).risky_start:
        for match in re.finditer(_anchored(pattern, text.language), start):
            if match.start() < HARMLESS_CHARACTERS:
                yield _finding("risky_start", text, match.group())


def placeholders(text: Text) -> Iterator[Finding]:
    """Placeholders that the English text has and the translation has not, or the other way round; only three are known."""
    mine, english = set(PLACEHOLDER.findall(text.raw)), set(PLACEHOLDER.findall(text.english))
    if mine != english:
        yield _finding("placeholders", text, f"{sorted(mine)} for {sorted(english)}")
    if mine - {SERVICE, LANGUAGE, BACK} or re.search(r"[{}]", PLACEHOLDER.sub("", text.raw)):
        yield _finding("placeholders", text, "an unknown placeholder or a stray brace")


def typography(text: Text) -> Iterator[Finding]:
    """Signs that cost a dear alphabet or confuse old phones: smart quotes, long dashes, one-sign ellipsis, odd spaces."""
    odd = sorted(set(re.findall("[\u2010-\u2015\u2018-\u201f\u2026\u00a0\u00ab\u00bb\u202f\u2009\u200b\ufeff\u2028\t]", text.raw)))
    if odd:
        yield _finding("typography", text, " ".join(f"U+{ord(char):04X}" for char in odd))
    if "  " in text.raw or text.raw != text.raw.strip() or "\n" in text.raw:
        yield _finding("typography", text, "double space, line break or space at an end")


def numbers(text: Text) -> Iterator[Finding]:
    """Numbers that differ from the English ones: a wrong digit sends a person to nobody. 233733 speaks only English and Spanish."""
    mine, english = _numbers(text.sent), _numbers(text.english)
    if text.language not in TEXT_LINE_LANGUAGES:
        if TEXT_LINE in mine:
            yield _finding("numbers", text, f"{TEXT_LINE} is not answered in this language")
        english.discard(TEXT_LINE)
    for number in sorted(mine ^ english):
        yield _finding("numbers", text, f"{number} is {'not in English' if number in mine else 'missing'}")


def answer_digits(text: Text) -> Iterator[Finding]:
    """A digit that answers the question in English and is not offered in the translation."""
    for digit in sorted(_single_digits(text.english) - _single_digits(text.sent)):
        yield _finding("answer_digits", text, digit)


def scrambled_number(text: Text) -> Iterator[Finding]:
    """In right-to-left text a number with hyphens needs a left-to-right mark before it, or its groups are shown in reverse (UAX 9, W2)."""
    for match in re.finditer(r"\d[\d-]*-[\d-]*\d", text.sent):
        before = text.sent[: match.start()].rstrip()
        if not (text.sent[: match.start()].endswith("\u200e") or re.search(r"[A-Za-z]$", before)):
            yield _finding("scrambled_number", text, match.group())


def personal_question(text: Text) -> Iterator[Finding]:
    """A question or request about status, name, age or proof."""
    if text.message.may_ask:
        return
    asked = [
        sentence
        for sentence in re.split(r"(?<=[.!?\u061f\u3002\uff1f\uff01])", text.sent)
        if sentence.rstrip()[-1:] in tuple("?\u061f\uff1f")
    ]
    for pattern in text.lists.get(text.language, WordLists()).requests:
        asked += [text.sent[match.start() : match.end() + 12] for match in re.finditer(pattern, text.sent, re.IGNORECASE)]
    for part in asked:
        yield from (_finding("personal_question", text, word) for word in _hits(text, part, "personal"))


def hard_to_read(text: Text) -> Iterator[Finding]:
    """English above the sixth grade (Flesch-Kincaid)."""
    # A label of a few words has no grade.
    if text.language == ENGLISH and len(text.raw.split()) > LONGEST_LABEL_WORDS and (found := grade(text.raw)) > HARDEST_GRADE:
        yield _finding("hard_to_read", text, f"grade {found:.1f}")


def _finding(check: str, text: Text, detail: str) -> Finding:
    return Finding(check, text.key, text.language, detail)


def _hits(text: Text, words: str, kind: str) -> Iterator[str]:
    """What the list called `kind` finds in `words`: that of the text's language, and the English one in every language."""
    for language in dict.fromkeys((text.language, ENGLISH)):
        for pattern in getattr(text.lists.get(language, WordLists()), kind):
            for match in re.finditer(_anchored(pattern, language), words.lower()):
                yield match.group()


def _anchored(pattern: str, language: str) -> str:
    return f"(?:{pattern})" if language in ANYWHERE else rf"(?<!\w)(?:{pattern})"


def _numbers(words: str) -> set[str]:
    """Numbers of three digits and more, and amounts, as they are dialled or read."""
    found = re.findall(r"\d[\d,.-]*\d", words)
    return {number.replace(",", ".").strip(".-") for number in found if len(re.sub(r"\D", "", number)) >= 3}


def _single_digits(words: str) -> set[str]:
    return set(re.findall(r"(?<![\d.,$-])\d(?![\d-]|[.,]\d)", words))
