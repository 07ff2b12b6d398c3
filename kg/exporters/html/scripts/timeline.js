// Day by day: what the articles tell themselves on one side, what somebody says on the other; what has no day in a lane of its own.

const MOST_DAYS = 60;
const FEW_BARS = 10;
const MOST_ROWS_AT_ONCE = 100;
const ROOM = 3;

function renderTimeline(data, cards, open, state, filters, box) {
  const rows = [...data.events, ...data.claims].filter(state.passes);
  const days = group(rows, (row) => [timeOfRow(row)]);
  const dated = [...days.keys()].filter(Boolean).sort().reverse();
  const undated = days.get('') || [];
  box.replaceChildren(
    el('h2', {}, 'Timeline'),
    el(
      'p',
      {},
      'Newest first. Events stand on the day they are told of, claims on the day they were made or, where no text says when, published. ',
      undated.length ? button(`${undated.length} without a day`, () => document.getElementById('undated').scrollIntoView()) : '',
    ),
    createBrush(data, state, filters),
    lanes(
      dated,
      (date) => timeName(date),
      (date) => days.get(date),
    ),
    ...lane(undated),
  );

  function timeOfRow(row) {
    return row.tellings ? timeOf(row) : data.dateOf(row);
  }

  function lane(found) {
    if (!found.length) return [];
    const times = group(found, (row) => [timeWords(row)]);
    const heading = el('h3', { id: 'undated' }, `Day not known (${found.length})`);
    const keys = [...times.keys()].sort((a, b) => b.startsWith('“') - a.startsWith('“') || a.localeCompare(b, 'en'));
    return [
      heading,
      lanes(
        keys,
        (words) => words,
        (words) => times.get(words),
      ),
    ];
  }

  // The article's words for a time that is no day; where it has none, its title.
  function timeWords(row) {
    const words = (row.tellings || []).map((telling) => telling.timeText).find(Boolean);
    return words ? `“${words}”` : `In: ${short(data.article.get((row.tellings || [row])[0].article).title, 60)}`;
  }

  function lanes(keys, name, rowsOf) {
    const grid = el(
      'div',
      { class: 'days' },
      ['Day', 'Told by the articles', 'Somebody’s word'].map((text) => el('div', { class: 'lane' }, text)),
    );
    const told = (row) => row.standing === 'narrated';
    const add = (some) =>
      grid.append(
        ...some.flatMap((key) => [
          el('div', { class: 'day' }, name(key)),
          el('div', {}, rowsOf(key).filter(told).map(line)),
          el(
            'div',
            {},
            rowsOf(key)
              .filter((row) => !told(row))
              .map(line),
          ),
        ]),
      );
    return inParts(grid, keys, MOST_ROWS_AT_ONCE, add);
  }

  function line(row) {
    if (row.tellings) return el('p', {}, way(capital(row.label), row.id, open), ' ', cards.basis(row));
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

// A bar a day (or a month, where there are many days). Drag over bars to see that time only; Shift and a click, or Enter, extend it.
function createBrush(data, state, filters) {
  const rows = [...data.events, ...data.claims].filter(state.passesAnyDay);
  const dates = rows.map((row) => [row.tellings ? timeOf(row) : data.dateOf(row), row.standing === 'narrated']).filter(([date]) => date);
  const length = new Set(dates.map(([date]) => date)).size > MOST_DAYS ? 7 : 10;
  const times = group(dates, ([date]) => [date.slice(0, length)]);
  const most = Math.max(...[...times.values()].map((found) => found.length));
  const keys = [...times.keys()].sort();
  const wide = keys.length <= FEW_BARS;
  const begins = (time) => time + '-01-01'.slice(time.length - 4);
  const ends = (time) => time + '-12-31'.slice(time.length - 4);
  let anchor = null;

  const years = yearsAt(keys);
  const bars = keys.map((time, i) => bar(time, times.get(time), years.get(i)));
  const brush = el(
    'div',
    { class: 'bars', role: 'group', 'aria-label': 'Days: drag over bars, or press Shift and Enter on a second one' },
    bars,
  );
  brush.addEventListener('pointerdown', (event) => {
    const at = barAt(event);
    if (at < 0 || event.shiftKey) return;
    anchor = at;
  });
  brush.addEventListener('pointermove', (event) => {
    if (anchor === null || !event.buttons) return;
    const at = barAt(event);
    if (at >= 0) mark(Math.min(anchor, at), Math.max(anchor, at));
  });
  brush.addEventListener('pointerup', (event) => {
    const at = barAt(event);
    if (anchor !== null && at >= 0 && at !== anchor) choose(Math.min(anchor, at), Math.max(anchor, at));
    anchor = null;
  });
  return brush;

  // A year is named where it begins, as far as the last one named leaves room.
  function yearsAt(times) {
    const found = new Map();
    let last = -ROOM;
    times.forEach((time, i) => {
      const fresh = i === 0 || times[i - 1].slice(0, 4) !== time.slice(0, 4);
      if (fresh && i - last >= ROOM) found.set((last = i), time.slice(0, 4));
    });
    return found;
  }

  function barAt(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    return bars.indexOf(under && under.closest('.bars button'));
  }

  function mark(first, last) {
    bars.forEach((one, i) => one.setAttribute('aria-pressed', String(i >= first && i <= last)));
  }

  function choose(first, last) {
    filters.setRange({ from: begins(keys[first]), to: ends(keys[last]) });
  }

  // The same bar again lifts the range; with Shift a range grows to the bar.
  function press(event, at) {
    const { from, to } = filters.range;
    const [first, last] = [keys.findIndex((key) => ends(key) >= from), keys.findLastIndex((key) => begins(key) <= to)];
    if (event.shiftKey && from && to) choose(Math.min(first, at), Math.max(last, at));
    else if (from === begins(keys[at]) && to === ends(keys[at])) filters.setRange({ from: '', to: '' });
    else choose(at, at);
    document.querySelectorAll('.bars button')[at]?.focus();
  }

  function bar(time, found, year) {
    const told = found.filter(([, narrated]) => narrated).length;
    const height = (count) => (count ? 2 + Math.round((count / most) * 58) : 0);
    const text = `${timeName(time)}: ${told} told by the articles, ${found.length - told} on somebody’s word`;
    const { from, to } = filters.range;
    const on = Boolean(from || to) && (!from || ends(time) >= from) && (!to || begins(time) <= to);
    return el(
      'button',
      { type: 'button', title: text, 'aria-label': text, 'aria-pressed': String(on), onclick: (event) => press(event, keys.indexOf(time)) },
      drawnBar(height(found.length - told), '--claimed'),
      drawnBar(height(told), '--told'),
      el('small', {}, wide ? timeName(time) : year || ''),
    );
  }

  function drawnBar(height, name) {
    const width = wide ? 76 : 14;
    return drawn(width, { d: `M1 0h${width - 2}v${height}H1z`, fill: color(name) }, 'path', height);
  }
}
