package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.index.Percent;
import org.bienmau.index.PriceIndex;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** What of a group's growth in value is price and what is volume. */
public final class PriceVolume {
  private PriceVolume() {}

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
  public static final TableColumn GROUP_ID =
      required(
          "group_id", StringType, "", "The group of goods; all for all goods, as in goods_id.");
  public static final TableColumn GOODS_COUNTED =
      required(
          "goods_counted",
          IntegerType,
          "count",
          "Goods of one kind in the group with a value per tonne in both years.");
  public static final TableColumn VALUE =
      required("value_usd", Types.QUANTITY, "USD", "Their value.");
  public static final TableColumn VALUE_YEAR_AGO =
      required("value_usd_year_ago", Types.QUANTITY, "USD", "Their value a year earlier.");
  public static final TableColumn COVERED_PCT =
      optional(
          "covered_pct",
          Types.PERCENT,
          "%",
          "Their share of the group's value; the indices speak of no more than that; empty when the group's value is not known.");
  public static final TableColumn LASPEYRES =
      required("laspeyres_price", Types.INDEX, "", "Prices weighed by last year's quantities.");
  public static final TableColumn PAASCHE =
      required("paasche_price", Types.INDEX, "", "Prices weighed by this year's quantities.");
  public static final TableColumn FISHER =
      required(
          "fisher_price", Types.INDEX, "", "The geometric mean of the two: 1.05 is 5 % dearer.");
  public static final TableColumn VOLUME =
      required("fisher_volume", Types.INDEX, "", "Ratio of values ÷ fisher_price.");
  public static final TableColumn VALUE_RATIO =
      required("value_ratio", Types.INDEX, "", "Value ÷ value a year earlier.");
  public static final TableColumn UNIT_VALUE_RATIO =
      required(
          "unit_value_ratio",
          Types.INDEX,
          "",
          "Value per tonne of all of them together ÷ that of the year before.");
  public static final TableColumn MIX =
      required(
          "mix_ratio",
          Types.INDEX,
          "",
          "unit_value_ratio ÷ fisher_price: above 1 where dearer goods have gained on cheaper ones.");
  public static final TableColumn PRICE_EFFECT =
      required(
          "price_effect_usd", Types.QUANTITY, "USD", "What prices added to the value (Bennet).");
  public static final TableColumn VOLUME_EFFECT =
      required(
          "volume_effect_usd",
          Types.QUANTITY,
          "USD",
          "What quantities added to it; both effects make up the change.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "price_volume")
          .purpose(
              "What of the growth of a group's value is price and what is volume, measured on its goods of one kind.")
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
              GROUP_ID,
              GOODS_COUNTED,
              VALUE,
              VALUE_YEAR_AGO,
              COVERED_PCT,
              LASPEYRES,
              PAASCHE,
              FISHER,
              VOLUME,
              VALUE_RATIO,
              UNIT_VALUE_RATIO,
              MIX,
              PRICE_EFFECT,
              VOLUME_EFFECT)
          .oneRowPer(SCOPE_TYPE, SCOPE_ID, PERIOD_ID, DIRECTION, REGIME, IS_SIMULATED, GROUP_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Price times volume is value, but for rounding.",
                  abs(FISHER.col().multiply(VOLUME.col()).minus(VALUE_RATIO.col()))
                      .gt(
                          greatest(VALUE_RATIO.col(), VOLUME.col(), FISHER.col())
                              .multiply(lit(1e-6)))))
          .check(
              blocks(
                  "Every fisher_price lies between laspeyres_price and paasche_price.",
                  not(
                      FISHER
                          .col()
                          .between(
                              least(LASPEYRES.col(), PAASCHE.col()),
                              greatest(LASPEYRES.col(), PAASCHE.col())))))
          .check(
              blocks(
                  "Price and volume effects make up the change.",
                  not(
                      PRICE_EFFECT
                          .col()
                          .plus(VOLUME_EFFECT.col())
                          .equalTo(VALUE.col().minus(VALUE_YEAR_AGO.col())))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      GoodsTree.of(inputs.given(Registers.class).goods()),
                      inputs.encoder(PriceVolume.TABLE.schema())));

  /**
   * Pure: a row for each group with at least one goods of one kind that has prices in both years.
   */
  static Dataset<Row> compute(Dataset<Row> observations, GoodsTree goods, Encoder<Row> rows) {
    FlatMapFunction<Row, Row> found = row -> rows(Block.of(row), goods).iterator();
    return Blocks.of(
            observations.filter(Observation.MEASURE_ID.col().isin(Priced.VALUE, Priced.WEIGHT)),
            UnitValue.BLOCK,
            new Detail(goods.root()).ofMonth())
        .flatMap(found, rows);
  }

  private static List<Row> rows(Block block, GoodsTree goods) {
    Priced now = Priced.of(block.now());
    Priced before = Priced.of(block.before());
    Map<String, List<PriceIndex.Item>> groups = new TreeMap<>();
    for (String id : now.goods()) {
      if (goods.homogeneous().contains(id) && hasBoth(block, now, before, id)) {
        PriceIndex.Item item =
            new PriceIndex.Item(
                before.values().get(id).value(),
                before.weights().get(id).value(),
                now.values().get(id).value(),
                now.weights().get(id).value());
        goods
            .allAbove(id)
            .forEach(group -> groups.computeIfAbsent(group, any -> new ArrayList<>()).add(item));
      }
    }
    List<Row> rows = new ArrayList<>();
    groups.forEach((group, items) -> rows.add(row(block, group, items, now.values().get(group))));
    return rows;
  }

  private static boolean hasBoth(Block block, Priced now, Priced before, String goods) {
    return now.whyNoPrice(goods) == null
        && before.whyNoPrice(goods) == null
        && now.values().get(goods).value().signum() > 0
        && before.values().get(goods).value().signum() > 0
        && UnitValue.isComparable(
            block, now.values().get(goods), now.weights().get(goods), before, goods);
  }

  private static Row row(Block block, String group, List<PriceIndex.Item> items, Known groupValue) {
    PriceIndex index = PriceIndex.of(items);
    BigDecimal value = sum(items.stream().map(PriceIndex.Item::value).toList());
    TableRow row = TableRow.of(TABLE);
    TABLE.columns().subList(0, TABLE.columns().indexOf(GROUP_ID)).stream()
        .forEach(column -> row.with(column, block.shared(column)));
    return row.with(GROUP_ID, group)
        .with(GOODS_COUNTED, items.size())
        .with(VALUE, value)
        .with(VALUE_YEAR_AGO, sum(items.stream().map(PriceIndex.Item::valueBefore).toList()))
        .with(COVERED_PCT, groupValue == null ? null : Percent.of(value, groupValue.value()))
        .with(LASPEYRES, index.laspeyres())
        .with(PAASCHE, index.paasche())
        .with(FISHER, index.fisher())
        .with(VOLUME, index.volume())
        .with(VALUE_RATIO, index.valueRatio())
        .with(UNIT_VALUE_RATIO, index.unitValueRatio())
        .with(MIX, index.mix())
        .with(PRICE_EFFECT, index.priceEffect())
        .with(VOLUME_EFFECT, index.volumeEffect())
        .row();
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
