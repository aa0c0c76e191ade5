package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Calendar;
import org.bienmau.silver.Figure;
import org.bienmau.silver.Publisher;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * What the records of a source add up to, in the shape of figures: these values compete with
 * printed ones for the cells of the cube.
 *
 * <p>Gates have cells of all goods together, sections and the whole border of each goods as well:
 * with them at every gate the cube would be several times as large, and trade_month holds them.
 */
public final class RecordCell {
  private RecordCell() {}

  public static final TableColumn SOURCE_ID =
      required("source_id", StringType, "", "Whose records were added up.");
  public static final TableColumn RULE =
      required(
          "rule",
          StringType,
          "",
          "How the value comes from the records: lines_added; visits_counted, mean_per_day, peak_day or stock_at_end; of published counts counts_added, mean_of_counts, peak_of_counts or stock_counted.");

  /** Rules of values that are made of published counts, not of single visits. */
  public static final Set<String> RULES_OF_COUNTS = TruckRules.COUNTS.all();

  public static final TableColumn RECORDS =
      required("records", LongType, "count", "How many lines, or trucks, the value is made of.");
  public static final TableColumn SOURCE_TIER =
      required("source_tier", IntegerType, "", "Tier of the source; see silver.publisher.");
  public static final TableColumn KNOWN_FROM =
      required(
          "known_from",
          DateType,
          "",
          "Local day on which the last delivery that the records came with arrived.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "record_cell")
          .purpose(
              "What declarations, visits and counts add up to, place by place, goods by goods and period by period: the computed values that the cube chooses from beside the printed ones.")
          .columns(
              Figure.MEASURE_ID,
              Figure.SCOPE_TYPE,
              Figure.SCOPE_ID,
              Figure.SECTION_ID,
              Figure.PERIOD_ID,
              Figure.PERIOD_KIND,
              Figure.PERIOD_START,
              Figure.PERIOD_END,
              Figure.DIRECTION,
              Figure.GOODS_ID,
              Figure.REGIME,
              Figure.IS_SIMULATED,
              SOURCE_ID,
              Figure.VALUE,
              Figure.UNIT,
              Figure.QUALIFIER,
              RULE,
              RECORDS,
              SOURCE_TIER,
              KNOWN_FROM)
          .oneRowPer(
              Figure.MEASURE_ID,
              Figure.SCOPE_TYPE,
              Figure.SCOPE_ID,
              Figure.PERIOD_ID,
              Figure.DIRECTION,
              Figure.GOODS_ID,
              Figure.REGIME,
              Figure.IS_SIMULATED,
              SOURCE_ID)
          .from(
              TradeMonth.TABLE,
              VehicleDay.TABLE,
              GateDay.TABLE,
              DimOperatingDay.TABLE,
              Figure.TABLE,
              Publisher.TABLE)
          .check(blocks("No value is negative.", Figure.VALUE.col().lt(0)))
          .check(
              blocks(
                  "No period ends before it starts.",
                  Figure.PERIOD_END.col().lt(Figure.PERIOD_START.col())))
          .check(
              blocks(
                  "Every trade value is of a known regime.",
                  Figure.REGIME.col().equalTo("unknown")))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(TradeMonth.TABLE),
                      inputs.read(VehicleDay.TABLE),
                      CountDays.of(inputs.read(GateDay.TABLE), inputs.read(DimOperatingDay.TABLE)),
                      PrintedPeriods.of(inputs.read(Figure.TABLE), inputs.given(AsOf.class)),
                      inputs.read(Publisher.TABLE),
                      Places.of(inputs)));

  static Dataset<Row> compute(
      Dataset<Row> trade,
      Dataset<Row> visits,
      Dataset<Row> counts,
      PrintedPeriods printed,
      Dataset<Row> publishers,
      Places places) {
    Dataset<Row> tiers = publishers.select(SOURCE_ID.col(), Publisher.TIER.col());
    return TradeCells.of(trade, printed, places)
        .unionByName(VehicleCells.of(visits, counts, printed, places))
        .join(broadcast(tiers), new String[] {SOURCE_ID.name()}, "left")
        .withColumn(SOURCE_TIER.name(), coalesce(Publisher.TIER.col(), lit(Places.LOWEST_TIER)))
        .withColumn(KNOWN_FROM.name(), Calendar.localDay(KNOWN_FROM.col()))
        .select(TABLE.cols());
  }
}
