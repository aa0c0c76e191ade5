-- How far each total rests on a few sections, gates or goods.
CREATE OR REPLACE VIEW bienmau.v_concentration (
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
  parts COMMENT 'Số phần đã biết / known parts',
  rest_pct COMMENT 'Phần chưa biết, % của tổng số / what the known parts leave, per cent of the total',
  hhi COMMENT 'Chỉ số Herfindahl-Hirschman, 1 = dồn vào một phần; trống khi chưa biết đủ các phần / index of concentration; empty unless all parts are known',
  hhi_low COMMENT 'Thấp nhất có thể / the least it can be',
  hhi_high COMMENT 'Cao nhất có thể / the most it can be',
  hhi_normalised COMMENT 'Chỉ số chuẩn hóa, 0 = đều nhau / normalised, 0 = all equal',
  effective_parts COMMENT 'Tương đương bao nhiêu phần bằng nhau / how many equal parts would be as concentrated',
  top_part_id COMMENT 'Phần lớn nhất / the largest part',
  top_share_pct COMMENT 'Tỷ trọng của phần lớn nhất, % / its share, per cent',
  top_3_share_pct COMMENT 'Tỷ trọng của ba phần lớn nhất, % / share of the three largest, per cent',
  hhi_change COMMENT 'Thay đổi so với cùng kỳ năm trước, dương = tập trung hơn / change on the year before, above zero = more concentrated'
)
COMMENT 'Mức độ tập trung theo đoạn biên giới, cửa khẩu, hàng hóa / concentration on sections, gates and goods'
AS SELECT
  decomposition, period_id, period_kind, period_start, period_end, measure_id, scope_type, scope_id,
  direction, goods_id, regime, is_simulated, parts, rest_pct, hhi, hhi_low, hhi_high,
  hhi_normalised, effective_parts, top_part_id, top_share_pct, top_3_share_pct, hhi_change
FROM bienmau_gold.concentration
