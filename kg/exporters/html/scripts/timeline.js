// Day by day: what the articles tell themselves on one side, what somebody says on the other; undated things last.

function renderTimeline(data, cards, open, state, box) {
  const days = new Map();
  const at = (date) => {
    if (!days.has(date)) days.set(date, { told: [], said: [] });
    return days.get(date);
  };
  for (const event of data.events.filter(state.passes)) at(event.first || '')[event.standing === 'narrated' ? 'told' : 'said'].push(event);
  for (const claim of data.claims.filter(state.passes)) at(claim.saidOn || '').said.push(claim);
  const order = [...days.keys()].sort((a, b) => (a === '') - (b === '') || (a < b ? 1 : -1));
  box.replaceChildren(
    el('h2', {}, 'Timeline'),
    el(
      'p',
      {},
      'Newest first. Dates are of what is told, or of the day something was said; where the text gives no day, it stands at the end.',
    ),
    el(
      'div',
      { class: 'days' },
      ['Day', 'Told by the articles', 'Somebody’s word'].map((text) => el('div', { class: 'lane' }, text)),
      order
        .slice(0, 400)
        .map((date) => [
          el('div', { class: 'day' }, date ? day(date) : 'No day known'),
          el('div', {}, days.get(date).told.map(line)),
          el('div', {}, days.get(date).said.map(line)),
        ]),
    ),
  );

  function line(row) {
    if (row.tellings)
      return el(
        'p',
        {},
        way(capital(row.label), row.id, open),
        ' ',
        el('span', { class: 'soft' }, unreal(row) ? `(${unreal(row)}) ` : ''),
        row.standing === 'narrated' ? '' : cards.chip(row.standing),
      );
    return el(
      'p',
      {},
      el('b', {}, data.speakerOf(row)),
      ` ${row.cue || plain(row.act)}: `,
      way(short(row.content, 140), row.id, open),
      ' ',
      data.standing(row) === 'disputed' ? cards.chip('disputed') : '',
    );
  }
}
