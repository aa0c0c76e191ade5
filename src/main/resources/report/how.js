// How a number of the mathematics came to be: the same side panel, for what no page prints.

/** What there is to say of such a number. facts: [head, text]; sql leads to its row in the lake. */
function howItCame({ title, about, regime, value, how, facts, sql, observation }) {
  return [
    el('h2', { id: 'panel-title' }, title),
    el('p', { class: 'quiet' }, about),
    el('p', {}, regimeMark(regime), ' ', madeUp()),
    el('p', { class: 'panel-value' }, value),
    el('p', {}, how),
    el('dl', { class: 'facts' }, facts.filter(([, text]) => text !== '' && (text ?? null) !== null).map(([head, text]) => [el('dt', {}, head), el('dd', {}, text)])),
    observation ? el('p', {}, sourced(t('how.observation'), `o:${observation.observation_id}`, '', 'link')) : '',
    el('p', { class: 'quiet small' }, t('how.sql')),
    el('pre', { class: 'sql', tabindex: '0' }, `jobs/bienmau query "${sql}"`),
  ];
}

const rangeOf = (low, high, unit) => ((low ?? null) === null ? '' : t('how.range', { low: short(low, '', true), high: short(high, unit) }));
const chance = (p) => ((p ?? null) === null ? '' : p < 0.001 ? `< ${number(0.001, 3)}` : number(p, 3));

/** A month by its first day. */
function monthOf(first) {
  const [y, m] = parts(first);
  const end = new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10);
  return { period_kind: 'month', period_id: first.slice(0, 7), period_start: first, period_end: end };
}

const nameOfMonth = (first) => periodName(monthOf(first));
const middleOf = (first) => middle(monthOf(first));
const eventById = indexBy(rows('dim_event'), (e) => e.event_id);
const eventName = (e) => nameIn({ name_vi: e.label_vi, name_en: e.label_en }, e.event_id);

/** The registered event beside a find, or that there is none. */
function eventBeside(id) {
  const event = eventById.get(id);
  return event ? [el('span', {}, `${t('season.event')} ${eventDate(event)}: ${eventName(event)} `), link(event.source)] : el('span', { class: 'quiet' }, t('season.noevent'));
}
