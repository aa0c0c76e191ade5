// A monthly series without season and Tết: course, forecast, surprises and breaks, and how far to trust them.

const seriesById = indexBy(rows('seasonal_diagnostics'), (s) => s.series_id);
const ofSeries = (name) => {
  const groups = groupBy(rows(name), (row) => row.series_id);
  return (id) => (groups.get(id) || []).slice().sort((a, b) => (a.period_start ?? '').localeCompare(b.period_start ?? ''));
};
const monthsOf = ofSeries('seasonal_adjustment');
const forecastsOf = ofSeries('forecast');
const anomaliesOf = ofSeries('anomaly');
const changesOf = ofSeries('change_point');
const scoresOf = ofSeries('forecast_score');
const festivalsOf = ofSeries('seasonal_effect');

const trust = ['good', 'uncertain', 'bad'];
const scopeOrder = ['area', 'section', 'gate'];
const isAdjusted = (s) => (s.verdict ?? null) !== null;
const valuesOf = (s) => s.months - s.months_missing;
const westOf = (s) => sectionById.get(s.section_id)?.west_to_east ?? 0;

/** Those that can be trusted first, then large places, then long series. */
const bySay = (a, b) => (isAdjusted(a) ? trust.indexOf(a.verdict) : 9) - (isAdjusted(b) ? trust.indexOf(b.verdict) : 9)
  || byOrder(scopeOrder)(a.scope_type, b.scope_type) || valuesOf(b) - valuesOf(a) || westOf(a) - westOf(b);
const byPlace = (a, b) => byOrder(scopeOrder)(a.scope_type, b.scope_type) || westOf(a) - westOf(b) || placeName(a.scope_id).localeCompare(placeName(b.scope_id), locales[language]);

function drawSeason() {
  const holder = document.getElementById('season');
  dropCharts(holder);
  const found = nearestRows(rows('seasonal_diagnostics'), valuesOf);
  const series = found.list.slice().sort(bySay).find((s) => s.scope_id === state.s) ?? found.list.slice().sort(bySay)[0];
  put('season-lead', series && isAdjusted(series) ? t('season.lead') : '');
  put('season-note', otherNote(found, 'season'));
  if (!series) {
    put('season-controls'); put('season-legend'); put('season-finds'); put('season-places'); put('season-tools'); put('season-left');
    put('season', emptyPart('season.none', 'season.fill'));
    return;
  }
  put('season-controls', placePicker(found.list, series));
  const box = el('figure', { class: 'panel wide' }, seasonHead(series), el('div', { class: 'chart' }));
  holder.replaceChildren(box);
  const finds = findsOf(series);
  drawSeries(box.querySelector('.chart'), series, finds);
  put('season-legend', seasonLegend(series, finds));
  put('season-finds', trustIn(series), sayings(series), findings(series, finds));
  const large = found.list.filter((s) => s.scope_type !== 'gate').sort(byPlace);
  put('season-places', large.length > 1 ? [el('h3', {}, t('season.places')), table(placeColumns(), large, `${measureName(series.measure_id)}, ${cellName(series.regime, series.direction)}`)] : '');
  put('season-tools', tools('season', monthColumns(series), monthLines(series), `${t('season.title')}: ${seriesName(series)}`));
  put('season-left', leftOut());
}

const seriesName = (s) => [placeName(s.scope_id), measureName(s.measure_id), cellName(s.regime, s.direction)].join(', ');

function placePicker(list, series) {
  const groups = scopeOrder.map((type) => ({
    name: t(`scope.${type}`),
    list: list.filter((s) => s.scope_type === type).sort(byPlace).map((s) => ({ id: s.scope_id, name: `${placeName(s.scope_id)} · ${t(`trust.${s.verdict ?? 'none'}`)}` })),
  })).filter((g) => g.list.length);
  return el('label', { class: 'pick pick-s' }, el('span', {}, t('pick.series', { n: list.length })), el('select', { id: 'pick-s', change: (e) => choose({ s: e.target.value }) },
    groups.map((g) => el('optgroup', { label: g.name }, g.list.map((o) => el('option', { value: o.id, selected: o.id === series.scope_id }, o.name))))));
}

