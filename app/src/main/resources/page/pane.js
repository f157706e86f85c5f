// A part of a view: a heading, and below it what was asked for, or why it is not there.

import { el, put } from './dom.js';
import * as api from './api.js';

/**
 * A section that fills itself.
 *
 * @param view the view it stands in
 * @param heading its heading
 * @param load gives what stands below, or a promise of it
 * @param options `note` beside the heading, `source`: path and parameters of the list that can be exported
 */
export function pane(view, heading, load, { note, source } = {}) {
  const body = el('div');
  const head = el('header', {}, el('h2', {}, heading), note ? el('span', { class: 'soft' }, note) : null,
    source ? exports(heading, source) : null);
  fill(view, body, load);
  return el('section', { class: 'pane', 'aria-label': heading }, head, body);
}

/** Fills an element with what `load` gives, and says plainly when that takes time or fails. */
export async function fill(view, body, load) {
  body.setAttribute('aria-busy', 'true');
  put(body, el('p', { class: 'state' }, 'Asking …'));
  try {
    put(body, await load());
  } catch (fault) {
    if (fault.name !== 'AbortError') {
      put(body, failed(view, body, load, fault));
    }
  } finally {
    body.removeAttribute('aria-busy');
  }
}

function failed(view, body, load, fault) {
  const again = el('button', { type: 'button', on: { click: () => fill(view, body, load) } }, 'Try again');
  const note = el('p', { class: 'fault', role: 'alert' }, fault.message, again);
  return fault.status === 401 || fault.status === 403 ? [note, keyForm()] : note;
}

function keyForm() {
  const field = el('input', { type: 'password', name: 'key', autocomplete: 'off', required: true });
  const take = (event) => {
    event.preventDefault();
    api.useKey(field.value);
    location.reload();
  };
  return el('form', { class: 'filters', on: { submit: take } }, el('label', {}, 'API key, kept until this tab is closed', field),
    el('button', { class: 'main' }, 'Use it'));
}

/** Links that give a list as CSV and as JSON. */
export function exports(title, { path, params }) {
  const link = (format, label) => {
    const address = api.url(path, { ...params, limit: 10000, ...format });
    const file = `nxsight${path.replaceAll(/[^a-z0-9]+/gi, '-')}.${label.toLowerCase()}`;
    const save = (event) => {
      if (api.hasKey()) {
        event.preventDefault();
        api.save(address, file);
      }
    };
    return el('a', { href: address, download: file, 'aria-label': `${title} as ${label}`, on: { click: save } }, label);
  };
  return el('span', { class: 'export' }, link({ format: 'csv' }, 'CSV'), link({}, 'JSON'));
}
