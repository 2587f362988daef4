"""What Twilio publishes about its message resource, as checks: fields, types, enums, formats, nothing unknown.

`twilio_messages.openapi.json` holds the published facts. Each check returns what is wrong, in words; nothing wrong is an empty list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_API = json.loads((Path(__file__).parent / "twilio_messages.openapi.json").read_text(encoding="utf-8"))
_SCHEMAS = _API["components"]["schemas"]
_LIST = _API["paths"]["/2010-04-01/Accounts/{AccountSid}/Messages.json"]
_RESOURCE = _SCHEMAS["api.v2010.account.message"]
_CREATE = _LIST["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
_PAGE = _LIST["get"]["responses"]["200"]["content"]["application/json"]["schema"]
_QUERY = {"type": "object", "properties": {each["name"]: each["schema"] for each in _LIST["get"]["parameters"] if each["in"] == "query"}}

# The fields of a webhook and of a status callback that are those of the resource under another name.
_AS_IN_RESOURCE = {
    "MessageSid": "sid", "SmsSid": "sid", "SmsMessageSid": "sid", "AccountSid": "account_sid", "From": "from", "To": "to", "Body": "body",
    "NumMedia": "num_media", "NumSegments": "num_segments", "MessageStatus": "status", "SmsStatus": "status", "ErrorCode": "error_code",
    "MessagingServiceSid": "messaging_service_sid", "ApiVersion": "api_version",
}  # fmt: skip
# What webhooks carry besides (https://www.twilio.com/docs/messaging/guides/webhook-request).
_WEBHOOK_ONLY = re.compile(r"(From|To)(City|State|Zip|Country)|OptOutType|Media(Url|ContentType)\d|RawDlrDoneDate")


def wrong_in_create(form: Mapping[str, str]) -> list[str]:
    """What is wrong with the form of a CreateMessage request."""
    wrong = _wrong(form, _CREATE, "form", text=True)
    if bool(form.get("From")) == bool(form.get("MessagingServiceSid")):
        wrong.append("form: From or MessagingServiceSid, one of them")
    if not 0 < len(form.get("Body", "")) <= 1600:
        wrong.append("form.Body: 1 to 1,600 characters")
    return wrong


def wrong_in_query(query: Mapping[str, str]) -> list[str]:
    """What is wrong with the query of a ListMessage request."""
    return _wrong(query, _QUERY, "query", text=True)


def wrong_in_page(page: Mapping[str, Any]) -> list[str]:
    """What is wrong with a page of the list of messages."""
    return _wrong(page, _PAGE, "page")


def wrong_in_resource(resource: Mapping[str, Any]) -> list[str]:
    """What is wrong with a message resource."""
    return _wrong(resource, _RESOURCE, "message")


def wrong_in_webhook(fields: Mapping[str, str]) -> list[str]:
    """What is wrong with the fields of an inbound webhook or a status callback."""
    wrong = []
    for name, value in fields.items():
        if name in _AS_IN_RESOURCE:
            wrong += _wrong(value, _RESOURCE["properties"][_AS_IN_RESOURCE[name]], name, text=True)
        elif not _WEBHOOK_ONLY.fullmatch(name):
            wrong.append(f"{name}: unknown")
    return wrong


def _wrong(value: Any, schema: Mapping[str, Any], where: str, *, text: bool = False) -> list[str]:
    """`text`: values come as in a form, numbers and truths written out."""
    if "$ref" in schema:
        schema = _SCHEMAS[schema["$ref"].rsplit("/", 1)[1]]
    if value is None:
        return [] if schema.get("nullable") else [f"{where}: null"]
    match schema.get("type"):
        case "object" if "properties" in schema:
            if not isinstance(value, Mapping):
                return [f"{where}: no object"]
            known = schema["properties"]
            wrong = [f"{where}.{name}: unknown" for name in value if name not in known]
            wrong += [f"{where}.{name}: missing" for name in schema.get("required", ()) if name not in value]
            return wrong + [
                each for name in value if name in known for each in _wrong(value[name], known[name], f"{where}.{name}", text=text)
            ]
        case "object":
            return [] if isinstance(value, Mapping) else [f"{where}: no object"]
        case "array":
            if not isinstance(value, list):
                return [f"{where}: no list"]
            return [each for at, item in enumerate(value) for each in _wrong(item, schema["items"], f"{where}[{at}]", text=text)]
        case "integer":
            return _wrong_number(value, schema, where, text)
        case "boolean":
            return [] if value in (("true", "false") if text else (True, False)) else [f"{where}: no truth value"]
    return _wrong_text(value, schema, where)


def _wrong_number(value: Any, schema: Mapping[str, Any], where: str, text: bool) -> list[str]:
    if text and isinstance(value, str) and re.fullmatch(r"-?\d+", value):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        return [f"{where}: no whole number"]
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    return [] if low <= value <= high else [f"{where}: {value} is not within {low} to {high}"]


def _wrong_text(value: Any, schema: Mapping[str, Any], where: str) -> list[str]:
    if not isinstance(value, str):
        return [f"{where}: no text"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is none of the published values"]
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return [f"{where}: does not match {schema['pattern']}"]
    return [] if _well_formed(value, schema.get("format", "")) else [f"{where}: no {schema['format']}"]


def _well_formed(value: str, form: str) -> bool:
    match form:
        case "phone-number":
            # Senders may also be short codes and names.
            return 0 < len(value) <= 64
        case "date-time":
            return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", value) is not None and bool(
                datetime.fromisoformat(value)
            )
        case "date-time-rfc-2822":
            return re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000", value) is not None and bool(parsedate_to_datetime(value))
        case "uri":
            # Twilio writes the addresses of its own pages without a host.
            return value.startswith("/2010-04-01/") or (urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).hostname))
        case "currency":
            return re.fullmatch(r"[A-Za-z]{3}", value) is not None
    return True
