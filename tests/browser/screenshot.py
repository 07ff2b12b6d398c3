"""Makes the README's picture of the HTML view: `python tests/browser/screenshot.py exports/graph.html exports/graph.png [address]`."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from browser.chromium import Page

SIZE = (1400, 900)


def main() -> None:
    """Open the page, wait until it stands still, save it."""
    source, target = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        page = Page(Path(folder))
        page.size(*SIZE)
        page.open(source, sys.argv[3] if len(sys.argv) > 3 else "")
        time.sleep(0.5)
        target.write_bytes(page.driver.get_screenshot_as_png())
        page.driver.quit()
    print(f"{target}: {SIZE[0]} x {SIZE[1]}, {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
