package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
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
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.gold.facts.PlaceDays;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * What a month's turnover is going to be by the trucks counted so far, and how such nowcasts of the
 * months before turned out.
 */
public final class Nowcast {
  private Nowcast() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn TRADE_SOURCE_ID =
      required(
          "trade_source_id",
          StringType,
          "",
          "Whose turnover it is, of all months; none where no turnover was looked for.");
  public static final TableColumn VEHICLE_SOURCE_ID =
      required(
          "vehicle_source_id",
          StringType,
          "",
          "Whose trucks they are, the one whose trucks the cube chose last; none when not known.");
  public static final TableColumn PERIOD_START = Parts.PERIOD_START;
  public static final TableColumn DAY_OF_MONTH =
      required(
          "day_of_month",
          IntegerType,
          "",
          "Day up to which trucks are counted, or the end of a shorter month: 10 and 20 in past months, and the last day counted in a running one.");
  public static final TableColumn MONTHS_BACK =
      required(
          "months_back",
          IntegerType,
          "months",
          "How long before the month the newest turnover was that is used, 1 for the month before; 0 where none was looked for.");
  public static final TableColumn TRUCKS_SO_FAR =
      optional(
          "trucks_so_far",
          LongType,
          "vehicles",
          "Trucks cleared up to the day; empty when one of the days is not known.");
  public static final TableColumn SHARE_EXPECTED =
      made(
          "share_expected_pct",
          Types.PERCENT,
          "%",
          "Part of the month's trucks that has usually passed by then");
  public static final TableColumn TRUCKS_EXPECTED =
      made("trucks_expected", Types.QUANTITY, "vehicles", "Trucks of the whole month");
  public static final TableColumn VALUE_PER_TRUCK =
      made(
          "value_per_truck",
          Types.QUANTITY,
          "USD/vehicle",
          "Turnover a truck of the newest three months with both; no load, because trucks do not tell their regime");
  public static final TableColumn NOWCAST =
      made("nowcast", Types.QUANTITY, "USD", "Turnover of the month to be expected");
  public static final TableColumn LOW_80 = end("low_80", "Lower end of the 80 % interval", 4);
  public static final TableColumn HIGH_80 = end("high_80", "Upper end of the 80 % interval", 4);
  public static final TableColumn LOW_95 = end("low_95", "Lower end of the 95 % interval", 19);
  public static final TableColumn HIGH_95 = end("high_95", "Upper end of the 95 % interval", 19);
  public static final TableColumn ERRORS =
      required(
          "errors_behind",
          IntegerType,
          "count",
          "Earlier nowcasts of the same day_of_month and months_back that met a turnover: their errors make the interval.");
  public static final TableColumn ACTUAL =
      optional(
          "actual",
          Types.QUANTITY,
          "USD",
          "What the turnover turned out to be; empty while it is not known.");
  public static final TableColumn ERROR_PCT =
      optional(
          "error_pct",
          Types.PERCENT,
          "%",
          "Nowcast less actual, in per cent of that; empty when either is, or actual is zero.");
  public static final TableColumn YEAR_BEFORE =
      optional(
          "year_before",
          Types.QUANTITY,
          "USD",
          "Turnover of the same month of the year before, the guess to beat; empty when not known.");
  public static final TableColumn YEAR_BEFORE_ERROR_PCT =
      optional(
          "year_before_error_pct",
          Types.PERCENT,
          "%",
          "The same of year_before; empty when either is, or actual is zero.");
  public static final TableColumn REASON =
      optional(
          "not_made",
          StringType,
          "",
          "Why there is no nowcast, a code of the page on nowcasts; empty when there is one.");
  public static final TableColumn DETAIL =
      optional(
          "detail", StringType, "", "The figures behind the reason; empty when there is none.");

  private static final List<TableColumn> SOURCES = List.of(TRADE_SOURCE_ID, VEHICLE_SOURCE_ID);

  /** What is said of a month, after the series and the sources. */
  private static final List<TableColumn> FOUND =
      List.of(
          PERIOD_START,
          DAY_OF_MONTH,
          MONTHS_BACK,
          TRUCKS_SO_FAR,
          SHARE_EXPECTED,
          TRUCKS_EXPECTED,
          VALUE_PER_TRUCK,
          NOWCAST,
          LOW_80,
          HIGH_80,
          LOW_95,
          HIGH_95,
          ERRORS,
          ACTUAL,
          ERROR_PCT,
          YEAR_BEFORE,
          YEAR_BEFORE_ERROR_PCT,
          REASON,
          DETAIL);

  /** What every row begins with: the series of the turnover, and whose figures they are. */
  static final List<TableColumn> GIVEN =
      Stream.concat(SeriesKey.COLUMNS.stream(), SOURCES.stream()).toList();

  static final String MONTHS = "months_known";
  static final String DAYS = "days_known";
  static final String NONE = "none";
  private static final String SOURCE = PlaceDays.SOURCE_ID.name();

