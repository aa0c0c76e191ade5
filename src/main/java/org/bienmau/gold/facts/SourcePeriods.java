package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.measure.Calendar;
import org.bienmau.reference.PeriodKind;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/**
 * The periods that the months of a source make up: only those of which every month is there.
 *
 * <p>A month is there when the source has any record in it, for then a place without one had
 * nothing to record. The month in which its records end is not yet whole: it is a range up to that
 * day, and makes up nothing.
 */
final class SourcePeriods {
  private SourcePeriods() {}

  static final TableColumn MONTH = TradeMonth.MONTH;

  private static final int MONTHS_IN_YEAR = 12;

  private static final List<PeriodKind> LONGER =
      List.of(PeriodKind.JAN_FEB, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR);

  /**
   * For each month of each source the periods that it is a part of.
   *
   * @param days any rows with source, world, month and a {@code last_day}
   */
  static Dataset<Row> of(Dataset<Row> days) {
    WindowSpec source = Window.partitionBy(CellRows.columns(CellRows.SOURCE));
    Dataset<Row> months =
        days.groupBy(CellRows.columns(CellRows.SOURCE, MONTH.col()))
            .agg(max(TradeMonth.LAST_DAY.col()).as("last_day"))
            .withColumn("starts", to_date(concat(MONTH.col(), lit("-01"))))
            .withColumn("is_last", col("last_day").equalTo(max(col("last_day")).over(source)))
            .withColumn(
                "is_whole",
                col("is_last").and(col("last_day").lt(last_day(col("starts")))).equalTo(false));
    Column[] periods =
        Stream.concat(Stream.of(own()), LONGER.stream().map(SourcePeriods::longer))
            .toArray(Column[]::new);
    WindowSpec period =
        Window.partitionBy(
            Stream.concat(
                    Stream.of(CellRows.columns(CellRows.SOURCE)),
                    Stream.of(col("period.period_id")))
                .toArray(Column[]::new));
    return months
        .withColumn("period", explode(array(periods)))
        .filter(col("period").isNotNull())
        .withColumn("months_there", count(lit(1)).over(period))
        .filter(col("months_there").equalTo(col("period.months_needed")))
        .select(
            Stream.concat(
                    Stream.of(CellRows.columns(CellRows.SOURCE, MONTH.col())),
                    CellRows.PERIOD.stream().map(column -> col("period." + column.name())))
                .toArray(Column[]::new));
  }

  /**
   * The same, and for a month that is not yet whole the same days a year earlier, so that there is
   * something to compare it with: the end of a month stays the end of a month.
   *
   * <p>Only of rows that tell their day; nothing else can be cut at one.
   */
  static Dataset<Row> withYearEarlier(Dataset<Row> periods) {
    Column start = Calendar.startEarlier(Figure.PERIOD_START.col(), MONTHS_IN_YEAR);
    Column end = Calendar.endEarlier(Figure.PERIOD_END.col(), MONTHS_IN_YEAR);
    Dataset<Row> earlier =
        periods
            .filter(Figure.PERIOD_KIND.col().equalTo(PeriodKind.RANGE.id()))
            .select(
                CellRows.columns(
                    CellRows.SOURCE,
                    date_format(start, "yyyy-MM").as(MONTH.name()),
                    concat(start, lit(".."), end).as(Figure.PERIOD_ID.name()),
                    Figure.PERIOD_KIND.col(),
                    start.as(Figure.PERIOD_START.name()),
                    end.as(Figure.PERIOD_END.name())));
    return periods.unionByName(earlier);
  }

  private static Column own() {
    Column starts = col("starts");
    Column whole = col("is_whole");
    return period(
        when(whole, MONTH.col()).otherwise(concat(starts, lit(".."), col("last_day"))),
        when(whole, PeriodKind.MONTH.id()).otherwise(PeriodKind.RANGE.id()),
        starts,
        when(whole, last_day(starts)).otherwise(col("last_day")),
        1);
  }

  private static Column longer(PeriodKind kind) {
    Column starts = Calendar.startOf(kind, col("starts"));
    return when(
        col("is_whole").and(starts.isNotNull()),
        period(
            Calendar.nameOf(kind, starts),
            lit(kind.id()),
            starts,
            Calendar.endOf(kind, starts),
            Calendar.months(kind)));
  }

  private static Column period(Column id, Column kind, Column start, Column end, int months) {
    return struct(
        id.as(Figure.PERIOD_ID.name()),
        kind.as(Figure.PERIOD_KIND.name()),
        start.as(Figure.PERIOD_START.name()),
        end.as(Figure.PERIOD_END.name()),
        lit(months).as("months_needed"));
  }
}
