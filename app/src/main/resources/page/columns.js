// Columns and words that several views share.

import { el, name } from './dom.js';
import { look, records, to } from './address.js';
import { count, moment, span, words } from './format.js';

/** A cause in words, leading to what is known of it. */
export function cause(key) {
  return key ? el('a', { href: to('causes', [key]), title: key }, words(key)) : el('span', { class: 'soft' }, '–');
}

/** Causes that are about zones and servers, not about names. */
export const OUT_OF_ORDER = ['LAME_ZONE', 'LAME_SERVER', 'ZONE_REFUSED', 'DNSSEC_BOGUS', 'SERVER_BROKEN', 'EDNS_BROKEN',
  'UPSTREAM_UNREACHABLE', 'NOTIMP_QTYPE', 'QUOTA_REFUSED', 'POLICY_BLOCKED', 'SCAN_REFUSED'];

/** A column of names that are looked up by a click. */
export function nameColumn(head, key, asked = (item) => item[key]) {
  return { head, class: 'names', cell: (item) => (item[key] ? name(item[key], look(asked(item))) : '–') };
}

/** A column of counts that lead to records; `params(item)` says which. */
export function countColumn(params, head = 'failures') {
  return { head, class: 'num', cell: (item) => el('a', { href: records(params(item)) }, count(item.count)) };
}

/** A column of plain numbers. */
export function numberColumn(head, key, wide = true) {
  return { head, class: wide ? 'num wide' : 'num', cell: (item) => count(item[key]) };
}

/** First and last sight. */
export const seenColumn = { head: 'seen (UTC)', class: 'when wide', cell: (item) => span(item.first, item.last) };

/** Last sight. */
export const lastColumn = { head: 'last (UTC)', class: 'when', cell: (item) => moment(item.last) };

/** A column of causes in words. */
export const causeColumn = { head: 'most likely because', class: 'wide', cell: (item) => cause(item.cause) };
