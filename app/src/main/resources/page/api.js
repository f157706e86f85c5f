// Questions to /api/v1: one answer, a list as a file, or a stream.

const ROOT = '/api/v1';
const KEY = 'api-key';

/** What went wrong, in a sentence, with the HTTP status (0: no answer at all). */
export class Problem extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

/** The path and query of a question. */
export function url(path, params = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== '') {
        query.append(key, one);
      }
    }
  }
  return `${ROOT}${path}${query.size ? `?${query}` : ''}`;
}

/** One part of a path. */
export function part(text) {
  return encodeURIComponent(text);
}

/** The answer to a question. */
export async function get(path, params, signal) {
  const response = await ask(url(path, params), { signal, headers: { Accept: 'application/json' } });
  return response.json();
}

/** Sends an object. */
export async function post(path, object, signal) {
  const headers = { 'Content-Type': 'application/json' };
  await ask(url(path), { method: 'POST', signal, headers, body: JSON.stringify(object) });
}

/** Hands each event of an event stream to `onEvent(kind, object)` until it ends or `signal` ends it. */
export async function stream(path, params, signal, onEvent) {
  const response = await ask(url(path, params), { signal, headers: { Accept: 'text/event-stream' } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop();
    blocks.forEach((block) => handOver(block, onEvent));
  }
}

function handOver(block, onEvent) {
  let kind = 'message';
  const data = [];
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) {
      kind = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).trimStart());
    }
  }
  if (data.length) {
    onEvent(kind, JSON.parse(data.join('\n')));
  }
}

/** Saves an answer as a file; only needed where a link cannot carry the key. */
export async function save(address, fileName) {
  const response = await ask(address, {});
  const blob = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = blob;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(blob);
}

/** Whether requests carry a key. */
export function hasKey() {
  return Boolean(sessionStorage.getItem(KEY));
}

/** The key that requests carry from now on, for as long as this tab is open. */
export function useKey(key) {
  sessionStorage.setItem(KEY, key);
}

async function ask(address, options) {
  const headers = { ...options.headers };
  const key = sessionStorage.getItem(KEY);
  if (key) {
    headers['X-Api-Key'] = key;
  }
  let response;
  try {
    response = await fetch(address, { ...options, headers });
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    throw new Problem(0, 'The server does not answer. Is nxsight still running?');
  }
  if (!response.ok) {
    throw new Problem(response.status, await sentence(response));
  }
  return response;
}

async function sentence(response) {
  const body = await response.text();
  try {
    const problem = JSON.parse(body);
    return problem.detail || problem.title || `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status} ${response.statusText}.`;
  }
}
