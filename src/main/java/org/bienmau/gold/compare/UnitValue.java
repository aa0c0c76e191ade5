package org.bienmau.gold.compare;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.index.Percent;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** What a tonne of each goods of one kind was worth. */
public final class UnitValue {
  private UnitValue() {}

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
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn VALUE_USD =
      optional("value_usd", Types.QUANTITY, "USD", "Value of trade; empty when it is not known.");
  public static final TableColumn WEIGHT_T =
      optional("weight_t", Types.QUANTITY, "t", "Weight of trade; empty when it is not known.");
  public static final TableColumn USD_PER_TONNE =
      optional(
          "usd_per_tonne",
          Types.QUANTITY,
          "USD/t",
          "Value ÷ weight; empty when one of them is not known, the weight is zero, or two sources counted them, see reason.");
  public static final TableColumn REASON =
      optional(
          "reason",
          StringType,
          "",
          "Why usd_per_tonne is empty: value_missing, weight_missing, weight_zero or other_source; empty when it is there.");
  public static final TableColumn USD_PER_TONNE_YEAR_AGO =
      optional(
          "usd_per_tonne_year_ago",
          Types.QUANTITY,
          "USD/t",
          "The same of the same days a year earlier; empty when it is not known or may not be compared.");
  public static final TableColumn CHANGE_PCT =
      optional(
          "change_pct",
          Types.PERCENT,
          "%",
          "Change of usd_per_tonne on the year before; empty where one of them is.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "unit_value")
          .purpose(
              "What a tonne was worth of each goods of one kind, by place, direction, regime and period: the nearest thing to a price that trade figures give.")
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
              GOODS_ID,
              VALUE_USD,
              WEIGHT_T,
              USD_PER_TONNE,
              REASON,
              USD_PER_TONNE_YEAR_AGO,
              CHANGE_PCT)
          .oneRowPer(SCOPE_TYPE, SCOPE_ID, PERIOD_ID, DIRECTION, REGIME, IS_SIMULATED, GOODS_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every usd_per_tonne is there or has a reason, never both.",
                  USD_PER_TONNE.col().isNull().equalTo(REASON.col().isNull())))
          .check(
              blocks(
                  "Every change_pct has a usd_per_tonne of both years.",
                  CHANGE_PCT
                      .col()
                      .isNotNull()
                      .and(USD_PER_TONNE.col().isNull().or(USD_PER_TONNE_YEAR_AGO.col().isNull()))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      GoodsTree.of(inputs.given(Registers.class).goods()),
                      inputs.encoder(UnitValue.TABLE.schema())));

  /** Pure: a row for each goods of one kind of which value or weight is known. */
  static Dataset<Row> compute(Dataset<Row> observations, GoodsTree goods, Encoder<Row> rows) {
    FlatMapFunction<Row, Row> found = row -> rows(Block.of(row)).iterator();
    return Blocks.of(
            observations
                .filter(Observation.MEASURE_ID.col().isin(Priced.VALUE, Priced.WEIGHT))
                .filter(GOODS_ID.col().isin(goods.homogeneous().toArray())),
            BLOCK,
            new Detail(goods.root()).ofMonth())
        .flatMap(found, rows);
  }

  /** What value and weight of goods have in common. */
  static final List<TableColumn> BLOCK =
      List.of(SCOPE_TYPE, SCOPE_ID, SECTION_ID, DIRECTION, REGIME, IS_SIMULATED);

  private static List<Row> rows(Block block) {
    Priced now = Priced.of(block.now());
    Priced before = Priced.of(block.before());
    List<Row> rows = new ArrayList<>();
    for (String goods : now.goods()) {
      Known value = now.values().get(goods);
      Known weight = now.weights().get(goods);
      TableRow row = TableRow.of(TABLE);
      TABLE.columns().subList(0, TABLE.columns().indexOf(GOODS_ID)).stream()
          .forEach(column -> row.with(column, block.shared(column)));
      row.with(GOODS_ID, goods)
          .with(VALUE_USD, value == null ? null : value.value())
          .with(WEIGHT_T, weight == null ? null : weight.value())
          .with(USD_PER_TONNE, now.price(goods))
          .with(REASON, now.whyNoPrice(goods));
      if (before.price(goods) != null && isComparable(block, value, weight, before, goods)) {
        row.with(USD_PER_TONNE_YEAR_AGO, before.price(goods))
            .with(CHANGE_PCT, Percent.change(now.price(goods), before.price(goods)));
      }
      rows.add(row.row());
    }
    return rows;
  }

  /** Whether value and weight of both years may be compared. */
  static boolean isComparable(Block block, Known value, Known weight, Priced before, String goods) {
    return value != null
        && weight != null
        && block.whyNotCompared(value, before.values().get(goods)) == null
        && block.whyNotCompared(weight, before.weights().get(goods)) == null;
  }
}
