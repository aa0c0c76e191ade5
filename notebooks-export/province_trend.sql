-- Databricks notebook source
-- MAGIC %md
-- MAGIC # Diễn biến của một tỉnh · One province followed over time
-- MAGIC
-- MAGIC Tables: `gold.trend`, `gold.plan_pace`, `gold.observation_source`. The province here is Lạng Sơn; put another
-- MAGIC `section_id` from `gold.dim_section` in its place.

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## Years, in each regime apart: our growth beside the printed one
-- MAGIC
-- MAGIC An empty growth says why. The gap is ours less theirs, in percentage points.

-- COMMAND ----------

SELECT period_id AS year, regime, round(value / 1e6, 1) AS million_usd, qualifier,
       round(yoy_pct, 2) AS yoy_pct, yoy_reason, round(printed_yoy_pct, 2) AS printed_pct,
       round(yoy_gap_points, 2) AS gap_points
FROM gold.trend
WHERE scope_type = 'section' AND scope_id = 'lang_son' AND measure_id = 'trade_value'
  AND direction = 'total' AND goods_id = 'all' AND period_kind = 'year'
ORDER BY regime, year

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## Trucks a day, as printed

-- COMMAND ----------

SELECT period_id AS period, direction, cast(value AS BIGINT) AS vehicles_a_day,
       cast(value_high AS BIGINT) AS up_to, qualifier
FROM gold.trend
WHERE scope_type = 'section' AND scope_id = 'lang_son' AND measure_id = 'vehicles_per_day'
  AND goods_id = 'all' AND period_kind IN ('month', 'quarter', 'half', 'year')
ORDER BY period_start, period_kind, direction

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## Where does the figure of 2022 come from?

-- COMMAND ----------

SELECT s.role, round(s.value / 1e6, 1) AS million_usd, s.publisher, s.published_on, s.source_url
FROM gold.trend t JOIN gold.observation_source s ON s.observation_id = t.observation_id
WHERE t.scope_id = 'lang_son' AND t.measure_id = 'trade_value' AND t.period_id = '2022'
  AND t.direction = 'total' AND t.goods_id = 'all' AND t.regime = 'customs_declared'
ORDER BY s.role, s.publisher, s.figure_id
