-- One section's figures over time, with growth as computed and as printed.
CREATE OR REPLACE VIEW bienmau.v_province_trend (
  section_id COMMENT 'Đoạn biên giới / border section',
  name_vi COMMENT 'Tên tiếng Việt / Vietnamese name',
  name_en COMMENT 'Tên tiếng Anh / English name',
  period_id COMMENT 'Kỳ / period',
  period_kind COMMENT 'Loại kỳ: month, quarter, half, year, ytd, range, point / kind of period',
  period_start COMMENT 'Ngày đầu kỳ / first day of the period',
  period_end COMMENT 'Ngày cuối kỳ / last day of the period',
  measure_id COMMENT 'Chỉ tiêu / what is measured',
  direction COMMENT 'Chiều, từ phía Việt Nam / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa / goods',
  regime COMMENT 'Phạm vi thống kê; chỉ so các dòng cùng phạm vi / regime; compare rows of one regime only',
  value COMMENT 'Giá trị theo đơn vị ở cột unit / value in unit',
  unit COMMENT 'Đơn vị / unit',
  qualifier COMMENT 'Độ chắc: exact, approx, over (trên), under (dưới), range / how exactly the source means it',
  origin COMMENT 'printed = nguồn in, derived = tính từ các phần / printed by a source or derived from parts',
  change_pct COMMENT 'So với kỳ liền trước, % / change on the period before, per cent',
  printed_change_pct COMMENT 'Như nguồn in, % / the same as the source printed it',
  yoy_pct COMMENT 'So với cùng kỳ năm trước, tính từ số liệu, % / change on the year before, computed, per cent',
  yoy_reason COMMENT 'Vì sao không tính được / why it cannot be computed',
  printed_yoy_pct COMMENT 'Như nguồn in, % / the same as the source printed it',
  yoy_gap_points COMMENT 'Tính trừ in, điểm phần trăm / computed less printed, percentage points',
  year_to_date COMMENT 'Cộng dồn từ đầu năm / sum from January on',
  source_url COMMENT 'Trang nguồn / page of the source',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'Diễn biến của một tỉnh biên giới / one border province over time'
AS SELECT
  t.section_id, s.name_vi, s.name_en, t.period_id, t.period_kind, t.period_start, t.period_end,
  t.measure_id, t.direction, t.goods_id, t.regime, t.value, t.unit, t.qualifier, t.origin,
  t.change_pct, t.printed_change_pct, t.yoy_pct, t.yoy_reason, t.printed_yoy_pct,
  t.yoy_gap_points, t.year_to_date, t.source_url, t.is_simulated
FROM bienmau_gold.trend AS t
LEFT JOIN bienmau_gold.dim_section AS s ON s.section_id = t.section_id
WHERE t.scope_type = 'section'
