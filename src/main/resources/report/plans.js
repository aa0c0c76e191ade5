// How much of its annual plan a place had reached by a day.

const shareOf = (p) => p.share_reached_pct ?? p.printed_plan_pct ?? null;

function drawPlans() {
  const list = rows('plan_pace').filter((p) => shareOf(p) !== null && p.goods_id === 'all')
    .sort((a, b) => b.plan_year - a.plan_year || westFirst(a) - westFirst(b) || a.plan_measure_id.localeCompare(b.plan_measure_id)
      || byOrder(directionOrder)(a.direction, b.direction) || a.period_end.localeCompare(b.period_end) || a.plan_id.localeCompare(b.plan_id));
  if (!list.length) { put('plans', el('p', { class: 'missing' }, t('none.plans'))); put('plan-tools'); put('plan-lead'); return; }
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
    el('span', { class: 'plan-facts' }, sourced(percent(share, computed ? 1 : 2), p.observation_id && `o:${p.observation_id}`, placeName(p.scope_id)), ' ',
      el('span', { class: 'quiet small' }, [
        (p.reached_value ?? null) === null ? t('plan.only', { plan: short(p.plan_value, p.unit) }) : t('plan.of', { value: short(p.reached_value, p.unit), plan: short(p.plan_value, p.unit) }),
        computed ? printed : t('plan.asprinted')].filter(Boolean).join(' · '))));
}

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
    { head: t('col.calendar'), num: true, text: (p) => percent(elapsed(p)), raw: (p) => elapsed(p).toFixed(1) },
  ];
}
