// The same as text: for screen readers, for copying, for whoever likes lists.

const MOST_ROWS = 300;

function renderTable(data, cards, open, state, box) {
  const claims = data.claims.filter(state.passes);
  const entities = [...data.entities].sort((a, b) => weight(b) - weight(a));
  const events = data.events.filter(state.passes);
  box.replaceChildren(
    table(`Claims (${claims.length})`, ['Who', 'Words', 'About', 'Standing', 'Said', 'Article'], claims, (c) => [
      cards.name(c.speaker) || data.speakerOf(c),
      [
        el('span', { class: 'soft' }, `${c.cue || plain(c.act)}: `),
        way(c.quotation === 'direct' ? `“${c.content}”` : c.content, c.id, open),
      ],
      (c.about || []).map((id, i) => [i ? ', ' : '', cards.name(id)]),
      STANDINGS[data.standing(c)].name,
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
    table(`Events (${events.length})`, ['What', 'Kind', 'Standing', 'When', 'Who', 'Article'], events, (e) => [
      way(capital(e.label), e.id, open),
      plain(e.kind),
      [STANDINGS[e.standing].name, unreal(e)].filter(Boolean).join(', '),
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
    const body = el('tbody', {}, rows.slice(0, MOST_ROWS).map(make));
    const rest = rows.slice(MOST_ROWS);
    const more = rest.length
      ? button(
          `Show ${rest.length} more`,
          () => {
            body.append(...rest.map(make));
            more.remove();
          },
          'plain',
        )
      : '';
    return el(
      'div',
      {},
      el(
        'table',
        {},
        el('caption', {}, caption),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            heads.map((head) => el('th', { scope: 'col' }, head)),
          ),
        ),
        body,
      ),
      more,
    );
  }
}
