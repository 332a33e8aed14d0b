// Elements of the page. Whatever a package says becomes text and nothing else.

// control characters, and those that turn the direction of what follows or are not seen at all
const UNSEEN = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c'
  + '\\u200b-\\u200f'
  + '\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]', 'g');

/** A text of somebody else, with what cannot be seen written out. */
function shown(text) {
  return String(text).replace(UNSEEN, unit =>
    `\u27e8U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}\u27e9`);
}

/** An element: make('td', {className: 'n'}, 'text', element). */
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.includes('-') || name === 'role' || name === 'scope') {
      element.setAttribute(name, value);
    } else {
      element[name] = value;
    }
  }
  for (const child of children) {
    element.append(child instanceof Node ? child : typeof child === 'object' ? veil(child)
      : document.createTextNode(shown(child)));
  }
  return element;
}

/** What stands where a name or a text is hidden: the same name has the same letters everywhere. */
function veil({hidden}) {
  return make('span', {className: 'veil', title: hidden},
    hidden === '' ? say('hiddenText') : say('hiddenName', hidden.slice(1, 9)));
}

/** What a package says stands apart, so that its direction turns nothing around it. */
function foreign(text) {
  return make('bdi', {}, text);
}

function button(text, press, properties) {
  const element = make('button', {type: 'button', ...properties}, text);
  element.addEventListener('click', press);
  return element;
}

/** Rows are lists of cells: texts, or elements; the columns named in numbers stand right. */
function table(heads, rows, numbers = []) {
  const cell = (tag, i, content) => make(tag, {className: numbers.includes(i) ? 'n' : '',
    ...(tag === 'th' ? {scope: 'col'} : {})},
    content instanceof Node ? content : foreign(content));
  return make('div', {className: 'wide'}, make('table', {},
    make('thead', {}, make('tr', {}, ...heads.map((head, i) => cell('th', i, head)))),
    make('tbody', {}, ...rows.map(row => make('tr', {}, ...row.map((content, i) =>
      cell('td', i, content)))))));
}

function facts(pairs) {
  return make('dl', {}, ...pairs.filter(([, value]) => value !== '').flatMap(([name, value]) =>
    [make('dt', {}, name), make('dd', {}, value instanceof Node ? value : foreign(value))]));
}

function replace(id, ...children) {
  const element = document.getElementById(id);
  element.replaceChildren(...children);
  return element;
}

function limited(shownCount, total) {
  return total > shownCount ? [make('p', {className: 'hint'}, say('more', shownCount, total))] : [];
}
