// Records: the failures behind a number.

import { el, name } from '../dom.js';
import { changed, look, records } from '../address.js';
import { count, octets } from '../format.js';
import { listing } from '../list.js';
import { pane } from '../pane.js';
import * as api from '../api.js';
import { cause, seenColumn } from '../columns.js';

/** What failures can be narrowed by. */
const FILTERS = { name: 'name', below: 'below', server: 'server', cause: 'cause', rcode: 'rcode', qtype: 'type', list: 'list' };

export function show(view) {
  const asked = {};
  for (const key of Object.keys(FILTERS)) {
    asked[key] = view.params.get(key);
  }
  const columns = [
    { head: 'name', class: 'names', cell: (item) => name(item.qname, look(item.qname)) },
    { head: 'type', cell: (item) => narrowed('qtype', item.qtype) },
    { head: 'said', cell: (item) => [narrowed('rcode', item.rcode), item.ede === null || item.ede === undefined ? '' : ` / ${item.ede}`] },
    { head: 'count', class: 'num', cell: (item) => count(item.count) },
    { head: 'SOA', class: 'wide names', cell: (item) => (item.soa_rrname ? name(item.soa_rrname, look(`*.${item.soa_rrname}`)) : '–') },
    { head: 'server', class: 'wide host', cell: (item) => (item.server ? name(item.server, look(item.server)) : 'several') },
    { head: 'because', class: 'wide', cell: (item) => cause(item.cause) },
    { head: 'resolvers', class: 'num wide', cell: (item) => count(item.resolvers) },
    seenColumn,
  ];
  const empty = 'No record fits. Take a condition away, or choose a longer time.';
  return [chips(asked), filters(asked), listing(view, 'Failures, counted', { path: '/failures', params: asked, columns, empty }), raw(view)];
}

function narrowed(key, value) {
  return el('a', { href: changed({ [key]: value }) }, value);
}

function chips(asked) {
  const set = Object.entries(asked).filter(([, value]) => value);
  const chip = ([key, value]) => el('li', {}, el('span', { class: 'soft' }, `${FILTERS[key]} `), el('bdi', { class: 'name' }, value),
    el('a', { href: changed({ [key]: null }), 'aria-label': `Take away ${FILTERS[key]}` }, '×'));
  return set.length ? el('ul', { class: 'chips', 'aria-label': 'Conditions' }, set.map(chip)) : null;
}

function filters(asked) {
  const take = (event) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value.trim());
    const narrower = Object.fromEntries(given.map(([key, value]) => [key, value.trim()]));
    location.hash = records({ ...asked, ...(narrower.below ? { name: null } : {}), ...narrower });
  };
  const field = (key) => el('label', {}, FILTERS[key], el('input', { name: key, size: key === 'below' ? 18 : 9, maxlength: 1100 }));
  return el('form', { class: 'filters', on: { submit: take } }, ['below', 'rcode', 'qtype', 'server'].map(field), el('button', {}, 'Narrow'));
}

/** The raw records of this time, as the channel files have them. */
function raw(view) {
  const load = async () => {
    const { items } = await view.get('/channels');
    const link = (channel, format) => el('a', { href: api.url(`/channels/${channel}/download`, { ...view.range, format }), download: true }, format.toUpperCase());
    const rows = items.filter((item) => item.files).map((item) => el('li', {}, `${item.channel}, ${item.name}: `,
      link(item.channel, 'json'), item.channel === 'findings' ? null : [' · ', link(item.channel, 'nmsg')], ' ',
      el('span', { class: 'soft' }, octets(item.octets))));
    return rows.length ? el('ul', { class: 'columns' }, rows) : el('p', { class: 'state' }, 'No channel files stand beside this store.');
  };
  return pane(view, 'Packets of this time', load, { note: 'every record of a channel, before it was counted' });
}
