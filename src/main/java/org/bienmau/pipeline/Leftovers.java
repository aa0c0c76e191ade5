package org.bienmau.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordDatasets;
import org.bienmau.silver.Superseded;
import org.bienmau.table.Table;

/**
 * What an ingest of records has written and the ledger does not know of.
 *
 * <p>The ledger's rows are written last. Every commit before them says in its remark up to which
 * arrival the ledger will reach; where it does not, the commit is the newest one of its table and
 * is taken back. That is seen from the remark alone, however long the history.
 */
final class Leftovers {
  private static final Pattern REMARK = Pattern.compile("ingest up to arrival (\\d+)");

  private static final List<Table> TABLES =
      Stream.concat(
              RecordDatasets.ALL.stream().map(RecordDataset::table),
              Stream.of(Quarantine.TABLE, Superseded.TABLE, DeliveryMonth.TABLE))
          .toList();

  private Leftovers() {}

  /** The remark of a commit that counts once the ledger knows of an arrival. */
  static String remark(long arrivalNo) {
    return "ingest up to arrival " + arrivalNo;
  }

  /**
   * Takes back what counts for nothing.
   *
   * @param lastArrival number of the last arrival that the ledger knows of
   */
  static void remove(Lake lake, long lastArrival) {
    Map<Table, Long> left = new LinkedHashMap<>();
    for (Table table : TABLES) {
      lake.head(table)
          .filter(head -> isLeft(head, lastArrival))
          .ifPresent(head -> left.put(table, head.version()));
    }
    // Going back costs Delta a dozen small jobs for each table, so several go back at once.
    TableTasks.run(List.copyOf(left.keySet()), table -> lake.restore(table, left.get(table) - 1));
  }

  private static boolean isLeft(Lake.Commit head, long lastArrival) {
    Matcher remark = REMARK.matcher(head.about());
    return remark.matches() && Long.parseLong(remark.group(1)) > lastArrival;
  }
}
