// Draws the page, and again when the reader chooses.

const drawings = [drawHead, drawChoices, drawStrip, drawRanking, drawDrivers, drawTrends, drawSeason, drawNowcast, drawTet, drawTrucks, drawPlans, drawEvents, drawCoverage, drawDisputes, drawRegimes];

/** Draws everything; the keyboard's place stays where it was. */
function drawAll() {
  const focused = document.activeElement?.id;
  for (const draw of drawings) draw();
  if (focused && !dialog.open) document.getElementById(focused)?.focus({ preventScroll: true });
}

redraw = drawAll;
readAddress();
drawAll();
writeAddress();
if (state.src) openSource(state.src);

for (const node of document.querySelectorAll('[data-lang]')) {
  node.addEventListener('click', () => choose({ lang: node.dataset.lang }));
}

window.addEventListener('hashchange', () => { closeSource(); readAddress(); drawAll(); if (state.src) openSource(state.src); });

// The address holds the reader's choices, so the way past the head must not write into it.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('main').focus();
});

let resting = 0;
let width = window.innerWidth;
window.addEventListener('resize', () => {
  cancelAnimationFrame(resting);
  resting = requestAnimationFrame(() => {
    fitCharts();
    if (window.innerWidth !== width) { width = window.innerWidth; drawCoverage(); }
  });
});
const isDark = window.matchMedia('(prefers-color-scheme: dark)');
isDark.addEventListener('change', drawAll);

/** On paper, short tables stand open beside their charts. */
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.paper = 'yes';
  if (isDark.matches) drawAll();
  readyForPaper();
  for (const holder of document.querySelectorAll('.behind[hidden]')) {
    if (Number(holder.dataset.rows) <= 12) { holder.fill(); holder.hidden = false; holder.dataset.paper = '1'; }
  }
});
window.addEventListener('afterprint', () => {
  delete document.documentElement.dataset.paper;
  if (isDark.matches) drawAll();
  for (const holder of document.querySelectorAll('.behind[data-paper]')) { holder.hidden = true; delete holder.dataset.paper; }
});
document.documentElement.dataset.ready = 'yes';
