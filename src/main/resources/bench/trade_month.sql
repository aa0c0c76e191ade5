-- gold.trade_month: sums of one currency and rate are converted once, half up to six decimals, then added.
WITH dated AS (
  SELECT l.*, r.per_usd,
         coalesce(g8.goods_id, g6.goods_id, g4.goods_id, g2.goods_id, (SELECT goods_id FROM goods_code WHERE code_beginning = '*')) AS goods_id,
         substr(l.hs_code, 1, 2) AS hs_chapter
  FROM line l
  LEFT JOIN rate r ON r.is_simulated = l.is_simulated AND r.currency = l.currency AND r.day = l.day
  LEFT JOIN goods_code g8 ON g8.code_beginning = l.hs_code
  LEFT JOIN goods_code g6 ON g6.code_beginning = substr(l.hs_code, 1, 6)
  LEFT JOIN goods_code g4 ON g4.code_beginning = substr(l.hs_code, 1, 4)
  LEFT JOIN goods_code g2 ON g2.code_beginning = substr(l.hs_code, 1, 2)
), of_currency AS (
  SELECT source_id, is_simulated, month, gate_id, direction, regime, goods_id, hs_chapter, currency, per_usd,
         coalesce(sum(value) FILTER (status = 'active'), 0) AS amount,
         coalesce(sum(net_kg) FILTER (status = 'active'), 0) AS net_kg,
         count(*) FILTER (status = 'active') AS lines,
         count(*) FILTER (status = 'active' AND item_no = 1) AS declarations,
         count(*) FILTER (status <> 'active') AS cancelled_lines,
         max(day) AS last_day
  FROM dated GROUP BY ALL
), converted AS (
  SELECT *, CAST(amount * 100 AS HUGEINT) AS cents, CAST(per_usd * 1000000 AS HUGEINT) AS millionths,
         currency <> 'USD' AND per_usd IS NULL AND lines > 0 AS is_unconverted
  FROM of_currency
), in_dollars AS (
  SELECT *, CASE WHEN currency = 'USD' THEN cents * 10000
                 WHEN per_usd IS NOT NULL THEN (cents * 20000000000 + millionths) // (2 * millionths) END AS micro_usd
  FROM converted
)
SELECT source_id, is_simulated, month, section_id, gate_id, direction, regime, goods_id, hs_chapter,
       CAST((coalesce(sum(micro_usd), 0) + 50) // 100 AS DECIMAL(20,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS value_usd,
       CAST(sum(net_kg) AS DECIMAL(24,4)) AS net_kg,
       CAST(sum(lines) AS BIGINT) AS lines,
       CAST(sum(declarations) AS BIGINT) AS declarations,
       CAST(sum(cancelled_lines) AS BIGINT) AS cancelled_lines,
       CAST(coalesce(sum(lines) FILTER (is_unconverted), 0) AS BIGINT) AS lines_unconverted,
       CAST(coalesce(sum(net_kg) FILTER (is_unconverted), 0) AS DECIMAL(24,4)) AS net_kg_unconverted,
       string_agg(currency || ' ' || amount, ' ' ORDER BY currency) FILTER (is_unconverted) AS unconverted_value,
       max(last_day) AS last_day
FROM in_dollars LEFT JOIN gate USING (gate_id)
GROUP BY ALL
