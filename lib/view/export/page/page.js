// The script of a record's page (docs/trace.md, "Files"). It chooses an event, in the picture or in
// the list, and shows all that is known of it beside the picture. The words are copied as they
// stand in the page: nothing is made of text here.

/** @type {NodeListOf<SVGAElement>} */
const links = document.querySelectorAll('a.event');
/** @type {NodeListOf<HTMLLIElement>} */
const items = document.querySelectorAll('#events > li');
const marks = [...links];
const entries = [...items];
const panel = document.querySelector('#chosen');
const figure = document.querySelector('figure');
let chosen = 0;

/** @param {number} at */
function choose(at) {
  const entry = entries[at];
  if (entry === undefined) return;
  chosen = at;
  const other = Number(entry.dataset.other) - 1;
  for (const [i, mark] of marks.entries()) {
    mark.classList.toggle('chosen', i === at);
    mark.classList.toggle('other', i === other);
    // One stop for Tab: within the picture the arrow keys go on.
    mark.setAttribute('tabindex', i === at ? '0' : '-1');
  }
  for (const [i, { classList }] of entries.entries())
    classList.toggle('chosen', i === at);
  panel?.replaceChildren(...partsOf(entry));
  showLane(Number(marks[at]?.dataset.x));
}

/** In a narrow window the picture may be wider than its place. @param {number} x */
function showLane(x) {
  const width = figure?.querySelector('svg')?.viewBox.baseVal.width;
  if (!figure || !width) return;
  figure.scrollLeft = (x / width) * figure.scrollWidth - figure.clientWidth / 2;
}

/** @param {HTMLLIElement} entry */
function partsOf(entry) {
  const heading = document.createElement('h2');
  heading.textContent = entry.querySelector('a')?.textContent ?? '';
  const more = entry.querySelector('.more')?.cloneNode(true);
  return more === undefined ? [heading] : [heading, more];
}

/** Where each key goes. @type {Record<string, () => number>} */
const ways = {
  ArrowDown: () => chosen + 1,
  ArrowUp: () => chosen - 1,
  ArrowRight: otherEnd,
  ArrowLeft: otherEnd,
  Home: () => 0,
  End: () => marks.length - 1,
};

/** From where it was said to where it was heard, and back. */
function otherEnd() {
  const { other } = entries[chosen]?.dataset ?? {};
  return other === undefined ? chosen : Number(other) - 1;
}

for (const [at, mark] of marks.entries()) {
  mark.addEventListener('focus', () => choose(at));
  mark.addEventListener('click', event => {
    event.preventDefault();
    mark.focus();
  });
  mark.addEventListener('keydown', event => {
    const next = ways[event.key]?.();
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    marks[Math.min(Math.max(next, 0), marks.length - 1)]?.focus();
  });
}
for (const [at, entry] of entries.entries())
  entry.querySelector('a')?.addEventListener('focus', () => choose(at));

document.documentElement.classList.add('alive');
choose(Number(location.hash.slice(2) || 1) - 1);
