"""Sealing of content (AES-256-GCM, a data key per conversation wrapped by a day key) and keyed indexes (HMAC-SHA-256)."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from collections import OrderedDict
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.ports import CannotOpen, SealedKey
from bot.security.keys import KEY_BYTES, KeyFiles, KeyMissing

NONCE_BYTES = 12
SMALLEST_PADDED = 128
OPENED_KEYS_KEPT = 4096


def padded(plain: bytes) -> bytes:
    """`plain` with its length in front, filled up to a power of two of at least 128 bytes, so that sizes tell little (trust.md T17)."""
    framed = len(plain).to_bytes(4, "big") + plain
    size = SMALLEST_PADDED
    while size < len(framed):
        size *= 2
    return framed.ljust(size, b"\x00")


def unpadded(framed: bytes) -> bytes:
    """The bytes that `padded` was given."""
    length = int.from_bytes(framed[:4], "big")
    return framed[4 : 4 + length]


class ConversationSealing:
    """Implements `ports.Sealing` on key files. Keeps a bounded number of opened data keys in memory."""

    def __init__(self, keys: KeyFiles) -> None:
        self._keys = keys
        self._index_key = keys.index_key()
        self._opened: OrderedDict[bytes, AESGCM] = OrderedDict()
        # The spill opens its records on a thread of its own.
        self._lock = threading.Lock()

    def new_key(self, now: datetime) -> SealedKey:
        key_id, wrapping = self._keys.wrapping_key_for(now)
        nonce = os.urandom(NONCE_BYTES)
        wrapped = nonce + AESGCM(wrapping).encrypt(nonce, os.urandom(KEY_BYTES), f"data key|{key_id}".encode())
        return SealedKey(key_id, wrapped)

    def seal(self, key: SealedKey, plain: str, context: str) -> bytes:
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._cipher(key).encrypt(nonce, padded(plain.encode("utf-8", "surrogatepass")), context.encode())

    def open(self, key: SealedKey, sealed: bytes, context: str) -> str:
        try:
            framed = self._cipher(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context.encode())
        except InvalidTag:
            raise CannotOpen(context) from None
        return unpadded(framed).decode("utf-8", "surrogatepass")

    def index(self, kind: str, value: str) -> bytes:
        return hmac.new(self._index_key, f"{kind}\x1f{value}".encode("utf-8", "surrogatepass"), hashlib.sha256).digest()

    def _cipher(self, key: SealedKey) -> AESGCM:
        with self._lock:
            cipher = self._opened.get(key.wrapped)
            if cipher is not None:
                self._opened.move_to_end(key.wrapped)
                return cipher
        try:
            wrapping = self._keys.wrapping_key(key.key_id)
            raw = AESGCM(wrapping).decrypt(key.wrapped[:NONCE_BYTES], key.wrapped[NONCE_BYTES:], f"data key|{key.key_id}".encode())
        except (KeyMissing, InvalidTag):
            raise CannotOpen(key.key_id) from None
        cipher = AESGCM(raw)
        with self._lock:
            self._opened[key.wrapped] = cipher
            if len(self._opened) > OPENED_KEYS_KEPT:
                self._opened.popitem(last=False)
        return cipher
