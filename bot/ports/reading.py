"""What reads texts and finds words for the answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from bot.domain.addresses import Channel as ChannelName
from bot.domain.dialogue import DialogueContext, DialogueReply, Intent
from bot.domain.language import Language, LanguageGuess
from bot.domain.levels import Assessment
from bot.domain.questions import Choice


class Triage(Protocol):
    """Hears danger. Neither method raises for any text, however malformed; neither keeps the text."""

    def quick(self, text: str) -> Assessment:
        """Phrase rules and light vectors: p95 <= 6 ms for 160 characters. Runs inside the webhook."""
        ...

    def full(self, text: str) -> Assessment:
        """The whole model: p95 <= 45 ms on one thread. Runs in the worker. Never lower than `quick` on the same text."""
        ...


class LanguageIdentifier(Protocol):
    """Names the language to answer in. Never raises for any text."""

    def identify(self, text: str, previous: str | None = None) -> LanguageGuess:
        """The language of `text`; `previous` is the conversation's language so far. `unknown` when it would ask."""
        ...


class Dialogue(Protocol):
    """Decides what to say next. Both methods raise `DialogueUnavailable` within their deadline when there is no usable answer."""

    async def understand(self, text: str) -> Intent:
        """The intent of `text`. Only vectors leave this process, never the text."""
        ...

    async def next_messages(self, conversation: UUID, intent: str, context: DialogueContext) -> DialogueReply:
        """What to say when the person of `conversation` wants `intent`."""
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """A message rendered for a person: the words, their language, whether a human has reviewed them, and the SMS parts they cost."""

    message_id: str
    text: str
    language: str
    reviewed: bool
    parts: int


class Wording(Protocol):
    """Reviewed (or draft) words for message ids."""

    def render(
        self, message_id: str, language: str, channel: ChannelName, about: str = "", back: str = "", choices: Sequence[Choice] = ()
    ) -> Words:
        """The words of `message_id` in `language`; in English when that catalogue lacks it. KeyError for an unknown id.

        `about` is the English name of the language that the message speaks of, `back` when people are at the desk again; `choices`
        stand under the words of an SMS.
        """
        ...

    def label(self, choice: Choice, language: str) -> str:
        """The label of a choice in `language`."""
        ...

    def labels(self, label: str) -> Collection[str]:
        """The words of a label (a message id) in every language."""
        ...

    def more(self, message_id: str) -> str | None:
        """The message that goes on after `message_id`, if any. KeyError for an unknown id."""
        ...

    def moment(self, when: datetime, language: str) -> str:
        """A day of the week and a time, as written in `language`."""
        ...

    def has_content(self, language: str) -> bool:
        """Whether there is a whole catalogue for `language` (romanised codes answer for their language)."""
        ...

    def languages(self) -> Sequence[Language]:
        """Every language of `config/languages.yml`."""
        ...


class Referrals(Protocol):
    """The directory of places that help."""

    def lines(self, need: str, place: str | None, language: str | None) -> Sequence[str]:
        """Names and numbers for `need` (an intent such as `need_bed`), nearest and best understood first; empty when there is none.

        `place` is a state's two letters; without one only what serves the whole country is found.
        """
        ...


class Translator(Protocol):
    """A gist for advocates, always marked "machine"; off unless the operator named a self-hosted engine."""

    async def gist(self, text: str, source: str, target: str) -> str | None:
        """A translation, or None when there is none to show."""
        ...
