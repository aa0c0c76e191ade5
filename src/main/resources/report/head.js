// What the page is, and what it knows and does not know.

function drawHead() {
  document.documentElement.lang = language;
  document.title = t('title');
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel));
  for (const node of document.querySelectorAll('[data-lang]')) node.setAttribute('aria-pressed', String(node.dataset.lang === language));
  document.getElementById('simulated').hidden = !release.simulated;
  if (release.simulated) for (const head of document.querySelectorAll('.part > h2')) head.append(' ', madeUp());
  put('kicker', t('head.release', { no: String(release.number), day: date(release.asOf || lastKnown()) }));
  put('standfirst', standfirst());
  put('known', facts().map(([value, text]) => el('li', {}, el('strong', {}, value), ' ', text)));
}

/** Whether most cells are what records add up to, and not what somebody printed. */
const isOfRecords = () => observations.filter((o) => o.origin === 'computed').length * 2 > observations.length;

function standfirst() {
  const about = { publishers: unique(figures.map((f) => f.publisher)).length, of: sections.length, km: number(borderKm, 3) };
  const years = (list) => { const all = list.map((one) => one.period_end.slice(0, 4)).sort(); return { from: all[0] ?? '–', to: all.at(-1) ?? '–' }; };
  if (!isOfRecords()) return t('head.standfirst', { ...about, ...years(figures), n: figures.length, pages: unique(figures.map((f) => f.source_url)).length });
  const computed = observations.filter((o) => o.origin === 'computed').length;
  return t('head.standfirst.records', { ...about, ...years(observations), cells: observations.length, computed, printed: observations.length - computed });
}

/** The last day on which a figure became public, for a release that knows all of them. */
const lastKnown = () => figures.map((f) => f.published_on || '').filter((day) => day.length === 10).sort().at(-1);

/** What can be said and what cannot, counted from the data. */
function facts() {
  const trade = figures.filter((f) => f.measure_id === 'trade_value' && f.goods_id === 'all');
  const bySection = [...groupBy(figures.filter((f) => f.section_id), (f) => f.section_id)].sort((a, b) => b[1].length - a[1].length);
  const located = bySection.reduce((sum, [, list]) => sum + list.length, 0);
  const three = bySection.slice(0, 3);
  const alike = rows('regional_comparison').filter((c) => c.basis === 'like_for_like' && c.regime !== 'unknown' && c.west_to_east === 0);
  const most = Math.max(0, ...alike.map((c) => c.sections_reporting));
  const unknown = trade.filter((f) => f.regime === 'unknown').length;
  const share = (part, whole) => percent(whole ? (100 * part) / whole : 0, 0);
  if (isOfRecords()) {
    const series = rows('seasonal_diagnostics');
    return [
      [share(observations.filter((o) => o.origin === 'computed').length, observations.length), t('known.records')],
      [t('known.most.value', { most, of: sections.length }), t('known.most')],
      [t('known.series.value', { n: series.filter(isAdjusted).length, of: series.length }), t('known.series')],
      [t('known.series.value', { n: eventRows.filter(identified).length, of: eventRows.length }), t('known.events')],
    ];
  }
  return [
    [share(three.reduce((sum, [, list]) => sum + list.length, 0), located), t('known.three', { names: new Intl.ListFormat(locales[language]).format(three.map(([id]) => sectionName(id))) })],
    [share(unknown, trade.length), t('known.regime')],
    [t('known.most.value', { most, of: sections.length }), t('known.most')],
    [number(figures.filter((f) => f.is_date_inferred).length), t('known.inferred')],
  ];
}

function drawChoices() {
  const option = (name) => (id) => ({ id, name: name(id) });
  const periods = [...groupBy(periodChoices(), (p) => p.period_kind)].map(([kind, list]) => ({
    name: t(`kind.${kind}`), list: list.map((p) => ({ id: p.period_id, name: p.reporting ? `${periodName(p)} · ${p.reporting}/${sections.length}` : periodName(p) })),
  }));
  put('choices',
    pulldown('m', t('pick.measure'), [{ list: measureChoices().map(option(measureName)) }]),
    measureById.get(state.m)?.is_trade === false ? '' : pulldown('r', t('pick.regime'), [{ list: regimeChoices().map(option(regimeName)) }]),
    directionChoices().length > 1 ? pulldown('d', t('pick.direction'), [{ list: directionChoices().map(option(directionName)) }]) : '',
    goodsChoices().length > 1 ? pulldown('g', t('pick.goods'), [{ list: goodsChoices().map(option(goodsName)) }]) : '',
    periods.length ? pulldown('p', t('pick.period'), periods) : '');
  put('regime-note', state.r === 'not_applicable' ? '' : t(`regime.note.${state.r}`));
}

function drawRegimes() {
  const used = unique(figures.map((f) => f.regime)).filter((r) => r !== 'not_applicable').sort(byOrder(regimeOrder));
  put('regimes', used.map((r) => [el('dt', {}, regimeMark(r)), el('dd', {}, t(`regime.note.${r}`), ' ', el('span', { class: 'quiet' }, t('regime.count', { n: figures.filter((f) => f.regime === r).length })))]));
  const publishers = [...groupBy(figures, (f) => f.publisher)].map(([name, list]) => ({ name, figures: list.length, pages: unique(list.map((f) => f.source_url)).length, tier: list[0].source_tier }))
    .sort((a, b) => b.figures - a.figures || a.name.localeCompare(b.name));
  put('publisher-tools', tools('publishers', [
    { head: t('col.publisher'), text: (p) => p.name },
    { head: t('col.tier'), text: (p) => tCode('tier', p.tier), raw: (p) => p.tier },
    { head: t('col.figures'), num: true, text: (p) => number(p.figures), raw: (p) => p.figures },
    { head: t('col.pages'), num: true, text: (p) => number(p.pages), raw: (p) => p.pages },
  ], publishers, t('publishers.title')));
}
