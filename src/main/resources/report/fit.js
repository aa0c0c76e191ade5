// The first selection with content: what the reader asked for where there is something, else what lies nearest.

/** The rows of one regime and direction of the chosen measure, and whether they are other ones than were asked for. */
function nearestRows(list, worth = () => 1) {
  const sum = (some) => some.reduce((total, row) => total + worth(row), 0);
  const groups = [...groupBy(list.filter((row) => row.measure_id === state.m), (row) => `${row.regime}|${row.direction}`).values()]
    .map((some) => ({ list: some, regime: some[0].regime, direction: some[0].direction, worth: sum(some) }))
    .filter((group) => group.worth > 0)
    .sort((a, b) => (b.regime === state.r) - (a.regime === state.r) || (b.direction === state.d) - (a.direction === state.d)
      || b.worth - a.worth || byOrder(regimeOrder)(a.regime, b.regime) || byOrder(directionOrder)(a.direction, b.direction));
  const found = groups[0] ?? { list: [], regime: state.r, direction: state.d };
  return { ...found, isOther: found.regime !== state.r || found.direction !== state.d };
}

const cellName = (regime, direction) => [regime === 'not_applicable' ? '' : regimeName(regime), directionName(direction)].filter(Boolean).join(', ');

/** Says that a part shows something else than was asked for, and lets the reader take it for the whole page. */
function otherNote(found, id) {
  if (!found.isOther || !found.list.length) return '';
  return el('p', { class: 'other' }, t('fit.other', { asked: cellName(state.r, state.d), shown: cellName(found.regime, found.direction) }), ' ',
    el('button', { type: 'button', class: 'tool', id: `take-${id}`, click: () => choose({ d: found.direction, r: found.regime, p: '' }) }, t('fit.take')));
}

/** Why a part is empty, and what would fill it. */
const emptyPart = (why, fill) => el('p', { class: 'missing hatched-text' }, t(why), ' ', t(fill));

/** The word that stands at every drawing of figures that nobody counted. */
const madeUp = () => (release.simulated ? el('span', { class: 'made-up' }, t('simulated.mark')) : '');
