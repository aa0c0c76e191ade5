package org.bienmau.gold.compare;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Area;
import org.bienmau.reference.Regime;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Section;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** What trade is worth by tonne, by truck and by kilometre of border. */
public final class Intensity {
  private Intensity() {}

  private static final String TRUCKS = "vehicles_cleared";

  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn VALUE_USD =
      required("value_usd", Types.QUANTITY, "USD", "Value of trade of all goods.");
  public static final TableColumn WEIGHT_T =
      optional("weight_t", Types.QUANTITY, "t", "Its weight; empty when it is not known.");
  public static final TableColumn TRUCKS_CLEARED =
      optional(
          "trucks_cleared",
          Types.QUANTITY,
          "vehicles",
          "Trucks cleared at the place in the period; empty when they are not known.");
  public static final TableColumn BORDER_KM =
      optional("border_km", Types.QUANTITY, "km", "Length of its border; empty for gates.");
  public static final TableColumn USD_PER_TONNE =
      optional(
          "usd_per_tonne",
          Types.QUANTITY,
          "USD/t",
          "Value ÷ weight of one source; empty with a tonne_reason.");
  public static final TableColumn TONNE_REASON =
      optional(
          "tonne_reason",
          StringType,
          "",
          "weight_missing, weight_zero or other_source; empty when usd_per_tonne is there.");
  public static final TableColumn USD_PER_TRUCK =
      optional(
          "usd_per_truck",
          Types.QUANTITY,
          "USD/vehicle",
          "Value ÷ trucks; empty with a truck_reason.");
  public static final TableColumn TONNES_PER_TRUCK =
      optional(
          "tonnes_per_truck",
          Types.QUANTITY,
          "t/vehicle",
          "Weight ÷ trucks; empty where usd_per_truck or usd_per_tonne is.");
  public static final TableColumn TRUCK_REASON =
      optional(
          "truck_reason",
          StringType,
          "",
          "regime_is_part (the trucks carry trade of other regimes as well), trucks_missing, trucks_zero or other_source; empty when usd_per_truck is there.");
  public static final TableColumn USD_PER_BORDER_KM =
      optional(
          "usd_per_border_km",
          Types.QUANTITY,
          "USD/km",
          "Value ÷ length of the border; empty for gates.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "intensity")
          .purpose(
              "What trade is worth by tonne, by truck and by kilometre of border, only where both sides of the division count the same.")
          .columns(
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              REGIME,
              IS_SIMULATED,
              VALUE_USD,
              WEIGHT_T,
              TRUCKS_CLEARED,
              BORDER_KM,
              USD_PER_TONNE,
              TONNE_REASON,
              USD_PER_TRUCK,
              TONNES_PER_TRUCK,
              TRUCK_REASON,
              USD_PER_BORDER_KM)
          .oneRowPer(SCOPE_TYPE, SCOPE_ID, PERIOD_ID, DIRECTION, REGIME, IS_SIMULATED)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every usd_per_tonne is there or has a tonne_reason, never both.",
                  USD_PER_TONNE.col().isNull().equalTo(TONNE_REASON.col().isNull())))
          .check(
              blocks(
                  "Every usd_per_truck is there or has a truck_reason, never both.",
                  USD_PER_TRUCK.col().isNull().equalTo(TRUCK_REASON.col().isNull())))
          .check(
              blocks(
                  "Only trade of all that crosses is divided by all trucks.",
                  USD_PER_TRUCK
                      .col()
                      .isNotNull()
                      .and(REGIME.col().notEqual(Regime.VIA_TERRITORY.id()))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    lengths(registers),
                    GoodsTree.of(registers.goods()).root(),
                    inputs.encoder(Intensity.TABLE.schema()));
              });

  /** Kilometres of border by section, and of the whole. */
  private static Map<String, BigDecimal> lengths(Registers registers) {
    Map<String, BigDecimal> lengths = new HashMap<>();
    registers.sections().forEach(section -> lengths.put(section.id(), section.borderKm()));
    BigDecimal whole =
        registers.sections().stream()
            .map(Section::borderKm)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    registers.areas().stream()
        .filter(area -> area.kind().equals("border"))
        .map(Area::id)
        .forEach(area -> lengths.put(area, whole));
    return lengths;
  }

  /**
   * Pure: a row wherever the value of all goods is known.
   *
   * @param lengths kilometres of border by place
   * @param root the goods that hold all others
   */
  static Dataset<Row> compute(
      Dataset<Row> observations, Map<String, BigDecimal> lengths, String root, Encoder<Row> rows) {
    Map<String, BigDecimal> kilometres = new HashMap<>(lengths);
    FlatMapFunction<Row, Row> found = row -> rows(Block.of(row), kilometres).iterator();
    return Blocks.of(
            observations
                .filter(Observation.GOODS_ID.col().equalTo(root))
                .filter(Observation.MEASURE_ID.col().isin(Priced.VALUE, Priced.WEIGHT, TRUCKS)),
            List.of(SCOPE_TYPE, SCOPE_ID, SECTION_ID, DIRECTION, IS_SIMULATED))
        .flatMap(found, rows);
  }

  private static List<Row> rows(Block block, Map<String, BigDecimal> lengths) {
    Map<String, Known> weights = new HashMap<>();
    Map<String, Known> values = new TreeMap<>();
    Known trucks = null;
    for (Known cell : block.now()) {
      if (cell.measureId().equals(TRUCKS)) {
        trucks = cell;
      } else {
        (cell.measureId().equals(Priced.VALUE) ? values : weights).put(cell.regime(), cell);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Known value : values.values()) {
      rows.add(
          row(block, value, weights.get(value.regime()), trucks, lengths.get(value.scopeId())));
    }
    return rows;
  }

  private static Row row(
      Block block, Known value, Known weight, Known trucks, BigDecimal kilometres) {
    TableRow row = TableRow.of(TABLE);
    List.of(
            SCOPE_TYPE,
            SCOPE_ID,
            SECTION_ID,
            PERIOD_ID,
            PERIOD_KIND,
            PERIOD_START,
            PERIOD_END,
            DIRECTION,
            IS_SIMULATED)
        .forEach(column -> row.with(column, block.shared(column)));
    row.with(REGIME, value.regime())
        .with(VALUE_USD, value.value())
        .with(WEIGHT_T, weight == null ? null : weight.value())
        .with(TRUCKS_CLEARED, trucks == null ? null : trucks.value())
        .with(BORDER_KM, kilometres)
        .with(TONNE_REASON, whyNotPerTonne(value, weight))
        .with(TRUCK_REASON, whyNotPerTruck(value, trucks));
    if (whyNotPerTonne(value, weight) == null) {
      row.with(USD_PER_TONNE, quotient(value, weight.value()));
    }
    if (whyNotPerTruck(value, trucks) == null) {
      row.with(USD_PER_TRUCK, quotient(value, trucks.value()));
      if (whyNotPerTonne(value, weight) == null) {
        row.with(TONNES_PER_TRUCK, quotient(weight, trucks.value()));
      }
    }
    if (kilometres != null) {
      row.with(USD_PER_BORDER_KM, quotient(value, kilometres));
    }
    return row.row();
  }

  private static String whyNotPerTonne(Known value, Known weight) {
    if (weight == null) {
      return "weight_missing";
    }
    if (weight.value().signum() <= 0) {
      return "weight_zero";
    }
    return value.hasSourceOf(weight) ? null : "other_source";
  }

  /**
   * Trucks carry the trade of all regimes, so that only a value that says it counts all of it may
   * be divided by them; what records of one regime add up to is a part of it.
   */
  private static String whyNotPerTruck(Known value, Known trucks) {
    if (!value.regime().equals(Regime.VIA_TERRITORY.id()) || value.isComputed()) {
      return "regime_is_part";
    }
    if (trucks == null) {
      return "trucks_missing";
    }
    if (trucks.value().signum() <= 0) {
      return "trucks_zero";
    }
    return value.hasSourceOf(trucks) ? null : "other_source";
  }

  private static BigDecimal quotient(Known part, BigDecimal by) {
    return part.value().divide(by, Types.QUANTITY.scale(), RoundingMode.HALF_UP);
  }
}
