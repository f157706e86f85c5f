// What stands behind the page: how much is stored, from when to when, whether something runs.

import { el, put } from './dom.js';
import { count, moment } from './format.js';

/** Tells the state of the store in the side. */
export function standing(place, status) {
  const rows = Object.values(status.datasets ?? {}).reduce((sum, dataset) => sum + (dataset.rows ?? 0), 0);
  const findings = document.getElementById('open-findings');
  put(findings, status.findings_open ? count(status.findings_open) : '');
  findings.title = status.findings_open ? `${status.findings_open} open` : '';
  put(place,
    el('p', {}, status.live ? el('span', { class: 'pulse' }, 'live') : 'a store at rest'),
    status.empty ? el('p', {}, 'nothing stored yet') : [
      el('p', {}, moment(status.from), ' –', el('br'), moment(status.to), ' UTC'),
      el('p', { class: 'wide' }, `${count(rows)} rows`)],
    el('p', { class: 'wide' }, `nxsight ${status.version}`));
}

/** What to do when nothing is stored yet. */
export function firstSteps() {
  return el('section', { class: 'pane', id: 'first-steps', 'aria-label': 'First steps' },
    el('p', { class: 'lead' }, 'Nothing is stored yet. nxsight reads DNS traffic and keeps what failed, and why.'),
    el('p', {}, 'Read the sample that comes with it, or a capture of your own, into the directory that is served here:'),
    el('pre', {}, './nxsight run samples/first-light.pcap\n./nxsight serve'),
    el('p', {}, 'Or watch an interface and serve what it shows in one process:'),
    el('pre', {}, 'sudo ./nxsight run -i eth0 --serve'),
    el('p', {}, 'Then reload this page. A name can be explained without any store: type one above.'));
}
