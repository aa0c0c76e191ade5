package org.bienmau.job;

import java.util.List;
import org.bienmau.check.CheckResult;
import org.bienmau.check.Checks;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Release;
import org.bienmau.pipeline.Tables;
import org.bienmau.table.Table;

/** Runs every rule again over the tables of the last release. */
final class ReleaseAudit {
  private ReleaseAudit() {}

  /**
   * One row per rule.
   *
   * @throws RefusedException if nothing was published yet
   */
  static ResultTable run(Settings settings) {
    try (LakeReading reading = new LakeReading("check", settings)) {
      Lake lake = reading.lake();
      Release release =
          Release.latest(lake)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          ExitCode.CONFIGURATION,
                          "Cannot check %s: nothing was published yet. Run jobs/bienmau run first."
                              .formatted(settings.lakeRoot())));
      ResultTable answer =
          ResultTable.of("outcome", "table", "severity", "rule", "broken_rows", "rows");
      List<Table> published =
          Tables.ALL.stream().filter(t -> release.tables().containsKey(t.id())).toList();
      for (Table table : published) {
        long version = release.tables().get(table.id()).version();
        for (CheckResult result :
            Checks.audit(lake.read(table, version), table.allChecks()).results()) {
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
