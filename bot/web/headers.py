"""What every answer carries, so that a page leaves little behind and runs nothing foreign (trust.md 1.10)."""

from __future__ import annotations

from litestar.datastructures import MutableScopeHeaders
from litestar.types import BeforeMessageSendHookHandler, Message, Scope

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lantern"
)
_ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), display-capture=()",
}
_ONE_YEAR = "max-age=31536000"


def safe_headers(*, secure: bool) -> BeforeMessageSendHookHandler:
    """The hook that adds the headers to every answer, refusals and errors included; HSTS only behind TLS."""

    async def add(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in _ALWAYS.items():
            headers.setdefault(name, value)
        # Pages hold what people wrote; scripts and styles hold nothing.
        headers.setdefault("Cache-Control", "max-age=300" if scope["path"].startswith("/static/") else "no-store")
        if secure:
            headers.setdefault("Strict-Transport-Security", _ONE_YEAR)

    return add
