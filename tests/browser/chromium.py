"""A real Chromium with the network blocked, and the questions that tests put to it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-dev-shm-usage", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
)  # fmt: skip


def programs() -> tuple[str, str] | None:
    """Paths of the browser and its driver, where both are installed."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


class Page:
    """One page in the browser; `open` waits until it has drawn itself."""

    def __init__(self, profile: Path) -> None:
        found = programs()
        assert found is not None
        options = Options()
        options.binary_location = found[0]
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(found[1]))
        self.driver.set_page_load_timeout(60)
        self.size(1400, 900)

    def size(self, width: int, height: int, *, dark: bool = False) -> None:
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})

    def open(self, file: Path, address: str = "") -> None:
        self.driver.get("about:blank")
        self.console()
        self.requests()
        self.driver.get(file.as_uri() + address)
        self.wait(lambda: self.run("return document.documentElement.dataset.ready") == "yes")

    def wait(self, condition: Any) -> None:
        WebDriverWait(self.driver, 20, 0.05).until(lambda _: condition())

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        """What a reader sees; lone surrogates, which the driver's protocol cannot carry, as U+FFFD."""
        text: str = self.run("return arguments[0].innerText.toWellFormed()", self.one(selector))
        return text

    def press(self, *keys: str) -> None:
        """Type into whatever has the focus."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def search(self, words: str) -> None:
        """As a person does: `/`, the words, Enter."""
        self.one("#search").send_keys(words)
        self.wait(lambda: self.all("#suggestions li"))
        self.one("#search").send_keys(Keys.ENTER)

    def console(self) -> list[str]:
        """What the browser complained of since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """What was asked of anybody since the last call, the page itself and what stands inside it left out."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        addresses = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [address for address in addresses if not address.startswith(("file:", "data:", "blob:", "about:"))]

    def colors(self) -> dict[tuple[int, int, int], int]:
        """Colour -> how many pixels of the canvas have it."""
        rows = self.run(
            "const c = document.querySelector('#canvas canvas'), found = {};"
            "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            "for (let i = 0; i < d.length; i += 4) if (d[i + 3] === 255) {"
            "  const key = d[i] << 16 | d[i + 1] << 8 | d[i + 2]; found[key] = (found[key] || 0) + 1;"
            "}"
            "return found;"
        )
        return {(int(key) >> 16, int(key) >> 8 & 255, int(key) & 255): count for key, count in rows.items()}
