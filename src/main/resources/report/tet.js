// This Tết over earlier ones: trucks by days from the first of the lunar year, 100 being six to three weeks before.

const tetRows = rows('tet_profile');
const tetKey = (row) => [row.scope_id, row.direction, row.tet_year, row.day_offset].join('|');
const tetByKey = indexBy(tetRows, tetKey);
const hasIndex = (row) => (row.cleared_index_week ?? null) !== null;
const tetFirst = (year) => rows('dim_holiday').find((h) => h.country === 'VN' && h.first_day.startsWith(String(year)))?.first_day;
const TET_REACH = 45;

/** The local day so many days from Tết. */
const tetDay = (year, offset) => new Date(Date.parse(tetFirst(year)) + offset * 86400000).toISOString().slice(0, 10);
const signedDays = (n) => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');
const middleValue = (list) => { const a = list.slice().sort((x, y) => x - y); const h = (a.length - 1) / 2; return (a[Math.floor(h)] + a[Math.ceil(h)]) / 2; };

function drawTet() {
  const holder = document.getElementById('tet');
  dropCharts(holder);
  const all = tetRows.filter((row) => hasIndex(row) && tetFirst(row.tet_year));
  if (!all.length) {
    put('tet-lead'); put('tet-controls'); put('tet-legend'); put('tet-tools');
    put('tet', emptyPart('tet.none', 'tet.fill'));
    return;
  }
  const directions = unique(all.map((row) => row.direction)).sort(byOrder(directionOrder));
  const direction = [state.q, state.d, ...directions].find((d) => directions.includes(d));
  const years = unique(all.map((row) => row.tet_year)).sort((a, b) => b - a);
  const year = years.find((y) => String(y) === state.y) ?? years[0];
  put('tet-lead', t('tet.lead', { y: String(year), d: date(tetFirst(year)) }));
  put('tet-controls',
    ownPulldown('y', t('pick.tet'), years.map((y) => ({ id: String(y), name: t('tet.year', { y: String(y) }) })), String(year)),
    directions.length > 1 ? ownPulldown('q', t('pick.direction'), directions.map((d) => ({ id: d, name: directionName(d) })), direction) : '');
  const places = sections.filter((s) => all.some((row) => row.scope_id === s.section_id && row.direction === direction && row.tet_year === year));
  const profiles = places.map((s) => profileOf(all.filter((row) => row.scope_id === s.section_id && row.direction === direction), s, year));
  const boxes = profiles.map((p) => [p, tetPanel(p)]);
  holder.replaceChildren(...boxes.map(([, box]) => box));
  for (const [p, box] of boxes) drawProfile(box.querySelector('.chart'), p);
  put('tet-legend', tetLegend(year, profiles));
  const missing = sections.filter((s) => !places.includes(s)).map((s) => sectionName(s.section_id));
  put('tet-tools', missing.length ? el('p', { class: 'quiet small' }, t('tet.missing', { names: missing.join(', ') })) : '',
    tools('tet', tetColumns(), profiles.flatMap((p) => p.days), `${t('tet.title')}: ${year}, ${directionName(direction)}`));
}

/** A pull-down whose choice is not always in the state. */
const ownPulldown = (key, label, options, chosen) => el('label', { class: `pick pick-${key}` }, el('span', {}, label),
  el('select', { id: `pick-${key}`, change: (e) => choose({ [key]: e.target.value }) }, options.map((o) => el('option', { value: o.id, selected: o.id === chosen }, o.name))));

/** A section's days of one Tết, each with what earlier years had. */
function profileOf(list, section, year) {
  const earlier = groupBy(list.filter((row) => row.tet_year < year), (row) => row.day_offset);
  const days = list.filter((row) => row.tet_year === year).sort((a, b) => a.day_offset - b.day_offset).map((row) => {
    const before = (earlier.get(row.day_offset) || []).map((one) => one.cleared_index_week);
    return { ...row, section, median: before.length ? middleValue(before) : null, low: before.length ? Math.min(...before) : null, high: before.length ? Math.max(...before) : null, years: before.length };
  });
  const band = [...earlier].map(([offset, some]) => { const v = some.map((one) => one.cleared_index_week); return [offset, Math.min(...v), Math.max(...v), middleValue(v)]; }).sort((a, b) => a[0] - b[0]);
  return { section, year, days, band, others: [...groupBy(list.filter((row) => row.tet_year < year), (row) => row.tet_year)] };
}

function tetPanel(p) {
  const around = p.days.filter((row) => row.day_offset >= -7 && row.day_offset <= 21);
  const lowest = (around.length ? around : p.days).reduce((a, b) => (b.cleared_index_week < a.cleared_index_week ? b : a));
  const later = p.days.find((row) => row.day_offset === 14);
  return el('figure', { class: 'panel' },
    el('figcaption', {}, el('h3', {}, sectionName(p.section.section_id), ' ', madeUp()),
      el('span', {}, t('tet.lowest'), ' ', sourced(number(lowest.cleared_index_week, 0), `t:${tetKey(lowest)}`, sectionName(p.section.section_id)), ' ', el('span', { class: 'quiet' }, t('tet.at', { n: signedDays(lowest.day_offset) })),
        later ? ['; ', t('tet.later'), ' ', sourced(number(later.cleared_index_week, 0), `t:${tetKey(later)}`, sectionName(p.section.section_id))] : '')),
    el('div', { class: 'chart' }));
}

