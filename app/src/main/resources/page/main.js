// From the address to the view.

import { el, put } from './dom.js';
import * as address from './address.js';
import * as api from './api.js';
import { BEGINNING, range } from './range.js';
import { firstSteps, standing } from './standing.js';
import { fill } from './pane.js';

const VIEWS = {
  now: 'Now',
  causes: 'Causes',
  findings: 'Findings',
  look: 'Look up',
  lists: 'Blocklists',
  brands: 'Brands',
  zones: 'Zones and servers',
  watch: 'Watch',
  records: 'Records',
};

/** These have something to show without a store. */
const WITHOUT_STORE = ['look', 'watch'];

const main = document.getElementById('main');
const nav = document.getElementById('nav');
const query = document.getElementById('query');
let ending = new AbortController();

async function show(event) {
  ending.abort();
  ending = new AbortController();
  const { view: asked, parts, params } = address.current();
  const key = asked in VIEWS ? asked : 'now';
  mark(key);
  main.dataset.shows = location.hash;
  const view = { key, parts, params, signal: ending.signal, title: VIEWS[key] };
  const from = params.get('from');
  view.range = { from: from === BEGINNING ? null : from, to: params.get('to') };
  view.get = (path, asking) => api.get(path, asking, view.signal);
  const heading = el('h1');
  const note = el('span', { class: 'span' });
  view.entitle = (title, about) => {
    put(heading, title);
    put(note, about);
    document.title = `${heading.textContent} · nxsight`;
  };
  view.entitle(view.title);
  const content = el('div');
  put(main, el('div', { class: 'title' }, heading, note), content);
  await fill(view, content, () => made(view));
  if (event && !view.signal.aborted) {
    window.scrollTo(0, 0);
    main.focus({ preventScroll: true });
  }
}

async function made(view) {
  const [module, status] = await Promise.all([import(`./views/${view.key}.js`), view.get('/status')]);
  view.status = status;
  standing(document.getElementById('standing'), status);
  const empty = status.empty && !status.live && !WITHOUT_STORE.includes(view.key);
  return empty ? firstSteps() : module.show(view);
}

function mark(key) {
  for (const link of nav.querySelectorAll('a')) {
    const here = link.hash === `#/${key}`;
    if (here) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  put(document.getElementById('range'), key === 'watch' ? null : range());
  query.value = key === 'look' ? address.current().params.get('q') ?? '' : '';
}

/** Links of the side keep the time range. */
nav.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    location.hash = address.to(link.hash.slice(2));
  }
});

document.getElementById('search').addEventListener('submit', (event) => {
  event.preventDefault();
  if (query.value.trim()) {
    location.hash = address.look(query.value.trim());
  }
});

document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});

document.addEventListener('keydown', (event) => {
  const writing = event.target.closest('input, textarea, select');
  if (event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    query.select();
    query.focus();
  }
});

function themed() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

const theme = document.getElementById('theme');
function nameTheme() {
  put(theme, themed() === 'dark' ? 'Light' : 'Dark');
  theme.setAttribute('aria-label', `Use ${theme.textContent.toLowerCase()} colours`);
}
theme.addEventListener('click', () => {
  const next = themed() === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  try {
    localStorage.setItem('theme', next);
  } catch {
    // No storage: it holds until the page is closed.
  }
  nameTheme();
  document.dispatchEvent(new Event('themechange'));
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  nameTheme();
  document.dispatchEvent(new Event('themechange'));
});

nameTheme();
addEventListener('hashchange', show);
show();
