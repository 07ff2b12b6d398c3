// A claim or an event as a card: who, in which words, on whose word, where to read it.

function createCards(data, open, read) {
  const chip = (standing) => el('span', { class: `chip ${standing}` }, STANDINGS[standing].name);
  const notes = (row) => (unreal(row) ? el('span', { class: 'chip unreal' }, unreal(row)) : '');
  // On whose word, and whether it happened: what stands beside every event that is named.
  function basis(row, lane = false) {
    const voices = data.voicesOf(row);
    const known = voices.length > 3 ? [...voices.slice(0, 2), `${voices.length - 2} more`] : voices;
    return [
      lane && row.standing === 'narrated' ? '' : [chip(row.standing), ' '],
      notes(row),
      known.length ? el('span', { class: 'soft' }, ` according to ${known.join(', ')}`) : '',
    ];
  }
  const name = (id) => (data.entity.has(id) ? way(data.nameOf(id), id, open) : '');

  function source(row, spans, length = 60) {
    const article = data.article.get(row.article);
    return [
      el('span', {}, article.publisher ? `${article.publisher}: ` : '', short(article.title, length)),
      button(data.texts ? 'Show in text' : 'Show in article', () => read(row.article, spans, row.at), 'link show'),
      article.url ? outside(`${article.url.replace(/#.*$/, '')}#:~:text=${encodeURIComponent(beginning(row))}`, 'Original') : '',
    ];
  }

  // Browsers scroll to words named in an address; a few are enough, and safer where a page is laid out otherwise.
  function beginning(row) {
    return article(row)
      .cut(...(data.texts ? row.at : (row.spans || [row.trigger])[0]))
      .split(/\s+/)
      .slice(0, 8)
      .join(' ')
      .replace(/\p{Surrogate}/gu, '');
  }

  const article = (row) => data.article.get(row.article);

  // Ready to be pasted: the words, who said them, where and when.
  function citation(claim) {
    const { title, publisher, published } = article(claim);
    const words = claim.quotation === 'direct' ? `“${claim.content}”` : claim.content;
    const place = [publisher, title, published && day(published)].filter(Boolean).join(', ');
    return `${data.speakerOf(claim)} ${claim.cue || plain(claim.act)}: ${words} (${place})`;
  }

  function copyButton(claim) {
    if (!navigator.clipboard) return '';
    const copied = () => say('Copied with its source');
    return button('Copy', () => navigator.clipboard.writeText(citation(claim)).then(copied, () => say('Could not copy')));
  }

  function dates(claim) {
    const article = data.article.get(claim.article);
    if (claim.saidOn) return `said ${day(claim.saidOn)}`;
    return article.published ? `published ${day(article.published)}${article.basis === 'inferred' ? ' (inferred)' : ''}` : 'date not known';
  }

  // A claim is denied by its speaker, or tells of something planned, wished for or not certain.
  function manner(claim) {
    const words = [MODALITIES[claim.modality], CERTAINTIES[claim.certainty], claim.polarity === 'negated' ? 'says it is not so' : ''];
    return words.filter(Boolean).join(', ');
  }

  function claimCard(claim, place) {
    const standing = data.standing(claim);
    const direct = claim.quotation === 'direct';
    const speaker = name(claim.speaker) || data.speakerOf(claim);
    return el(
      'article',
      { class: `card ${standing}`, 'data-claim': claim.id },
      el('p', { class: 'head' }, el('b', {}, speaker), ' ', asWritten(claim), claim.addressee ? [' to ', name(claim.addressee)] : ''),
      el('blockquote', {}, direct ? `“${claim.content}”` : closed(claim.content)),
      el(
        'p',
        { class: 'meta' },
        chip(standing),
        manner(claim) ? el('span', { class: 'chip unreal' }, manner(claim)) : '',
        el('span', {}, direct ? 'quoted word for word' : 'in the article’s words'),
        el('span', {}, dates(claim)),
        claim.medium ? el('span', {}, `via ${claim.medium}`) : '',
      ),
      el('p', { class: 'meta' }, source(claim, claim.spans), copyButton(claim)),
      place === 'board' ? '' : answers(claim),
    );
  }

  // The cue as the article has it; where the article says "he" or "Kyiv", the word stays visible.
  function asWritten(claim) {
    const name = new Set(
      fold(data.speakerOf(claim))
        .split(/\s+/)
        .filter((word) => word.length > 2),
    );
    const named =
      !claim.speakerText ||
      fold(claim.speakerText)
        .split(/[\s’']+/)
        .some((word) => name.has(word));
    return [claim.cue || plain(claim.act), named ? '' : el('span', { class: 'soft' }, ` (in the text: “${claim.speakerText}”)`)];
  }

  function answers(claim) {
    const from = (relation, words, others) =>
      others.map((other) => [relation, words, other, data.reason.get(`${other.id} ${relation} ${claim.id}`)]);
    const to = (relation, words, ids) =>
      (ids || []).map((id) => [relation, words, data.claim.get(id), data.reason.get(`${claim.id} ${relation} ${id}`)]);
    const rows = [
      ...from('denies', 'Denied by ', data.deniersOf(claim.id)),
      ...to('denies', 'Denies what was said by ', claim.denies),
      ...from('supports', 'Supported by ', data.supportersOf(claim.id)),
      ...to('supports', 'Supports what was said by ', claim.supports),
      ...from('responds-to', 'Answered by ', data.answersTo(claim.id)),
      ...to('responds-to', 'Answers what was said by ', claim.answers),
      ...to('reports', 'Reported by ', claim.within && [claim.within]),
    ].filter(([, , other]) => other);
    return rows.length ? el('ul', { class: 'answer' }, rows.map(answer)) : '';
  }

  // Reasons name events by their ids; a reader knows them by what happens.
  function named(reason) {
    return reason.replace(/event\/[\w-]+/g, (id) => (data.event.has(id) ? `“${data.event.get(id).label}”` : id));
  }

  function answer([relation, words, other, reason]) {
    return el(
      'li',
      {},
      words,
      way(`${data.speakerOf(other)}: ${short(other.content, 80)}`, other.id, open, relation),
      reason ? el('small', {}, ` Linked because: ${named(reason)}`) : '',
    );
  }

  // The sentence, with the words that tell of the event set off.
  function withTrigger(telling) {
    const { cut } = article(telling);
    const [start, end] = telling.at;
    const [first, last] = telling.trigger;
    if (!data.texts) return el('b', {}, cut(first, last));
    if (first < start || last > end) return cut(start, end);
    return [cut(start, first), el('b', {}, cut(first, last)), cut(last, end)];
  }

  function tellingCard(telling, event) {
    const roles = telling.roles.map(([role, id, words]) =>
      el('li', {}, `${ROLES[role] || capital(plain(role))}: `, id && data.entity.has(id) ? name(id) : words),
    );
    const time = when(telling);
    return el(
      'article',
      { class: `card ${telling.standing}`, 'data-event': event.id },
      el('blockquote', {}, withTrigger(telling)),
      el('p', { class: 'meta' }, chip(telling.standing), notes(telling)),
      el(
        'ul',
        { class: 'facts' },
        roles,
        telling.place ? el('li', {}, 'Where: ', name(telling.place)) : '',
        time ? el('li', {}, `When: ${time}${DATE_RULES[telling.rule] ? `, ${DATE_RULES[telling.rule]}` : ''}`) : '',
        telling.joined ? el('li', {}, el('span', { class: 'soft' }, `The same event because: ${named(telling.joined)}`)) : '',
        telling.figures.length ? el('li', {}, `Figures: ${telling.figures.join('; ')}`) : '',
      ),
      el('p', { class: 'meta' }, source(telling, [telling.trigger])),
    );
  }

  return { claimCard, tellingCard, chip, basis, named, name, source };
}
