// Zones and servers: what is lame, refused or broken.

import { el, name } from '../dom.js';
import { changed, look } from '../address.js';
import { words } from '../format.js';
import { listing } from '../list.js';
import { pane } from '../pane.js';
import { findings, SEVERITIES } from '../findings.js';
import { cause, countColumn, nameColumn, numberColumn, OUT_OF_ORDER, seenColumn } from '../columns.js';

/** The findings that are about zones and servers. */
const KINDS = ['ZONE_REFUSED', 'DNSSEC_BROKEN', 'LAME_ZONE', 'LAME_SERVER', 'EDNS_BROKEN'];
const FOUND = 20;

/** Zones that are looked through for one cause: all that the API tells at once. */
const MOST = 10_000;

export function show(view) {
  const chosen = view.params.get('cause');
  const columns = [
    { head: 'zone', class: 'names', cell: (item) => (item.zone ? name(item.zone, look(`*.${item.zone}`)) : '–') },
    { head: 'server', class: 'host', cell: (item) => (item.server ? name(item.server, look(item.server)) : 'several') },
    { head: 'cause', cell: (item) => cause(item.cause) },
    { head: 'said', cell: (item) => item.rcode },
    countColumn((item) => ({ below: item.zone, server: item.server, cause: item.cause })), seenColumn,
  ];
  const servers = [nameColumn('server', 'key'), countColumn((item) => ({ server: item.key })), numberColumn('names', 'names')];
  const zones = [{ head: 'zone', class: 'names', cell: (item) => name(item.key, look(`*.${item.key}`)) }, countColumn((item) => ({ below: item.key })),
    numberColumn('names', 'names')];
  return [
    choice(chosen),
    listing(view, 'Out of order', { path: '/health-of-zones', columns, empty: 'Every zone that was asked answers as it should.',
      limit: chosen ? MOST : undefined, keep: chosen ? (item) => item.cause === chosen : undefined }),
    pane(view, 'Findings', () => found(view)),
    el('div', { class: 'pair' },
      listing(view, 'Servers that say no most', { path: '/top/servers', columns: servers, empty: 'None.', limit: 15 }),
      listing(view, 'Zones with most failures', { path: '/top/zones', columns: zones, empty: 'None.', limit: 15 })),
  ];
}

async function found(view) {
  const answers = await Promise.all(KINDS.map((kind) => view.get('/findings', { ...view.range, kind, state: 'all', limit: FOUND })));
  const items = answers.flatMap((answer) => answer.items);
  const weight = (item) => SEVERITIES.indexOf(item.severity);
  return findings(items.sort((left, right) => weight(right) - weight(left)).slice(0, FOUND));
}

function choice(chosen) {
  const options = OUT_OF_ORDER.map((value) => el('option', { value, selected: value === chosen }, words(value)));
  const take = (event) => { location.hash = changed({ cause: event.target.value }); };
  return el('div', { class: 'filters' }, el('label', {}, 'Cause', el('select', { name: 'cause', on: { change: take } },
    el('option', { value: '' }, 'all'), options)));
}
