"""Where the nodes lie: a force-directed layout, computed once, the same for the same graph on every machine.

Positions are rounded in every step, so that the last bit of a floating-point sum never grows into another picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Pairs = NDArray[np.int64]
Groups = NDArray[np.int64]

SPRING: Final = 130.0
"""The distance at which a spring rests, in pixels of the page at zoom 1."""
PUSH: Final = 0.45 * SPRING * SPRING
EXACT: Final = 400
"""Up to this many nodes every pair repels; above, the mean field of a grid does."""
GRID: Final = 128
GRAVITY: Final = 0.2
TOGETHER: Final = 0.8
"""How much a community's middle draws its members, over what the middle of the picture does."""
ASIDE: Final = 0.35
"""How strong a spring between two communities is, over one within."""
WIDE: Final = 1.05
"""How much wider than high the picture is, as far as that takes no more than 1.4 times of stretching."""
ROOM: Final = 1.8
"""The picture's area over the area of all boxes."""


TOUCH: Final = 0.5
"""Boxes that overlap by less than this, in pixels, only touch."""
STEP: Final = 0.5
"""How much of an overlap is undone in one round by each of the two."""
GROW: Final = 1.003
"""How much the whole picture grows in each round, so that there is an end to it."""

TITLE: Final = (360.0, 26.0, 26.0)
"""The box of a community's title: two lines."""

Positions = list[tuple[int, int]]
Box = tuple[float, float, float]
"""Width of a node with its label, and how far it reaches above and below the node's middle."""


def place(
    edges: Sequence[tuple[int, int]], boxes: Sequence[Box], groups: Sequence[int], core: int, titled: Sequence[int] = ()
) -> tuple[Positions, Positions]:
    """Whole-pixel positions of the first `core` nodes by themselves, and of all nodes together.

    Edges are pairs of indices; `groups` numbers the community of each node, which keeps together; each `titled` one gets
    room for a title, whose positions follow those of the nodes. The second picture grows out of the first, so that a
    reader finds everybody about where he was.
    """
    links, sizes = np.array(edges, dtype=np.int64).reshape(-1, 2), np.array(boxes, dtype=np.float64).reshape(-1, 3)
    of = np.array(groups, dtype=np.int64)
    inner = _forces(_start(of[:core]), links[(links < core).all(axis=1)], of[:core])
    alone = _whole(_spread(inner, sizes[:core], of[:core], titled))
    if core == len(boxes):
        return alone, alone
    return alone, _whole(_spread(_forces(_start_near(inner, links, len(boxes)), links, of), sizes, of, titled))


def _whole(points: Points) -> Positions:
    centre = (points.max(axis=0) + points.min(axis=0)) / 2 if len(points) else 0
    return [(int(x), int(y)) for x, y in np.rint(points - centre)]


def _start(groups: Groups) -> Points:
    """Start on a sunflower spiral of communities, each a spiral of its own: nothing random, important nodes inside."""
    sizes = np.bincount(groups)
    middles = _spiral(len(sizes), np.cumsum(sizes) - sizes / 2)
    points = middles[groups]
    for group in range(len(sizes)):
        points[groups == group] += _spiral(int(sizes[group]), np.arange(sizes[group]))
    return np.round(points, 3)


def _spiral(count: int, filled: NDArray[Any]) -> Points:
    """A sunflower spiral: evenly spread where `filled` counts what lies further inside than each point."""
    turns = np.arange(count) * math.pi * (3 - math.sqrt(5))
    radius = SPRING * 0.6 * np.sqrt(filled + 0.5)
    return np.round(np.stack([radius * np.cos(turns), radius * np.sin(turns)], axis=1), 3)


def _start_near(inner: Points, edges: Pairs, count: int) -> Points:
    """Nodes beyond the inner ones start at the middle of their neighbours, each turned a little further round it."""
    points = np.concatenate([inner, _spiral(count, np.arange(count))[len(inner) :]])
    near: dict[int, list[int]] = {}
    for one, other in edges.tolist():
        near.setdefault(max(one, other), []).append(min(one, other))
    for node in range(len(inner), count):
        if node in near:
            angle = node * math.pi * (3 - math.sqrt(5))
            points[node] = points[near[node]].mean(axis=0) + SPRING * 0.5 * np.array([math.cos(angle), math.sin(angle)])
    return np.round(points, 3)


def _spread(points: Points, boxes: Points, groups: Groups, titled: Sequence[int]) -> Points:
    """Scale to the room that the boxes need, put titles above their communities, then part those that still touch."""
    if len(points) < 2:
        return points
    points = _scaled(points, boxes)
    titles = [[points[groups == one, 0].mean(), points[groups == one, 1].min() - TITLE[2]] for one in titled]
    points = np.concatenate([points, np.array(titles).reshape(-1, 2)])
    boxes = np.concatenate([boxes, np.array([TITLE] * len(titled)).reshape(-1, 3)])
    sizes, below = _sizes(boxes)
    return _pull_apart(points + below, sizes, rounds=300 if len(points) <= EXACT else 150) - below


def _sizes(boxes: Points) -> tuple[Points, Points]:
    """Width and height of each box, and how far its middle lies from its node's."""
    sizes = np.stack([boxes[:, 0], boxes[:, 1] + boxes[:, 2]], axis=1)
    return sizes, np.stack([np.zeros(len(boxes)), (boxes[:, 2] - boxes[:, 1]) / 2], axis=1)


