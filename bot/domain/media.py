"""What came with a text besides words: named for the advocate by type, never fetched or opened (trust.md B33-B36)."""

from __future__ import annotations

# Flags of a message; the desk has a word for each. Nobody but us chooses these words: a sender's content type is never shown.
PICTURE, VOICE_NOTE, VIDEO, CONTACT_CARD, LOCATION, FILE = "picture", "voice_note", "video", "contact_card", "location", "file"
MEDIA = frozenset({PICTURE, VOICE_NOTE, VIDEO, CONTACT_CARD, LOCATION, FILE})
# Pictures that are documents with programs in them stay files.
_NO_PICTURE = frozenset({"image/svg+xml", "image/svg"})
_BY_TYPE = {
    **dict.fromkeys(("text/vcard", "text/x-vcard", "text/directory", "application/vcard", "text/contact"), CONTACT_CARD),
    **dict.fromkeys(("text/x-vlocation", "application/geo+json", "application/vnd.google-earth.kml+xml"), LOCATION),
    "application/ogg": VOICE_NOTE,
    "application/mp4": VIDEO,
}
_BY_KIND = {"image": PICTURE, "audio": VOICE_NOTE, "video": VIDEO}


def media_kind(content_type: str) -> str:
    """The kind of one piece of media by the content type that its sender gave; `FILE` for anything we have no word for."""
    named = content_type.split(";")[0].strip().lower()
    if named in _NO_PICTURE:
        return FILE
    return _BY_TYPE.get(named) or _BY_KIND.get(named.split("/")[0], FILE)
