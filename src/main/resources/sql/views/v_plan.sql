-- How much of the year's plan was reached by when.
CREATE OR REPLACE VIEW bienmau.v_plan (
  plan_year COMMENT 'Năm kế hoạch / year of the plan',
  scope_type COMMENT 'section = đoạn biên giới, gate = cửa khẩu, area = khu vực / kind of place',
  scope_id COMMENT 'Nơi có kế hoạch / the place the plan is for',
  section_id COMMENT 'Đoạn biên giới; trống khi rộng hơn / border section; empty when larger',
  direction COMMENT 'Chiều, từ phía Việt Nam / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa / goods',
  measure_id COMMENT 'Chỉ tiêu đo mức thực hiện / what the plan is reached by',
  plan_value COMMENT 'Kế hoạch năm theo đơn vị ở cột unit / the annual plan, in unit',
  plan_origin COMMENT 'printed = nguồn in, register = danh mục, implied = suy ra từ tỷ lệ in / where the plan is from',
  period_id COMMENT 'Kỳ thực hiện / period of what was reached',
  period_end COMMENT 'Ngày cuối kỳ / last day of the period',
  reached_value COMMENT 'Mức thực hiện / level reached',
  unit COMMENT 'Đơn vị / unit',
  share_reached_pct COMMENT 'Tỷ lệ thực hiện, tính từ số liệu, % / share of the plan, computed, per cent',
  share_reason COMMENT 'Vì sao không tính được / why it cannot be computed',
  printed_plan_pct COMMENT 'Tỷ lệ như nguồn in, % / the share as a source printed it, per cent',
  gap_points COMMENT 'Tính trừ in, điểm phần trăm / computed less printed, percentage points',
  implied_plan COMMENT 'Kế hoạch suy ra từ tỷ lệ in / plan that the printed share implies',
  expected_share_pct COMMENT 'Tỷ lệ mà các năm trước đạt đến cùng tháng, theo Tết năm nay, % / share that past years had reached by the month, under the Tết of this year, per cent',
  projected_year COMMENT 'Cả năm dự kiến / the whole year to be expected',
  probability_pct COMMENT 'Xác suất đạt kế hoạch, % / probability of reaching the plan, per cent',
  not_projected COMMENT 'Vì sao không dự kiến được / why nothing is projected',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'Thực hiện kế hoạch năm / annual plans and what was reached of them'
AS SELECT
  plan_year, scope_type, scope_id, section_id, direction, goods_id, measure_id, plan_value,
  plan_origin, period_id, period_end, reached_value, unit, share_reached_pct, share_reason,
  printed_plan_pct, gap_points, implied_plan, expected_share_pct, projected_year, probability_pct, not_projected,
  is_simulated
FROM bienmau_gold.plan_pace
