// Day by day: what the articles tell themselves on one side, what somebody says on the other; what has no day in a lane of its own.

const MOST_ROWS_AT_ONCE = 100;
const IN = 'In: ';

function renderTimeline(data, cards, open, state, filters, box) {
  const rows = [...data.events.filter(data.isNews), ...data.claims].filter(state.passes);
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
    return words ? `“${words}”` : IN + short(data.article.get(articleOf(row)).title, 60);
  }

  function lanes(keys, name, rowsOf) {
    const grid = el(
      'div',
      { class: 'days' },
      ['Day', 'Told by the articles', 'Somebody’s word'].map((text) => el('div', { class: 'lane' }, text)),
    );
    const told = (row) => row.standing === 'narrated';
    const several = (key) => data.articles.length > 1 && !key.startsWith(IN);
    const add = (some) =>
      grid.append(
        ...some.flatMap((key) => [
          el('div', { class: 'day' }, name(key)),
          cell('told', rowsOf(key).filter(told), several(key)),
          cell(
            'said',
            rowsOf(key).filter((row) => !told(row)),
            several(key),
          ),
        ]),
      );
    return inParts(grid, keys, MOST_ROWS_AT_ONCE, add);
  }

  // The rows of one cell, under the titles of their articles where there are several.
  function cell(kind, found, headed) {
    const stories = [...group(found, (row) => [articleOf(row)]).entries()];
    const heading = (id) => (headed ? el('p', { class: 'story' }, short(data.article.get(id).title, 70)) : '');
    return el(
      'div',
      { class: kind },
      stories.map(([id, told]) => [heading(id), told.map(line)]),
    );
  }

  function articleOf(row) {
    return (row.tellings || [row])[0].article;
  }

  function line(row) {
    if (row.tellings) return el('p', {}, way(capital(row.label), row.id, open), ' ', cards.basis(row, true));
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
