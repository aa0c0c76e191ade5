// One small chart: points as the source means them, lines only between neighbouring periods of one series.

const drawn = new Set();
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A day as a fractional year, so that 2024-07-01 lies in the middle of 2024. */
function yearOf(day, atEnd = false) {
  const [y, m, d] = parts(day);
  const start = Date.UTC(y, 0, 1);
  return y + (Date.UTC(y, m - 1, d) + (atEnd ? 86400000 : 0) - start) / (Date.UTC(y + 1, 0, 1) - start);
}

const middle = (o) => (yearOf(o.period_start) + yearOf(o.period_end, true)) / 2;

const shapes = {
  exact: { symbol: 'circle', symbolSize: 8 },
  approx: { symbol: 'diamond', symbolSize: 10 },
  over: { symbol: 'triangle', symbolSize: 9 },
  under: { symbol: 'triangle', symbolSize: 9, symbolRotate: 180 },
  upto: { symbol: 'triangle', symbolSize: 9, symbolRotate: 180 },
};

/**
 * Draws one panel.
 * points: {x, o, group, colour}; lines connect points of a group whose 'next' says that they are neighbours.
 */
function drawChart(node, { points, x, y, log, unit, band: capacity, marks = [], label, spansPeriod = false, neighbours = () => false }) {
  const chart = echarts.init(node, null, { renderer: 'svg', width: node.clientWidth, height: node.clientHeight });
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', label);
  const ink = colour('ink-2');
  const rule = colour('rule');
  const text = { color: ink, fontFamily: colour('sans'), fontSize: 12 };
  const years = step(x, node.clientWidth);
  const groups = [...groupBy(points, (p) => p.group).values()];
  chart.setOption({
    animation: false,
    textStyle: text,
    grid: { left: 4, right: 12, top: 12, bottom: 2, containLabel: true },
    tooltip: {
      trigger: 'item', confine: true, backgroundColor: colour('paper'), borderColor: rule, padding: [6, 10],
      textStyle: { ...text, color: colour('ink'), fontSize: 14 }, formatter: (e) => tip(e.data?.point),
    },
    xAxis: {
      type: 'value', min: Math.floor(x[0] / years) * years, max: x[1], interval: years,
      axisLabel: { ...text, formatter: (v) => (Number.isInteger(v) ? String(v) : ''), hideOverlap: true, showMaxLabel: false },
      axisLine: { lineStyle: { color: colour('ink-3') } }, axisTick: { show: true, lineStyle: { color: rule } }, splitLine: { show: false },
    },
    yAxis: {
      type: log ? 'log' : 'value', min: y[0], max: y[1], interval: y[2],
      axisLabel: { ...text, formatter: (v) => short(v, '', true), hideOverlap: true },
      splitLine: { lineStyle: { color: rule } }, axisLine: { show: false }, axisTick: { show: false },
    },
    series: [
      ...groups.map((list) => connection(list, neighbours)),
      ranges(points, spansPeriod),
      { ...scatter(points, spansPeriod), ...marksOf(marks, capacity, rule) },
    ],
  });
  chart.on('click', (e) => { if (e.data?.point) openSource(`o:${e.data.point.o.observation_id}`, null); });
  drawn.add({ chart, node });
  return chart;

  function tip(point) {
    if (!point) return '';
    const o = point.o;
    return [`<b>${escaped(amount(o))}</b>`, escaped(periodName(o)), escaped([directionName(o.direction), o.regime === 'not_applicable' ? '' : regimeName(o.regime)].filter(Boolean).join(' · ')),
      o.origin === 'derived' ? escaped(t('legend.derived')) : o.origin === 'computed' ? escaped(t('legend.computed')) : escaped(o.publisher || '')].filter(Boolean).join('<br>');
  }
}

function step([from, to], width) {
  const wanted = (to - from) / Math.max(2, width / 62);
  return [1, 2, 5, 10].find((s) => s >= wanted) || 20;
}

