"""Loaded by the peer's interpreter only: points Twilio's library at the pretend provider, and gives the model's message ids a body.

Twilio's library has no setting for its address, and our model yields ids where Rasa's channel wants texts. Nothing else is changed.
"""

import os

import twilio.http.http_client as http_client
from rasa.core.channels import twilio as channel

PROVIDER = os.environ["BENCH_PROVIDER_URL"]
_request = http_client.TwilioHttpClient.request


def request(self, method, url, *args, **kwargs):
    return _request(self, method, url.replace("https://api.twilio.com", PROVIDER), *args, **kwargs)


async def send_custom_json(self, recipient_id, json_message, **kwargs):
    if "message" in json_message:
        await self.send_text_message(recipient_id, json_message["message"])


http_client.TwilioHttpClient.request = request
channel.TwilioOutput.send_custom_json = send_custom_json
