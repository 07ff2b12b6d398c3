// Codes of the graph as words that a reader understands.

const TYPES = {
  Person: { name: 'Person', many: 'People', color: '--person', shape: 'dot' },
  GeopoliticalEntity: { name: 'Country, region or city', many: 'Countries, cities', color: '--country', shape: 'hexagon' },
  Organization: { name: 'Organization', many: 'Organizations', color: '--organization', shape: 'square' },
  Group: { name: 'Group', many: 'Groups', color: '--group', shape: 'triangle' },
  Place: { name: 'Place', many: 'Places', color: '--place', shape: 'triangleDown' },
  Topic: { name: 'Topic', many: 'Topics', color: '--topic', shape: 'star' },
};
const EVENT = { name: 'Event', many: 'Events', color: '--event', shape: 'diamond' };

const STANDINGS = {
  attributed: { name: 'Claimed', long: 'somebody says so', color: '--claimed', dashes: [7, 5], width: 1.2 },
  disputed: { name: 'Disputed', long: 'claimed, and denied by others', color: '--disputed', dashes: [3, 4], width: 2.2 },
  narrated: { name: 'Told by the article', long: 'in its own voice', color: '--told', dashes: false, width: 1.1 },
};

const LEFT_OUT = { entity: 'names that little or nothing is said about', event: 'events that join nobody to anybody' };
const ROLES = { agent: 'By', patient: 'Affected', recipient: 'To', instrument: 'With', participant: 'With' };
const RELATIONS = { 'holds-role': 'office', 'member-of': 'member', kin: 'family', 'located-in': 'located in' };
const MODALITIES = {
  future: 'planned or expected',
  possible: 'possible',
  obliged: 'called for',
  desired: 'wished for',
  conditional: 'would, or if',
};
const DATE_RULES = {
  'told-again': 'as it is told elsewhere',
  'same-clause': 'with what it is part of',
  'news-of-the-week': 'as the news of the week, the day is not told',
};
const CERTAINTIES = { confirmed: 'confirmed', believed: 'believed', alleged: 'alleged' };
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// A part of a sentence may hold only one of a pair of quotation marks.
function closed(words) {
  const open = (words.match(/“/g) || []).length - (words.match(/”/g) || []).length;
  return open > 0 ? `${words}”` : open < 0 ? `“${words}` : words;
}

const publisherOf = (article) => article.publisher || 'Publisher not known';
const plain = (code) => String(code).replace(/-/g, ' ');
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function day(iso) {
  const [year, month, date] = iso.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

// What is not simply told as having happened is told apart wherever it is named.
function unreal(row) {
  return [MODALITIES[row.modality], row.polarity === 'negated' ? denial(row) : ''].filter(Boolean).join(', ');
}

function denial({ modality, standing }) {
  if (modality) return 'not to happen';
  return standing === 'narrated' ? 'it did not happen' : 'it is said not to have happened';
}

// Addresses of known data sets by name: a number alone says nothing.
const SOURCES = [
  [/wikidata\.org\/.*?(Q\d+)$/, 'Wikidata'],
  [/geonames\.org\/(\d+)/, 'GeoNames'],
  [/viaf\.org\/viaf\/(\d+)/, 'VIAF'],
  [/isni\.org\/(?:isni\/)?([\dX]+)/, 'ISNI'],
];

function sourceName(link) {
  const [pattern, name] = SOURCES.find(([wanted]) => wanted.test(link)) || [];
  return name ? `${name} ${pattern.exec(link)[1]}` : link;
}

// A day, a month or a year, as exactly as it is known: `2024-05-04`, `2024-05` or `2024`.
function timeOf(telling) {
  return (telling.first || '').slice(0, { year: 4, month: 7 }[telling.precision] || 10);
}

const firstDay = (time) => time + '-01-01'.slice(time.length - 4);

function lastDay(time) {
  const [year, month] = time.split('-').map(Number);
  return time.length === 7 ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : time + '-12-31'.slice(time.length - 4);
}

function timeName(time) {
  if (time.length === 10) return day(time);
  return time.length === 7 ? day(`${time}-01`).slice(2) : time;
}

function when(telling) {
  if (!telling.first && !telling.last) return telling.timeText ? `“${telling.timeText}” (day not known)` : '';
  if (telling.first && timeOf(telling).length < 10) return timeName(timeOf(telling));
  if (telling.first && telling.last && telling.first !== telling.last) return `${day(telling.first)} to ${day(telling.last)}`;
  if (!telling.first) return `until ${day(telling.last)}`;
  return telling.last ? day(telling.first) : `since ${day(telling.first)}`;
}
