// Where sources disagree, in sentences.

function drawDisputes() {
  const wide = observations.filter((o) => o.figures_competing > 1 && o.spread_pct >= 0.5).sort((a, b) => b.spread_pct - a.spread_pct || a.observation_id.localeCompare(b.observation_id));
  const several = observations.filter((o) => o.figures_competing > 1).length;
  put('dispute-lead', t('dispute.lead', { n: wide.length, of: several }));
  drawVerdicts();
  put('spreads', sentences(wide, (o) => el('li', {},
    t('dispute.spread', { place: placeName(o.scope_id), period: periodName(o), what: whatOf(o), n: o.figures_competing, low: short(o.competing_low, o.unit), high: short(o.competing_high, o.unit), pct: percent(o.spread_pct) }),
    ' ', regimeMark(o.regime), ' ', sourced(t('dispute.all'), `o:${o.observation_id}`, `${placeName(o.scope_id)}, ${periodName(o)}`, 'link')), 6));
  put('spread-tools', wide.length ? tools('spreads', spreadColumns(), wide, t('dispute.title')) : '');
  drawImplied();
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
  const groups = [...groupBy(judged, (r) => r.verdict)].sort((a, b) => byOrder(verdictOrder)(a[0], b[0]));
  put('verdicts',
    el('div', { class: 'verdict-bar', 'aria-hidden': 'true' }, groups.map(([v, list]) => el('span', { class: `verdict v-${v}`, style: { 'flex-grow': list.length } }))),
    el('ul', { class: 'verdict-list', role: 'list' }, groups.map(([v, list]) => el('li', {}, el('span', { class: `swatch v-${v}` }), ` ${tCode('verdict', v)} `, el('strong', {}, number(list.length))))));
  put('verdict-tools', tools('verdicts', verdictColumns(), judged.filter((r) => r.verdict !== 'agrees'), t('verdict.title')));
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
  ];
}

function drawImplied() {
  const list = rows('implied_base').filter((b) => b.verdict !== 'agrees').sort((a, b) => Math.abs(b.gap_pct ?? 0) - Math.abs(a.gap_pct ?? 0));
  put('implied', list.length ? sentences(list, impliedLine, 5) : el('p', { class: 'quiet' }, t('implied.none')));
  put('implied-tools', list.length ? tools('implied', impliedColumns(), list, t('implied.title')) : '');
}

function impliedLine(b) {
  const said = figureById.get(b.figure_id);
  return el('li', {}, t('implied.line', {
    publisher: said.publisher, place: placeName(b.scope_id), later: periodName(said), value: amount(said), pct: `${said.printed_yoy_pct > 0 ? '+' : ''}${percent(said.printed_yoy_pct, 2)}`,
    period: periodName(observationById.get(b.observation_id) || said), implied: short(b.implied_value, b.unit), printed: short(b.printed_value, b.unit), gap: signedPercent(b.gap_pct),
  }), ' ', regimeMark(b.regime), ' ', sourced(t('implied.said'), `f:${b.figure_id}`, placeName(b.scope_id), 'link'), ' · ', sourced(t('implied.base'), `o:${b.observation_id}`, placeName(b.scope_id), 'link'));
}

function impliedColumns() {
  return [
    { head: t('col.place'), text: (b) => placeName(b.scope_id) },
    { head: t('col.period'), text: (b) => b.period_id },
    { head: t('col.regime'), text: (b) => regimeName(b.regime), raw: (b) => b.regime },
    { head: t('col.implied'), num: true, text: (b) => short(b.implied_value, b.unit), node: (b) => sourced(short(b.implied_value, b.unit), `f:${b.figure_id}`), raw: (b) => b.implied_value },
    { head: t('col.printedbase'), num: true, text: (b) => short(b.printed_value, b.unit), node: (b) => sourced(short(b.printed_value, b.unit), `o:${b.observation_id}`), raw: (b) => b.printed_value },
    { head: t('col.gappct'), num: true, text: (b) => signedPercent(b.gap_pct), raw: (b) => b.gap_pct },
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
