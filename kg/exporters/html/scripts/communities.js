// Communities: who belongs together, drawn as a tinted ground behind them and listed by those named most.

const FEWEST = 3;
const EDGE = 16;
const TITLE = 17;

// Community -> its nodes, those named most first; smaller ones than three are nobody's community.
function communitiesOf(nodes) {
  const groups = group(nodes, (node) => [node.group]);
  return [...groups.entries()].filter(([, members]) => members.length >= FEWEST);
}

// The convex hull of points, by the monotone chain.
function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const half = (rows) => {
    const chain = [];
    for (const point of rows) {
      while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

// The ground of each community: points around its members and their labels, and its title where it is one article's story.
function grounds(data, nodes, at) {
  return communitiesOf(nodes).map(([number, members]) => {
    const found = data.titles.get(number);
    const rows = found ? wrap(short(data.article.get(found.article).title, 68), 36) : [];
    const title = rows.map((row, i) => [row, at(found).x, at(found).y + TITLE * 1.2 * (i - (rows.length - 1) / 2)]);
    const points = members.flatMap((node) => corners(node, at(node)));
    return {
      shape: hull([...points, ...title.flatMap(([row, x, y]) => cornersOf(x, y - TITLE / 3, row.length * TITLE * 0.27, TITLE / 2))]),
      title,
      article: found?.article,
    };
  });
}

function wrap(text, length) {
  const rows = [''];
  for (const word of text.split(' ')) {
    if (rows.at(-1).length + word.length >= length) rows.push('');
    rows[rows.length - 1] = `${rows.at(-1)} ${word}`.trim();
  }
  return rows;
}

// The corners of a node with its label.
function corners(node, { x, y }) {
  const [side, above, below] =
    node.kind === 'claim' ? [100, 28, 28] : [node.label.length * node.text * 0.26, node.size, node.size + node.text + 6];
  return cornersOf(x, y + (below - above) / 2, Math.max(side, node.size), (above + below) / 2);
}

function cornersOf(x, y, side, height) {
  return [
    [x - side, y - height],
    [x + side, y - height],
    [x - side, y + height],
    [x + side, y + height],
  ];
}

function paintGrounds(pen, found, ink) {
  pen.fillStyle = pen.strokeStyle = color('--together');
  pen.lineWidth = EDGE;
  pen.lineJoin = 'round';
  for (const { shape } of found) {
    pen.beginPath();
    for (const [x, y] of shape) pen.lineTo(x, y);
    pen.closePath();
    pen.fill();
    pen.stroke();
  }
  pen.fillStyle = color(ink);
  pen.font = `600 ${TITLE}px ${FACE}`;
  pen.textAlign = 'center';
  for (const [row, x, y] of found.flatMap(({ title }) => title)) pen.fillText(row, x, y);
}
