// Who drives growth: totals taken apart, and the points that each part brought.

const partName = {
  sections: (id) => sectionName(id), gates: (id) => placeName(id), goods: (id) => goodsName(id), directions: (id) => directionName(id),
};
const nameOfPart = (d) => (d.part_id === 'residual' ? t('driver.residual') : partName[d.decomposition](d.part_id));
const decompositionOrder = ['sections', 'gates', 'goods', 'directions'];
const hasPoints = (d) => (d.contribution_points ?? null) !== null;
const borderFirst = (o) => sectionById.get(o.section_id)?.west_to_east ?? 0;
const PARTS_SHOWN = 8;

const driverWholes = [...groupBy(
  rows('growth_contribution').map((d) => ({ ...d, whole: observationById.get(d.observation_id) })).filter((d) => d.whole),
  (d) => `${d.decomposition}|${d.observation_id}`,
).values()].filter((parts) => parts.filter(hasPoints).length > 1)
  .map((parts) => ({ parts, whole: parts[0].whole, measure_id: parts[0].whole.measure_id, regime: parts[0].whole.regime, direction: parts[0].whole.direction }));

function drawDrivers() {
  const found = nearestRows(driverWholes);
  put('driver-note', otherNote(found, 'drivers'));
  const wholes = found.list.slice()
    .sort(({ whole: a, parts: [x] }, { whole: b, parts: [y] }) => (b.period_id === state.p) - (a.period_id === state.p) || b.period_end.localeCompare(a.period_end)
      || byOrder(kindOrder)(a.period_kind, b.period_kind) || borderFirst(a) - borderFirst(b)
      || byOrder(decompositionOrder)(x.decomposition, y.decomposition))
    .map((w) => w.parts);
  if (!wholes.length) { put('drivers', emptyPart('driver.none', 'driver.fill')); put('driver-lead'); put('driver-tools'); return; }
  put('driver-lead', t('driver.lead'));
  put('drivers', wholes.slice(0, 4).map(takenApart),
    wholes.length > 4 ? el('details', {}, el('summary', {}, t('more', { n: wholes.length - 4 })), wholes.slice(4).map(takenApart)) : '');
  put('driver-tools', tools('drivers', driverColumns(), wholes.flat(), `${t('driver.title')}: ${measureName(state.m)}, ${cellName(found.regime, found.direction)}`));
}

function takenApart(parts) {
  const { whole, decomposition, whole_growth_pct: growth } = parts[0];
  const counted = parts.filter(hasPoints).sort((a, b) => Math.abs(b.contribution_points) - Math.abs(a.contribution_points));
  const shown = counted.slice(0, counted.length > PARTS_SHOWN + 1 ? PARTS_SHOWN : counted.length).sort((a, b) => a.part_no - b.part_no);
  const others = counted.slice(shown.length);
  const lines = [
    ...shown.map((d) => ({ name: nameOfPart(d), points: d.contribution_points, state: d.state, growth: d.growth_pct, source: d.part_observation_id })),
    ...(others.length ? [{ name: t('driver.others', { n: others.length }), points: others.reduce((sum, d) => sum + d.contribution_points, 0) }] : []),
  ];
  const most = Math.max(...lines.map((l) => Math.abs(l.points)));
  const left = lines.some((l) => l.points < 0) ? 50 : 0;
  const leftOut = parts.filter((d) => !hasPoints(d)).map(nameOfPart);
  return el('section', { class: 'drivers' },
    el('h3', {}, t('driver.head', { place: placeName(whole.scope_id), period: periodName(whole), by: t(`driver.by.${decomposition}`) }), ' ',
      sourced(signedPercent(growth), `o:${whole.observation_id}`, placeName(whole.scope_id)), ' ', regimeMark(whole.regime), ' ', madeUp()),
    el('ul', { class: 'gaps', role: 'list' }, lines.map((l) => driverLine(l, left, most, whole))),
    leftOut.length ? el('p', { class: 'quiet small' }, t('driver.leftout', { names: leftOut.join(', ') })) : '');
}

function driverLine(l, zero, most, whole) {
  const wide = (Math.abs(l.points) / (most || 1)) * (100 - zero);
  const known = [['new', 'vanished'].includes(l.state) ? t(`driver.${l.state}`) : '', (l.growth ?? null) === null ? '' : t('driver.own', { pct: signedPercent(l.growth) })].find(Boolean) || '';
  return el('li', {},
    el('span', { class: 'gap-name' }, l.name),
    el('span', { class: 'gap-track', 'aria-hidden': 'true' },
      el('span', { class: 'point-bar', style: { left: `${l.points < 0 ? zero - wide : zero}%`, width: `${wide}%`, '--c': `var(--r-${whole.regime})` } }),
      el('span', { class: 'zero', style: { left: `${zero}%` } })),
    el('span', {}, sourced(t('driver.points', { points: signed(l.points, 2) }), observationById.has(l.source) && `o:${l.source}`, l.name),
      known ? el('span', { class: 'quiet small' }, ` ${known}`) : ''));
}

function driverColumns() {
  const some = (v, digits) => ((v ?? null) === null ? '' : signed(v, digits));
  const value = (v, d) => ((v ?? null) === null ? '' : short(v, d.whole.unit));
  return [
    { head: t('col.place'), text: (d) => placeName(d.whole.scope_id) },
    { head: t('col.period'), text: (d) => periodName(d.whole), raw: (d) => d.whole.period_id },
    { head: t('col.by'), text: (d) => t(`driver.by.${d.decomposition}`), raw: (d) => d.decomposition },
    { head: t('col.part'), text: nameOfPart, raw: (d) => d.part_id },
    { head: t('col.value'), num: true, text: (d) => value(d.value, d), raw: (d) => d.value,
      node: (d) => sourced(value(d.value, d), observationById.has(d.part_observation_id) && `o:${d.part_observation_id}`, nameOfPart(d)) },
    { head: t('col.yearago'), num: true, text: (d) => value(d.value_year_ago, d), raw: (d) => d.value_year_ago },
    { head: t('col.growth'), num: true, text: (d) => some(d.growth_pct, 1), raw: (d) => d.growth_pct },
    { head: t('col.points'), num: true, text: (d) => (hasPoints(d) ? signed(d.contribution_points, 2) : tCode('reason', d.part_reason || 'base_missing')), raw: (d) => d.contribution_points },
    { head: t('col.share'), num: true, text: (d) => ((d.share_pct ?? null) === null ? '' : number(d.share_pct, 1)), raw: (d) => d.share_pct },
  ];
}
