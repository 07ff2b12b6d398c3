// The legend, which is also the filter: what is unticked is not drawn and not listed.

// What the page opens without.
const USUALLY_OFF = { layers: ['event'], tiers: ['more'] };

function createFilters(data, state, changed) {
  const box = document.getElementById('filters');
  const publishers = [...new Set(data.articles.map(publisherOf))].sort();
  const options = {
    types: Object.keys(TYPES),
    standings: Object.keys(STANDINGS),
    layers: ['event', 'office'],
    tiers: ['more'],
    articles: data.articles.map((article) => article.id),
    publishers,
    acts: [...new Set(data.claims.map((claim) => claim.act))],
  };
  const off = Object.fromEntries(Object.keys(options).map((set) => [set, new Set(USUALLY_OFF[set])]));
  const range = { from: '', to: '' };

  state.passes = (row) => state.passesAnyDay(row) && inRange(row.tellings ? row.first || '' : data.dateOf(row));
  state.passesAnyDay = (row) => {
    const standing = row.standing || data.standing(row);
    const places = row.tellings ? row.tellings.map((t) => t.article) : [row.article];
    if (!places.some(inArticle)) return false;
    if (row.act && off.acts.has(row.act)) return false;
    return !off.standings.has(standing);
  };

  function inArticle(id) {
    return !off.articles.has(id) && !off.publishers.has(publisherOf(data.article.get(id)));
  }

  function inRange(date) {
    if (!range.from && !range.to) return true;
    return date !== '' && (!range.from || date >= range.from) && (!range.to || date <= range.to);
  }

  const tierOf = new Map(data.nodes.map((n) => [n.id, n.tier]));
  const kindOf = new Map(data.nodes.map((n) => [n.id, n.kind === 'entity' ? n.type : n.kind]));

  const joined = new Set(data.lines.flatMap((line) => [line.from, line.to]));
  const lonely = data.nodes.filter((node) => node.kind === 'entity' && !joined.has(node.id));

  const less = data.nodes.filter((node) => node.tier === 'more').length;

  function lineShown(line) {
    if (
      off.layers.has(line.layer) ||
      off.tiers.has(tierOf.get(line.from)) ||
      off.tiers.has(tierOf.get(line.to)) ||
      off.standings.has(line.standing) ||
      off.types.has(kindOf.get(line.from)) ||
      off.types.has(kindOf.get(line.to))
    )
      return false;
    const row = data.claim.get(line.shows) || data.event.get(line.shows);
    if (row) return state.passes(row);
    return inArticle(data.relation.get(line.shows).article) && !range.from && !range.to;
  }

  function apply() {
    const lines = new Set();
    const nodes = new Set();
    data.lines.forEach((line, number) => {
      if (!lineShown(line)) return;
      lines.add(number);
      nodes.add(line.from).add(line.to);
    });
    for (const node of lonely) {
      if (!off.types.has(node.type) && !off.tiers.has(node.tier) && data.claimsBy(node.id).some(state.passes)) nodes.add(node.id);
    }
    state.shown = { nodes, lines, wide: !off.layers.has('event') || (less > 0 && !off.tiers.has('more')) };
  }

  function row(set, key, text, picture, count) {
    const tick = el('input', { type: 'checkbox', checked: !set.has(key), 'data-filter': key });
    tick.addEventListener('change', () => {
      if (tick.checked) set.delete(key);
      else set.add(key);
      apply();
      changed();
    });
    return el(
      'label',
      { class: 'row' },
      tick,
      picture || '',
      el('span', {}, text),
      count === undefined ? '' : el('span', { class: 'count' }, String(count)),
    );
  }

  function date(name, text) {
    const field = el('input', { type: 'date', id: `date-${name}`, value: range[name] });
    field.addEventListener('change', () => setRange({ ...range, [name]: field.value }));
    return [el('label', { for: `date-${name}` }, text), field];
  }

  function render() {
    const counts = (type) => data.nodes.filter((n) => n.kind === 'entity' && n.type === type).length;
    const types = Object.keys(TYPES).filter(counts);
    const standings = { attributed: 0, disputed: 0, narrated: data.events.filter((e) => e.standing === 'narrated').length };
    for (const claim of data.claims) standings[data.standing(claim)] += 1;
    const left = Object.entries(data.leftOut);
    box.replaceChildren(
      el('h2', {}, 'Lines'),
      ...Object.entries(STANDINGS).map(([key, s]) => row(off.standings, key, [s.name, el('small', {}, s.long)], stroke(s), standings[key])),
      el('h2', {}, 'Shapes'),
      ...types.map((key) => row(off.types, key, TYPES[key].many, icon(TYPES[key]), counts(key))),
      ...(less ? [row(off.tiers, 'more', 'Less named', null, less)] : []),
      row(
        off.layers,
        'event',
        ['Events', el('small', {}, 'hollow: not so, or not yet')],
        icon(EVENT),
        data.nodes.filter((n) => n.kind === 'event').length,
      ),
      row(off.layers, 'office', 'Offices and family', null),
      el('h2', {}, 'Articles'),
      ...(data.articles.length <= 12
        ? data.articles.map((a) => row(off.articles, a.id, short(a.title, 60), null))
        : [
            choice(
              'articles',
              'Article',
              'All articles',
              data.articles.map((a) => [a.id, short(a.title, 60)]),
            ),
          ]),
      ...(publishers.length > 1
        ? [
            el('h2', {}, 'Publisher'),
            choice(
              'publishers',
              'Publisher',
              'All publishers',
              publishers.map((p) => [p, p]),
            ),
          ]
        : []),
      el('h2', {}, 'Kind of claim'),
      choice('acts', 'Kind of claim', 'All kinds', acts()),
      el('h2', {}, 'Said or happened'),
      el('div', { class: 'dates' }, date('from', 'from'), date('to', 'to')),
      button('All days', () => setRange({ from: '', to: '' }), 'plain', { id: 'all-days', hidden: !range.from && !range.to }),
      ...(left.length
        ? [
            el(
              'p',
              { class: 'soft' },
              `Not drawn: ${left.map(([kind, n]) => `${n} ${LEFT_OUT[kind]}`).join(' and ')}. Search and table have them.`,
            ),
          ]
        : []),
    );
  }

  // One of several, or all: what is not chosen is off.
  function choice(set, label, all, options) {
    const field = el(
      'select',
      { 'aria-label': label },
      el('option', { value: '' }, all),
      options.map(([key, text]) => el('option', { value: key }, text)),
    );
    if (off[set].size) field.value = options.map(([key]) => key).find((key) => !off[set].has(key));
    field.addEventListener('change', () => {
      off[set] = new Set(field.value ? options.map(([key]) => key).filter((key) => key !== field.value) : []);
      apply();
      changed();
    });
    return field;
  }

  function acts() {
    const counts = new Map();
    for (const claim of data.claims) counts.set(claim.act, (counts.get(claim.act) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([act, n]) => [act, `${plain(act)} (${n})`]);
  }

  // Fields that show it already are left alone: somebody may be typing in them.
  function setRange(wanted) {
    Object.assign(range, wanted);
    for (const name of ['from', 'to']) {
      const field = document.getElementById(`date-${name}`);
      if (field.value !== range[name]) field.value = range[name];
    }
    document.getElementById('all-days').hidden = !range.from && !range.to;
    apply();
    changed();
  }

  // What differs from how the page opens, for its address: what is hidden and shown, or the only one of several that is.
  function toAddress() {
    const words = Object.entries(options).flatMap(([set, keys]) => {
      const usual = new Set(USUALLY_OFF[set]);
      const left = keys.filter((key) => !off[set].has(key));
      if (left.length === 1 && keys.length > 2) return [`only=${set}:${encodeURIComponent(left[0])}`];
      const other = keys.filter((key) => off[set].has(key) !== usual.has(key));
      return other.map((key) => `${off[set].has(key) ? 'hide' : 'show'}=${set}:${encodeURIComponent(key)}`);
    });
    return [...words, ...Object.entries(range).map(([name, day]) => day && `${name}=${day}`)].filter(Boolean).join('&');
  }

  // As an address has it; what it names and the page has not is passed over.
  function restore(text) {
    if (text === toAddress()) return;
    const wanted = new URLSearchParams(text);
    for (const [set, keys] of Object.entries(options)) {
      const named = (name) => keys.filter((key) => wanted.getAll(name).includes(`${set}:${key}`));
      const [hidden, shown, only] = [named('hide'), named('show'), named('only')];
      const usual = [...(USUALLY_OFF[set] || []), ...hidden].filter((key) => !shown.includes(key));
      off[set] = new Set(only.length ? keys.filter((key) => !only.includes(key)) : usual);
    }
    for (const name of ['from', 'to']) range[name] = /^\d{4}-\d\d-\d\d$/.test(wanted.get(name)) ? wanted.get(name) : '';
    apply();
    render();
    changed();
  }

  function reveal(id) {
    const [set, key] = tierOf.get(id) === 'event' ? [off.layers, 'event'] : [off.tiers, 'more'];
    if (id === undefined || !tierOf.has(id) || tierOf.get(id) === 'main' || !set.has(key)) return;
    set.delete(key);
    apply();
    render();
    changed();
  }

  apply();
  render();
  return { render, reveal, setRange, range, toAddress, restore };
}