function drawProfile(node, p) {
  const x = [-TET_REACH, TET_REACH];
  const top = Math.max(110, ...p.days.map((row) => row.cleared_index_week), ...p.band.map(([, , , median]) => median * 1.25));
  drawCurves(node, {
    x, y: topOf([top]), every: 15, nameX: (v) => signedDays(v), nameY: (v) => number(v), level: 100,
    bands: [{ points: p.band.map(([at, low, high]) => [at, low, high]), colour: 'ink-3', opacity: 0.25 }],
    lines: [
      ...p.others.map(([, list]) => ({ points: unbroken(list.slice().sort((a, b) => a.day_offset - b.day_offset).map((row) => [row.day_offset, row.cleared_index_week]), 3), colour: 'ink-3', width: 0.75, opacity: 0.7 })),
      { points: unbroken(p.band.map(([at, , , median]) => [at, median]), 3), colour: 'ink-2', width: 1.5, dash: [5, 4] },
      { points: unbroken(p.days.map((row) => [row.day_offset, row.cleared_index_week]), 3), colour: 'event', width: 2.25 },
    ],
    marks: [{ x: 0, text: '' }],
    tip: (at) => tetTip(p, Math.round(at)),
    label: t('tet.label', { place: sectionName(p.section.section_id), y: String(p.year), n: p.others.length }),
  });
}

function tetTip(p, offset) {
  const row = p.days.find((one) => one.day_offset === offset);
  const say = (key, v, values = {}) => ((v ?? null) === null ? [] : [`${t(key, values)}: ${number(v, 0)}`]);
  return [`${t('tet.on', { n: signedDays(offset) })} (${date(tetDay(p.year, offset))})`, ...say('tet.year', row?.cleared_index_week, { y: String(p.year) }), ...say('tet.median', row?.median),
    ...((row?.low ?? null) === null ? [] : [`${t('tet.span')}: ${number(row.low, 0)}–${number(row.high, 0)}`])];
}

function tetLegend(year, profiles) {
  const key = (text, mark, look) => el('span', { class: 'key' }, el('span', { class: `stroke ${look}`, style: { '--c': `var(--${mark})` } }), ` ${text}`);
  const earlier = Math.max(...profiles.map((p) => p.others.length));
  return [key(t('tet.year', { y: String(year) }), 'event', 'thick'),
    ...(earlier ? [key(t('tet.median'), 'ink-2', 'dashed'), el('span', { class: 'key' }, el('span', { class: 'swatch fan-80', style: { '--c': 'var(--ink-3)' } }), ` ${t('tet.span')} (${earlier})`)] : [])];
}

function tetColumns() {
  const index = (v) => ((v ?? null) === null ? '' : number(v, 0));
  return [
    { head: t('col.section'), text: (row) => sectionName(row.scope_id) },
    { head: t('col.tetday'), num: true, text: (row) => signedDays(row.day_offset), raw: (row) => row.day_offset },
    { head: t('col.day'), text: (row) => date(tetDay(row.tet_year, row.day_offset)), raw: (row) => tetDay(row.tet_year, row.day_offset) },
    { head: t('col.trucks'), num: true, text: (row) => ((row.cleared ?? null) === null ? '' : number(row.cleared)), raw: (row) => row.cleared },
    { head: t('col.index'), num: true, text: (row) => index(row.cleared_index_week), raw: (row) => row.cleared_index_week, node: (row) => sourced(index(row.cleared_index_week), `t:${tetKey(row)}`, sectionName(row.scope_id)) },
    { head: t('tet.median'), num: true, text: (row) => index(row.median), raw: (row) => row.median },
    { head: t('col.low'), num: true, text: (row) => index(row.low), raw: (row) => row.low },
    { head: t('col.most'), num: true, text: (row) => index(row.high), raw: (row) => row.high },
  ];
}

sourceKinds.t = (key) => {
  const row = tetByKey.get(key);
  if (!row) return null;
  const day = tetDay(row.tet_year, row.day_offset);
  return howItCame({
    title: placeName(row.scope_id), about: [measureName('vehicles_cleared'), date(day), directionName(row.direction)].join(' · '), regime: '', value: number(row.cleared_index_week, 1), how: t('how.tet'),
    facts: [[t('how.tet.trucks'), (row.cleared ?? null) === null ? '' : number(row.cleared)], [t('how.tet.base'), (row.base_per_day ?? null) === null ? '' : number(row.base_per_day, 1)], [t('col.tetday'), signedDays(row.day_offset)], [t('how.tet.counted'), `${row.source_id}, ${tCode('counted', row.origin)}`]],
    sql: `select * from gold.tet_profile where scope_id = '${row.scope_id}' and direction = '${row.direction}' and origin = '${row.origin}' and tet_year = ${row.tet_year} and day_offset = ${row.day_offset}`,
  });
};
