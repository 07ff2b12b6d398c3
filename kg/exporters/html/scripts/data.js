// The data of the page, and the ways through it.

async function loadData() {
  const [library, data] = await Promise.all([unpack('vis'), unpack('data')]);
  const script = document.createElement('script');
  script.textContent = library;
  document.head.append(script);
  return index(JSON.parse(data));
}

function unpack(id) {
  const holder = document.getElementById(id);
  const bytes = Uint8Array.from(atob(holder.textContent), (c) => c.charCodeAt(0));
  holder.remove();
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
}

function group(rows, keys) {
  const found = new Map();
  for (const row of rows) {
    for (const key of keys(row)) {
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(row);
    }
  }
  return found;
}

// Positions count code points, JavaScript counts UTF-16 units: a text with characters of two units is cut from an array.
function cutter(article) {
  article.text ||= '';
  const units = /[\uD800-\uDFFF]/.test(article.text) ? Array.from(article.text) : article.text;
  const cut = (start, end) => (typeof units === 'string' ? units.slice(start, end) : units.slice(start, end).join(''));
  return (start, end) => cut(start, end).replace(/\r\n?/g, '\n');
}

function addWords(data) {
  for (const article of data.articles) article.cut = cutter(article);
  const of = (row, span) => data.article.get(row.article).cut(...span);
  for (const claim of data.claims) {
    claim.content = claim.spans.map((span) => of(claim, span)).join(' … ');
    claim.cue = claim.cue ? of(claim, claim.cue) : '';
  }
  for (const telling of data.events.flatMap((event) => event.tellings)) {
    telling.timeText = telling.time ? of(telling, telling.time) : '';
    telling.roles = (telling.roles || []).map(([role, id, start, end]) => [role, id, of(telling, [start, end])]);
    telling.figures = (telling.quantities || []).map((span) => of(telling, span));
  }
}

function unroll(data) {
  const object = (head) => (row) => Object.fromEntries(head.map((name, i) => [name, row[i]]));
  data.nodes = data.nodes.map(object(data.heads.nodes));
  data.lines = data.lines.map(object(data.heads.lines));
  data.titles = new Map(data.titles.map((row) => [row[0], object(['group', 'article', 'x', 'y', 'wide_x', 'wide_y'])(row)]));
  for (const line of data.lines) {
    line.from = data.nodes[line.from].id;
    line.to = data.nodes[line.to].id;
  }
}

// Relations have no ids of their own: they get those of the network's edges.
function nameRelations(relations) {
  const seen = new Map();
  for (const relation of relations) {
    const key = `${relation.subject} ${relation.type} ${relation.object}`;
    const number = (seen.get(key) || 0) + 1;
    seen.set(key, number);
    relation.id = number === 1 ? key : `${key} ${number}`;
  }
}

function index(data) {
  unroll(data);
  const by = (rows) => new Map(rows.map((row) => [row.id, row]));
  const of = (rows, keys) => {
    const found = group(rows, keys);
    return (key) => found.get(key) || [];
  };
  const one = (key) => (key ? [key] : []);
  data.article = by(data.articles);
  data.entity = by(data.entities);
  data.event = by(data.events);
  data.claim = by(data.claims);
  addWords(data);
  nameRelations(data.relations);
  data.relation = by(data.relations);
  data.claimsIn = of(data.claims, (c) => [c.article]);
  data.claimsBy = of(data.claims, (c) => one(c.speaker));
  data.claimsAbout = of(data.claims, (c) => c.about || []);
  data.claimsOn = of(data.claims, (c) => c.events || []);
  data.deniersOf = of(data.claims, (c) => c.denies || []);
  data.supportersOf = of(data.claims, (c) => c.supports || []);
  data.answersTo = of(data.claims, (c) => c.answers || []);
  data.relationsOf = of(data.relations, (r) => [r.subject, ...one(r.object)]);
  data.eventsOf = of(data.events, eventMembers);
  data.reason = new Map(data.links.map(([source, relation, target, reason]) => [`${source} ${relation} ${target}`, reason]));
  data.sidesOf = of(data.sides, (side) => [side[0]]);
  data.mergesOf = of(data.merges, (m) => [m[0]]);
  data.standing = (claim) => (data.deniersOf(claim.id).length ? 'disputed' : 'attributed');
  // Whose word an event stands on, where the article does not tell it itself.
  data.voicesOf = (event) =>
    event.standing === 'narrated' ? [] : [...new Set(data.claimsOn(event.id).map((claim) => data.speakerOf(claim)))];
  // Where the graph itself has it: claims and events of one article stand under their document.
  data.addressOf = (id) => `${data.base}${id.includes('#') ? 'doc' : 'id'}/${id}`;
  // What is of no kind of its own and has nobody, no day and no number says no more than the claim that tells of it.
  data.isNews = (event) => event.kind !== 'other' || (event.first && !event.rule) || eventMembers(event).length > 0 || counts(event);
  data.kindOf = (event) => data.kinds[event.kind] || plain(event.kind);
  data.nameOf = (id) => (data.entity.get(id) ? data.entity.get(id).name : '');
  data.speakerOf = (claim) => data.nameOf(claim.speaker) || claim.speakerText || 'A source the text does not name';
  data.dateOf = (claim) => claim.saidOn || data.article.get(claim.article).published || '';
  return data;
}

function counts(event) {
  return event.tellings.some((telling) => telling.figures.length > 0);
}

function eventMembers(event) {
  const members = event.tellings.flatMap((t) => [...t.roles.map((role) => role[1]), t.place]);
  return [...new Set(members.filter(Boolean))];
}
