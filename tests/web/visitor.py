"""A page in a browser that keeps an eye on itself: its errors, and whom it talks to."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

_SOMETHING = re.compile(r"\S+")
IMAGES = Path(__file__).parents[2] / "docs" / "images"
SOON = 15_000  # milliseconds: the machine of a test may be busy


@dataclass
class Visitor:
    """Somebody at a browser of their own (their own storage)."""

    url: str
    page: Page
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)

    @classmethod
    async def arrive(cls, browser: Browser, url: str, *, width: int = 1280, height: int = 860, dark: bool = False) -> Self:
        context = await browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", locale="en-US"
        )
        page = await context.new_page()
        page.set_default_timeout(SOON)
        visitor = cls(url, page, context)
        page.on("console", visitor._on_console)
        page.on("pageerror", lambda error: visitor.complaints.append(f"error: {error}"))
        page.on("request", visitor._on_request)
        return visitor

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text} {message.location.get('url', '')}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.complaints.append(f"asked another host: {urlsplit(request.url).netloc}")

    async def open(self, path: str) -> None:
        await self.page.goto(self.url + path)

    async def open_chat(self, customer: str = "") -> None:
        """The shop, signed in as a demo customer, with the chat open and the greeting there."""
        await self.open("/")
        if customer:
            await self.page.get_by_label("Demo: sign in as").select_option(customer)
            await expect(self.page.locator("support-chat")).to_have_attribute("customer-token", _SOMETHING)
        await self.page.get_by_role("button", name="Open the chat").click()
        await expect(self.page.get_by_text("AI assistant of Harbour & Pine")).to_be_visible(timeout=SOON)

    async def say(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Your message").fill(text)
        await self.page.keyboard.press("Enter")

    async def press(self, name: str) -> None:
        await self.page.get_by_role("button", name=name).last.click()

    async def reads(self, text: str) -> None:
        """Waits until the text stands in the chat or console."""
        await expect(self.page.get_by_role("log").get_by_text(text).filter(visible=True).last).to_be_visible(timeout=SOON)

    def forgive(self, *words: str) -> None:
        """Drops the complaints that the test itself provoked."""
        self.complaints = [c for c in self.complaints if not any(w in c for w in words)]

    async def picture(self, name: str) -> None:
        """A screenshot for the documents, where `UPDATE_SCREENSHOTS=1` asks for them."""
        if os.environ.get("UPDATE_SCREENSHOTS") == "1":
            await self.page.wait_for_timeout(1500)
            await self.page.screenshot(path=IMAGES / f"{name}.png")

    async def sign_in_as_staff(self, path: str, key: str) -> None:
        await self.open(path)
        await self.page.get_by_label("Staff key").fill(key)
        await self.page.get_by_role("button", name="Sign in").click()

    async def leave(self) -> None:
        await self.context.close()
