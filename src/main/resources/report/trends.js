// Series over time as small multiples: one panel a place, one colour a regime.

function kindsOf(list) {
  return [...groupBy(list, (o) => o.period_kind)].map(([id, group]) => ({ id, count: group.length })).sort((a, b) => byOrder(kindOrder)(a.id, b.id));
}

function trendRows() {
  return trends.filter((o) => o.measure_id === state.m && o.direction === state.d && o.goods_id === state.g && o.section_id);
}

function drawTrends() {
  const everything = trendRows();
  const here = state.place === 'all' ? everything.filter((o) => o.scope_type === 'section') : everything.filter((o) => o.section_id === state.place);
  const pool = here.length ? here : everything;
  const kinds = kindsOf(pool);
  const kind = kinds.some((k) => k.id === state.kind) ? state.kind : kinds.slice().sort((a, b) => (b.id === 'year') - (a.id === 'year') || b.count - a.count)[0]?.id;
  put('trend-controls',
    pulldown('place', t('pick.place'), [{ list: [{ id: 'all', name: t('pick.all7') }, ...sections.map((s) => ({ id: s.section_id, name: t('pick.gates', { section: sectionName(s.section_id) }) }))] }]),
    kinds.length ? kindPicker(kinds, kind) : '',
    scalePicker());
  const shown = here.filter((o) => o.period_kind === kind);
  put('trend-lead', t('trend.lead', { what: sentence(whatOf({ measure_id: state.m, direction: state.d, goods_id: state.g })), marks: marksSay(shown) }));
  const places = state.place === 'all'
    ? sections.map((s) => s.section_id)
    : [state.place, ...byName(unique(here.filter((o) => o.scope_type === 'gate').map((o) => o.scope_id)), placeName)];
  const holder = document.getElementById('trends');
  dropCharts(holder);
  holder.replaceChildren();
  put('trend-legend', legend(shown));
  if (shown.length) panels(holder, places, shown, kind); else holder.append(el('p', { class: 'missing hatched-text' }, t('none.series')));
  put('trend-tools', tools('trends', trendColumns(), shown.slice().sort((a, b) => a.scope_id.localeCompare(b.scope_id) || a.period_start.localeCompare(b.period_start)), `${t('trend.title')}: ${measureName(state.m)}`));
  drawGaps(everything);
}

/** What the marks are: figures in print, or what records add up to. */
function marksSay(shown) {
  const computed = shown.filter((o) => o.origin === 'computed').length;
  if (!computed) return t('trend.marks.printed');
  return computed === shown.length ? t('trend.marks.computed') : t('trend.marks.mixed', { computed, printed: shown.length - computed });
}

function kindPicker(kinds, kind) {
  return el('label', { class: 'pick' }, el('span', {}, t('pick.kind')), el('select', { id: 'pick-kind', change: (e) => choose({ kind: e.target.value }) },
    kinds.map((k) => el('option', { value: k.id, selected: k.id === kind }, `${t(`kind.${k.id}`)} (${number(k.count)})`))));
}

function scalePicker() {
  return el('fieldset', { class: 'segments' }, el('legend', {}, t('pick.scale')), ['own', 'shared', 'log'].map((id) =>
    el('label', {}, el('input', { type: 'radio', name: 'scale', id: `scale-${id}`, value: id, checked: state.scale === id, change: () => choose({ scale: id }) }), el('span', {}, t(`scale.${id}`)))));
}

function panels(holder, places, shown, kind) {
  const x = yearsOf(shown);
  const filled = places.map((id) => [id, shown.filter((o) => o.scope_id === id)]);
  const shared = limits(shown, state.scale === 'log');
  const boxes = filled.map(([id, list]) => [id, list, panel(id, list, everythingOf(id).length, 'h3')]);
  holder.append(...boxes.map(([, , box]) => box));
  for (const [id, list, box] of boxes) {
    if (!list.length) continue;
    drawChart(box.querySelector('.chart'), {
      points: list.map((o) => ({ x: kind === 'ytd' || kind === 'range' ? yearOf(o.period_end, true) : middle(o), o, group: o.regime, colour: `r-${o.regime}` })),
      x, y: state.scale === 'own' ? limits(list, false) : shared, log: state.scale === 'log', neighbours: areNeighbours,
      label: t('chart.label', { place: placeName(id), measure: measureName(state.m), n: list.length, from: periodName(first(list)), to: periodName(latest(list)) }),
    });
  }
}

const everythingOf = (id) => trendRows().filter((o) => o.scope_id === id);
const latest = (list) => list.slice().sort((a, b) => b.period_end.localeCompare(a.period_end) || byOrder(regimeOrder)(a.regime, b.regime))[0];
const first = (list) => list.reduce((a, b) => (b.period_end < a.period_end ? b : a));

