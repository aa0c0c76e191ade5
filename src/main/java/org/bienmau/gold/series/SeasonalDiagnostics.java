package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.not;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** How far each adjusted series can be trusted, and why others are not adjusted. */
public final class SeasonalDiagnostics {
  private SeasonalDiagnostics() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn VERDICT = SeriesAnalysis.VERDICT;
  public static final TableColumn REFUSAL = SeriesAnalysis.REFUSAL;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "seasonal_diagnostics")
          .purpose(
              "Whether to trust an adjusted series: verdict, doubts, tests and X-13's second opinion, or why it is not adjusted.")
          .columns(SeriesKey.and(SeriesAnalysis.SCALARS))
          .oneRowPer(SERIES_ID)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every verdict is good, uncertain or bad.",
                  not(VERDICT.col().isin("good", "uncertain", "bad"))))
          .check(
              warns(
                  "No model leaves a festival in the adjusted series.",
                  SeriesAnalysis.DOUBTS.col().contains("FESTIVAL_LEFT")))
          .computedBy(inputs -> compute(inputs.read(SeriesAnalysis.TABLE)));

  static Dataset<Row> compute(Dataset<Row> analyses) {
    return analyses.select(TABLE.cols());
  }
}
