// Who is how large: ranking and shares within one regime, never across regimes.

function drawRanking() {
  const choice = choiceOf();
  const entries = compareSections(choice);
  const ranked = entries.slice().sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || a.west_to_east - b.west_to_east);
  const reporting = entries.filter((e) => e.value !== null);
  const period = periodChoices().find((p) => p.period_id === state.p);
  if (!period) { put('ranking'); put('ranking-tools'); put('ranking-lead', t('none.measure')); return; }
  const top = Math.max(...reporting.map((e) => e.value), 0);
  put('ranking-lead', sentence(rankingSentence(reporting, period)));
  put('ranking', el('ol', { class: 'ranks', role: 'list' }, ranked.map((e) => bar(e, top, reporting.length))));
  put('ranking-tools', tools('ranking', rankingColumns(), ranked, `${t('ranking.title')}: ${measureName(state.m)}, ${periodName(period)}, ${regimeName(state.r)}`));
}

function rankingSentence(reporting, period) {
  if (!reporting.length) return t('none.measure');
  if (reporting.length === 1) return t('ranking.alone', { period: periodName(period), section: sectionName(reporting[0].scope_id) });
  const base = t('ranking.reporting', { n: reporting.length, of: sections.length, period: periodName(period) });
  const shares = reporting.filter((e) => (e.share_pct ?? null) !== null).sort((a, b) => b.share_pct - a.share_pct);
  const first = shares.length > 1 ? ` ${t('ranking.first', { section: sectionName(shares[0].scope_id), share: percent(shares[0].share_pct) })}` : '';
  return base + first + (state.r === 'unknown' ? ` ${t('ranking.unknown')}` : '');
}

function bar(e, top, count) {
  const name = sectionName(e.scope_id);
  if (e.value === null) {
    return el('li', { class: 'rank none' }, el('span', { class: 'rank-no' }, '–'), el('span', { class: 'rank-name' }, name),
      el('span', { class: 'rank-bar hatched', 'aria-hidden': 'true' }),
      el('span', { class: 'rank-facts missing' }, tCode('missing', e.missing_reason || 'no_figure')));
  }
  const facts = [
    (e.share_pct ?? null) !== null && count > 1 ? t('ranking.share', { share: percent(e.share_pct) }) : '',
    growthOf(e),
    (e.contribution_points ?? null) !== null ? t('ranking.points', { points: signed(e.contribution_points) }) : '',
    e.per_border_km ? t('ranking.perkm', { value: short(e.per_border_km, e.unit) }) : '',
  ].filter(Boolean);
  return el('li', { class: 'rank' }, el('span', { class: 'rank-no' }, count > 1 && e.rank ? String(e.rank) : '–'),
    el('span', { class: 'rank-name' }, name, moved(e)),
    el('span', { class: 'rank-bar' },
      el('span', { class: 'fill', style: { width: `${top ? Math.max(0.4, (e.value / top) * 100) : 0}%`, '--c': `var(--r-${e.value_regime || state.r})` } }),
      el('span', { class: 'rank-value' }, sourced(amount(withHigh(e)), `o:${e.observation_id}`, name))),
    el('span', { class: 'rank-facts' }, facts.map((f) => el('span', {}, f))));
}

function growthOf(e) {
  if ((e.growth_pct ?? null) !== null) return t('ranking.growth', { pct: signedPercent(e.growth_pct) });
  return e.growth_reason ? t('ranking.nogrowth', { why: tCode('reason', e.growth_reason) }) : '';
}

function moved(e) {
  if (!e.rank_change) return '';
  return el('span', { class: 'quiet small' }, ` ${t(e.rank_change > 0 ? 'ranking.up' : 'ranking.down', { n: Math.abs(e.rank_change) })}`);
}

function rankingColumns() {
  const some = (v, digits = 1) => ((v ?? null) === null ? '' : number(v, digits));
  return [
    { head: t('col.section'), text: (e) => sectionName(e.scope_id) },
    { head: t('col.rank'), num: true, text: (e) => (e.rank ? String(e.rank) : ''), raw: (e) => e.rank },
    { head: t('col.rankchange'), num: true, text: (e) => ((e.rank_change ?? null) === null ? '' : signed(e.rank_change, 0)), raw: (e) => e.rank_change },
    { head: t('col.value'), num: true, text: (e) => (e.value === null ? tCode('missing', e.missing_reason || 'no_figure') : amount(withHigh(e))), raw: (e) => e.value,
      node: (e) => (e.value === null ? tCode('missing', e.missing_reason || 'no_figure') : sourced(amount(withHigh(e)), `o:${e.observation_id}`, sectionName(e.scope_id))) },
    { head: t('col.share'), num: true, text: (e) => some(e.share_pct), raw: (e) => e.share_pct },
    { head: t('col.yearago'), num: true, text: (e) => ((e.value_year_ago ?? null) === null ? '' : short(e.value_year_ago, e.unit)), raw: (e) => e.value_year_ago },
    { head: t('col.growth'), num: true, text: (e) => ((e.growth_pct ?? null) === null ? (e.growth_reason ? tCode('reason', e.growth_reason) : '') : signed(e.growth_pct)), raw: (e) => e.growth_pct },
    { head: t('col.points'), num: true, text: (e) => ((e.contribution_points ?? null) === null ? '' : signed(e.contribution_points)), raw: (e) => e.contribution_points },
    { head: t('col.perkm'), num: true, text: (e) => (e.per_border_km ? short(e.per_border_km, e.unit) : ''), raw: (e) => e.per_border_km },
  ];
}
