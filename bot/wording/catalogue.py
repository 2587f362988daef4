"""Words for message ids, in the person's language. Everything is read once; rendering touches no file and never raises for a language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime

from bot.domain.addresses import Channel
from bot.domain.language import Language
from bot.domain.questions import Choice
from bot.domain.sms_segments import parts
from bot.domain.views import StaleFact
from bot.ports import Words
from bot.wording.languages import candidates, load_languages
from bot.wording.source import ENGLISH, Message, WordingError, chat_key, load_messages
from bot.wording.stale import stale_facts
from bot.wording.translations import Translation, load_translations
from bot.wording.word_lists import load_word_lists

SERVICE = "{service}"
# The English name of the language a message speaks of: the word an interpreter line understands.
LANGUAGE = "{language}"
# When people are at the desk again, in the reader's language.
BACK = "{back}"


class Catalogues:
    """The words of every message in every language we have. Fulfils the port `Wording`; safe to share between threads.

    `project` is the folder that holds `flows/` and `config/`. `service_name` is the neutral name of the program. Drafts (no human has
    reviewed them) are used unless `allow_drafts` is false; then their readers get English. Raises WordingError for unusable files.
    """

    def __init__(self, project: Path, *, service_name: str = "Info Line", allow_drafts: bool = True) -> None:
        self.service_name = service_name
        self.allow_drafts = allow_drafts
        self.messages: Mapping[str, Message] = load_messages(project / "flows")
        self.translations: Mapping[str, Mapping[str, Translation]] = load_translations(project / "flows" / "locale")
        self.word_lists = load_word_lists(project / "config" / "words")
        self.rows = load_languages(project / "config" / "languages.yml")
        # A language without `content` may have a catalogue of the few messages that tell so, and of the first safety words.
        self.whole = frozenset(row.code for row in self.rows if row.content)
        self._english = {key: text for message in self.messages.values() for key, text in message.texts().items()}
        for language, translations in self.translations.items():
            unknown = sorted(translations.keys() - self._english.keys())
            if unknown:
                raise WordingError(f"{language}.po: no such message: {', '.join(unknown)}")
        self._languages = tuple(
            Language(row.code, row.name, row.english_name, row.direction, self.has_content(row.code), row.offered) for row in self.rows
        )

    def render(
        self, message_id: str, language: str, channel: Channel, about: str = "", back: str = "", choices: Sequence[Choice] = ()
    ) -> Words:
        """The words of `message_id` in `language` for `channel`; in English when that language lacks it. KeyError for an unknown id.

        `about` is the English name of the language that the message speaks of, `back` when people are at the desk again. An SMS begins
        with the message's harmless lead and ends with `choices`; the web chat shows neither, because it has no lock screen and has buttons.
        """
        message = self.messages[message_id]
        text, code, reviewed = self._found(message_id, language, chat=channel is Channel.CHAT)
        filled = text.replace(SERVICE, self.service_name).replace(LANGUAGE, about).replace(BACK, back)
        if channel is Channel.SMS:
            filled = self.composed(filled, code, message.lead, choices)
        return Words(message_id, filled, code, reviewed, parts(filled))

    def composed(self, text: str, language: str, lead: str | None, choices: Sequence[Choice]) -> str:
        """`text` as it stands in an SMS: its lead before it, a line a choice after it, both in `language`."""
        before = self._found(lead, language)[0] + " " if lead is not None else ""
        return "\n".join([before + text, *(f"{each.digit} = {self.label(each, language)}" for each in choices)])

    def label(self, choice: Choice, language: str) -> str:
        """The label of a choice: a word or two."""
        return self._found(choice.label, language)[0]

    def labels(self, label: str) -> Collection[str]:
        """The words of a label in every language that may be sent, and in English. KeyError for an unknown one."""
        translated = (each.get(label) for each in self.translations.values())
        return {self._english[label], *(each.text for each in translated if each is not None and self._usable(label, each))}

    def moment(self, when: datetime, language: str) -> str:
        """A day of the week and a time, as written in `language`; in English where nobody has written the days of that language down."""
        for code in (*candidates(language), ENGLISH):
            try:
                return format_datetime(when, "EEEE HH:mm", locale=Locale.parse(code.replace("-", "_")))
            except (UnknownLocaleError, ValueError, KeyError):
                continue
        raise AssertionError("English is always known")

    def more(self, message_id: str) -> str | None:
        """The message that goes on after `message_id`, if any. KeyError for an unknown id."""
        return self.messages[message_id].more

    def _found(self, message_id: str, language: str, *, chat: bool = False) -> tuple[str, str, bool]:
        """The text of a message, the language it is in, and whether a human has reviewed it."""
        message = self.messages[message_id]
        keys = [chat_key(message_id), message_id] if chat and message.chat is not None else [message_id]
        for code in candidates(language):
            for key in keys:
                translation = self.translations.get(code, {}).get(key)
                if translation is not None and self._usable(key, translation):
                    return translation.text, code, self._state(key, translation) == "reviewed"
        return self._english[keys[0]], ENGLISH, message.reviewed_on is not None

    def longest_name(self, language: str) -> str:
        """The longest name of a language that a text in `language` may have to hold: any, or its own when it has only a few texts."""
        return max((row.english_name for row in self.rows if language in (*self.whole, ENGLISH) or row.code == language), key=len)

    def has_content(self, language: str) -> bool:
        """Whether there is a whole catalogue for `language` that may be sent. Romanised and regional codes answer for their language."""
        return any(
            code == ENGLISH
            or (code in self.whole and any(self._usable(key, each) for key, each in self.translations.get(code, {}).items()))
            for code in candidates(language)
        )

    def languages(self) -> Sequence[Language]:
        """Every language of `config/languages.yml`, in its order."""
        return self._languages

    def status(self) -> dict[str, dict[str, int]]:
        """How far each language is, in texts: reviewed, draft, outdated (the English has changed since), missing."""
        english = [message.reviewed_on is not None for message in self.messages.values() for _ in message.texts()]
        counts = {ENGLISH: _counts("reviewed" if reviewed else "draft" for reviewed in english)}
        for language, translations in self.translations.items():
            counts[language] = _counts(self._state(key, translations.get(key)) for key in self._english)
        return counts

    def stale(self, today: date, days: int) -> list[StaleFact]:
        """What we tell people that nobody has checked for more than `days` days, oldest first."""
        return stale_facts(self.messages.values(), today, days)

    def english(self, key: str) -> str:
        """The English source text of a catalogue key. KeyError for an unknown one."""
        return self._english[key]

    def _state(self, key: str, translation: Translation | None) -> str:
        if translation is None or not translation.text:
            return "missing"
        if translation.english != self._english[key]:
            return "outdated"
        return "reviewed" if translation.reviewed else "draft"

    def _usable(self, key: str, translation: Translation) -> bool:
        return bool(translation.text) and (self.allow_drafts or self._state(key, translation) == "reviewed")


def _counts(states: Iterable[str]) -> dict[str, int]:
    found = list(states)
    return {state: found.count(state) for state in ("reviewed", "draft", "outdated", "missing")}
