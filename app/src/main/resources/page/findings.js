// Findings as they stand in lists.

import { el, name } from './dom.js';
import { look, to } from './address.js';
import { count, span, words } from './format.js';

/** What each kind is called in a list to choose from. */
export const KINDS = ['BIRTH', 'BRAND_TYPOS', 'DANGLING_REFERENCE', 'DEAD_BOTNET', 'DEATH', 'DEFUNCT_SERVICE', 'DGA_GROUP',
  'DNSSEC_BROKEN', 'EDNS_BROKEN', 'EXPIRED_DOMAIN', 'LAME_SERVER', 'LAME_ZONE', 'LIST_HEALTH', 'LIST_LEARNED', 'LIST_SPIKE',
  'LOOKALIKE_SCAN', 'NAME_LEAK', 'NEVER_MAIL', 'RANDOM_SUBDOMAIN_FLOOD', 'SELF_CHECK', 'SPAMTRAP_CANDIDATE', 'SPIKE', 'ZONE_REFUSED'];

/** From the least to the greatest. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'];

/** Some findings, each with its sentence; or a sentence when there are none. */
export function findings(items, empty = 'Nothing was found.') {
  return items.length ? el('div', {}, items.map(finding)) : el('p', { class: 'state' }, empty);
}

function finding(item) {
  const kind = el('a', { href: to('findings', [item.id]) }, words(item.kind));
  const subject = named(item) ? name(item.subject, look(item.subject)) : el('bdi', { class: 'name' }, item.subject);
  return el('article', { class: item.mark ? 'finding marked' : 'finding' },
    el('span', { class: `severity ${item.severity}` }, item.severity),
    el('p', { class: 'what' }, kind, ' · ', subject),
    el('p', { class: 'sentence' }, el('bdi', {}, item.sentence)),
    el('p', { class: 'meta' }, span(item.time_first, item.time_last), ` · ${count(item.count)} records`,
      item.state === 'closed' ? ' · over' : '', item.mark ? ` · ${item.mark}` : ''));
}

/** Whether the subject is something that can be looked up. */
export function named(item) {
  return ['name', 'domain', 'zone', 'suffix', 'list', 'server', 'brand', 'item'].includes(item.subject_type);
}
