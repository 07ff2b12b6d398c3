// The network on its canvas: positions come with the page, vis-network only draws.

const MOST_LABELS = 24;
const CLOSEST = 1.2;
const LEGIBLE = 0.5;
const LONG = 230;

function createDrawing(data, state, open) {
  const box = document.getElementById('canvas');
  const nodes = new vis.DataSet();
  const lines = new vis.DataSet();
  const place = new Map(data.nodes.map((node) => [node.id, node]));
  const lineById = new Map(data.lines.map((line, number) => [number, line]));
  const drawn = new Map();
  let labelled = false;
  let behind = [];
  let cursor = null;
  let waiting = null;
  refresh();
  const network = new vis.Network(box, { nodes, edges: lines }, options());
  network.on('click', (event) => {
    if (event.nodes.length) open(event.nodes[0]);
    else if (event.edges.length) open(lineById.get(event.edges[0]).shows);
    else open(null);
  });
  network.on('beforeDrawing', (pen) => paintGrounds(pen, behind, state.near ? '--faint' : '--soft'));
  network.on('afterDrawing', ring);
  night.addEventListener('change', () => {
    network.setOptions(options());
    drawn.clear();
    refresh();
  });

  function options() {
    const many = data.lines.length > 900;
    return {
      physics: false,
      layout: { improvedLayout: false },
      interaction: {
        hover: !many,
        tooltipDelay: 250,
        hideEdgesOnDrag: many,
        hideEdgesOnZoom: many,
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

  function fadedNode(node) {
    return state.near !== null && !state.near.has(node.id);
  }

  function fadedLine(line) {
    if (!state.near) return false;
    const touches = [line.from, line.to, line.shows].includes(state.selected);
    return !state.near.has(line.from) || !state.near.has(line.to) || !(touches || state.hops > 1);
  }

  function look(node) {
    const faded = fadedNode(node);
    return {
      ...(node.kind === 'claim' ? card(node, faded) : symbol(node, faded)),
      id: node.id,
      ...at(node),
      hidden: !state.shown.nodes.has(node.id),
    };
  }

  function card(node, faded) {
    const border = faded ? color('--faded') : color('--disputed');
    const paper = faded ? color('--ground') : color('--disputed-paper');
    return {
      shape: 'box',
      label: quoted(data.claim.get(node.id)),
      margin: 6,
      widthConstraint: { maximum: 190 },
      color: { background: paper, border, highlight: { background: paper, border }, hover: { background: paper, border } },
      font: { size: 13, color: faded ? color('--faint') : color('--ink'), strokeWidth: 0 },
      shapeProperties: { borderDashes: [3, 3], borderRadius: 4 },
      borderWidth: node.id === state.selected ? 3 : 1.5,
      borderWidthSelected: 3,
    };
  }

  function quoted(claim) {
    const words = claim.content.replace(/\s+/g, ' ');
    return words.length > 64 ? `${words.slice(0, 62).replace(/\s\S*$/, '')}…` : words;
  }

  function symbol(node, faded) {
    const type = node.kind === 'event' ? EVENT : TYPES[node.type] || TYPES.Topic;
    const fill = faded ? color('--faded') : color(type.color);
    const paper = node.kind === 'event' && unreal(data.event.get(node.id)) ? color('--ground') : fill;
    const edge = node.id === state.selected ? color('--ink') : fill;
    return {
      shape: type.shape,
      size: node.size,
      label: node.label,
      title: `${fullName(node)}\n${type.name}`,
      borderWidthSelected: 3,
      borderWidth: node.id === state.selected ? 3 : 1,
      color: {
        background: paper,
        border: edge,
        highlight: { background: paper, border: color('--ink') },
        hover: { background: paper, border: color('--ink') },
      },
      font: { color: faded ? color('--faint') : color('--ink'), size: node.text },
    };
  }

  function lookOfLine(line, number) {
    const standing = STANDINGS[line.standing];
    const faded = fadedLine(line);
    const tint = faded ? color('--faded') : color(standing.color);
    const bent = line.bend
      ? { enabled: true, type: line.bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(line.bend) }
      : { enabled: false };
    return {
      id: number,
      from: line.from,
      to: line.to,
      smooth: bent,
      dashes: standing.dashes,
      width: line.layer === 'office' ? 1 : standing.width,
      arrows: { to: { enabled: true, type: line.layer === 'denial' ? 'bar' : 'arrow' } },
      color: { color: tint, highlight: tint, hover: color('--accent') },
      title: lineTitle(line),
      hidden: !state.shown.lines.has(number),
      label: labelOf(line, faded),
      font: {
        size: 15,
        face: FACE,
        color: line.standing === 'disputed' ? color('--disputed') : color('--soft'),
        strokeWidth: 3,
        strokeColor: color('--ground'),
        align: 'horizontal',
      },
    };
  }

  // Lines say what they are while somebody is selected, few at a time, and one of those that run side by side; denials where there is room.
  function labelOf(line, faded) {
    if (faded || line.bend) return ' ';
    if (line.layer === 'denial') return labelled || length(line) > LONG ? 'denies' : ' ';
    if (!labelled) return ' ';
    if (data.claim.has(line.from)) return 'about';
    const claim = data.claim.get(line.shows);
    const relation = data.relation.get(line.shows);
    return claim ? claim.cue || plain(claim.act) : relation ? relation.title || RELATIONS[relation.type] || ' ' : ' ';
  }

  function length(line) {
    const [from, to] = [at(place.get(line.from)), at(place.get(line.to))];
    return Math.hypot(from.x - to.x, from.y - to.y);
  }

  function lineTitle(line) {
    const claim = data.claim.get(line.shows);
    if (claim) return `${data.speakerOf(claim)} ${claim.cue || plain(claim.act)}:\n${short(claim.content)}`;
    const event = data.event.get(line.shows);
    return event
      ? `${STANDINGS[event.standing].name}${unreal(event) ? `, ${unreal(event)}` : ''}: ${event.label}`
      : relationText(data, line.shows);
  }

  function fullName(node) {
    const claim = data.claim.get(node.id);
    return claim ? `${data.speakerOf(claim)}: ${quoted(claim)}` : data.nameOf(node.id) || data.event.get(node.id).label;
  }

  // Only what looks otherwise than before is handed to vis-network.
  function refresh() {
    const near = state.near ? data.lines.filter((line, n) => state.shown.lines.has(n) && !fadedLine(line)) : [];
    labelled = near.length > 0 && near.length <= MOST_LABELS;
    nodes.update(
      data.nodes.filter((node) => changed(node.id, !state.shown.nodes.has(node.id), fadedNode(node), node.id === state.selected)).map(look),
    );
    const numbers = [...data.lines.keys()].filter((n) => changed(n, !state.shown.lines.has(n), fadedLine(data.lines[n]), false));
    lines.update(numbers.map((n) => lookOfLine(data.lines[n], n)));
    behind = grounds(
      data,
      data.nodes.filter((node) => state.shown.nodes.has(node.id)),
      at,
    );
  }

  function changed(key, hidden, faded, selected) {
    const now = hidden ? 'hidden' : `${faded}${selected}${state.shown.wide}${labelled}`;
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
    title: (id) => fullName(place.get(id)),
    lineLook: (line) => ({ ...STANDINGS[line.standing], title: lineTitle(line) }),
  };

  function grounded() {
    return behind.flatMap(({ shape }) => shape);
  }

  function inOrder() {
    return data.nodes.filter((node) => state.shown.nodes.has(node.id)).map((node) => node.id);
  }
}

const short = (text, length = 160) => (text.length > length ? `${text.slice(0, length)}…` : text);

function relationText(data, id) {
  const relation = data.relation.get(id);
  if (!relation) return '';
  const words = relation.title || RELATIONS[relation.type] || plain(relation.type);
  return `${data.nameOf(relation.subject)}: ${words}, ${data.nameOf(relation.object)}`;
}
