package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.bienmau.gold.DimGate;
import org.bienmau.silver.DeclarationLine;
import org.bienmau.silver.FxRate;
import org.bienmau.silver.Publisher;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * What was declared in a month, added up from the lines of declarations.
 *
 * <p>Amounts are added in their own currency first and turned into dollars once for each rate, so
 * that nothing is rounded line by line. A declaration counts where its first line is: so its rows
 * may be added without counting it once for each of its goods.
 */
public final class TradeMonth {
  private TradeMonth() {}

  public static final TableColumn SOURCE_ID = DeclarationLine.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = DeclarationLine.IS_SIMULATED;
  public static final TableColumn MONTH =
      required("month", StringType, "", "Local month of registration, for example 2024-03.");
  public static final TableColumn SECTION_ID = DimGate.SECTION_ID;
  public static final TableColumn GATE_ID = DeclarationLine.GATE_ID;
  public static final TableColumn DIRECTION = DeclarationLine.DIRECTION;
  public static final TableColumn REGIME = DeclarationLine.REGIME;
  public static final TableColumn GOODS_ID =
      required(
          "goods_id",
          StringType,
          "",
          "The finest goods that the code belongs to without doubt; a group stands for those of its goods that the code cannot tell apart, so add a group's rows and those of everything below it.");
  public static final TableColumn HS_CHAPTER =
      required("hs_chapter", StringType, "", "First two digits of the Harmonized System's code.");
  public static final TableColumn VALUE_USD =
      required(
          "value_usd",
          Types.QUANTITY,
          "USD",
          "Declared value of the lines that could be converted, by the rate of their day.");
  public static final TableColumn NET_KG =
      required("net_kg", Types.QUANTITY, "kg", "Weight of the goods without packing.");
  public static final TableColumn LINES =
      required("lines", LongType, "count", "Lines that are not cancelled.");
  public static final TableColumn DECLARATIONS =
      required(
          "declarations",
          LongType,
          "count",
          "Declarations whose first line (item 1) is among the lines: each counts in one row only.");
  public static final TableColumn CANCELLED_LINES =
      required(
          "cancelled_lines",
          LongType,
          "count",
          "Lines that were cancelled; they count nowhere else.");
  public static final TableColumn LINES_UNCONVERTED =
      required(
          "lines_unconverted",
          LongType,
          "count",
          "Lines in a currency without a rate for their day; their value is not in value_usd.");
  public static final TableColumn NET_KG_UNCONVERTED =
      required(
          "net_kg_unconverted", Types.QUANTITY, "kg", "The part of net_kg that such lines hold.");
  public static final TableColumn UNCONVERTED_VALUE =
      optional(
          "unconverted_value",
          StringType,
          "",
          "What such lines add up to in each currency, for example CNY 12.00 VND 3400.00; empty when there are none.");
  public static final TableColumn LAST_DAY =
      required(
          "last_day", DateType, "", "Latest local day on which any of its lines was registered.");
  public static final TableColumn KNOWN_FROM = DeclarationLine.KNOWN_FROM;

