"""Fixtures of the dialogue's tests: the real Rasa once for all, a hostile one for each."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from bot.dialogue.rasa_client import RasaDialogue
from bot.vectors import SentenceVectors
from tests.dialogue.hostile_server import HostileServer, hostile_server, some_features
from tests.support.rasa_server import TOKEN, RunningRasa, running_rasa

SECRETS = {"DATABASE_URL": "postgresql://secret", "TWILIO_AUTH_TOKEN": "secret"}


@pytest.fixture(scope="session")
def rasa(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningRasa]:
    """The real Rasa with its actions, started out of an environment that holds secrets."""
    with running_rasa(tmp_path_factory.mktemp("rasa"), **SECRETS) as running:
        yield running


@pytest.fixture(scope="session")
async def dialogue(rasa: RunningRasa) -> AsyncIterator[RasaDialogue]:
    """Our client of the real Rasa, on the real vectors."""
    client = RasaDialogue(rasa.url, TOKEN, SentenceVectors().both, deadline=60)
    yield client
    await client.aclose()


@pytest.fixture
async def hostile() -> AsyncIterator[HostileServer]:
    """A server that answers what it is told to."""
    async with hostile_server() as server:
        yield server


@pytest.fixture
async def client(hostile: HostileServer) -> AsyncIterator[RasaDialogue]:
    """Our client of the hostile server."""
    dialogue = RasaDialogue(hostile.url, "token-of-the-test", some_features, deadline=10)
    yield dialogue
    await dialogue.aclose()
