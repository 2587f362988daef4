"""Channels that need no provider: the web chat and the practice phone read their messages from our own database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from bot.domain.addresses import Address, Channel
from bot.domain.deliveries import SendOutcome, SendResult
from bot.ports import Sender


class ShownOnPage:
    """A message is handed over by being shown: pages show what has reached the state `accepted`."""

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        return SendOutcome(SendResult.ACCEPTED)

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        # Showing twice is showing once: the message is a row.
        return SendOutcome(SendResult.RETRY)


class ByChannel:
    """Chooses the sender for the address's channel: replies leave by the channel the person used."""

    def __init__(self, senders: Mapping[Channel, Sender]) -> None:
        self._senders = senders

    async def send(self, to: Address, text: str, valid_seconds: int | None) -> SendOutcome:
        return await self._senders[to.channel].send(to, text, valid_seconds)

    async def find(self, to: Address, text: str, within: timedelta, known: Collection[str]) -> SendOutcome:
        return await self._senders[to.channel].find(to, text, within, known)
