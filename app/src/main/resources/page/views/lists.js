// Blocklists: which are asked about whom, what they say, and who is asked about much more than usual.

import { el, name } from '../dom.js';
import { look, records, to } from '../address.js';
import { count } from '../format.js';
import { listing } from '../list.js';
import { fill, pane } from '../pane.js';
import { timeline } from '../chart.js';
import * as api from '../api.js';
import { findings } from '../findings.js';
import { numberColumn, seenColumn } from '../columns.js';

export function show(view) {
  return view.parts.length ? one(view, view.parts[0]) : all(view);
}

function all(view) {
  const columns = [
    { head: 'list', class: 'names', cell: (item) => name(item.list, to('lists', [item.list])) },
    { head: 'kind', cell: (item) => [item.kind ?? '–', item.closed ? el('b', {}, ' closed') : ''] },
    { head: 'questions', class: 'num', cell: (item) => el('a', { href: records({ list: item.list }) }, count(item.count)) },
    numberColumn('items', 'items'), numberColumn('listed', 'listed'), numberColumn('refused', 'refused', false), numberColumn('failed', 'failed', false),
    seenColumn,
  ];
  const chart = el('div');
  fill(view, chart, async () => {
    const rates = await view.get('/rates', { ...view.range, by: 'list', top: 6 });
    const onZoom = (from, until) => { location.hash = to('lists', [], { from, to: until }); };
    return timeline(view, rates, { href: (key) => to('lists', [key]), onZoom });
  });
  return [
    el('p', { class: 'lead' }, 'Mail servers ask these lists about senders. An answer of “no such name” says that somebody is not on the list.'),
    chart,
    listing(view, 'Lists', { path: '/lists', columns, empty: 'No DNS list was asked in this time.' }),
    found(view, 'Spikes', 'LIST_SPIKE', 'Nobody is asked about more than usual.'),
    found(view, 'Lists in trouble', 'LIST_HEALTH', 'All lists answer as they should.'),
    found(view, 'Who never sends mail, and yet is asked about', 'NEVER_MAIL', 'Nobody was found.'),
  ];
}

function found(view, heading, kind, none) {
  const asked = { ...view.range, kind, state: 'all', limit: 20 };
  const load = async () => findings((await view.get('/findings', asked)).items, none);
  return pane(view, heading, load, { source: { path: '/findings', params: asked } });
}

function one(view, list) {
  view.entitle(el('bdi', { class: 'name' }, list));
  const columns = [
    { head: 'asked about', class: 'names', cell: (item) => name(item.item, look(item.item)) },
    { head: 'kind', cell: (item) => item.kind },
    { head: 'questions', class: 'num', cell: (item) => count(item.count) },
    numberColumn('names', 'names'), seenColumn,
  ];
  const about = async () => findings((await view.get('/findings', { subject: list, state: 'all' })).items, 'Nothing was found about this list.');
  return [
    el('p', {}, el('a', { href: records({ list }) }, 'Records'), ' · ', el('a', { href: look(`*.${list}`) }, 'The zone'), ' · ',
      el('a', { href: to('lists') }, 'All lists')),
    listing(view, 'Who it was asked about', { path: `/lists/${api.part(list)}`, columns, empty: 'It was not asked about anybody in this time.' }),
    pane(view, 'Findings', about),
  ];
}
