// DNS lists: how somebody is asked about, and what lists said.

import { el, name } from './dom.js';
import { look, records } from './address.js';
import { count, span } from './format.js';
import { table } from './list.js';
import { pane } from './pane.js';

/** The lists that are looked at for one item: the most asked. */
const MOST = 24;

/** How many of them at once. */
const AT_ONCE = 4;

/** Whether a text is an address or a network. */
export function isAddress(text) {
  return /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(text) || /^[0-9a-f]*:[0-9a-f:]*(:\d{1,3}(\.\d{1,3}){3})?(\/\d{1,3})?$/i.test(text);
}

/** The name under which a list is asked about somebody (RFC 5782): an address stands in reverse. */
export function question(item, zone) {
  if (/^\d+(\.\d+){3}$/.test(item)) {
    return `${item.split('.').reverse().join('.')}.${zone}`;
  }
  return isAddress(item) ? `${[...nibbles(item)].reverse().join('.')}.${zone}` : `${item}.${zone}`;
}

function nibbles(address) {
  const [head, tail = null] = address.toLowerCase().split('::');
  const parts = (text) => (text ? text.split(':') : []);
  const [front, back] = [parts(head), parts(tail)];
  const middle = tail === null ? [] : Array(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...middle, ...back].map((part) => part.padStart(4, '0')).join('');
}

/** What the lists that are asked here said about somebody. */
export function onLists(view, item) {
  const load = async () => {
    const { items } = await view.get('/lists', { ...view.range, limit: MOST });
    const answers = await inTurns(items, (list) => said(view, item, list));
    const rows = answers.filter(Boolean);
    return rows.length ? table('Lists that were asked about it', COLUMNS, rows)
      : el('p', { class: 'state' }, items.length ? `None of the ${items.length} lists that are asked most was asked about it.` : 'No lists were asked.');
  };
  return pane(view, 'Blocklists', load, { note: 'who was asked about it, and what was said' });
}

const COLUMNS = [
  { head: 'list', class: 'names', cell: (row) => name(row.list, look(`*.${row.list}`)) },
  { head: 'said', cell: (row) => (row.listed ? el('b', {}, `listed: ${row.codes.join(' ')}`) : `not listed (${row.rcodes.join(' ')})`) },
  { head: 'times', class: 'num', cell: (row) => el('a', { href: records({ name: row.name }) }, count(row.count)) },
  { head: 'seen (UTC)', class: 'when wide', cell: (row) => span(row.first, row.last) },
];

async function said(view, item, { list }) {
  const asked = question(item, list);
  if (asked.length > 254) {
    return null;
  }
  const [missing, existing] = await Promise.all([
    view.get('/failures', { ...view.range, name: asked, limit: 100 }),
    view.get('/pdns', { name: asked, rrtype: 'A', limit: 20 })]);
  const all = [...missing.items, ...existing.items];
  if (!all.length) {
    return null;
  }
  const times = (key) => all.map((one) => one[key] ?? one[`time_${key}`]).filter(Boolean)
    .map((time) => (typeof time === 'number' ? new Date(time * 1000).toISOString() : time)).sort();
  return {
    list, name: asked, listed: existing.items.length > 0, count: all.reduce((sum, one) => sum + one.count, 0),
    codes: [...new Set(existing.items.flatMap((one) => one.rdata))], rcodes: [...new Set(missing.items.map((one) => one.rcode))],
    first: times('first')[0], last: times('last').at(-1),
  };
}

async function inTurns(items, ask) {
  const answers = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    answers.push(...await Promise.all(items.slice(at, at + AT_ONCE).map(ask)));
  }
  return answers;
}
