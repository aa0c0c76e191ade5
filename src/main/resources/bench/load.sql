-- What is loaded, by DuckDB, from the same files: rows that hold to the contracts, in their current state.
-- Names of the form ${...} are filled in by DuckDbYardstick. An instant is kept as UTC; the local day is seven hours ahead.
-- A row that cannot be split into its cells, or is no UTF-8, is left out by the reader of DuckDB.

-- A cast to TIMESTAMP would leave the offset out.
CREATE MACRO instant(text) AS make_timestamp(epoch_us(try_cast(text AS TIMESTAMPTZ)));

CREATE TABLE publisher AS SELECT * FROM read_csv('${registers}/publisher.csv', header = true, all_varchar = true);
CREATE TABLE gate AS SELECT * FROM read_csv('${registers}/gate.csv', header = true, all_varchar = true);
CREATE TABLE goods_code AS SELECT * FROM read_csv('${registers}/goods_code.csv', header = true, all_varchar = true);
CREATE TABLE country AS SELECT * FROM read_csv('${registers}/country.csv', header = true, all_varchar = true);
CREATE TABLE chapter AS SELECT * FROM read_csv('${registers}/chapter.csv', header = true, all_varchar = true);
CREATE TABLE heading AS
  SELECT heading, CAST(first_day AS DATE) AS first_day, CAST(last_day AS DATE) AS last_day
  FROM read_csv('${registers}/heading.csv', header = true, all_varchar = true);

CREATE TABLE rate AS
  WITH stated AS (
    SELECT r.currency, CAST(r.day_from AS DATE) AS day_from, CAST(r.day_to AS DATE) AS day_to,
           CAST(r.per_usd AS DECIMAL(18,6)) AS per_usd, p.is_simulated = 'true' AS is_own,
           CAST(p.tier AS INTEGER) AS tier, r.source_id, r.basis, 0 AS is_of_register
    FROM read_csv(${fx_rates}, header = true, all_varchar = true) r JOIN publisher p USING (source_id)
    UNION ALL
    SELECT currency, CAST(day_from AS DATE), CAST(day_to AS DATE), CAST(per_usd AS DECIMAL(18,6)), false, 4, '', '', 1
    FROM read_csv('${registers}/rate.csv', header = true, all_varchar = true)
  ), seen AS (
    SELECT *, world.is_simulated,
           CASE WHEN is_of_register = 1 THEN 2 WHEN is_own = world.is_simulated THEN 0 ELSE 1 END AS place
    FROM stated, (VALUES (true), (false)) world(is_simulated)
    WHERE world.is_simulated OR NOT is_own
  )
  SELECT is_simulated, currency, CAST(day AS DATE) AS day, per_usd
  FROM (SELECT *, unnest(generate_series(CAST(day_from AS TIMESTAMP), CAST(day_to AS TIMESTAMP), INTERVAL 1 DAY)) AS day FROM seen)
  QUALIFY row_number() OVER (
    PARTITION BY is_simulated, currency, day
    ORDER BY place, day_to - day_from, tier, day_from DESC, source_id, basis, per_usd) = 1;

