// The side panel that says where a number comes from.

const dialog = document.getElementById('panel');
let openedFrom = null;

/** What to say of a source, by the letter that its name begins with; parts of the page add their own. */
const sourceKinds = { o: ofObservation, f: ofFigure, c: ofCoverage };

function openSource(source, from = null) {
  const [kind, ...rest] = source.split(':');
  const content = sourceKinds[kind]?.(rest.join(':'));
  if (!content) return;
  openedFrom = from;
  document.getElementById('panel-body').replaceChildren(...content.flat(2).filter(Boolean));
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
  choose({ src: source }, { quiet: true });
}

function closeSource() {
  if (dialog.open) dialog.close();
}

dialog.addEventListener('close', () => {
  choose({ src: '' }, { quiet: true });
  const back = openedFrom?.isConnected ? openedFrom : openedFrom?.dataset && document.querySelector(`[data-source="${CSS.escape(openedFrom.dataset.source)}"]`);
  if (back) back.focus();
});
dialog.addEventListener('click', (e) => { if (e.target === dialog) closeSource(); });
document.getElementById('panel-close').addEventListener('click', closeSource);
document.addEventListener('click', (e) => {
  const number = e.target.closest?.('[data-source]');
  if (number) openSource(number.dataset.source, number);
});

function ofObservation(id) {
  const o = observationById.get(id);
  if (!o) return null;
  const competing = (figuresByCell.get(cellOf(o)) || []).slice().sort((a, b) => (a.figure_id === o.figure_id ? -1 : 0) - (b.figure_id === o.figure_id ? -1 : 0));
  const made = o.origin === 'derived' ? partsOf(o) : [];
  return [
    titleOf(o),
    el('p', { class: 'panel-value' }, amount(o)),
    el('p', { class: 'quiet' }, exactly(o)),
    el('p', {}, el('strong', {}, t('panel.rule')), ' ', ruleOf(o)),
    trendFacts(o),
    made.length ? [el('h3', {}, t('panel.parts', { n: made.length })), made.map((f) => card(f, false, true))] : '',
    competing.length ? el('h3', {}, t('panel.figures', { n: competing.length })) : '',
    competing.length > 1 ? el('p', { class: 'quiet' }, t('panel.spread', { low: short(o.competing_low, o.unit), high: short(o.competing_high, o.unit), pct: percent(o.spread_pct ?? 0) })) : '',
    competing.map((f) => card(f, f.figure_id === o.figure_id)),
  ];
}

function ofFigure(id) {
  const f = figureById.get(id);
  if (!f) return null;
  const chosen = observationByCell.get(cellOf(f));
  return chosen ? ofObservation(chosen.observation_id) : [titleOf(f), el('p', { class: 'panel-value' }, amount(f)), card(f)];
}

function ofCoverage(key) {
  const [section, year, measure, regime] = key.split('|');
  const list = figures.filter((f) => f.section_id === section && f.measure_id === measure && (!regime || f.regime === regime) && f.period_end.startsWith(year));
  return [
    el('h2', { id: 'panel-title' }, `${sectionName(section)}, ${year}`),
    el('p', { class: 'quiet' }, [measureName(measure), regime && regime !== 'not_applicable' ? regimeName(regime) : ''].filter(Boolean).join(' · ')),
    el('h3', {}, t('panel.figures', { n: list.length })),
    list.map((f) => card(f, false, true)),
  ];
}

function titleOf(row) {
  const about = [periodName(row), row.direction === 'total' && !measureById.get(row.measure_id)?.is_trade ? '' : directionName(row.direction), row.goods_id === 'all' ? '' : goodsName(row.goods_id)];
  return [
    el('h2', { id: 'panel-title' }, placeName(row.scope_id)),
    el('p', { class: 'quiet' }, `${measureName(row.measure_id)} · ${about.filter(Boolean).join(' · ')}`),
    el('p', {}, regimeMark(row.regime)),
  ];
}

const exactly = (row) => {
  const high = row.value_high === null || row.value_high === undefined ? '' : `–${number(row.value_high, 4)}`;
  return `= ${number(row.value, 4)}${high} ${unitName(row.unit)}`;
};

function ruleOf(o) {
  const rule = tCode('rule', o.rule);
  if (o.origin === 'computed') return `${t('panel.computed', { n: number(o.records, 0), publisher: o.publisher })} ${rule}`;
  return o.origin === 'derived' ? `${t('panel.derived')} ${rule}` : rule;
}

function trendFacts(o) {
  const trend = trendById.get(o.observation_id);
  if (!trend) return '';
  const line = (ours, printed, why, head) => {
    if ((ours ?? null) === null && (printed ?? null) === null) return '';
    const mine = (ours ?? null) === null ? tCode('reason', why || 'base_missing') : signedPercent(ours);
    const theirs = (printed ?? null) === null ? t('panel.not-printed') : signedPercent(printed);
    return el('p', {}, el('strong', {}, head), ' ', t('panel.growth', { ours: mine, printed: theirs }));
  };
  return [
    line(trend.yoy_pct, trend.printed_yoy_pct, trend.yoy_reason, t('panel.yoy')),
    line(trend.change_pct, trend.printed_change_pct, trend.change_reason, t('panel.change')),
  ];
}

function partsOf(o) {
  return (o.part_figure_ids || '').split(' ').map((id) => figureById.get(id)).filter(Boolean);
}

/** One printed figure with everything that identifies it. */
function card(f, chosen = false, titled = false) {
  const web = /^https?:\/\//.test(f.source_url);
  const line = (head, content) => (content ? [el('dt', {}, t(head)), el('dd', {}, content)] : []);
  const growth = [['panel.yoy', f.printed_yoy_pct], ['panel.change', f.printed_mom_pct], ['panel.plan', f.printed_plan_pct]]
    .filter(([, v]) => v !== null && v !== undefined)
    .map(([head, v]) => `${t(head)} ${head === 'panel.plan' ? percent(v, 2) : `${v > 0 ? '+' : ''}${percent(v, 2)}`}`).join('; ');
  const address = web
    ? el('a', { href: f.source_url, target: '_blank', rel: 'noopener noreferrer' }, readable(f.source_url), el('span', { class: 'sr' }, ` ${t('panel.newtab')}`))
    : f.source_url;
  return el('article', { class: chosen ? 'card chosen' : 'card' },
    chosen ? el('p', { class: 'badge' }, t('panel.chosen')) : '',
    titled ? el('p', { class: 'card-title' }, `${placeName(f.scope_id)} · ${periodName(f)} · ${directionName(f.direction)}`) : '',
    el('p', { class: 'card-value' }, amount(f)),
    el('dl', {},
      line('panel.publisher', f.publisher),
      line('panel.page', address),
      line('panel.published', f.published_on ? date(f.published_on) : t('date.none')),
      line('panel.known', `${date(f.known_from)} (${tCode('known', f.known_from_basis)})`),
      line('panel.received', `${f.printed_value} ${f.printed_unit}${f.qualifier === 'exact' ? '' : ` (${t(`qualifier.${f.qualifier}`)})`}`),
      line('panel.rate', f.fx_rate ? `${number(f.fx_rate, 4)} ${f.fx_basis || ''}` : ''),
      line('panel.printed', growth),
      line('panel.inferred', f.is_date_inferred ? t('panel.inferred.yes') : ''),
      line('panel.note', f.note),
      line('panel.file', t('panel.line', { file: fileNames.get(f.file_id) || f.file_id, line: String(f.line_no) }))));
}

function readable(url) {
  try { return decodeURI(url).replace(/^https?:\/\/(www\.)?/, ''); } catch { return url; }
}
