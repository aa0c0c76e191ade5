package org.bienmau.gold.series;

import static org.bienmau.check.Check.blocks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Every month of every series, raw and without season and festivals. */
public final class SeasonalAdjustment {
  private SeasonalAdjustment() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;
  public static final TableColumn VALUE = Parts.VALUE;
  public static final TableColumn ADJUSTED = Parts.ADJUSTED;
  public static final TableColumn TREND = Parts.TREND;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "seasonal_adjustment")
          .purpose(
              "For comparing a month with the one before: each monthly series with season, Tết and Spring Festival taken out, and its parts.")
          .columns(SeriesKey.and(Parts.MONTHS))
          .oneRowPer(SERIES_ID, PERIOD_START)
          .from(SeriesAnalysis.TABLE)
          .check(blocks("No adjusted value is negative.", ADJUSTED.col().lt(0)))
          .check(
              blocks(
                  "No month has an adjusted value without a value.",
                  ADJUSTED.col().isNotNull().and(VALUE.col().isNull())))
          .computedBy(inputs -> compute(inputs.read(SeriesAnalysis.TABLE)));

  static Dataset<Row> compute(Dataset<Row> analyses) {
    return Elements.of(analyses, SeriesAnalysis.BY_MONTH).select(TABLE.cols());
  }
}
