// Trucks a day and trucks waiting, gate by gate, with capacity and events.

const truckYears = () => yearsOf(truckPoints('vehicles_per_day').concat(truckPoints('vehicles_waiting')).map((p) => p.o).filter((o) => o.period_start >= truckStart()));

/** Where the figures become dense: the first year from which at least ten stand in every third year or more. */
function truckStart() {
  const years = observations.filter((o) => o.measure_id === 'vehicles_waiting' || o.measure_id === 'vehicles_per_day').map((o) => Number(o.period_end.slice(0, 4))).sort();
  return `${years[Math.floor(years.length * 0.04)] ?? 2000}-01-01`;
}

function truckPoints(measure) {
  const main = observations.filter((o) => o.measure_id === measure && o.goods_id === 'all' && o.section_id);
  const days = measure === 'vehicles_per_day'
    ? observations.filter((o) => o.measure_id === 'vehicles_cleared' && o.period_kind === 'day' && o.goods_id === 'all' && o.section_id) : [];
  return [...main.map((o) => point(o, false)), ...days.map((o) => point(o, true))];

  function point(o, light) {
    return { o, x: middle(o), light, group: o.direction, colour: `d-${o.direction}` };
  }
}

function drawTrucks() {
  put('truck-sample', release.simulated ? t('truck.sample') : '');
  drawTruckGroup('perday', 'vehicles_per_day', true);
  drawTruckGroup('waiting', 'vehicles_waiting', false);
}

function drawTruckGroup(id, measure, spansPeriod) {
  const holder = document.getElementById(id);
  const points = truckPoints(measure);
  dropCharts(holder);
  if (!points.length) { holder.replaceChildren(emptyPart('truck.none', 'truck.fill')); put(`${id}-note`); put(`${id}-tools`); return; }
  const x = truckYears();
  const places = [...groupBy(points, (p) => p.o.scope_id)].filter(([, list]) => list.length >= 3)
    .sort((a, b) => b[1].length - a[1].length).slice(0, 9);
  const rest = points.length - places.reduce((sum, [, list]) => sum + list.length, 0);
  const earlier = points.filter((p) => p.x < x[0]).length;
  const boxes = places.map(([scope, list]) => [scope, list.filter((p) => p.x >= x[0]), truckPanel(scope, list, x)]);
  holder.replaceChildren(...boxes.map(([, , box]) => box));
  put(`${id}-note`, [t(`${id}.lead`, { n: points.length, places: places.length }), rest ? t('truck.rest', { n: rest }) : '', earlier ? t('truck.earlier', { n: earlier, y: String(x[0]) }) : ''].filter(Boolean).join(' '));
  for (const [scope, list, box] of boxes) {
    const capacity = spansPeriod ? capacityOf(scope, x) : [];
    drawChart(box.querySelector('.chart'), {
      points: list, x, log: false, spansPeriod, y: limits([...list.map((p) => p.o), ...capacity.map((c) => ({ value: c.high }))], false), band: capacity,
      marks: [...newYears(x), ...numbered(eventsOf(scope, x), x)],
      label: t('chart.label', { place: placeName(scope), measure: measureName(measure), n: list.length, from: periodName(first(list.map((p) => p.o))), to: periodName(latest(list.map((p) => p.o))) }),
    });
  }
  put(`${id}-tools`, tools(id, truckColumns(), points.map((p) => p.o).sort((a, b) => a.scope_id.localeCompare(b.scope_id) || a.period_end.localeCompare(b.period_end)), measureName(measure)));
}

function truckPanel(scope, list, x) {
  const means = list.filter((p) => !p.light);
  const box = panel(scope, (means.length ? means : list).map((p) => p.o));
  const events = eventsOf(scope, x);
  if (events.length) {
    box.append(el('details', {}, el('summary', {}, t('truck.events', { n: events.length })),
      el('ol', {}, events.map((e) => el('li', {}, `${eventDate(e)}: `, nameIn({ name_vi: e.label_vi, name_en: e.label_en }, e.event_id), ' ', link(e.source))))));
  }
  return box;
}

function link(url) {
  return /^https?:\/\//.test(url || '')
    ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer', 'aria-label': `${t('panel.page')}: ${readable(url)} ${t('panel.newtab')}` }, t('word.source')) : '';
}

function eventDate(e) {
  if (e.last_day && e.last_day !== e.first_day && e.precision !== 'month' && e.precision !== 'year') return `${date(e.first_day)}–${date(e.last_day)}`;
  return date(e.first_day.slice(0, { month: 7, year: 4 }[e.precision] || 10));
}

/** Events that name this very place; an event known only to the year has no place on a time axis. */
function eventsOf(scope, x) {
  return rows('dim_event')
    .filter((e) => (e.scope_ids || '').split(' ').includes(scope) && e.precision !== 'year' && yearOf(e.first_day) >= x[0])
    .sort((a, b) => a.first_day.localeCompare(b.first_day));
}

/** Marks with their numbers; marks too close to be told apart share one label. */
function numbered(events, x) {
  const close = (x[1] - x[0]) / 16;
  const marks = events.map((e, i) => ({ x: yearOf(e.first_day), from: i + 1, to: i + 1, colour: 'event' }));
  let head = null;
  for (const mark of marks) {
    if (head && mark.x - head.x < close) { head.to = mark.to; mark.to = 0; } else head = mark;
  }
  return marks.map((m) => ({ ...m, text: m.to === 0 ? '' : m.to > m.from ? `${m.from}–${m.to}` : String(m.from) }));
}

/** The first day of each lunar year. */
function newYears(x) {
  return rows('dim_holiday').filter((h) => h.country === 'VN').map((h) => ({ x: yearOf(h.first_day), text: '' })).filter((m) => m.x >= x[0] && m.x <= x[1]);
}

/** What sources say a gate can take a day, from the time they speak of. */
function capacityOf(scope, x) {
  return observations.filter((o) => o.measure_id === 'capacity' && o.scope_id === scope && o.direction === 'total')
    .sort((a, b) => a.period_end.localeCompare(b.period_end))
    .map((o, i, all) => ({ from: Math.max(yearOf(o.period_start), x[0]), to: i + 1 < all.length ? yearOf(all[i + 1].period_start) : x[1], low: o.value, high: o.value_high ?? o.value, o }))
    .filter((c) => c.to > c.from);
}

function truckColumns() {
  return [
    { head: t('col.place'), text: (o) => placeName(o.scope_id) },
    { head: t('col.period'), text: (o) => periodName(o), raw: (o) => o.period_id },
    { head: t('col.direction'), text: (o) => directionName(o.direction), raw: (o) => o.direction },
    { head: t('col.value'), num: true, text: (o) => amount(o), node: (o) => observed(o), raw: (o) => o.value },
    { head: t('col.high'), num: true, text: (o) => ((o.value_high ?? null) === null ? '' : short(o.value_high, o.unit)), raw: (o) => o.value_high },
    { head: t('col.measure'), text: (o) => measureName(o.measure_id), raw: (o) => o.measure_id },
  ];
}
