-- Databricks notebook source
-- MAGIC %md
-- MAGIC # So sánh bảy tỉnh biên giới · The seven border provinces compared
-- MAGIC
-- MAGIC Tables: `gold.regional_comparison`, `gold.dim_section`. Every number is of one regime; what is missing is shown
-- MAGIC as missing. Run it against the tables that `jobs/bienmau register` puts into your catalogue.

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## Which years can be compared, and how many of the seven report?

-- COMMAND ----------

SELECT period_id AS year, regime, max(sections_reporting) AS sections_reporting,
       max(sections_in_both_years) AS in_both_years
FROM gold.regional_comparison
WHERE basis = 'like_for_like' AND measure_id = 'trade_value' AND period_kind = 'year'
  AND direction = 'total' AND goods_id = 'all'
GROUP BY period_id, regime
ORDER BY year, regime

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 2024, everything that crosses the territory: level, share, rank, growth, contribution
-- MAGIC
-- MAGIC The contributions are in percentage points and add up to the growth of the sections that report in both years.

-- COMMAND ----------

SELECT d.name_vi AS section, round(c.value / 1e6, 1) AS million_usd, c.qualifier, c.missing_reason,
       round(c.share_pct, 2) AS share_pct, c.rank, round(c.growth_pct, 2) AS growth_pct,
       round(c.contribution_points, 2) AS points
FROM gold.regional_comparison c JOIN gold.dim_section d ON d.section_id = c.scope_id
WHERE c.basis = 'like_for_like' AND c.measure_id = 'trade_value' AND c.period_id = '2024'
  AND c.regime = 'via_territory' AND c.direction = 'total' AND c.goods_id = 'all'
ORDER BY c.west_to_east

-- COMMAND ----------

-- MAGIC %md
-- MAGIC ## 2024, the best that is known of each section — **not like for like**
-- MAGIC
-- MAGIC These levels are of different regimes or of one gate only. They stand side by side to be read, never to be added.

-- COMMAND ----------

SELECT d.name_vi AS section, round(c.value / 1e6, 1) AS million_usd, c.qualifier, c.value_regime,
       c.value_scope_id AS whose_figure, c.missing_reason
FROM gold.regional_comparison c JOIN gold.dim_section d ON d.section_id = c.scope_id
WHERE c.basis = 'best_known' AND c.measure_id = 'trade_value' AND c.period_id = '2024'
  AND c.direction = 'total' AND c.goods_id = 'all'
ORDER BY c.west_to_east
