package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Regime;
import org.bienmau.table.Schemas;
import org.bienmau.table.TableColumn;

/**
 * The first days of a month of which somebody printed how many trucks passed: without numbers of
 * days nobody knows how much of a month has usually passed by then, and the rows say so.
 */
final class NowcastFromPrint {
  private NowcastFromPrint() {}

  private static final List<TableColumn> KEY =
      List.of(
          Observation.SCOPE_TYPE,
          Observation.SCOPE_ID,
          Observation.SECTION_ID,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.IS_SIMULATED,
          Nowcast.VEHICLE_SOURCE_ID,
          Nowcast.PERIOD_START,
          Nowcast.DAY_OF_MONTH);

  /**
   * @param known turnover and trucks of all goods
   */
  static Dataset<Row> of(Dataset<Row> known) {
    Column start = Observation.PERIOD_START.col();
    Column end = Observation.PERIOD_END.col();
    Column isBeginning =
        start.equalTo(trunc(start, "month")).and(end.gt(start)).and(end.lt(last_day(start)));
    Dataset<Row> rows =
        known
            .filter(AnalysedSeries.isTurnover().equalTo(false))
            .filter(Observation.ORIGIN.col().equalTo("printed"))
            .filter(Observation.PERIOD_KIND.col().isin(PeriodKind.YTD.id(), PeriodKind.RANGE.id()))
            .filter(isBeginning)
            .withColumn(
                Nowcast.VEHICLE_SOURCE_ID.name(),
                coalesce(Observation.PUBLISHER.col(), lit(Nowcast.NONE)))
            .withColumn(Nowcast.DAY_OF_MONTH.name(), dayofmonth(end))
            .groupBy(KEY.stream().map(TableColumn::col).toArray(Column[]::new))
            .agg(min(Observation.VALUE.col()).cast(LongType).as(Nowcast.TRUCKS_SO_FAR.name()))
            .withColumn(Observation.MEASURE_ID.name(), lit(AnalysedSeries.TURNOVER))
            .withColumn(Observation.REGIME.name(), lit(Regime.NOT_APPLICABLE.id()))
            .withColumn(Observation.UNIT.name(), lit("USD"))
            .withColumn(Nowcast.TRADE_SOURCE_ID.name(), lit(Nowcast.NONE))
            .withColumn(Nowcast.MONTHS_BACK.name(), lit(0))
            .withColumn(Nowcast.ERRORS.name(), lit(0))
            .withColumn(Nowcast.REASON.name(), lit("no_daily_trucks"))
            .withColumn(
                Nowcast.DETAIL.name(),
                lit(
                    "Trucks are printed for these days only: no numbers of days tell how much of a month has usually passed by then."))
            .withColumn(Nowcast.SERIES_ID.name(), SeriesKey.id());
    List<String> there = List.of(rows.columns());
    return rows.select(
        Nowcast.TABLE.columns().stream()
            .map(
                column ->
                    there.contains(column.name())
                        ? column.col()
                        : Schemas.empty(column).as(column.name()))
            .toArray(Column[]::new));
  }
}
