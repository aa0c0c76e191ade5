package org.bienmau.gold;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.reference.PeriodKind;
import org.bienmau.table.Types;

/**
 * Sums of consecutive months and mean yearly growth: only of what may be added, only when complete.
 */
final class SumsOverTime {
  private SumsOverTime() {}

  /** Months are numbered, so that a window of months never reaches over a missing one unnoticed. */
  private static final Column MONTH_NO =
      year(Trend.PERIOD_START.col()).multiply(12).plus(month(Trend.PERIOD_START.col()));

  private static final WindowSpec SERIES =
      Window.partitionBy(Cell.columns(Cell.SERIES, Trend.PERIOD_KIND)).orderBy(MONTH_NO);

  static Dataset<Row> added(Dataset<Row> rows, Additivity additivity) {
    Column monthly =
        additivity.mayAddPeriods().and(Trend.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id()));
    Column monthsSoFar = month(Trend.PERIOD_START.col());
    WindowSpec sameYear = Window.partitionBy(yearOfSeries()).orderBy(MONTH_NO);
    return rows.withColumn(
            Trend.YEAR_TO_DATE.name(), when(monthly, complete(sameYear, monthsSoFar)))
        .withColumn(Trend.ROLLING_3.name(), when(monthly, complete(last(3), lit(3))))
        .withColumn(Trend.ROLLING_12.name(), when(monthly, complete(last(12), lit(12))))
        .transform(SumsOverTime::withMeanGrowth);
  }

  private static Column[] yearOfSeries() {
    return Stream.concat(
            Stream.of(Cell.columns(Cell.SERIES, Trend.PERIOD_KIND)),
            Stream.of(year(Trend.PERIOD_START.col())))
        .toArray(Column[]::new);
  }

  private static WindowSpec last(int months) {
    return SERIES.rangeBetween(1L - months, 0);
  }

  /** The sum over the window if it holds that many single numbers; a range of values is none. */
  private static Column complete(WindowSpec window, Column months) {
    Column single = when(Trend.VALUE_HIGH.col().isNull(), Trend.VALUE.col());
    return when(
        count(single).over(window).equalTo(months), sum(single).over(window).cast(Types.QUANTITY));
  }

  private static Dataset<Row> withMeanGrowth(Dataset<Row> rows) {
    Column first = first(Trend.VALUE.col()).over(SERIES);
    Column firstYear = first(year(Trend.PERIOD_START.col())).over(SERIES);
    Column years = year(Trend.PERIOD_START.col()).minus(firstYear);
    Column applies =
        Trend.PERIOD_KIND
            .col()
            .equalTo(PeriodKind.YEAR.id())
            .and(Additivity.regimeIsKnown())
            .and(years.geq(2))
            .and(first.gt(0));
    Column ratio = Trend.VALUE.col().cast("double").divide(first.cast("double"));
    Column growth = pow(ratio, lit(1.0).divide(years)).minus(1).multiply(100);
    return rows.withColumn(Trend.CAGR_PCT.name(), when(applies, growth.cast(Types.PERCENT)))
        .withColumn(Trend.CAGR_FROM.name(), when(applies, firstYear.cast("string")));
  }
}
