package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.not;
import static org.bienmau.check.Check.blocks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** How good forecasts made of earlier months would have been. */
public final class ForecastScore {
  private ForecastScore() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn METHOD = Parts.METHOD;
  public static final TableColumn HORIZON = Parts.HORIZON;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "forecast_score")
          .purpose(
              "Whether to trust a forecast: errors and interval coverage of the model and of last year's value, from earlier months.")
          .columns(SeriesKey.and(Parts.SCORES))
          .oneRowPer(SERIES_ID, METHOD, HORIZON)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every method is regarima or seasonal_naive.",
                  not(METHOD.col().isin("regarima", "seasonal_naive"))))
          .check(
              blocks(
                  "No 80 % interval holds more than the 95 % interval.",
                  Parts.COVERAGE_80.col().gt(Parts.COVERAGE_95.col())))
          .computedBy(inputs -> compute(inputs.read(SeriesAnalysis.TABLE)));

  static Dataset<Row> compute(Dataset<Row> analyses) {
    return Elements.of(analyses, SeriesAnalysis.SCORES).select(TABLE.cols());
  }
}
