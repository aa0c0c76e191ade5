package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * The twelve months after each adjusted series; forecasts of wholes and parts add up.
 *
 * <p>Only where the parts made up the whole before: else the difference is trade that nobody
 * forecasts, and not an error of the forecasts.
 */
public final class Forecast {
  private Forecast() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;
  public static final TableColumn BASE_MEDIAN =
      required(
          "base_median",
          Types.QUANTITY,
          "",
          "The median by the series alone; the intervals are those of the series alone, times median over base_median.");
  public static final TableColumn RECONCILIATION =
      optional(
          "reconciliation",
          StringType,
          "",
          "wls: every forecast gave way by the variance of its error; bottom_up: the parts stand and wholes are their sums, because wls would have put one at zero or below; empty when not reconciled.");
  public static final TableColumn HIERARCHY =
      optional(
          "hierarchy",
          StringType,
          "",
          "The place at the top, then what lies below it and adds up: sections, gates, directions, parted by spaces; empty when not reconciled.");
  public static final TableColumn NOT_RECONCILED =
      optional(
          "not_reconciled",
          StringType,
          "",
          "part_missing: export, import or their total is not forecast; parts_differ: they did not add up in each of the last twelve months; ends_earlier: others are known longer; no_parts: nothing forecast makes it up; empty when reconciled.");

  /** What the forecasts of a hierarchy share. */
  private static final List<TableColumn> GROUP =
      List.of(
          Observation.MEASURE_ID,
          Observation.GOODS_ID,
          Observation.REGIME,
          Observation.IS_SIMULATED,
          Observation.UNIT);

  private static final String SERIES = "series";

  public static final Table TABLE =
      Table.named(Layer.GOLD, "forecast")
          .purpose(
              "What each series is to be expected to do in the next twelve months, wholes being the sums of their parts, with intervals that make no allowance for closures to come.")
          .columns(
              SeriesKey.and(
                  Stream.concat(
                          Parts.FORECASTS.stream(),
                          Stream.of(BASE_MEDIAN, RECONCILIATION, HIERARCHY, NOT_RECONCILED))
                      .toList()))
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
          .check(
              blocks(
                  "Every forecast is reconciled in a hierarchy or says why not.",
                  RECONCILIATION
                      .col()
                      .isNull()
                      .notEqual(HIERARCHY.col().isNull())
                      .or(RECONCILIATION.col().isNull().equalTo(NOT_RECONCILED.col().isNull()))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(SeriesAnalysis.TABLE),
                      inputs.given(Registers.class),
                      inputs.encoder(ForecastReconciler.ROW)));

  /** Pure: the forecasts of all series, those of a measure brought to add up together. */
  static Dataset<Row> compute(Dataset<Row> analyses, Registers registers, Encoder<Row> encoder) {
    Column[] series =
        Stream.concat(
                Stream.of(SeriesKey.cols()),
                Stream.of(SeriesAnalysis.BY_MONTH.col(), SeriesAnalysis.FORECASTS.col()))
            .toArray(Column[]::new);
    return analyses
        .filter(size(SeriesAnalysis.FORECASTS.col()).gt(0))
        .groupBy(Cell.columns(GROUP))
        .agg(collect_list(struct(series)).as(SERIES))
        .select(col(SERIES))
        .mapPartitions(new ForecastReconciler(registers), encoder)
        .select(TABLE.cols());
  }
}
