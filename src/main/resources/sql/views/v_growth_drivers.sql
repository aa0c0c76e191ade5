-- Who drives growth: each total with its parts and the points that each brought.
CREATE OR REPLACE VIEW bienmau.v_growth_drivers (
  decomposition COMMENT 'Phân theo: sections = đoạn biên giới, gates = cửa khẩu, goods = hàng hóa, directions = chiều / what the parts are',
  period_id COMMENT 'Kỳ / period',
  period_kind COMMENT 'Loại kỳ / kind of period',
  period_start COMMENT 'Ngày đầu kỳ / first day of the period',
  period_end COMMENT 'Ngày cuối kỳ / last day of the period',
  measure_id COMMENT 'Chỉ tiêu / what is measured',
  scope_type COMMENT 'section = đoạn biên giới, gate = cửa khẩu, area = khu vực / kind of place',
  scope_id COMMENT 'Nơi của tổng số / place of the total',
  direction COMMENT 'Chiều, từ phía Việt Nam / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa của tổng số / goods of the total',
  regime COMMENT 'Phạm vi thống kê / regime',
  is_simulated COMMENT 'Số mô phỏng, không phải số thật / made up by a simulation, not real',
  whole_value COMMENT 'Tổng số theo đơn vị ở cột unit / the total, in unit',
  whole_growth_pct COMMENT 'Tổng số so với cùng kỳ năm trước, % / growth of the total on the year before, per cent',
  whole_reason COMMENT 'Vì sao không có tăng trưởng / why there is no growth',
  unit COMMENT 'Đơn vị / unit',
  part_no COMMENT 'Thứ tự đọc: đóng góp lớn nhất trước, phần còn lại cuối cùng / order for reading, the largest contribution first',
  part_id COMMENT 'Phần; residual = phần mà các phần đã biết không giải thích được / the part; residual = what the known parts do not explain',
  part_name_vi COMMENT 'Tên tiếng Việt của phần; trống ở chiều và phần còn lại / Vietnamese name of the part; empty for directions and the residual',
  part_name_en COMMENT 'Tên tiếng Anh của phần / English name of the part',
  state COMMENT 'continuing = tiếp tục, new = mới có, vanished = không còn / whether the part is new or has vanished',
  value COMMENT 'Giá trị của phần / value of the part',
  change COMMENT 'Tăng giảm so với cùng kỳ năm trước / change on the year before',
  growth_pct COMMENT 'Tăng trưởng của phần, % / growth of the part, per cent',
  contribution_points COMMENT 'Đóng góp vào tăng trưởng của tổng số, điểm phần trăm; cộng lại đúng bằng tăng trưởng / points of growth that the part brought; they add up to the growth of the total',
  share_pct COMMENT 'Tỷ trọng trong tổng số, % / share of the total, per cent',
  rank COMMENT 'Thứ hạng, 1 = lớn nhất / rank, 1 = largest',
  rank_change COMMENT 'Số bậc tăng so với năm trước / places gained since the year before',
  part_reason COMMENT 'Vì sao không so sánh được / why the part cannot be compared'
)
COMMENT 'Ai kéo tăng trưởng: mỗi tổng số và đóng góp của từng phần / who drives growth: each total and what its parts brought'
AS SELECT
  c.decomposition, c.period_id, c.period_kind, c.period_start, c.period_end, c.measure_id,
  c.scope_type, c.scope_id, c.direction, c.goods_id, c.regime, c.is_simulated, c.whole_value,
  c.whole_growth_pct, c.whole_reason, c.unit, c.part_no, c.part_id,
  coalesce(s.name_vi, g.name_vi, d.name_vi) AS part_name_vi,
  coalesce(s.name_en, g.name_en, d.name_en) AS part_name_en, c.state,
  c.value, c.change, c.growth_pct, c.contribution_points, c.share_pct, c.rank, c.rank_change,
  c.part_reason
FROM bienmau_gold.growth_contribution AS c
LEFT JOIN bienmau_gold.dim_section AS s
  ON c.decomposition = 'sections' AND s.section_id = c.part_id
LEFT JOIN bienmau_gold.dim_gate AS g
  ON c.decomposition = 'gates' AND g.gate_id = c.part_id AND g.is_current
LEFT JOIN bienmau_gold.dim_goods AS d
  ON c.decomposition = 'goods' AND d.goods_id = c.part_id
