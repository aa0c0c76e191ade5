package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.gold.DimHoliday;
import org.bienmau.gold.Observation;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.gold.facts.GateDay;
import org.bienmau.series.Festival;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The trucks of the days around Tết, each year laid over the others by the day of Tết. */
public final class TetProfile {
  private TetProfile() {}

  /** How many days are shown before and after. */
  static final int REACH = 45;

  public static final TableColumn SOURCE_ID = GateDay.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = GateDay.IS_SIMULATED;
  public static final TableColumn ORIGIN = GateDay.ORIGIN;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn DIRECTION = GateDay.DIRECTION;
  public static final TableColumn TET_YEAR =
      required("tet_year", IntegerType, "", "Year whose Tết the days lie around.");
  public static final TableColumn DAY_OFFSET =
      required("day_offset", IntegerType, "days", "From the first day of Tết, negative before.");
  public static final TableColumn DAY = required("day", DateType, "", "The local day.");
  public static final TableColumn CLEARED =
      optional(
          "cleared",
          LongType,
          "vehicles",
          "Trucks cleared on the day; empty when missing_reason says why.");
  public static final TableColumn GATES =
      required(
          "gates",
          LongType,
          "count",
          "Gates that the number is made of: those that reported in the weeks of the base.");
  public static final TableColumn MISSING_REASON =
      optional(
          "missing_reason",
          StringType,
          "",
          "gates_silent: one of the gates does not report the day, which is not a day without trucks; empty when none is.");
  public static final TableColumn BASE =
      optional(
          "base_per_day",
          Types.QUANTITY,
          "vehicles/day",
          "Mean of the days six to three weeks before; empty when fewer than fourteen are known.");
  public static final TableColumn INDEX =
      optional(
          "cleared_index",
          Types.INDEX,
          "",
          "Trucks of the day, the base being 100; empty when these or the base are, or the base is zero.");
  public static final TableColumn INDEX_WEEK =
      optional(
          "cleared_index_week",
          Types.INDEX,
          "",
          "Mean of the index from three days before to three days after; empty when the index is.");
  public static final TableColumn EARLIER_YEARS =
      required("earlier_years", LongType, "count", "Earlier years with an index of this day.");
  public static final TableColumn EARLIER_MEDIAN =
      earlier("earlier_median", "Median of the weekly mean in earlier years");
  public static final TableColumn EARLIER_LOW =
      earlier("earlier_low", "Lowest weekly mean of earlier years");
  public static final TableColumn EARLIER_HIGH =
      earlier("earlier_high", "Highest weekly mean of earlier years");

  /** What is laid over itself, year over year. */
  static final List<TableColumn> PROFILE =
      List.of(SOURCE_ID, IS_SIMULATED, ORIGIN, SCOPE_TYPE, SCOPE_ID, DIRECTION);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "tet_profile")
          .purpose(
              "For seeing the build-up before Tết and the restart after it: trucks by days from Tết, this year over earlier ones.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              SCOPE_TYPE,
              SCOPE_ID,
              DIRECTION,
              TET_YEAR,
              DAY_OFFSET,
              DAY,
              CLEARED,
              GATES,
              MISSING_REASON,
              BASE,
              INDEX,
              INDEX_WEEK,
              EARLIER_YEARS,
              EARLIER_MEDIAN,
              EARLIER_LOW,
              EARLIER_HIGH)
          .oneRowPer(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              SCOPE_TYPE,
              SCOPE_ID,
              DIRECTION,
              TET_YEAR,
              DAY_OFFSET)
          .from(GateDay.TABLE, DimOperatingDay.TABLE, DimHoliday.TABLE)
          .check(blocks("No cleared_index is negative.", INDEX.col().lt(0)))
          .check(
              blocks(
                  "Every number of trucks is there or has a reason why not.",
                  CLEARED.col().isNull().equalTo(MISSING_REASON.col().isNull())))
          .check(
              blocks(
                  "Every band of earlier years holds its median.",
                  EARLIER_MEDIAN
                      .col()
                      .between(EARLIER_LOW.col(), EARLIER_HIGH.col())
                      .equalTo(false)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(GateDay.TABLE),
                      inputs.read(DimOperatingDay.TABLE),
                      inputs.read(DimHoliday.TABLE)));

  static Dataset<Row> compute(Dataset<Row> days, Dataset<Row> operating, Dataset<Row> holidays) {
    Dataset<Row> profile = TetDays.of(days, operating, holidays).transform(TetProfile::withIndex);
    return profile
        .join(earlier(profile), names(TET_YEAR, DAY_OFFSET), "left")
        .withColumn(EARLIER_YEARS.name(), coalesce(EARLIER_YEARS.col(), lit(0L)))
        .select(TABLE.cols());
  }

  private static Dataset<Row> withIndex(Dataset<Row> days) {
    Column[] year =
        Stream.concat(PROFILE.stream(), Stream.of(TET_YEAR))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    WindowSpec ofYear = Window.partitionBy(year);
    WindowSpec week = ofYear.orderBy(DAY_OFFSET.col()).rangeBetween(-3, 3);
    Column isBase = DAY_OFFSET.col().between(Festival.BASE_FROM, Festival.BASE_TO);
    Column base = when(isBase, CLEARED.col());
    Column mean =
        when(
            count(base).over(ofYear).geq(Festival.FEWEST_BASE_DAYS),
            avg(base).over(ofYear).cast(Types.QUANTITY));
    return days.withColumn(BASE.name(), mean)
        .withColumn(
            INDEX.name(),
            when(BASE.col().gt(0), CLEARED.col().multiply(100).divide(BASE.col()))
                .cast(Types.INDEX))
        .withColumn(
            INDEX_WEEK.name(),
            when(INDEX.col().isNotNull(), avg(INDEX.col()).over(week)).cast(Types.INDEX));
  }

  private static Dataset<Row> earlier(Dataset<Row> profile) {
    Dataset<Row> years =
        profile
            .filter(INDEX_WEEK.col().isNotNull())
            .select(columns(TET_YEAR, DAY_OFFSET, INDEX_WEEK))
            .withColumnRenamed(TET_YEAR.name(), "earlier_year")
            .withColumnRenamed(INDEX_WEEK.name(), "earlier_index");
    return profile
        .select(columns(TET_YEAR, DAY_OFFSET))
        .join(years, names(DAY_OFFSET), "inner")
        .filter(col("earlier_year").lt(TET_YEAR.col()))
        .groupBy(columns(TET_YEAR, DAY_OFFSET))
        .agg(
            count(lit(1)).as(EARLIER_YEARS.name()),
            expr("percentile(earlier_index, 0.5)").cast(Types.INDEX).as(EARLIER_MEDIAN.name()),
            min("earlier_index").as(EARLIER_LOW.name()),
            max("earlier_index").as(EARLIER_HIGH.name()));
  }

  private static Column[] columns(TableColumn... more) {
    return Stream.concat(PROFILE.stream(), Stream.of(more))
        .map(TableColumn::col)
        .toArray(Column[]::new);
  }

  private static String[] names(TableColumn... more) {
    return Stream.concat(PROFILE.stream(), Stream.of(more))
        .map(TableColumn::name)
        .toArray(String[]::new);
  }

  private static TableColumn earlier(String name, String description) {
    return optional(name, Types.INDEX, "", description + "; empty when there are none.");
  }
}
