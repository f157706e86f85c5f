// Counts over time as a chart, with a legend that leads to records and a table that says the same.

import { el, put, svg } from './dom.js';
import { count, duration, millis, moment } from './format.js';
import { table } from './list.js';

const HEIGHT = 208;
const HEIGHT_ON_PHONE = 168;

/** Seconds from one mark of the axis of time to the next. */
const DAY = 86_400;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 7 * DAY, 14 * DAY,
  30 * DAY, 90 * DAY, 365 * DAY];

/** How the lines differ besides their colour; no chart has more of them. */
const DASHES = [[], [], [6, 3], [2, 3], [8, 3, 2, 3], [1, 2]];

/**
 * The chart of an answer of /rates.
 *
 * @param options `href(key)` where a series leads, `onZoom(from, to)` for a range that was drawn, in ISO texts
 */
export function timeline(view, rates, options = {}) {
  if (!rates.series.length || !rates.times.length) {
    return el('p', { class: 'state' }, 'Nothing failed in this time.');
  }
  return chart(view, rates, options).nodes;
}

/** The same where counts go on: `nodes` to stand on the page, `show(rates)` for newer counts. */
export function chart(view, rates, { href, onZoom } = {}) {
  const keys = el('div');
  const place = el('div', { class: 'chart', role: 'img' });
  const drawn = { view, place, onZoom, rates, plot: null, Plot: null };
  const show = (newer) => {
    const same = names(newer) === names(drawn.rates);
    drawn.rates = newer;
    if (same && drawn.plot) {
      drawn.plot.setData(data(newer));
      return;
    }
    put(keys, legend(newer, href));
    place.setAttribute('aria-label', `Counts per ${duration(newer.step)} over time of ${names(newer)}; the table below says the same`);
    paint(drawn);
  };
  show(rates);
  start(drawn);
  return { nodes: [keys, place, alternative(drawn)], show };
}

function names(rates) {
  return shown(rates).map((series) => series.key).join(', ');
}

function shown(rates) {
  return rates.series.slice(0, DASHES.length);
}

function data(rates) {
  return [rates.times.map((time) => millis(time) / 1000), ...shown(rates).map((series) => series.counts)];
}

async function start(drawn) {
  const { view, place } = drawn;
  drawn.Plot = (await import('/page/lib/uplot/dist/uPlot.esm.js')).default;
  const resized = new ResizeObserver(() => {
    if (drawn.plot?.width !== place.clientWidth) {
      paint(drawn);
    }
  });
  resized.observe(place);
  document.addEventListener('themechange', () => paint(drawn), { signal: view.signal });
  view.signal.addEventListener('abort', () => {
    resized.disconnect();
    drawn.plot?.destroy();
  });
}

function paint(drawn) {
  if (!drawn.Plot || drawn.view.signal.aborted || !drawn.place.clientWidth) {
    return;
  }
  drawn.plot?.destroy();
  drawn.plot = new drawn.Plot(options(drawn), data(drawn.rates), drawn.place);
}

function options({ Plot, place, rates, onZoom }) {
  const style = getComputedStyle(document.documentElement);
  const colour = (key) => style.getPropertyValue(key).trim();
  const line = { stroke: colour('--rule'), width: 1 };
  const axis = { stroke: colour('--soft'), font: `11px ${getComputedStyle(document.body).fontFamily}` };
  const series = shown(rates).map(({ key }, at) => ({
    label: key,
    stroke: colour(['--red', '--ink', '--soft'][Math.min(at, 2)]),
    width: at === 0 ? 1.6 : 1.2,
    dash: DASHES[at],
    points: { show: rates.times.length === 1 },
  }));
  return {
    width: place.clientWidth,
    height: place.clientWidth < 500 ? HEIGHT_ON_PHONE : HEIGHT,
    tzDate: (seconds) => Plot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, drag: { x: Boolean(onZoom), y: false, setScale: false }, points: { size: 5 } },
    scales: { x: { range: (plot, from, to) => (from === to ? [from - rates.step, to + rates.step] : [from, to]) }, y: { range: (plot, least, greatest) => [0, Math.max(1, greatest * 1.05)] } },
    axes: [
      { ...axis, grid: { show: false }, ticks: { ...line, size: 4 }, incrs: STEPS, space: 64, values: clock },
      { ...axis, grid: line, ticks: { show: false }, size: 48, values: (plot, ticks) => ticks.map(count) },
    ],
    series: [{}, ...series],
    hooks: { setSelect: [(plot) => zoomed(plot, onZoom)] },
  };
}

/** The marks of the axis of time in UTC, with the day below the first of each day. */
function clock(plot, marks, axis, space, step) {
  let before = '';
  return marks.map((seconds) => {
    const iso = new Date(seconds * 1000).toISOString();
    const [day, time] = [iso.slice(plot.width < 500 ? 5 : 0, 10), iso.slice(11, step < 60 ? 19 : 16)];
    const fresh = day !== before;
    before = day;
    return step >= DAY ? day : fresh ? `${time}\n${day}` : time;
  });
}

function zoomed(plot, onZoom) {
  if (onZoom && plot.select.width > 4) {
    const at = (pixels) => new Date(Math.round(plot.posToVal(pixels, 'x')) * 1000).toISOString().replace('.000', '');
    onZoom(at(plot.select.left), at(plot.select.left + plot.select.width));
  }
}

function legend(rates, href) {
  const item = ({ key }, at) => {
    const path = svg('path', { class: `line${Math.min(at, 2)}`, d: 'M0 4H22', 'stroke-dasharray': DASHES[at].join(' ') || null });
    const line = svg('svg', { width: 22, height: 8, 'aria-hidden': 'true' }, path);
    return el('li', {}, line, href ? el('a', { href: href(key) }, key) : key);
  };
  return el('ul', { class: 'legend' }, shown(rates).map(item), el('li', { class: 'soft' }, `per ${duration(rates.step)}`));
}

function alternative(drawn) {
  const details = el('details', { class: 'alternative' }, el('summary', {}, 'As a table'));
  details.addEventListener('toggle', () => {
    const { rates } = drawn;
    const columns = [
      { head: 'from (UTC)', class: 'when', cell: (at) => moment(rates.times[at]) },
      ...rates.series.map(({ key, counts }) => ({ head: key, class: 'num', cell: (at) => count(counts[at]) })),
    ];
    details.querySelector('.scroll')?.remove();
    if (details.open) {
      details.append(table('Counts over time', columns, rates.times.map((time, at) => at)));
    }
  });
  return details;
}
