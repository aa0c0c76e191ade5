package org.bienmau.gold.series;

import static org.bienmau.check.Check.blocks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The twelve months after each adjusted series. */
public final class Forecast {
  private Forecast() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "forecast")
          .purpose(
              "What each series is to be expected to do in the next twelve months, with intervals that make no allowance for closures to come.")
          .columns(SeriesKey.and(Parts.FORECASTS))
          .oneRowPer(SERIES_ID, PERIOD_START)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every median lies in its 80 % interval, and that in the 95 % interval.",
                  Parts.MEDIAN
                      .col()
                      .between(Parts.LOW_80.col(), Parts.HIGH_80.col())
                      .and(Parts.LOW_80.col().geq(Parts.LOW_95.col()))
                      .and(Parts.HIGH_80.col().leq(Parts.HIGH_95.col()))
                      .equalTo(false)))
          .computedBy(inputs -> compute(inputs.read(SeriesAnalysis.TABLE)));

  static Dataset<Row> compute(Dataset<Row> analyses) {
    return Elements.of(analyses, SeriesAnalysis.FORECASTS).select(TABLE.cols());
  }
}