function seasonHead(s) {
  const months = monthsOf(s.series_id);
  const last = months.at(-1);
  const value = !last ? '' : isAdjusted(s)
    ? [t('season.adjusted'), ' ', sourced(short(last.adjusted, s.unit), `a:${s.series_id}|${last.period_start}`, seriesName(s)), `, ${t('season.raw')} `, short(last.value, s.unit)]
    : [t('season.raw'), ' ', sourced(short(last.value, s.unit), `a:${s.series_id}|${last.period_start}`, seriesName(s))];
  return el('figcaption', {}, el('h3', {}, placeName(s.scope_id), ' ', madeUp()),
    el('span', {}, last ? [el('span', { class: 'quiet' }, `${sentence(nameOfMonth(last.period_start))}: `), value] : '', ' ', regimeMark(s.regime), ' ', el('span', { class: 'quiet' }, directionName(s.direction))));
}

/** Surprises and breaks in the order of time, numbered as on the chart. */
function findsOf(s) {
  return [...anomaliesOf(s.series_id).map((a) => ({ ...a, kind: 'n' })), ...changesOf(s.series_id).map((c) => ({ ...c, kind: 'k' }))]
    .filter((f) => !page.series?.since || f.period_start >= page.series.since)
    .sort((a, b) => a.period_start.localeCompare(b.period_start) || a.kind.localeCompare(b.kind))
    .map((f, i) => ({ ...f, no: i + 1, source: `${f.kind}:${s.series_id}|${f.period_start}` }));
}

const MONTH = 1 / 12;

function drawSeries(node, s, finds) {
  const months = monthsOf(s.series_id).map((m) => ({ ...m, x: middleOf(m.period_start) }));
  const ahead = forecastsOf(s.series_id).map((f) => ({ ...f, x: middleOf(f.period_start) }));
  const line = (key) => unbroken(months.filter((m) => (m[key] ?? null) !== null).map((m) => [m.x, m[key]]), MONTH * 1.5);
  const most = Math.max(...months.map((m) => Math.max(m.value, m.adjusted ?? 0)));
  const x = [yearOf(months[0].period_start), yearOf(monthOf((ahead.at(-1) ?? months.at(-1)).period_start).period_end, true)];
  const last = months.at(-1);
  const fan = (low, high) => ahead.map((f) => [f.x, f[low], f[high]]);
  const hue = `r-${s.regime}`;
  const at = (value) => months.concat(ahead).reduce((near, m) => (Math.abs(m.x - value) < Math.abs(near.x - value) ? m : near));
  drawCurves(node, {
    x, y: topOf([most, ...ahead.map((f) => Math.min(f.high_80, most * 1.6))]),
    every: step(x, node.clientWidth), nameX: (v) => (Number.isInteger(v) ? String(v) : ''), nameY: (v) => short(v, '', true),
    bands: [{ points: fan('low_95', 'high_95'), colour: hue, opacity: 0.14 }, { points: fan('low_80', 'high_80'), colour: hue, opacity: 0.24 }],
    lines: [
      { points: line('value'), colour: isAdjusted(s) ? 'ink-3' : hue, width: isAdjusted(s) ? 1 : 1.75, dotted: !isAdjusted(s) },
      { points: line('adjusted'), colour: hue, width: 1.75 },
      { points: line('trend'), colour: 'ink', width: 2.5 },
      { points: ahead.length && last.value ? [[last.x, last.value], ...ahead.map((f) => [f.x, f.median])] : [], colour: hue, width: 1.75, dash: [6, 4] },
    ],
    dots: finds.filter((f) => f.kind === 'n').map((f) => ({ x: middleOf(f.period_start), y: f.value, source: f.source, text: String(f.no), colour: 'event' })),
    marks: [...newYears(x), ...finds.filter((f) => f.kind === 'k').map((f) => ({ x: yearOf(f.period_start), text: String(f.no), colour: 'event' }))],
    tip: (value) => tipOf(at(value), s),
    label: t('season.label', { what: seriesName(s), from: nameOfMonth(months[0].period_start), to: nameOfMonth(last.period_start), finds: finds.length }),
  });
}

function tipOf(m, s) {
  const lines = [nameOfMonth(m.period_start)];
  if ('median' in m) return [...lines, `${t('season.forecast')}: ${short(m.median, s.unit)}`, `80%: ${rangeOf(m.low_80, m.high_80, s.unit)}`, `95%: ${rangeOf(m.low_95, m.high_95, s.unit)}`];
  const say = (key, value) => ((value ?? null) === null ? [] : [`${t(key)}: ${short(value, s.unit)}`]);
  return [...lines, ...say('season.raw', m.value), ...say('season.adjusted', m.adjusted), ...say('season.trend', m.trend)];
}

