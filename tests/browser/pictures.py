"""Takes the pictures of every screen: `bin/pictures [FOLDER [ADDRESS]]`; or its faults: `--check [ADDRESS]`.

WebP, drawn by Chromium itself, so that two hundred pictures stay small enough to be kept with the code.
"""

from __future__ import annotations

import base64
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS
from tests.browser.findings import barriers, fit
from tests.browser.screens import SCREENS

PASSWORD = "a good word"  # of the demo’s people, printed by `bin/run`
SIZES = {"wide": (1440, 900), "narrow": (390, 844)}
SCALES = {1440: 0.6, 390: 0.75}
QUALITY = 25
READY_WITHIN_SECONDS = 900


@contextmanager
def demo() -> Iterator[str]:
    """A demo desk of its own, and where it is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "goodword", "up", "--demo", "--data", data, "--port", str(port)]
        running = subprocess.Popen(command, stdout=sys.stderr)
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz", running)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(60)


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    """Waits until the desk answers; raises TimeoutError when it does not, or has ended."""
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    while running.poll() is None and time.monotonic() < give_up:
        with suppress(OSError), urlopen(address) as answer:
            if answer.status == 200:
                return
        time.sleep(1)
    raise TimeoutError(f"{address} does not answer.")


def signed_in(browser: Browser, base: str, who: str, scheme: str) -> Page:
    """A page in which somebody has signed in (nobody for "")."""
    page = browser.new_context(color_scheme=scheme).new_page()  # type: ignore[arg-type]
    if who:
        page.goto(f"{base}/accounts/login/")
        page.fill("input[name=login]", f"{who}@larchandlane.example")
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{base}/")
    return page


def open_screen(page: Page, base: str, address: str) -> None:
    """Opens a screen, by links on others where the address says so."""
    start, *links = address.split(" > ")
    page.goto(base + start, wait_until="domcontentloaded")
    for link in links:
        page.goto(base + str(page.locator(link).first.get_attribute("href")), wait_until="domcontentloaded")
    page.wait_for_timeout(700)


def take(page: Page, file: Path) -> int:
    """Draws what the window shows into a file; returns its size."""
    kind = "png" if file.suffix == ".png" else "webp"
    asked: dict[str, Any] = {"format": kind}
    if kind == "webp":
        across = page.evaluate("innerWidth")
        place = {"x": 0, "y": 0, "width": across, "height": page.evaluate("innerHeight"), "scale": SCALES[across]}
        asked |= {"quality": QUALITY, "clip": place}
    drawn = base64.b64decode(page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)["data"])
    file.write_bytes(drawn)
    return len(drawn)


def take_all(browser: Browser, base: str, folder: Path, kind: str = "webp") -> int:
    """Takes every screen in both widths and both schemes; returns the bytes of all."""
    size = 0
    for scheme in ("light", "dark"):
        pages = {who: signed_in(browser, base, who, scheme) for who in dict.fromkeys(who for _, who, _ in SCREENS)}
        for name, who, address in SCREENS:
            page = pages[who]
            page.set_viewport_size({"width": SIZES["wide"][0], "height": SIZES["wide"][1]})
            open_screen(page, base, address)
            for width, (across, down) in SIZES.items():
                page.set_viewport_size({"width": across, "height": down})
                page.wait_for_timeout(250)
                size += take(page, folder / f"{name}-{width}-{scheme}.{kind}")
                if (name, width, scheme) == ("today", "wide", "light"):
                    take(page, folder / "today.png")
            sys.stderr.write(f"{name} {scheme}\n")
    return size


def check_all(browser: Browser, base: str) -> int:
    """Says what does not fit or keeps somebody out, on every screen in both widths and schemes; returns how much."""
    found = 0
    pages = {who: signed_in(browser, base, who, "light") for who in dict.fromkeys(who for _, who, _ in SCREENS)}
    for name, who, address in SCREENS:
        page = pages[who]
        open_screen(page, base, address)
        for width, (across, down) in SIZES.items():
            page.set_viewport_size({"width": across, "height": down})
            faults = set(fit(page))
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                faults |= set(barriers(page))
            for fault in sorted(faults):
                sys.stdout.write(f"{name} ({width}): {fault}\n")
            found += len(faults)
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium, else the one that Playwright has brought."""
    with sync_playwright() as playwright:
        path = os.environ.get("GOODWORD_CHROMIUM") or shutil.which("chromium") or None
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def main(folder: str = "docs/pictures", base: str = "", kind: str = "webp") -> None:
    """Takes the pictures and says how large they are; `--check` looks for faults and ends with 1 at any."""
    if folder in ("-h", "--help"):
        sys.exit(__doc__)
    with chromium() as browser, nullcontext(base) if base else demo() as running:
        if folder == "--check":
            found = check_all(browser, running)
            sys.stdout.write(f"{found} findings on {len(SCREENS)} screens\n")
            sys.exit(1 if found else 0)
        where = Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        size = take_all(browser, running, where, kind)
        sys.stdout.write(f"{size / 1e6:.1f} MB in {where}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
