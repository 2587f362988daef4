"""The practice phone in a browser."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.people import Advocate, Phone
from tests.support.pages_server import Served


async def test_a_text_reaches_the_desk_and_the_answer_reaches_the_phone(served: Served, phone: Phone, ana: Advocate) -> None:
    await phone.texts("hello, is this free")
    await expect(phone.messages).to_have_text(["hello, is this free"])
    await expect(ana.rows).to_have_count(1)
    await ana.rows.first.click()
    await ana.takes_over()
    await ana.replies("Yes, it is free. I am a person.")
    await expect(phone.messages).to_have_text(["hello, is this free", "Yes, it is free. I am a person."])
    await expect(phone.page.locator(".lock-screen .words")).to_have_text("Yes, it is free. I am a person.")


async def test_each_tab_is_a_phone_of_its_own(served: Served, phone: Phone) -> None:
    second = await Phone(await phone.page.context.new_page(), served.url).is_switched_on()
    await phone.texts("from the first", "+15550100001")
    await second.texts("from the second", "+15550100002")
    await expect(phone.messages).to_have_text(["from the first"])
    await expect(second.messages).to_have_text(["from the second"])
    one, two = served.line.views
    served.line.says(one, "to the first")
    served.line.says(two, "to the second")
    await expect(phone.messages).to_have_text(["from the first", "to the first"])
    await expect(second.messages).to_have_text(["from the second", "to the second"])
    await phone.texts("again from the first")
    await expect(phone.messages.last).to_have_text("again from the first")
    assert "5550100" not in phone.page.url + second.page.url


async def test_the_phone_scrolls_to_the_newest_text(served: Served, phone: Phone) -> None:
    await phone.texts("hello")
    await expect(phone.messages).to_have_count(1)
    for number in range(20):
        served.line.says(next(iter(served.line.views)), f"answer {number}")
    await expect(phone.messages).to_have_count(21)
    await expect(phone.messages.last).to_be_in_viewport()


async def test_time_passes(served: Served, phone: Phone, ana: Advocate) -> None:
    served.line.opens("hello", waiting=True)
    await expect(ana.rows.first).to_contain_text("waiting less than a minute")
    await phone.page.get_by_label("Minutes").fill("61")
    await phone.page.get_by_role("button", name="Let them pass").click()
    await expect(phone.page.locator("#time")).to_be_visible()
    await ana.page.reload()
    await expect(ana.rows.first).to_contain_text("waiting 61 min")