function seasonLegend(s, finds) {
  const key = (name, mark, look) => el('span', { class: 'key' }, el('span', { class: `stroke ${look}`, style: { '--c': `var(--${mark})` } }), ` ${t(name)}`);
  return [
    isAdjusted(s) ? key('season.raw', 'ink-3', 'thin') : key('season.raw', `r-${s.regime}`, ''),
    ...(isAdjusted(s) ? [key('season.adjusted', `r-${s.regime}`, ''), key('season.trend', 'ink', 'thick')] : []),
    ...(forecastsOf(s.series_id).length ? [key('season.forecast', `r-${s.regime}`, 'dashed'), el('span', { class: 'key' }, el('span', { class: 'swatch fan-80', style: { '--c': `var(--r-${s.regime})` } }), ' 80%'), el('span', { class: 'key' }, el('span', { class: 'swatch fan-95', style: { '--c': `var(--r-${s.regime})` } }), ' 95%')] : []),
    el('span', { class: 'key' }, el('span', { class: 'swatch tet-key' }), ` ${t('legend.tet')}`),
    ...(finds.some((f) => f.kind === 'n') ? [el('span', { class: 'key' }, el('span', { class: 'ring' }), ` ${t('season.surprise')}`)] : []),
    ...(finds.some((f) => f.kind === 'k') ? [el('span', { class: 'key' }, el('span', { class: 'swatch event-key' }), ` ${t('season.break')}`)] : []),
  ];
}

/** The verdict in one sentence with its reasons, or why there is no adjustment. */
function trustIn(s) {
  if (!isAdjusted(s)) {
    return el('p', {}, el('strong', { class: 'verdict-word' }, t('trust.none')), ': ', known(`refusal.${s.refusal}`) ? t(`refusal.${s.refusal}`, { months: s.months, missing: s.months_missing }) : tCode('refusal', s.refusal), ' ', t('season.onlyraw'), ' ', el('span', { class: 'quiet' }, t('season.more')));
  }
  const doubts = (s.doubts || '').split(' ').filter(Boolean).map((d) => tCode('doubt', d));
  return el('p', {}, el('strong', { class: `verdict-word trust-${s.verdict}` }, t(`trust.${s.verdict}`)), ': ',
    t(`trust.${s.verdict}.say`), doubts.length ? ` ${t('season.because', { why: doubts.join('; ') })}` : '', ' ', el('span', { class: 'quiet small' }, t('season.model', { model: modelOf(s) })));
}

/** Festivals, the next month, and how such forecasts fared. */
function sayings(s) {
  const next = forecastsOf(s.series_id)[0];
  const score = scoresOf(s.series_id).find((f) => f.method === 'regarima');
  const festivals = festivalsOf(s.series_id).map((f) => t('season.festival', {
    window: tCode('festival', f.effect_name), pct: signedPercent(effectOf(f.coefficient)), low: signedPercent(effectOf(f.coefficient - 1.96 * f.standard_error)), high: signedPercent(effectOf(f.coefficient + 1.96 * f.standard_error)),
  }));
  return [
    next ? el('p', {}, t('season.next', { month: nameOfMonth(next.period_start) }), ' ', sourced(short(next.median, s.unit), `q:${s.series_id}|${next.period_start}`, seriesName(s)), ' ',
      el('span', { class: 'quiet' }, t('season.within', { low80: short(next.low_80, '', true), high80: short(next.high_80, s.unit), low95: short(next.low_95, '', true), high95: short(next.high_95, s.unit) })),
      score ? el('span', { class: 'quiet' }, ` ${t('season.score', { mase: number(score.mase, 2), covered: percent(score.coverage_95_pct, 0), n: score.forecasts })}`) : '') : '',
    festivals.length ? el('p', {}, t('season.festivals'), ' ', el('span', { class: 'quiet' }, `${festivals.join('; ')}.`)) : '',
  ];
}

const modelOf = (s) => (s.model ?? '').replace(' with mean', ` ${t('model.mean')}`);
const effectOf = (coefficient) => (Math.exp(coefficient) - 1) * 100;

function findings(s, finds) {
  if (!isAdjusted(s)) return '';
  if (!finds.length) return el('p', { class: 'quiet' }, t('season.nofinds'));
  return [el('h3', {}, t('season.finds')), el('ol', { class: 'finds', role: 'list' }, finds.map((f) => el('li', {},
    el('span', { class: `find-no ${f.kind}`, 'aria-hidden': 'true' }, String(f.no)),
    el('span', {}, f.kind === 'n' ? surpriseOf(f, s) : breakOf(f, s), ' ', eventBeside(f.event_id)))))];
}

