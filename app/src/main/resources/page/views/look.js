// Look up: a name, an address or a zone, and all that is known of it.

import { breakable, el, name } from '../dom.js';
import { look, records } from '../address.js';
import { count, moment, percent, span, words } from '../format.js';
import { listing, table } from '../list.js';
import { pane } from '../pane.js';
import { extent } from '../spark.js';
import * as api from '../api.js';
import { findings } from '../findings.js';
import { cause, countColumn, lastColumn, nameColumn, numberColumn, seenColumn } from '../columns.js';
import { isAddress, onLists } from '../lists.js';

export function show(view) {
  const asked = (view.params.get('q') ?? '').trim();
  if (!asked) {
    return hints();
  }
  view.entitle(el('bdi', { class: 'name' }, breakable(asked)));
  if (isAddress(asked)) {
    return address(view, asked);
  }
  if (asked.startsWith('*.') || asked === '.') {
    return zone(view, asked === '.' ? '.' : asked.slice(2) || '.');
  }
  return one(view, asked);
}

function hints() {
  const hint = (text, what) => el('li', {}, name(text, look(text)), ` – ${what}`);
  return [
    el('p', { class: 'lead' }, 'Did a name exist, since when does it fail, and why? Who else points there?'),
    el('ul', { class: 'columns' }, hint('www.example.com', 'a name'), hint('*.example.com', 'a zone and all below it'),
      hint('192.0.2.7', 'an address'), hint('2001:db8::/32', 'a network')),
  ];
}

async function one(view, asked) {
  const answer = await view.get(`/names/${api.part(asked)}`);
  const about = { type: 'name', subject: answer.name };
  return [
    el('p', { class: 'lead' }, el('bdi', {}, answer.summary)),
    el('p', {}, el('a', { href: records({ name: answer.name }) }, 'Records'), ' · ', el('a', { href: look(`*.${answer.name}`) }, 'All below it')),
    pane(view, 'What it was, and since when it fails', () => timeline(answer.timeline ?? [])),
    el('div', { class: 'pair' },
      pane(view, 'Why', () => explanation(answer.explanation)),
      pane(view, 'Around it', () => around(answer))),
    onLists(view, answer.name.replace(/\.$/, '')),
    told(view, about.subject),
  ];
}

function timeline(items) {
  if (!items.length) {
    return el('p', { class: 'state' }, 'Nothing is stored of this name: nobody was seen asking for it, or it was before the store begins.');
  }
  const at = (time) => Date.parse(time);
  const all = [Math.min(...items.map((item) => at(item.first))), Math.max(...items.map((item) => at(item.last)))];
  const verb = { existed: 'existed', failed: 'failed', nodata: 'no such type' };
  const columns = [
    { head: '', cell: (item) => verb[item.kind] ?? item.kind },
    { head: 'type', cell: (item) => item.type },
    { head: 'what', class: 'names', cell: (item) => [el('bdi', { class: 'name' }, item.what), item.cause ? [' ', cause(item.cause)] : ''] },
    { head: 'times', class: 'num', cell: (item) => count(item.count) },
    { head: 'first and last (UTC)', class: 'when wide', cell: (item) => span(item.first, item.last) },
    { head: 'when', cell: (item) => extent(`${item.kind} from ${item.first} to ${item.last}`, at(item.first), at(item.last), all, item.kind) },
  ];
  return [table('History of the name', columns, items), el('p', { class: 'soft' }, moment(items.reduce((least, item) => (at(item.first) < at(least) ? item.first : least), items[0].first)), ' is the left edge of “when”.')];
}

function explanation(told) {
  if (!told) {
    return el('p', { class: 'state' }, 'It cannot be explained.');
  }
  const { evidence = {} } = told;
  const facts = [
    ['cause', [cause(told.cause), ` (${percent(told.confidence)})`]],
    ['because', evidence.sentence ?? evidence.because],
    ['scope', told.scope && words(told.scope)],
    ['cut', told.cut && name(told.cut, look(`*.${told.cut}`))],
    ['near', told.typo_of && [name(told.typo_of, look(told.typo_of)), evidence.typo_class ? ` (${words(evidence.typo_class)})` : '']],
    ['generated', `${(told.dga_score ?? 0).toFixed(3)} of 1`],
    ['family', evidence.family],
    ['asked at', told.dnsbl && name(told.dnsbl.list, look(`*.${told.dnsbl.list}`))],
    ['about', told.dnsbl && [name(told.dnsbl.item, look(told.dnsbl.item)), ` (${told.dnsbl.kind})`]],
  ];
  return el('dl', { class: 'facts' }, facts.filter(([, value]) => value).map(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]));
}

