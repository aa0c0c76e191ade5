// How much of its annual plan a place had reached by a day.

const shareOf = (p) => p.share_reached_pct ?? p.printed_plan_pct ?? null;
const isProjected = (p) => (p.projected_year ?? null) !== null;
const isYearOver = (p) => p.period_end.endsWith('-12-31');
const planKey = (p) => [p.plan_measure_id, p.scope_id, p.plan_year, p.direction, p.goods_id, p.plan_regime, p.period_id].join('|');
const planByKey = indexBy(rows('plan_pace'), planKey);
const PACES_SHOWN = 9;

function drawPlans() {
  const list = rows('plan_pace').filter((p) => shareOf(p) !== null && p.goods_id === 'all')
    .sort((a, b) => b.plan_year - a.plan_year || westFirst(a) - westFirst(b) || a.plan_measure_id.localeCompare(b.plan_measure_id)
      || byOrder(directionOrder)(a.direction, b.direction) || a.period_end.localeCompare(b.period_end) || a.plan_id.localeCompare(b.plan_id));
  if (!list.length) { put('plans', el('p', { class: 'missing' }, t('none.plans'))); put('plan-tools'); put('plan-lead'); drawPaces([]); return; }
  const plans = groupBy(list, (p) => [p.plan_year, p.scope_id, p.plan_measure_id, p.direction, p.plan_id].join('|'));
  const latestOf = [...plans.values()].map((group) => group.at(-1));
  const stated = latestOf.filter((p) => p.plan_origin !== 'implied');
  const implied = latestOf.filter((p) => p.plan_origin === 'implied');
  const most = Math.max(110, ...latestOf.map(shareOf));
  const byYear = (some) => [...groupBy(some, (p) => p.plan_year)].map(([year, group]) => yearOfPlans(year, group, most));
  put('plan-lead', t('plan.lead', { n: stated.length }));
  put('plans', byYear(stated),
    implied.length ? el('details', { class: 'older' }, el('summary', {}, t('plan.recovered', { n: implied.length })), el('p', { class: 'quiet' }, t('plan.recovered.how')), byYear(implied)) : '');
  put('plan-tools', tools('plans', planColumns(), list, t('plan.title')));
  drawPaces([...plans.values()]);
}

const westFirst = (p) => sectionById.get(p.section_id)?.west_to_east ?? 99;

function yearOfPlans(year, group, most) {
  return el('section', { class: 'plan-year' }, el('h3', {}, String(year)), el('ul', { role: 'list' }, group.map((p) => planLine(p, most))));
}

function planLine(p, most) {
  const share = shareOf(p);
  const at = (v) => `${Math.min(100, (v / most) * 100)}%`;
  const calendar = elapsed(p);
  const about = [p.direction === 'total' ? '' : directionName(p.direction), p.measure_id === 'trade_value' ? '' : measureName(p.measure_id)].filter(Boolean).join(', ');
  const computed = (p.share_reached_pct ?? null) !== null;
  const printed = (p.printed_plan_pct ?? null) !== null ? t('plan.printed', { pct: percent(p.printed_plan_pct, 2) }) : '';
  return el('li', { class: 'plan' },
    el('span', { class: 'plan-name' }, el('strong', {}, placeName(p.scope_id)), ` ${periodName(p)}`,
      about ? el('span', { class: 'quiet small' }, ` ${about}`) : '', ' ', regimeMark(p.reached_regime || p.plan_regime)),
    el('span', { class: 'plan-track', 'aria-hidden': 'true' },
      el('span', { class: computed ? 'fill' : 'fill only-printed', style: { width: at(share), '--c': `var(--r-${p.reached_regime || p.plan_regime})` } }),
      el('span', { class: 'goal', style: { left: at(100) } }),
      calendar < 99.5 ? el('span', { class: 'calendar', style: { left: at(calendar) } }) : ''),
    el('span', { class: 'plan-facts' }, sourced(percent(share, computed ? 1 : 2), isProjected(p) ? `p:${planKey(p)}` : p.observation_id && `o:${p.observation_id}`, placeName(p.scope_id)), ' ',
      el('span', { class: 'quiet small' }, [
        (p.reached_value ?? null) === null ? t('plan.only', { plan: short(p.plan_value, p.unit) }) : t('plan.of', { value: short(p.reached_value, p.unit), plan: short(p.plan_value, p.unit) }),
        computed ? printed : t('plan.asprinted'), outlookOf(p)].filter(Boolean).join(' · '))));
}

