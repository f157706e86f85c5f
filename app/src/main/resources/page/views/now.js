// Now: what passes this second when something runs here, and the last hour of what is stored.

import { el, name } from '../dom.js';
import { look, records, to } from '../address.js';
import { count, octets, percent, span, words } from '../format.js';
import { share, table } from '../list.js';
import { pane } from '../pane.js';
import { spark } from '../spark.js';
import { timeline } from '../chart.js';
import { findings } from '../findings.js';
import { cause } from '../columns.js';
import { live } from '../live.js';
import { HOUR } from '../range.js';

const SHOWN = 10;

export async function show(view) {
  if (!view.params.get('from') && !view.params.get('to')) {
    view.range = { from: HOUR, to: null };
  }
  const summary = await view.get('/summary', view.range);
  const begins = view.status.from;
  view.range = { from: begins && begins > summary.from && begins < summary.to ? begins : summary.from, to: summary.to };
  view.entitle('Now', view.status.live ? null : ['the last that is stored: ', span(view.range.from, view.range.to)]);
  return [
    view.status.live ? live(view) : null,
    view.status.live ? el('h2', { class: 'pane' }, 'Of what is stored, ', span(view.range.from, view.range.to)) : null,
    figures(view, summary),
    rates(view),
    el('div', { class: 'pair' },
      pane(view, 'Why', () => causes(view, summary)),
      pane(view, 'What was said', () => rcodes(view, summary))),
    pane(view, 'Findings', async () => findings((await view.get('/findings', { state: 'open', limit: 5 })).items, 'Nothing is open.'),
      { source: { path: '/findings', params: { state: 'open' } } }),
    el('div', { class: 'pair' },
      pane(view, 'Asked for in vain most', () => domains(view), { source: { path: '/top/domains', params: view.range } }),
      pane(view, 'What is stored', () => stored(view.status))),
  ];
}

/** Links from here carry the range that is told, not the one of the address. */
function here(view, params) {
  return records({ ...view.range, ...params });
}

function figures(view, summary) {
  const figure = (label, number, href) => el('div', {}, el('dt', {}, label), el('dd', {}, href ? el('a', { href }, count(number)) : count(number)));
  return el('dl', { class: 'figures' },
    figure('failures', summary.failures, here(view, {})),
    figure('names without the type', summary.nodata),
    figure('RRsets that exist', summary.rrsets),
    figure('findings open', view.status.findings_open, to('findings')));
}

function rates(view) {
  const asked = { ...view.range, by: 'rcode', top: 6 };
  const onZoom = (from, until) => { location.hash = to('now', [], { from, to: until }); };
  const load = async () => timeline(view, await view.get('/rates', asked), { href: (key) => here(view, { rcode: key }), onZoom });
  return pane(view, 'Failures over time', load, { note: 'draw across the chart to look closer' });
}

async function causes(view, summary) {
  if (!summary.causes.length) {
    return el('p', { class: 'state' }, 'Nothing failed in this time.');
  }
  const trends = await view.get('/rates', { ...view.range, by: 'cause', top: SHOWN });
  const counts = new Map(trends.series.map((series) => [series.key, series.counts]));
  const items = summary.causes.slice(0, SHOWN);
  const columns = [
    { head: 'cause', cell: (item) => cause(item.key) },
    { head: 'over time', cell: (item) => spark(words(item.key), counts.get(item.key) ?? []) },
    { head: 'share', class: 'num', cell: (item) => percent(item.share) },
    { head: 'failures', class: 'num', cell: (item) => el('a', { href: here(view, { cause: item.key }) }, count(item.count)) },
  ];
  const rest = summary.causes.length - items.length;
  return [table('Causes over time', columns, items), rest > 0 ? el('p', { class: 'more' }, el('a', { href: to('causes', [], view.range) }, `and ${rest} more`)) : null];
}

function rcodes(view, summary) {
  const greatest = summary.rcodes[0]?.share;
  const columns = [
    { head: 'rcode', cell: (item) => item.key },
    { head: 'share', class: 'share', cell: (item) => share(item.share, greatest) },
    { head: 'failures', class: 'num', cell: (item) => el('a', { href: here(view, { rcode: item.key }) }, count(item.count)) },
  ];
  return summary.rcodes.length ? table('What was said', columns, summary.rcodes) : el('p', { class: 'state' }, 'Nothing failed in this time.');
}

async function domains(view) {
  const { items } = await view.get('/top/domains', { ...view.range, limit: SHOWN });
  const columns = [
    { head: 'domain', class: 'names', cell: (item) => name(item.key, look(`*.${item.key}`)) },
    { head: 'failures', class: 'num', cell: (item) => el('a', { href: here(view, { below: item.key }) }, count(item.count)) },
  ];
  return items.length ? table('Domains', columns, items) : el('p', { class: 'state' }, 'None in this time.');
}

function stored(status) {
  const sets = Object.entries(status.datasets ?? {}).filter(([, dataset]) => dataset.files);
  const columns = [
    { head: 'dataset', cell: ([key]) => el('code', {}, key) },
    { head: 'rows', class: 'num', cell: ([, dataset]) => count(dataset.rows) },
    { head: 'files', class: 'num', cell: ([, dataset]) => count(dataset.files) },
    { head: 'size', class: 'num', cell: ([, dataset]) => octets(dataset.octets) },
    { head: 'of (UTC)', class: 'when wide', cell: ([, dataset]) => span(dataset.from, dataset.to) },
  ];
  return table('Datasets', columns, sets);
}
