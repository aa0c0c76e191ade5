// How much of its annual plan a place had reached by a day.

function drawPlans() {
  const list = rows('plan_pace').slice().sort((a, b) => planYear(b) - planYear(a) || order(a) - order(b)
    || byOrder(directionOrder)(a.direction, b.direction) || a.period_end.localeCompare(b.period_end));
  if (!list.length) { put('plans', el('p', { class: 'missing' }, t('none.plans'))); put('plan-tools'); return; }
  const most = Math.max(100, ...list.map((p) => shareOf(p) ?? 0));
  const years = [...groupBy(list, planYear)];
  put('plan-lead', t('plan.lead', { n: unique(list.map((p) => `${p.scope_id}${planYear(p)}${p.measure_id}${p.direction}`)).length }));
  put('plans', years.slice(0, 3).map(([year, group]) => yearOfPlans(year, group, most)),
    years.length > 3 ? el('details', { class: 'older' }, el('summary', {}, t('plan.older')), years.slice(3).map(([year, group]) => yearOfPlans(year, group, most))) : '');
  put('plan-tools', tools('plans', planColumns(), list, t('plan.title')));
}

const order = (p) => sectionById.get(p.section_id ?? p.scope_id)?.west_to_east ?? 99;
const planYear = (p) => Number(p.period_end.slice(0, 4));
const shareOf = (p) => p.share_pct ?? p.printed_plan_pct ?? null;

function yearOfPlans(year, group, most) {
  return el('section', { class: 'plan-year' }, el('h3', {}, String(year)),
    el('ul', { role: 'list' }, group.filter((p) => shareOf(p) !== null).map((p) => planLine(p, most))));
}

function planLine(p, most) {
  const share = shareOf(p);
  const at = (v) => `${(v / most) * 100}%`;
  const calendar = elapsed(p);
  return el('li', { class: 'plan' },
    el('span', { class: 'plan-name' }, el('strong', {}, placeName(p.scope_id)), ` ${periodName(p)}`,
      el('span', { class: 'quiet small' }, ` ${directionName(p.direction)}${p.measure_id === 'trade_value' ? '' : `, ${measureName(p.measure_id)}`}`), ' ', regimeMark(p.regime)),
    el('span', { class: 'plan-track', 'aria-hidden': 'true' },
      el('span', { class: 'fill', style: { width: at(Math.min(share, most)), '--c': `var(--r-${p.regime})` } }),
      el('span', { class: 'goal', style: { left: at(100) } }),
      calendar < 100 ? el('span', { class: 'calendar', style: { left: at(calendar) } }) : ''),
    el('span', { class: 'plan-facts' }, sourced(percent(share), `o:${p.observation_id}`, placeName(p.scope_id)), ' ',
      el('span', { class: 'quiet small' }, t('plan.of', { value: short(p.value, p.unit), plan: short(p.plan_value, p.unit) }),
        (p.printed_plan_pct ?? null) !== null ? ` · ${t('plan.printed', { pct: percent(p.printed_plan_pct, 2) })}` : '')));
}

/** The part of the year that had passed. */
const elapsed = (p) => (yearOf(p.period_end, true) - planYear(p)) * 100;

function planColumns() {
  return [
    { head: t('col.place'), text: (p) => placeName(p.scope_id) },
    { head: t('col.period'), text: (p) => periodName(p), raw: (p) => p.period_id },
    { head: t('col.measure'), text: (p) => measureName(p.measure_id), raw: (p) => p.measure_id },
    { head: t('col.direction'), text: (p) => directionName(p.direction), raw: (p) => p.direction },
    { head: t('col.regime'), text: (p) => regimeName(p.regime), raw: (p) => p.regime },
    { head: t('col.value'), num: true, text: (p) => short(p.value, p.unit), node: (p) => sourced(short(p.value, p.unit), `o:${p.observation_id}`), raw: (p) => p.value },
    { head: t('col.plan'), num: true, text: (p) => short(p.plan_value, p.unit), raw: (p) => p.plan_value },
    { head: t('col.planshare'), num: true, text: (p) => ((p.share_pct ?? null) === null ? '' : percent(p.share_pct, 2)), raw: (p) => p.share_pct },
    { head: t('col.planshare.printed'), num: true, text: (p) => ((p.printed_plan_pct ?? null) === null ? '' : percent(p.printed_plan_pct, 2)), raw: (p) => p.printed_plan_pct },
    { head: t('col.calendar'), num: true, text: (p) => percent(elapsed(p)), raw: (p) => elapsed(p).toFixed(1) },
  ];
}
