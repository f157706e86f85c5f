// Watch: the records of a channel as they come, those that fit.

import { el, name, put } from '../dom.js';
import { look, plain } from '../address.js';
import { count, moment, words } from '../format.js';
import * as api from '../api.js';

/** The records that stay on the page; a browser that keeps all of a busy channel ends badly. */
const SHOWN = 200;
const SAID_EVERY_MILLIS = 5_000;
const CHANNELS = { ch221: 'names that do not exist', ch220: 'DNS errors', ch204: 'answers', findings: 'findings' };

export function show(view) {
  const [channel] = view.parts;
  const log = el('div', { id: 'log', role: 'log', 'aria-live': 'off', 'aria-label': 'Records', tabindex: 0 });
  const state = { view, channel, log, waiting: [], seen: 0, lost: 0, saidAt: 0, ending: new AbortController() };
  state.said = el('p', { class: 'soft', id: 'said', role: 'status' });
  state.trouble = el('p', { class: 'state' });
  view.signal.addEventListener('abort', () => state.ending.abort());
  if (channel) {
    follow(state);
  }
  return [
    view.status.live ? null : el('p', { class: 'fault' }, 'Nothing runs here: only a store is served. Records are streamed by ',
      el('code', {}, './nxsight run -i eth0 --serve'), '.'),
    form(state), state.trouble, state.said, log,
  ];
}

function form({ view, channel, ending }) {
  const choice = el('select', { name: 'channel' }, Object.entries(CHANNELS).map(([key, what]) =>
    el('option', { value: key, selected: key === channel }, `${key}, ${what}`)));
  const watches = el('textarea', { name: 'watches', rows: 3, cols: 34, maxlength: 8000, spellcheck: 'false',
    placeholder: 'dns=*.example.com\nip=192.0.2.0/24\ncause=TYPO', 'aria-describedby': 'watches-help' });
  watches.value = view.params.getAll('watch').join('\n');
  const number = (label, key, attributes) => el('label', {}, label, el('input', { name: key, type: 'number', value: view.params.get(key), ...attributes }));
  const start = (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    const watch = given.watches.split('\n').map((line) => line.trim()).filter(Boolean);
    const address = plain('watch', [given.channel], { watch, sample: given.sample, rate: given.rate });
    if (address === location.hash) {
      dispatchEvent(new HashChangeEvent('hashchange'));
    } else {
      location.hash = address;
    }
  };
  const stop = el('button', { type: 'button', on: { click: () => ending.abort() } }, 'Stop');
  return el('form', { class: 'filters', on: { submit: start } },
    el('label', {}, 'Channel', choice),
    el('label', {}, 'Watches, one a line; any of them fits', watches),
    number('Share of records', 'sample', { min: 0, max: 1, step: 'any', placeholder: '1' }),
    number('At most a second', 'rate', { min: 1, max: 100000, step: 1, placeholder: '100' }),
    el('button', { class: 'main' }, 'Watch'), channel ? stop : null,
    el('p', { class: 'soft', id: 'watches-help' }, 'dns= a name or *.zone · ip= an address or network · soa= a zone · cause= · rcode= · qtype= · nothing: all'));
}

async function follow(state) {
  const { view, channel, ending } = state;
  const asked = { watch: view.params.getAll('watch'), sample: view.params.get('sample'), rate: view.params.get('rate') ?? '100' };
  put(state.trouble, 'Waiting for the first record …');
  try {
    await api.stream(`/channels/${api.part(channel)}/live`, asked, ending.signal, (kind, object) => take(state, kind, object));
    put(state.trouble, 'The stream has ended.');
  } catch (fault) {
    put(state.trouble, fault.name === 'AbortError' ? 'Stopped.' : el('span', { class: 'fault', role: 'alert' }, fault.message));
  }
}

function take(state, kind, object) {
  if (kind === 'loss') {
    state.lost += object.lost;
  } else {
    state.seen++;
  }
  put(state.trouble);
  state.waiting.push([kind, object]);
  if (state.waiting.length > SHOWN) {
    state.waiting.shift();
  }
  if (!state.due) {
    state.due = true;
    requestAnimationFrame(() => paint(state));
  }
}

function paint(state) {
  state.due = false;
  const { log, waiting } = state;
  log.prepend(...waiting.splice(0).reverse().map(([kind, object]) => entry(kind, object)));
  while (log.childElementCount > SHOWN) {
    log.lastElementChild.remove();
  }
  if (Date.now() - state.saidAt > SAID_EVERY_MILLIS) {
    state.saidAt = Date.now();
    setTimeout(() => put(state.said, `${count(state.seen)} records`, state.lost ? `, ${count(state.lost)} lost on the way` : '',
      state.seen > SHOWN ? `; the last ${SHOWN} are shown` : ''), 250);
  }
}

function entry(kind, object) {
  if (kind === 'loss') {
    return el('p', { class: 'record loss' }, `${count(object.lost)} records were lost here since `, moment(object.since, 'clock'), '.');
  }
  return kind === 'finding' ? found(object) : record(object);
}

function record(object) {
  const message = object.message ?? object;
  const what = message.qname ?? message.rrname ?? '';
  const details = [message.qtype ?? message.rrtype, message.rcode, object.explain?.cause && words(object.explain.cause), message.response_ip, message.soa_rrname];
  return el('details', { class: 'record' },
    el('summary', {}, moment(object.time && utc(object.time), 'clock'), el('bdi', { class: 'name' }, what),
      details.filter(Boolean).map((detail) => el('bdi', { class: 'soft' }, detail))),
    what ? el('p', {}, name(`Look up ${what}`, look(what))) : null,
    el('pre', { dir: 'ltr' }, JSON.stringify(object, null, 2)));
}

function found(object) {
  return el('details', { class: 'record' },
    el('summary', {}, moment(object.updated, 'clock'), el('b', {}, words(object.kind)), el('bdi', {}, object.sentence)),
    el('p', {}, el('a', { href: plain('findings', [object.id]) }, 'The finding')), el('pre', { dir: 'ltr' }, JSON.stringify(object, null, 2)));
}

/** NMSG's time ("2026-11-24 04:22:51.566756840") as ISO 8601. */
function utc(time) {
  return /[TZ]/.test(time) ? time : `${time.replace(' ', 'T').slice(0, 23)}Z`;
}