CREATE TABLE accepted_line AS
  WITH received AS (
    SELECT * FROM read_csv(${trade_declarations}, header = true, all_varchar = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', ignore_errors = true, columns = {
        'source_id': 'VARCHAR', 'declaration_no': 'VARCHAR', 'item_no': 'VARCHAR', 'revision_no': 'VARCHAR',
        'revised_at': 'VARCHAR', 'status': 'VARCHAR', 'registered_at': 'VARCHAR', 'cleared_at': 'VARCHAR',
        'gate_id': 'VARCHAR', 'direction': 'VARCHAR', 'regime': 'VARCHAR', 'hs_code': 'VARCHAR', 'net_kg': 'VARCHAR',
        'gross_kg': 'VARCHAR', 'value': 'VARCHAR', 'currency': 'VARCHAR', 'value_basis': 'VARCHAR',
        'partner_country': 'VARCHAR', 'trader_id': 'VARCHAR', 'origin_form': 'VARCHAR', 'channel': 'VARCHAR'})
  ), typed AS (
    SELECT * REPLACE (
        CASE WHEN NOT contains(item_no, '.') THEN try_cast(item_no AS INTEGER) END AS item_no,
        CASE WHEN NOT contains(revision_no, '.') THEN try_cast(revision_no AS INTEGER) END AS revision_no,
        instant(revised_at) AS revised_at,
        instant(registered_at) AS registered_at,
        instant(cleared_at) AS cleared_at,
        try_cast(net_kg AS DECIMAL(18,3)) AS net_kg,
        try_cast(gross_kg AS DECIMAL(18,3)) AS gross_kg,
        try_cast(value AS DECIMAL(18,2)) AS value),
      (cleared_at IS NOT NULL AND instant(cleared_at) IS NULL)
        OR (gross_kg IS NOT NULL AND NOT regexp_full_match(gross_kg, '[0-9]+([.][0-9]{1,3})?'))
        OR NOT regexp_full_match(net_kg, '[0-9]+([.][0-9]{1,3})?')
        OR NOT regexp_full_match(value, '[0-9]+([.][0-9]{1,2})?') AS is_broken,
      CAST(instant(registered_at) + INTERVAL 7 HOUR AS DATE) AS day
    FROM received
  )
  SELECT source_id, p.is_simulated = 'true' AS is_simulated, declaration_no, item_no, revision_no, revised_at, status,
         strftime(day, '%Y-%m') AS month, day, gate_id, direction, regime, hs_code, net_kg, value, currency,
         hash(source_id, declaration_no, item_no, month) AS key
  FROM typed t JOIN publisher p USING (source_id) LEFT JOIN heading h ON h.heading = substr(t.hs_code, 1, 4)
  WHERE NOT is_broken AND regexp_full_match(declaration_no, '[0-9A-Za-z/-]{1,30}') AND item_no >= 1 AND revision_no >= 0
    AND revised_at IS NOT NULL AND registered_at IS NOT NULL AND status IN ('active', 'cancelled')
    AND gate_id IN (SELECT gate_id FROM gate) AND direction IN ('export', 'import')
    AND regime IN ('customs_declared', 'border_resident', 'transit_reexport', 'via_territory')
    AND regexp_full_match(hs_code, '[0-9]{8}') AND substr(hs_code, 1, 2) IN (SELECT chapter FROM chapter)
    AND (h.first_day IS NULL OR day >= h.first_day) AND (h.last_day IS NULL OR day <= h.last_day)
    AND net_kg > 0 AND value >= 0 AND currency IN ('USD', 'CNY', 'VND') AND value_basis IN ('FOB', 'CIF')
    AND partner_country IN (SELECT country FROM country) AND trader_id IS NOT NULL
    AND (channel IS NULL OR channel IN ('green', 'yellow', 'red'))
    AND (gross_kg IS NULL OR net_kg <= gross_kg) AND (cleared_at IS NULL OR registered_at <= cleared_at);

-- Keys that occur once are told apart by their hash; a window over all of many million rows would not fit in memory.
CREATE TABLE repeated_line AS
  SELECT key FROM accepted_line GROUP BY key HAVING count(*) > 1;

CREATE VIEW line AS
  SELECT * FROM accepted_line WHERE key NOT IN (SELECT key FROM repeated_line)
  UNION ALL
  SELECT * FROM accepted_line WHERE key IN (SELECT key FROM repeated_line)
  QUALIFY row_number() OVER (
    PARTITION BY source_id, declaration_no, item_no, month ORDER BY revision_no DESC, revised_at DESC) = 1;

