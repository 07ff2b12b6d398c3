// The network on its canvas: positions come with the page, vis-network only draws.

const CLOSEST = 1.2;
const LEGIBLE = 0.5;
const MOST_DASHED = 900; // lines: more of them cost too much time a frame to be broken into dashes

function createDrawing(data, state, open) {
  const box = document.getElementById('canvas');
  const nodes = new vis.DataSet();
  const lines = new vis.DataSet();
  const place = new Map(data.nodes.map((node) => [node.id, node]));
  const lineById = new Map(data.lines.map((line, number) => [number, line]));
  const drawn = new Map();
  const looks = createLooks(data, state, place, at);
  let behind = [];
  let cursor = null;
  let waiting = null;
  let strokes = null;
  refresh();
  const network = new vis.Network(box, { nodes, edges: lines }, options());
  network.on('click', (event) => {
    if (event.nodes.length) open(event.nodes[0]);
    else if (event.edges.length) open(lineById.get(event.edges[0]).shows);
    else open(storyAt(event.pointer.canvas));
  });
  network.on('beforeDrawing', (pen) => {
    paintGrounds(pen, behind, state.near ? '--faint' : '--soft');
    if (network.renderer.dragging || network.renderer.zooming) paintStrokes(pen);
  });
  network.on('afterDrawing', ring);
  night.addEventListener('change', () => {
    network.setOptions(options());
    drawn.clear();
    refresh();
  });

  function options() {
    const many = data.lines.length > MOST_DASHED;
    return {
      physics: false,
      layout: { improvedLayout: false },
      interaction: {
        hover: !many,
        tooltipDelay: 250,
        hideEdgesOnDrag: true, // while the picture moves, `paintStrokes` draws them
        hideEdgesOnZoom: true,
      },
      nodes: {
        font: {
          color: color('--ink'),
          size: 14,
          face: FACE,
          strokeWidth: 3,
          strokeColor: color('--ground'),
        },
        scaling: { label: { drawThreshold: 3 } },
      },
      edges: { arrows: { to: { enabled: true, scaleFactor: 0.45 } }, selectionWidth: 1.5, hoverWidth: 0.6, arrowStrikethrough: false },
    };
  }

  // With events, the picture has other places, where there is room for them.
  function at(node) {
    return state.shown.wide ? { x: node.wide_x, y: node.wide_y } : { x: node.x, y: node.y };
  }

  // The lines of a picture in motion: one stroke for all of a colour, without arrows and words.
  function paintStrokes(pen) {
    strokes ||= gathered();
    for (const { path, tint, width, dashes } of strokes.values()) {
      pen.strokeStyle = tint;
      pen.lineWidth = width;
      pen.setLineDash(state.shown.lines.size > MOST_DASHED ? [] : dashes);
      pen.stroke(path);
    }
    pen.setLineDash([]);
  }

  function gathered() {
    const found = new Map();
    for (const number of state.shown.lines) {
      const line = data.lines[number];
      const look = looks.stroke(line);
      const key = Object.values(look).join();
      if (!found.has(key)) found.set(key, { ...look, path: new Path2D() });
      trace(found.get(key).path, line);
    }
    return found;
  }

  function trace(path, line) {
    const [a, b] = [at(place.get(line.from)), at(place.get(line.to))];
    path.moveTo(a.x, a.y);
    if (line.bend) path.quadraticCurveTo((a.x + b.x) / 2 + (a.y - b.y) * line.bend, (a.y + b.y) / 2 + (b.x - a.x) * line.bend, b.x, b.y);
    else path.lineTo(b.x, b.y);
  }

  // Only what looks otherwise than before is handed to vis-network.
  function refresh() {
    looks.prepare();
    strokes = null;
    nodes.update(
      data.nodes
        .filter((node) => changed(node.id, !state.shown.nodes.has(node.id), looks.fadedNode(node), node.id === state.selected))
        .map(looks.node),
    );
    const numbers = [...data.lines.keys()].filter((n) => changed(n, !state.shown.lines.has(n), looks.fadedLine(data.lines[n]), false));
    lines.update(numbers.map((n) => looks.line(data.lines[n], n)));
    behind = grounds(
      data,
      data.nodes.filter((node) => state.shown.nodes.has(node.id)),
      at,
    );
  }

  function changed(key, hidden, faded, selected) {
    const now = hidden ? 'hidden' : `${faded}${selected}${state.shown.wide}${looks.labelled()}`;
    if (drawn.get(key) === now) return false;
    drawn.set(key, now);
    return true;
  }

  function select(id) {
    const drawn = place.has(id) && state.shown.nodes.has(id);
    network.unselectAll();
    if (drawn) network.selectNodes([id], false);
    cursor = drawn ? id : null;
    if (drawn) reveal(id);
    return drawn;
  }

  function reveal(id) {
    const { x, y } = network.canvasToDOM(network.getPosition(id));
    if (x < 40 || y < 40 || x > box.clientWidth - 40 || y > box.clientHeight - 40) network.moveTo({ position: network.getPosition(id) });
  }

  // As large as fits, labels and all; a narrow screen opens on the most important part of it, large enough to read.
  function show(ids, least = 0, around = []) {
    waiting = box.clientWidth ? null : [ids, least, around];
    if (waiting) return;
    const points = [...around, ...ids.filter((id) => place.has(id)).flatMap((id) => corners(place.get(id), at(place.get(id))))];
    if (!points.length) return;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const fitting = Math.min(box.clientWidth / (right - left + 2 * EDGE), (box.clientHeight - 70) / (bottom - top + 2 * EDGE), CLOSEST);
    const scale = Math.max(fitting, least);
    const middle = scale > fitting ? at(place.get(ids[0])) : { x: (left + right) / 2, y: (top + bottom) / 2 + 15 / scale };
    network.moveTo({ position: middle, scale, animation: false });
  }

  // The article whose title, behind the nodes, is at a point of the picture.
  function storyAt({ x, y }) {
    const under = behind.find(({ title }) =>
      title.some(([row, middle, base]) => Math.abs(x - middle) < row.length * 5 && base - y > -8 && base - y < TITLE),
    );
    return under ? under.article : null;
  }

  // Where the keyboard is.
  function ring(pen) {
    if (cursor === null || document.activeElement !== box || !state.shown.nodes.has(cursor)) return;
    const node = place.get(cursor);
    const { x, y } = at(node);
    pen.strokeStyle = color('--accent');
    pen.lineWidth = 4;
    pen.beginPath();
    if (node.kind === 'claim') pen.rect(x - 108, y - 36, 216, 72);
    else pen.arc(x, y, node.size + 7, 0, 2 * Math.PI);
    pen.stroke();
  }

  function point(id) {
    cursor = id;
    reveal(id);
    network.redraw();
  }

  return {
    refresh,
    select,
    show,
    point,
    at: (id) => at(place.get(id)),
    cursor: () => cursor,
    redraw: () => network.redraw(),
    move: (x, y) => {
      const view = network.getViewPosition();
      network.moveTo({ position: { x: view.x + x / network.getScale(), y: view.y + y / network.getScale() } });
    },
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    once: (then) => network.once('afterDrawing', then),
    begin: () => show(inOrder(), narrow.matches ? LEGIBLE : 0, grounded()),
    fit: () => show(inOrder(), 0, grounded()),
    // What was asked for while another view hid the canvas.
    settle: () => waiting && show(...waiting),
    placed: at,
    inOrder,
    has: (id) => place.has(id),
    title: (id) => looks.fullName(place.get(id)),
    lineLook: (line) => ({ ...STANDINGS[line.standing], title: looks.lineTitle(line) }),
  };

  function grounded() {
    return behind.flatMap(({ shape }) => shape);
  }

  function inOrder() {
    return data.nodes.filter((node) => state.shown.nodes.has(node.id)).map((node) => node.id);
  }
}