const surpriseOf = (f, s) => [`${sentence(nameOfMonth(f.period_start))}: `, sourced(short(f.value, s.unit), f.source, nameOfMonth(f.period_start)),
  ` ${t(f.value < f.expected ? 'season.below' : 'season.above', { expected: short(f.expected, s.unit), low: short(f.low, '', true), high: short(f.high, s.unit) })}`];

const breakOf = (f, s) => [`${t('season.from', { month: nameOfMonth(f.period_start) })} `, sourced(signedPercent(f.change_pct), f.source, nameOfMonth(f.period_start)),
  ` ${t('season.level', { before: short(f.level_before, s.unit), after: short(f.level_after, s.unit) })}`, f.is_decided ? '' : ` ${t('season.undecided')}`];

/** What the page does not carry, and the question that gives it. */
function leftOut() {
  const { known: all, shown, since } = page.series ?? {};
  if (!all) return '';
  return [el('p', { class: 'quiet small' }, t('season.left', { shown, all, since: since ? nameOfMonth(since) : '' })),
    el('pre', { class: 'sql', tabindex: '0' }, `jobs/bienmau query "select * from gold.seasonal_adjustment where is_simulated = ${release.simulated} and scope_id = '…' and goods_id = '…' order by direction, regime, period_start"`)];
}

const growth = (now, before) => (before > 0 && (now ?? null) !== null ? (now / before - 1) * 100 : null);
const pct = (v) => (v === null ? '' : signedPercent(v));

function placeColumns() {
  const end = (s) => monthsOf(s.series_id).at(-1);
  const back = (s, n) => { const list = monthsOf(s.series_id); return list.at(-1 - n); };
  const next = (s) => forecastsOf(s.series_id)[0];
  const value = (s, key) => { const m = end(s); return m && (m[key] ?? null) !== null ? short(m[key], s.unit) : ''; };
  const onMonth = (s) => (isAdjusted(s) && end(s) ? growth(end(s).adjusted, back(s, 1)?.adjusted) : null);
  const onYear = (s) => (isAdjusted(s) && end(s) ? growth(end(s).trend, back(s, 12)?.trend) : null);
  return [
    { head: t('col.place'), text: (s) => placeName(s.scope_id), node: (s) => el('button', { type: 'button', class: 'num', id: `place-${s.scope_id}`, click: () => choose({ s: s.scope_id }) }, placeName(s.scope_id)) },
    { head: t('col.trust'), text: (s) => t(`trust.${s.verdict ?? 'none'}`) },
    { head: t('col.lastmonth'), text: (s) => (end(s) ? nameOfMonth(end(s).period_start) : '') },
    { head: t('season.raw'), num: true, text: (s) => value(s, 'value') },
    { head: t('season.adjusted'), num: true, text: (s) => value(s, 'adjusted'), node: (s) => (value(s, 'adjusted') ? sourced(value(s, 'adjusted'), `a:${s.series_id}|${end(s).period_start}`, placeName(s.scope_id)) : '') },
    { head: t('col.adjustedchange'), num: true, text: (s) => pct(onMonth(s)) },
    { head: t('col.trendyear'), num: true, text: (s) => pct(onYear(s)) },
    { head: t('col.next'), num: true, text: (s) => (next(s) ? short(next(s).median, s.unit) : ''), node: (s) => (next(s) ? sourced(short(next(s).median, s.unit), `q:${s.series_id}|${next(s).period_start}`, placeName(s.scope_id)) : '') },
  ];
}

/** Months behind and ahead in one table. */
function monthLines(s) {
  return [...monthsOf(s.series_id).map((m) => ({ ...m, s, source: `a:${s.series_id}|${m.period_start}` })), ...forecastsOf(s.series_id).map((f) => ({ ...f, s, source: `q:${s.series_id}|${f.period_start}` }))];
}

function monthColumns(series) {
  const some = (v) => ((v ?? null) === null ? '' : short(v, series.unit));
  const column = (head, key) => ({ head, num: true, text: (m) => some(m[key]), raw: (m) => m[key] });
  const opened = (head, key) => ({ ...column(head, key), node: (m) => (some(m[key]) ? sourced(some(m[key]), m.source, nameOfMonth(m.period_start)) : '') });
  return [
    { head: t('col.period'), text: (m) => nameOfMonth(m.period_start), raw: (m) => m.period_start.slice(0, 7) },
    column(t('season.raw'), 'value'), opened(t('season.adjusted'), 'adjusted'), column(t('season.trend'), 'trend'),
    opened(t('season.forecast'), 'median'), column('80% −', 'low_80'), column('80% +', 'high_80'), column('95% −', 'low_95'), column('95% +', 'high_95'),
  ];
}

