// Bases and plans that printed growth and printed shares imply, against those that were printed.

const settled = ['agrees', 'rounding', 'base_missing'];

function drawImplied() {
  const list = rows('implied_base').slice().sort((a, b) => Math.abs(b.gap_pct ?? 0) - Math.abs(a.gap_pct ?? 0) || a.figure_id.localeCompare(b.figure_id));
  const count = (name) => list.filter((b) => b.class === name).length;
  const found = list.filter((b) => !settled.includes(b.class)).sort((a, b) => byOrder(impliedOrder)(a.class, b.class));
  put('implied',
    list.length ? el('p', {}, t('implied.count', { n: list.length, agree: count('agrees') + count('rounding'), missing: count('base_missing'), found: found.length })) : '',
    found.length ? sentences(found, impliedLine, 6) : el('p', { class: 'quiet' }, t('implied.none')));
  put('implied-tools', list.length ? tools('implied', impliedColumns(), list, t('implied.title')) : '');
}

const impliedOrder = ['base_revised', 'source_error_suspected', 'ratio_printed_as_growth', 'unexplained', 'other_regime'];

function impliedLine(b) {
  const said = figureById.get(b.figure_id);
  const isPlan = b.implied_by === 'plan_share';
  const text = t(isPlan ? 'implied.plan' : 'implied.line', {
    publisher: b.publisher, place: placeName(b.scope_id), later: periodName(said), value: amount(said),
    pct: `${b.printed_pct > 0 && !isPlan ? '+' : ''}${percent(b.printed_pct, 2)}`, period: periodBetween(b.base_start, b.base_end),
    implied: (b.implied_value ?? null) === null ? t('implied.not') : short(b.implied_value, b.unit),
    printed: (b.known_value ?? null) === null ? t('implied.not') : short(b.known_value, b.unit), gap: (b.gap_pct ?? null) === null ? '' : ` (${signedPercent(b.gap_pct)})`,
  });
  return el('li', {}, text, ' ', el('strong', { class: 'tag' }, tCode('class', b.class)), '. ', regimeMark(b.regime), ' ',
    sourced(t('implied.said'), `f:${b.figure_id}`, placeName(b.scope_id), 'link'),
    b.known_observation_id ? [' · ', sourced(t('implied.base'), `o:${b.known_observation_id}`, placeName(b.scope_id), 'link')] : '');
}

function impliedColumns() {
  const value = (v, unit) => ((v ?? null) === null ? '' : short(v, unit));
  return [
    { head: t('col.place'), text: (b) => placeName(b.scope_id) },
    { head: t('col.what'), text: (b) => t(`by.${b.implied_by}`), raw: (b) => b.implied_by },
    { head: t('col.period'), text: (b) => periodBetween(b.base_start, b.base_end), raw: (b) => `${b.base_start}/${b.base_end}` },
    { head: t('col.regime'), text: (b) => regimeName(b.regime), raw: (b) => b.regime },
    { head: t('col.implied'), num: true, text: (b) => value(b.implied_value, b.unit), node: (b) => sourced(value(b.implied_value, b.unit) || '–', `f:${b.figure_id}`), raw: (b) => b.implied_value },
    { head: t('col.printedbase'), num: true, text: (b) => value(b.known_value, b.unit), node: (b) => (b.known_observation_id ? sourced(value(b.known_value, b.unit), `o:${b.known_observation_id}`) : ''), raw: (b) => b.known_value },
    { head: t('col.gappct'), num: true, text: (b) => signedPercent(b.gap_pct), raw: (b) => b.gap_pct },
    { head: t('col.verdict'), text: (b) => tCode('class', b.class), raw: (b) => b.class },
  ];
}
