// Growth as we compute it beside growth as the source printed it.

function drawGaps(everything) {
  const list = everything.flatMap((o) => [
    pairOf(o, 'yoy', o.yoy_pct, o.printed_yoy_pct, o.yoy_gap_points),
    pairOf(o, 'change', o.change_pct, o.printed_change_pct, o.change_gap_points),
  ]).filter(Boolean).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  if (!list.length) { put('gaps', el('p', { class: 'quiet' }, t('gaps.none'))); put('gap-tools'); return; }
  const near = list.filter((p) => Math.abs(p.gap) < 0.5).length;
  put('gaps',
    el('p', {}, t('gaps.lead', { n: list.length, near })),
    el('ul', { class: 'gaps', role: 'list' }, list.slice(0, 8).map((p) => gapLine(p, scaleOf(list.slice(0, 8))))),
    el('p', { class: 'legend' }, el('span', { class: 'key' }, el('span', { class: 'dot ours' }), ` ${t('gaps.ours')}`), el('span', { class: 'key' }, el('span', { class: 'dot printed' }), ` ${t('gaps.printed')}`)));
  put('gap-tools', tools('gaps', gapColumns(), list, t('gaps.title')));
}

function pairOf(o, kind, ours, printed, gap) {
  return (gap ?? null) === null ? null : { o, kind, ours, printed, gap };
}

function scaleOf(list) {
  const all = list.flatMap((p) => [p.ours, p.printed, 0]);
  const low = Math.min(...all); const high = Math.max(...all);
  return (v) => `${((v - low) / (high - low || 1)) * 100}%`;
}

function gapLine(p, at) {
  const left = p.ours < p.printed ? p.ours : p.printed;
  const right = p.ours < p.printed ? p.printed : p.ours;
  return el('li', {},
    el('span', { class: 'gap-name' }, `${placeName(p.o.scope_id)}, ${periodName(p.o)}`, el('span', { class: 'quiet small' }, ` ${t(`gaps.${p.kind}`)}`), ' ', regimeMark(p.o.regime)),
    el('span', { class: 'gap-track', 'aria-hidden': 'true' },
      el('span', { class: 'zero', style: { left: at(0) } }),
      el('span', { class: 'gap-bar', style: { left: at(left), right: `calc(100% - ${at(right)})` } }),
      el('span', { class: 'dot printed', style: { left: at(p.printed) } }), el('span', { class: 'dot ours', style: { left: at(p.ours) } })),
    sourced(t('gaps.line', { ours: signedPercent(p.ours), printed: signedPercent(p.printed), gap: signed(p.gap) }), `o:${p.o.observation_id}`));
}

function gapColumns() {
  return [
    { head: t('col.place'), text: (p) => placeName(p.o.scope_id) },
    { head: t('col.period'), text: (p) => periodName(p.o), raw: (p) => p.o.period_id },
    { head: t('col.regime'), text: (p) => regimeName(p.o.regime), raw: (p) => p.o.regime },
    { head: t('col.against'), text: (p) => t(`gaps.${p.kind}`), raw: (p) => p.kind },
    { head: t('gaps.ours'), num: true, text: (p) => signedPercent(p.ours), node: (p) => sourced(signedPercent(p.ours), `o:${p.o.observation_id}`), raw: (p) => p.ours },
    { head: t('gaps.printed'), num: true, text: (p) => signedPercent(p.printed), raw: (p) => p.printed },
    { head: t('col.gap'), num: true, text: (p) => signed(p.gap, 2), raw: (p) => p.gap },
  ];
}
