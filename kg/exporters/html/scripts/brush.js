// The brush of the timeline: a bar a day, or a month where there are many days.

const MOST_DAYS = 60;
const BARS_WIDTH = 700;

// Drag over bars to see that time only; Shift and a click, or Enter, extend it.
function createBrush(data, state, filters) {
  const rows = [...data.events.filter(data.isNews), ...data.claims].filter(state.passesAnyDay);
  const dates = rows.map((row) => [row.tellings ? timeOf(row) : data.dateOf(row), row.standing === 'narrated']).filter(([date]) => date);
  const length = new Set(dates.map(([date]) => date)).size > MOST_DAYS ? 7 : 10;
  const times = group(dates, ([date]) => [date.slice(0, length)]);
  const most = Math.max(...[...times.values()].map((found) => found.length));
  const keys = [...times.keys()].sort();
  const width = Math.max(10, Math.min(76, Math.floor(BARS_WIDTH / keys.length) - 2));
  let anchor = null;

  const names = namesOf(keys);
  const bars = keys.map((time, i) => bar(time, times.get(time), names[i]));
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

  // Each bar by its day where there is room; else a year where it begins, as far as the last one named leaves room.
  function namesOf(all) {
    let end = 0;
    return all.map((time, i) => {
      const fresh = i === 0 || all[i - 1].slice(0, 4) !== time.slice(0, 4);
      const full = timeName(time);
      const wanted = width > 68 ? full : width > 40 && !fresh ? full.replace(/ \d+$/, '') : fresh ? time.slice(0, 4) : '';
      if (!wanted || i * (width + 2) < end) return '';
      end = i * (width + 2) + 8 * wanted.length;
      return wanted;
    });
  }

  function barAt(event) {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    return bars.indexOf(under && under.closest('.bars button'));
  }

  function mark(first, last) {
    bars.forEach((one, i) => one.setAttribute('aria-pressed', String(i >= first && i <= last)));
  }

  function choose(first, last) {
    filters.setRange({ from: firstDay(keys[first]), to: lastDay(keys[last]) });
  }

  // The same bar again lifts the range; with Shift a range grows to the bar.
  function press(event, at) {
    const { from, to } = filters.range;
    const [first, last] = [keys.findIndex((key) => lastDay(key) >= from), keys.findLastIndex((key) => firstDay(key) <= to)];
    if (event.shiftKey && from && to) choose(Math.min(first, at), Math.max(last, at));
    else if (from === firstDay(keys[at]) && to === lastDay(keys[at])) filters.setRange({ from: '', to: '' });
    else choose(at, at);
    document.querySelectorAll('.bars button')[at]?.focus();
  }

  function bar(time, found, name) {
    const told = found.filter(([, narrated]) => narrated).length;
    const height = (count) => (count ? 2 + Math.round((count / most) * 58) : 0);
    const text = `${timeName(time)}: ${told} told by the articles, ${found.length - told} on somebody’s word`;
    const { from, to } = filters.range;
    const on = Boolean(from || to) && (!from || lastDay(time) >= from) && (!to || firstDay(time) <= to);
    return el(
      'button',
      { type: 'button', title: text, 'aria-label': text, 'aria-pressed': String(on), onclick: (event) => press(event, keys.indexOf(time)) },
      drawnBar(height(found.length - told), '--claimed'),
      drawnBar(height(told), '--told'),
      el('small', {}, name),
    );
  }

  function drawnBar(height, tint) {
    return drawn(width, { d: `M1 0h${width - 2}v${height}H1z`, fill: color(tint) }, 'path', height);
  }
}
