// Lists as tables: columns, more rows on demand, and a sentence when there is nothing.

import { el } from './dom.js';
import { pane } from './pane.js';
import { percent } from './format.js';

const PAGE = 50;

/** A table of items. A column is `{head, cell(item), class}`; the class `wide` is not seen on phones. */
export function table(caption, columns, items) {
  const body = el('tbody', {}, items.map((item) => row(columns, item)));
  const heads = columns.map((column) => el('th', { scope: 'col', class: column.class }, column.head));
  const made = el('table', {}, el('caption', { class: 'hidden' }, caption), el('thead', {}, el('tr', {}, heads)), body);
  return el('div', { class: 'scroll', role: 'region', 'aria-label': caption, tabindex: 0 }, made);
}

function row(columns, item) {
  return el('tr', {}, columns.map((column) => el('td', { class: column.class }, column.cell(item))));
}

/** A section with a list of the API: `{path, params, columns, empty, note, limit}`; `keep(item)` leaves out the others. */
export function listing(view, heading, { path, params = {}, columns, empty, note, limit = PAGE, keep = () => true }) {
  const asked = { ...view.range, ...params };
  const page = (offset) => view.get(path, { ...asked, limit, offset });
  const load = async () => {
    const first = await page(0);
    const kept = first.items.filter(keep);
    if (!kept.length) {
      return el('p', { class: 'state' }, empty);
    }
    const made = table(heading, columns, kept);
    return [made, first.more ? more(made, (item) => keep(item) && row(columns, item), page, first.items.length) : null];
  };
  return pane(view, heading, load, { note, source: { path, params: asked } });
}

function more(made, rowOf, page, shown) {
  let offset = shown;
  const button = el('button', { type: 'button' }, 'Show more');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const next = await page(offset);
      offset += next.items.length;
      made.querySelector('tbody').append(...next.items.map(rowOf).filter(Boolean));
      button.hidden = !next.more;
    } catch (fault) {
      button.after(el('span', { class: 'fault', role: 'alert' }, fault.message));
    }
    button.disabled = false;
  });
  return el('p', { class: 'more' }, button);
}

/** A part of the whole as a bar and a number; `greatest` is the longest bar's. */
export function share(part, greatest) {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${Math.max(0, Math.min(1, (part ?? 0) / (greatest || 1))) * 3}rem`;
  return [el('span', { class: 'part' }, percent(part)), bar];
}
