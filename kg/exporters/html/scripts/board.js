// The dispute board: one box a matter, who says it on the left, who denies it on the right, who else speaks of it below.

function renderBoard(data, cards, state, box) {
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
    ...matters.map((matter) =>
      el(
        'section',
        { class: 'matter' },
        el('h2', {}, title(matter.says[0])),
        el(
          'div',
          { class: 'sides' },
          el('div', {}, el('h3', {}, 'Says'), matter.says.map(cards.claimCard)),
          el('div', {}, el('h3', {}, 'Denies'), matter.denies.map(cards.claimCard)),
          matter.others.length ? el('div', {}, el('h3', {}, 'Also speaks of it'), matter.others.slice(0, 6).map(cards.claimCard)) : '',
        ),
      ),
    ),
  );

  function title(claim) {
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
    const events = new Set(says.flatMap((c) => c.events || []));
    matters.push({ says, denies, events });
  }
  for (const matter of matters) {
    matter.others = data.claims.filter((c) => !seen.has(c.id) && (c.events || []).some((id) => matter.events.has(id)));
  }
  return matters;
}
