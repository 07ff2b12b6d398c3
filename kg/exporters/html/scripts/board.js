// The dispute board: matters by those who take sides in them, then one box a matter with the words of each side.

const SIDES = { says: 'says', denies: 'denies', answers: 'answers', others: 'speaks of it' };
const MOST_ACTORS = 8;

function renderBoard(data, cards, state, box, open) {
  const matters = disputes(data).filter((matter) => matter.says.some(state.passes));
  box.replaceChildren(
    el('h2', {}, 'Disputes'),
    el(
      'p',
      {},
      matters.length
        ? 'What one side claims and another denies. The articles do not settle who is right, and neither does this page.'
        : 'No claim is denied by anybody in what is shown.',
    ),
    ...(matters.length ? [el('div', { class: 'wide' }, overview())] : []),
    ...matters.map(matterBox),
  );

  // Matters by actors: who takes part in several has a column, the others stand together.
  function overview() {
    const count = new Map();
    for (const matter of matters) for (const actor of actorsOf(matter).keys()) count.set(actor, (count.get(actor) || 0) + 1);
    const several = [...count.entries()].filter(([, n]) => n > 1).sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
    const columns = several.slice(0, MOST_ACTORS).map(([actor]) => actor);
    const head = (text) => el('th', { scope: 'col' }, text);
    return el(
      'table',
      { class: 'overview' },
      el('caption', {}, 'Who takes which side'),
      el('thead', {}, el('tr', {}, head('Matter'), columns.map(head), head(columns.length ? 'Others' : 'Who'))),
      el(
        'tbody',
        {},
        matters.map((matter, i) => {
          const actors = actorsOf(matter);
          const rest = [...actors.keys()].filter((actor) => !columns.includes(actor));
          return el(
            'tr',
            {},
            el(
              'th',
              { scope: 'row' },
              button(titleOf(matter), () => document.getElementById(`matter-${i}`).scrollIntoView()),
            ),
            columns.map((actor) => el('td', {}, sides(actors.get(actor)))),
            el(
              'td',
              {},
              rest.map((actor) => el('p', {}, el('b', {}, actor), ' ', sides(actors.get(actor)))),
            ),
          );
        }),
      ),
    );
  }

  // Actor -> side -> the claim that stands for it.
  function actorsOf(matter) {
    const found = new Map();
    for (const side of Object.keys(SIDES)) {
      for (const claim of matter[side]) {
        const actor = data.speakerOf(claim);
        if (!found.has(actor)) found.set(actor, new Map());
        if (!found.get(actor).has(side)) found.get(actor).set(side, claim);
      }
    }
    return found;
  }

  function sides(found) {
    return [...(found || new Map())].map(([side, claim], i) => [i ? ', ' : '', way(SIDES[side], claim.id, open, side)]);
  }

  function matterBox(matter, i) {
    const side = (title, claims) =>
      claims.length
        ? el(
            'div',
            {},
            el('h3', {}, title),
            inParts(el('div'), claims, 6, (some, to) => to.append(...some.map((c) => cards.claimCard(c, 'board')))),
          )
        : '';
    return el(
      'section',
      { class: 'matter', id: `matter-${i}` },
      el('h2', {}, titleOf(matter)),
      el('div', { class: 'sides' }, side('Says', matter.says), side('Denies', matter.denies), side('Answers', matter.answers)),
      reasons(matter),
      matter.others.length
        ? el('details', {}, el('summary', {}, `Also speaks of it (${matter.others.length})`), side('', matter.others))
        : '',
    );
  }

  function reasons(matter) {
    const found = new Set(
      matter.denies.flatMap((c) => (c.denies || []).map((id) => data.reason.get(`${c.id} denies ${id}`))).filter(Boolean),
    );
    return [...found].map((reason) => el('p', { class: 'soft' }, `Linked because: ${cards.named(reason)}`));
  }

  function titleOf({ says: [claim] }) {
    const event = (claim.events || []).map((id) => data.event.get(id)).find(Boolean);
    return capital(short(event ? event.label : claim.content, 90));
  }
}

// Claims joined by denials are one matter.
function disputes(data) {
  const seen = new Set();
  const matters = [];
  for (const claim of data.claims) {
    if (seen.has(claim.id) || data.standing(claim) !== 'disputed') continue;
    const says = [];
    const denies = [];
    const waiting = [[claim, false]];
    while (waiting.length) {
      const [one, denying] = waiting.pop();
      if (seen.has(one.id)) continue;
      seen.add(one.id);
      (denying ? denies : says).push(one);
      waiting.push(
        ...data.deniersOf(one.id).map((c) => [c, !denying]),
        ...(one.denies || []).map((id) => [data.claim.get(id), !denying]).filter(([c]) => c),
      );
    }
    matters.push({ says, denies, events: new Set(says.flatMap((c) => c.events || [])) });
  }
  for (const matter of matters) {
    const sided = [...matter.says, ...matter.denies];
    matter.answers = [...new Set(sided.flatMap((c) => data.answersTo(c.id)))].filter((c) => !seen.has(c.id));
    matter.others = data.claims.filter(
      (c) => !seen.has(c.id) && !matter.answers.includes(c) && (c.events || []).some((id) => matter.events.has(id)),
    );
  }
  return matters;
}