  /** What trucks and turnover of one place share. */
  private static final List<TableColumn> PLACE =
      List.of(
          Observation.IS_SIMULATED,
          Observation.SCOPE_TYPE,
          Observation.SCOPE_ID,
          Observation.DIRECTION);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "nowcast")
          .purpose(
              "What a running month's turnover is going to be by the trucks counted so far, with intervals from how such nowcasts of earlier months turned out, which are there as well.")
          .columns(Stream.concat(GIVEN.stream(), FOUND.stream()).toArray(TableColumn[]::new))
          .oneRowPer(
              SERIES_ID,
              TRADE_SOURCE_ID,
              VEHICLE_SOURCE_ID,
              PERIOD_START,
              DAY_OF_MONTH,
              MONTHS_BACK)
          .from(
              Stream.concat(Stream.of(Observation.TABLE), Stream.of(PlaceDays.FROM))
                  .toArray(Table[]::new))
          .check(
              blocks(
                  "Every month has a nowcast or a reason why not.",
                  NOWCAST.col().isNull().notEqual(REASON.col().isNotNull())))
          .check(
              blocks(
                  "Every nowcast lies in its intervals, and the 80 % one in the 95 % one.",
                  NOWCAST
                      .col()
                      .between(LOW_80.col(), HIGH_80.col())
                      .and(NOWCAST.col().between(LOW_95.col(), HIGH_95.col()))
                      .and(coalesce(LOW_80.col().geq(LOW_95.col()), lit(true)))
                      .and(coalesce(HIGH_80.col().leq(HIGH_95.col()), lit(true)))
                      .equalTo(false)))
          .check(
              blocks(
                  "Every share_expected_pct lies between 0 and 100.",
                  SHARE_EXPECTED.col().between(0, 100).equalTo(false)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      PlaceDays.of(inputs),
                      inputs.given(Registers.class),
                      inputs.encoder(NowcastMaker.ROW)));

  /** Pure: one row for every month, day and distance of every series of turnover with trucks. */
  static Dataset<Row> compute(
      Dataset<Row> observations, Dataset<Row> days, Registers registers, Encoder<Row> encoder) {
    Dataset<Row> known = observations.filter(AnalysedSeries.ofAllGoods(registers));
    Column[] given =
        Stream.concat(
                GIVEN.stream().map(TableColumn::col),
                Stream.of(col(MONTHS), col(DAYS), PlaceDays.REPORTED_TO.col()))
            .toArray(Column[]::new);
    return turnover(known)
        .join(trucks(known, days), Cell.names(PLACE))
        .withColumn(VEHICLE_SOURCE_ID.name(), col(SOURCE))
        .select(given)
        .mapPartitions(new NowcastMaker(registers), encoder)
        .select(TABLE.cols())
        .unionByName(NowcastFromPrint.of(known));
  }

  /** Months of turnover that is told exactly or nearly, of one source each. */
  private static Dataset<Row> turnover(Dataset<Row> known) {
    Column[] series =
        Stream.concat(
                SeriesKey.COLUMNS.stream().filter(column -> !column.equals(SERIES_ID)),
                Stream.of(TRADE_SOURCE_ID))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return known
        .filter(AnalysedSeries.isTurnover())
        .filter(AnalysedSeries.isMonth())
        .filter(Observation.QUALIFIER.col().isin("exact", "approx"))
        .filter(Observation.PUBLISHER.col().isNotNull())
        .withColumn(TRADE_SOURCE_ID.name(), Observation.PUBLISHER.col())
        .groupBy(series)
        .agg(
            collect_list(struct(Observation.PERIOD_START.col(), Observation.VALUE.col()))
                .as(MONTHS))
        .withColumn(SERIES_ID.name(), SeriesKey.id());
  }

  /** Days of the source whose trucks the cube chose for the newest period of the place. */
  private static Dataset<Row> trucks(Dataset<Row> known, Dataset<Row> days) {
    Dataset<Row> chosen =
        known
            .filter(AnalysedSeries.isTurnover().equalTo(false))
            .filter(Observation.ORIGIN.col().equalTo("computed"))
            .groupBy(Cell.columns(PLACE))
            .agg(
                max(struct(Observation.PERIOD_END.col(), Observation.PUBLISHER.col()))
                    .getField(Observation.PUBLISHER.name())
                    .as(SOURCE));
    return days.groupBy(Cell.columns(PLACE, PlaceDays.SOURCE_ID))
        .agg(
            collect_list(
                    struct(PlaceDays.DAY.col(), PlaceDays.CLEARED.col(), PlaceDays.GATES.col()))
                .as(DAYS),
            max(PlaceDays.REPORTED_TO.col()).as(PlaceDays.REPORTED_TO.name()))
        .join(chosen, Cell.names(PLACE, PlaceDays.SOURCE_ID));
  }

  private static TableColumn made(String name, DataType type, String unit, String what) {
    return optional(name, type, unit, what + "; empty when no nowcast is made.");
  }

  private static TableColumn end(String name, String what, int errors) {
    return optional(
        name,
        Types.QUANTITY,
        "USD",
        what + "; empty with fewer than %d errors behind it.".formatted(errors));
  }
}
