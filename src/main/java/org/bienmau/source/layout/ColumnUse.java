package org.bienmau.source.layout;

import java.util.List;

/**
 * What a layout uses a column of a file for.
 *
 * @param sheet the name of its sheet; empty for a file without sheets
 * @param column its letters, or its key where rows name their cells
 * @param heading as the layout sees it, {@code Tháng 3 > Xuất khẩu}
 * @param as the contract's columns that it fills, {@code {parts}} that it tells, {@code when} for
 *     what rows depend on; nothing for a column that is of no interest
 */
public record ColumnUse(String sheet, String column, String heading, List<String> as) {
  public ColumnUse {
    as = List.copyOf(as);
  }
}
