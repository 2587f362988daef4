"""Advocates, desk sessions and API tokens: implements `ports.Staff`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.domain.views import AdvocateView
from bot.ports import Clock
from bot.storage import tables as t

IDLE = timedelta(minutes=60)
LONGEST_SESSION = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Hashing:
    """How passwords and tokens are hashed and checked (bot.security.passwords)."""

    hash_password: Callable[[str], str]
    password_matches: Callable[[str | None, str], bool]
    new_token: Callable[[], str]
    token_hash: Callable[[str], bytes]


class PostgresStaff:
    """Sessions end after an hour without use and after twelve hours in any case."""

    def __init__(self, engine: AsyncEngine, clock: Clock, hashing: Hashing) -> None:
        self._engine = engine
        self._clock = clock
        self._hashing = hashing

    async def add_advocate(self, name: str, password: str | None) -> AdvocateView:
        name = " ".join(name.split())
        if not 0 < len(name) <= 80:
            raise ValueError("an advocate's name has 1 to 80 characters")
        stored = await asyncio.to_thread(self._hashing.hash_password, password) if password is not None else None
        identity = uuid4()
        row = {"id": identity, "name": name, "password_hash": stored, "created_at": self._clock.now()}
        try:
            async with self._engine.begin() as connection:
                await connection.execute(sa.insert(t.advocates).values(row))
        except IntegrityError:
            raise ValueError("there is an advocate of that name already") from None
        return AdvocateView(identity, name)

    async def set_password(self, name: str, password: str) -> None:
        stored = await asyncio.to_thread(self._hashing.hash_password, password)
        async with self._engine.begin() as connection:
            query = sa.update(t.advocates).where(sa.func.lower(t.advocates.c.name) == name.lower()).values(password_hash=stored)
            done = await connection.execute(query.returning(t.advocates.c.id))
            advocate = done.scalar_one_or_none()
            if advocate is None:
                raise ValueError("there is no advocate of that name")
            await connection.execute(sa.delete(t.desk_sessions).where(t.desk_sessions.c.advocate_id == advocate))

    async def sign_in(self, name: str, password: str) -> str | None:
        a = t.advocates.c
        query = sa.select(a.id, a.password_hash).where(
            sa.func.lower(a.name) == name[:200].replace("\x00", "").lower(), a.disabled_at.is_(None)
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).one_or_none()
        stored = row.password_hash if row else None
        if not await asyncio.to_thread(self._hashing.password_matches, stored, password) or row is None:
            return None
        token, now = self._hashing.new_token(), self._clock.now()
        session = {"token_hash": self._hashing.token_hash(token), "advocate_id": row.id, "created_at": now, "last_seen_at": now}
        async with self._engine.begin() as connection:
            await connection.execute(sa.insert(t.desk_sessions).values(session))
        return token

    async def advocate_of_session(self, token: str, *, open_page: bool = False) -> AdvocateView | None:
        s, a, now = t.desk_sessions.c, t.advocates.c, self._clock.now()
        touch = (
            sa.update(t.desk_sessions)
            .where(s.token_hash == self._hashing.token_hash(token), s.last_seen_at > now - IDLE, s.created_at > now - LONGEST_SESSION)
            .where(a.id == s.advocate_id, a.disabled_at.is_(None))
            .values(last_seen_at=now, streamed_at=sa.func.now() if open_page else s.streamed_at)
            .returning(a.id, a.name)
        )
        async with self._engine.begin() as connection:
            row = (await connection.execute(touch)).one_or_none()
        return AdvocateView(row.id, row.name) if row else None

    async def sign_out(self, token: str) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(sa.delete(t.desk_sessions).where(t.desk_sessions.c.token_hash == self._hashing.token_hash(token)))

    async def new_api_token(self, name: str) -> str:
        advocate = await self._advocate_named(name)
        token = self._hashing.new_token()
        row = {"token_hash": self._hashing.token_hash(token), "advocate_id": advocate, "created_at": self._clock.now()}
        async with self._engine.begin() as connection:
            await connection.execute(sa.insert(t.api_tokens).values(row))
        return token

    async def advocate_of_api_token(self, token: str) -> AdvocateView | None:
        k, a = t.api_tokens.c, t.advocates.c
        query = (
            sa.select(a.id, a.name)
            .join(t.api_tokens, k.advocate_id == a.id)
            .where(k.token_hash == self._hashing.token_hash(token), k.revoked_at.is_(None), a.disabled_at.is_(None))
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(query)).one_or_none()
        return AdvocateView(row.id, row.name) if row else None

    async def any_advocate(self) -> bool:
        async with self._engine.connect() as connection:
            query = sa.select(sa.exists().where(t.advocates.c.password_hash.is_not(None)))
            return bool((await connection.execute(query)).scalar_one())

    async def _advocate_named(self, name: str) -> UUID:
        a = t.advocates.c
        async with self._engine.begin() as connection:
            row = {"id": uuid4(), "name": name, "created_at": self._clock.now()}
            await connection.execute(insert(t.advocates).values(row).on_conflict_do_nothing())
            found: UUID = (await connection.execute(sa.select(a.id).where(sa.func.lower(a.name) == name.lower()))).scalar_one()
        return found
