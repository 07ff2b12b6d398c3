// Day by day: what the articles tell themselves on one side, what somebody says on the other; undated things last.

const MOST_DAYS = 60;
const FEW_BARS = 10;

function renderTimeline(data, cards, open, state, setRange, box) {
  const days = new Map();
  const at = (date) => {
    if (!days.has(date)) days.set(date, { told: [], said: [] });
    return days.get(date);
  };
  for (const event of data.events.filter(state.passes)) at(timeOf(event))[event.standing === 'narrated' ? 'told' : 'said'].push(event);
  for (const claim of data.claims.filter(state.passes)) at(claim.saidOn || '').said.push(claim);
  const order = [...days.keys()].sort((a, b) => (a === '') - (b === '') || (a < b ? 1 : -1));
  box.replaceChildren(
    el('h2', {}, 'Timeline'),
    el(
      'p',
      {},
      'Newest first. Dates are of what is told, or of the day something was said; where the text gives no day, it stands at the end.',
    ),
    bars(),
    el(
      'div',
      { class: 'days' },
      ['Day', 'Told by the articles', 'Somebody’s word'].map((text) => el('div', { class: 'lane' }, text)),
      order
        .slice(0, 400)
        .map((date) => [
          el('div', { class: 'day' }, date ? timeName(date) : 'No day known'),
          el('div', {}, days.get(date).told.map(line)),
          el('div', {}, days.get(date).said.map(line)),
        ]),
    ),
  );

  // A bar a day (or a month, where there are many days): click one to see that time only, again to see all.
  function bars() {
    const rows = [...data.events, ...data.claims].filter(state.passesAnyDay);
    const dated = rows.map((row) => [row.tellings ? timeOf(row) : data.dateOf(row), row.standing === 'narrated']).filter(([date]) => date);
    const length = new Set(dated.map(([date]) => date)).size > MOST_DAYS ? 7 : 10;
    const times = group(dated, ([date]) => [date.slice(0, length)]);
    const most = Math.max(...[...times.values()].map((found) => found.length));
    return el(
      'div',
      { class: 'bars' },
      [...times.keys()].sort().map((time) => bar(time, times.get(time), most, times.size <= FEW_BARS)),
    );
  }

  function bar(time, found, most, wide) {
    const told = found.filter(([, narrated]) => narrated).length;
    const height = (count) => 1 + Math.round((count / most) * 60);
    const name = timeName(time);
    const text = `${name}: ${told} told by the articles, ${found.length - told} on somebody’s word`;
    const parts = [drawnBar(height(found.length - told), '--claimed', wide), drawnBar(height(told), '--told', wide)];
    const [from, to] = [time + '-01-01'.slice(time.length - 4), time + '-12-31'.slice(time.length - 4)];
    return el(
      'button',
      { type: 'button', title: text, 'aria-label': text, onclick: () => setRange(from, to) },
      parts,
      wide ? el('small', {}, name) : '',
    );
  }

  function drawnBar(height, name, wide) {
    const width = wide ? 76 : 14;
    return drawn(width, { d: `M1 0h${width - 2}v${height}H1z`, fill: color(name) }, 'path', height);
  }

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
