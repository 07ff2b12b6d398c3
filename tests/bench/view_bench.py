"""How long the HTML view takes at 300, 2,000, 10,000 and 20,000 nodes: `python tests/bench/view_bench.py [nodes ...]`.

Prints, for each size: seconds to make the page, its bytes, seconds until it has drawn itself, and milliseconds of one
search, one filter and one frame of panning; then of showing everything that the page can draw (it opens on those named
most), and of one frame with that. All in headless Chromium without a GPU and without a network.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from browser.chromium import Page
from kg.exporters.html import write_html
from kg.iri import document_id, sha256_of
from kg.model import Article, ArticleInfo, Claim, Entity, Graph, Mention, Record, Role, Situation, Span

TYPES = ("Person", "Organization", "GeopoliticalEntity", "Place", "Group")
PER_ARTICLE = 20
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
const start = performance.now();
send('pointerdown', 0);
const step = () => {
  n += 1;
  send('pointermove', n);
  if (n < 40) { requestAnimationFrame(step); return; }
  send('pointerup', n);
  done((performance.now() - start) / n);
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


def measure(page: Page, nodes: int, folder: Path) -> str:
    """One row of the table."""
    graph = graph_of(nodes)
    start = time.perf_counter()
    data = write_html(graph)
    making = time.perf_counter() - start
    file = folder / f"{nodes}.html"
    file.write_bytes(data)
    start = time.perf_counter()
    page.open(file)
    ready = time.perf_counter() - start
    page.driver.set_script_timeout(120)
    search = page.run(SEARCH)
    search = min(search, page.run(SEARCH))
    filtering, panning = page.driver.execute_async_script(TICK, "Place"), page.driver.execute_async_script(PAN)
    page.driver.execute_async_script(TICK, "Place")
    everything = page.driver.execute_async_script(TICK, "more") + page.driver.execute_async_script(TICK, "event")
    figures = (search, filtering, panning, everything, page.driver.execute_async_script(PAN))
    return f"{nodes:>6} {making:>8.2f} {len(data) / 1000:>8.0f} {ready:>8.2f}" + "".join(f"{figure:>11.1f}" for figure in figures)


def main() -> None:
    """Print one row a size."""
    sizes = [int(argument) for argument in sys.argv[1:]] or [300, 2000, 10_000, 20_000]
    with tempfile.TemporaryDirectory() as folder:
        page = Page(Path(folder) / "profile")
        heads = ("search ms", "filter ms", "frame ms", "all ms", "all frame")
        print(f"{'nodes':>6} {'make s':>8} {'kB':>8} {'ready s':>8}" + "".join(f"{head:>11}" for head in heads))
        for nodes in sizes:
            print(measure(page, nodes, Path(folder)), flush=True)
        page.driver.quit()


if __name__ == "__main__":
    main()