const rowAt = (key, list) => { const [id, first] = key.split('|'); return [seriesById.get(id), list(id).find((m) => m.period_start === first)]; };
const aboutSeries = (s, first) => [measureName(s.measure_id), nameOfMonth(first), directionName(s.direction)].join(' · ');
const sqlOf = (name, s, first) => `select * from gold.${name} where series_id = '${s.series_id}' and period_start = date '${first}'`;
const observedMonth = (s, first) => observationByCell.get(cellOf({ ...s, period_id: first.slice(0, 7) }));
const trustFacts = (s) => [[t('how.trust'), t(`trust.${s.verdict ?? 'none'}`)], [t('how.doubts'), (s.doubts || '').split(' ').filter(Boolean).map((d) => tCode('doubt', d)).join('; ')], [t('how.model'), modelOf(s)]];

sourceKinds.a = (key) => {
  const [s, m] = rowAt(key, monthsOf);
  if (!m) return null;
  const adjusted = (m.adjusted ?? null) !== null;
  return howItCame({
    title: placeName(s.scope_id), about: aboutSeries(s, m.period_start), regime: s.regime, value: short(adjusted ? m.adjusted : m.value, s.unit),
    how: adjusted ? t('how.adjusted') : t('how.raw'),
    facts: [[t('season.raw'), short(m.value, s.unit)], ...(adjusted ? [[t('season.adjusted'), short(m.adjusted, s.unit)], [t('season.trend'), short(m.trend, s.unit)], [t('how.factor'), number(m.value / m.adjusted, 4)]] : []), ...trustFacts(s)],
    sql: sqlOf('seasonal_adjustment', s, m.period_start), observation: observedMonth(s, m.period_start),
  });
};

sourceKinds.q = (key) => {
  const [s, f] = rowAt(key, forecastsOf);
  if (!f) return null;
  const score = scoresOf(s.series_id).find((one) => one.method === 'regarima');
  const naive = scoresOf(s.series_id).find((one) => one.method === 'seasonal_naive');
  return howItCame({
    title: placeName(s.scope_id), about: aboutSeries(s, f.period_start), regime: s.regime, value: short(f.median, s.unit), how: t('how.forecast'),
    facts: [['80%', rangeOf(f.low_80, f.high_80, s.unit)], ['95%', rangeOf(f.low_95, f.high_95, s.unit)],
      [t('how.base'), (f.base_median ?? null) === null ? '' : short(f.base_median, s.unit)], [t('how.reconciled'), f.reconciliation ? tCode('reconciled', f.reconciliation) : f.not_reconciled ? tCode('reconciled', f.not_reconciled) : ''],
      [t('how.mase'), score ? number(score.mase, 2) : ''], [t('how.naive'), naive ? number(naive.mase, 2) : ''], [t('how.covered'), score ? percent(score.coverage_95_pct, 0) : ''], ...trustFacts(s)],
    sql: sqlOf('forecast', s, f.period_start),
  });
};

sourceKinds.n = (key) => {
  const [s, a] = rowAt(key, anomaliesOf);
  return a ? howItCame({
    title: placeName(s.scope_id), about: aboutSeries(s, a.period_start), regime: s.regime, value: short(a.value, s.unit), how: t('how.surprise'),
    facts: [[t('how.expected'), short(a.expected, s.unit)], [t('how.nosurprise'), rangeOf(a.low, a.high, s.unit)], [t('how.distance'), signed(a.score, 1)], [t('season.event'), eventById.has(a.event_id) ? eventName(eventById.get(a.event_id)) : t('season.noevent')], ...trustFacts(s)],
    sql: sqlOf('anomaly', s, a.period_start), observation: observedMonth(s, a.period_start),
  }) : null;
};

sourceKinds.k = (key) => {
  const [s, c] = rowAt(key, changesOf);
  return c ? howItCame({
    title: placeName(s.scope_id), about: aboutSeries(s, c.period_start), regime: s.regime, value: signedPercent(c.change_pct), how: t('how.break'),
    facts: [[t('how.before'), short(c.level_before, s.unit)], [t('how.after'), short(c.level_after, s.unit)], [t('how.expected'), short(c.expected, s.unit)], [t('how.nosurprise'), rangeOf(c.low, c.high, s.unit)],
      [t('how.decided'), t(c.is_decided ? 'word.yes' : 'word.no')], [t('season.event'), eventById.has(c.event_id) ? eventName(eventById.get(c.event_id)) : t('season.noevent')], ...trustFacts(s)],
    sql: sqlOf('change_point', s, c.period_start), observation: observedMonth(s, c.period_start),
  }) : null;
};
