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

/** Months from which on a series runs at another level. */
public final class ChangePoint {
  private ChangePoint() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;
  public static final TableColumn EVENT_ID = Explained.EVENT_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "change_point")
          .purpose(
              "For telling a lasting change from a blip: months from which on an adjusted series runs at another level, with the registered event of the place.")
          .columns(
              SeriesKey.and(Stream.concat(Parts.CHANGES.stream(), Stream.of(EVENT_ID)).toList()))
          .oneRowPer(SERIES_ID, PERIOD_START)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every expected level lies between low and high.",
                  Parts.EXPECTED.col().between(Parts.LOW.col(), Parts.HIGH.col()).equalTo(false)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(SeriesAnalysis.TABLE),
                      inputs.local(
                          Explained.places(inputs.given(Registers.class)), Explained.PLACES)));

  static Dataset<Row> compute(Dataset<Row> analyses, Dataset<Row> places) {
    Dataset<Row> found = Elements.of(analyses, SeriesAnalysis.CHANGES);
    return Explained.by(found, places, List.of(SERIES_ID, PERIOD_START)).select(TABLE.cols());
  }
}
