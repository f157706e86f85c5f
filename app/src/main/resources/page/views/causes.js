// Causes: why names are missing, and one cause by itself.

import { el, name } from '../dom.js';
import { look, records, to } from '../address.js';
import { count, percent, span, words } from '../format.js';
import { listing, share, table } from '../list.js';
import { fill, pane } from '../pane.js';
import { spark } from '../spark.js';
import { timeline } from '../chart.js';
import { countColumn, lastColumn, nameColumn, numberColumn } from '../columns.js';

/** More causes than there are. */
const ALL = 100;

export async function show(view) {
  const [key] = view.parts;
  const summary = await view.get('/summary', view.range);
  return key ? one(view, key, summary) : all(view, summary);
}

async function all(view, summary) {
  view.entitle('Causes', span(summary.from, summary.to));
  if (!summary.causes.length) {
    return el('p', { class: 'state' }, 'Nothing failed in this time.');
  }
  const trends = await view.get('/rates', { ...view.range, by: 'cause', top: ALL });
  const counts = new Map(trends.series.map((series) => [series.key, series.counts]));
  const greatest = summary.causes[0].share;
  const columns = [
    { head: 'cause', class: 'text', cell: (item) => meaning(item) },
    { head: 'share', class: 'share', cell: (item) => share(item.share, greatest) },
    countColumn((item) => ({ cause: item.key })),
    { head: 'over time', class: 'trend', cell: (item) => spark(words(item.key), counts.get(item.key) ?? []) },
    numberColumn('names', 'names'),
    { head: 'such as', class: 'wide names', cell: (item) => examples(item) },
  ];
  const load = () => table('Causes', columns, summary.causes);
  return [el('p', { class: 'lead' }, `${count(summary.failures)} failures. What stands behind each share is a click away.`),
    pane(view, 'Why names are missing', load, { source: { path: '/top/causes', params: view.range } })];
}

function meaning(item) {
  return [el('a', { href: to('causes', [item.key]), title: item.key }, words(item.key)), el('br'), el('span', { class: 'soft' }, item.means)];
}

function examples(item) {
  return (item.examples ?? []).map((example) => el('div', {}, name(example, look(example))));
}

function one(view, key, summary) {
  view.entitle(words(key), span(summary.from, summary.to));
  const known = summary.causes.find((cause) => cause.key === key);
  if (!known) {
    return el('p', { class: 'state' }, 'Nothing failed for this reason in this time. ', el('a', { href: to('causes') }, 'All causes'));
  }
  const chart = el('div');
  fill(view, chart, async () => {
    const rates = await view.get('/rates', { ...view.range, by: 'cause', top: ALL });
    const series = rates.series.filter((one) => one.key === key);
    const zoom = (from, until) => { location.hash = to('causes', [key], { from, to: until }); };
    return timeline(view, { ...rates, series }, { href: () => records({ cause: key }), onZoom: zoom });
  });
  const names = [nameColumn('name', 'key'), countColumn((item) => ({ cause: key, name: item.key })), numberColumn('resolvers', 'resolvers'), lastColumn];
  const domains = [nameColumn('domain', 'key', (item) => `*.${item.key}`), countColumn((item) => ({ cause: key, below: item.key })),
    numberColumn('names', 'names')];
  return [
    el('p', { class: 'lead' }, `${capital(known.means)}: `, el('a', { href: records({ cause: key }) }, `${count(known.count)} failures`),
      `, ${percent(known.share)} of all, of ${count(known.names)} names.`),
    chart,
    el('div', { class: 'pair' },
      listing(view, 'Names', { path: '/top/names', params: { cause: key }, columns: names, empty: 'No names in this time.', limit: 25 }),
      listing(view, 'Domains', { path: '/top/domains', params: { cause: key }, columns: domains, empty: 'No domains in this time.', limit: 25 })),
  ];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