  /** What the lines of a row share. */
  static final List<TableColumn> KEY =
      List.of(
          SOURCE_ID,
          IS_SIMULATED,
          MONTH,
          SECTION_ID,
          GATE_ID,
          DIRECTION,
          REGIME,
          GOODS_ID,
          HS_CHAPTER);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "trade_month")
          .purpose(
              "For adding up trade by month, gate, direction, regime and goods: what the lines of customs declarations say; regimes must not be added to each other.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              MONTH,
              SECTION_ID,
              GATE_ID,
              DIRECTION,
              REGIME,
              GOODS_ID,
              HS_CHAPTER,
              VALUE_USD,
              NET_KG,
              LINES,
              DECLARATIONS,
              CANCELLED_LINES,
              LINES_UNCONVERTED,
              NET_KG_UNCONVERTED,
              UNCONVERTED_VALUE,
              LAST_DAY,
              KNOWN_FROM)
          .oneRowPer(
              SOURCE_ID, MONTH, GATE_ID, DIRECTION, REGIME, GOODS_ID, HS_CHAPTER, IS_SIMULATED)
          .from(
              DeclarationLine.TABLE,
              FxRate.TABLE,
              Publisher.TABLE,
              DimGoodsCode.TABLE,
              DimGate.TABLE)
          .byMonth(MONTH)
          .check(blocks("No value_usd is negative.", VALUE_USD.col().lt(0)))
          .check(
              blocks(
                  "Every row counts at least one line.",
                  LINES.col().plus(CANCELLED_LINES.col()).lt(1)))
          .check(
              blocks(
                  "No row has more declarations than lines.", DECLARATIONS.col().gt(LINES.col())))
          .check(
              blocks(
                  "No part that is not converted is larger than the whole.",
                  LINES_UNCONVERTED
                      .col()
                      .gt(LINES.col())
                      .or(NET_KG_UNCONVERTED.col().gt(NET_KG.col()))))
          .check(
              blocks(
                  "Every unconverted_value is empty exactly when all lines are converted.",
                  UNCONVERTED_VALUE.col().isNull().notEqual(LINES_UNCONVERTED.col().equalTo(0))))
          .check(
              blocks(
                  "Every last_day lies in the row's month.",
                  date_format(LAST_DAY.col(), "yyyy-MM").notEqual(MONTH.col())))
          .check(warns("No line is in a currency without a rate.", LINES_UNCONVERTED.col().gt(0)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(DeclarationLine.TABLE),
                      DayRates.of(inputs),
                      inputs.read(DimGoodsCode.TABLE),
                      inputs.read(DimGate.TABLE)));

  private static final String ACTIVE = "active";
  private static final String VALUE_SUM = "value_sum";
  private static final DecimalType AMOUNT = DataTypes.createDecimalType(28, 2);
  private static final DecimalType QUOTIENT = DataTypes.createDecimalType(30, 6);

  private static final List<TableColumn> OF_THE_LINES =
      List.of(SOURCE_ID, IS_SIMULATED, MONTH, GATE_ID, DIRECTION, REGIME);

  /** Pure: adds lines of one currency and rate, converts each sum once, then adds what it gave. */
  static Dataset<Row> compute(
      Dataset<Row> lines, Dataset<Row> rates, Dataset<Row> goodsCodes, Dataset<Row> gates) {
    return addedByRate(lines, rates)
        .transform(sums -> CodedGoods.named(sums, DeclarationLine.HS_CODE, goodsCodes))
        .withColumn(HS_CHAPTER.name(), substring(DeclarationLine.HS_CODE.col(), 1, 2))
        .transform(sums -> GateSections.named(sums, gates))
        .transform(TradeMonth::addedByCurrency)
        .transform(TradeMonth::converted)
        .select(TABLE.cols());
  }

  private static Dataset<Row> addedByRate(Dataset<Row> lines, Dataset<Row> rates) {
    Column active = DeclarationLine.STATUS.col().equalTo(ACTIVE);
    Column first = DeclarationLine.ITEM_NO.col().equalTo(1);
    String[] day = {IS_SIMULATED.name(), DayRates.CURRENCY.name(), DayRates.DAY.name()};
    Column[] key =
        Stream.concat(
                OF_THE_LINES.stream(),
                Stream.of(DeclarationLine.HS_CODE, DayRates.CURRENCY, DayRates.PER_USD))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return lines
        .join(broadcast(rates), day, "left")
        .groupBy(key)
        .agg(
            sum(when(active, DeclarationLine.VALUE.col())).as(VALUE_SUM),
            sum(when(active, DeclarationLine.NET_KG.col())).as(NET_KG.name()),
            count(when(active, 1)).as(LINES.name()),
            count(when(active.and(first), 1)).as(DECLARATIONS.name()),
            count(when(not(active), 1)).as(CANCELLED_LINES.name()),
            max(DeclarationLine.EVENT_ON.col()).as(LAST_DAY.name()),
            max(DeclarationLine.KNOWN_FROM.col()).as(KNOWN_FROM.name()));
  }

  private static Dataset<Row> addedByCurrency(Dataset<Row> sums) {
    Column[] key =
        Stream.concat(KEY.stream(), Stream.of(DayRates.CURRENCY, DayRates.PER_USD))
            .map(TableColumn::col)
            .toArray(Column[]::new);
    return sums.groupBy(key)
        .agg(
            sum(col(VALUE_SUM)).cast(AMOUNT).as(VALUE_SUM),
            sum(NET_KG.col()).cast(Types.QUANTITY).as(NET_KG.name()),
            sum(LINES.col()).as(LINES.name()),
            sum(DECLARATIONS.col()).as(DECLARATIONS.name()),
            sum(CANCELLED_LINES.col()).as(CANCELLED_LINES.name()),
            max(LAST_DAY.col()).as(LAST_DAY.name()),
            max(KNOWN_FROM.col()).as(KNOWN_FROM.name()));
  }

  private static Dataset<Row> converted(Dataset<Row> sums) {
    Column amount = col(VALUE_SUM);
    Column inDollars = DayRates.CURRENCY.col().equalTo(DayRates.BASE);
    Column usd =
        when(inDollars, amount.cast(QUOTIENT))
            .otherwise(amount.divide(DayRates.PER_USD.col()).cast(QUOTIENT));
    Column unconverted = not(inDollars).and(DayRates.PER_USD.col().isNull()).and(LINES.col().gt(0));
    Column none = lit(0).cast(Types.QUANTITY);
    Column texts =
        array_sort(
            collect_list(
                when(
                    unconverted,
                    concat_ws(" ", DayRates.CURRENCY.col(), amount.cast(StringType)))));
    return sums.groupBy(KEY.stream().map(TableColumn::col).toArray(Column[]::new))
        .agg(
            round(coalesce(sum(usd), none), Types.QUANTITY.scale())
                .cast(Types.QUANTITY)
                .as(VALUE_USD.name()),
            coalesce(sum(NET_KG.col()).cast(Types.QUANTITY), none).as(NET_KG.name()),
            sum(LINES.col()).as(LINES.name()),
            sum(DECLARATIONS.col()).as(DECLARATIONS.name()),
            sum(CANCELLED_LINES.col()).as(CANCELLED_LINES.name()),
            sum(when(unconverted, LINES.col()).otherwise(0L)).as(LINES_UNCONVERTED.name()),
            coalesce(sum(when(unconverted, NET_KG.col())).cast(Types.QUANTITY), none)
                .as(NET_KG_UNCONVERTED.name()),
            array_join(texts, " ").as(UNCONVERTED_VALUE.name()),
            max(LAST_DAY.col()).as(LAST_DAY.name()),
            max(KNOWN_FROM.col()).as(KNOWN_FROM.name()))
        .withColumn(
            UNCONVERTED_VALUE.name(),
            when(UNCONVERTED_VALUE.col().notEqual(""), UNCONVERTED_VALUE.col()));
  }
}
