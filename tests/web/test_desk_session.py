"""Who gets to the desk: sign-in, sessions, form tokens, origins. Default deny (trust.md T27, T28, T29, B71)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import httpx
import pytest
from litestar.routes import HTTPRoute

from bot.web.console import sign_in as sign_in_routes
from bot.web.console.routes import desk_pages
from bot.web.console.sign_in import WRONG
from bot.web.console.throttle import LONGEST_DELAY, Throttle
from bot.web.pages.gate import is_foreign
from bot.web.server import public_app
from tests.support.pages_server import PASSWORD, Line, Served, services_on, serving
from tests.support.visitor import Visitor

OPEN_ROUTES = {("GET", "/desk/sign-in"), ("POST", "/desk/sign-in")}


@pytest.fixture(autouse=True)
def quick_door(monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_wait(_: float) -> None: ...

    monkeypatch.setattr(sign_in_routes.door, "throttle", Throttle(sleep=no_wait))


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    async with serving(practice=False) as up:
        yield up


def desk_routes() -> list[tuple[str, str]]:
    """Every method and path of the desk, with ids filled in."""
    app = public_app(services_on(Line()), [desk_pages], "0" * 64)
    found = []
    for route in app.routes:
        if isinstance(route, HTTPRoute) and route.path.startswith("/desk"):
            path = route.path
            for parameter in ("{conversation:uuid}", "{message:uuid}"):
                path = path.replace(parameter, str(uuid4()))
            assert "{" not in path, path
            found += [(method, path) for method in route.methods if method != "OPTIONS"]
    return found


def test_the_desk_has_routes_to_protect() -> None:
    assert len(desk_routes()) >= 11
    assert set(desk_routes()) >= OPEN_ROUTES


@pytest.mark.parametrize(("method", "path"), desk_routes())
async def test_T29_no_route_of_the_desk_answers_without_a_session(served: Served, method: str, path: str) -> None:
    async with Visitor(served.url) as stranger:
        token = (await stranger.look("/desk/sign-in")).forms[-1].fields["_csrf_token"]
        stranger.client.follow_redirects = False
        for cookie in (None, "wrong", uuid4().hex, ""):
            if cookie is not None:
                stranger.client.cookies.set("desk", cookie)
            form = {"_csrf_token": token, "text": "x"} if method == "POST" else None
            response = await stranger.client.request(method, path, data=form)
            if (method, path) in OPEN_ROUTES:
                assert response.status_code in (200, 401)
            elif method == "POST":
                assert response.status_code == 401
            else:
                assert response.status_code == 303
                assert response.headers["location"].startswith("/desk/sign-in")
                live = await stranger.client.request(method, path, headers={"X-Live": "1"})
                assert live.status_code == 401
        assert served.line.reads == []


async def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(served: Served) -> None:
    async with Visitor(served.url) as visitor:
        for name, password in (
            ("Ana", "wrong"),
            ("Nobody", PASSWORD),
            ("", ""),
            ("Ana\x00", PASSWORD),
            ("Аna", PASSWORD),
            ("Ana", "x" * 5000),
        ):
            page = await visitor.sign_in(name, password)
            assert page.status == 401
            assert WRONG in page.text
            assert "desk" not in visitor.client.cookies
        assert (await visitor.sign_in()).title == "Desk"


async def test_B71_a_password_of_a_mebibyte_is_turned_away_before_it_is_checked(served: Served) -> None:
    async with Visitor(served.url) as visitor:
        page = await visitor.sign_in("Ana", "x" * 2**20)
        assert page.status == 413
        assert served.line.staff.tried == []


@pytest.mark.parametrize("secure", [False, True])
async def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(secure: bool) -> None:
    async with serving(secure=secure) as served, Visitor(served.url) as visitor:
        page = await visitor.look("/desk/sign-in")
        fields = {**page.form("/desk/sign-in").fields, "name": "Ana", "password": PASSWORD}
        # httpx keeps secure cookies from plain http: the form's cookie goes by hand.
        token = fields["_csrf_token"]
        answer = await httpx.AsyncClient(base_url=served.url).post("/desk/sign-in", data=fields, headers={"Cookie": f"csrf={token}"})
        assert answer.status_code == 303
        cookie = next(each for each in answer.headers.get_list("set-cookie") if "desk=" in each)
        assert cookie.startswith("__Host-desk=" if secure else "desk=")
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        assert {"httponly", "path=/", "samesite=strict"} <= attributes
        assert ("secure" in attributes) == secure
        assert not any(each.startswith(("domain", "max-age", "expires")) for each in attributes)


async def test_signing_out_ends_the_session_here_and_on_the_server(served: Served) -> None:
    async with Visitor(served.url) as visitor:
        await visitor.sign_in()
        stolen = visitor.client.cookies["desk"]
        page = await visitor.send("/desk/sign-out")
        assert page.title == "Sign in"
        assert "desk" not in visitor.client.cookies
        visitor.client.cookies.set("desk", stolen)
        assert (await visitor.look("/desk")).title == "Sign in"


async def test_signing_in_again_ends_the_session_before(served: Served) -> None:
    async with Visitor(served.url) as visitor:
        await visitor.sign_in("Ana")
        await visitor.sign_in("Ben")
        assert [each.name for each in served.line.staff.sessions.values()] == ["Ben"]


async def test_after_signing_in_one_lands_where_one_wanted_to_go_and_never_elsewhere(served: Served) -> None:
    one = served.line.opens("hello")
    async with Visitor(served.url) as visitor:
        page = await visitor.look(f"/desk/conversations/{one}")
        assert page.title == "Sign in"
        page = await visitor.send("/desk/sign-in", name="Ana", password=PASSWORD)
        assert page.title == "Conversation 1"
        for elsewhere in ("https://evil.example/", "//evil.example", "/desk/../../x", "/desk/conversations/x", "javascript:alert(1)"):
            page = await visitor.look(f"/desk/sign-in?back={elsewhere}")
            assert page.form("/desk/sign-in").fields["back"] == "/desk"
            page = await visitor.send("/desk/sign-in", name="Ana", password=PASSWORD, back=elsewhere)
            assert (page.title, page.response.url.path) == ("Desk", "/desk")


async def test_a_reply_typed_before_the_session_ended_is_still_there_after_signing_in_again(served: Served) -> None:
    one = served.line.opens("hello")
    at = f"/desk/conversations/{one}"
    async with Visitor(served.url) as visitor:
        await visitor.sign_in()
        await visitor.look(at)
        await visitor.send(f"{at}/take-over")
        served.line.staff.sessions.clear()
        page = await visitor.send(f"{at}/reply", text="It is safe\nto come out.")
        assert page.status == 401
        assert "your text is kept" in page.text
        assert served.line.replies == []
        page = await visitor.send("/desk/sign-in", name="Ana", password="wrong")
        page = await visitor.send("/desk/sign-in", name="Ana", password=PASSWORD)
        assert "Your text was not sent yet." in page.text
        assert page.form(f"{at}/reply").fields["text"] == "It is safe\nto come out."
        await visitor.send(f"{at}/reply")
        assert served.line.replies == ["It is safe\nto come out."]


async def test_a_form_from_before_a_restart_is_shown_again_with_its_text_and_then_works() -> None:
    async with serving(csrf_secret="a" * 64) as before, Visitor(before.url) as visitor:
        old = await visitor.look("/desk/sign-in")
        port = int(before.url.rsplit(":", 1)[1])
        cookie = visitor.client.cookies["csrf"]
    async with serving(csrf_secret="b" * 64, port=port) as served, Visitor(served.url) as visitor:
        visitor.client.cookies.set("csrf", cookie)
        page = await visitor.send("/desk/sign-in", old, name="Ana", password=PASSWORD)
        assert page.status == 403
        assert page.form("/desk/sign-in").fields["name"] == "Ana"
        visitor.client.cookies.delete("csrf", domain="")
        page = await visitor.send("/desk/sign-in", password=PASSWORD)
        assert page.title == "Desk"
        one = served.line.opens("hello")
        at = f"/desk/conversations/{one}"
        await visitor.look(at)
        page = await visitor.send(f"{at}/take-over")
        page = await visitor.send(f"{at}/reply", text="I am here.", _csrf_token="0" * 128)
        assert page.status == 403
        assert served.line.replies == []
        assert page.form(f"{at}/reply").fields["text"] == "I am here."
        assert "password" not in page.response.text
        await visitor.send(f"{at}/reply")
        assert served.line.replies == ["I am here."]


OWN = {"https://line.example"}


@pytest.mark.parametrize(
    ("method", "origin", "site", "foreign"),
    [
        ("POST", "https://line.example", "same-origin", False),
        ("POST", "null", "same-origin", False),  # what browsers send under our no-referrer policy
        ("POST", None, "none", False),
        ("POST", "https://line.example", None, False),
        ("POST", "null", None, False),  # an old browser under no-referrer; the token decides
        ("POST", None, None, False),
        ("POST", "https://evil.example", "cross-site", True),
        ("POST", "https://line.example", "cross-site", True),
        ("POST", "null", "cross-site", True),
        ("POST", "https://sub.line.example", "same-site", True),
        ("POST", "https://evil.example", None, True),
        ("POST", "http://line.example", None, True),
        ("POST", "https://line.example.evil.example", None, True),
        ("DELETE", "https://evil.example", None, True),
        ("GET", "https://evil.example", "cross-site", False),
    ],
)
def test_T28_which_requests_are_foreign(method: str, origin: str | None, site: str | None, foreign: bool) -> None:
    assert is_foreign(method, origin, site, OWN) is foreign


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site", "Origin": "null"}]
)
async def test_T28_a_foreign_page_can_do_nothing_even_with_session_and_token(served: Served, headers: dict[str, str]) -> None:
    one = served.line.opens("hello")
    at = f"/desk/conversations/{one}"
    async with Visitor(served.url) as visitor:
        await visitor.sign_in()
        page = await visitor.look(at)
        for act in ("take-over", "close"):
            assert (await visitor.send(f"{at}/{act}", page, headers=headers)).status == 403
        assert (await visitor.send("/desk/sign-out", page, headers=headers)).status == 403
        assert served.line.views[one].advocate is None
        assert (await visitor.look("/desk")).title == "Desk"


async def test_a_post_without_the_forms_token_changes_nothing(served: Served) -> None:
    one = served.line.opens("hello")
    async with Visitor(served.url) as visitor:
        await visitor.sign_in()
        for body in ({}, {"_csrf_token": ""}, {"_csrf_token": "x" * 128}):
            response = await visitor.client.post(f"/desk/conversations/{one}/take-over", data=body)
            assert response.status_code == 403
        assert served.line.views[one].advocate is None


def test_the_delay_grows_with_mistakes_but_never_locks_anybody_out() -> None:
    now = [1000.0]
    throttle = Throttle(now=lambda: now[0])
    delays = []
    for _ in range(12):
        delays.append(throttle.delay("Ana"))
        throttle.failed("  ana ")
    assert delays[:3] == [0, 0, 0]
    assert delays[3:] == sorted(delays[3:])
    assert throttle.delay("ANA") == LONGEST_DELAY
    assert throttle.delay("Ben") == 0
    throttle.succeeded("Ana")
    assert throttle.delay("Ana") == 0
    for number in range(10_000):
        throttle.failed(f"name {number}")
    assert throttle.delay("Ben") == LONGEST_DELAY
    now[0] += 61
    assert throttle.delay("Ben") == 0
    assert throttle.delay("name 9999") == 0


async def test_T27_a_colleague_gets_in_while_somebody_guesses(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(sign_in_routes.door, "throttle", Throttle(sleep=note))
    services = services_on(served.line)
    for _ in range(40):
        await asyncio.gather(*(sign_in_routes.door.try_sign_in(services, "Ana", f"guess {number}") for number in range(5)))
    waited.clear()
    assert await sign_in_routes.door.try_sign_in(services, "Ana", PASSWORD) is not None
    assert sum(waited) <= LONGEST_DELAY
