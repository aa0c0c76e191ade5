package org.bienmau.job;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Release;
import org.bienmau.pipeline.Tables;
import org.bienmau.table.Table;

/** Answers one SQL query over the last release. */
final class Query {
  private static final Set<String> READING =
      Set.of("select", "with", "values", "from", "table", "show", "describe", "desc", "explain");

  private Query() {}

  /**
   * Runs the query.
   *
   * @throws RefusedException if it would write, or cannot be understood
   */
  static ResultTable answer(String sql, int limit, Settings settings) {
    String text = sql.strip().replaceFirst(";$", "");
    String verb = text.replaceFirst("^[\\s(]*", "").split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    if (!READING.contains(verb)) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot answer '%s': a query reads and changes nothing. Begin it with select."
              .formatted(sql.strip()));
    }
    try (LakeReading lake = new LakeReading("query", settings)) {
      lake.show(text);
      return RowTables.of(run(text, lake), limit);
    }
  }

  /** The tables that a query may name, with their purpose and their rows in the last release. */
  static ResultTable tables(Settings settings) {
    try (LakeReading lake = new LakeReading("query", settings)) {
      ResultTable answer = ResultTable.of("table", "rows", "purpose");
      for (Table table : Tables.ALL) {
        Release.Content content = lake.published().release().tables().get(table.id());
        answer = answer.with(table.id(), content == null ? null : content.rows(), table.purpose());
      }
      return answer;
    }
  }

  private static Dataset<Row> run(String text, LakeReading lake) {
    try {
      return lake.spark().sql(text);
    } catch (Exception e) {
      // Spark throws it without declaring it, so that Java cannot catch it by its type.
      if (e instanceof AnalysisException) {
        List<String> lines = e.getMessage().strip().lines().toList();
        throw new RefusedException(
            ExitCode.USAGE,
            "Cannot answer the query: %s\nTables are %s."
                .formatted(
                    lines.get(0),
                    Tables.ALL.stream().map(Table::id).collect(Collectors.joining(", "))),
            e);
      }
      throw e;
    }
  }
}
