package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.check.CheckResult;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** What each rule of each table said in each run that built tables. */
public final class CheckRecord {
  private CheckRecord() {}

  public static final TableColumn RUN_ID = Release.RUN_ID;
  public static final TableColumn TABLE_ID =
      required("table_id", StringType, "", "The table that was checked.");
  public static final TableColumn RULE =
      required("rule", StringType, "", "The rule as a sentence.");
  public static final TableColumn SEVERITY =
      required(
          "severity",
          StringType,
          "",
          "blocks: a broken rule stops publication; warns: it is counted.");
  public static final TableColumn ROW_COUNT =
      required("row_count", LongType, "count", "Rows that were looked at.");
  public static final TableColumn BROKEN_COUNT =
      required("broken_count", LongType, "count", "Rows that break the rule.");

  public static final Table TABLE =
      Table.named(Layer.OPS, "check_result")
          .purpose("For seeing which rule was kept or broken by how many rows in which run.")
          .columns(RUN_ID, TABLE_ID, RULE, SEVERITY, ROW_COUNT, BROKEN_COUNT)
          .oneRowPer(RUN_ID, TABLE_ID, RULE)
          .check(
              blocks(
                  "No more rows break a rule than there are.",
                  BROKEN_COUNT.col().gt(ROW_COUNT.col())))
          .recorded();

  static List<Row> rows(String runId, Table table, List<CheckResult> results) {
    return results.stream().map(result -> row(runId, table, result)).toList();
  }

  private static Row row(String runId, Table table, CheckResult result) {
    return RowFactory.create(
        runId,
        table.id(),
        result.check().rule(),
        result.check().severity().name().toLowerCase(Locale.ROOT),
        result.rows(),
        result.brokenRows());
  }
}
