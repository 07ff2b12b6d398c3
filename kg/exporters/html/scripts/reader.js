// The article with the words marked, in the panel.

function createReader(data, cards, panel, open, back) {
  return function read(id, spans, anchor) {
    const article = data.article.get(id);
    const said = [
      article.publisher,
      article.authors,
      article.published ? `${day(article.published)}${article.basis === 'inferred' ? ' (inferred)' : ''}` : 'date not known',
    ];
    const text = data.texts ? el('div', { class: 'paper' }, marked(article, spans, anchor)) : quotations(article, anchor);
    panel.replaceChildren(
      el('div', { class: 'top' }, button('← Back', back, 'plain', { id: 'back' })),
      el('h2', {}, article.title),
      el('p', { class: 'soft' }, said.filter(Boolean).join(', ')),
      el('p', { class: 'soft' }, article.url ? outside(article.url, article.url) : article.source),
      el(
        'p',
        { class: 'soft' },
        data.texts
          ? 'Underlined is what somebody says; click it to see who.'
          : 'This page was made without the texts of the articles; these are its quotations.',
      ),
      text,
    );
    const first = text.querySelector('mark');
    if (first) first.scrollIntoView({ block: 'center' });
    else panel.scrollTop = 0;
    document.getElementById('back').focus({ preventScroll: true });
    say(`Article: ${article.title}`);
  };

  // Instead of a text that the page does not hold.
  function quotations(article, anchor) {
    const here = anchor ? data.claimsIn(article.id).find((claim) => claim.at[0] <= anchor[0] && anchor[0] < claim.at[1]) : null;
    const cardOf = (claim) => (claim === here ? el('mark', { class: 'whole' }, cards.claimCard(claim)) : cards.claimCard(claim));
    return el('div', {}, data.claimsIn(article.id).map(cardOf));
  }

  // Cut where anything begins or ends; each piece is one of: the words asked for, their sentence, what somebody says, the rest.
  function marked(article, spans, anchor) {
    const claims = data.claimsIn(article.id).flatMap((claim) => claim.spans.map((span) => [...span, claim]));
    const cuts = [0, ...[...spans, ...claims, ...(anchor ? [anchor] : [])].flatMap(([start, end]) => [start, end])];
    const points = [...new Set(cuts)].sort((a, b) => a - b);
    return points.map((start, i) => piece(article.cut(start, points[i + 1]), start, spans, anchor, claims));
  }

  function piece(words, at, spans, anchor, claims) {
    const holds = ([start, end]) => start <= at && at < end;
    const [, , claim] = claims.find(holds) || [];
    const kind = spans.some(holds) ? 'exact' : anchor && holds(anchor) ? 'also' : null;
    if (kind) return el('mark', { class: kind }, words);
    return claim ? way(words, claim.id, open, `said ${data.standing(claim)}`) : words;
  }
}
