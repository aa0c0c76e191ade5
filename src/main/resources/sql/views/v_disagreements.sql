-- Printed figures that differ from the chosen one by more than rounding.
CREATE OR REPLACE VIEW bienmau.v_disagreements (
  scope_type COMMENT 'section = đoạn biên giới, gate = cửa khẩu, area = khu vực / kind of place',
  scope_id COMMENT 'Nơi được nói đến / the place',
  section_id COMMENT 'Đoạn biên giới / border section',
  period_id COMMENT 'Kỳ / period',
  measure_id COMMENT 'Chỉ tiêu / what is measured',
  direction COMMENT 'Chiều, từ phía Việt Nam / direction, from the Vietnamese side',
  goods_id COMMENT 'Hàng hóa / goods',
  regime COMMENT 'Phạm vi thống kê / regime',
  printed_value COMMENT 'Con số in / the printed figure',
  chosen_value COMMENT 'Con số được chọn / the figure chosen for the cell',
  unit COMMENT 'Đơn vị / unit',
  diff_pct COMMENT 'Chênh lệch so với số được chọn, % / difference in per cent of the chosen one',
  verdict COMMENT 'Lý do chung: phạm vi khác, lần in khác, kỳ khác, các phần không cộng thành tổng, nghi sai, chưa rõ / verdict',
  explanation COMMENT 'Mã quy tắc đưa ra kết luận / code of the rule behind the verdict',
  explained_by_value COMMENT 'Con số giải thích / the value that explains it',
  publisher COMMENT 'Nơi in / who printed it',
  known_from COMMENT 'Ngày được biết / first day on which it was public',
  source_url COMMENT 'Trang nguồn / page of the source',
  is_simulated COMMENT 'true = số liệu mô phỏng, không phải số thật; không gộp với số thật / made up by a simulation; never put together with real figures'
)
COMMENT 'Những con số không khớp với số được chọn, và vì sao / printed figures that differ from the chosen one, and why'
AS SELECT
  scope_type, scope_id, section_id, period_id, measure_id, direction, goods_id, regime,
  value AS printed_value, chosen_value, unit, diff_pct, verdict, explanation, explained_by_value,
  publisher, known_from, source_url, is_simulated
FROM bienmau_gold.published_reconciliation
WHERE verdict NOT IN ('agrees', 'rounding')
