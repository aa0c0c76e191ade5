package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.not;
import static org.bienmau.check.Check.blocks;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** What festivals, closures and outliers do to each series. */
public final class SeasonalEffect {
  private SeasonalEffect() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn EFFECT_NAME = Parts.EFFECT_NAME;
  public static final TableColumn EFFECT_KIND = Parts.EFFECT_KIND;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "seasonal_effect")
          .purpose(
              "How strongly Tết, the Spring Festival and known closures move a series, and which months are outliers, with standard errors.")
          .columns(SeriesKey.and(Parts.EFFECTS))
          .oneRowPer(SERIES_ID, EFFECT_NAME)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every effect_kind is a festival, a closure or a type of outlier.",
                  not(
                      EFFECT_KIND
                          .col()
                          .isin("tet", "spring_festival", "closure", "ao", "tc", "ls"))))
          .check(blocks("No standard_error is negative.", Parts.STANDARD_ERROR.col().lt(0)))
          .computedBy(inputs -> compute(inputs.read(SeriesAnalysis.TABLE)));

  static Dataset<Row> compute(Dataset<Row> analyses) {
    return Elements.of(analyses, SeriesAnalysis.EFFECTS).select(TABLE.cols());
  }
}
