-- gold.gate_day: counts and visits side by side; the day before is the row before, if it is of that day.
WITH told AS (
  SELECT source_id, is_simulated, 'counts' AS origin, gate_id, day, direction, cargo_kind,
         arrived, cleared, turned_back, CAST(NULL AS BIGINT) AS transferred, waiting
  FROM tally
  UNION ALL
  SELECT source_id, is_simulated, 'visits', gate_id, day, direction, cargo_kind,
         arrived, cleared, turned_back, transferred, waiting
  FROM read_parquet('${tables}/vehicle_day.parquet')
), of_day AS (
  SELECT *, CASE WHEN lag(day) OVER series = day - 1 THEN lag(waiting) OVER series
                 WHEN origin = 'visits' THEN 0 END AS waiting_before,
         coalesce(bool_or(arrived > 0 OR cleared > 0 OR turned_back > 0) OVER (PARTITION BY is_simulated, gate_id, day), false) AS is_operating
  FROM told
  WINDOW series AS (PARTITION BY source_id, is_simulated, origin, gate_id, direction, cargo_kind ORDER BY day)
)
SELECT source_id, is_simulated, origin, strftime(day, '%Y-%m') AS month, day, section_id, gate_id, direction, cargo_kind,
       arrived, cleared, turned_back, transferred, waiting, waiting_before,
       waiting - waiting_before - arrived + cleared + turned_back + coalesce(transferred, 0) AS residual,
       nullif(concat_ws(' ', CASE WHEN arrived IS NULL THEN 'arrived' END, CASE WHEN cleared IS NULL THEN 'cleared' END,
                        CASE WHEN turned_back IS NULL THEN 'turned_back' END, CASE WHEN waiting IS NULL THEN 'waiting' END,
                        CASE WHEN waiting_before IS NULL THEN 'waiting_before' END), '') AS residual_reason,
       is_operating
FROM of_day LEFT JOIN gate USING (gate_id)
