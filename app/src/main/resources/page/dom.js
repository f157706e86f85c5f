// Elements and text nodes. Nothing here, or anywhere in the page, takes markup from a string.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes, listeners (`on`) and children: nodes, texts, lists of them, or nothing. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...nodes(children));
  return element;
}

/** Replaces what is in an element. */
export function put(element, ...children) {
  element.replaceChildren(...nodes(children));
  return element;
}

function nodes(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))));
}

/** A name as text, isolated from the direction of what is around it, that leads somewhere when `href` is given. */
export function name(text, href) {
  const parts = breakable(String(text));
  const inside = href ? el('a', { href }, parts) : parts;
  return el('bdi', { class: 'name' }, inside);
}

/** A text with places behind its dots where a line may end; it is copied without them. */
export function breakable(text) {
  return text.split(/(?<=\.)(?=.)/).flatMap((part, at) => (at ? [el('wbr'), part] : [part]));
}
