package org.bienmau.gold.series;

import static org.bienmau.check.Check.blocks;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Months that lie far from what everything known makes of them. */
public final class Anomaly {
  private Anomaly() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;
  public static final TableColumn EVENT_ID = Explained.EVENT_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "anomaly")
          .purpose(
              "For asking what happened: months far from what trend, season, festivals and known closures make of them, with the registered event of the place.")
          .columns(
              SeriesKey.and(Stream.concat(Parts.ANOMALIES.stream(), Stream.of(EVENT_ID)).toList()))
          .oneRowPer(SERIES_ID, PERIOD_START)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every value lies outside of what is no surprise.",
                  // Rounding may bring a value of few digits onto the end of its interval.
                  Parts.FOUND
                      .col()
                      .gt(Parts.LOW.col())
                      .and(Parts.FOUND.col().lt(Parts.HIGH.col()))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(SeriesAnalysis.TABLE),
                      inputs.local(
                          Explained.places(inputs.given(Registers.class)), Explained.PLACES)));

  static Dataset<Row> compute(Dataset<Row> analyses, Dataset<Row> places) {
    Dataset<Row> found = Elements.of(analyses, SeriesAnalysis.ANOMALIES);
    return Explained.by(found, places, List.of(SERIES_ID, PERIOD_START)).select(TABLE.cols());
  }
}
