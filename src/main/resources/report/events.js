// What registered events did to the gates where they were and to those beside them, against the other gates.

const identified = (e) => (e.effect_pct ?? null) !== null;
const eventRows = rows('event_effect').map((e) => ({ ...e, s: seriesById.get(e.series_id) })).filter((e) => e.s && eventById.has(e.event_id))
  .map((e) => ({ ...e, measure_id: e.s.measure_id, regime: e.s.regime, direction: e.s.direction }));
const EVENTS_SHOWN = 5;

function drawEvents() {
  const found = nearestRows(eventRows, (e) => (identified(e) ? 100 : 1));
  put('event-note', otherNote(found, 'events'));
  if (!found.list.length) { put('event-lead'); put('events', emptyPart('event.none', 'event.fill')); put('event-tools'); return; }
  const sure = found.list.filter(identified);
  put('event-lead', t('event.lead', { n: unique(found.list.map((e) => e.event_id)).length, told: sure.length, of: found.list.length }));
  const groups = [...groupBy(found.list, (e) => e.event_id).values()].sort((a, b) => tellsOf(b) - tellsOf(a) || eventById.get(b[0].event_id).first_day.localeCompare(eventById.get(a[0].event_id).first_day));
  put('events', groups.slice(0, EVENTS_SHOWN).map(eventBlock),
    groups.length > EVENTS_SHOWN ? el('details', {}, el('summary', {}, t('more', { n: groups.length - EVENTS_SHOWN })), groups.slice(EVENTS_SHOWN).map(eventBlock)) : '');
  put('event-tools', tools('events', eventColumns(), found.list.slice().sort((a, b) => a.event_id.localeCompare(b.event_id) || a.role.localeCompare(b.role)), `${t('event.title')}: ${cellName(found.regime, found.direction)}`));
}

/** Effects at the place itself that are not chance come first, then any that is told. */
const isClear = (e) => identified(e) && (e.low_pct > 0 || e.high_pct < 0);
const tellsOf = (list) => (list.some((e) => e.role === 'concerned' && isClear(e)) ? 2 : list.some((e) => e.role === 'concerned' && identified(e)) ? 1 : 0);

function eventBlock(list) {
  const event = eventById.get(list[0].event_id);
  const side = (role) => list.filter((e) => e.role === role).sort((a, b) => identified(b) - identified(a) || placeName(a.s.scope_id).localeCompare(placeName(b.s.scope_id), locales[language]));
  const lines = (role) => side(role).filter(identified);
  const untold = list.filter((e) => !identified(e));
  return el('section', { class: 'drivers' },
    el('h3', {}, `${eventDate(event)}: ${eventName(event)}`, ' ', link(event.source)),
    lines('concerned').length ? el('ul', { class: 'gaps effects', role: 'list', 'aria-label': t('event.there') }, lines('concerned').map(effectLine)) : '',
    lines('neighbour').length ? [el('p', { class: 'quiet small' }, t('event.beside')), el('ul', { class: 'gaps effects', role: 'list', 'aria-label': t('event.beside') }, lines('neighbour').map(effectLine))] : '',
    untold.length ? el('p', { class: 'small' }, el('strong', {}, t('event.untold')), ' ', [...groupBy(untold, (e) => e.not_identified)].map(([why, some], i) => [i ? '; ' : '',
      some.flatMap((e, j) => [j ? ', ' : '', sourced(placeName(e.s.scope_id), effectSource(e), eventName(event))]), ` (${tCode('untold', why)})`]).flat(2), '.') : '');
}

const effectSource = (e) => `e:${e.series_id}|${e.event_id}`;

/** Effects double and halve, so the axis is one of ratios: to an eighth on the left, eightfold on the right. */
const REACH = Math.log(8);
const effectAt = (share) => 50 + 50 * Math.max(-1, Math.min(1, Math.log(Math.max(1e-9, 1 + share / 100)) / REACH));