/** The panel's head says its latest figure; a place without figures says so instead of showing an empty chart. */
function panel(id, list, others = 0, heading = 'h4') {
  const both = list.filter((o) => o.direction === 'total');
  const last = list.length ? latest(both.length ? both : list) : null;
  const head = el('figcaption', {}, el(heading, {}, placeName(id), ' ', madeUp()),
    last ? el('span', {}, observed(last), ' ', el('span', { class: 'quiet' }, [periodName(last), last.direction === state.d || last.direction === 'total' ? '' : directionName(last.direction)].filter(Boolean).join(', ')), ' ', regimeMark(last.regime)) : '');
  if (!list.length) return el('figure', { class: 'panel' }, head, el('div', { class: 'chart hatched nothing' }, el('span', { class: 'hatched-text' }, others ? t('none.kind', { n: others }) : t('none.panel'))));
  return el('figure', { class: 'panel' }, head, el('div', { class: 'chart' }));
}

function yearsOf(list) {
  const from = Math.floor(Math.min(...list.map((o) => yearOf(o.period_start))));
  return [from, Math.ceil(Math.max(...list.map((o) => yearOf(o.period_end, true))))];
}

/** Tops of an axis and the steps that fit them. */
const roundTops = [[1, 0.5], [1.5, 0.5], [2, 1], [3, 1], [4, 2], [5, 2.5], [6, 2], [8, 4], [10, 5]];

function limits(list, log) {
  const values = list.flatMap((o) => [o.value, o.value_high ?? o.value]).filter((v) => !log || v > 0);
  if (!values.length) return [log ? 1 : 0, log ? 10 : 1];
  const most = Math.max(...values);
  if (log) return [10 ** Math.floor(Math.log10(Math.min(...values))), 10 ** Math.ceil(Math.log10(most * 1.001))];
  const unit = 10 ** Math.floor(Math.log10(most || 1));
  const [top, tick] = roundTops.find(([n]) => n * unit >= most * 1.04) || [15, 5];
  return [0, top * unit, tick * unit];
}

/** Neighbours are the same kind of period, one directly after the other, in one regime that is known. */
function areNeighbours(a, b) {
  if (a.regime === 'unknown' || !['month', 'quarter', 'half', 'year'].includes(a.period_kind)) return false;
  const [y, m, d] = parts(a.period_end);
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10) === b.period_start;
}

function legend(shown) {
  const regimes = unique(shown.map((o) => o.regime)).filter((r) => r !== 'not_applicable').sort(byOrder(regimeOrder));
  const qualifiers = unique(shown.filter((o) => o.origin !== 'computed').map((o) => o.qualifier)).sort(byOrder(Object.keys(shapes)));
  const sign = { exact: '●', approx: '◆', over: '▲', under: '▼', upto: '▼' };
  return [
    regimes.map((r) => regimeMark(r)),
    qualifiers.map((q) => el('span', { class: 'key' }, el('span', { 'aria-hidden': 'true' }, sign[q]), ` ${t(`legend.${q}`)}`)),
    shown.some((o) => o.origin === 'computed') ? el('span', { class: 'key' }, el('span', { 'aria-hidden': 'true' }, '●'), ` ${t('legend.computed')}`) : '',
    shown.some(isRange) ? el('span', { class: 'key' }, el('span', { 'aria-hidden': 'true' }, '▮'), ` ${t('legend.range')}`) : '',
    shown.some((o) => o.origin === 'derived') ? el('span', { class: 'key' }, el('span', { 'aria-hidden': 'true' }, '○'), ` ${t('legend.derived')}`) : '',
  ];
}

function trendColumns() {
  const pct = (v, why) => ((v ?? null) !== null ? `${signed(v)}%` : why ? tCode('reason', why) : '');
  const gap = (v) => ((v ?? null) === null ? '' : signed(v, 2));
  return [
    { head: t('col.place'), text: (o) => placeName(o.scope_id) },
    { head: t('col.period'), text: (o) => periodName(o), raw: (o) => o.period_id },
    { head: t('col.regime'), text: (o) => regimeName(o.regime), raw: (o) => o.regime },
    { head: t('col.value'), num: true, text: (o) => amount(o), node: (o) => observed(o), raw: (o) => o.value },
    { head: t('col.high'), num: true, text: (o) => ((o.value_high ?? null) === null ? '' : short(o.value_high, o.unit)), raw: (o) => o.value_high },
    { head: t('col.change'), num: true, text: (o) => pct(o.change_pct, o.change_reason), raw: (o) => o.change_pct },
    { head: t('col.change.printed'), num: true, text: (o) => pct(o.printed_change_pct), raw: (o) => o.printed_change_pct },
    { head: t('col.gap'), num: true, text: (o) => gap(o.change_gap_points), raw: (o) => o.change_gap_points },
    { head: t('col.yoy'), num: true, text: (o) => pct(o.yoy_pct, o.yoy_reason), raw: (o) => o.yoy_pct },
    { head: t('col.yoy.printed'), num: true, text: (o) => pct(o.printed_yoy_pct), raw: (o) => o.printed_yoy_pct },
    { head: t('col.gap'), num: true, text: (o) => gap(o.yoy_gap_points), raw: (o) => o.yoy_gap_points },
  ];
}
