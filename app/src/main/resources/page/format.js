// Numbers, times and sizes as a reader sees them.

import { el } from './dom.js';

const THIN = '\u202f';
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** 1234567 with thin spaces. */
export function count(number) {
  return number === null || number === undefined ? '–' : grouped.format(number).replaceAll(',', THIN);
}

/** A rate: one decimal below ten. */
export function rate(number) {
  return number > 0 && number < 10 ? number.toFixed(1) : count(Math.round(number ?? 0));
}

/** A part of one as per cent. */
export function percent(share) {
  if (share === null || share === undefined) {
    return '–';
  }
  const parts = share * 100;
  return (parts > 0 && parts < 0.1 ? '< 0.1' : parts.toFixed(1)) + THIN + '%';
}

/** Octets in the unit that suits. */
export function octets(number) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  let left = number ?? 0;
  while (left >= 1024 && unit < units.length - 1) {
    left /= 1024;
    unit++;
  }
  return (unit === 0 || left >= 100 ? Math.round(left) : left.toFixed(1)) + THIN + units[unit];
}

/** Milliseconds since 1970 of what the API calls a time: text, or seconds. */
export function millis(time) {
  return typeof time === 'number' ? time * 1000 : Date.parse(time);
}

/** A moment in UTC; `part` leaves out the day (`clock`) or the time (`day`). */
export function moment(time, part) {
  if (time === null || time === undefined) {
    return '–';
  }
  const at = millis(time);
  if (!Number.isFinite(at)) {
    return String(time);
  }
  const iso = new Date(at).toISOString();
  const [day, clock] = [iso.slice(0, 10), iso.slice(11, 19)];
  const shown = part === 'clock' ? clock : part === 'day' ? day : `${day} ${clock}`;
  return el('time', { datetime: iso, title: `${day} ${clock} UTC` }, shown);
}

/** From one moment to another; the day of the second only when it is another day. */
export function span(first, last) {
  const day = (time) => Math.floor(millis(time) / 86_400_000);
  const sameDay = first && last && day(first) === day(last);
  if (first && last && Math.floor(millis(first) / 1000) === Math.floor(millis(last) / 1000)) {
    return el('span', { class: 'when' }, moment(first));
  }
  return el('span', { class: 'when' }, moment(first), ' – ', moment(last, sameDay ? 'clock' : undefined));
}

/** Seconds in the unit that suits: 90 s, 10 min, 3 h, 2 d. */
export function duration(seconds) {
  const units = [[86400, 'd'], [3600, 'h'], [60, 'min']];
  const [size, unit] = units.find(([least]) => seconds >= least && seconds % least === 0) ?? [1, 's'];
  return `${Number((seconds / size).toFixed(seconds / size < 10 ? 1 : 0))}${THIN}${unit}`;
}

/** Words that are written in capitals, among words that are not. */
const ABBREVIATIONS = ['aaaa', 'c2', 'dga', 'dns', 'dnsbl', 'dnssec', 'edns', 'isatap', 'ns', 'notimp', 'nx', 'ptr', 'rdns', 'tld', 'wpad'];

/** DGA_BOTNET as words: DGA botnet. */
export function words(constant) {
  const text = String(constant).toLowerCase().split('_')
    .map((word) => (ABBREVIATIONS.includes(word) ? word.toUpperCase() : word)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
