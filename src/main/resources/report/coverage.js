// What is known at all: figures by section and year.

function drawCoverage() {
  const list = rows('completeness').filter((c) => c.measure_id === state.m && (state.c === 'all' || c.regime === state.c));
  const regimes = unique(rows('completeness').filter((c) => c.measure_id === state.m && c.figures + c.gate_figures).map((c) => c.regime)).sort(byOrder(regimeOrder));
  put('coverage-controls', regimes.length > 1
    ? pulldown('c', t('pick.regime'), [{ list: [{ id: 'all', name: t('coverage.all') }, ...regimes.map((r) => ({ id: r, name: regimeName(r) }))] }]) : '');
  const counted = new Map();
  for (const c of list) {
    const key = `${c.section_id}|${c.calendar_year}`;
    const sum = counted.get(key) || { figures: 0, own: 0, months: 0 };
    counted.set(key, { figures: sum.figures + c.figures + c.gate_figures, own: sum.own + c.figures, months: Math.max(sum.months, c.months_covered) });
  }
  const filled = list.filter((c) => c.figures + c.gate_figures);
  if (!filled.length) { put('coverage', el('p', { class: 'missing' }, t('none.measure'))); put('coverage-tools'); put('coverage-lead'); return; }
  const years = [];
  for (let y = Math.min(...filled.map((c) => c.calendar_year)); y <= Math.max(...filled.map((c) => c.calendar_year)); y++) years.push(y);
  const empty = sections.length * years.length - [...counted.values()].filter((c) => c.figures).length;
  put('coverage-lead', t('coverage.lead', { measure: measureName(state.m), empty, of: sections.length * years.length, months: Math.max(0, ...[...counted.values()].map((c) => c.months)) }));
  put('coverage', heatMap(years, counted), shades());
  const flat = years.flatMap((y) => sections.map((s) => ({ s, y, ...(counted.get(`${s.section_id}|${y}`) || { figures: 0, own: 0, months: 0 }) })));
  put('coverage-tools', tools('coverage', [
    { head: t('col.section'), text: (r) => sectionName(r.s.section_id) },
    { head: t('col.year'), text: (r) => String(r.y) },
    { head: t('col.figures'), num: true, text: (r) => (r.figures ? number(r.figures) : t('coverage.none')), raw: (r) => r.figures },
    { head: t('col.own'), num: true, text: (r) => number(r.own), raw: (r) => r.own },
    { head: t('col.months'), num: true, text: (r) => number(r.months), raw: (r) => r.months },
  ], flat, t('coverage.title')));
}

const steps = [1, 2, 5, 10, 20];
const shadeOf = (count) => steps.filter((s) => count >= s).length;

/** Years across on a wide screen, down on a narrow one; the cells are a table in both. */
function heatMap(years, counted) {
  const narrow = window.matchMedia('screen and (max-width: 719px)').matches;
  const cell = (s, y) => {
    const found = counted.get(`${s.section_id}|${y}`);
    if (!found?.figures) return el('td', { class: 'heat hatched' }, el('span', { class: 'sr' }, t('coverage.none')));
    const what = t('coverage.cell', { section: sectionName(s.section_id), y: String(y), n: found.figures, own: found.own });
    return el('td', { class: `heat h${shadeOf(found.figures)}${found.own ? '' : ' gates'}` }, el('button', {
      type: 'button', 'data-source': `c:${s.section_id}|${y}|${state.m}|${state.c === 'all' ? '' : state.c}`, 'aria-haspopup': 'dialog', 'aria-label': what, title: what,
    }, String(found.figures)));
  };
  const across = narrow ? sections : years;
  const down = narrow ? years : sections;
  const name = (x) => (typeof x === 'number' ? String(x) : sectionName(x.section_id));
  const head = (x) => (typeof x === 'number' ? el('abbr', { title: String(x) }, `’${String(x).slice(2)}`) : name(x));
  return el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': t('coverage.title') }, el('table', { class: 'heatmap' },
    el('caption', { class: 'sr' }, t('coverage.title')),
    el('thead', {}, el('tr', {}, el('td', {}), across.map((x) => el('th', { scope: 'col' }, head(x))))),
    el('tbody', {}, down.map((y) => el('tr', {}, el('th', { scope: 'row' }, name(y)), across.map((x) => (narrow ? cell(x, y) : cell(y, x))))))));
}

function shades() {
  const names = ['1', '2–4', '5–9', '10–19', '20+'];
  return el('p', { class: 'legend' }, t('coverage.legend'), ' ', el('span', { class: 'key' }, el('span', { class: 'swatch hatched' }), ` ${t('coverage.none')}`),
    names.map((n, i) => el('span', { class: 'key' }, el('span', { class: `swatch h${i + 1}` }), ` ${n}`)),
    el('span', { class: 'key' }, el('i', {}, '12'), ` ${t('coverage.gates')}`));
}