/** Where the year is likely to end; nothing once it has ended. */
function outlookOf(p) {
  if (isYearOver(p)) return '';
  if (isProjected(p)) return t('plan.outlook', { year: short(p.projected_year, p.unit), low: short(p.low_80, '', true), high: short(p.high_80, '', true), chance: percent(p.probability_pct, 0) });
  return p.not_projected && p.not_projected !== 'share_empty' ? t('plan.nooutlook', { why: tCode('noprojection', p.not_projected) }) : '';
}

/** Plans with a usual pace to be held to: the latest years first. */
function drawPaces(plans) {
  const holder = document.getElementById('paces');
  dropCharts(holder);
  const paced = plans.map((list) => list.filter(isProjected)).filter((list) => list.some((p) => !isYearOver(p)))
    .sort((a, b) => b[0].plan_year - a[0].plan_year || westFirst(a[0]) - westFirst(b[0])).slice(0, PACES_SHOWN);
  put('pace-note', paced.length ? t('pace.lead') : '');
  if (!paced.length) { put('paces', emptyPart('pace.none', 'pace.fill')); put('pace-legend'); return; }
  const boxes = paced.map((list) => [list, paceBox(list)]);
  holder.replaceChildren(...boxes.map(([, box]) => box));
  for (const [list, box] of boxes) drawPace(box.querySelector('.chart'), list);
  const key = (text, mark, look) => el('span', { class: 'key' }, el('span', { class: `stroke ${look}`, style: { '--c': `var(--${mark})` } }), ` ${text}`);
  put('pace-legend', key(t('pace.reached'), 'ink', 'thick'), key(t('pace.usual'), 'ink-2', 'dashed'), el('span', { class: 'key' }, el('span', { class: 'swatch fan-80', style: { '--c': 'var(--accent)' } }), ' 80%'), el('span', { class: 'key' }, el('span', { class: 'swatch fan-95', style: { '--c': 'var(--accent)' } }), ' 95%'));
}

const running = (list) => list.filter((p) => !isYearOver(p)).at(-1);

function paceBox(list) {
  const p = running(list);
  return el('figure', { class: 'panel' },
    el('figcaption', {}, el('h3', {}, `${placeName(p.scope_id)} ${p.plan_year}`, ' ', madeUp()),
      el('span', {}, sourced(percent(p.probability_pct, 0), `p:${planKey(p)}`, placeName(p.scope_id)), ' ', el('span', { class: 'quiet' }, t('pace.chance', { period: periodName(p) })), ' ', regimeMark(p.reached_regime || p.plan_regime))),
    el('div', { class: 'chart' }));
}

const monthEnd = (p) => Number(p.period_end.slice(5, 7));

function drawPace(node, list) {
  const p = running(list);
  const share = (v) => (v / p.plan_value) * 100;
  const before = list.filter((one) => !isYearOver(one));
  const over = list.find(isYearOver);
  const top = Math.max(105, share(p.projected_year) * 1.1, Math.min(share(p.high_80), 250), over ? over.share_reached_pct : 0);
  const from = [monthEnd(p), p.share_reached_pct];
  const fan = (low, high) => [[from[0], from[1], from[1]], [12, share(p[low]), share(p[high])]];
  drawCurves(node, {
    x: [0, 12], y: topOf([top]), every: 3, nameX: (v) => (v ? t('pace.month', { m: String(v) }) : ''), nameY: (v) => percent(v, 0), level: 100,
    bands: [{ points: fan('low_95', 'high_95'), colour: 'accent', opacity: 0.13 }, { points: fan('low_80', 'high_80'), colour: 'accent', opacity: 0.24 }],
    lines: [
      { points: [[0, 0], ...before.map((one) => [monthEnd(one), one.expected_share_pct]), [12, 100]], colour: 'ink-2', width: 1.5, dash: [5, 4] },
      { points: [from, [12, share(p.projected_year)]], colour: 'accent', width: 1.75, dash: [6, 4] },
      { points: [[0, 0], ...before.map((one) => [monthEnd(one), one.share_reached_pct])], colour: 'ink', width: 2.25, dotted: true },
    ],
    dots: over ? [{ x: 12, y: over.share_reached_pct, source: `p:${planKey(over)}`, colour: 'ink' }] : [],
    tip: (at) => paceTip(list, p, Math.round(at)),
    label: t('pace.label', { place: placeName(p.scope_id), y: String(p.plan_year), reached: percent(p.share_reached_pct), period: periodName(p), chance: percent(p.probability_pct, 0) }),
  });
}

