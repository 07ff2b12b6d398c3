// Puts the parts together: one selection, one set of filters, four ways to look.

loadData()
  .then(start)
  .catch((error) => {
    document.getElementById('hint').textContent = 'This browser cannot show the page; a newer one can.';
    throw error;
  });

const narrow = matchMedia('(max-width: 820px)');

function start(data) {
  const state = {
    selected: null,
    from: null,
    view: 'network',
    around: null,
    near: null,
    hops: 0,
    shown: { nodes: new Set(), lines: new Set(), wide: false },
    wide: false,
    restoring: false,
    passes: () => true,
  };
  const actions = { read: (...args) => read(...args), focus, copy, path: startPath, together };
  const cards = createCards(data, open, (...args) => read(...args));
  const filters = createFilters(data, state, changed);
  const drawing = createDrawing(data, state, open);
  createKeys(data, state, drawing, open);
  const panel = createPanel(data, cards, open, state, actions);
  const read = createReader(data, cards, panel.panel, open, () => {
    if (data.article.has(state.selected)) open(null);
    else show();
    panel.panel.focus();
  });
  createSearch(data, open);
  document.documentElement.dataset.lines = String(data.lines.length);
  for (const tab of document.querySelectorAll('[role=tab]')) tab.addEventListener('click', () => view(tab.dataset.view));
  document.querySelector('.tabs').addEventListener('keydown', moveTab);
  document.getElementById('fit').addEventListener('click', () => {
    focus(state.selected, 0);
    drawing.fit();
  });
  document.getElementById('png').addEventListener('click', savePng);
  document.getElementById('svg').addEventListener('click', () => saveSvg(data, state, drawing));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.activeElement.id !== 'search') {
      state.from = null;
      open(null);
    }
  });
  window.addEventListener('hashchange', restore);
  night.addEventListener('change', () => {
    filters.render();
    show();
  });
  hint();
  restore();
  drawing.begin();
  drawing.once(() => {
    document.documentElement.dataset.ready = 'yes';
  });
  if (state.view !== 'network') document.documentElement.dataset.ready = 'yes';

  function open(id) {
    if (id !== null && !known(id)) {
      openRelation(id);
      return;
    }
    if (id !== null && state.from && drawing.has(id)) {
      endPath(id);
      return;
    }
    state.selected = id;
    filters.reveal(id);
    const told = id !== null && !drawing.has(id) ? toldIn(id) : new Set();
    if (told.size) bringOut(() => told, 9);
    else bringOut(id !== null && drawing.has(id) ? () => around(id, 1) : null, 1);
    drawing.refresh();
    drawing.select(id);
    show();
    remember();
    if (id !== null && narrow.matches) panel.panel.scrollIntoView();
    if (id !== null) say(`Selected: ${document.querySelector('#panel h2').textContent}`);
  }

  function known(id) {
    return data.entity.has(id) || data.event.has(id) || data.claim.has(id) || data.article.has(id);
  }

  function show() {
    if (data.article.has(state.selected)) read(state.selected, [], null);
    else panel.show(state.selected);
  }

  // What stays in colour while the rest fades: asked again whenever the filters change.
  function bringOut(nodes, hops) {
    state.around = nodes;
    state.near = nodes && nodes();
    state.hops = nodes ? hops : 0;
  }

  function openRelation(id) {
    const relation = data.relation.get(id);
    if (!relation) return;
    open(relation.subject);
    read(relation.article, [relation.at], relation.at);
  }

  function startPath(id) {
    state.from = id;
    notice('Now choose the other end: click it in the network or search for it. Escape stops.');
  }

  function notice(text) {
    panel.panel.prepend(el('p', { class: 'notice', role: 'status' }, text));
  }

  function endPath(id) {
    const steps = pathBetween(data, state, state.from, id);
    const from = state.from;
    state.from = null;
    open(id);
    if (!steps) {
      notice('No path joins the two in what is shown.');
      return;
    }
    const passed = new Set([from, ...steps.flatMap((number) => [data.lines[number].from, data.lines[number].to])]);
    bringOut(() => passed, 9);
    drawing.refresh();
    drawing.show([...state.near]);
    panel.path(steps);
  }

  function around(id, hops) {
    let near = new Set([id]);
    for (let i = 0; i < hops; i += 1) {
      const next = new Set(near);
      for (const number of state.shown.lines) {
        const line = data.lines[number];
        if (near.has(line.from)) next.add(line.to);
        if (near.has(line.to)) next.add(line.from);
      }
      near = next;
    }
    return near;
  }

  // The nodes that something tells of which is none itself: an article, an event or a claim.
  function toldIn(id) {
    const [claim, event] = [data.claim.get(id), data.event.get(id)];
    const sides = (one) => [one.id, one.speaker, ...(one.about || []), ...data.deniersOf(one.id).map((other) => other.speaker)];
    const actors = claim ? sides(claim) : event ? [...eventMembers(event), ...data.claimsOn(id).flatMap(sides)] : namedIn(id);
    return new Set(actors.filter((actor) => drawing.has(actor)));
  }

  function namedIn(id) {
    const number = data.articles.indexOf(data.article.get(id));
    const named = data.entities.filter((e) => (data.mentions[e.id] || []).some(([article]) => article === number)).map((e) => e.id);
    const events = data.events.filter((e) => e.tellings.some((telling) => telling.article === id)).map((e) => e.id);
    return [...named, ...events, ...data.claimsIn(id).map((claim) => claim.id)];
  }

  function focus(id, hops) {
    bringOut(hops && id !== null && drawing.has(id) ? () => around(id, hops) : null, hops);
    view('network');
    drawing.refresh();
    if (state.near) drawing.show([...state.near]);
    show();
  }

  function changed() {
    bringOut(state.around, state.hops);
    const moved = state.wide !== state.shown.wide;
    state.wide = state.shown.wide;
    drawing.refresh();
    if (moved) drawing.begin();
    hint();
    render();
    show();
    remember('replaceState');
    say(`${state.shown.nodes.size} names and ${state.shown.lines.size} lines shown`);
  }

  // What is hidden is always said.
  function hint() {
    const all = data.nodes.filter((node) => node.kind === 'entity').length + (data.leftOut.entity || 0);
    const shown = data.nodes.filter((node) => node.kind === 'entity' && state.shown.nodes.has(node.id)).length;
    const rest = shown < all ? `${shown} of ${all} names are shown. ` : '';
    document.getElementById('hint').textContent = `${rest}Click anything to read the words.`;
  }

  // One community, also those of it that are named less.
  function together(number) {
    filters.reveal(data.nodes.find((node) => node.group === number && node.tier === 'more')?.id);
    state.selected = null;
    bringOut(() => new Set(data.nodes.filter((node) => node.group === number && state.shown.nodes.has(node.id)).map((node) => node.id)), 9);
    view('network');
    drawing.refresh();
    drawing.show([...state.near]);
  }

  function view(name) {
    state.view = name;
    for (const tab of document.querySelectorAll('[role=tab]')) {
      const on = tab.dataset.view === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(`view-${tab.dataset.view}`).hidden = !on;
    }
    if (narrow.matches) document.querySelector('main').scrollTop = 0; // what was opened before lies below
    drawing.settle();
    render();
    remember();
  }

  function render() {
    const box = document.getElementById(`view-${state.view}`);
    if (state.view === 'disputes') renderBoard(data, cards, state, box, open);
    if (state.view === 'timeline') renderTimeline(data, cards, open, state, filters, box);
    if (state.view === 'table') renderTable(data, cards, open, state, box);
  }

  function moveTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const tabs = [...document.querySelectorAll('[role=tab]')];
    const next = tabs[(tabs.findIndex((tab) => tab.dataset.view === state.view) + step + tabs.length) % tabs.length];
    view(next.dataset.view);
    next.focus();
  }

  // The address of the page holds what is looked at, so that it can be sent to somebody; a filter is no step to go back to.
  function remember(how = 'pushState') {
    const hash = address(state.view, state.selected, filters.toAddress());
    if (!state.restoring && location.hash !== hash) history[how](null, '', hash);
  }

  function restore() {
    const [path, ...rest] = location.hash.slice(1).split('?');
    let wanted;
    try {
      wanted = decodeURIComponent(path);
    } catch {
      wanted = '';
    }
    const [name] = wanted.split('/', 1);
    const id = wanted.slice(name.length + 1);
    state.restoring = true;
    filters.restore(rest.join('?'));
    view(document.getElementById(`tab-${name}`) ? name : 'network');
    open(known(id) ? id : null);
    if (id && !known(id)) notice(`Nothing here is called “${id}”. It may stand in another build of these articles.`);
    state.restoring = false;
  }

  function copy() {
    remember();
    if (navigator.clipboard)
      navigator.clipboard.writeText(location.href).then(
        () => say('Link copied'),
        () => say('Copy the address of the page'),
      );
  }
}
