"""A headless Chromium for the tests of this folder, or the command that installs it as the reason why they are skipped."""
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

INSTALL = "install it with: apt-get install -y chromium chromium-driver"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")


def program(*names: str) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The driver of a browser that is started once."""
    webdriver = pytest.importorskip("selenium.webdriver", reason=f"selenium is missing; {INSTALL}")
    browser, driver = program("chromium", "chromium-browser", "google-chrome"), program("chromedriver")
    if browser is None or driver is None:
        pytest.skip(f"no browser; {INSTALL}")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in FLAGS:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    chrome = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield chrome
    chrome.quit()


class Tab:
    """One page in the browser, and what a person does with it."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver, self.folder = driver, folder
        self.size(1400, 900)
        self.media("light")

    def size(self, width: int, height: int) -> None:
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                    {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700})

    def media(self, scheme: str) -> None:
        """Light or dark, and no smooth scrolling, so that nothing has to be waited for."""
        features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def open(self, html: str, anchor: str = "") -> "Tab":
        path = self.folder / "page.html"
        path.write_text(html, encoding="utf8", newline="")
        self.driver.get("about:blank")
        self.driver.get_log("browser")
        self.driver.get(path.as_uri() + anchor)
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def run_async(self, script: str) -> Any:
        return self.driver.execute_async_script(script)

    def find(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        return [one for one in self.driver.find_elements("css selector", selector) if one.is_displayed()]

    def hover(self, selector: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains
        element = self.find(selector)
        self.run("arguments[0].scrollIntoView({block: 'center'})", element)
        ActionChains(self.driver).move_to_element(element).perform()

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys
        ActionChains(self.driver).send_keys(*(getattr(Keys, key.upper()) for key in keys)).perform()

    def until(self, script: str, wanted: Any = True) -> None:
        """Wait until a script gives what is wanted, 10 seconds at most."""
        from selenium.webdriver.support.ui import WebDriverWait
        WebDriverWait(self.driver, 10, 0.03).until(lambda _: self.run(f"return {script}") == wanted, message=f"{script} is not {wanted!r}")

    @property
    def focus(self) -> str:
        """The id of the element that has the focus."""
        return str(self.run("return document.activeElement.id"))

    @property
    def card(self) -> str | None:
        """What the record shows, None while it is closed."""
        card = self.find("#card")
        return str(card.text) if card.is_displayed() else None

    @property
    def problems(self) -> list[str]:
        """What the browser complained about: errors of the script, and all that the page's policy forbade."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


@pytest.fixture
def tab(chromium: Any, tmp_path: Path) -> Tab:
    return Tab(chromium, tmp_path)
