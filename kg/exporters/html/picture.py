"""What is drawn: people and things as nodes, claims as lines from who speaks to whom it is about, disputed claims as cards.

The whole network is in the data of the page; the picture leaves out what would bury its reader, and counts it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from pyvis.network import Network as VisNetwork

from kg.exporters.html.communities import communities, stories
from kg.exporters.html.layout import Box, Positions, place
from kg.network import Edge, Network, Node, shorten

TIERS: Final = ("main", "more", "event")
MOST_NODES: Final = 2000
MOST_NAMES: Final = 90
"""So many names, and so many disputed claims of theirs, are in the first picture; the rest is one click away."""
MOST_CARDS: Final = 24
MOST_CURVES: Final = 900
CARD_WIDTH: Final = 190
MOST_LETTERS: Final = 28
HEADS: Final = {
    "nodes": ("id", "tier", "kind", "type", "label", "group", "x", "y", "wide_x", "wide_y", "size", "text"),
    "lines": ("from", "to", "layer", "standing", "shows", "bend"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture; `layer` is claim, office, event or denial, `shows` the node of the network that a click opens."""

    source: str
    target: str
    layer: str
    standing: str
    shows: str


class Title(NamedTuple):
    """A community that is the story of one article, and where its title stands in the two layouts."""

    group: int
    article: str
    x: int
    y: int
    wide_x: int
    wide_y: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawing, the titles of communities that are one article's, and how many entities and events are left out."""

    drawing: VisNetwork
    titles: tuple[Title, ...]
    left_out: Mapping[str, int]


def draw(network: Network) -> Picture:
    """Choose nodes and lines, place them, and assemble them with pyvis; physics off, nothing random."""
    nodes = {node.id: node for node in network.nodes}
    lines = tuple(_lines(network, nodes))
    tiers = _tiers(network, nodes, lines)
    shown = sorted(tiers, key=lambda key: TIERS.index(tiers[key]))[:MOST_NODES]
    kept = set(shown)
    lines = tuple(line for line in lines if line.source in kept and line.target in kept)
    drawing, titles = _assemble([nodes[key] for key in shown], lines, tiers, _homes(network))
    left_out = Counter(node.kind for node in network.nodes if node.id not in kept and node.kind != "claim")
    return Picture(drawing, titles, dict(sorted(left_out.items())))


def _tiers(network: Network, nodes: Mapping[str, Node], lines: tuple[Line, ...]) -> dict[str, str]:
    """Node -> tier, most connected first: who is named most with their disputes, everybody else, events.

    Events of no kind of their own that join nobody to anybody have none.
    """
    weight = Counter(end for line in lines for end in (line.source, line.target))
    lone = {key for key in weight if nodes[key].type == "other" and nodes[key].kind == "event" and weight[key] == 1}
    core = {end for line in lines if line.layer != "event" for end in (line.source, line.target)}
    core |= {edge.source for edge in network.edges if edge.relation == "says"}
    ranked = sorted({*weight, *core} - lone, key=lambda key: (-weight[key], key))
    first = set([key for key in ranked if nodes[key].kind == "entity" and key in core][:MOST_NAMES])
    cards = {line.target for line in lines if line.source in first and nodes[line.target].kind == "claim"}
    first |= set([key for key in ranked if key in cards][:MOST_CARDS])
    return {key: "main" if key in first else "more" if key in core else "event" for key in ranked}


def _homes(network: Network) -> dict[str, str]:
    """Node -> the article that tells most of it; the first one where several do."""
    told: dict[str, Counter[str]] = {}
    for edge in network.edges:
        for end in (edge.source, edge.target):
            told.setdefault(end, Counter())[str(edge.attributes["article"])] += 1
    return {node: articles.most_common(1)[0][0] for node, articles in told.items()}


def rows_of(picture: Picture) -> dict[str, Any]:
    """The drawing as rows under one head each, ends of lines as numbers of nodes: a third of the size of pyvis' own objects."""
    nodes, lines = picture.drawing.nodes, picture.drawing.edges
    number = {node["id"]: i for i, node in enumerate(nodes)}
    numbered = [{**line, "from": number[line["from"]], "to": number[line["to"]]} for line in lines]
    rows = {name: [[row[head] for head in HEADS[name]] for row in found] for name, found in (("nodes", nodes), ("lines", numbered))}
    return {"heads": HEADS, **rows, "titles": picture.titles, "leftOut": picture.left_out}


