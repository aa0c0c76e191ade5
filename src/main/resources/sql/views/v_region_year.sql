-- The seven sections side by side, year by year.
CREATE OR REPLACE VIEW bienmau.v_region_year (
  calendar_year COMMENT 'Năm / calendar year',
  measure_id COMMENT 'Chỉ tiêu / what is measured',
  direction COMMENT 'Chiều: export = xuất khẩu, import = nhập khẩu, total = cả hai / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa / goods',
  basis COMMENT 'like_for_like: cùng một phạm vi thống kê, được so sánh; best_known: mức tốt nhất đã biết, không được cộng hay xếp hạng / best_known rows must not be added or ranked',
  regime COMMENT 'Phạm vi thống kê của phép so sánh / regime of the comparison',
  section_id COMMENT 'Đoạn biên giới; border = các đoạn có số liệu cộng lại / border section; border = the reporting sections together',
  name_vi COMMENT 'Tên tiếng Việt; trống ở dòng cộng / Vietnamese name; empty for the whole',
  name_en COMMENT 'Tên tiếng Anh / English name',
  west_to_east COMMENT 'Thứ tự từ tây sang đông, 0 = toàn tuyến / place from west to east, 0 = the whole',
  value COMMENT 'Giá trị theo đơn vị ở cột unit; trống khi thiếu / value in unit; empty when missing',
  unit COMMENT 'Đơn vị / unit',
  value_regime COMMENT 'Phạm vi thống kê của chính con số này / regime of this very value',
  missing_reason COMMENT 'Vì sao thiếu / why there is no value',
  sections_reporting COMMENT 'Số đoạn có số liệu trong bảy đoạn / how many of the seven sections report',
  share_pct COMMENT 'Tỷ trọng trong các đoạn có số liệu, % / share of the reporting sections, per cent',
  rank COMMENT 'Thứ hạng, 1 = lớn nhất / rank, 1 = largest',
  growth_pct COMMENT 'So với năm trước, % / change on the year before, per cent',
  growth_reason COMMENT 'Vì sao không có tăng trưởng / why there is no growth',
  contribution_points COMMENT 'Đóng góp vào tăng trưởng chung, điểm phần trăm / contribution to the growth of the whole, percentage points',
  per_border_km COMMENT 'Giá trị trên mỗi km biên giới / value per kilometre of border',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'So sánh bảy đoạn biên giới theo năm / the seven border sections compared, year by year'
AS SELECT
  year(c.period_start) AS calendar_year, c.measure_id, c.direction, c.goods_id, c.basis, c.regime,
  c.scope_id, s.name_vi, s.name_en, c.west_to_east, c.value, c.unit, c.value_regime,
  c.missing_reason, c.sections_reporting, c.share_pct, c.rank, c.growth_pct, c.growth_reason,
  c.contribution_points, c.per_border_km, c.is_simulated
FROM bienmau_gold.regional_comparison AS c
LEFT JOIN bienmau_gold.dim_section AS s ON s.section_id = c.scope_id
WHERE c.period_kind = 'year'
