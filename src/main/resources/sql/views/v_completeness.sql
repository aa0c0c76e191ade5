-- What is known of each section, year by year.
CREATE OR REPLACE VIEW bienmau.v_completeness (
  section_id COMMENT 'Đoạn biên giới / border section',
  name_vi COMMENT 'Tên tiếng Việt / Vietnamese name',
  name_en COMMENT 'Tên tiếng Anh / English name',
  west_to_east COMMENT 'Thứ tự từ tây sang đông / place from west to east',
  calendar_year COMMENT 'Năm / calendar year',
  measure_id COMMENT 'Chỉ tiêu / what is measured',
  regime COMMENT 'Phạm vi thống kê / regime',
  status COMMENT 'complete = đủ mọi ngày, partial = một phần, gate_only = chỉ có cửa khẩu, none = chưa có gì / how much is known',
  figures COMMENT 'Số con số in của đoạn / printed figures of the section itself',
  gate_figures COMMENT 'Số con số in của các cửa khẩu / printed figures of its gates',
  months_covered COMMENT 'Số tháng có số liệu tháng / months with a figure of that month',
  has_year COMMENT 'Có số cả năm không / whether a figure speaks of the whole year',
  days_covered COMMENT 'Số ngày trong năm được số liệu bao phủ / days of the year that figures cover',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'Biết được bao nhiêu về từng đoạn biên giới / how much is known of each section'
AS SELECT
  c.section_id, s.name_vi, s.name_en, s.west_to_east, c.calendar_year, c.measure_id, c.regime,
  c.status, c.figures, c.gate_figures, c.months_covered, c.has_year, c.days_covered, c.is_simulated
FROM bienmau_gold.completeness AS c
LEFT JOIN bienmau_gold.dim_section AS s ON s.section_id = c.section_id
