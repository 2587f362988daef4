"""What Twilio posts: real, forged, re-cut and malformed (trust.md B25-B66)."""

from __future__ import annotations

import json
from urllib.parse import quote_from_bytes, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.twilio_sms.webhook import BadShape, NotTwilio, TooLarge, TwilioWebhooks, WrongContentType
from bot.domain.addresses import AddressKind, sms_address_kind
from bot.domain.deliveries import DeliveryState
from bot.ports import WebhookRejected
from bot.web.console.words import FLAGS
from tests.support.pretend_twilio import ACCOUNT, NUMBER, TOKEN, PretendTwilio, new_sid

PUBLIC, PATH, FORM = "https://line.example", "/hooks/twilio/inbound", "application/x-www-form-urlencoded"
twilio = PretendTwilio()
hooks = TwilioWebhooks(ACCOUNT, (TOKEN,), PUBLIC, (NUMBER,))


def signed(fields: dict[str, str], url: str = PUBLIC + PATH) -> tuple[str, list[str], str, bytes]:
    return PATH, [twilio.signature(url, fields)], FORM, urlencode(fields).encode()


def test_a_text_as_twilio_sends_it() -> None:
    fields = twilio.form("+15551230001", "¡Ayuda! mi jefe tiene mi pasaporte 🙏")
    incoming = hooks.inbound(*signed(fields))
    assert (incoming.provider_id, incoming.address.value) == (fields["MessageSid"], "+15551230001")
    assert incoming.text == "¡Ayuda! mi jefe tiene mi pasaporte 🙏"
    assert incoming.flags == ("carrier",)


@pytest.mark.parametrize("headers", [[], [""], ["x"], ["a", "b"]])
def test_B47_without_one_right_signature_nothing_is_read(headers: list[str]) -> None:
    path, _, form, body = signed(twilio.form("+15551230001", "hi"))
    with pytest.raises(NotTwilio):
        hooks.inbound(path, headers, form, body)


def test_B47_two_signature_headers_are_refused_even_when_both_are_right() -> None:
    path, signature, form, body = signed(twilio.form("+15551230001", "hi"))
    with pytest.raises(NotTwilio):
        hooks.inbound(path, signature * 2, form, body)


def test_B48_a_signature_for_another_address_is_refused() -> None:
    for url in ("https://evil.example" + PATH, PUBLIC + "/hooks/twilio/status", PUBLIC + PATH + "?x=1"):
        with pytest.raises(NotTwilio):
            hooks.inbound(*signed(twilio.form("+15551230001", "hi"), url))


def test_B49_parameters_cut_at_other_places_validate_and_are_refused_all_the_same() -> None:
    fields = twilio.form("+15551230001", "hi")
    good = twilio.signature(PUBLIC + PATH, fields)
    body_swallows_from = dict(fields)
    body_swallows_from["Body"] = "hi" + "From" + body_swallows_from.pop("From")
    # The HMAC covers names and values run together in alphabetical order: Body...CountryFrom... Only some cuts keep the sum.
    ordered = sorted(fields)
    joined = {**fields}
    first, second = ordered[ordered.index("MessageSid")], ordered[ordered.index("MessageSid") + 1]
    joined[first] = fields[first] + second + joined.pop(second)
    assert twilio.signature(PUBLIC + PATH, joined) == good, "the attack works on the signature"
    with pytest.raises(BadShape):
        hooks.inbound(PATH, [good], FORM, urlencode(joined).encode())
    with pytest.raises(WebhookRejected):
        hooks.inbound(PATH, [twilio.signature(PUBLIC + PATH, body_swallows_from)], FORM, urlencode(body_swallows_from).encode())


def test_B50_a_repeated_parameter_is_refused() -> None:
    fields = twilio.form("+15551230001", "hi")
    body = urlencode(fields).encode() + b"&Body=hi"
    with pytest.raises(BadShape):
        hooks.inbound(PATH, [twilio.signature(PUBLIC + PATH, fields)], FORM, body)


def test_B51_parameters_nobody_knows_yet_are_accepted() -> None:
    assert hooks.inbound(*signed(twilio.form("+15551230001", "hi", BrandNewField="x", ChannelMetadata='{"a": 1}'))).text == "hi"


@pytest.mark.parametrize("service", [{}, {"MessagingServiceSid": "MG" + "0" * 32}])
def test_B52_both_sender_forms_work(service: dict[str, str]) -> None:
    assert hooks.inbound(*signed(twilio.form("+15551230001", "hi", **service))).text == "hi"


def test_B53_another_account_signed_with_our_token_is_refused() -> None:
    with pytest.raises(NotTwilio):
        hooks.inbound(*signed(twilio.form("+15551230001", "hi", AccountSid="AC" + "9" * 32)))