function effectLine(e) {
  const from = effectAt(e.low_pct);
  const to = effectAt(e.high_pct);
  const clear = isClear(e);
  const hue = `var(--r-${e.regime})`;
  return el('li', {},
    el('span', { class: 'gap-name' }, placeName(e.s.scope_id)),
    el('span', { class: 'gap-track', 'aria-hidden': 'true' },
      el('span', { class: 'zero', style: { left: '50%' } }),
      el('span', { class: clear ? 'reach clear' : 'reach', style: { left: `${from}%`, width: `${Math.max(0.5, to - from)}%`, '--c': hue } }),
      el('span', { class: 'dot effect', style: { left: `${effectAt(e.effect_pct)}%`, '--c': hue } })),
    el('span', {}, sourced(signedPercent(e.effect_pct), effectSource(e), placeName(e.s.scope_id)), ' ',
      el('span', { class: 'quiet small' }, t('event.line', { low: signedPercent(e.low_pct), high: signedPercent(e.high_pct), placebo: chance(e.placebo_p_value), n: e.controls }))));
}

function eventColumns() {
  const some = (v, digits = 1) => ((v ?? null) === null ? '' : signed(v, digits));
  return [
    { head: t('col.event'), text: (e) => eventName(eventById.get(e.event_id)), raw: (e) => e.event_id },
    { head: t('col.day'), text: (e) => eventDate(eventById.get(e.event_id)), raw: (e) => eventById.get(e.event_id).first_day },
    { head: t('col.place'), text: (e) => placeName(e.s.scope_id), raw: (e) => e.s.scope_id },
    { head: t('col.role'), text: (e) => t(`role.${e.role}`), raw: (e) => e.role },
    { head: t('col.effect'), num: true, text: (e) => (identified(e) ? signedPercent(e.effect_pct) : tCode('untold', e.not_identified)), raw: (e) => e.effect_pct ?? e.not_identified,
      node: (e) => sourced(identified(e) ? signedPercent(e.effect_pct) : tCode('untold', e.not_identified), effectSource(e), placeName(e.s.scope_id)) },
    { head: '95% −', num: true, text: (e) => some(e.low_pct), raw: (e) => e.low_pct },
    { head: '95% +', num: true, text: (e) => some(e.high_pct), raw: (e) => e.high_pct },
    { head: t('col.placebo'), num: true, text: (e) => chance(e.placebo_p_value), raw: (e) => e.placebo_p_value },
    { head: t('col.controls'), num: true, text: (e) => ((e.controls ?? null) === null ? '' : number(e.controls)), raw: (e) => e.controls },
  ];
}

sourceKinds.e = (key) => {
  const [id, event] = key.split('|');
  const e = eventRows.find((one) => one.series_id === id && one.event_id === event);
  if (!e) return null;
  const told = eventById.get(event);
  return howItCame({
    title: placeName(e.s.scope_id), about: [measureName(e.s.measure_id), directionName(e.s.direction), `${eventDate(told)}: ${eventName(told)}`].join(' · '), regime: e.s.regime,
    value: identified(e) ? signedPercent(e.effect_pct) : t('event.untold'), how: identified(e) ? t('how.event') : `${sentence(tCode('untold', e.not_identified))}. ${t('how.untold')}`,
    facts: [[t('col.role'), t(`role.${e.role}`)], ...(identified(e) ? [['95%', `${signedPercent(e.low_pct)} … ${signedPercent(e.high_pct)}`], [t('how.p'), chance(e.p_value)], [t('how.placebo'), chance(e.placebo_p_value)], [t('how.trends'), chance(e.trend_p_value)],
      [t('col.controls'), number(e.controls)], [t('how.leftout'), e.controls_left_out ? number(e.controls_left_out) : ''], [t('how.months'), t('how.months.both', { before: e.months_before, after: e.months_after })]] : [])],
    sql: `select * from gold.event_effect where series_id = '${id}' and event_id = '${event}'`,
  });
};
