// The keyboard on the canvas: arrows go to what lies there, neighbours first; Page Down walks through everything, Enter opens.

const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const PAN = 60;

function createKeys(data, state, drawing, open) {
  const box = document.getElementById('canvas');
  box.addEventListener('focus', () => drawing.redraw());
  box.addEventListener('blur', () => drawing.redraw());
  const actions = {
    PageDown: () => go(along(1)),
    PageUp: () => go(along(-1)),
    Home: () => go(drawing.inOrder()[0]),
    End: () => go(drawing.inOrder().at(-1)),
    Enter: enter,
    ' ': enter,
    '+': () => drawing.zoom(1.25),
    '=': () => drawing.zoom(1.25),
    '-': () => drawing.zoom(0.8),
    0: () => drawing.fit(),
  };
  box.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [x, y] = ARROWS[event.key] || [];
    const arrow = event.shiftKey ? () => drawing.move(x * PAN, y * PAN) : () => go(towards(here(), x, y));
    const action = ARROWS[event.key] ? arrow : actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  function here() {
    const known = [drawing.cursor(), state.selected].find((id) => state.shown.nodes.has(id));
    return known || null;
  }

  function go(id) {
    if (!id) return;
    drawing.point(id);
    const near = neighbours(id).size;
    say(`${drawing.title(id)}, ${near} neighbour${near === 1 ? '' : 's'}. Enter opens.`);
  }

  function along(step) {
    const order = drawing.inOrder();
    const from = order.indexOf(here());
    return order[from < 0 ? 0 : (from + step + order.length) % order.length];
  }

  function neighbours(id) {
    const lines = [...state.shown.lines].map((number) => data.lines[number]);
    return new Set(lines.filter(({ from, to }) => from === id || to === id).map(({ from, to }) => (from === id ? to : from)));
  }

  // The nearest in a direction; a neighbour counts as half as far away.
  function towards(id, x, y) {
    if (!id) return drawing.inOrder()[0];
    const from = drawing.at(id);
    const near = neighbours(id);
    let [best, least] = [null, Infinity];
    for (const other of state.shown.nodes) {
      const to = drawing.at(other);
      const ahead = (to.x - from.x) * x + (to.y - from.y) * y;
      const aside = Math.abs((to.x - from.x) * y) + Math.abs((to.y - from.y) * x);
      const far = (ahead + 2 * aside) * (near.has(other) ? 0.5 : 1);
      if (other !== id && ahead > 0 && aside < 2 * ahead && far < least) [best, least] = [other, far];
    }
    return best;
  }

  function enter() {
    const id = here();
    if (!id) return;
    open(id);
    document.getElementById('panel').focus();
  }
}
