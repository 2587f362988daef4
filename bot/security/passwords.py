"""Passwords and tokens: argon2id for what people choose, SHA-256 for random tokens (their 256 bits need no stretching)."""

from __future__ import annotations

import functools
import hashlib
import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LONGEST_PASSWORD_BYTES = 1024
SHORTEST_PASSWORD = 12

# RFC 9106, second recommended option (64 MiB), with time cost 3.
_hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


@functools.cache
def _nobodys_hash() -> str:
    """A hash to check against when there is no such advocate."""
    return _hasher.hash("a password nobody has")


def hash_password(password: str) -> str:
    """The argon2id hash of `password`; ValueError when it is too short or too long."""
    usable = _usable(password)
    if usable is None or len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"a password has at least {SHORTEST_PASSWORD} characters and at most {LONGEST_PASSWORD_BYTES} bytes")
    return _hasher.hash(usable)


def password_matches(stored: str | None, password: str) -> bool:
    """Whether `password` belongs to `stored`. Takes the same time when there is no such advocate (`stored` is None)."""
    usable = _usable(password)
    try:
        right = _hasher.verify(stored or _nobodys_hash(), usable or "")
    except (VerificationError, InvalidHashError):
        return False
    return right and stored is not None and usable is not None


def _usable(password: str) -> str | None:
    normal = unicodedata.normalize("NFC", password.encode("utf-8", "replace").decode("utf-8"))
    return normal if len(normal.encode("utf-8")) <= LONGEST_PASSWORD_BYTES else None


def new_token() -> str:
    """A random token of 256 bits, safe in URLs and headers."""
    return secrets.token_urlsafe(32)


def token_hash(token: str) -> bytes:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def readable_password() -> str:
    """A random first password of 80 bits, in groups that can be read aloud."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(4)) for _ in range(4))
