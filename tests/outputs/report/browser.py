"""A browser without a window: what a reader does with the report, and what the browser notes."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

SECONDS = 20

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # Chromium has none where tests run as root
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--window-size=1280,900",
)

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


class Browser:
    """Chromium, and what it noted since it was asked last."""

    def __init__(self, driver: Chrome) -> None:
        """Take a driver that logs console and network."""
        self.driver = driver

    def open(self, path: Path, fragment: str = "") -> None:
        """Open a file and wait until its pictures and scripts are there."""
        self.driver.get(path.as_uri() + fragment)

    def find(self, selector: str) -> WebElement:
        """Return the first element of a CSS selector."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        """Return all elements of a CSS selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def seen(self, selector: str) -> list[str]:
        """Return the text of all elements that a reader sees."""
        return [element.text for element in self.all(selector) if element.is_displayed()]

    def run(self, script: str) -> Any:  # noqa: ANN401 - what a script returns
        """Return what a script of the test returns; the page's own policy does not bind it."""
        return self.driver.execute_script(script)

    def command(self, name: str, **parameters: object) -> None:
        """Send a command of the DevTools protocol."""
        self.driver.execute_cdp_cmd(name, parameters)

    def wait_for(self, end: str) -> None:
        """Wait until the address ends in some words."""
        WebDriverWait(self.driver, SECONDS).until(lambda d: d.current_url.endswith(end))

    def show(self, width: int, scheme: str = "light") -> None:
        """Look through a window of some width, in light or dark colours."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        self.command("Emulation.setDeviceMetricsOverride", **size)
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.command("Emulation.setEmulatedMedia", features=[feature])

    def errors(self) -> list[str]:
        """Return what the console told since it was asked last: errors and broken policies."""
        return [entry["message"] for entry in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for since it was asked last."""
        log = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        messages = (json.loads(entry["message"])["message"] for entry in log)
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium; a test that needs it is skipped where it is not installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    driver_program = shutil.which("chromedriver")
    if not program or not driver_program:
        pytest.skip("Chromium or its driver (Debian: chromium, chromium-driver) is not installed")
    options = ChromeOptions()
    options.binary_location = program
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with pytest.MonkeyPatch.context() as patch:
        for name in ("no_proxy", "NO_PROXY"):
            patch.setenv(name, "localhost,127.0.0.1")
        driver = Chrome(options, Service(driver_program))
        try:
            driver.set_page_load_timeout(SECONDS)
            yield Browser(driver)
        finally:
            driver.quit()
