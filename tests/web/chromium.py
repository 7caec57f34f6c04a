"""The browser of these tests: a Chromium that the machine has. None is ever downloaded."""

import os
import shutil
from pathlib import Path

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The address bar's own pages, two more renderers a window; and what Playwright disables, in whose place this list stands.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,WebUIContentsPreloadManager,"
    "PreloadTopChromeWebUI,AimEnabled,PaintHolding,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay,MediaRouter,"
    "OptimizationHints,NetworkTimeServiceQuerying,PreconnectToSearch,ThirdPartyStoragePartitioning,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose",
]
# The headless shell has no windows, tabs and bars: a page in it takes a fifth of the CPU time.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def find_chromium() -> str | None:
    """Its path: the one that `CHROMIUM` names, else the first on the machine."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next((path for name in _NAMES if (path := shutil.which(name) or _usual(name))), None)


def _usual(name: str) -> str | None:
    path = Path("/usr/bin") / name
    return str(path) if path.is_file() else None


def chromium_or_skip() -> str:
    """Where there is none, the test is skipped with the reason; in CI that is a failure."""
    path = find_chromium()
    if path is None:
        reason = "NO CHROMIUM: the pages were NOT tried in a browser. Install chromium, or name one by CHROMIUM=/path."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path
