"""What Lantern says, for the person who answers for it: how far each language is, and which facts nobody has checked lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litestar import get
from litestar.response import Template

from bot.domain.views import AdvocateView, StaleFact
from bot.web.console.session import Acting
from bot.web.pages.forms import Provided
from bot.web.services import Services


@dataclass(frozen=True, slots=True)
class LanguageState:
    """A row of the table: texts of one language by state."""

    name: str
    reviewed: int
    draft: int
    outdated: int
    missing: int


def stale_for(services: Services, advocate: AdvocateView) -> Sequence[StaleFact]:
    """The stale facts this advocate answers for."""
    if services.content_owner not in (None, advocate.name):
        return ()
    return services.stale_facts(services.clock.now().date())


@get("/words")
async def words(services: Provided, advocate: Acting) -> Template:
    """The page."""
    names = {each.code: each.english_name for each in services.wording.languages()}
    states = [LanguageState(names.get(code, code), **counts) for code, counts in services.words_status().items()]
    context = {
        "advocate": advocate,
        "states": states,
        "stale": services.stale_facts(services.clock.now().date()),
        "owner": services.content_owner,
        "practice": services.practice_clock is not None,
    }
    return Template("desk/words.html", context=context)