function around(answer) {
  const names = (heading, items) => [el('h3', {}, heading), items?.length
    ? el('ul', { class: 'columns' }, items.map((item) => el('li', {}, name(item, look(item))))) : el('p', { class: 'state' }, 'None are known.')];
  return [
    answer.above ? el('p', {}, 'The deepest name above it that exists is ', name(answer.above.name, look(answer.above.name)),
      ', last at ', moment(answer.above.last), '.') : null,
    names('Siblings that work', answer.siblings_alive), names('Siblings that do not exist', answer.siblings_missing),
  ];
}

function told(view, subject) {
  const load = async () => findings((await view.get('/findings', { subject, state: 'all', limit: 20 })).items, 'Nothing was found about it.');
  return pane(view, 'Findings', load);
}

function address(view, asked) {
  const network = asked.includes('/');
  const server = [nameColumn('zone', 'zone', (item) => `*.${item.zone}`), { head: 'cause', cell: (item) => cause(item.cause) },
    { head: 'said', cell: (item) => item.rcode }, countColumn((item) => ({ server: asked, below: item.zone })), seenColumn];
  return [
    existing(view, network ? { cidr: asked } : { ip: asked }, 'Names that had it as their address'),
    network ? null : onLists(view, asked),
    network ? null : pane(view, 'As a server', async () => {
      const { items } = await view.get('/failures', { ...view.range, server: asked, limit: 1000 });
      const zones = new Map();
      for (const item of items) {
        const zone = item.soa_rrname ?? item.cut ?? item.qname;
        const key = `${zone} ${item.rcode} ${item.cause}`;
        const known = zones.get(key) ?? { zone, rcode: item.rcode, cause: item.cause, count: 0, first: item.first, last: item.last };
        known.count += item.count;
        known.first = known.first < item.first ? known.first : item.first;
        known.last = known.last > item.last ? known.last : item.last;
        zones.set(key, known);
      }
      const rows = [...zones.values()].sort((left, right) => right.count - left.count);
      return rows.length ? table('What it said', server, rows) : el('p', { class: 'state' }, 'No failure was told by it.');
    }, { source: { path: '/failures', params: { ...view.range, server: asked } } }),
    network ? null : told(view, asked),
  ];
}

function existing(view, params, heading) {
  const columns = [
    nameColumn('name', 'rrname'),
    { head: 'type', cell: (item) => item.rrtype },
    { head: 'rdata', class: 'names', cell: (item) => el('bdi', { class: 'name' }, [item.rdata].flat().join('  ')) },
    numberColumn('times', 'count', false),
    { head: 'bailiwick', class: 'wide', cell: (item) => (item.bailiwick ? name(item.bailiwick) : '–') },
    { head: 'seen (UTC)', class: 'when wide', cell: (item) => span(item.time_first, item.time_last) },
  ];
  return listing(view, heading, { path: '/pdns', params, columns, empty: 'None were seen.', limit: 25 });
}

function zone(view, apex) {
  const below = [nameColumn('name', 'key'), countColumn((item) => ({ name: item.key })), numberColumn('resolvers', 'resolvers'), lastColumn];
  const reasons = [{ head: 'cause', cell: (item) => cause(item.key) }, countColumn((item) => ({ below: apex, cause: item.key })), numberColumn('names', 'names')];
  return [
    el('p', {}, el('a', { href: records({ below: apex }) }, 'Records'), apex === '.' ? '' : [' · ', el('a', { href: look(apex) }, 'The name itself')]),
    el('div', { class: 'pair' },
      listing(view, 'What fails below it', { path: '/top/names', params: { below: apex }, columns: below, empty: 'Nothing was seen to fail.', limit: 25 }),
      listing(view, 'Why', { path: '/top/causes', params: { below: apex }, columns: reasons, empty: 'Nothing was seen to fail.' })),
    existing(view, { name: apex === '.' ? '*.' : `*.${apex}` }, 'What exists below it'),
    told(view, `*.${apex}`),
  ];
}
