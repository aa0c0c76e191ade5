// What the reader chose; it stands in the address, so that a view can be shared.

const state = { lang: release.language, m: '', r: '', d: '', g: '', p: '', place: 'all', kind: '', scale: 'own', c: 'all', s: '', y: '', q: '', open: '', src: '' };
const factory = { ...state };
let redraw = () => {};

/** What is asked for, in the words of the tables. */
function choiceOf() {
  const period = observations.find((o) => o.period_id === state.p);
  return { measure_id: state.m, regime: state.r, direction: state.d, goods_id: state.g, period_id: state.p, period_end: period?.period_end ?? '' };
}

function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(state)) state[key] = said.get(key) ?? factory[key];
  if (!(state.lang in wordsOf)) state.lang = release.language;
  language = state.lang;
  settle();
}

function writeAddress() {
  const said = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (value !== factory[key] || key === 'lang') said.set(key, value);
  history.replaceState(null, '', `#${said}`);
}

/** Takes a choice, makes the others fit it, and draws what changed. */
function choose(change, { quiet = false } = {}) {
  Object.assign(state, change);
  language = state.lang;
  if ('m' in change) Object.assign(state, { d: '', g: '', r: '', p: '', kind: '', c: 'all', ...change });
  settle();
  writeAddress();
  if (!quiet) redraw();
}

const isOpen = (id) => state.open.split('.').includes(id);

function setOpen(id, open) {
  const now = new Set(state.open.split('.').filter(Boolean));
  if (open) now.add(id); else now.delete(id);
  choose({ open: [...now].join('.') }, { quiet: true });
}

const placed = observations.filter((o) => o.section_id);
const unique = (list) => [...new Set(list)];
const kindOrder = ['year', 'half', 'quarter', 'jan_feb', 'month', 'ytd', 'range', 'day', 'point'];
const regimeOrder = ['via_territory', 'customs_declared', 'border_resident', 'transit_reexport', 'china_customs', 'unknown', 'not_applicable'];
const directionOrder = ['total', 'export', 'import'];
const byOrder = (order) => (a, b) => order.indexOf(a) - order.indexOf(b);

const measureChoices = () => byName(unique(placed.map((o) => o.measure_id)), measureName);
const directionChoices = () => unique(placed.filter((o) => o.measure_id === state.m).map((o) => o.direction)).sort(byOrder(directionOrder));

function goodsChoices() {
  const ids = unique(placed.filter((o) => o.measure_id === state.m && o.direction === state.d).map((o) => o.goods_id));
  return byName(ids, (id) => (id === 'all' ? '' : goodsName(id)));
}

function asked() {
  return placed.filter((o) => o.measure_id === state.m && o.direction === state.d && o.goods_id === state.g);
}

const regimeChoices = () => unique(asked().map((o) => o.regime)).sort(byOrder(regimeOrder));

/** Periods for which the chosen regime has a figure, each with the number of sections that report. */
function periodChoices() {
  const groups = groupBy(asked().filter((o) => o.regime === state.r && (o.scope_type === 'section')), (o) => o.period_id);
  const all = groups.size ? groups : groupBy(asked().filter((o) => o.regime === state.r), (o) => o.period_id);
  return [...all.values()]
    .map((list) => ({ ...list[0], reporting: unique(list.filter((o) => o.scope_type === 'section').map((o) => o.section_id)).length }))
    .sort((a, b) => byOrder(kindOrder)(a.period_kind, b.period_kind) || b.period_end.localeCompare(a.period_end));
}

function settle() {
  const fits = (id, list, fallback) => (list.includes(id) ? id : fallback());
  state.m = fits(state.m, measureChoices(), () => (measureById.has('trade_value') ? 'trade_value' : measureChoices()[0]));
  state.d = fits(state.d, directionChoices(), bestDirection);
  state.g = fits(state.g, goodsChoices(), () => (goodsChoices().includes('all') ? 'all' : goodsChoices()[0]));
  state.r = fits(state.r, regimeChoices(), bestRegime);
  const periods = periodChoices();
  state.p = fits(state.p, periods.map((p) => p.period_id), () => bestPeriod(periods));
}

/** The direction in which most is known. */
function bestDirection() {
  const known = (d) => placed.filter((o) => o.measure_id === state.m && o.direction === d && o.goods_id === 'all').length;
  return directionChoices().reduce((best, d) => (known(d) > known(best) ? d : best));
}

/** The known regime in which most sections can be compared. */
function bestRegime() {
  const reach = (regime) => Math.max(0, ...[...comparisons.values()].map(([c]) =>
    (c.basis === 'like_for_like' && c.regime === regime && c.measure_id === state.m && c.direction === state.d && c.goods_id === state.g
      ? c.sections_reporting : 0)));
  const ranked = regimeChoices().map((r) => [r, reach(r) + (r === 'unknown' ? -2.5 : 0)]).sort((a, b) => b[1] - a[1]);
  return ranked.length ? ranked[0][0] : '';
}

function bestPeriod(periods) {
  const rank = (p) => [p.reporting, -kindOrder.indexOf(p.period_kind), p.period_end];
  const better = (a, b) => { for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i] > b[i]; return false; };
  return periods.reduce((best, p) => (!best || better(rank(p), rank(best)) ? p : best), null)?.period_id ?? '';
}
