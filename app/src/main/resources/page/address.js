// The address of what is seen: #/view/part?parameters. Whoever is sent it sees the same.

/** The address as it is now: view, the parts behind it, parameters. */
export function current() {
  const [path, query = ''] = splitOnce(location.hash.replace(/^#\/?/, ''), '?');
  const [view = '', ...parts] = path.split('/').map(decoded);
  return { view: view || 'now', parts, params: new URLSearchParams(query) };
}

/** An address that keeps the time range, with these parameters; empty ones are left out. */
export function to(view, parts = [], params = {}) {
  const kept = {};
  for (const key of ['from', 'to']) {
    kept[key] = current().params.get(key);
  }
  return plain(view, parts, { ...kept, ...params });
}

/** An address with these parameters only. A list stands as several of one name. */
export function plain(view, parts = [], params = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        query.append(key, one);
      }
    }
  }
  const path = [view, ...parts].map(encodeURIComponent).join('/');
  return `#/${path}${query.size ? `?${query}` : ''}`;
}

/** Where a name, address or zone is looked up. */
export function look(text) {
  return to('look', [], { q: text });
}

/** The records behind a number. */
export function records(params) {
  return to('records', [], params);
}

/** This address with some parameters changed. */
export function changed(params) {
  const here = current();
  const all = {};
  for (const key of new Set(here.params.keys())) {
    all[key] = here.params.getAll(key);
  }
  return plain(here.view, here.parts, { ...all, ...params });
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
