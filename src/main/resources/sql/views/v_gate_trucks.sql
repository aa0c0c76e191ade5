-- Trucks at the gates: cleared, per day, waiting, and what a gate can take.
CREATE OR REPLACE VIEW bienmau.v_gate_trucks (
  section_id COMMENT 'Đoạn biên giới / border section',
  gate_id COMMENT 'Cửa khẩu hoặc lối thông quan; không cộng cửa khẩu với lối của nó / gate or lane; never add a gate and its lanes',
  name_vi COMMENT 'Tên tiếng Việt hiện nay; trống khi cửa khẩu không còn / present Vietnamese name; empty when the gate is no more',
  name_en COMMENT 'Tên tiếng Anh hiện nay / present English name',
  parent_gate_id COMMENT 'Cửa khẩu mà tổng số của nó đã gồm lối này, hiện nay / the gate whose totals include it at present',
  period_id COMMENT 'Kỳ / period',
  period_kind COMMENT 'Loại kỳ / kind of period',
  period_start COMMENT 'Ngày đầu kỳ / first day of the period',
  period_end COMMENT 'Ngày cuối kỳ / last day of the period',
  measure_id COMMENT 'vehicles_cleared = xe đã thông quan, vehicles_per_day = xe mỗi ngày, vehicles_waiting = xe đang chờ, capacity = năng lực / what is counted',
  direction COMMENT 'Chiều, từ phía Việt Nam / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa / goods',
  value COMMENT 'Số xe theo đơn vị ở cột unit / vehicles, in unit',
  value_high COMMENT 'Đầu trên khi nguồn in một khoảng / upper end where the source prints a range',
  unit COMMENT 'vehicles = xe, vehicles/day = xe mỗi ngày / unit',
  qualifier COMMENT 'Độ chắc / how exactly the source means it',
  publisher COMMENT 'Nơi in / who printed it',
  source_url COMMENT 'Trang nguồn / page of the source',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'Xe tại cửa khẩu: thông quan, mỗi ngày, đang chờ, năng lực / trucks at the gates'
AS SELECT
  o.section_id, o.scope_id, g.name_vi, g.name_en, g.parent_gate_id, o.period_id, o.period_kind,
  o.period_start, o.period_end, o.measure_id, o.direction, o.goods_id, o.value, o.value_high,
  o.unit, o.qualifier, o.publisher, o.source_url, o.is_simulated
FROM bienmau_gold.observation AS o
LEFT JOIN bienmau_gold.dim_gate AS g ON g.gate_id = o.scope_id AND g.is_current
WHERE o.scope_type = 'gate'
  AND o.measure_id IN (
    'vehicles_cleared', 'vehicles_per_day', 'vehicles_per_day_peak', 'vehicles_waiting', 'capacity')
