"""What the HTML view costs at 300, 2,000, 10,000 and 20,000 nodes: `python tests/bench/view_bench.py [nodes ...]`.

Prints a row a size, the columns in the order of `HEADS`: seconds of CPU to make the page, and to choose and place what is
drawn; per cent of the drawn nodes that lie on another; kilobytes, and those allowed (550 and 40 bytes a node and 100 a
quotation); requests to anywhere; seconds until the page has drawn itself, and its main thread's CPU in them; milliseconds
of one search, of one filter until it is painted, of main-thread CPU in one frame of panning; then of showing everything
that the page can draw (it opens on those named most), and of one frame with that. Headless Chromium, no GPU, no network.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from browser.chromium import Page
from kg.exporters.html import write_html
from kg.exporters.html.picture import Picture, draw
from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo, Claim, Entity, Graph, Mention, Record, Role, Situation, Span
from kg.network import build_network

TYPES = ("Person", "Organization", "GeopoliticalEntity", "Place", "Group")
PER_ARTICLE = 20
HEADS = {
    "nodes": 0, "make s": 2, "draw s": 2, "overlap %": 2, "kB": 0, "allowed": 0, "requests": 0, "ready s": 2, "CPU s": 2,
    "search ms": 1, "filter ms": 1, "frame ms": 1, "all ms": 0, "frame ms ": 1,
}  # fmt: skip
"""Columns, and how many decimals each is printed with."""
SEARCH = """
const field = document.getElementById('search'), start = performance.now();
field.value = 'name 12';
field.dispatchEvent(new Event('input'));
return performance.now() - start;
"""
TICK = """
const [name, done] = arguments, start = performance.now(), box = document.querySelector(`[data-filter=${name}]`);
if (!box) { done(0); return; }
box.click();
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""
PAN = """
const done = arguments[0], box = document.querySelector('#canvas canvas'), at = box.getBoundingClientRect();
const mouse = { bubbles: true, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, isPrimary: true };
const send = (type, n) => box.dispatchEvent(new PointerEvent(type, { ...mouse, clientX: at.x + 20 + n * 3, clientY: at.y + 20 + n * 2 }));
let n = 0;
send('pointerdown', 0);
const step = () => {
  n += 1;
  send('pointermove', n);
  if (n < 40) { requestAnimationFrame(step); return; }
  send('pointerup', n);
  done(n);
};
requestAnimationFrame(step);
"""


def graph_of(nodes: int) -> Graph:
    """A graph of that many entities and events; as many claims as entities, one in thirty denied."""
    count = nodes // 2
    entities = tuple(Entity(f"person/name-{n}", TYPES[n % len(TYPES)], f"Name {n} Surname") for n in range(count))
    articles, records = [], []
    for start in range(0, count, PER_ARTICLE):
        numbers = range(start, min(start + PER_ARTICLE, count))
        text = "".join(f"Name {n} said that the bridge of district {n * 7} would be closed for about {n} weeks.\n" for n in numbers)
        sha = sha256_of(text)
        info = ArticleInfo(document_id(sha), f"{start}.txt", sha, title=f"Article {start}", published=date(2024, 1, 1))
        articles.append(Article(text, info))
        records.append(_record(info, text, numbers, count))
    return Graph(tuple(articles), tuple(records), entities)


def _record(info: ArticleInfo, text: str, numbers: range, count: int) -> Record:
    claims, situations, mentions, at = [], [], [], 0
    for n in numbers:
        line = Span(at, text.index("\n", at))
        name = Span(at, at + len(f"Name {n}"))
        content = Span(text.index("that", at) + 5, line.end - 1)
        hub, other = f"person/name-{n % max(1, count // 50)}", f"person/name-{(n * 37 + 11) % count}"
        denies = (f"claim-{n - 1}",) if n % 30 == 7 else ()
        said = date(2024, 1, 1) + timedelta(days=n % 300)
        speaker = f"person/name-{n}"
        claims.append(Claim(f"claim-{n}", speaker, "Name", name, None, (content,), line, about=(hub, other), said_on=said, denies=denies))
        roles = (Role("agent", other, name), Role("patient", hub, name))
        situations.append(Situation(f"situation-{n}", "closing", content, line, f"bridge {n} closes", roles=roles, standing="attributed"))
        mentions.append(Mention(name, "name", f"person/name-{n}"))
        at = line.end + 1
    return Record(info, mentions=tuple(mentions), situations=tuple(situations), claims=tuple(claims))


def overlap(picture: Picture) -> float:
    """Per cent of the nodes that lie on another one when everything that can be drawn is."""
    nodes = [(node["wide_x"], node["wide_y"], node["size"]) for node in picture.drawing.nodes]
    on = [i for i, (x, y, r) in enumerate(nodes) if any(math.hypot(x - a, y - b) < r + s for a, b, s in nodes[:i])]
    return 100 * len(on) / max(1, len(nodes))


def busy(page: Page) -> float:
    """Seconds of CPU that the page's main thread has used so far."""
    metrics = page.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
    return next(metric["value"] for metric in metrics if metric["name"] == "TaskDuration")


def frame(page: Page) -> float:
    """Milliseconds of main-thread CPU of one frame of panning."""
    before = busy(page)
    frames: float = page.driver.execute_async_script(PAN)
    return 1000 * (busy(page) - before) / frames


def measure(page: Page, nodes: int, folder: Path) -> tuple[float, ...]:
    """One row of the table."""
    graph = graph_of(nodes)
    start = time.process_time()
    data = write_html(graph)
    making = time.process_time() - start
    start = time.process_time()
    picture = draw(build_network(graph))
    drawing = time.process_time() - start
    file = folder / f"{nodes}.html"
    file.write_bytes(data)
    start = time.perf_counter()
    page.open(file)
    ready, used = time.perf_counter() - start, busy(page)
    asked = len(page.requests())
    search = min(page.run(SEARCH), page.run(SEARCH))
    filtering, panning = page.driver.execute_async_script(TICK, "Place"), frame(page)
    page.driver.execute_async_script(TICK, "Place")
    everything = page.driver.execute_async_script(TICK, "more") + page.driver.execute_async_script(TICK, "event")
    allowed = 550 + 0.04 * nodes + 0.1 * len(graph.claims)
    seconds = (making, drawing, overlap(picture), len(data) / 1000, allowed, asked, ready, used)
    return (nodes, *seconds, search, filtering, panning, everything, frame(page))


def main() -> None:
    """Print one row a size."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [300, 2000, 10_000, 20_000]
    with tempfile.TemporaryDirectory() as folder:
        page = Page(Path(folder) / "profile")
        page.driver.set_script_timeout(120)
        page.driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
        print(" ".join(f"{head:>10}" for head in HEADS))
        for nodes in sizes:
            row = measure(page, nodes, Path(folder))
            print(" ".join(f"{value:>10.{decimals}f}" for value, decimals in zip(row, HEADS.values(), strict=True)), flush=True)
        page.driver.quit()


if __name__ == "__main__":
    main()
