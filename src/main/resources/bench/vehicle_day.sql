-- gold.vehicle_day: one row for each thing that a visit does on a day, then added up.
WITH times AS (
  SELECT *, CAST(arrived_at + INTERVAL 7 HOUR AS DATE) AS arrived_on,
         CAST(CASE outcome WHEN 'cleared' THEN coalesce(cleared_at, departed_at)
                           WHEN 'waiting' THEN NULL
                           ELSE coalesce(departed_at, greatest(declared_at, arrived_at, inspected_at, cleared_at)) END
              + INTERVAL 7 HOUR AS DATE) AS left_on,
         CAST(revised_at + INTERVAL 7 HOUR AS DATE) AS seen_on,
         coalesce(arrived_at < declared_at, false)
           OR coalesce(inspected_at < greatest(declared_at, arrived_at), false)
           OR coalesce(cleared_at < greatest(declared_at, arrived_at, inspected_at), false)
           OR coalesce(departed_at < greatest(declared_at, arrived_at, inspected_at, cleared_at), false) AS is_backwards
  FROM visit
), doing AS (
  SELECT source_id, is_simulated, gate_id, direction, cargo_kind, declared_on AS day, 'declared' AS what,
         coalesce(declared_online, false) AS online, is_backwards AS backwards,
         outcome = 'cleared' AND left_on IS NULL AS undated, NULL AS net_tonnes
  FROM times
  UNION ALL
  SELECT source_id, is_simulated, gate_id, direction, cargo_kind, arrived_on, 'arrived', false, false, false, NULL
  FROM times WHERE arrived_on IS NOT NULL
  UNION ALL
  SELECT source_id, is_simulated, gate_id, direction, cargo_kind, left_on, outcome, false, false, false, net_tonnes
  FROM times WHERE left_on IS NOT NULL
  UNION ALL
  SELECT source_id, is_simulated, gate_id, direction, cargo_kind,
         CAST(unnest(generate_series(CAST(arrived_on AS TIMESTAMP),
           CAST(CASE WHEN outcome = 'waiting' THEN seen_on ELSE left_on - 1 END AS TIMESTAMP), INTERVAL 1 DAY)) AS DATE),
         'waits', false, false, false, NULL
  FROM times WHERE arrived_on <= CASE WHEN outcome = 'waiting' THEN seen_on ELSE left_on - 1 END
)
SELECT source_id, is_simulated, strftime(day, '%Y-%m') AS month, day, section_id, gate_id, direction, cargo_kind,
       count(*) FILTER (what = 'declared') AS declared,
       count(*) FILTER (online) AS declared_online,
       count(*) FILTER (what = 'arrived') AS arrived,
       count(*) FILTER (what = 'cleared') AS cleared,
       count(*) FILTER (what = 'turned_back') AS turned_back,
       count(*) FILTER (what = 'transferred') AS transferred,
       count(*) FILTER (what = 'cleared' AND cargo_kind <> 'empty') AS loaded,
       count(*) FILTER (what = 'cleared' AND cargo_kind = 'empty') AS empty,
       count(net_tonnes) FILTER (what = 'cleared') AS weighed,
       CAST(coalesce(sum(net_tonnes) FILTER (what = 'cleared'), 0) AS DECIMAL(24,4)) AS net_tonnes,
       count(*) FILTER (what = 'waits') AS waiting,
       count(*) FILTER (backwards) AS out_of_order,
       count(*) FILTER (undated) AS undated
FROM doing LEFT JOIN gate USING (gate_id)
GROUP BY ALL
