// The picture as a file: PNG as it is seen, SVG as a drawing of all that is shown.

const SVG = 'http://www.w3.org/2000/svg';

function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function savePng() {
  const drawn = document.querySelector('#canvas canvas');
  const paper = document.createElement('canvas');
  [paper.width, paper.height] = [drawn.width, drawn.height];
  const pen = paper.getContext('2d');
  pen.fillStyle = color('--ground');
  pen.fillRect(0, 0, paper.width, paper.height);
  pen.drawImage(drawn, 0, 0);
  paper.toBlob((blob) => save(blob, 'graph.png'));
}

function saveSvg(data, state, drawing) {
  save(new Blob([new XMLSerializer().serializeToString(svgOf(data, state, drawing))], { type: 'image/svg+xml' }), 'graph.svg');
}

// Text of XML: characters that no XML may hold are left out.
const xml = (text) => text.replace(/[\p{Surrogate}\p{Cc}\ufffe\uffff]/gu, ' ');

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.map((child) => (typeof child === 'string' ? xml(child) : child)));
  return node;
}

function svgOf(data, state, drawing) {
  const nodes = data.nodes.filter((node) => state.shown.nodes.has(node.id));
  const at = drawing.placed;
  const behind = grounds(data, nodes, at);
  const points = [...nodes.flatMap((node) => corners(node, at(node))), ...behind.flatMap(({ shape }) => shape)];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs, 0) - 40, Math.min(...ys, 0) - 40];
  const [width, height] = [Math.max(...xs, 0) + 40 - left, Math.max(...ys, 0) + 40 - top];
  return svg(
    'svg',
    { viewBox: `${left} ${top} ${width} ${height}`, width, height, 'font-family': FACE },
    svg('title', {}, document.title),
    svg('rect', { x: left, y: top, width, height, fill: color('--ground') }),
    ...behind.map(({ shape }) => svgGround(shape)),
    ...behind.flatMap(({ title }) => title).map(([row, x, y]) => svgText(row, x, y, TITLE)),
    ...[...state.shown.lines].map((number) => svgLine(data.lines[number], drawing)),
    ...nodes.map((node) => (node.kind === 'claim' ? svgCard(data, node, at(node)) : svgNode(data, node, at(node)))),
  );
}

function svgGround(shape) {
  const tint = color('--together');
  return svg('polygon', { points: shape.join(' '), fill: tint, stroke: tint, 'stroke-width': EDGE, 'stroke-linejoin': 'round' });
}

function svgLine(line, drawing) {
  const look = drawing.lineLook(line);
  const [a, b] = [drawing.at(line.from), drawing.at(line.to)];
  const [x, y] = [(a.x + b.x) / 2 + (a.y - b.y) * line.bend, (a.y + b.y) / 2 + (b.x - a.x) * line.bend];
  return svg(
    'path',
    {
      d: `M${a.x} ${a.y}Q${Math.round(x)} ${Math.round(y)} ${b.x} ${b.y}`,
      fill: 'none',
      stroke: color(look.color),
      'stroke-width': look.width,
      'stroke-dasharray': look.dashes ? look.dashes.join(' ') : 'none',
    },
    svg('title', {}, look.title),
  );
}

function svgNode(data, node, { x, y }) {
  const type = node.kind === 'event' ? EVENT : TYPES[node.type] || TYPES.Topic;
  const hollow = node.kind === 'event' && unreal(data.event.get(node.id));
  const [tint, scale] = [color(type.color), node.size / 8];
  const place = `translate(${x - node.size} ${y - node.size}) scale(${scale})`;
  return svg(
    'g',
    {},
    svg('path', {
      d: SHAPES[type.shape],
      transform: place,
      fill: hollow ? color('--ground') : tint,
      stroke: tint,
      'stroke-width': 1 / scale,
    }),
    svgText(node.label, x, y + node.size + node.text, node.text),
  );
}

function svgCard(data, node, { x, y }) {
  const rows = wrap(data.claim.get(node.id).content.replace(/\s+/g, ' '), 30).slice(0, 3);
  const box = { x: x - 100, y: y - 9 * rows.length - 6, width: 200, height: 18 * rows.length + 12, rx: 4 };
  return svg(
    'g',
    {},
    svg('rect', { ...box, fill: color('--disputed-paper'), stroke: color('--disputed'), 'stroke-dasharray': '3 3' }),
    ...rows.map((row, i) => svgText(row, x, y + 18 * (i - (rows.length - 1) / 2) + 4, 13)),
  );
}

function svgText(text, x, y, size) {
  const halo = { stroke: color('--ground'), 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return svg('text', { x, y, 'font-size': size, 'text-anchor': 'middle', fill: color('--ink'), ...halo }, text);
}