function paceTip(list, p, month) {
  const there = list.find((one) => monthEnd(one) === month);
  const ahead = month === 12 ? [`${t('pace.projected')}: ${short(p.projected_year, p.unit)}`, `80%: ${rangeOf(p.low_80, p.high_80, p.unit)}`] : [];
  return [there ? sentence(periodName(there)) : t('pace.month', { m: String(month) }), ...(there ? [`${t('pace.reached')}: ${percent(there.share_reached_pct)}`, `${t('pace.usual')}: ${percent(there.expected_share_pct)}`] : []), ...ahead];
}

sourceKinds.p = (key) => {
  const p = planByKey.get(key);
  if (!p || !isProjected(p)) return null;
  return howItCame({
    title: placeName(p.scope_id), about: [measureName(p.plan_measure_id), periodName(p), directionName(p.direction)].join(' · '), regime: p.reached_regime || p.plan_regime, value: percent(p.share_reached_pct), how: t('how.plan'),
    facts: [[t('col.plan'), short(p.plan_value, p.unit)], [t('how.reached'), short(p.reached_value, p.unit)], [t('pace.usual'), percent(p.expected_share_pct)], [t('pace.projected'), short(p.projected_year, p.unit)],
      ['80%', rangeOf(p.low_80, p.high_80, p.unit)], ['95%', rangeOf(p.low_95, p.high_95, p.unit)], [t('how.chance'), percent(p.probability_pct, 1)], [t('how.years'), number(p.past_years)], [t('how.shifted'), t(p.is_tet_shifted ? 'word.yes' : 'word.no')]],
    sql: `select * from gold.plan_pace where scope_id = '${p.scope_id}' and plan_year = ${p.plan_year} and direction = '${p.direction}' and period_id = '${p.period_id}'`,
    observation: observationById.get(p.observation_id),
  });
};

/** The part of the year that had passed. */
const elapsed = (p) => (yearOf(p.period_end, true) - p.plan_year) * 100;

function planColumns() {
  const value = (v, p) => ((v ?? null) === null ? '' : short(v, p.unit));
  return [
    { head: t('col.place'), text: (p) => placeName(p.scope_id) },
    { head: t('col.period'), text: (p) => periodName(p), raw: (p) => p.period_id },
    { head: t('col.measure'), text: (p) => measureName(p.measure_id), raw: (p) => p.measure_id },
    { head: t('col.direction'), text: (p) => directionName(p.direction), raw: (p) => p.direction },
    { head: t('col.regime'), text: (p) => regimeName(p.reached_regime || p.plan_regime), raw: (p) => p.reached_regime || p.plan_regime },
    { head: t('col.value'), num: true, text: (p) => value(p.reached_value, p), node: (p) => (p.observation_id ? sourced(value(p.reached_value, p), `o:${p.observation_id}`) : ''), raw: (p) => p.reached_value },
    { head: t('col.plan'), num: true, text: (p) => value(p.plan_value, p), raw: (p) => p.plan_value },
    { head: t('col.planorigin'), text: (p) => t(`origin.${p.plan_origin}`), raw: (p) => p.plan_origin },
    { head: t('col.planshare'), num: true, text: (p) => ((p.share_reached_pct ?? null) === null ? tCode('reason', p.share_reason) : percent(p.share_reached_pct, 2)), raw: (p) => p.share_reached_pct },
    { head: t('col.planshare.printed'), num: true, text: (p) => ((p.printed_plan_pct ?? null) === null ? '' : percent(p.printed_plan_pct, 2)), raw: (p) => p.printed_plan_pct },
    { head: t('col.gap'), num: true, text: (p) => ((p.gap_points ?? null) === null ? '' : signed(p.gap_points, 2)), raw: (p) => p.gap_points },
    { head: t('pace.usual'), num: true, text: (p) => (isProjected(p) ? percent(p.expected_share_pct) : ''), raw: (p) => p.expected_share_pct },
    { head: t('pace.projected'), num: true, text: (p) => value(p.projected_year, p), raw: (p) => p.projected_year },
    { head: '80% −', num: true, text: (p) => value(p.low_80, p), raw: (p) => p.low_80 },
    { head: '80% +', num: true, text: (p) => value(p.high_80, p), raw: (p) => p.high_80 },
    { head: t('how.chance'), num: true, text: (p) => (isProjected(p) ? percent(p.probability_pct, 0) : p.not_projected ? tCode('noprojection', p.not_projected) : ''), raw: (p) => p.probability_pct },
    { head: t('col.calendar'), num: true, text: (p) => percent(elapsed(p)), raw: (p) => elapsed(p).toFixed(1) },
  ];
}
