// A worker around Comunica over N3.js, run by Node in the folder where npm put them. See `processes.Worker`.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const require = createRequire(`${process.cwd()}/`);
const { QueryEngine } = require('@comunica/query-sparql-rdfjs');
const { Parser, Store } = require('n3');

const engine = new QueryEngine();
let store = new Store();

const value = term => term.termType === 'NamedNode'
  ? { type: 'uri', value: term.value }
  : { type: 'literal', value: term.value, datatype: term.datatype.value, 'xml:lang': term.language };

async function answer({ load, ask }) {
  if (load) {
    store = new Store(new Parser({ format: load.split('.').pop() }).parse(readFileSync(load, 'utf8')));
    return {};
  }
  const found = await engine.queryBindings(ask, { sources: [store], unionDefaultGraph: true });
  const rows = await found.toArray();
  return { results: { bindings: rows.map(row => Object.fromEntries([...row].map(([name, term]) => [name.value, value(term)]))) } };
}

for await (const line of createInterface({ input: process.stdin })) {
  const written = await answer(JSON.parse(line)).catch(error => ({ error: String(error) }));
  process.stdout.write(`${JSON.stringify(written)}\n`);
}
