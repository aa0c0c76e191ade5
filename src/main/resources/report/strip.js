// The border from west to east: widths are kilometres, areas are values.

const spans = sections.map((s, i) => {
  const before = sections.slice(0, i).reduce((sum, one) => sum + one.border_km, 0);
  return { section: s, x: (before / borderKm) * 100, w: (s.border_km / borderKm) * 100 };
});

function drawStrip() {
  const choice = choiceOf();
  const period = periodChoices().find((p) => p.period_id === state.p);
  if (!period) { put('strip', el('p', {}, t('none.measure'))); return; }
  const same = compareSections(choice);
  const best = bestKnown(choice);
  const reporting = same.filter((e) => e.value !== null).length;
  put('strip-lead', sentence(stripSentence(same, reporting, period)));
  put('strip',
    facing(),
    band(same),
    joins(),
    el('ol', { class: 'stops', role: 'list' }, same.map((e, i) => stop(e, i, false))),
    el('p', { class: 'best-head' }, el('strong', {}, t('strip.best')), ' ', t('strip.unlike')),
    el('ol', { class: 'stops best', role: 'list' }, best.map((e, i) => stop(e, i, true))),
    el('p', { class: 'caption' }, t(addsUp() ? 'strip.how' : 'strip.how.rate'), ' ', t('strip.hatched')));
  const list = sections.map((s, i) => ({ s, same: same[i], best: best[i] }));
  put('strip-tools', tools('strip', stripColumns(), list, `${measureName(state.m)}, ${periodName(period)}`));
}

const addsUp = () => { const m = measureById.get(state.m); return m && m.adds_over_places !== false && m.kind !== 'rate' && m.kind !== 'limit'; };

function stripSentence(same, reporting, period) {
  const values = same.filter((e) => e.value !== null).sort((a, b) => b.value - a.value);
  const about = { period: periodName(period), measure: measureName(state.m).toLocaleLowerCase(locales[language]), n: reporting };
  if (!reporting) return t('strip.none', about);
  const scope = state.r === 'not_applicable' ? '' : t('strip.in', { regime: regimeName(state.r) });
  return t(reporting === 1 ? 'strip.alone' : 'strip.some', { ...about, scope, first: sectionName(values[0].scope_id), value: amount(withHigh(values[0])) });
}

const withHigh = (e) => ({ ...e, value_high: observationById.get(e.observation_id)?.value_high ?? null });

function facing() {
  const sides = ['yunnan', 'guangxi'].map((side) => {
    const mine = spans.filter((s) => s.section.faces === side || s.section.faces === 'both');
    if (!mine.length) return '';
    const x = mine[0].x; const end = mine.at(-1).x + mine.at(-1).w;
    return el('span', { class: `side side-${side}`, style: { left: `${x}%`, width: `${end - x}%` } }, t(`faces.${side}`));
  });
  return el('div', { class: 'facing' }, sides);
}

function band(same) {
  const height = (e, i) => (addsUp() ? e.value / spans[i].section.border_km : e.value);
  const top = Math.max(...same.map((e, i) => (e.value === null ? 0 : height(e, i))), 0);
  const blocks = same.map((e, i) => {
    const at = { left: `${spans[i].x}%`, width: `${spans[i].w}%` };
    if (e.value === null) return el('span', { class: 'block hatched', style: at });
    const tall = top ? Math.max(2, (height(e, i) / top) * 100) : 2;
    return el('span', { class: 'block', style: at }, el('span', { class: 'fill', style: { height: `${tall}%`, '--c': `var(--r-${e.value_regime || state.r})` } }));
  });
  return el('div', { class: 'band', 'aria-hidden': 'true' }, blocks,
    spans.map((s, i) => el('span', { class: 'no', style: { left: `${s.x + s.w / 2}%` } }, String(i + 1))));
}

function joins() {
  const share = 100 / sections.length;
  const shape = (s, i) => `M${s.x},0 L${s.x + s.w},0 L${(i + 1) * share - 0.6},10 L${i * share + 0.6},10 Z`;
  return svg('svg', { class: 'joins', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    ...spans.map((s, i) => svg('path', { d: shape(s, i) })));
}

/** One section's name and what stands for it; the second row repeats the name for narrow screens and for readers who listen. */
function stop(e, i, below) {
  const section = sections[i];
  const name = sectionName(section.section_id);
  const head = el('div', { class: 'stop-name' }, el('span', { class: 'stop-no', 'aria-hidden': 'true' }, String(i + 1)), el('h3', {}, name),
    below ? '' : el('span', { class: 'quiet' }, `${number(section.border_km, 1)} km`));
  const value = e.value === null
    ? el('span', { class: 'missing' }, tCode('missing', e.missing_reason || 'no_figure'))
    : sourced(amount(withHigh(e)), `o:${e.observation_id}`, name);
  return el('li', {}, head, el('div', { class: 'stop-value' }, value, below ? (e.value === null ? nearest(section) : whose(e, section)) : ''));
}

/** A figure of the same year for another period, small, so that nobody takes it for the period's own. */
function nearest(section) {
  const o = nearestOf(section, choiceOf());
  if (!o) return '';
  return el('span', { class: 'nearest' }, observed(o), ` ${periodName(o)}`, o.scope_type === 'gate' ? `, ${placeName(o.scope_id)}` : '', regimeMark(o.regime));
}

/** The regime of a best known level, and the gate when only a gate has one. */
const whose = (e, section) => [regimeMark(e.value_regime),
  e.value_scope_id && e.value_scope_id !== section.section_id ? el('span', { class: 'quiet small' }, t('strip.gate', { gate: placeName(e.value_scope_id) })) : ''];

function stripColumns() {
  const value = (e) => (e.value === null ? tCode('missing', e.missing_reason || 'no_figure') : amount(withHigh(e)));
  const node = (e, s) => (e.value === null ? value(e) : sourced(value(e), `o:${e.observation_id}`, sectionName(s.section_id)));
  return [
    { head: t('col.section'), text: (r) => sectionName(r.s.section_id) },
    { head: 'km', num: true, text: (r) => number(r.s.border_km, 3), raw: (r) => r.s.border_km },
    { head: regimeName(state.r), num: true, text: (r) => value(r.same), node: (r) => node(r.same, r.s), raw: (r) => r.same.value ?? value(r.same) },
    { head: t('strip.best.col'), num: true, text: (r) => value(r.best), node: (r) => node(r.best, r.s), raw: (r) => r.best.value ?? value(r.best) },
    { head: t('col.regime'), text: (r) => (r.best.value_regime ? regimeName(r.best.value_regime) : '') },
    { head: t('col.of'), text: (r) => (r.best.value_scope_id ? placeName(r.best.value_scope_id) : '') },
  ];
}
