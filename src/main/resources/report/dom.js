// Small parts of the page: elements, numbers that open their sources, tables with a switch and a download.

/** An element with its attributes and children; functions become listeners, empty values are left out. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (name === 'style') for (const [k, v] of Object.entries(value)) made.style.setProperty(k, v);
    else made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat(2).filter((c) => c !== null && c !== undefined && c !== ''));
  return made;
}

const svgSpace = 'http://www.w3.org/2000/svg';

function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const put = (id, ...children) => document.getElementById(id).replaceChildren(...children.flat(2).filter(Boolean));

/** A number as a button that opens its sources. */
function sourced(text, source, what, look = '') {
  if (!source) return el('span', { class: 'plain-num' }, text);
  return el('button', {
    type: 'button', class: `num ${look}`.trim(), 'data-source': source, 'aria-haspopup': 'dialog',
    'aria-label': t('source.open', { what: what ? `${what}: ${text}` : text }),
  }, text);
}

function observed(o, bare = false) {
  return sourced(amount(o, bare), `o:${o.observation_id}`, `${placeName(o.scope_id)}, ${periodName(o)}`);
}

const regimeMark = (regime) => (regime && regime !== 'not_applicable'
  ? el('span', { class: 'regime', style: { '--c': `var(--r-${regime})` } }, regimeName(regime)) : '');

/** The text of a file for spreadsheets: comma separated, with the mark by which they know UTF-8. */
function csvOf(columns, list) {
  const cell = (v) => {
    const text = v === null || v === undefined ? '' : String(v);
    const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [columns.map((c) => cell(c.head)), ...list.map((row) => columns.map((c) => cell(c.raw ? c.raw(row) : c.text(row))))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** A plain table. A column has head, text(row) and perhaps node(row), raw(row) for the download, and num. */
function table(columns, list, caption) {
  const head = el('tr', {}, columns.map((c) => el('th', { scope: 'col', class: c.num ? 'n' : null }, c.head)));
  const body = list.map((row) => el('tr', {}, columns.map((c, i) =>
    el(i === 0 ? 'th' : 'td', { scope: i === 0 ? 'row' : null, class: c.num ? 'n' : null }, c.node ? c.node(row) : c.text(row)))));
  return el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': caption },
    el('table', {}, el('caption', {}, caption), el('thead', {}, head), el('tbody', {}, body)));
}

/** The row of tools under a chart: a switch for the table behind it and the table as a file. */
function tools(id, columns, list, caption) {
  const holder = el('div', { id: `table-${id}`, class: 'behind', hidden: !isOpen(id), 'data-rows': list.length });
  const fill = () => { if (!holder.firstChild) holder.append(table(columns, list, caption)); };
  if (isOpen(id)) fill();
  const toggle = el('button', {
    type: 'button', class: 'tool', id: `toggle-${id}`, 'aria-expanded': String(isOpen(id)), 'aria-controls': `table-${id}`,
    click: () => {
      const open = holder.hidden;
      fill();
      holder.hidden = !open;
      toggle.setAttribute('aria-expanded', String(open));
      toggle.textContent = t(open ? 'tool.hide' : 'tool.show', { n: list.length });
      setOpen(id, open);
    },
  }, t(isOpen(id) ? 'tool.hide' : 'tool.show', { n: list.length }));
  holder.fill = fill;
  const file = el('a', {
    class: 'tool', download: `bienmau-${id}-${release.number}.csv`,
    href: `data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(columns, list))}`, 'aria-label': t('tool.csv.of', { what: caption }),
  }, t('tool.csv'));
  return [el('div', { class: 'tools' }, toggle, file), holder];
}

/** A pull-down with groups of options; the reader's choice goes into the state under its key. */
function pulldown(key, label, groups) {
  const options = (list) => list.map((o) => el('option', { value: o.id, selected: o.id === state[key] }, o.name));
  const single = groups.length === 1 && !groups[0].name;
  return el('label', { class: `pick pick-${key}` }, el('span', {}, label),
    el('select', { id: `pick-${key}`, change: (e) => choose({ [key]: e.target.value }) },
      single ? options(groups[0].list) : groups.map((g) => el('optgroup', { label: g.name }, options(g.list)))));
}
