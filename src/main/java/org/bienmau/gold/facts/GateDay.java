package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.VehicleCount;
import org.bienmau.table.Layer;
import org.bienmau.table.Schemas;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * The trucks of a gate on a day: what came, what left and what stayed, and whether that adds up.
 *
 * <p>A residual is shown and never repaired, because nobody can tell which of its numbers is wrong.
 */
public final class GateDay {
  private GateDay() {}

  static final String COUNTS = "counts";
  static final String VISITS = "visits";

  public static final TableColumn SOURCE_ID = VehicleDay.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = VehicleDay.IS_SIMULATED;
  public static final TableColumn ORIGIN =
      required(
          "origin",
          StringType,
          "",
          "counts: the source publishes numbers; visits: its visits were counted, see vehicle_day.");
  public static final TableColumn MONTH = VehicleDay.MONTH;
  public static final TableColumn DAY = VehicleDay.DAY;
  public static final TableColumn SECTION_ID = DimGate.SECTION_ID;
  public static final TableColumn GATE_ID = VehicleDay.GATE_ID;
  public static final TableColumn DIRECTION = VehicleDay.DIRECTION;
  public static final TableColumn CARGO_KIND =
      required(
          "cargo_kind",
          StringType,
          "",
          "fruit, other, new_vehicle or empty; counts may also have all, which must not be added to the others.");
  public static final TableColumn ARRIVED = trucks("arrived", "Trucks that came");
  public static final TableColumn CLEARED = trucks("cleared", "Trucks that were cleared");
  public static final TableColumn TURNED_BACK = trucks("turned_back", "Trucks turned back");
  public static final TableColumn TRANSFERRED =
      trucks("transferred", "Trucks sent to another gate, where the source tells");
  public static final TableColumn WAITING =
      trucks("waiting", "Trucks waiting at the end of the day");
  public static final TableColumn WAITING_BEFORE =
      trucks("waiting_before", "Trucks waiting at the end of the day before");
  public static final TableColumn RESIDUAL =
      optional(
          "residual",
          LongType,
          "vehicles",
          "waiting less (waiting_before + arrived - cleared - turned_back - transferred); empty when a part is missing, see residual_reason.");
  public static final TableColumn RESIDUAL_REASON =
      optional(
          "residual_reason",
          StringType,
          "",
          "Which parts are missing: arrived, cleared, turned_back, waiting, waiting_before, parted by spaces; empty when none is.");
  public static final TableColumn IS_OPERATING =
      required(
          "is_operating",
          BooleanType,
          "",
          "Whether the gate worked on the day; see dim_operating_day.");
  public static final TableColumn KNOWN_FROM = VehicleDay.KNOWN_FROM;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "gate_day")
          .purpose(
              "For following a gate from day to day: trucks that came, left and waited, and how far these numbers add up.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              ORIGIN,
              MONTH,
              DAY,
              SECTION_ID,
              GATE_ID,
              DIRECTION,
              CARGO_KIND,
              ARRIVED,
              CLEARED,
              TURNED_BACK,
              TRANSFERRED,
              WAITING,
              WAITING_BEFORE,
              RESIDUAL,
              RESIDUAL_REASON,
              IS_OPERATING,
              KNOWN_FROM)
          .oneRowPer(SOURCE_ID, ORIGIN, DAY, GATE_ID, DIRECTION, CARGO_KIND, IS_SIMULATED, MONTH)
          .from(VehicleCount.TABLE, VehicleDay.TABLE, DimOperatingDay.TABLE, DimGate.TABLE)
          .byMonth(MONTH)
          .lookingBack(1)
          .check(
              blocks("Every origin is counts or visits.", not(ORIGIN.col().isin(COUNTS, VISITS))))
          .check(
              blocks(
                  "Every residual is what the identity leaves.",
                  RESIDUAL.col().notEqual(WAITING.col().minus(expected()))))
          .check(
              blocks(
                  "Every residual is empty exactly when a part is missing.",
                  RESIDUAL.col().isNull().equalTo(RESIDUAL_REASON.col().isNull())))
          .check(warns("Every stock adds up.", RESIDUAL.col().notEqual(0)))
          .check(
              warns(
                  "No truck is cleared on a day on which the gate did not work.",
                  CLEARED.col().gt(0).and(not(IS_OPERATING.col()))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(VehicleCount.TABLE),
                      inputs.read(VehicleDay.TABLE),
                      inputs.read(DimOperatingDay.TABLE),
                      inputs.read(DimGate.TABLE)));

  private static final List<TableColumn> SERIES =
      List.of(SOURCE_ID, IS_SIMULATED, ORIGIN, GATE_ID, DIRECTION, CARGO_KIND);

  static Dataset<Row> compute(
      Dataset<Row> counts, Dataset<Row> visits, Dataset<Row> operating, Dataset<Row> gates) {
    Dataset<Row> days = ofCounts(counts).unionByName(ofVisits(visits));
    Dataset<Row> calendar =
        operating.select(
            DimOperatingDay.IS_SIMULATED.col(),
            DimOperatingDay.GATE_ID.col(),
            DimOperatingDay.DAY.col(),
            DimOperatingDay.IS_OPERATING.col());
    return days.join(dayBefore(days), names(DAY), "left")
        .transform(GateDay::withResidual)
        .join(calendar, new String[] {IS_SIMULATED.name(), GATE_ID.name(), DAY.name()}, "left")
        .withColumn(IS_OPERATING.name(), coalesce(IS_OPERATING.col(), lit(false)))
        .withColumn(MONTH.name(), date_format(DAY.col(), "yyyy-MM"))
        .transform(rows -> GateSections.named(rows, gates))
        .select(TABLE.cols());
  }

  private static Dataset<Row> ofCounts(Dataset<Row> counts) {
    return counts
        .withColumn(ORIGIN.name(), lit(COUNTS))
        .withColumn(TRANSFERRED.name(), Schemas.empty(TRANSFERRED))
        .select(counted());
  }

  private static Dataset<Row> ofVisits(Dataset<Row> visits) {
    return visits.withColumn(ORIGIN.name(), lit(VISITS)).select(counted());
  }

  private static Column[] counted() {
    return Stream.concat(
            Stream.concat(SERIES.stream(), Stream.of(DAY, KNOWN_FROM)).map(TableColumn::col),
            Stream.of(ARRIVED, CLEARED, TURNED_BACK, TRANSFERRED, WAITING)
                .map(column -> column.col().cast(LongType).as(column.name())))
        .toArray(Column[]::new);
  }

  private static Dataset<Row> dayBefore(Dataset<Row> days) {
    return days.select(
        Stream.concat(
                SERIES.stream().map(TableColumn::col),
                Stream.of(
                    date_add(DAY.col(), 1).as(DAY.name()), WAITING.col().as(WAITING_BEFORE.name())))
            .toArray(Column[]::new));
  }

  /** Visits are all there: a day without a row had none waiting. A count may be missing. */
  private static Dataset<Row> withResidual(Dataset<Row> days) {
    Column before = coalesce(WAITING_BEFORE.col(), when(ORIGIN.col().equalTo(VISITS), lit(0L)));
    Column missing =
        concat_ws(
            " ",
            Stream.of(ARRIVED, CLEARED, TURNED_BACK, WAITING, WAITING_BEFORE)
                .map(part -> when(part.col().isNull(), part.name()))
                .toArray(Column[]::new));
    return days.withColumn(WAITING_BEFORE.name(), before)
        .withColumn(RESIDUAL.name(), WAITING.col().minus(expected()))
        .withColumn("missing_parts", missing)
        .withColumn(
            RESIDUAL_REASON.name(), when(col("missing_parts").notEqual(""), col("missing_parts")));
  }

  private static Column expected() {
    return WAITING_BEFORE
        .col()
        .plus(ARRIVED.col())
        .minus(CLEARED.col())
        .minus(TURNED_BACK.col())
        .minus(coalesce(TRANSFERRED.col(), lit(0L)));
  }

  private static String[] names(TableColumn more) {
    return Stream.concat(SERIES.stream(), Stream.of(more))
        .map(TableColumn::name)
        .toArray(String[]::new);
  }

  private static TableColumn trucks(String name, String what) {
    return optional(name, LongType, "vehicles", what + "; empty when not known, which is not 0.");
  }
}
