// The details panel: all that the articles say by, about and with what is selected.

const MOST_CARDS = 40;

function createPanel(data, cards, open, state, actions) {
  const panel = document.getElementById('panel');

  function show(id) {
    const rows = data.entity.has(id)
      ? entity(data.entity.get(id))
      : data.event.has(id)
        ? event(data.event.get(id))
        : data.claim.has(id)
          ? claim(data.claim.get(id))
          : overview();
    panel.replaceChildren(...rows.flat(3).filter(Boolean));
    panel.scrollTop = 0;
  }

  function list(title, rows, make) {
    if (!rows.length) return '';
    return [el('h3', {}, `${title} (${rows.length})`), inParts(el('div'), rows, MOST_CARDS, (some, to) => to.append(...some.map(make)))];
  }

  function entity(row) {
    const type = TYPES[row.type] || TYPES.Topic;
    const passing = state.passes;
    return [
      el('p', { class: 'kind' }, icon(type), type.name),
      el('h2', {}, row.name),
      el('ul', { class: 'facts' }, offices(row), sides(row), aliases(row), mentions(row), addresses(row)),
      tools(row.id),
      list('Says', data.claimsBy(row.id).filter(passing), cards.claimCard),
      list(
        `Said about ${row.name}`,
        data.claimsAbout(row.id).filter((c) => c.speaker !== row.id && passing(c)),
        cards.claimCard,
      ),
      list('Events', data.eventsOf(row.id).filter(passing), eventLine),
      merges(row),
    ];
  }

  // The graph's own address, those that the user's data gives for the same thing, and those that the build holds to be close.
  function addresses(row) {
    const line = (words, link) => el('li', {}, el('span', { class: 'soft' }, words), outside(link, sourceName(link)));
    return [
      (row.sameAs || []).map((link) => line('The same as ', link)),
      (row.links || []).map((link) => line('Probably ', link)),
      own(row.id),
    ];
  }

  function own(id) {
    return el('li', {}, el('span', { class: 'soft' }, 'In the graph: '), el('code', {}, data.addressOf(id)));
  }

  function offices(row) {
    const seen = new Set();
    return data.relationsOf(row.id).map((r) => {
      const key = `${r.subject} ${r.title || r.type} ${r.object} ${r.tense}`;
      if (seen.has(key)) return '';
      seen.add(key);
      const other = r.subject === row.id ? r.object : r.subject;
      const words = r.title || RELATIONS[r.type] || plain(r.type);
      const tense = r.tense === 'former' ? 'former ' : r.tense === 'future' ? 'future ' : '';
      return el(
        'li',
        {},
        `${capital(tense + words)}${other ? ': ' : ''}`,
        cards.name(other),
        ' ',
        button('show in text', () => actions.read(r.article, [r.at], r.at), 'link show'),
        r.reference ? el('span', { class: 'soft' }, ` Your reference data has: ${r.reference}`) : '',
      );
    });
  }

  function sides(row) {
    const line = ([, side, reason]) =>
      el('li', {}, 'Counts as a voice of ', cards.name(side), reason ? el('span', { class: 'soft' }, `: ${reason}`) : '');
    return data.sidesOf(row.id).map(line);
  }

  function aliases(row) {
    const others = (row.aliases || []).filter((alias) => alias !== row.name);
    return others.length ? el('li', {}, el('span', { class: 'soft' }, 'Also: '), others.join(', ')) : '';
  }

  function mentions(row) {
    const found = data.mentions[row.id] || [];
    if (!found.length) return '';
    const articles = [...new Set(found.map((m) => m[0]))];
    return el(
      'li',
      {},
      el(
        'details',
        {},
        el(
          'summary',
          {},
          `Mentioned ${found.length} time${found.length === 1 ? '' : 's'} in ${articles.length} article${articles.length === 1 ? '' : 's'}`,
        ),
        articles.map((number) => {
          const spans = found.filter((m) => m[0] === number).map((m) => [m[1], m[2]]);
          const article = data.articles[number];
          return el(
            'p',
            {},
            button(`${short(article.title, 70)} (${spans.length})`, () => actions.read(article.id, spans, spans[0])),
          );
        }),
      ),
    );
  }

  function tools(id) {
    const hops = [1, 2, 3].map((n) =>
      button(n === 1 ? 'Neighbours' : `${n} steps`, () => actions.focus(id, n), 'plain', {
        'aria-pressed': String(state.hops === n && state.near !== null),
      }),
    );
    const ways = [hops, button('Show all', () => actions.focus(id, 0), 'plain'), button('Path to…', () => actions.path(id), 'plain')];
    return el(
      'div',
      { class: 'row-tools' },
      data.nodes.some((node) => node.id === id) ? ways : '',
      button('Copy link', () => actions.copy(), 'plain'),
    );
  }

  function merges(row) {
    const rows = data.mergesOf(row.id);
    if (!rows.length) return '';
    return el(
      'details',
      {},
      el('summary', {}, 'Why these names are taken for one'),
      el(
        'ul',
        { class: 'facts' },
        rows.map(([, , called, reason]) => el('li', {}, el('b', {}, called), `: ${reason}`)),
      ),
    );
  }

  function eventLine(row) {
    return el('p', {}, way(capital(row.label), row.id, open), ' ', cards.basis(row), ' ', el('span', { class: 'soft' }, when(row)));
  }

  function event(row) {
    return [
      el('p', { class: 'kind' }, icon(EVENT), row.kind === 'other' ? 'Event' : `Event: ${data.kindOf(row)}`),
      el('h2', {}, capital(row.label)),
      el('p', {}, cards.basis(row)),
      el('ul', { class: 'facts' }, own(row.id)),
      tools(row.id),
      list('In the articles', row.tellings, (t) => cards.tellingCard(t, row)),
      list('Who speaks of it', data.claimsOn(row.id), cards.claimCard),
    ];
  }

  function claim(row) {
    return [
      el('p', { class: 'kind' }, `Claim: ${plain(row.act)}`),
      el('h2', {}, data.speakerOf(row)),
      cards.claimCard(row),
      el('ul', { class: 'facts' }, own(row.id)),
      tools(row.id),
      (row.about || []).length
        ? [
            el('h3', {}, 'About'),
            el(
              'p',
              {},
              row.about.map((id, i) => [i ? ', ' : '', cards.name(id)]),
            ),
          ]
        : '',
      list('Events it tells of', (row.events || []).map((id) => data.event.get(id)).filter(Boolean), eventLine),
      list('Denials', data.deniersOf(row.id), cards.claimCard),
    ];
  }

  function overview() {
    const disputed = data.claims.filter((c) => data.standing(c) === 'disputed');
    const speakers = [...data.entities]
      .map((e) => [e, data.claimsBy(e.id).length])
      .filter(([, n]) => n)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 8);
    return [
      el('h2', {}, 'Who says what about whom'),
      el(
        'p',
        {},
        `${data.articles.length} articles, ${data.entities.length} people, organizations and places, ${data.claims.length} claims, ${data.events.length} events.`,
      ),
      el(
        'p',
        { class: 'soft' },
        'A dashed line is somebody’s word, not a fact: click it to read the words. A solid line is told by the article itself. Red is denied by somebody.',
      ),
      data.nodes.some((node) => node.tier === 'more')
        ? el(
            'p',
            { class: 'soft' },
            'The picture begins with those who are named most; tick “Less named” to see everybody. Search finds them all.',
          )
        : '',
      list('Disputed', disputed, (c) => el('p', {}, el('b', {}, data.speakerOf(c)), ': ', way(short(c.content, 110), c.id, open))),
      list('Speaks most', speakers, ([e, n]) =>
        el('p', {}, way(e.name, e.id, open), el('span', { class: 'soft' }, ` ${n} claim${n === 1 ? '' : 's'}`)),
      ),
      list('Who belongs together', communitiesOf(data.nodes.filter((node) => node.kind === 'entity')), communityLine),
      list('Articles', data.articles, articleLine),
    ];
  }

  function communityLine([number, members]) {
    const names = members
      .slice(0, 3)
      .map((node) => node.label)
      .join(', ');
    const rest = members.length > 3 ? ` and ${members.length - 3} more` : '';
    return el(
      'p',
      {},
      button(`${names}${rest}`, () => actions.together(number)),
    );
  }

  function articleLine(article) {
    return el(
      'p',
      {},
      way(short(article.title, 110), article.id, open),
      el('br'),
      el(
        'span',
        { class: 'soft' },
        [article.publisher, article.published ? day(article.published) : 'date not known'].filter(Boolean).join(', '),
      ),
    );
  }

  function path(steps) {
    const step = (number) => {
      const row = data.claim.get(data.lines[number].shows);
      if (row) return cards.claimCard(row);
      const event = data.event.get(data.lines[number].shows);
      return el('p', {}, event ? eventLine(event) : relationText(data, data.lines[number].shows));
    };
    panel.replaceChildren(
      el('h2', {}, `Path of ${steps.length} step${steps.length === 1 ? '' : 's'}`),
      ...steps.map(step),
      button('Close', () => open(null), 'plain'),
    );
    panel.scrollTop = 0;
  }

  return { show, path, panel };
}
