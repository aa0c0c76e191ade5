// Where sources disagree, in sentences.

function drawDisputes() {
  const wide = observations.filter((o) => o.figures_competing > 1 && o.spread_pct >= 0.5).sort((a, b) => b.spread_pct - a.spread_pct || a.observation_id.localeCompare(b.observation_id));
  const several = observations.filter((o) => o.figures_competing > 1).length;
  put('dispute-lead', t('dispute.lead', { n: wide.length, of: several }));
  drawVerdicts();
  put('spreads', sentences(wide, (o) => el('li', {},
    t('dispute.spread', { place: placeName(o.scope_id), period: periodName(o), what: whatOf(o), n: o.figures_competing, low: short(o.competing_low, o.unit), high: short(o.competing_high, o.unit), pct: percent(o.spread_pct) }),
    ' ', verdictsOf(o), regimeMark(o.regime), ' ', sourced(t('dispute.all'), `o:${o.observation_id}`, `${placeName(o.scope_id)}, ${periodName(o)}`, 'link')), 6));
  put('spread-tools', wide.length ? tools('spreads', spreadColumns(), wide, t('dispute.title')) : '');
  drawImplied();
}

/** What is said of the figures of a cell that were not chosen. */
function verdictsOf(o) {
  const found = unique(rows('published_reconciliation').filter((r) => r.observation_id === o.observation_id && r.verdict !== 'agrees').map((r) => r.verdict));
  return found.length ? [el('strong', { class: 'tag' }, sentence(found.map((v) => tCode('verdict', v)).join(', '))), '. '] : '';
}

const whatOf = (o) => [measureName(o.measure_id), o.direction === 'total' ? '' : directionName(o.direction), o.goods_id === 'all' ? '' : goodsName(o.goods_id)].filter(Boolean).join(', ').toLocaleLowerCase(locales[language]);

/** The first few sentences, the others behind a switch. */
function sentences(list, item, few) {
  return [
    el('ul', { class: 'sentences' }, list.slice(0, few).map(item)),
    list.length > few ? el('details', {}, el('summary', {}, t('more', { n: list.length - few })), el('ul', { class: 'sentences' }, list.slice(few).map(item))) : '',
  ];
}

const verdictOrder = ['agrees', 'rounding', 'other_vintage', 'other_regime', 'other_period', 'parts_do_not_add_up', 'source_error_suspected', 'unexplained'];

function drawVerdicts() {
  const judged = rows('published_reconciliation');
  if (!judged.length) { put('verdicts'); put('verdict-tools'); return; }
  const others = judged.filter((r) => r.figure_id !== r.chosen_figure_id);
  const groups = [...groupBy(others, (r) => r.verdict)].sort((a, b) => byOrder(verdictOrder)(a[0], b[0]));
  put('verdicts',
    el('p', {}, t('verdict.lead', { n: others.length, chosen: judged.length - others.length })),
    el('div', { class: 'verdict-bar', 'aria-hidden': 'true' }, groups.map(([v, list]) => el('span', { class: `verdict v-${v}`, style: { 'flex-grow': list.length } }))),
    el('ul', { class: 'verdict-list', role: 'list' }, groups.map(([v, list]) => el('li', {}, el('span', { class: `swatch v-${v}` }), ` ${tCode('verdict', v)} `, el('strong', {}, number(list.length))))));
  const odd = judged.filter((r) => ['source_error_suspected', 'parts_do_not_add_up'].includes(r.verdict))
    .sort((a, b) => byOrder(verdictOrder)(b.verdict, a.verdict) || Math.abs(b.diff_pct ?? 0) - Math.abs(a.diff_pct ?? 0) || a.figure_id.localeCompare(b.figure_id));
  put('odd', odd.length ? sentences(odd, oddLine, 4) : '');
  put('verdict-tools', tools('verdicts', verdictColumns(), others, t('verdict.title')));
}

function oddLine(r) {
  const f = figureById.get(r.figure_id);
  const chosen = observationById.get(r.observation_id);
  const about = { place: placeName(f.scope_id), period: periodName(f), what: whatOf(f), publisher: f.publisher, value: amount(f) };
  const text = chosen && (r.diff_pct ?? null) !== null
    ? t('verdict.line', { ...about, chosen: amount(chosen), gap: signedPercent(r.diff_pct) }) : t('verdict.line.alone', about);
  return el('li', {}, text, ' ', el('strong', { class: 'tag' }, tCode('verdict', r.verdict)), r.explanation ? `: ${tCode('why', r.explanation)}` : '', '. ',
    regimeMark(f.regime), ' ', sourced(t('dispute.all'), `f:${r.figure_id}`, about.place, 'link'));
}

function verdictColumns() {
  const figure = (r) => figureById.get(r.figure_id) || r;
  const chosen = (r) => observationById.get(r.observation_id);
  return [
    { head: t('col.place'), text: (r) => placeName(figure(r).scope_id) },
    { head: t('col.period'), text: (r) => periodName(figure(r)), raw: (r) => figure(r).period_id },
    { head: t('col.measure'), text: (r) => whatOf(figure(r)) },
    { head: t('col.value'), num: true, text: (r) => amount(figure(r)), node: (r) => sourced(amount(figure(r)), `f:${r.figure_id}`), raw: (r) => figure(r).value },
    { head: t('col.chosen'), num: true, text: (r) => (chosen(r) ? amount(chosen(r)) : ''), raw: (r) => chosen(r)?.value },
    { head: t('col.publisher'), text: (r) => figure(r).publisher },
    { head: t('col.verdict'), text: (r) => tCode('verdict', r.verdict), raw: (r) => r.verdict },
    { head: t('col.why'), text: (r) => (r.explanation ? tCode('why', r.explanation) : ''), raw: (r) => r.explanation },
  ];
}

function spreadColumns() {
  return [
    { head: t('col.place'), text: (o) => placeName(o.scope_id) },
    { head: t('col.period'), text: (o) => periodName(o), raw: (o) => o.period_id },
    { head: t('col.measure'), text: whatOf },
    { head: t('col.regime'), text: (o) => regimeName(o.regime), raw: (o) => o.regime },
    { head: t('col.chosen'), num: true, text: (o) => amount(o), node: (o) => observed(o), raw: (o) => o.value },
    { head: t('col.low'), num: true, text: (o) => short(o.competing_low, o.unit), raw: (o) => o.competing_low },
    { head: t('col.most'), num: true, text: (o) => short(o.competing_high, o.unit), raw: (o) => o.competing_high },
    { head: t('col.spread'), num: true, text: (o) => percent(o.spread_pct), raw: (o) => o.spread_pct },
    { head: t('col.figures'), num: true, text: (o) => number(o.figures_competing), raw: (o) => o.figures_competing },
  ];
}
