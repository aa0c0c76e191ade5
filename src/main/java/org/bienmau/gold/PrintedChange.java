package org.bienmau.gold;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.reference.PeriodKind;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/** One row per percentage that a source printed beside a level, with the base that it implies. */
final class PrintedChange {
  private PrintedChange() {}

  static final String YEAR_ON_YEAR = "year_on_year";
  static final String PERIOD_ON_PERIOD = "period_on_period";
  static final String PLAN_SHARE = "plan_share";

  private static final Column IS_YEARLY = ImpliedBase.IMPLIED_BY.col().equalTo(YEAR_ON_YEAR);
  private static final Column IS_PLAN = ImpliedBase.IMPLIED_BY.col().equalTo(PLAN_SHARE);
  private static final Column START = Figure.PERIOD_START.col();
  private static final Column END = Figure.PERIOD_END.col();

  /** Adds to each printed percentage the period, the value and the bounds of its base. */
  static Dataset<Row> of(Dataset<Row> figures) {
    Column printed =
        explode(
            array(
                printed(YEAR_ON_YEAR, Figure.PRINTED_YOY_PCT),
                printed(PERIOD_ON_PERIOD, Figure.PRINTED_MOM_PCT),
                printed(PLAN_SHARE, Figure.PRINTED_PLAN_PCT)));
    return Bounds.ofFigures(figures)
        .withColumn("printed", printed)
        .withColumn(ImpliedBase.IMPLIED_BY.name(), col("printed.implied_by"))
        .withColumn(ImpliedBase.PRINTED_PCT.name(), col("printed.pct"))
        .filter(ImpliedBase.PRINTED_PCT.col().isNotNull())
        .transform(PrintedChange::withPeriod)
        .transform(PrintedChange::withValue);
  }

  private static Column printed(String impliedBy, TableColumn percent) {
    return struct(lit(impliedBy).as("implied_by"), percent.col().as("pct"));
  }

  private static Dataset<Row> withPeriod(Dataset<Row> changes) {
    Column measure =
        when(IS_PLAN, PlanMeasure.of(Figure.MEASURE_ID.col())).otherwise(Figure.MEASURE_ID.col());
    Column start =
        when(IS_PLAN, make_date(year(END), lit(1), lit(1)))
            .when(IS_YEARLY, add_months(START, -12))
            .when(isMoment(), date_add(START, -1))
            .otherwise(add_months(START, monthsBack()));
    Column end =
        when(IS_PLAN, make_date(year(END), lit(12), lit(31)))
            .when(IS_YEARLY, monthsEarlier(END, lit(-12)))
            .when(isMoment(), date_add(END, -1))
            .otherwise(monthsEarlier(END, monthsBack()));
    return changes
        .withColumn(ImpliedBase.BASE_MEASURE_ID.name(), measure)
        .withColumn(ImpliedBase.BASE_START.name(), start)
        .withColumn(ImpliedBase.BASE_END.name(), end);
  }

  private static Column isMoment() {
    return Figure.PERIOD_KIND.col().isin(PeriodKind.DAY.id(), PeriodKind.POINT.id());
  }

  /** How far back the period before lies; other stretches are set against a month earlier. */
  private static Column monthsBack() {
    Column kind = Figure.PERIOD_KIND.col();
    return when(kind.equalTo(PeriodKind.QUARTER.id()), -3)
        .when(kind.equalTo(PeriodKind.HALF.id()), -6)
        .when(kind.equalTo(PeriodKind.YEAR.id()), -12)
        .otherwise(-1);
  }

  /** The same day of an earlier month; the last day of a month becomes the last of the other. */
  private static Column monthsEarlier(Column day, Column months) {
    Column earlier = add_months(day, months);
    return when(day.equalTo(last_day(day)), last_day(earlier)).otherwise(earlier);
  }

  private static Dataset<Row> withValue(Dataset<Row> changes) {
    Column percent = ImpliedBase.PRINTED_PCT.col();
    Column half = Precision.percentHalfUnit(percent);
    return changes
        .withColumn(ImpliedBase.IMPLIED_VALUE.name(), base(Figure.VALUE.col(), percent))
        .withColumn(ImpliedBase.IMPLIED_LOW.name(), base(Bounds.LOW.col(), percent.plus(half)))
        .withColumn(ImpliedBase.IMPLIED_HIGH.name(), base(Bounds.HIGH.col(), percent.minus(half)));
  }

  private static Column base(Column level, Column percent) {
    return when(IS_PLAN, Growth.impliedWhole(level, percent))
        .otherwise(Growth.impliedBase(level, percent));
  }
}