CREATE TABLE visit AS
  WITH received AS (
    SELECT * FROM read_csv(${vehicle_crossings}, header = true, all_varchar = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', ignore_errors = true, columns = {
        'source_id': 'VARCHAR', 'visit_id': 'VARCHAR', 'revision_no': 'VARCHAR', 'revised_at': 'VARCHAR',
        'gate_id': 'VARCHAR', 'direction': 'VARCHAR', 'cargo_kind': 'VARCHAR', 'outcome': 'VARCHAR',
        'declared_at': 'VARCHAR', 'arrived_at': 'VARCHAR', 'inspected_at': 'VARCHAR', 'cleared_at': 'VARCHAR',
        'departed_at': 'VARCHAR', 'declared_online': 'VARCHAR', 'net_tonnes': 'VARCHAR', 'plate': 'VARCHAR',
        'driver_name': 'VARCHAR'})
  ), typed AS (
    SELECT * REPLACE (
        CASE WHEN NOT contains(revision_no, '.') THEN try_cast(revision_no AS INTEGER) END AS revision_no,
        instant(revised_at) AS revised_at,
        instant(declared_at) AS declared_at,
        instant(arrived_at) AS arrived_at,
        instant(inspected_at) AS inspected_at,
        instant(cleared_at) AS cleared_at,
        instant(departed_at) AS departed_at,
        declared_online = 'true' AS declared_online,
        try_cast(net_tonnes AS DECIMAL(10,3)) AS net_tonnes),
      (arrived_at IS NOT NULL AND instant(arrived_at) IS NULL)
        OR (inspected_at IS NOT NULL AND instant(inspected_at) IS NULL)
        OR (cleared_at IS NOT NULL AND instant(cleared_at) IS NULL)
        OR (departed_at IS NOT NULL AND instant(departed_at) IS NULL)
        OR (net_tonnes IS NOT NULL AND NOT regexp_full_match(net_tonnes, '[0-9]+([.][0-9]{1,3})?'))
        OR (declared_online IS NOT NULL AND declared_online NOT IN ('true', 'false')) AS is_broken
    FROM received
  )
  SELECT source_id, p.is_simulated = 'true' AS is_simulated, gate_id, direction, cargo_kind, outcome, revised_at,
         declared_at, arrived_at, inspected_at, cleared_at, departed_at, declared_online, net_tonnes,
         CAST(declared_at + INTERVAL 7 HOUR AS DATE) AS declared_on
  FROM typed JOIN publisher p USING (source_id)
  WHERE NOT is_broken AND regexp_full_match(visit_id, '[0-9A-Za-z/_.:-]{1,40}') AND revision_no >= 0
    AND revised_at IS NOT NULL AND declared_at IS NOT NULL AND gate_id IN (SELECT gate_id FROM gate)
    AND direction IN ('export', 'import') AND cargo_kind IN ('fruit', 'other', 'new_vehicle', 'empty')
    AND outcome IN ('waiting', 'cleared', 'turned_back', 'transferred') AND plate IS NOT NULL
  QUALIFY row_number() OVER (
    PARTITION BY source_id, visit_id, strftime(declared_at + INTERVAL 7 HOUR, '%Y-%m')
    ORDER BY revision_no DESC, revised_at DESC) = 1;

CREATE TABLE tally AS
  WITH received AS (
    SELECT * FROM read_csv(${vehicle_counts}, header = true, all_varchar = true, auto_detect = false, delim = ',',
      quote = '"', escape = '"', ignore_errors = true, columns = {
        'source_id': 'VARCHAR', 'gate_id': 'VARCHAR', 'day': 'VARCHAR', 'direction': 'VARCHAR', 'cargo_kind': 'VARCHAR',
        'arrived': 'VARCHAR', 'cleared': 'VARCHAR', 'turned_back': 'VARCHAR', 'waiting': 'VARCHAR', 'published_at': 'VARCHAR'})
  ), typed AS (
    SELECT * REPLACE (
        CASE WHEN regexp_full_match(day, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN try_cast(day AS DATE) END AS day,
        try_cast(arrived AS BIGINT) AS arrived,
        try_cast(cleared AS BIGINT) AS cleared,
        try_cast(turned_back AS BIGINT) AS turned_back,
        try_cast(waiting AS BIGINT) AS waiting,
        instant(published_at) AS published_at),
      len(list_filter([arrived, cleared, turned_back, waiting], cell -> NOT regexp_full_match(cell, '[0-9]+'))) > 0 AS is_broken
    FROM received
  )
  SELECT source_id, p.is_simulated = 'true' AS is_simulated, gate_id, day, direction, cargo_kind, arrived, cleared, turned_back, waiting
  FROM typed JOIN publisher p USING (source_id)
  WHERE NOT is_broken AND day IS NOT NULL AND published_at IS NOT NULL AND gate_id IN (SELECT gate_id FROM gate)
    AND direction IN ('export', 'import') AND cargo_kind IN ('fruit', 'other', 'new_vehicle', 'empty', 'all')
  QUALIFY row_number() OVER (
    PARTITION BY source_id, gate_id, day, direction, cargo_kind ORDER BY published_at DESC) = 1;
