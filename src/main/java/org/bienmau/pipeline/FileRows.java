package org.bienmau.pipeline;

import java.util.List;
import org.bienmau.bronze.RecordDataset;

/**
 * How many rows a file of records has brought.
 *
 * @param months the accepted ones by month
 * @param refused the others
 */
record FileRows(RecordDataset dataset, Arrival arrival, List<InMonth> months, long refused) {
  FileRows {
    months = List.copyOf(months);
  }

  /**
   * Accepted rows of one month.
   *
   * @param first first month that one of them has to do with
   * @param last last such month; 9999-12 while one has no end
   */
  record InMonth(String month, long rows, String first, String last) {}

  String fileId() {
    return arrival.fileId();
  }

  long accepted() {
    return months.stream().mapToLong(InMonth::rows).sum();
  }

  long read() {
    return accepted() + refused;
  }

  double percentRefused() {
    return read() == 0 ? 0 : 100.0 * refused / read();
  }
}
