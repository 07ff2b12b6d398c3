// Search over names, events and words said; suggestions by keyboard or mouse.

const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function createSearch(data, open) {
  const field = document.getElementById('search');
  const listing = document.getElementById('suggestions');
  const rows = [
    ...data.entities.map((e) => ({
      id: e.id,
      name: e.name,
      note: (TYPES[e.type] || TYPES.Topic).name,
      weight: 4 + Math.log1p((data.mentions[e.id] || []).length),
      keys: [e.name, ...(e.aliases || [])].map(fold),
    })),
    ...data.articles.map((a) => ({ id: a.id, name: a.title, note: 'Article', weight: 2, keys: [fold(a.title)] })),
    ...data.events.map((e) => ({ id: e.id, name: capital(e.label), note: 'Event', weight: 1, keys: [fold(e.label)] })),
    ...data.claims.map((c) => ({
      id: c.id,
      name: `${data.speakerOf(c)}: ${short(c.content, 70)}`,
      note: 'Claim',
      weight: 0,
      keys: [fold(c.content)],
    })),
  ];
  let found = [];
  let at = -1;

  function score(row, query) {
    let best = 0;
    for (const key of row.keys) {
      const where = key.indexOf(query);
      if (where < 0) continue;
      best = Math.max(best, key === query ? 30 : where === 0 ? 20 : /[\s"“‘(-]/.test(key[where - 1]) ? 15 : query.length > 2 ? 5 : 0);
    }
    return best && best + row.weight;
  }

  function suggest() {
    const query = fold(field.value.trim());
    found = query
      ? rows
          .map((row) => [score(row, query), row])
          .filter(([s]) => s)
          .sort((a, b) => b[0] - a[0])
          .slice(0, 12)
          .map(([, row]) => row)
      : [];
    at = found.length ? 0 : -1;
    render(query);
  }

  function render(query) {
    const items = found.map((row, i) =>
      el(
        'li',
        { role: 'option', id: `suggestion-${i}`, 'aria-selected': String(i === at), 'data-id': row.id },
        el('span', {}, row.name),
        el('small', {}, row.note),
      ),
    );
    listing.replaceChildren(...items);
    listing.hidden = !items.length;
    field.setAttribute('aria-expanded', String(items.length > 0));
    if (at >= 0) field.setAttribute('aria-activedescendant', `suggestion-${at}`);
    else field.removeAttribute('aria-activedescendant');
    if (query !== undefined) say(query ? `${found.length} suggestion${found.length === 1 ? '' : 's'}` : '');
  }

  function choose(row) {
    close();
    field.value = '';
    if (row) open(row.id);
  }

  function close() {
    found = [];
    at = -1;
    render();
  }

  field.addEventListener('input', suggest);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!found.length) return;
      at = (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
      render();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape') {
      close();
      field.value = '';
    }
  });
  field.addEventListener('blur', () =>
    setTimeout(() => {
      if (document.activeElement !== field) close();
    }, 150),
  );
  listing.addEventListener('mousedown', (event) => {
    const item = event.target.closest('li');
    if (item) {
      event.preventDefault();
      choose(found[[...listing.children].indexOf(item)]);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      field.focus();
    }
  });
}
