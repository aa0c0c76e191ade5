// The turnover of a month that is not over, from the trucks counted so far.

const nowcastKey = (n) => [n.series_id, n.trade_source_id, n.vehicle_source_id, n.period_start, n.day_of_month, n.months_back].join('|');
const nowcastRows = rows('nowcast').filter((n) => seriesById.has(n.series_id)).map((n) => ({ ...seriesById.get(n.series_id), ...n }));
const nowcastByKey = indexBy(nowcastRows, nowcastKey);
const isMade = (n) => (n.nowcast ?? null) !== null;
const isRunning = (n) => (n.actual ?? null) === null;
const trucksOf = (n) => ((n.trucks_so_far ?? null) === null ? '' : number(n.trucks_so_far));
const middleOfErrors = (list, key) => { const all = list.map((n) => n[key]).filter((v) => (v ?? null) !== null).map(Math.abs); return all.length ? middleValue(all) : null; };

function drawNowcast() {
  const found = nearestRows(nowcastRows.filter(isMade).map((n) => ({ ...n, measure_id: state.m })));
  put('nowcast-note', otherNote(found, 'nowcast'));
  if (!found.list.length) {
    put('nowcast-lead'); put('nowcast-tools');
    const why = unique(nowcastRows.map((n) => n.not_made).filter(Boolean)).map((code) => tCode('notmade', code)).join('; ');
    put('nowcast', emptyPart('nowcast.none', 'nowcast.fill'), why ? el('p', { class: 'quiet small' }, t('nowcast.why', { why })) : '');
    return;
  }
  const order = (a, b) => b.period_start.localeCompare(a.period_start) || b.day_of_month - a.day_of_month || a.months_back - b.months_back;
  const list = found.list.slice().sort(order);
  const latest = [...groupBy(list, (n) => n.scope_id).values()].map((all) => all[0]).sort(byPlace);
  const tried = list.filter((n) => !isRunning(n));
  const ours = middleOfErrors(tried, 'error_pct');
  const naive = middleOfErrors(tried, 'year_before_error_pct');
  put('nowcast-lead', t('nowcast.lead'), ours === null ? '' : ` ${t('nowcast.tried', { n: tried.length, ours: percent(ours), naive: naive === null ? '–' : percent(naive) })}`);
  put('nowcast', table(nowcastColumns(), latest, `${t(latest.some(isRunning) ? 'nowcast.running' : 'nowcast.over')} (${cellName(found.regime, found.direction)})`));
  put('nowcast-tools', tools('nowcast', nowcastColumns(), list, `${t('nowcast.title')}: ${cellName(found.regime, found.direction)}`));
}

function nowcastColumns() {
  const some = (v, n) => ((v ?? null) === null ? '' : short(v, n.unit));
  const share = (v) => ((v ?? null) === null ? '' : signedPercent(v));
  return [
    { head: t('col.place'), text: (n) => placeName(n.scope_id), raw: (n) => n.scope_id },
    { head: t('col.period'), text: (n) => nameOfMonth(n.period_start), raw: (n) => n.period_start.slice(0, 7) },
    { head: t('col.asofday'), num: true, text: (n) => String(n.day_of_month), raw: (n) => n.day_of_month },
    { head: t('col.trucks'), num: true, text: (n) => trucksOf(n), raw: (n) => n.trucks_so_far },
    { head: t('col.nowcast'), num: true, text: (n) => some(n.nowcast, n), raw: (n) => n.nowcast, node: (n) => sourced(some(n.nowcast, n), `w:${nowcastKey(n)}`, placeName(n.scope_id)) },
    { head: '80% −', num: true, text: (n) => some(n.low_80, n), raw: (n) => n.low_80 },
    { head: '80% +', num: true, text: (n) => some(n.high_80, n), raw: (n) => n.high_80 },
    { head: t('col.actual'), num: true, text: (n) => some(n.actual, n), raw: (n) => n.actual },
    { head: t('col.error'), num: true, text: (n) => share(n.error_pct), raw: (n) => n.error_pct },
    { head: t('col.naiveerror'), num: true, text: (n) => share(n.year_before_error_pct), raw: (n) => n.year_before_error_pct },
  ];
}

sourceKinds.w = (key) => {
  const n = nowcastByKey.get(key);
  return n ? howItCame({
    title: placeName(n.scope_id), about: [measureName('trade_value'), nameOfMonth(n.period_start), directionName(n.direction)].join(' · '), regime: n.regime, value: short(n.nowcast, n.unit), how: t('how.nowcast'),
    facts: [[t('col.asofday'), String(n.day_of_month)], [t('col.trucks'), trucksOf(n)], [t('how.share'), (n.share_expected_pct ?? null) === null ? '' : percent(n.share_expected_pct)],
      [t('how.trucks'), (n.trucks_expected ?? null) === null ? '' : number(n.trucks_expected)], [t('how.pertruck'), (n.value_per_truck ?? null) === null ? '' : short(n.value_per_truck, n.unit)],
      ['80%', rangeOf(n.low_80, n.high_80, n.unit)], ['95%', rangeOf(n.low_95, n.high_95, n.unit)], [t('how.errors'), (n.errors_behind ?? null) === null ? '' : number(n.errors_behind)],
      [t('col.actual'), (n.actual ?? null) === null ? '' : short(n.actual, n.unit)], [t('how.yearbefore'), (n.year_before ?? null) === null ? '' : short(n.year_before, n.unit)]],
    sql: `select * from gold.nowcast where series_id = '${n.series_id}' and period_start = date '${n.period_start}' order by day_of_month`,
  }) : null;
};
