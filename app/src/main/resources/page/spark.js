// Lines as small as words.

import { el, svg } from './dom.js';

const WIDTH = 120;
const HEIGHT = 20;

/** Counts as a line; `label` says of what. */
export function spark(label, counts) {
  if (counts.length < 2) {
    return el('span', { class: 'soft' }, '–');
  }
  const greatest = Math.max(1, ...counts);
  const x = (at) => ((at * WIDTH) / (counts.length - 1)).toFixed(1);
  const y = (value) => (HEIGHT - (value / greatest) * HEIGHT).toFixed(1);
  const line = counts.map((value, at) => `${x(at)} ${y(value)}`).join('L');
  const attributes = { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img' };
  return svg('svg', { ...attributes, 'aria-label': `${label}: ${greatest} at most, ${counts.at(-1)} at the end` },
    svg('path', { class: 'area', d: `M0 ${HEIGHT}L${line}L${WIDTH} ${HEIGHT}Z` }),
    svg('path', { class: 'line', d: `M${line}`, 'vector-effect': 'non-scaling-stroke' }));
}

/** When something was, between the first and last of all: a bar on an axis. */
export function extent(label, first, last, [from, to], kind) {
  const x = (at) => (to > from ? ((at - from) / (to - from)) * 1000 : 0);
  const left = Math.min(994, x(first));
  const attributes = { class: 'spans', viewBox: '0 0 1000 12', preserveAspectRatio: 'none', role: 'img', 'aria-label': label };
  return svg('svg', attributes, svg('path', { class: 'axis', d: 'M0 6H1000', 'vector-effect': 'non-scaling-stroke' }),
    svg('rect', { class: `span ${kind}`, x: left, y: 2, width: Math.max(6, x(last) - left), height: 8 }));
}
