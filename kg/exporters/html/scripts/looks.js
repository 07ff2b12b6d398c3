// How nodes and lines look: by type, by standing, faded or not, with words where there is room.

const MOST_LABELS = 24;
const LONG = 230;

function createLooks(data, state, place, at) {
  let labelled = false;
  return { node: look, line: lookOfLine, stroke: strokeOf, fadedNode, fadedLine, fullName, lineTitle, prepare, labelled: () => labelled };

  // Lines are labelled while few of them are brought out.
  function prepare() {
    const near = state.near ? data.lines.filter((line, n) => state.shown.lines.has(n) && !fadedLine(line)) : [];
    labelled = near.length > 0 && near.length <= MOST_LABELS;
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

  function strokeOf(line) {
    const { color: name, width, dashes } = STANDINGS[line.standing];
    return { tint: color(fadedLine(line) ? '--faded' : name), width: line.layer === 'office' ? 1 : width, dashes: dashes || [] };
  }

  function lookOfLine(line, number) {
    const faded = fadedLine(line);
    const { tint, width, dashes } = strokeOf(line);
    const bent = line.bend
      ? { enabled: true, type: line.bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(line.bend) }
      : { enabled: false };
    return {
      id: number,
      from: line.from,
      to: line.to,
      smooth: bent,
      dashes: dashes.length ? dashes : false,
      width,
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
}

const short = (text, length = 160) => (text.length > length ? `${text.slice(0, length)}…` : text);

function relationText(data, id) {
  const relation = data.relation.get(id);
  if (!relation) return '';
  const words = relation.title || RELATIONS[relation.type] || plain(relation.type);
  return `${data.nameOf(relation.subject)}: ${words}, ${data.nameOf(relation.object)}`;
}
