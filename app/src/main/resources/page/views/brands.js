// Brands: slips and look-alikes of well-known names that were asked for.

import { el, name } from '../dom.js';
import { look, to } from '../address.js';
import { count, words } from '../format.js';
import { listing } from '../list.js';
import { pane } from '../pane.js';
import * as api from '../api.js';
import { findings } from '../findings.js';
import { countColumn, numberColumn, seenColumn } from '../columns.js';

export function show(view) {
  return view.parts.length ? one(view, view.parts[0]) : all(view);
}

/** What a run learned by itself has no name here; a dash stands for all of it. */
const LEARNED = '-';

function title(brand) {
  return brand === LEARNED ? 'Names popular in this traffic' : el('bdi', { class: 'name' }, brand);
}

function brandCell({ brand }) {
  const href = to('brands', [brand]);
  return brand === LEARNED ? el('a', { href }, 'names popular in this traffic') : name(brand, href);
}

function all(view) {
  const columns = [
    { head: 'brand', class: 'names', cell: brandCell },
    { head: 'slips', class: 'num', cell: (item) => el('a', { href: to('brands', [item.brand]) }, count(item.names)) },
    { head: 'questions', class: 'num', cell: (item) => count(item.count) },
    numberColumn('with mail', 'with_mx', false), seenColumn,
  ];
  const asked = { ...view.range, kind: 'BRAND_TYPOS', state: 'all', limit: 20 };
  return [
    el('p', { class: 'lead' }, 'Names that nobody has, one slip away from a well-known one. Whoever registers them hears what was meant for the brand.'),
    listing(view, 'Brands that were mistyped', { path: '/brands', columns, empty: 'No slip of a well-known name was seen in this time.' }),
    pane(view, 'Findings of watched brands', async () => findings((await view.get('/findings', asked)).items,
      'None. Name your brands with nxsight run --brands FILE.'), { source: { path: '/findings', params: asked } }),
  ];
}

function one(view, brand) {
  view.entitle(title(brand));
  const columns = [
    { head: 'asked for', class: 'names', cell: (item) => name(item.name, look(item.name)) },
    { head: 'slip', cell: (item) => words(item.typo_class ?? '–') },
    countColumn((item) => ({ name: item.name }), 'questions'),
    { head: 'types', class: 'wide', cell: (item) => [item.qtypes ?? []].flat().join(' ') },
    seenColumn,
  ];
  const empty = 'No slip of it was seen in this time.';
  return [
    brand === LEARNED ? el('p', { class: 'lead' }, 'What they are a slip of was learned by the run, from names that many asked for. Name them with --popular FILE to see them here.') : null,
    el('p', {}, brand === LEARNED ? null : [el('a', { href: look(brand) }, 'Look it up'), ' · '], el('a', { href: to('brands') }, 'All brands')),
    listing(view, 'Slips and look-alikes', { path: `/brands/${api.part(brand)}`, columns, empty }),
  ];
}