@pytest.mark.parametrize("sid", ["", "SM1", "XX" + "0" * 32, "SM" + "A" * 32, "SM" + "0" * 10_000, "SM" + "0" * 31 + "\n"])
def test_B55_message_ids_of_another_shape_are_refused(sid: str) -> None:
    with pytest.raises(BadShape):
        hooks.inbound(*signed(twilio.form("+15551230001", "hi", MessageSid=sid)))


def test_B56_other_content_types_and_sizes_are_refused_before_anything_is_read() -> None:
    path, signature, form, body = signed(twilio.form("+15551230001", "hi"))
    for other in ("application/json", "multipart/form-data; boundary=x", ""):
        with pytest.raises(WrongContentType):
            hooks.inbound(path, signature, other, body)
    with pytest.raises(TooLarge):
        hooks.inbound(path, signature, form, b"a" * (64 * 1024 + 1))
    with pytest.raises(BadShape):
        hooks.inbound(path, signature, form, b"&".join(b"k%d=v" % n for n in range(201)))


def test_F9_both_tokens_are_accepted_while_one_replaces_the_other() -> None:
    path, signature, form, body = signed(twilio.form("+15551230001", "hi"))
    assert TwilioWebhooks(ACCOUNT, ("e" * 32, TOKEN), PUBLIC).inbound(path, signature, form, body).text == "hi"
    with pytest.raises(NotTwilio):
        TwilioWebhooks(ACCOUNT, ("e" * 32,), PUBLIC).inbound(path, signature, form, body)


@pytest.mark.parametrize("body", [None, "", "   ", "\u200b\ufeff\u3000"])
def test_B1_B2_B3_a_text_without_words_is_still_a_text(body: str | None) -> None:
    assert hooks.inbound(*signed(twilio.form("+15551230001", body))).text == (body or "")


def test_B5_B6_long_texts_are_kept_whole() -> None:
    assert len(hooks.inbound(*signed(twilio.form("+15551230001", "ñ" * 1600))).text) == 1600
    assert "too_long" in hooks.inbound(*signed(twilio.form("+15551230001", "a" * 1700))).flags


def test_B25_control_characters_are_kept() -> None:
    assert hooks.inbound(*signed(twilio.form("+15551230001", "a\x00b\x07"))).text == "a\x00b\x07"


