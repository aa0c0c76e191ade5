package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Times of congestion: days above the level without any, at most one day between two of them. */
public final class CongestionEpisode {
  private CongestionEpisode() {}

  private static final int LONGEST_GAP = 1;

  public static final TableColumn SOURCE_ID = BacklogDay.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = BacklogDay.IS_SIMULATED;
  public static final TableColumn ORIGIN = BacklogDay.ORIGIN;
  public static final TableColumn SCOPE_TYPE = BacklogDay.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = BacklogDay.SCOPE_ID;
  public static final TableColumn SECTION_ID = BacklogDay.SECTION_ID;
  public static final TableColumn FIRST_DAY =
      required("first_day", DateType, "", "First day above the level without congestion.");
  public static final TableColumn LAST_DAY =
      required("last_day", DateType, "", "Last such day of the episode.");
  public static final TableColumn DAYS =
      required("days", LongType, "days", "Days from the first to the last.");
  public static final TableColumn DAYS_YELLOW =
      days("days_yellow", "the first level of congestion");
  public static final TableColumn DAYS_ORANGE = days("days_orange", "the second level");
  public static final TableColumn DAYS_RED = days("days_red", "the third level or above it");
  public static final TableColumn DAYS_BETWEEN =
      days("days_between", "no level of congestion, or without a report, between two that were");
  public static final TableColumn PEAK_WAITING =
      required("peak_waiting", LongType, "vehicles", "Most trucks waiting at the end of a day.");
  public static final TableColumn PEAK_DAY =
      required("peak_day", DateType, "", "The first day on which so many waited.");
  public static final TableColumn WORST_LEVEL =
      required("worst_level", StringType, "", "Official level of that day.");
  public static final TableColumn DAYS_TO_CLEAR_AT_PEAK =
      optional(
          "days_to_clear_at_peak",
          Types.QUANTITY,
          "days",
          "What the queue of that day would have taken; empty when nothing was cleared.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "congestion_episode")
          .purpose(
              "When and how long trucks queued at a gate or in a section, by official levels, and how bad it was.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              FIRST_DAY,
              LAST_DAY,
              DAYS,
              DAYS_YELLOW,
              DAYS_ORANGE,
              DAYS_RED,
              DAYS_BETWEEN,
              PEAK_WAITING,
              PEAK_DAY,
              WORST_LEVEL,
              DAYS_TO_CLEAR_AT_PEAK)
          .oneRowPer(SOURCE_ID, ORIGIN, SCOPE_TYPE, SCOPE_ID, FIRST_DAY, IS_SIMULATED)
          .from(BacklogDay.TABLE)
          .check(
              blocks(
                  "All days of an episode are of a level or between two.",
                  DAYS_YELLOW
                      .col()
                      .plus(DAYS_ORANGE.col())
                      .plus(DAYS_RED.col())
                      .plus(DAYS_BETWEEN.col())
                      .notEqual(DAYS.col())))
          .check(
              blocks(
                  "Every peak_day lies in its episode.",
                  PEAK_DAY.col().between(FIRST_DAY.col(), LAST_DAY.col()).equalTo(false)))
          .computedBy(inputs -> compute(inputs.read(BacklogDay.TABLE)));

  private static final List<TableColumn> SCOPE =
      List.of(SOURCE_ID, IS_SIMULATED, ORIGIN, SCOPE_TYPE, SCOPE_ID, SECTION_ID);

  static Dataset<Row> compute(Dataset<Row> backlog) {
    Column day = BacklogDay.DAY.col();
    Column order = BacklogDay.LEVEL_ORDER.col();
    WindowSpec scope = Window.partitionBy(CellRows.columns(SCOPE)).orderBy(day);
    Column begins = datediff(day, lag(day, 1).over(scope)).gt(LONGEST_GAP + 1);
    // The most trucks, on the earliest day that had so many.
    Column peak =
        max(
            struct(
                BacklogDay.WAITING.col(),
                datediff(lit("2100-01-01").cast(DateType), day).as("earliest"),
                day.as("day"),
                BacklogDay.LEVEL.col(),
                BacklogDay.DAYS_TO_CLEAR.col()));
    return backlog
        .filter(order.gt(0))
        .withColumn("begins", when(coalesce(begins, lit(true)), 1).otherwise(0))
        .withColumn("episode", sum(col("begins")).over(scope))
        .groupBy(CellRows.columns(SCOPE, col("episode")))
        .agg(
            min(day).as(FIRST_DAY.name()),
            max(day).as(LAST_DAY.name()),
            count(when(order.equalTo(1), 1)).as(DAYS_YELLOW.name()),
            count(when(order.equalTo(2), 1)).as(DAYS_ORANGE.name()),
            count(when(order.geq(3), 1)).as(DAYS_RED.name()),
            count(lit(1)).as("congested"),
            peak.as("peak"))
        .withColumn(DAYS.name(), datediff(LAST_DAY.col(), FIRST_DAY.col()).plus(1).cast(LongType))
        .withColumn(DAYS_BETWEEN.name(), DAYS.col().minus(col("congested")))
        .withColumn(PEAK_WAITING.name(), col("peak.waiting"))
        .withColumn(PEAK_DAY.name(), col("peak.day"))
        .withColumn(WORST_LEVEL.name(), col("peak.level"))
        .withColumn(DAYS_TO_CLEAR_AT_PEAK.name(), col("peak.days_to_clear"))
        .select(TABLE.cols());
  }

  private static TableColumn days(String name, String of) {
    return required(name, LongType, "days", "Days of the episode of " + of + ".");
  }
}
