"""Pages leave: each by the advocate's first way, then by the next, and when none is left the next person is called at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from bot.domain.deliveries import DeliveryState, SendOutcome, SendResult
from bot.domain.ladder import Ladder, hurried
from bot.domain.paging import TRIES_A_WAY, Page, PageState, page_text, way_after
from bot.domain.troubles import Trouble
from bot.ports import Clock, PageSender, UnitOfWork, UnitsOfWork

AT_ONCE = 20
_NO_WAY = SendOutcome(SendResult.REFUSED, error_code="no_way")


@dataclass(frozen=True, slots=True)
class SendPages:
    """A page is claimed before it leaves; one whose sender died is sent again, because a page too many harms nobody."""

    units: UnitsOfWork
    clock: Clock
    sender: PageSender
    ladder: Ladder
    service_name: str

    async def __call__(self) -> int:
        """Send what is queued; returns how many pages were tried."""
        for tried in range(AT_ONCE):
            async with self.units() as unit:
                page = await unit.claim_page(self.clock.now())
                await unit.commit()
            if page is None:
                return tried
            outcome = _NO_WAY
            if page.pager is not None:
                outcome = await self.sender.page(
                    page.pager.way, page.pager.address, page_text(self.service_name, page.number, test=page.test)
                )
            await self._record(page, outcome)
        return AT_ONCE

    async def news(self, provider_id: str, state: DeliveryState) -> bool:
        """What a carrier says later of a page it had taken; False when `provider_id` is no page."""
        async with self.units() as unit:
            found = await unit.page_by_provider_id(provider_id)
            page = await unit.page(found) if found else None
        if page is None:
            return False
        if state in (DeliveryState.UNDELIVERED, DeliveryState.FAILED) and page.state is PageState.ACCEPTED:
            # This way has shown that it does not reach them: no second try.
            await self._record(page, SendOutcome(SendResult.REFUSED, error_code="undelivered"), again=False)
        return True

    async def _record(self, sent: Page, outcome: SendOutcome, *, again: bool = True) -> None:
        now = self.clock.now()
        async with self.units() as unit:
            if sent.conversation is not None:
                # The conversation's lock first, as everywhere.
                await unit.conversation(sent.conversation, lock=True)
            page = await unit.page(sent.id)
            if page is None:
                return
            if outcome.result is SendResult.ACCEPTED:
                await unit.save_page(replace(page, state=PageState.ACCEPTED), outcome.provider_id)
                await unit.end_trouble(Trouble.PAGING_FAILS)
            else:
                await self._failed(unit, page if again else replace(page, attempts=TRIES_A_WAY), outcome.error_code, now)
            if page.conversation is not None:
                await unit.announce(page.conversation)
            await unit.commit()

    async def _failed(self, unit: UnitOfWork, page: Page, error_code: str | None, now: datetime) -> None:
        after = way_after(page, await unit.pagers_of(page.advocate))
        if after is not None:
            attempts = page.attempts if after == page.pager else 0
            await unit.save_page(replace(page, pager=after, attempts=attempts, state=PageState.QUEUED), error_code=error_code)
            return
        await unit.save_page(replace(page, state=PageState.FAILED), error_code=error_code)
        await unit.note_trouble(Trouble.PAGING_FAILS, now)
        if page.conversation is not None:
            await self._hurry(unit, page.conversation, now)

    async def _hurry(self, unit: UnitOfWork, conversation: UUID, now: datetime) -> None:
        climb = await unit.climb(conversation)
        if climb is not None:
            await unit.save_climb(hurried(climb, self.ladder, now))