def _scaled(points: Points, boxes: Points) -> Points:
    sizes, _ = _sizes(boxes)
    extent = np.maximum(np.ptp(points, axis=0), 1.0)
    widen = min(max(math.sqrt(WIDE * float(extent[1] / extent[0])), 0.7), 1.4)
    scale = math.sqrt(ROOM * float((sizes[:, 0] * sizes[:, 1]).sum()) / float(extent[0] * extent[1]))
    scaled: Points = np.round(points * np.array([widen, 1 / widen]) * scale, 2)
    return scaled


def _forces(points: Points, edges: Pairs, groups: Groups) -> Points:
    count = len(points)
    steps = 200 if count <= EXACT else 120
    repel = _repel_pairs if count <= EXACT else _repel_field
    degree = np.bincount(edges.ravel(), minlength=count).astype(np.float64)
    mass = 1 + np.sqrt(degree)
    stiff = np.where(groups[edges[:, 0]] == groups[edges[:, 1]], 0.55, 0.55 * ASIDE)
    members = np.bincount(groups)
    for step in range(steps):
        middle = np.zeros((len(members), 2))
        np.add.at(middle, groups, points / members[groups][:, None])
        move = repel(points, mass) - GRAVITY * mass[:, None] * (points + TOGETHER * (points - middle[groups]))
        _add_springs(move, points, edges, degree, stiff)
        length = np.sqrt((move * move).sum(axis=1, keepdims=True)) + 1e-9
        limit = SPRING * 0.5 * (1 - step / steps) + 0.5
        points = np.round(points + move / length * np.minimum(length, limit), 3)
    return points


def _add_springs(move: Points, points: Points, edges: Pairs, degree: NDArray[np.float64], stiff: NDArray[np.float64]) -> None:
    source, target = edges[:, 0], edges[:, 1]
    pull = points[target] - points[source]
    # Springs of a hub share its strength, else the hub drags everybody onto itself.
    weight = (stiff / np.sqrt(np.minimum(degree[source], degree[target])))[:, None]
    np.add.at(move, source, pull * weight)
    np.add.at(move, target, -pull * weight)


def _repel_pairs(points: Points, mass: NDArray[np.float64]) -> Points:
    dx, dy = _gaps(points)
    strength = mass[:, None] * mass[None, :] / (dx * dx + dy * dy + 1.0)
    return PUSH * np.stack([(dx * strength).sum(axis=1), (dy * strength).sum(axis=1)], axis=1)


def _gaps(points: Points) -> tuple[Points, Points]:
    """How far each point lies from each other one, along x and along y."""
    x, y = points[:, 0], points[:, 1]
    return x[:, None] - x[None, :], y[:, None] - y[None, :]


def _repel_field(points: Points, mass: NDArray[np.float64]) -> Points:
    """Repulsion by a grid: masses into cells, the force of all cells on each by one convolution (FFT)."""
    low = points.min(axis=0)
    cell = float(np.max(points.max(axis=0) - low)) / (GRID - 1) + 1e-6
    at = np.floor((points - low) / cell).astype(np.int64)
    density = np.zeros((2 * GRID, 2 * GRID))
    np.add.at(density, (at[:, 0], at[:, 1]), mass)
    offset = np.fft.fftfreq(2 * GRID, 1 / (2 * GRID)) * cell
    dx, dy = np.meshgrid(offset, offset, indexing="ij")
    square = dx * dx + dy * dy + cell * cell
    spectrum = np.fft.rfft2(density)
    fields = [np.fft.irfft2(spectrum * np.fft.rfft2(d / square), s=density.shape)[at[:, 0], at[:, 1]] for d in (dx, dy)]
    result: Points = np.round(PUSH * mass[:, None] * np.stack(fields, axis=1), 3)
    return result


def _pull_apart(points: Points, sizes: Points, rounds: int) -> Points:
    """Move boxes apart along the axis of least overlap until no label lies on another."""
    points = points.copy()
    for _ in range(rounds):
        first, second = _touching(points, sizes)
        if not len(first):
            break
        gap = points[first] - points[second]
        overlap = (sizes[first] + sizes[second]) / 2 - np.abs(gap)
        narrow = (overlap[:, 0] > overlap[:, 1]).astype(np.int64)
        rows = np.arange(len(first))
        move = np.zeros_like(gap)
        move[rows, narrow] = overlap[rows, narrow] * np.where(gap[rows, narrow] < 0, -STEP, STEP)
        push = np.zeros_like(points)
        np.add.at(push, first, move)
        np.add.at(push, second, -move)
        points = np.round((points + push) * GROW, 2)
    return points


def _touching(points: Points, sizes: Points) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of boxes that overlap: a sweep over the points from left to right, each against the next ones to its right."""
    order = np.argsort(points[:, 0], kind="stable")
    (x, y), (width, height) = points[order].T.copy(), sizes[order].T / 2
    widest = 2 * float(np.max(width))
    firsts, seconds = [order[:0]], [order[:0]]
    for step in range(1, len(order)):
        gap = x[step:] - x[:-step]
        if gap.min() >= widest:
            break
        near = (gap < width[step:] + width[:-step] - TOUCH) & (np.abs(y[step:] - y[:-step]) < height[step:] + height[:-step] - TOUCH)
        (hits,) = np.nonzero(near)
        firsts.append(order[hits])
        seconds.append(order[hits + step])
    return np.concatenate(firsts), np.concatenate(seconds)
