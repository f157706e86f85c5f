// What passes this second: figures, a chart of the last minutes, inputs and drops.

import { el, name, put } from './dom.js';
import { look, records } from './address.js';
import { count, octets, rate, words } from './format.js';
import { table } from './list.js';
import { pane } from './pane.js';
import { spark } from './spark.js';
import { chart } from './chart.js';
import { findings } from './findings.js';
import { cause } from './columns.js';
import { stream } from './api.js';

/** How far the live chart reaches back: ten minutes of one report a second. */
const KEPT = 600;

/** How often a screen reader hears the figures. */
const SAID_EVERY_MILLIS = 30_000;
const AGAIN_AFTER_MILLIS = 2_000;

/** The part of the view Now that moves. */
export function live(view) {
  const places = { figures: el('dl', { class: 'figures' }), chart: el('div'), causes: el('div'), cuts: el('div'), inputs: el('div'), drops: el('div'), findings: el('div') };
  const said = el('p', { class: 'hidden', role: 'status' });
  const trouble = el('p', { class: 'state' }, 'Waiting for the first report …');
  const pause = el('button', { type: 'button', 'aria-pressed': 'false' }, 'Pause');
  const state = { view, places, said, trouble, pause, reports: [], keys: [], saidAt: 0, paused: false };
  pause.addEventListener('click', () => {
    state.paused = !state.paused;
    pause.setAttribute('aria-pressed', String(state.paused));
  });
  follow(state);
  return el('section', { id: 'live', 'aria-label': 'This second' },
    el('p', { class: 'export' }, pause), trouble, said, places.figures, places.chart,
    el('div', { class: 'pair' },
      pane(view, 'Why', () => places.causes, { note: 'a second' }),
      el('div', {}, pane(view, 'Where', () => places.cuts, { note: 'a second' }),
        pane(view, 'Inputs and drops', () => [places.inputs, places.drops]))),
    pane(view, 'Last findings', () => places.findings));
}

async function follow(state) {
  const { view } = state;
  try {
    await stream('/now/live', {}, view.signal, (kind, report) => report.time && take(state, report));
    put(state.trouble, 'The stream has ended; asking again …');
  } catch (fault) {
    put(state.trouble, fault.message ?? 'The stream has ended; asking again …');
  }
  if (!view.signal.aborted) {
    setTimeout(() => view.signal.aborted || follow(state), AGAIN_AFTER_MILLIS);
  }
}

function take(state, report) {
  state.reports.push(report);
  if (state.reports.length > KEPT) {
    state.reports.shift();
  }
  put(state.trouble, report.over ? 'All has been read; nothing more will come.' : null);
  if (state.paused || document.hidden) {
    return;
  }
  const { places } = state;
  figures(places.figures, report);
  over(state);
  calmly(places.causes, () => causes(state));
  calmly(places.cuts, () => cuts(report));
  calmly(places.inputs, () => inputs(report));
  calmly(places.drops, () => drops(report));
  calmly(places.findings, () => findings(report.last_findings ?? [], 'Nothing was found yet.'));
  if (Date.now() - state.saidAt > SAID_EVERY_MILLIS) {
    state.saidAt = Date.now();
    put(state.said, `${rate(report.packets_per_second)} packets a second, ${count(report.open_queries)} open queries, ${count(report.findings_open)} findings open`);
  }
}

/** Leaves a place as it is while somebody points at it or has the focus in it. */
function calmly(place, made) {
  if (!place.matches(':hover') && !place.contains(document.activeElement)) {
    put(place, made());
  }
}

function figures(place, report) {
  const dropped = Object.values(report.dropped ?? {}).reduce((sum, number) => sum + number, 0) + (report.kernel_drops ?? 0);
  const shown = [['packets a second', rate(report.packets_per_second)], ['packets', count(report.packets)], ['open queries', count(report.open_queries)],
    ['answered', count(report.queries_answered)], ['unanswered', count(report.unanswered)], ['left out or dropped', count(dropped)]];
  put(place, shown.map(([label, number]) => el('div', {}, el('dt', {}, label), el('dd', {}, number))));
}

function over(state) {
  const { reports, keys, places, view } = state;
  const fresh = Object.keys(reports.at(-1).rcodes ?? {}).filter((key) => key !== 'NOERROR' && !keys.includes(key));
  keys.push(...fresh);
  const rates = {
    step: 1,
    times: reports.map((report) => report.time),
    series: keys.map((key) => ({ key, counts: reports.map((report) => report.rcodes?.[key] ?? 0) })),
  };
  if (!state.chart && keys.length && reports.length > 1) {
    state.chart = chart(view, rates, { href: (key) => records({ rcode: key }) });
    put(places.chart, state.chart.nodes);
  }
  state.chart?.show(rates);
}

function causes({ reports }) {
  const last = reports.at(-1).causes ?? {};
  const items = Object.entries(last).sort((left, right) => right[1] - left[1]).slice(0, 10);
  const columns = [
    { head: 'cause', cell: ([key]) => cause(key) },
    { head: 'ten minutes', cell: ([key]) => spark(words(key), reports.map((report) => report.causes?.[key] ?? 0)) },
    { head: 'a second', class: 'num', cell: ([key, number]) => el('a', { href: records({ cause: key, from: '-3600' }) }, rate(number)) },
  ];
  return items.length ? table('Causes per second', columns, items) : el('p', { class: 'state' }, 'Nothing fails.');
}

function cuts(report) {
  const columns = [
    { head: 'missing below', class: 'names', cell: ({ cut }) => name(cut, look(`*.${cut}`)) },
    { head: 'a second', class: 'num', cell: (item) => rate(item.per_second) },
  ];
  return report.top_cuts?.length ? table('Zones with most failures a second', columns, report.top_cuts) : el('p', { class: 'state' }, 'Nothing fails.');
}

function inputs(report) {
  const columns = [
    { head: 'input', class: 'names', cell: (input) => el('bdi', { class: 'name' }, input.name) },
    { head: 'messages', class: 'num', cell: (input) => count(input.messages) },
    { head: 'read', class: 'num', cell: (input) => octets(input.octets) },
  ];
  return report.inputs?.length ? table('Inputs', columns, report.inputs) : el('p', { class: 'state' }, 'No input has told of itself.');
}

function drops(report) {
  const items = Object.entries(report.dropped ?? {}).filter(([, number]) => number);
  if (report.kernel_drops) {
    items.unshift(['kernel drops', report.kernel_drops]);
  }
  const columns = [{ head: 'left out', cell: ([reason]) => words(reason) }, { head: 'packets', class: 'num', cell: ([, number]) => count(number) }];
  return items.length ? table('Left out and dropped', columns, items) : el('p', { class: 'state' }, 'Nothing was left out or dropped.');
}
