package org.bienmau.job;

import java.util.List;
import org.bienmau.check.CheckResult;
import org.bienmau.check.Checks;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Tables;
import org.bienmau.table.Table;

/** Runs every rule again over the tables of the last release. */
final class ReleaseAudit {
  private ReleaseAudit() {}

  /**
   * One row per rule.
   *
   * @throws org.bienmau.pipeline.NothingPublishedException if nothing was published yet
   */
  static ResultTable run(Settings settings) {
    try (LakeReading reading = new LakeReading("check", settings)) {
      Published published = reading.published();
      ResultTable answer =
          ResultTable.of("outcome", "table", "severity", "rule", "broken_rows", "rows");
      List<Table> tables =
          Tables.ALL.stream()
              .filter(t -> published.release().tables().containsKey(t.id()))
              .toList();
      for (Table table : tables) {
        for (CheckResult result :
            Checks.audit(published.read(table), table.allChecks()).results()) {
          answer =
              answer.with(
                  outcome(result),
                  table.id(),
                  result.check().severity().name(),
                  result.check().rule(),
                  result.brokenRows(),
                  result.rows());
        }
      }
      return answer;
    }
  }

  /** Whether a row of the answer tells of a broken rule that blocks. */
  static boolean isBlocking(List<Object> row) {
    return row.get(0).equals("BROKEN");
  }

  private static String outcome(CheckResult result) {
    if (result.passed()) {
      return "OK";
    }
    return switch (result.check().severity()) {
      case BLOCKS -> "BROKEN";
      case WARNS -> "WARNING";
    };
  }
}
