"""Finds the Chromium that tests and benchmarks drive, or installs one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
"""Nothing but the page under test may use the network; no sandbox because CI runs as root."""


def find() -> str | None:
    """Path of a Chromium or Chrome, on the machine or downloaded by Playwright; None when there is none."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for place in PLACES:
        if Path(place).is_file():
            return place
    return _playwright_chromium()


def _playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install() -> str | None:
    """Playwright's own download; where that fails and we may, Debian's package. Returns its path or None."""
    _run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell", "chromium"])
    if path := _playwright_chromium():
        return path
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        _run(["apt-get", "-qq", "update"], quiet)
        _run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium"], quiet)
    return find()


def _run(command: list[str], environment: dict[str, str] | None = None) -> None:
    subprocess.run(
        command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