function connection(list, neighbours) {
  const data = [];
  list.slice().sort((a, b) => a.x - b.x).forEach((p, i, all) => {
    if (i && !neighbours(all[i - 1].o, p.o)) data.push([(all[i - 1].x + p.x) / 2, null]);
    data.push([p.x, p.o.value]);
  });
  return {
    type: 'line', data, symbol: 'none', silent: true, connectNulls: false, z: 2,
    lineStyle: { color: colour(list[0].colour), width: 1.75 },
  };
}

function scatter(points, spansPeriod) {
  return {
    type: 'scatter', z: 4, cursor: 'pointer',
    data: points.filter((p) => !isRange(p.o)).map((point) => ({
      value: [point.x, point.o.value], point, ...(shapes[point.o.qualifier] || shapes.exact),
      ...(point.light ? { symbolSize: 5 } : spansPeriod ? { symbolSize: 7 } : {}),
      itemStyle: point.o.origin === 'derived'
        ? { color: colour('paper'), borderColor: colour(point.colour), borderWidth: 1.75 }
        : { color: colour(point.colour), borderColor: colour('paper'), borderWidth: point.light ? 0.5 : 1, opacity: point.light ? 0.7 : 1 },
    })),
  };
}

const isRange = (o) => (o.value_high ?? null) !== null && o.value_high !== o.value;

/** Printed ranges as bars, and averages as long as the time they speak of. */
function ranges(points, spansPeriod) {
  const list = points.filter((p) => isRange(p.o) || (spansPeriod && !p.light));
  return {
    type: 'custom', z: 3, clip: true, cursor: 'pointer',
    data: list.map((point) => ({
      value: [point.x, point.o.value, isRange(point.o) ? point.o.value_high : point.o.value, yearOf(point.o.period_start), yearOf(point.o.period_end, true)], point,
    })),
    renderItem: (_, api) => {
      const [low, high] = [api.coord([api.value(0), api.value(1)]), api.coord([api.value(0), api.value(2)])];
      const [from, to] = spansPeriod ? [api.coord([api.value(3), api.value(1)])[0], api.coord([api.value(4), api.value(1)])[0]] : [low[0] - 3.5, low[0] + 3.5];
      const wide = Math.max(to - from, 3);
      const tall = Math.max(low[1] - high[1], 2);
      const point = list[api.value.length ? _.dataIndex : 0];
      return { type: 'rect', shape: { x: from, y: high[1] - (low[1] === high[1] ? 1 : 0), width: wide, height: tall }, style: { fill: colour(point.colour), opacity: isRange(point.o) ? 0.55 : 0.8 } };
    },
  };
}

function marksOf(marks, capacity, rule) {
  const lines = marks.map((m) => ({
    xAxis: m.x, name: m.text, label: { show: Boolean(m.text), formatter: m.text, position: 'end', distance: 1, fontSize: 11, color: colour(m.colour || 'ink-2') },
    lineStyle: { color: colour(m.colour || 'ink-3'), type: m.colour ? 'solid' : [2, 4], width: 1, opacity: m.colour ? 0.65 : 0.9 },
  }));
  const caps = (capacity || []).map((c) => [
    { xAxis: c.from, yAxis: c.low, itemStyle: { color: colour('band'), opacity: 0.55 } }, { xAxis: c.to, yAxis: Math.max(c.high, c.low * 1.004) },
  ]);
  return {
    markLine: { silent: true, symbol: 'none', data: lines, z: 1, emphasis: { disabled: true } },
    markArea: { silent: true, data: caps, z: 0, itemStyle: { borderColor: rule } },
  };
}

function dropCharts(within) {
  for (const one of [...drawn]) if (within.contains(one.node)) { one.chart.dispose(); drawn.delete(one); }
}

function fitCharts() {
  for (const { chart, node } of drawn) if (node.clientWidth) chart.resize({ width: node.clientWidth, height: node.clientHeight });
}

/** Charts keep their drawing on paper: scaled, not drawn again. */
function readyForPaper() {
  for (const { chart, node } of drawn) {
    const picture = node.querySelector('svg');
    if (picture) picture.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
  }
}
