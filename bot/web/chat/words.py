"""The chat page's own few words: labels and sentences from the catalogues (flows/page/messages.yml), in the language to show."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.addresses import Channel
from bot.domain.language import Language
from bot.ports import Wording

ENGLISH = "en"


class PageWords:
    """Labels and sentences of the page in one language: `words.send` is the message `page.send`."""

    def __init__(self, wording: Wording, language: Language) -> None:
        self.code = language.code
        self.direction = language.direction
        self._wording = wording

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._wording.render(f"page.{name}", self.code, Channel.CHAT).text
        except KeyError:
            raise AttributeError(name) from None


def page_words(wording: Wording, chosen: str | None, spoken: str | None, accepted: str) -> PageWords:
    """The words to use: the language chosen in the menu, else the conversation's, else the browser's (`Accept-Language`), else English."""
    known = {each.code.lower(): each for each in wording.languages() if each.content}
    for code in (chosen, spoken, *_by_preference(accepted)):
        for tag in _tags((code or "").lower()):
            if tag in known:
                return PageWords(wording, known[tag])
    return PageWords(wording, known[ENGLISH])


def _tags(code: str) -> tuple[str, ...]:
    """`code` and what it may fall back on: zh-tw is written in the traditional script (RFC 5646, likely subtags)."""
    if code in ("zh-tw", "zh-hk", "zh-mo"):
        return ("zh-hant",)
    parts = code.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def _by_preference(accepted: str) -> Sequence[str]:
    """The codes of an `Accept-Language` header, the best liked first (RFC 9110, 12.5.4)."""
    weighted: list[tuple[float, str]] = []
    for part in accepted[:500].split(","):
        code, _, parameter = part.strip().partition(";")
        weighted.append((-_weight(parameter), code.strip()))
    return [code for _, code in sorted(weighted, key=lambda each: each[0])]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
