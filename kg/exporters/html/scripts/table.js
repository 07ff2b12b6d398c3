// The same as text: for screen readers, for copying, for whoever likes lists.

const MOST_ROWS = 200;

function renderTable(data, cards, open, state, box) {
  const claims = data.claims.filter(state.passes);
  const entities = [...data.entities].sort((a, b) => weight(b) - weight(a));
  const events = data.events.filter((e) => data.isNews(e) && state.passes(e));
  const relations = data.relations;
  box.replaceChildren(
    table(`Claims (${claims.length})`, ['Who', 'Words', 'About', 'Standing', 'Said', 'Article'], claims, (c) => [
      cards.name(c.speaker) || data.speakerOf(c),
      [
        el('span', { class: 'soft' }, `${c.cue || plain(c.act)}: `),
        way(c.quotation === 'direct' ? `“${c.content}”` : c.content, c.id, open),
      ],
      (c.about || []).map((id, i) => [i ? ', ' : '', cards.name(id)]),
      [STANDINGS[data.standing(c)].name, data.deniersOf(c.id).map((other) => [', denied by ', data.speakerOf(other)])],
      c.saidOn ? day(c.saidOn) : '',
      cards.source(c, c.spans, 40).map((part) => [part, ' ']),
    ]),
    table(
      `People, organizations and places (${entities.length})`,
      ['Name', 'Type', 'Also called', 'Says', 'Spoken of', 'Mentions'],
      entities,
      (e) => [
        way(e.name, e.id, open),
        (TYPES[e.type] || TYPES.Topic).name,
        (e.aliases || []).join(', '),
        data.claimsBy(e.id).length,
        data.claimsAbout(e.id).length,
        (data.mentions[e.id] || []).length,
      ],
    ),
    table(`Offices, memberships and family (${relations.length})`, ['Who', 'What', 'Of', 'Article'], relations, (r) => [
      cards.name(r.subject),
      `${r.tense === 'former' || r.tense === 'future' ? `${r.tense} ` : ''}${r.title || RELATIONS[r.type] || plain(r.type)}`,
      cards.name(r.object),
      cards.source(r, [r.at], 40).map((part) => [part, ' ']),
    ]),
    table(`Events (${events.length})`, ['What', 'Kind', 'Standing', 'When', 'Who', 'Article'], events, (e) => [
      way(capital(e.label), e.id, open),
      data.kindOf(e),
      cards.basis(e),
      when(e),
      eventMembers(e).map((id, i) => [i ? ', ' : '', cards.name(id)]),
      cards.source(e.tellings[0], [e.tellings[0].trigger], 40).map((part) => [part, ' ']),
    ]),
  );

  function weight(e) {
    return data.claimsBy(e.id).length * 3 + (data.mentions[e.id] || []).length;
  }

  function table(caption, heads, rows, cells) {
    const make = (row) =>
      el(
        'tr',
        {},
        cells(row).map((cell) => el('td', {}, typeof cell === 'number' ? String(cell) : cell)),
      );
    const body = el('tbody');
    const [, more] = [inParts(body, rows, MOST_ROWS, (some) => body.append(...some.map(make)))].flat();
    const head = el(
      'tr',
      {},
      heads.map((text) => el('th', { scope: 'col' }, text)),
    );
    return el('div', { class: 'wide' }, el('table', {}, el('caption', {}, caption), el('thead', {}, head), body), more);
  }
}