def test_B26_bytes_that_are_not_text_never_raise_anything_but_a_refusal() -> None:
    fields = twilio.form("+15551230001", "BODY")
    for raw in (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf"):
        body = urlencode(fields).encode().replace(b"BODY", quote_from_bytes(raw).encode())
        with pytest.raises(NotTwilio):
            hooks.inbound(PATH, [twilio.signature(PUBLIC + PATH, fields)], FORM, body)


@pytest.mark.parametrize("tail", [b"%", b"%zz", b"+", b"%20"])
def test_B27_odd_percent_signs_are_read_by_one_parser_only(tail: bytes) -> None:
    from urllib.parse import parse_qsl

    raw = urlencode(twilio.form("+15551230001", "")).encode().replace(b"Body=", b"Body=x" + tail)
    fields = dict(parse_qsl(raw.decode(), keep_blank_values=True))
    assert hooks.inbound(PATH, [twilio.signature(PUBLIC + PATH, fields)], FORM, raw).text == fields["Body"]


def flags_of(sender: str = "+15551230001", body: str | None = "hi", **fields: str) -> tuple[str, ...]:
    return tuple(each for each in hooks.inbound(*signed(twilio.form(sender, body, **fields))).flags if each != "carrier")


@pytest.mark.parametrize("body", [None, "", "look"])
def test_B33_a_picture_is_noted_with_or_without_words(body: str | None) -> None:
    assert flags_of(body=body, NumMedia="1", MediaContentType0="image/jpeg", MediaUrl0="https://api.twilio.com/x") == ("picture",)


@pytest.mark.parametrize(
    ("count", "odd"), [("0", False), ("1", False), ("10", False), ("999", True), ("-1", True), ("abc", True), ("", True)]
)
def test_B34_the_number_of_media_is_never_counted_on(count: str, odd: bool) -> None:
    got = flags_of(NumMedia=count)
    assert ("odd_media_count" in got) == odd
    assert ("file" in got) == (count != "0"), "something came, and nobody says what"
    assert "picture" in flags_of(NumMedia=count, MediaContentType0="image/png"), "what is there is noted, whatever the number says"


@pytest.mark.parametrize(
    ("content_type", "noted"),
    [
        ("image/jpeg", "picture"), ("IMAGE/HEIC; q=1", "picture"), ("audio/amr", "voice_note"), ("application/ogg", "voice_note"),
        ("video/mp4", "video"), ("text/vcard", "contact_card"), ("text/x-vCard", "contact_card"), ("text/directory", "contact_card"),
        ("text/x-vlocation", "location"), ("application/pdf", "file"), ("image/svg+xml", "file"), ("text/html", "file"),
        ("application/x-msdownload", "file"), ("", "file"), ("<script>", "file"), ("picture", "file"),
    ],
)  # fmt: skip
def test_B36_what_came_is_noted_by_a_word_of_ours(content_type: str, noted: str) -> None:
    assert flags_of(NumMedia="1", MediaContentType0=content_type) == (noted,)
    assert noted in FLAGS, "the desk has words for it"


def test_B36_several_things_are_each_noted_once_and_a_pin_is_a_location() -> None:
    several = {f"MediaContentType{n}": each for n, each in enumerate(["image/jpeg", "image/png", "audio/mp4", "text/x-vcard"])}
    assert flags_of(NumMedia="4", **several) == ("picture", "voice_note", "contact_card")
    assert flags_of(Latitude="25.7", Longitude="-80.1") == ("location",)


@pytest.mark.parametrize(
    ("sender", "kind"),
    [
        ("+15551230001", AddressKind.PHONE), ("72345", AddressKind.SHORT_CODE), ("BANK", AddressKind.ALPHANUMERIC),
        ("whatsapp:+15551230001", AddressKind.OTHER_CHANNEL), ("rcs:+15551230001", AddressKind.OTHER_CHANNEL),
        ("+266696687", AddressKind.UNUSABLE), ("anonymous", AddressKind.UNUSABLE), ("", AddressKind.UNUSABLE),
        ("+12345678901234567890", AddressKind.UNUSABLE), ("+0123456789", AddressKind.UNUSABLE), ("x" * 300, AddressKind.UNUSABLE),
    ],
)  # fmt: skip
def test_B58_B59_B62_B64_only_a_phone_is_answerable(sender: str, kind: AddressKind) -> None:
    incoming = hooks.inbound(*signed(twilio.form(sender, "hi")))
    assert sms_address_kind(sender) is kind
    assert ("not_answerable" in incoming.flags) == (kind is not AddressKind.PHONE)
    assert kind is AddressKind.PHONE or kind.value in FLAGS, "the desk has words for it"


@pytest.mark.parametrize("sender", [NUMBER, "+15550009990", "+15550008888"])
def test_B60_none_of_our_numbers_is_ever_answered(sender: str) -> None:
    ours = TwilioWebhooks(ACCOUNT, (TOKEN,), PUBLIC, (NUMBER, "+15550009990"))
    flags = ours.inbound(*signed(twilio.form(sender, "hi", To="+15550008888"))).flags
    assert ("not_answerable" in flags, "own_number" in flags) == (True, True)


@pytest.mark.parametrize("sender", ["anonymous", "+266696687", "", "+12345678901234567890", "!!", "Anonymous ", "Restricted"])
def test_B62_senders_without_an_address_never_share_a_conversation(sender: str) -> None:
    addresses = {hooks.inbound(*signed(twilio.form(sender, "hi"))).address.value for _ in range(3)}
    assert len(addresses) == 3


@pytest.mark.parametrize(
    "fields",
    [
        {"To": NUMBER + ",+15550001111"}, {"To": ";".join([NUMBER] * 9)}, {"OtherRecipients0": "+15550001111"}, {"Addresses": "[1]"},
        {"Recipients": "+1, +2"}, {"Participants1": "+15550001111"}, {"GroupAddresses": "x"},
    ],
)  # fmt: skip
def test_B63_a_text_to_several_people_waits_for_a_human(fields: dict[str, str]) -> None:
    incoming = hooks.inbound(*signed(twilio.form("+15551230001", "hi", **fields)))
    assert {"not_answerable", "group"} <= set(incoming.flags)
    assert incoming.address.value == "+15551230001", "one sender, and a reply goes to nobody else"


def test_B64_another_messenger_is_an_identity_of_its_own() -> None:
    addresses = {hooks.inbound(*signed(twilio.form(f"{prefix}+15551230001", "hi"))).address.value for prefix in ("", "whatsapp:", "rcs:")}
    assert len(addresses) == 3


def test_B62_a_request_without_a_sender_was_cut_again_and_is_refused() -> None:
    fields = twilio.form("+15551230001", "hi")
    del fields["From"]
    with pytest.raises(BadShape):
        hooks.inbound(*signed(fields))


def test_a_status_callback() -> None:
    fields = {"MessageSid": new_sid(), "AccountSid": ACCOUNT, "MessageStatus": "undelivered", "ErrorCode": "30003", "To": "+1"}
    sid, state, code = hooks.status(*signed(fields))
    assert (sid, state, code) == (fields["MessageSid"], DeliveryState.UNDELIVERED, "30003")
    fields |= {"MessageStatus": "a-new-word", "ErrorCode": "<b>"}
    assert hooks.status(*signed(fields))[1:] == (None, None)


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=6), st.text(max_size=30), st.binary(max_size=60))
def test_no_request_whatever_raises_anything_but_a_refusal(fields: dict[str, str], signature: str, raw: bytes) -> None:
    for body in (raw, json.dumps(fields).encode(), urlencode(fields, errors="replace").encode()):
        with pytest.raises(WebhookRejected):
            hooks.inbound(PATH, [signature], FORM, body)
