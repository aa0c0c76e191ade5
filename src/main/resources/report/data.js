// The data of the release: tables as rows, and the ways to find a row.

const page = JSON.parse(document.getElementById('data').textContent);
const release = page.release;
const madeRows = new Map();

/** All rows of a table as objects; none when the release has no such table. */
function rows(name) {
  if (!madeRows.has(name)) madeRows.set(name, page.tables[name] ? unpack(page.tables[name]) : []);
  return madeRows.get(name);
}

function unpack(table) {
  const made = Array.from({ length: table.n }, () => ({}));
  for (const [column, cells] of Object.entries(table.c)) {
    for (let i = 0; i < table.n; i++) {
      if (cells.d) made[i][column] = cells.i[i] < 0 ? null : cells.d[cells.i[i]];
      else made[i][column] = cells.v[i];
    }
  }
  return made;
}

function indexBy(list, key) {
  return new Map(list.map((row) => [key(row), row]));
}

function groupBy(list, key) {
  const groups = new Map();
  for (const row of list) {
    const name = key(row);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(row);
  }
  return groups;
}

const sections = rows('dim_section').slice().sort((a, b) => a.west_to_east - b.west_to_east);
const borderKm = sections.reduce((sum, s) => sum + s.border_km, 0);
const sectionById = indexBy(sections, (s) => s.section_id);
const nowLast = (list) => list.slice().sort((a, b) => Number(a.is_current) - Number(b.is_current));
const gateById = indexBy(nowLast(rows('dim_gate')), (g) => g.gate_id);
const areaById = indexBy(nowLast(rows('dim_area')), (a) => a.area_id);
const measureById = indexBy(rows('dim_measure'), (m) => m.measure_id);
const goodsById = indexBy(rows('dim_goods'), (g) => g.goods_id);

const cellOf = (row) =>
  [row.measure_id, row.scope_type, row.scope_id, row.period_id, row.direction, row.goods_id, row.regime].join('|');

const observations = rows('observation');
const observationById = indexBy(observations, (o) => o.observation_id);
const observationByCell = indexBy(observations, cellOf);
const figures = rows('figure');
const figureById = indexBy(figures, (f) => f.figure_id);
const figuresByCell = groupBy(figures, cellOf);
const trends = rows('trend').map((point) => ({ ...observationById.get(point.observation_id), ...point }));
const trendById = indexBy(trends, (o) => o.observation_id);
const fileNames = new Map(rows('ingested_file').map((f) => [f.file_id, f.file_name]));

const comparisonKey = (basis, regime, c) => [basis, c.measure_id, regime, c.direction, c.goods_id, c.period_id].join('|');
const comparisons = groupBy(rows('regional_comparison'), (c) => comparisonKey(c.basis, c.regime, c));

/** What the border's sections say about one cell: seven entries from west to east, each with a value or a reason. */
function compareSections(choice) {
  const found = comparisons.get(comparisonKey('like_for_like', choice.regime, choice));
  if (found) return found.filter((c) => c.west_to_east > 0).sort((a, b) => a.west_to_east - b.west_to_east);
  return sections.map((s) => {
    const own = observationByCell.get(cellOf({ ...choice, scope_type: 'section', scope_id: s.section_id }));
    return own ? asEntry(s, own) : { ...emptyEntry(s), missing_reason: whyMissing(s, choice) };
  });
}

/** The best known level of every section, whatever its regime. */
function bestKnown(choice) {
  const found = comparisons.get(comparisonKey('best_known', 'mixed', choice));
  if (found) return found.filter((c) => c.west_to_east > 0).sort((a, b) => a.west_to_east - b.west_to_east);
  return sections.map((s) => {
    const any = observationsOf(s, choice);
    const best = any.find((o) => o.scope_type === 'section') || any[0];
    return best ? asEntry(s, best) : { ...emptyEntry(s), missing_reason: whyMissing(s, choice) };
  });
}

function observationsOf(section, choice) {
  return (observationsByQuestion.get(questionOf(choice)) || [])
    .filter((o) => o.section_id === section.section_id)
    .sort((a, b) => b.value - a.value);
}

/** What comes closest where the period itself has nothing: the section's longest part of that year, else its largest gate. */
function nearestOf(section, choice) {
  const year = choice.period_end.slice(0, 4);
  const days = (o) => Date.parse(o.period_end) - Date.parse(o.period_start);
  return observations
    .filter((o) => o.section_id === section.section_id && o.measure_id === choice.measure_id && o.direction === choice.direction
      && o.goods_id === choice.goods_id && o.period_start.startsWith(year) && o.period_end.startsWith(year))
    .sort((a, b) => (b.scope_type === 'section') - (a.scope_type === 'section')
      || (a.scope_type === 'section' ? days(b) - days(a) : 0) || b.value - a.value || b.period_end.localeCompare(a.period_end))[0];
}

const questionOf = (c) => [c.measure_id, c.direction, c.goods_id, c.period_id].join('|');
const observationsByQuestion = groupBy(observations.filter((o) => o.section_id), questionOf);

function whyMissing(section, choice) {
  const same = observationsOf(section, choice);
  if (same.some((o) => o.scope_type === 'section')) return 'other_regime_only';
  if (same.length) return 'gate_only';
  const year = choice.period_end.slice(0, 4);
  const near = observations.filter((o) => o.section_id === section.section_id && o.measure_id === choice.measure_id
    && o.direction === choice.direction && o.goods_id === choice.goods_id && o.period_end.startsWith(year));
  if (near.some((o) => o.scope_type === 'section')) return 'other_period_only';
  return near.length ? 'gate_other_period_only' : 'no_figure';
}

const emptyEntry = (s) => ({ scope_id: s.section_id, west_to_east: s.west_to_east, value: null });

const asEntry = (s, o) => ({
  ...emptyEntry(s), value: o.value, unit: o.unit, qualifier: o.qualifier, value_regime: o.regime,
  value_scope_id: o.scope_id, observation_id: o.observation_id,
});
