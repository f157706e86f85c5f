// The time that a view is about: some usual ones, and any other.

import { el } from './dom.js';
import { changed, current } from './address.js';

/** What Now tells when no range is asked for, and a time before all records. */
export const HOUR = '-3600';
export const BEGINNING = '0';

const USUAL = [['All', null], ['Month', '-2592000'], ['Week', '-604800'], ['Day', '-86400'], ['Hour', HOUR]];

/** The choice of a range, as links that keep the rest of the address. */
export function range() {
  const { view, params } = current();
  const unasked = view === 'now' ? HOUR : null;
  const [from, to] = [params.get('from') ?? (params.get('to') ? null : unasked), params.get('to')];
  const link = ([label, seconds]) => {
    const here = (from === seconds || (seconds === null && from === BEGINNING)) && !to;
    const start = seconds === null && unasked ? BEGINNING : seconds;
    return el('a', { href: changed({ from: start, to: null }), 'aria-current': here ? 'true' : null }, label);
  };
  return el('div', { class: 'range', role: 'group', 'aria-label': 'Time range' }, USUAL.map(link), other(from, to));
}

function other(from, to) {
  const usual = !to && (from === BEGINNING || USUAL.some(([, seconds]) => seconds === from));
  const field = (label, key, value) => el('label', {}, label,
    el('input', { name: key, value: value ?? '', placeholder: '2026-11-24T04:00:00Z', maxlength: 40, autocomplete: 'off' }));
  const take = (event) => {
    event.preventDefault();
    const form = new FormData(event.target);
    location.hash = changed({ from: form.get('from').trim(), to: form.get('to').trim() });
  };
  const form = el('form', { on: { submit: take } }, field('From, in UTC ', 'from', from), field('To, in UTC ', 'to', to),
    el('button', { class: 'main' }, 'Show this time'));
  return el('details', {}, el('summary', { 'aria-current': usual ? null : 'true' }, usual ? 'Other …' : 'Chosen …'), form);
}
