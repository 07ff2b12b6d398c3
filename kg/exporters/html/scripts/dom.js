// Elements from data: text is only ever put in as text, addresses only as http or https.

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'onclick') node.addEventListener('click', value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

const button = (text, onclick, kind = 'link', attributes = {}) =>
  el('button', { type: 'button', class: kind, onclick, ...attributes }, text);

// A way to something of the graph: a true link, so that it can be copied or opened beside, that opens here when clicked.
function way(text, id, open, kind = '') {
  const follow = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(id);
  };
  return el('a', { class: `way ${kind}`, href: address('network', id), onclick: follow }, text);
}

const address = (view, id, filters) =>
  `#${view}${id ? `/${encodeURI(id).replace(/#/g, '%23').replace(/\?/g, '%3F')}` : ''}${filters ? `?${filters}` : ''}`;

function outside(link, text) {
  let url;
  try {
    url = new URL(link);
  } catch {
    return text;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return text;
  return el('a', { href: url.href, rel: 'noopener noreferrer', target: '_blank' }, text);
}

const FACE = 'system-ui, Liberation Sans, sans-serif';

const SHAPES = {
  dot: 'M8 1a7 7 0 1 0 .01 0z',
  square: 'M2 2h12v12H2z',
  triangle: 'M8 1l7 13H1z',
  triangleDown: 'M8 15l7-13H1z',
  diamond: 'M8 0l8 8-8 8-8-8z',
  hexagon: 'M4 1.5h8L16 8l-4 6.5H4L0 8z',
  star: 'M8 0l2.4 5.2 5.6.6-4.2 3.8 1.2 5.6L8 12.4 3 15.2l1.2-5.6L0 5.8l5.6-.6z',
};

function drawn(width, attributes, shape, height = 16) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, shape);
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }))
    svg.setAttribute(name, value);
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  svg.append(path);
  return svg;
}

const icon = (type) => drawn(16, { d: SHAPES[type.shape], fill: color(type.color) }, 'path');
const stroke = (s) =>
  drawn(
    34,
    { d: 'M0 8H34', stroke: color(s.color), 'stroke-width': s.width + 0.8, 'stroke-dasharray': s.dashes ? s.dashes.join(' ') : 'none' },
    'path',
  );
const palette = new Map();

// A colour of the style sheet, light or dark.
function color(name) {
  if (!palette.has(name)) palette.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return palette.get(name);
}

const night = matchMedia('(prefers-color-scheme: dark)');
night.addEventListener('change', () => palette.clear());

function say(text) {
  document.getElementById('status').textContent = text;
}

// A box that is filled a part at a time: what a reader never sees costs nothing.
function inParts(box, rows, most, add) {
  let done = 0;
  const more = button('', next, 'plain');
  next();
  return done < rows.length ? [box, more] : box;

  function next() {
    add(rows.slice(done, done + most), box);
    done = Math.min(done + most, rows.length);
    if (done < rows.length) more.textContent = `Show more (${rows.length - done})`;
    else more.remove();
  }
}
