// The article with the words marked, in the panel.

function createReader(data, panel, back) {
  return function read(id, spans, anchor) {
    const article = data.article.get(id);
    const said = [
      article.publisher,
      article.authors,
      article.published ? `${day(article.published)}${article.basis === 'inferred' ? ' (inferred)' : ''}` : 'date not known',
    ];
    const text = el('div', { class: 'paper' }, marked(article, spans, anchor));
    panel.replaceChildren(
      el('div', { class: 'top' }, button('← Back', back, 'plain', { id: 'back' })),
      el('h2', {}, article.title),
      el('p', { class: 'soft' }, said.filter(Boolean).join(', ')),
      el('p', { class: 'soft' }, article.url ? outside(article.url, article.url) : article.source),
      text,
    );
    const first = text.querySelector('mark');
    if (first) first.scrollIntoView({ block: 'center' });
    else panel.scrollTop = 0;
    document.getElementById('back').focus({ preventScroll: true });
    say(`Article: ${article.title}`);
  };

  function marked(article, spans, anchor) {
    const wanted = spans.map((span) => [...span, 'exact']);
    const inside = (a, b) => wanted.some(([c, d]) => a < d && c < b);
    const around = anchor ? pieces(anchor, wanted) : [];
    const all = [...wanted, ...around.filter(([a, b]) => a < b && !inside(a, b)).map((span) => [...span, 'also'])].sort(
      (a, b) => a[0] - b[0],
    );
    const parts = [];
    let at = 0;
    for (const [start, end, kind] of all) {
      if (start < at) continue;
      parts.push(article.cut(at, start), el('mark', { class: kind }, article.cut(start, end)));
      at = end;
    }
    parts.push(article.cut(at));
    return parts;
  }

  function pieces([start, end], spans) {
    const inner = spans.filter(([a, b]) => a < end && b > start).sort((a, b) => a[0] - b[0]);
    const found = [];
    let at = start;
    for (const [a, b] of inner) {
      found.push([at, a]);
      at = Math.max(at, b);
    }
    found.push([at, end]);
    return found;
  }
}
