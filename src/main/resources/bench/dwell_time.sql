-- gold.dwell_time: seconds between two times of a visit, for each kind of cargo and for all together.
WITH stages AS (
  SELECT source_id, is_simulated, strftime(declared_on, '%Y-%m') AS month, gate_id, direction, cargo_kind,
         unnest([
           {'stage': 'declared_arrived', 'due': true, 'seconds': epoch(arrived_at) - epoch(declared_at)},
           {'stage': 'arrived_inspected', 'due': outcome <> 'waiting', 'seconds': epoch(inspected_at) - epoch(arrived_at)},
           {'stage': 'inspected_cleared', 'due': outcome = 'cleared', 'seconds': epoch(cleared_at) - epoch(inspected_at)},
           {'stage': 'arrived_cleared', 'due': outcome = 'cleared', 'seconds': epoch(cleared_at) - epoch(arrived_at)},
           {'stage': 'cleared_departed', 'due': outcome = 'cleared', 'seconds': epoch(departed_at) - epoch(cleared_at)},
           {'stage': 'arrived_departed', 'due': outcome <> 'waiting', 'seconds': epoch(departed_at) - epoch(arrived_at)}
         ], recursive := true)
  FROM visit
), durations AS (
  SELECT * REPLACE (CAST(seconds AS BIGINT) AS seconds) FROM stages WHERE due
), counted AS (
  SELECT source_id, is_simulated, month, gate_id, direction, coalesce(cargo_kind, 'all') AS cargo_kind, stage,
         count(*) AS visits, count(*) FILTER (seconds >= 0) AS n, count(*) FILTER (seconds IS NULL) AS n_missing,
         count(*) FILTER (seconds < 0) AS n_out_of_order, CAST(sum(seconds) FILTER (seconds >= 0) AS HUGEINT) AS total,
         quantile_cont(seconds, [0.5, 0.9, 0.95]) FILTER (seconds >= 0) AS percentiles,
         count(*) FILTER (seconds BETWEEN 0 AND 86400) AS within
  FROM durations
  GROUP BY GROUPING SETS (
    (source_id, is_simulated, month, gate_id, direction, cargo_kind, stage),
    (source_id, is_simulated, month, gate_id, direction, stage))
), minutes AS (
  SELECT *, (total * 20000 + 60 * n) // (120 * n) AS mean,
         CAST(round(percentiles[1] / 60 * 10000) AS HUGEINT) AS p50,
         CAST(round(percentiles[2] / 60 * 10000) AS HUGEINT) AS p90,
         CAST(round(percentiles[3] / 60 * 10000) AS HUGEINT) AS p95
  FROM counted
), shares AS (
  SELECT *, CASE WHEN n > 0 THEN (within::HUGEINT * 2000000 + n) // (2 * n) END AS share,
         CASE WHEN mean > 0 THEN sign(p95 - mean) * ((abs(p95 - mean) * 2000000 + mean) // (2 * mean)) END AS buffer
  FROM minutes
)
SELECT source_id, is_simulated, month, section_id, gate_id, direction, cargo_kind, stage, visits, n, n_missing, n_out_of_order,
       CAST(mean AS DECIMAL(20,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS mean_minutes,
       CAST(p50 AS DECIMAL(20,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS p50_minutes,
       CAST(p90 AS DECIMAL(20,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS p90_minutes,
       CAST(p95 AS DECIMAL(20,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS p95_minutes,
       CAST(share AS DECIMAL(14,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS within_24h_pct,
       CAST(buffer AS DECIMAL(14,0)) * CAST(0.0001 AS DECIMAL(4,4)) AS buffer_index_pct
FROM shares LEFT JOIN gate USING (gate_id)
