// Lines, bands and marks over one axis: a series with its forecast, a Tết over earlier ones, a plan and its pace.

/**
 * Draws one panel of curves.
 * lines: {points: [[x, y]], colour, width, dash}; bands: {points: [[x, low, high]], colour, opacity};
 * dots: {x, y, source, text, colour}; marks: {x, text, colour}; tip(x) gives the lines of the hint at x.
 */
function drawCurves(node, { x, y, every, nameX, nameY, lines, bands = [], dots = [], marks = [], level = null, tip, label }) {
  const chart = echarts.init(node, null, { renderer: 'svg', width: node.clientWidth, height: node.clientHeight });
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', label);
  const rule = colour('rule');
  const text = { color: colour('ink-2'), fontFamily: colour('sans'), fontSize: 12 };
  chart.setOption({
    animation: false,
    textStyle: text,
    grid: { left: 4, right: 14, top: 18, bottom: 2, containLabel: true },
    tooltip: {
      trigger: 'axis', confine: true, backgroundColor: colour('paper'), borderColor: rule, padding: [6, 10],
      axisPointer: { type: 'line', lineStyle: { color: colour('ink-3') } },
      textStyle: { ...text, color: colour('ink'), fontSize: 14 },
      formatter: (found) => tip(found[0].value[0]).map((line, i) => (i ? escaped(line) : `<b>${escaped(line)}</b>`)).join('<br>'),
    },
    xAxis: {
      type: 'value', min: x[0], max: x[1], interval: every,
      axisLabel: { ...text, formatter: nameX, hideOverlap: true }, axisLine: { onZero: false, lineStyle: { color: colour('ink-3') } },
      axisTick: { show: true, lineStyle: { color: rule } }, splitLine: { show: false },
    },
    yAxis: {
      type: 'value', min: y[0], max: y[1], interval: y[2],
      axisLabel: { ...text, formatter: nameY, hideOverlap: true }, splitLine: { lineStyle: { color: rule } }, axisLine: { show: false }, axisTick: { show: false },
    },
    series: [
      ...bands.filter((b) => b.points.length > 1).map(bandOf),
      ...lines.filter((l) => l.points.length).map((l) => lineOf(l)),
      { ...dotsOf(dots), ...marksOf(marks, [], rule) },
      ...(level === null ? [] : [levelOf(level, x)]),
    ],
  });
  chart.on('click', (e) => { if (e.data?.source) openSource(e.data.source, null); });
  drawn.add({ chart, node });
}

function lineOf({ points, colour: name, width = 1.75, dash = 'solid', opacity = 1, dotted = false }) {
  return {
    type: 'line', data: points, symbol: dotted ? 'circle' : 'none', symbolSize: 7, connectNulls: false, z: 3, clip: true, itemStyle: { color: colour(name), opacity },
    lineStyle: { color: colour(name), width, type: dash, opacity }, emphasis: { disabled: true },
  };
}

function bandOf({ points, colour: name, opacity }) {
  const edge = [...points.map(([x, , high]) => [x, high]), ...points.slice().reverse().map(([x, low]) => [x, low])];
  return {
    type: 'custom', silent: true, z: 1, clip: true, tooltip: { show: false }, data: [[points[0][0], points[0][1]]],
    renderItem: (_, api) => ({ type: 'polygon', shape: { points: edge.map((at) => api.coord(at)) }, style: { fill: colour(name), opacity } }),
  };
}

function dotsOf(dots) {
  return {
    type: 'scatter', z: 5, cursor: 'pointer', clip: true, tooltip: { show: false },
    data: dots.map((d) => ({
      value: [d.x, d.y], source: d.source, symbolSize: d.size ?? 11,
      itemStyle: { color: d.filled ? colour(d.colour) : 'transparent', borderColor: colour(d.colour), borderWidth: 2 },
      label: { show: Boolean(d.text), formatter: d.text ?? '', position: 'top', distance: 3, fontSize: 11, color: colour(d.colour) },
    })),
  };
}

const levelOf = (level, [from, to]) => ({
  type: 'line', silent: true, symbol: 'none', z: 2, tooltip: { show: false }, data: [[from, level], [to, level]], lineStyle: { color: colour('ink-3'), width: 1, type: [4, 4] },
});

/** A round top of the axis and steps that fit it. */
function topOf(values) {
  const [, top, tick] = limits(values.map((value) => ({ value })), false);
  return [0, top, tick];
}

/** Points of consecutive steps; a gap breaks the line. */
function unbroken(points, gap) {
  return points.flatMap((p, i) => (i && p[0] - points[i - 1][0] > gap ? [[(p[0] + points[i - 1][0]) / 2, null], p] : [p]));
}
