/**
 * What the page can do besides being read: search, sort, and open the part that a link leads to. Without it all stands there
 * as well. It makes no markup of any text.
 */
export const SCRIPT = `'use strict';
const table = document.querySelector('.overview');
const body = table.tBodies[0];
const rows = [...body.rows];
const search = document.getElementById('search');
const found = document.getElementById('found');
search.closest('p').hidden = false;
let only = null;
const show = () => {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word)) || (only !== null && row.dataset.h !== only);
    if (!row.hidden) count++;
  }
  found.textContent = words.length || only !== null ? count + ' of ' + rows.length : '';
};
search.addEventListener('input', show);
show();
const counts = [...document.querySelectorAll('.counts li')];
for (const item of counts) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...item.childNodes);
  button.setAttribute('aria-pressed', 'false');
  item.append(button);
  button.addEventListener('click', () => {
    only = only === item.dataset.h ? null : item.dataset.h;
    for (const other of counts) other.firstChild.setAttribute('aria-pressed', String(other.dataset.h === only));
    show();
  });
}
const order = new Intl.Collator(undefined, { numeric: true });
for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = head.textContent;
  head.replaceChildren(button);
  button.addEventListener('click', () => {
    const descending = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const key = (row) => row.cells[index].dataset.v;
    const compare = (a, b) => (index === 0 ? order.compare(key(a), key(b)) : Number(key(a)) - Number(key(b)));
    body.append(...rows.sort((a, b) => (descending ? -compare(a, b) : compare(a, b))));
  });
}
const reveal = () => {
  const part = location.hash && document.getElementById(location.hash.slice(1));
  const details = part && part.closest('details');
  if (!details) return;
  details.open = true;
  part.focus({ preventScroll: true });
  details.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.target[open] details')) if (!details.closest('figure')) details.open = true;
});
`;