def _lines(network: Network, nodes: Mapping[str, Node]) -> Iterator[Line]:
    speaker = {edge.target: edge.source for edge in network.edges if edge.relation == "says"}
    for edge in network.edges:
        ends = nodes[edge.source], nodes[edge.target]
        match edge.relation, ends[0].kind, ends[1].kind:
            case "says", _, _:
                if _is_card(ends[1]):
                    yield Line(edge.source, edge.target, "claim", "disputed", edge.target)
            case "about", _, _:
                yield from _about(edge, ends[0], speaker)
            case "denies", _, _:
                if denier := speaker.get(edge.source):
                    yield Line(denier, edge.target, "denial", "disputed", edge.source)
            case _, "entity", "entity":
                yield Line(edge.source, edge.target, "office", "narrated", edge.id)
            case _, "entity", "event":
                yield Line(edge.source, edge.target, "event", str(edge.attributes["standing"]), edge.target)
            case "in", "event", "entity":
                yield Line(edge.source, edge.target, "event", str(edge.attributes["standing"]), edge.source)


def _about(edge: Edge, claim: Node, speaker: Mapping[str, str]) -> Iterator[Line]:
    if _is_card(claim):
        yield Line(claim.id, edge.target, "claim", "disputed", claim.id)
    elif claim.id in speaker and speaker[claim.id] != edge.target:
        yield Line(speaker[claim.id], edge.target, "claim", "attributed", claim.id)


def _is_card(claim: Node) -> bool:
    return claim.attributes["standing"] == "disputed"


def _assemble(
    nodes: list[Node], lines: tuple[Line, ...], tiers: Mapping[str, str], told: Mapping[str, str]
) -> tuple[VisNetwork, tuple[Title, ...]]:
    """The main tier has places of its own; with the others shown, all have other places."""
    index = {node.id: i for i, node in enumerate(nodes)}
    ends = [(index[line.source], index[line.target]) for line in lines if line.source != line.target]
    homes = [told.get(node.id) for node in nodes]
    groups = communities(ends, homes)
    main = sum(tiers[node.id] == "main" for node in nodes)
    named = stories(groups[:main], homes[:main])
    core, whole = place(sorted(set(ends)), [_box(node) for node in nodes], groups, main, tuple(named))
    titles = zip(named.items(), core[main:], whole[len(nodes) :], strict=True)
    return _drawing(nodes, groups, core[:main], whole, tiers, lines), tuple(Title(*one, *at, *wide) for one, at, wide in titles)


def _drawing(
    nodes: list[Node], groups: list[int], core: Positions, whole: Positions, tiers: Mapping[str, str], lines: tuple[Line, ...]
) -> VisNetwork:
    drawing = VisNetwork(directed=True, height="100%", width="100%")
    for node, group, (x, y), (wide_x, wide_y) in zip(nodes, groups, core + whole[len(core) :], whole, strict=False):
        size = _size(node)
        places = {"group": group, "x": x, "y": y, "wide_x": wide_x, "wide_y": wide_y}
        looks = {"label": shorten(node.label, MOST_LETTERS), "shape": "dot", "size": size, "text": _text_size(node, size)}
        drawing.add_node(node.id, tier=tiers[node.id], kind=node.kind, type=node.type, **places, **looks)
    for line, bend in zip(lines, _bends(lines), strict=True):
        drawing.add_edge(line.source, line.target, layer=line.layer, standing=line.standing, shows=line.shows, bend=bend)
    return drawing


def _bends(lines: tuple[Line, ...]) -> list[float]:
    """Parallel lines fan out: straight (a denial, where there is one), then left and right by turns; above MOST_CURVES all are straight."""
    bends = [0.0] * len(lines)
    if len(lines) > MOST_CURVES:
        return bends
    pairs = [(min(line.source, line.target), max(line.source, line.target), line.layer == "event") for line in lines]
    together, seen = Counter(pairs), Counter[tuple[str, str, bool]]()
    for i in sorted(range(len(lines)), key=lambda i: lines[i].layer != "denial"):
        pair = pairs[i]
        bends[i] = _bend(seen[pair], min(0.07, 0.8 / together[pair]), flip=lines[i].source != pair[0])
        seen[pair] += 1
    return bends


def _bend(number: int, step: float, *, flip: bool) -> float:
    """How far the line is bent, and to which side; sides agree whichever end a line starts from."""
    bend = round((number + 1) // 2 * step * (1 if number % 2 else -1), 3)
    return -bend if flip else bend


def _size(node: Node) -> int:
    """Radius in pixels: area grows with the number of mentions, so that twice as much looks twice as much."""
    return 8 if node.kind != "entity" else min(6 + round(4 * float(node.attributes["mentions"]) ** 0.5), 44)


def _box(node: Node) -> Box:
    if node.kind == "claim":
        return CARD_WIDTH + 16, 36, 36
    size = _size(node)
    text = _text_size(node, size)
    return max(2 * size, 0.54 * text * min(len(node.label), MOST_LETTERS)) + 14, size + 4, size + text + 12


def _text_size(node: Node, size: int) -> int:
    """Height of the letters in pixels: bigger under bigger nodes."""
    return 12 if node.kind == "event" else max(14, min(22, 9 + round(size / 2.4)))
