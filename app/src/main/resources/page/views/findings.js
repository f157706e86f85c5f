// Findings: the list with its filters, and one with its evidence.

import { el, name } from '../dom.js';
import { changed, look, plain } from '../address.js';
import { count, moment, percent, span, words } from '../format.js';
import { fill, pane } from '../pane.js';
import { table } from '../list.js';
import * as api from '../api.js';
import { findings, KINDS, named, SEVERITIES } from '../findings.js';

const PAGE = 50;

export async function show(view) {
  return view.parts.length ? one(view, view.parts[0]) : all(view);
}

function all(view) {
  const { params } = view;
  const asked = { ...view.range, limit: PAGE, offset: params.get('offset') };
  for (const key of ['kind', 'severity', 'state', 'subject']) {
    asked[key] = params.get(key);
  }
  asked.state ??= 'open';
  const load = async () => {
    const answer = await view.get('/findings', asked);
    return [findings(answer.items, 'Nothing was found that fits.'), pages(Number(asked.offset ?? 0), answer)];
  };
  return [filters(params), pane(view, 'Most severe first', load, { source: { path: '/findings', params: { ...asked, offset: null } } })];
}

function pages(offset, answer) {
  const link = (label, at) => el('a', { href: changed({ offset: at || null }) }, label);
  return el('p', { class: 'more' }, offset ? link('Those before', Math.max(0, offset - PAGE)) : null, ' ',
    answer.more ? link('Those after', offset + PAGE) : null);
}

function filters(params) {
  const choice = (label, key, none, values) => el('label', {}, label, el('select', { name: key },
    el('option', { value: '' }, none),
    values.map((value) => el('option', { value, selected: params.get(key) === value }, words(value)))));
  const take = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    location.hash = changed({ ...Object.fromEntries(form), offset: null });
  };
  const subject = el('input', { name: 'subject', value: params.get('subject') ?? '', placeholder: 'name or *.zone', maxlength: 1100 });
  return el('form', { class: 'filters', on: { submit: take } },
    choice('Kind', 'kind', 'all kinds', KINDS), choice('At least', 'severity', 'any severity', SEVERITIES),
    choice('State', 'state', 'open', ['closed', 'all']), el('label', {}, 'About', subject), el('button', { class: 'main' }, 'Filter'));
}

async function one(view, id) {
  const item = await view.get(`/findings/${api.part(id)}`);
  view.entitle([words(item.kind), ' · ', el('bdi', { class: 'name' }, item.subject)], span(item.time_first, item.time_last));
  const below = named(item) && !/^[\d.:a-f]+$/.test(item.subject) ? plain('records', [], { below: item.subject, from: item.time_first, to: item.time_last }) : null;
  const facts = [
    ['severity', el('span', { class: `severity ${item.severity}` }, item.severity)],
    ['confidence', percent(item.confidence)],
    ['state', item.state],
    ['records', below ? el('a', { href: below }, count(item.count)) : count(item.count)],
    ['resolvers', `about ${count(item.resolvers)}`],
    ['opened (UTC)', moment(item.opened)],
    ['updated (UTC)', moment(item.updated)],
    ['id', el('code', {}, item.id)],
  ];
  return [
    el('p', { class: 'lead' }, el('bdi', {}, item.sentence)),
    marks(view, item),
    el('div', { class: 'pair' },
      pane(view, 'As it stands', () => list(facts)),
      pane(view, 'Evidence', () => list(Object.entries(item.evidence ?? {}).map(([key, value]) => [words(key), shown(value)])))),
    pane(view, 'How it came about', () => changes(item.changes ?? [])),
    el('p', { class: 'more' }, named(item) ? [el('a', { href: look(item.subject) }, 'Look up ', name(item.subject)), ' · '] : null,
      el('a', { href: api.url(`/findings/${api.part(id)}`) }, 'JSON')),
  ];
}

function list(facts) {
  return el('dl', { class: 'facts' }, facts.map(([key, value]) => [el('dt', {}, key), el('dd', {}, value)]));
}

/** Evidence of any shape as text; what looks like a name can be looked up. */
function shown(value) {
  if (Array.isArray(value)) {
    return el('ul', { class: 'columns' }, value.map((each) => el('li', {}, shown(each))));
  }
  if (value !== null && typeof value === 'object') {
    return list(Object.entries(value).map(([key, each]) => [words(key), shown(each)]));
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? count(value) : String(value);
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    return [moment(value), ' UTC'];
  }
  return typeof value === 'string' && value.endsWith('.') && !value.includes(' ') ? name(value, look(value)) : el('bdi', {}, String(value));
}

function changes(items) {
  const columns = [
    { head: 'when (UTC)', class: 'when', cell: (item) => moment(item.updated) },
    { head: 'state', cell: (item) => item.state },
    { head: 'severity', cell: (item) => item.severity },
    { head: 'records', class: 'num', cell: (item) => count(item.count) },
    { head: 'said', class: 'text wide', cell: (item) => el('bdi', {}, item.sentence) },
  ];
  return items.length ? table('Changes of this finding', columns, items) : el('p', { class: 'state' }, 'It was told once.');
}

function marks(view, item) {
  const place = el('div', { class: 'filters', role: 'group', 'aria-label': 'Mark' });
  const said = el('span', { class: 'soft', role: 'status' }, item.mark ? `It is ${item.mark}.` : '');
  const button = (label, mark) => el('button', { type: 'button', on: { click: () => set(mark) } }, label);
  const set = (mark) => fill(view, place, async () => {
    await api.post(`/findings/${api.part(item.id)}/mark`, { mark }, view.signal);
    item.mark = mark;
    said.textContent = mark ? `It is ${mark} now.` : 'It is unmarked now.';
    return buttons();
  });
  const buttons = () => [
    item.mark === 'acknowledged' ? null : button('Acknowledge', 'acknowledged'),
    item.mark === 'muted' ? null : button('Mute', 'muted'),
    item.mark ? button('Unmark', null) : null, said];
  place.append(...buttons().filter(Boolean));
  return place;
}
