package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Measure;
import org.bienmau.reference.MeasureKind;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** Exports against imports of each place, goods and period. */
public final class TradeBalance {
  private TradeBalance() {}

  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn EXPORT_VALUE =
      optional("export_value", Types.QUANTITY, "", "Exports; empty when they are not known.");
  public static final TableColumn IMPORT_VALUE =
      optional("import_value", Types.QUANTITY, "", "Imports; empty when they are not known.");
  public static final TableColumn BALANCE =
      optional(
          "balance",
          Types.QUANTITY,
          "",
          "Exports less imports; empty when one of them is not known, see reason.");
  public static final TableColumn BALANCE_NORMALISED =
      optional(
          "balance_normalised",
          Types.INDEX,
          "",
          "Balance ÷ (exports + imports), from −1 (only imports) to 1 (only exports); empty where balance is and when there is no trade.");
  public static final TableColumn GRUBEL_LLOYD =
      optional(
          "grubel_lloyd",
          Types.INDEX,
          "",
          "Share of trade that goes both ways, 1 − |balance| ÷ (exports + imports); empty where balance_normalised is.");
  public static final TableColumn BALANCE_YEAR_AGO =
      optional(
          "balance_year_ago",
          Types.QUANTITY,
          "",
          "The balance of the same days a year earlier; empty where it is not known or may not be compared.");
  public static final TableColumn BALANCE_CHANGE =
      optional(
          "balance_change",
          Types.QUANTITY,
          "",
          "Balance less that of the year before; empty where one of them is.");
  public static final TableColumn REASON =
      optional(
          "reason",
          StringType,
          "",
          "Why there is no balance: export_missing, import_missing or regime_unknown (two publishers that do not say what they count); empty when there is one.");
  public static final TableColumn EXPORT_OBSERVATION_ID =
      optional(
          "export_observation_id",
          StringType,
          "",
          "The observation behind the exports; empty when there is none.");
  public static final TableColumn IMPORT_OBSERVATION_ID =
      optional(
          "import_observation_id",
          StringType,
          "",
          "The observation behind the imports; empty when there is none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "trade_balance")
          .purpose(
              "Exports against imports of each place, goods and period of one regime: the balance, the balance in units of trade, and how much of trade goes both ways.")
          .columns(
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              EXPORT_VALUE,
              IMPORT_VALUE,
              BALANCE,
              BALANCE_NORMALISED,
              GRUBEL_LLOYD,
              BALANCE_YEAR_AGO,
              BALANCE_CHANGE,
              REASON,
              EXPORT_OBSERVATION_ID,
              IMPORT_OBSERVATION_ID)
          .oneRowPer(MEASURE_ID, SCOPE_TYPE, SCOPE_ID, PERIOD_ID, GOODS_ID, REGIME, IS_SIMULATED)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every balance is there or has a reason, never both.",
                  BALANCE.col().isNull().equalTo(REASON.col().isNull())))
          .check(
              blocks(
                  "Every balance_normalised lies between -1 and 1.",
                  not(BALANCE_NORMALISED.col().between(-1, 1))))
          .check(
              blocks(
                  "What goes both ways and what does not are all trade.",
                  not(GRUBEL_LLOYD.col().plus(abs(BALANCE_NORMALISED.col())).equalTo(1))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      inputs.given(Registers.class).measures().stream()
                          .filter(Measure::trade)
                          .filter(measure -> measure.kind() == MeasureKind.FLOW)
                          .map(Measure::id)
                          .toList(),
                      Detail.of(inputs.given(Registers.class)),
                      inputs.encoder(TradeBalance.TABLE.schema())));

  /** Pure: a row wherever exports or imports are known. */
  static Dataset<Row> compute(
      Dataset<Row> observations, List<String> measures, Detail detail, Encoder<Row> rows) {
    FlatMapFunction<Row, Row> balances = row -> rows(Block.of(row)).iterator();
    return Blocks.of(
            observations.filter(MEASURE_ID.col().isin(measures.toArray())),
            Decompositions.sharing(SCOPE_TYPE, SCOPE_ID, SECTION_ID, GOODS_ID),
            detail.ofMonth())
        .flatMap(balances, rows);
  }

  private static List<Row> rows(Block block) {
    Map<String, Known> now = byDirection(block.now());
    Known export = now.get(Direction.EXPORT.id());
    Known imported = now.get(Direction.IMPORT.id());
    if (export == null && imported == null) {
      return List.of();
    }
    TableRow row = TableRow.of(TABLE);
    for (TableColumn column : TABLE.columns().subList(0, TABLE.columns().indexOf(EXPORT_VALUE))) {
      row.with(column, block.shared(column));
    }
    BigDecimal exports = orZero(export, now);
    BigDecimal imports = orZero(imported, now);
    row.with(EXPORT_VALUE, exports)
        .with(IMPORT_VALUE, imports)
        .with(EXPORT_OBSERVATION_ID, export == null ? null : export.observationId())
        .with(IMPORT_OBSERVATION_ID, imported == null ? null : imported.observationId());
    String reason = reason(block, export, imported, exports, imports);
    if (reason != null) {
      return List.of(row.with(REASON, reason).row());
    }
    BigDecimal balance = exports.subtract(imports);
    BigDecimal trade = exports.add(imports);
    row.with(BALANCE, balance);
    if (trade.signum() > 0) {
      BigDecimal normalised = balance.divide(trade, Types.INDEX.scale(), RoundingMode.HALF_UP);
      row.with(BALANCE_NORMALISED, normalised)
          .with(GRUBEL_LLOYD, BigDecimal.ONE.subtract(normalised.abs()));
    }
    BigDecimal before = balanceBefore(block, export, imported);
    if (before != null) {
      row.with(BALANCE_YEAR_AGO, before).with(BALANCE_CHANGE, balance.subtract(before));
    }
    return List.of(row.row());
  }

  private static String reason(
      Block block, Known export, Known imported, BigDecimal exports, BigDecimal imports) {
    if (exports == null) {
      return "export_missing";
    }
    if (imports == null) {
      return "import_missing";
    }
    boolean known = block.isOfKnownRegime() || export == null || imported == null;
    return known || export.hasSourceOf(imported) ? null : "regime_unknown";
  }

  private static BigDecimal balanceBefore(Block block, Known export, Known imported) {
    Map<String, Known> before = byDirection(block.before());
    Known exportBefore = before.get(Direction.EXPORT.id());
    Known importBefore = before.get(Direction.IMPORT.id());
    boolean comparable =
        isComparable(block, export, exportBefore) && isComparable(block, imported, importBefore);
    BigDecimal exports = orZero(exportBefore, before);
    BigDecimal imports = orZero(importBefore, before);
    return comparable && exports != null && imports != null ? exports.subtract(imports) : null;
  }

  /** A direction that one of the years has no cell of is comparable where that means zero. */
  private static boolean isComparable(Block block, Known now, Known before) {
    return now == null || before == null || block.whyNotCompared(now, before) == null;
  }

  /** A direction without a value is zero where the total was added up from records. */
  private static BigDecimal orZero(Known direction, Map<String, Known> all) {
    if (direction != null) {
      return direction.value();
    }
    Known total = all.get(Direction.TOTAL.id());
    return total != null && total.isComputed() ? BigDecimal.ZERO : null;
  }

  private static Map<String, Known> byDirection(List<Known> cells) {
    Map<String, Known> directions = new TreeMap<>();
    cells.forEach(cell -> directions.put(cell.direction(), cell));
    return directions;
  }
}
