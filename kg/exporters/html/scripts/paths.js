// The shortest way between two nodes over the lines that are shown, in either direction.

function pathBetween(data, state, from, to) {
  const ways = group([...state.shown.lines], (number) => [data.lines[number].from, data.lines[number].to]);
  const reached = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !reached.has(to)) {
    const next = [];
    for (const node of edge) {
      for (const number of ways.get(node) || []) {
        const { from: a, to: b } = data.lines[number];
        const other = a === node ? b : a;
        if (!reached.has(other)) {
          reached.set(other, [node, number]);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  if (!reached.has(to)) return null;
  const steps = [];
  for (let at = reached.get(to); at; at = reached.get(at[0])) steps.unshift(at[1]);
  return steps;
}
